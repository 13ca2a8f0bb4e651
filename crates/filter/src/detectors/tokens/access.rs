//! Who may sign in where: secret stores, sign-in services, stored password hashes.

use super::super::Detector;
use super::super::token::{
    ALNUM, ANY_HEX, DOTTED, HEX, KERBEROS, LOWER, PADDED,
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
        &[concat!("A", "3-F79QED-C9XJ9E-F4E4W-7WWLV-71PXA")],
        &[concat!("A", "3-E3P4IC-6524VV-7WO2H-690TY-TM")],
    ),
    token(
        &secret("onepassword_token", "1Password token"),
        &["ops_eyJ"],
        &[Run(DOTTED, 100, 2000)],
        &[concat!(
            "ops",
            "_eyJJKCFHYmvXYyyYPuGSNldc4XjlYdfgBYzqHflCNtFZYSsVZQlJSOD9ri5",
            "pg6BTaylhpoWdGFDjbjMit7Rg8ARDI63QfMjrb4drjDN"
        )],
        &[concat!("ops", "_eyJIPYu0W2KqBJ6ZqF6FX72Rd48kh7Q2OjPFX6rZESvenIkomWm9d")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &["hvs.", "hvb.", "hvr."],
        &[Run(SLUG, 24, 320)],
        &[concat!("hv", "s.KcOU0ezDQvim2ong5hldfibP")],
        &[concat!("hv", "s.7d547OmNXxx9")],
    ),
    token(
        &secret("vault_token", "Vault token"),
        &[" s.", "=s.", "\"s.", "'s.", ":s.", "`s.", ">s."],
        &[Run(ALNUM, 24, 24)],
        &[concat!(" ", "s.gLpnsB3ciWwEdFB2wibyapO3")],
        &[concat!(" ", "s.MNeUkiBwBXsF")],
    )
    .mixed(),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.pt.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.", "dp.rt."],
        &[Run(ALNUM, 40, 44)],
        &[
            concat!("dp.", "pt.5XdE9jFSLxS9zUt72U8k2enjUuYj7JxSD2e4jbYB"),
            concat!("dp.", "ct.kVzISLUqtjt9lqTT2T1wMtM7twTFVqE3P4RhQWLd"),
        ],
        &[
            concat!("dp.", "ct.pAwrNuW7ishU9sOrfAZ0"),
            concat!(" xdp.", "pt.zlNhLXkGQEg0gorO68FpAuRIdRpoUWjN1gO9Q7tf"),
        ],
    ),
    token(
        &secret("doppler_token", "Doppler token"),
        &["dp.st."],
        &[Maybe(&[Run(SLUG, 2, 35), Is(".")]), Run(ALNUM, 40, 44)],
        &[concat!("dp.", "st.SBmlsFiGLsB5WW3H1F2Tz2Exaj6fQXTLeNYFaEXt")],
        &[concat!("dp.", "st.QHKic62zTUiiteqWeJdS")],
    ),
    token(
        &secret("dotenv_vault_key", "dotenv key"),
        &["dotenv://:key_"],
        &[Run(HEX, 64, 64)],
        &[concat!("dotenv:", "//:key_83babe98dcb33d7098ffad27575d19868fc71e7d8bb0d966367c29028a26592a")],
        &[concat!("dotenv:", "//:key_ebab23b60b24a1d1e18dce09143305a4")],
    ),
    token(
        &secret("infisical_token", "Infisical token"),
        &["st."],
        &[Run(HEX, 24, 24), Is("."), Run(HEX, 32, 32), Is("."), Run(HEX, 32, 32)],
        &[concat!(
            "s",
            "t.ffac4c5f960c68e4c5a3890c.f1445933bdc228ebca1b12e5deba2690.",
            "b1557ac892767df4e74ecc593316d248"
        )],
        &[concat!("s", "t.55d31ec1c063ab5ad68c16ec.71a420adc4c0750d36c14a29d4ef6edb.", "15ba57")],
    ),
    token(
        &secret("okta_token", "Okta token"),
        &["SSWS 00"],
        &[Run(PADDED, 40, 40)],
        &[concat!("SSW", "S 00KUBMlm7Lx06bt44ASzweJxB5EcXYfPYvP6UCn3Tk")],
        &[concat!("SSW", "S 00JnE8YMNep0LkAN8AG7Rp")],
    ),
    anchored(
        &secret("authress_key", "Authress key"),
        &[Run(LOWER, 4, 6), Is("."), Run(LOWER, 5, 30), Is("_"), Run(ALNUM, 2, 8)],
        &[".acc_", ".acc-"],
        &[Run(SLUG, 10, 32), Is("."), Run(DOTTED, 30, 120)],
        &[concat!("af_v22br.e3d8.a", "cc_Wz46HIQUjW.OGlJx8tt0URGje5QFVEXYDopvUol6C")],
        &[concat!("ht_k43ki.zjkl.a", "cc_5dfHbvPc9K.jGFbFow7d0V9wmg")],
    ),
    token(
        &secret("intra42_secret", "42 client secret"),
        &["s-s4t2ud-", "s-s4t2af-"],
        &[Run(ANY_HEX, 64, 64)],
        &[concat!("s-s4", "t2ud-cfeC0BA1C113d333fE275C2E49AF51Fbb53db0b52401e01a95c58B1CE3B1dbAD")],
        &[concat!("s-s4", "t2ud-24011DDB6C50B040Ff5e18f2a2aDC1bE")],
    ),
    token(
        &secret("adobe_client_secret", "Adobe client secret"),
        &["p8e-"],
        &[Run(SLUG, 32, 32)],
        &[concat!("p8", "e-UXbYujKbgWHqmDTO3CGH3gk71SzeWtd7")],
        &[concat!("p8", "e-6odavwWOTuSWXEUX")],
    ),
    token(
        &secret("zuplo_key", "Zuplo key"),
        &["zpka_"],
        &[Run(LOWER, 32, 32), Is("_"), Run(HEX, 8, 8)],
        &[concat!("zp", "ka_po8aywk4loxjjtk5c94wywjaczut4exh_938ef3eb")],
        &[concat!("zp", "ka_98kgo2phmfq9lg6tcmriq95es")],
    ),
    token(
        &secret("unkey_key", "Unkey key"),
        &["unkey_"],
        &[Run(ALNUM, 20, 40)],
        &[concat!("unk", "ey_5gBWtWfm0hNO5j32h3vW")],
        &[concat!("unk", "ey_wf1pDaH8j5")],
    )
    .mixed(),
    token(
        &secret("kerberos_ticket", "Kerberos ticket"),
        &["$krb5asrep$", "$krb5tgs$", "$krb5pa$"],
        &[Run(KERBEROS, 40, 2000)],
        &[concat!("$krb5", "asrep$b92963b2c1fbb58d3ebc7f1f1f7687d247b00c33")],
        &[concat!("$krb5", "asrep$34d147f7855146566c6f")],
    ),
    token(
        &secret("notify_key", "Notify key"),
        &["gcntfy-"],
        &[Run(SLUG, 72, 160)],
        &[concat!("gcn", "tfy-1KwTd48CF7Bqo0OCCRGvqfEvF7BLrOEFw6MKwT7dx348xiyBGn9aIVyW", "7xoRLyzAerwW5mLz")],
        &[concat!("gcn", "tfy-KyINCyasHpdZwjTjBPnoHMh91Nkk3KsLi32Q")],
    )
    .mixed(),
];
