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
        &[concat!("A", "3-C23K49-BX6E82-1ZPPA-X6HH4-LD8BW")],
        &[concat!("A", "3-ID2TE6-5UAL85-CU7NG-0MCUM-SL")],
    ),
    token(
        &secret("onepassword_token", "1Password token"),
        &["ops_eyJ"],
        &[Run(DOTTED, 100, 2000)],
        &[concat!(
            "ops",
            "_eyJS8KVD4q4eb2T4M6naiiAVbJ1fey5jPGED7cCJtKsHj40BTIALoQapxo4",
            "zGx1ocTSUJkmJAl9RPdp0MoBVZ2YhwdLVQiApO5UVgUN"
        )],
        &[concat!("ops", "_eyJrouipQVwsDUfPaPQuDUvPFo1G89wsfq5NdR0nwuA1HiuyfK2rG")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &["hvs.", "hvb.", "hvr."],
        &[Run(SLUG, 24, 320)],
        &[concat!("hv", "s.CIvmJ06cDb6q1BW2Z2iJZXOI")],
        &[concat!("hv", "s.shfzOfa4akal")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &[" s.", "=s.", "\"s.", "'s.", ":s.", "`s.", ">s."],
        &[Run(ALNUM, 24, 24)],
        &[concat!(" ", "s.0dxyBaWDUkgxE56qzFK9IICh")],
        &[concat!(" ", "s.Qf8F3QvXoPpj")],
    )
    .mixed(),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.", "dp.rt."],
        &[Run(ALNUM, 40, 44)],
        &[
            concat!("dp.", "pt.yVp3LRi6gjHHNyIKhVxZqoQIDUZxxtpU9vDwT1ld"),
            concat!("dp.", "ct.NHk2TrTI8tI8j9KAgfnetX5XhmBRYkQ6KtGEaagO"),
        ],
        &[
            concat!("dp.", "ct.EBHV8GbdgqcRNZZhvoX0"),
            concat!(" xdp.", "pt.AOwziR9Z1HNHACSqwml1BQ8KyICgMEk2WgFzlsqY"),
        ],
    ),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.st."],
        &[Maybe(&[Run(SLUG, 2, 35), Is(".")]), Run(ALNUM, 40, 44)],
        &[concat!("dp.", "st.cHfTskB4OgwomLvRyXOoMSjJwQuztGFMAie0PahG")],
        &[concat!("dp.", "st.SfZST9VtBCLev8cns2P4")],
    ),
    token(
        &secret("dotenv_vault_key", "dotenv key"),
        &["dotenv://:key_"],
        &[Run(HEX, 64, 64)],
        &[concat!("dotenv:", "//:key_114f83e65c88f6b18533e0bc32e811dfb65b1c83fac16f2c16d52850b35b042a")],
        &[concat!("dotenv:", "//:key_a6ad92f729ac6b04475aab8233102e85")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(HEX, 24, 24), Is("."), Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32)],
        &[concat!(
            "s",
            "t.6e762587fa00eeb238ac6647.3670cda36e55f5b7e1af23a1bd97d5e7.",
            "9107f288da3096074296f2821b8e4741"
        )],
        &[concat!("s", "t.b422f2fbbb5ad7b02e7f4187.046fefaab7e3d9c964e45123cbcc7396.", "eebcef0c3f162cc9")],
    ),
    token(
        &secret("okta_token", "Okta token"),
        &["SSWS 00"],
        &[Run(PADDED, 40, 40)],
        &[concat!("SSW", "S 00jMit7Rg8ARDI63QfMjrb4drjDNIPYu0W2KqBJ6Zq")],
        &[concat!("SSW", "S 00F6FX72Rd48kh7Q2OjPFX")],
    ),
    anchored(
        &secret("authress_key", "Authress key"),
        &[Run(LOWER, 4, 6), Is("."), Run(LOWER, 5, 30), Is("_"), Run(ALNUM, 2, 8)],
        &[".acc_", ".acc-"],
        &[Run(SLUG, 10, 32), Is("."), Run(DOTTED, 30, 120)],
        &[concat!("dx_01z4s.g3ub.a", "cc_zejo5pU29Y.Tz9U0mAI8aplw2B3KcOU0ezDQvim2o")],
        &[concat!("ng_73581.p3on.a", "cc_Xxx9bvf2HW.auKx9qpPcxjAelk")],
    ),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["s-s4t2ud-", "s-s4t2af-"],
        &[Run(ANY_HEX, 64, 64)],
        &[concat!("s-s4", "t2ud-e20BddE766faCB00b25514018febe2B2959aaCfDBacB491fBdc0Ca495aFBCF99")],
        &[concat!("s-s4", "t2ud-96692aF278A8b5eE0F6bBAa7Ff0c47EB")],
    ),
    token(
        &secret("adobe_client_secret", "Adobe client secret"),
        &["p8e-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("p8", "e-dRpoUWjN1gO9Q7tfSBmlsFiGLsB5WW3H")],
        &[concat!("p8", "e-1F2Tz2Exaj6fQXTL")],
    ),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(HEX, 32, 32), Is("_"), Run(HEX, 8, 8)],
        &[concat!("zp", "ka_9afbf4e9a103c11b5f12e83babe98dcb_33d7098f")],
        &[concat!("zp", "ka_fad27575d19868fc71e7d8bb0")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["unkey_"],
        &[Run(ALNUM, 20, 40)],
        &[concat!("unk", "ey_8NLTEU8dXV0XgEtyGWMA")],
        &[concat!("unk", "ey_Xxoi5gh6wo")],
    )
    .mixed(),
    token(
        &secret("password_hash", "password hash"),
        &["$2a$", "$2b$", "$2y$"],
        &[Run(DIGIT, 2, 2), Is("$"), Run(CRYPT, 53, 53)],
        &[concat!("$2", "a$08$bsDy8ly0c7DRbZ5cB8gTD5I8xgGtHsA3KU7JHShJBaT0rvzcDdxaA")],
        &["$2a$ is how bcrypt begins"],
    ),
    token(
        &secret("password_hash", "password hash"),
        &["$1$", "$5$", "$6$", "$7$", "$y$", "$8$", "$apr1$"],
        &[Maybe(&[Is("rounds="), Run(DIGIT, 1, 9), Is("$")]), Run(CRYPT, 1, 16), Is("$"), Run(CRYPT, 22, 90)],
        &[concat!("$", "1$2$QZrZWFN6gegJN1vo37oo7C")],
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
        &[concat!("$argo", "n2id$v=83$m=24,t=3,p=0$9bAxx1ffcjZ$f02e4VYI48ZLeoTMAZMQ")],
        &[concat!("$argo", "n2id$v=87$m=26,t=8,p=2$r9tI2ILTljw$HHx3x5XbtY")],
    ),
    token(
        &secret("kerberos_ticket", "Kerberos ticket"),
        &["$krb5asrep$", "$krb5tgs$", "$krb5pa$"],
        &[Run(KERBEROS, 40, 2000)],
        &[concat!("$krb5", "asrep$ca1b12e5deba2690b1557ac892767df4e74ecc59")],
        &[concat!("$krb5", "asrep$3316d24855d31ec1c063")],
    ),
    token(
        &secret("notify_key", "Notify key"),
        &["gcntfy-"],
        &[Run(SLUG, 72, 160)],
        &[concat!("gcn", "tfy-ZJY1gB7PuKAaGNZxCl2JuUpETgaIcthfgy2NjcbXwD96LWU0jvwK5OMb", "4D59JjUOSpILO0uB")],
        &[concat!("gcn", "tfy-NS81Nv5Mmu7Q8yog77UM7harp28F0LMLQk5u")],
    )
    .mixed(),
];
