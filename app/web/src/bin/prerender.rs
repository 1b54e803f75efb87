//! Prints the first screen as HTML in JSON; the build puts it into the page and into files.

fn main() {
    println!("{}", assay_web::render_first_screen());
}
