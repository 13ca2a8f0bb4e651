//! Chat, mail, telephone and social networks.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, DIGIT, DOTTED, HEX, LOWER, PADDING, PERCENT,
    Part::{Is, Run},
    SLUG, UPPER, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("slack_token", "Slack token"),
        &["xoxb-", "xoxa-", "xoxp-", "xoxo-", "xoxs-", "xoxr-", "xoxc-", "xoxe-", "xoxe.xoxb-", "xoxe.xoxp-"],
        &[Run(DIGIT, 1, 1), Run(SLUG, 12, 420)],
        &[concat!("xo", "xb-00Tls4jrwv83v"), concat!("xo", "xa-5YJoW7GTLt8RP")],
        &[concat!("xo", "xa-3BdW6si"), concat!(" xxo", "xb-6Sj3nP1gF7dWy")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xapp-"],
        &[
            Run(DIGIT, 1, 1),
            Is("-"),
            Run(UPPER, 8, 16),
            Is("-"),
            Run(DIGIT, 8, 16),
            Is("-"),
            Run(ALNUM, 32, 80),
        ],
        &[concat!("xa", "pp-0-N8C1Y5JH-23776316-ow8anzTzeKV3zqu8OQqfKHhqI1HliJig")],
        &[concat!("xa", "pp-4-8TX15X46-41165075-85zUufL0LVgjVjuf")],
    ),
    token(
        &secret("slack_cookie", "Slack session"),
        &["xoxd-"],
        &[Run(PERCENT, 60, 500), Run(PADDING, 0, 2)],
        &[concat!("xo", "xd-kUiiBOrypU3xUwBjfbeCXaT4SpsRN3kgsSYmPibM3D5LWfsXGZfzDJHjUukP")],
        &[concat!("xo", "xd-BDa7y644C1z2RL8wxisvBVXlPRBccm")],
    ),
    anchored(
        &secret("telegram_bot_token", "Telegram bot token"),
        &[Run(DIGIT, 8, 10)],
        &[":A"],
        &[Run(SLUG, 34, 34)],
        &[concat!("77845867:", "AlWhBjJlM7XarbGN2Cm6jOOSoGhobrovqxY")],
        &[concat!("41161328:", "A4HxnKMyUFmfWaXw7P")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &[" SK", "=SK", "\"SK", "'SK", ":SK", "`SK", ">SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!(" ", "SK9E528fB0eF653A8093d6185e279EFFBc")],
        &[concat!(" ", "SK71DAa695BdC7BC61")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9"],
        &[Run(ANY_HEX, 31, 31)],
        &[concat!("S", "K0fc047B0deAAd76C0A3bbc0DE4ba66eA")],
        &[concat!("S", "K0eDb92C6578ce1e85")],
    ),
    token(
        &secret("onesignal_key", "OneSignal key"),
        &["os_v2_app_", "os_v2_org_"],
        &[Run(LOWER, 80, 120)],
        &[concat!(
            "os_v2",
            "_app_l0iylai9b7budom535yq6i3tt6133z4e4pp7ay1ndhmdigzfqq4l4b2",
            "shh359sylru427uh32b1wcxcz"
        )],
        &[concat!("os_v2", "_app_391bpcyl9sz2emikqx4hnfeoduq739kej9rrujpd")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY0"],
        &[Run(UPPER, 31, 31), Is("_"), Run(SLUG, 20, 24)],
        &[concat!("KE", "Y0QYOR9YTXICETD7SK72RRX9G90NUB305_tJ9AQ0Uv0nhXM6glzrL0")],
        &[concat!("KE", "Y0SQAVHMZ989VB5E1HH8VOTJ4VDEOCQTJ_eUEZ7")],
    ),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(LOWER, 16, 18)],
        &[concat!("lark cl", "i_oygxi6dnqztg0cv9")],
        &[concat!("lark cl", "i_6wjlocpz")],
    )
    .near(&["lark", "feishu", "app"])
    .mixed(),
    token(
        &secret("sendgrid_key", "SendGrid key"),
        &["SG."],
        &[Run(DOTTED, 32, 72)],
        &[concat!("S", "G.LUAEBlFPCVb3s9YizeomxXlvTJx138Bf")],
        &[concat!("S", "G.tGQfdZFid42YE8AI")],
    ),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-", "xsmtpsib-"],
        &[Run(HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xkey",
            "sib-09406009fb488f15a0e9921503e883840d6daef9382a435efd1d22a0",
            "9808485e-M62Ltu6W85aWH3HB"
        )],
        &[concat!("xkey", "sib-0171f093e3c76283a4ccbbff650c8228d5183ad007a16faff")],
    ),
    token(
        &secret("mailgun_key", "Mailgun key"),
        &["key-", "pubkey-"],
        &[Run(HEX, 32, 32)],
        &[concat!("ke", "y-52f413e7bc35522e1f8d9f4dc1f66cf7")],
        &["a key- or a pubkey- begins such keys"],
    ),
    anchored(
        &secret("mailchimp_key", "Mailchimp key"),
        &[Run(ANY_HEX, 32, 32)],
        &["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
        &[Run(DIGIT, 0, 1)],
        &[concat!("3d65BE1BCb8c50eED14EDDc544B2Bcd3-u", "s1")],
        &["a visit to the -us1 region"],
    ),
    token(
        &secret("mailersend_key", "MailerSend key"),
        &["mlsn."],
        &[Run(HEX, 64, 64)],
        &[concat!("ml", "sn.8fe2865ef71eddd9fc04c8c5f180ac72b775a53098d224d75e338d9c285a522d")],
        &[concat!("ml", "sn.ab5bff7eb92676c9bc740ed627ff2a9d")],
    ),
    token(
        &secret("resend_key", "Resend key"),
        &["re_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 22, 28)],
        &[concat!("r", "e_siXl4p5D_xMepXG2JJTPb1ax943wVKc")],
        &[concat!("r", "e_qb2Mo1lI_3BTFsQJH5tQ")],
    ),
    token(
        &secret("klaviyo_key", "Klaviyo key"),
        &["pk_"],
        &[Run(ALNUM, 34, 34)],
        &[concat!("p", "k_5pSBYLI0Kf6uVRKHlj1CpjWoOaqqTrdJiS")],
        &[concat!("p", "k_2TlZKrTH2WdBr1C9n")],
    )
    .mixed(),
    token(
        &secret("matrix_token", "Matrix token"),
        &["syt_", "mct_"],
        &[Run(ALNUM, 8, 100), Is("_"), Run(ALNUM, 16, 24), Is("_"), Run(ALNUM, 4, 8)],
        &[concat!("sy", "t_GBluZ77J_RuigR0TPd0NErYqL_QZ8i")],
        &[concat!("sy", "t_1O9w5EWt_R8B1blS36Ogm8")],
    ),
    token(
        &secret("linkedin_token", "LinkedIn token"),
        &["WPL_AP1."],
        &[Run(DOTTED, 16, 60)],
        &[concat!("WPL_", "AP1.3GsIhXlX09ywpxdN")],
        &[concat!("WPL_", "AP1.bi5b3znZ")],
    ),
    token(
        &secret("twitter_bearer", "X bearer token"),
        &["AAAAAAAAAAAAAAAAAAAAA"],
        &[Run(PERCENT, 60, 110)],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAW5usZAsmuqQVN6dG1vZubtBGIKGSskxJsJEMzWFYExik0n04P4LEdpYZRzYD")],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAWINSQDhDcp9DYzitTYUfAaMtU9PsTS")],
    )
    .mixed(),
    token(
        &secret("facebook_token", "Facebook token"),
        &["EAA"],
        &[Run(ALNUM, 48, 500)],
        &[concat!("E", "AAxFwtwjF3M44X9mKOiMYc0lIzZM3hwUhrFiHzno3JdnX2aZw9")],
        &[concat!("E", "AAdMmFTHvfTdMadkytfKx8AtS5")],
    )
    .mixed(),
    anchored(
        &secret("facebook_token", "Facebook token"),
        &[Run(DIGIT, 13, 16)],
        &["0|", "1|", "2|", "3|", "4|", "5|", "6|", "7|", "8|", "9|"],
        &[Run(SLUG, 26, 41)],
        &[concat!("16557791174390", "|mIrz6RsoEuXejSgELHax1iAwL3")],
        &[concat!("06761477559680", "|rgL0DZVS8RyFO")],
    )
    .mixed(),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGAA"],
        &[Run(SLUG, 60, 250)],
        &[concat!("IG", "QVF8Mw64XHUEupXgBcdVikVORU7KwPhgyvkj8a2RTMuh39cZxS9Tkqqd0wiDQ3")],
        &[concat!("IG", "QVlUfhxAi1HefL5w0ga0iEKiYpd5bIJv")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pina_"],
        &[Run(SLUG, 36, 80)],
        &[concat!("pi", "na_VJToA3tAeLcngZIeXFcuJkQ8iCDnhu1ftmKN")],
        &[concat!("pi", "na_R8dY3LEVQ7cqMFqO8c")],
    ),
    token(
        &secret("twitch_token", "Twitch token"),
        &["oauth:"],
        &[Run(LOWER, 30, 30)],
        &[concat!("oau", "th:tw7s6ra4ubnxl4q73hssvc9vf7u7md")],
        &[concat!("oau", "th:h5z14sofmx265l3")],
    )
    .mixed(),
];
