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
        &[concat!("da", "pie06F00e0848cBD06BCdF4Ac53a4ce01f")],
        &[concat!("da", "piae1EDeD2A8DABC5E")],
    ),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sbp_"],
        &[Run(SLUG, 40, 44)],
        &[concat!("sb", "p_3ukf3066U2tmQhzbwYLmsml3KBiliNSAriYFf6MM")],
        &[concat!("sb", "p_bEWmOzlieNEsnyi4A161")],
    )
    .mixed(),
    token(
        &secret("supabase_key", "Supabase key"),
        &["sb_secret_"],
        &[Run(SLUG, 30, 48)],
        &[concat!("sb_se", "cret_wp0cmj3baOPO9de5zUvqqi8joVllLv")],
        &[concat!("sb_se", "cret_sCm04xccksOcJ3W")],
    ),
    token(
        &secret("neon_key", "Neon key"),
        &["napi_"],
        &[Run(LOWER, 56, 72)],
        &[concat!("na", "pi_cf6gaibedzq6edfew4lzlpmfr826goxiyl998clj89ceg7fnacrvytt7")],
        &[concat!("na", "pi_9857165unvuyauvwrj5ctj4mo2ky")],
    ),
    token(
        &secret("planetscale_token", "PlanetScale token"),
        &["pscale_tkn_", "pscale_oauth_", "pscale_pw_"],
        &[Run(DOTTED, 32, 64)],
        &[
            concat!("pscal", "e_tkn_AQLOUKQ9ujWh6dvGEjMufnFjSDDGFPzH"),
            concat!("pscale", "_oauth_ysSDFGsbA4LwUGziLpq5gpWlVMkGORGM"),
        ],
        &[
            concat!("pscale", "_oauth_iXWnoK7479Y1AucV"),
            concat!(" xpscal", "e_tkn_56WvGghdIbYeKW502bl3mf5GzWikYBZ3"),
        ],
    ),
    token(
        &secret("mongodb_atlas_secret", "MongoDB Atlas secret"),
        &["mdb_sa_sk_"],
        &[Run(SLUG, 38, 44)],
        &[concat!("mdb_s", "a_sk_pPcyD84ED5DVaJlUvNVI5Df5Xl2EX2tkWxxWed")],
        &[concat!("mdb_s", "a_sk_rpb636D1kULdQCmZiqZ")],
    )
    .mixed(),
    token(
        &secret("mongodb_atlas_id", "MongoDB Atlas account"),
        &["mdb_sa_id_"],
        &[Run(HEX, 24, 24)],
        &[concat!("mdb_s", "a_id_f644d802103b70ace8e41449")],
        &[concat!("mdb_s", "a_id_aff0100a9427")],
    ),
    token(
        &secret("cockroach_key", "CockroachDB key"),
        &["CCDB1_"],
        &[Run(ALNUM, 22, 22), Is("_"), Run(ALNUM, 40, 40)],
        &[concat!("CCD", "B1_e6rGvWtHfrJcpxpW46naDN_4pCwxxTN3QzNcoCTMansgmIwnsfH5vTSeWzgRw1o")],
        &[concat!("CCD", "B1_Yddbqx97pJQ9OSQdLzRHNo_1px8Dwj0P9WW7GVqASRJ")],
    ),
    token(
        &secret("astra_token", "Astra token"),
        &["AstraCS:"],
        &[Run(ALNUM, 20, 28), Is(":"), Run(HEX, 60, 68)],
        &[concat!(
            "Astr",
            "aCS:8KAbNsk4dPoCRA1lmnIW:3e00ba11396bc1bf8bfebd4ca62af1a8bd2",
            "0f8db6c12215f4159df61d423"
        )],
        &[concat!("Astr", "aCS:Viyuq99En211zpTMzP6W:e90c8c0ac2a4894a857a33790ab2c5")],
    ),
    token(
        &secret("clickhouse_key", "ClickHouse key"),
        &["4b1d"],
        &[Run(ALNUM, 38, 38)],
        &[concat!("4b", "1dkjhx8XrfNxq9A83KQbKDcGujDBM9KmIYCvrxE8")],
        &[concat!("4b", "1dD5yKuBZ93dCMuKL0b1I")],
    )
    .mixed(),
    token(
        &secret("confluent_key", "Confluent key"),
        &["cflt"],
        &[Run(BASE64, 56, 64)],
        &[concat!("cf", "ltcgQE7i5lkPLAZGpVDpqbx429WdSmnEh8X8v6RIPH1XJaDIFGhmdrbte6")],
        &[concat!("cf", "lt0InytoOUedFDKRfSYNz6RwiMTSvS")],
    )
    .mixed(),
    token(
        &secret("elastic_key", "Elastic key"),
        &["essu_"],
        &[Run(PADDED, 56, 200)],
        &[concat!("es", "su_ABIAbT1VHXS7LLMLD2pOQyt1GyrdSvEIbbhEhJZ76oEsGSM7FbwPyrjB")],
        &[concat!("es", "su_lsF1PedDMr5cq18wpzSoEZ3CPsZz")],
    ),
    token(
        &secret("xata_key", "Xata key"),
        &["xau_"],
        &[Run(SLUG, 40, 46)],
        &[concat!("xa", "u_CBCjNcWGHtN5EWKR6aGU4D0xWFXwpp1ECXu9EKju")],
        &[concat!("xa", "u_DuCaO2hwfCtlsbl5BCHa")],
    ),
    token(
        &secret("databento_key", "Databento key"),
        &["db-"],
        &[Run(ALNUM, 28, 30)],
        &[concat!("d", "b-f17K00v5fYIciS4WeYcOSgLl0mYY")],
        &[concat!("d", "b-aIgezEL7L4DfXA")],
    )
    .mixed(),
    anchored(
        &secret("maxmind_key", "MaxMind key"),
        &[Run(ALNUM, 29, 29), Is("_"), Run(ALNUM, 6, 6)],
        &["_mmk"],
        &[],
        &[concat!("D81in9_iHJrFO3jRm81t83Jh6wFHUMaBBEKS_m", "mk")],
        &[concat!(" F1CozG4NzHbwD0Tls4_m", "mk")],
    ),
    anchored(
        &secret("tableau_token", "Tableau token"),
        &[Run(BASE64, 22, 22)],
        &["==:"],
        &[Run(ALNUM, 32, 32)],
        &[concat!("jrwv83vqXYJoW7GTLt8RPN=", "=:BdW6siccLu2RaSj3nP1gF7dWyDN3iCbY")],
        &[concat!("6fkJqHoKP9c8fYNHbow8an=", "=:zTzeKV3zqu8OQqfK")],
    ),
    token(
        &secret("mapbox_token", "Mapbox token"),
        &["pk.", "sk.", "tk."],
        &[Run(SLUG, 50, 140), Is("."), Run(SLUG, 20, 24)],
        &[concat!("p", "k.CwIPmA7PaCiTXbfww4Xe2gBiAGgeDj3StEH0wYV7345Cp7eV85.3xUwBjf", "beCXaT4SpsRN3")],
        &["ask. and so on and on without an end in sight"],
    ),
    token(
        &secret("dropbox_token", "Dropbox token"),
        &["sl."],
        &[Run(SLUG, 100, 1500)],
        &[concat!(
            "s",
            "l.kgsSYmPibM3D5LWfsXGZfzDJHjUukPBDa7y644C1z2RL8wxisvBVXlPRBc",
            "cmLEjqooEBUkg7rVCeWhBnQqId9la8hb4f5fjQVia1"
        )],
        &[concat!("s", "l.9flWhBjJlM7XarbGN2Cm6jOOSoGhobrovqxYRp62vFEZEOzIj4")],
    )
    .mixed(),
    anchored(
        &secret("dropbox_token", "Dropbox token"),
        &[Run(ALNUM, 11, 11)],
        &["AAAAAAAAAA"],
        &[Run(SLUG, 43, 43)],
        &[concat!("hRBS3Gy0bzMAAAAA", "AAAAACQLd7EPy8zTwpqru8ivxZPx2Cn34ygVwN0yTLy3j0bk")],
        &[concat!("B1OOwfY7AIOAAAAA", "AAAAAxtiBad2ggaPMkAhH2WXYBt")],
    ),
    token(
        &secret("contentful_token", "Contentful token"),
        &["CFPAT-"],
        &[Run(SLUG, 40, 52)],
        &[concat!("CFP", "AT-7XTElNLPvQZcCcRKrwtFoWrtlOmrd7ikFiLxq3wL")],
        &[concat!("CFP", "AT-9a1Il7YLAtI9js64xvq2")],
    ),
    token(
        &secret("airtable_token", "Airtable token"),
        &[" pat", "=pat", "\"pat", "'pat", ":pat", "`pat", ">pat"],
        &[Run(ALNUM, 14, 14), Is("."), Run(HEX, 64, 64)],
        &[concat!(
            " p",
            "atdmfmY3yQ0ktgky.4e99deecf2f770cd6136143c288f5f0e933ef9c58af",
            "ea3ee0db1b1ced071c59c"
        )],
        &[concat!(" p", "atcE6uMwIK3QXezH.62271a8e52488a47140f4a6a4e4fe0e3")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &[" 00", "=00", "\"00", "'00", ":00", "`00", ">00"],
        &[Run(ALNUM, 13, 13), Is("!"), Run(DOTTED, 80, 260)],
        &[concat!(
            " ",
            "00unRRX3ttjG8ja!zxNvvU49B3pdaftJ9AQ0Uv0nhXM6glzrL08Ss8QAx0VH",
            "MZ2jijV5xwvBxuxm5fEbmHHoiVpv1OTJye72"
        )],
        &[concat!(" ", "00VDo3EOCQ0T630!JX4KGFdWJpYuqylwiuAVDeUEZ7BVWNPfERpq70lU")],
    ),
    token(
        &secret("salesforce_token", "Salesforce token"),
        &["00D"],
        &[Run(ALNUM, 12, 12), Is("!"), Run(DOTTED, 60, 260)],
        &[concat!("0", "0DVb3s9Yizeomx!XlvTJx138BftGQfdZFid42YE8AIWJ4bMEIxETBXtW7WAT", "JwBNAB9ivTeW5Il")],
        &[concat!("0", "0DQQ6fCLx2V5B6!gdSSoFDLBuxG")],
    ),
];
