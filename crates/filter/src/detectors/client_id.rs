//! The names by which programs introduce themselves to a service (OAuth client IDs). They are told in the open, so they are no
//! credential, but they say whose account it is. It must not know the secrets that go with them.

use super::joint::{Tie, joint, value_end};
use super::secret_value::is_issued;
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("oauth_client_id", "client ID", Class::Device),
    trigger: Trigger::Words(&["client_id", "client-id", "clientid", "client id", "client.id"]),
    find: Find::Code(client),
    context: &[],
    fires: &[
        concat!("TIDE_CLIENT_ID=", "Kx7Qm2Vb9LpR4sWn"),
        "clientId: '4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d'",
        concat!("tide client id: ", "TC-AB12c-dE34fG"),
    ],
    silent: &[
        "client_id=tide-web-app",
        "client_id: ${CLIENT}",
        "the client id is required",
        "client_id = request.client_id2",
    ],
}];

fn client(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let joint = joint(text, at + "client_id".len() - usize::from(text.byte(at + 6).is_ascii_alphabetic()))?;
    let range = joint.at..value_end(text, &joint, 72);
    (joint.tie == Tie::Assigned && is_issued(text.piece(range.clone()), 8))
        .then_some(Found { range, validated: false })
}
