//! The program of the full app.

fn main() {
    assay_web::run_full();
}
