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
        &[concat!("hooks.slack.", "com/services/mzqxAu5GFjbKxTZsb53t6XrtdsxIIF")],
        &[concat!("hooks.slack.", "com/services/oSP7zLPvFaGCZOT")],
    ),
    token(
        &secret("discord_webhook", "Discord webhook"),
        &["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
        &[Run(DIGIT, 15, 22), Is("/"), Run(SLUG, 40, 100)],
        &[concat!("discord.com/", "api/webhooks/777049033313416/YxJkHd0S2hD9ufZ3B4mKOhOXswKlg7zPJwtdRglI")],
        &[concat!("discord.com/", "api/webhooks/466720108902534/SJaOkvFLAcYdD7n7AIYM")],
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
            ".com/webhookb2/WSRklcOIdlA7hVAw9PmjcLaWaRcGqxiWhFoh@smuxQfae",
            "4E71N1wKesFHhnfnfG0ZOlqtwc9H/IncomingWebhook/Mv7g2zScEINqfwz",
            "T7UgDQbbMDEbdUkS6/0ugFOujlBfp82VkzWEH3TodfaX1H21NOdBcL"
        )],
        &[concat!(
            ".webhook.office",
            ".com/webhookb2/GhtaoaEj1lnvzsYKQpvrdEkE7JeOEa4jfjKn@cQF52b8M",
            "8hDJfIHJULU3WYZhYV5UufOzawyb/IncomingWebhook/kozNxV91dU5xMQV",
            "MajPa3DYqn8l9BLK6/xf3jTPDxouEY6CTtbf"
        )],
    ),
    token(
        &secret("zapier_webhook", "Zapier webhook"),
        &["hooks.zapier.com/hooks/catch/"],
        &[Run(DIGIT, 4, 12), Is("/"), Run(LOWER, 5, 12)],
        &[concat!("hooks.zapier.c", "om/hooks/catch/3248/72lgy")],
        &[concat!("hooks.zapier.c", "om/hooks/catch/2537/fn")],
    ),
    token(
        &secret("ifttt_webhook", "IFTTT webhook"),
        &["/with/key/"],
        &[Run(SLUG, 20, 48)],
        &[concat!("/with", "/key/2Vz9gL5Pp18l9Upf7VeP")],
        &[concat!("/with", "/key/SeG9dQViJy")],
    ),
    token(
        &secret("tines_webhook", "Tines webhook"),
        &[".tines.com/webhook/", ".tines.io/webhook/"],
        &[Run(SLUG, 30, 40), Is("/"), Run(SLUG, 30, 40)],
        &[concat!(".tines.co", "m/webhook/pDIY6ffExxfw0v00Iq3uWIC5KFTgN4/8pE9rWV0Yoa0p10f1Vq35xSFhfZAco")],
        &[concat!(".tines.co", "m/webhook/OZJP5ZP0aRU2FfqEr1LpmFP5IHjeFH/Z8EnlpzvdHOoOhF")],
    ),
    token(
        &secret("feishu_webhook", "Feishu webhook"),
        &["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
        &[Run(UUID, 36, 36)],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/cac36892-6447-cc1e-761f-a2c31c2436ef")],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/76c4e947-d405-049e")],
    ),
    token(
        &secret("dingtalk_webhook", "DingTalk webhook"),
        &["oapi.dingtalk.com/robot/send?access_token="],
        &[Run(HEX, 64, 64)],
        &[concat!(
            "oapi.dingtalk.com/rob",
            "ot/send?access_token=b1a79785b3d3f4c7ecef59938371b0228e8d26f",
            "bd5907c04e912e48a3166265d"
        )],
        &[concat!("oapi.dingtalk.com/rob", "ot/send?access_token=23878c098b311537b80b2143f18b6b68")],
    ),
    token(
        &secret("wecom_webhook", "WeCom webhook"),
        &["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
        &[Run(UUID, 36, 36)],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=1a640e76-1af5-989b-baa1-f065700f6e38")],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=7cbf32f9-d94e-608f")],
    ),
];
