//! Databases, storage, maps and where teams keep their records.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED,
    Part::{Is, Maybe, Run},
    SLUG, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("databricks_token", "Databricks token"),
        &["dapi", "dkea", "dose", "dsapi"],
        &[Run(ANY_HEX, 32, 32), Maybe(&[Is("-"), Run(DIGIT, 1, 1)])],
        &[concat!("da", "pic7a1D9C4D2c66fE5C06038ECf32F5E1b")],
        &[concat!("da", "pi543bdfaee0C82eE1")],
    ),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sbp_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("sb", "p_ppKbIJIKkwtbnWz46HIQUjWOGlJx8tt0URGje5QF")],
        &[concat!("sb", "p_VEXYDopvUol6ChtKedvK")],
    )
    .mixed(),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sb_secret_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("sb_se", "cret_Fow7d0V9wmginpGBdZqGEB1ungZfdk")],
        &[concat!("sb_se", "cret_w43Azih2xClDCGa")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(LOWER, 56, 72)],
        &[concat!("na", "pi_fjt7lcxwkh0wawleiac2advtlzkq9ch9c1x7fjadd9nka9aja5k3dq4e")],
        &[concat!("na", "pi_vfvdwutv20524suhdsuuzs6w6wyx")],
    ),
    token(
        &secret("planetscale_token", "PlanetScale token"),
        &["pscale_tkn_", "pscale_oauth_", "pscale_pw_"],
        &[Run(DOTTED, 32, 64)],
        &[
            concat!("pscal", "e_tkn_t3AnYW6Ke5LO9X1ptJJTkK1fCjeWkYwq"),
            concat!("pscale", "_oauth_kW5tJAC9ZUzTw7enEoX1zH8h5THyyRdf"),
        ],
        &[
            concat!("pscale", "_oauth_tGcXknmjxwmi3wuK"),
            concat!(" xpscal", "e_tkn_gkTC2MR3IQpjfES47TdkKSLdB1tnQSIa"),
        ],
    ),
    token(
        &secret("mongodb_atlas_secret", "MongoDB Atlas secret"),
        &["mdb_sa_sk_"],
        &[Run(SLUG, 38, 44)],
        &[concat!("mdb_s", "a_sk_FPIiXOHlApQzKHmBTISyO0DUF5gBWtWfm0hNO5")],
        &[concat!("mdb_s", "a_sk_j32h3vWwf1pDaH8j57S")],
    )
    .mixed(),
    token(
        &secret("mongodb_atlas_id", "MongoDB Atlas account"),
        &["mdb_sa_id_"],
        &[Run(HEX, 24, 24)],
        &[concat!("mdb_s", "a_id_cab50451c83d5f3ec0088f74")],
        &[concat!("mdb_s", "a_id_99cbb2ee5972")],
    ),
    token(
        &secret("cockroach_key", "CockroachDB key"),
        &["CCDB1_"],
        &[Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 40, 40)],
        &[concat!("CCD", "B1_Bt3OfeWuHsWLExrHme9se0_MOVwp22YwDPiOaWYGwVkyntFTN5omsT3KyhIKuAM")],
        &[concat!("CCD", "B1_c5WkM4IYHGjXjTqyESyMHv_qWF1Zo6CrtfX4WKQiaGc")],
    ),
    token(
        &secret("astra_token", "Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 28), Is(":"), Run(HEX, 60, 68)],
        &[concat!(
            "Astr",
            "aCS:QhOa6yrEIxPXBlB5ZGGq:34d147f7855146566c6f370b1620cecf287",
            "f29c159e12071183f22057226"
        )],
        &[concat!("Astr", "aCS:KwT7dx348xiyBGn9aIVy:b850fb55461d3ec9073665581b34a1")],
    ),
    token(
        &secret("clickhouse_key", "ClickHouse key"),
        &["4b1d"],
        &[Run(ALNUM, 38, 38)],
        &[concat!("4b", "1dVIZcAD17ufVvdDondwmEhR4mhjlLy6ozm8ypKT")],
        &[concat!("4b", "1dMpd5XIA8cCNB1b1N3uk")],
    )
    .mixed(),
    token(
        &secret("confluent_key", "Confluent key"),
        &["cflt"],
        &[Run(BASE64, 56, 64)],
        &[concat!("cf", "ltl3KBiliNSAriYFf6MMpsTznNIVM8zEfKJQvFZJcVmhSMOViYxPeraZqK")],
        &[concat!("cf", "ltICbEWmOzlieNEsnyi4A161QjQECm")],
    )
    .mixed(),
    token(
        &secret("elastic_key", "Elastic key"),
        &["essu_"],
        &[Run(PADDED, 56, 200)],
        &[concat!("es", "su_e5zUvqqi8joVllLvsCm04xccksOcJ3WZm2HBxp13FhmnMAwsCFgk3sGA")],
        &[concat!("es", "su_IyByEDlZxQgEDvlF2EWn4exLZLPu")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(SLUG, 40, 46)],
        &[concat!("xa", "u_CLmJijnC1EGhFNACo0RVYTT97hjirkx9f7shubgf")],
        &[concat!("xa", "u_UNVUYotAUVwnWyRJ7fCs")],
    ),
    token(
        &secret("databento_key", "Databento key"),
        &["db-"],
        &[Run(ALNUM, 28, 30)],
        &[concat!("d", "b-j637V8W5EZKJJSvqF34XmAWe3erl")],
        &[concat!("d", "b-q4LgIJGN773hGA")],
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
