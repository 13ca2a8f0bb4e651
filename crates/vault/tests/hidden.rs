//! What the filter hides, from outside: sealed, found, shown, carried through edits, and gone when forgotten.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::fs;

use keepsake_filter::{Action, Class, What};
use keepsake_seal::{Passphrase, RecordId};
use keepsake_vault::{
    Choice, Code, EditRequest, ExportFormat, ImportFormat, Originals, Preset, Reader, RememberRequest,
    RevealAsks, SearchRequest, Vault,
};
use surroundings::{PASSPHRASE, World, keep};

const CARD: &str = "4242 4242 4242 4242";

fn owner_finds(vault: &mut Vault, text: &str) -> Vec<String> {
    search(vault, text, Reader::Owner)
}

fn program_finds(vault: &mut Vault, text: &str) -> Vec<String> {
    search(vault, text, Reader::Program)
}

fn search(vault: &mut Vault, text: &str, reader: Reader) -> Vec<String> {
    let request = SearchRequest { text: text.to_owned(), limit: 10, reader, ..Default::default() };
    vault.search(&request).unwrap().hits.into_iter().map(|hit| hit.memory.content).collect()
}

fn edited(vault: &mut Vault, id: &RecordId, text: &str) -> Result<(), keepsake_vault::Error> {
    vault.edit(id, EditRequest { content: Some(text.to_owned()), ..Default::default() }).map(|_| ())
}

fn original(vault: &mut Vault, id: &RecordId) -> Option<String> {
    let number = vault.show(id).unwrap().placeholders.first()?.original?;
    Some(vault.reveal(id, number).unwrap().to_string())
}

#[test]
fn a_sealed_number_is_found_by_its_owner_however_it_is_written_and_by_no_program() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "Pavel likes rye bread");
    let id = keep(&mut vault, &format!("The ferry card is {CARD}, ask Mira"));
    let shown = vault.show(&id).unwrap();
    assert_eq!(shown.content, "The ferry card is [card], ask Mira");
    let [hidden] = shown.placeholders.as_slice() else { panic!("one placeholder") };
    assert_eq!(&shown.content[hidden.start..hidden.end], "[card]");
    assert_eq!((hidden.kind.as_str(), hidden.action, hidden.token.len()), ("credit_card", Action::Seal, 16));

    for written in ["4242424242424242", "4242-4242-4242-4242", "who has 4242 4242 4242 4242?"] {
        assert_eq!(owner_finds(&mut vault, written)[0], shown.content, "{written}");
    }
    assert_eq!(
        owner_finds(&mut vault, "4242424242424242").len(),
        1,
        "the number alone finds what hides it alone"
    );
    assert!(owner_finds(&mut vault, "5555 5555 5555 4444").iter().all(|text| !text.contains("Mira")));
    // A program learns nothing from a guess: right and wrong ones are answered alike.
    assert_eq!(program_finds(&mut vault, CARD), program_finds(&mut vault, "5555 5555 5555 4444"));

    assert_eq!(original(&mut vault, &id).unwrap(), CARD);
    assert_eq!(vault.reveal(&id, 999).unwrap_err().code, Code::NotFound);
    // Nothing of it in what programs read.
    let json = serde_json::to_string(&vault.show(&id).unwrap()).unwrap();
    assert!(!json.contains(&hidden.token) && !json.contains("4242"));
    assert!(vault.verify().unwrap().ok);
    assert_eq!(vault.status().unwrap().originals, 1);
}

#[test]
fn typing_a_placeholder_shows_nothing_and_equal_values_share_a_token() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let first = keep(&mut vault, &format!("card {CARD}"));
    let token = vault.show(&first).unwrap().placeholders[0].token.clone();
    for typed in ["card [card]".to_owned(), format!("card [card#{token}]")] {
        let id = keep(&mut vault, &typed);
        assert_eq!(vault.show(&id).unwrap().content, typed);
        assert!(vault.show(&id).unwrap().placeholders.is_empty());
    }
    let second = keep(&mut vault, "same card: 4242-4242-4242-4242");
    assert_eq!(vault.show(&second).unwrap().placeholders[0].token, token);
    let other = keep(&mut vault, "other card: 5555 5555 5555 4444");
    assert_ne!(vault.show(&other).unwrap().placeholders[0].token, token);
}

#[test]
fn an_edit_around_a_placeholder_neither_loses_nor_shows_the_original() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let id = keep(&mut vault, &format!("The ferry card is {CARD}"));
    edited(&mut vault, &id, "Mira's ferry card is still [card], since May").unwrap();
    assert_eq!(original(&mut vault, &id).unwrap(), CARD);
    assert_eq!(owner_finds(&mut vault, CARD).len(), 1);

    // A second number joins it; both are there, each in its place.
    edited(&mut vault, &id, "Mira's ferry card is [card], mine 5555 5555 5555 4444").unwrap();
    let shown = vault.show(&id).unwrap();
    assert_eq!(shown.content, "Mira's ferry card is [card], mine [card]");
    let numbers: Vec<u16> = shown.placeholders.iter().map(|hidden| hidden.original.unwrap()).collect();
    let originals: Vec<String> =
        numbers.iter().map(|number| vault.reveal(&id, *number).unwrap().to_string()).collect();
    assert_eq!(originals, [CARD, "5555 5555 5555 4444"]);

    // Other parts change without touching it.
    vault.edit(&id, EditRequest { topics: Some(vec!["travel".to_owned()]), ..Default::default() }).unwrap();
    assert_eq!(original(&mut vault, &id).unwrap(), CARD);

    // What is refused loses nothing.
    let refused = edited(&mut vault, &id, "[card], and password = Tr0ub4dor&3xyz").unwrap_err();
    assert_eq!(refused.code, Code::Blocked);
    assert_eq!(original(&mut vault, &id).unwrap(), CARD);

    // Taken out, it is in no current text; the earlier versions keep it until they are forgotten.
    edited(&mut vault, &id, "Mira has a ferry card").unwrap();
    assert!(vault.show(&id).unwrap().placeholders.is_empty());
    assert!(owner_finds(&mut vault, CARD).is_empty());
    assert!(vault.verify().unwrap().ok);
    let receipt = vault.forget(&[id]).unwrap();
    assert!(receipt.counts.originals >= 4);
    assert_eq!(vault.status().unwrap().originals, 0);
}

#[test]
fn an_export_holds_originals_only_when_their_owner_says_so() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    let id = keep(&mut vault, &format!("The ferry card is {CARD}"));
    edited(&mut vault, &id, "My ferry card: [card]").unwrap();
    let out = folder.path().join("out.json");
    let report = vault.export_to_file(&out, ExportFormat::Json, Originals::Leave).unwrap();
    assert_eq!((report.originals, report.originals_left), (0, 2));
    assert!(!fs::read_to_string(&out).unwrap().contains("4242"));
    let report = vault.export_to_file(&out, ExportFormat::Json, Originals::Include).unwrap();
    assert_eq!((report.originals, report.originals_left), (2, 0));
    let exported = fs::read_to_string(&out).unwrap();
    assert!(exported.contains(&format!("My ferry card: {CARD}")));
    assert!(exported.contains(&format!("The ferry card is {CARD}")));
}

#[test]
fn a_choice_counts_for_one_capture_and_always_for_one_value() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let kept = |vault: &mut Vault, text: &str, action, always| {
        let choice = Choice { kind: "credit_card".to_owned(), action, always };
        let request =
            RememberRequest { content: text.to_owned(), choices: vec![choice], ..Default::default() };
        let id = vault.remember(request).unwrap().id.parse().unwrap();
        vault.show(&id).unwrap()
    };
    assert_eq!(
        kept(&mut vault, &format!("card {CARD}"), Action::Mask, false).content,
        "card [card ••••4242]"
    );
    let token = kept(&mut vault, &format!("card {CARD}"), Action::Token, false);
    assert_eq!((token.content.as_str(), token.placeholders[0].original), ("card [card]", None));
    assert!(!token.placeholders[0].token.is_empty());
    assert!(owner_finds(&mut vault, CARD).contains(&"card [card]".to_owned()));

    assert_eq!(
        kept(&mut vault, &format!("card {CARD}"), Action::Allow, false).content,
        format!("card {CARD}")
    );
    let id = keep(&mut vault, &format!("card {CARD}"));
    assert_eq!(vault.show(&id).unwrap().content, "card [card]", "once is once");
    kept(&mut vault, &format!("card {CARD}"), Action::Allow, true);
    let id = keep(&mut vault, "the card 4242424242424242, not 5555 5555 5555 4444");
    assert_eq!(vault.show(&id).unwrap().content, "the card 4242424242424242, not [card]");
    assert_eq!(vault.filter_settings().unwrap().allowed_values, 1);
    vault.forget_allowed_values().unwrap();
    let id = keep(&mut vault, &format!("card {CARD}"));
    assert_eq!(vault.show(&id).unwrap().content, "card [card]");
}

#[test]
fn what_opens_something_cannot_be_let_pass_or_sealed() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    for (kind, action, always) in [
        ("password", Action::Allow, false),
        ("password", Action::Allow, true),
        ("password", Action::Seal, false),
        ("github_token", Action::Token, false),
        ("no_such_kind", Action::Mask, false),
    ] {
        let choices = vec![Choice { kind: kind.to_owned(), action, always }];
        let content = "my wifi password is gl4cier!".to_owned();
        let request = RememberRequest { content, choices, ..Default::default() };
        assert_eq!(vault.remember(request).unwrap_err().code, Code::BadInput, "{kind} {action:?}");
    }
    assert_eq!(vault.set_filter_class(Class::Password, Action::Allow).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.set_filter_kind("pin", Action::Seal).unwrap_err().code, Code::BadInput);
    assert_eq!(vault.status().unwrap().memories, 0);
}

#[test]
fn settings_are_kept_in_the_vault_and_seen_by_others_at_once() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let mut other = world.open(folder.path()).unwrap();
    assert_eq!(vault.filter_settings().unwrap().preset, Preset::Personal);

    vault.set_filter_preset(Preset::Strict).unwrap();
    let request = || RememberRequest { content: format!("card {CARD}"), ..Default::default() };
    assert_eq!(other.remember(request()).unwrap_err().code, Code::Blocked);
    vault.set_filter_class(Class::Financial, Action::Mask).unwrap();
    assert!(vault.filter_settings().unwrap().changed);
    vault.set_filter_kind("iban_code", Action::Allow).unwrap();
    let id = other.remember(request()).unwrap().id.parse().unwrap();
    assert_eq!(other.show(&id).unwrap().content, "card [card ••••4242]");
    let id = keep(&mut other, "rent to DE91 1000 0000 0123 4567 89");
    assert_eq!(other.show(&id).unwrap().content, "rent to DE91 1000 0000 0123 4567 89");
    vault.set_filter_preset(Preset::Personal).unwrap();
    assert!(!vault.filter_settings().unwrap().changed);

    let number = vault.add_filter_rule(What::Word("Project Kestrel".to_owned()), Action::Seal).unwrap();
    let id = keep(&mut other, "lunch about project  kestrel on Friday");
    assert_eq!(other.show(&id).unwrap().content, "lunch about [private] on Friday");
    assert_eq!(owner_finds(&mut other, "lunch Friday").len(), 1);
    vault.add_filter_rule(What::Pattern("INV-[0-9]{4}".to_owned()), Action::Block).unwrap();
    let request = RememberRequest { content: "paid INV-2211".to_owned(), ..Default::default() };
    assert_eq!(other.remember(request).unwrap_err().code, Code::Blocked);
    for bad in ["x*", "(", ""] {
        let refused = vault.add_filter_rule(What::Pattern(bad.to_owned()), Action::Mask).unwrap_err();
        assert_eq!(refused.code, Code::BadInput, "{bad:?}");
    }
    vault.remove_filter_rule(number).unwrap();
    assert_eq!(vault.remove_filter_rule(number).unwrap_err().code, Code::NotFound);
    assert_eq!(vault.filter_settings().unwrap().rules.len(), 1);
    keep(&mut other, "project kestrel");

    let (right, wrong) =
        (Passphrase::new(PASSPHRASE).unwrap(), Passphrase::new("not the passphrase at all").unwrap());
    assert_eq!(other.may_reveal(None).unwrap(), RevealAsks::Once);
    vault.set_reveal_asks(RevealAsks::Passphrase).unwrap();
    assert_eq!(other.filter_settings().unwrap().reveal_asks, RevealAsks::Passphrase);
    assert_eq!(other.may_reveal(None).unwrap_err().code, Code::SecretNeeded);
    assert_eq!(other.may_reveal(Some(&wrong)).unwrap_err().code, Code::WrongSecret);
    assert_eq!(other.may_reveal(Some(&right)).unwrap(), RevealAsks::Passphrase);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn checking_what_is_kept_shows_first_and_then_leaves_no_version_with_the_value() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    vault.set_filter_class(Class::Contact, Action::Allow).unwrap();
    let changed = keep(&mut vault, "write to ines@tide.example on Monday");
    let earlier = keep(&mut vault, "doro@tide.example is Doro");
    edited(&mut vault, &earlier, "Doro has no address").unwrap();
    let untouched = keep(&mut vault, "Pavel likes rye bread");

    vault.set_filter_class(Class::Contact, Action::Seal).unwrap();
    let preview = vault.recheck_preview(10).unwrap();
    assert_eq!((preview.checked, preview.would_change, preview.earlier_only), (3, 1, 1));
    assert_eq!((preview.found[0].kind, preview.found[0].count), ("email_address", 1));
    assert_eq!(preview.memories[0].content, "write to [e-mail address] on Monday");
    assert_eq!(vault.show(&changed).unwrap().content, "write to ines@tide.example on Monday");

    let report = vault.recheck().unwrap();
    assert_eq!((report.changed, report.versions_removed, report.left), (1, 1, 0));
    assert_eq!(vault.show(&changed).unwrap().content, "write to [e-mail address] on Monday");
    assert!(vault.show(&changed).unwrap().earlier_versions.is_empty());
    assert!(vault.show(&earlier).unwrap().earlier_versions.is_empty());
    assert_eq!(vault.show(&untouched).unwrap().content, "Pavel likes rye bread");
    assert_eq!(original(&mut vault, &changed).unwrap(), "ines@tide.example");
    assert_eq!(owner_finds(&mut vault, "ines@tide.example").len(), 1);
    let out = folder.path().join("out.json");
    vault.export_to_file(&out, ExportFormat::Json, Originals::Leave).unwrap();
    assert!(!fs::read_to_string(&out).unwrap().contains("@tide"));
    assert!(vault.verify().unwrap().ok);
    assert_eq!(vault.recheck_preview(10).unwrap().would_change, 0, "a second look changes nothing");
    assert_eq!(vault.recheck().unwrap().changed, 0);
}

#[test]
fn an_import_is_counted_first_and_an_equal_one_changes_nothing() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    let file = folder.path().join("in.jsonl");
    let line = |id: u8, text: &str| format!("{{\"content\":\"{text}\",\"external_id\":\"{id}\"}}\n");
    let lines = [
        line(1, &format!("card {CARD}")),
        line(2, "password = Tr0ub4dor&3xyz"),
        line(3, "nothing private"),
        "not json\n".to_owned(),
    ];
    fs::write(&file, lines.concat()).unwrap();
    let plan = vault.import_plan(&file, ImportFormat::Jsonl, &[]).unwrap();
    assert_eq!((plan.items, plan.blocked, plan.failed, plan.unchanged), (4, 1, 1, 0));
    let mut kinds: Vec<_> = plan.found.iter().map(|found| (found.kind, found.action, found.count)).collect();
    kinds.sort_unstable_by_key(|kind| kind.0);
    assert_eq!(kinds, [("credit_card", Action::Seal, 1), ("password", Action::Block, 1)]);
    assert_eq!(vault.status().unwrap().memories, 0, "a look keeps nothing");

    vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap();
    assert_eq!(vault.import_plan(&file, ImportFormat::Jsonl, &[]).unwrap().unchanged, 2);
    let again = vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap().summary;
    assert_eq!((again.imported, again.revised, again.unchanged), (0, 0, 2));
    // Another number behind the same placeholder is another text.
    fs::write(&file, line(1, "card 5555 5555 5555 4444")).unwrap();
    assert_eq!(vault.import(&file, ImportFormat::Jsonl, &[], &mut |_| true).unwrap().summary.revised, 1);
}
