//! Chat, mail, telephone and social networks.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDING, PERCENT,
    Part::{Is, Run},
    SLUG, UPPER, anchored, secret, token,
};

/// Tokens begin with the account's number in base64: three letters that two digits make, with each fourth that a third makes.
macro_rules! numbers_in_base64 {
    ($first:literal) => { numbers_in_base64!($first: "A" "E" "I" "M" "Q" "U" "Y" "c" "g" "k") };
    ($first:literal: $($third:literal)*) => { &[$(
        concat!($first, $third, "w"), concat!($first, $third, "x"), concat!($first, $third, "y"), concat!($first, $third, "z"),
        concat!($first, $third, "0"), concat!($first, $third, "1"), concat!($first, $third, "2"), concat!($first, $third, "3"),
        concat!($first, $third, "4"), concat!($first, $third, "5"),
    )*] };
}

/// What follows the beginning: the rest of the number, a time and a signature.
const DISCORD: &[super::super::token::Part] =
    &[Run(SLUG, 18, 25), Is("."), Run(SLUG, 6, 6), Is("."), Run(SLUG, 25, 40)];

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("slack_token", "Slack token"),
        &["xoxb-", "xoxa-", "xoxp-", "xoxo-", "xoxs-", "xoxr-", "xoxc-", "xoxe-", "xoxe.xoxb-", "xoxe.xoxp-"],
        &[Run(DIGIT, 1, 1), Run(SLUG, 12, 420)],
        &[concat!("xo", "xb-075aFFUhB0xTQ"), concat!("xo", "xa-8Aq6RlJQwwr9K")],
        &[concat!("xo", "xa-7M62Ltu"), concat!(" xxo", "xb-13HBkADgwkO3D")],
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
        &[concat!("xa", "pp-9-5BSG2GZO-31415269-qirh931u9tYhW1Xef2NK0l6BYQxFnw1w")],
        &[concat!("xa", "pp-1-Q0KCQHV1-77524089-u4Y3ZzE")],
    ),
    token(
        &secret("slack_cookie", "Slack session"),
        &["xoxd-"],
        &[Run(PERCENT, 60, 500), Run(PADDING, 0, 2)],
        &[concat!("xo", "xd-FhMWXsKZ45Mv6LtF57gekj41JtDGmds3iOpzi7wiWq0nYnxHvm8iuw8pK4pL")],
        &[concat!("xo", "xd-Fo0mhpFcg89DfRalmTifJ7b0ZCe0MN")],
    ),
    anchored(
        &secret("telegram_bot_token", "Telegram bot token"),
        &[Run(DIGIT, 8, 10)],
        &[":A"],
        &[Run(SLUG, 34, 34)],
        &[concat!("77143297:", "AjxpgfPt5Cdkba9aS6l8fhjgZlA2IiZQYzL")],
        &[concat!("78048056:", "AOEXOOLVLrGAuSQybF")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &[" SK", "=SK", "\"SK", "'SK", ":SK", "`SK", ">SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!(" ", "SK8Fd9cCBC28EA5a52E2dab5bFff7DeAAb")],
        &[concat!(" ", "SK9B2E676c9ADbc740")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9"],
        &[Run(ANY_HEX, 31, 31)],
        &[concat!("S", "K0b8a55Ab630D6F0Cf2da5BdBfEd72481")],
        &[concat!("S", "K0fADdaD2EC733BbCE")],
    ),
    token(
        &secret("onesignal_key", "OneSignal key"),
        &["os_v2_app_", "os_v2_org_"],
        &[Run(LOWER, 80, 120)],
        &[concat!(
            "os_v2",
            "_app_kcvnhom4xgjjtp10vk2s96a9w1mibtfqjhqz872vsbylik5vrkh9c9w",
            "o0t3j8stzkthw3bcqdzp3j3ml"
        )],
        &[concat!("os_v2", "_app_6i74ox9eiogwk892y7igbzjr86rtp3neylqz8ozx")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY0"],
        &[Run(SLUG, 54, 54)],
        &[concat!("KE", "Y0tBGIKGSskxJsJEMzWFYExik0n04P4LEdpYZRzYDWINSQDhDcp9DYzi")],
        &[concat!("KE", "Y0tTYUfAaMtU9PsTSwc3N7Kd47GNZ")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["=KEY", "\"KEY", ": KEY", "= KEY"],
        &[Run(SLUG, 55, 55)],
        &[concat!("=K", "EY44X9mKOiMYc0lIzZM3hwUhrFiHzno3JdnX2aZw9dMmFTHvfTdMadkyt")],
        &[concat!("=K", "EYfKx8AtS50Lf2qt2de6Tx1iZsKIsF")],
    )
    .mixed(),
    token(
        &secret("lark_app", "Lark app"),
        &["cli_"],
        &[Run(LOWER, 16, 18)],
        &[concat!("lark cl", "i_ex49s6elh08ala12")],
        &[concat!("lark cl", "i_yfs45uw0")],
    )
    .near(&["lark", "feishu", "app"])
    .mixed(),
    token(
        &secret("sendgrid_key", "SendGrid key"),
        &["SG."],
        &[Run(DOTTED, 32, 72)],
        &[concat!("S", "G.yFONpRLmCB7soYNRF8Mw64XHUEupXgBc")],
        &[concat!("S", "G.dVikVORU7KwPhgyv")],
    ),
    token(
        &secret("brevo_key", "Brevo key"),
        &["xkeysib-", "xsmtpsib-"],
        &[Run(HEX, 64, 64), Is("-"), Run(ALNUM, 16, 16)],
        &[concat!(
            "xkey",
            "sib-9e18af03ff5d25ced4482050373d68e11da4900f5ec4fb2e4811f568",
            "ec52a8e6-FqO8cge3FsilctWa"
        )],
        &[concat!("xkey", "sib-2cf9b980fa06b5f8e399a1a2a613fcdf9726bef5e7f321a6d")],
    ),
    token(
        &secret("mailgun_key", "Mailgun key"),
        &["key-", "pubkey-"],
        &[Run(HEX, 32, 32)],
        &[concat!("ke", "y-786bb2174c106a7b4c921e2c08819527")],
        &["a key- or a pubkey- begins such keys"],
    ),
    anchored(
        &secret("mailchimp_key", "Mailchimp key"),
        &[Run(ANY_HEX, 32, 32)],
        &["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
        &[Run(DIGIT, 0, 1)],
        &[concat!("3ecF45c1B6dB8EeF5923D8b26273f707-u", "s1")],
        &["a visit to the -us1 region"],
    ),
    token(
        &secret("mailersend_key", "MailerSend key"),
        &["mlsn."],
        &[Run(HEX, 64, 64)],
        &[concat!("ml", "sn.4078ebce8ac4c6d47601181a30c6fd46d294d9e0fc117298eea248c50c9bae54")],
        &[concat!("ml", "sn.fbf27924806695da9a419ae4b0c5c077")],
    ),
    token(
        &secret("resend_key", "Resend key"),
        &["re_"],
        &[Run(ALNUM, 8, 8), Is("_"), Run(ALNUM, 22, 28)],
        &[concat!("r", "e_wq4ssJy6_UcQ8AZ8c4lQ3yx47KvKtyJ")],
        &[concat!("r", "e_oQAm5Q9D_ZB9HaRehq4P")],
    ),
    token(
        &secret("klaviyo_key", "Klaviyo key"),
        &["pk_"],
        &[Run(ALNUM, 34, 34)],
        &[concat!("p", "k_S8sYgUOThuuEgBQJ49vU3bPT44nSnIjQot")],
        &[concat!("p", "k_yZE96LCChT9YGHRNH")],
    )
    .mixed(),
    token(
        &secret("matrix_token", "Matrix token"),
        &["syt_", "mct_"],
        &[Run(ALNUM, 8, 100), Is("_"), Run(ALNUM, 16, 24), Is("_"), Run(ALNUM, 4, 8)],
        &[concat!("sy", "t_6nH2Atbm_fTkOYq52IcO32PUO_tAlI")],
        &[concat!("sy", "t_zIv4mR67_2cdbIX5oT3wlw")],
    ),
    token(
        &secret("linkedin_token", "LinkedIn token"),
        &["WPL_AP1."],
        &[Run(DOTTED, 16, 60)],
        &[concat!("WPL_", "AP1.45OWDwqmK3xmziKV")],
        &[concat!("WPL_", "AP1.5MwMIKfq")],
    ),
    token(
        &secret("twitter_bearer", "X bearer token"),
        &["AAAAAAAAAAAAAAAAAAAAA"],
        &[Run(PERCENT, 60, 110)],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAltI34HKomr2F171lJA3iI6rAb5x3kTDZmJxuzvXU91dJPQUrCG64AjDGay3E")],
        &[concat!("AAAAAAAAAA", "AAAAAAAAAAAQggMJqWMta32ZPA8xwW5gdWMkbcDdf")],
    )
    .mixed(),
    token(
        &secret("facebook_token", "Facebook token"),
        &["EAA"],
        &[Run(ALNUM, 48, 1000)],
        &[concat!("E", "AAD6Ohn1Iddn0FqWaq0qC7mMgM6Sf8zo47mewP1rkxDzz3ihSI")],
        &[concat!("E", "AAaRstsyt4UgiqhN16A7jN3Qro")],
    )
    .mixed(),
    anchored(
        &secret("facebook_token", "Facebook token"),
        &[Run(DIGIT, 13, 16)],
        &[
            "0|", "1|", "2|", "3|", "4|", "5|", "6|", "7|", "8|", "9|", "0%", "1%", "2%", "3%", "4%", "5%",
            "6%", "7%", "8%", "9%",
        ],
        &[Run(SLUG, 26, 41)],
        &[concat!("99574755787450", "|Pe9lJY5k4KK0IIv4XdRHQL2zbv")],
        &[concat!("85661640064310", "|u6watgrNdqzOG")],
    )
    .mixed(),
    token(
        &secret("instagram_token", "Instagram token"),
        &["IGQV", "IGAA"],
        &[Run(SLUG, 60, 250)],
        &[concat!("IG", "QVSmvLXfSvo48KlaN5Tq1Uu1r3tVUItd6wNTqKamydEozbLB90AY1Zr8PdLIdp")],
        &[concat!("IG", "QVq3JJ8MkXJlaxx7j1KDSSLhAHJ9d5MM")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pina_"],
        &[Run(SLUG, 20, 200)],
        &[concat!("pi", "na_JsGEF9NHcCcNx3HQIjGu")],
        &[concat!("pi", "na_u2OTdG4plU")],
    ),
    token(
        &secret("twitch_token", "Twitch token"),
        &["oauth:"],
        &[Run(LOWER, 30, 30)],
        &[concat!("oau", "th:egbdp5asftq622op7kn5urmvrjs4iu")],
        &[concat!("oau", "th:5c4r75lhaoe778v")],
    )
    .mixed(),
    token(
        &secret("nylas_key", "Nylas key"),
        &["nyk_"],
        &[Run(ALNUM, 60, 72)],
        &[concat!("ny", "k_FbJsn9ZMYguLTEkcTp49H6w1p52zPGmMQgBaXcQb1lMOA3FXXm3U1gITVFLl")],
        &[concat!("ny", "k_4gj8RjX87iF5j1Wkhm7slrZDl2jtct")],
    ),
    token(
        &secret("pubnub_key", "PubNub key"),
        &["sec-c-"],
        &[Run(BASE64, 44, 64), Run(PADDING, 0, 2)],
        &[concat!("sec", "-c-ioD6P1ilbWOBvBLBjRujypVoaiT33P3FvzQu8ZOvCfbn")],
        &[concat!("sec", "-c-qKa9SLuvF38RfKuXNUGZ0s")],
    ),
    token(
        &secret("mailsac_key", "Mailsac key"),
        &["k_"],
        &[Run(ALNUM, 36, 60)],
        &[concat!("k", "_WbWZzMbV7QDCGh0epYeXlzWcBpJZFhaJ9xiG")],
        &[concat!("k", "_bxWWI2F5uVq7VNdLxQ")],
    )
    .mixed(),
    token(
        &secret("blynk_client", "Blynk client"),
        &["oa2-client-id_"],
        &[Run(SLUG, 30, 34)],
        &[concat!("oa2-cli", "ent-id_Ge1pqw7x1Hcd3wQ8T5SZ8WcfQIjsuW")],
        &[concat!("oa2-cli", "ent-id_t4fa1JZNROvh9kq")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        &[
            "MTA", "MTE", "MTI", "MTM", "MTQ", "MTU", "MTY", "MTc", "MTg", "MTk", "MjA", "MjE", "MjI", "MjM",
            "MjQ", "MjU", "MjY", "Mjc", "Mjg", "Mjk", "MzA", "MzE", "MzI", "MzM", "MzQ", "MzU", "MzY", "Mzc",
            "Mzg", "Mzk", "NjA", "NjE", "NjI", "NjM", "NjQ", "NjU", "NjY", "Njc", "Njg", "Njk", "NzA", "NzE",
            "NzI", "NzM", "NzQ", "NzU", "NzY", "Nzc", "Nzg", "Nzk",
        ],
        &[Run(SLUG, 19, 26), Is("."), Run(SLUG, 6, 6), Is("."), Run(SLUG, 25, 40)],
        &[concat!("bot M", "TAw9EQbTnqgvVtzcSKKI2.5wj6jZ.zMql20UE5fSGCY2efr4qsrYtm")],
        &[concat!("bot M", "TAdC2ceGexvVIyRODiA0V.z512PZ.PAzHP9cWp2fMf")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        numbers_in_base64!("MD"),
        DISCORD,
        &[concat!("MD", "I0Zqumpm08hsE8JNpjJOQG.a2rb19.FlY0mG1ylvuhfJXqIEnomef2mSJ5CM")],
        &[concat!("MD", "I0TIeg1ZTVnVv2fgKD0f6Y.YIgrCO.X6Jhw7Hd11Xz")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        numbers_in_base64!("ND"),
        DISCORD,
        &[concat!("ND", "Q1WL8MHpoKEzViXZya8cdF.OcVwWB.hqG5KSFdPE0SPgjtHfb1F6w70WAKad")],
        &[concat!("ND", "Q1YEjW1W5bSapfQ7Dh3yEg.42ipqn.X1fkkjbd93oQ")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        numbers_in_base64!("NT"),
        DISCORD,
        &[concat!("NT", "U2GXy9KTUMAFGrM14gENAs.IrsD3m.bLFecbVjafQ4gGnRfXBkg8QysD4FIS")],
        &[concat!("NT", "U20Xzm41PB2qs353f2Huu6.mXrxWU.REVXXPHzGIz3")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        numbers_in_base64!("OD"),
        DISCORD,
        &[concat!("OD", "Y3qyV4J1TQt7frRgjix7YS.dn60LN.JMRLdHb2U9LhOS0irYkPvdRHUNL9yf")],
        &[concat!("OD", "Y34StfxDPNV2adCV1jFzYI.20eBah.cyXic6YOZq0M")],
    ),
    token(
        &secret("discord_bot_token", "Discord bot token"),
        numbers_in_base64!("OT"),
        DISCORD,
        &[concat!("OT", "I07qO60lI5QfecJUyGTelV.EnIKXV.uuEomFKB8KyVQ3JYmzSgnYNPPtPQvv")],
        &[concat!("OT", "I09PBmGGwYPnqwYo8kwQj1.qH9Cst.FpS8gELRersl")],
    ),
];
