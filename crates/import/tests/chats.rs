//! Chats from outside: which sentences are proposed, which are not, and what is kept of a whole conversation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so at once")]

mod support;

use keepsake_import::{Error, Format, Found, Kind, LeftOut, Options, Reason, Speaker, read_bytes};
use serde_json::{Value, json};
use support::{chatgpt, claude, contents, item, read, zipped};

fn proposals_of(message: &str) -> Found {
    read("conversations.json", json!([chatgpt("c", 1.7e9, &[message])]).to_string(), Format::ChatGpt).unwrap()
}

#[test]
fn sentences_about_the_person_are_proposed_with_their_kind() {
    for (sentence, kind, reason) in [
        ("I prefer trains over planes.", Kind::Preference, "prefers"),
        ("I really like crime novels.", Kind::Preference, "likes"),
        ("Honestly, I hate coriander.", Kind::Preference, "dislikes"),
        ("I don't eat pork.", Kind::Preference, "dislikes"),
        ("My favourite colour is teal.", Kind::Preference, "favourite"),
        ("I always book the aisle seat.", Kind::Preference, "always or never"),
        ("My wife is a marine biologist.", Kind::Fact, "family"),
        ("My daughter Mira loves climbing.", Kind::Fact, "family"),
        ("I work at a small bakery in Tidemoor.", Kind::Fact, "works at"),
        ("I live in Tidemoor.", Kind::Fact, "lives in"),
        ("I’m allergic to hazelnuts.", Kind::Fact, "health"),
        ("I am a vegetarian.", Kind::Fact, "diet"),
        ("My name is Ines.", Kind::Fact, "name"),
        ("I'm a nurse on night shifts.", Kind::Fact, "is"),
        ("We have two cats.", Kind::Fact, "has"),
        ("We decided to rent the yellow house.", Kind::Decision, "decided"),
        ("Let's go with the ferry on Friday.", Kind::Decision, "goes with"),
        ("From now on, answer in short sentences.", Kind::Style, "from now on"),
        ("Call me Ines.", Kind::Style, "call me"),
        ("Remember that I prefer trains.", Kind::Preference, "asked to remember"),
        ("Please remember my gate code is on the fridge.", Kind::Note, "asked to remember"),
        ("Don't use emojis in your replies.", Kind::Style, "how to answer"),
        ("I'm left-handed.", Kind::Fact, "about me"),
        ("Kannst du dir merken, dass ich Linkshänder bin?", Kind::Note, "asked to remember"),
        ("I have a dentist appointment on Monday.", Kind::Event, "appointment"),
        ("I finally quit my job.", Kind::Event, "turning point"),
        ("Ich mag keinen Koriander.", Kind::Preference, "dislikes"),
        ("Ich mag Krimis.", Kind::Preference, "likes"),
        ("Ich bevorzuge die Bahn.", Kind::Preference, "prefers"),
        ("Ich trinke morgens gern Kaffee.", Kind::Preference, "likes"),
        ("Am liebsten esse ich draußen.", Kind::Preference, "favourite"),
        ("Ich wohne in Tiefenmoor.", Kind::Fact, "lives in"),
        ("Ich arbeite bei einer Bäckerei.", Kind::Fact, "works at"),
        ("Meine Schwester heißt Mira.", Kind::Fact, "family"),
        ("Wir haben uns für das gelbe Haus entschieden.", Kind::Decision, "decided"),
        ("Merk dir, dass ich keine Nüsse vertrage.", Kind::Note, "asked to remember"),
        ("Nenn mich Ines.", Kind::Style, "call me"),
        ("Ab jetzt antworte bitte kurz.", Kind::Style, "from now on"),
    ] {
        let found = proposals_of(sentence);
        assert_eq!(contents(&found), [sentence]);
        let item = item(&found, sentence);
        let proposed = item.proposed.unwrap();
        assert_eq!((item.kind, proposed.reason), (kind, reason), "{sentence}");
        assert!(proposed.is_worth_ticking(), "{sentence}: {}", proposed.score);
    }
}

#[test]
fn what_says_nothing_about_the_person_is_not_proposed() {
    for sentence in [
        "What do I like about trains?",
        "How do I live in a small flat",
        "Do you remember my name?",
        "Can you write a poem about the sea",
        "Please write to my landlord.",
        "I want you to act as a pirate.",
        "I'd like a recipe for soup.",
        "I need a table of rivers.",
        "If I lived in Tidemoor, I would sail.",
        "Imagine I work at a lighthouse.",
        "Let's say I live in a tree.",
        "I like it.",
        "I like this.",
        "I like the tone but make it shorter.",
        "Ich mag den Ton, aber kürze es.",
        "I always forget how to fold a map.",
        "I prefer the second version.",
        "I love how you put that.",
        "Let's go with option 2.",
        "I'm a bit tired.",
        "Call me back later.",
        "\"I live in a tree\" is what the owl says.",
        "My boss said \"I like rain\".",
        "The function returns a list.",
        "I have a question about lists.",
        "I would like to know the tide.",
        "As a user, I prefer a dark page.",
        "We haven't decided.",
        "Was mag ich an Zügen?",
        "Kannst du mir ein Gedicht schreiben",
        "Ich hätte gern ein Rezept.",
        "Ich möchte einen Brief schreiben.",
        "Wenn ich in Tiefenmoor wohne, segle ich.",
        "Stell dir vor, ich wohne im Wald.",
        "Ich mag das.",
        "Ich mag die zweite Version.",
        "Übersetze bitte: ich wohne in Tiefenmoor.",
        "Ich bin noch nie gesegelt.",
    ] {
        assert_eq!(contents(&proposals_of(sentence)), [""; 0], "{sentence}");
    }
}

#[test]
fn what_is_left_out_is_counted_by_cause() {
    let found = proposals_of(
        "Is it late? Please list rivers. If I sail, I sink. The sky is grey.\n```\nI like code.\n```\n> I like quotes.",
    );
    assert!(found.items.is_empty());
    for cause in [
        LeftOut::Question,
        LeftOut::Request,
        LeftOut::Hypothetical,
        LeftOut::NothingPersonal,
        LeftOut::Code,
        LeftOut::Pasted,
    ] {
        assert_eq!(found.count(cause), 1, "{cause}");
    }
}

#[test]
fn a_reason_goes_with_its_sentence_and_nothing_else_does() {
    let found = proposals_of("I prefer trains. Because I can read there. The sky is grey.");
    assert_eq!(contents(&found), ["I prefer trains. Because I can read there."]);
    let found = proposals_of("I prefer trains. The sky is grey. That's why I sleep.");
    assert_eq!(contents(&found), ["I prefer trains."]);
}

#[test]
fn pasted_material_is_left_out() {
    let letter = "Proofread this letter:\n\nI live in Oldharbour. I prefer planes.";
    assert!(proposals_of(letter).items.is_empty());
    let essay = "Here is my essay:\nI live in a hut. I love storms.";
    assert!(proposals_of(essay).items.is_empty());
    let long = format!("I live in Tidemoor.\n\n{}\n\nI prefer trains.", "I like the sea a lot. ".repeat(300));
    assert_eq!(contents(&proposals_of(&long)), ["I live in Tidemoor.", "I prefer trains."]);
    let story = "Write a short story about a fisher. I live in a boat. I hate rain.";
    assert!(proposals_of(story).items.is_empty());
}

#[test]
fn surer_sentences_score_higher() {
    let score = |sentence: &str| proposals_of(sentence).items[0].proposed.unwrap().score;
    assert!(score("I prefer trains to planes.") > score("For short trips I prefer trains."));
    assert!(score("I work from Tidemoor.") > score("Today I work from Tidemoor."));
    assert!(!proposals_of("I use a red pen for drafts.").items[0].proposed.unwrap().is_worth_ticking());
}

#[test]
fn equal_sentences_are_one_with_the_first_date() {
    let chats = json!([
        chatgpt("new", 1_700_000_000.0, &["I prefer trains."]),
        chatgpt("old", 1_600_000_000.0, &["i  PREFER trains!"]),
    ]);
    let found = read("conversations.json", chats.to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
    let item = &found.items[0];
    assert_eq!((item.created_at_ms, item.thread.as_deref()), (Some(1_600_000_000_000), Some("old")));
    assert_eq!(item.thread_title.as_deref(), Some("About old"));
    assert_eq!(found.count(LeftOut::Duplicate), 1);
}

#[test]
fn the_same_sentence_has_the_same_name_in_a_later_export() {
    let earlier = json!([chatgpt("a", 1.6e9, &["I prefer trains."])]);
    let later = json!([
        chatgpt("b", 1.7e9, &["I hate coriander."]),
        chatgpt("a", 1.6e9, &["I prefer trains.", "Noted.", "I live in Tidemoor."]),
    ]);
    let id = |chats: Value| {
        let found = read("conversations.json", chats.to_string(), Format::ChatGpt).unwrap();
        item(&found, "I prefer trains.").external_id.clone().unwrap()
    };
    assert_eq!(id(earlier), id(later));
}

#[test]
fn chatgpt_shows_the_branch_the_person_sees() {
    let mut chat = chatgpt("c", 1.7e9, &["I prefer trains.", "Noted."]);
    chat["mapping"]["left"] = json!({"parent": "root", "message": {"author": {"role": "user"},
        "content": {"content_type": "text", "parts": ["I prefer planes."]}}});
    let found = read("c.json", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
    // Without a current node the last leaf is the end.
    chat["current_node"] = Value::Null;
    let found = read("c.json", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
}

#[test]
fn a_circle_of_messages_ends() {
    let mut chat = chatgpt("c", 1.7e9, &["I prefer trains.", "Noted.", "I hate fog."]);
    chat["mapping"]["c-0"]["parent"] = json!("c-2");
    let found = read("c.json", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains.", "I hate fog."]);
    // No message is an end, and none is named.
    chat["mapping"].as_object_mut().unwrap().remove("root");
    chat["current_node"] = json!("nowhere");
    let found = read("c.json", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!((found.items.len(), found.failures[0].reason), (0, Reason::BrokenTree));
}

#[test]
fn only_visible_words_of_the_person_count() {
    let mut chat = chatgpt(
        "c",
        1.7e9,
        &["I prefer trains.", "I live in a data centre.", "I hate fog.", "ok", "I like tea."],
    );
    chat["mapping"]["c-2"]["message"]["metadata"]["is_visually_hidden_from_conversation"] = json!(true);
    chat["mapping"]["c-4"]["message"]["content"] = json!({"content_type": "multimodal_text",
        "parts": [{"content_type": "image_asset_pointer", "asset": {"deep": [[[]]]}}, "I love this photo of mine", "I like tea."]});
    let found = read("c.json", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains.", "I like tea."]);
}

#[test]
fn claude_is_read_by_its_blocks() {
    let mut chat = claude("k", "2026-02-03T08:00:00.000000Z", &["I prefer trains.", "Noted.", "x"]);
    chat["chat_messages"][2]["content"] = json!([
        {"type": "thinking", "thinking": "I like thinking"},
        {"type": "text", "text": "I hate fog."},
        {"type": "tool_result", "content": [{"type": "text", "text": "I like tools"}]},
    ]);
    chat["chat_messages"][2]["attachments"] = json!([{"extracted_content": "I live in a file."}]);
    let found = read("conversations.json", json!([chat]).to_string(), Format::Claude).unwrap();
    assert_eq!(contents(&found), ["I prefer trains.", "I hate fog."]);
    let first = &found.items[0];
    assert_eq!((first.source.as_deref(), first.thread.as_deref()), (Some("claude"), Some("k")));
    assert_eq!(first.created_at_ms, Some(1_770_105_600_000));
}

#[test]
fn old_claude_messages_have_a_text_only() {
    let chats = json!([{"uuid": "k", "name": "", "chat_messages": [{"sender": "human", "text": "I prefer trains."}]}]);
    let found = read("conversations.json", chats.to_string(), Format::Claude).unwrap();
    assert_eq!((contents(&found), found.items[0].created_at_ms), (vec!["I prefer trains."], None));
}

#[test]
fn a_whole_conversation_comes_only_if_asked() {
    let chats = json!([chatgpt("c", 1.7e9, &["I prefer trains.", "Noted: trains."])]).to_string();
    let options = Options { whole_conversations: true, ..Options::default() };
    let found = read_bytes("c.json", chats.as_bytes(), Format::ChatGpt, &options, &mut |_| true).unwrap();
    let said: Vec<_> = found.items.iter().map(|item| (item.proposed.is_some(), item.speaker)).collect();
    assert_eq!(said, [(true, None), (false, Some(Speaker::Person)), (false, Some(Speaker::Assistant))]);
    assert_eq!(found.items[2].external_id.as_deref(), Some("c/c-1"));
    assert!(found.items.iter().all(|item| item.thread.as_deref() == Some("c")));
    assert_eq!(found.proposals().count(), 1);
    let found = read("c.json", chats, Format::ChatGpt).unwrap();
    assert_eq!((found.items.len(), found.count(LeftOut::NotThePerson)), (1, 1));
}

#[test]
fn archives_are_read_whole_in_any_folder() {
    let first = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    let second = json!([chatgpt("b", 1.7e9, &["I hate fog."]), chatgpt("a", 1.7e9, &["I prefer trains."])])
        .to_string();
    let archive = zipped(&[
        ("export/conversations-001.json", second.as_bytes()),
        ("export/conversations-000.json", first.as_bytes()),
        ("export/user.json", b"{}"),
        ("export/shared_conversations.json", b"[{}]"),
    ]);
    let found = read("export.zip", archive, Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains.", "I hate fog."]);
    assert_eq!(found.count(LeftOut::Duplicate), 1, "the same conversation in two parts");

    let chats = json!([claude("k", "2026-02-03T08:00:00Z", &["I prefer trains."])]).to_string();
    let found =
        read("data.zip", zipped(&[("conversations.json", chats.as_bytes())]), Format::Claude).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
}

#[test]
fn an_unpacked_export_is_read_as_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let chats = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    std::fs::write(folder.path().join("conversations.json"), chats).unwrap();
    assert_eq!(keepsake_import::detect(folder.path()), Ok(Format::ChatGpt));
    let found =
        keepsake_import::read(folder.path(), Format::ChatGpt, &Options::default(), &mut |_| true).unwrap();
    assert_eq!(contents(&found), ["I prefer trains."]);
}

#[test]
fn one_program_is_not_taken_for_the_other() {
    let ours = json!([chatgpt("a", 1.7e9, &["I prefer trains."])]).to_string();
    let theirs = json!([claude("k", "2026-02-03T08:00:00Z", &["I prefer trains."])]).to_string();
    let (chatgpt, claude) = (Format::ChatGpt, Format::Claude);
    assert_eq!(read("c", &ours, claude), Err(Error::OtherFormat { expected: claude, found: chatgpt }));
    assert_eq!(read("c", &theirs, chatgpt), Err(Error::OtherFormat { expected: chatgpt, found: claude }));
    for other in
        ["{}", "[{\"title\": \"x\"}]", "[1]", "\"I prefer trains.\"", "[\"I prefer trains.\"]", "null"]
    {
        for format in [chatgpt, claude] {
            let expected = format.looks_like();
            assert_eq!(read("c", other, format), Err(Error::UnknownShape { expected }), "{other}");
        }
    }
    assert_eq!(read("c", "[]", chatgpt).unwrap().items, []);
}

#[test]
fn one_bad_conversation_does_not_end_the_file() {
    let good = |id: &str, text: &str| chatgpt(id, 1.7e9, &[text]);
    let chats =
        json!([good("a", "I prefer trains."), {"mapping": 7}, {"other": []}, "x", good("b", "I hate fog.")]);
    let found = read("c", chats.to_string(), Format::ChatGpt).unwrap();
    assert_eq!(contents(&found), ["I prefer trains.", "I hate fog."]);
    let failures: Vec<_> =
        found.failures.iter().map(|failure| (failure.place.as_str(), failure.reason)).collect();
    let unexpected = Reason::UnexpectedFields;
    assert_eq!(
        failures,
        [("conversation 2", unexpected), ("conversation 3", unexpected), ("conversation 4", unexpected)]
    );
}

#[test]
fn strange_fields_are_no_reason_to_fail() {
    let mut chat = chatgpt("c", 1.7e9, &["I prefer trains."]);
    chat["title"] = json!(["x"]);
    chat["create_time"] = json!("soon");
    chat["mapping"]["c-0"]["message"]["create_time"] = json!(-1e300);
    let found = read("c", json!([chat]).to_string(), Format::ChatGpt).unwrap();
    assert_eq!((found.items[0].created_at_ms, found.items[0].thread_title.clone()), (None, None));
}

#[test]
fn the_person_can_stop_it() {
    let chats: Vec<_> = (0..20).map(|id| chatgpt(&id.to_string(), 1.7e9, &["I prefer trains."])).collect();
    let mut seen = 0;
    let outcome = read_bytes(
        "c",
        Value::from(chats).to_string().as_bytes(),
        Format::ChatGpt,
        &Options::default(),
        &mut |progress| {
            assert!(progress.total_bytes.is_some_and(|total| progress.read_bytes <= total));
            seen += 1;
            seen < 5
        },
    );
    assert_eq!((outcome, seen), (Err(Error::Stopped), 5));
}
