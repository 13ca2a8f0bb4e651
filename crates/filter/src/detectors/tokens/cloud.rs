//! Clouds and hosting.

use super::super::Detector;
use super::super::token::{
    ALNUM, AZURE, BASE64, DIGIT, DOTTED, HEX, LOWER, PADDED, PADDING, PERCENT,
    Part::{Is, Maybe, Run},
    SLUG, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("google_api_key", "Google key"),
        &["AIza"],
        &[Run(SLUG, 35, 35)],
        &[concat!("AI", "zaESD3eZdXGeicM3vWE3S1LAfJtGEgmFoMuBn")],
        &[concat!("AI", "zagqPQADWdox72icAlYp")],
    ),
    token(
        &secret("google_api_key", "Google key"),
        &["AQ."],
        &[Run(SLUG, 40, 60)],
        &[concat!("A", "Q.GFaK2xUSyhPrBTTnOn8QbFVlW3zOiX8dJ4Y7WpOL")],
        &[concat!("A", "Q.WXldi8zjUJFp7dfggX4x")],
    )
    .mixed(),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["ya29."],
        &[Run(DOTTED, 20, 1500)],
        &[concat!("ya", "29.CBX8kR8gOqoBfKSPDBo6")],
        &[concat!("ya", "29.o8pM8dE7EM")],
    ),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["1//0"],
        &[Run(SLUG, 40, 160)],
        &[concat!("1/", "/0pfpqXFMxbbeshhaA2HqmPvkkT6Zd0s2HmHmoj8nq")],
        &[concat!("1/", "/0bwWQPPDggse7gOBcetaS")],
    )
    .mixed(),
    token(
        &secret("google_client_secret", "Google client secret"),
        &["GOCSPX-"],
        &[Run(SLUG, 24, 32)],
        &[concat!("GOC", "SPX-8K2sus8qIBLusGiDy5iiECkv")],
        &[concat!("GOC", "SPX-hxNDysHaQWUn")],
    ),
    token(
        &secret("aws_session_token", "AWS session token"),
        &["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
        &[Run(BASE64, 100, 2000), Run(PADDING, 0, 2)],
        &[concat!(
            "IQoJb3Jp",
            "Z2luX2Vjv0XUlx6VZhCthvNJDDbEV6kddt6TPWL6cgKyaTIwOVE5mq1EMFcW",
            "jiF4s9sN2U0sWn2EU9VXjgD7FDegbna7XVaO1y4mGyZc6SlM"
        )],
        &[concat!("IQoJb3Jp", "Z2luX2VjNuAX52JxbGJwUYp7EaqUA5ygH2huJwytBrWRhwUeglRmVZ5Q7k")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["ABSK"],
        &[Run(BASE64, 80, 280), Run(PADDING, 0, 2)],
        &[concat!(
            "AB",
            "SK5GrVkgbPhcq6eCtQsNGm0ko2Jn0PO3QnWBJJmGmW1Jygh8iAlUrcbLy1gF",
            "E33zSKgUWXI5iNdAPUpn96"
        )],
        &[concat!("AB", "SKxo8IjFwRW3fomV80RB81dlmCXUm1ruRaSjvjODH6")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["bedrock-api-key-"],
        &[Run(BASE64, 24, 2000), Run(PADDING, 0, 2)],
        &[concat!("bedrock-", "api-key-StGdJlX7ERdJhXOjvP4OdKgt")],
        &[concat!("bedrock-", "api-key-08H2z6zf6S1O")],
    ),
    token(
        &secret("aws_mws_key", "Amazon MWS key"),
        &["amzn.mws."],
        &[
            Run(LOWER, 8, 8),
            Is("-"),
            Run(LOWER, 4, 4),
            Is("-"),
            Run(LOWER, 4, 4),
            Is("-"),
            Run(LOWER, 4, 4),
            Is("-"),
            Run(LOWER, 12, 12),
        ],
        &[concat!("amzn", ".mws.7mrl6cru-ryhw-mvhc-9j9u-2lwb58opqjc1")],
        &[concat!("amzn", ".mws.86kdfmto-jeg8-623k-o62r-2ru1yg")],
    ),
    token(
        &secret("aws_appsync_key", "AWS AppSync key"),
        &["da2-"],
        &[Run(LOWER, 26, 26)],
        &[concat!("da", "2-mpjvdf01wxwo1wt5v7q0jtg86j")],
        &[concat!("da", "2-lnfelcgco5guu")],
    )
    .mixed(),
    anchored(
        &secret("azure_client_secret", "Azure client secret"),
        &[Run(DIGIT, 1, 1), Run(AZURE, 3, 3)],
        &["Q~"],
        &[Run(AZURE, 31, 35)],
        &[concat!("secret cp04Q", "~Slg7aYaEhahgsiLsI5ZewC5fROr4ba2")],
        &["image~Q~plain"],
    ),
    token(
        &secret("azure_storage_key", "Azure storage key"),
        &["AccountKey=", "accountkey=", "accountKey="],
        &[Run(BASE64, 60, 88), Run(PADDING, 0, 2)],
        &[concat!("Accou", "ntKey=vROfnfOSe4XGX3Mc59Xo3nnNOcovObFSHwTxphmWLVr4jhvxjGEgVvOT3ygE")],
        &[concat!("Accou", "ntKey=2ZG5b17zWx9wM0roNt8ADLr01iyeWx")],
    ),
    token(
        &secret("azure_shared_access_key", "Azure access key"),
        &["SharedAccessKey=", "sharedaccesskey=", "SharedSecretValue="],
        &[Run(BASE64, 32, 90), Run(PADDING, 0, 2)],
        &[concat!("SharedAc", "cessKey=uSHen5YEWt3IHXFntuwNAsCZ6ZcDjU5j")],
        &[concat!("SharedAc", "cessKey=PLavPWtz1iphwNwF")],
    ),
    token(
        &secret("azure_app_configuration_secret", "Azure configuration secret"),
        &[";Secret=", ";secret="],
        &[Run(BASE64, 32, 100), Run(PADDING, 0, 2)],
        &[concat!(";Sec", "ret=aueF7t0UDCh206ejuBjqz9Iuq5jjdCoR")],
        &[concat!(";Sec", "ret=pGMT6MpNHAJl25OX")],
    ),
    anchored(
        &secret("azure_service_key", "Azure key"),
        &[Run(BASE64, 26, 84)],
        &["+ASt", "+ABa", "+ACR", "+APIM", "ACDb", "AzFu", "AzSe", "AzCa", "AIoT", "JQQJ99"],
        &[Run(BASE64, 3, 60), Run(PADDING, 0, 2)],
        &[concat!("key jt6rza2ka0noFkci4FG2ToNIMJ+A", "St3tC")],
        &[concat!("key En3eTgNpzT7UNUNPYje2R71LKf+A", "Stmm")],
    ),
    token(
        &secret("azure_sas_token", "Azure access signature"),
        &["sig="],
        &[Run(PERCENT, 40, 60), Run(PADDING, 0, 2)],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=57j8yd8aCSiwYX5rX5kTLqEAdAmfMnZnkuSB9rlD")],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=DaSUlWULLKbptEOgbut1")],
    )
    .near(&["sv", "se", "sp", "sr", "srt", "windows"]),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["LTAI"],
        &[Run(ALNUM, 12, 24)],
        &[concat!("LT", "AI5niNOx1sKB1f")],
        &[concat!("LT", "AI6Rf6tu")],
    )
    .mixed(),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["STS."],
        &[Run(ALNUM, 16, 64)],
        &[concat!("ST", "S.2NEkLx4mA1a51VnO")],
        &[concat!("ST", "S.mu1dKsTK")],
    )
    .mixed(),
    token(
        &secret("alibaba_security_token", "Alibaba Cloud token"),
        &["CAIS"],
        &[Run(BASE64, 24, 1000), Run(PADDING, 0, 2)],
        &[concat!("CA", "ISncqPTB66KqGgEwVibSubOu2Y")],
        &[concat!("CA", "IS83hNgZ58NWLq")],
    )
    .mixed(),
    token(
        &secret("digitalocean_token", "DigitalOcean token"),
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        &[Run(HEX, 63, 64)],
        &[
            concat!("dop", "_v1_151b3b7b954d8c040eed01e5dec681631c78be2dadafb17755e7495d38dd71e"),
            concat!("doo", "_v1_a2f7be623a784c2f75ff5e110d7c7eb443655c518569cb2e0fc1b0f62e3b599"),
        ],
        &[
            concat!("doo", "_v1_3aae7805475920f35122eeb74fc48377"),
            concat!(" xdop", "_v1_bef3bded35459047217f453446aa70198755cd50511e463d9fe72895dbfab94"),
        ],
    ),
    token(
        &secret("cloudflare_token", "Cloudflare token"),
        &["cfat_", "cfut_", "cfk_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("cf", "at_7nLP0gRKgSjAnuoFseSzXSdoQMBiAxxHWH3QYsQ7")],
        &[concat!("cf", "at_ry0DjXhqPxBS0XEbDigw")],
    ),
    token(
        &secret("cloudflare_origin_ca_key", "Cloudflare origin key"),
        &["v1.0-"],
        &[Run(HEX, 24, 24), Is("-"), Run(HEX, 146, 146)],
        &[concat!(
            "v1",
            ".0-714c1de79f2337c1ddcfd140-c3d1ddf252fb15c2d9a8965ba5e396a9",
            "d70aa5d98c7976d7539f5ae2d7c9cb4d3906f4017a3ce24a7a6e1c52af08",
            "f21cb56e01a1634f8e57870b4af91cccab4f92d2bbc1de562d6d24"
        )],
        &[concat!(
            "v1",
            ".0-4b32ca92f370997b5125b1c7-60bc7c40a236056f1f4ae74132e53535",
            "07baf97eab618acb8f411167b90aaaefd201ab97d"
        )],
    ),
    token(
        &secret("heroku_key", "Heroku key"),
        &["HRKU-"],
        &[Run(SLUG, 56, 64)],
        &[concat!("HR", "KU-yckozmSN1cCklKViwQBwoe7soASMEXfJpbkDsFTjxeOiqDP4BwN4RqAp")],
        &[concat!("HR", "KU-daJYVjYvFUbmiq0epy65jFew6Tyz")],
    ),
    token(
        &secret("scalingo_token", "Scalingo token"),
        &["tk-us-"],
        &[Run(SLUG, 44, 52)],
        &[concat!("tk-", "us-sH9t7sVyjPM40cAfhr37b1ribFRdFSzMAhhDB2Le3MQ1")],
        &[concat!("tk-", "us-Hkv5mxEBiM9rwbcWO30X0r")],
    ),
    token(
        &secret("exoscale_key", "Exoscale key"),
        &["EXO"],
        &[Run(ALNUM, 24, 30)],
        &[concat!("E", "XOJD0It0xX6c7ankf40lgyqJip")],
        &[concat!("E", "XO3dx24VowxcDZ")],
    )
    .mixed(),
    token(
        &secret("upcloud_token", "UpCloud token"),
        &["ucat_"],
        &[Run(ALNUM, 24, 32)],
        &[concat!("uc", "at_CDupaw2kaR1aaaI4xIato4K6")],
        &[concat!("uc", "at_LR2wbCebGxiO")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["fo1_"],
        &[Run(SLUG, 43, 43)],
        &[concat!("fo", "1_Ust75CKiW0amBQlW9SHWvSUqrN73FeOZiMGSZ7691cT")],
        &[concat!("fo", "1_XFpwTAEe6UlhuA9LAMwAVK")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["FlyV1 ", "fm1a_", "fm1r_", "fm2_", "flyv1 "],
        &[Run(DOTTED, 80, 2000)],
        &[concat!(
            "Fly",
            "V1 EpsIUXVRTjAk6alnlOJs5sl9ZWj9BwdvWmYmmyayfo2i4VwAy3kA9xybX",
            "QEDmg7tJ5WHh2HnUkr2Xvi5"
        )],
        &[concat!("Fly", "V1 D4igNCkJA6Ydn1SpyWSp26JtdepZG8WgEWq3HYb3")],
    ),
    token(
        &secret("vercel_token", "Vercel token"),
        &["vcp_", "vci_", "vca_", "vcr_", "vck_"],
        &[Run(SLUG, 54, 60)],
        &[concat!("vc", "p_3ae0Yr64w5ptezwXNBYZAibpjknX7f5BO94XErOdWOsXEn9OygpSRb")],
        &[concat!("vc", "p_ngsOXOZHDBiuVUqm205u0MTdGHz")],
    ),
    token(
        &secret("netlify_token", "Netlify token"),
        &["nfp_", "nfc_", "nfo_", "nfb_", "nfu_"],
        &[Run(ALNUM, 36, 44)],
        &[concat!("nf", "p_0k0y2FcVGiMvsDb2HMrF4y7lNDlfHz5xbqZX")],
        &[concat!("nf", "p_zf2bftrCHdP7nSjHW6")],
    ),
    token(
        &secret("render_key", "Render key"),
        &["rnd_"],
        &[Run(ALNUM, 26, 34)],
        &[concat!("rn", "d_AKd2o06XwH8yAtj4XLkpG2hbEi")],
        &[concat!("rn", "d_I3ygg4EeY8JEH")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-"],
        &[Maybe(&[Run(LOWER, 3, 10), Is("-")]), Run(ALNUM, 8, 24), Is("-"), Run(ALNUM, 16, 60)],
        &[concat!("tsk", "ey-c223n3fO-pkQWsW9MwnP34sEa")],
        &[concat!("tsk", "ey-cz0yvD1t-P6EU7Fkq")],
    ),
    token(
        &secret("defined_networking_key", "Defined Networking key"),
        &["dnkey-"],
        &[Run(PADDED, 26, 26), Is("-"), Run(PADDED, 52, 52)],
        &[concat!(
            "dnk",
            "ey-nWgUSqAxQT9azUdP0L9KpOmjnB-8pEaXrZ5c9ctx5UoTgogP8pJmC06rx",
            "JwAO9BZ9ibzmHG5cvIAdar"
        )],
        &[concat!("dnk", "ey-uewbz2KGKTvoRlVP2KlS28V7uw-JikdfDT3iC8uPnX4Jh0vuibgu0")],
    ),
    token(
        &secret("openshift_token", "OpenShift token"),
        &["sha256~"],
        &[Run(SLUG, 43, 43)],
        &[concat!("sha", "256~HqVqQGYlSehfZkhFKffvgbY4wLLQFKTQ8ZFVuGRD591")],
        &[concat!("sha", "256~SKbSO9Wi2Gsde5jxgUath5")],
    ),
    token(
        &secret("yandex_token", "Yandex token"),
        &["t1."],
        &[Run(SLUG, 1, 500), Run(PADDING, 0, 2), Is("."), Run(SLUG, 86, 86), Run(PADDING, 0, 2)],
        &[concat!(
            "t",
            "1.i.s4QoCuU3ERGQPoEeeRSlFee9MQiW2O8CNKWuTyLuF08G0MxnZhJpr94f",
            "eshPG68rVNp5hk91GamfvogR49AiKb"
        )],
        &[concat!("t", "1.6.r5aLdxRj1BOz8ETZ3EMHM1LIlmkwwYBEqR8WztIdCJ7")],
    ),
    token(
        &secret("yandex_key", "Yandex key"),
        &["AQVN"],
        &[Run(SLUG, 35, 38)],
        &[concat!("AQ", "VNcYDIhNu4mlW4tiLtOnH7hke0BnMBtagfeFC")],
        &[concat!("AQ", "VNvyxNkA0QRg042YxZ9m")],
    )
    .mixed(),
    token(
        &secret("yandex_key", "Yandex key"),
        &[" YC", "=YC", "\"YC", "'YC", ":YC", "`YC", ">YC"],
        &[Run(SLUG, 38, 38)],
        &[concat!(" ", "YCRMHnCuDYvFvyzpH4KMi9fXRgzEtiygAqONk7I8")],
        &[concat!(" ", "YCbFhxgQE49mc52VUk3LH")],
    )
    .mixed(),
    token(
        &secret("yandex_token", "Yandex token"),
        &["y0_"],
        &[Run(SLUG, 50, 60)],
        &[concat!("y", "0_tga4a7jXLy0xXT0UZiYK1PLw0zf7Xvwfs16KoV7tXRpf63yWfv")],
        &[concat!("y", "0_1wiEQikb3PG3p8ifK7yazUJ88")],
    ),
    token(
        &secret("aiven_password", "Aiven password"),
        &["AVNS_"],
        &[Run(SLUG, 15, 32)],
        &[concat!("AV", "NS_7FMzlbWKp8WInUT")],
        &[concat!("AV", "NS_OvPFb12p")],
    ),
    token(
        &secret("openstack_token", "OpenStack token"),
        &["gAAAAA"],
        &[Run(PADDED, 100, 400)],
        &[concat!(
            "keystone gAA",
            "AAArLkIzxsIQSjsESzy7q1hSfyHi409egNfDSc72pcmOBAX0SZPuB8spieuU",
            "BmkJgdSWR3R6LZSc0TQRDDlUI5sW65B9MWNs39598Yj"
        )],
        &[concat!("keystone gAA", "AAAz6UE4PcyMuhDwNXxnwwza3kZAw0kKhLfewrcAuS3aNXi3rL2Mc")],
    )
    .near(&["token", "keystone", "openstack", "fernet"]),
];
