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
        &[concat!("EA", "AAw9EQbTnqgvVtzcSKKI2LBY")],
        &[concat!("EA", "AAwSijigfJCAS")],
    )
    .mixed(),
    token(
        &secret("paypal_token", "PayPal token"),
        &["access_token$production$", "access_token$sandbox$"],
        &[Run(LOWER, 13, 20), Is("$"), Run(HEX, 32, 32)],
        &[concat!("access_token", "$production$mue5sgcy45y3c$ef3fa48710a840d016fcad1dd5997e63")],
        &[concat!("access_token", "$production$zbpzmorb9ib2w$77fb3557037ebf6f")],
    ),
    token(
        &secret("adyen_key", "Adyen key"),
        &["AQE"],
        &[Run(DOTTED, 120, 200)],
        &[concat!(
            "A",
            "QEKePManROgU27PZbkSIEo0rjN2QY9h78P4XofnDX62SIyUWgzMGARA2Dj4k",
            "y6HN44UetOQRTdRk56Vf8AomPHa86jLMS7U6ZDJZ4cYvp3UuVTiLEC2uX0yJ9n"
        )],
        &[concat!("A", "QEaoj3oe0Yezxny09UOx3qzUdqwBCRdy3QQSUpuXfkm9ZfhT3tZKuup7cwMcSY")],
    )
    .mixed(),
    token(
        &secret("razorpay_key", "Razorpay key"),
        &["rzp_live_", "rzp_test_"],
        &[Run(ALNUM, 14, 24)],
        &[concat!("rzp_", "live_R6my4J6omund2o")],
        &[concat!("rzp_", "live_8b7sBZt")],
    ),
    token(
        &secret("flutterwave_key", "Flutterwave key"),
        &["FLWSECK_TEST-", "FLWSECK-", "FLWPUBK_TEST-", "FLWPUBK-"],
        &[Run(LOWER, 12, 32), Maybe(&[Is("-"), Run(HEX, 10, 14)]), Maybe(&[Is("-X")])],
        &[concat!("FLWSEC", "K_TEST-sdbex2yxg4i7")],
        &[concat!("FLWSEC", "K_TEST-p5g5n1")],
    ),
    token(
        &secret("plaid_token", "Plaid token"),
        &["access-sandbox-", "access-development-", "access-production-"],
        &[Run(UUID, 36, 36)],
        &[concat!("access-", "sandbox-fda5d997-a008-2fd1-1ad2-6ac071446c92")],
        &[concat!("access-", "sandbox-5430129f-6c4b-8d1f")],
    ),
    token(
        &secret("shopify_token", "Shopify token"),
        &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_"],
        &[Run(ANY_HEX, 32, 32)],
        &[
            concat!("shp", "at_CBdece3272B174D73ac222FaDB63CF6E"),
            concat!("shp", "ca_481cA1fa4e23450bFFfF6DEFe9FBfD2A"),
        ],
        &[concat!("shp", "ca_Da6BBEa3dcd4b850"), concat!(" xshp", "at_A86b9a2390Dbe46a2c20a3ee915Bc0Bc")],
    ),
    token(
        &secret("easypost_key", "EasyPost key"),
        &["EZAK", "EZTK"],
        &[Run(ALNUM, 54, 54)],
        &[concat!("EZ", "AKZziBqxkoGV5TpQbRH7uk5x6ReRuTPeYqwkdC5NvlOm9fnO8GUr4aKN")],
        &[concat!("EZ", "AK2lDUT0FTWwKHmoaPNrbolMGGprz")],
    ),
    token(
        &secret("shippo_token", "Shippo token"),
        &["shippo_live_", "shippo_test_"],
        &[Run(ANY_HEX, 40, 40)],
        &[concat!("shippo", "_live_05eE6561ED0Fc7BACaeB8da04E46234844FaC57a")],
        &[concat!("shippo", "_live_6bce171D2E1c15fE8543")],
    ),
    token(
        &secret("duffel_token", "Duffel token"),
        &["duffel_live_", "duffel_test_"],
        &[Run(PADDED, 40, 46)],
        &[concat!("duffel", "_live_pS826NOZ2oVbQNBpUUnkmn3eJYQm0QBpRr5nUA4q")],
        &[concat!("duffel", "_live_y2uex2lOQnQD3vdwGQ5Q")],
    ),
    token(
        &secret("gocardless_token", "GoCardless token"),
        &["live_", "sandbox_"],
        &[Run(PADDED, 40, 40)],
        &[concat!("li", "ve_73X5dZtoxw7zv3WmjYJ7oFNcy1oS5tx07chDhaXM")],
        &[concat!("li", "ve_qv0RtV1aIIcMuACnRP5R")],
    )
    .mixed(),
    token(
        &secret("lob_key", "Lob key"),
        &["live_", "test_"],
        &[Run(HEX, 35, 35)],
        &[concat!("li", "ve_fcaeb5db5747ed074bd18ce6f36a99bcce8")],
        &[concat!("li", "ve_0d0fa5e9410d756cc3")],
    ),
    token(
        &secret("lob_key", "Lob key"),
        &["live_pub_", "test_pub_"],
        &[Run(HEX, 31, 31)],
        &[concat!("live", "_pub_e96de04a3c543a3c0b6fdf636618036")],
        &[concat!("live", "_pub_0a10bef1f3cd9a16")],
    ),
    token(
        &secret("mollie_key", "Mollie key"),
        &["live_", "test_"],
        &[Run(ALNUM, 30, 30)],
        &[concat!("li", "ve_xtt2fk5Pik1gAje4RGE8UUl1XsibBx")],
        &[concat!("li", "ve_mGTWs0U3vfKxTyP")],
    )
    .mixed(),
    token(
        &secret("paddle_key", "Paddle key"),
        &["pdl_live_apikey_"],
        &[Run(LOWER, 26, 26), Is("_"), Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 3, 3)],
        &[concat!("pdl_live", "_apikey_fk2i9wj5b7pwhymr8p8pgruhi8_NACClcqEO194tHxHTZFshj_F9V")],
        &[concat!("pdl_live", "_apikey_i9zuh0ojplpc2rvjq4j3dzo8w5_m5oDDODftzi0m")],
    ),
    token(
        &secret("polar_token", "Polar token"),
        &["polar_oat_", "polar_pat_", "polar_at_", "polar_rt_", "polar_ot_"],
        &[Run(SLUG, 20, 100)],
        &[concat!("polar", "_oat_RdDQ5jH4TWvxeOrwYbjM")],
        &[concat!("polar", "_oat_Hp1AR4yTNs")],
    ),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_production_"],
        &[Run(SLUG, 24, 100)],
        &[concat!("mercury_p", "roduction_Xsdn1rJTvbReRJv3nlZaxOx7")],
        &[concat!("mercury_p", "roduction_sN1mtVAiU66w")],
    )
    .mixed(),
    token(
        &secret("ramp_secret", "Ramp secret"),
        &["ramp_id_", "ramp_sec_"],
        &[Run(ALNUM, 36, 52)],
        &[concat!("ramp", "_id_knRNDXwbYgh5lL2hI0fwVD9Wnsh0MBg1fR3O")],
        &[concat!("ramp", "_id_sDnbQDjZ94axSmZrs6")],
    ),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("api", "key_e8de645e090f0f3f6bed5fef09da98ad4e51b230dd20b775f29acb1e3e934905")],
        &[concat!("api", "key_22f6e6f3164f81bee05b0feb003fa4cb")],
    ),
    token(
        &secret("xendit_key", "Xendit key"),
        &["xnd_production_", "xnd_development_"],
        &[Run(ALNUM, 40, 80)],
        &[concat!("xnd_pro", "duction_hx8jXBKd9AVYvw6FXVClVNxQvA34ymEIlyUjRDbq")],
        &[concat!("xnd_pro", "duction_RcJcScCwAVIj5PM7SWOm")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["Mid-server-", "Mid-client-"],
        &[Run(SLUG, 10, 28)],
        &[concat!("Mid-s", "erver-Keeswu7JD5")],
        &[concat!("Mid-s", "erver-KcKB9")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_sbox_", "sk_"],
        &[Run(UUID, 36, 36)],
        &[concat!("sk_s", "box_e1866cb3-674f-c1c5-2898-576c8c8c874f")],
        &[concat!("sk_s", "box_5b2d7271-3f6d-3f9c")],
    ),
    token(
        &secret("persona_key", "Persona key"),
        &["persona_production_", "persona_sandbox_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("persona_p", "roduction_cg1LGGTUa2SEcsQbcOj7")],
        &[concat!("persona_p", "roduction_QwoQMB0gam")],
    )
    .mixed(),
    token(
        &secret("proof_key", "Proof key"),
        &["prf_cli_", "prf_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("prf_", "cli_18k91Fnp8QcdY4z7YfaS")],
        &[concat!("prf_", "cli_bxOIW2aoBj")],
    )
    .mixed(),
    token(
        &secret("onfido_token", "Onfido token"),
        &["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu.", "api_sandbox."],
        &[Run(DOTTED, 20, 80)],
        &[concat!("api_", "live.8EVZPhxs2TnHIjUTYMlT")],
        &[concat!("api_", "live.EmUIihExTH")],
    ),
    token(
        &secret("pagarme_key", "Pagar.me key"),
        &["ak_live_", "ak_test_"],
        &[Run(ALNUM, 28, 32)],
        &[concat!("ak_l", "ive_OKWWixeR44vIRKa0cbZOm8AzzMER")],
        &[concat!("ak_l", "ive_6ZF8eEd1RE1Vrp")],
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
        &[concat!("APP_", "USR-127421802459-355778-fa5409fc14fef4f51a7e8a978c1fc747-496443")],
        &[concat!("APP_", "USR-061016295953-656159-0c34402337c307e9ce5a156")],
    ),
    token(
        &secret("woocommerce_key", "WooCommerce key"),
        &["ck_", "cs_"],
        &[Run(HEX, 40, 40)],
        &[concat!("c", "k_82aa4bea09e74467efb146309308b9dccc093f47")],
        &[concat!("c", "k_0494761fa49d7ae8038d")],
    ),
    token(
        &secret("asaas_key", "Asaas key"),
        &["$aact_prod_", "$aact_hmlg_"],
        &[Run(SLUG, 20, 200)],
        &[concat!("$aact", "_prod_XytLfL96Y2oSJgeDltFt")],
        &[concat!("$aact", "_prod_xkA2OaHPhu")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 18, 24)],
        &[concat!("flb_", "live_7BceVoF2zNfndYyrlK")],
        &[concat!("flb_", "live_wM3IFWEeY")],
    ),
    token(
        &secret("sumup_key", "SumUp key"),
        &["sup_sk_"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("sup", "_sk_LI2DKnxkVTDd0bc6uxrtvPrKwXG0")],
        &[concat!("sup", "_sk_DNw9jPn0bS4bBi")],
    ),
    token(
        &secret("samsara_token", "Samsara token"),
        &["samsara_api_"],
        &[Run(ALNUM, 24, 36)],
        &[concat!("samsar", "a_api_lDUuUTNtG5zskQHebhwJSpk9")],
        &[concat!("samsar", "a_api_LLsGLn2JGd1y")],
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
        &[concat!("PR", "D-64f3fe64-d82e-6928-e746-393a")],
        &[concat!("PR", "D-e892cd3a-d370-e41a-bc74-")],
    ),
    anchored(
        &secret("ebay_client", "eBay client"),
        &[Run(SLUG, 3, 60)],
        &["-PRD-", "-SBX-"],
        &[Run(HEX, 9, 9), Is("-"), Run(HEX, 8, 8)],
        &[concat!("f1O-P", "RD-47f4cd156-8d58b1a0")],
        &[concat!("fUu-P", "RD-b4e04f0ce-8c4a")],
    ),
    token(
        &secret("coinbase_key", "Coinbase key"),
        &["organizations/"],
        &[Run(UUID, 36, 36), Is("/apiKeys/"), Run(UUID, 36, 36)],
        &[concat!(
            "organiz",
            "ations/0f401637-5d7f-932c-adca-1887373724a1/apiKeys/2271418d",
            "-3abc-6023-7871-6d71cec3115b"
        )],
        &[concat!("organiz", "ations/f9b6bee8-56f4-cc77-8ae8-d2615f98c777/apiKeys/04e646c4-8af2-31b8")],
    ),
    token(
        &secret("zoho_token", "Zoho token"),
        &["1000.", "1001."],
        &[Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32), Maybe(&[Is("-d")])],
        &[concat!("10", "00.8b1d6e2b9eafd09c4a465f11023f22ad.005e7c5f012e975e076776188e0227ec")],
        &[concat!("10", "00.4bfb129acd830c76297e44f90eca5fc9.c334ac408d91c963")],
    ),
    token(
        &secret("zoho_client", "Zoho client"),
        &["1000."],
        &[Run(ALNUM, 30, 30)],
        &[concat!("10", "00.sZ9ap9caRU6CT80P0nOcJqzmwNNxLd")],
        &[concat!("10", "00.wJWnepCkoxypJc4")],
    )
    .mixed(),
    token(
        &secret("crossmint_key", "Crossmint key"),
        &["sk_production_", "sk_staging_", "sk_development_"],
        &[Run(ALNUM, 40, 200)],
        &[concat!("sk_prod", "uction_JUa2ZCGVJu92X2aDZhP11pc9Lh5z9jPgDHAHt97r")],
        &[concat!("sk_prod", "uction_ZHsbRzEMjYnAKq2mWwxW")],
    )
    .mixed(),
];
