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
        &[concat!("EA", "AAT938tzf6qeqBxEI3NPm9sj")],
        &[concat!("EA", "AARNXWFCPxIly")],
    )
    .mixed(),
    token(
        &secret("paypal_token", "PayPal token"),
        &["access_token$production$", "access_token$sandbox$"],
        &[Run(LOWER, 13, 20), Is("$"), Run(HEX, 32, 32)],
        &[concat!("access_token", "$production$nvowiz6tfc63e$c088195273ec45c16d8e59238b26273f")],
        &[concat!("access_token", "$production$oboja786p7q2w$ce8ac4c6d4760118")],
    ),
    token(
        &secret("adyen_key", "Adyen key"),
        &["AQE"],
        &[Run(DOTTED, 120, 200)],
        &[concat!(
            "A",
            "QEcAesZ7Ct8CxOETxQ4ckdlV2EJzjR7YwsL6BY6Tj9XVdw9KIfXewuFO8SEI",
            "RAMu3MTpiLbo0VSyyVJCykStrUcJWAgY52yL9YAsPP3oAx0uFWhngHLTleh8bw"
        )],
        &[concat!("A", "QEMJN2APvLroW3Mh5rPKN5v54EmVYVJG7TXb7nnHrPcBwq4ssJy6UcQ8AZ8c4l")],
    )
    .mixed(),
    token(
        &secret("razorpay_key", "Razorpay key"),
        &["rzp_live_", "rzp_test_"],
        &[Run(ALNUM, 14, 24)],
        &[concat!("rzp_", "live_49vU3bPT44nSnI")],
        &[concat!("rzp_", "live_jQotyZE")],
    ),
    token(
        &secret("flutterwave_key", "Flutterwave key"),
        &["FLWSECK_TEST-", "FLWSECK-", "FLWPUBK_TEST-", "FLWPUBK-"],
        &[Run(LOWER, 12, 32), Maybe(&[Is("-"), Run(HEX, 10, 14)]), Maybe(&[Is("-X")])],
        &[concat!("FLWSEC", "K_TEST-yghrnhcwz49t")],
        &[concat!("FLWSEC", "K_TEST-wtepde")],
    ),
    token(
        &secret("plaid_token", "Plaid token"),
        &["access-sandbox-", "access-development-", "access-production-"],
        &[Run(UUID, 36, 36)],
        &[concat!("access-", "sandbox-a1e573cf-b97c-5401-9eb8-2c65ed9f97c4")],
        &[concat!("access-", "sandbox-e77a7044-8eed-4b9f")],
    ),
    token(
        &secret("shopify_token", "Shopify token"),
        &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_"],
        &[Run(ANY_HEX, 32, 32)],
        &[
            concat!("shp", "at_35EDF2C40B4F0dC91cD4bae478aF130B"),
            concat!("shp", "ca_13d28AA64Fb6dc70bAeb6Cde1ef0CCaE"),
        ],
        &[concat!("shp", "ca_78f4ACC99aD1F817"), concat!(" xshp", "at_69fEDf7FC1BA94d8aABFA60B68FEbDD8")],
    ),
    token(
        &secret("easypost_key", "EasyPost key"),
        &["EZAK", "EZTK"],
        &[Run(ALNUM, 54, 54)],
        &[concat!("EZ", "AKYsD0EBMSm6jOOSp9OipImnVydReorVWfs1gfQXPe9lJY5k4KK0IIv4")],
        &[concat!("EZ", "AKXdRHQL2zbvhWabFbSCqx4BYQ4NG")],
    ),
    token(
        &secret("shippo_token", "Shippo token"),
        &["shippo_live_", "shippo_test_"],
        &[Run(ANY_HEX, 40, 40)],
        &[concat!("shippo", "_live_D5bf9E5Cd69FaFaa4e69F5dDe2Ed500ccF7e54eE")],
        &[concat!("shippo", "_live_F446Cb4CdB51995A034e")],
    ),
    token(
        &secret("duffel_token", "Duffel token"),
        &["duffel_live_", "duffel_test_"],
        &[Run(PADDED, 40, 46)],
        &[concat!("duffel", "_live_cGkrTmmJsGEF9NHcCcNx3HQIjGuu2OTdG4plU9EV")],
        &[concat!("duffel", "_live_2UIL71rEGtBqvmDl58pP")],
    ),
    token(
        &secret("gocardless_token", "GoCardless token"),
        &["live_", "sandbox_"],
        &[Run(PADDED, 40, 40)],
        &[concat!("li", "ve_NnqfqmrURsM5VRJ4SenIUf8CxelsRzhyv6tf3LHA")],
        &[concat!("li", "ve_OEhhr4iVy3MW7C7bAYpP")],
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
        &secret("highnote_key", "Highnote key"),
        &["sk_live_", "rk_live_"],
        &[Run(PADDED, 60, 200)],
        &[concat!("sk_l", "ive_m2tsFZDm1Pfs3GfNvbUckQn8mGP3njeobuVK9usbStvSP4VA9qBR3EfbmDCh")],
        &[concat!("sk_l", "ive_UtlbEnNVZBOwvCyjz3IJMZSFy3mnlL")],
    )
    .mixed(),
    token(
        &secret("xendit_key", "Xendit key"),
        &["xnd_production_", "xnd_development_"],
        &[Run(ALNUM, 40, 80)],
        &[concat!("xnd_pro", "duction_a7DekhrzW5PucdYVftjmuLoAoj4r7DCWVcIDl6j6")],
        &[concat!("xnd_pro", "duction_wbcZw58cHF5wPF6iC2xP")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["Mid-server-", "Mid-client-"],
        &[Run(SLUG, 16, 28)],
        &[concat!("Mid-s", "erver-1tlqMpJ7tR0C0Zg0")],
        &[concat!("Mid-s", "erver-DxfVIcEG")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_sbox_", "sk_"],
        &[Run(LOWER, 28, 32)],
        &[concat!("sk_s", "box_4m2t95f7um98vh0z0jwrkal8tmcr")],
        &[concat!("sk_s", "box_gbn7ambbfz7rmw")],
    )
    .mixed(),
    token(
        &secret("persona_key", "Persona key"),
        &["persona_production_", "persona_sandbox_"],
        &[Run(SLUG, 24, 64)],
        &[concat!("persona_p", "roduction_y098uvB7VHdcTC3K7jZAjYZz")],
        &[concat!("persona_p", "roduction_iBqxkoGV5TpQ")],
    )
    .mixed(),
    token(
        &secret("proof_key", "Proof key"),
        &["prf_cli_", "prf_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("prf_", "cli_uTPeYqwkdC5NvlOm9fnO8GUr4aKN2l")],
        &[concat!("prf_", "cli_DUT0FTWwKHmoaPN")],
    )
    .mixed(),
    token(
        &secret("onfido_token", "Onfido token"),
        &["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu.", "api_sandbox."],
        &[Run(SLUG, 10, 14), Is("."), Run(SLUG, 30, 36)],
        &[concat!("api_", "live.S205ywgt0H.PpBKw5cpMsLND9pnAq4ZOjglV0djRb")],
        &[concat!("api_", "live.UAIp7Iu16N.EH7JRIt2JqyUkLP")],
    ),
    token(
        &secret("pagarme_key", "Pagar.me key"),
        &["ak_live_", "ak_test_"],
        &[Run(ALNUM, 28, 32)],
        &[concat!("ak_l", "ive_DZDwK6yeo9wtQKJHvXB3j7IrfDTR")],
        &[concat!("ak_l", "ive_C721O3tmpzAFPl")],
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
        &[concat!("APP_", "USR-643055999972-649404-a0f7881e3889dd8b7e49b3becbc426e9-780865")],
        &[concat!("APP_", "USR-345622730094-341864-bd26bf9adfcaeb5db5747ed")],
    ),
    token(
        &secret("woocommerce_key", "WooCommerce key"),
        &["ck_", "cs_"],
        &[Run(HEX, 40, 40)],
        &[concat!("c", "k_9bcce80d0fa5e9410d756cc322d08c61e3d378f8")],
        &[concat!("c", "k_fe96de04a3c543a3c0b6")],
    ),
    token(
        &secret("asaas_key", "Asaas key"),
        &["$aact_prod_", "$aact_hmlg_"],
        &[Run(DOTTED, 60, 200)],
        &[concat!("$aact", "_prod_ek3siGZaTUCNceT1z38RNz7i9NkXSSv9PmT8pGy5cs5p1AxgNxtt2fk5Pik1")],
        &[concat!("$aact", "_prod_gAje4RGE8UUl1XsibBxmGTWs0U3vfK")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 18, 24)],
        &[concat!("flb_", "live_vrfmBhP40WHs8YqmMR")],
        &[concat!("flb_", "live_iPi1Pw283")],
    ),
    token(
        &secret("sumup_key", "SumUp key"),
        &["sup_sk_"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("sup", "_sk_NACClcqEO194tHxHTZFshjF9VyIj")],
        &[concat!("sup", "_sk_Zp4UHaOJPLPC2x")],
    ),
    token(
        &secret("samsara_token", "Samsara token"),
        &["samsara_api_"],
        &[Run(ALNUM, 24, 36)],
        &[concat!("samsar", "a_api_ZsO1qiWfm5oDDODftzi0mqKZ")],
        &[concat!("samsar", "a_api_EzH6jDgneRdD")],
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
        &[concat!("PR", "D-cd630896-fc39-0fbe-49d8-f84c")],
        &[concat!("PR", "D-d76a0a96-7a55-6486-1bdc-")],
    ),
    anchored(
        &secret("ebay_client", "eBay client"),
        &[Run(SLUG, 3, 60)],
        &["-PRD-", "-SBX-"],
        &[Run(HEX, 9, 9), Is("-"), Run(HEX, 8, 8)],
        &[concat!("D9W-P", "RD-60f871d81-cd9cc694")],
        &[concat!("PSk-P", "RD-0a869e8de-645e")],
    ),
    token(
        &secret("coinbase_key", "Coinbase key"),
        &["organizations/"],
        &[Run(UUID, 36, 36), Is("/apiKeys/"), Run(UUID, 36, 36)],
        &[concat!(
            "organiz",
            "ations/0f3f6bed-5fef-09da-98ad-4e51b230dd20/apiKeys/b775f29a",
            "-cb1e-3e93-4905-22f6e6f3164f"
        )],
        &[concat!("organiz", "ations/81bee05b-0feb-003f-a4cb-2af507fbed60/apiKeys/dcd2a978-2550-2c54")],
    ),
];
