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
        &[concat!("gl", "c_NxQvA34ymEIlyUjRDbqRcJcScCwAVIj5")],
        &[concat!("gl", "c_PM7SWOmG8twzvWzW")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["glsa_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("gl", "sa_QHuUVXRdtZA9oalGItyFInOUcKeeswu7_71eA18C6")],
        &[concat!("gl", "sa_wNZwWiutGvM4kOgIeZxCYnLE4")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["eyJrIjoi"],
        &[Run(BASE64, 36, 400), Run(PADDING, 0, 3)],
        &[concat!("eyJr", "IjoiYpwR6nlYRYQOJf0wKhXEtaOg1zE9OCmHufNb")],
        &[concat!("eyJr", "IjoiHfTZxU8bPoJmhIk2R4")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRAK-"],
        &[Run(ALNUM, 27, 27)],
        &[concat!("NR", "AK-brQH8Hcg1LGGTUa2SEcsQbcOj7Q")],
        &[concat!("NR", "AK-woQMB0gamQhqvY")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRII-", "NRIQ-", "NRBR-", "NRSP-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("NR", "II-8QcdY4z7YfaSbxOIW2aoBjVnk2Sb9Cjd")],
        &[concat!("NR", "II-8EVZPhxs2TnHIjUT")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRRA-"],
        &[Run(HEX, 42, 42)],
        &[concat!("NR", "RA-931875bbf8485dedc70628c2f2e82a42afb66c34e8")],
        &[concat!("NR", "RA-53048b7bafffa5409fc14")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRJS-"],
        &[Run(HEX, 19, 19)],
        &[concat!("NR", "JS-78c8960c203d5ab6cac")],
        &[concat!("NR", "JS-2b0c344023")],
    ),
    anchored(
        &secret("new_relic_key", "New Relic key"),
        &[Run(LOWER, 36, 36)],
        &["NRAL"],
        &[],
        &[concat!("2kvdl7mlanpvzf6c79cu749rq87fuvjw3uasNR", "AL")],
        &["a general of the central command"],
    ),
    token(
        &secret("honeycomb_key", "Honeycomb key"),
        &["hcaik_", "hcbik_", "hccik_", "hcxik_", "hcamk_"],
        &[Run(LOWER, 50, 64)],
        &[concat!("hca", "ik_3oiim8o34wcjmgbtharwt1yzybs8g4ioa7is9jpnc4uis1ov3q")],
        &[concat!("hca", "ik_bhr1vxa9023rhs867fyy6p6zb")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_"],
        &[Run(SLUG, 46, 50)],
        &[concat!("ph", "x_AESoF87BceVoF2zNfndYyrlKCLrbGpGzRxexmPRJuswM3I")],
        &[concat!("ph", "x_FWEeYKmfBxLFs2LI2DKnxkV")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phc_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("ph", "c_jPn0bS4bBi6r4WVixLt8CyFneANTwzmcsIimNTd4")],
        &[concat!("ph", "c_ruxjqqYmlDUuUTNtG5zs")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phs_", "phr_"],
        &[Run(SLUG, 40, 54)],
        &[concat!("ph", "s_Gd1yhoePWWZbIQ8ENt0pJfHjecMmwm2pJbzRxzgF")],
        &[concat!("ph", "s_dNTqFpxR6nc9nhi51mOJ")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 60, 500), Run(PADDING, 0, 2), Is("_"), Run(BASE64, 43, 43)],
        &[concat!(
            "snt",
            "rys_WD26Gc09qQSEY1bH6tVbHoP75Au2d2lnjJ4w4CU2XZP7IFaWtQf1Omzh",
            "LFDF_DLDwK4MJPweI98ZbmwqksDL2wvgqul2NQna34LxQWCV"
        )],
        &[concat!(
            "snt",
            "rys_6tAfUu1k3kyXJndAJj1eA1zuzZdRYIVQJaGlBeI0ArgDNr8GlP29Kb6O",
            "3eSH_EYg8vV4bmtZUy"
        )],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("snt", "ryu_18d3abc602378716d71cec3115bf9b6bee856f4cc778ae8d2615f98c77704e64")],
        &[concat!("snt", "ryu_6c48af231b83869cda17a05d92e8b1d6")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &["dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0a01.", "dt0e01."],
        &[Run(ALNUM, 24, 24), Is("."), Run(ALNUM, 64, 64)],
        &[concat!(
            "dt0",
            "c01.jtxZkvxLevACrFjtd98SPiL0.ld3BzOuNrOPjMDRuRwdmAEEP7wdhZ9z",
            "IWeXDluFhSVm6Ya5yRx84zw8GtBq4Yu5P"
        )],
        &[concat!("dt0", "c01.htMlyEqxkuSioiOo3kpihsj4.cJ9IoeSBcYoUvKyfY5q4pTYzGHIVZ06n")],
    ),
    token(
        &secret("rootly_key", "Rootly key"),
        &["rootly_"],
        &[Run(HEX, 60, 68)],
        &[concat!("roo", "tly_a7badde1345e7cded8a1977e4665e4bf14ec5f4e1104adc13a4bd1c7e571")],
        &[concat!("roo", "tly_303c3d826c05bb83c2a3f3a4621445")],
    ),
    token(
        &secret("axiom_token", "Axiom token"),
        &["xaat-", "xapt-"],
        &[Run(UUID, 36, 36)],
        &[concat!("xa", "at-24f9cd2a-e060-21c6-7059-c118696e3692")],
        &[concat!("xa", "at-9351c39e-a803-9906")],
    ),
    token(
        &secret("firehydrant_token", "FireHydrant token"),
        &["fhb-"],
        &[Run(HEX, 32, 64)],
        &[concat!("fh", "b-cad9c95c3804fb045e4c3d47eca15331")],
        &[concat!("fh", "b-34184d8fe7dc2087")],
    ),
    token(
        &secret("launchdarkly_key", "LaunchDarkly key"),
        &["sdk-", "api-", "mob-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sd", "k-aedbe9ba-4427-5293-a524-f3e25c9ab917")],
        &[concat!("sd", "k-75907d9f-ae3d-157c")],
    ),
    token(
        &secret("configcat_key", "ConfigCat key"),
        &["configcat-sdk-1/", "configcat-proxy/"],
        &[Run(SLUG, 22, 22), Is("/"), Run(SLUG, 22, 22)],
        &[concat!("configca", "t-sdk-1/uHIpYBagfSCx5QKUflp0ye/CLKJqfA6OciuLsEnVJv5KI")],
        &[concat!("configca", "t-sdk-1/KisBeZet10VYbHC36i3uHp/S7NZmEFZLbq")],
    ),
    token(
        &secret("devcycle_key", "DevCycle key"),
        &["dvc_client_", "dvc_server_", "dvc_mobile_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("dvc_c", "lient_LNFl8A1CF43FQ5QjS4KC")],
        &[concat!("dvc_c", "lient_Nf9uNFXa68")],
    ),
    token(
        &secret("statsig_key", "Statsig key"),
        &["secret-"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("sec", "ret-hmEpGUGfnp41NoJv87yFHZcKdIjL4uH6DTOq0CKR")],
        &[concat!("sec", "ret-Bimn23W1Y4bqzs12aNCB")],
    )
    .mixed(),
    token(
        &secret("branch_key", "Branch key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("key_", "live_ULSNzG5ZjD594ZjXs3AJwwD94OmUg4zJ")],
        &[concat!("key_", "live_CjZrMRVosNLtEAap")],
    ),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("sg", "p_A0nEelPQNYBgcuz7IR8wzBrdA6JLyPBL028mwhgGk1nHeVU7oCWrnJNWmgrI")],
        &[concat!("sg", "p_sT4iEvo8wRAWu9JZtj51sJ5lHz7X7X")],
    )
    .mixed(),
];
