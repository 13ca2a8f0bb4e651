//! Secrets in the files of tools, where the tool's own name for them announces them: Kubernetes secrets, Bundler's credentials.
//! It must not know what the secrets open.

use std::ops::Range;

use super::token::secret;
use super::{Candidate, Detector, Find, Found, Trigger, anywhere};
use crate::kinds::is_placeholder;
use crate::text::Text;
use crate::words::Vocabulary;

/// How far from `kind: Secret` its data may stand.
const REACH: usize = 4096;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &secret("kubernetes_secret", "Kubernetes secret"),
        trigger: Trigger::Words(&["kind:", "kind\":"]),
        find: Find::Code(data),
        context: &[],
        fires: &[
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: hut\ndata:\n  password: S2llZmVyMTIhIQ==\n",
            "data:\n\ttoken: 'Z2wzdHNjaGVyOTk='\nkind: 'Secret'\n",
            "kind: Secret\nstringData:\n  password: gl4cier!\n",
            "kind: Secret\ndata:\n  .dockercfg: |\n    eyJzZWVodXR0ZSI6IndhbGRoYXVzIn0=\n",
        ],
        silent: &[
            "kind: ConfigMap\ndata:\n  motto: S2llZmVyMTIhIQ==\n",
            "kind: Secret\ndata:\n  password: \"\"\n",
            "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n",
            "kind: Secret\nmetadata:\n  name: hut\n---\nkind: ConfigMap\ndata:\n  motto: S2llZmVyMTIhIQ==\n",
            "two of a kind: secret and plain",
        ],
    },
    Detector {
        kind: &secret("bundler_credential", "gem server credential"),
        trigger: Trigger::Words(&["contribsys__com"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^(?i:contribsys__com)(?s:.){1,48}?\b([0-9a-f]{8}:[0-9a-f]{8})\b",
            reach: 90,
            check: credential,
        },
        context: &[],
        fires: &["BUNDLE_GEMS__CONTRIBSYS__COM=51c8e2a7:9d03f6b4"],
        silent: &["BUNDLE_GEMS__CONTRIBSYS__COM=$SIDEKIQ", "BUNDLE_GEMS__CONTRIBSYS__COM=51c8e2a7:9d03f6b45"],
    },
];

fn credential(candidate: &Candidate<'_>) -> Option<Found> {
    Some(Found { range: candidate.value.clone(), validated: false })
}

/// The entries under `data:` or `stringData:` of the same document.
fn data(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let kind = text.after(at, 40).split_once(':')?.1.trim_start_matches([' ', '\t', '"', '\'']);
    let rest = kind.get(..6).filter(|word| word.eq_ignore_ascii_case("secret")).and(kind.get(6..))?;
    if !rest.is_empty() && !rest.starts_with(['\n', '\r', '"', '\'', ' ', ',']) {
        return None;
    }
    let document = document(text, at);
    let piece = text.piece(document.clone());
    let mut start = document.start;
    let mut found: Option<Range<usize>> = None;
    let mut inside: Option<(usize, bool)> = None;
    for line in piece.split_inclusive('\n') {
        let (begin, content) = (start, line.trim());
        start += line.len();
        let indent = line.len() - line.trim_start().len();
        if content.starts_with("data:") || content.starts_with("stringData:") {
            inside = Some((indent, content.starts_with('s')));
            continue;
        }
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        match inside {
            Some((outer, plain)) if indent > outer => {
                if holds_value(content, plain) {
                    let range = begin + indent..begin + line.trim_end().len();
                    found = Some(found.map_or(range.clone(), |before| before.start..range.end));
                }
            }
            _ => inside = None,
        }
    }
    found.map(|range| Found { range, validated: false })
}

/// What stands between the lines `---` around a place.
fn document(text: Text<'_>, at: usize) -> Range<usize> {
    let before = text.piece(at.saturating_sub(REACH)..at);
    let start = at - before.len() + before.rfind("\n---").map_or(0, |line| line + "\n---".len());
    let after = text.after(at, REACH);
    start..at + after.find("\n---").unwrap_or(after.len())
}

/// Whether a line holds a value: base64 under `data`, anything written out under `stringData`.
fn holds_value(line: &str, plain: bool) -> bool {
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim().trim_matches(['"', '\'']);
    let base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    if is_placeholder(value)
        || value.ends_with(':')
        || value.contains("{{")
        || value.contains("${")
        || value.starts_with(['|', '>'])
    {
        return false;
    }
    if plain { value.len() >= 3 } else { value.len() >= 10 && value.bytes().all(base64) }
}
