//! Monitoring, analytics and feature switches.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, HEX, LOWER, PADDING,
    Part::{Is, Run},
    SLUG, UUID, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("grafana_token", "Grafana token"),
        &["glc_"],
        &[Run(BASE64, 32, 400), Run(PADDING, 0, 3)],
        &[concat!("gl", "c_RxEgKk1KAF0zZ80gLyI95Qv574zr66Nr")],
        &[concat!("gl", "c_Wfhx8jXBKd9AVYvw")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["glsa_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("gl", "sa_EIlyUjRDbqRcJcScCwAVIj5PM7SWOmG8_bb644DfC")],
        &[concat!("gl", "sa_Keeswu7JD5KcKB90TCPDxcygD")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["eyJrIjoi"],
        &[Run(BASE64, 36, 400), Run(PADDING, 0, 3)],
        &[concat!("eyJr", "IjoieZxCYnLE4z94uQ2TmqvRLhPkxMYpwR6nlYRY")],
        &[concat!("eyJr", "IjoiQOJf0wKhXEtaOg1zE9")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRAK-"],
        &[Run(ALNUM, 27, 27)],
        &[concat!("NR", "AK-JmhIk2R4AgszBplP5TVq7g8y4Jb")],
        &[concat!("NR", "AK-rQH8Hcg1LGGTUa")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRII-", "NRIQ-", "NRBR-", "NRSP-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("NR", "II-oQMB0gamQhqvYqN4WH18k91Fnp8QcdY4")],
        &[concat!("NR", "II-z7YfaSbxOIW2aoBj")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRRA-"],
        &[Run(HEX, 42, 42)],
        &[concat!("NR", "RA-934a9c692a42931931875bbf8485dedc70628c2f2e")],
        &[concat!("NR", "RA-82a42afb66c34e853048b")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRJS-"],
        &[Run(HEX, 19, 19)],
        &[concat!("NR", "JS-1a7e8a978c1fc7478c8")],
        &[concat!("NR", "JS-960c203d5a")],
    ),
    anchored(
        &secret("new_relic_key", "New Relic key"),
        &[Run(LOWER, 36, 36)],
        &["NRAL"],
        &[],
        &[concat!("hj6j8bf7h8gpyhb7o3sy2kvdl7mlanpvzf6cNR", "AL")],
        &["a general of the central command"],
    ),
    token(
        &secret("honeycomb_key", "Honeycomb key"),
        &["hcaik_", "hcbik_", "hccik_", "hcxik_", "hcamk_"],
        &[Run(LOWER, 50, 64)],
        &[concat!("hca", "ik_79cu749rq87fuvjw3uas3oiim8o34wcjmgbtharwt1yzybs8g4")],
        &[concat!("hca", "ik_ioa7is9jpnc4uis1ov3qbhr1v")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_"],
        &[Run(SLUG, 46, 50)],
        &[concat!("ph", "x_TXytLfL96Y2oSJgeDltFtxkA2OaHPhuUprHAESoF87BceV")],
        &[concat!("ph", "x_oF2zNfndYyrlKCLrbGpGzRx")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phc_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("ph", "c_Fs2LI2DKnxkVTDd0bc6uxrtvPrKwXG0DNw9jPn0b")],
        &[concat!("ph", "c_S4bBi6r4WVixLt8CyFne")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phs_", "phr_"],
        &[Run(SLUG, 40, 54)],
        &[concat!("ph", "s_qYmlDUuUTNtG5zskQHebhwJSpk9LLsGLn2JGd1yh")],
        &[concat!("ph", "s_oePWWZbIQ8ENt0pJfHje")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 60, 500), Run(PADDING, 0, 2), Is("_"), Run(BASE64, 43, 43)],
        &[concat!(
            "snt",
            "rys_pxR6nc9nhi51mOJnNH9SHV4NltL4KlwvJHiWD26Gc09qQSEY1bH6tVbH",
            "oP75_Au2d2lnjJ4w4CU2XZP7IFaWtQf1OmzhLFDFDLDwK4MJ"
        )],
        &[concat!(
            "snt",
            "rys_PweI98ZbmwqksDL2wvgqul2NQna34LxQWCV6tAfUu1k3kyXJndAJj1eA",
            "1zuz_ZdRYIVQJaGlBe"
        )],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("snt", "ryu_ca1887373724a12271418d3abc602378716d71cec3115bf9b6bee856f4cc778a")],
        &[concat!("snt", "ryu_e8d2615f98c77704e646c48af231b838")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &["dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0a01.", "dt0e01."],
        &[Run(ALNUM, 24, 24), Is("."), Run(ALNUM, 64, 64)],
        &[concat!(
            "dt0",
            "c01.4IM06w0wLmeCDAjFH6m4fFwE.UbmB4AKcPjtxZkvxLevACrFjtd98SPi",
            "L0ld3BzOuNrOPjMDRuRwdmAEEP7wdhZ9z"
        )],
        &[concat!("dt0", "c01.IWeXDluFhSVm6Ya5yRx84zw8.GtBq4Yu5PhtMlyEqxkuSioiOo3kpihsj")],
    ),
    token(
        &secret("rootly_key", "Rootly key"),
        &["rootly_"],
        &[Run(HEX, 60, 68)],
        &[concat!("roo", "tly_408d91c96325ba7badde1345e7cded8a1977e4665e4bf14ec5f4e1104adc")],
        &[concat!("roo", "tly_13a4bd1c7e571303c3d826c05bb83c")],
    ),
    token(
        &secret("axiom_token", "Axiom token"),
        &["xaat-", "xapt-"],
        &[Run(UUID, 36, 36)],
        &[concat!("xa", "at-a24b0b43-9c4b-d24f-9cd2-ae06021c6705")],
        &[concat!("xa", "at-9c118696-e369-2935")],
    ),
    token(
        &secret("firehydrant_token", "FireHydrant token"),
        &["fhb-"],
        &[Run(HEX, 32, 64)],
        &[concat!("fh", "b-dba8c50fe1ea4cad9c95c3804fb045e4")],
        &[concat!("fh", "b-c3d47eca15331341")],
    ),
    token(
        &secret("launchdarkly_key", "LaunchDarkly key"),
        &["sdk-", "api-", "mob-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sd", "k-7418235f-df62-3aed-be9b-a44275293a52")],
        &[concat!("sd", "k-4f3e25c9-ab91-7759")],
    ),
    token(
        &secret("configcat_key", "ConfigCat key"),
        &["configcat-sdk-1/", "configcat-proxy/"],
        &[Run(SLUG, 22, 22), Is("/"), Run(SLUG, 22, 22)],
        &[concat!("configca", "t-sdk-1/DuJsJlGp3yjGc2vCfJYNhi/0yeCLKJqfA6OciuLsEnVJv")],
        &[concat!("configca", "t-sdk-1/5KIKisBeZet10VYbHC36i3/jetS7NZmEFZ")],
    ),
    token(
        &secret("devcycle_key", "DevCycle key"),
        &["dvc_client_", "dvc_server_", "dvc_mobile_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("dvc_c", "lient_b4bLNFl8A1CF43FQ5QjS")],
        &[concat!("dvc_c", "lient_4KCNf9uNFX")],
    ),
    token(
        &secret("statsig_key", "Statsig key"),
        &["secret-"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("sec", "ret-6ADhmEpGUGfnp41NoJv87yFHZcKdIjL4uH6DTOq0")],
        &[concat!("sec", "ret-CKRBimn23W1Y4bqzs12a")],
    )
    .mixed(),
    token(
        &secret("branch_key", "Branch key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("key_", "live_taoULSNzG5ZjD594ZjXs3AJwwD94OmUg")],
        &[concat!("key_", "live_4zJCjZrMRVosNLtE")],
    ),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("sg", "p_rCXA0nEelPQNYBgcuz7IR8wzBrdA6JLyPBL028mwhgGk1nHeVU7oCWrnJNWm")],
        &[concat!("sg", "p_grIsT4iEvo8wRAWu9JZtj51sJ5lHz7")],
    )
    .mixed(),
];
