//! Bulk import from outside: batches, order, stopping and going on, what changes meanwhile, short replies left out.
#![allow(clippy::unwrap_used)]

mod surroundings;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use keepsake_embed::{Embedder, ModelInfo, WindowVector};
use keepsake_filter::{Action, What};
use keepsake_vault::{
    Code, EditRequest, Error, ImportJob, ImportReport, Lend, SearchRequest, Selection, Vault,
};
use surroundings::{WordHashes, World, found};

fn lines(texts: impl Iterator<Item = (String, Option<String>)>) -> Vec<u8> {
    let line = |(content, id): (String, Option<String>)| {
        let id = id.map(|id| format!(r#","external_id":"{id}""#)).unwrap_or_default();
        format!("{{\"content\":\"{content}\"{id}}}\n")
    };
    texts.map(line).collect::<String>().into_bytes()
}

fn contents(vault: &mut Vault) -> Vec<String> {
    let all = Selection { limit: 100_000, ..Default::default() };
    let mut contents: Vec<String> =
        vault.list(&all).unwrap().memories.into_iter().map(|memory| memory.content).collect();
    // Newest first, and all have one date: by their sequence.
    contents.reverse();
    contents
}

fn run(vault: &mut Vault, job: ImportJob) -> ImportReport {
    vault.import_job(job, &mut |_| true)
}

#[test]
fn many_batches_are_kept_in_the_files_order_each_with_its_own_vector() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..1500).map(|i| (format!("thought {i} of item{i}"), None)));
    let report = run(&mut vault, ImportJob::of_jsonl(&text).in_steps_of(64));
    assert_eq!((report.summary.imported, report.without_id), (1500, 1500));
    assert_eq!((report.progress.done, report.progress.total), (1500, 1500));
    let expected: Vec<String> = (0..1500).map(|i| format!("thought {i} of item{i}")).collect();
    assert_eq!(contents(&mut vault), expected);
    let status = vault.status().unwrap();
    assert_eq!((status.waiting_for_vector, status.vectors), (0, 1500));
    assert_eq!(found(&mut vault, "item777")[0], "thought 777 of item777");
    assert!(vault.verify().unwrap().ok);
}

#[test]
fn one_id_twice_in_a_file_is_one_memory_wherever_the_lines_stand() {
    for apart in [1, 2, 63, 64, 65, 200] {
        let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
        let mut vault = world.create(folder.path()).vault;
        let twice = [(0, "one".to_owned()), (apart, "one".to_owned()), (2 * apart, "other".to_owned())];
        let texts = (0..500).map(|i| match twice.iter().find(|(at, _)| *at == i) {
            Some((_, text)) => (text.clone(), Some("same".to_owned())),
            None => (format!("line {i}"), None),
        });
        let report = run(&mut vault, ImportJob::of_jsonl(&lines(texts)).in_steps_of(64));
        let s = report.summary;
        assert_eq!((s.imported, s.unchanged, s.revised), (498, 1, 1), "{apart}");
        let all = contents(&mut vault);
        assert!(all.contains(&"other".to_owned()) && !all.contains(&"one".to_owned()));
        assert_eq!(vault.status().unwrap().waiting_for_vector, 0);
    }
}

#[test]
fn back_and_forth_under_one_id_ends_with_the_last_text_and_its_vector() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let say = |texts: &[&str]| {
        lines(
            texts
                .iter()
                .map(|text| ((*text).to_owned(), Some("x".to_owned())))
                .collect::<Vec<_>>()
                .into_iter(),
        )
    };
    assert_eq!(run(&mut vault, ImportJob::of_jsonl(&say(&["tea"]))).summary.imported, 1);
    let report = run(&mut vault, ImportJob::of_jsonl(&say(&["tea", "coffee", "tea"])));
    assert_eq!((report.summary.unchanged, report.summary.revised), (1, 2));
    let status = vault.status().unwrap();
    assert_eq!((status.memories, status.waiting_for_vector), (1, 0));
    assert_eq!(found(&mut vault, "tea"), ["tea"]);
}

#[test]
fn a_stopped_import_says_where_and_goes_on_there() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let mut text = lines((0..400).map(|i| (format!("note {i}"), None)));
    text.extend_from_slice(b"not json\n\n");
    text.extend(lines((400..700).map(|i| (format!("note {i}"), None))));
    let job = ImportJob::of_jsonl(&text).in_steps_of(100);
    let report = vault.import_job(job, &mut |progress| progress.done < 300);
    assert_eq!(report.stopped.unwrap().code, Code::Stopped);
    assert_eq!((report.progress.done, report.progress.total, report.summary.imported), (300, 701, 300));
    assert_eq!(vault.status().unwrap().memories, 300);
    let job = ImportJob::of_jsonl(&text).after(report.progress.done);
    let report = run(&mut vault, job);
    assert!(report.stopped.is_none());
    assert_eq!((report.summary.imported, report.summary.failed), (400, 1));
    assert_eq!(report.failures[0].0, "line 401");
    assert_eq!(report.progress.done, 701);
    let expected: Vec<String> = (0..700).map(|i| format!("note {i}")).collect();
    assert_eq!(contents(&mut vault), expected);
    // Beyond its end a file has nothing.
    assert_eq!(run(&mut vault, ImportJob::of_jsonl(&text).after(9999)).summary.imported, 0);
}

/// Lends the vault and lets something happen before the given loan, as another part of the program would.
struct Between<'a> {
    vault: Option<&'a mut Vault>,
    loan: usize,
    happens_at: usize,
    happens: &'a mut dyn FnMut(&mut Vault) -> bool,
}

impl Lend for Between<'_> {
    fn lend<T>(&mut self, step: impl FnOnce(&mut Vault) -> Result<T, Error>) -> Result<T, Error> {
        self.loan += 1;
        let vault = self.vault.take().ok_or_else(|| Error::new(Code::Failed, "locked", ""))?;
        if self.loan == self.happens_at && !(self.happens)(vault) {
            return Err(Error::new(Code::Failed, "locked", ""));
        }
        let answer = step(vault);
        self.vault = Some(vault);
        answer
    }
}

fn hashes() -> Arc<dyn Embedder> {
    Arc::new(WordHashes::new())
}

#[test]
fn a_vault_that_is_locked_meanwhile_keeps_what_was_kept() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..1000).map(|i| (format!("note {i}"), Some(format!("{i}")))));
    // Three batches are let in, one is kept, one let in; then the vault is gone.
    let mut lent = Between { vault: Some(&mut vault), loan: 0, happens_at: 6, happens: &mut |_| false };
    let report = ImportJob::of_jsonl(&text).in_steps_of(64).run(&mut lent, Some(&hashes()), &mut |_| true);
    assert!(report.stopped.is_some());
    assert_eq!((report.summary.imported, report.progress.done), (64, 64));
    assert_eq!(vault.status().unwrap().memories, 64);
    let rest = run(&mut vault, ImportJob::of_jsonl(&text)).summary;
    assert_eq!((rest.unchanged, rest.imported), (64, 936));
}

#[test]
fn a_rule_set_meanwhile_counts_for_what_waits() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..100).map(|i| (format!("lunch {i} with the Heliotrope people"), None)));
    // Loans: the one batch, the end of the file, keeping.
    let mut happens =
        |vault: &mut Vault| vault.add_filter_rule(What::Word("heliotrope".to_owned()), Action::Mask).is_ok();
    let mut lent = Between { vault: Some(&mut vault), loan: 0, happens_at: 3, happens: &mut happens };
    let report = ImportJob::of_jsonl(&text).run(&mut lent, Some(&hashes()), &mut |_| true);
    assert_eq!((report.summary.imported, report.summary.masked), (100, 100));
    assert!(contents(&mut vault).iter().all(|text| !text.contains("Heliotrope")));
    assert_eq!(vault.status().unwrap().waiting_for_vector, 0, "their vectors are of what was kept");
}

#[test]
fn an_edit_by_another_hand_while_the_model_works_is_seen() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..10).map(|i| (format!("fact {i}"), Some(format!("{i}")))));
    run(&mut vault, ImportJob::of_jsonl(&text));
    let id =
        vault.list(&Selection { limit: 1, ..Default::default() }).unwrap().memories[0].id.parse().unwrap();
    let mut happens = move |vault: &mut Vault| {
        vault
            .edit(&id, EditRequest { content: Some("something else".to_owned()), ..Default::default() })
            .is_ok()
    };
    let mut lent = Between { vault: Some(&mut vault), loan: 0, happens_at: 3, happens: &mut happens };
    let report = ImportJob::of_jsonl(&text).run(&mut lent, Some(&hashes()), &mut |_| true);
    assert_eq!((report.summary.unchanged, report.summary.revised), (9, 1));
    assert_eq!(vault.status().unwrap().waiting_for_vector, 0);
}

#[test]
fn vectors_of_another_model_than_the_vaults_are_not_kept() {
    struct Other(ModelInfo);
    impl Embedder for Other {
        fn info(&self) -> &ModelInfo {
            &self.0
        }
        fn embed(&self, text: &str) -> Result<Vec<WindowVector>, keepsake_embed::Error> {
            Ok(vec![WindowVector { start: 0, end: text.len(), vector: vec![1.0; 32] }])
        }
    }
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let other: Arc<dyn Embedder> = Arc::new(Other(ModelInfo { id: "other".to_owned(), dimensions: 32 }));
    let report =
        ImportJob::of_jsonl(b"{\"content\":\"a thought\"}").run(&mut vault, Some(&other), &mut |_| true);
    assert_eq!(report.summary.imported, 1);
    assert_eq!(vault.status().unwrap().waiting_for_vector, 1);
    assert_eq!(vault.embed_waiting(5).unwrap(), 1);
}

#[test]
fn a_text_the_model_fails_on_is_kept_and_waits() {
    struct Moody(WordHashes, AtomicUsize);
    impl Embedder for Moody {
        fn info(&self) -> &ModelInfo {
            self.0.info()
        }
        fn embed(&self, text: &str) -> Result<Vec<WindowVector>, keepsake_embed::Error> {
            self.1.fetch_add(1, Ordering::Relaxed);
            match text {
                "error" => Err(keepsake_embed::Error::Run),
                "panic" => panic!("the model stumbled"),
                _ => self.0.embed(text),
            }
        }
        fn parallel(&self) -> usize {
            2
        }
    }
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let moody = Arc::new(Moody(WordHashes::new(), AtomicUsize::new(0)));
    let embedder: Arc<dyn Embedder> = moody.clone();
    let texts = ["fine", "error", "panic", "fine too"].map(|text| (text.to_owned(), None));
    let job = ImportJob::of_jsonl(&lines(texts.into_iter()));
    let report = job.run(&mut vault, Some(&embedder), &mut |_| true);
    assert_eq!(report.summary.imported, 4);
    assert_eq!(moody.1.load(Ordering::Relaxed), 4);
    let status = vault.status().unwrap();
    assert_eq!((status.vectors, status.waiting_for_vector), (2, 2));
}

#[test]
fn without_a_model_everything_is_kept_and_waits() {
    let (folder, mut world) = (tempfile::tempdir().unwrap(), World::new());
    world.model = false;
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..300).map(|i| (format!("note {i}"), None)));
    assert_eq!(run(&mut vault, ImportJob::of_jsonl(&text)).summary.imported, 300);
    assert_eq!(vault.status().unwrap().waiting_for_vector, 300);
}

#[test]
fn short_replies_are_counted_and_left_out_only_when_asked() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(&folder.path().join("vault")).vault;
    let texts = ["ok", "Thanks, Mira!", "I'm vegan", "Guten Morgen", "no nuts", "42"];
    let mut text = lines(texts.iter().map(|text| ((*text).to_owned(), Some((*text).to_owned()))));
    text.extend_from_slice(b"{\"content\":\"  \"}\n");
    let file = folder.path().join("in.jsonl");
    std::fs::write(&file, &text).unwrap();
    let plan = vault.import_plan(&file, keepsake_vault::ImportFormat::Jsonl, &[]).unwrap();
    assert_eq!((plan.items, plan.fillers, plan.failed), (7, 3, 1));

    let report = run(&mut vault, ImportJob::of_jsonl(&text).with_min_salience(0.1));
    let s = report.summary;
    assert_eq!((s.imported, s.left_out, s.failed), (3, 3, 1), "what is empty is told as such");
    assert_eq!(contents(&mut vault), ["I'm vegan", "no nuts", "42"]);

    let all = run(&mut vault, ImportJob::of_jsonl(&text)).summary;
    assert_eq!((all.imported, all.unchanged, all.left_out), (3, 3, 0), "unasked, nothing is left out");
    let plan = vault.import_plan(&file, keepsake_vault::ImportFormat::Jsonl, &[]).unwrap();
    assert_eq!((plan.unchanged, plan.fillers), (6, 0), "what is here already does not come in");
}

#[test]
fn pages_of_text_are_kept_in_smaller_steps() {
    let (folder, world) = (tempfile::tempdir().unwrap(), World::new());
    let mut vault = world.create(folder.path()).vault;
    let text = lines((0..40).map(|i| (format!("page {i} {}", "word ".repeat(4000)), None)));
    let mut steps = Vec::new();
    vault.import_job(ImportJob::of_jsonl(&text).in_steps_of(64), &mut |progress| {
        steps.push(progress.done);
        true
    });
    assert!(steps.len() >= 10 && *steps.last().unwrap() == 40, "{steps:?}");
    let request = SearchRequest { text: "page 17".to_owned(), limit: 1, ..Default::default() };
    assert_eq!(vault.search(&request).unwrap().hits.len(), 1);
}
