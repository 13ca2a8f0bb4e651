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
        &[concat!("nt", "n_x6dVNzsS5uAUOTyNxNJhGmFu4zaCM74y2j3EgISN")],
        &[concat!("nt", "n_6YdlVT6IK7ZY7WV3jnrc")],
    )
    .mixed(),
    token(
        &secret("notion_token", "Notion token"),
        &["secret_"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("sec", "ret_VgttX97q8Eg7uQcrKD024u2JGWiDXeY5U4SIRbUSSmy")],
        &[concat!("sec", "ret_LTkwTSXGfleWlCEgVzZKEd")],
    )
    .mixed(),
    token(
        &secret("linear_key", "Linear key"),
        &["lin_api_", "lin_oauth_"],
        &[Run(ALNUM, 38, 64)],
        &[concat!("lin_", "api_B5ZVlJSEiZSx5ps6UIcDcUFEIb2gY2fCIjVSLZ")],
        &[concat!("lin_", "api_RUXx0CWSu4FEHYdV9yN")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figdr_", "figo_", "figor_"],
        &[Run(SLUG, 36, 48)],
        &[concat!("fi", "gd_myRIHow8A4rEL5md5k5QidPNpsokcaE5Dkd8")],
        &[concat!("fi", "gd_GF1bxAvMHmbBhkvbds")],
    ),
    token(
        &secret("trello_token", "Trello token"),
        &["ATTA"],
        &[Run(ANY_HEX, 58, 76)],
        &[concat!("AT", "TAb07ffF1912D6C4cfDfED5fbDcfD9E38f967F536D131266b1BbC7E82bC9")],
        &[concat!("AT", "TA8CAeeF15A98F2CF5521E0dccfEaBb")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 5, 9), Is("_"), Run(UPPER, 32, 32)],
        &[concat!("p", "k_25096_MXX38EPRBZN5AFPVYX3NXVU6Y2LFEWPW")],
        &[concat!("p", "k_99778_UT5HTQFS5T0NPS5K")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 8, 9), Is("_"), Run(ALNUM, 32, 32)],
        &[concat!("p", "k_07160421_GFaTdGS6e8VINK2CKlrTpNnfirYCVwje")],
        &[concat!("p", "k_29053329_YP3eGHMEW3IyDbfg")],
    ),
    token(
        &secret("frame_io_token", "Frame.io token"),
        &["fio-u-"],
        &[Run(PADDED, 60, 68)],
        &[concat!("fio", "-u-UoPxTwZdbBbYVZBUa8AklMvXpnAUmMQPGfi7zhwZ0V4MUQXC2FwLARazTQIW")],
        &[concat!("fio", "-u-ZwgSk1F9GEb0TSbj5I8oBi9D6p9kkU")],
    ),
    token(
        &secret("typeform_token", "Typeform token"),
        &["tfp_"],
        &[Run(DOTTED, 40, 72)],
        &[concat!("tf", "p_u4AB2UPVcpwk9VNdRG7oZ040KDTzoDtl2fSZYWPo")],
        &[concat!("tf", "p_1E6A5vkjVtC10D6tGoUJ")],
    ),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pat-", "na1-af2095ba-f712-0e31-8db5-269b89646b9a")],
        &[concat!("pat-", "na1-373f25c7-963d-e75d")],
    ),
    token(
        &secret("canva_secret", "Canva secret"),
        &["cnvca"],
        &[Run(SLUG, 48, 54)],
        &[concat!("cn", "vcamLlPr6ALRHNi56GVNz2bPfNFJzgldGV40sx1db7zx1BOpNCP")],
        &[concat!("cn", "vcarUPDyDru7PliB4fVw55ZsqkF")],
    ),
    token(
        &secret("canva_client", "Canva client"),
        &["OC-"],
        &[Run(SLUG, 8, 16)],
        &[concat!("canva O", "C-K9xlice9")],
        &[concat!("canva O", "C-2mPl")],
    )
    .near(&["canva"])
    .mixed(),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/8278640095423:5229cfe7e7ebcb064562ba61c735ec54")],
        &[concat!("1", "/7136593878857:3a2aacabe7c43ad5")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is("/"), Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/2941751331432/2924472651091:9231d7f5a9ff6385d3dba32e7e42d108")],
        &[concat!("1", "/4777350237804/9581988155268:cd348705a81f9daa")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["0/"],
        &[Run(HEX, 32, 32)],
        &[concat!("asana 0", "/15905b71b7a7d0f059f9fd9a31ec2f54")],
        &[concat!("asana 0", "/c6a7338708d963d2")],
    )
    .near(&["asana"]),
    token(
        &secret("workato_token", "Workato token"),
        &["wrka-"],
        &[Run(DOTTED, 40, 1500)],
        &[concat!("wr", "ka-rsezQd0OglatS8VsqcEaGYUnxwX2arJceCJTKa84")],
        &[concat!("wr", "ka-rdLrnlT2tRbe32JS4VbH")],
    ),
    token(
        &secret("beamer_token", "Beamer token"),
        &["b_"],
        &[Run(PADDED, 44, 44)],
        &[concat!("b", "_u4flYg9giLjc2rYC1mllQDQadszXyRwQ59Qmpg7Hikjg")],
        &[concat!("b", "_x6day5LALsHOisfgWzZZkG")],
    )
    .mixed(),
    token(
        &secret("settlemint_token", "SettleMint token"),
        &["sm_aat_", "sm_pat_", "sm_sat_"],
        &[Run(ALNUM, 16, 24)],
        &[concat!("sm_", "aat_Sji4H6DsxgiBKpum"), concat!("sm_", "pat_CA2bYnKLQpnWiGM7")],
        &[concat!("sm_", "pat_IraUbwTA"), concat!(" xsm_", "aat_lC8Bw0nKPQA9pJnx")],
    ),
    token(
        &secret("intercom_token", "Intercom token"),
        &["dG9rO"],
        &[Run(BASE64, 40, 64), Run(PADDING, 0, 2)],
        &[concat!("dG", "9rOV8E2KOknPukJiPqPd5KJvfOpexXm7ioot4CD7bvg")],
        &[concat!("dG", "9rOSr2xqXNlKx27oO7U0YwT")],
    ),
    token(
        &secret("voiceflow_key", "Voiceflow key"),
        &["VF.DM.", "VF.WS."],
        &[Run(HEX, 24, 24), Is("."), Run(ALNUM, 16, 16)],
        &[concat!("VF.", "DM.2c044ee4531d02b880dc5a8e.rGj5xP2NaYKOnVC0")],
        &[concat!("VF.", "DM.0beee0acc585744abb591abe.8JIh")],
    ),
    token(
        &secret("scrapfly_key", "Scrapfly key"),
        &["scp-live-", "scp-test-"],
        &[Run(HEX, 32, 32)],
        &[concat!("scp-", "live-66838c2dd3d34156a163618a6375ed8d")],
        &[concat!("scp-", "live-7e02171497afd16f")],
    ),
    token(
        &secret("teamwork_token", "Teamwork token"),
        &["tkn.v1_", "twp_"],
        &[Run(PADDED, 40, 140)],
        &[concat!("tkn", ".v1_T6D1uSUGFeLy9SVd1gYz65Av4FDORo8jMw2HqhoV")],
        &[concat!("tkn", ".v1_JXoEaqfQQaknjH4OvejR")],
    )
    .mixed(),
    token(
        &secret("ticket_tailor_key", "Ticket Tailor key"),
        &["sk_"],
        &[Run(DIGIT, 2, 6), Is("_"), Run(DIGIT, 4, 8), Is("_"), Run(HEX, 32, 32)],
        &[concat!("s", "k_15_1920_0d9c201dece7374e6104e7cf6e4b509e")],
        &[concat!("s", "k_57_8497_4021c95bbc1c4f7c")],
    ),
    token(
        &secret("recaptcha_key", "reCAPTCHA key"),
        &["6L"],
        &[Run(SLUG, 38, 38)],
        &[concat!("recaptcha 6", "Lu0sGqcdjHkNp6lA6cB1DmFzUoPDw1hYj7GQvic")],
        &[concat!("recaptcha 6", "LEpGFMDfxaq2Lq9jzf7T")],
    )
    .near(&["recaptcha", "captcha"]),
    token(
        &secret("close_key", "Close key"),
        &["api_"],
        &[Run(ALNUM, 22, 22), Is("."), Run(ALNUM, 22, 22)],
        &[concat!("ap", "i_mU3ibAQcPUQt5v8Wud2EQJ.SH0U9o7iHL1IRoOWJQ7PD5")],
        &[concat!("ap", "i_AgfZhokpH8W7OmWsVVpsrd.dGJQN5Wtop0")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_live_", "cal_test_"],
        &[Run(ALNUM, 24, 40)],
        &[concat!("cal_", "live_ckXFL1YbcYMitVt8h3DDmOMR")],
        &[concat!("cal_", "live_5j4Lxx44oE1R")],
    ),
    token(
        &secret("censys_key", "Censys key"),
        &["censys_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 20, 40)],
        &[concat!("cen", "sys_RcaJS94M_NCU5SlRBJ41LSZnfQpfm")],
        &[concat!("cen", "sys_tv2BsY8s_DZk0InEfiI")],
    ),
];
