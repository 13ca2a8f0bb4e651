//! Texts made to be slow. They must end, in findings or over budget; how fast is measured elsewhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so at once")]

use keepsake_filter::{Filter, Policy};

const SIZE: usize = 1 << 20;

fn of(piece: &str) -> String {
    piece.repeat(SIZE / piece.len() + 1)
}

#[test]
fn a_megabyte_of_anything_ends() {
    let pieces = [
        "a",
        "4",
        "4 ",
        "42 ",
        "4242 ",
        "4242-",
        "@",
        "a@",
        "a.",
        "a@b.",
        "%40",
        "%25",
        "&amp;",
        "&#38;",
        "\\",
        "\\\\",
        "\\u005c",
        "[at]",
        "[ ",
        "eyJ",
        "eyJ.",
        "eyJhbGciOi.",
        "sk-",
        "sk-ant-",
        "ghs_",
        "ghp_aaaa",
        "AKIA",
        "aws ",
        "password",
        "password ",
        "password=",
        "password is ",
        "password:\n",
        "pass",
        "pw=",
        "pin ",
        "://",
        "://a:b",
        "DE91",
        "DE91 ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAx7dK3bPq0vT5mZ8yLw2RfN4hJ6sQc9UeGaB1k\n",
        "-",
        "\n",
        "\u{200b}",
        "e\u{301}",
        "\u{301}",
        "４",
        "🎈",
        "é@é.",
        "512-44-9073 ",
        "ssn 512449073 ",
        "cGFzc3dvcmQ6IGdsNGNpZXIh",
        "cGFzc3dvcmQ6IGdsNGNpZXIh\n",
        "70617373776f72643a20",
        "\"",
        "is my password ",
        "basic ",
        "identified by ",
    ];
    for piece in pieces {
        let text = of(piece);
        let scan = Filter::shared().scan(&text, &Policy::personal());
        assert!(scan.findings.windows(2).all(|two| two[0].end <= two[1].start), "{piece:?}");
    }
}

#[test]
fn masking_many_values_ends() {
    let cards: String = (0..20_000).map(|_| "card 4242 4242 4242 4242, ").collect();
    let verdict = Filter::shared().gate(&cards, &Policy::personal());
    assert!(
        matches!(verdict, keepsake_filter::Verdict::Keep { text, findings, .. } if findings.len() == 20_000 && !text.contains("4242 4242"))
    );
}

#[test]
fn too_long_a_text_is_over_budget() {
    let text = " ".repeat((32 << 20) + 1);
    assert!(Filter::shared().scan(&text, &Policy::personal()).over_budget);
}
