//! What must be found beside words: by label, meaning, date and neighbour; and what must not.
#![allow(clippy::unwrap_used, reason = "a test may end here")]

mod memories;

use keepsake_recall::{Document, Filters, Index, Query};
use memories::{DAY_MS, found, id, index, memory, numbers, search};

#[test]
fn topics_source_and_whole_thread_names_are_words() {
    let mut index = index(&["first"]);
    let mut labelled = memory(1, "second");
    labelled.topics = vec!["Gardening".to_owned(), "Gardening".to_owned()];
    labelled.source = Some("https://example.org/page".to_owned());
    labelled.thread = Some("session_12".to_owned());
    index.upsert(labelled);
    for text in ["gardens?", "example.org", "session_12"] {
        assert_eq!(found(&index, text), [1], "{text}");
        assert!(search(&index, text)[0].matched.is_empty(), "{text}");
    }
    for text in ["12?", "session?", "garnish?", "exam?"] {
        assert_eq!(found(&index, text), [0; 0], "{text}");
    }
    assert_eq!(index.facets().topics, [("Gardening".to_owned(), 1)]);
}

#[test]
fn filters() {
    let mut index = Index::new(3);
    for (n, (kind, topics, source, thread)) in
        [("fact", "a b", "mail", "t1"), ("fact", "a", "chat", "t2"), ("decision", "b", "mail", "t1")]
            .into_iter()
            .enumerate()
    {
        let mut m = memory(n as u8, "plan");
        m.kind = kind.to_owned();
        m.topics = topics.split(' ').map(str::to_owned).collect();
        (m.source, m.thread) = (Some(source.to_owned()), Some(thread.to_owned()));
        index.upsert(m);
    }
    assert_eq!(found(&index, "plan"), [0, 1, 2]);
    assert_eq!(found(&index, "plan kind:FACT"), [0, 1]);
    assert_eq!(found(&index, "plan kind:fact kind:decision"), [0, 1, 2]);
    assert_eq!(found(&index, "plan topic:a topic:b"), [0]);
    assert_eq!(found(&index, "plan source:mail in:t1"), [0, 2]);
    assert_eq!(found(&index, "plan after:1970-01-02 before:1970-01-03"), [1]);
    assert_eq!(numbers(&search(&index, "kind:fact")), [1, 0]);
    for text in [
        "plan kind:note",
        "plan topic:c",
        "plan source:mai",
        "plan thread:t",
        "plan before:1970",
        "plan after:1971",
    ] {
        assert_eq!(found(&index, text), [0; 0], "{text}");
    }
}

#[test]
fn blank_finds_the_newest_and_noise_finds_nothing() {
    let index = index(&["one", "two", "three"]);
    assert_eq!(numbers(&search(&index, "  ")), [2, 1, 0]);
    assert!(search(&index, "").iter().all(|hit| hit.score == 0.0 && hit.matched.is_empty()));
    for text in ["?!", "…", "🎉", "zzz"] {
        assert_eq!(found(&index, text), [0; 0], "{text}");
    }
    assert!(index.search(&Query { text: "one".to_owned(), ..Query::default() }).is_empty());
    assert!(search(&Index::new(3), "one").is_empty());
}

#[test]
fn meaning_finds_what_words_do_not_and_little_meaning_finds_nothing() {
    let mut index = Index::new(3);
    for (n, vector) in [[1.0, 0.0, 0.0], [0.8, 0.6, 0.0], [0.0, 0.0, 1.0]].into_iter().enumerate() {
        index.upsert(Document { vectors: vec![vector.to_vec()], ..memory(n as u8, "words") });
    }
    index.upsert(memory(3, "waiting for its vector"));
    let mut query = Query { vector: Some(vec![1.0, 0.0, 0.0]), ..Query::parse("something else?") };
    let hits = index.search(&query);
    assert_eq!(numbers(&hits), [0, 1]);
    assert!((hits[0].meaning - 1.0).abs() < 0.01 && hits[0].words == 0.0);
    query.text = "waiting?".to_owned();
    assert!(numbers(&index.search(&query)).contains(&3));
    query.vector = Some(vec![1.0, 0.0]);
    assert_eq!(numbers(&index.search(&query)), [3]);
    assert_eq!(index.waiting_for_vector(), 1);
}

#[test]
fn equally_good_memories_come_newest_first() {
    let mut index = Index::new(3);
    for n in [2, 0, 3, 1] {
        index.upsert(Document { created_at_ms: 0, ..memory(n, "same words") });
    }
    assert_eq!(numbers(&search(&index, "same?")), [3, 2, 1, 0]);
    let mut query = Query::parse("same?");
    query.limit = 2;
    assert_eq!(numbers(&index.search(&query)), [3, 2]);
}

#[test]
fn neighbours_in_a_thread_lift_and_neighbours_in_time_do_not() {
    let mut index = Index::new(3);
    for n in 0..12 {
        let content = if n == 1 { "Where shall we eat sushi tonight" } else { "some sushi" };
        let thread = (n < 4).then(|| "lunch".to_owned());
        index.upsert(Document { thread, ..memory(n, content) });
    }
    let hits = search(&index, "where did we eat sushi tonight?");
    let place = |n: u8| numbers(&hits).iter().position(|&m| m == n).unwrap();
    assert_eq!(hits[0].id, id(1));
    assert!(place(2) < 3 && place(0) < 3 && place(3) < 5);
    assert!(place(3) < place(4));
}

#[test]
fn a_date_in_the_question_lifts_and_does_not_filter() {
    let mut index = Index::new(3);
    let may = 1_683_500_000_000;
    index.upsert(Document { created_at_ms: may, ..memory(0, "pottery class") });
    index.upsert(Document { created_at_ms: may + 60 * DAY_MS, ..memory(1, "pottery class") });
    assert_eq!(numbers(&search(&index, "pottery?")), [1, 0]);
    assert_eq!(numbers(&search(&index, "pottery in May 2023?")), [0, 1]);
    assert_eq!(numbers(&search(&index, "May 2023")), [0]);
    assert_eq!(found(&index, "May 2022"), [0; 0]);
}

#[test]
fn lists_are_newest_first_in_pages() {
    let index = index(&["a", "b", "c", "d", "e"]);
    assert_eq!(index.order(&Filters::default(), 1, 2), (5, vec![id(3), id(2)]));
    assert_eq!(index.order(&Filters::default(), 4, 9), (5, vec![id(0)]));
    assert_eq!(index.order(&Filters::default(), 5, 1), (5, vec![]));
    assert_eq!(
        index.order(&Filters { kinds: vec!["fact".to_owned()], ..Filters::default() }, 0, 9),
        (0, vec![])
    );
}

#[test]
fn what_is_removed_or_cleared_is_gone() {
    let mut index = index(&["secret garden", "open garden"]);
    assert!(index.remove(&id(0)) && !index.remove(&id(0)) && !index.contains(&id(0)));
    assert_eq!(found(&index, "garden"), [1]);
    assert_eq!(found(&index, "secr"), [0; 0]);
    index.upsert(memory(1, "changed"));
    assert_eq!((index.len(), found(&index, "garden").len(), found(&index, "changed")), (1, 0, vec![1]));
    index.clear();
    assert!(index.is_empty() && found(&index, "changed").is_empty());
    assert_eq!(index.facets(), keepsake_recall::Facets::default());
    index.upsert(memory(7, "again"));
    assert_eq!(found(&index, "again"), [7]);
}

#[test]
fn debug_shows_no_content() {
    let shown = format!("{:?} {:?}", memory(1, "secret garden"), Query::parse("secret garden"));
    assert!(!shown.contains("secret") && !shown.contains("garden"));
}

#[test]
fn a_memory_is_found_by_the_private_value_it_hides() {
    let (asked, other, unknown) = ([1; 10], [2; 10], [3; 10]);
    let mut index = index(&["ask Ana about the ferry", "the ferry leaves at nine"]);
    index.upsert(Document { tokens: vec![asked, other, asked], ..memory(2, "call Ana at [phone]") });
    assert!(index.has_token(&asked) && !index.has_token(&unknown));
    let search =
        |index: &Index, text: &str, token| index.search(&Query { tokens: vec![token], ..Query::parse(text) });
    // Alone, the value is all that counts; beside words it comes first.
    assert_eq!(numbers(&search(&index, "", asked)), [2]);
    assert_eq!(numbers(&search(&index, "", unknown)), [0; 0]);
    let hits = search(&index, "ferry", asked);
    assert_eq!(numbers(&hits)[0], 2);
    assert!(hits[0].by_token && !hits[1].by_token && hits.len() == 3);
    assert_eq!(numbers(&search(&index, "ferry", unknown)).len(), 2);
    // A filter that leaves it out stands above the value.
    let filtered = Query { tokens: vec![asked], ..Query::parse("ferry kind:fact") };
    assert!(index.search(&filtered).is_empty());
    index.upsert(memory(2, "call Ana"));
    assert!(!index.has_token(&asked));
    index.upsert(Document { tokens: vec![asked], ..memory(2, "call Ana") });
    index.remove(&id(2));
    assert!(!index.has_token(&asked) && search(&index, "", asked).is_empty());
}
