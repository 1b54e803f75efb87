//! The program of the starter for questionnaires other than the standard one.

fn main() {
    assay_web::run_own_starter();
}
