//! The program of the starter.

fn main() {
    assay_web::run_starter();
}
