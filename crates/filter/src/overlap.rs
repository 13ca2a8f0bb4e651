//! Brings overlapping hits to one finding each. It must not know the text.

use std::ops::Range;

use crate::finding::{Action, Finding};
use crate::kinds::Kind;

/// Kinds that yield so much only see that something is secret.
const NAMELESS: u8 = 2;

/// What a detector found, in places of the original text.
pub(crate) struct Hit {
    pub kind: &'static Kind,
    pub range: Range<usize>,
    pub action: Action,
    pub validated: bool,
}

/// Findings in order and apart. Hits that overlap become one that covers them all, so that no end of a value is left standing;
/// the stricter one names it, then the validated over the longer over the less yielding over the earlier. A hit that is allowed
/// never widens or shadows one that is not.
pub(crate) fn resolve(mut hits: Vec<Hit>) -> Vec<Finding> {
    hits.retain(|hit| !hit.range.is_empty());
    let (acting, allowed): (Vec<Hit>, Vec<Hit>) =
        hits.into_iter().partition(|hit| hit.action != Action::Allow);
    let acting = joined(acting);
    let mut all: Vec<Finding> =
        joined(allowed).into_iter().filter(|finding| apart(&acting, finding)).collect();
    all.extend(acting);
    all.sort_by_key(|finding| finding.start);
    all
}

fn apart(sorted: &[Finding], finding: &Finding) -> bool {
    let next = sorted.partition_point(|other| other.end <= finding.start);
    sorted.get(next).is_none_or(|other| other.start >= finding.end)
}

fn joined(mut hits: Vec<Hit>) -> Vec<Finding> {
    hits.sort_by_key(|hit| (hit.range.start, hit.range.end, hit.kind.name));
    let mut out: Vec<Finding> = Vec::new();
    let mut best: Option<Hit> = None;
    for hit in hits {
        match (out.last_mut(), &best) {
            (Some(last), Some(current)) if hit.range.start < last.end => {
                last.end = last.end.max(hit.range.end);
                if rank(&hit) > rank(current) {
                    (last.kind, last.class, last.action, last.validated) =
                        (hit.kind.name, hit.kind.class, hit.action, hit.validated);
                    best = Some(hit);
                }
            }
            _ => {
                let Range { start, end } = hit.range;
                out.push(Finding {
                    kind: hit.kind.name,
                    class: hit.kind.class,
                    start,
                    end,
                    action: hit.action,
                    validated: hit.validated,
                });
                best = Some(hit);
            }
        }
    }
    out
}

/// A finding that knows whose key it is says more than one that only sees a key, however long.
fn rank(hit: &Hit) -> (u8, bool, bool, usize, u8) {
    let yields = hit.kind.yields;
    (hit.action.severity(), hit.validated, yields < NAMELESS, hit.range.len(), u8::MAX - yields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;

    fn hit(kind: &'static Kind, range: Range<usize>, action: Action, validated: bool) -> Hit {
        Hit { kind, range, action, validated }
    }

    #[test]
    fn overlapping_hits_become_one_that_covers_them() {
        let found = resolve(vec![
            hit(&kinds::PASSWORD, 0..10, Action::Mask, false),
            hit(&kinds::CREDIT_CARD, 6..14, Action::Mask, true),
            hit(&kinds::PIN, 20..24, Action::Mask, false),
        ]);
        let spans: Vec<_> = found.iter().map(|finding| (finding.kind, finding.start, finding.end)).collect();
        assert_eq!(spans, [("credit_card", 0, 14), ("pin", 20, 24)]);
    }

    #[test]
    fn the_stricter_decides_and_the_allowed_never_shadows() {
        let found = resolve(vec![
            hit(&kinds::EMAIL_ADDRESS, 0..30, Action::Allow, true),
            hit(&kinds::US_SSN, 4..8, Action::Mask, true),
            hit(&kinds::PASSWORD, 2..9, Action::Block, false),
            hit(&kinds::EMAIL_ADDRESS, 40..50, Action::Allow, false),
        ]);
        let spans: Vec<_> = found.iter().map(|finding| (finding.kind, finding.start, finding.end)).collect();
        assert_eq!(spans, [("password", 2, 9), ("email_address", 40, 50)]);
    }
}
