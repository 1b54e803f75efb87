//! Invitations, sealed links, and the list of what a link contains.

use super::*;

#[test]
fn the_list_of_what_a_link_holds_is_what_is_in_it() {
    let model = standard();
    let mut assessment = full(&model, Stance::Adopt, Depth::Full);
    let list =
        |assessment: &Assessment, include| link::list_contents(&model, assessment, &include).len();
    // Answers, date, language and stance.
    assert_eq!(list(&assessment, ALL), 4);
    assessment.profile.size = "50".to_owned();
    assessment.locale = None;
    let parts = link::list_contents(&model, &assessment, &ALL);
    let count = assessment.answers.len();
    assert_eq!(
        parts,
        [
            LinkPart::Answers(count),
            LinkPart::Size("50"),
            LinkPart::Date,
            LinkPart::Side
        ]
    );
    let note = model.question_ixs().next().unwrap();
    assessment.notes.insert(note, "why".to_owned());
    assert!(link::list_contents(&model, &assessment, &ALL).contains(&LinkPart::Notes(1)));
    let scores = link::list_contents(&model, &assessment, &SCORES);
    assert_eq!(
        scores,
        [
            LinkPart::Scores,
            LinkPart::Size("50"),
            LinkPart::Date,
            LinkPart::Side
        ]
    );
    let opened = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
    assert_eq!(
        link::list_contents(&model, &opened, &ALL),
        link::list_contents(&model, &assessment, &ALL)
    );
}

#[test]
fn an_invitation_comes_back_in_the_order_of_the_model() {
    let model = standard();
    let mut invitation = Invitation {
        stance: Stance::Adopt,
        depth: Depth::Quick,
        locale: Some("de".to_owned()),
        sections: vec![SectionIx::new(2), SectionIx::new(0)],
        mail: "me@example.org".to_owned(),
        message: "Bitte bis Freitag <b>你好</b>".to_owned(),
    };
    let payload = invitation.encode(&model).unwrap();
    invitation.sections.reverse();
    let expected = DecodedLink::Invitation {
        model: 0,
        invitation: Box::new(invitation.clone()),
    };
    assert_eq!(
        link::decode(&[&model], &format!("#/i/{payload}")),
        Ok(expected)
    );
    invitation.mail = "me@example.org?bcc=you@example.org".to_owned();
    let refused = invitation.encode(&model);
    assert!(matches!(refused, Err(EncodeError::NotAMailAddress { .. })));
}

#[test]
fn a_sealed_link_is_carried_as_it_is() {
    let sealed = SealedPayload {
        iterations: 600_000,
        salt: [7; 16],
        iv: [9; 12],
        ciphertext: (0..60).collect(),
    };
    let payload = sealed.encode().unwrap();
    assert_eq!(
        link::decode(&[], &payload),
        Ok(DecodedLink::Sealed(sealed.clone()))
    );
    for (iterations, ciphertext) in [(599_999, 60), (10_000_001, 60), (600_000, 16)] {
        let ciphertext = vec![1; ciphertext];
        let odd = SealedPayload {
            iterations,
            ciphertext,
            ..sealed.clone()
        };
        let payload = odd.encode().unwrap();
        assert_eq!(link::decode(&[], &payload), Err(LinkError::Damaged));
    }
}
