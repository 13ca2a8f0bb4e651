//! Services that run models.

use super::super::Detector;
use super::super::token::{
    ALNUM, BASE64, HEX, PADDING,
    Part::{Is, Run},
    SLUG, UUID, anchored, secret, token,
};

pub(super) static ROWS: &[Detector] = &[
    token(
        &secret("groq_key", "Groq key"),
        &["gsk_"],
        &[Run(ALNUM, 48, 60)],
        &[concat!("gs", "k_kgPoYqnCDoYzBKbftfOoXTZhQ8stzhe6SVI34Zwh8Xms9bmO")],
        &[concat!("gs", "k_xojRlO8f2NxmZQqDGcwWdLLj")],
    ),
    token(
        &secret("xai_key", "xAI key"),
        &["xai-"],
        &[Run(SLUG, 60, 120)],
        &[concat!("xa", "i-mk2Xty2Xa6BZNbrKIRaGSxoHYL9f6SN23dsP8KvZJLIke1qUFHqnb9REOSFH")],
        &[concat!("xa", "i-YPNxldN8s9WpnwKplr347a7tpDOe2U")],
    ),
    token(
        &secret("perplexity_key", "Perplexity key"),
        &["pplx-"],
        &[Run(ALNUM, 40, 64)],
        &[concat!("pp", "lx-khkI7m07qBBsTDD8aGDMx2SAU4Ree7NAw8MhdkW3")],
        &[concat!("pp", "lx-oAwdYYiDyXwdSu78e9KC")],
    ),
    token(
        &secret("replicate_token", "Replicate token"),
        &["r8_"],
        &[Run(ALNUM, 36, 44)],
        &[concat!("r", "8_4NGCvNsoGSr8UqyUy8cSTqtUnZUngRtfHXHA")],
        &[concat!("r", "8_VbtOsO2iEjkFlJg7a0")],
    ),
    token(
        &secret("huggingface_token", "Hugging Face token"),
        &["hf_", "api_org_"],
        &[Run(ALNUM, 30, 40)],
        &[
            concat!("h", "f_t850BHHHPWDMNU4leQci9JSL6ouMBx"),
            concat!("api_", "org_Zy3ExWyd9Bg56tOAa2IIi4qqhgjiYu"),
        ],
        &[concat!("api_", "org_65ykTZRspBfCLPH"), concat!(" xh", "f_PDjVARWiTSJK5INsJv5O3bdQgSc5ih")],
    ),
    token(
        &secret("cerebras_key", "Cerebras key"),
        &["csk-"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("cs", "k-RA8MgxW5ZmrL5FRpI9nEfSfw5bvi18aO4EsFI67k")],
        &[concat!("cs", "k-cLdvWqb9E6K8WMsWK81Z")],
    ),
    token(
        &secret("nvidia_key", "NVIDIA key"),
        &["nvapi-"],
        &[Run(SLUG, 56, 80)],
        &[concat!("nva", "pi-5A4GdkBAeGxWzFq1Csd652oVhJhffBP48wexjc7zCrzcH96HeXZiPiqF")],
        &[concat!("nva", "pi-TCA4SVM9ZwXnv31EsJe8HLAFB0Tc")],
    ),
    token(
        &secret("together_ai_key", "Together AI key"),
        &["tgp_v1_"],
        &[Run(SLUG, 40, 48)],
        &[concat!("tgp", "_v1_Re2ND2Eco2x0wuuMiBUjNg5hLlb43Ju38RdIu2i2")],
        &[concat!("tgp", "_v1_mjEwEzSkyZx7SmJQDFBC")],
    ),
    token(
        &secret("openrouter_key", "OpenRouter key"),
        &["sk-or-v1-"],
        &[Run(HEX, 60, 68)],
        &[concat!("sk-o", "r-v1-0295fab98f0d340b857972beb75e685e947ceafb20ee13aea54bc9c48755")],
        &[concat!("sk-o", "r-v1-c70a604344f2b21279020a7421eac3")],
    ),
    token(
        &secret("minimax_key", "MiniMax key"),
        &["sk-api-"],
        &[Run(SLUG, 100, 130)],
        &[concat!(
            "sk-",
            "api-yvmGTIN76L1sKPuxJ7OihbJ3FU2NtKgKvgUbSxj6DFvW75X5eLZlIiwU",
            "SM0qwLdh3MJRY9iWg5j73NyJd1r4ccGps0QEg9ocTfTO"
        )],
        &[concat!("sk-", "api-wG2FPPHy3Y5DIXnyJQAlO57FtrPSoS5j6boVpm5LH92u5P08SA")],
    ),
    token(
        &secret("model_service_key", "model service key"),
        &["sk-"],
        &[Run(SLUG, 46, 52)],
        &[concat!("s", "k-Oyu6hbktTwVuWe85YMY5yfW5f98HRd9UG1slgxUxWVyHW1")],
        &[concat!("s", "k-PRF2BmGHPGLv1fgDLtJGIof")],
    )
    .mixed(),
    token(
        &secret("elevenlabs_key", "ElevenLabs key"),
        &["sk_"],
        &[Run(HEX, 48, 48)],
        &[concat!("s", "k_8cc701e66c2f9d02c37744458d540c4d292cf6312de70342")],
        &[concat!("s", "k_ea36a7b8c57cd7139e0f05cb")],
    ),
    token(
        &secret("fireworks_key", "Fireworks key"),
        &["fw_"],
        &[Run(ALNUM, 22, 26)],
        &[concat!("f", "w_kn2OFdYnS7FIGuLQwquUmk")],
        &[concat!("f", "w_t4ForemDKi2")],
    )
    .mixed(),
    token(
        &secret("llama_cloud_key", "LlamaCloud key"),
        &["llx-"],
        &[Run(ALNUM, 40, 56)],
        &[concat!("ll", "x-jB4V7PWoKCCoCh7LS9sUs0KYGSU1UfRx33F1UWVQ")],
        &[concat!("ll", "x-X6I9WlRVnycsY02iZe88")],
    ),
    token(
        &secret("langsmith_key", "LangSmith key"),
        &["lsv2_pt_", "lsv2_sk_"],
        &[Run(HEX, 32, 32), Is("_"), Run(HEX, 10, 10)],
        &[concat!("lsv2", "_pt_b6d82cd07a079acf1be40892dd051177_29f6b666cb")],
        &[concat!("lsv2", "_pt_dbf504de0965c5dc8a06b9b6b3b")],
    ),
    token(
        &secret("langfuse_key", "Langfuse key"),
        &["sk-lf-", "pk-lf-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sk-", "lf-eaf755be-4eaa-709a-a805-3e9e2e6b0860")],
        &[concat!("sk-", "lf-e9dcde53-db12-0346")],
    ),
    token(
        &secret("voyage_ai_key", "Voyage AI key"),
        &["pa-"],
        &[Run(SLUG, 40, 48)],
        &[concat!("p", "a-oHfihMa91q0qI22ZbozmN2uUqkvsZMIR80SUyQJq")],
        &[concat!("p", "a-Jgr2cRZb3qp2iPhO7JOY")],
    )
    .mixed(),
    token(
        &secret("pinecone_key", "Pinecone key"),
        &["pcsk_"],
        &[Run(ALNUM, 5, 6), Is("_"), Run(ALNUM, 56, 70)],
        &[concat!("pc", "sk_8ajtn_bnNeKnWPq5MDLhSfZgLsogwN7xR7zvfSioWOIs94ic1JSjHdE1OlqESc")],
        &[concat!("pc", "sk_jAY5X_rSuaEQggqqA0Mf25bYVFW0KHExkq")],
    ),
    token(
        &secret("wandb_key", "Weights & Biases key"),
        &["wandb_v1_"],
        &[Run(SLUG, 60, 100)],
        &[concat!("wand", "b_v1_4sWJrrF79NgFWFUz9qv3qkMwFarNmHk4jMtp2UGkV2hT9QicaaAZxyHt1Xzj")],
        &[concat!("wand", "b_v1_oOUHeTxskhRk24tP7R4mEja9wMwkrN")],
    ),
    token(
        &secret("cursor_key", "Cursor key"),
        &["key_"],
        &[Run(HEX, 60, 68)],
        &[concat!("ke", "y_eadd7851666965f1ebd2ff3616478db0e03c9ca75b98768b8fd00edd076c")],
        &[concat!("ke", "y_1eb5fc59385048baa54e4a9ec63e47")],
    ),
    token(
        &secret("devin_key", "Devin key"),
        &["apk_user_", "apk_", "cog_"],
        &[Run(BASE64, 50, 200), Run(PADDING, 0, 2)],
        &[
            concat!("apk_", "user_jmiMlLQLIt8895loj7p41LO7FUoX3gC2GMRSCKQCOaGefwqyPo"),
            concat!("ap", "k_L8e405wo8X6BSC5lnDPoG5Xyg4AKpb4QIo9UDLgybBtWptA32b"),
        ],
        &[
            concat!("ap", "k_3hHfoJlNhIpwKUgCX2VxLY5dg"),
            concat!(" xapk_", "user_3o9a9QOosXwBvTJCWwqd8LbR7XUD1gNsWkWKhR8cILI8PJMOOx"),
        ],
    )
    .mixed(),
    token(
        &secret("cartesia_key", "Cartesia key"),
        &["sk_car_"],
        &[Run(SLUG, 20, 48)],
        &[concat!("sk_", "car_22lByI878uxjSdctB7t7")],
        &[concat!("sk_", "car_AlcGKOC3Il")],
    ),
    token(
        &secret("mem0_key", "Mem0 key"),
        &["m0-"],
        &[Run(ALNUM, 38, 44)],
        &[concat!("m", "0-UPkZ5PDoDSJMwKIoLDFsM9ccC4d5zDO5f8Nyo2")],
        &[concat!("m", "0-GQ4wG4uXKPS3hVtK5MH")],
    )
    .mixed(),
    token(
        &secret("runpod_key", "RunPod key"),
        &["rpa_"],
        &[Run(ALNUM, 38, 60)],
        &[concat!("rp", "a_nzqgcSscWevEv6SbCk64930Xg64xqSctD1J0pE")],
        &[concat!("rp", "a_Q7mpbH8UHP8Lbw9MqLd")],
    )
    .mixed(),
    token(
        &secret("anyscale_key", "Anyscale key"),
        &["esecret_"],
        &[Run(ALNUM, 20, 48)],
        &[concat!("esec", "ret_R62ZeycC73kFmRWfPG3a")],
        &[concat!("esec", "ret_Ziq8o4QVgs")],
    ),
    anchored(
        &secret("deepl_key", "DeepL key"),
        &[Run(UUID, 36, 36)],
        &[":fx"],
        &[],
        &[concat!("4685eb62-3733-1301-9058-805be9ceda33:", "fx")],
        &[concat!(" -48a5-ed7db3b4d06b:", "fx")],
    ),
    token(
        &secret("jina_key", "Jina key"),
        &["jina_"],
        &[Run(SLUG, 56, 70)],
        &[concat!("ji", "na_HIdQCY3wUbVmo9HCakrjIkDtIH4pZUDgtMcu8XF4jjHGZauPSsk8wwTO")],
        &[concat!("ji", "na_ZxKl6kOMUYQgX5YAb0T4xYp8QU5Z")],
    ),
    token(
        &secret("tavily_key", "Tavily key"),
        &["tvly-"],
        &[Run(SLUG, 28, 64)],
        &[concat!("tv", "ly-TMJmAGqRjkBxYBlV3X9Cx7MOMBog")],
        &[concat!("tv", "ly-s4XSnao55BQlYc")],
    ),
    token(
        &secret("firecrawl_key", "Firecrawl key"),
        &["fc-"],
        &[Run(HEX, 32, 32)],
        &[concat!("f", "c-d84b5ab6f428e7d1c87b00c018d73543")],
        &[concat!("f", "c-24ff71800142c8a6")],
    ),
    token(
        &secret("e2b_key", "E2B key"),
        &["e2b_"],
        &[Run(HEX, 40, 40)],
        &[concat!("e2", "b_13e6a6678a98121a400cbcfc0c45b49a7db1c450")],
        &[concat!("e2", "b_4475ffcac794e685c601")],
    ),
    token(
        &secret("browserbase_key", "Browserbase key"),
        &["bb_live_", "bb_test_"],
        &[Run(SLUG, 24, 48)],
        &[concat!("bb_l", "ive_6phvE2V62qaaJpPFiLljD8uC")],
        &[concat!("bb_l", "ive_Imns0NZ7D8Ja")],
    ),
];
