//! Starts the program that a reader begins with.

fn main() {
    assay_web::run_starter();
}
