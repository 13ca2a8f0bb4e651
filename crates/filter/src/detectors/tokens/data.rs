//! Databases, storage, maps and where teams keep their records.

use super::super::Detector;
use super::super::token::{
    ALNUM, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED,
    Part::{Is, Maybe, Run},
    SLUG, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("databricks_token", "Databricks token"),
        &["dapi", "dkea", "dose", "dsapi"],
        &[Run(HEX, 32, 32), Maybe(&[Is("-"), Run(DIGIT, 1, 1)])],
        &[concat!("da", "pie082e1fbcf77fe33df5d4445db348ab7")],
        &[concat!("da", "pi34a83f82a2bc1a15")],
    ),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sbp_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("sb", "p_FbFow7d0V9wmginpGBdZqGEB1ungZfdkw43Azih2")],
        &[concat!("sb", "p_xClDCGa6GHu56GeoEOuK")],
    )
    .mixed(),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sb_secret_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("sb_se", "cret_0W7KHaWAWxL9E1sIA4CcADxVuTtzLZ")],
        &[concat!("sb_se", "cret_KQjClpuxHjtCbXh")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(LOWER, 56, 72)],
        &[concat!("na", "pi_nka9aja5k3dq4evfvdwutv20524suhdsuuzs6w6wyxg0capux1y9k16w")],
        &[concat!("na", "pi_hdtocgh6s4w330wotswxeuxgx0y1")],
    ),
    token(
        &secret("planetscale_token", "PlanetScale token"),
        &["pscale_tkn_", "pscale_oauth_", "pscale_pw_"],
        &[Run(DOTTED, 32, 64)],
        &[
            concat!("pscal", "e_tkn_wqkW5tJAC9ZUzTw7enEoX1zH8h5THyyR"),
            concat!("pscale", "_oauth_dftGcXknmjxwmi3wuKGOcPHMlFt2Q9j5"),
        ],
        &[
            concat!("pscale", "_oauth_LGgkTC2MR3IQpjfE"),
            concat!(" xpscal", "e_tkn_IaFPIiXOHlApQzKHmBTISyO0DUF5gBWt"),
        ],
    ),
    token(
        &secret("mongodb_atlas_secret", "MongoDB Atlas secret"),
        &["mdb_sa_sk_"],
        &[Run(SLUG, 38, 44)],
        &[concat!("mdb_s", "a_sk_Wfm0hNO5j32h3vWwf1pDaH8j57SAve5YxR5F1y")],
        &[concat!("mdb_s", "a_sk_eo153XCXtl7ZVw2W6qL")],
    )
    .mixed(),
    token(
        &secret("mongodb_atlas_id", "MongoDB Atlas account"),
        &["mdb_sa_id_"],
        &[Run(HEX, 24, 24)],
        &[concat!("mdb_s", "a_id_f3ec0088f7499cbb2ee59721")],
        &[concat!("mdb_s", "a_id_51d02f91a750")],
    ),
    token(
        &secret("cockroach_key", "CockroachDB key"),
        &["CCDB1_"],
        &[Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 40, 40)],
        &[concat!("CCD", "B1_OVwp22YwDPiOaWYGwVkynt_FTN5omsT3KyhIKuAMc5WkM4IYHGjXjTqyESyMHvq")],
        &[concat!("CCD", "B1_WF1Zo6CrtfX4WKQiaGc55W_YPeCgfC4ven9xroONQhO")],
    ),
    token(
        &secret("astra_token", "Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 28), Is(":"), Run(HEX, 60, 68)],
        &[concat!(
            "Astr",
            "aCS:luauDhriI2PePRLLC08v:46566c6f370b1620cecf287f29c159e1207",
            "1183f2205722659e03d4ab850"
        )],
        &[concat!("Astr", "aCS:wjTjBPnoHMh91Nkk3KsL:81b34a13d7dbecdd8e5e0600e0848c")],
    ),
    token(
        &secret("clickhouse_key", "ClickHouse key"),
        &["4b1d"],
        &[Run(ALNUM, 38, 38)],
        &[concat!("4b", "1dNB1b1N3ukf3066U2tmQhzbwYLmsml3KBiliNSA")],
        &[concat!("4b", "1driYFf6MMpsTznNIVM8z")],
    )
    .mixed(),
    token(
        &secret("confluent_key", "Confluent key"),
        &["cflt"],
        &[Run(BASE64, 56, 64)],
        &[concat!("cf", "ltxPeraZqKICbEWmOzlieNEsnyi4A161QjQECmXAYRKuuddgMTkWwp0cmj")],
        &[concat!("cf", "lt3baOPO9de5zUvqqi8joVllLvsCm0")],
    )
    .mixed(),
    token(
        &secret("elastic_key", "Elastic key"),
        &["essu_"],
        &[Run(PADDED, 56, 200)],
        &[concat!("es", "su_CFgk3sGAIyByEDlZxQgEDvlF2EWn4exLZLPuvxMp138F3Ric5goGOXsq")],
        &[concat!("es", "su_IY3LjjniCLmJijnC1EGhFNACo0RV")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(SLUG, 40, 46)],
        &[concat!("xa", "u_UVwnWyRJ7fCsTJeMOcKYPmex6s2z3JPYj637V8W5")],
        &[concat!("xa", "u_EZKJJSvqF34XmAWe3erl")],
    ),
    token(
        &secret("databento_key", "Databento key"),
        &["db-"],
        &[Run(ALNUM, 28, 30)],
        &[concat!("d", "b-9ujWh6dvGEjMufnFjSDDGFPzHysS")],
        &[concat!("d", "b-DFGsbA4LwUGziL")],
    )
    .mixed(),
    anchored(
        &secret("maxmind_key", "MaxMind key"),
        &[Run(ALNUM, 29, 29), Is("_"), Run(ALNUM, 6, 6)],
        &["_mmk"],
        &[],
        &[concat!("K7479Y_1AucV0LHpcwAydBgSS7yH56WvGghd_m", "mk")],
        &[concat!(" 3pPcyD84ED5DVaJlUv_m", "mk")],
    ),
    anchored(
        &secret("tableau_token", "Tableau token"),
        &[Run(BASE64, 22, 22)],
        &["==:"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("NVI5Df5Xl2EX2tkWxxWedr=", "=:pb636D1kULdQCmZiqZY6M5NBQRfQ1X9d")],
        &[concat!("zkVjpYcQdI93q7DxJITs3V=", "=:ffvus6yBCrm6AAhV")],
    ),
    token(
        &secret("mapbox_token", "Mapbox token"),
        &["pk.", "sk.", "tk."],
        &[Run(SLUG, 50, 140), Is("."), Run(SLUG, 20, 24)],
        &[concat!("p", "k.iB7zkteADtQ8vXe6rGvWtHfrJcpxpW46naDN4pCwxxTN3QzNco.zgRw1oY", "ddbqx97pJQ9OS")],
        &["ask. and so on and on without an end in sight"],
    ),
    token(
        &secret("dropbox_token", "Dropbox token"),
        &["sl."],
        &[Run(SLUG, 100, 1500)],
        &[concat!(
            "s",
            "l.QdLzRHNo1px8Dwj0P9WW7GVqASRJX4Aij2xbTrMlXZ33Kz2w8KAbNsk4dP",
            "oCRA1lmnIWHcA3BW67rrU7CCGSsvNn4WYDiiXjtfix"
        )],
        &[concat!("s", "l.QXf0qnxdWv7iaIYVkjMnE0i9VzeDVR9h8XpaElAxy6eojiiRaX")],
    )
    .mixed(),
    anchored(
        &secret("dropbox_token", "Dropbox token"),
        &[Run(ALNUM, 11, 11)],
        &["AAAAAAAAAA"],
        &[Run(SLUG, 43, 43)],
        &[concat!("1zpTMzP6WrsAAAAA", "AAAAAo4kc6sTBw1Y8Q4hwZAVYFwVI36wzRTI5UQKvOUoGHvu")],
        &[concat!("YLBTx8Qwh1VAAAAA", "AAAAAXs1uG4Q1sdqyghRRYfpoGg")],
    ),
    token(
        &secret("contentful_token", "Contentful token"),
        &["CFPAT-"],
        &[Run(SLUG, 40, 52)],
        &[concat!("CFP", "AT-ls33JFfxMrGVVkjhx8XrfNxq9A83KQbKDcGujDBM")],
        &[concat!("CFP", "AT-9KmIYCvrxE8D5yKuBZ93")],
    ),
    token(
        &secret("airtable_token", "Airtable token"),
        &[" pat", "=pat", "\"pat", "'pat", ":pat", "`pat", ">pat"],
        &[Run(ALNUM, 14, 14), Is("."), Run(HEX, 64, 64)],
        &[concat!(
            " p",
            "at9Xm415IVdcgQE7.750c3a1dbe92b8473b4d1423edf47afe2158f9c6869",
            "9902b5e439b00040d9a3b"
        )],
        &[concat!(" p", "atS7LLMLD2pOQyt1.3e924dd24c23962d7027fe16e92c17cb")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 12, 12), Is("!"), Run(DOTTED, 60, 140)],
        &[concat!("0", "0DO2hwfCtlsbl5!BCHaYUWSaWl6JMhTTns0LFJcf17K00v5fYIciS4WeYcOS", "gLl0mYYaIgezEL7")],
        &[concat!("0", "0DpLnaJ0wJD81i!n9iHJrFO3jRm81t83Jh6wFHUMaBBEK")],
    ),
];
