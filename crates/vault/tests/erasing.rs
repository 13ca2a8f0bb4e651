//! Erasing everything: read-only for seven days, undone with one call, and never half done.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::path::{Path, PathBuf};

use keepsake_seal::{Keychain, KeychainItem, VaultId};
use keepsake_vault::{
    Code, ERASE_PHRASE, EditRequest, EraseStatement, ExportFormat, Home, Originals, Receipt, RememberRequest,
    Standing, Vault, finish_erasing, restore_into_empty,
};
use surroundings::{World, found, keep, passphrase};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

struct Place {
    folder: tempfile::TempDir,
    own: PathBuf,
    backups: PathBuf,
    statements: PathBuf,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let [own, backups, statements] = ["own", "backups", "statements"].map(|name| folder.path().join(name));
    fs::create_dir(&statements).unwrap();
    Place { folder, own, backups, statements }
}

fn filled(world: &World, place: &Place) -> Vault {
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, false).unwrap();
    keep(&mut vault, "the kettle whistles");
    vault.back_up(None).unwrap();
    vault
}

fn items(world: &World, vault: &VaultId) -> usize {
    KeychainItem::ALL.iter().filter(|item| world.keychain.get(vault, **item).unwrap().is_some()).count()
}

/// A day at a time, as a person who opens it each day.
fn days(world: &World, place: &Place, days: usize) {
    for _ in 0..days {
        world.advance_ms(DAY_MS);
        let _ = world.open(&place.own).unwrap().sweep_expired().unwrap();
    }
}

#[test]
fn an_ordered_vault_is_read_only_can_be_exported_and_comes_back_with_one_call() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    let id = keep(&mut vault, "the kettle is blue");
    let order = vault.order_erase(Some(&place.statements)).unwrap();
    assert_eq!(order.left_ms, 7 * DAY_MS);
    assert_eq!(vault.order_erase(None).unwrap_err().code, Code::AlreadyThere);
    let text = |content: &str| RememberRequest { content: content.to_owned(), ..RememberRequest::default() };
    let edit = EditRequest { content: Some("other".to_owned()), ..EditRequest::default() };
    assert_eq!(vault.remember(text("one more")).unwrap_err().code, Code::ToBeErased);
    assert_eq!(vault.edit(&id, edit).unwrap_err().code, Code::ToBeErased);
    assert_eq!(vault.forget(&[id]).unwrap_err().code, Code::ToBeErased);
    let report = vault.import_jsonl(b"{\"content\":\"one more\"}\n", &mut |_| true);
    assert_eq!(report.summary.imported, 0);
    assert_eq!(report.stopped.unwrap().code, Code::ToBeErased);
    assert_eq!(found(&mut vault, "kettle").len(), 2);
    let mut out = Vec::new();
    assert_eq!(vault.export(&mut out, ExportFormat::Json, Originals::Leave).unwrap().memories, 2);
    drop(vault);
    days(&world, &place, 6);
    let mut vault = world.open(&place.own).unwrap();
    assert!(!vault.is_due_for_erase().unwrap());
    assert!(vault.cancel_erase().unwrap() && !vault.cancel_erase().unwrap());
    keep(&mut vault, "one more");
    world.advance_ms(9 * DAY_MS);
    assert!(!vault.is_due_for_erase().unwrap());
    assert_eq!(vault.carry_out_erase(&[]).unwrap_err().code, Code::BadInput);
    assert_eq!(found(&mut world.open(&place.own).unwrap(), "").len(), 3);
}

#[test]
fn when_the_days_are_over_nothing_is_left() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    let id: VaultId = vault.id().parse().unwrap();
    let settings = place.own.join("settings.json");
    fs::write(&settings, "{}").unwrap();
    let fingerprint = vault.receipt_fingerprint();
    let memories = vault.status().unwrap().memories as u64;
    let web = place.folder.path().join("webview");
    fs::create_dir_all(web.join("cache")).unwrap();
    vault.order_erase(Some(&place.statements)).unwrap();
    drop(vault);
    days(&world, &place, 7);
    let vault = world.open(&place.own).unwrap();
    assert!(vault.is_due_for_erase().unwrap());
    let erased = vault.carry_out_erase(std::slice::from_ref(&web)).unwrap();
    assert!(erased.left.is_empty() && erased.backups_deleted == 1, "{erased:?}");
    assert!(!place.own.exists() && !web.exists());
    assert_eq!(fs::read_dir(&place.backups).unwrap().count(), 0);
    assert_eq!(items(&world, &id), 0);
    assert_eq!(fs::read_dir(&place.statements).unwrap().count(), 2);
    let statement = place.statements.join(format!("keepsake-erase-ordered-{}.json", &id.to_string()[..8]));
    let line = fs::read(&statement).unwrap();
    assert!(EraseStatement::is_one(&line));
    let checked = EraseStatement::check(&line, Some(&fingerprint)).unwrap();
    assert!(checked.signer_known);
    assert_eq!((checked.statement.vault_id, checked.statement.memories), (id.to_string(), memories));
    // As it was signed, or not at all; and nothing else is one.
    for at in 0..line.len() {
        let mut changed = line.clone();
        changed[at] ^= 1;
        assert!(EraseStatement::check(&changed, None).is_err(), "{at}");
    }
    assert!(EraseStatement::check(&line, Some("0000")).is_err());
    assert_eq!(Receipt::check(&line, None).err().unwrap().code, Code::BadInput);
    assert_eq!(world.open(&place.own).err().unwrap().code, Code::NoVault);
    // There is room for another one.
    keep(&mut world.create(&place.own).vault, "a new beginning");
}

#[test]
fn a_clock_that_jumps_destroys_nothing() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    vault.order_erase(None).unwrap();
    drop(vault);
    world.advance_ms(30 * DAY_MS);
    let vault = world.open(&place.own).unwrap();
    let order = vault.erase_order().unwrap().unwrap();
    assert!(order.left_ms == 0 && order.waits_for_confirmation && !vault.is_due_for_erase().unwrap());
    assert_eq!(vault.carry_out_erase(&[]).unwrap_err().code, Code::BadInput);
    let mut vault = world.open(&place.own).unwrap();
    vault.confirm_time().unwrap();
    assert!(vault.is_due_for_erase().unwrap());
}

#[test]
fn at_once_only_by_the_phrase_and_alone() {
    let (world, place) = (World::new(), place());
    let vault = filled(&world, &place);
    assert_eq!(vault.erase_now("yes", None, &[]).unwrap_err().code, Code::BadInput);
    let vault = world.open(&place.own).unwrap();
    assert!(vault.erase_order().unwrap().is_none());
    let other = world.open(&place.own).unwrap();
    assert_eq!(vault.erase_now(ERASE_PHRASE, None, &[]).unwrap_err().code, Code::Busy);
    drop(other);
    // Ordered, due and not begun: it is still whole, and can be kept.
    let mut vault = world.open(&place.own).unwrap();
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
    assert!(vault.cancel_erase().unwrap());
    vault.erase_now(ERASE_PHRASE, None, &[]).unwrap();
    assert_eq!(Home::new(&place.own).standing(), Standing::Empty);
}

#[test]
fn no_file_can_order_an_erase() {
    let (world, place) = (World::new(), place());
    let vault = filled(&world, &place);
    let id = vault.id();
    drop(vault);
    let marker = place.own.join("vault.erasing");
    fs::write(&marker, format!("{id}\n0\n\n{}\n", place.backups.display())).unwrap();
    assert!(finish_erasing(&Home::new(&place.own), world.keychain.as_ref(), &[]).unwrap().is_none());
    assert_eq!(found(&mut world.open(&place.own).unwrap(), "kettle"), ["the kettle whistles"]);
    assert_eq!(fs::read_dir(&place.backups).unwrap().count(), 1);
    for nonsense in ["", "not an id\n0\n", "\n\n\n"] {
        fs::write(&marker, nonsense).unwrap();
        fs::rename(place.own.join("keyslots.json"), place.own.join("away")).unwrap();
        assert_eq!(world.open(&place.own).err().unwrap().code, Code::Inconsistent, "nothing was destroyed");
        fs::rename(place.own.join("away"), place.own.join("keyslots.json")).unwrap();
        assert!(world.open(&place.own).is_ok());
    }
}

/// Whoever can write to the vault's folder can destroy what is in it, and nothing elsewhere.
#[test]
fn a_forged_marker_reaches_nothing_outside_the_vault_s_own_folder() {
    let (world, place) = (World::new(), place());
    let vault = filled(&world, &place);
    let id = vault.id();
    drop(vault);
    let marker = format!("{id}\n0\n{}\n{}\n", place.statements.display(), place.backups.display());
    fs::write(place.own.join("vault.erasing"), marker).unwrap();
    fs::remove_file(place.own.join("keyslots.json")).unwrap();
    finish_erasing(&Home::new(&place.own), world.keychain.as_ref(), &[]).unwrap().unwrap();
    assert_eq!(fs::read_dir(&place.statements).unwrap().count(), 0);
    let backup = fs::read_dir(&place.backups).unwrap().next().unwrap().unwrap().path();
    let mut vault = restore_into_empty(
        Home::new(&place.own),
        &backup,
        &passphrase(surroundings::PASSPHRASE),
        world.surroundings(),
    )
    .unwrap();
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
}

/// Every instant at which an erase can be cut off, put together by hand.
#[test]
fn an_erase_that_was_cut_off_is_undone_or_brought_to_its_end() {
    for cut in 0..6 {
        let (world, place) = (World::new(), place());
        let mut vault = filled(&world, &place);
        let id: VaultId = vault.id().parse().unwrap();
        vault.order_erase(Some(&place.statements)).unwrap();
        drop(vault);
        days(&world, &place, 7);
        let gone = |path: &Path| fs::remove_file(path).unwrap();
        // The backups go first, while the keys are there.
        for backup in fs::read_dir(&place.backups).unwrap() {
            gone(&backup.unwrap().path().join("keyslots.json"));
        }
        if cut >= 1 {
            fs::remove_dir_all(&place.backups).unwrap();
        }
        if cut >= 2 {
            fs::write(place.own.join("vault.erasing"), format!("{id}\n0")).unwrap();
        }
        if cut >= 3 {
            gone(&place.own.join("keyslots.json"));
        }
        if cut >= 4 {
            for item in KeychainItem::ALL {
                world.keychain.delete(&id, item).unwrap();
            }
        }
        if cut >= 5 {
            gone(&place.own.join("vault.db"));
        }
        let opened = world.open(&place.own);
        if cut <= 2 {
            // With its keys it is whole: the order goes on, or is undone.
            let mut vault = opened.unwrap();
            assert!(vault.is_due_for_erase().unwrap());
            assert!(vault.cancel_erase().unwrap());
            assert!(!place.own.join("vault.erasing").exists());
            assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
            continue;
        }
        assert_eq!(opened.err().unwrap().code, Code::NoVault, "{cut}");
        assert!(!place.own.exists(), "{cut}");
        assert!(fs::read_dir(&place.backups).map_or(true, |mut left| left.next().is_none()), "{cut}");
        assert_eq!(items(&world, &id), 0, "{cut}");
    }
}
