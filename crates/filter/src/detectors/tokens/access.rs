//! Who may sign in where: secret stores, sign-in services, stored password hashes.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, BASE64, CRYPT, DIGIT, DOTTED, HEX, LOWER, PADDED,
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
        &[concat!("A", "3-MJY0S5-IS4Q4H-LCLYB-Y2PVU-YJW70")],
        &[concat!("A", "3-3WBEC8-57AHF3-6KEM9-OC23K-49")],
    ),
    token(
        &secret("onepassword_token", "1Password token"),
        &["ops_eyJ"],
        &[Run(DOTTED, 100, 2000)],
        &[concat!(
            "ops",
            "_eyJEitcbZ9lPPAXwgHHqeLDixBWCTTfOyCIDcTEgfk44UALifCy2pUhNGav",
            "MCuUwqMSLTRgS8KVD4q4eb2T4M6naiiAVbJ1fey5jPGE"
        )],
        &[concat!("ops", "_eyJD7cCJtKsHj40BTIALoQapxo4zGx1ocTSUJkmJAl9RPdp0MoBVZ")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &["hvs.", "hvb.", "hvr."],
        &[Run(SLUG, 24, 320)],
        &[concat!("hv", "s.NdR0nwuA1HiuyfK2rGWYUo26")],
        &[concat!("hv", "s.unmXDxaSmCeW")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &[" s.", "=s.", "\"s.", "'s.", ":s.", "`s.", ">s."],
        &[Run(ALNUM, 24, 24)],
        &[concat!(" ", "s.J06cDb6q1BW2Z2iJZXOIshfz")],
        &[concat!(" ", "s.Ofa4akal4oQZ")],
    )
    .mixed(),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.", "dp.rt."],
        &[Run(ALNUM, 40, 44)],
        &[
            concat!("dp.", "pt.BaWDUkgxE56qzFK9IIChQf8F3QvXoPpjql749486"),
            concat!("dp.", "ct.g2okyVp3LRi6gjHHNyIKhVxZqoQIDUZxxtpU9vDw"),
        ],
        &[
            concat!("dp.", "ct.T1ldNHk2TrTI8tI8j9KA"),
            concat!(" xdp.", "pt.aagOEBHV8GbdgqcRNZZhvoX0fV9qxZzRQcVHR35e"),
        ],
    ),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.st."],
        &[Maybe(&[Run(SLUG, 2, 35), Is(".")]), Run(ALNUM, 40, 44)],
        &[concat!("dp.", "st.z1NoAOwziR9Z1HNHACSqwml1BQ8KyICgMEk2WgFz")],
        &[concat!("dp.", "st.lsqYcHfTskB4OgwomLvR")],
    ),
    token(
        &secret("dotenv_vault_key", "dotenv key"),
        &["dotenv://:key_"],
        &[Run(HEX, 64, 64)],
        &[concat!("dotenv:", "//:key_7d39fc99a015fe7f4ed8e688114f83e65c88f6b18533e0bc32e811dfb65b1c83")],
        &[concat!("dotenv:", "//:key_fac16f2c16d52850b35b042aa6ad92f7")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(HEX, 24, 24), Is("."), Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32)],
        &[concat!(
            "s",
            "t.c9f066aa7e0bbb22d422da48.6e762587fa00eeb238ac66473670cda3.",
            "6e55f5b7e1af23a1bd97d5e79107f288"
        )],
        &[concat!("s", "t.da3096074296f2821b8e4741.b422f2fbbb5ad7b02e7f4187046fefaa.", "b7e3d9c964e45123")],
    ),
    token(
        &secret("okta_token", "Okta token"),
        &["SSWS 00"],
        &[Run(PADDED, 40, 40)],
        &[concat!("SSW", "S 00zqHflCNtFZYSsVZQlJSOD9ri5pg6BTaylhpoWdGF")],
        &[concat!("SSW", "S 00DjbjMit7Rg8ARDI63QfM")],
    ),
    token(
        &secret("workos_key", "WorkOS key"),
        &["sk_live_a2V5X", "sk_test_a2V5X"],
        &[Run(SLUG, 40, 120)],
        &[concat!("sk_liv", "e_a2V5X6ZqF6FX72Rd48kh7Q2OjPFX6rZESvenIkomWm9dq")],
        &[concat!("sk_liv", "e_a2V5XYKUdx7av0b0ZeS2kGdn4")],
    ),
    token(
        &secret("clerk_key", "Clerk key"),
        &["sk_live_", "sk_test_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("sk_l", "ive_I8aplw2B3KcOU0ezDQvim2ong5hldfibP7d547Om")],
        &[concat!("sk_l", "ive_NXxx9bvf2HWINqXlcbkx")],
    )
    .near(&["clerk"]),
    anchored(
        &secret("authress_key", "Authress key"),
        &[Run(LOWER, 4, 6), Is("."), Run(LOWER, 5, 30), Is("_"), Run(ALNUM, 2, 8)],
        &[".acc_", ".acc-"],
        &[Run(SLUG, 10, 32), Is("."), Run(DOTTED, 30, 120)],
        &[concat!("MB_l1xze.wct2.a", "cc_2wibyapO3M.NeUkiBwBXsFLKDsJACRf0c05XdE9jF")],
        &[concat!("SL_suu49.uy9j.a", "cc_xSD2e4jbYB.kVzISLUqtjt9lqT")],
    ),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["s-s4t2ud-", "s-s4t2af-"],
        &[Run(ANY_HEX, 64, 64)],
        &[concat!("s-s4", "t2ud-278A8b5eE0F6bBAa7Ff0c47EBeB0E3E75C3bfdC6A5bC382AAEF72E084e8EEabB")],
        &[concat!("s-s4", "t2ud-6A78f90DC2B350bb3292dBf8b95f6c2d")],
    ),
    token(
        &secret("adobe_client_secret", "Adobe client secret"),
        &["p8e-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("p8", "e-xhR0HhWrUzjXdSRnbZoWv5GuH9bOlBSQ")],
        &[concat!("p8", "e-neeUbz8EPlLOLb0C")],
    ),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(HEX, 32, 32), Is("_"), Run(HEX, 8, 8)],
        &[concat!("zp", "ka_8bb0d966367c29028a26592aebab23b6_0b24a1d1")],
        &[concat!("zp", "ka_e18dce09143305a43940d9e1e")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["unkey_"],
        &[Run(ALNUM, 20, 40)],
        &[concat!("unk", "ey_f02e4VYI48ZLeoTMAZMQ")],
        &[concat!("unk", "ey_9tI2ILTljw")],
    )
    .mixed(),
    token(
        &secret("password_hash", "password hash"),
        &["$2a$", "$2b$", "$2y$"],
        &[Run(DIGIT, 2, 2), Is("$"), Run(CRYPT, 53, 53)],
        &[concat!("$2", "a$91$0E8Q3cWZUD429WDlE3w2ncqKac2WU3F4NmTBWDKKtux6OVpoYsRTE")],
        &["$2a$ is how bcrypt begins"],
    ),
    token(
        &secret("password_hash", "password hash"),
        &["$1$", "$5$", "$6$", "$7$", "$y$", "$8$", "$apr1$"],
        &[Maybe(&[Is("rounds="), Run(DIGIT, 1, 9), Is("$")]), Run(CRYPT, 1, 16), Is("$"), Run(CRYPT, 22, 90)],
        &[concat!("$", "1$O$oxxjm7sMO0afIndo2OJc7Z")],
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
        &[concat!("$argo", "n2id$v=99$m=62,t=4,p=1$k67H4vov0CM$a6FJopRxuLjL8maymGh0")],
        &[concat!("$argo", "n2id$v=07$m=60,t=6,p=8$zhuxAs59MoG$UWL4VilaMQ")],
    ),
    token(
        &secret("kerberos_ticket", "Kerberos ticket"),
        &["$krb5asrep$", "$krb5tgs$", "$krb5pa$"],
        &[Run(CRYPT, 40, 2000)],
        &[concat!("$krb5", "asrep$3ZvOswCVr4uIho1xEoBgVsbZJY1gB7PuKAaGNZxC")],
        &[concat!("$krb5", "asrep$l2JuUpETgaIcthfgy2Nj")],
    ),
    token(
        &secret("notify_key", "Notify key"),
        &["gcntfy-"],
        &[Run(SLUG, 72, 160)],
        &[concat!("gcn", "tfy-D59JjUOSpILO0uBNS81Nv5Mmu7Q8yog77UM7harp28F0LMLQk5unk4rN", "QKUBMlm7Lx06bt44")],
        &[concat!("gcn", "tfy-ASzweJxB5EcXYfPYvP6UCn3TkJnE8YMNep0L")],
    )
    .mixed(),
];
