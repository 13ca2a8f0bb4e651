//! Services from G to O by their plain names.

use super::super::super::Detector;
use super::super::super::token::{
    ALNUM, ANY_HEX, HEX, LOWER,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, UUID, anchored, secret, token,
};

pub(in super::super) static ROWS: &[Detector] = &[
    token(
        &secret("gamma_key", "Gamma key"),
        &["sk-gamma-"],
        &[Run(SLUG, 28, 70)],
        &[concat!("sk", "-gamma-zRlAmLQ8KLjPWYv8jrUtdMsYVikX")],
        &[concat!("sk", "-gamma-xYREThw8j")],
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
        &secret("langsmith_key", "LangSmith key"),
        &["lsv2_pt_", "lsv2_sk_"],
        &[Run(ANY_HEX, 32, 32), Is("_"), Run(ANY_HEX, 10, 10)],
        &[concat!("ls", "v2_sk_3331CFD49684d58cd7C640ff6b80a3FA_d14DAE3b2c")],
        &[concat!("ls", "v2_sk_1a0a496971")],
    ),
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
        &secret("mattermost_webhook", "Mattermost webhook"),
        &["/hooks/"],
        &[Run(LOWER, 26, 26)],
        &[concat!("/h", "ooks/krwzlkvpkbctemmqod9s8rhl7k")],
        &[concat!("/h", "ooks/hsg9yhel")],
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
        &secret("miro_token", "Miro token"),
        &["eyJtaXJv"],
        &[Run(SLUG, 31, 180)],
        &[concat!("ey", "JtaXJvKBX1WNM7uwciA3b4ExPM7dlvIx7hZVS")],
        &[concat!("ey", "JtaXJv6L_KKSqKTZ")],
    ),
    anchored(
        &secret("mixpanel_service_account", "Mixpanel service account"),
        &[Run(HEX, 6, 6), Is("."), Run(SLUG, 3, 60)],
        &[".mp-service-account"],
        &[],
        &[concat!("seehuette-export.4b", "81c0.mp-service-account")],
        &["a name that ends in .mp-service-account"],
    ),
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
];
