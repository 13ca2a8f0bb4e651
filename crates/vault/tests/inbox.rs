//! Captures that wait while the vault is closed: sealed, each folded in once, and never trusted.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;
use std::path::{Path, PathBuf};

use keepsake_filter::{Action, What};
use keepsake_seal::SystemEntropy;
use keepsake_vault::{Code, ExportFormat, ForgetRequest, Home, Originals, Selection, Vault, Waiting, leave};
use surroundings::{World, found, keep};

const CANARY: &str = "quartz marmalade under the stairs";

fn wait(world: &World, folder: &Path, text: &str) -> Result<(), keepsake_vault::Error> {
    let waiting =
        Waiting { content: text.to_owned(), topics: vec!["attic".to_owned()], ..Waiting::default() };
    leave(&Home::new(folder), &waiting, world.clock.as_ref(), &mut SystemEntropy)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let inbox = fs::read_dir(folder.join("inbox")).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = inbox.map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn total(vault: &mut Vault) -> usize {
    vault.list(&Selection { limit: 100, ..Selection::default() }).unwrap().total
}

fn new_vault(world: &World, folder: &Path) -> Vault {
    let mut vault = world.create(folder).vault;
    vault.confirm_recovery_code().unwrap();
    vault
}

#[test]
fn what_is_left_while_the_vault_is_closed_is_sealed_and_folded_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    drop(new_vault(&world, folder.path()));
    wait(&world, folder.path(), CANARY).unwrap();
    assert_eq!(Home::new(folder.path()).waiting_captures(), 1);
    for file in Home::new(folder.path()).files() {
        let bytes = fs::read(&file.path).unwrap();
        for word in ["marmalade", "attic", "quick capture"] {
            assert!(
                !bytes.windows(word.len()).any(|part| part == word.as_bytes()),
                "{}",
                file.path.display()
            );
        }
    }
    world.advance_ms(3_600_000);
    let mut vault = world.open(folder.path()).unwrap();
    let folded = vault.fold_inbox().unwrap();
    assert_eq!((folded.kept, folded.refused, folded.damaged), (1, 0, 0));
    assert!(files(folder.path()).is_empty());
    let memory = vault.list(&Selection { limit: 1, ..Selection::default() }).unwrap().memories.remove(0);
    assert_eq!((memory.content.as_str(), memory.topics.clone()), (CANARY, vec!["attic".to_owned()]));
    // When it was captured, not when it was folded in.
    assert_eq!(memory.created_at, keepsake_vault::format_time(1_760_000_000_000));
    assert_eq!(found(&mut vault, "marmalade"), [CANARY]);
    assert_eq!(vault.fold_inbox().unwrap(), Default::default());
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn a_capture_that_was_kept_before_a_crash_is_not_kept_again() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    wait(&world, folder.path(), CANARY).unwrap();
    let (path, bytes) = (files(folder.path()).remove(0), fs::read(&files(folder.path())[0]).unwrap());
    assert_eq!(vault.fold_inbox().unwrap().kept, 1);
    // As if the program had ended between keeping it and removing the file.
    fs::write(&path, &bytes).unwrap();
    assert_eq!(vault.fold_inbox().unwrap().kept, 0);
    assert!(files(folder.path()).is_empty());
    assert_eq!(total(&mut vault), 1);
    // Forgotten, it does not come back from such a file.
    fs::write(&path, &bytes).unwrap();
    let id = vault.list(&Selection { limit: 1, ..Selection::default() }).unwrap().memories.remove(0).id;
    vault.forget_with(&[id.parse().unwrap()], ForgetRequest::default()).unwrap();
    assert!(files(folder.path()).is_empty());
    assert_eq!(vault.fold_inbox().unwrap().kept, 0);
    assert_eq!(total(&mut vault), 0);
}

#[test]
fn what_must_not_be_kept_is_refused_at_once_and_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    drop(new_vault(&world, folder.path()));
    let refused = |text: &str| wait(&world, folder.path(), text).unwrap_err().code;
    assert_eq!(refused("password: correct-horse-9-battery"), Code::Blocked);
    assert_eq!(refused("  \n "), Code::Empty);
    assert_eq!(refused(&"a".repeat(65_537)), Code::TooLarge);
    let topics = vec!["t".repeat(300_000), "u".repeat(300_000)];
    let wide = Waiting { content: "short".to_owned(), topics, ..Waiting::default() };
    let home = Home::new(folder.path());
    let too_wide = leave(&home, &wide, world.clock.as_ref(), &mut SystemEntropy).unwrap_err();
    assert_eq!(too_wide.code, Code::TooLarge);
    assert!(files(folder.path()).is_empty());
    wait(&world, folder.path(), &"a ".repeat(32_000)).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(wait(&world, elsewhere.path(), "nobody is there").unwrap_err().code, Code::NoVault);
    assert!(!elsewhere.path().join("inbox").exists());
}

#[test]
fn what_the_persons_own_rules_refuse_goes_on_waiting_until_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    vault.add_filter_rule(What::Word("zanzibar".to_owned()), Action::Block).unwrap();
    wait(&world, folder.path(), "the zanzibar plan").unwrap();
    wait(&world, folder.path(), "the other plan").unwrap();
    let folded = vault.fold_inbox().unwrap();
    assert_eq!((folded.kept, folded.refused), (1, 1));
    let refused = vault.refused_captures();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].content.as_str(), "the zanzibar plan");
    // New keys would lose it.
    assert_eq!(vault.new_epoch().map(drop).unwrap_err().code, Code::Failed);
    vault.drop_capture(&refused[0].id).unwrap();
    assert_eq!(vault.drop_capture(&refused[0].id).unwrap_err().code, Code::NotFound);
    assert!(vault.refused_captures().is_empty());
    assert!(vault.new_epoch().is_ok());
}

#[test]
fn new_keys_take_what_waits_along() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    let old = {
        wait(&world, folder.path(), CANARY).unwrap();
        fs::read(&files(folder.path())[0]).unwrap()
    };
    let name = files(folder.path())[0].file_name().unwrap().to_owned();
    let keys = vault.new_epoch().unwrap();
    wait(&world, folder.path(), "left in between").unwrap();
    vault.adopt_new_keys(keys).unwrap();
    assert_eq!(total(&mut vault), 2);
    // The old pair is gone with its epoch.
    fs::write(folder.path().join("inbox").join(name), old).unwrap();
    wait(&world, folder.path(), "left afterwards").unwrap();
    let folded = vault.fold_inbox().unwrap();
    assert_eq!((folded.kept, folded.damaged), (1, 1));
    assert_eq!(total(&mut vault), 3);
}

#[test]
fn a_file_that_is_no_capture_of_this_vault_is_left_alone() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (world, other_world) = (World::new(), World::new());
    let mut vault = new_vault(&world, folder.path());
    drop(new_vault(&other_world, other.path()));
    wait(&world, folder.path(), CANARY).unwrap();
    let own = files(folder.path()).remove(0);
    let bytes = fs::read(&own).unwrap();
    fs::remove_file(&own).unwrap();

    wait(&other_world, other.path(), "for another vault").unwrap();
    let foreign = files(other.path()).remove(0);
    let mut bad: Vec<Vec<u8>> = vec![Vec::new(), fs::read(&foreign).unwrap(), vec![b'x'; 600_000]];
    bad.extend([0, 4, 8, 12, 24, 40, 56, 80, bytes.len() - 1].map(|at| {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        changed
    }));
    bad.extend([1, 25, 57, 73, bytes.len() - 1].map(|length| bytes[..length].to_vec()));
    bad.push([bytes.as_slice(), b"0"].concat());
    for bytes in &bad {
        fs::write(&own, bytes).unwrap();
        let folded = vault.fold_inbox().unwrap();
        assert_eq!((folded.kept, folded.damaged), (0, 1), "{} bytes", bytes.len());
        assert!(own.exists());
    }
    // Under another name it is none either.
    fs::remove_file(&own).unwrap();
    fs::write(own.with_file_name(format!("{}.capture", "0".repeat(32))), &bytes).unwrap();
    assert_eq!(vault.fold_inbox().unwrap().damaged, 1);
    fs::write(own.with_file_name("notes.txt"), b"a stranger").unwrap();
    assert_eq!(vault.fold_inbox().unwrap().damaged, 1);
    // And with everything right it is one.
    fs::write(&own, &bytes).unwrap();
    assert_eq!(vault.fold_inbox().unwrap().kept, 1);
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    wait(&world, folder.path(), CANARY).unwrap();
    let own = files(folder.path()).remove(0);
    let elsewhere = outside.path().join(own.file_name().unwrap());
    fs::rename(&own, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &own).unwrap();
    assert_eq!(vault.fold_inbox().unwrap().damaged, 1);
    fs::remove_file(&own).unwrap();
    fs::remove_dir(folder.path().join("inbox")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("inbox")).unwrap();
    assert_eq!(vault.fold_inbox().unwrap(), Default::default());
    assert_eq!(wait(&world, folder.path(), "elsewhere").unwrap_err().code, Code::Inconsistent);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
}

#[test]
fn the_inbox_is_full_at_a_thousand() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    wait(&world, folder.path(), CANARY).unwrap();
    for at in 0..999_u32 {
        fs::write(folder.path().join("inbox").join(format!("{at:032x}.capture")), b"junk").unwrap();
    }
    assert_eq!(wait(&world, folder.path(), "one more").unwrap_err().code, Code::Failed);
    let folded = vault.fold_inbox().unwrap();
    assert_eq!((folded.kept, folded.damaged), (1, 999));
}

#[test]
fn a_lifetime_begins_when_it_was_captured_and_may_be_over_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = new_vault(&world, folder.path());
    keep(&mut vault, "something older");
    let hour = 3_600_000;
    let brief =
        |text: &str| Waiting { content: text.to_owned(), lifetime_ms: Some(hour), ..Waiting::default() };
    let home = Home::new(folder.path());
    leave(&home, &brief("over soon"), world.clock.as_ref(), &mut SystemEntropy).unwrap();
    world.advance_ms(hour / 2);
    leave(&home, &brief("still there"), world.clock.as_ref(), &mut SystemEntropy).unwrap();
    world.advance_ms(hour / 2);
    assert_eq!(vault.fold_inbox().unwrap().kept, 1);
    assert!(files(folder.path()).is_empty());
    let mut out = Vec::new();
    vault.export(&mut out, ExportFormat::Json, Originals::Leave).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("still there") && !text.contains("over soon"));
}

#[test]
fn a_keyslot_file_from_before_gets_its_inbox_and_a_changed_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    drop(new_vault(&world, folder.path()));
    let path = folder.path().join("keyslots.json");
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find("\"public\":\"").unwrap() + 10;
    let other = if text.as_bytes()[at] == b'0' { "1" } else { "0" };
    fs::write(&path, format!("{}{other}{}", &text[..at], &text[at + 1..])).unwrap();
    assert_eq!(world.open(folder.path()).map(drop).unwrap_err().code, Code::Damaged);
    fs::write(&path, &text).unwrap();
    assert!(world.open(folder.path()).is_ok());
}
