//! Wiki links, embeds and tags inside a note's text. Must not touch code: `[[ -f file ]]` is a line of shell there.

/// A longer link is none.
const LONGEST_LINK_BYTES: usize = 400;
/// A longer tag is none.
const LONGEST_TAG_BYTES: usize = 100;

/// The text as it reads without links, and the tags in it.
pub(crate) fn read(text: &str) -> (String, Vec<String>) {
    let (mut out, mut tags) = (String::with_capacity(text.len()), Vec::new());
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) => {
                read_line(line, &mut out, &mut tags);
                continue;
            }
            _ => {}
        }
        out.push_str(line);
    }
    (out, tags)
}

fn read_line(line: &str, out: &mut String, tags: &mut Vec<String>) {
    let mut rest = line;
    let mut before = ' ';
    // Once no closing mark was found, none comes later in the line: each line is read in one go.
    let mut closed = [true, true];
    while let Some(at) = rest.find(['`', '[', '!', '#']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        before = plain.chars().next_back().unwrap_or(before);
        let used = code(special, &mut closed)
            .map(|code| (code.to_owned(), code.len()))
            .or_else(|| link(special))
            .or_else(|| {
                let tag = tag(special, before)?;
                tags.push(tag.to_owned());
                Some((format!("#{tag}"), tag.len() + 1))
            });
        let (text, length) = used.unwrap_or_else(|| first_character(special));
        before = text.chars().next_back().unwrap_or(before);
        out.push_str(&text);
        rest = special.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
}

fn first_character(text: &str) -> (String, usize) {
    let first: String = text.chars().take(1).collect();
    let length = first.len();
    (first, length)
}

/// A piece of code in one or two backticks, with them.
fn code<'a>(text: &'a str, closed: &mut [bool; 2]) -> Option<&'a str> {
    let (mark, state) = match closed {
        [_, two] if text.starts_with("``") => ("``", two),
        [one, _] if text.starts_with('`') => ("`", one),
        _ => return None,
    };
    if !*state {
        return None;
    }
    let Some(end) = text.get(mark.len()..)?.find(mark) else {
        *state = false;
        return None;
    };
    text.get(..end + 2 * mark.len())
}

/// A link or an embed: how it reads, and how long it is as written.
fn link(text: &str) -> Option<(String, usize)> {
    let (embedded, inner) = match text.strip_prefix('!') {
        Some(rest) => (true, rest.strip_prefix("[[")?),
        None => (false, text.strip_prefix("[[")?),
    };
    let end = inner
        .bytes()
        .take(LONGEST_LINK_BYTES)
        .zip(inner.bytes().skip(1))
        .position(|pair| pair == (b']', b']'))?;
    let inner = inner.get(..end)?;
    if inner.trim().is_empty() || inner.contains("[[") || inner.contains('\n') {
        return None;
    }
    let (target, alias) = inner.split_once('|').unwrap_or((inner, ""));
    let (note, place) = target.split_once('#').unwrap_or((target, ""));
    let (note, place) = (note.trim(), place.trim().trim_start_matches('^'));
    let reads = match (embedded, alias.trim()) {
        // What is beside an embed is its size.
        (true, _) if !note.is_empty() => note.to_owned(),
        (false, alias) if !alias.is_empty() => alias.to_owned(),
        _ if note.is_empty() => place.to_owned(),
        // The name of a block is no word.
        _ if place.is_empty() || target.contains("#^") => note.to_owned(),
        _ => format!("{note} > {place}"),
    };
    Some((reads, end + 4 + usize::from(embedded)))
}

/// A tag after a space or at the start of a line: letters, digits and `_-/`, not digits alone.
fn tag(text: &str, before: char) -> Option<&str> {
    let rest = text.strip_prefix('#')?;
    if !before.is_whitespace() && before != '(' {
        return None;
    }
    let end =
        rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '/')).unwrap_or(rest.len());
    let tag = rest.get(..end)?.trim_end_matches('/');
    let is_number = tag.bytes().all(|byte| byte.is_ascii_digit());
    (!tag.is_empty() && !is_number && tag.len() <= LONGEST_TAG_BYTES).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_read_as_their_text() {
        for (written, reads) in [
            ("see [[Tea]] now", "see Tea now"),
            ("[[People/Ines|Ines]]", "Ines"),
            ("[[Tea#Green]] and [[#Here]] and [[Tea#^a1]]", "Tea > Green and Here and Tea"),
            ("![[plan.png|200]]!", "plan.png!"),
            ("a [[b]] [[c", "a b [[c"),
            ("[[]] [[ [[d]]", "[[]] [[ d"),
            ("`[[ -f x ]]` and ``[[a]]`` [[b]]", "`[[ -f x ]]` and ``[[a]]`` b"),
            ("```\n[[ a ]]\n```\n[[b]]", "```\n[[ a ]]\n```\nb"),
            ("[one](two) ![three](four) wow!", "[one](two) ![three](four) wow!"),
        ] {
            assert_eq!(read(written).0, reads);
        }
    }

    #[test]
    fn tags_are_found_outside_code() {
        let text = "# Head\n#home, #tea/green (#x) a#no #123 `#code` `open #yes\n~~~\n#fenced\n~~~";
        assert_eq!(read(text).1, ["home", "tea/green", "x", "yes"]);
        assert_eq!(read(text).0, text);
    }

    #[test]
    fn a_long_line_of_open_brackets_takes_no_time() {
        let text = "[[`".repeat(300_000);
        assert_eq!(read(&text).0, text);
    }
}
