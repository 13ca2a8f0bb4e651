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
        &[concat!("nt", "n_QMftct5KJyR7bCTSFmO6MncADhL6kvjFoRCMs1Xi")],
        &[concat!("nt", "n_XtYzPB8cHx6dVNzsS5uA")],
    )
    .mixed(),
    token(
        &secret("notion_token", "Notion token"),
        &["secret_"],
        &[Run(ALNUM, 43, 43)],
        &[concat!("sec", "ret_y2j3EgISN6YdlVT6IK7ZY7WV3jnrc4xE9eBYVyTwRsx")],
        &[concat!("sec", "ret_39xACgVgttX97q8Eg7uQcr")],
    )
    .mixed(),
    token(
        &secret("linear_key", "Linear key"),
        &["lin_api_", "lin_oauth_"],
        &[Run(ALNUM, 38, 64)],
        &[concat!("lin_", "api_bUSSmyLTkwTSXGfleWlCEgVzZKEd0R7kwF0yGc")],
        &[concat!("lin_", "api_xCvtX3r2LVXB5ZVlJSE")],
    ),
    token(
        &secret("figma_token", "Figma token"),
        &["figd_", "figdr_", "figo_", "figor_"],
        &[Run(SLUG, 36, 48)],
        &[concat!("fi", "gd_gY2fCIjVSLZRUXx0CWSu4FEHYdV9yNGHTATS")],
        &[concat!("fi", "gd_Zf0uGWS5TVZEnmyRIH")],
    ),
    token(
        &secret("trello_token", "Trello token"),
        &["ATTA"],
        &[Run(ANY_HEX, 58, 76)],
        &[concat!("AT", "TA6EECed21Ce32d063Dd0ACde84FEdBbE1fdC4Eb07ffF1912D6C4cfDfED5")],
        &[concat!("AT", "TAfbDcfD9E38f967F536D131266b1Bb")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 5, 9), Is("_"), Run(UPPER, 32, 32)],
        &[concat!("p", "k_66675_9X5ZV3PD1CA6TRD9I26JYOUDVH12EGIU")],
        &[concat!("p", "k_09635_X38EPRBZN5AFPVYX")],
    ),
    token(
        &secret("clickup_token", "ClickUp token"),
        &["pk_"],
        &[Run(DIGIT, 8, 9), Is("_"), Run(ALNUM, 32, 32)],
        &[concat!("p", "k_89547144_FmSfTaNm4p3oP3Sf2KkMy7gyhNltI5ZY")],
        &[concat!("p", "k_06691721_txtQuEpG3InEnGFa")],
    ),
    token(
        &secret("frame_io_token", "Frame.io token"),
        &["fio-u-"],
        &[Run(PADDED, 60, 68)],
        &[concat!("fio", "-u-TpNnfirYCVwje9JrlwC7WOPvJpxkYP3eGHMEW3IyDbfg8t1FeR4tnHSwpRJl")],
        &[concat!("fio", "-u-UoPxTwZdbBbYVZBUa8AklMvXpnAUmM")],
    ),
    token(
        &secret("typeform_token", "Typeform token"),
        &["tfp_"],
        &[Run(DOTTED, 40, 72)],
        &[concat!("tf", "p_ZwgSk1F9GEb0TSbj5I8oBi9D6p9kkUIGoBu2gTUU")],
        &[concat!("tf", "p_ivNAn76iMxUkVqlMpfuO")],
    ),
    token(
        &secret("hubspot_token", "HubSpot token"),
        &["pat-na1-", "pat-na2-", "pat-eu1-", "pat-ap1-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pat-", "na1-c5191f9c-cb72-0a11-3a46-325802af2095")],
        &[concat!("pat-", "na1-baf7120e-318d-b526")],
    ),
    token(
        &secret("canva_secret", "Canva secret"),
        &["cnvca"],
        &[Run(SLUG, 48, 54)],
        &[concat!("cn", "vcaiZPSMHbmlncOL5ahbf3Ip2XpAz7U1t9RoarM5sRhfD7FQI8K")],
        &[concat!("cn", "vcamLlPr6ALRHNi56GVNz2bPfNF")],
    ),
    token(
        &secret("canva_client", "Canva client"),
        &["OC-"],
        &[Run(SLUG, 8, 16)],
        &[concat!("O", "C-7PliB4fV")],
        &[concat!("O", "C-w55Z")],
    )
    .near(&["canva"])
    .mixed(),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/1757471882932:5ef7934fc801b9575229cfe7e7ebcb06")],
        &[concat!("1", "/2823155306312:ec54f26db7eae3a2")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["1/", "2/"],
        &[Run(DIGIT, 13, 20), Is("/"), Run(DIGIT, 13, 20), Is(":"), Run(HEX, 32, 32)],
        &[concat!("1", "/8278668818639/5170502941751:7629745499e4db3039231d7f5a9ff638")],
        &[concat!("1", "/2961865581199/9737216800447:fe7a157e18a23ba4")],
    ),
    token(
        &secret("asana_token", "Asana token"),
        &["0/"],
        &[Run(HEX, 32, 32)],
        &[concat!("0", "/aa2b9243b3e1ef0eb15905b71b7a7d0f")],
        &[concat!("0", "/059f9fd9a31ec2f5")],
    )
    .near(&["asana"]),
    token(
        &secret("workato_token", "Workato token"),
        &["wrka-"],
        &[Run(DOTTED, 40, 1500)],
        &[concat!("wr", "ka-y9FZ7zWHdxP1q0gTofWrVTV0XDafSrsezQd0Ogla")],
        &[concat!("wr", "ka-tS8VsqcEaGYUnxwX2arJ")],
    ),
    token(
        &secret("beamer_token", "Beamer token"),
        &["b_"],
        &[Run(PADDED, 44, 44)],
        &[concat!("b", "_e32JS4VbHepF0FB9QXRpouAMdFFNJu4flYg9giLjc2rY")],
        &[concat!("b", "_C1mllQDQadszXyRwQ59Qmp")],
    )
    .mixed(),
    token(
        &secret("settlemint_token", "SettleMint token"),
        &["sm_aat_", "sm_pat_", "sm_sat_"],
        &[Run(ALNUM, 16, 24)],
        &[concat!("sm_", "aat_4H6DsxgiBKpumHaC"), concat!("sm_", "pat_yQNEa2vXwkmkYCA2")],
        &[concat!("sm_", "pat_UbwTAeP9"), concat!(" xsm_", "aat_Bw0nKPQA9pJnxV8E")],
    ),
    token(
        &secret("intercom_token", "Intercom token"),
        &["dG9rO"],
        &[Run(BASE64, 40, 64), Run(PADDING, 0, 2)],
        &[concat!("dG", "9rO2KOknPukJiPqPd5KJvfOpexXm7ioot4CD7bvgSr2")],
        &[concat!("dG", "9rOxqXNlKx27oO7U0YwTcZz")],
    ),
    token(
        &secret("voiceflow_key", "Voiceflow key"),
        &["VF.DM.", "VF.WS."],
        &[Run(HEX, 24, 24), Is("."), Run(ALNUM, 16, 16)],
        &[concat!("VF.", "DM.44ee4531d02b880dc5a8e376.aYKOnVC0A32yWdd7")],
        &[concat!("VF.", "DM.e0acc585744abb591abe4410.i83w")],
    ),
    token(
        &secret("scrapfly_key", "Scrapfly key"),
        &["scp-live-", "scp-test-"],
        &[Run(HEX, 32, 32)],
        &[concat!("scp-", "live-d34156a163618a6375ed8d7e02171497")],
        &[concat!("scp-", "live-afd16f271d5fd083")],
    ),
    token(
        &secret("teamwork_token", "Teamwork token"),
        &["tkn.v1_", "twp_"],
        &[Run(PADDED, 40, 140)],
        &[concat!("tkn", ".v1_d1gYz65Av4FDORo8jMw2HqhoVJXoEaqfQQaknjH4")],
        &[concat!("tkn", ".v1_OvejRWjk5IbbpiErvBv1")],
    )
    .mixed(),
    token(
        &secret("ticket_tailor_key", "Ticket Tailor key"),
        &["sk_"],
        &[Run(DIGIT, 2, 6), Is("_"), Run(DIGIT, 4, 8), Is("_"), Run(HEX, 32, 32)],
        &[concat!("s", "k_61_0069_ece7374e6104e7cf6e4b509ebf9e4021")],
        &[concat!("s", "k_86_8498_5bbc1c4f7cfa9588")],
    ),
    token(
        &secret("recaptcha_key", "reCAPTCHA key"),
        &["6L"],
        &[Run(SLUG, 38, 38)],
        &[concat!("6", "L6cB1DmFzUoPDw1hYj7GQvicEpGFMDfxaq2Lq9j")],
        &[concat!("6", "Lzf7TRbMg3No7sG8ExWy")],
    )
    .near(&["recaptcha", "secret", "key", "apikey", "site"]),
    token(
        &secret("close_key", "Close key"),
        &["api_"],
        &[Run(ALNUM, 22, 22), Is("."), Run(ALNUM, 22, 22)],
        &[concat!("ap", "i_Wud2EQJSH0U9o7iHL1IRoO.WJQ7PD5AgfZhokpH8W7OmW")],
        &[concat!("ap", "i_sVVpsrddGJQN5Wtop0gQUO.z8Y31EMckXF")],
    ),
    token(
        &secret("cal_com_key", "Cal.com key"),
        &["cal_live_", "cal_test_"],
        &[Run(ALNUM, 24, 40)],
        &[concat!("cal_", "live_8h3DDmOMR5j4Lxx44oE1RFpf")],
        &[concat!("cal_", "live_wTo4KECcKCzG")],
    ),
    token(
        &secret("censys_key", "Censys key"),
        &["censys_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 20, 40)],
        &[concat!("cen", "sys_BJ41LSZn_fQpfmCCsZyLm3tv2BsY8")],
        &[concat!("cen", "sys_KxTZsb53_t6XrtdsxII")],
    ),
];
