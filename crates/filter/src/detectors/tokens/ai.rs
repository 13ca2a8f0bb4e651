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
        &[Run(ALNUM, 24, 44)],
        &[concat!("m", "0-UD1gNsWkWKhR8cILI8PJMOOx")],
        &[concat!("m", "0-22lByI878uxj")],
    )
    .mixed(),
    token(
        &secret("runpod_key", "RunPod key"),
        &["rpa_"],
        &[Run(ALNUM, 28, 60)],
        &[concat!("rp", "a_KOC3IlcC6pNorE0bUPkZ5PDoDSJM")],
        &[concat!("rp", "a_wKIoLDFsM9ccC4")],
    )
    .mixed(),
    token(
        &secret("anyscale_key", "Anyscale key"),
        &["esecret_"],
        &[Run(ALNUM, 20, 48)],
        &[concat!("esec", "ret_4wG4uXKPS3hVtK5MHHEn")],
        &[concat!("esec", "ret_cSscWevEv6")],
    ),
    anchored(
        &secret("deepl_key", "DeepL key"),
        &[Run(UUID, 36, 36)],
        &[":fx"],
        &[],
        &[concat!("9e1428d3-a375-d65e-7a32-bddfe6e48cfe:", "fx")],
        &[concat!(" -7468-5eb623733130:", "fx")],
    ),
    token(
        &secret("jina_key", "Jina key"),
        &["jina_"],
        &[Run(SLUG, 56, 70)],
        &[concat!("ji", "na_D14yTBnwKRznoRgAmiLXscwTYcauuVHkqGY4logvCgNzYUxfXFjwb2Tu")],
        &[concat!("ji", "na_c7ORlkCNoWrJ598xRUsLq7dsaOtb")],
    ),
    token(
        &secret("tavily_key", "Tavily key"),
        &["tvly-"],
        &[Run(SLUG, 28, 64)],
        &[concat!("tv", "ly-CakrjIkDtIH4pZUDgtMcu8XF4jjH")],
        &[concat!("tv", "ly-GZauPSsk8wwTOZ")],
    ),
    token(
        &secret("firecrawl_key", "Firecrawl key"),
        &["fc-"],
        &[Run(HEX, 32, 32)],
        &[concat!("f", "c-0d9c8ac575566ab7e3f68719640380c0")],
        &[concat!("f", "c-ab16760b9d08ce1d")],
    ),
    token(
        &secret("e2b_key", "E2B key"),
        &["e2b_"],
        &[Run(HEX, 40, 40)],
        &[concat!("e2", "b_7d1c87b00c018d7354324ff71800142c8a60d9f7")],
        &[concat!("e2", "b_2533ef1954113e6a6678")],
    ),
    token(
        &secret("browserbase_key", "Browserbase key"),
        &["bb_live_", "bb_test_"],
        &[Run(SLUG, 24, 48)],
        &[concat!("bb_l", "ive_hsIhSnUm6hPqn2bX62jCZ4Jj")],
        &[concat!("bb_l", "ive_R0LqZxi07N1B")],
    ),
    token(
        &secret("brave_search_key", "Brave Search key"),
        &["BSA"],
        &[Run(SLUG, 24, 40)],
        &[concat!("B", "SAKhz5T6phvE2V62qaaJpPFiLl")],
        &[concat!("B", "SAjD8uCImns0NZ")],
    )
    .mixed(),
    token(
        &secret("retell_key", "Retell key"),
        &["key_"],
        &[Run(HEX, 28, 28)],
        &[concat!("ke", "y_4453188668228a073c5291fceb3f")],
        &[concat!("ke", "y_e6b2950f432260")],
    ),
    token(
        &secret("friendli_key", "Friendli key"),
        &["flp_"],
        &[Run(ALNUM, 40, 60)],
        &[concat!("fl", "p_0PUwGFaK2xUSyhPrBTTnOn8QbFVlW3zOiX8dJ4Y7")],
        &[concat!("fl", "p_WpOLWXldi8zjUJFp7dfg")],
    ),
];
