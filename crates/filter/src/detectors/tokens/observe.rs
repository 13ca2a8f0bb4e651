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
        &[concat!("gl", "c_BpMzi3OCb3pxtbzrXU9xgj9RYKBfc5Cd")],
        &[concat!("gl", "c_49U2ph0IYx9usVaw")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["glsa_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("gl", "sa_z7lKcolIYGaIl8PcgYUzkDKHiGjC4jGs_418E4d8f")],
        &[concat!("gl", "sa_4cObYFBR11PzGsoL6pzYvj1PJ")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["eyJrIjoi"],
        &[Run(BASE64, 36, 400), Run(PADDING, 0, 3)],
        &[concat!("eyJr", "Ijoi20webop3eNw5EyonGUcnbW9d7jq7nxSWzU4J")],
        &[concat!("eyJr", "IjoiIF2PjKESHkUhv7LkEJ")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRAK-"],
        &[Run(ALNUM, 27, 27)],
        &[concat!("NR", "AK-P6rpOi8mmzqgKS5BPa9Sgsegi2V")],
        &[concat!("NR", "AK-cHbCt7iLqjPYYu")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRII-", "NRIQ-", "NRBR-", "NRSP-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("NR", "II-jGc2vCfJYNhimbHuHIpYBagfSCx5QKUf")],
        &[concat!("NR", "II-lp0yeCLKJqfA6Oci")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRRA-"],
        &[Run(HEX, 42, 42)],
        &[concat!("NR", "RA-cfacd3132fe052fea4abf96c22c5d23c3dd5620122")],
        &[concat!("NR", "RA-889516f62bd2c59e0123a")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRJS-"],
        &[Run(HEX, 19, 19)],
        &[concat!("NR", "JS-cdd610f7d253f7eda59")],
        &[concat!("NR", "JS-63c1cb0417")],
    ),
    anchored(
        &secret("new_relic_key", "New Relic key"),
        &[Run(LOWER, 36, 36)],
        &["NRAL"],
        &[],
        &[concat!("ea0xg5ex60ocxae4pqnyb62irb3ajlpbl76gNR", "AL")],
        &["a general of the central command"],
    ),
    token(
        &secret("honeycomb_key", "Honeycomb key"),
        &["hcaik_", "hcbik_", "hccik_", "hcxik_", "hcamk_"],
        &[Run(LOWER, 50, 64)],
        &[concat!("hca", "ik_h4vucwjnw6it8erawjz9jhxxw64exb08bgbt4qqm52kjr1ctsf")],
        &[concat!("hca", "ik_om2ad7l9frcmx8xypb2h3vnsa")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_"],
        &[Run(SLUG, 46, 50)],
        &[concat!("ph", "x_Y7WV3jnrc4xE9eBYVyTwRsx39xACgVgttX97q8Eg7uQcrK")],
        &[concat!("ph", "x_D024u2JGWiDXeY5U4SIRbUS")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phc_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("ph", "c_Ed0R7kwF0yGcxCvtX3r2LVXB5ZVlJSEiZSx5ps6U")],
        &[concat!("ph", "c_IcDcUFEIb2gY2fCIjVSL")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phs_", "phr_"],
        &[Run(SLUG, 40, 54)],
        &[concat!("ph", "s_GHTATSZf0uGWS5TVZEnmyRIHow8A4rEL5md5k5Qi")],
        &[concat!("ph", "s_dPNpsokcaE5Dkd8GF1bx")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 40, 500), Run(PADDING, 0, 2), Is("_"), Run(BASE64, 43, 43)],
        &[concat!(
            "snt",
            "rys_yXp9DebkwJpWBPwyeeqDwTD4E9zs3mN1kJZemfpm_K1eXxtmZtfsnT6x",
            "owHQfTNPtrL9GsMnDG3DENMW2CiX"
        )],
        &[concat!("snt", "rys_lyOozR161FX8z5skSQk1wgddqCKgyTQqElq5L9K0_EDoAa1ZYwfpuVjXfZVd5PD")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("snt", "ryu_a1a3de234a0c6bbe2780c6f027acbe6baace522b7bffa9f39829f9d679f5664c")],
        &[concat!("snt", "ryu_c0cd3f53701f2c19535a5d168f823423")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &["dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0a01.", "dt0e01."],
        &[Run(ALNUM, 24, 24), Is("."), Run(ALNUM, 64, 64)],
        &[concat!(
            "dt0",
            "c01.EW3IyDbfg8t1FeR4tnHSwpRJ.lUoPxTwZdbBbYVZBUa8AklMvXpnAUmM",
            "QPGfi7zhwZ0V4MUQXC2FwLARazTQIWZwg"
        )],
        &[concat!("dt0", "c01.Sk1F9GEb0TSbj5I8oBi9D6p9.kkUIGoBu2gTUUivNAn76iMxUkVqlMpfu")],
    ),
    token(
        &secret("rootly_key", "Rootly key"),
        &["rootly_"],
        &[Run(HEX, 60, 68)],
        &[concat!("roo", "tly_f9ccb720a113a46325802af2095baf7120e318db5269b89646b9a373f25c")],
        &[concat!("roo", "tly_7963de75ddf4b0a8d68f1284557058")],
    ),
    token(
        &secret("axiom_token", "Axiom token"),
        &["xaat-", "xapt-"],
        &[Run(UUID, 36, 36)],
        &[concat!("xa", "at-23ebf9f3-5755-ef79-34fc-801b9575229c")],
        &[concat!("xa", "at-fe7e7ebc-b064-562b")],
    ),
    token(
        &secret("firehydrant_token", "FireHydrant token"),
        &["fhb-"],
        &[Run(HEX, 32, 64)],
        &[concat!("fh", "b-7eae3a2aacabe7c43ad575b4fcd3c6a3")],
        &[concat!("fh", "b-f1b1583fb2762974")],
    ),
    token(
        &secret("launchdarkly_key", "LaunchDarkly key"),
        &["sdk-", "api-", "mob-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sd", "k-7f5a9ff6-385d-3dba-32e7-e42d1089efe7")],
        &[concat!("sd", "k-a157e18a-23ba-4dcd")],
    ),
    token(
        &secret("configcat_key", "ConfigCat key"),
        &["configcat-sdk-1/", "configcat-proxy/"],
        &[Run(SLUG, 22, 22), Is("/"), Run(SLUG, 22, 22)],
        &[concat!("configca", "t-sdk-1/Xp5mT9nplEIGjWGdDqdp6f/AdurXrk9wCxLTALXOC7X7O")],
        &[concat!("configca", "t-sdk-1/kmyVO0bxBf6zr7uwBLnrTg/2s7ufTeaSwV")],
    ),
    token(
        &secret("devcycle_key", "DevCycle key"),
        &["dvc_client_", "dvc_server_", "dvc_mobile_"],
        &[Run(ALNUM, 8, 64)],
        &[concat!("dvc_c", "lient_by9FZ7zW")],
        &[concat!("dvc_c", "lient_HdxP")],
    )
    .mixed(),
    token(
        &secret("statsig_key", "Statsig key"),
        &["secret-"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("sec", "ret-TofWrVTV0XDafSrsezQd0OglatS8VsqcEaGYUnxw")],
        &[concat!("sec", "ret-X2arJceCJTKa84rdLrnl")],
    )
    .mixed(),
    token(
        &secret("branch_key", "Branch key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("key_", "live_9QXRpouAMdFFNJu4flYg9giLjc2rYC1m")],
        &[concat!("key_", "live_llQDQadszXyRwQ59")],
    ),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("sg", "p_LALsHOisfgWzZZkGUvO3USchshElJFPsGd5qGwSji4H6DsxgiBKpumHaCyQN")],
        &[concat!("sg", "p_Ea2vXwkmkYCA2bYnKLQpnWiGM7IraU")],
    )
    .mixed(),
    token(
        &secret("fullstory_key", "FullStory key"),
        &["na1.", "eu1."],
        &[Run(BASE64, 80, 200), Run(PADDING, 0, 2)],
        &[concat!(
            "na",
            "1.E2KOknPukJiPqPd5KJvfOpexXm7ioot4CD7bvgSr2xqXNlKx27oO7U0YwT",
            "cZzRmwh8uC9ntOQXC18gEZ"
        )],
        &[concat!("na", "1.B55rIzIcdIKGDbB2FX1QQgB2mvk78bzYLVmRnhqs")],
    ),
];
