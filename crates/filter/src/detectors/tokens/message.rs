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
        &[concat!("xo", "xb-7IgezEL7L4DfX"), concat!("xo", "xa-0Ey8gxgpLnaJ0")],
        &[concat!("xo", "xa-2D81in9"), concat!(" xxo", "xb-8Rm81t83Jh6wF")],
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
        &[concat!("xa", "pp-1-LRPNB3W8-77246489-P1gF7dWyDN3iCbY6fkJqHoKP9c8fYNHb")],
        &[concat!("xa", "pp-6-T4KVOQ5K-84502390-7PaCiTXbfww4Xe2g")],
    ),
    token(
        &secret("slack_cookie", "Slack session"),
        &["xoxd-"],
        &[Run(PERCENT, 60, 500), Run(PADDING, 0, 2)],
        &[concat!("xo", "xd-V7345Cp7eV85zUufL0LVgjVjufITlsbDNkhQDZnaQzkUiiBOrypU3xUwBjfb")],
        &[concat!("xo", "xd-eCXaT4SpsRN3kgsSYmPibM3D5LWfsX")],
    ),
    anchored(
        &secret("telegram_bot_token", "Telegram bot token"),
        &[Run(DIGIT, 8, 10)],
        &[":A"],
        &[Run(SLUG, 34, 34)],
        &[concat!("05593407:", "AcmLEjqooEBUkg7rVCeWhBnQqId9la8hb4f")],
        &[concat!("78458679:", "AWhBjJlM7XarbGN2Cm")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &[" SK", "=SK", "\"SK", "'SK", ":SK", "`SK", ">SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!(" ", "SKE22c274B3D56a2Dfbdb7Bc30DBeab3b9")],
        &[concat!(" ", "SKE528fB0eF653A809")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9"],
        &[Run(ANY_HEX, 31, 31)],
        &[concat!("S", "K01DAa695BdC7BC61aF86fF7ab98f5077")],
        &[concat!("S", "K0fc047B0deAAd76C0")],
    ),
    token(
        &secret("onesignal_key", "OneSignal key"),
        &["os_v2_app_", "os_v2_org_"],
        &[Run(LOWER, 80, 120)],
        &[concat!(
            "os_v2",
            "_app_2xtenlpqz2c2rkfwo38f8ll0iylai9b7budom535yq6i3tt6133z4e4",
            "pp7ay1ndhmdigzfqq4l4b2shh"
        )],
        &[concat!("os_v2", "_app_359sylru427uh32b1wcxcz391bpcyl9sz2emikqx")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY0"],
        &[Run(UPPER, 31, 31), Is("_"), Run(SLUG, 20, 24)],
        &[concat!("KE", "Y02GGMMSWLWXYCDK8SR774SJQYOR9YTXI_3ttjG8jazxNvvU49B3pd")],
        &[concat!("KE", "Y005JAQU7XM6LSQAVHMZ989VB5E1HH8VO_TJye7")],
    ),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(LOWER, 16, 18)],
        &[concat!("lark cl", "i_xkgf3wjy8avd4uez")],
        &[concat!("lark cl", "i_bvwnp5er")],
    )
    .near(&["lark", "feishu", "app"])
    .mixed(),
    token(
        &secret("sendgrid_key", "SendGrid key"),
        &["SG."],
        &[Run(DOTTED, 32, 72)],
        &[concat!("S", "G.kDN9Qy8Z8lTGraC2Vjmg5WoJxtLOpCPr")],
        &[concat!("S", "G.ZzhziMHoUjBqjLUA")],
    ),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-", "xsmtpsib-"],
        &[Run(HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xkey",
            "sib-b940f38fec2ec204b4d624290bbb09406009fb488f15a0e9921503e8",
            "83840d6d-wU9c5seTGQkF93Ul"
        )],
        &[concat!("xkey", "sib-435efd1d22a09808485e65bdb3300171f093e3c76283a4ccb")],
    ),
    token(
        &secret("mailgun_key", "Mailgun key"),
        &["key-", "pubkey-"],
        &[Run(HEX, 32, 32)],
        &[concat!("ke", "y-16faffa580cc24fcab6f7126bb5c652f")],
        &["a key- or a pubkey- begins such keys"],
    ),
    anchored(
        &secret("mailchimp_key", "Mailchimp key"),
        &[Run(ANY_HEX, 32, 32)],
        &["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
        &[Run(DIGIT, 0, 1)],
        &[concat!("CB413DeB7EBBbFDcD3DBE5E52EDAE2eA-u", "s1")],
        &["a visit to the -us1 region"],
    ),
    token(
        &secret("mailersend_key", "MailerSend key"),
        &["mlsn."],
        &[Run(HEX, 64, 64)],
        &[concat!("ml", "sn.1f8d9f4dc1f66cf73d651b8c50e14c5442cd38fe2865ef71eddd9fc04c8c5f18")],
        &[concat!("ml", "sn.0ac72b775a53098d224d75e338d9c285")],
    ),
    token(
        &secret("resend_key", "Resend key"),
        &["re_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 22, 28)],
        &[concat!("r", "e_wskeF16b_lPGGsiXl4p5DnhKgxhTaIS")],
        &[concat!("r", "e_1ax943wV_KcS7jgkAjWq")],
    ),
    token(
        &secret("klaviyo_key", "Klaviyo key"),
        &["pk_"],
        &[Run(ALNUM, 34, 34)],
        &[concat!("p", "k_sQJH5tQ19ZyihcVts25pSBYLI0Kf6uVRKH")],
        &[concat!("p", "k_lj1CpjWoOaqqTrdJi")],
    )
    .mixed(),
    token(
        &secret("matrix_token", "Matrix token"),
        &["syt_", "mct_"],
        &[Run(ALNUM, 8, 100), Is("_"), Run(ALNUM, 16, 24), Is("_"), Run(ALNUM, 4, 8)],
        &[concat!("sy", "t_7JRuigR0_TPd0NErYqLQZ8iOZ_Xige")],
        &[concat!("sy", "t_oe1O9w5E_WtR8B1blS36Og")],
    ),
    token(
        &secret("linkedin_token", "LinkedIn token"),
        &["WPL_AP1."],
        &[Run(DOTTED, 16, 60)],
        &[concat!("WPL_", "AP1.xc3GsIhXlX09ywpx")],
        &[concat!("WPL_", "AP1.dNbi5b3z")],
    ),
    token(
        &secret("twitter_bearer", "X bearer token"),
        &["AAAAAAAAAAAAAAAAAAAAA"],
        &[Run(PERCENT, 60, 110)],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAqDW5usZAsmuqQVN6dG1vZubtBGIKGSskxJsJEMzWFYExik0n04P4LEdpYZRz")],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAYDWINSQDhDcp9DYzitTYUfAaMtU9Ps")],
    )
    .mixed(),
    token(
        &secret("facebook_token", "Facebook token"),
        &["EAA"],
        &[Run(ALNUM, 48, 500)],
        &[concat!("E", "AAyBxFwtwjF3M44X9mKOiMYc0lIzZM3hwUhrFiHzno3JdnX2aZ")],
        &[concat!("E", "AAw9dMmFTHvfTdMadkytfKx8At")],
    )
    .mixed(),
    anchored(
        &secret("facebook_token", "Facebook token"),
        &[Run(DIGIT, 13, 16)],
        &["0|", "1|", "2|", "3|", "4|", "5|", "6|", "7|", "8|", "9|"],
        &[Run(SLUG, 26, 41)],
        &[concat!("52165577911740", "|MummIrz6RsoEuXejSgELHax1iA")],
        &[concat!("20676147755960", "|irgL0DZVS8RyF")],
    )
    .mixed(),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGAA"],
        &[Run(SLUG, 60, 250)],
        &[concat!("IG", "QVRF8Mw64XHUEupXgBcdVikVORU7KwPhgyvkj8a2RTMuh39cZxS9Tkqqd0wiDQ")],
        &[concat!("IG", "QV3lUfhxAi1HefL5w0ga0iEKiYpd5bIJ")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pina_"],
        &[Run(SLUG, 36, 80)],
        &[concat!("pi", "na_aVJToA3tAeLcngZIeXFcuJkQ8iCDnhu1ftmK")],
        &[concat!("pi", "na_NR8dY3LEVQ7cqMFqO8")],
    ),
    token(
        &secret("twitch_token", "Twitch token"),
        &["oauth:"],
        &[Run(LOWER, 30, 30)],
        &[concat!("oau", "th:5tw7s6ra4ubnxl4q73hssvc9vf7u7m")],
        &[concat!("oau", "th:dh5z14sofmx265l")],
    )
    .mixed(),
];
