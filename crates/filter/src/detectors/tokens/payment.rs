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
        &[concat!("EA", "AA3WhWckuTnsce1N3DKePMan")],
        &[concat!("EA", "AAROgU27PZbkS")],
    )
    .mixed(),
    token(
        &secret("paypal_token", "PayPal token"),
        &["access_token$production$", "access_token$sandbox$"],
        &[Run(LOWER, 13, 20), Is("$"), Run(HEX, 32, 32)],
        &[concat!("access_token", "$production$7px5dxsiuw6mg$080136af7889e8af073d569ac14cecaa")],
        &[concat!("access_token", "$production$t8lecxj094y4u$7ae018e889abfcf9")],
    ),
    token(
        &secret("adyen_key", "Adyen key"),
        &["AQE"],
        &[Run(DOTTED, 120, 200)],
        &[concat!(
            "A",
            "QEVJyC3D7oyDS8aYqmaF2k9GPP3AzlEqcHzMzSa6jepBYjR6my4J6omund2o",
            "CrJvx0YbJZRRTc1syKLTdlEaUFaU8b7sBZt2VPijsfB8RYLGRZ4XJ0mKmfU0S6"
        )],
        &[concat!("A", "QEDBEmXc1YX8GeIzhj8rDsGlyPVKYAMm2tsFZDm1Pfs3GfNvbUckQn8mGP3nje")],
    )
    .mixed(),
    token(
        &secret("razorpay_key", "Razorpay key"),
        &["rzp_live_", "rzp_test_"],
        &[Run(ALNUM, 14, 24)],
        &[concat!("rzp_", "live_zejuxiMY5vJ8Wo")],
        &[concat!("rzp_", "live_Qa7Dekh")],
    ),
    token(
        &secret("flutterwave_key", "Flutterwave key"),
        &["FLWSECK_TEST-", "FLWSECK-", "FLWPUBK_TEST-", "FLWPUBK-"],
        &[Run(LOWER, 12, 32), Maybe(&[Is("-"), Run(HEX, 10, 14)]), Maybe(&[Is("-X")])],
        &[concat!("FLWSEC", "K_TEST-3yv59la9dcwv")],
        &[concat!("FLWSEC", "K_TEST-2id912")],
    ),
    token(
        &secret("plaid_token", "Plaid token"),
        &["access-sandbox-", "access-development-", "access-production-"],
        &[Run(UUID, 36, 36)],
        &[concat!("access-", "sandbox-17473ac2-22a6-3648-1c1f-a4e23450bf6e")],
        &[concat!("access-", "sandbox-9f2a6a3d-cd4b-8505")],
    ),
    token(
        &secret("shopify_token", "Shopify token"),
        &["shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_"],
        &[Run(ANY_HEX, 32, 32)],
        &[
            concat!("shp", "at_9a2390Dbe46a2c20a3ee915Bc0BccB0F"),
            concat!("shp", "ca_CE3a9E8d83C8f897fcFCe16C7DfD73aF"),
        ],
        &[concat!("shp", "ca_d56C1a929b53DEd7"), concat!(" xshp", "at_DCbbC5C9A37E05eE6561ED0Fc7BACaeB")],
    ),
    token(
        &secret("easypost_key", "EasyPost key"),
        &["EZAK", "EZTK"],
        &[Run(ALNUM, 54, 54)],
        &[concat!("EZ", "AKRbUAIp7Iu16NEH7JRIt2JqyUkLPU9MWZcCOtCmt6FpDZDwK6yeo9wt")],
        &[concat!("EZ", "AKQKJHvXB3j7IrfDTRC721O3tmpzA")],
    ),
    token(
        &secret("shippo_token", "Shippo token"),
        &["shippo_live_", "shippo_test_"],
        &[Run(ANY_HEX, 40, 40)],
        &[concat!("shippo", "_live_Df4c8D80E8FDa0FfC78D81e3889dd8bF7e4D9b3A")],
        &[concat!("shippo", "_live_becEbDBc4E26eE9eA1Ad")],
    ),
    token(
        &secret("duffel_token", "Duffel token"),
        &["duffel_live_", "duffel_test_"],
        &[Run(PADDED, 40, 46)],
        &[concat!("duffel", "_live_oRW4mbF4MXiveTUbf5zZ3VdWgyKbWvLOIs4yPnrd")],
        &[concat!("duffel", "_live_a2AmPIX1wjaslDzQ09Yc")],
    ),
    token(
        &secret("gocardless_token", "GoCardless token"),
        &["live_", "sandbox_"],
        &[Run(PADDED, 40, 40)],
        &[concat!("li", "ve_AfUx4LcohTnvgJDAaPLNYZ1HF4tFb4yBmpQZMhCx")],
        &[concat!("li", "ve_cuGa5kuHtOQe00Qlifc4")],
    )
    .mixed(),
    token(
        &secret("lob_key", "Lob key"),
        &["live_", "test_"],
        &[Run(HEX, 35, 35)],
        &[concat!("li", "ve_a3c0b6fdf6366180360a10bef1f3cd9a16e")],
        &[concat!("li", "ve_f9866b99793e06f70f")],
    ),
    token(
        &secret("lob_key", "Lob key"),
        &["live_pub_", "test_pub_"],
        &[Run(HEX, 31, 31)],
        &[concat!("live", "_pub_688c7ccce25e4b4f07b3c687738a346")],
        &[concat!("live", "_pub_011e27339c22a4ca")],
    ),
    token(
        &secret("mollie_key", "Mollie key"),
        &["live_", "test_"],
        &[Run(ALNUM, 30, 30)],
        &[concat!("li", "ve_wdDZsO1qiWfm5oDDODftzi0mqKZEzH")],
        &[concat!("li", "ve_6jDgneRdDQ5jH4T")],
    )
    .mixed(),
    token(
        &secret("paddle_key", "Paddle key"),
        &["pdl_live_apikey_"],
        &[Run(LOWER, 26, 26), Is("_"), Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 3, 3)],
        &[concat!("pdl_live", "_apikey_rtn5yhtb4x3jt1r4rjz0onva8u_66wTqMPVoKL8M1IknRNDXw_bYg")],
        &[concat!("pdl_live", "_apikey_7l7i5vdw7mb65rod1qd9z0szyn_9TJPSkAURMSic")],
    ),
    token(
        &secret("polar_token", "Polar token"),
        &["polar_oat_", "polar_pat_", "polar_at_", "polar_rt_", "polar_ot_"],
        &[Run(SLUG, 20, 100)],
        &[concat!("polar", "_oat_cB2SB986yfnAfH9l2etN")],
        &[concat!("polar", "_oat_Wda750Lec8")],
    ),
    token(
        &secret("mercury_token", "Mercury token"),
        &["mercury_production_"],
        &[Run(SLUG, 24, 100)],
        &[concat!("mercury_p", "roduction_imm0SvQUbIircwK6D3ug03ty")],
        &[concat!("mercury_p", "roduction_3jrXqF2GBaat")],
    )
    .mixed(),
    token(
        &secret("ramp_secret", "Ramp secret"),
        &["ramp_id_", "ramp_sec_"],
        &[Run(ALNUM, 36, 52)],
        &[concat!("ramp", "_id_eESjVZqXDcGudS7pGJS6BiqLFFeM6yq1zc3i")],
        &[concat!("ramp", "_id_NrfG19DNI5gjkeiRCX")],
    ),
    token(
        &secret("rainforest_key", "Rainforest key"),
        &["apikey_"],
        &[Run(HEX, 64, 64)],
        &[concat!("api", "key_fa4cb2af507fbed60dcd2a97825502c5486bfb05e0ac2ba1a68024a81d8e4e9e")],
        &[concat!("api", "key_10a4769b73bb644f97083aab8ec0d342")],
    ),
    token(
        &secret("xendit_key", "Xendit key"),
        &["xnd_production_", "xnd_development_"],
        &[Run(ALNUM, 40, 80)],
        &[concat!("xnd_pro", "duction_nLE4z94uQ2TmqvRLhPkxMYpwR6nlYRYQOJf0wKhX")],
        &[concat!("xnd_pro", "duction_EtaOg1zE9OCmHufNbHfT")],
    ),
    token(
        &secret("midtrans_key", "Midtrans key"),
        &["Mid-server-", "Mid-client-"],
        &[Run(SLUG, 10, 28)],
        &[concat!("Mid-s", "erver-plP5TVq7g8")],
        &[concat!("Mid-s", "erver-y4Jbr")],
    )
    .mixed(),
    token(
        &secret("checkout_key", "Checkout.com key"),
        &["sk_sbox_", "sk_"],
        &[Run(UUID, 36, 36)],
        &[concat!("sk_s", "box_5339ad92-e8de-7886-0d8c-6b328eeccfd9")],
        &[concat!("sk_s", "box_d74bd0a9-d1e2-ac79")],
    ),
    token(
        &secret("persona_key", "Persona key"),
        &["persona_production_", "persona_sandbox_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("persona_p", "roduction_2D7kRzOKWWixeR44vIRK")],
        &[concat!("persona_p", "roduction_a0cbZOm8Az")],
    )
    .mixed(),
    token(
        &secret("proof_key", "Proof key"),
        &["prf_cli_", "prf_"],
        &[Run(SLUG, 20, 80)],
        &[concat!("prf_", "cli_d1RE1VrpI5EUl0jfXzNM")],
        &[concat!("prf_", "cli_nY6HIdQ4LG")],
    )
    .mixed(),
    token(
        &secret("onfido_token", "Onfido token"),
        &["api_live.", "api_live_us.", "api_live_ca.", "api_live_eu.", "api_sandbox."],
        &[Run(DOTTED, 20, 80)],
        &[concat!("api_", "live.RXt556m4s8Px4rWo9Ueu")],
        &[concat!("api_", "live.qegeVKjJv5")],
    ),
    token(
        &secret("pagarme_key", "Pagar.me key"),
        &["ak_live_", "ak_test_"],
        &[Run(ALNUM, 28, 32)],
        &[concat!("ak_l", "ive_ZDsmf4YPJOutQkYR1t3SMAZEAqHb")],
        &[concat!("ak_l", "ive_v7uKlzVk8XMyZV")],
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
        &[concat!("APP_", "USR-828018181361-083746-e5a1565067ac211af882aa4bea09e744-775023")],
        &[concat!("APP_", "USR-104104546666-048179-470494761fa49d7ae8038da")],
    ),
    token(
        &secret("woocommerce_key", "WooCommerce key"),
        &["ck_", "cs_"],
        &[Run(HEX, 40, 40)],
        &[concat!("c", "k_c0ea9f9b5f5c94f1207d37a302920efa26fec515")],
        &[concat!("c", "k_d338f784642b2fc5f052")],
    ),
    token(
        &secret("asaas_key", "Asaas key"),
        &["$aact_prod_", "$aact_hmlg_"],
        &[Run(SLUG, 20, 200)],
        &[concat!("$aact", "_prod_Bi6r4WVixLt8CyFneANT")],
        &[concat!("$aact", "_prod_Spk9LLsGLn")],
    ),
    token(
        &secret("fleetbase_key", "Fleetbase key"),
        &["flb_live_", "flb_test_"],
        &[Run(ALNUM, 18, 24)],
        &[concat!("flb_", "live_WWZbIQ8ENt0pJfHjec")],
        &[concat!("flb_", "live_FpxR6nc9n")],
    ),
    token(
        &secret("sumup_key", "SumUp key"),
        &["sup_sk_"],
        &[Run(ALNUM, 28, 40)],
        &[concat!("sup", "_sk_H9SHV4NltL4KlwvJHiWD26Gc09qQ")],
        &[concat!("sup", "_sk_SEY1bH6tVbHoP7")],
    ),
    token(
        &secret("samsara_token", "Samsara token"),
        &["samsara_api_"],
        &[Run(ALNUM, 24, 36)],
        &[concat!("samsar", "a_api_U2XZP7IFaWtQf1OmzhLFDFDL")],
        &[concat!("samsar", "a_api_DwK4MJPweI98")],
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
        &[concat!("PR", "D-68d58b1a-0fab-4e04-f0ce-8c4a")],
        &[concat!("PR", "D-84d30f40-1637-5d7f-932c-")],
    ),
    anchored(
        &secret("ebay_client", "eBay client"),
        &[Run(SLUG, 3, 60)],
        &["-PRD-", "-SBX-"],
        &[Run(HEX, 9, 9), Is("-"), Run(HEX, 8, 8)],
        &[concat!("yCR-P", "RD-3abc60237-8716d71c")],
        &[concat!("0dZ-P", "RD-3115bf9b6-bee8")],
    ),
    token(
        &secret("coinbase_key", "Coinbase key"),
        &["organizations/"],
        &[Run(UUID, 36, 36), Is("/apiKeys/"), Run(UUID, 36, 36)],
        &[concat!(
            "organiz",
            "ations/cc778ae8-d261-5f98-c777-04e646c48af2/apiKeys/31b83869",
            "-cda1-7a05-d92e-8b1d6e2b9eaf"
        )],
        &[concat!("organiz", "ations/d09c4a46-5f11-023f-22ad-005e7c5f012e/apiKeys/975e0767-7618-8e02")],
    ),
    token(
        &secret("zoho_token", "Zoho token"),
        &["1000.", "1001."],
        &[Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32), Maybe(&[Is("-d")])],
        &[concat!("10", "00.0c76297e44f90eca5fc9c334ac408d91.c96325ba7badde1345e7cded8a1977e4")],
        &[concat!("10", "00.665e4bf14ec5f4e1104adc13a4bd1c7e.571303c3d826c05b")],
    ),
    token(
        &secret("zoho_client", "Zoho client"),
        &["1000."],
        &[Run(ALNUM, 30, 30)],
        &[concat!("10", "00.KBrkUhFppl5BCHUTEbKsMuKE6wVc4f")],
        &[concat!("10", "00.V4uEIskXBWJ8GjS")],
    )
    .mixed(),
    token(
        &secret("crossmint_key", "Crossmint key"),
        &["sk_production_", "sk_staging_", "sk_development_"],
        &[Run(ALNUM, 40, 200)],
        &[concat!("sk_prod", "uction_jxeiTwYnbEVcxAoMBqFDmYmMP0ALTg8x6nZDgC13")],
        &[concat!("sk_prod", "uction_QmNSr9NndHsNT8ETGKqj")],
    )
    .mixed(),
];
