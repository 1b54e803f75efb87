//! Prints the first screen as HTML, once for each language; the build puts it into the page.

fn main() {
    println!("{}", assay_web::render_first_screen());
}
