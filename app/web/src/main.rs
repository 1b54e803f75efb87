//! Starts Assay in the browser.

fn main() {
    assay_web::start();
}
