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
        &[concat!("gl", "c_m5IJKBrkUhFppl5BCHUTEbKsMuKE6wVc")],
        &[concat!("gl", "c_4fV4uEIskXBWJ8Gj")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["glsa_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("gl", "sa_jxeiTwYnbEVcxAoMBqFDmYmMP0ALTg8x_Dc1A18D6")],
        &[concat!("gl", "sa_Sr9NndHsNT8ETGKqjCvYz2GS8")],
    ),
    token(
        &secret("grafana_token", "Grafana token"),
        &["eyJrIjoi"],
        &[Run(BASE64, 36, 400), Run(PADDING, 0, 3)],
        &[concat!("eyJr", "Ijoi3OCb3pxtbzrXU9xgj9RYKBfc5Cd49U2ph0IY")],
        &[concat!("eyJr", "Ijoix9usVawqSYSKY1GRAI")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRAK-"],
        &[Run(ALNUM, 27, 27)],
        &[concat!("NR", "AK-8PcgYUzkDKHiGjC4jGsJCRoIa0R")],
        &[concat!("NR", "AK-e4cObYFBR11PzG")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRII-", "NRIQ-", "NRBR-", "NRSP-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("NR", "II-DpgR8693hqtivrFyGlK20webop3eNw5E")],
        &[concat!("NR", "II-yonGUcnbW9d7jq7n")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRRA-"],
        &[Run(HEX, 42, 42)],
        &[concat!("NR", "RA-a524f3e25c9ab91775907d9fae3d157cc8314433e1")],
        &[concat!("NR", "RA-f4c6d334c0df9185aff15")],
    ),
    token(
        &secret("new_relic_key", "New Relic key"),
        &["NRJS-"],
        &[Run(HEX, 19, 19)],
        &[concat!("NR", "JS-132fe052fea4abf96c2")],
        &[concat!("NR", "JS-2c5d23c3dd")],
    ),
    anchored(
        &secret("new_relic_key", "New Relic key"),
        &[Run(LOWER, 36, 36)],
        &["NRAL"],
        &[],
        &[concat!("9skcn5nfx0ezlt3ad7egug5njfhz2k3i9lhdNR", "AL")],
        &["a general of the central command"],
    ),
    token(
        &secret("honeycomb_key", "Honeycomb key"),
        &["hcaik_", "hcbik_", "hccik_", "hcxik_", "hcamk_"],
        &[Run(LOWER, 50, 64)],
        &[concat!("hca", "ik_tockrb8wy10ncb957p1flh4o20ulsngz9dz9xajdou6jc9zmrv")],
        &[concat!("hca", "ik_nlea0xg5ex60ocxae4pqnyb62")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_"],
        &[Run(SLUG, 46, 50)],
        &[concat!("ph", "x_4iEvo8wRAWu9JZtj51sJ5lHz7X7XmuWo6geEXB708sao1m")],
        &[concat!("ph", "x_iBrvGBTez3QkQMftct5KJyR")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phc_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("ph", "c_CMs1XiXtYzPB8cHx6dVNzsS5uAUOTyNxNJhGmFu4")],
        &[concat!("ph", "c_zaCM74y2j3EgISN6YdlV")],
    ),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phs_", "phr_"],
        &[Run(SLUG, 40, 54)],
        &[concat!("ph", "s_BYVyTwRsx39xACgVgttX97q8Eg7uQcrKD024u2JG")],
        &[concat!("ph", "s_WiDXeY5U4SIRbUSSmyLT")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 40, 500), Run(PADDING, 0, 2), Is("_"), Run(BASE64, 43, 43)],
        &[concat!(
            "snt",
            "rys_0R7kwF0yGcxCvtX3r2LVXB5ZVlJSEiZSx5ps6UIc_DcUFEIb2gY2fCIj",
            "VSLZRUXx0CWSu4FEHYdV9yNGHTAT"
        )],
        &[concat!("snt", "rys_SZf0uGWS5TVZEnmyRIHow8A4rEL5md5k5QidPNps_okcaE5Dkd8GF1bxAvMHmbB")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("snt", "ryu_4b07ff191264cff5fbcf938f967536131266b1b782b98ee1598255210dccfabf")],
        &[concat!("snt", "ryu_cae71d109814e4c7a1a3de234a0c6bbe")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &["dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s08.", "dt0a01.", "dt0e01."],
        &[Run(ALNUM, 24, 24), Is("."), Run(ALNUM, 64, 64)],
        &[concat!(
            "dt0",
            "c01.TQFmSfTaNm4p3oP3Sf2KkMy7.gyhNltI5ZYBZr83anGfKGPyBDfF6YDx",
            "SLHnukswvKVhLarCkMtwQetxtQuEpG3In"
        )],
        &[concat!("dt0", "c01.EnGFaTdGS6e8VINK2CKlrTpN.nfirYCVwje9JrlwC7WOPvJpxkYP3eGHM")],
    ),
    token(
        &secret("rootly_key", "Rootly key"),
        &["rootly_"],
        &[Run(HEX, 60, 68)],
        &[concat!("roo", "tly_ed0dcac0ad06b0a6873fca6a8b12508d984bc9232d99d401a4309aa606aa")],
        &[concat!("roo", "tly_6f700a7aea6e83c5191f9ccb720a11")],
    ),
    token(
        &secret("axiom_token", "Axiom token"),
        &["xaat-", "xapt-"],
        &[Run(UUID, 36, 36)],
        &[concat!("xa", "at-269b8964-6b9a-373f-25c7-963de75ddf4b")],
        &[concat!("xa", "at-0a8d68f1-2845-5705")],
    ),
    token(
        &secret("firehydrant_token", "FireHydrant token"),
        &["fhb-"],
        &[Run(HEX, 32, 64)],
        &[concat!("fh", "b-d07617a71170fac23ebf9f35755ef793")],
        &[concat!("fh", "b-4fc801b9575229cf")],
    ),
    token(
        &secret("launchdarkly_key", "LaunchDarkly key"),
        &["sdk-", "api-", "mob-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sd", "k-61c735ec-54f2-6db7-eae3-a2aacabe7c43")],
        &[concat!("sd", "k-ad575b4f-cd3c-6a3f")],
    ),
    token(
        &secret("configcat_key", "ConfigCat key"),
        &["configcat-sdk-1/", "configcat-proxy/"],
        &[Run(SLUG, 22, 22), Is("/"), Run(SLUG, 22, 22)],
        &[concat!("configca", "t-sdk-1/Cmbsz0PeLVSfofNGko0QL4/ka7G9gubWVuh0GElqxrnmc")],
        &[concat!("configca", "t-sdk-1/3p2O5zdIEbiDB4rQr3pS9z/dfdrOUCKy0O")],
    ),
    token(
        &secret("devcycle_key", "DevCycle key"),
        &["dvc_client_", "dvc_server_", "dvc_mobile_"],
        &[Run(ALNUM, 8, 64)],
        &[concat!("dvc_c", "lient_lh45gtHW")],
        &[concat!("dvc_c", "lient_1V2J")],
    )
    .mixed(),
    token(
        &secret("statsig_key", "Statsig key"),
        &["secret-"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("sec", "ret-n9vGktJROsBLlxvuURDeSaUVrVEXp5mT9nplEIGj")],
        &[concat!("sec", "ret-WGdDqdp6fAdurXrk9wCx")],
    )
    .mixed(),
    token(
        &secret("branch_key", "Branch key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("key_", "live_f6zr7uwBLnrTg2s7ufTeaSwVhHDzuo6d")],
        &[concat!("key_", "live_YEejLwkJZM3gVOGl")],
    ),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("sg", "p_kMHby9FZ7zWHdxP1q0gTofWrVTV0XDafSrsezQd0OglatS8VsqcEaGYUnxwX")],
        &[concat!("sg", "p_2arJceCJTKa84rdLrnlT2tRbe32JS4")],
    )
    .mixed(),
    token(
        &secret("fullstory_key", "FullStory key"),
        &["na1.", "eu1."],
        &[Run(BASE64, 80, 200), Run(PADDING, 0, 2)],
        &[concat!(
            "na",
            "1.giLjc2rYC1mllQDQadszXyRwQ59Qmpg7Hikjgx6day5LALsHOisfgWzZZk",
            "GUvO3USchshElJFPsGd5qG"
        )],
        &[concat!("na", "1.wSji4H6DsxgiBKpumHaCyQNEa2vXwkmkYCA2bYnK")],
    ),
];
