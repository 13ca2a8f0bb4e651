//! What must hold for any text: no panic, sound offsets, and masked text that holds no masked value and stays as it is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

use keepsake_filter::{
    Action, Class, Filter, Finding, Policy, Verdict, character_offsets, examples, utf16_offsets,
};
use proptest::prelude::*;

/// Everything is masked, so that masking is tried on every kind.
fn mask_all() -> Policy {
    let mut policy = Policy::personal();
    for class in Class::ALL {
        assert!(policy.set(class, Action::Mask));
    }
    policy
}

/// Texts made of what detectors react to, glued together in every way, and of anything at all.
fn texts() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> =
        examples().into_iter().flat_map(|(_, fires, silent)| fires.iter().chain(silent).copied()).collect();
    let glue = [
        " ",
        "\n",
        "",
        "-",
        ": ",
        "=",
        "\"",
        "'",
        "password",
        " is ",
        "pin ",
        "ssn ",
        "card ",
        "\u{200b}",
        "é",
        "🎈",
        "４",
        "%40",
        "&#64;",
        "\\n",
        "\\u0041",
        "[",
        "]",
        "[card ••••4242]",
        "[password]",
        "@",
        "://",
        "-----BEGIN PRIVATE KEY-----",
        "4242 4242 4242 4242",
        "512449073",
        "1234",
        "eyJ",
        "my ",
        "e\u{301}",
    ];
    let piece = prop_oneof![
        4 => proptest::sample::select(known).prop_map(str::to_owned),
        6 => proptest::sample::select(glue.to_vec()).prop_map(str::to_owned),
        2 => "[0-9 -]{1,24}",
        2 => "[A-Za-z0-9+/_=.-]{1,60}",
        1 => "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn assert_sound(text: &str, findings: &[Finding]) {
    let mut last = 0;
    for finding in findings {
        assert!(text.is_char_boundary(finding.start) && text.is_char_boundary(finding.end), "{finding:?}");
        assert!(
            finding.start >= last && finding.start < finding.end && finding.end <= text.len(),
            "{finding:?}"
        );
        last = finding.end;
    }
    let (characters, units) = (character_offsets(text, findings), utf16_offsets(text, findings));
    for (finding, ((start, end), (from, to))) in findings.iter().zip(characters.into_iter().zip(units)) {
        let before = &text[..finding.start];
        assert_eq!(start, before.chars().count());
        assert_eq!(end - start, text[finding.start..finding.end].chars().count());
        assert_eq!(from, before.encode_utf16().count());
        assert_eq!(to - from, text[finding.start..finding.end].encode_utf16().count());
    }
}

fn assert_masked_for_good(text: &str, policy: &Policy) {
    match Filter::shared().gate(text, policy) {
        Verdict::Keep { text: kept, findings, .. } => {
            assert_sound(text, &findings);
            let masked: Vec<&Finding> =
                findings.iter().filter(|finding| finding.action != Action::Allow).collect();
            if masked.is_empty() {
                assert_eq!(kept, text);
            }
            for finding in masked {
                let value = &text[finding.start..finding.end];
                assert!(!kept.contains(value), "{value:?} stands in {kept:?}, from {text:?}");
            }
            match Filter::shared().gate(&kept, policy) {
                Verdict::Keep { text: again, .. } => assert_eq!(again, kept, "from {text:?}"),
                Verdict::Blocked { .. } => panic!("{kept:?} is blocked, from {text:?}"),
            }
        }
        Verdict::Blocked { findings, over_budget } => {
            assert_sound(text, &findings);
            assert!(
                !over_budget && findings.iter().any(|finding| finding.action == Action::Block),
                "blocked for nothing: {text:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_sound_in_glued_texts(text in texts()) {
        let scan = Filter::shared().scan(&text, &Policy::personal());
        assert_sound(&text, &scan.findings);
    }

    #[test]
    fn findings_are_sound_in_any_text(text in "\\PC{0,200}") {
        assert_sound(&text, &Filter::shared().scan(&text, &Policy::personal()).findings);
    }

    #[test]
    fn masking_is_for_good(text in texts()) {
        assert_masked_for_good(&text, &Policy::personal());
        assert_masked_for_good(&text, &mask_all());
    }

    #[test]
    fn short_text_is_never_over_budget(text in texts()) {
        prop_assert!(!Filter::shared().scan(&text, &Policy::personal()).over_budget);
    }
}
