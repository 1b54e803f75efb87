//! Starts the program that shows every page.

fn main() {
    assay_web::start_whole();
}
