//! Invitations: which questions to answer and where to send the result, without any answer.

use super::bytes::{Reader, Writer};
use super::frame::{self, Flags, Frame, PayloadKind};
use super::model_key::ModelKey;
use super::sender::Sender;
use super::{EncodeError, LinkError};
use crate::{Depth, Model, QuestionIx, SectionIx, Stance};

/// An invitation to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The stance.
    pub stance: Stance,
    /// The depth.
    pub depth: Depth,
    /// The language of the sender.
    pub locale: Option<String>,
    /// The sections to answer, in the order of the model; empty for all.
    pub sections: Vec<SectionIx>,
    /// The mail address to send the result link to; empty for none.
    pub mail: String,
    /// A message of the sender; may be empty.
    pub message: String,
}

impl Invitation {
    /// Encodes the part of the link after `#/i/`.
    ///
    /// # Errors
    /// [`EncodeError::NotAMailAddress`] and [`EncodeError::TooLong`].
    pub fn encode(&self, model: &Model) -> Result<String, EncodeError> {
        if !is_mail_or_none(&self.mail) {
            return Err(EncodeError::NotAMailAddress {
                mail: self.mail.clone(),
            });
        }
        let which = ModelKey::of_model(model);
        let mut out = frame::begin(PayloadKind::Invitation, Flags::default(), Some(&which));
        let sender = Sender {
            stance: self.stance,
            depth: self.depth,
            locale: self.locale.clone(),
        };
        sender.write(&mut out);
        self.write_sections(&mut out, model);
        out.text(&self.mail);
        out.text(&self.message);
        frame::finish(out, Some(&which))
    }

    /// Returns whether a section is included.
    #[must_use]
    pub fn asks_section(&self, section: SectionIx) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }

    /// Returns the questions that can be asked, regardless of conditions, in the order of the
    /// model.
    #[must_use]
    pub fn questions(&self, model: &Model) -> Vec<QuestionIx> {
        let exists = model.existing_questions(self.stance);
        let questions = model.question_ixs().zip(exists);
        let asked = questions.filter(|&(ix, exists)| {
            let question = model.question(ix);
            let fits_depth = self.depth == Depth::Full || question.quick;
            exists && fits_depth && self.asks_section(question.section)
        });
        asked.map(|(ix, _)| ix).collect()
    }

    /// Writes two bytes with a bit for each section, the lowest for the first; 0 for all sections.
    fn write_sections(&self, out: &mut Writer, model: &Model) {
        let bits = (0..model.sections().len())
            .filter(|&index| self.sections.contains(&SectionIx::new(index)))
            .fold(0_u16, |bits, index| bits | 1 << index);
        let all = (1_u16 << model.sections().len()).wrapping_sub(1);
        out.bytes(&(if bits == all { 0 } else { bits }).to_be_bytes());
    }

    pub(super) fn read(frame: &mut Frame<'_>, model: &Model) -> Result<Self, LinkError> {
        let plain = frame.flags == Flags::default();
        let body = &mut frame.body;
        let invitation = plain.then(|| Self::fields(body, model)).flatten();
        invitation.ok_or(LinkError::Damaged)
    }

    fn fields(body: &mut Reader<'_>, model: &Model) -> Option<Self> {
        let sender = Sender::read(body)?;
        let bits = u16::from_be_bytes(body.array()?);
        let all = (1_u16 << model.sections().len()).wrapping_sub(1);
        if bits & !all != 0 || bits == all {
            return None;
        }
        let invitation = Self {
            stance: sender.stance,
            depth: sender.depth,
            locale: sender.locale,
            sections: (0..model.sections().len())
                .filter(|index| bits >> index & 1 == 1)
                .map(SectionIx::new)
                .collect(),
            mail: body.text()?.to_owned(),
            message: body.text()?.to_owned(),
        };
        body.end()?;
        is_mail_or_none(&invitation.mail).then_some(invitation)
    }
}

/// Returns whether the text is empty or a single address that can be used in a `mailto:` URL
/// without adding recipients or headers.
fn is_mail_or_none(mail: &str) -> bool {
    let Some((name, host)) = mail.rsplit_once('@') else {
        return mail.is_empty();
    };
    let plain = |part: &str| {
        let forbidden = |c: char| {
            c.is_whitespace() || c.is_control() || "\"'(),:;<>[\\]?&=%#/`{|}@".contains(c)
        };
        !part.is_empty() && !part.contains(forbidden)
    };
    mail.len() <= 254 && plain(name) && plain(host)
}

#[cfg(test)]
mod tests {
    use super::is_mail_or_none;

    #[test]
    fn a_mail_address_cannot_carry_headers() {
        for mail in [
            "",
            "a@example.org",
            "first.last+ai@example.org",
            "张@例子.中国",
        ] {
            assert!(is_mail_or_none(mail), "{mail}");
        }
        for mail in [
            "a",
            "@b",
            "a@",
            "a@b?bcc=c@d",
            "a@b,c@d",
            "a b@c",
            "a@b\n",
            "a@b@c",
            "a@b%0A",
        ] {
            assert!(!is_mail_or_none(mail), "{mail}");
        }
    }
}
