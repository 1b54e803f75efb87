pub fn journey_table() -> String {
    String::new()
}
