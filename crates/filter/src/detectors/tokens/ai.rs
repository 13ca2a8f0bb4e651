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
        &secret("elevenlabs_key", "ElevenLabs key"),
        &["sk_"],
        &[Run(HEX, 48, 48)],
        &[concat!("s", "k_7d9abfc6cfbf38ea3aba3b782033735f15434f3cb8fecb37")],
        &[concat!("s", "k_f8cc701e66c2f9d02c377444")],
    ),
    token(
        &secret("fireworks_key", "Fireworks key"),
        &["fw_"],
        &[Run(ALNUM, 22, 26)],
        &[concat!("f", "w_Fn8n6dUk7GNU5kOWRmjZ5L")],
        &[concat!("f", "w_wOZ8bwPvDsv")],
    )
    .mixed(),
    token(
        &secret("llama_cloud_key", "LlamaCloud key"),
        &["llx-"],
        &[Run(ALNUM, 40, 56)],
        &[concat!("ll", "x-kKYtWBPThIOYRtgmeLNMJBgmnnEOojeg5Ys5sYiC")],
        &[concat!("ll", "x-4Oh7DKn32FFkn2OFdYnS")],
    ),
    token(
        &secret("langsmith_key", "LangSmith key"),
        &["lsv2_pt_", "lsv2_sk_"],
        &[Run(HEX, 32, 32), Is("_"), Run(HEX, 10, 10)],
        &[concat!("lsv2", "_pt_15c7c830a7b511159a5c39aaf82aba8b_4b8aeccf7a")],
        &[concat!("lsv2", "_pt_8e381fb6d82cd07a079acf1be40")],
    ),
    token(
        &secret("langfuse_key", "Langfuse key"),
        &["sk-lf-", "pk-lf-"],
        &[Run(UUID, 36, 36)],
        &[concat!("sk-", "lf-04de0965-c5dc-8a06-b9b6-b3b3c4421d5b")],
        &[concat!("sk-", "lf-ba5dffea-f755-be4e")],
    ),
    token(
        &secret("voyage_ai_key", "Voyage AI key"),
        &["pa-"],
        &[Run(SLUG, 40, 48)],
        &[concat!("p", "a-9NzXBRkN2B2wrqc400SaZ6t56rb8wmciKpGagynX")],
        &[concat!("p", "a-CtEBHJNmOMIAkRbLofaa")],
    )
    .mixed(),
    token(
        &secret("pinecone_key", "Pinecone key"),
        &["pcsk_"],
        &[Run(ALNUM, 5, 6), Is("_"), Run(ALNUM, 56, 70)],
        &[concat!("pc", "sk_oHfih_Ma91q0qI22ZbozmN2uUqkvsZMIR80SUyQJqJgr2cRZb3qp2iPhO7JOYW")],
        &[concat!("pc", "sk_U0abr_oXf6lvTNfXAUGd8ajtnbnNeKnWPq")],
    ),
    token(
        &secret("wandb_key", "Weights & Biases key"),
        &["wandb_v1_"],
        &[Run(SLUG, 60, 100)],
        &[concat!("wand", "b_v1_s94ic1JSjHdE1OlqEScjAY5XrSuaEQggqqA0Mf25bYVFW0KHExkqlWaDhq3e")],
        &[concat!("wand", "b_v1_CstChHNl4fbYgIr12Itl4sWJrrF79N")],
    ),
    token(
        &secret("cursor_key", "Cursor key"),
        &["key_"],
        &[Run(HEX, 60, 68)],
        &[concat!("ke", "y_a98edd0c3b7a3f98782d66345b32f54b7e740eadd7851666965f1ebd2ff3")],
        &[concat!("ke", "y_616478db0e03c9ca75b98768b8fd00")],
    ),
    token(
        &secret("devin_key", "Devin key"),
        &["apk_user_", "apk_", "cog_"],
        &[Run(BASE64, 50, 200), Run(PADDING, 0, 2)],
        &[
            concat!("apk_", "user_dZMygGcJqPYXvcYlDnUrvFKHgJhQF2fDb77Ygi78iUamu6wSG5"),
            concat!("ap", "k_E8ZGaSgndcBYoXjmiMlLQLIt8895loj7p41LO7FUoX3gC2GMRS"),
        ],
        &[
            concat!("ap", "k_CKQCOaGefwqyPoL8e405wo8X6"),
            concat!(" xapk_", "user_DLgybBtWptA32b3hHfoJlNhIpwKUgCX2VxLY5dgcpFmagWLlOz"),
        ],
    )
    .mixed(),
    token(
        &secret("cartesia_key", "Cartesia key"),
        &["sk_car_"],
        &[Run(SLUG, 20, 48)],
        &[concat!("sk_", "car_vpyy7lRQ7PnhOc3o9a9Q")],
        &[concat!("sk_", "car_OosXwBvTJC")],
    ),
    token(
        &secret("mem0_key", "Mem0 key"),
        &["m0-"],
        &[Run(ALNUM, 38, 44)],
        &[concat!("m", "0-UD1gNsWkWKhR8cILI8PJMOOx22lByI878uxjSd")],
        &[concat!("m", "0-ctB7t7AlcGKOC3IlcC6")],
    )
    .mixed(),
    token(
        &secret("runpod_key", "RunPod key"),
        &["rpa_"],
        &[Run(ALNUM, 38, 60)],
        &[concat!("rp", "a_wKIoLDFsM9ccC4d5zDO5f8Nyo2GQ4wG4uXKPS3")],
        &[concat!("rp", "a_v6SbCk64930Xg64xqSc")],
    )
    .mixed(),
    token(
        &secret("anyscale_key", "Anyscale key"),
        &["esecret_"],
        &[Run(ALNUM, 20, 48)],
        &[concat!("esec", "ret_bw9MqLdis87PUHEWbbfc")],
        &[concat!("esec", "ret_Mcv6zIR62Z")],
    ),
    anchored(
        &secret("deepl_key", "DeepL key"),
        &[Run(UUID, 36, 36)],
        &[":fx"],
        &[],
        &[concat!("bf73dc8a-bd1e-2746-85eb-623733130190:", "fx")],
        &[concat!(" -6caf-b2d9e7816b48:", "fx")],
    ),
    token(
        &secret("jina_key", "Jina key"),
        &["jina_"],
        &[Run(SLUG, 56, 70)],
        &[concat!("ji", "na_UsLq7dsaOtbWhHXJaBozNi9WHIdQCY3wUbVmo9HCakrjIkDtIH4pZUDg")],
        &[concat!("ji", "na_tMcu8XF4jjHGZauPSsk8wwTOZxKl")],
    ),
    token(
        &secret("tavily_key", "Tavily key"),
        &["tvly-"],
        &[Run(SLUG, 28, 64)],
        &[concat!("tv", "ly-KMMVnt0XnPh37pcHewnNQOvDTMJm")],
        &[concat!("tv", "ly-AGqRjkBxYBlV3X")],
    ),
    token(
        &secret("firecrawl_key", "Firecrawl key"),
        &["fc-"],
        &[Run(HEX, 32, 32)],
        &[concat!("f", "c-d08ce1d5dad84b5ab6f428e7d1c87b00")],
        &[concat!("f", "c-c018d7354324ff71")],
    ),
    token(
        &secret("e2b_key", "E2B key"),
        &["e2b_"],
        &[Run(HEX, 40, 40)],
        &[concat!("e2", "b_533ef1954113e6a6678a98121a400cbcfc0c45b4")],
        &[concat!("e2", "b_9a7db1c4504475ffcac7")],
    ),
    token(
        &secret("browserbase_key", "Browserbase key"),
        &["bb_live_", "bb_test_"],
        &[Run(SLUG, 24, 48)],
        &[concat!("bb_l", "ive_tUbXJNmublylI1mCpKhz5T6p")],
        &[concat!("bb_l", "ive_hvE2V62qaaJp")],
    ),
    token(
        &secret("brave_search_key", "Brave Search key"),
        &["BSA"],
        &[Run(SLUG, 24, 40)],
        &[concat!("B", "SAns0NZ7D8Ja5mPci54Iph6nIK")],
        &[concat!("B", "SApHiDQQNN4Qhm")],
    )
    .mixed(),
];
