//! Smaller services of every theme, and other forms of tokens whose usual form stands in the table of its theme. Here a row is
//! only its form: a fixed beginning that nothing else has, and so many letters.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED, PADDING,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, UUID, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
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
        &[concat!("1P", "RK-KWW6-EZQZ-VSF0-57I6-S0VK-DPGM-MOW4-L5ZY-IIT9-J1NN-TR5P-ZV7R-WVPX")],
        &[concat!("1P", "RK-GQ")],
    ),
    token(
        &secret("age_secret_key", "age secret key"),
        &["AGE-SECRET-KEY-PQ-1"],
        &[Run(UPPER, 58, 58)],
        &[concat!("AG", "E-SECRET-KEY-PQ-1WX1E83X6RU9UE7TUYGZPJZWUPRCIH029TXVNCGVTWVRZ2IKT6SWGSBRU4H")],
        &[concat!("AG", "E-SECRET-KEY-PQ-1VN6CQ9S050SY5CF72YH")],
    ),
    token(
        &secret("ai71_key", "AI71 key"),
        &["ai71-api-"],
        &[Run(UUID, 36, 36)],
        &[concat!("ai", "71-api-40af47f4-92d5-49dc-46c0-3c21bb00fa9e")],
        &[concat!("ai", "71-api-a3fe546d-ae72-c165-1")],
    ),
    token(
        &secret("airtable_token", "Airtable token"),
        &["pat"],
        &[Run(ALNUM, 14, 14), Is("."), Run(HEX, 64, 64)],
        &[concat!("pa", "ttlwlqDFX0AsDlu.fe3836702ead50b5b6386984383d531b53a829a58820d8d01370933bae1ca6ed")],
        &[concat!("pa", "tR4hRx3GR7qys80.b1d09a939da0a61353314")],
    ),
    token(
        &secret("amazon_client", "Amazon sign-in client"),
        &["amzn1.application-oa2-client."],
        &[Run(HEX, 20, 40)],
        &[concat!("am", "zn1.application-oa2-client.90d4bdcc7d7450c84700")],
        &[concat!("am", "zn1.application-oa2-client.8fd8a4")],
    ),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATATT3", "ATATT2", "ATCTT3", "ATSTT3"],
        &[Run(SLUG, 20, 800), Is("="), Run(ANY_HEX, 8, 8)],
        &[concat!("AT", "ATT3weHROhbF8hCtZUDJRzVT=eEeBfFC9")],
        &[concat!("AT", "ATT3yu0t_a")],
    ),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATAT", "ATCT"],
        &[Run(PADDED, 60, 500)],
        &[concat!("AT", "CT0ewkMVHrmcBNfYWunksXQHNfyuLLKTrXyb92TvdwOsudoaViVMBtFqnP_njW")],
        &[concat!("AT", "CTHMpS8-pFT6Skil-NHCvP")],
    )
    .mixed(),
    token(
        &secret("atlassian_token", "Atlassian token"),
        &["ATCO"],
        &[Run(PADDED, 20, 400)],
        &[concat!("AT", "COQP-ZOwz7CSS0WBt4q3IQ")],
        &[concat!("AT", "COpOI4Hs")],
    )
    .mixed(),
    token(
        &secret("bitbucket_server_token", "Bitbucket Data Center token"),
        &["BBDC-"],
        &[Run(BASE64, 32, 48)],
        &[concat!("BB", "DC-DQspIL6ZZcQ0Rm/A2TQhZwbIGqQ189Rb")],
        &[concat!("BB", "DC-eCpIPcA6JV")],
    )
    .mixed(),
    token(
        &secret("branch_live_key", "Branch live key"),
        &["key_live_", "key_test_"],
        &[Run(ALNUM, 16, 40)],
        &[concat!("ke", "y_live_JSmIXagjvo8DnMRk")],
        &[concat!("ke", "y_live_TtfKA")],
    )
    .mixed(),
    token(
        &secret("browser_use_key", "Browser Use key"),
        &["bu_"],
        &[Run(SLUG, 42, 46)],
        &[concat!("bu", "_ndI1fxD8RRSO9G_PGe_rc9UG7zVJZMBg0iM9lP_ORU")],
        &[concat!("bu", "_xjwGXnBd7EA2qB")],
    )
    .mixed(),
    token(
        &secret("builder_key", "Builder.io key"),
        &["bpk-"],
        &[Run(HEX, 32, 32)],
        &[concat!("bp", "k-f4abc644441189548b4e55154df097b2")],
        &[concat!("bp", "k-ed4a41f013")],
    ),
    token(
        &secret("buildkite_token", "Buildkite token"),
        &["bkua_", "bkat_", "bkaj_", "bkpt_"],
        &[Run(ALNUM, 36, 60)],
        &[concat!("bk", "aj_L2TS00qvWbkGm30fBQBm11kpoQ9FnxkI3BUB")],
        &[concat!("bk", "aj_D2xTn9tOVC78")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_", "cal_live_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("ca", "l_live_f45nVmhWfwTRNSkhlnPBm589BbJjP56O")],
        &[concat!("ca", "l_live_YrsVxzaEHD")],
    ),
    token(
        &secret("cfxre_key", "Cfx.re key"),
        &["cfxk_", "cfx_"],
        &[Run(SLUG, 20, 100)],
        &[concat!("cf", "x_T_rnsCT6WgPGk77SmJLe")],
        &[concat!("cf", "x_kfi5nX")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_test_", "sk_", "pk_test_"],
        &[Run(UUID, 36, 36)],
        &[concat!("pk", "_test_ef04a403-c258-0123-a49f-7ae7c7ad1f75")],
        &[concat!("pk", "_test_e63fcf0f-6c1e-497a-8")],
    ),
    token(
        &secret("cloudflare_token", "Cloudflare token"),
        &["cfut_", "cfat_", "cfk_"],
        &[Run(SLUG, 40, 64)],
        &[concat!("cf", "ut_FzgHvIVkGveBo5eT7ey9gLlviJAaKf8HjvE-gTDY")],
        &[concat!("cf", "ut_7lFeb0Xl4wvEv")],
    )
    .mixed(),
    token(
        &secret("coderabbit_key", "CodeRabbit key"),
        &["cr-"],
        &[Run(ANY_HEX, 58, 58)],
        &[concat!("cr", "-Aac8EE5e20b24CA7f4Fa5fB340c2fEdFCaAb2FC0E873c79DFCFC59B00a")],
        &[concat!("cr", "-5eC37Ff5DAFf3240DA9")],
    ),
    token(
        &secret("composio_key", "Composio key"),
        &["ak_", "ck_"],
        &[Run(SLUG, 20, 20)],
        &[concat!("ak", "_0Gc4LtWa4pmDP4iXJ44M")],
        &[concat!("ak", "_G508LO")],
    )
    .mixed(),
    token(
        &secret("crossmint_key", "Crossmint key"),
        &["ck_production_", "ck_staging_", "sk_production_", "sk_staging_"],
        &[Run(ALNUM, 24, 400)],
        &[concat!("ck", "_staging_gNJbnnSsTWzo3SQukZgoyiMv")],
        &[concat!("ck", "_staging_PIznNJt6")],
    )
    .mixed(),
    token(
        &secret("cursor_key", "Cursor key"),
        &["key_"],
        &[Run(LOWER, 64, 64)],
        &[concat!("ke", "y_gmsfbwj2cjar8sov3j2wlzjqeywiwmmoxe0qxronfzom16fdbvpuarwcn1y567dp")],
        &[concat!("ke", "y_7tmx6qfkj064l9tq66czv")],
    ),
    token(
        &secret("runway_key", "Runway key"),
        &["key_"],
        &[Run(ANY_HEX, 128, 128)],
        &[concat!(
            "ke",
            "y_D532b74ee3Bd420Fed2ef1efb31d5dE28BA7d3b504DD98d37b2dE2CD8adDC97DA5Ad81BD8Ae9d86Ce5bA9893D706DDaaE3FacEdDeDcF3bdFeCaCcb0bcb8f0bde"
        )],
        &[concat!("ke", "y_1D09BB13ad8c9806612751bDBe3FDBAED1943d7323")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["key_"],
        &[Run(ALNUM, 22, 48)],
        &[concat!("ke", "y_L3VUyciC1JVbWX3sA7xJR1")],
        &[concat!("ke", "y_YCm7dAt")],
    )
    .mixed(),
    token(
        &secret("datastax_token", "DataStax Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 40), Maybe(&[Is(":"), Run(ANY_HEX, 64, 64)])],
        &[concat!("As", "traCS:rO7IkMzTdeD9KA0ECOOj")],
        &[concat!("As", "traCS:YasXXg")],
    )
    .mixed(),
    token(
        &secret("dryrun_security_key", "DryRun Security key"),
        &["dryrunsec_"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("dr", "yrunsec_Bmr9VDHNjnukWZSsb4gmDyexz9e2axKQ")],
        &[concat!("dr", "yrunsec_frJomvqftI")],
    ),
    token(
        &secret("dub_key", "Dub key"),
        &["dub_"],
        &[Run(ALNUM, 24, 24)],
        &[concat!("du", "b_0IeSoDJwYY3ikjmJqRhyqLPE")],
        &[concat!("du", "b_xmmWl8xE")],
    )
    .mixed(),
    token(
        &secret("dynatrace_token", "Dynatrace token"),
        &[
            "dt0c01.", "dt0s01.", "dt0s02.", "dt0s03.", "dt0s04.", "dt0s06.", "dt0s08.", "dt0i01.",
            "dt0e01.", "dt0t01.", "dt0a01.", "dt0d01.", "dt0l01.",
        ],
        &[Run(SLUG, 8, 128), Is("."), Run(UPPER, 64, 64)],
        &[concat!("dt", "0s01.rKgSCJ8e.J9HTP6DJ7GQ4UKIJ834IR5CCY01KC1K6GVXQLYE2MVVR3LNCYGZXMPY51RT32U9U")],
        &[concat!("dt", "0s01.ZpTpHpF2.EDHDT072XUMBP8CJBJRIR")],
    ),
    token(
        &secret("elastic_cloud_key", "Elastic Cloud key"),
        &["essu_"],
        &[Run(BASE64, 88, 94), Maybe(&[Run(PADDING, 1, 2)])],
        &[concat!(
            "es",
            "su_3zlYWVB+HOEQlyIxk6wCCN076fJLlfJ7RiX3O1lpJphqFPOCHIbKvJ9J6jqIIYbwYlVZaaihcfOqcc+gcn4gzt/z"
        )],
        &[concat!("es", "su_CeV5ezeN95m1ZjnNZETkkaxdFEegN")],
    ),
    token(
        &secret("firebase_device_token", "Firebase messaging key"),
        &["AAAA"],
        &[Run(SLUG, 7, 7), Is(":APA91b"), Run(SLUG, 100, 180)],
        &[concat!(
            "AA",
            "AAAaaNvXz:APA91b4l3-mRSwFfkr14flt58cR-wvAiyz_hq_m1pVprnL_cZ8ROHOh2YDQmY-1sO7zGlrIp6uWHC0YtvdwbrNttdLrZuC7dUfWhp5bMpO"
        )],
        &[concat!("AA", "AAp7gnDDs:APA91bRwXU3y8r7YermZnwmySZh6fcvqBZYQAHC")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 20, 80)],
        &[concat!("fl", "b_live_FsXz3u3ucem38VxhdUTZ")],
        &[concat!("fl", "b_live_dBm44U")],
    )
    .mixed(),
    token(
        &secret("gamma_key", "Gamma key"),
        &["sk-gamma-"],
        &[Run(SLUG, 28, 70)],
        &[concat!("sk", "-gamma-j8jpvICEUj1RUe0cnPGBnXjfydsw")],
        &[concat!("sk", "-gamma-SaunTuaVp")],
    )
    .mixed(),
    token(
        &secret("guardsquare_key", "Guardsquare key"),
        &["gs_appsweep_"],
        &[Run(SLUG, 24, 60)],
        &[concat!("gs", "_appsweep_IrGoBKocrBZiDVqoqxwBWA_7")],
        &[concat!("gs", "_appsweep__YfLbUNv")],
    )
    .mixed(),
    token(
        &secret("hackclub_key", "Hack Club key"),
        &["sk-hc-v1-"],
        &[Run(HEX, 64, 64)],
        &[concat!("sk", "-hc-v1-ca9484ed825f98ecc18e277c1ba09cbe0d1ad8776e5cfe30c989c917e50ad74d")],
        &[concat!("sk", "-hc-v1-c0faccb2d91f517d551ed")],
    ),
    token(
        &secret("hcaptcha_secret", "hCaptcha secret"),
        &["ES_"],
        &[Run(HEX, 32, 32)],
        &[concat!("ES", "_7f2300fd005450f02d4895f41c48862e")],
        &[concat!("ES", "_e8dc86563d")],
    ),
    token(
        &secret("heartland_key", "Heartland key"),
        &["skapi_cert_", "skapi_prod_", "pkapi_cert_", "pkapi_prod_"],
        &[Run(ALNUM, 30, 44)],
        &[concat!("pk", "api_prod_5CCMkfsfSx19n2WstCPYMQzCiPw3le")],
        &[concat!("pk", "api_prod_I6LKcZnnke")],
    )
    .mixed(),
    token(
        &secret("hex_token", "Hex token"),
        &["hxtp_", "hxtw_"],
        &[Run(ANY_HEX, 64, 128)],
        &[concat!("hx", "tp_dcAdC55e27A635C8f2bF0F4EDb4D51f95acafCA6f3fc69a4d1d8a0229bD9d1Cd")],
        &[concat!("hx", "tp_bEB9a10eE8Aa39B303672")],
    ),
    token(
        &secret("hop_token", "Hop token"),
        &["ptk_"],
        &[Run(SLUG, 40, 140)],
        &[concat!("pt", "k_2fHdz7jQ1ibjhoRKHNWiUnT_SFrigvSLevihKQFj")],
        &[concat!("pt", "k_MwC_DBW4Om1PK")],
    )
    .mixed(),
    token(
        &secret("hop_token", "Hop token"),
        &["hop_pat_"],
        &[Run(SLUG, 20, 50)],
        &[concat!("ho", "p_pat_I7MHbQIfWVUT3rPxIP3j")],
        &[concat!("ho", "p_pat_1BHdSZ")],
    )
    .mixed(),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-"],
        &[Run(LOWER, 2, 3), Is("-"), Run(UUID, 36, 36)],
        &[concat!("pa", "t-dn-fb0d95dc-3967-2e28-70f8-eeec6c20982d")],
        &[concat!("pa", "t-4e-81dad738-6b8c-31eb-c")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(SLUG, 3, 48), Is("."), Run(SLUG, 3, 48), Is("."), Run(HEX, 8, 64)],
        &[concat!("st", ".Qcu.V74.2fcf8c3f")],
        &[concat!("st", ".6SO.kR0.d0")],
    )
    .mixed(),
    token(
        &secret("inngest_key", "Inngest key"),
        &["signkey-"],
        &[Run(LOWER, 2, 12), Is("-"), Run(HEX, 64, 64)],
        &[concat!("si", "gnkey-ni-6df1fa62c589e2fe86d8164022e5416aea1a1ffea9bf203c5664e2f8a386a33a")],
        &[concat!("si", "gnkey-dv-e6ccf9f29e647258b4ff3")],
    ),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGQW"],
        &[Run(SLUG, 50, 256)],
        &[concat!("IG", "QVw5IGbLCf1JwuNApMBzRlAmLQ8KLjPWYv8jrUtdMsYVikXxYRET")],
        &[concat!("IG", "QVhw8jgUsYTN2cPSlC")],
    )
    .mixed(),
    token(
        &secret("intra42_secret", "42 API secret"),
        &["u-s4t2ud-", "u-s4t2af-", "s-s4t2ud-", "s-s4t2af-"],
        &[Run(HEX, 64, 64)],
        &[concat!("u-", "s4t2ud-01e29cabae55687154ca81577860a0d344eba7a9789f89b2ab652e16d26e607e")],
        &[concat!("u-", "s4t2ud-b4d0afd1a36fc34a75afa")],
    ),
    token(
        &secret("iterative_token", "Iterative Studio token"),
        &["isat_"],
        &[Run(UUID, 36, 36)],
        &[concat!("is", "at_e1f6001c-5ee7-4d88-a5f9-7d0863193f5c")],
        &[concat!("is", "at_2845a3a4-2caf-ceb4-d")],
    ),
    token(
        &secret("iterative_token", "Iterative Studio token"),
        &["isat_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("is", "at_Fb84ydhzMy4Eyt5r7CMC8GpFBGLQX7hDVDTBTdm6")],
        &[concat!("is", "at_s4imyuTKA9Syc")],
    )
    .mixed(),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(ALNUM, 16, 16)],
        &[concat!("cl", "i_BRJp7CvrVDrgvsFE")],
        &[concat!("cl", "i_QmnOm")],
    )
    .mixed(),
    token(
        &secret("lichess_token", "Lichess token"),
        &["lip_"],
        &[Run(SLUG, 16, 60)],
        &[concat!("li", "p_KD2XybNGYmlpEBm8")],
        &[concat!("li", "p_xgONa")],
    )
    .mixed(),
    token(
        &secret("liveblocks_key", "Liveblocks key"),
        &["sk_dev_", "sk_prod_", "pk_dev_", "pk_prod_"],
        &[Run(SLUG, 40, 80)],
        &[concat!("pk", "_dev_oVBxn19c7KHzk6D19Slx-uVSP2Po4N-q1fgkrhwX")],
        &[concat!("pk", "_dev_Xx47A152Y29jW")],
    )
    .mixed(),
    token(
        &secret("localstack_key", "LocalStack key"),
        &["LKIA", "LSIA"],
        &[Run(UPPER, 16, 40)],
        &[concat!("LS", "IAC4RHY6WH1DUTIOA8")],
        &[concat!("LS", "IAJM02G")],
    ),
    token(
        &secret("mailersend_token", "MailerSend token"),
        &["mlsn."],
        &[Run(ALNUM, 30, 100)],
        &[concat!("ml", "sn.h9XJtP2V7JbFZJkAYMw8wctnMX4F43")],
        &[concat!("ml", "sn.qta9jwkgKB")],
    )
    .mixed(),
    token(
        &secret("mappedin_key", "Mappedin key"),
        &["mik_"],
        &[Run(ALNUM, 25, 25)],
        &[concat!("mi", "k_EB8pI6BunwhSM4csEdHY5CA0f")],
        &[concat!("mi", "k_UpEvcq9W")],
    )
    .mixed(),
    token(
        &secret("mappedin_key", "Mappedin key"),
        &["mis_"],
        &[Run(ALNUM, 51, 51)],
        &[concat!("mi", "s_S1Lgzk9Qi9ySlsKlhQCYPbCJ4GUFtvVqKR1iJQVOZ564qSuiikP")],
        &[concat!("mi", "s_v7bOqoWuf64KCB0cr")],
    )
    .mixed(),
    token(
        &secret("mastra_key", "Mastra key"),
        &["msk_"],
        &[Run(ALNUM, 32, 64)],
        &[concat!("ms", "k_snJfZCjYfz5ImMNYvyG74gWTBle6bqGh")],
        &[concat!("ms", "k_dp6u0lsEGC")],
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
        &[concat!("TE", "ST-mccwcl-3SNF-0O0U")],
        &[concat!("TE", "ST-D6")],
    )
    .mixed(),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_sandbox_", "mercury_production_", "mercury_"],
        &[Run(LOWER, 3, 6), Is("_"), Run(ALNUM, 40, 50), Is("_yrucrem")],
        &[concat!("me", "rcury_production_sjw_IEIfcSeaGgcimicN8UndBxYr7F36Ffi5pFXBk418_yrucrem")],
        &[concat!("me", "rcury_production_yvb_cSrw20pm77ezh")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["SB-Mid-server-", "SB-Mid-client-", "Mid-server-", "Mid-client-"],
        &[Run(SLUG, 10, 30)],
        &[concat!("SB", "-Mid-server-HNzy4Ycelu")],
        &[concat!("SB", "-Mid-server-kxg")],
    )
    .mixed(),
    token(
        &secret("minimax_key", "MiniMax key"),
        &["MINIMAX-"],
        &[Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8), Is("-"), Run(UPPER, 8, 8)],
        &[concat!("MI", "NIMAX-OR790KLE-9Z8L1V35-GQNSQ48R-M8G5CZ67")],
        &[concat!("MI", "NIMAX-HO")],
    ),
    token(
        &secret("mintlify_key", "Mintlify key"),
        &["mint_", "mint_dsc_"],
        &[Run(ALNUM, 24, 48)],
        &[concat!("mi", "nt_cnkY6vXPGWIpPiEgyYV0mn2L")],
        &[concat!("mi", "nt_iIvgc9dk")],
    )
    .mixed(),
    token(
        &secret("modal_token", "Modal token"),
        &["ak-", "as-"],
        &[Run(ALNUM, 22, 22)],
        &[concat!("as", "-VNlstkh4rphYou8EUEjga8")],
        &[concat!("as", "-YJ80p5T")],
    )
    .mixed(),
    token(
        &secret("moneywave_key", "Moneywave key"),
        &["ts_"],
        &[Run(UPPER, 28, 34)],
        &[concat!("ts", "_SP7KC3LN97657QWV8ZKG26KQTB6R")],
        &[concat!("ts", "_74B67PZGI")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(ALNUM, 60, 68)],
        &[concat!("na", "pi_wJO8S4qOeNvFdHXmr0bNIoV6L39toOLt7Ne2O6gLaFbe0qEIqLZLPic83s2b")],
        &[concat!("na", "pi_X8sUTLeHbwR4ov4VceKg")],
    )
    .mixed(),
    token(
        &secret("netlify_token", "Netlify token"),
        &["nfp_", "nfc_", "nfo_", "nfu_", "nfb_"],
        &[Run(ALNUM, 36, 48)],
        &[concat!("nf", "b_YyujdcpPszHrja6mtcWDysgxitLE1Dbvooyv")],
        &[concat!("nf", "b_yj9RWTddhgbJ")],
    )
    .mixed(),
    token(
        &secret("nightfall_key", "Nightfall key"),
        &["NF-"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("NF", "-u9ocF8aWSYaTPhwSnFM34gagCi5EhWDk")],
        &[concat!("NF", "-itVu1LZKsK")],
    )
    .mixed(),
    token(
        &secret("nuget_key", "NuGet key"),
        &["oy2"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("oy", "2rxjKTpPfYmfmKbaSPUjBrUrcOJhHBMvOnzc6y2zX9hn")],
        &[concat!("oy", "2l1rMU8YyOw5S0A")],
    )
    .mixed(),
    token(
        &secret("openvsx_token", "Open VSX token"),
        &["ovsxat_", "ovsxp_"],
        &[Run(UUID, 36, 36)],
        &[concat!("ov", "sxp_b3e8d974-31fe-4afa-b111-7169b87a4ea1")],
        &[concat!("ov", "sxp_fee6880b-3963-ac82-1")],
    ),
    token(
        &secret("ory_token", "Ory token"),
        &["ory_pat_", "ory_apikey_", "ory_wak_", "ory_st_", "ory_at_", "ory_rt_"],
        &[Run(SLUG, 24, 90)],
        &[concat!("or", "y_wak_VL3t0R6qoAgVn2o06WRaRs0Q")],
        &[concat!("or", "y_wak_l4gCE2YT")],
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
        &[concat!("pa", "ckagist_acs_c946fda694fabc168d156f4c273f")],
        &[concat!("pa", "ckagist_acs_af2185838")],
    ),
    token(
        &secret("pangea_token", "Pangea token"),
        &["pts_", "pti_", "ptu_"],
        &[Run(LOWER, 30, 36)],
        &[concat!("pt", "i_xnla8xlclwcb8od63l64s08tvm95qa")],
        &[concat!("pt", "i_5hgq6ehdko")],
    )
    .mixed(),
    token(
        &secret("paystack_key", "Paystack key"),
        &["sk_test_", "sk_live_", "sk_prod_"],
        &[Run(LOWER, 40, 40)],
        &[concat!("sk", "_live_gq92nkhzkwqh98ezo6qblxoojk0t4dnfjfoypept")],
        &[concat!("sk", "_live_y33rj7tfmrjwm")],
    ),
    token(
        &secret("permit_key", "Permit.io key"),
        &["permit_key_"],
        &[Run(ALNUM, 80, 90)],
        &[concat!(
            "pe",
            "rmit_key_y1THhRGJUfib7BQreNEfXgbauSj50rKbcDuXhqU5jMpbPKl5sfaJatduFWsss7QHybF85fLyrzD0XGXo"
        )],
        &[concat!("pe", "rmit_key_gH4rxpVSUSgruo7ajvttfOlfYg")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pinr.", "pinr_", "pina_"],
        &[Run(DOTTED, 20, 300)],
        &[concat!("pi", "nr_KbVOJQtbKvfI1_bjprOn")],
        &[concat!("pi", "nr_R97H.W")],
    )
    .mixed(),
    token(
        &secret("portainer_token", "Portainer token"),
        &["ptr_"],
        &[Run(DOTTED, 32, 60)],
        &[concat!("pt", "r_gwZ8o1Hl2V2dDf7Jk_RlfcTJ0PZQNYkS")],
        &[concat!("pt", "r_-zGnzs7Pzo")],
    )
    .mixed(),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_", "pha_", "phr_", "phs_"],
        &[Run(SLUG, 38, 50)],
        &[concat!("ph", "a_ZEI6ZXcIhoH0kxIiU7IFeBx-h0DIoeEw-ks8uH")],
        &[concat!("ph", "a_DvY18eEXHq9e")],
    )
    .mixed(),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAK-"],
        &[Run(ALNUM, 24, 24), Is("-"), Run(ALNUM, 34, 34)],
        &[concat!("PM", "AK-F2uurbIf6NSv7aFoNWlK08jo-Khhn5eF1cW6Md2UwF29q1PF3gKAQAJmhrL")],
        &[concat!("PM", "AK-OSJwaN61nqRl4nbsb4uteHCR-TowNkI9UsAn")],
    ),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAT-"],
        &[Run(ALNUM, 26, 26)],
        &[concat!("PM", "AT-keYjCRXELlBlEdffFESQ0WrqBX")],
        &[concat!("PM", "AT-xgkSlNkx")],
    ),
    token(
        &secret("pubnub_key", "PubNub key"),
        &["pub-c-", "sub-c-", "sec-c-"],
        &[Run(UUID, 36, 36)],
        &[concat!("se", "c-c-f12e7c52-83aa-8d00-4556-58ada0a87894")],
        &[concat!("se", "c-c-a7350393-4865-298a-c")],
    ),
    token(
        &secret("pushbullet_token", "Pushbullet token"),
        &["o."],
        &[Run(ALNUM, 32, 32)],
        &[concat!("o.", "ik3GsLJdDYQnbq4BWPukoLcWmvKaWIvu")],
        &[concat!("o.", "RrCLcXItwq")],
    )
    .mixed(),
    token(
        &secret("pyx_key", "pyx key"),
        &["sk-pyx-", "pyx-"],
        &[Run(ALNUM, 40, 64)],
        &[concat!("sk", "-pyx-nIOpMLYbGZtg8Bt5Z5teTn7laCBxOpyqzdsHHKSA")],
        &[concat!("sk", "-pyx-4YfE1JqcYr5fN")],
    )
    .mixed(),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_", "sbx_apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sb", "x_apikey_c1db84d2f6b73c3ea33a1d052763238b89af32d9e670c865988ca7f0a00c4036")],
        &[concat!("sb", "x_apikey_393474b12f74c76cec91f")],
    ),
    token(
        &secret("ramp_token", "Ramp token"),
        &["ramp_business_tok_", "ramp_tok_"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("ra", "mp_tok_U5Uep4tkbF2C7QZKqhQywuFiGwrEz5RBPFCyXor8")],
        &[concat!("ra", "mp_tok_6qGJhbkVnKYow")],
    ),
    token(
        &secret("readme_key", "ReadMe key"),
        &["rdme_"],
        &[Run(ALNUM, 64, 70)],
        &[concat!("rd", "me_PIP7AoZx4tsBqr2mmlLsUoUbpdqL64t2h1XFp1w7F0PQka7EhbePny6kFa3mXcS6")],
        &[concat!("rd", "me_tyWYeVWYSHBAMtfuwY1W3")],
    ),
    token(
        &secret("riot_key", "Riot Games key"),
        &["RGAPI-"],
        &[Run(SLUG, 36, 36)],
        &[concat!("RG", "API-0zRNx3MeZvnOM88mr-MYtsoeuqRSldrFtOGE")],
        &[concat!("RG", "API-OLoM0VsQzwGE")],
    )
    .mixed(),
    token(
        &secret("robinhood_key", "Robinhood key"),
        &["rh-api-"],
        &[Run(UUID, 36, 36)],
        &[concat!("rh", "-api-729fc858-2a22-0c7f-f32e-494bc876b8bb")],
        &[concat!("rh", "-api-d50e66e8-a4d1-475a-6")],
    ),
    token(
        &secret("salad_key", "Salad key"),
        &["salad_cloud_user_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("sa", "lad_cloud_user_JmBBk1P93a2kjNkUccRjMNEJ7futEHxdSskf0a1W")],
        &[concat!("sa", "lad_cloud_user_mDDGxL2EpLSjV")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 8, 15), Is("!"), Run(DOTTED, 30, 260)],
        &[concat!("00", "De9bY73cQ!o5pQL0yTfNb0i6sSqHd11EbD-LHQBk")],
        &[concat!("00", "DaxKGXfms!j_fFiB1sLD")],
    )
    .mixed(),
    token(
        &secret("salesforce_key", "Salesforce key"),
        &["3MVG9"],
        &[Run(DOTTED, 20, 180)],
        &[concat!("3M", "VG9kXdygT4YCy7VU-8atOtJ")],
        &[concat!("3M", "VG9lAtI.B")],
    )
    .mixed(),
    token(
        &secret("scale_key", "Scale key"),
        &["live_", "test_", "live_auth_", "test_auth_"],
        &[Run(HEX, 32, 32)],
        &[concat!("li", "ve_auth_1e69493b8d5e5bb91b7e6f800491991f")],
        &[concat!("li", "ve_auth_8326f92a0a")],
    ),
    token(
        &secret("seam_key", "Seam key"),
        &["seam_"],
        &[Run(LOWER, 4, 12), Is("_"), Run(ALNUM, 20, 32)],
        &[concat!("se", "am_7v4j_gUDAvTQKYUc0fqqKtkvw")],
        &[concat!("se", "am_9qg7_AInVDd")],
    )
    .mixed(),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(SLUG, 58, 72)],
        &[concat!("sg", "p_3MsP4xSL-hu3QMFqHQmVU_XhJWGw_5SpSj8I8w86SCst1SoDSdN8vC6EyV")],
        &[concat!("sg", "p_SDNBpqTQfwqq--45WRZ")],
    )
    .mixed(),
    token(
        &secret("sourcegraph_token", "Sourcegraph token"),
        &["sgp_"],
        &[Run(ANY_HEX, 16, 16), Is("_"), Run(ANY_HEX, 40, 40)],
        &[concat!("sg", "p_b9e55Fbde42AeAEf_024b14CC66a3efcBe9bcaE012Ab6CfcDDB23C2E2")],
        &[concat!("sg", "p_5eDC62Ea73361be3_fBdbEc311cd56")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 16, 512), Maybe(&[Run(PADDING, 1, 2)]), Is("_"), Run(BASE64, 43, 43)],
        &[concat!("sn", "trys_KORkx5ufydqFrQ8g_5Kc8Gc48xqO5sA+AEktjYcjyIbKT+ZU3UI/hW94dS6Z")],
        &[concat!("sn", "trys_GofgzN63qU1oSm8O_d7P4wpXtLz0Z7G")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sn", "tryu_6f1df5419f52efd06f48c6edf7ea6085ff4154d8306a2f196bbc7400224b10db")],
        &[concat!("sn", "tryu_7040c9433b4c7a5731c81")],
    ),
    token(
        &secret("shortcut_token", "Shortcut token"),
        &["sct_rs_", "sct_rwa_", "sct_w_", "sct_r_"],
        &[Run(SLUG, 120, 300)],
        &[concat!(
            "sc",
            "t_r_D-JreYm4117VxVe2m-ZIjlP8_WDmoUTmsWtH0QDC_Sqqb8498qGthYveRFGRI6njpjvT4EWa4zSMxlsbfAAEqDiW9e8JHfm9O-cvJgcKwD7363DKh3diYJ7q"
        )],
        &[concat!("sc", "t_r_8cgTsP3R5cVtQMpQA6HiF8kexFExd-pn3YGH7w23")],
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
        &[concat!("xa", "pp-3-MsVbybI7-aqOPe5OK-9oiuVWHiF4")],
        &[concat!("xa", "pp-5-WHfWXqEU-3Ho5U2Ns-jXw")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xoxr-", "xoxa-", "xoxo-", "xoxs-"],
        &[Run(ALNUM, 8, 60), Maybe(&[Is("-"), Run(ALNUM, 4, 60)]), Maybe(&[Is("-"), Run(ALNUM, 4, 60)])],
        &[concat!("xo", "xs-D3CyKxNn")],
        &[concat!("xo", "xs-ZY")],
    )
    .mixed(),
    token(
        &secret("sqreen_token", "Sqreen token"),
        &["org_"],
        &[Run(HEX, 56, 64)],
        &[concat!("or", "g_16b2c30af33abd1b54b4e1814d88a939b0a8617606565dcebef7e334")],
        &[concat!("or", "g_6b43f1dbc8983ac2a6")],
    ),
    token(
        &secret("stripe_publishable_key", "Stripe key"),
        &["pk_live_"],
        &[Run(ALNUM, 24, 128)],
        &[concat!("pk", "_live_2vBDJlTYi2rSErbEgGc5fhld")],
        &[concat!("pk", "_live_JYWpZhhs")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["project-live-", "project-test-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pr", "oject-live-947d3c99-e2a6-574e-9f89-afd18c5e5396")],
        &[concat!("pr", "oject-live-d2b1d3e4-39db-91e5-3")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["secret-live-", "secret-test-"],
        &[Run(SLUG, 35, 36), Maybe(&[Run(PADDING, 1, 1)])],
        &[concat!("se", "cret-test-YuT-dxoi-I2DOTVXRKXNgxQOJ1qUsLT-Dvo")],
        &[concat!("se", "cret-test-G-RSEmCe3kt")],
    )
    .mixed(),
    token(
        &secret("supabase_publishable_key", "Supabase key"),
        &["sb_publishable_", "sb_secret_"],
        &[Run(SLUG, 24, 44)],
        &[concat!("sb", "_publishable_kAo2pU1nz0IpyKel1LbUhki1")],
        &[concat!("sb", "_publishable_SEQJaVas")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(ALNUM, 8, 16), Is("-"), Run(ALNUM, 20, 36)],
        &[concat!("ts", "key-client-KViuz0ZP-7urcRuuqDSAXWXnpwwIJ")],
        &[concat!("ts", "key-client-4ZSTnu4h-PZcw8u")],
    ),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(SLUG, 20, 50)],
        &[concat!("ts", "key-client-8GvCBqSY8mhHtkdTx_o7")],
        &[concat!("ts", "key-client-HAH5nI")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(UPPER, 32, 32), Is("_"), Run(ALNUM, 22, 22)],
        &[concat!("KE", "YUUO2UE287RM8QXO0M8Z339IDU7JI5DGL_rcDUXqnZj2Kn6rGLOL8WjF")],
        &[concat!("KE", "YYK4A8A63GS")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(SLUG, 55, 55)],
        &[concat!("KE", "YT5FXT5daBI9ne8qVboljc1El4DwnAMHvD8RIdYp9j2m4chL4LSOgXif")],
        &[concat!("KE", "Ykl_rssZTNzHiEB3TV2")],
    )
    .mixed(),
    token(
        &secret("testkube_key", "Testkube key"),
        &["tkcapi_", "tkcorg_", "tkcenv_", "tkcroot_", "tkcagnt_", "tkcrun_"],
        &[Run(ALNUM, 16, 64)],
        &[concat!("tk", "cagnt_Wt6myxINMVhqosy8")],
        &[concat!("tk", "cagnt_gRm8a")],
    )
    .mixed(),
    token(
        &secret("tigris_key", "Tigris key"),
        &["tid_", "tsec_"],
        &[Run(PADDED, 50, 72)],
        &[concat!("ts", "ec_z0u99bep5xYl-m4US1g4bILnNbFRwqUxXVB2SGgp5iaTvPoHsQ")],
        &[concat!("ts", "ec_ihT6hIzB75HExEM9")],
    )
    .mixed(),
    token(
        &secret("tolgee_key", "Tolgee key"),
        &["tgpak_", "tgpat_"],
        &[Run(LOWER, 45, 64)],
        &[concat!("tg", "pak_b0cp9vh3sewrpfhrai16xxpv5016qt95ynab7eovqn77y")],
        &[concat!("tg", "pak_kw2zlh0gyn14ihi")],
    ),
    token(
        &secret("trend_micro_key", "Trend Micro key"),
        &["tmc1"],
        &[Run(ALNUM, 26, 34), Is(":"), Run(ALNUM, 60, 70)],
        &[concat!(
            "tm",
            "c1JbZkbSbYHBj2Xdi6psXjXrj9AK:2od5Sfbl4vCvLJPQOTYGuU0lG8E6EfF9C7i0fea9wn3LaMXo2bfLP4oZ6ctb"
        )],
        &[concat!("tm", "c1DOonB10d4f1TnRNSi5x4ZoVQ8N:x58MZEDnpQ5JyyhEG0DA")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("SK", "bF08Bca424ca10d4Aa96fb28CbB435Dd")],
        &[concat!("SK", "D4AcF6b2BD")],
    ),
    token(
        &secret("twilio_account", "Twilio account"),
        &["AC"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("AC", "047EC7754a174f1Be6d27aC5AEC3e68d")],
        &[concat!("AC", "5b51EE1F6f")],
    ),
    token(
        &secret("ubidots_token", "Ubidots token"),
        &["BBUS-", "BBFF-"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("BB", "US-er2McpTg5bHojsMvCuxyBxN1GC4r")],
        &[concat!("BB", "US-aFzdt9d0d")],
    )
    .mixed(),
    token(
        &secret("vk_token", "VK token"),
        &["vk1.a."],
        &[Run(SLUG, 80, 220)],
        &[concat!(
            "vk",
            "1.a.DCZ4CpeZI7GhvcMFSqsPnzs2pdBL9isqd7d4IXrf1D3JcH2EPz0bqp07FdHP9S5Le2o_PQFxgOColhJO"
        )],
        &[concat!("vk", "1.a.5OSYc_TJmxgis4LDVKKpYYFciw")],
    ),
    token(
        &secret("voyage_key", "Voyage AI key"),
        &["al-"],
        &[Run(SLUG, 43, 43)],
        &[concat!("al", "-oj9uFVkX990Dy3ReZpDxh43Kn5yAiQH0qB6LY6ZVjNx")],
        &[concat!("al", "-A9yeTxWX1ZD3IX")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_"],
        &[Run(ALNUM, 36, 64)],
        &[concat!("wa", "ka_EctIEs5YYh1HoxbHhQKXQFO3Od0iAjO4DSV4")],
        &[concat!("wa", "ka_kW7C2tUx03c8")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_", "waka_sec_", "waka_tok_"],
        &[Run(UUID, 36, 36)],
        &[concat!("wa", "ka_sec_bbb1d8b0-6b4a-8a95-63a4-5d640a3ebb55")],
        &[concat!("wa", "ka_sec_509b6c40-6093-4fe7-0")],
    ),
    token(
        &secret("warpstream_key", "WarpStream key"),
        &["aks_", "akr_"],
        &[Run(HEX, 64, 64)],
        &[concat!("ak", "s_40f8e12e63c0f83ead4a0cb236b45c30d86f6bd47a64b12fdbf473be4bb483ba")],
        &[concat!("ak", "s_ae95722e8584abb7e91e2")],
    ),
    token(
        &secret("wepay_token", "WePay token"),
        &["STAGE_", "PRODUCTION_"],
        &[Run(HEX, 60, 68)],
        &[concat!("ST", "AGE_1d51ba78b78d697e5cb07b31c8bc67d801d73aa30f9fc4e0babbd8c1a762")],
        &[concat!("ST", "AGE_e8223264e4962f33e385")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(ALNUM, 30, 40)],
        &[concat!("xa", "u_JAB7pGugm2nx76xoEzC6RsbEHll51k")],
        &[concat!("xa", "u_fVZS0oS8Ko")],
    )
    .mixed(),
    token(
        &secret("yahoo_client", "Yahoo client"),
        &["dj0y"],
        &[Run(SLUG, 60, 100)],
        &[concat!("dj", "0yuvuhqd3j7ytw2E74stRlBCtqIyxDoTk9wNhMyyB6d0X0cNbQY2-Mzd0qjk_k")],
        &[concat!("dj", "0yUmfYK9KelIa5D6t5ROhZ")],
    )
    .mixed(),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("zp", "ka_b6qJTWwWe5qQqnlBUxJNLxuUHGP5UswX_9afE4e7a")],
        &[concat!("zp", "ka_VVYWYCUN1n")],
    ),
    token(
        &secret("replicate_token", "Replicate token"),
        &["r8_"],
        &[Run(ALNUM, 37, 40)],
        &[concat!("r8", "_iEtWROM6ugRf5ZGFK9yfskWb8qAiDhZ5RTV5l")],
        &[concat!("r8", "_qs4pXKwk1X6f")],
    )
    .mixed(),
    token(
        &secret("teamcity_token", "TeamCity token"),
        &["eyJ0eXAiOiAiVENWMiJ9."],
        &[Run(SLUG, 36, 36), Is("."), Run(SLUG, 48, 48)],
        &[concat!(
            "ey",
            "J0eXAiOiAiVENWMiJ9.7TpzZVexWInRtbRH2__2VcAeSNipDBUZHEv0.483Dlsipniwd1d-ilDSH3hDIC0B4KuiI87iqoK9uygpLyuK1"
        )],
        &[concat!("ey", "J0eXAiOiAiVENWMiJ9.usSwV0uRAZ5m7A2TBQG0npJ-nmm1Alv9u9iI.mRnnL1wyQZhRSpsm")],
    ),
    token(
        &secret("tinybird_token", "Tinybird token"),
        &["p.eyJ1I"],
        &[Run(SLUG, 80, 300), Is("."), Run(SLUG, 40, 46)],
        &[concat!(
            "p.",
            "eyJ1I5F3m_3khjrLQdCISmDM-3EWXFlxaEjHIWNolbJSDjqU79Zoan1WapeZiDxYSX2aXfSpmBxLzh2LQ-ipk.P-Zu5CuoNutTfWD-Fr4RpNaB1kxCq3RFyLVTyaTB"
        )],
        &[concat!("p.", "eyJ1IP6taWqcDzv3kQedUgueRTp9L")],
    ),
    token(
        &secret("miro_token", "Miro token"),
        &["eyJtaXJv"],
        &[Run(SLUG, 31, 180)],
        &[concat!("ey", "JtaXJv2_S0MHi5dqLhwTyxJGAegCvXIvljMT4")],
        &[concat!("ey", "JtaXJv2igOGWVh-1")],
    ),
    token(
        &secret("convex_key", "Convex key"),
        &["eyJ2MiI6I"],
        &[Run(BASE64, 30, 300)],
        &[concat!("ey", "J2MiI6I9/lUGOLQSCXAH4+xbZHseFnLce+njU")],
        &[concat!("ey", "J2MiI6IsNmM2dNvVt")],
    ),
    token(
        &secret("duplocloud_token", "DuploCloud token"),
        &["AQAAANCMnd8BFdERjHo"],
        &[Run(SLUG, 40, 600)],
        &[concat!("AQ", "AAANCMnd8BFdERjHoUXsd_KOERWw1OSrIeikBfXpYs0sksNOUv5UR7zqi")],
        &[concat!("AQ", "AAANCMnd8BFdERjHoXBUGLCFHdOQd7")],
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
        &[concat!("ex", "t_pq2ad.7zta.acclYuMDwTr7FT.raXluX_6rl1YnAU8Uhj5aU6wavzra7")],
        &[concat!("ex", "t_6ug22.933r.accavZPtuFn1ZL.CnwAqL2.Qb")],
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
            "kakr-eyJVXMrt.S3vpe5xaGOjRSDsY.iLLgQSIoRyZU94wqJi2PvHX-0NlFL6F2-rS53AbS9Jmn7buI9vArWt8GI4Tj"
        )],
        &[concat!("wr", "kakr-eyJ9iraH.3Ef0HMReExNSSKT7.4wbst9vP7_QjKyGawLaE")],
    ),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-"],
        &[Run(ANY_HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xk",
            "eysib-DC6c9eCF176b346cddB66ae2D7eDbdCAe3E69D65f5C1E971754392e603b9cFa1-v9uwcc9kOt81KE07"
        )],
        &[concat!("xk", "eysib-A4dFBd5acCEb4EeCB070C")],
    ),
    token(
        &secret("langsmith_key", "LangSmith key"),
        &["lsv2_pt_", "lsv2_sk_"],
        &[Run(ANY_HEX, 32, 32), Is("_"), Run(ANY_HEX, 10, 10)],
        &[concat!("ls", "v2_pt_1380a3F99bFCD22dFC6C0C9Bd1a1C6d8_E23F3cC99D")],
        &[concat!("ls", "v2_pt_eea60Ea8A6")],
    ),
    token(
        &secret("elevenlabs_key", "ElevenLabs key"),
        &["sk_"],
        &[Run(HEX, 48, 48)],
        &[concat!("sk", "_046390649abe51fcbc8ed12921676b5288f242ee40d70d05")],
        &[concat!("sk", "_c9b790cd0fc7634f")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figma_"],
        &[Run(SLUG, 36, 200)],
        &[concat!("fi", "gma_g3KBX1WNM7uwciA3b4ExPM7dlvIx7hZVS6Lk")],
        &[concat!("fi", "gma_KSqKTZ5ifyQK")],
    )
    .mixed(),
    token(
        &secret("digitalocean_token", "DigitalOcean token"),
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        &[Run(HEX, 64, 64)],
        &[concat!("do", "o_v1_51c8f47823c2699d32555edd53b9a1e3c4b7d76ed20887df97c6dfa6de247812")],
        &[concat!("do", "o_v1_5bfa112f06c5281930f80")],
    ),
    token(
        &secret("fal_key", "fal key"),
        &["key-fal-", "fal_"],
        &[Run(ALNUM, 30, 64)],
        &[concat!("fa", "l_5UETbYNV9zbxZsJUiUaRhJkajckMaf")],
        &[concat!("fa", "l_Elbwy7F0Go")],
    )
    .mixed(),
    token(
        &secret("perplexity_key", "Perplexity key"),
        &["pplx-"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("pp", "lx-qaw6OYV7F2Wvj1WCFBcRxFy9AL3qWzQRRDvophuE")],
        &[concat!("pp", "lx-ZaPnmu4L2RlQ2")],
    ),
    token(
        &secret("terraform_cloud_token", "Terraform Cloud token"),
        &["TFC_"],
        &[Run(ALNUM, 30, 80)],
        &[concat!("TF", "C_Fc2kIShrbNIXMyGVc6R9mLIElYb9qe")],
        &[concat!("TF", "C_0c65Xh2Lop")],
    )
    .mixed(),
];
