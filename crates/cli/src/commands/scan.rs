//! `scan --jsonl`: the filter alone. Must not open a vault.

use std::io::{BufRead, Write};

use keepsake_filter::{Filter, Policy};
use serde_json::{Value, json};

use super::findings_json;
use crate::failure::Failure;
use crate::output;

pub(super) fn scan() -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file("the texts", &error);
    let (filter, policy) = (Filter::shared(), Policy::personal());
    let mut out = output::standard_output();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(failed)?;
        let value: Option<Value> = serde_json::from_slice(&line).ok();
        let answer = match value.as_ref().and_then(|value| value.get("text")).and_then(Value::as_str) {
            Some(text) => {
                let scan = filter.scan(text, &policy);
                let mut answer = json!({ "findings": findings_json(text, &scan.findings) });
                if scan.over_budget {
                    answer["over_budget"] = json!(true);
                }
                answer
            }
            None => {
                json!({ "error": { "code": "bad_input", "message": "this line is no {\"text\": \"...\"}" } })
            }
        };
        writeln!(out, "{answer}").map_err(failed)?;
    }
    out.flush().map_err(failed)
}
