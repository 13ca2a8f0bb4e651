//! Secrets in the manifests of clusters: the values under `data` of a `kind: Secret`. It must not know other manifests.

use super::{Detector, Find, Found, Trigger};
use crate::kinds;
use crate::text::Text;

/// How far from its kind a manifest is looked through.
const MANIFEST_BYTES: usize = 1500;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::GENERIC_SECRET,
    trigger: Trigger::Words(&["kind:"]),
    find: Find::Code(secret),
    context: &[],
    fires: &[
        concat!("apiVersion: v1\nkind: Secret\ndata:\n  extra: ", "cm9sZjpnbDRjaWVyIQ==\n"),
        concat!(
            "apiVersion: v1\ndata:\n  .dockercfg: |\n    ",
            "eyJyb2xmIjoiZ2w0Y2llciEifQ==\nkind: 'Secret'\n"
        ),
    ],
    silent: &[
        "kind: Secret\ndata:\n  extra: \"\"\n",
        "kind: Secret\ndata:\n  extra: YmFyCg==\n",
        "kind: ConfigMap\ndata:\n  extra: cm9sZjpnbDRjaWVyIQ==\n",
        "kind: ExternalSecret\nspec:\n  data:\n    - secretKey: tide\n",
        "what kind: secret or open?",
    ],
}];

/// The first encoded value under `data:`, and what follows it there.
fn secret(text: Text<'_>, at: usize, _: &[&str]) -> Option<Found> {
    let kind = text.after(at + 5, 16).trim_start_matches([' ', '"', '\'']);
    let kind = kind.get(..6)?;
    let ends = !text
        .after(at + 5, 16)
        .trim_start_matches([' ', '"', '\''])
        .get(6..7)?
        .starts_with(char::is_alphanumeric);
    if !kind.eq_ignore_ascii_case("secret") || !ends {
        return None;
    }
    let before = text.piece(at.saturating_sub(MANIFEST_BYTES)..at);
    let from = ["---", "kind:"].iter().filter_map(|mark| before.rfind(mark)).max().unwrap_or(0);
    let start = at - before.len() + from;
    let after = text.after(at + 5, MANIFEST_BYTES);
    let until = ["\n---", "kind:"].iter().filter_map(|mark| after.find(mark)).min().unwrap_or(after.len());
    let (mut place, mut inside, mut range) = (start, None, None::<std::ops::Range<usize>>);
    for line in text.piece(start..at + 5 + until).split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let name = line.trim();
        if matches!(name, "data:" | "stringData:") {
            inside = Some(indent);
        } else if inside.is_some_and(|outer| indent <= outer) && !name.is_empty() {
            inside = None;
        } else if inside.is_some() {
            let value = name.rsplit(": ").next().unwrap_or_default().trim_matches(['"', '\'']);
            if is_encoded(value) {
                let found = place + line.find(value)?;
                range = Some(range.map_or(found, |range| range.start)..found + value.len());
            }
        }
        place += line.len();
    }
    range.map(|range| Found { range, validated: false })
}

fn is_encoded(value: &str) -> bool {
    value.len() >= 12
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
}
