//! Passwords in programs, where they are no word that a pattern for sentences would take: what is used when a variable is not
//! set, what is compared, and strings of signs. It must not know sentences.

use super::joint::{Tie, joint, loose_value, value_before, value_end};
use super::password_proof::announces;
use super::password_words::ANNOUNCE;
use super::secret_value::{is_issued, is_scrambled};
use super::value::{Looks, looks_quoted};
use super::{Detector, Find, Found, Trigger};
use crate::kinds;
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kinds::PASSWORD,
    trigger: Trigger::Words(ANNOUNCE),
    find: Find::Code(in_code),
    context: &[],
    fires: &[
        "PASSWORD = os.environ.get(\"PASSWORD\") or \"gl4cier!\"",
        "env(\"DB_PASSWORD\", \"gl4cier!\")",
        "if (\"gl4cier!\" == password) {",
        "password = \"o{{g)r#t}y%e[w_p>q$z\"",
        "setopt(curl, CURLOPT_PASSWORD, \"QrTyWpKlJhGfBnMv\");",
    ],
    silent: &[
        "env(\"DB_PASSWORD\", \"\")",
        "if (\"\" == password) {",
        "field(\"password\", \"Choose a password\")",
        "if (\"admin\" == password_field) {",
        "password = config[\"a\"](b, {c: 1})",
    ],
}];

fn in_code(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let end = announces(text, at)?;
    let chosen = |value: &str| looks_quoted(value) == Looks::Strong || is_issued(value, 10);
    if let Some(joint) = joint(text, end) {
        let range = joint.at..value_end(text, &joint, 72);
        let value = text.piece(range.clone());
        let argument = joint.tie == Tie::Argument && text.byte(range.end) == joint.quote && chosen(value);
        // A string that the text cuts off.
        let cut = joint.tie == Tie::Assigned && joint.quote != 0 && is_issued(value, 12);
        if argument || cut {
            return Some(Found { range, validated: false });
        }
        let loose = loose_value(text, &joint);
        if joint.tie != Tie::Said && is_scrambled(text.piece(loose.clone())) {
            return Some(Found { range: loose, validated: false });
        }
    }
    let name = text.piece(at.saturating_sub(40)..at);
    let start =
        at - name.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let range = value_before(text, start)?;
    let value = text.piece(range.clone());
    (chosen(value) || is_scrambled(value)).then_some(Found { range, validated: false })
}
