//! The meaning model, in the real window: another one is chosen in the system's dialog, used after a restart, missed when
//! its folder is gone, and left again for the built-in one.

use std::fs;

use serde_json::Value;

use crate::desk::{Desk, program, wait_for};
use crate::dialogs;
use crate::main_job::capture;
use crate::seat::Seat;

const OWN: &str = "first-token-db0aa7bb";
const BUILT_IN: &str = "all-MiniLM-L6-v2-int8-db0aa7bb";

#[test]
fn another_model_is_chosen_used_missed_and_left() {
    let Some(seat) = Seat::take() else { return };
    let folder = seat.desk.path("home/own-model");
    // The built-in model's files with another pooling are another model.
    fs::create_dir(&folder).unwrap();
    for name in
        ["model.onnx", "tokenizer.json", "config.json", "special_tokens_map.json", "tokenizer_config.json"]
    {
        fs::copy(program("model").join(name), folder.join(name)).unwrap();
    }
    let path = folder.to_str().unwrap();
    seat.desk.keepsake_ok(&["model", "manifest", path, "--name", "first-token", "--pooling", "cls"]);

    let page = seat.open_new_vault();
    capture(&page, "Pavel's rye bread needs two risings");
    capture(&page, "The spare key is with Mira");
    page.click("nav-settings");
    page.expect_text("settings", BUILT_IN);
    page.click("model-choose");
    dialogs::choose("Choose a model's folder", path);
    wait_for("the change", || (models(&seat.desk).first()? == OWN).then_some(()));
    page.expect_text("settings", path);
    page.expect("model-built-in");

    // What is kept now gets its vector under the new model, in the window that changed it.
    page.click("nav-memories");
    capture(&page, "Tyres want four bar");
    assert_eq!(seat.desk.status()["vectors"], 3);
    assert_eq!(seat.desk.status()["waiting_for_vector"], 0);
    page.close();

    // It is loaded from its folder after a restart.
    let page = seat.driver.open();
    page.expect("lock-screen");
    page.click("unlock-keychain");
    page.expect("main");
    page.click("nav-settings");
    page.expect_text("settings", path);
    page.click("nav-memories");
    capture(&page, "Doro likes quinces");
    wait_for("its vector", || (seat.desk.status()["waiting_for_vector"] == 0).then_some(()));
    page.close();

    // Gone: said, and words still find; then back to the built-in one.
    fs::rename(&folder, seat.desk.path("home/elsewhere")).unwrap();
    let page = seat.driver.open();
    page.expect("lock-screen");
    page.click("unlock-keychain");
    page.expect("main");
    page.fill("search", "quinces");
    page.expect_text("result-row", "Doro likes quinces");
    page.click("nav-settings");
    page.expect_text("settings", "Nothing is lost.");
    page.click("model-built-in");
    wait_for("the way back", || (models(&seat.desk).first()? == BUILT_IN).then_some(()));
    page.expect_gone("model-built-in");
    assert_eq!(seat.desk.status()["vectors"], 4);
    page.close();
    assert!(seat.desk.keepsake_ok(&["verify"]).contains(BUILT_IN));
}

/// The models' ids, the one that answers first.
fn models(desk: &Desk) -> Vec<String> {
    let listed: Value = serde_json::from_str(&desk.keepsake_ok(&["model", "list", "--json"])).unwrap();
    let models = listed["models"].as_array().unwrap().iter();
    models.filter_map(|model| model["id"].as_str().map(str::to_owned)).collect()
}

impl Desk {
    fn status(&self) -> Value {
        serde_json::from_str(&self.keepsake_ok(&["status", "--json"])).unwrap()
    }
}
