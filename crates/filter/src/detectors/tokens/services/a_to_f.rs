//! Services from A to F by their plain names.

use super::super::super::Detector;
use super::super::super::token::{
    ALNUM, ANY_HEX, BASE64, DOTTED, HEX, LOWER, PADDED, PADDING,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, UUID, anchored, secret, token,
};

pub(in super::super) static ROWS: &[Detector] = &[
    token(
        &secret("1password_recovery_key", "1Password recovery key"),
        &["1PRK-"],
        &[
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
            Is("-"),
            Run(UPPER, 4, 4),
        ],
        &[concat!("1P", "RK-5WXK-VKLN-B4ZB-GXXO-6D1T-FDRW-X8WD-HV8Z-KNPY-YC9Z-9983-2HJB-8HYM")],
        &[concat!("1P", "RK-8T")],
    ),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["u-s4t2ud-", "u-s4t2af-", "s-s4t2ud-", "s-s4t2af-"],
        &[Run(HEX, 64, 64)],
        &[concat!("u-", "s4t2ud-30f028f84190920b7a123ca41179c840691ec93b49fe0a77cac411330ea71f00")],
        &[concat!("u-", "s4t2ud-3b6f303e4f3e549a918b4")],
    ),
    token(
        &secret("age_secret_key", "age secret key"),
        &["AGE-SECRET-KEY-PQ-1"],
        &[Run(UPPER, 58, 58)],
        &[concat!("AG", "E-SECRET-KEY-PQ-1B3B9QVY1JEWNY5TQ9K9W2U036MGL1AWC5RRCAFEVDNAYRRTNDJSZU5DC75")],
        &[concat!("AG", "E-SECRET-KEY-PQ-1MA7BDRCR1Z9HINP0UXT")],
    ),
    token(
        &secret("ai71_key", "AI71 key"),
        &["ai71-api-"],
        &[Run(UUID, 36, 36)],
        &[concat!("ai", "71-api-bf4347be-c1a8-2eeb-3891-212e3cef04a4")],
        &[concat!("ai", "71-api-03c25801-23a4-9f7a-e")],
    ),
    anchored(
        &secret("airtable_oauth_token", "Airtable sign-in token"),
        &[Run(ALNUM, 8, 60)],
        &[".v1."],
        &[Run(SLUG, 5, 60), Is("."), Run(HEX, 24, 400)],
        &[concat!(
            "oaaq7Lm2Vb8Wz1Kp",
            ".v1.usrQ4k_9Xw2.c8dd2c95b58efd9e5afe3836702ead50b5b6386984383d531b53a829a58820d8"
        )],
        &["api.v1.users.list", concat!("oaaq7Lm2", ".v1.usr.q7Lm2Vb8")],
    ),
    token(
        &secret("airtable_token", "Airtable token"),
        &["pat"],
        &[Run(ALNUM, 14, 14), Is("."), Run(HEX, 64, 64)],
        &[concat!("pa", "tF8nyUcHDYisp3H.a8d0b53b625ec33dc0761858b285163e1be16f1925286091f8257f1b7ce2710d")],
        &[concat!("pa", "tyJfCRNlkpkJmGW.ac85e20b247f4a5f340c2")],
    ),
    token(
        &secret("amazon_client", "Amazon sign-in client"),
        &["amzn1.application-oa2-client."],
        &[Run(HEX, 20, 40)],
        &[concat!("am", "zn1.application-oa2-client.dab20873c795900a5e37")],
        &[concat!("am", "zn1.application-oa2-client.f5f324")],
    ),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATATT3", "ATATT2", "ATCTT3", "ATSTT3"],
        &[Run(SLUG, 20, 800), Is("="), Run(ANY_HEX, 8, 8)],
        &[concat!("AT", "ATT3Ns0Gc4LtWa4pmDP4iXJ4=e98eDdf9")],
        &[concat!("AT", "ATT3OvndAB")],
    ),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATAT", "ATCT"],
        &[Run(PADDED, 60, 500)],
        &[concat!("AT", "CTZCPvmDXqQYAMWHS5FwMezMv3q4W-hNeRM0CKSSXCb12XUFWTdnEBw_Y8u3yV")],
        &[concat!("AT", "CTdkmoBYp6Sm1EPNamiRt6")],
    )
    .mixed(),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATCO"],
        &[Run(PADDED, 20, 400)],
        &[concat!("AT", "COmny_RxplSEt47m2qlc72")],
        &[concat!("AT", "COi4-h58")],
    )
    .mixed(),
    token(
        &secret("authress_key", "Authress key"),
        &["sc_", "ext_", "scauth_", "authress_"],
        &[
            Run(LOWER, 5, 30),
            Is("."),
            Run(LOWER, 4, 6),
            Is("."),
            Is("acc"),
            Run(SLUG, 11, 40),
            Is("."),
            Run(DOTTED, 30, 130),
        ],
        &[concat!("au", "thress_1niz8.07za.accatevak8xcSW.k.CvGaT-Qs4-3fU-X1GY6QDFpO8bBz")],
        &[concat!("au", "thress_kbvv2.ay7h.accdXey8wcGjfp.CFYVSBpTkW")],
    ),
    anchored(
        &secret("azure_devops_token", "Azure DevOps token"),
        &[Run(ALNUM, 76, 76)],
        &["AZDO"],
        &[Run(ALNUM, 4, 5)],
        &[concat!(
            "d1wPw7X8bbGEuRtCu6hF8DKNZkjLHnBNvDMoRTeJzcmP6lcPI71dC3WPmETR4biPHnY4H59ikQ2l",
            "AZDO4kQ9"
        )],
        &[concat!("q7Lm2Vb8", "AZDO4kQ9")],
    ),
    token(
        &secret("bitbucket_server_token", "Bitbucket Data Center token"),
        &["BBDC-"],
        &[Run(BASE64, 32, 48)],
        &[concat!("BB", "DC-mg0x2iGF2nSvbsNH3nCUj0kHO2NDx1Ge")],
        &[concat!("BB", "DC-G6L0HA4uTN")],
    )
    .mixed(),
    token(
        &secret("branch_live_key", "Branch live key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 16, 40)],
        &[concat!("ke", "y_test_th3Mpa6mMMvSuU69")],
        &[concat!("ke", "y_test_OhQvz")],
    )
    .mixed(),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-"],
        &[Run(ANY_HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xk",
            "eysib-7AFb6Fc3cDAF8fafF39fF8EFF92fF24fbafD1bCEE2e75d1332a52D66AD1DaAE9-cZczNPKtPyDqFwS8"
        )],
        &[concat!("xk", "eysib-D9d4e6AbD4ea2FcE7e8aE")],
    ),
    token(
        &secret("browser_use_key", "Browser Use key"),
        &["bu_"],
        &[Run(SLUG, 42, 46)],
        &[concat!("bu", "_7WnV35PWTbTXSG9bU07fcLgoQ3HXMGaABhjDwgU6ng")],
        &[concat!("bu", "_Lqn1DoinjXer4d")],
    )
    .mixed(),
    token(
        &secret("builder_key", "Builder.io key"),
        &["bpk-"],
        &[Run(HEX, 32, 32)],
        &[concat!("bp", "k-dbe61d9485c12edfe40934d68e46a590")],
        &[concat!("bp", "k-36ec2bc20b")],
    ),
    token(
        &secret("buildkite_token", "Buildkite token"),
        &["bkua_", "bkat_", "bkaj_", "bkpt_"],
        &[Run(ALNUM, 36, 60)],
        &[concat!("bk", "ua_rJomvqftIJh0IeSoDJwYY3ikjmJqRhyqLPEx")],
        &[concat!("bk", "ua_mmWl8xEe6OMi")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_", "cal_live_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("ca", "l_live_ZZIdJw27oUrEO6c6tjrDz4Y8Tgnthq9R")],
        &[concat!("ca", "l_live_0AeEusti8S")],
    ),
    token(
        &secret("cfxre_key", "Cfx.re key"),
        &["cfxk_", "cfx_"],
        &[Run(SLUG, 20, 100)],
        &[concat!("cf", "xk_iL3lzzbdOzdOmG-0QCfT")],
        &[concat!("cf", "xk_-_2hRU")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_test_", "sk_", "pk_test_"],
        &[Run(UUID, 36, 36)],
        &[concat!("sk", "_test_8bc20de1-1f4f-c3b3-837d-7686e031fb5c")],
        &[concat!("sk", "_test_46959d9d-dd62-ccb6-f")],
    ),
    token(
        &secret("cloudflare_token", "Cloudflare token"),
        &["cfut_", "cfat_", "cfk_"],
        &[Run(SLUG, 40, 64)],
        &[concat!("cf", "at_6fJLlfJ7RiX3O1lpJphqFPOCHIbKvJ9J6jqIIYbw")],
        &[concat!("cf", "at_YlVZaaihcfOqc")],
    )
    .mixed(),
    token(
        &secret("coderabbit_key", "CodeRabbit key"),
        &["cr-"],
        &[Run(ANY_HEX, 58, 58)],
        &[concat!("cr", "-f10C3e16D4f671be1619AAfeA3dc239c7b220507A71190E60095c6e2df")],
        &[concat!("cr", "-3ab5C7124de1A24Def0")],
    ),
    token(
        &secret("composio_key", "Composio key"),
        &["ak_", "ck_"],
        &[Run(SLUG, 20, 20)],
        &[concat!("ck", "_kwvAiyz_hq_m1pVprnLq")],
        &[concat!("ck", "_Z8ROHO")],
    )
    .mixed(),
    token(
        &secret("convex_key", "Convex key"),
        &["eyJ2MiI6I"],
        &[Run(BASE64, 30, 300)],
        &[concat!("ey", "J2MiI6IifyQKWueZJ9rEHjnWizLM1piwuv520")],
        &[concat!("ey", "J2MiI6IvnUNOf6nWr")],
    ),
    token(
        &secret("crossmint_key", "Crossmint key"),
        &["ck_production_", "ck_staging_", "sk_production_", "sk_staging_"],
        &[Run(ALNUM, 24, 400)],
        &[concat!("ck", "_production_Bz99o0vgzFAY1Hj50uLDmqJU")],
        &[concat!("ck", "_production_firhD55R")],
    )
    .mixed(),
    token(
        &secret("cursor_key", "Cursor key"),
        &["key_"],
        &[Run(LOWER, 64, 64)],
        &[concat!("ke", "y_ogeqp9xa1b0x8j991i8paxet1n2o37yxzs0j7k7ty36ee9lbonrcux8tp2w86p6b")],
        &[concat!("ke", "y_6cxmp3t21a8dyppldge8v")],
    ),
    token(
        &secret("datastax_token", "DataStax Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 40), Maybe(&[Is(":"), Run(ANY_HEX, 64, 64)])],
        &[concat!("As", "traCS:wfAUtIdFJHlcQ84pKBkZ")],
        &[concat!("As", "traCS:lcLOI4")],
    )
    .mixed(),
    token(
        &secret("digitalocean_token", "DigitalOcean token"),
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        &[Run(HEX, 64, 64)],
        &[concat!("do", "o_v1_28e726ccbf40a1fd1ade4ee4ffcbef1d9fefe9174fce5052badb448bede87763")],
        &[concat!("do", "o_v1_7299a15d0815337225ede")],
    ),
    token(
        &secret("dryrun_security_key", "DryRun Security key"),
        &["dryrunsec_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("dr", "yrunsec_AKvpU6TNFfhabXKHMYFAQbblWGZik2a2")],
        &[concat!("dr", "yrunsec_Fb8fO6ZB9N")],
    ),
    token(
        &secret("dub_key", "Dub key"),
        &["dub_"],
        &[Run(ALNUM, 24, 24)],
        &[concat!("du", "b_NHqtlFHjdSyUZjr2rne2DXCr")],
        &[concat!("du", "b_B7ZyrnkO")],
    )
    .mixed(),
    token(
        &secret("duplocloud_token", "DuploCloud token"),
        &["AQAAANCMnd8BFdERjHo"],
        &[Run(SLUG, 40, 600)],
        &[concat!("AQ", "AAANCMnd8BFdERjHoE1Fz50ldJJD19KFYz19Oz25ltFIgiuS8Oehi_bzZ")],
        &[concat!("AQ", "AAANCMnd8BFdERjHoxlGfKmd8Jc38c")],
    ),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &[
            "dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s04.", "dt0s06.", "dt0s08.", "dt0i01.",
            "dt0e01.", "dt0t01.", "dt0a01.", "dt0d01.", "dt0l01.",
        ],
        &[Run(SLUG, 8, 128), Is("."), Run(UPPER, 64, 64)],
        &[concat!("dt", "0s03.o3845ukK.5NDIJSPS8MB4Y2DDA48RPWQAAT5EXC7BHV5N18N9B3VIALOKVWCU6VPDIK9R2RGK")],
        &[concat!("dt", "0s03.ajjLVK0e.RNYIL21THXK7IY707DF4N")],
    ),
    token(
        &secret("elastic_cloud_key", "Elastic Cloud key"),
        &["essu_"],
        &[Run(BASE64, 88, 94), Maybe(&[Run(PADDING, 1, 2)])],
        &[concat!(
            "es",
            "su_fHdz7jQ1ibjhoRKHNWiUnT+SFrigvSLevihKQFjMwC+DBW4Om1PKsI7MHbQIfWVUT3rPxIP3j1BHdSZkBV/Uc0Ku"
        )],
        &[concat!("es", "su_1XpNAFj7kICd+J654XyZjbNIj3iDG")],
    ),
    token(
        &secret("elevenlabs_key", "ElevenLabs key"),
        &["sk_"],
        &[Run(HEX, 48, 48)],
        &[concat!("sk", "_c92ac374b2381870d37ffedd14cd46ea35622f85c181feb6")],
        &[concat!("sk", "_6e41fd804bc93968")],
    ),
    token(
        &secret("fal_key", "fal key"),
        &["key-fal-", "fal_"],
        &[Run(ALNUM, 30, 64)],
        &[concat!("ke", "y-fal-24YxmyzjpQV2iiF3rcjdVZ5EpYnkJQ")],
        &[concat!("ke", "y-fal-NRxS40z9Tq")],
    )
    .mixed(),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figma_"],
        &[Run(SLUG, 36, 200)],
        &[concat!("fi", "gd_04L4Gzp1UxhmL3q94ZXXp42ZGJSZiu80loEx")],
        &[concat!("fi", "gd_79wgJgU_nyWb")],
    )
    .mixed(),
    token(
        &secret("firebase_device_token", "Firebase messaging key"),
        &["AAAA"],
        &[Run(SLUG, 7, 7), Is(":APA91b"), Run(SLUG, 100, 180)],
        &[concat!(
            "AA",
            "AA2O2DnIy:APA91bUJZoh5SW4o-sJXZLjvsbxIRqQcuV74i_W-GZp_6SO_R02bVULy0_h-RyiYxHM6i_5Hz0Jfzrbjl4vrgAP6ReOf8_7RMT8ldoXwBy"
        )],
        &[concat!("AA", "AAr5l9JOp:APA91bJBOppPA-5yZZ9N9jN7zrClvIVr_9oCw5I")],
    ),
    anchored(
        &secret("firebase_device_token", "Firebase messaging key"),
        &[Is(":"), Run(SLUG, 7, 24)],
        &["APA91b"],
        &[Run(SLUG, 100, 180)],
        &[concat!(
            "q7Lm2Vb8Wz1Kp6Ns3Rf5Yc:APA",
            "91bpOnC1_4EakoKm5b_OAYGSTWjRlLK6sNdVU72lZ-o2_YH19dCqgn28s9Dp68GZN9Z3zLIbet6_UzH_7-3eLO6m4H5x29iI-Vmy0s5bla5kzFpfITtaO_rC8qLk1urN0XtzWbnXj"
        )],
        &[concat!("q7Lm2Vb8Wz1Kp6Ns3Rf5Yc:APA", "91bQq7Lm2")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 20, 80)],
        &[concat!("fl", "b_test_33Yaso0cKXArlHkt9740")],
        &[concat!("fl", "b_test_n1h9t1")],
    )
    .mixed(),
];
