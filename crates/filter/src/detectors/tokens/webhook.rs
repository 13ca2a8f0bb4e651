//! Addresses that whoever knows them can write to.

use super::super::Detector;
use super::super::token::{
    ALNUM, BASE64, DIGIT, HEX, LOWER,
    Part::{Is, Run},
    SLUG, UUID, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("slack_webhook", "Slack webhook"),
        &[
            "hooks.slack.com/services/",
            "hooks.slack.com/workflows/",
            "hooks.slack.com/triggers/",
            "hooks.slack-gov.com/services/",
        ],
        &[Run(BASE64, 30, 120)],
        &[concat!("hooks.slack.", "com/services/2hD9ufZ3B4mKOhOXswKlg7zPJwtdRg")],
        &[concat!("hooks.slack.", "com/services/lITbYdICHBwpxg6")],
    ),
    token(
        &secret("discord_webhook", "Discord webhook"),
        &["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
        &[Run(DIGIT, 15, 22), Is("/"), Run(SLUG, 40, 100)],
        &[concat!("discord.com/", "api/webhooks/120767090263688/W2gMz5z1aDyWSRklcOIdlA7hVAw9PmjcLaWaRcGq")],
        &[concat!("discord.com/", "api/webhooks/858189476713271/HhnfnfG0ZOlqtwc9HMv7")],
    ),
    token(
        &secret("teams_webhook", "Teams webhook"),
        &[".webhook.office.com/webhookb2/", "outlook.office.com/webhook/", "outlook.office365.com/webhook/"],
        &[
            Run(SLUG, 36, 36),
            Is("@"),
            Run(SLUG, 36, 36),
            Is("/IncomingWebhook/"),
            Run(ALNUM, 32, 32),
            Is("/"),
            Run(SLUG, 36, 36),
        ],
        &[concat!(
            ".webhook.office",
            ".com/webhookb2/MDEbdUkS60ugFOujlBfp82VkzWEH3TodfaX1@H21NOdBc",
            "LGhtaoaEj1lnvzsYKQpvrdEkE7Je/IncomingWebhook/OEa4jfjKncQF52b",
            "8M8hDJfIHJULU3WYZ/hYV5UufOzawybkozNxV91dU5xMQVMajPa3DY"
        )],
        &[concat!(
            ".webhook.office",
            ".com/webhookb2/qn8l9BLK6xf3jTPDxouEY6CTtbfIWils5DjF@wKZXvxED",
            "hOISgtq5ushcLtGYu3KVPfmv89FN/IncomingWebhook/8JFW2Vz9gL5Pp18",
            "l9Upf7VePSeG9dQVi/JyfDQceJGg54pDIY6f"
        )],
    ),
    token(
        &secret("zapier_webhook", "Zapier webhook"),
        &["hooks.zapier.com/hooks/catch/"],
        &[Run(DIGIT, 4, 12), Is("/"), Run(LOWER, 5, 12)],
        &[concat!("hooks.zapier.c", "om/hooks/catch/2148/newvy")],
        &[concat!("hooks.zapier.c", "om/hooks/catch/6754/f7")],
    ),
    token(
        &secret("ifttt_webhook", "IFTTT webhook"),
        &["/with/key/"],
        &[Run(SLUG, 20, 48)],
        &[concat!("/with", "/key/coOZJP5ZP0aRU2FfqEr1")],
        &[concat!("/with", "/key/LpmFP5IHje")],
    ),
    token(
        &secret("tines_webhook", "Tines webhook"),
        &[".tines.com/webhook/", ".tines.io/webhook/"],
        &[Run(SLUG, 30, 40), Is("/"), Run(SLUG, 30, 40)],
        &[concat!(".tines.co", "m/webhook/dHOoOhFz1di6gd19Ta7QARYUxyZHMh/6RTEMIIPhoYYCdqO2NDfir8UExZH9s")],
        &[concat!(".tines.co", "m/webhook/DZEv8IohHMmdfxv72shOuNzZIdsqSp/mIOaIB41L1v5AIz")],
    ),
    token(
        &secret("feishu_webhook", "Feishu webhook"),
        &["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
        &[Run(UUID, 36, 36)],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/7d7f0627-5c2b-1a79-785b-3d3f4c7ecef5")],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/9938371b-0228-e8d2")],
    ),
    token(
        &secret("dingtalk_webhook", "DingTalk webhook"),
        &["oapi.dingtalk.com/robot/send?access_token="],
        &[Run(HEX, 64, 64)],
        &[concat!(
            "oapi.dingtalk.com/rob",
            "ot/send?access_token=48a3166265d23878c098b311537b80b2143f18b",
            "6b684f5191f9940627b163b60"
        )],
        &[concat!("oapi.dingtalk.com/rob", "ot/send?access_token=8b7bcaacf581a640e761af5989bbaa1f")],
    ),
    token(
        &secret("wecom_webhook", "WeCom webhook"),
        &["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
        &[Run(UUID, 36, 36)],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=3f950c85-cec2-e179-5a31-09560c5acafb")],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=abf809a0-f79d-df37")],
    ),
];
