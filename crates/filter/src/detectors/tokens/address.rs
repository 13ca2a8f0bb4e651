//! Names of a customer's own place at a service: hosts and client numbers. They open nothing, but tell whose they are.

use super::super::Detector;
use super::super::token::{HOST, Part::Run, SLUG, anchored};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    anchored(
        &kind("service_address", "service address", Class::Device),
        &[Run(HOST, 1, 80)],
        &[
            ".jfrog.io",
            ".snowflakecomputing.com",
            ".cloud.databricks.com",
            ".azuredatabricks.net",
            ".salesforce.com",
            ".online.tableau.com",
            ".supabase.co",
            ".auth0.com",
            ".okta.com",
            ".atlassian.net",
            ".openai.azure.com",
            ".search.windows.net",
            ".blob.core.windows.net",
            ".azconfig.io",
            ".vault.azure.net",
            ".s3.amazonaws.com",
            ".firebaseapp.com",
            ".firebaseio.com",
        ],
        &[],
        &["https://waldhaus.jfrog.io/ui", "host: seehuette-prod.eu-west-1.snowflakecomputing.com"],
        &["the blog of jfrog.io", "a note on supabase.co and auth0.com"],
    )
    .unproved(),
    anchored(
        &kind("google_client_id", "Google client", Class::Device),
        &[Run(SLUG, 20, 60)],
        &[".apps.googleusercontent.com"],
        &[],
        &[concat!("client: 400812345678", "-q7lm2vb8wz1kp6ns3rf5yc0gjtx4hdue.apps.googleusercontent.com")],
        &["ends in .apps.googleusercontent.com"],
    ),
];
