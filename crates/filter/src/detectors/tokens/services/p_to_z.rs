//! Services from P to Z by their plain names.

use super::super::super::Detector;
use super::super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED, PADDING,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, UUID, anchored, secret, token,
};

pub(in super::super) static ROWS: &[Detector] = &[
    token(
        &secret("packagist_token", "Packagist token"),
        &[
            "packagist_ack_",
            "packagist_acs_",
            "packagist_cut_",
            "packagist_out_",
            "packagist_uut_",
            "packagist_",
        ],
        &[Run(HEX, 28, 96)],
        &[concat!("pa", "ckagist_acs_b12f74c76cec91fc27950fe83cba")],
        &[concat!("pa", "ckagist_acs_f4b8fcdfe")],
    ),
    token(
        &secret("pangea_token", "Pangea token"),
        &["pts_", "pti_", "ptu_"],
        &[Run(LOWER, 30, 36)],
        &[concat!("pt", "i_ehgwz71adem4yqenjirghccbie1f3g")],
        &[concat!("pt", "i_j7vfmva0u7")],
    )
    .mixed(),
    token(
        &secret("paystack_key", "Paystack key"),
        &["sk_test_", "sk_live_", "sk_prod_"],
        &[Run(LOWER, 40, 40)],
        &[concat!("sk", "_test_4doav0c2jo4xrqj5kmcqcljbrj2xypa6kjuu68vj")],
        &[concat!("sk", "_test_p9972a8wlyyxm")],
    ),
    token(
        &secret("permit_key", "Permit.io key"),
        &["permit_key_"],
        &[Run(ALNUM, 80, 90)],
        &[concat!(
            "pe",
            "rmit_key_bHIiJpj7uYK9q34RINpR710XusKhtAQxjv9GmlqXp0BoeJSYtWSEYyPROIqkrLevWH07HSfUJe9NaSzo"
        )],
        &[concat!("pe", "rmit_key_RF9QFhfDiNTQ0tjxy0q6Momxqw")],
    ),
    token(
        &secret("perplexity_key", "Perplexity key"),
        &["pplx-"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("pp", "lx-SecBtCPUT4ycflp13mWPk2No6h3UYeRDZZTOO44W")],
        &[concat!("pp", "lx-nOR1MAFfQmKxB")],
    ),
    token(
        &secret("pinterest_token", "Pinterest token"),
        &["pinr.", "pinr_", "pina_"],
        &[Run(DOTTED, 20, 300)],
        &[concat!("pi", "nr_1xa7Az4GOr2hrCuRzQoP")],
        &[concat!("pi", "nr_BGr2IW")],
    )
    .mixed(),
    token(
        &secret("portainer_token", "Portainer token"),
        &["ptr_"],
        &[Run(DOTTED, 32, 60)],
        &[concat!("pt", "r_vNx9DFy32vbvsveet9kPM9VgLvlby77k")],
        &[concat!("pt", "r_8Fs7idfo5p")],
    )
    .mixed(),
    token(
        &secret("posthog_key", "PostHog key"),
        &["phx_", "pha_", "phr_", "phs_"],
        &[Run(SLUG, 38, 50)],
        &[concat!("ph", "r_L0yTfNb0i6sSqHd11EbD-LHQBkbUkyKj_fFiB1")],
        &[concat!("ph", "r_sLDr_XdygT4Y")],
    )
    .mixed(),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAK-"],
        &[Run(ALNUM, 24, 24), Is("-"), Run(ALNUM, 34, 34)],
        &[concat!("PM", "AK-m4Dxx1FI2LEajIuPOjrVfnjW-7rGn001t8dODH5ms7ZitgwXrBG4lCGRlxw")],
        &[concat!("PM", "AK-scxoCnE27YqbQaitc2M6XXsO-s4dT8OFrgfm")],
    ),
    token(
        &secret("postman_key", "Postman key"),
        &["PMAT-"],
        &[Run(ALNUM, 26, 26)],
        &[concat!("PM", "AT-8seuXb9Ou4ahFOetgUDAvTQKYU")],
        &[concat!("PM", "AT-c0fqqKtk")],
    ),
    token(
        &secret("pubnub_key", "PubNub key"),
        &["pub-c-", "sub-c-", "sec-c-"],
        &[
            Run(ALNUM, 8, 8),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 4, 4),
            Is("-"),
            Run(ALNUM, 12, 12),
        ],
        &[concat!("su", "b-c-wjQ5QXAN-YqhA-InVD-dXVI-pLW9BtJO1VI7")],
        &[concat!("su", "b-c-45jIu4S7-OZCl-ONLw-6Hs1-5ZFR")],
    ),
    token(
        &secret("pushbullet_token", "Pushbullet token"),
        &["o."],
        &[Run(ALNUM, 32, 32)],
        &[concat!("o.", "Xk8YBvtpViqvPgxxF8ydr6UMyq36lWR7")],
        &[concat!("o.", "FC37TwhweK")],
    )
    .mixed(),
    token(
        &secret("pyx_key", "pyx key"),
        &["sk-pyx-", "pyx-"],
        &[Run(ALNUM, 40, 64)],
        &[concat!("py", "x-SrElEDHwRZ0K79ojj1VAM4whQSIXowbHtEYZk6oG")],
        &[concat!("py", "x-DpQT0m1T2xw4o")],
    )
    .mixed(),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_", "sbx_apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sb", "x_apikey_634ba1544ffeecacbb9e55bde42ef024b1466a3efce9bca012b6fc23225e62a7")],
        &[concat!("sb", "x_apikey_3361be3fdbc311cd5679a")],
    ),
    token(
        &secret("ramp_token", "Ramp token"),
        &["ramp_business_tok_", "ramp_tok_"],
        &[Run(ALNUM, 40, 48)],
        &[concat!("ra", "mp_tok_f0lRCXkcmb4ipivXEdH26C0sbEqbCJT9ElGi3JZu")],
        &[concat!("ra", "mp_tok_2CjnLFnpfjeMz")],
    ),
    token(
        &secret("readme_key", "ReadMe key"),
        &["rdme_"],
        &[Run(ALNUM, 64, 70)],
        &[concat!("rd", "me_emras59wFzxBHG5xrVFdOyECGbwDzUZqhIcdmtM0KD6BWRiUxAPM8h6wgE7ubTDu")],
        &[concat!("rd", "me_ClhyZj5smVA7UzDqvnEcQ")],
    ),
    token(
        &secret("replicate_token", "Replicate token"),
        &["r8_"],
        &[Run(ALNUM, 37, 40)],
        &[concat!("r8", "_HsHPPVPQoTY1g8lnXU90i9T3LsBGvaE0xy7LY")],
        &[concat!("r8", "_tijwBHkhcCla")],
    )
    .mixed(),
    token(
        &secret("riot_key", "Riot Games key"),
        &["RGAPI-"],
        &[Run(SLUG, 36, 36)],
        &[concat!("RG", "API-9wqfN_vi4-0bB_tGWz638E4OBcHv98sfxr2I")],
        &[concat!("RG", "API-mbyQl-gNzTTX")],
    )
    .mixed(),
    token(
        &secret("robinhood_key", "Robinhood key"),
        &["rh-api-"],
        &[Run(UUID, 36, 36)],
        &[concat!("rh", "-api-400224b1-0db7-040c-9433-b4c7a5731c81")],
        &[concat!("rh", "-api-f7f841c3-edde-b5b1-d")],
    ),
    token(
        &secret("runway_key", "Runway key"),
        &["key_"],
        &[Run(ANY_HEX, 128, 128)],
        &[concat!(
            "ke",
            "y_caa126b311d6f2f2E35877Eb2daBb1DBEdB03a863c216E045b053b50b328B4DE83A693C0A46AcE27b434556AFc6fBefc190b959cAa9F484ed82E5DEf98Eecc18"
        )],
        &[concat!("ke", "y_e27D7c1Fba09Ccbe0Cd1ad8776AeFD5cBfe30DDc98")],
    ),
    token(
        &secret("salad_key", "Salad key"),
        &["salad_cloud_user_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("sa", "lad_cloud_user_j2Tyj6UMqAvWooIOF9M5wiiK0a58ECEVE6iJGqjd")],
        &[concat!("sa", "lad_cloud_user_zkcvpqv2rDgRe")],
    ),
    token(
        &secret("salesforce_key", "Salesforce key"),
        &["3MVG9"],
        &[Run(DOTTED, 20, 180)],
        &[concat!("3M", "VG9diYJ7q8cgTsP3R5c.VtQ")],
        &[concat!("3M", "VG9MpQA6H")],
    )
    .mixed(),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 8, 15), Is("!"), Run(DOTTED, 30, 260)],
        &[concat!("00", "DOekwUCp0!Wa4zSMxlsbfAAEqDiW9e8JHfm9O-cv")],
        &[concat!("00", "D1SMQYrdb!KwD7363DKh")],
    )
    .mixed(),
    token(
        &secret("scale_key", "Scale key"),
        &["live_", "test_", "live_auth_", "test_auth_"],
        &[Run(HEX, 32, 32)],
        &[concat!("li", "ve_7f2157750f33dc88e5dd0690c008274a")],
        &[concat!("li", "ve_4fa28f794b")],
    ),
    token(
        &secret("seam_key", "Seam key"),
        &["seam_"],
        &[Run(ALNUM, 4, 14), Is("_"), Run(ALNUM, 20, 32)],
        &[concat!("se", "am_D3Cy_KxNnZYR7vcUQnwTe2zQ8")],
        &[concat!("se", "am_R8Qg_UbU9O0")],
    )
    .mixed(),
    token(
        &secret("segment_token", "Segment token"),
        &["sgp_"],
        &[Run(SLUG, 58, 72)],
        &[concat!("sg", "p_konQU0fTwtUr7fHet0HGQMoMTaRGBgFydyuAw3Y5V7-E6oorBTtp_e3TXG")],
        &[concat!("sg", "p_NGnQYjOB_R36wqI9Jd8")],
    )
    .mixed(),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntrys_"],
        &[Run(BASE64, 16, 512), Maybe(&[Run(PADDING, 1, 2)]), Is("_"), Run(BASE64, 43, 43)],
        &[concat!("sn", "trys_TiDgeluRFMPibRYu_T/dxoi/I2DOTVXRKXNgxQOJ1qUsLT/DvoG/RSEmCe3k")],
        &[concat!("sn", "trys_tlkAo2pU1nz0IpyK_el1LbUhki1SEQJ")],
    ),
    token(
        &secret("sentry_token", "Sentry token"),
        &["sntryu_"],
        &[Run(HEX, 64, 64)],
        &[concat!("sn", "tryu_b04a4aca81aa8ed67bb6a31baaf85764bcf318420b5f3e868e38bffc1f7143db")],
        &[concat!("sn", "tryu_4dc0b411496f399268a81")],
    ),
    token(
        &secret("shortcut_token", "Shortcut token"),
        &["sct_rs_", "sct_rwa_", "sct_w_", "sct_r_"],
        &[Run(SLUG, 120, 300)],
        &[concat!(
            "sc",
            "t_r_GAtBJs-OivqunhH5dT5FXT5daBI9ne8qVboljc1El4DwnAMHvD8RIdYp9j2m4chL4LSOgXifkl_rssZTNzHiEB3TV2MyWUpHCKXnzaXz0u99bep5xYl-m4US"
        )],
        &[concat!("sc", "t_r_1g4bILnNbFRwqUxXVB2SGgp5iaTvPoHsQihT6hIz")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xapp-"],
        &[
            Run(DIGIT, 1, 10),
            Is("-"),
            Run(ALNUM, 8, 16),
            Is("-"),
            Run(ALNUM, 8, 30),
            Is("-"),
            Run(ALNUM, 10, 80),
        ],
        &[concat!("xa", "pp-9-DCqTplNG-4WIptEWk-0laPmzjYFr")],
        &[concat!("xa", "pp-0-Y4CWo0GS-B5RUz5p1-rVB")],
    ),
    token(
        &secret("slack_token", "Slack token"),
        &["xoxr-", "xoxa-", "xoxo-", "xoxs-"],
        &[Run(ALNUM, 8, 60), Maybe(&[Is("-"), Run(ALNUM, 4, 60)]), Maybe(&[Is("-"), Run(ALNUM, 4, 60)])],
        &[concat!("xo", "xa-sbgHH6zF")],
        &[concat!("xo", "xa-Yf")],
    )
    .mixed(),
    token(
        &secret("sourcegraph_token", "Sourcegraph token"),
        &["sgp_"],
        &[Run(ANY_HEX, 16, 16), Is("_"), Run(ANY_HEX, 40, 40)],
        &[concat!("sg", "p_A12351B7339FE19F_47FEd3Ec99eF2a657E4eC9f89afAd1EC8c5De53A")],
        &[concat!("sg", "p_F96EAd2b1Ad3e439_ECdb91eEC53E3")],
    ),
    token(
        &secret("sqreen_token", "Sqreen token"),
        &["org_"],
        &[Run(HEX, 56, 64)],
        &[concat!("or", "g_03de42b5537cfdb33a1a808b0298990500d41479484d71205aeaa5ff")],
        &[concat!("or", "g_2fe4220b607027190e")],
    ),
    token(
        &secret("stripe_publishable_key", "Stripe key"),
        &["pk_live_"],
        &[Run(ALNUM, 24, 128)],
        &[concat!("pk", "_live_nB10d4f1TnRNSi5x4ZoVQ8Nx")],
        &[concat!("pk", "_live_58MZEDnp")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["project-live-", "project-test-"],
        &[Run(UUID, 36, 36)],
        &[concat!("pr", "oject-test-c3fedeb0-8ca4-24ca-10d4-a96fb28b435d")],
        &[concat!("pr", "oject-test-4c6b2c04-7775-4a17-4")],
    ),
    token(
        &secret("stytch_key", "Stytch key"),
        &["secret-live-", "secret-test-"],
        &[Run(SLUG, 35, 36), Maybe(&[Run(PADDING, 1, 1)])],
        &[concat!("se", "cret-test-wfgA8giJfEndDsKR4OUW2U5Ja-ZhNhg8DCZ")],
        &[concat!("se", "cret-test-4CpeZI7Ghvc")],
    )
    .mixed(),
    token(
        &secret("supabase_publishable_key", "Supabase key"),
        &["sb_publishable_", "sb_secret_"],
        &[Run(SLUG, 24, 44)],
        &[concat!("sb", "_secret_FSqsPnzs2pdBL9isqd7d4IXr")],
        &[concat!("sb", "_secret_f1D3JcH2")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(ALNUM, 8, 16), Is("-"), Run(ALNUM, 20, 36)],
        &[concat!("ts", "key-auth-VRX3uS9m-A5YYRQZaihTADpb0LWqK")],
        &[concat!("ts", "key-auth-HuEwCsN9-c7BYGZ")],
    ),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
        &[Run(SLUG, 20, 50)],
        &[concat!("ts", "key-api-kPQFxgOColhJO5OSYc_T")],
        &[concat!("ts", "key-api-Jmxgis")],
    ),
    token(
        &secret("teamcity_token", "TeamCity token"),
        &["eyJ0eXAiOiAiVENWMiJ9."],
        &[Run(SLUG, 36, 36), Is("."), Run(SLUG, 48, 48)],
        &[concat!(
            "ey",
            "J0eXAiOiAiVENWMiJ9.OjRSDsYiLLgQSIoRyZU94wqJi2PvHX-0NlFL.6F2-rS53AbS9Jmn7buI9vArWt8GI4Tj9iraH3Ef0HMReExNS"
        )],
        &[concat!("ey", "J0eXAiOiAiVENWMiJ9.SKT74wbst9vP7_QjKyGawLaEoBXL5fFzVnsz.Z20ByO5lC7U05mBK")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(UPPER, 32, 32), Is("_"), Run(ALNUM, 22, 22)],
        &[concat!("KE", "YIENII7PPFW14BK74UAFN5OUUQECRL2P7_67oldCBsgC7mOHnW7evqYA")],
        &[concat!("KE", "Y8DTIPTPN4J")],
    ),
    token(
        &secret("telnyx_key", "Telnyx key"),
        &["KEY"],
        &[Run(SLUG, 55, 55)],
        &[concat!("KE", "YA9yeTxWX1ZD3IXe9eM8LoCVdo_gr1t7v4MUeMSTVg1JTbzSsRJQMvBp")],
        &[concat!("KE", "YQtx2zsdRp7UVxxvcLT")],
    )
    .mixed(),
    token(
        &secret("terraform_cloud_token", "Terraform Cloud token"),
        &["TFC_"],
        &[Run(ALNUM, 30, 80)],
        &[concat!("TF", "C_TWYSIw0nmpqUjOd71slN5g8EbizsvQ")],
        &[concat!("TF", "C_1l5GOm6Bpo")],
    )
    .mixed(),
    anchored(
        &secret("terraform_token", "Terraform token"),
        &[Run(ALNUM, 1, 32)],
        &[".atlasv1."],
        &[Run(SLUG, 40, 90)],
        &[concat!("q7Lm2Vb8Wz", ".atlasv1.1bhmEcNpmSO6eZOB72pVGXLTh3dKQLpM1OcRzhouppeqTMd2qT1XWE1CqxdYGsDc")],
        &[concat!("q7Lm2Vb8Wz", ".atlasv1.q7Lm2Vb8")],
    ),
    token(
        &secret("testkube_key", "Testkube key"),
        &["tkcapi_", "tkcorg_", "tkcenv_", "tkcroot_", "tkcagnt_", "tkcrun_"],
        &[Run(ALNUM, 16, 64)],
        &[concat!("tk", "corg_T6ziaImb6s2hjFCo")],
        &[concat!("tk", "corg_aCmYu")],
    )
    .mixed(),
    token(
        &secret("thingsboard_token", "ThingsBoard device token"),
        &["thingsboard.cloud/api/v1/", "thingsboard.io/api/v1/"],
        &[Run(LOWER, 20, 20)],
        &[concat!("th", "ingsboard.cloud/api/v1/hyuqgk85bz2wglxk30fu")],
        &[concat!("th", "ingsboard.cloud/api/v1/3ew9pn")],
    ),
    token(
        &secret("tigris_key", "Tigris key"),
        &["tid_", "tsec_"],
        &[Run(PADDED, 50, 72)],
        &[concat!("ts", "ec_8pRWYvGWBDbura-H6gl6ymWd_Gp5O1tRbZSjnBSrwXnb1Iz-BT")],
        &[concat!("ts", "ec_1qDOAtVel_3V9sCo")],
    )
    .mixed(),
    token(
        &secret("tinybird_token", "Tinybird token"),
        &["p.eyJ1I"],
        &[Run(SLUG, 80, 300), Is("."), Run(SLUG, 40, 46)],
        &[concat!(
            "p.",
            "eyJ1Iu8whMDfExtpNj7BbnVKXOfQOTffvM8t20uRWUt5bFchemHbRnMKSkl3ydK1hQhB0GkooWNK64PBdOHzo.crBpKaysLOS5wf-XTZI70fiMkgBEyVwjHJ-jtj54"
        )],
        &[concat!("p.", "eyJ1Isc2Ea3cwZLVEKcW1a_YDzmt_Ig")],
    ),
    token(
        &secret("tolgee_key", "Tolgee key"),
        &["tgpak_", "tgpat_"],
        &[Run(LOWER, 45, 64)],
        &[concat!("tg", "pat_s9mm8g6zmllytibe44shah9kmzmetj2s5x13rb2nkfgym")],
        &[concat!("tg", "pat_fzhqdjewysaon1e")],
    ),
    token(
        &secret("trend_micro_key", "Trend Micro key"),
        &["tmc1"],
        &[Run(ALNUM, 26, 34), Is(":"), Run(ALNUM, 60, 70)],
        &[concat!(
            "tm",
            "c11VgYdQITzSrPTx0zm097oGBr1K:a64dP5A9p6MhuWYv75haYFtWEyNW7iKC7axvRwU7TxJVAqydTvonPe3C4ree"
        )],
        &[concat!("tm", "c19IPhUemjDjYG8KsMKnGUfF2Ph7:gRGDh8OrY0GlDJAB7pGu")],
    ),
    token(
        &secret("twilio_account", "Twilio account"),
        &["AC"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("AC", "De44a2D674486A573bC2f5919C666eD0")],
        &[concat!("AC", "dcd090acDd")],
    ),
    token(
        &secret("twilio_key", "Twilio key"),
        &["SK"],
        &[Run(ANY_HEX, 32, 32)],
        &[concat!("SK", "66bb7fceF90fA55527C77D55F5C14B0d")],
        &[concat!("SK", "2e6ECE45d7")],
    ),
    token(
        &secret("ubidots_token", "Ubidots token"),
        &["BBUS-", "BBFF-"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("BB", "FF-Ht4mU3QXYb9AiXJeYR3NfM3GFXKN")],
        &[concat!("BB", "FF-f4xgcLMHz")],
    )
    .mixed(),
    token(
        &secret("unkey_key", "Unkey key"),
        &["key_"],
        &[Run(ALNUM, 22, 48)],
        &[concat!("ke", "y_z1MtZ0c4pDlbuAIp026i0A")],
        &[concat!("ke", "y_yR6aEvy")],
    )
    .mixed(),
    token(
        &secret("vk_token", "VK token"),
        &["vk1.a."],
        &[Run(SLUG, 80, 220)],
        &[concat!(
            "vk",
            "1.a.9KelIa5D6t5ROhZpcHSjHGAw2VUPLSMO8t7FP4AMq9NPnk_XlKucG1r6pwHKESulq7TpzZVexWInRtbR"
        )],
        &[concat!("vk", "1.a.H2__2VcAeSNipDBUZHEv0483Dl")],
    ),
    token(
        &secret("voyage_key", "Voyage AI key"),
        &["al-"],
        &[Run(SLUG, 43, 43)],
        &[concat!("al", "-ipniwd1d-ilDSH3hDIC0B4KuiI87iqoK9uygpLyuK1u")],
        &[concat!("al", "-sSwV0uRAZ5m7A2")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_"],
        &[Run(ALNUM, 36, 64)],
        &[concat!("wa", "ka_33nvqYAgh70QrF98T3WTV5gggA55HT6Vnf1W")],
        &[concat!("wa", "ka_k2EkVHGETerO")],
    )
    .mixed(),
    token(
        &secret("wakatime_key", "WakaTime key"),
        &["waka_", "waka_sec_", "waka_tok_"],
        &[Run(UUID, 36, 36)],
        &[concat!("wa", "ka_a339d56a-c1ab-3435-e7d3-fd21249a078b")],
        &[concat!("wa", "ka_379fd7cc-7250-7288-c")],
    ),
    token(
        &secret("warpstream_key", "WarpStream key"),
        &["aks_", "akr_"],
        &[Run(HEX, 64, 64)],
        &[concat!("ak", "s_dc031c275cbcd0c1b3365961d9af232afc5e753954b1c7f74ea3906d2574da76")],
        &[concat!("ak", "s_9bb60b6ae40c40765d2a1")],
    ),
    token(
        &secret("wepay_token", "WePay token"),
        &["STAGE_", "PRODUCTION_"],
        &[Run(HEX, 60, 68)],
        &[concat!("ST", "AGE_b151ab3f9ff7dfbd982e04915b658861175c85229bed21a8cb1fdcff2b8a")],
        &[concat!("ST", "AGE_9ab7c68ef50c84173901")],
    ),
    token(
        &secret("workato_access_token", "Workato access token"),
        &[
            "wrka-", "wrkaeu-", "wrkajp-", "wrkasg-", "wrkaau-", "wrkail-", "wrkacn-", "wrkakr-", "wrkaus-",
            "wrkaie-", "wrkaga-",
        ],
        &[Is("eyJ"), Run(SLUG, 5, 400), Is("."), Run(SLUG, 16, 600), Is("."), Run(SLUG, 60, 600)],
        &[concat!(
            "wr",
            "kail-eyJ1pmkU.iXeM6aXsbT-WECVo.VsZcWT3GA-iID-gcbUKm8w5bx_6W2AmWbB4oBQ-ajlSii6ZyQQRjHjrMK2Kv"
        )],
        &[concat!("wr", "kail-eyJXbeMV.A5VCpDFBJLjLGlQt.W6WciptBw6JT00QCXnvS")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(ALNUM, 30, 40)],
        &[concat!("xa", "u_gexjtgtBGSb92SStkxjgPWxyVj0bV5")],
        &[concat!("xa", "u_S4FsupvK2G")],
    )
    .mixed(),
    token(
        &secret("yahoo_client", "Yahoo client"),
        &["dj0y"],
        &[Run(SLUG, 60, 100)],
        &[concat!("dj", "0yw1OSrIeikBfXpYs0sksNOUv5UR7zqiXBUGLCFHdOQd7rY1fuAp6ulYuMDwTr")],
        &[concat!("dj", "0y7FTraXluX_6rl1YnAU8U")],
    )
    .mixed(),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(ALNUM, 32, 32), Is("_"), Run(ANY_HEX, 8, 8)],
        &[concat!("zp", "ka_e8CaxDlakmIiaDgEZq1Kc55UcjVVMXdP_1d05ca4F")],
        &[concat!("zp", "ka_KQV27kTpgA")],
    ),
];
