//! The names by which programs introduce themselves to a service (OAuth client IDs). They are told in the open, so they are no
//! credential, but they say whose account it is. It must not know the secrets that go with them.

use super::joint::{Tie, joint, value_end};
use super::secret_value::is_issued;
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[
    Detector {
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
    },
    Detector {
        kind: &kind("application_id", "ID of an application", Class::Device),
        trigger: Trigger::Words(&[
            "tenant_id",
            "tenant-id",
            "tenantid",
            "tenant id",
            "role_id",
            "role-id",
            "roleid",
            "app_id",
            "app-id",
            "appid",
            "application_id",
            "application-id",
            "applicationid",
        ]),
        find: Find::Code(client),
        context: &[],
        fires: &[
            "AZURE_TENANT_ID=4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d",
            "role_id: 4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d",
            concat!("appId: '", "7c1f09b2e85d4a367c1f09b2'"),
        ],
        silent: &[
            "app_id=tide-web-app",
            "appId: com.tide.app2",
            "tenant_id = request.tenant2",
            "role_id: 12",
        ],
    },
    Detector {
        kind: &kind("secret_id", "secret ID", Class::Secret),
        trigger: Trigger::Words(&["secret_id", "secret-id", "secretid"]),
        find: Find::Code(client),
        context: &[],
        fires: &[
            "VAULT_SECRET_ID=4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d",
            concat!("secretId: \"", "AKq7Lm2Vb8Wz1Kp6Ns3Rf5\""),
        ],
        silent: &["secret_id: tide/db", "the secret id is required", "secretId: props.secretId2"],
    },
];

fn client(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let end = (at + 5..at + 17).find(|end| text.after(end - 2, 2).eq_ignore_ascii_case("id"))?;
    let joint = joint(text, end)?;
    let range = joint.at..value_end(text, &joint, 72);
    (joint.tie == Tie::Assigned && is_issued(text.piece(range.clone()), 8))
        .then_some(Found { range, validated: false })
}
