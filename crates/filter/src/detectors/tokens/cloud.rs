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
        &[concat!("AI", "zaoW6nCBX8kR8gOqoBfKSPDBo6o8pM8dE7EMW")],
        &[concat!("AI", "zahgCu4gmxipfpqXFMxb")],
    ),
    token(
        &secret("google_api_key", "Google key"),
        &["AQ."],
        &[Run(SLUG, 40, 60)],
        &[concat!("A", "Q.Zd0s2HmHmoj8nqbwWQPPDggse7gOBcetaSIf3Bjj")],
        &[concat!("A", "Q.fkeLj3z5TIw8Sz8K2sus")],
    )
    .mixed(),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["ya29."],
        &[Run(DOTTED, 20, 1500)],
        &[concat!("ya", "29.NDysHaQWUn5G7RDNX1I9")],
        &[concat!("ya", "29.3nv0XUlx6V")],
    ),
    token(
        &secret("google_oauth_token", "Google sign-in token"),
        &["1//0"],
        &[Run(SLUG, 40, 160)],
        &[concat!("1/", "/0bEV6kddt6TPWL6cgKyaTIwOVE5mq1EMFcWjiF4s9")],
        &[concat!("1/", "/0sN2U0sWn2EU9VXjgD7FD")],
    )
    .mixed(),
    token(
        &secret("google_client_secret", "Google client secret"),
        &["GOCSPX-"],
        &[Run(SLUG, 24, 32)],
        &[concat!("GOC", "SPX-lMNuAX52JxbGJwUYp7EaqUA5")],
        &[concat!("GOC", "SPX-5Q7kkX8icrsQ")],
    ),
    token(
        &secret("aws_session_token", "AWS session token"),
        &["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
        &[Run(BASE64, 100, 2000), Run(PADDING, 0, 2)],
        &[concat!(
            "IQoJb3Jp",
            "Z2luX2Vjt6MyEpsiSqSmbLbmA08jDkvZ8fBx3a5GrVkgbPhcq6eCtQsNGm0k",
            "o2Jn0PO3QnWBJJmGmW1Jygh8iAlUrcbLy1gFE33zSKgUWXI5"
        )],
        &[concat!("IQoJb3Jp", "Z2luX2VjiNdAPUpn96xo8IjFwRW3fomV80RB81dlmCXUm1ruRaSjvjODH6")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["ABSK"],
        &[Run(BASE64, 80, 280), Run(PADDING, 0, 2)],
        &[concat!(
            "AB",
            "SKdJhXOjvP4OdKgt08H2z6zf6S1ODnyF0Q0qlT3L8IS6oQNXmZd0U1S4Dq1V",
            "5xySsgP9oJQkhMRLygCzRU"
        )],
        &[concat!("AB", "SKRYHWMVH8Cj6ozJjzqUcpLkWBqxfwi4OPQklJCbJK")],
    ),
    token(
        &secret("aws_bedrock_key", "Amazon Bedrock key"),
        &["bedrock-api-key-"],
        &[Run(BASE64, 24, 2000), Run(PADDING, 0, 2)],
        &[concat!("bedrock-", "api-key-cR2U15b2x2oYo63GnZ7GItRs")],
        &[concat!("bedrock-", "api-key-OSM0qP6JVDpF")],
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
        &[concat!("amzn", ".mws.1wt5v7q0-jtg8-6jln-felc-gco5guu1zmlj")],
        &[concat!("amzn", ".mws.ty0rl4am-2ss6-0y0e-7076-8liz4c")],
    ),
    token(
        &secret("aws_appsync_key", "AWS AppSync key"),
        &["da2-"],
        &[Run(LOWER, 26, 26)],
        &[concat!("da", "2-o55os4xgxm2xno2o1fsht7wlv9")],
        &[concat!("da", "2-79ge6vot6ezg1")],
    )
    .mixed(),
    anchored(
        &secret("azure_client_secret", "Azure client secret"),
        &[Run(DIGIT, 1, 1), Run(AZURE, 3, 3)],
        &["Q~"],
        &[Run(AZURE, 31, 35)],
        &[concat!("secret hqe1Q", "~vf2i6RZL6AeiHwWEC0YuSHen5YEWt3I")],
        &["image~Q~plain"],
    ),
    token(
        &secret("azure_storage_key", "Azure storage key"),
        &["AccountKey=", "accountkey=", "accountKey="],
        &[Run(BASE64, 60, 88), Run(PADDING, 0, 2)],
        &[concat!("Accou", "ntKey=HXFntuwNAsCZ6ZcDjU5jPLavPWtz1iphwNwF85QlDTn83a9Bgtd0aueF7t0U")],
        &[concat!("Accou", "ntKey=DCh206ejuBjqz9Iuq5jjdCoRpGMT6M")],
    ),
    token(
        &secret("azure_shared_access_key", "Azure access key"),
        &["SharedAccessKey=", "sharedaccesskey=", "SharedSecretValue="],
        &[Run(BASE64, 32, 90), Run(PADDING, 0, 2)],
        &[concat!("SharedAc", "cessKey=za2ka0noFkci4FG2ToNIMJ3tCEn3eTgN")],
        &[concat!("SharedAc", "cessKey=pzT7UNUNPYje2R71")],
    ),
    token(
        &secret("azure_app_configuration_secret", "Azure configuration secret"),
        &[";Secret=", ";secret="],
        &[Run(BASE64, 32, 100), Run(PADDING, 0, 2)],
        &[concat!(";Sec", "ret=iwYX5rX5kTLqEAdAmfMnZnkuSB9rlDDa")],
        &[concat!(";Sec", "ret=SUlWULLKbptEOgbu")],
    ),
    anchored(
        &secret("azure_service_key", "Azure key"),
        &[Run(BASE64, 26, 84)],
        &["+ASt", "+ABa", "+ACR", "+APIM", "ACDb", "AzFu", "AzSe", "AzCa", "AIoT", "JQQJ99"],
        &[Run(BASE64, 3, 60), Run(PADDING, 0, 2)],
        &[concat!("key qhYneq5niNOx1sKB1f6Rf6tuD5+A", "St91d")],
        &[concat!("key W5OQMBULanjnZtsqG8hFxPDvSp+A", "StEs")],
    ),
    token(
        &secret("azure_sas_token", "Azure access signature"),
        &["sig="],
        &[Run(PERCENT, 40, 60), Run(PADDING, 0, 2)],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=IAys2NEkLx4mA1a51VnOmu1dKsTKbrT74IByncqP")],
        &[concat!("sv=2024-11-04&se=2027-01-01&sp=r& si", "g=TB66KqGgEwVibSubOu2Y")],
    )
    .near(&["sv", "se", "sp", "sr", "srt", "windows"]),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["LTAI"],
        &[Run(ALNUM, 12, 24)],
        &[concat!("LT", "AI3aPfCxLv4CXG")],
        &[concat!("LT", "AI8asqAC")],
    )
    .mixed(),
    token(
        &secret("alibaba_access_key", "Alibaba Cloud key"),
        &["STS."],
        &[Run(ALNUM, 16, 64)],
        &[concat!("ST", "S.y1YuvnMmQC99NHrp")],
        &[concat!("ST", "S.urISKbvu")],
    )
    .mixed(),
    token(
        &secret("alibaba_security_token", "Alibaba Cloud token"),
        &["CAIS"],
        &[Run(BASE64, 24, 1000), Run(PADDING, 0, 2)],
        &[concat!("CA", "IS2mODd1h4VE8foOW16dNzEmiH")],
        &[concat!("CA", "IS0UOp2Qgn3iIw")],
    )
    .mixed(),
    token(
        &secret("digitalocean_token", "DigitalOcean token"),
        &["dop_v1_", "doo_v1_", "dor_v1_"],
        &[Run(HEX, 63, 64)],
        &[
            concat!("dop", "_v1_5e110d7c7eb443655c518569cb2e0fc1b0f62e3b5993aae7805475920f35122"),
            concat!("doo", "_v1_eeb74fc4837761b8f18facde0125b536644eac6671ebef3bded35459047217f"),
        ],
        &[
            concat!("doo", "_v1_453446aa70198755cd50511e463d9fe7"),
            concat!(" xdop", "_v1_c81b709b2d1211c587968714c1de79f2337c1ddcfd140c3d1ddf252fb15c2d9"),
        ],
    ),
    token(
        &secret("cloudflare_token", "Cloudflare token"),
        &["cfat_", "cfut_", "cfk_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("cf", "at_gUyQ5TNKuXp7upULmndGSMVSxbOAnVVjL7bqz1jq")],
        &[concat!("cf", "at_jT2RYPTPwN8biPgKkyHT")],
    ),
    token(
        &secret("cloudflare_origin_ca_key", "Cloudflare origin key"),
        &["v1.0-"],
        &[Run(HEX, 24, 24), Is("-"), Run(HEX, 146, 146)],
        &[concat!(
            "v1",
            ".0-9cb4d3906f4017a3ce24a7a6-e1c52af08f21cb56e01a1634f8e57870",
            "b4af91cccab4f92d2bbc1de562d6d244b32ca92f370997b5125b1c760bc7",
            "c40a236056f1f4ae74132e5353507baf97eab618acb8f411167b90"
        )],
        &[concat!(
            "v1",
            ".0-aaaefd201ab97d7cd47ffcce-000dcfa393b67e88830133f3d19ab2e5",
            "5023e4899392a44cc778bf3113795c5e96e15a80f"
        )],
    ),
    token(
        &secret("heroku_key", "Heroku key"),
        &["HRKU-"],
        &[Run(SLUG, 56, 64)],
        &[concat!("HR", "KU-30X0rMChxfqhWYYmYccFt6Ak7bXJD0It0xX6c7ankf40lgyqJip3dx24")],
        &[concat!("HR", "KU-VowxcDZFVHnt2QFCD8lCDupaw2ka")],
    ),
    token(
        &secret("scalingo_token", "Scalingo token"),
        &["tk-us-"],
        &[Run(SLUG, 44, 52)],
        &[concat!("tk-", "us-E8MEQGZGzN6Ust75CKiW0amBQlW9SHWvSUqrN73FeOZi")],
        &[concat!("tk-", "us-MGSZ7691cTXFpwTAEe6Ulh")],
    ),
    token(
        &secret("exoscale_key", "Exoscale key"),
        &["EXO"],
        &[Run(ALNUM, 24, 30)],
        &[concat!("E", "XOpvTQ3B2JvEpsIUXVRTjAk6al")],
        &[concat!("E", "XOnlOJs5sl9ZWj")],
    )
    .mixed(),
    token(
        &secret("upcloud_token", "UpCloud token"),
        &["ucat_"],
        &[Run(ALNUM, 24, 32)],
        &[concat!("uc", "at_yfo2i4VwAy3kA9xybXQEDmg7")],
        &[concat!("uc", "at_tJ5WHh2HnUkr")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["fo1_"],
        &[Run(SLUG, 43, 43)],
        &[concat!("fo", "1_JA6Ydn1SpyWSp26JtdepZG8WgEWq3HYb3tkK2I8ddQC")],
        &[concat!("fo", "1_g18biQ3p5VubNzJk5tq1ce")],
    ),
    token(
        &secret("fly_io_token", "Fly.io token"),
        &["FlyV1 ", "fm1a_", "fm1r_", "fm2_", "flyv1 "],
        &[Run(DOTTED, 80, 2000)],
        &[concat!(
            "Fly",
            "V1 zwXNBYZAibpjknX7f5BO94XErOdWOsXEn9OygpSRbngsOXOZHDBiuVUqm",
            "205u0MTdGHz8oplhj59GXA0"
        )],
        &[concat!("Fly", "V1 LdSCeZ0FXPxGPio0k0y2FcVGiMvsDb2HMrF4y7lN")],
    ),
    token(
        &secret("vercel_token", "Vercel token"),
        &["vcp_", "vci_", "vca_", "vcr_", "vck_"],
        &[Run(SLUG, 54, 60)],
        &[concat!("vc", "p_8JJNhXcAKd2o06XwH8yAtj4XLkpG2hbEiI3ygg4EeY8JEHblpNBZbu")],
        &[concat!("vc", "p_UWRuWc223n3fOpkQWsW9MwnP34s")],
    ),
    token(
        &secret("netlify_token", "Netlify token"),
        &["nfp_", "nfc_", "nfo_", "nfb_", "nfu_"],
        &[Run(ALNUM, 36, 44)],
        &[concat!("nf", "p_WgUSqAxQT9azUdP0L9KpOmjnB8pEaXrZ5c9c")],
        &[concat!("nf", "p_tx5UoTgogP8pJmC06r")],
    ),
    token(
        &secret("render_key", "Render key"),
        &["rnd_"],
        &[Run(ALNUM, 26, 34)],
        &[concat!("rn", "d_IAdaruewbz2KGKTvoRlVP2KlS2")],
        &[concat!("rn", "d_8V7uwJikdfDT3")],
    )
    .mixed(),
    token(
        &secret("tailscale_key", "Tailscale key"),
        &["tskey-"],
        &[Maybe(&[Run(LOWER, 3, 10), Is("-")]), Run(ALNUM, 8, 24), Is("-"), Run(ALNUM, 16, 60)],
        &[concat!("tsk", "ey-91SKbSO9-Wi2Gsde5jxgUath5")],
        &[concat!("tsk", "ey-WKbju01S-LegxbCsH")],
    ),
    token(
        &secret("defined_networking_key", "Defined Networking key"),
        &["dnkey-"],
        &[Run(PADDED, 26, 26), Is("-"), Run(PADDED, 52, 52)],
        &[concat!(
            "dnk",
            "ey-QoCuU3ERGQPoEeeRSlFee9MQiW-2O8CNKWuTyLuF08G0MxnZhJpr94fes",
            "hPG68rVNp5hk91GamfvogR"
        )],
        &[concat!("dnk", "ey-49AiKb6r5aLdxRj1BOz8ETZ3EM-HM1LIlmkwwYBEqR8WztIdCJ7IK")],
    ),
    token(
        &secret("openshift_token", "OpenShift token"),
        &["sha256~"],
        &[Run(SLUG, 43, 43)],
        &[concat!("sha", "256~ZEeN5pvaPSDz6pvcYDIhNu4mlW4tiLtOnH7hke0BnMB")],
        &[concat!("sha", "256~tagfeFCvyxNkA0QRg042Yx")],
    ),
    token(
        &secret("yandex_token", "Yandex token"),
        &["t1."],
        &[Run(SLUG, 1, 500), Run(PADDING, 0, 2), Is("."), Run(SLUG, 86, 86), Run(PADDING, 0, 2)],
        &[concat!(
            "t",
            "1.M.HnCuDYvFvyzpH4KMi9fXRgzEtiygAqONk7I8bFhxgQE49mc52VUk3LHd",
            "z3XZrM33If4o0k5HcAtga4a7jXLy0x"
        )],
        &[concat!("t", "1.X.T0UZiYK1PLw0zf7Xvwfs16KoV7tXRpf63yWfv1wiEQi")],
    ),
    token(
        &secret("yandex_key", "Yandex key"),
        &["AQVN"],
        &[Run(SLUG, 35, 38)],
        &[concat!("AQ", "VNuDQbhvW0EevswIbdSbyBkSwWyxVOJXD7FMz")],
        &[concat!("AQ", "VNlbWKp8WInUTOvPFb12")],
    )
    .mixed(),
    token(
        &secret("yandex_key", "Yandex key"),
        &[" YC", "=YC", "\"YC", "'YC", ":YC", "`YC", ">YC"],
        &[Run(SLUG, 38, 38)],
        &[concat!(" ", "YCSjsESzy7q1hSfyHi409egNfDSc72pcmOBAX0SZ")],
        &[concat!(" ", "YCPuB8spieuUBmkJgdSWR")],
    )
    .mixed(),
    token(
        &secret("yandex_token", "Yandex token"),
        &["y0_"],
        &[Run(SLUG, 50, 60)],
        &[concat!("y", "0_65B9MWNs39598Yjz6UE4PcyMuhDwNXxnwwza3kZAw0kKhLfewr")],
        &[concat!("y", "0_cAuS3aNXi3rL2McudO8HucvjC")],
    ),
    token(
        &secret("aiven_password", "Aiven password"),
        &["AVNS_"],
        &[Run(SLUG, 15, 32)],
        &[concat!("AV", "NS_v5WY8c72xJsU3Vl")],
        &[concat!("AV", "NS_oWU39CvD")],
    ),
    token(
        &secret("openstack_token", "OpenStack token"),
        &["gAAAAA"],
        &[Run(PADDED, 100, 400)],
        &[concat!(
            "keystone gAA",
            "AAAVjyhV9otSZ9X7Hg4yJX6DHz20Cj080tfAVA3MtprwHkrY4eaRHg4GstMP",
            "6axgupAy4OAeHejsieulLXvnddepjv683e1b1Gb7uk5"
        )],
        &[concat!("keystone gAA", "AAAADlyI95L5HRZQcDn7Sv06BCyscqR63DWu31bB0cXBvUqTmiADm")],
    )
    .near(&["token", "keystone", "openstack", "fernet"]),
    token(
        &secret("castai_key", "Cast AI key"),
        &["castai_v1_"],
        &[Run(LOWER, 64, 64), Is("_"), Run(LOWER, 8, 8)],
        &[concat!(
            "casta",
            "i_v1_wz7ved2rr24nbyukgayambhplvw73l1p93afeyqt7xzes6lgarae0c9",
            "8lbkae44i_9rh8309t"
        )],
        &[concat!("casta", "i_v1_3wc2ihitupxpfnj0yx2g6rg5d9ef66g51lekg8ttz")],
    ),
    token(
        &secret("adafruit_key", "Adafruit key"),
        &["aio_"],
        &[Run(ALNUM, 26, 32)],
        &[concat!("ai", "o_TeZGVvvogDIyKqX44bm2k8lWcd")],
        &[concat!("ai", "o_xGJ9RZr7moywj")],
    )
    .mixed(),
    // Its API takes the key as a part of the address.
    token(
        &secret("softlayer_key", "SoftLayer key"),
        &["softlayer.com"],
        &[
            Maybe(&[Is(":"), Run(DIGIT, 2, 5)]),
            Is("/"),
            Run(LOWER, 3, 8),
            Is("/v3"),
            Maybe(&[Is(".1")]),
            Is("/"),
            Run(HEX, 32, 64),
        ],
        &[concat!("https://api.softlayer.com/rest/v3.1/", "7c1f09b2e85d4a367c1f09b2e85d4a36")],
        &["https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getObject.json"],
    ),
];
