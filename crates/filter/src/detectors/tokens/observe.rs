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
        &[concat!("gl", "c_ScCwAVIj5PM7SWOmG8twzvWzWvNJyuIm")],
        &[concat!("gl", "c_UcKeeswu7JD5KcKB")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["glsa_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("gl", "sa_ZwWiutGvM4kOgIeZxCYnLE4z94uQ2Tmq_85A7C6cE")],
        &[concat!("gl", "sa_wR6nlYRYQOJf0wKhXEtaOg1zE")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["eyJrIjoi"],
        &[Run(BASE64, 36, 400), Run(PADDING, 0, 3)],
        &[concat!("eyJr", "IjoiPoJmhIk2R4AgszBplP5TVq7g8y4JbrQH8Hcg")],
        &[concat!("eyJr", "Ijoi1LGGTUa2SEcsQbcOj7")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRAK-"],
        &[Run(ALNUM, 27, 27)],
        &[concat!("NR", "AK-WH18k91Fnp8QcdY4z7YfaSbxOIW")],
        &[concat!("NR", "AK-2aoBjVnk2Sb9Cj")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRII-", "NRIQ-", "NRBR-", "NRSP-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("NR", "II-IjUTYMlTEmUIihExTHrCTG2D7kRzOKWW")],
        &[concat!("NR", "II-ixeR44vIRKa0cbZO")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRRA-"],
        &[Run(HEX, 42, 42)],
        &[concat!("NR", "RA-82a42afb66c34e853048b7bafffa5409fc14fef4f5")],
        &[concat!("NR", "RA-1a7e8a978c1fc7478c896")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRJS-"],
        &[Run(HEX, 19, 19)],
        &[concat!("NR", "JS-2337c307e9ce5a15650")],
        &[concat!("NR", "JS-67ac211af8")],
    ),
    anchored(
        &secret("new_relic_key", "New Relic key"),
        &[Run(LOWER, 36, 36)],
        &["NRAL"],
        &[],
        &[concat!("s3oiim8o34wcjmgbtharwt1yzybs8g4ioa7iNR", "AL")],
        &["a general of the central command"],
    ),
    token(
        &secret("honeycomb_key", "Honeycomb key"),
        &["hcaik_", "hcbik_", "hccik_", "hcxik_", "hcamk_"],
        &[Run(LOWER, 50, 64)],
        &[concat!("hca", "ik_s9jpnc4uis1ov3qbhr1vxa9023rhs867fyy6p6zb2v9s4txl5l")],
        &[concat!("hca", "ik_ysj64dfao0hp7uhaesfb24vfn")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_"],
        &[Run(SLUG, 46, 50)],
        &[concat!("ph", "x_Fs2LI2DKnxkVTDd0bc6uxrtvPrKwXG0DNw9jPn0bS4bBi6")],
        &[concat!("ph", "x_r4WVixLt8CyFneANTwzmcsI")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phc_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("ph", "c_5zskQHebhwJSpk9LLsGLn2JGd1yhoePWWZbIQ8EN")],
        &[concat!("ph", "c_t0pJfHjecMmwm2pJbzRx")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phs_", "phr_"],
        &[Run(SLUG, 40, 54)],
        &[concat!("ph", "s_mOJnNH9SHV4NltL4KlwvJHiWD26Gc09qQSEY1bH6")],
        &[concat!("ph", "s_tVbHoP75Au2d2lnjJ4w4")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 60, 500), Run(PADDING, 0, 2), Is("_"), Run(BASE64, 43, 43)],
        &[concat!(
            "snt",
            "rys_FDFDLDwK4MJPweI98ZbmwqksDL2wvgqul2NQna34LxQWCV6tAfUu1k3k",
            "yXJn_dAJj1eA1zuzZdRYIVQJaGlBeI0ArgDNr8GlP29Kb6O3"
        )],
        &[concat!(
            "snt",
            "rys_eSHEYg8vV4bmtZUyCR9Q2PGOwHOFI3vUliChzE8vF2PDJiqDRnb4HVgW",
            "Zyou_uMB3kExGsh5m1"
        )],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("snt", "ryu_b6bee856f4cc778ae8d2615f98c77704e646c48af231b83869cda17a05d92e8b")],
        &[concat!("snt", "ryu_1d6e2b9eafd09c4a465f11023f22ad00")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &["dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0a01.", "dt0e01."],
        &[Run(ALNUM, 24, 24), Is("."), Run(ALNUM, 64, 64)],
        &[concat!(
            "dt0",
            "c01.eXDluFhSVm6Ya5yRx84zw8Gt.Bq4Yu5PhtMlyEqxkuSioiOo3kpihsj4",
            "cJ9IoeSBcYoUvKyfY5q4pTYzGHIVZ06n0"
        )],
        &[concat!("dt0", "c01.zIARtj6bur4T9D6Y1rsryTM8.9jHEL6XVOWVsb6xbd0CprGJ1Ky9cqi0O")],
    ),
    token(
        &secret("rootly_key", "Rootly key"),
        &["rootly_"],
        &[Run(HEX, 60, 68)],
        &[concat!("roo", "tly_bf14ec5f4e1104adc13a4bd1c7e571303c3d826c05bb83c2a3f3a4621445")],
        &[concat!("roo", "tly_0a2013a92d5652aefa24b0b439c4bd")],
    ),
    token(
        &secret("axiom_token", "Axiom token"),
        &["xaat-", "xapt-"],
        &[Run(UUID, 36, 36)],
        &[concat!("xa", "at-929351c3-9ea8-0399-0671-ddba8c50fe1e")],
        &[concat!("xa", "at-a4cad9c9-5c38-04fb")],
    ),
    token(
        &secret("firehydrant_token", "FireHydrant token"),
        &["fhb-"],
        &[Run(HEX, 32, 64)],
        &[concat!("fh", "b-3134184d8fe7dc208735c7418235fdf6")],
        &[concat!("fh", "b-23aedbe9ba442752")],
    ),
    token(
        &secret("launchdarkly_key", "LaunchDarkly key"),
        &["sdk-", "api-", "mob-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sd", "k-1775907d-9fae-3d15-7cc8-314433e1f4c6")],
        &[concat!("sd", "k-d334c0df-9185-aff1")],
    ),
    token(
        &secret("configcat_key", "ConfigCat key"),
        &["configcat-sdk-1/", "configcat-proxy/"],
        &[Run(SLUG, 22, 22), Is("/"), Run(SLUG, 22, 22)],
        &[concat!("configca", "t-sdk-1/Zet10VYbHC36i3uHpl6jFe/EFZLbqFGYu6x7Gb4bLNFl8")],
        &[concat!("configca", "t-sdk-1/A1CF43FQ5QjS4KCNf9uNFX/a68EyZLuTd6")],
    ),
    token(
        &secret("devcycle_key", "DevCycle key"),
        &["dvc_client_", "dvc_server_", "dvc_mobile_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("dvc_c", "lient_p41NoJv87yFHZcKdIjL4")],
        &[concat!("dvc_c", "lient_uH6DTOq0CK")],
    ),
    token(
        &secret("statsig_key", "Statsig key"),
        &["secret-"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("sec", "ret-4bqzs12aNCB0jfhPbFLsHeqOkc4staoULSNzG5Zj")],
        &[concat!("sec", "ret-D594ZjXs3AJwwD94OmUg")],
    )
    .mixed(),
    token(
        &secret("branch_key", "Branch key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("key_", "live_XGfEXt8g9qaOrCXA0nEelPQNYBgcuz7I")],
        &[concat!("key_", "live_R8wzBrdA6JLyPBL0")],
    ),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("sg", "p_CWrnJNWmgrIsT4iEvo8wRAWu9JZtj51sJ5lHz7X7XmuWo6geEXB708sao1mi")],
        &[concat!("sg", "p_BrvGBTez3QkQMftct5KJyR7bCTSFmO")],
    )
    .mixed(),
];
