//! Which words find what, and which must not.

mod memories;

use memories::{found, index, marked, numbers, search};

#[test]
fn words_are_found_by_their_stem_and_not_by_their_inside() {
    let index = index(&["We went camping by the lake", "The camera broke", "A scampi dish"]);
    assert_eq!(found(&index, "camp?"), [0]);
    assert_eq!(found(&index, "CAMPS!"), [0]);
    assert_eq!(found(&index, "amping?"), [0; 0]);
    assert_eq!(found(&index, "lakeside?"), [0; 0]);
}

#[test]
fn the_last_word_may_be_unfinished_and_no_other() {
    let index = index(&["Coffee with oat milk", "Tea with lemon", "An office plant"]);
    assert_eq!(found(&index, "coff"), [0]);
    assert_eq!(found(&index, "oat coff"), [0]);
    assert_eq!(found(&index, "coff?"), [0; 0]);
    assert_eq!(found(&index, "coff sugar"), [0; 0]);
    assert_eq!(found(&index, "offee"), [0; 0]);
    assert_eq!(found(&index, "c"), [0; 0]);
    assert_eq!(marked("Coffee with oat milk", &search(&index, "coff")[0]), ["Coffee"]);
}

#[test]
fn a_word_that_no_memory_has_may_be_mistyped() {
    let index =
        index(&["I prefer coffee", "Her receipt for the umbrella", "Kaffee, naïve café", "A cot for two"]);
    for (mistyped, wanted) in [
        ("prefere coff", vec![0]),
        ("cofee?", vec![0]),
        ("coffeee?", vec![0]),
        ("recieptt?", vec![1]),
        ("umberlla?", vec![1]),
        ("preferr?", vec![0]),
        ("kaffe?", vec![2]),
        ("umrela?", vec![]),
        ("offee?", vec![]),
        ("cat?", vec![]),
        ("recep?", vec![]),
        ("c0ffee?", vec![]),
        ("\"prefere\"", vec![]),
        ("coffee -perfer", vec![0]),
    ] {
        assert_eq!(found(&index, mistyped), wanted, "{mistyped}");
    }
    assert_eq!(marked("I prefer coffee", &search(&index, "cofee?")[0]), ["coffee"]);
    // A word that is there is meant as it is written.
    let both = memories::index(&["the planet", "the plane"]);
    assert_eq!(found(&both, "plane?"), [1]);
}

#[test]
fn a_finished_last_word_ranks_above_what_it_begins() {
    let index = index(&["car", "carpet"]);
    assert_eq!(numbers(&search(&index, "car")), [0, 1]);
    assert_eq!(found(&index, "carpet"), [1]);
}

#[test]
fn stop_words_find_nothing_unless_they_are_all_there_is() {
    let index = index(&["What is the plan for it", "Buy lemons"]);
    assert_eq!(found(&index, "where is the saxophone?"), [0; 0]);
    assert_eq!(found(&index, "lemons for the cake?"), [1]);
    assert_eq!(found(&index, "wh"), [0; 0]);
    assert_eq!(found(&index, "what is it?"), [0]);
    assert_eq!(marked("What is the plan for it", &search(&index, "the plan?")[0]), ["plan"]);
}

#[test]
fn phrases_must_stand_as_they_are() {
    let index = index(&["The old oak by the river", "An oak, old and tall", "Old red oak", "older oaks"]);
    assert_eq!(found(&index, "\"old oak\""), [0]);
    assert_eq!(found(&index, "\"OLD, oak\" river"), [0]);
    assert_eq!(found(&index, "\"oak old\""), [1]);
    assert_eq!(found(&index, "\"old elm\""), [0; 0]);
    assert_eq!(found(&index, "\"old oak\" \"red oak\""), [0; 0]);
}

#[test]
fn excluded_words_and_phrases_are_left_out() {
    let index = index(&["green tea", "black tea", "teas and coffee", "tea, green as grass"]);
    assert_eq!(found(&index, "tea -green"), [1, 2]);
    assert_eq!(found(&index, "tea -\"green tea\""), [1, 2, 3]);
    assert_eq!(found(&index, "tea -tea"), [0; 0]);
    assert_eq!(found(&index, "tea -missing"), [0, 1, 2, 3]);
    assert_eq!(numbers(&search(&index, "-black")), [3, 2, 0]);
}

#[test]
fn accents_and_width_do_not_matter_but_letters_do() {
    let index = index(&["Zoë loves crème brûlée", "The cream is off", "Straße in Łódź", "ＡＢＣ shop"]);
    assert_eq!(found(&index, "creme?"), [0]);
    assert_eq!(found(&index, "ZOE?"), [0]);
    assert_eq!(found(&index, "crème?"), [0]);
    assert_eq!(found(&index, "strasse lodz?"), [2]);
    assert_eq!(found(&index, "abc?"), [3]);
    assert_eq!(found(&index, "\"crame\""), [0; 0]);
    assert_eq!(marked("Zoë loves crème brûlée", &search(&index, "brulee")[0]), ["brûlée"]);
}

#[test]
fn scripts_without_spaces() {
    let index = index(&[
        "京都でお茶を飲みました",
        "東京タワーに行った",
        "ฉันชอบกาแฟเย็น",
        "ฉันไปตลาด",
        "한국어를 배운다",
    ]);
    assert_eq!(found(&index, "京都"), [0]);
    assert_eq!(found(&index, "茶"), [0]);
    assert_eq!(found(&index, "タワー"), [1]);
    assert_eq!(found(&index, "กาแฟ"), [2]);
    assert_eq!(found(&index, "한국어"), [4]);
    assert_eq!(found(&index, "大阪"), [0; 0]);
    assert_eq!(found(&index, "都京"), [0; 0]);
    assert_eq!(found(&index, "\"都で飲\""), [0; 0]);
    assert_eq!(found(&index, "중국"), [0; 0]);
    assert_eq!(marked("京都でお茶を飲みました", &search(&index, "お茶")[0]), ["お茶"]);
}

#[test]
fn identifiers_and_numbers() {
    let index = index(&[
        "rename get_user_name to fetch_user",
        "call HttpServer::new then server.listen()",
        "rent is $1,200 from 2023-05-08",
        "pi is 3.14, door 4711",
    ]);
    assert_eq!(found(&index, "get_user_name"), [0]);
    assert_eq!(found(&index, "user?"), [0]);
    assert_eq!(found(&index, "httpserver"), [1]);
    assert_eq!(found(&index, "server.listen"), [1]);
    assert_eq!(found(&index, "1200"), [2]);
    assert_eq!(found(&index, "4711"), [3]);
    assert_eq!(found(&index, "471?"), [0; 0]);
    assert_eq!(found(&index, "11"), [0; 0]);
    assert_eq!(found(&index, "username?"), [0; 0]);
    assert_eq!(found(&index, "\"listen server\""), [0; 0]);
}
