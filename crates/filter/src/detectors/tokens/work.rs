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
        &[concat!("nt", "n_3QkQMftct5KJyR7bCTSFmO6MncADhL6kvjFoRCMs")],
        &[concat!("nt", "n_1XiXtYzPB8cHx6dVNzsS")],
    )
    .mixed(),
    token(
        &secret("notion_token", "Notion token"),
        &["secret_"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("sec", "ret_M74y2j3EgISN6YdlVT6IK7ZY7WV3jnrc4xE9eBYVyTw")],
        &[concat!("sec", "ret_Rsx39xACgVgttX97q8Eg7u")],
    )
    .mixed(),
    token(
        &secret("linear_key", "Linear key"),
        &["lin_api_", "lin_oauth_"],
        &[Run(ALNUM, 38, 64)],
        &[concat!("lin_", "api_SIRbUSSmyLTkwTSXGfleWlCEgVzZKEd0R7kwF0")],
        &[concat!("lin_", "api_yGcxCvtX3r2LVXB5ZVl")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figdr_", "figo_", "figor_"],
        &[Run(SLUG, 36, 48)],
        &[concat!("fi", "gd_Ib2gY2fCIjVSLZRUXx0CWSu4FEHYdV9yNGHT")],
        &[concat!("fi", "gd_ATSZf0uGWS5TVZEnmy")],
    ),
    token(
        &secret("trello_token", "Trello token"),
        &["ATTA"],
        &[Run(ANY_HEX, 58, 76)],
        &[concat!("AT", "TABe76EECed21Ce32d063Dd0ACde84FEdBbE1fdC4Eb07ffF1912D6C4cfDf")],
        &[concat!("AT", "TAED5fbDcfD9E38f967F536D131266b")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 5, 9), Is("_"), Run(UPPER, 32, 32)],
        &[concat!("p", "k_75857_ZV3PD1CA6TRD9I26JYOUDVH12EGIUBYM")],
        &[concat!("p", "k_55781_PRBZN5AFPVYX3NXV")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 8, 9), Is("_"), Run(ALNUM, 32, 32)],
        &[concat!("p", "k_63934729_My7gyhNltI5ZYBZr83anGfKGPyBDfF6Y")],
        &[concat!("p", "k_04219925_hLarCkMtwQetxtQu")],
    ),
    token(
        &secret("frame_io_token", "Frame.io token"),
        &["fio-u-"],
        &[Run(PADDED, 60, 68)],
        &[concat!("fio", "-u-e8VINK2CKlrTpNnfirYCVwje9JrlwC7WOPvJpxkYP3eGHMEW3IyDbfg8t1Fe")],
        &[concat!("fio", "-u-R4tnHSwpRJlUoPxTwZdbBbYVZBUa8A")],
    ),
    token(
        &secret("typeform_token", "Typeform token"),
        &["tfp_"],
        &[Run(DOTTED, 40, 72)],
        &[concat!("tf", "p_FwLARazTQIWZwgSk1F9GEb0TSbj5I8oBi9D6p9kk")],
        &[concat!("tf", "p_UIGoBu2gTUUivNAn76iM")],
    ),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pat-", "na1-a6e83c51-91f9-ccb7-20a1-13a46325802a")],
        &[concat!("pat-", "na1-f2095baf-7120-e318")],
    ),
    token(
        &secret("canva_secret", "Canva secret"),
        &["cnvca"],
        &[Run(SLUG, 48, 54)],
        &[concat!("cn", "vcaPHfF4KiZPSMHbmlncOL5ahbf3Ip2XpAz7U1t9RoarM5sRhfD")],
        &[concat!("cn", "vca7FQI8KmLlPr6ALRHNi56GVNz")],
    ),
    token(
        &secret("canva_client", "Canva client"),
        &["OC-"],
        &[Run(SLUG, 8, 16)],
        &[concat!("canva O", "C-liB4fVw5")],
        &[concat!("canva O", "C-ii4K")],
    )
    .near(&["canva"])
    .mixed(),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/3282987793941:4fc801b9575229cfe7e7ebcb064562ba")],
        &[concat!("1", "/3063128762271:6db7eae3a2aacabe")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is("/"), Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/3951705029417/5133143229244:e4db3039231d7f5a9ff6385d3dba32e7")],
        &[concat!("1", "/7216800447773/5023780495819:3ba4dcd348705a81")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["0/"],
        &[Run(HEX, 32, 32)],
        &[concat!("asana 0", "/ef0eb15905b71b7a7d0f059f9fd9a31e")],
        &[concat!("asana 0", "/c2f54c6a7338708d")],
    )
    .near(&["asana"]),
    token(
        &secret("workato_token", "Workato token"),
        &["wrka-"],
        &[Run(DOTTED, 40, 1500)],
        &[concat!("wr", "ka-0XDafSrsezQd0OglatS8VsqcEaGYUnxwX2arJceC")],
        &[concat!("wr", "ka-JTKa84rdLrnlT2tRbe32")],
    ),
    token(
        &secret("beamer_token", "Beamer token"),
        &["b_"],
        &[Run(PADDED, 44, 44)],
        &[concat!("b", "_MdFFNJu4flYg9giLjc2rYC1mllQDQadszXyRwQ59Qmpg")],
        &[concat!("b", "_7Hikjgx6day5LALsHOisfg")],
    )
    .mixed(),
    token(
        &secret("settlemint_token", "SettleMint token"),
        &["sm_aat_", "sm_pat_", "sm_sat_"],
        &[Run(ALNUM, 16, 24)],
        &[concat!("sm_", "aat_Gd5qGwSji4H6Dsxg"), concat!("sm_", "pat_9yKAs9lC8Bw0nKPQ")],
        &[concat!("sm_", "pat_A9pJnxV8"), concat!(" xsm_", "aat_Xm7ioot4CD7bvgSr")],
    ),
    token(
        &secret("intercom_token", "Intercom token"),
        &["dG9rO"],
        &[Run(BASE64, 40, 64), Run(PADDING, 0, 2)],
        &[concat!("dG", "9rO2xqXNlKx27oO7U0YwTcZzRmwh8uC9ntOQXC18gEZ")],
        &[concat!("dG", "9rOB55rIzIcdIKGDbB2FX1Q")],
    ),
    token(
        &secret("voiceflow_key", "Voiceflow key"),
        &["VF.DM.", "VF.WS."],
        &[Run(HEX, 24, 24), Is("."), Run(ALNUM, 16, 16)],
        &[concat!("VF.", "DM.e376dc57a10beee0acc58574.JUkqWWljzlw2K3oT")],
        &[concat!("VF.", "DM.1abe4410705366838c2dd3d3.IDLN")],
    ),
    token(
        &secret("scrapfly_key", "Scrapfly key"),
        &["scp-live-", "scp-test-"],
        &[Run(HEX, 32, 32)],
        &[concat!("scp-", "live-a6375ed8d7e02171497afd16f271d5fd")],
        &[concat!("scp-", "live-083c8e46f919a32f")],
    ),
    token(
        &secret("teamwork_token", "Teamwork token"),
        &["tkn.v1_", "twp_"],
        &[Run(PADDED, 40, 140)],
        &[concat!("tkn", ".v1_aqfQQaknjH4OvejRWjk5IbbpiErvBv13lPhAH247")],
        &[concat!("tkn", ".v1_VFslIBAi3bSY5FBw0Cam")],
    )
    .mixed(),
    token(
        &secret("ticket_tailor_key", "Ticket Tailor key"),
        &["sk_"],
        &[Run(DIGIT, 2, 6), Is("_"), Run(DIGIT, 4, 8), Is("_"), Run(HEX, 32, 32)],
        &[concat!("s", "k_00_2736_f6e4b509ebf9e4021c95bbc1c4f7cfa9")],
        &[concat!("s", "k_24_4338_a0585a183ee360e0")],
    ),
    token(
        &secret("recaptcha_key", "reCAPTCHA key"),
        &["6L"],
        &[Run(SLUG, 38, 38)],
        &[concat!("recaptcha 6", "Lq2Lq9jzf7TRbMg3No7sG8ExWyKmLBmU3ibAQcP")],
        &[concat!("recaptcha 6", "LUQt5v8Wud2EQJSH0U9o")],
    )
    .near(&["recaptcha", "captcha"]),
    token(
        &secret("close_key", "Close key"),
        &["api_"],
        &[Run(ALNUM, 22, 22), Is("."), Run(ALNUM, 22, 22)],
        &[concat!("ap", "i_ZhokpH8W7OmWsVVpsrddGJ.QN5Wtop0gQUOz8Y31EMckX")],
        &[concat!("ap", "i_FL1YbcYMitVt8h3DDmOMR5.j4Lxx44oE1R")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_live_", "cal_test_"],
        &[Run(ALNUM, 24, 40)],
        &[concat!("cal_", "live_KCzGsxjzURcaJS94MNCU5SlR")],
        &[concat!("cal_", "live_BJ41LSZnfQpf")],
    ),
    token(
        &secret("censys_key", "Censys key"),
        &["censys_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 20, 40)],
        &[concat!("cen", "sys_sb53t6Xr_OTK91gXVx1tPK2sELdcq")],
        &[concat!("cen", "sys_2c8CQmDs_xPOME2Pu7Q")],
    ),
];
