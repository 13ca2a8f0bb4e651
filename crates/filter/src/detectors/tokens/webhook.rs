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
        &[concat!("hooks.slack.", "com/services/nocCAsdKx7zz1dfRdDyPZxN9GfvMKI")],
        &[concat!("hooks.slack.", "com/services/M2NaqDjd7mLJSuU")],
    ),
    token(
        &secret("discord_webhook", "Discord webhook"),
        &["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
        &[Run(DIGIT, 15, 22), Is("/"), Run(SLUG, 40, 100)],
        &[concat!("discord.com/", "api/webhooks/596854337104935/e3hOq6FeXQUvbQ67b2qiL4T2P9Z771LCKv7QWwTR")],
        &[concat!("discord.com/", "api/webhooks/552642221831175/oMGypTfnW4p4Fd5UODxj")],
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
            ".com/webhookb2/POQYpL42XJ0qDz036YLpgjZMumXQmpJP3H3W@wyyIeT9H",
            "jpwzeLxWVdn1ZJ40U9ImCgvvH3g2/IncomingWebhook/w1JQA5FLTquynjf",
            "E0jYoStGuuyiMygp7/Hs3UH25yI6PWEyWOujXERdN9ptgxymGl3qOU"
        )],
        &[concat!(
            ".webhook.office",
            ".com/webhookb2/IcK3y2dxSqHh6cpfc9shfCEHX3gHU4gEviqf@wuXZXEZo",
            "QIfdabjjnlWJtIo5MBiI7IBJFR6T/IncomingWebhook/D1iSRNnJLT1hxTP",
            "yXqT5BnQVe0LNTQhK/hvxkKuSAOnSnATkUP3"
        )],
    ),
    token(
        &secret("zapier_webhook", "Zapier webhook"),
        &["hooks.zapier.com/hooks/catch/"],
        &[Run(DIGIT, 4, 12), Is("/"), Run(LOWER, 5, 12)],
        &[concat!("hooks.zapier.c", "om/hooks/catch/6805/w6qlo")],
        &[concat!("hooks.zapier.c", "om/hooks/catch/9334/ma")],
    ),
    token(
        &secret("ifttt_webhook", "IFTTT webhook"),
        &["/with/key/"],
        &[Run(SLUG, 20, 48)],
        &[concat!("/with", "/key/O6niH1QwPRaOX48TFOVR")],
        &[concat!("/with", "/key/KTy72jg3FI")],
    ),
    token(
        &secret("tines_webhook", "Tines webhook"),
        &[".tines.com/webhook/", ".tines.io/webhook/"],
        &[Run(SLUG, 30, 40), Is("/"), Run(SLUG, 30, 40)],
        &[concat!(".tines.co", "m/webhook/3d3fNxQ6E3EURW5qRQVTyqNyvwktpE/RgLti69wukIH2yJgqcuJZA6kGPaycW")],
        &[concat!(".tines.co", "m/webhook/tYNGXGCWuhytHzq3X96u2Gqfmc2EFX/tO85pRmQgbsM9f7")],
    ),
    token(
        &secret("feishu_webhook", "Feishu webhook"),
        &["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
        &[Run(UUID, 36, 36)],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/08ca1272-7fd2-9451-9a4a-5e1681368d22")],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/b54db813-0df3-48d5")],
    ),
    token(
        &secret("dingtalk_webhook", "DingTalk webhook"),
        &["oapi.dingtalk.com/robot/send?access_token="],
        &[Run(HEX, 64, 64)],
        &[concat!(
            "oapi.dingtalk.com/rob",
            "ot/send?access_token=58275fe6e726f83b96b59f61bf80365a669aef4",
            "8407aea36b1d3e42c0cc48625"
        )],
        &[concat!("oapi.dingtalk.com/rob", "ot/send?access_token=a847b1ce88f4ddbece53883e411ec8f5")],
    ),
    token(
        &secret("wecom_webhook", "WeCom webhook"),
        &["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
        &[Run(UUID, 36, 36)],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=c80eb7fd-c77d-2dd8-078a-9eca7f352ccd")],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=df6ea218-f42c-b6b9")],
    ),
];
