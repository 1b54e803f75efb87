//! Starts the program that shows every page.

fn main() {
    assay_web::run_full();
}
