//! What must hold for any text: no panic, sound offsets, and masked text that holds no masked value and stays as it is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

use keepsake_filter::{
    Action, Class, Filter, Finding, Policy, Replaced, Verdict, character_offsets, examples, placeholders,
    utf16_offsets,
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
        "[card]",
        "[PIN",
        "4242]",
        "card is my password",
        "password: card",
        "is my password",
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
    let encoded = (proptest::sample::select(known.clone()), 0..4_usize).prop_map(|(text, how)| match how {
        0 => data_encoding::BASE64.encode(text.as_bytes()),
        1 => data_encoding::HEXLOWER.encode(text.as_bytes()),
        2 => text.bytes().map(|byte| format!("%{byte:02X}")).collect(),
        _ => text.chars().map(|character| format!("&#{};", u32::from(character))).collect(),
    });
    let piece = prop_oneof![
        4 => proptest::sample::select(known).prop_map(str::to_owned),
        6 => proptest::sample::select(glue.to_vec()).prop_map(str::to_owned),
        2 => "[0-9 -]{1,24}",
        2 => "[A-Za-z0-9+/_=.-]{1,60}",
        1 => "\\PC{0,12}",
        2 => encoded,
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

/// A text with only the tails of its placeholders: a value may be a mere word of a label.
fn without_labels(text: &str) -> String {
    let (mut shown, mut at) = (String::new(), 0);
    for placeholder in placeholders(text) {
        shown.push_str(&text[at..placeholder.start]);
        let inner = text[placeholder.clone()].trim_matches(['[', ']']);
        let tail = inner.rsplit_once("••••").map_or("", |(_, tail)| tail);
        shown.push_str(&format!("\u{1}{tail}\u{1}"));
        at = placeholder.end;
    }
    shown + &text[at..]
}

/// What was replaced is told rightly: putting the sources back in the placeholders' stead gives the input.
fn assert_rebuilds(text: &str, kept: &str, replaced: &[Replaced]) {
    let (mut rebuilt, mut at) = (String::new(), 0);
    for one in replaced {
        assert!(placeholders(kept).contains(&one.placeholder), "{one:?} in {kept:?}");
        rebuilt.push_str(&kept[at..one.placeholder.start]);
        rebuilt.push_str(&text[one.source.clone()]);
        at = one.placeholder.end;
    }
    assert_eq!(rebuilt + &kept[at..], text, "kept {kept:?}");
}

fn assert_masked_for_good(text: &str, policy: &Policy) {
    match Filter::shared().gate(text, policy) {
        Verdict::Keep { text: kept, findings, replaced } => {
            assert_sound(text, &findings);
            let masked: Vec<&Finding> =
                findings.iter().filter(|finding| finding.action != Action::Allow).collect();
            if masked.is_empty() {
                assert_eq!(kept, text);
            }
            let shown = without_labels(&kept);
            for finding in masked {
                let value = &text[finding.start..finding.end];
                assert!(!shown.contains(value), "{value:?} stands in {kept:?}, from {text:?}");
            }
            assert_rebuilds(text, &kept, &replaced);
            match Filter::shared().gate(&kept, policy) {
                Verdict::Keep { text: again, replaced, .. } => {
                    assert_eq!(again, kept, "from {text:?}");
                    assert!(replaced.is_empty(), "{kept:?}, from {text:?}");
                }
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

/// `PROPTEST_CASES` sets how many cases each property gets.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1500);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn findings_are_sound_and_the_same_twice_in_glued_texts(text in texts()) {
        let scan = Filter::shared().scan(&text, &Policy::personal());
        assert_sound(&text, &scan.findings);
        prop_assert_eq!(Filter::shared().scan(&text, &Policy::personal()), scan);
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
        prop_assert!(!Filter::shared().scan(&text, &Policy::careful()).over_budget);
    }
}
