//! Which rows of the list are shown: search, filters, sorted column, page. Plain data, kept by the
//! tab as a text.

use super::column::Column;

/// Number of rows on a page.
pub(super) const PAGE_ROWS: usize = 25;

/// Which assessments are shown by their archive state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArchiveFilter {
    Active,
    Archived,
    All,
}

impl ArchiveFilter {
    pub(super) const ALL: [Self; 3] = [Self::Active, Self::Archived, Self::All];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
            Self::All => "all",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.as_str() == name)
    }

    const fn admits(self, is_archived: bool) -> bool {
        match self {
            Self::Active => !is_archived,
            Self::Archived => is_archived,
            Self::All => true,
        }
    }
}

/// What is shown of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListQuery {
    pub(super) search: String,
    pub(super) label: Option<String>,
    pub(super) archive: ArchiveFilter,
    pub(super) column: Column,
    pub(super) is_descending: bool,
    /// From 0.
    pub(super) page: usize,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            label: None,
            archive: ArchiveFilter::Active,
            column: Column::Changed,
            is_descending: true,
            page: 0,
        }
    }
}

/// What the query reads of a row.
#[derive(Debug, Clone)]
pub(super) struct RowFacts<'a> {
    pub(super) name: &'a str,
    pub(super) labels: &'a [String],
    pub(super) is_archived: bool,
    /// Other texts of the row that the search finds.
    pub(super) other: Vec<String>,
}

impl ListQuery {
    /// Sorts by a column; a second press turns the order.
    pub(super) fn sort_by(&mut self, column: Column) {
        self.is_descending = match self.column == column {
            true => !self.is_descending,
            false => column.begins_descending(),
        };
        self.column = column;
        self.page = 0;
    }

    /// Whether a row is shown. Every word of the search must occur in the row, in any case.
    pub(super) fn admits(&self, row: &RowFacts<'_>) -> bool {
        let label = self.label.as_ref();
        if !self.archive.admits(row.is_archived) || label.is_some_and(|it| !row.labels.contains(it))
        {
            return false;
        }
        let search = self.search.to_lowercase();
        let mut words = search.split_whitespace().peekable();
        if words.peek().is_none() {
            return true;
        }
        let mut text = row.name.to_lowercase();
        for part in row.labels.iter().chain(&row.other) {
            text.push('\n');
            text.push_str(&part.to_lowercase());
        }
        words.all(|word| text.contains(word))
    }

    /// The range of rows on the page; the last page where there is no such page.
    pub(super) fn rows_of_page(&self, count: usize) -> std::ops::Range<usize> {
        let page = self.page.min(last_page(count));
        let from = page.saturating_mul(PAGE_ROWS);
        from..from.saturating_add(PAGE_ROWS).min(count)
    }

    /// A text for the tab's storage.
    pub(super) fn to_text(&self) -> String {
        let label = self.label.as_deref().map(|label| format!("={label}"));
        [
            self.column.as_str(),
            if self.is_descending { "down" } else { "up" },
            self.archive.as_str(),
            &self.page.to_string(),
            &one_line(label.as_deref().unwrap_or_default()),
            &one_line(&self.search),
        ]
        .join("\n")
    }

    /// Parses what [`to_text`](Self::to_text) wrote; `None` if it is something else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        Some(Self {
            column: Column::parse(lines.next()?)?,
            is_descending: lines.next()? == "down",
            archive: ArchiveFilter::parse(lines.next()?)?,
            page: lines.next()?.parse().ok()?,
            label: lines.next()?.strip_prefix('=').map(str::to_owned),
            search: lines.next()?.to_owned(),
        })
    }
}

/// The last page of so many rows, from 0.
pub(super) fn last_page(count: usize) -> usize {
    count.saturating_sub(1) / PAGE_ROWS
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{ArchiveFilter, Column, ListQuery, PAGE_ROWS, RowFacts, last_page};

    fn shows(query: &ListQuery, name: &str, labels: &[&str], is_archived: bool) -> bool {
        let labels: Vec<String> = labels.iter().map(|it| (*it).to_owned()).collect();
        query.admits(&RowFacts {
            name,
            labels: &labels,
            is_archived,
            other: vec!["standard 2".to_owned()],
        })
    }

    #[test]
    fn a_search_finds_every_word_in_the_name_the_labels_and_the_questionnaire() {
        let search = |search: &str| ListQuery {
            search: search.to_owned(),
            ..ListQuery::default()
        };
        assert!(shows(&search("acme bank"), "ACME AG", &["Bank"], false));
        assert!(shows(&search(" standard  acme "), "Acme", &[], false));
        assert!(!shows(&search("acme bank"), "Acme", &["Insurer"], false));
        assert!(shows(&search(""), "", &[], false));
        assert!(shows(&search("明澜"), "明澜医疗", &[], false));
    }

    #[test]
    fn archived_assessments_are_hidden_unless_asked_for() {
        let with = |archive| ListQuery {
            archive,
            ..ListQuery::default()
        };
        for (archive, active, archived) in [
            (ArchiveFilter::Active, true, false),
            (ArchiveFilter::Archived, false, true),
            (ArchiveFilter::All, true, true),
        ] {
            assert_eq!(shows(&with(archive), "a", &[], false), active);
            assert_eq!(shows(&with(archive), "a", &[], true), archived);
        }
    }

    #[test]
    fn a_label_filters_by_the_whole_label() {
        let query = ListQuery {
            label: Some("Bank".to_owned()),
            ..ListQuery::default()
        };
        assert!(shows(&query, "a", &["2026", "Bank"], false));
        assert!(!shows(&query, "a", &["Banking"], false));
    }

    #[test]
    fn a_second_press_turns_the_order_and_another_column_begins_anew() {
        let mut query = ListQuery {
            page: 3,
            ..ListQuery::default()
        };
        query.sort_by(Column::Name);
        assert_eq!((query.is_descending, query.page), (false, 0));
        query.sort_by(Column::Name);
        assert!(query.is_descending);
        query.sort_by(Column::Content);
        assert!(query.is_descending, "the highest figure comes first");
    }

    #[test]
    fn a_page_that_is_gone_is_the_last_one() {
        let query = ListQuery {
            page: 7,
            ..ListQuery::default()
        };
        assert_eq!(query.rows_of_page(0), 0..0);
        assert_eq!(query.rows_of_page(PAGE_ROWS), 0..PAGE_ROWS);
        assert_eq!(query.rows_of_page(PAGE_ROWS + 1), PAGE_ROWS..PAGE_ROWS + 1);
        assert_eq!(last_page(1000), 39);
    }

    #[test]
    fn a_query_survives_the_storage_of_the_tab() {
        let query = ListQuery {
            search: "acme\nag".to_owned(),
            label: Some("Bank".to_owned()),
            archive: ArchiveFilter::All,
            column: Column::Path,
            is_descending: false,
            page: 2,
        };
        let kept = ListQuery::parse(&query.to_text()).unwrap();
        assert_eq!(kept.search, "acme ag");
        assert_eq!((kept.label.as_deref(), kept.page), (Some("Bank"), 2));
        let plain = ListQuery::default();
        assert_eq!(ListQuery::parse(&plain.to_text()), Some(plain));
        assert_eq!(ListQuery::parse("x"), None);
    }
}
