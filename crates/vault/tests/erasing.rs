//! Erasing everything: read-only for seven days, undone with one call, and never half done.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::path::{Path, PathBuf};

use keepsake_seal::{DeviceKey, Keychain, KeychainItem, VaultId, erase_mark};
use keepsake_vault::{
    Clock, Code, ERASE_PHRASE, EditRequest, EraseStatement, ExportFormat, Home, Originals, Receipt,
    RememberRequest, Standing, Swept, Vault, finish_erasing, restore_into_empty,
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
    assert!(
        erased.left.is_empty()
            && erased.backups_left.is_empty()
            && erased.keychain_cleared
            && erased.backups_deleted == 1,
        "{erased:?}"
    );
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
    // Not begun, so nothing is ordered that was not before.
    let mut vault = world.open(&place.own).unwrap();
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
    assert!(vault.erase_order().unwrap().is_none() && !vault.cancel_erase().unwrap());
    vault.order_erase(None).unwrap();
    let other = world.open(&place.own).unwrap();
    assert_eq!(vault.erase_now(ERASE_PHRASE, None, &[]).unwrap_err().code, Code::Busy);
    drop(other);
    let vault = world.open(&place.own).unwrap();
    assert_eq!(vault.erase_order().unwrap().unwrap().left_ms, 7 * DAY_MS, "the seven days stay seven");
    vault.erase_now(ERASE_PHRASE, None, &[]).unwrap();
    assert_eq!(Home::new(&place.own).standing(), Standing::Empty);
}

/// What cannot be prepared destroys nothing, and arms nothing.
#[test]
fn an_erase_that_cannot_begin_leaves_everything_as_it_was() {
    let (world, place) = (World::new(), place());
    let vault = filled(&world, &place);
    let marker = place.own.join("vault.erasing");
    fs::create_dir(&marker).unwrap();
    assert!(vault.erase_now(ERASE_PHRASE, None, &[]).is_err());
    let _ = fs::remove_dir(&marker);
    let mut vault = world.open(&place.own).unwrap();
    assert!(vault.erase_order().unwrap().is_none());
    assert_eq!(vault.backups(None).unwrap().len(), 1);
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
}

#[test]
fn an_order_that_is_undone_while_a_program_waits_to_be_alone_is_not_carried_out() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    vault.order_erase(None).unwrap();
    drop(vault);
    days(&world, &place, 7);
    let mut person = world.open(&place.own).unwrap();
    let waiting = world.open(&place.own).unwrap();
    let (outcome, _) = std::thread::scope(|scope| {
        let program = scope.spawn(|| waiting.carry_out_erase(&[]));
        while !place.own.join("vault.wanted").exists() {
            std::thread::yield_now();
        }
        assert!(person.cancel_erase().unwrap());
        drop(person);
        (program.join().unwrap(), ())
    });
    assert_eq!(outcome.unwrap_err().code, Code::BadInput);
    assert_eq!(found(&mut world.open(&place.own).unwrap(), "kettle"), ["the kettle whistles"]);
}

/// The order is the vault's, not its copies'.
#[test]
fn a_backup_from_the_days_of_grace_carries_no_order() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    vault.order_erase(None).unwrap();
    world.advance_ms(DAY_MS);
    let backup = vault.back_up(None).unwrap().folder;
    assert_eq!(vault.restore(&backup, None).unwrap_err().code, Code::ToBeErased);
    assert!(vault.erase_order().unwrap().is_some(), "nothing was changed");
    assert!(vault.cancel_erase().unwrap());
    days(&world, &place, 9);
    let mut looked_into = world.open(&backup).unwrap();
    assert!(looked_into.erase_order().unwrap().is_none() && !looked_into.is_due_for_erase().unwrap());
    assert_eq!(found(&mut looked_into, "kettle"), ["the kettle whistles"]);
    drop(looked_into);
    vault.restore(&backup, None).unwrap();
    assert!(vault.erase_order().unwrap().is_none());
    keep(&mut vault, "not read-only");
    drop(vault);
    let home = Home::new(place.folder.path().join("new"));
    let secret = passphrase(surroundings::PASSPHRASE);
    let vault = restore_into_empty(home, &backup, &secret, World::new().surroundings()).unwrap();
    assert!(vault.erase_order().unwrap().is_none());
}

/// A clock that was set back, and one that has jumped on, move no order nearer.
#[test]
fn an_order_counts_by_the_time_that_was_seen() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    let now_ms = Clock::now_ms(world.clock.as_ref());
    let soon = RememberRequest {
        content: "gone in an hour".to_owned(),
        expires_at_ms: Some(now_ms + DAY_MS / 24),
        ..RememberRequest::default()
    };
    vault.remember(soon).unwrap();
    world.advance_ms(-300 * DAY_MS);
    let order = vault.order_erase(None).unwrap();
    assert_eq!(order.left_ms, 7 * DAY_MS);
    world.advance_ms(300 * DAY_MS);
    assert!(vault.erase_order().unwrap().unwrap().left_ms > 6 * DAY_MS);
    vault.cancel_erase().unwrap();
    // To order something by a clock that has jumped is not to say that it is right.
    world.advance_ms(40 * DAY_MS);
    vault.order_erase(None).unwrap();
    assert!(vault.unexplained_time_ms().unwrap().is_some());
    vault.cancel_erase().unwrap();
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Held(1));
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
    assert_eq!(items(&world, &id.parse().unwrap()), 2, "device key and anchor");
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

/// Nor does a link lead an erase out of the folder.
#[cfg(unix)]
#[test]
fn a_forged_marker_follows_no_link() {
    let (world, place) = (World::new(), place());
    let vault = filled(&world, &place);
    let id = vault.id();
    drop(vault);
    let backup = fs::read_dir(&place.backups).unwrap().next().unwrap().unwrap().path();
    let other = place.folder.path().join("other.json");
    fs::write(&other, "not Keepsake's").unwrap();
    for link_to in [place.backups.clone(), backup.clone()] {
        fs::create_dir_all(&place.own).unwrap();
        fs::write(place.own.join("vault.erasing"), format!("{id}\n0\n")).unwrap();
        let _ = fs::remove_file(place.own.join("keyslots.json"));
        let own_backups = place.own.join("backups");
        if link_to == backup {
            fs::create_dir(&own_backups).unwrap();
            std::os::unix::fs::symlink(&link_to, own_backups.join(backup.file_name().unwrap())).unwrap();
        } else {
            std::os::unix::fs::symlink(&link_to, &own_backups).unwrap();
        }
        finish_erasing(&Home::new(&place.own), world.keychain.as_ref(), &[]).unwrap().unwrap();
        assert!(backup.join("keyslots.json").exists() && backup.join("vault.db").exists());
        let _ = fs::remove_dir_all(&place.own);
        let _ = fs::remove_file(&place.own);
    }
    // A keyslot file that is a link goes itself, and is not written through.
    let place = Place { backups: place.folder.path().join("more"), ..place };
    let inside = filled(&world, &place);
    let made = inside.backups(None).unwrap()[0].folder.clone();
    fs::remove_file(made.join("keyslots.json")).unwrap();
    std::os::unix::fs::symlink(&other, made.join("keyslots.json")).unwrap();
    inside.erase_now(ERASE_PHRASE, None, &[]).unwrap();
    assert_eq!(fs::read(&other).unwrap(), b"not Keepsake's");
}

/// Every instant at which an erase can be cut off, put together by hand.
#[test]
fn an_erase_that_was_cut_off_is_undone_or_brought_to_its_end() {
    for cut in 0..8 {
        let (world, place) = (World::new(), place());
        let mut vault = filled(&world, &place);
        let id: VaultId = vault.id().parse().unwrap();
        vault.order_erase(Some(&place.statements)).unwrap();
        drop(vault);
        days(&world, &place, 7);
        let gone = |path: &Path| fs::remove_file(path).unwrap();
        let keyslots = place.own.join("keyslots.json");
        let device = world.keychain.get(&id, KeychainItem::DeviceKey).unwrap().unwrap();
        let mark = erase_mark(&DeviceKey::from_bytes(&device).unwrap(), &id, 7);
        let mark = data_encoding::HEXLOWER.encode(&mark);
        fs::write(place.own.join("vault.erasing"), format!("{id}\n7\n{mark}")).unwrap();
        // The backups go first, while the keys are there.
        if cut >= 1 {
            for backup in fs::read_dir(&place.backups).unwrap() {
                gone(&backup.unwrap().path().join("keyslots.json"));
            }
        }
        if cut >= 2 {
            fs::remove_dir_all(&place.backups).unwrap();
        }
        if cut >= 3 {
            let length = fs::metadata(&keyslots).unwrap().len() as usize;
            fs::write(&keyslots, vec![0; length]).unwrap();
        }
        if cut >= 4 {
            gone(&keyslots);
        }
        if cut >= 5 {
            world.keychain.delete(&id, KeychainItem::Anchor).unwrap();
        }
        if cut >= 6 {
            world.keychain.delete(&id, KeychainItem::DeviceKey).unwrap();
        }
        if cut >= 7 {
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

/// A folder that is away cannot be cleared, and is named; what an undone erase left speaks for none.
#[test]
fn what_could_not_be_reached_is_named_and_an_undone_marker_goes() {
    let (world, place) = (World::new(), place());
    let mut vault = filled(&world, &place);
    vault.order_erase(None).unwrap();
    let marker = place.own.join("vault.erasing");
    fs::write(&marker, format!("{}\n0", vault.id())).unwrap();
    assert!(vault.cancel_erase().unwrap() && !marker.exists());
    fs::write(&marker, format!("{}\n0", vault.id())).unwrap();
    drop(vault);
    let vault = world.open(&place.own).unwrap();
    assert!(!marker.exists());
    let away = place.folder.path().join("away");
    fs::rename(&place.backups, &away).unwrap();
    let erased = vault.erase_now(ERASE_PHRASE, None, &[]).unwrap();
    assert_eq!((erased.backups_left, erased.backups_deleted), (vec![place.backups.clone()], 0));
}
