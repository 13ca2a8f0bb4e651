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
        &[concat!("hooks.slack.", "com/services/40U9ImCgvvH3g2w1JQA5FLTquynjfE")],
        &[concat!("hooks.slack.", "com/services/0jYoStGuuyiMygp")],
    ),
    token(
        &secret("discord_webhook", "Discord webhook"),
        &["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
        &[Run(DIGIT, 15, 22), Is("/"), Run(SLUG, 40, 100)],
        &[concat!("discord.com/", "api/webhooks/538514738919352/cK3y2dxSqHh6cpfc9shfCEHX3gHU4gEviqfwuXZX")],
        &[concat!("discord.com/", "api/webhooks/164277668899522/o5MBiI7IBJFR6TD1iSRN")],
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
            ".com/webhookb2/LNTQhKhvxkKuSAOnSnATkUP374wpHMm75RtP@wpjk0lbg",
            "DVyWgQpLOonyqM4qPrRMuABoltCb/IncomingWebhook/O6niH1QwPRaOX48",
            "TFOVRKTy72jg3FIdw/CZSF1A5l3d3fNxQ6E3EURW5qRQVTyqNyvwkt"
        )],
        &[concat!(
            ".webhook.office",
            ".com/webhookb2/pERgLti69wukIH2yJgqcuJZA6kGPaycWtYNG@XGCWuhyt",
            "Hzq3X96u2Gqfmc2EFXtO85pRmQgb/IncomingWebhook/sM9f7T5PI3eDYXW",
            "bD7wjB2QrZUDE2mOF/Puebn2njkk8ESI5KCp"
        )],
    ),
    token(
        &secret("zapier_webhook", "Zapier webhook"),
        &["hooks.zapier.com/hooks/catch/"],
        &[Run(DIGIT, 4, 12), Is("/"), Run(LOWER, 5, 12)],
        &[concat!("hooks.zapier.c", "om/hooks/catch/4801/mr1e7")],
        &[concat!("hooks.zapier.c", "om/hooks/catch/1985/li")],
    ),
    token(
        &secret("ifttt_webhook", "IFTTT webhook"),
        &["/with/key/"],
        &[Run(SLUG, 20, 48)],
        &[concat!("/with", "/key/m1DGBaeG46w3IQagiK5J")],
        &[concat!("/with", "/key/pytbUn5xYJ")],
    ),
    token(
        &secret("tines_webhook", "Tines webhook"),
        &[".tines.com/webhook/", ".tines.io/webhook/"],
        &[Run(SLUG, 30, 40), Is("/"), Run(SLUG, 30, 40)],
        &[concat!(".tines.co", "m/webhook/n9PFjMonoOuHTKREOjKme8sid0suMd/PjFN5fQGXSMWK39SsfNyztDzpX9eQB")],
        &[concat!(".tines.co", "m/webhook/HglMLV70kMNqwS1spq3hyUj82ceJRJ/vr7BOV86dVlGMkX")],
    ),
    token(
        &secret("feishu_webhook", "Feishu webhook"),
        &["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
        &[Run(UUID, 36, 36)],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/42c0cc48-625a-847b-1ce8-8f4ddbece538")],
        &[concat!("open.feishu.cn/ope", "n-apis/bot/v2/hook/83e411ec-8f53-6748")],
    ),
    token(
        &secret("dingtalk_webhook", "DingTalk webhook"),
        &["oapi.dingtalk.com/robot/send?access_token="],
        &[Run(HEX, 64, 64)],
        &[concat!(
            "oapi.dingtalk.com/rob",
            "ot/send?access_token=a5092a9e166c80eb7fdc77d2dd8078a9eca7f35",
            "2ccddf6ea218f42cb6b92ad6a"
        )],
        &[concat!("oapi.dingtalk.com/rob", "ot/send?access_token=2531eb2c96ce236584fc2dc478bd9c56")],
    ),
    token(
        &secret("wecom_webhook", "WeCom webhook"),
        &["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
        &[Run(UUID, 36, 36)],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=6a7ebc61-ede0-5c25-a4d4-92f9468426ad")],
        &[concat!("qyapi.weixin.qq.com/cg", "i-bin/webhook/send?key=07245277-f326-d178")],
    ),
];
