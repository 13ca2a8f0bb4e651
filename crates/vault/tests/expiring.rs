//! Memories that go by themselves, and clocks that lie.
#![allow(clippy::unwrap_used, clippy::panic)]

mod surroundings;

use keepsake_vault::{Clock, Code, ExpiryRule, Kind, Reason, RememberRequest, Swept, Vault};
use surroundings::{World, found, keep};

const HOUR_MS: i64 = 60 * 60 * 1000;

fn keep_for(world: &World, vault: &mut Vault, text: &str, hours: i64) {
    let now_ms = keepsake_vault::Clock::now_ms(world.clock.as_ref());
    let request = RememberRequest {
        content: text.to_owned(),
        expires_at_ms: Some(now_ms + hours * HOUR_MS),
        ..RememberRequest::default()
    };
    vault.remember(request).unwrap();
}

fn rule(kind: Option<Kind>, source: Option<&str>, topic: Option<&str>, hours: i64) -> ExpiryRule {
    let [source, topic] = [source, topic].map(|text| text.map(str::to_owned));
    ExpiryRule { kind, source, topic, lifetime_ms: hours * HOUR_MS }
}

#[test]
fn a_sweep_erases_what_has_expired_with_one_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "stays");
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
    keep_for(&world, &mut vault, "gone in an hour", 1);
    keep_for(&world, &mut vault, "gone in an hour too", 1);
    keep_for(&world, &mut vault, "gone in two", 2);
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
    world.advance_ms(HOUR_MS);
    assert_eq!(found(&mut vault, "gone").len(), 1, "hidden before the sweep");
    let Swept::Erased(receipt) = vault.sweep_expired().unwrap() else { panic!("something had expired") };
    assert_eq!((receipt.counts.memories, receipt.reason), (2, Reason::Expired));
    assert_eq!(vault.status().unwrap().memories, 2);
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn time_never_runs_backwards() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep_for(&world, &mut vault, "gone in an hour", 1);
    keep_for(&world, &mut vault, "gone in ten", 10);
    world.advance_ms(2 * HOUR_MS);
    vault.sweep_expired().unwrap();
    keep_for(&world, &mut vault, "gone in one more", 1);
    world.advance_ms(2 * HOUR_MS);
    vault.sweep_expired().unwrap();
    assert_eq!(found(&mut vault, "gone"), ["gone in ten"]);
    drop(vault);
    world.advance_ms(-30 * HOUR_MS);
    let mut vault = world.open(folder.path()).unwrap();
    // By the time that was seen its hour is over: it would be erased, so it is refused, and the text is still the person's.
    let by_the_clock = Clock::now_ms(world.clock.as_ref()) + HOUR_MS;
    let request = |expires_at_ms| RememberRequest {
        content: "captured in the past".to_owned(),
        expires_at_ms: Some(expires_at_ms),
        ..RememberRequest::default()
    };
    assert_eq!(vault.remember(request(by_the_clock)).unwrap_err().code, Code::BadInput);
    let counted_right = vault.expires_after(HOUR_MS);
    vault.remember(request(counted_right)).unwrap();
    vault.set_expiry_rules(vec![rule(Some(Kind::Note), None, None, 2)]).unwrap();
    keep(&mut vault, "by a rule, captured in the past");
    assert_eq!(found(&mut vault, "captured in the past").len(), 3, "and what is left");
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
}

#[test]
fn after_a_jump_what_has_expired_is_hidden_and_kept_until_the_person_confirms() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "stays");
    keep_for(&world, &mut vault, "gone in an hour", 1);
    vault.sweep_expired().unwrap();
    world.advance_ms(25 * HOUR_MS);
    assert_eq!(vault.unexplained_time_ms().unwrap(), Some(25 * HOUR_MS));
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Held(1));
    assert_eq!(found(&mut vault, ""), ["stays"]);
    // The clock was wrong: set right again, the memory is back.
    world.advance_ms(-25 * HOUR_MS);
    drop(vault);
    let mut vault = world.open(folder.path()).unwrap();
    assert_eq!(found(&mut vault, "").len(), 2);
    world.advance_ms(25 * HOUR_MS);
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Held(1));
    vault.confirm_time().unwrap();
    assert!(matches!(vault.sweep_expired().unwrap(), Swept::Erased(_)));
    assert_eq!(vault.status().unwrap().memories, 1);
}

#[test]
fn a_vault_that_goes_by_no_clock_yet_begins_when_it_does() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "stays");
    drop(vault);
    world.advance_ms(300 * 24 * HOUR_MS);
    let mut vault = world.open(folder.path()).unwrap();
    keep_for(&world, &mut vault, "gone in an hour", 1);
    assert_eq!(vault.unexplained_time_ms().unwrap(), None);
    // A second one by a clock that has jumped says nothing for the clock.
    world.advance_ms(48 * HOUR_MS);
    keep_for(&world, &mut vault, "gone in an hour too", 1);
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Held(1));
}

#[test]
fn rules_give_what_is_captured_a_date_to_go() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep(&mut vault, "before any rule");
    for bad in [
        rule(None, None, None, 5),
        rule(Some(Kind::Event), None, None, 0),
        rule(Some(Kind::Event), None, None, -1),
    ] {
        assert_eq!(vault.set_expiry_rules(vec![bad]).unwrap_err().code, Code::BadInput);
    }
    let rules = vec![
        rule(Some(Kind::Event), None, None, 10),
        rule(Some(Kind::Event), None, Some("parcel"), 2),
        rule(None, Some("chat"), None, 5),
    ];
    vault.set_expiry_rules(rules.clone()).unwrap();
    assert_eq!(vault.expiry_rules().unwrap(), rules);
    let mut capture = |kind, topic: &str, source: Option<&str>, content: &str| {
        let request = RememberRequest {
            content: content.to_owned(),
            kind,
            topics: if topic.is_empty() { Vec::new() } else { vec![topic.to_owned()] },
            source: source.map(str::to_owned),
            ..RememberRequest::default()
        };
        vault.remember(request).unwrap();
    };
    capture(Kind::Event, "", None, "an event");
    capture(Kind::Event, "parcel", None, "an event with a parcel");
    capture(Kind::Note, "parcel", None, "a note about a parcel");
    capture(Kind::Note, "", Some("chat"), "from a chat");
    let line = b"{\"content\":\"imported from a chat\",\"source\":\"chat\",\"created_at\":\"2020-01-01\"}\n";
    assert_eq!(vault.import_jsonl(line, &mut |_| true).summary.imported, 1);
    let mut left = Vec::new();
    for _ in 0..12 {
        vault.sweep_expired().unwrap();
        left.push(vault.status().unwrap().memories);
        world.advance_ms(HOUR_MS);
    }
    assert_eq!(left, [6, 6, 5, 5, 5, 3, 3, 3, 3, 3, 2, 2]);
}

/// What was dated by a clock that was far ahead is not erased once the clock is right again, before the person has said so.
#[test]
fn a_clock_that_is_put_back_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let world = World::new();
    let mut vault = world.create(folder.path()).vault;
    keep_for(&world, &mut vault, "gone in a day, by a clock ahead", 24);
    world.advance_ms(20 * HOUR_MS);
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
    world.advance_ms(20 * HOUR_MS);
    vault.sweep_expired().unwrap();
    keep_for(&world, &mut vault, "gone in a hundred hours", 100);
    world.advance_ms(-300 * HOUR_MS);
    assert!(vault.unexplained_time_ms().unwrap().is_some());
    assert_eq!(vault.sweep_expired().unwrap(), Swept::Nothing);
    vault.confirm_time().unwrap();
    assert_eq!(vault.unexplained_time_ms().unwrap(), None);
    let an_hour = vault.expires_after(HOUR_MS);
    assert_eq!(an_hour, Clock::now_ms(world.clock.as_ref()) + HOUR_MS, "an hour is an hour again");
}
