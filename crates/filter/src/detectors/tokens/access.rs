//! Who may sign in where: secret stores, sign-in services, stored password hashes.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, CRYPT, DIGIT, DOTTED, HEX, KERBEROS, LOWER, PADDED,
    Part::{Is, Maybe, Run},
    SLUG, UPPER, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("onepassword_secret_key", "1Password secret key"),
        &["A3-"],
        &[
            Run(UPPER, 6, 6),
            Is("-"),
            Run(UPPER, 6, 11),
            Is("-"),
            Run(UPPER, 5, 5),
            Is("-"),
            Run(UPPER, 5, 5),
            Is("-"),
            Run(UPPER, 5, 5),
            Maybe(&[Is("-"), Run(UPPER, 5, 5)]),
        ],
        &[concat!("A", "3-RW2FN9-Y0S5WC-E0ACI-S4Q4H-LCLYB")],
        &[concat!("A", "3-JW703W-QPRE57-AHF36-KEM9O-C2")],
    ),
    token(
        &secret("onepassword_token", "1Password token"),
        &["ops_eyJ"],
        &[Run(DOTTED, 100, 2000)],
        &[concat!(
            "ops",
            "_eyJlmjxoqB0xXgEitcbZ9lPPAXwgHHqeLDixBWCTTfOyCIDcTEgfk44UALi",
            "fCy2pUhNGavMCuUwqMSLTRgS8KVD4q4eb2T4M6naiiAV"
        )],
        &[concat!("ops", "_eyJbJ1fey5jPGED7cCJtKsHj40BTIALoQapxo4zGx1ocTSUJkmJAl")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &["hvs.", "hvb.", "hvr."],
        &[Run(SLUG, 24, 320)],
        &[concat!("hv", "s.Fo1G89wsfq5NdR0nwuA1Hiuy")],
        &[concat!("hv", "s.fK2rGWYUo26u")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &[" s.", "=s.", "\"s.", "'s.", ":s.", "`s.", ">s."],
        &[Run(ALNUM, 24, 24)],
        &[concat!(" ", "s.lZO2dUkw23yD8ImvUBqnqUhZ")],
        &[concat!(" ", "s.TIvAbkjCIvmJ")],
    )
    .mixed(),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.", "dp.rt."],
        &[Run(ALNUM, 40, 44)],
        &[
            concat!("dp.", "pt.2iJZXOIshfzOfa4akal4oQZcZkLKla30dxyBaWDU"),
            concat!("dp.", "ct.kgxE56qzFK9IIChQf8F3QvXoPpjql749486g2oky"),
        ],
        &[
            concat!("dp.", "ct.Vp3LRi6gjHHNyIKhVxZq"),
            concat!(" xdp.", "pt.Hk2TrTI8tI8j9KAgfnetX5XhmBRYkQ6KtGEaagOE"),
        ],
    ),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.st."],
        &[Maybe(&[Run(SLUG, 2, 35), Is(".")]), Run(ALNUM, 40, 44)],
        &[concat!("dp.", "st.BHV8GbdgqcRNZZhvoX0fV9qxZzRQcVHR35ez1NoA")],
        &[concat!("dp.", "st.OwziR9Z1HNHACSqwml1B")],
    ),
    token(
        &secret("dotenv_vault_key", "dotenv key"),
        &["dotenv://:key_"],
        &[Run(HEX, 64, 64)],
        &[concat!("dotenv:", "//:key_3f90758b769483260f7d39fc99a015fe7f4ed8e688114f83e65c88f6b18533e0")],
        &[concat!("dotenv:", "//:key_bc32e811dfb65b1c83fac16f2c16d528")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(HEX, 24, 24), Is("."), Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32)],
        &[concat!(
            "s",
            "t.8233102e85e8f1d386c9f066.aa7e0bbb22d422da486e762587fa00ee.",
            "b238ac66473670cda36e55f5b7e1af23"
        )],
        &[concat!("s", "t.a1bd97d5e79107f288da3096.074296f2821b8e4741b422f2fbbb5ad7.", "b02e7f4187046fef")],
    ),
    token(
        &secret("okta_token", "Okta token"),
        &["SSWS 00"],
        &[Run(PADDED, 40, 40)],
        &[concat!("SSW", "S 00sVZQlJSOD9ri5pg6BTaylhpoWdGFDjbjMit7Rg8A")],
        &[concat!("SSW", "S 00RDI63QfMjrb4drjDNIPY")],
    ),
    anchored(
        &secret("authress_key", "Authress key"),
        &[Run(LOWER, 4, 6), Is("."), Run(LOWER, 5, 30), Is("_"), Run(ALNUM, 2, 8)],
        &[".acc_", ".acc-"],
        &[Run(SLUG, 10, 32), Is("."), Run(DOTTED, 30, 120)],
        &[concat!("8k_7qo9p.fxze.a", "cc_9dqYKUdx7a.v0b0ZeS2kGdn47UBzejo5pU29YTz9U")],
        &[concat!("0m_ai0bk.2ou4.a", "cc_5hldfibP7d.547OmNXxx9bvf2H")],
    ),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["s-s4t2ud-", "s-s4t2af-"],
        &[Run(ANY_HEX, 64, 64)],
        &[concat!("s-s4", "t2ud-DF91bC0027eb3605dbc2DbFE19efb20912bf71C26d5FE7eB0fCCfAA5ED0eBb2e")],
        &[concat!("s-s4", "t2ud-20BddE766faCB00b25514018febe2B29")],
    ),
    token(
        &secret("adobe_client_secret", "Adobe client secret"),
        &["p8e-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("p8", "e-1wMtM7twTFVqE3P4RhQWLdpAwrNuW7is")],
        &[concat!("p8", "e-hU9sOrfAZ0JOwpjd")],
    ),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(HEX, 32, 32), Is("_"), Run(HEX, 8, 8)],
        &[concat!("zp", "ka_65b38272084e8ab678f902350bb3292d_f8b95f6c")],
        &[concat!("zp", "ka_2d2b835e9afbf4e9a103c11b5")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["unkey_"],
        &[Run(ALNUM, 20, 40)],
        &[concat!("unk", "ey_v5GuH9bOlBSQneeUbz8E")],
        &[concat!("unk", "ey_3Olbt1QWWj")],
    )
    .mixed(),
    token(
        &secret("password_hash", "password hash"),
        &["$2a$", "$2b$", "$2y$"],
        &[Run(DIGIT, 2, 2), Is("$"), Run(CRYPT, 53, 53)],
        &[concat!("$2", "a$39$xwNHNPZ2o6h6FTtAkpFQlV5F8NLTEU8dXV0XgEtyGWMAXxoi5gh6w")],
        &["$2a$ is how bcrypt begins"],
    ),
    token(
        &secret("password_hash", "password hash"),
        &["$1$", "$5$", "$6$", "$7$", "$y$", "$8$", "$apr1$"],
        &[Maybe(&[Is("rounds="), Run(DIGIT, 1, 9), Is("$")]), Run(CRYPT, 1, 16), Is("$"), Run(CRYPT, 22, 90)],
        &[concat!("$", "1$o$98woEuJx8UC7gbsDy8ly0c")],
        &["it went from $5$ to $6$ in a day"],
    ),
    token(
        &secret("password_hash", "password hash"),
        &["$argon2id$", "$argon2i$", "$argon2d$"],
        &[
            Is("v="),
            Run(DIGIT, 2, 2),
            Is("$m="),
            Run(DIGIT, 2, 8),
            Is(",t="),
            Run(DIGIT, 1, 4),
            Is(",p="),
            Run(DIGIT, 1, 3),
            Is("$"),
            Run(BASE64, 11, 64),
            Is("$"),
            Run(BASE64, 20, 90),
        ],
        &[concat!("$argo", "n2id$v=04$m=66,t=7,p=0$8gTD5I8xgGt$HsA3KU7JHShJBaT0rvzc")],
        &[concat!("$argo", "n2id$v=07$m=60,t=4,p=6$1vo37oo7Co5$gMzJRNy7C9")],
    ),
    token(
        &secret("kerberos_ticket", "Kerberos ticket"),
        &["$krb5asrep$", "$krb5tgs$", "$krb5pa$"],
        &[Run(KERBEROS, 40, 2000)],
        &[concat!("$krb5", "asrep$ffac4c5f960c68e4c5a3890cf1445933bdc228eb")],
        &[concat!("$krb5", "asrep$ca1b12e5deba2690b155")],
    ),
    token(
        &secret("notify_key", "Notify key"),
        &["gcntfy-"],
        &[Run(SLUG, 72, 160)],
        &[concat!("gcn", "tfy-Hk67H4vov0CMa6FJopRxuLjL8maymGh0CcZCZjzhuxAs59MoGUWL4Vil", "aMQoYC27N6wcj3Zv")],
        &[concat!("gcn", "tfy-OswCVr4uIho1xEoBgVsbZJY1gB7PuKAaGNZx")],
    )
    .mixed(),
];
