//! Behaves as `keepsake scan --jsonl` does, with the filter alone: `{"text"}` a line in, `{"findings"}` a line out. For measuring
//! the filter without the whole program. Arguments are ignored.

use std::io::{BufRead, Write};

use keepsake_filter::{Filter, Policy, character_offsets};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (filter, policy) = (Filter::shared(), Policy::personal());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let text = line["text"].as_str().ok_or("a line without a text")?;
        let scan = filter.scan(text, &policy);
        let places = character_offsets(text, &scan.findings);
        let findings: Vec<Value> = scan
            .findings
            .iter()
            .zip(places)
            .map(|(finding, (start, end))| json!({"type": finding.kind, "start": start, "end": end, "action": finding.action}))
            .collect();
        writeln!(out, "{}", json!({"findings": findings, "over_budget": scan.over_budget}))?;
    }
    Ok(())
}
