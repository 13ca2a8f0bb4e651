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
        &[concat!("nt", "n_LOIJUkqWWljzlw2K3oTC1pn9k2uVWjmc8JIh2CAO")],
        &[concat!("nt", "n_AKk4iHytmMmMqRhi83wv")],
    )
    .mixed(),
    token(
        &secret("notion_token", "Notion token"),
        &["secret_"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("sec", "ret_CjN2HMxCpQ5ooj6wnUq0N8HOKgjdaQ9oaxOqjd61BFC")],
        &[concat!("sec", "ret_jPDI2jTO8lUheub4Cv8xrN")],
    )
    .mixed(),
    token(
        &secret("linear_key", "Linear key"),
        &["lin_api_", "lin_oauth_"],
        &[Run(ALNUM, 38, 64)],
        &[concat!("lin_", "api_3RdJNeT6D1uSUGFeLy9SVd1gYz65Av4FDORo8j")],
        &[concat!("lin_", "api_Mw2HqhoVJXoEaqfQQak")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figdr_", "figo_", "figor_"],
        &[Run(SLUG, 36, 48)],
        &[concat!("fi", "gd_rvBv13lPhAH247VFslIBAi3bSY5FBw0Camwo")],
        &[concat!("fi", "gd_c05ZcnPqGO8Jcxz3jN")],
    ),
    token(
        &secret("trello_token", "Trello token"),
        &["ATTA"],
        &[Run(ANY_HEX, 58, 76)],
        &[concat!("AT", "TA509ebfB9CEe4021AcA9DB5bbc1c4f7cCBfBa958866Aa0585a183FeeB3C")],
        &[concat!("AT", "TA6EC0e01D2aE71AcB38Be2E3261fdF")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 5, 9), Is("_"), Run(UPPER, 32, 32)],
        &[concat!("p", "k_71424_HU8HLIROWJQPDA65Z7HWOWVV33GJQNW6")],
        &[concat!("p", "k_45361_M2XFLY12YM8V7DDO")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 8, 9), Is("_"), Run(ALNUM, 32, 32)],
        &[concat!("p", "k_85476243_NCU5SlRBJ41LSZnfQpfmCCsZyLm3tv2B")],
        &[concat!("p", "k_60692917_iIjXfQynLR9Xmzqx")],
    ),
    token(
        &secret("frame_io_token", "Frame.io token"),
        &["fio-u-"],
        &[Run(PADDED, 60, 68)],
        &[concat!("fio", "-u-6XrtdsxIIFoSP7zLPvFaGCZOTK91gXVx1tPK2sELdcq2c8CQmDsxPOME2Pu7")],
        &[concat!("fio", "-u-QGbYxJkHd0S2hD9ufZ3B4mKOhOXswK")],
    ),
    token(
        &secret("typeform_token", "Typeform token"),
        &["tfp_"],
        &[Run(DOTTED, 40, 72)],
        &[concat!("tf", "p_7DIUNSSJaOkvFLAcYdD7n7AIYM1Zjt634vhW2gMz")],
        &[concat!("tf", "p_5z1aDyWSRklcOIdlA7hV")],
    ),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pat-", "na1-8fdf265f-23ff-3c7e-369e-246f9a18dd61")],
        &[concat!("pat-", "na1-2dea9270-fab2-39ef")],
    ),
    token(
        &secret("canva_secret", "Canva secret"),
        &["cnvca"],
        &[Run(SLUG, 48, 54)],
        &[concat!("cn", "vcapvrdEkE7JeOEa4jfjKncQF52b8M8hDJfIHJULU3WYZhYV5Uu")],
        &[concat!("cn", "vcafOzawybkozNxV91dU5xMQVMa")],
    ),
    token(
        &secret("canva_client", "Canva client"),
        &["OC-"],
        &[Run(SLUG, 8, 16)],
        &[concat!("canva O", "C-mv89FN8J")],
        &[concat!("canva O", "C-FW2V")],
    )
    .near(&["canva"])
    .mixed(),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/3957573471745:4f18ef4314cff2f4b4152962bacdfa92")],
        &[concat!("1", "/8760736236364:a2f252743f23c2e3")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is("/"), Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/4132238660733/0785161061281:6ef76c4e947d405049efd0217d7f0627")],
        &[concat!("1", "/2615053434251/9619726378677:59938371b0228e8d")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["0/"],
        &[Run(HEX, 32, 32)],
        &[concat!("asana 0", "/e48a3166265d23878c098b311537b80b")],
        &[concat!("asana 0", "/2143f18b6b684f51")],
    )
    .near(&["asana"]),
    token(
        &secret("workato_token", "Workato token"),
        &["wrka-", "wrkaeu-", "wrkajp-", "wrkasg-", "wrkaau-", "wrkail-", "wrkacn-", "wrkakr-"],
        &[Run(DOTTED, 40, 1500)],
        &[concat!("wr", "ka-AgrRXlOn04XYVj4UYfKQqD9m8VMIAwd4178s9PM3")],
        &[concat!("wr", "ka-DmV2eLSQhTsX7WVUlhgx")],
    ),
    token(
        &secret("beamer_token", "Beamer token"),
        &["b_"],
        &[Run(PADDED, 44, 44)],
        &[concat!("b", "_52vfGFelSa3rkTll4IqscN69shBRfbPPOSvHeSLArYR8")],
        &[concat!("b", "_KZcZEv49c2u9DlnO2vSgKv")],
    )
    .mixed(),
    token(
        &secret("settlemint_token", "SettleMint token"),
        &["sm_aat_", "sm_pat_", "sm_sat_"],
        &[Run(ALNUM, 16, 24)],
        &[concat!("sm_", "aat_tf7WVXxfRA6SVBe4"), concat!("sm_", "pat_O8sSagq7y9aeiGO9")],
        &[concat!("sm_", "pat_4V9hmq4x"), concat!(" xsm_", "aat_s7jCj5ztfob6bivO")],
    ),
    token(
        &secret("intercom_token", "Intercom token"),
        &["dG9rO"],
        &[Run(BASE64, 40, 64), Run(PADDING, 0, 2)],
        &[concat!("dG", "9rOJo3Pt0RAyPZPLSNPXSZ0dSJFLkyv7mxooUfdxFdS")],
        &[concat!("dG", "9rOctKK3CUI2F2tdHa0gy2Q")],
    ),
    token(
        &secret("voiceflow_key", "Voiceflow key"),
        &["VF.DM.", "VF.WS."],
        &[Run(HEX, 24, 24), Is("."), Run(ALNUM, 16, 16)],
        &[concat!("VF.", "DM.33d50b59ed680845402f6b4e.x9uji8axPaA70a9W")],
        &[concat!("VF.", "DM.b67be39e33056100909a3e56.VrdO")],
    ),
    token(
        &secret("scrapfly_key", "Scrapfly key"),
        &["scp-live-", "scp-test-"],
        &[Run(HEX, 32, 32)],
        &[concat!("scp-", "live-ff87e7c1ce8740e5e396f05ecd7e2d64")],
        &[concat!("scp-", "live-18f02740561fa485")],
    ),
    token(
        &secret("teamwork_token", "Teamwork token"),
        &["tkn.v1_", "twp_"],
        &[Run(PADDED, 40, 140)],
        &[concat!("tkn", ".v1_76oXss1qGPsLFEJkJiGjdzlMsY3z6PRESBc8mEGf")],
        &[concat!("tkn", ".v1_9fXXYc0BbvEU7Kie7lUa")],
    )
    .mixed(),
    token(
        &secret("ticket_tailor_key", "Ticket Tailor key"),
        &["sk_"],
        &[Run(DIGIT, 2, 6), Is("_"), Run(DIGIT, 4, 8), Is("_"), Run(HEX, 32, 32)],
        &[concat!("s", "k_68_4160_7d22c562f0eab4ca9fc2db75dc003859")],
        &[concat!("s", "k_88_2996_1d6ef87e1750fe40")],
    ),
    token(
        &secret("recaptcha_key", "reCAPTCHA key"),
        &["6L"],
        &[Run(SLUG, 38, 38)],
        &[concat!("recaptcha 6", "LdLM6LQTWV51EEpv8EFYFqQwgDWTvPnGF4R0mkX")],
        &[concat!("recaptcha 6", "LVon2udKyFlc8zMzA2Od")],
    )
    .near(&["recaptcha", "captcha"]),
    token(
        &secret("close_key", "Close key"),
        &["api_"],
        &[Run(ALNUM, 22, 22), Is("."), Run(ALNUM, 22, 22)],
        &[concat!("ap", "i_YcVu4Uzkfa769OXgxFlbk5.r8jMAFn7PZWqOdhkhf9d9I")],
        &[concat!("ap", "i_AcnocCAsdKx7zz1dfRdDyP.ZxN9GfvMKIM")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_live_", "cal_test_"],
        &[Run(ALNUM, 24, 40)],
        &[concat!("cal_", "live_SuU3bFjexPvH7mE3keUn5Ztw")],
        &[concat!("cal_", "live_jUTrP9oMrdq1")],
    ),
    token(
        &secret("censys_key", "Censys key"),
        &["censys_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 20, 40)],
        &[concat!("cen", "sys_vbQ67b2q_iL4T2P9Z771LCKv7QWwT")],
        &[concat!("cen", "sys_p4Fd5UOD_xj7qQzOne2")],
    ),
    token(
        &secret("storecove_key", "Storecove key"),
        &["storecove_"],
        &[Run(SLUG, 30, 80)],
        &[concat!("store", "cove_h5POQYpL42XJ0qDz036YLpgjZMumXQ")],
        &[concat!("store", "cove_mpJP3H3WwyyIeT9")],
    )
    .mixed(),
];
