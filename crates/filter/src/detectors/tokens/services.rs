//! Smaller services of every theme, and other forms of tokens whose usual form stands in the table of its theme. Here a row is
//! only its form: a fixed beginning that nothing else has, and so many letters.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED, PADDING,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, UUID, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("thingsboard_token", "ThingsBoard device token"),
        &["thingsboard.cloud/api/v1/", "thingsboard.io/api/v1/"],
        &[Run(LOWER, 20, 20)],
        &[concat!("th", "ingsboard.cloud/api/v1/hyuqgk85bz2wglxk30fu")],
        &[concat!("th", "ingsboard.cloud/api/v1/3ew9pn")],
    ),
    token(
        &secret("node_url_key", "key in an address of a node"),
        &[
            "alchemy.com/v2/",
            "alchemyapi.io/v2/",
            "infura.io/v3/",
            "infura.io/ws/v3/",
            "ankr.com/eth/",
            "ankr.com/multichain/",
        ],
        &[Run(SLUG, 30, 64)],
        &[concat!("al", "chemyapi.io/v2/JRzVT668Nyu0t_aT0ewkMVHrmcBNfY")],
        &[concat!("al", "chemyapi.io/v2/WunksXQHNf")],
    )
    .mixed(),
    token(
        &secret("node_url_key", "key in an address of a node"),
        &["quiknode.pro/"],
        &[Run(HEX, 40, 40)],
        &[concat!("qu", "iknode.pro/5999b4c60fdb505a45030b2b964743af32c893bf")],
        &[concat!("qu", "iknode.pro/f37beb222f987")],
    ),
    token(
        &secret("mattermost_webhook", "Mattermost webhook"),
        &["/hooks/"],
        &[Run(LOWER, 26, 26)],
        &[concat!("/h", "ooks/krwzlkvpkbctemmqod9s8rhl7k")],
        &[concat!("/h", "ooks/hsg9yhel")],
    )
    .mixed(),
    token(
        &secret("google_storage_key", "Google storage key"),
        &["GOOG1E", "GOOG"],
        &[Run(UPPER, 57, 57)],
        &[concat!("GO", "OG1EZ7HITPP1ZLQL6VYXDRML3PB0HZG8LQUUL02E7HK1DTWHN5ZCY069LETDA")],
        &[concat!("GO", "OG1EJ5QXZ861HQ2BZWEULLM")],
    )
    .mixed(),
    token(
        &secret("google_storage_key", "Google storage key"),
        &["GOOG"],
        &[Run(UPPER, 20, 20)],
        &[concat!("GO", "OGUGVKG2V81UNGTCNHWPJD")],
        &[concat!("GO", "OG3Q4WYJ")],
    )
    .mixed(),
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
        &secret("runway_key", "Runway key"),
        &["key_"],
        &[Run(ANY_HEX, 128, 128)],
        &[concat!(
            "ke",
            "y_caa126b311d6f2f2E35877Eb2daBb1DBEdB03a863c216E045b053b50b328B4DE83A693C0A46AcE27b434556AFc6fBefc190b959cAa9F484ed82E5DEf98Eecc18"
        )],
        &[concat!("ke", "y_e27D7c1Fba09Ccbe0Cd1ad8776AeFD5cBfe30DDc98")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["key_"],
        &[Run(ALNUM, 22, 48)],
        &[concat!("ke", "y_z1MtZ0c4pDlbuAIp026i0A")],
        &[concat!("ke", "y_yR6aEvy")],
    )
    .mixed(),
    token(
        &secret("datastax_token", "DataStax Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 40), Maybe(&[Is(":"), Run(ANY_HEX, 64, 64)])],
        &[concat!("As", "traCS:wfAUtIdFJHlcQ84pKBkZ")],
        &[concat!("As", "traCS:lcLOI4")],
    )
    .mixed(),
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
        &secret("firebase_device_token", "Firebase messaging key"),
        &["AAAA"],
        &[Run(SLUG, 7, 7), Is(":APA91b"), Run(SLUG, 100, 180)],
        &[concat!(
            "AA",
            "AA2O2DnIy:APA91bUJZoh5SW4o-sJXZLjvsbxIRqQcuV74i_W-GZp_6SO_R02bVULy0_h-RyiYxHM6i_5Hz0Jfzrbjl4vrgAP6ReOf8_7RMT8ldoXwBy"
        )],
        &[concat!("AA", "AAr5l9JOp:APA91bJBOppPA-5yZZ9N9jN7zrClvIVr_9oCw5I")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 20, 80)],
        &[concat!("fl", "b_test_33Yaso0cKXArlHkt9740")],
        &[concat!("fl", "b_test_n1h9t1")],
    )
    .mixed(),
    token(
        &secret("gamma_key", "Gamma key"),
        &["sk-gamma-"],
        &[Run(SLUG, 28, 70)],
        &[concat!("sk", "-gamma-zRlAmLQ8KLjPWYv8jrUtdMsYVikX")],
        &[concat!("sk", "-gamma-xYREThw8j")],
    )
    .mixed(),
    token(
        &secret("guardsquare_key", "Guardsquare key"),
        &["gs_appsweep_"],
        &[Run(SLUG, 24, 60)],
        &[concat!("gs", "_appsweep_UsYTN2cPSlCgce5iNXPUQ5wv")],
        &[concat!("gs", "_appsweep_AIDgvtZR")],
    )
    .mixed(),
    token(
        &secret("hackclub_key", "Hack Club key"),
        &["sk-hc-v1-"],
        &[Run(HEX, 64, 64)],
        &[concat!("sk", "-hc-v1-1577860a0d344eba7a9789f89b2ab652e16d26e607eb4d0afd1a36fc34a75afa")],
        &[concat!("sk", "-hc-v1-7e1f6001c5ee74d88a5f9")],
    ),
    token(
        &secret("hcaptcha_secret", "hCaptcha secret"),
        &["ES_"],
        &[Run(HEX, 32, 32)],
        &[concat!("ES", "_d0863193f5c2845a3a42cafceb4d0b2b")],
        &[concat!("ES", "_6750ef1372")],
    ),
    token(
        &secret("heartland_key", "Heartland key"),
        &["skapi_cert_", "skapi_prod_", "pkapi_cert_", "pkapi_prod_"],
        &[Run(ALNUM, 30, 44)],
        &[concat!("pk", "api_prod_vFb84ydhzMy4Eyt5r7CMC8GpFBGLQX")],
        &[concat!("pk", "api_prod_7hDVDTBTdm")],
    )
    .mixed(),
    token(
        &secret("hex_token", "Hex token"),
        &["hxtp_", "hxtw_"],
        &[Run(ANY_HEX, 64, 128)],
        &[concat!("hx", "tw_46caCdc15dFB7ea8e83a9ffF66E6e9F7dFcF6098c3B23A763fB51a90FE9C3b65")],
        &[concat!("hx", "tw_3dFAf0eA98F6E2e7dfb25")],
    ),
    token(
        &secret("hop_token", "Hop token"),
        &["ptk_"],
        &[Run(SLUG, 40, 140)],
        &[concat!("pt", "k_uVSP2Po4N-q1fgkrhwXXx47A152Y29jW9zj2ImJd")],
        &[concat!("pt", "k_A87LWurMTbfG5")],
    )
    .mixed(),
    token(
        &secret("hop_token", "Hop token"),
        &["hop_pat_"],
        &[Run(SLUG, 20, 50)],
        &[concat!("ho", "p_pat_Nd-u0STeMB-GMbtSvm2f")],
        &[concat!("ho", "p_pat_93F2OB")],
    )
    .mixed(),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-"],
        &[Run(LOWER, 2, 3), Is("-"), Run(UUID, 36, 36)],
        &[concat!("pa", "t-72-9f1ed27f-a18f-3c54-c595-3e0ef9a848a4")],
        &[concat!("pa", "t-8a-a087a2ed-1869-62e4-2")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(SLUG, 3, 48), Is("."), Run(SLUG, 3, 48), Is("."), Run(HEX, 8, 64)],
        &[concat!("st", ".95U.zee.b15febe9")],
        &[concat!("st", ".9ke.jbm.14")],
    )
    .mixed(),
    token(
        &secret("inngest_key", "Inngest key"),
        &["signkey-"],
        &[Run(LOWER, 2, 12), Is("-"), Run(HEX, 64, 64)],
        &[concat!("si", "gnkey-82-61db8ff247fd5f518b762c338966ec0125251ccd340aa744a0f128dbed24db48")],
        &[concat!("si", "gnkey-5c-338c5165a74f3c664a311")],
    ),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGQW"],
        &[Run(SLUG, 50, 256)],
        &[concat!("IG", "QVLxKMupJFpDO88tnbFQ5YpPygRUspnko0_rPHenP07xn2ojxmoY")],
        &[concat!("IG", "QVHKSSGiQ_gyJdCMCN")],
    )
    .mixed(),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["u-s4t2ud-", "u-s4t2af-", "s-s4t2ud-", "s-s4t2af-"],
        &[Run(HEX, 64, 64)],
        &[concat!("u-", "s4t2ud-30f028f84190920b7a123ca41179c840691ec93b49fe0a77cac411330ea71f00")],
        &[concat!("u-", "s4t2ud-3b6f303e4f3e549a918b4")],
    ),
    token(
        &secret("iterative_token", "Iterative Studio token"),
        &["isat_"],
        &[Run(UUID, 36, 36)],
        &[concat!("is", "at_2626004d-8813-da6c-1cc3-658cbdfb3e8d")],
        &[concat!("is", "at_97431fe4-afab-1117-1")],
    ),
    token(
        &secret("iterative_token", "Iterative Studio token"),
        &["isat_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("is", "at_ZbxhtVnGgvKzr8SVecmUrUcEvgkj44JPbHUv83BO")],
        &[concat!("is", "at_VN2dp3y3ps1xs")],
    )
    .mixed(),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(ALNUM, 16, 16)],
        &[concat!("cl", "i_0jQAG9vU9QTDihnd")],
        &[concat!("cl", "i_xgBY6")],
    )
    .mixed(),
    token(
        &secret("lichess_token", "Lichess token"),
        &["lip_"],
        &[Run(SLUG, 16, 60)],
        &[concat!("li", "p_06WRaRs0Ql4gCE2Y")],
        &[concat!("li", "p_TyYNr")],
    )
    .mixed(),
    token(
        &secret("liveblocks_key", "Liveblocks key"),
        &["sk_dev_", "sk_prod_", "pk_dev_", "pk_prod_"],
        &[Run(SLUG, 40, 80)],
        &[concat!("sk", "_prod_82QBKr-RUYfAG1euB_tXjEn9O_jfHvGpI_VRvrQy")],
        &[concat!("sk", "_prod_QzxrWBngRmi4b")],
    )
    .mixed(),
    token(
        &secret("localstack_key", "LocalStack key"),
        &["LKIA", "LSIA"],
        &[Run(UPPER, 16, 40)],
        &[concat!("LK", "IATVM95QA5HGQ6EHDK")],
        &[concat!("LK", "IAOLGQ9")],
    ),
    token(
        &secret("mailersend_token", "MailerSend token"),
        &["mlsn."],
        &[Run(ALNUM, 30, 100)],
        &[concat!("ml", "sn.xu5rJLu2WGArOjioOUJygARZlvHKyU")],
        &[concat!("ml", "sn.y6tULTuXa7")],
    )
    .mixed(),
    token(
        &secret("mappedin_key", "Mappedin key"),
        &["mik_"],
        &[Run(ALNUM, 25, 25)],
        &[concat!("mi", "k_69XenxpUtKYpyZIzozVVDT5I3")],
        &[concat!("mi", "k_ddBthDpP")],
    )
    .mixed(),
    token(
        &secret("mappedin_key", "Mappedin key"),
        &["mis_"],
        &[Run(ALNUM, 51, 51)],
        &[concat!("mi", "s_KBtGwjy1THhRGJUfib7BQreNEfXgbauSj50rKbcDuXhqU5jMpbP")],
        &[concat!("mi", "s_Kl5sfaJatduFWsss7")],
    )
    .mixed(),
    token(
        &secret("mastra_key", "Mastra key"),
        &["msk_"],
        &[Run(ALNUM, 32, 64)],
        &[concat!("ms", "k_bF85fLyrzD0XGXogH4rxpVSUSgruo7aj")],
        &[concat!("ms", "k_vttfOlfYgE")],
    )
    .mixed(),
    token(
        &secret("mercadopago_token", "Mercado Pago token"),
        &["APP_USR-", "TEST-"],
        &[
            Run(ALNUM, 6, 20),
            Is("-"),
            Run(ALNUM, 4, 64),
            Is("-"),
            Run(ALNUM, 4, 64),
            Maybe(&[Is("-"), Run(ALNUM, 4, 64)]),
            Maybe(&[Is("-"), Run(ALNUM, 4, 64)]),
        ],
        &[concat!("TE", "ST-axurvI-LjZa-skRc")],
        &[concat!("TE", "ST-rA")],
    )
    .mixed(),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_sandbox_", "mercury_production_", "mercury_"],
        &[Run(LOWER, 3, 6), Is("_"), Run(ALNUM, 40, 50), Is("_yrucrem")],
        &[concat!("me", "rcury_v04_VhiugR1vE2INDOR3KRqGyWqdlZzEhJWT5AJqfOB4_yrucrem")],
        &[concat!("me", "rcury_xnr_LVTboc9DrGNNf")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["SB-Mid-server-", "SB-Mid-client-", "Mid-server-", "Mid-client-"],
        &[Run(SLUG, 10, 30)],
        &[concat!("Mi", "d-client-RlfcTJ0PZQ")],
        &[concat!("Mi", "d-client-NYk")],
    )
    .mixed(),
    token(
        &secret("minimax_key", "MiniMax key"),
        &["MINIMAX-"],
        &[Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8)],
        &[concat!("MI", "NIMAX-VCGX6C9T-XKCZ7APF-HTPYO1H3-7GWQ5BH4")],
        &[concat!("MI", "NIMAX-NT")],
    ),
    token(
        &secret("mintlify_key", "Mintlify key"),
        &["mint_", "mint_dsc_"],
        &[Run(ALNUM, 24, 48)],
        &[concat!("mi", "nt_dsc_pZH98TRLcnl14FdANGorZhNc")],
        &[concat!("mi", "nt_dsc_pV41lF6f")],
    )
    .mixed(),
    token(
        &secret("modal_token", "Modal token"),
        &["ak-", "as-"],
        &[Run(ALNUM, 22, 22)],
        &[concat!("ak", "-Ek62qYo2Qk7N0HSNz0OOHA")],
        &[concat!("ak", "-EcpPYyq")],
    )
    .mixed(),
    token(
        &secret("moneywave_key", "Moneywave key"),
        &["ts_"],
        &[Run(UPPER, 28, 34)],
        &[concat!("ts", "_U2NVKKH1Y5L0VEB9E77D4V23MVGV")],
        &[concat!("ts", "_6QQZC7HZM")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("na", "pi_N61nqRl4nbsb4uteHCRTowNkI9UsAnfkeYjCRXELlBlEdffFESQ0WrqBXxgk")],
        &[concat!("na", "pi_SlNkxUFNdHfDo1ylfGq1")],
    )
    .mixed(),
    token(
        &secret("netlify_token", "Netlify token"),
        &["nfp_", "nfc_", "nfo_", "nfu_", "nfb_"],
        &[Run(ALNUM, 36, 48)],
        &[concat!("nf", "p_5X995vZ6uqGSTBbUIbP971Q5jVlY9UPkml7S")],
        &[concat!("nf", "p_ru4AuauqoVqt")],
    )
    .mixed(),
    token(
        &secret("nightfall_key", "Nightfall key"),
        &["NF-"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("NF", "-upgW9lahStP9gjLrnkSfXsruYzvm1Pm9")],
        &[concat!("NF", "-TH7jnOVVkG")],
    )
    .mixed(),
    token(
        &secret("nuget_key", "NuGet key"),
        &["oy2"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("oy", "2FEtY9Gxd1fllGjik3GsLJdDYQnbq4BWPukoLcWmvKaW")],
        &[concat!("oy", "2IvuRrCLcXItwqp")],
    )
    .mixed(),
    token(
        &secret("openvsx_token", "Open VSX token"),
        &["ovsxat_", "ovsxp_"],
        &[Run(UUID, 36, 36)],
        &[concat!("ov", "sxat_7093d992-650e-db7c-8c19-d2f81829c1db")],
        &[concat!("ov", "sxat_84d2f6b7-3c3e-a33a-1")],
    ),
    token(
        &secret("ory_token", "Ory token"),
        &["ory_pat_", "ory_apikey_", "ory_wak_", "ory_st_", "ory_at_", "ory_rt_", "ory_ac_"],
        &[Run(SLUG, 24, 90)],
        &[concat!("or", "y_pat_i3L5ACbYGAvLHGWQE_aQbbWt")],
        &[concat!("or", "y_pat_amAnNmqE")],
    )
    .mixed(),
    token(
        &secret("packagist_token", "Packagist token"),
        &[
            "packagist_ack_",
            "packagist_acs_",
            "packagist_cut_",
            "packagist_out_",
            "packagist_uut_",
            "packagist_",
        ],
        &[Run(HEX, 28, 96)],
        &[concat!("pa", "ckagist_acs_b12f74c76cec91fc27950fe83cba")],
        &[concat!("pa", "ckagist_acs_f4b8fcdfe")],
    ),
    token(
        &secret("pangea_token", "Pangea token"),
        &["pts_", "pti_", "ptu_"],
        &[Run(LOWER, 30, 36)],
        &[concat!("pt", "i_ehgwz71adem4yqenjirghccbie1f3g")],
        &[concat!("pt", "i_j7vfmva0u7")],
    )
    .mixed(),
    token(
        &secret("paystack_key", "Paystack key"),
        &["sk_test_", "sk_live_", "sk_prod_"],
        &[Run(LOWER, 40, 40)],
        &[concat!("sk", "_test_4doav0c2jo4xrqj5kmcqcljbrj2xypa6kjuu68vj")],
        &[concat!("sk", "_test_p9972a8wlyyxm")],
    ),
    token(
        &secret("permit_key", "Permit.io key"),
        &["permit_key_"],
        &[Run(ALNUM, 80, 90)],
        &[concat!(
            "pe",
            "rmit_key_bHIiJpj7uYK9q34RINpR710XusKhtAQxjv9GmlqXp0BoeJSYtWSEYyPROIqkrLevWH07HSfUJe9NaSzo"
        )],
        &[concat!("pe", "rmit_key_RF9QFhfDiNTQ0tjxy0q6Momxqw")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pinr.", "pinr_", "pina_"],
        &[Run(DOTTED, 20, 300)],
        &[concat!("pi", "nr_1xa7Az4GOr2hrCuRzQoP")],
        &[concat!("pi", "nr_BGr2IW")],
    )
    .mixed(),
    token(
        &secret("portainer_token", "Portainer token"),
        &["ptr_"],
        &[Run(DOTTED, 32, 60)],
        &[concat!("pt", "r_vNx9DFy32vbvsveet9kPM9VgLvlby77k")],
        &[concat!("pt", "r_8Fs7idfo5p")],
    )
    .mixed(),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_", "pha_", "phr_", "phs_"],
        &[Run(SLUG, 38, 50)],
        &[concat!("ph", "r_L0yTfNb0i6sSqHd11EbD-LHQBkbUkyKj_fFiB1")],
        &[concat!("ph", "r_sLDr_XdygT4Y")],
    )
    .mixed(),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAK-"],
        &[Run(ALNUM, 24, 24), Is("-"), Run(ALNUM, 34, 34)],
        &[concat!("PM", "AK-m4Dxx1FI2LEajIuPOjrVfnjW-7rGn001t8dODH5ms7ZitgwXrBG4lCGRlxw")],
        &[concat!("PM", "AK-scxoCnE27YqbQaitc2M6XXsO-s4dT8OFrgfm")],
    ),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAT-"],
        &[Run(ALNUM, 26, 26)],
        &[concat!("PM", "AT-8seuXb9Ou4ahFOetgUDAvTQKYU")],
        &[concat!("PM", "AT-c0fqqKtk")],
    ),
    token(
        &secret("pubnub_key", "PubNub key"),
        &["pub-c-", "sub-c-", "sec-c-"],
        &[
            Run(ALNUM, 8, 8),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 12, 12),
        ],
        &[concat!("su", "b-c-wjQ5QXAN-YqhA-InVD-dXVI-pLW9BtJO1VI7")],
        &[concat!("su", "b-c-45jIu4S7-OZCl-ONLw-6Hs1-5ZFR")],
    ),
    token(
        &secret("pushbullet_token", "Pushbullet token"),
        &["o."],
        &[Run(ALNUM, 32, 32)],
        &[concat!("o.", "Xk8YBvtpViqvPgxxF8ydr6UMyq36lWR7")],
        &[concat!("o.", "FC37TwhweK")],
    )
    .mixed(),
    token(
        &secret("pyx_key", "pyx key"),
        &["sk-pyx-", "pyx-"],
        &[Run(ALNUM, 40, 64)],
        &[concat!("py", "x-SrElEDHwRZ0K79ojj1VAM4whQSIXowbHtEYZk6oG")],
        &[concat!("py", "x-DpQT0m1T2xw4o")],
    )
    .mixed(),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_", "sbx_apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sb", "x_apikey_634ba1544ffeecacbb9e55bde42ef024b1466a3efce9bca012b6fc23225e62a7")],
        &[concat!("sb", "x_apikey_3361be3fdbc311cd5679a")],
    ),
    token(
        &secret("ramp_token", "Ramp token"),
        &["ramp_business_tok_", "ramp_tok_"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("ra", "mp_tok_f0lRCXkcmb4ipivXEdH26C0sbEqbCJT9ElGi3JZu")],
        &[concat!("ra", "mp_tok_2CjnLFnpfjeMz")],
    ),
    token(
        &secret("readme_key", "ReadMe key"),
        &["rdme_"],
        &[Run(ALNUM, 64, 70)],
        &[concat!("rd", "me_emras59wFzxBHG5xrVFdOyECGbwDzUZqhIcdmtM0KD6BWRiUxAPM8h6wgE7ubTDu")],
        &[concat!("rd", "me_ClhyZj5smVA7UzDqvnEcQ")],
    ),
    token(
        &secret("riot_key", "Riot Games key"),
        &["RGAPI-"],
        &[Run(SLUG, 36, 36)],
        &[concat!("RG", "API-9wqfN_vi4-0bB_tGWz638E4OBcHv98sfxr2I")],
        &[concat!("RG", "API-mbyQl-gNzTTX")],
    )
    .mixed(),
    token(
        &secret("robinhood_key", "Robinhood key"),
        &["rh-api-"],
        &[Run(UUID, 36, 36)],
        &[concat!("rh", "-api-400224b1-0db7-040c-9433-b4c7a5731c81")],
        &[concat!("rh", "-api-f7f841c3-edde-b5b1-d")],
    ),
    token(
        &secret("salad_key", "Salad key"),
        &["salad_cloud_user_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("sa", "lad_cloud_user_j2Tyj6UMqAvWooIOF9M5wiiK0a58ECEVE6iJGqjd")],
        &[concat!("sa", "lad_cloud_user_zkcvpqv2rDgRe")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 8, 15), Is("!"), Run(DOTTED, 30, 260)],
        &[concat!("00", "DOekwUCp0!Wa4zSMxlsbfAAEqDiW9e8JHfm9O-cv")],
        &[concat!("00", "D1SMQYrdb!KwD7363DKh")],
    )
    .mixed(),
    token(
        &secret("salesforce_key", "Salesforce key"),
        &["3MVG9"],
        &[Run(DOTTED, 20, 180)],
        &[concat!("3M", "VG9diYJ7q8cgTsP3R5c.VtQ")],
        &[concat!("3M", "VG9MpQA6H")],
    )
    .mixed(),
    token(
        &secret("scale_key", "Scale key"),
        &["live_", "test_", "live_auth_", "test_auth_"],
        &[Run(HEX, 32, 32)],
        &[concat!("li", "ve_7f2157750f33dc88e5dd0690c008274a")],
        &[concat!("li", "ve_4fa28f794b")],
    ),
    token(
        &secret("seam_key", "Seam key"),
        &["seam_"],
        &[Run(ALNUM, 4, 14), Is("_"), Run(ALNUM, 20, 32)],
        &[concat!("se", "am_D3Cy_KxNnZYR7vcUQnwTe2zQ8")],
        &[concat!("se", "am_R8Qg_UbU9O0")],
    )
    .mixed(),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(SLUG, 58, 72)],
        &[concat!("sg", "p_konQU0fTwtUr7fHet0HGQMoMTaRGBgFydyuAw3Y5V7-E6oorBTtp_e3TXG")],
        &[concat!("sg", "p_NGnQYjOB_R36wqI9Jd8")],
    )
    .mixed(),
    token(
        &secret("sourcegraph_token", "Sourcegraph token"),
        &["sgp_"],
        &[Run(ANY_HEX, 16, 16), Is("_"), Run(ANY_HEX, 40, 40)],
        &[concat!("sg", "p_A12351B7339FE19F_47FEd3Ec99eF2a657E4eC9f89afAd1EC8c5De53A")],
        &[concat!("sg", "p_F96EAd2b1Ad3e439_ECdb91eEC53E3")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 16, 512), Maybe(&[Run(PADDING, 1, 2)]), Is("_"), Run(BASE64, 43, 43)],
        &[concat!("sn", "trys_TiDgeluRFMPibRYu_T/dxoi/I2DOTVXRKXNgxQOJ1qUsLT/DvoG/RSEmCe3k")],
        &[concat!("sn", "trys_tlkAo2pU1nz0IpyK_el1LbUhki1SEQJ")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sn", "tryu_b04a4aca81aa8ed67bb6a31baaf85764bcf318420b5f3e868e38bffc1f7143db")],
        &[concat!("sn", "tryu_4dc0b411496f399268a81")],
    ),
    token(
        &secret("shortcut_token", "Shortcut token"),
        &["sct_rs_", "sct_rwa_", "sct_w_", "sct_r_"],
        &[Run(SLUG, 120, 300)],
        &[concat!(
            "sc",
            "t_r_GAtBJs-OivqunhH5dT5FXT5daBI9ne8qVboljc1El4DwnAMHvD8RIdYp9j2m4chL4LSOgXifkl_rssZTNzHiEB3TV2MyWUpHCKXnzaXz0u99bep5xYl-m4US"
        )],
        &[concat!("sc", "t_r_1g4bILnNbFRwqUxXVB2SGgp5iaTvPoHsQihT6hIz")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xapp-"],
        &[
            Run(DIGIT, 1, 10),
            Is("-"),
            Run(ALNUM, 8, 16),
            Is("-"),
            Run(ALNUM, 8, 30),
            Is("-"),
            Run(ALNUM, 10, 80),
        ],
        &[concat!("xa", "pp-9-DCqTplNG-4WIptEWk-0laPmzjYFr")],
        &[concat!("xa", "pp-0-Y4CWo0GS-B5RUz5p1-rVB")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xoxr-", "xoxa-", "xoxo-", "xoxs-"],
        &[Run(ALNUM, 8, 60), Maybe(&[Is("-"), Run(ALNUM, 4, 60)]), Maybe(&[Is("-"), Run(ALNUM, 4, 60)])],
        &[concat!("xo", "xa-sbgHH6zF")],
        &[concat!("xo", "xa-Yf")],
    )
    .mixed(),
    token(
        &secret("sqreen_token", "Sqreen token"),
        &["org_"],
        &[Run(HEX, 56, 64)],
        &[concat!("or", "g_03de42b5537cfdb33a1a808b0298990500d41479484d71205aeaa5ff")],
        &[concat!("or", "g_2fe4220b607027190e")],
    ),
    token(
        &secret("stripe_publishable_key", "Stripe key"),
        &["pk_live_"],
        &[Run(ALNUM, 24, 128)],
        &[concat!("pk", "_live_nB10d4f1TnRNSi5x4ZoVQ8Nx")],
        &[concat!("pk", "_live_58MZEDnp")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["project-live-", "project-test-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pr", "oject-test-c3fedeb0-8ca4-24ca-10d4-a96fb28b435d")],
        &[concat!("pr", "oject-test-4c6b2c04-7775-4a17-4")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["secret-live-", "secret-test-"],
        &[Run(SLUG, 35, 36), Maybe(&[Run(PADDING, 1, 1)])],
        &[concat!("se", "cret-test-wfgA8giJfEndDsKR4OUW2U5Ja-ZhNhg8DCZ")],
        &[concat!("se", "cret-test-4CpeZI7Ghvc")],
    )
    .mixed(),
    token(
        &secret("supabase_publishable_key", "Supabase key"),
        &["sb_publishable_", "sb_secret_"],
        &[Run(SLUG, 24, 44)],
        &[concat!("sb", "_secret_FSqsPnzs2pdBL9isqd7d4IXr")],
        &[concat!("sb", "_secret_f1D3JcH2")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(ALNUM, 8, 16), Is("-"), Run(ALNUM, 20, 36)],
        &[concat!("ts", "key-auth-VRX3uS9m-A5YYRQZaihTADpb0LWqK")],
        &[concat!("ts", "key-auth-HuEwCsN9-c7BYGZ")],
    ),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(SLUG, 20, 50)],
        &[concat!("ts", "key-api-kPQFxgOColhJO5OSYc_T")],
        &[concat!("ts", "key-api-Jmxgis")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(UPPER, 32, 32), Is("_"), Run(ALNUM, 22, 22)],
        &[concat!("KE", "YIENII7PPFW14BK74UAFN5OUUQECRL2P7_67oldCBsgC7mOHnW7evqYA")],
        &[concat!("KE", "Y8DTIPTPN4J")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(SLUG, 55, 55)],
        &[concat!("KE", "YA9yeTxWX1ZD3IXe9eM8LoCVdo_gr1t7v4MUeMSTVg1JTbzSsRJQMvBp")],
        &[concat!("KE", "YQtx2zsdRp7UVxxvcLT")],
    )
    .mixed(),
    token(
        &secret("testkube_key", "Testkube key"),
        &["tkcapi_", "tkcorg_", "tkcenv_", "tkcroot_", "tkcagnt_", "tkcrun_"],
        &[Run(ALNUM, 16, 64)],
        &[concat!("tk", "corg_T6ziaImb6s2hjFCo")],
        &[concat!("tk", "corg_aCmYu")],
    )
    .mixed(),
    token(
        &secret("tigris_key", "Tigris key"),
        &["tid_", "tsec_"],
        &[Run(PADDED, 50, 72)],
        &[concat!("ts", "ec_8pRWYvGWBDbura-H6gl6ymWd_Gp5O1tRbZSjnBSrwXnb1Iz-BT")],
        &[concat!("ts", "ec_1qDOAtVel_3V9sCo")],
    )
    .mixed(),
    token(
        &secret("tolgee_key", "Tolgee key"),
        &["tgpak_", "tgpat_"],
        &[Run(LOWER, 45, 64)],
        &[concat!("tg", "pat_s9mm8g6zmllytibe44shah9kmzmetj2s5x13rb2nkfgym")],
        &[concat!("tg", "pat_fzhqdjewysaon1e")],
    ),
    token(
        &secret("trend_micro_key", "Trend Micro key"),
        &["tmc1"],
        &[Run(ALNUM, 26, 34), Is(":"), Run(ALNUM, 60, 70)],
        &[concat!(
            "tm",
            "c11VgYdQITzSrPTx0zm097oGBr1K:a64dP5A9p6MhuWYv75haYFtWEyNW7iKC7axvRwU7TxJVAqydTvonPe3C4ree"
        )],
        &[concat!("tm", "c19IPhUemjDjYG8KsMKnGUfF2Ph7:gRGDh8OrY0GlDJAB7pGu")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("SK", "66bb7fceF90fA55527C77D55F5C14B0d")],
        &[concat!("SK", "2e6ECE45d7")],
    ),
    token(
        &secret("twilio_account", "Twilio account"),
        &["AC"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("AC", "De44a2D674486A573bC2f5919C666eD0")],
        &[concat!("AC", "dcd090acDd")],
    ),
    token(
        &secret("ubidots_token", "Ubidots token"),
        &["BBUS-", "BBFF-"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("BB", "FF-Ht4mU3QXYb9AiXJeYR3NfM3GFXKN")],
        &[concat!("BB", "FF-f4xgcLMHz")],
    )
    .mixed(),
    token(
        &secret("vk_token", "VK token"),
        &["vk1.a."],
        &[Run(SLUG, 80, 220)],
        &[concat!(
            "vk",
            "1.a.9KelIa5D6t5ROhZpcHSjHGAw2VUPLSMO8t7FP4AMq9NPnk_XlKucG1r6pwHKESulq7TpzZVexWInRtbR"
        )],
        &[concat!("vk", "1.a.H2__2VcAeSNipDBUZHEv0483Dl")],
    ),
    token(
        &secret("voyage_key", "Voyage AI key"),
        &["al-"],
        &[Run(SLUG, 43, 43)],
        &[concat!("al", "-ipniwd1d-ilDSH3hDIC0B4KuiI87iqoK9uygpLyuK1u")],
        &[concat!("al", "-sSwV0uRAZ5m7A2")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_"],
        &[Run(ALNUM, 36, 64)],
        &[concat!("wa", "ka_33nvqYAgh70QrF98T3WTV5gggA55HT6Vnf1W")],
        &[concat!("wa", "ka_k2EkVHGETerO")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_", "waka_sec_", "waka_tok_"],
        &[Run(UUID, 36, 36)],
        &[concat!("wa", "ka_a339d56a-c1ab-3435-e7d3-fd21249a078b")],
        &[concat!("wa", "ka_379fd7cc-7250-7288-c")],
    ),
    token(
        &secret("warpstream_key", "WarpStream key"),
        &["aks_", "akr_"],
        &[Run(HEX, 64, 64)],
        &[concat!("ak", "s_dc031c275cbcd0c1b3365961d9af232afc5e753954b1c7f74ea3906d2574da76")],
        &[concat!("ak", "s_9bb60b6ae40c40765d2a1")],
    ),
    token(
        &secret("wepay_token", "WePay token"),
        &["STAGE_", "PRODUCTION_"],
        &[Run(HEX, 60, 68)],
        &[concat!("ST", "AGE_b151ab3f9ff7dfbd982e04915b658861175c85229bed21a8cb1fdcff2b8a")],
        &[concat!("ST", "AGE_9ab7c68ef50c84173901")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(ALNUM, 30, 40)],
        &[concat!("xa", "u_gexjtgtBGSb92SStkxjgPWxyVj0bV5")],
        &[concat!("xa", "u_S4FsupvK2G")],
    )
    .mixed(),
    token(
        &secret("yahoo_client", "Yahoo client"),
        &["dj0y"],
        &[Run(SLUG, 60, 100)],
        &[concat!("dj", "0yw1OSrIeikBfXpYs0sksNOUv5UR7zqiXBUGLCFHdOQd7rY1fuAp6ulYuMDwTr")],
        &[concat!("dj", "0y7FTraXluX_6rl1YnAU8U")],
    )
    .mixed(),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("zp", "ka_e8CaxDlakmIiaDgEZq1Kc55UcjVVMXdP_1d05ca4F")],
        &[concat!("zp", "ka_KQV27kTpgA")],
    ),
    token(
        &secret("replicate_token", "Replicate token"),
        &["r8_"],
        &[Run(ALNUM, 37, 40)],
        &[concat!("r8", "_HsHPPVPQoTY1g8lnXU90i9T3LsBGvaE0xy7LY")],
        &[concat!("r8", "_tijwBHkhcCla")],
    )
    .mixed(),
    token(
        &secret("teamcity_token", "TeamCity token"),
        &["eyJ0eXAiOiAiVENWMiJ9."],
        &[Run(SLUG, 36, 36), Is("."), Run(SLUG, 48, 48)],
        &[concat!(
            "ey",
            "J0eXAiOiAiVENWMiJ9.OjRSDsYiLLgQSIoRyZU94wqJi2PvHX-0NlFL.6F2-rS53AbS9Jmn7buI9vArWt8GI4Tj9iraH3Ef0HMReExNS"
        )],
        &[concat!("ey", "J0eXAiOiAiVENWMiJ9.SKT74wbst9vP7_QjKyGawLaEoBXL5fFzVnsz.Z20ByO5lC7U05mBK")],
    ),
    token(
        &secret("tinybird_token", "Tinybird token"),
        &["p.eyJ1I"],
        &[Run(SLUG, 80, 300), Is("."), Run(SLUG, 40, 46)],
        &[concat!(
            "p.",
            "eyJ1Iu8whMDfExtpNj7BbnVKXOfQOTffvM8t20uRWUt5bFchemHbRnMKSkl3ydK1hQhB0GkooWNK64PBdOHzo.crBpKaysLOS5wf-XTZI70fiMkgBEyVwjHJ-jtj54"
        )],
        &[concat!("p.", "eyJ1Isc2Ea3cwZLVEKcW1a_YDzmt_Ig")],
    ),
    token(
        &secret("miro_token", "Miro token"),
        &["eyJtaXJv"],
        &[Run(SLUG, 31, 180)],
        &[concat!("ey", "JtaXJvKBX1WNM7uwciA3b4ExPM7dlvIx7hZVS")],
        &[concat!("ey", "JtaXJv6L_KKSqKTZ")],
    ),
    token(
        &secret("convex_key", "Convex key"),
        &["eyJ2MiI6I"],
        &[Run(BASE64, 30, 300)],
        &[concat!("ey", "J2MiI6IifyQKWueZJ9rEHjnWizLM1piwuv520")],
        &[concat!("ey", "J2MiI6IvnUNOf6nWr")],
    ),
    token(
        &secret("duplocloud_token", "DuploCloud token"),
        &["AQAAANCMnd8BFdERjHo"],
        &[Run(SLUG, 40, 600)],
        &[concat!("AQ", "AAANCMnd8BFdERjHoE1Fz50ldJJD19KFYz19Oz25ltFIgiuS8Oehi_bzZ")],
        &[concat!("AQ", "AAANCMnd8BFdERjHoxlGfKmd8Jc38c")],
    ),
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
    token(
        &secret("workato_access_token", "Workato access token"),
        &[
            "wrka-", "wrkaeu-", "wrkajp-", "wrkasg-", "wrkaau-", "wrkail-", "wrkacn-", "wrkakr-", "wrkaus-",
            "wrkaie-", "wrkaga-",
        ],
        &[Is("eyJ"), Run(SLUG, 5, 400), Is("."), Run(SLUG, 16, 600), Is("."), Run(SLUG, 60, 600)],
        &[concat!(
            "wr",
            "kail-eyJ1pmkU.iXeM6aXsbT-WECVo.VsZcWT3GA-iID-gcbUKm8w5bx_6W2AmWbB4oBQ-ajlSii6ZyQQRjHjrMK2Kv"
        )],
        &[concat!("wr", "kail-eyJXbeMV.A5VCpDFBJLjLGlQt.W6WciptBw6JT00QCXnvS")],
    ),
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
        &secret("langsmith_key", "LangSmith key"),
        &["lsv2_pt_", "lsv2_sk_"],
        &[Run(ANY_HEX, 32, 32), Is("_"), Run(ANY_HEX, 10, 10)],
        &[concat!("ls", "v2_sk_3331CFD49684d58cd7C640ff6b80a3FA_d14DAE3b2c")],
        &[concat!("ls", "v2_sk_1a0a496971")],
    ),
    token(
        &secret("elevenlabs_key", "ElevenLabs key"),
        &["sk_"],
        &[Run(HEX, 48, 48)],
        &[concat!("sk", "_c92ac374b2381870d37ffedd14cd46ea35622f85c181feb6")],
        &[concat!("sk", "_6e41fd804bc93968")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figma_"],
        &[Run(SLUG, 36, 200)],
        &[concat!("fi", "gd_04L4Gzp1UxhmL3q94ZXXp42ZGJSZiu80loEx")],
        &[concat!("fi", "gd_79wgJgU_nyWb")],
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
        &secret("fal_key", "fal key"),
        &["key-fal-", "fal_"],
        &[Run(ALNUM, 30, 64)],
        &[concat!("ke", "y-fal-24YxmyzjpQV2iiF3rcjdVZ5EpYnkJQ")],
        &[concat!("ke", "y-fal-NRxS40z9Tq")],
    )
    .mixed(),
    token(
        &secret("perplexity_key", "Perplexity key"),
        &["pplx-"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("pp", "lx-SecBtCPUT4ycflp13mWPk2No6h3UYeRDZZTOO44W")],
        &[concat!("pp", "lx-nOR1MAFfQmKxB")],
    ),
    token(
        &secret("terraform_cloud_token", "Terraform Cloud token"),
        &["TFC_"],
        &[Run(ALNUM, 30, 80)],
        &[concat!("TF", "C_TWYSIw0nmpqUjOd71slN5g8EbizsvQ")],
        &[concat!("TF", "C_1l5GOm6Bpo")],
    )
    .mixed(),
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
    anchored(
        &secret("terraform_token", "Terraform token"),
        &[Run(ALNUM, 1, 32)],
        &[".atlasv1."],
        &[Run(SLUG, 40, 90)],
        &[concat!("q7Lm2Vb8Wz", ".atlasv1.1bhmEcNpmSO6eZOB72pVGXLTh3dKQLpM1OcRzhouppeqTMd2qT1XWE1CqxdYGsDc")],
        &[concat!("q7Lm2Vb8Wz", ".atlasv1.q7Lm2Vb8")],
    ),
    anchored(
        &secret("mixpanel_service_account", "Mixpanel service account"),
        &[Run(HEX, 6, 6), Is("."), Run(SLUG, 3, 60)],
        &[".mp-service-account"],
        &[],
        &[concat!("seehuette-export.4b", "81c0.mp-service-account")],
        &["a name that ends in .mp-service-account"],
    ),
];
