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
        &[Run(SLUG, 10, 420)],
        &[concat!("xo", "xb-D0Tls4jrwv"), concat!("xo", "xa-83vqXYJoW7")],
        &[concat!("xo", "xa-W6sic"), concat!(" xxo", "xb-aSj3nP1gF7")],
    )
    .mixed(),
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
        &[concat!("xa", "pp-7-WDN8C1Y5-92123776-NHbow8anzTzeKV3zqu8OQqfKHhqI1Hli")],
        &[concat!("xa", "pp-2-86RVCIPA-36084567-ww4Xe2gBiAGgeDj3")],
    ),
    token(
        &secret("slack_cookie", "Slack session"),
        &["xoxd-"],
        &[Run(PERCENT, 60, 500), Run(PADDING, 0, 2)],
        &[concat!("xo", "xd-V85zUufL0LVgjVjufITlsbDNkhQDZnaQzkUiiBOrypU3xUwBjfbeCXaT4Sps")],
        &[concat!("xo", "xd-RN3kgsSYmPibM3D5LWfsXGZfzDJHjU")],
    ),
    anchored(
        &secret("telegram_bot_token", "Telegram bot token"),
        &[Run(DIGIT, 8, 10)],
        &[":A"],
        &[Run(SLUG, 34, 34)],
        &[concat!("77921810:", "AUkg7rVCeWhBnQqId9la8hb4f5fjQVia19f")],
        &[concat!("95808293:", "A7XarbGN2Cm6jOOSoG")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &[" SK", "=SK", "\"SK", "'SK", ":SK", "`SK", ">SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!(" ", "SK274B3D56a2Dfbdb7Bc30DBeab3b9E528")],
        &[concat!(" ", "SKfB0eF653A8093d61")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9"],
        &[Run(ANY_HEX, 31, 31)],
        &[concat!("S", "K0695BdC7BC61aF86fF7ab98f5077fc04")],
        &[concat!("S", "K07B0deAAd76C0A3bb")],
    ),
    token(
        &secret("onesignal_key", "OneSignal key"),
        &["os_v2_app_", "os_v2_org_"],
        &[Run(LOWER, 80, 120)],
        &[concat!(
            "os_v2",
            "_app_enlpqz2c2rkfwo38f8ll0iylai9b7budom535yq6i3tt6133z4e4pp7",
            "ay1ndhmdigzfqq4l4b2shh359"
        )],
        &[concat!("os_v2", "_app_sylru427uh32b1wcxcz391bpcyl9sz2emikqx4hn")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY0"],
        &[Run(UPPER, 31, 31), Is("_"), Run(SLUG, 20, 24)],
        &[concat!("KE", "Y0MMSWLWXYCDK8SR774SJQYOR9YTXICET_l2DvxhySKhcunRRX3ttj")],
        &[concat!("KE", "Y0G90NUB305JAQU7XM6LSQAVHMZ989VB5_EbmHH")],
    ),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(LOWER, 16, 18)],
        &[concat!("cl", "i_eocqtjxkgf3wjy8a")],
        &[concat!("cl", "i_vd4uezbv")],
    )
    .near(&["lark", "feishu", "app_id", "app-id", "appid"])
    .mixed(),
    token(
        &secret("sendgrid_key", "SendGrid key"),
        &["SG."],
        &[Run(DOTTED, 32, 72)],
        &[concat!("S", "G.OY8GpX6IgkDN9Qy8Z8lTGraC2Vjmg5Wo")],
        &[concat!("S", "G.b3s9YizeomxXlvTJ")],
    ),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-", "xsmtpsib-"],
        &[Run(HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xkey",
            "sib-c204b4d624290bbb09406009fb488f15a0e9921503e883840d6daef9",
            "382a435e-4fasC75aFFUhB0xT"
        )],
        &[concat!("xkey", "sib-808485e65bdb3300171f093e3c76283a4ccbbff650c8228d5")],
    ),
    token(
        &secret("mailgun_key", "Mailgun key"),
        &["key-", "pubkey-"],
        &[Run(HEX, 32, 32)],
        &[concat!("ke", "y-fcab6f7126bb5c652f413e7bc35522e1")],
        &["a key- or a pubkey- begins such keys"],
    ),
    anchored(
        &secret("mailchimp_key", "Mailchimp key"),
        &[Run(ALNUM, 32, 32)],
        &["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
        &[Run(DIGIT, 0, 1)],
        &[concat!("fRalmTifJ7b0ZCe0MNhsZf3pmOHaML6i-u", "s1")],
        &[concat!("pCwik2W1RYLAd8omDIpnmY4Kz9I5JjFj-u", "s1")],
    ),
    token(
        &secret("mailersend_key", "MailerSend key"),
        &["mlsn."],
        &[Run(HEX, 64, 64)],
        &[concat!("ml", "sn.cd38fe2865ef71eddd9fc04c8c5f180ac72b775a53098d224d75e338d9c285a5")],
        &[concat!("ml", "sn.22dab5bff7eb92676c9bc740ed627ff2")],
    ),
    token(
        &secret("resend_key", "Resend key"),
        &["re_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 22, 28)],
        &[concat!("r", "e_l4p5DnhK_pXG2JJTPb1ax943wVKcS7j")],
        &[concat!("r", "e_Mo1lI3BT_FsQJH5tQ19Z")],
    ),
    token(
        &secret("klaviyo_key", "Klaviyo key"),
        &["pk_"],
        &[Run(ALNUM, 34, 34)],
        &[concat!("p", "k_BYLI0Kf6uVRKHlj1CpjWoOaqqTrdJiS2Tl")],
        &[concat!("p", "k_ZKrTH2WdBr1C9nQrD")],
    )
    .mixed(),
    token(
        &secret("matrix_token", "Matrix token"),
        &["syt_", "mct_"],
        &[Run(SLUG, 8, 100), Is("_"), Run(SLUG, 16, 24), Is("_"), Run(SLUG, 4, 8)],
        &[concat!("sy", "t_uZ77JRui_gR0TPd0NErYqLQZ8_iOZX")],
        &[concat!("sy", "t_igeoe1O9_w5EWtR8B1blS3")],
    ),
    token(
        &secret("linkedin_token", "LinkedIn token"),
        &["WPL_AP1."],
        &[Run(DOTTED, 16, 60)],
        &[concat!("WPL_", "AP1.k3wxc3GsIhXlX09y")],
        &[concat!("WPL_", "AP1.wpxdNbi5")],
    ),
    token(
        &secret("twitter_bearer", "X bearer token"),
        &["AAAAAAAAAAAAAAAAAAAAA"],
        &[Run(PERCENT, 60, 110)],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAxtmqDW5usZAsmuqQVN6dG1vZubtBGIKGSskxJsJEMzWFYExik0n04P4LEdpY")],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAZRzYDWINSQDhDcp9DYzitTYUfAaMtU")],
    )
    .mixed(),
    token(
        &secret("facebook_token", "Facebook token"),
        &["EAA"],
        &[Run(ALNUM, 48, 500)],
        &[concat!("E", "AAeFByBxFwtwjF3M44X9mKOiMYc0lIzZM3hwUhrFiHzno3JdnX")],
        &[concat!("E", "AA2aZw9dMmFTHvfTdMadkytfKx")],
    )
    .mixed(),
    anchored(
        &secret("facebook_token", "Facebook token"),
        &[Run(DIGIT, 13, 16)],
        &["0|", "1|", "2|", "3|", "4|", "5|", "6|", "7|", "8|", "9|"],
        &[Run(SLUG, 26, 41)],
        &[concat!("13952165577910", "|1iAwL34pA45brc9Y3F0szSefwU")],
        &[concat!("59688206544130", "|NpRLmCB7soYNR")],
    )
    .mixed(),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGAA"],
        &[Run(SLUG, 60, 250)],
        &[concat!("IG", "QVgBcdVikVORU7KwPhgyvkj8a2RTMuh39cZxS9Tkqqd0wiDQ3lUfhxAi1HefL5")],
        &[concat!("IG", "QVw0ga0iEKiYpd5bIJv02REAKAGPigHz")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pina_"],
        &[Run(SLUG, 36, 80)],
        &[concat!("pi", "na_ZIeXFcuJkQ8iCDnhu1ftmKNR8dY3LEVQ7cqM")],
        &[concat!("pi", "na_FqO8cge3FsilctWa6E")],
    ),
    token(
        &secret("twitch_token", "Twitch token"),
        &["oauth:"],
        &[Run(LOWER, 30, 30)],
        &[concat!("oau", "th:ubnxl4q73hssvc9vf7u7mdh5z14sof")],
        &[concat!("oau", "th:mx265l3p4gfdvm0")],
    )
    .mixed(),
];
