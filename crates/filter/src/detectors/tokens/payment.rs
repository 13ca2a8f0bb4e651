//! Payments, shops and shipping.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, DIGIT, DOTTED, HEX, LOWER, PADDED,
    Part::{Is, Maybe, Run},
    SLUG, UUID, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("square_token", "Square token"),
        &["EAAA", "EAAl", "sq0atp-", "sq0csp-", "sq0idp-"],
        &[Run(SLUG, 22, 64)],
        &[concat!("EA", "AALLI2O44Ie5pTDT938tzf6q")],
        &[concat!("EA", "AAeqBxEI3NPm9")],
    )
    .mixed(),
    token(
        &secret("paypal_token", "PayPal token"),
        &["access_token$production$", "access_token$sandbox$"],
        &[Run(LOWER, 13, 20), Is("$"), Run(HEX, 32, 32)],
        &[concat!("access_token", "$production$63eybrqdtleog$ec45c16d8e59238b26273f7074078ebc")],
        &[concat!("access_token", "$production$2quzjyn19jpnb$1181a30c6fd46d29")],
    ),
    token(
        &secret("adyen_key", "Adyen key"),
        &["AQE"],
        &[Run(DOTTED, 120, 200)],
        &[concat!(
            "A",
            "QE2EJzjR7YwsL6BY6Tj9XVdw9KIfXewuFO8SEIRAMu3MTpiLbo0VSyyVJCyk",
            "StrUcJWAgY52yL9YAsPP3oAx0uFWhngHLTleh8bwMJN2APvLroW3Mh5rPKN5v5"
        )],
        &[concat!("A", "QE4EmVYVJG7TXb7nnHrPcBwq4ssJy6UcQ8AZ8c4lQ3yx47KvKtyJQKgUIvhB1m")],
    )
    .mixed(),
    token(
        &secret("razorpay_key", "Razorpay key"),
        &["rzp_live_", "rzp_test_"],
        &[Run(ALNUM, 14, 24)],
        &[concat!("rzp_", "live_44nSnIjQotyZE9")],
        &[concat!("rzp_", "live_6LCChT9")],
    ),
    token(
        &secret("flutterwave_key", "Flutterwave key"),
        &["FLWSECK_TEST-", "FLWSECK-", "FLWPUBK_TEST-", "FLWPUBK-"],
        &[Run(LOWER, 12, 32), Maybe(&[Is("-"), Run(HEX, 10, 14)]), Maybe(&[Is("-X")])],
        &[concat!("FLWSEC", "K_TEST-wz49twtepdeh")],
        &[concat!("FLWSEC", "K_TEST-a1h738")],
    ),
    token(
        &secret("plaid_token", "Plaid token"),
        &["access-sandbox-", "access-development-", "access-production-"],
        &[Run(UUID, 36, 36)],
        &[concat!("access-", "sandbox-cfb97c54-019e-b82c-65ed-9f97c4e77a70")],
        &[concat!("access-", "sandbox-448eed4b-9fc7-b155")],
    ),
    token(
        &secret("shopify_token", "Shopify token"),
        &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_"],
        &[Run(ANY_HEX, 32, 32)],
        &[
            concat!("shp", "at_F0dC91cD4bae478aF130B13d28AA64Fb"),
            concat!("shp", "ca_6dc70bAeb6Cde1ef0CCaE78f4ACC99aD"),
        ],
        &[concat!("shp", "ca_1F817AD4eeD2FbdF"), concat!(" xshp", "at_A94d8aABFA60B68FEbDD8c12069DB779")],
    ),
    token(
        &secret("easypost_key", "EasyPost key"),
        &["EZAK", "EZTK"],
        &[Run(ALNUM, 54, 54)],
        &[concat!("EZ", "AKp9OipImnVydReorVWfs1gfQXPe9lJY5k4KK0IIv4XdRHQL2zbvhWab")],
        &[concat!("EZ", "AKFbSCqx4BYQ4NGu6watgrNdqzOGK")],
    ),
    token(
        &secret("shippo_token", "Shippo token"),
        &["shippo_live_", "shippo_test_"],
        &[Run(ANY_HEX, 40, 40)],
        &[concat!("shippo", "_live_9FaFaa4e69F5dDe2Ed500ccF7e54eEF446Cb4CdB")],
        &[concat!("shippo", "_live_51995A034e66DeeD4ebd")],
    ),
    token(
        &secret("duffel_token", "Duffel token"),
        &["duffel_live_", "duffel_test_"],
        &[Run(PADDED, 40, 46)],
        &[concat!("duffel", "_live_F9NHcCcNx3HQIjGuu2OTdG4plU9EV2UIL71rEGtB")],
        &[concat!("duffel", "_live_qvmDl58pP4fASzFqTQk2")],
    ),
    token(
        &secret("gocardless_token", "GoCardless token"),
        &["live_", "sandbox_"],
        &[Run(PADDED, 40, 40)],
        &[concat!("li", "ve_5VRJ4SenIUf8CxelsRzhyv6tf3LHAOEhhr4iVy3M")],
        &[concat!("li", "ve_W7C7bAYpPZF2KqMg6ieN")],
    )
    .mixed(),
    token(
        &secret("lob_key", "Lob key"),
        &["live_", "test_"],
        &[Run(HEX, 35, 35)],
        &[concat!("li", "ve_373680dbe8d6702bba49a258b2bc1ea3553")],
        &[concat!("li", "ve_07fd3e17ea0617db70")],
    ),
    token(
        &secret("lob_key", "Lob key"),
        &["live_pub_", "test_pub_"],
        &[Run(HEX, 31, 31)],
        &[concat!("live", "_pub_9528f5b6a3cfcfea8f9bebdbc6da811")],
        &[concat!("live", "_pub_3fcfbbe04c2d43db")],
    ),
    token(
        &secret("mollie_key", "Mollie key"),
        &["live_", "test_"],
        &[Run(ALNUM, 30, 30)],
        &[concat!("li", "ve_qBE4KnsgsGe1pqw7x1Hcd3wQ8T5SZ8")],
        &[concat!("li", "ve_WcfQIjsuWt4fa1J")],
    )
    .mixed(),
    token(
        &secret("paddle_key", "Paddle key"),
        &["pdl_live_apikey_"],
        &[Run(LOWER, 26, 26), Is("_"), Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 3, 3)],
        &[concat!("pdl_live", "_apikey_a9leq1t6v2skkilbys89865jca_SNdbp5wj6jZzMql20UE5fS_GCY")],
        &[concat!("pdl_live", "_apikey_45y3c24g4virod8avrja0bc9n4_YhiUbCa8wbxKi")],
    ),
    token(
        &secret("polar_token", "Polar token"),
        &["polar_oat_", "polar_pat_", "polar_at_", "polar_rt_", "polar_ot_"],
        &[Run(SLUG, 32, 64)],
        &[concat!("polar", "_oat_ZB1z512PZMORBjIqvBcWOPymelWGwKjj")],
        &[concat!("polar", "_oat_KzPAzHP9cWp2fMfY")],
    ),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_production_"],
        &[Run(SLUG, 24, 100)],
        &[concat!("mercury_p", "roduction_kuTnsce1N3DKePManROgU27P")],
        &[concat!("mercury_p", "roduction_ZbkSIEo0rjN2")],
    )
    .mixed(),
    token(
        &secret("ramp_secret", "Ramp secret"),
        &["ramp_id_", "ramp_sec_"],
        &[Run(ALNUM, 36, 52)],
        &[concat!("ramp", "_id_DX62SIyUWgzMGARA2Dj4ky6HN44UetOQRTdR")],
        &[concat!("ramp", "_id_k56Vf8AomPHa86jLMS")],
    ),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("api", "key_521b4dfcfa7ae018e889abfcf9c5e6e9c5a979cf5fa41119dcd237702e369df0")],
        &[concat!("api", "key_c84e14cd4c889e559e2da2dad0ca7f08")],
    ),
    token(
        &secret("xendit_key", "Xendit key"),
        &["xnd_production_", "xnd_development_"],
        &[Run(ALNUM, 40, 80)],
        &[concat!("xnd_pro", "duction_m1Pfs3GfNvbUckQn8mGP3njeobuVK9usbStvSP4V")],
        &[concat!("xnd_pro", "duction_A9qBR3EfbmDChUtlbEnN")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["Mid-server-", "Mid-client-"],
        &[Run(SLUG, 16, 28)],
        &[concat!("Mid-s", "erver-xtzejuxiMY5vJ8Wo")],
        &[concat!("Mid-s", "erver-Qa7Dekhr")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_sbox_", "sk_"],
        &[Run(LOWER, 28, 32)],
        &[concat!("sk_s", "box_v59la9dcwv2id912z2hfpf8cpipg")],
        &[concat!("sk_s", "box_uyeeev9nhmjrcz")],
    )
    .mixed(),
    token(
        &secret("persona_key", "Persona key"),
        &["persona_production_", "persona_sandbox_"],
        &[Run(SLUG, 24, 64)],
        &[concat!("persona_p", "roduction_v43moqcTrjfnFwhm5UM1jyip")],
        &[concat!("persona_p", "roduction_wBBuFZhR1wMW")],
    )
    .mixed(),
    token(
        &secret("proof_key", "Proof key"),
        &["prf_cli_", "prf_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("prf_", "cli_IMVEYFy098uvB7VHdcTC3K7jZAjYZz")],
        &[concat!("prf_", "cli_iBqxkoGV5TpQbRH")],
    )
    .mixed(),
    token(
        &secret("onfido_token", "Onfido token"),
        &["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu.", "api_sandbox."],
        &[Run(SLUG, 10, 14), Is("."), Run(SLUG, 30, 36)],
        &[concat!("api_", "live.9fnO8GUr4a.KN2lDUT0FTWwKHmoaPNrbolMGGprz4")],
        &[concat!("api_", "live.WlLkS205yw.gt0HPpBKw5cpMsL")],
    ),
    token(
        &secret("pagarme_key", "Pagar.me key"),
        &["ak_live_", "ak_test_"],
        &[Run(ALNUM, 28, 32)],
        &[concat!("ak_l", "ive_djRbUAIp7Iu16NEH7JRIt2JqyUkL")],
        &[concat!("ak_l", "ive_PU9MWZcCOtCmt6")],
    ),
    token(
        &secret("mercado_pago_token", "Mercado Pago token"),
        &["APP_USR-"],
        &[
            Run(DIGIT, 12, 18),
            Is("-"),
            Run(DIGIT, 6, 6),
            Is("-"),
            Run(HEX, 32, 32),
            Is("-"),
            Run(DIGIT, 6, 12),
        ],
        &[concat!("APP_", "USR-422150827044-039013-32967cad860aaf4c8808a0f7881e3889-664537")],
        &[concat!("APP_", "USR-294518576598-621374-e1db68ad44e6018783c8bd2")],
    ),
    token(
        &secret("woocommerce_key", "WooCommerce key"),
        &["ck_", "cs_"],
        &[Run(HEX, 40, 40)],
        &[concat!("c", "k_5747ed074bd18ce6f36a99bcce80d0fa5e9410d7")],
        &[concat!("c", "k_56cc322d08c61e3d378f")],
    ),
    token(
        &secret("asaas_key", "Asaas key"),
        &["$aact_prod_", "$aact_hmlg_"],
        &[Run(DOTTED, 60, 200)],
        &[concat!("$aact", "_prod_zkztgMjfat43qryj06e2MgwGroNNCQoBrGjuNzAkkVoDlssBx15WdewDek3s")],
        &[concat!("$aact", "_prod_iGZaTUCNceT1z38RNz7i9NkXSSv9Pm")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 18, 24)],
        &[concat!("flb_", "live_4RGE8UUl1XsibBxmGT")],
        &[concat!("flb_", "live_Ws0U3vfKx")],
    ),
    token(
        &secret("sumup_key", "SumUp key"),
        &["sup_sk_"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("sup", "_sk_lZ8OY5ZYcFKcI5jwtWwJvrfmBhP4")],
        &[concat!("sup", "_sk_0WHs8YqmMRiPi1")],
    ),
    token(
        &secret("samsara_token", "Samsara token"),
        &["samsara_api_"],
        &[Run(ALNUM, 24, 36)],
        &[concat!("samsar", "a_api_NACClcqEO194tHxHTZFshjF9")],
        &[concat!("samsar", "a_api_VyIjZp4UHaOJ")],
    ),
    token(
        &secret("ebay_secret", "eBay secret"),
        &["PRD-", "SBX-"],
        &[
            Run(HEX, 8, 12),
            Is("-"),
            Run(HEX, 4, 4),
            Is("-"),
            Run(HEX, 4, 4),
            Is("-"),
            Run(HEX, 4, 4),
            Is("-"),
            Run(HEX, 4, 12),
        ],
        &[concat!("PR", "D-f4e1c7bf-f5c2-31f8-e183-9bf7")],
        &[concat!("PR", "D-cd630896-fc39-0fbe-49d8-")],
    ),
    anchored(
        &secret("ebay_client", "eBay client"),
        &[Run(SLUG, 3, 60)],
        &["-PRD-", "-SBX-"],
        &[Run(HEX, 9, 9), Is("-"), Run(HEX, 8, 8)],
        &[concat!("axO-P", "RD-6a0a967a5-564861bd")],
        &[concat!("Ygh-P", "RD-54fa1b60f-871d")],
    ),
    token(
        &secret("coinbase_key", "Coinbase key"),
        &["organizations/"],
        &[Run(UUID, 36, 36), Is("/apiKeys/"), Run(UUID, 36, 36)],
        &[concat!(
            "organiz",
            "ations/9cc69479-0a86-9e8d-e645-e090f0f3f6be/apiKeys/d5fef09d",
            "-a98a-d4e5-1b23-0dd20b775f29"
        )],
        &[concat!("organiz", "ations/acb1e3e9-3490-522f-6e6f-3164f81bee05/apiKeys/b0feb003-fa4c-b2af")],
    ),
];
