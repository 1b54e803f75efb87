//! Drafts of mails for the reader's mail program.

use crate::route::percent_encode;

/// The `mailto:` address of a draft. `to` is empty or a mail address as invitations contain it, with
/// one `@` and nothing that could add a recipient or a header.
pub(crate) fn draft_address(to: &str, subject: &str, body: &str) -> String {
    let to: Vec<String> = to.split('@').map(percent_encode).collect();
    // RFC 6068 requires this end of lines.
    let body = body.replace('\n', "\r\n");
    format!(
        "mailto:{}?subject={}&body={}",
        to.join("@"),
        percent_encode(subject),
        percent_encode(&body)
    )
}

#[cfg(test)]
mod tests {
    use super::draft_address;

    #[test]
    fn nothing_that_is_written_can_add_a_header() {
        let address = draft_address("a@b.org", "x&bcc=c@d", "one\ntwo?cc=e@f");
        assert_eq!(
            address,
            "mailto:a@b.org?subject=x%26bcc%3Dc%40d&body=one%0D%0Atwo%3Fcc%3De%40f"
        );
        assert_eq!(draft_address("", "s", ""), "mailto:?subject=s&body=");
    }
}
