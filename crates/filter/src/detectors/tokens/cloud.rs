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
        &[concat!("AI", "zaIKpHiDQQNN4Qhm8FEQUvAOGZKqESD3eZdXG")],
        &[concat!("AI", "zaeicM3vWE3S1LAfJtGE")],
    ),
    token(
        &secret("google_api_key", "Google key"),
        &["AQ."],
        &[Run(SLUG, 40, 60)],
        &[concat!("A", "Q.x72icAlYppXIoPX9io92wL0PUwGFaK2xUSyhPrBT")],
        &[concat!("A", "Q.TnOn8QbFVlW3zOiX8dJ4")],
    )
    .mixed(),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["ya29."],
        &[Run(DOTTED, 20, 1500)],
        &[concat!("ya", "29.fggX4x6GyLHECF7rbbre")],
        &[concat!("ya", "29.DWoW6nCBX8")],
    ),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["1//0"],
        &[Run(SLUG, 40, 160)],
        &[concat!("1/", "/0SPDBo6o8pM8dE7EMWhgCu4gmxipfpqXFMxbbeshh")],
        &[concat!("1/", "/0aA2HqmPvkkT6Zd0s2HmH")],
    )
    .mixed(),
    token(
        &secret("google_client_secret", "Google client secret"),
        &["GOCSPX-"],
        &[Run(SLUG, 24, 32)],
        &[concat!("GOC", "SPX-BcetaSIf3BjjfkeLj3z5TIw8")],
        &[concat!("GOC", "SPX-Sz8K2sus8qIB")],
    ),
    token(
        &secret("aws_session_token", "AWS session token"),
        &["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
        &[Run(BASE64, 100, 2000), Run(PADDING, 0, 2)],
        &[concat!(
            "IQoJb3Jp",
            "Z2luX2VjkvhxNDysHaQWUn5G7RDNX1I93nv0XUlx6VZhCthvNJDDbEV6kddt",
            "6TPWL6cgKyaTIwOVE5mq1EMFcWjiF4s9sN2U0sWn2EU9VXjg"
        )],
        &[concat!("IQoJb3Jp", "Z2luX2VjD7FDegbna7XVaO1y4mGyZc6SlMNuAX52JxbGJwUYp7EaqUA5yg")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["ABSK"],
        &[Run(BASE64, 80, 280), Run(PADDING, 0, 2)],
        &[concat!(
            "AB",
            "SKEpsiSqSmbLbmA08jDkvZ8fBx3a5GrVkgbPhcq6eCtQsNGm0ko2Jn0PO3Qn",
            "WBJJmGmW1Jygh8iAlUrcbL"
        )],
        &[concat!("AB", "SKy1gFE33zSKgUWXI5iNdAPUpn96xo8IjFwRW3fomV")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["bedrock-api-key-"],
        &[Run(BASE64, 24, 2000), Run(PADDING, 0, 2)],
        &[concat!("bedrock-", "api-key-hVVlWaumGk4ZAzrdXuUBlj3B")],
        &[concat!("bedrock-", "api-key-izStGdJlX7ER")],
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
        &[concat!("amzn", ".mws.6h5sodfq-tlis-qnxz-3usd-vs6pjq7mrl6c")],
        &[concat!("amzn", ".mws.hc9j9u2l-wb58-opqj-c1jk-cbzybm")],
    ),
    token(
        &secret("aws_appsync_key", "AWS AppSync key"),
        &["da2-"],
        &[Run(LOWER, 26, 26)],
        &[concat!("da", "2-tojeg8623ko62r2ru1ygzgiros")],
        &[concat!("da", "2-mpjvdf01wxwo1")],
    )
    .mixed(),
    anchored(
        &secret("azure_client_secret", "Azure client secret"),
        &[Run(DIGIT, 1, 1), Run(AZURE, 3, 3)],
        &["Q~"],
        &[Run(AZURE, 31, 35)],
        &[concat!("secret nLN1Q", "~p4mEL3Cm7GCO7nzfwGtUoUq2bZuMLJT")],
        &["image~Q~plain"],
    ),
    token(
        &secret("azure_storage_key", "Azure storage key"),
        &["AccountKey=", "accountkey=", "accountKey="],
        &[Run(BASE64, 60, 88), Run(PADDING, 0, 2)],
        &[concat!("Accou", "ntKey=Yn255aRxyLt8neAMcp0o2SSlg7aYaEhahgsiLsI5ZewC5fROr4ba2vROfnfO")],
        &[concat!("Accou", "ntKey=Se4XGX3Mc59Xo3nnNOcovObFSHwTxp")],
    ),
    token(
        &secret("azure_shared_access_key", "Azure access key"),
        &["SharedAccessKey=", "sharedaccesskey=", "SharedSecretValue="],
        &[Run(BASE64, 32, 90), Run(PADDING, 0, 2)],
        &[concat!("SharedAc", "cessKey=zWx9wM0roNt8ADLr01iyeWxQsO84KMhq")],
        &[concat!("SharedAc", "cessKey=eFvf2i6RZL6AeiHw")],
    ),
    token(
        &secret("azure_app_configuration_secret", "Azure configuration secret"),
        &[";Secret=", ";secret="],
        &[Run(BASE64, 32, 100), Run(PADDING, 0, 2)],
        &[concat!(";Sec", "ret=IHXFntuwNAsCZ6ZcDjU5jPLavPWtz1ip")],
        &[concat!(";Sec", "ret=hwNwF85QlDTn83a9")],
    ),
    anchored(
        &secret("azure_service_key", "Azure key"),
        &[Run(BASE64, 26, 84)],
        &["+ASt", "+ABa", "+ACR", "+APIM", "ACDb", "AzFu", "AzSe", "AzCa", "AIoT", "JQQJ99"],
        &[Run(BASE64, 3, 60), Run(PADDING, 0, 2)],
        &[concat!("key 206ejuBjqz9Iuq5jjdCoRpGMT6+A", "StMpN")],
        &[concat!("key HAJl25OXfk9DC3PMyp9DOjdmjt+A", "St6r")],
    ),
    token(
        &secret("azure_sas_token", "Azure access signature"),
        &["sig="],
        &[Run(PERCENT, 40, 60), Run(PADDING, 0, 2)],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=a2ka0noFkci4FG2ToNIMJ3tCEn3eTgNpzT7UNUNP")],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=Yje2R71LKfmmb57j8yd8")],
    )
    .near(&["sv", "se", "sp", "sr", "srt", "windows"]),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["LTAI"],
        &[Run(ALNUM, 12, 24)],
        &[concat!("LT", "AIptEOgbut1gt4")],
        &[concat!("LT", "AIhYneq5")],
    )
    .mixed(),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["STS."],
        &[Run(ALNUM, 16, 64)],
        &[concat!("ST", "S.sKB1f6Rf6tuD591d")],
        &[concat!("ST", "S.s2NEkLx4")],
    )
    .mixed(),
    token(
        &secret("alibaba_security_token", "Alibaba Cloud token"),
        &["CAIS"],
        &[Run(BASE64, 24, 1000), Run(PADDING, 0, 2)],
        &[concat!("CA", "ISOmu1dKsTKbrT74IByncqPTB6")],
        &[concat!("CA", "IS6KqGgEwVibSu")],
    )
    .mixed(),
    token(
        &secret("digitalocean_token", "DigitalOcean token"),
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        &[Run(HEX, 63, 64)],
        &[
            concat!("dop", "_v1_6b54bcb7d7f151b3b7b954d8c040eed01e5dec681631c78be2dadafb17755e7"),
            concat!("doo", "_v1_495d38dd71ea2f7be623a784c2f75ff5e110d7c7eb443655c518569cb2e0fc1"),
        ],
        &[
            concat!("doo", "_v1_b0f62e3b5993aae7805475920f35122e"),
            concat!(" xdop", "_v1_644eac6671ebef3bded35459047217f453446aa70198755cd50511e463d9fe7"),
        ],
    ),
    token(
        &secret("cloudflare_token", "Cloudflare token"),
        &["cfat_", "cfut_", "cfk_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("cf", "at_ph2hFQyqp3SKaWmfVWTI7nLP0gRKgSjAnuoFseSz")],
        &[concat!("cf", "at_XSdoQMBiAxxHWH3QYsQ7")],
    ),
    token(
        &secret("cloudflare_origin_ca_key", "Cloudflare origin key"),
        &["v1.0-"],
        &[Run(HEX, 24, 24), Is("-"), Run(HEX, 146, 146)],
        &[concat!(
            "v1",
            ".0-211c587968714c1de79f2337-c1ddcfd140c3d1ddf252fb15c2d9a896",
            "5ba5e396a9d70aa5d98c7976d7539f5ae2d7c9cb4d3906f4017a3ce24a7a",
            "6e1c52af08f21cb56e01a1634f8e57870b4af91cccab4f92d2bbc1"
        )],
        &[concat!(
            "v1",
            ".0-de562d6d244b32ca92f37099-7b5125b1c760bc7c40a236056f1f4ae7",
            "4132e5353507baf97eab618acb8f411167b90aaae"
        )],
    ),
    token(
        &secret("heroku_key", "Heroku key"),
        &["HRKU-"],
        &[Run(SLUG, 56, 64)],
        &[concat!("HR", "KU-e0GmC8DGww4OxTKnYLyckozmSN1cCklKViwQBwoe7soASMEXfJpbkDsF")],
        &[concat!("HR", "KU-TjxeOiqDP4BwN4RqApdaJYVjYvFU")],
    ),
    token(
        &secret("scalingo_token", "Scalingo token"),
        &["tk-us-"],
        &[Run(SLUG, 44, 52)],
        &[concat!("tk-", "us-8g4hg0ZzF6zwp91ECBsH9t7sVyjPM40cAfhr37b1ribF")],
        &[concat!("tk-", "us-RdFSzMAhhDB2Le3MQ1Hkv5")],
    ),
    token(
        &secret("exoscale_key", "Exoscale key"),
        &["EXO"],
        &[Run(ALNUM, 24, 30)],
        &[concat!("E", "XOfqhWYYmYccFt6Ak7bXJD0It0")],
        &[concat!("E", "XOxX6c7ankf40l")],
    )
    .mixed(),
    token(
        &secret("upcloud_token", "UpCloud token"),
        &["ucat_"],
        &[Run(ALNUM, 24, 32)],
        &[concat!("uc", "at_owxcDZFVHnt2QFCD8lCDupaw")],
        &[concat!("uc", "at_2kaR1aaaI4xI")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["fo1_"],
        &[Run(SLUG, 43, 43)],
        &[concat!("fo", "1_ebGxiOAE8MEQGZGzN6Ust75CKiW0amBQlW9SHWvSUqr")],
        &[concat!("fo", "1_N73FeOZiMGSZ7691cTXFpw")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["FlyV1 ", "fm1a_", "fm1r_", "fm2_", "flyv1 "],
        &[Run(DOTTED, 80, 2000)],
        &[concat!(
            "Fly",
            "V1 qvTpahmTvpvTQ3B2JvEpsIUXVRTjAk6alnlOJs5sl9ZWj9BwdvWmYmmya",
            "yfo2i4VwAy3kA9xybXQEDmg"
        )],
        &[concat!("Fly", "V1 7tJ5WHh2HnUkr2Xvi5D4igNCkJA6Ydn1SpyWSp26")],
    ),
    token(
        &secret("vercel_token", "Vercel token"),
        &["vcp_", "vci_", "vca_", "vcr_", "vck_"],
        &[Run(SLUG, 54, 60)],
        &[concat!("vc", "p_NzJk5tq1cel0N4BMBT3ae0Yr64w5ptezwXNBYZAibpjknX7f5BO94X")],
        &[concat!("vc", "p_ErOdWOsXEn9OygpSRbngsOXOZHD")],
    ),
    token(
        &secret("netlify_token", "Netlify token"),
        &["nfp_", "nfc_", "nfo_", "nfb_", "nfu_"],
        &[Run(ALNUM, 36, 44)],
        &[concat!("nf", "p_XA0LdSCeZ0FXPxGPio0k0y2FcVGiMvsDb2HM")],
        &[concat!("nf", "p_rF4y7lNDlfHz5xbqZX")],
    ),
    token(
        &secret("render_key", "Render key"),
        &["rnd_"],
        &[Run(ALNUM, 26, 34)],
        &[concat!("rn", "d_A6AP27bLFR18JJNhXcAKd2o06X")],
        &[concat!("rn", "d_wH8yAtj4XLkpG")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-"],
        &[Maybe(&[Run(LOWER, 3, 10), Is("-")]), Run(ALNUM, 8, 24), Is("-"), Run(ALNUM, 16, 60)],
        &[concat!("tsk", "ey-uWc223n3-fOpkQWsW9MwnP34s")],
        &[concat!("tsk", "ey-1tP6EU7F-AxQT9azU")],
    ),
    token(
        &secret("defined_networking_key", "Defined Networking key"),
        &["dnkey-"],
        &[Run(PADDED, 26, 26), Is("-"), Run(PADDED, 52, 52)],
        &[concat!(
            "dnk",
            "ey-mjnB8pEaXrZ5c9ctx5UoTgogP8-pJmC06rxJwAO9BZ9ibzmHG5cvIAdar",
            "uewbz2KGKTvoRlVP2KlS28"
        )],
        &[concat!("dnk", "ey-V7uwJikdfDT3iC8uPnX4Jh0vui-bgu0gRKEmdqy7HYtenZWgxf9DW")],
    ),
    token(
        &secret("openshift_token", "OpenShift token"),
        &["sha256~"],
        &[Run(SLUG, 43, 43)],
        &[concat!("sha", "256~Y4wLLQFKTQ8ZFVuGRD591SKbSO9Wi2Gsde5jxgUath5")],
        &[concat!("sha", "256~WKbju01SLegxbCsH5I8GAi")],
    ),
    token(
        &secret("yandex_token", "Yandex token"),
        &["t1."],
        &[Run(SLUG, 1, 500), Run(PADDING, 0, 2), Is("."), Run(SLUG, 86, 86), Run(PADDING, 0, 2)],
        &[concat!(
            "t",
            "1.e.e9MQiW2O8CNKWuTyLuF08G0MxnZhJpr94feshPG68rVNp5hk91Gamfvo",
            "gR49AiKb6r5aLdxRj1BOz8ETZ3EMHM"
        )],
        &[concat!("t", "1.1.LIlmkwwYBEqR8WztIdCJ7IKnZEG8MBV1r3YRg7lYAaW")],
    ),
    token(
        &secret("yandex_key", "Yandex key"),
        &["AQVN"],
        &[Run(SLUG, 35, 38)],
        &[concat!("AQ", "VNe0BnMBtagfeFCvyxNkA0QRg042YxZ9mIsR1")],
        &[concat!("AQ", "VN4FnalFMIp8cDNRMHnC")],
    )
    .mixed(),
    token(
        &secret("yandex_key", "Yandex key"),
        &[" YC", "=YC", "\"YC", "'YC", ":YC", "`YC", ">YC"],
        &[Run(SLUG, 38, 38)],
        &[concat!(" ", "YCRgzEtiygAqONk7I8bFhxgQE49mc52VUk3LHdz3")],
        &[concat!(" ", "YCXZrM33If4o0k5HcAtga")],
    )
    .mixed(),
    token(
        &secret("yandex_token", "Yandex token"),
        &["y0_"],
        &[Run(SLUG, 50, 60)],
        &[concat!("y", "0_Lw0zf7Xvwfs16KoV7tXRpf63yWfv1wiEQikb3PG3p8ifK7yazU")],
        &[concat!("y", "0_J882xHK6FbFOIaUaDri9k2jSw")],
    ),
    token(
        &secret("aiven_password", "Aiven password"),
        &["AVNS_"],
        &[Run(SLUG, 15, 32)],
        &[concat!("AV", "NS_Kp8WInUTOvPFb12")],
        &[concat!("AV", "NS_IQSjsESz")],
    ),
    token(
        &secret("openstack_token", "OpenStack token"),
        &["gAAAAA"],
        &[Run(PADDED, 100, 400)],
        &[concat!(
            "gAA",
            "AAAyHi409egNfDSc72pcmOBAX0SZPuB8spieuUBmkJgdSWR3R6LZSc0TQRDD",
            "lUI5sW65B9MWNs39598Yjz6UE4PcyMuhDwNXxnwwza3"
        )],
        &[concat!("gAA", "AAAkZAw0kKhLfewrcAuS3aNXi3rL2McudO8HucvjC2h1fk1YGm7gV")],
    )
    .near(&["token", "keystone", "openstack", "fernet", "x-auth-token"]),
];
