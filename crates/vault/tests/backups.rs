//! Backups open by themselves, and restoring one loses nothing unsaid.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::path::{Path, PathBuf};

use keepsake_vault::{Code, EditRequest, ForgetRequest, Home, Tier, UnlockSecret, Vault, restore_into_empty};
use surroundings::{World, found, keep, passphrase};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

struct Place {
    _folder: tempfile::TempDir,
    own: PathBuf,
    backups: PathBuf,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let (own, backups) = (folder.path().join("own"), folder.path().join("backups"));
    Place { _folder: folder, own, backups }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_opens_alone_by_passphrase_and_by_recovery_code() {
    let (world, place) = (World::new(), place());
    let created = world.create(&place.own);
    let mut vault = created.vault;
    keep(&mut vault, "the kettle whistles");
    assert_eq!(vault.back_up(None).unwrap_err().code, Code::BadInput, "no folder was chosen");
    vault.set_backup_folder(&place.backups, false).unwrap();
    let made = vault.back_up(None).unwrap();
    assert_eq!(vault.backups(None).unwrap(), vec![made.clone()]);
    assert_eq!(vault.verify_backup(&made.folder).unwrap().memories, 1);
    assert_eq!(names(&made.folder), ["README.txt", "keyslots.json", "vault.db"]);
    keep(&mut vault, "kept later");
    let code = UnlockSecret::RecoveryCode(created.recovery_code);
    for secret in [passphrase(surroundings::PASSPHRASE), code] {
        let elsewhere = World::new();
        let copy = place.own.with_file_name("copy");
        let _ = fs::remove_dir_all(&copy);
        fs::create_dir(&copy).unwrap();
        for name in ["keyslots.json", "vault.db"] {
            fs::copy(made.folder.join(name), copy.join(name)).unwrap();
        }
        let mut alone = Vault::open(Home::new(&copy), &secret, elsewhere.surroundings()).unwrap();
        assert_eq!(found(&mut alone, "kettle"), ["the kettle whistles"]);
        // That this computer's keychain knows nothing of it is said until the person has seen it.
        assert_eq!(alone.notices().len(), 1);
        assert!(!alone.verify().unwrap().ok);
        alone.accept_restored();
        assert!(alone.verify().unwrap().ok, "{:?}", alone.verify().unwrap());
    }
}

#[test]
fn a_damaged_backup_and_one_of_another_vault_are_told() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    keep(&mut vault, "the kettle whistles");
    let made = vault.back_up(Some(&place.backups)).unwrap().folder;
    let mut bytes = fs::read(made.join("vault.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(made.join("vault.db"), bytes).unwrap();
    assert_eq!(vault.verify_backup(&made).unwrap_err().code, Code::Damaged);
    let before = fs::read(place.own.join("keyslots.json")).unwrap();
    assert_eq!(vault.restore(&made, None).unwrap_err().code, Code::Damaged);
    assert_eq!(fs::read(place.own.join("keyslots.json")).unwrap(), before);
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);

    let other_place = self::place();
    let mut other = world.create(&other_place.own).vault;
    let foreign = other.back_up(Some(&place.backups)).unwrap().folder;
    assert_eq!(vault.verify_backup(&foreign).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.restore_plan(&foreign, None).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.restore(&place.backups, None).unwrap_err().code, Code::BadInput, "no backup at all");
    assert_eq!(vault.backups(Some(&place.backups)).unwrap().len(), 1, "another vault's is not listed");
    for left in ["vault.db.next", "vault.db.restoring", "vault.swapping", "keyslots.json.next"] {
        assert!(!place.own.join(left).exists(), "{left}");
    }
}

#[test]
fn restoring_says_what_would_be_lost_keeps_it_and_forgets_again() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, false).unwrap();
    keep(&mut vault, "stays as it is");
    let edited = keep(&mut vault, "the first wording");
    let forgotten = keep(&mut vault, "forgotten for good");
    let backup = vault.back_up(None).unwrap().folder;
    world.advance_ms(60_000);
    vault
        .edit(
            &edited,
            EditRequest { content: Some("the later wording".to_owned()), ..EditRequest::default() },
        )
        .unwrap();
    vault.forget(&[forgotten]).unwrap();
    keep(&mut vault, "captured since");
    vault.set_passphrase("copper lantern ferry eleven").unwrap();

    let plan = vault.restore_plan(&backup, None).unwrap();
    let counts = (plan.memories, plan.lost, plan.edits_lost, plan.returning, plan.forgotten_again);
    assert_eq!(counts, (2, 1, 1, 0, 1));
    assert_eq!(found(&mut vault, "captured since")[0], "captured since", "a plan changes nothing");

    let restored = vault.restore(&backup, None).unwrap();
    assert_eq!(restored.plan, plan);
    let mut contents = found(&mut vault, "");
    contents.sort();
    assert_eq!(contents, ["stays as it is", "the first wording"]);
    assert!(vault.verify().unwrap().ok, "{:?}", vault.verify().unwrap());
    keep(&mut vault, "kept after the restore");
    drop(vault);
    let mut vault = world.open(&place.own).unwrap();
    assert!(vault.notices().is_empty(), "{:?}", vault.notices());
    assert_eq!(found(&mut vault, "").len(), 3);
    drop(vault);
    // Today's passphrase opens it, the one of the backup's day does not.
    let open = |text: &str| Vault::open(Home::new(&place.own), &passphrase(text), world.surroundings());
    assert!(open("copper lantern ferry eleven").is_ok());
    assert_eq!(open(surroundings::PASSPHRASE).err().unwrap().code, Code::WrongSecret);
    // What it replaced is a backup too.
    let mut vault = world.open(&place.own).unwrap();
    let back = vault.restore(&restored.kept_as, None).unwrap();
    assert_eq!(back.plan.returning, 1);
    assert!(found(&mut vault, "").contains(&"captured since".to_owned()));
    assert!(!found(&mut vault, "").contains(&"forgotten for good".to_owned()));
}

#[test]
fn what_was_forgotten_returns_by_no_way_round() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, false).unwrap();
    keep(&mut vault, "stays as it is");
    let reworded = keep(&mut vault, "the first wording");
    let before = vault.back_up(None).unwrap().folder;
    world.advance_ms(DAY_MS);
    let forgotten = keep(&mut vault, "forgotten for good");
    let with_it = vault.back_up(None).unwrap().folder;
    world.advance_ms(DAY_MS);
    let text = |text: &str| EditRequest { content: Some(text.to_owned()), ..EditRequest::default() };
    vault.edit(&reworded, text("the second wording")).unwrap();
    let reworded_in = vault.back_up(None).unwrap().folder;
    world.advance_ms(DAY_MS);
    vault.forget(&[forgotten]).unwrap();
    vault.forget_earlier(&reworded, ForgetRequest::default()).unwrap();
    let receipts = vault.receipts().unwrap();
    let contents = |vault: &mut Vault| {
        let mut contents = found(vault, "");
        contents.sort();
        contents
    };

    // From the backup after the edit the second wording comes, without the first.
    assert_eq!(vault.restore_plan(&reworded_in, None).unwrap().forgotten_again, 1);
    vault.restore(&reworded_in, None).unwrap();
    assert_eq!(contents(&mut vault), ["stays as it is", "the second wording"]);
    assert!(vault.show(&reworded).unwrap().earlier_versions.is_empty());

    // By way of a backup that knows of neither, and then one that has it.
    vault.restore(&before, None).unwrap();
    assert_eq!(contents(&mut vault), ["stays as it is"], "the first wording was all that it had");
    let kept: Vec<String> = vault.receipts().unwrap().into_iter().map(|receipt| receipt.id).collect();
    assert!(receipts.iter().all(|receipt| kept.contains(&receipt.id)), "the receipts stay");
    assert_eq!(vault.restore_plan(&with_it, None).unwrap().forgotten_again, 2);
    vault.restore(&with_it, None).unwrap();
    assert_eq!(contents(&mut vault), ["stays as it is"]);
    assert!(vault.verify().unwrap().ok, "{:?}", vault.verify().unwrap());
    drop(vault);

    // Nor once the trail that named it is cut.
    let mut vault = world.open(&place.own).unwrap();
    world.advance_ms(500 * DAY_MS);
    vault.confirm_time().unwrap();
    drop(vault);
    let mut vault = world.open(&place.own).unwrap();
    keep(&mut vault, "a year later");
    drop(vault);
    let mut vault = world.open(&place.own).unwrap();
    let told = vault.audit_entries(10_000).unwrap();
    assert!(told.iter().all(|entry| entry.action != "forgot"), "the trail is cut");
    vault.restore(&with_it, None).unwrap();
    assert!(!contents(&mut vault).contains(&"forgotten for good".to_owned()));
}

#[test]
fn a_backup_from_before_the_keys_were_renewed_needs_its_own_secret_and_comes_under_today_s() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    keep(&mut vault, "of the old days");
    let backup = vault.back_up(Some(&place.backups)).unwrap().folder;
    let mut new = vault.new_keys_for_everything(Some("copper lantern ferry eleven")).unwrap();
    new.code.take().unwrap();
    vault.adopt_new_keys(new).unwrap();
    assert_eq!(vault.verify_backup(&backup).unwrap_err().code, Code::WrongSecret);
    assert_eq!(vault.restore(&backup, None).unwrap_err().code, Code::SecretNeeded);
    let wrong = passphrase("copper lantern ferry eleven");
    assert_eq!(vault.restore(&backup, Some(&wrong)).unwrap_err().code, Code::WrongSecret);
    vault.restore(&backup, Some(&passphrase(surroundings::PASSPHRASE))).unwrap();
    assert_eq!(found(&mut vault, "old days"), ["of the old days"]);
    assert!(vault.verify().unwrap().ok);
    drop(vault);
    let open = |text: &str| Vault::open(Home::new(&place.own), &passphrase(text), world.surroundings());
    assert_eq!(found(&mut open("copper lantern ferry eleven").unwrap(), "old days"), ["of the old days"]);
    assert_eq!(open(surroundings::PASSPHRASE).err().unwrap().code, Code::WrongSecret);
}

#[test]
fn shredding_leaves_one_backup_of_what_is_there_now_and_lower_tiers_name_those_that_hold_the_rest() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, false).unwrap();
    let [first, second] =
        ["forgotten in the live files", "forgotten for good"].map(|text| keep(&mut vault, text));
    keep(&mut vault, "stays");
    let old = vault.back_up(None).unwrap().folder;
    world.advance_ms(60_000);
    let receipt = vault.forget(&[first]).unwrap();
    assert_eq!(receipt.tier, Tier::Removed);
    assert!(receipt.backups_holding.len() == 1 && receipt.backups_holding[0].contains(old.to_str().unwrap()));
    let request = ForgetRequest { tier: Tier::Shredded, ..ForgetRequest::default() };
    let receipt = vault.forget_with(&[second], request).unwrap().receipt;
    assert_eq!(receipt.tier, Tier::Shredded);
    assert_eq!(receipt.backups_deleted, [old.display().to_string()]);
    assert!(receipt.backups_unreachable.is_empty() && receipt.backups_holding.is_empty() && !old.exists());
    let left = vault.backups(None).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(vault.verify_backup(&left[0].folder).unwrap().memories, 1);
    assert_eq!(found(&mut vault, ""), ["stays"]);
    assert!(vault.verify().unwrap().ok);
    // While another program has the vault open it is removed, and the receipt says that it went no further.
    let third = keep(&mut vault, "forgotten while another one looks on");
    let other = world.open(&place.own).unwrap();
    let receipt = vault.forget_with(&[third], request).unwrap().receipt;
    assert_eq!((receipt.tier, receipt.asked), (Tier::Removed, Tier::Shredded));
    assert_eq!(receipt.fell_short.as_deref(), Some("busy"));
    drop(other);
    assert_eq!(found(&mut vault, ""), ["stays"]);
}

#[test]
fn on_a_new_computer_a_backup_becomes_the_vault() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    keep(&mut vault, "the kettle whistles");
    let backup = vault.back_up(Some(&place.backups)).unwrap().folder;
    drop(vault);
    let elsewhere = World::new();
    let home = Home::new(place.own.with_file_name("new"));
    let wrong = passphrase("copper lantern ferry eleven");
    let refused = restore_into_empty(home.clone(), &backup, &wrong, elsewhere.surroundings());
    assert_eq!(refused.err().unwrap().code, Code::WrongSecret);
    assert!(!home.database().exists() && !home.keyslots().exists(), "nothing is left of it");
    let right = passphrase(surroundings::PASSPHRASE);
    let mut vault = restore_into_empty(home.clone(), &backup, &right, elsewhere.surroundings()).unwrap();
    assert_eq!(found(&mut vault, "kettle"), ["the kettle whistles"]);
    drop(vault);
    let again = restore_into_empty(home, &backup, &right, elsewhere.surroundings());
    assert_eq!(again.err().unwrap().code, Code::AlreadyThere);
}

#[test]
fn one_a_day_is_made_by_itself_and_old_ones_are_cleared_up() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    assert!(!vault.back_up_if_due().unwrap(), "none unasked");
    vault.set_backup_folder(&place.backups, true).unwrap();
    fs::create_dir_all(place.backups.join("my own folder")).unwrap();
    fs::create_dir_all(place.backups.join("keepsake-00000000-2020-01-01T00-00-00Z")).unwrap();
    for day in 0..12 {
        assert!(vault.back_up_if_due().unwrap(), "{day}");
        assert!(!vault.back_up_if_due().unwrap(), "{day}");
        world.advance_ms(DAY_MS + 1000);
    }
    let left = vault.backups(None).unwrap();
    assert!((8..=11).contains(&left.len()), "{}", left.len());
    assert!(place.backups.join("my own folder").exists());
    assert!(place.backups.join("keepsake-00000000-2020-01-01T00-00-00Z").exists(), "not known to be ours");
    assert!(vault.set_backup_folder(&place.own, true).is_err(), "not among the vault's own files");
}

/// A scan of the vault changed what was kept; no older copy brings it back as it was.
#[test]
fn what_the_filter_masked_since_comes_masked_from_a_backup() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, false).unwrap();
    let spoken_of = keep(&mut vault, "the plan is called Zanzibar");
    let untouched = keep(&mut vault, "the kettle whistles");
    let with_it = vault.back_up(None).unwrap().folder;
    world.advance_ms(DAY_MS);
    let word = keepsake_filter::What::Word("Zanzibar".to_owned());
    vault.add_filter_rule(word, keepsake_filter::Action::Mask).unwrap();
    let empty_of_it = |vault: &mut Vault| {
        let shown = vault.show(&spoken_of).unwrap();
        assert!(!shown.content.contains("Zanzibar"), "{}", shown.content);
        assert!(shown.earlier_versions.iter().all(|version| !version.content.contains("Zanzibar")));
    };
    assert_eq!(vault.recheck().unwrap().changed, 1);
    empty_of_it(&mut vault);
    let rules = vault.filter_settings().unwrap();
    for _ in 0..2 {
        vault.restore(&with_it, None).unwrap();
        empty_of_it(&mut vault);
        assert_eq!(vault.show(&untouched).unwrap().content, "the kettle whistles");
        assert_eq!(vault.filter_settings().unwrap(), rules, "what is set stays as it is today");
        assert!(vault.verify().unwrap().ok, "{:?}", vault.verify().unwrap());
    }
}

#[test]
fn what_was_cut_off_while_it_was_made_is_no_backup() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, true).unwrap();
    let whole = vault.back_up(None).unwrap().folder;
    let part = whole.with_file_name(format!("{}.part", whole.file_name().unwrap().to_str().unwrap()));
    fs::rename(&whole, &part).unwrap();
    assert!(vault.backups(None).unwrap().is_empty());
    world.advance_ms(60_000);
    assert!(vault.back_up_if_due().unwrap(), "it is none, so one is due");
    assert!(part.exists(), "another program may be at it");
    world.advance_ms(2 * DAY_MS);
    vault.back_up(None).unwrap();
    assert!(!part.exists());
    assert_eq!(vault.backups(None).unwrap().len(), 2);
}

#[test]
fn what_a_restore_replaced_stays_for_thirty_days_by_a_clock_that_can_be_believed() {
    let (world, place) = (World::new(), place());
    let mut vault = world.create(&place.own).vault;
    vault.set_backup_folder(&place.backups, true).unwrap();
    keep(&mut vault, "the kettle whistles");
    let backup = vault.back_up(None).unwrap().folder;
    let kept_as = vault.restore(&backup, None).unwrap().kept_as;
    for _ in 0..30 {
        vault.back_up(None).unwrap();
        world.advance_ms(DAY_MS);
        vault = world.open(&place.own).unwrap();
        vault.sweep_expired().unwrap();
        vault.back_up_if_due().unwrap();
        assert!(kept_as.exists());
    }
    world.advance_ms(2 * DAY_MS);
    vault.back_up_if_due().unwrap();
    assert!(kept_as.exists(), "the clock has jumped");
    assert_eq!(vault.backups_held().unwrap(), 1);
    vault.confirm_time().unwrap();
    assert_eq!(vault.backups_held().unwrap(), 0);
    vault.back_up_if_due().unwrap();
    assert!(!kept_as.exists());
}
