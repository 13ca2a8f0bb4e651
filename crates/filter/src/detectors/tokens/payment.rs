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
        &[concat!("EA", "AALLLI2O44Ie5pTDT938tzf6")],
        &[concat!("EA", "AAqeqBxEI3NPm")],
    )
    .mixed(),
    token(
        &secret("paypal_token", "PayPal token"),
        &["access_token$production$", "access_token$sandbox$"],
        &[Run(LOWER, 13, 20), Is("$"), Run(HEX, 32, 32)],
        &[concat!("access_token", "$production$c63eybrqdtleo$3ec45c16d8e59238b26273f7074078eb")],
        &[concat!("access_token", "$production$6y2quzjyn19jp$601181a30c6fd46d")],
    ),
    token(
        &secret("adyen_key", "Adyen key"),
        &["AQE"],
        &[Run(DOTTED, 120, 200)],
        &[concat!(
            "A",
            "QEkdlV2EJzjR7YwsL6BY6Tj9XVdw9KIfXewuFO8SEIRAMu3MTpiLbo0VSyyV",
            "JCykStrUcJWAgY52yL9YAsPP3oAx0uFWhngHLTleh8bwMJN2APvLroW3Mh5rPK"
        )],
        &[concat!("A", "QEN5v54EmVYVJG7TXb7nnHrPcBwq4ssJy6UcQ8AZ8c4lQ3yx47KvKtyJQKgUIv")],
    )
    .mixed(),
    token(
        &secret("razorpay_key", "Razorpay key"),
        &["rzp_live_", "rzp_test_"],
        &[Run(ALNUM, 14, 24)],
        &[concat!("rzp_", "live_3bPT44nSnIjQot")],
        &[concat!("rzp_", "live_yZE96LC")],
    ),
    token(
        &secret("flutterwave_key", "Flutterwave key"),
        &["FLWSECK_TEST-", "FLWSECK-", "FLWPUBK_TEST-", "FLWPUBK-"],
        &[Run(LOWER, 12, 32), Maybe(&[Is("-"), Run(HEX, 10, 14)]), Maybe(&[Is("-X")])],
        &[concat!("FLWSEC", "K_TEST-rnhcwz49twte")],
        &[concat!("FLWSEC", "K_TEST-pdeha1")],
    ),
    token(
        &secret("plaid_token", "Plaid token"),
        &["access-sandbox-", "access-development-", "access-production-"],
        &[Run(UUID, 36, 36)],
        &[concat!("access-", "sandbox-e573cfb9-7c54-019e-b82c-65ed9f97c4e7")],
        &[concat!("access-", "sandbox-7a70448e-ed4b-9fc7")],
    ),
    token(
        &secret("shopify_token", "Shopify token"),
        &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_"],
        &[Run(ANY_HEX, 32, 32)],
        &[
            concat!("shp", "at_EDF2C40B4F0dC91cD4bae478aF130B13"),
            concat!("shp", "ca_d28AA64Fb6dc70bAeb6Cde1ef0CCaE78"),
        ],
        &[concat!("shp", "ca_f4ACC99aD1F817AD"), concat!(" xshp", "at_fEDf7FC1BA94d8aABFA60B68FEbDD8c1")],
    ),
    token(
        &secret("easypost_key", "EasyPost key"),
        &["EZAK", "EZTK"],
        &[Run(ALNUM, 54, 54)],
        &[concat!("EZ", "AK0EBMSm6jOOSp9OipImnVydReorVWfs1gfQXPe9lJY5k4KK0IIv4XdR")],
        &[concat!("EZ", "AKHQL2zbvhWabFbSCqx4BYQ4NGu6w")],
    ),
    token(
        &secret("shippo_token", "Shippo token"),
        &["shippo_live_", "shippo_test_"],
        &[Run(ANY_HEX, 40, 40)],
        &[concat!("shippo", "_live_bf9E5Cd69FaFaa4e69F5dDe2Ed500ccF7e54eEF4")],
        &[concat!("shippo", "_live_46Cb4CdB51995A034e66")],
    ),
    token(
        &secret("duffel_token", "Duffel token"),
        &["duffel_live_", "duffel_test_"],
        &[Run(PADDED, 40, 46)],
        &[concat!("duffel", "_live_krTmmJsGEF9NHcCcNx3HQIjGuu2OTdG4plU9EV2U")],
        &[concat!("duffel", "_live_IL71rEGtBqvmDl58pP4f")],
    ),
    token(
        &secret("gocardless_token", "GoCardless token"),
        &["live_", "sandbox_"],
        &[Run(PADDED, 40, 40)],
        &[concat!("li", "ve_qfqmrURsM5VRJ4SenIUf8CxelsRzhyv6tf3LHAOE")],
        &[concat!("li", "ve_hhr4iVy3MW7C7bAYpPZF")],
    )
    .mixed(),
    token(
        &secret("lob_key", "Lob key"),
        &["live_", "test_"],
        &[Run(HEX, 35, 35)],
        &[concat!("li", "ve_592e9373680dbe8d6702bba49a258b2bc1e")],
        &[concat!("li", "ve_a355307fd3e17ea061")],
    ),
    token(
        &secret("lob_key", "Lob key"),
        &["live_pub_", "test_pub_"],
        &[Run(HEX, 31, 31)],
        &[concat!("live", "_pub_1fd5d9528f5b6a3cfcfea8f9bebdbc6")],
        &[concat!("live", "_pub_da8113fcfbbe04c2")],
    ),
    token(
        &secret("mollie_key", "Mollie key"),
        &["live_", "test_"],
        &[Run(ALNUM, 30, 30)],
        &[concat!("li", "ve_K6DaNvlYqBE4KnsgsGe1pqw7x1Hcd3")],
        &[concat!("li", "ve_wQ8T5SZ8WcfQIjs")],
    )
    .mixed(),
    token(
        &secret("paddle_key", "Paddle key"),
        &["pdl_live_apikey_"],
        &[Run(LOWER, 26, 26), Is("_"), Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 3, 3)],
        &[concat!("pdl_live", "_apikey_nbzha9leq1t6v2skkilbys8986_fJCASNdbp5wj6jZzMql20U_E5f")],
        &[concat!("pdl_live", "_apikey_sgcy45y3c24g4virod8avrja0b_C9jnN7eYhiUbC")],
    ),
    token(
        &secret("polar_token", "Polar token"),
        &["polar_oat_", "polar_pat_", "polar_at_", "polar_rt_", "polar_ot_"],
        &[Run(SLUG, 32, 64)],
        &[concat!("polar", "_oat_dM1ykjHZB1z512PZMORBjIqvBcWOPyme")],
        &[concat!("polar", "_oat_lWGwKjjKzPAzHP9c")],
    ),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_production_"],
        &[Run(SLUG, 24, 100)],
        &[concat!("mercury_p", "roduction_HE3WhWckuTnsce1N3DKePMan")],
        &[concat!("mercury_p", "roduction_ROgU27PZbkSI")],
    )
    .mixed(),
    token(
        &secret("ramp_secret", "Ramp secret"),
        &["ramp_id_", "ramp_sec_"],
        &[Run(ALNUM, 36, 52)],
        &[concat!("ramp", "_id_8P4XofnDX62SIyUWgzMGARA2Dj4ky6HN44Ue")],
        &[concat!("ramp", "_id_tOQRTdRk56Vf8AomPH")],
    ),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("api", "key_aa9521b4dfcfa7ae018e889abfcf9c5e6e9c5a979cf5fa41119dcd237702e369")],
        &[concat!("api", "key_df0c84e14cd4c889e559e2da2dad0ca7")],
    ),
    token(
        &secret("xendit_key", "Xendit key"),
        &["xnd_production_", "xnd_development_"],
        &[Run(ALNUM, 40, 80)],
        &[concat!("xnd_pro", "duction_m2tsFZDm1Pfs3GfNvbUckQn8mGP3njeobuVK9usb")],
        &[concat!("xnd_pro", "duction_StvSP4VA9qBR3EfbmDCh")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["Mid-server-", "Mid-client-"],
        &[Run(SLUG, 16, 28)],
        &[concat!("Mid-s", "erver-Y5vJ8WoQa7Dekhrz")],
        &[concat!("Mid-s", "erver-oj4r7DCW")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_sbox_", "sk_"],
        &[Run(LOWER, 28, 32)],
        &[concat!("sk_s", "box_12z2hfpf8cpipguyeeev9nhmjrcz")],
        &[concat!("sk_s", "box_6d5vi2egjkax4m")],
    )
    .mixed(),
    token(
        &secret("persona_key", "Persona key"),
        &["persona_production_", "persona_sandbox_"],
        &[Run(SLUG, 24, 64)],
        &[concat!("persona_p", "roduction_FZhR1wMWT6xVFxGTAnWcIMVE")],
        &[concat!("persona_p", "roduction_YFy098uvB7VH")],
    )
    .mixed(),
    token(
        &secret("proof_key", "Proof key"),
        &["prf_cli_", "prf_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("prf_", "cli_ZziBqxkoGV5TpQbRH7uk5x6ReRuTPe")],
        &[concat!("prf_", "cli_YqwkdC5NvlOm9fn")],
    )
    .mixed(),
    token(
        &secret("onfido_token", "Onfido token"),
        &["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu.", "api_sandbox."],
        &[Run(SLUG, 10, 14), Is("."), Run(SLUG, 30, 36)],
        &[concat!("api_", "live.z4oHba5nam.lWWlLkS205ywgt0HPpBKw5cpMsLND9")],
        &[concat!("api_", "live.7Iu16NEH7J.RIt2JqyUkLPU9MW")],
    ),
    token(
        &secret("pagarme_key", "Pagar.me key"),
        &["ak_live_", "ak_test_"],
        &[Run(ALNUM, 28, 32)],
        &[concat!("ak_l", "ive_K6yeo9wtQKJHvXB3j7IrfDTRC721")],
        &[concat!("ak_l", "ive_O3tmpzAFPlHEjp")],
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
        &[concat!("APP_", "USR-559999726494-049507-7881e3889dd8b7e49b3becbc426e9e1d-534562")],
        &[concat!("APP_", "USR-273009434186-459613-bf9adfcaeb5db5747ed074b")],
    ),
    token(
        &secret("woocommerce_key", "WooCommerce key"),
        &["ck_", "cs_"],
        &[Run(HEX, 40, 40)],
        &[concat!("c", "k_fa5e9410d756cc322d08c61e3d378f8fe96de04a")],
        &[concat!("c", "k_3c543a3c0b6fdf636618")],
    ),
    token(
        &secret("asaas_key", "Asaas key"),
        &["$aact_prod_", "$aact_hmlg_"],
        &[Run(DOTTED, 60, 200)],
        &[concat!("$aact", "_prod_eT1z38RNz7i9NkXSSv9PmT8pGy5cs5p1AxgNxtt2fk5Pik1gAje4RGE8UUl1")],
        &[concat!("$aact", "_prod_XsibBxmGTWs0U3vfKxTyPifpMQQlZ8")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 18, 24)],
        &[concat!("flb_", "live_YqmMRiPi1Pw283zGRq")],
        &[concat!("flb_", "live_1UHIiNACC")],
    ),
    token(
        &secret("sumup_key", "SumUp key"),
        &["sup_sk_"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("sup", "_sk_HxHTZFshjF9VyIjZp4UHaOJPLPC2")],
        &[concat!("sup", "_sk_xcRVJQ22uleJwd")],
    ),
    token(
        &secret("samsara_token", "Samsara token"),
        &["samsara_api_"],
        &[Run(ALNUM, 24, 36)],
        &[concat!("samsar", "a_api_ODftzi0mqKZEzH6jDgneRdDQ")],
        &[concat!("samsar", "a_api_5jH4TWvxeOrw")],
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
        &[concat!("PR", "D-6fc390fb-e49d-8f84-cd76-a0a9")],
        &[concat!("PR", "D-61bdc54f-a1b6-0f87-1d81-")],
    ),
    anchored(
        &secret("ebay_client", "eBay client"),
        &[Run(SLUG, 3, 60)],
        &["-PRD-", "-SBX-"],
        &[Run(HEX, 9, 9), Is("-"), Run(HEX, 8, 8)],
        &[concat!("rs6-P", "RD-c694790a8-69e8de64")],
        &[concat!("vLc-P", "RD-090f0f3f6-bed5")],
    ),
    token(
        &secret("coinbase_key", "Coinbase key"),
        &["organizations/"],
        &[Run(UUID, 36, 36), Is("/apiKeys/"), Run(UUID, 36, 36)],
        &[concat!(
            "organiz",
            "ations/9da98ad4-e51b-230d-d20b-775f29acb1e3/apiKeys/e9349052",
            "-2f6e-6f31-64f8-1bee05b0feb0"
        )],
        &[concat!("organiz", "ations/03fa4cb2-af50-7fbe-d60d-cd2a97825502/apiKeys/c5486bfb-05e0-ac2b")],
    ),
];
