//! Parses `_headers` in the format of Netlify and Cloudflare Pages: a line with a path, followed by
//! indented lines with headers; `*` at the end of a path matches anything.

/// The rules of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct HeaderRules(Vec<(String, Vec<(String, String)>)>);

impl HeaderRules {
    pub(super) fn read(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        {
            match (
                line.starts_with(char::is_whitespace),
                line.split_once(':'),
                rules.last_mut(),
            ) {
                (true, Some((name, value)), Some((_, headers))) => {
                    headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
                (false, _, _) => rules.push((line.trim().to_owned(), Vec::new())),
                _ => {}
            }
        }
        Self(rules)
    }

    /// The headers for a path, which starts with `/`.
    pub(super) fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter(move |(pattern, _)| match pattern.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => pattern == path,
            })
            .flat_map(|(_, headers)| {
                headers
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::HeaderRules;

    #[test]
    fn all_rules_that_match_a_path_apply() {
        let rules = HeaderRules::read(
            "# note\n/*\n  A: 1\n  B: x: y\n\n/texts/*\n  C: 3\n/index.html\n  D: 4\n",
        );
        let of = |path: &str| {
            rules
                .of(path)
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("/texts/en.json"), ["A=1", "B=x: y", "C=3"]);
        assert_eq!(of("/index.html"), ["A=1", "B=x: y", "D=4"]);
        assert_eq!(of("/"), ["A=1", "B=x: y"]);
    }
}
