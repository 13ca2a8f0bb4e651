//! Planning, design, documents and marketing.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, PADDED, PADDING,
    Part::{Is, Run},
    SLUG, UPPER, UUID, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("notion_token", "Notion token"),
        &["ntn_"],
        &[Run(ALNUM, 40, 50)],
        &[concat!("nt", "n_xV8E2KOknPukJiPqPd5KJvfOpexXm7ioot4CD7bv")],
        &[concat!("nt", "n_gSr2xqXNlKx27oO7U0Yw")],
    )
    .mixed(),
    token(
        &secret("notion_token", "Notion token"),
        &["secret_"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("sec", "ret_gEZB55rIzIcdIKGDbB2FX1QQgB2mvk78bzYLVmRnhqs")],
        &[concat!("sec", "ret_gcrGj5xP2NaYKOnVC0A32y")],
    )
    .mixed(),
    token(
        &secret("linear_key", "Linear key"),
        &["lin_api_", "lin_oauth_"],
        &[Run(ALNUM, 38, 64)],
        &[concat!("lin_", "api_JUkqWWljzlw2K3oTC1pn9k2uVWjmc8JIh2CAOA")],
        &[concat!("lin_", "api_Kk4iHytmMmMqRhi83wv")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figdr_", "figo_", "figor_"],
        &[Run(SLUG, 36, 48)],
        &[concat!("fi", "gd_VCjN2HMxCpQ5ooj6wnUq0N8HOKgjdaQ9oaxO")],
        &[concat!("fi", "gd_qjd61BFCjPDI2jTO8l")],
    ),
    token(
        &secret("trello_token", "Trello token"),
        &["ATTA"],
        &[Run(ANY_HEX, 58, 76)],
        &[concat!("AT", "TA1ADd5fd0F8CF3c8e46f919a32f59aeAc02178EB63FAEa4bE2dFf88dCDB")],
        &[concat!("AT", "TA37fB8bBC4ddEB2F0C7A03a2C400Bd")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 5, 9), Is("_"), Run(UPPER, 32, 32)],
        &[concat!("p", "k_37252_AS3X59S2IBFD7Z6T8LXXZCYJ5PY948VS")],
        &[concat!("p", "k_24433_6VALQKUDQG239HNA")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 8, 9), Is("_"), Run(ALNUM, 32, 32)],
        &[concat!("p", "k_13076287_7TRbMg3No7sG8ExWyKmLBmU3ibAQcPUQ")],
        &[concat!("p", "k_57142415_9o7iHL1IRoOWJQ7P")],
    ),
    token(
        &secret("frame_io_token", "Frame.io token"),
        &["fio-u-"],
        &[Run(PADDED, 60, 68)],
        &[concat!("fio", "-u-WsVVpsrddGJQN5Wtop0gQUOz8Y31EMckXFL1YbcYMitVt8h3DDmOMR5j4Lxx")],
        &[concat!("fio", "-u-44oE1RFpfwTo4KECcKCzGsxjzURcaJ")],
    ),
    token(
        &secret("typeform_token", "Typeform token"),
        &["tfp_"],
        &[Run(DOTTED, 40, 72)],
        &[concat!("tf", "p_m3tv2BsY8sDZk0InEfiIjXfQynLR9XmzqxAu5GFj")],
        &[concat!("tf", "p_bKxTZsb53t6XrtdsxIIF")],
    ),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pat-", "na1-a7525eee-1817-7627-83dc-43e91fc0577b")],
        &[concat!("pat-", "na1-574e849d-ce41-3014")],
    ),
    token(
        &secret("canva_secret", "Canva secret"),
        &["cnvca"],
        &[Run(SLUG, 48, 54)],
        &[concat!("cn", "vcaYM1Zjt634vhW2gMz5z1aDyWSRklcOIdlA7hVAw9PmjcLaWaR")],
        &[concat!("cn", "vcacGqxiWhFohsmuxQfae4E71N1")],
    ),
    token(
        &secret("canva_client", "Canva client"),
        &["OC-"],
        &[Run(SLUG, 8, 16)],
        &[concat!("canva O", "C-7g2zScEI")],
        &[concat!("canva O", "C-bdUk")],
    )
    .near(&["canva"])
    .mixed(),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/8138907595114:efdb367e0e53dd2c58e224f72df5e82d")],
        &[concat!("1", "/3802721252556:ccaaf7dd6aea68a6")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is("/"), Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/6725890812651/0832488721625:7f2642ba57afaf79f3e8a4f18ef4314c")],
        &[concat!("1", "/7717252021483/1556675418760:e7c47c7d8a2f2527")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["0/"],
        &[Run(HEX, 32, 32)],
        &[concat!("asana 0", "/808cac368926447cc1e761fa2c31c243")],
        &[concat!("asana 0", "/6ef76c4e947d4050")],
    )
    .near(&["asana"]),
    token(
        &secret("workato_token", "Workato token"),
        &["wrka-", "wrkaeu-", "wrkajp-", "wrkasg-", "wrkaau-", "wrkail-", "wrkacn-", "wrkakr-"],
        &[Run(DOTTED, 40, 1500)],
        &[concat!("wr", "ka-zLuZFWCVPpT6OQKW345GnwaGlx6eJYPypz7ds7wi")],
        &[concat!("wr", "ka-Ycel9LTjgsSG68uQquGO")],
    ),
    token(
        &secret("beamer_token", "Beamer token"),
        &["b_"],
        &[Run(PADDED, 44, 44)],
        &[concat!("b", "_Qsb7FnN433eW5bl9L3TBP414ZAIdgxSCEc47IRoUHDt5")],
        &[concat!("b", "_M6NE3MKaEHiQOo97RZ7wl5")],
    )
    .mixed(),
    token(
        &secret("settlemint_token", "SettleMint token"),
        &["sm_aat_", "sm_pat_", "sm_sat_"],
        &[Run(ALNUM, 16, 24)],
        &[concat!("sm_", "aat_o0BWt0FCtIiyHfDR"), concat!("sm_", "pat_2x7Sw4yDrfiuSnT6")],
        &[concat!("sm_", "pat_JAN45ouF"), concat!(" xsm_", "aat_rMigr60pHW0MAgrR")],
    ),
    token(
        &secret("intercom_token", "Intercom token"),
        &["dG9rO"],
        &[Run(BASE64, 40, 64), Run(PADDING, 0, 2)],
        &[concat!("dG", "9rOXlOn04XYVj4UYfKQqD9m8VMIAwd4178s9PM3DmV2")],
        &[concat!("dG", "9rOeLSQhTsX7WVUlhgxC5fB")],
    ),
    token(
        &secret("voiceflow_key", "Voiceflow key"),
        &["VF.DM.", "VF.WS."],
        &[Run(HEX, 24, 24), Is("."), Run(ALNUM, 16, 16)],
        &[concat!("VF.", "DM.32f9d94e608fd77793f950c8.8KZcZEv49c2u9Dln")],
        &[concat!("VF.", "DM.795a3109560c5acafbabf809.VBe4")],
    ),
    token(
        &secret("scrapfly_key", "Scrapfly key"),
        &["scp-live-", "scp-test-"],
        &[Run(HEX, 32, 32)],
        &[concat!("scp-", "live-37a1201fdd747807c75967b9ce9425af")],
        &[concat!("scp-", "live-e2e9e551a42e3d8b")],
    ),
    token(
        &secret("teamwork_token", "Teamwork token"),
        &["tkn.v1_", "twp_"],
        &[Run(PADDED, 40, 140)],
        &[concat!("tkn", ".v1_9c37uaNRB2wu0pQpIuLwhhI3qAEev4MWgJgsddSY")],
        &[concat!("tkn", ".v1_ECXNeTUkultlXx9uji8a")],
    )
    .mixed(),
    token(
        &secret("ticket_tailor_key", "Ticket Tailor key"),
        &["sk_"],
        &[Run(DIGIT, 2, 6), Is("_"), Run(DIGIT, 4, 8), Is("_"), Run(HEX, 32, 32)],
        &[concat!("s", "k_84_7110_56100909a3e562acb7bf942c0d55068c")],
        &[concat!("s", "k_32_5730_b1ff87e7c1ce8740")],
    ),
    token(
        &secret("recaptcha_key", "reCAPTCHA key"),
        &["6L"],
        &[Run(SLUG, 38, 38)],
        &[concat!("recaptcha 6", "LMJCrnyRfgAFnOhIApvKMDfUJu6QgKIKgS2CEUx")],
        &[concat!("recaptcha 6", "Lecb4rgTvwqYYXoBZH76")],
    )
    .near(&["recaptcha", "captcha"]),
    token(
        &secret("close_key", "Close key"),
        &["api_"],
        &[Run(ALNUM, 22, 22), Is("."), Run(ALNUM, 22, 22)],
        &[concat!("ap", "i_zlMsY3z6PRESBc8mEGf9fX.XYc0BbvEU7Kie7lUaQqBKY")],
        &[concat!("ap", "i_38dAVKQruK17RcWY7iQE00.rbAlPqz9l74")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_live_", "cal_test_"],
        &[Run(ALNUM, 24, 40)],
        &[concat!("cal_", "live_MFie6iBzcv4ouyVihWuJZUtT")],
        &[concat!("cal_", "live_qeiYtkoEb58z")],
    ),
    token(
        &secret("censys_key", "Censys key"),
        &["censys_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 20, 40)],
        &[concat!("cen", "sys_TWV51EEp_v8EFYFqQwgDWTvPnGF4R")],
        &[concat!("cen", "sys_0mkXVon2_udKyFlc8zM")],
    ),
    token(
        &secret("storecove_key", "Storecove key"),
        &["storecove_"],
        &[Run(SLUG, 30, 80)],
        &[concat!("store", "cove_s13OmnWAbo1P0xYcVu4Uzkfa769OXg")],
        &[concat!("store", "cove_xFlbk5r8jMAFn7P")],
    )
    .mixed(),
];
