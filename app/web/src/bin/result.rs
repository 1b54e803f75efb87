//! The program of received results.

fn main() {
    assay_web::run_received_result();
}
