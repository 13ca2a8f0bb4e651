//! Keys and tokens that show who issued them by how they begin.

use super::token::{
    Part::{Is, Run},
    SLUG, is_no_filler, secret, token as token_row,
};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone};
use crate::checksum::{base62, crc32};
use crate::kinds;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::GITHUB_TOKEN,
        trigger: Trigger::Words(&["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"]),
        // Installation tokens (ghs_) carry a JWT since 2025 and have no fixed length.
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?:gh[pour]_[A-Za-z0-9]{36,251}|ghs_[A-Za-z0-9_.-]{36,}|github_pat_[A-Za-z0-9_]{40,250})",
            reach: 4096,
            check: github,
        },
        context: &[],
        fires: &[
            concat!("push with ghp", "_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiO"),
            concat!("GITHUB_TOKEN=gho", "_Zx81mQpW72nRtY5uVbC3kLsD9fGhJ4aE6oIw"),
            concat!("\"ghs", "_9aB8cD7eF6gH5iJ4kL3mN2oP1qR0sT9uV8wX7yZ6aB5cD4eF3gH2\""),
            concat!(
                "github",
                "_pat_11ABCDEFG0h1J2k3L4m5N6_o7P8q9R0s1T2u3V4w5X6y7Z8a9B0c1D2e3F4g5H6i7J8k9L0m1N2o3P4q5"
            ),
        ],
        silent: &[
            "ghp_short",
            concat!("ghp", "_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
            concat!("weighp", "_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiO"),
            concat!("gh", "_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiO"),
        ],
    },
    Detector {
        kind: &kinds::STRIPE_KEY,
        trigger: Trigger::Words(&[
            "sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_prod_", "rk_prod_", "whsec_",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/]{24,120}={0,2})",
            reach: 320,
            check: token,
        },
        context: &[],
        fires: &[
            concat!("stripe sk", "_live_51HqLyJWDarjtT1zdp7dcXyZ"),
            concat!("key: rk", "_test_8fKw2Nq5Rv0Tz3Xb6Yc9"),
            concat!("STRIPE_WEBHOOK=whsec", "_7Yp2Lm9Qs4Tv6Wx8Zb1Cd3Ef5Gh7Jk9N"),
        ],
        silent: &[
            concat!("pk", "_live_51HqLyJWDarjtT1zdp7dcXyZ is the publishable one"),
            "sk_live_ is how live keys begin",
            concat!("sk", "_live_xxxxxxxxxxxxxxxxxxxxxxxx"),
            concat!("desk", "_live_51HqLyJWDarjtT1zdp7dcXyZ"),
        ],
    },
    Detector {
        kind: &kinds::OPENAI_KEY,
        trigger: Trigger::Words(&["sk-"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^sk-(?:(?:proj|svcacct|admin|service|None)-[A-Za-z0-9_-]{20,250}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{32,64})",
            reach: 300,
            check: token,
        },
        context: &[],
        fires: &[
            concat!("sk", "-proj-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z_Q7"),
            concat!("OPENAI_API_KEY=sk", "-q8W2e4R6t0Y1u3I5o7P9T3Blbk", "FJa2S4d6F8g0H1j3K5l7Z9"),
            concat!("'sk", "-svcacct-9zYx8wVu7tSr6qPo5nMl4kJi3hGf2eDc'"),
        ],
        silent: &[
            "a risk-assessment-for-the-whole-organisation-and-its-parts",
            concat!("the task", "-4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeU is done"),
            "sk-SK is a locale",
            "sk-learn-contrib-and-more-packages-of-the-same-kind",
        ],
    },
    Detector {
        kind: &kinds::ANTHROPIC_KEY,
        trigger: Trigger::Words(&["sk-ant-"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^sk-ant-(?:[a-z]{2,8}[0-9]{2}-)?[A-Za-z0-9_-]{24,250}",
            reach: 300,
            check: token,
        },
        context: &[],
        fires: &[
            concat!("sk", "-ant-api03-R7u2Kp9Lx4Vn6Bq1Ws8Td3Yf5Hg0Jc-Zm2Ek4Ra6"),
            concat!("key=sk", "-ant-admin01-q1W2e3R4t5Y6u7I8o9P0a1S2d3F4"),
        ],
        silent: &[
            "sk-ant- is how they begin",
            concat!("sk", "-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
            "the desk-ant-farm",
        ],
    },
    // Services that took over the form of OpenAI's keys, and its own of later years.
    token_row(
        &kinds::OPENAI_KEY,
        &["sk-"],
        &[Run(SLUG, 46, 52)],
        &[concat!("MOONSHOT_KEY=sk", "-q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs_4kTq")],
        &["sk-chasing-dots-and-other-spinners-of-the-same-kind"],
    )
    .mixed(),
    Detector {
        kind: &secret("telegram_bot_token", "Telegram bot token"),
        trigger: Trigger::Words(&["telegr", "tgram"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^(?i:telegr|tgram)[^\n]{1,48}?\b([0-9]{5,16}:[A-Za-z0-9_-]{34,35})",
            reach: 120,
            check: value,
        },
        context: &[],
        fires: &[
            concat!("telegramToken = \"8123456:A", "q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9A\""),
            concat!("tgram://812345678:", "Bq7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9A"),
        ],
        silent: &["telegram at 12:30 from Bern", "the telegram 812345678:short", "12:45 telegraph road"],
    },
    Detector {
        kind: &secret("discord_bot_token", "Discord bot token"),
        trigger: Trigger::Words(&["discord", "bot "]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^(?i:discord|bot )[^\n]{0,80}?\b([MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})",
            reach: 200,
            check: value,
        },
        context: &[],
        fires: &[concat!(
            "DISCORD_TOKEN=MTA4MTIzNDU2Nzg5MDEyMzQ1",
            ".Gq7Lm2.b8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBv"
        )],
        silent: &["discord.com/channels/108123456789012345", "a bot that says hello. And more. And so on."],
    },
    // A bot's number in base 64 comes first; those given since 2022 begin with 1.
    token_row(
        &secret("discord_bot_token", "Discord bot token"),
        &["MTA", "MTE", "MTI", "MTM", "MTQ", "MTU", "MTY", "MTc", "MTg", "MTk"],
        &[Run(SLUG, 20, 25), Is("."), Run(SLUG, 6, 6), Is("."), Run(SLUG, 27, 38)],
        &[concat!("MTA4MTIzNDU2Nzg5MDEyMzQ1", ".Gq7Lm2.b8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBv")],
        &["MTA4MTIzNDU2Nzg5MDEyMzQ1", "MTA.subway.map"],
    ),
    token_row(
        &secret("discord_token", "Discord token"),
        &["mfa."],
        &[Run(SLUG, 84, 95)],
        &[concat!(
            "mfa",
            ".q7Lm2Vb8Wz1Kp6Ns3Rf5Yc0GjTx4HdUe9AoIiBvXyZs_4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka0QeUiOq7Lm2Vb8Wz"
        )],
        &["mfa.example.org asks for a second proof"],
    ),
];

/// What a pattern cut out, if it stands alone and is no stand-in.
fn value(candidate: &Candidate<'_>) -> Option<Found> {
    let ends = !candidate.text.byte(candidate.value.end).is_ascii_alphanumeric()
        && !matches!(candidate.text.byte(candidate.value.end), b'-' | b'_');
    (ends && is_no_filler(candidate.value().as_bytes()))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// A token stands alone: no letter or digit runs into it, and it is more than a filler such as `xxxx…`.
fn token(candidate: &Candidate<'_>) -> Option<Found> {
    let filler = is_filler(candidate.text.piece(candidate.whole.clone()));
    (ends_alone(candidate) && !filler).then(|| Found { range: candidate.whole.clone(), validated: false })
}

fn ends_alone(candidate: &Candidate<'_>) -> bool {
    !candidate.text.byte(candidate.whole.end).is_ascii_alphanumeric()
}

/// Whether a token's body is a stand-in: one of the letters people fill forms with, or an ellipsis.
fn is_filler(token: &str) -> bool {
    let body = token.rsplit(['_', '-']).next().unwrap_or(token).as_bytes();
    let repeated = |filler: u8| {
        body.iter().filter(|byte| byte.eq_ignore_ascii_case(&filler)).count() * 10 >= body.len() * 8
    };
    body.len() > 8 && [b'x', b'*', b'0', b'.'].into_iter().any(repeated)
}

/// GitHub ends its classic tokens with the CRC-32 of their body in base 62. It confirms; older and made-up ones lack it, so it
/// never rejects. Source: "Behind GitHub's new authentication token formats", 2021.
fn github(candidate: &Candidate<'_>) -> Option<Found> {
    let range = candidate.whole.clone();
    let body = candidate.text.bytes.get(range.start + 4..range.end)?;
    let validated = body.len() == 36
        && body.split_at_checked(30).is_some_and(|(body, check)| base62(crc32(body), 6) == check);
    if validated && ends_alone(candidate) { Some(Found { range, validated }) } else { token(candidate) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn the_checksum_raises_and_never_gates() {
        let body = b"4kTq9VnZ2mXb7RsWc1YpLd8HfJg5Ka";
        let good = format!(
            "ghp_{}{}",
            std::str::from_utf8(body).unwrap(),
            String::from_utf8(base62(crc32(body), 6)).unwrap()
        );
        for (token, validated) in [(good.clone(), true), (good.replace('4', "5"), false)] {
            let found =
                github(&Candidate { text: Text::new(&token), whole: 0..token.len(), value: 0..token.len() })
                    .unwrap();
            assert_eq!(found.validated, validated);
        }
    }
}
