//! The gate from outside: what is kept, what is masked and how, what is blocked.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

use std::sync::Arc;

use keepsake_filter::{Action, Class, Filter, Finding, Policy, Rule, Rules, Verdict, What};

fn kept(text: &str, policy: &Policy) -> (String, Vec<Finding>) {
    match Filter::shared().gate(text, policy) {
        Verdict::Keep { text, findings, .. } => (text, findings),
        Verdict::Blocked { findings, .. } => panic!("blocked: {findings:?}"),
    }
}

/// Personal, with numbers masked instead of sealed.
fn masking() -> Policy {
    let mut policy = Policy::personal();
    for class in [Class::Financial, Class::NationalId] {
        assert!(policy.set(class, Action::Mask));
    }
    policy
}

#[test]
fn clean_text_is_kept_as_it_is() {
    let text = "Ines prefers the window seat – always. 🎈";
    assert_eq!(kept(text, &Policy::personal()), (text.to_owned(), vec![]));
}

#[test]
fn numbers_are_masked_with_type_and_tail() {
    let text = "Card 4242-4242-4242-4242, SSN 512-44-9073, rent to DE91 1000 0000 0123 4567 89, write to ines@tide.example";
    let (masked, findings) = kept(text, &masking());
    let wanted =
        "Card [card ••••4242], SSN [SSN ••••9073], rent to [IBAN DE•• ••••6789], write to ines@tide.example";
    assert_eq!(masked, wanted);
    let kinds: Vec<_> =
        findings.iter().map(|finding| (finding.kind, finding.action, finding.validated)).collect();
    let masks = |kind| (kind, Action::Mask, true);
    let wanted =
        [masks("credit_card"), masks("us_ssn"), masks("iban_code"), ("email_address", Action::Allow, false)];
    assert_eq!(kinds, wanted);
    assert_eq!(&text[findings[0].start..findings[0].end], "4242-4242-4242-4242");
}

#[test]
fn secrets_block_the_whole_capture() {
    let token = concat!("ghp", "_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiO");
    for text in
        [format!("use {token} for CI"), "my wifi password is gl4cier!".to_owned(), "PIN is 4821".to_owned()]
    {
        let verdict = Filter::shared().gate(&text, &Policy::personal());
        assert!(
            matches!(verdict, Verdict::Blocked { over_budget: false, ref findings } if findings.len() == 1),
            "{text}"
        );
    }
}

#[test]
fn encoded_values_are_found_and_covered_whole() {
    let secret = concat!("sk", "_live_51HqLyJWDarjtT1zdp7dcXyZ");
    let base64 = data_encoding::BASE64.encode(secret.as_bytes());
    let twice = data_encoding::BASE64.encode(format!("key: {base64}").as_bytes());
    let hex = data_encoding::HEXLOWER.encode(secret.as_bytes());
    let percent: String = secret.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let entities: String = secret.bytes().map(|byte| format!("&#{byte};")).collect();
    let markdown = secret.replace('_', "\\_");
    for encoded in [base64, twice, hex, percent, entities, markdown] {
        let text = format!("note é {encoded} end");
        let scan = Filter::shared().scan(&text, &Policy::personal());
        let [finding] = scan.findings.as_slice() else { panic!("{text}: {:?}", scan.findings) };
        assert_eq!(finding.kind, "stripe_key");
        assert_eq!(text[finding.start..finding.end].trim_end_matches('='), encoded.trim_end_matches('='));
    }
}

#[test]
fn a_masked_value_is_masked_wherever_it_stands() {
    let far = "so that no word about it is anywhere near the second one, ".repeat(3);
    let (masked, findings) = kept(&format!("SSN 512449073, {far} 512449073"), &masking());
    assert_eq!(masked, format!("SSN [SSN ••••9073], {far} [SSN ••••9073]"));
    assert_eq!(findings.len(), 2);
}

#[test]
fn a_tail_never_gives_another_value_away() {
    let mut policy = masking();
    assert!(policy.set("pin", Action::Mask));
    let (masked, _) = kept("PIN is 4242, card 4242 4242 4242 4242", &policy);
    assert_eq!(masked, "PIN is [PIN], card [card]");
}

#[test]
fn a_policy_decides_by_kind_over_class() {
    let text = "write to ines@tide.example";
    let mut policy = Policy::personal();
    assert!(policy.set(Class::Contact, Action::Mask));
    assert_eq!(kept(text, &policy).0, "write to [e-mail address]");
    assert!(policy.set("email_address", Action::Block));
    assert!(matches!(Filter::shared().gate(text, &policy), Verdict::Blocked { .. }));
}

#[test]
fn seal_and_token_leave_no_tail_and_say_where_the_value_stood() {
    for action in [Action::Seal, Action::Token] {
        let mut policy = Policy::personal();
        assert!(policy.set("credit_card", action));
        let text = "é 4242 4242 4242 4242 end";
        let Verdict::Keep { text: kept, replaced, .. } = Filter::shared().gate(text, &policy) else {
            panic!("blocked")
        };
        assert_eq!(kept, "é [card] end");
        let [one] = replaced.as_slice() else { panic!("{replaced:?}") };
        assert_eq!((one.kind, one.action), ("credit_card", action));
        assert_eq!(
            (&kept[one.placeholder.clone()], &text[one.source.clone()]),
            ("[card]", "4242 4242 4242 4242")
        );
    }
}

#[test]
fn an_allowed_find_does_not_shadow_a_blocked_one() {
    let verdict = Filter::shared().gate("password: ines@tide.example9!", &Policy::personal());
    assert!(matches!(verdict, Verdict::Blocked { .. }));
}

#[test]
fn findings_never_hold_the_value() {
    let scan = Filter::shared().scan("card 4242 4242 4242 4242", &Policy::personal());
    let json = serde_json::to_string(&scan.findings).unwrap();
    assert!(json.contains("credit_card") && !json.contains("4242"), "{json}");
}

#[test]
fn a_private_key_is_covered_to_its_end_or_the_texts() {
    let head = concat!("-----BEGIN RSA PRIV", "ATE KEY-----\n");
    let body = "MIIEpAIBAAKCAQEAx7dK3bPq0vT5mZ8yLw2RfN4hJ6sQc9UeGaB1kXtYpWmHnDzV\n".repeat(3);
    let tail = concat!("-----END RSA PRIV", "ATE KEY-----");
    let whole = format!("deploy:\n{head}{body}{tail}\nthanks");
    let cut = format!("deploy:\n{head}{body}");
    for (text, end) in [(&whole, whole.len() - "\nthanks".len()), (&cut, cut.len())] {
        let scan = Filter::shared().scan(text, &Policy::personal());
        let spans: Vec<_> =
            scan.findings.iter().map(|finding| (finding.kind, finding.start, finding.end)).collect();
        assert_eq!(spans, [("private_key", 8, end)]);
    }
}

#[test]
fn a_word_cut_by_a_detector_s_window_is_no_value() {
    let mut policy = Policy::personal();
    policy.set(Class::Password, Action::Mask);
    // The second "password" looks back far enough to see the end of the first placeholder, and not its bracket.
    for length in 60..110 {
        let text =
            format!("gl4cier! is the guest wifi password.{}__password: kestrel7", "x=Y0".repeat(length / 4));
        let (masked, _) = kept(&text, &policy);
        assert!(
            masked.starts_with("[password] is the guest wifi") && masked.ends_with("[password]"),
            "{masked}"
        );
    }
}

#[test]
fn own_rules_are_kept_to_with_their_own_actions() {
    let rule = |id: &str, what: What, action| Rule { id: id.to_owned(), what, action };
    let rules = Rules::compile(&[
        rule("project", What::Word("Falcon".to_owned()), Action::Mask),
        rule("staff", What::Pattern(r"emp-\d{4}".to_owned()), Action::Seal),
        rule("never", What::Word("Müllerstraße 7".to_owned()), Action::Block),
    ])
    .unwrap();
    let policy = Policy::personal().with_rules(Arc::new(rules));
    let (masked, findings) = kept("ＦＡＬＣＯＮ is run by EMP\u{2013}1234; falcons fly", &policy);
    assert_eq!(masked, "[private] is run by [private]; falcons fly");
    let found: Vec<_> =
        findings.iter().map(|finding| (finding.kind, finding.class, finding.action)).collect();
    assert_eq!(found, [("own_rule", Class::Own, Action::Mask), ("own_rule", Class::Own, Action::Seal)]);
    assert_eq!(keepsake_filter::label("own_rule"), "your own rule");
    for blocked in ["he lives in mu\u{308}llerstraße 7", "M%C3%BCllerstraße 7"] {
        let verdict = Filter::shared().gate(blocked, &policy);
        assert!(matches!(verdict, Verdict::Blocked { over_budget: false, .. }), "{blocked}");
    }
}

#[test]
fn a_value_that_always_passes_stays_and_others_of_its_kind_do_not() {
    let text = "cards 4242 4242 4242 4242 and 5555 5555 5555 4444";
    let passes = |finding: &Finding| text[finding.start..finding.end].starts_with('4');
    let Verdict::Keep { text: kept, findings, replaced } =
        Filter::shared().gate_unless(text, &Policy::personal(), &passes)
    else {
        panic!("blocked")
    };
    assert_eq!((kept.as_str(), replaced.len()), ("cards 4242 4242 4242 4242 and [card]", 1));
    assert_eq!(findings[0].action, Action::Allow);
}

#[test]
fn one_time_codes_pass_when_told_and_what_is_kept_already_is_masked_not_refused() {
    let mut policy = Policy::personal();
    assert_eq!(policy.action("one_time_code", Class::OneTimeCode), Action::Block);
    policy.let_one_time_codes_pass();
    assert_eq!(policy.action("one_time_code", Class::OneTimeCode), Action::Allow);
    assert_eq!(policy.action("password", Class::Password), Action::Block);
    let kept = kept("PIN is 4821", &Policy::personal().replacing(Action::Block, Action::Mask)).0;
    assert_eq!(kept, "PIN is [PIN]");
    let asked =
        Policy::personal().replacing(Action::Seal, Action::Allow).replacing(Action::Block, Action::Allow);
    assert_eq!(asked.action("credit_card", Class::Financial), Action::Allow);
    assert_eq!(asked.action("pin", Class::Password), Action::Block, "what opens something never passes");
}

/// Everything is masked, what opens something too.
fn mask_all() -> Policy {
    let mut policy = Policy::personal();
    for class in Class::ALL {
        assert!(policy.set(class, Action::Mask));
    }
    policy
}

#[test]
fn a_value_that_is_a_word_of_a_placeholder_is_masked_only_where_it_is_the_value() {
    let (masked, _) = kept("password: card\n4242 4242 4242 4242 and [card ••••4242], card", &mask_all());
    assert_eq!(masked, "password: [password]\n[card ••••4242] and [card ••••4242], [password]");
    assert_eq!(kept(&masked, &mask_all()).0, masked);
}

#[test]
fn a_tail_that_was_there_before_does_not_give_a_value_away() {
    let (masked, findings) = kept("PIN is 4242 of the [card ••••4242]", &mask_all());
    assert_eq!(masked, "PIN is [PIN] of the [card]");
    assert_eq!(findings.len(), 2);
}

#[test]
fn nothing_is_read_inside_or_across_a_placeholder() {
    for text in ["512-44-[card]9073", "[PIN] 4821", "4242 4242 [card] 4242 4242", "password: [password]: x"] {
        assert_eq!(kept(text, &mask_all()), (text.to_owned(), vec![]));
    }
}
