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
        &[concat!("da", "pi76d14a79457069668a6d25658685a065")],
        &[concat!("da", "pid09f402ebcf7c7a1")],
    ),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sbp_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("sb", "p_qtKoD6WLIHs91W3af3V32ccvBltREd3yoDif3rXZ")],
        &[concat!("sb", "p_leOOecGwGaepppKbIJIK")],
    )
    .mixed(),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sb_secret_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("sb_se", "cret_8tt0URGje5QFVEXYDopvUol6ChtKed")],
        &[concat!("sb_se", "cret_vKIZJvKL5dfHbvP")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(LOWER, 56, 72)],
        &[concat!("na", "pi_68gb3zgeb6z53a87cdcg0ghg4eokfjt7lcxwkh0wawleiac2advtlzkq")],
        &[concat!("na", "pi_9ch9c1x7fjadd9nka9aja5k3dq4e")],
    ),
    token(
        &secret("planetscale_token", "PlanetScale token"),
        &["pscale_tkn_", "pscale_oauth_", "pscale_pw_"],
        &[Run(DOTTED, 32, 64)],
        &[
            concat!("pscal", "e_tkn_GaCA6587wPUXbYujKbgWHqmDTO3CGH3g"),
            concat!("pscale", "_oauth_k71SzeWtd76odavwWOTuSWXEUXGX4xna"),
        ],
        &[
            concat!("pscale", "_oauth_YbaAZvBcUaPlOit3"),
            concat!(" xpscal", "e_tkn_JTkK1fCjeWkYwqkW5tJAC9ZUzTw7enEo"),
        ],
    ),
    token(
        &secret("mongodb_atlas_secret", "MongoDB Atlas secret"),
        &["mdb_sa_sk_"],
        &[Run(SLUG, 38, 44)],
        &[concat!("mdb_s", "a_sk_X1zH8h5THyyRdftGcXknmjxwmi3wuKGOcPHMlF")],
        &[concat!("mdb_s", "a_sk_t2Q9j5LGgkTC2MR3IQp")],
    )
    .mixed(),
    token(
        &secret("mongodb_atlas_id", "MongoDB Atlas account"),
        &["mdb_sa_id_"],
        &[Run(HEX, 24, 24)],
        &[concat!("mdb_s", "a_id_4d274b730853094971a20bbf")],
        &[concat!("mdb_s", "a_id_67bf1d390fc8")],
    ),
    token(
        &secret("cockroach_key", "CockroachDB key"),
        &["CCDB1_"],
        &[Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 40, 40)],
        &[concat!("CCD", "B1_s8wDZRGstjwo9bLteG7dvZ_AB12hxR6j25omRePhsI094STYW2W3ylEcmdKixmv")],
        &[concat!("CCD", "B1_hoSOvFDoL4Dbsx3A72hpkF_f1TyCUPLBt3OfeWuHsWL")],
    ),
    token(
        &secret("astra_token", "Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 28), Is(":"), Run(HEX, 60, 68)],
        &[concat!(
            "Astr",
            "aCS:T3KyhIKuAMc5WkM4IYHG:b92963b2c1fbb58d3ebc7f1f1f7687d247b",
            "00c3334d147f7855146566c6f"
        )],
        &[concat!("Astr", "aCS:mG7xOBgXqt4yDMtEBtqz:cecf287f29c159e12071183f220572")],
    ),
    token(
        &secret("clickhouse_key", "ClickHouse key"),
        &["4b1d"],
        &[Run(ALNUM, 38, 38)],
        &[concat!("4b", "1dh91Nkk3KsLi32QDXGuJ2U8C56Ha4PbW6d75Yab")],
        &[concat!("4b", "1dRo3zqkvdL8hvdAN0rAv")],
    )
    .mixed(),
    token(
        &secret("confluent_key", "Confluent key"),
        &["cflt"],
        &[Run(BASE64, 56, 64)],
        &[concat!("cf", "lt47sbrxI2hyZ5ztvKHVIZcAD17ufVvdDondwmEhR4mhjlLy6ozm8ypKTM")],
        &[concat!("cf", "ltpd5XIA8cCNB1b1N3ukf3066U2tmQ")],
    )
    .mixed(),
    token(
        &secret("elastic_key", "Elastic key"),
        &["essu_"],
        &[Run(PADDED, 56, 200)],
        &[concat!("es", "su_sTznNIVM8zEfKJQvFZJcVmhSMOViYxPeraZqKICbEWmOzlieNEsnyi4A")],
        &[concat!("es", "su_161QjQECmXAYRKuuddgMTkWwp0cm")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(SLUG, 40, 46)],
        &[concat!("xa", "u_04xccksOcJ3WZm2HBxp13FhmnMAwsCFgk3sGAIyB")],
        &[concat!("xa", "u_yEDlZxQgEDvlF2EWn4ex")],
    ),
    token(
        &secret("databento_key", "Databento key"),
        &["db-"],
        &[Run(ALNUM, 28, 30)],
        &[concat!("d", "b-GOXsqIY3LjjniCLmJijnC1EGhFNA")],
        &[concat!("d", "b-Co0RVYTT97hjir")],
    )
    .mixed(),
    anchored(
        &secret("maxmind_key", "MaxMind key"),
        &[Run(ALNUM, 29, 29), Is("_"), Run(ALNUM, 6, 6)],
        &["_mmk"],
        &[],
        &[concat!("s2z3JP_Yj637V8W5EZKJJSvqF34XmAWe3erl_m", "mk")],
        &[concat!(" Wh6dvGEjMufnFjSDDG_m", "mk")],
    ),
    anchored(
        &secret("tableau_token", "Tableau token"),
        &[Run(BASE64, 22, 22)],
        &["==:"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("q5gpWlVMkGORGMiXWnoK74=", "=:79Y1AucV0LHpcwAydBgSS7yH56WvGghd")],
        &[concat!("IbYeKW502bl3mf5GzWikYB=", "=:Z3pPcyD84ED5DVaJ")],
    ),
    token(
        &secret("mapbox_token", "Mapbox token"),
        &["pk.", "sk.", "tk."],
        &[Run(SLUG, 50, 140), Is("."), Run(SLUG, 20, 24)],
        &[concat!("p", "k.tkWxxWedrpb636D1kULdQCmZiqZY6M5NBQRfQ1X9dk6gVsofMI.QdI93q7", "DxJITs3Vffvus")],
        &["ask. and so on and on without an end in sight"],
    ),
    token(
        &secret("dropbox_token", "Dropbox token"),
        &["sl."],
        &[Run(SLUG, 100, 1500)],
        &[concat!(
            "s",
            "l.6yBCrm6AAhVSwxJFOU9TmMdnFnNiB7zkteADtQ8vXe6rGvWtHfrJcpxpW4",
            "6naDN4pCwxxTN3QzNcoCTMansgmIwnsfH5vTSeWzgR"
        )],
        &[concat!("s", "l.w1oYddbqx97pJQ9OSQdLzRHNo1px8Dwj0P9WW7GVqASRJX4Aij")],
    )
    .mixed(),
    anchored(
        &secret("dropbox_token", "Dropbox token"),
        &[Run(ALNUM, 11, 11)],
        &["AAAAAAAAAA"],
        &[Run(SLUG, 43, 43)],
        &[concat!("kjMnE0i9VzeAAAAA", "AAAAADVR9h8XpaElAxy6eojiiRaXMZCElFtiCKe7kICoKwSz")],
        &[concat!("trapeqMD78mAAAAA", "AAAAAbzyg2IEGViyuq99En211zp")],
    ),
    token(
        &secret("contentful_token", "Contentful token"),
        &["CFPAT-"],
        &[Run(SLUG, 40, 52)],
        &[concat!("CFP", "AT-4hwZAVYFwVI36wzRTI5UQKvOUoGHvuOkTBpUsXlj")],
        &[concat!("CFP", "AT-EYLBTx8Qwh1VXs1uG4Q1")],
    ),
    token(
        &secret("airtable_token", "Airtable token"),
        &[" pat", "=pat", "\"pat", "'pat", ":pat", "`pat", ">pat"],
        &[Run(ALNUM, 14, 14), Is("."), Run(HEX, 64, 64)],
        &[concat!(
            " p",
            "athls33JFfxMrGVV.bf6058d51e310654c12150ce1655d456b4aee82750c",
            "3a1dbe92b8473b4d1423e"
        )],
        &[concat!(" p", "atrbte60InytoOUe.e2158f9c68699902b5e439b00040d9a3")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 12, 12), Is("!"), Run(DOTTED, 60, 140)],
        &[concat!("0", "0DMr5cq18wpzSo!EZ3CPsZzj462X9zkAP95IQ3WfR4R5RRAzhhnCBCjNcWGH", "tN5EWKR6aGU4D0x")],
        &[concat!("0", "0DWFXwpp1ECXu9!EKjuDuCaO2hwfCtlsbl5BCHaYUWSaW")],
    ),
];
