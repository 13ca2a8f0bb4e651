//! The TypeScript twin of the contract: this test fails when the two drift apart.
//! `cargo xtask bindings` writes it anew.

use std::fmt::Write;
use std::path::Path;

use ts_rs::{Config, TS};

use crate::contract::*;

fn bindings() -> String {
    let config = Config::new().with_large_int("number");
    let mut text =
        String::from("// Made from src-tauri/src/contract.rs by `cargo xtask bindings`. Do not edit.\n");
    macro_rules! declare {
        ($($name:ty),* $(,)?) => { $( writeln!(text, "\nexport {}", <$name>::decl(&config)).unwrap(); )* };
    }
    declare!(
        Phase,
        Problem,
        KeychainState,
        ModelState,
        AppState,
        NewRecoveryCode,
        PassphraseStrength,
        UnlockMethod,
        FindingAction,
        FindingView,
        PlaceholderView,
        FindingChoice,
        Preview,
        MemoryRow,
        LinkedMemory,
        Similarity,
        SimilarMemory,
        WhyFound,
        MemoryView,
        EarlierVersion,
        ListFilters,
        ListPage,
        Count,
        Facets,
        CaptureRequest,
        CaptureView,
        CaptureKept,
        Listening,
        CaptureWays,
        RefusedCapture,
        ForgetTier,
        ForgetCounts,
        ForgetView,
        DataRow,
        YourData,
        ActivityRow,
        FileView,
        ExportFormat,
        ExportForm,
        Saved,
        Exported,
        TransferProgress,
        BroughtBack,
        KeyBinding,
        Theme,
        ModelView,
        ModelBuilding,
        Settings,
        FilterPreset,
        RevealAsks,
        ClassSetting,
        RuleForm,
        RuleView,
        FilterSettings,
        KindCount,
        VaultScan,
        VaultScanDone,
        CareView,
        BackupRow,
        ExpiryRow,
        RestoreView,
        RestoreDone,
        EraseView,
        ImportFrom,
        ImportProposal,
        ImportPreview,
        ImportProgress,
        ImportDone,
        Shelf,
        Arrival,
        SavedSearch,
    );
    text
}

#[test]
fn bindings_are_what_the_contract_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/bindings.ts");
    if std::env::var_os("KEEPSAKE_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, bindings()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(kept == bindings(), "ui/src/lib/bindings.ts has drifted: run `cargo xtask bindings`");
}
