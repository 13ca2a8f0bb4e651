//! Dates as people write them: in numbers, with the names of months in a dozen languages, in Chinese, Japanese and Korean. It
//! must not know what a date is of.

use std::ops::Range;

use crate::text::Text;

/// How much is looked at from where a date may begin.
const LONGEST: usize = 48;

/// The names of the months and their short forms, a line for each month: English, German, Dutch, the Nordic languages, French,
/// Spanish, Portuguese, Italian, Romanian, Polish, Czech, Turkish, Indonesian, Russian, Ukrainian.
const MONTHS: [&str; 12] = [
    "january jan januar jänner januari janvier janv enero ene janeiro gennaio gen ianuarie stycznia leden ledna ocak января січня",
    "february feb februar februari février fevrier févr febrero fevereiro fev febbraio februarie lutego února şubat subat pebruari февраля лютого",
    "march mar märz maerz maart mars marts marzo março marco martie marca března mart maret марта березня",
    "april apr avril avr abril abr aprile kwietnia dubna nisan апреля квітня",
    "may mai mei maj mayo maio maggio mag maja května mayıs mayis мая травня",
    "june jun juni juin junio junho giugno giu iunie czerwca června haziran июня червня",
    "july jul juli juillet juil julio julho luglio lug iulie lipca července temmuz июля липня",
    "august aug august augustus augusti août aout agosto ago sierpnia srpna ağustos agustos августа серпня",
    "september sep sept septembre septiembre setembro set settembre septembrie września září eylül eylul сентября вересня",
    "october oct oktober okt octobre octubre outubro out ottobre ott octombrie października října ekim октября жовтня",
    "november nov novembre noviembre novembro noiembrie listopada listopadu kasım kasim ноября листопада",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre decembrie grudnia prosince aralık aralik desember декабря грудня",
];

/// What may stand between the parts of a date.
const BETWEEN: [&str; 22] = [
    "of", "the", "de", "del", "di", "do", "da", "den", "d", "st", "nd", "rd", "th", "er", "º", "年", "月",
    "日", "년", "월", "일", "г",
];

enum Part<'a> {
    Number(&'a str),
    Word(&'a str),
}

/// The end of the date that begins at a place, if one does: a day, a month and a year between 1880 and 2039. `bare` lets in dates
/// without separators, or with blanks alone.
pub(super) fn date(text: Text<'_>, at: usize, bare: bool) -> Option<usize> {
    let window = text.after(at, LONGEST);
    let (mut parts, mut end): (Vec<(Part<'_>, usize)>, usize) = (Vec::new(), 0);
    let mut gaps: Vec<&str> = Vec::new();
    while parts.len() < 3 {
        let (gap, range, digits) = next_part(window, end)?;
        let piece = window.get(range.clone())?;
        end = range.end;
        if !digits && BETWEEN.contains(&piece.to_lowercase().as_str()) {
            continue;
        }
        gaps.push(window.get(gap)?);
        parts.push((if digits { Part::Number(piece) } else { Part::Word(piece) }, end));
        if let ([(Part::Number(all), end)], true) = (parts.as_slice(), bare)
            && all.len() == 8
        {
            return is_packed(all).then_some(at + end);
        }
    }
    let [(first, _), (second, _), (third, end)] = parts.as_slice() else { return None };
    let holds = match (first, second, third) {
        (Part::Number(first), Part::Number(second), Part::Number(third)) => {
            let same = gaps.get(1) == gaps.get(2);
            let blank = gaps.get(1).is_some_and(|gap| gap.trim().is_empty());
            let unspaced = window.contains('月') || window.contains('월');
            same && (bare || !blank || unspaced) && is_numeric(first, second, third)
        }
        (Part::Number(day), Part::Word(name), Part::Number(year)) => {
            is_date(day, month(name)?, year) || is_date(year, month(name)?, day) && day.len() == 4
        }
        (Part::Word(name), Part::Number(day), Part::Number(year)) => is_date(day, month(name)?, year),
        _ => false,
    };
    let after = window.get(*end..)?;
    let cjk = ['日', '일'].iter().find(|day| after.starts_with(**day)).map_or(0, |day| day.len_utf8());
    // A time of day may follow: 1976-11-09T00:00.
    let timed =
        after.strip_prefix('T').is_some_and(|time| time.starts_with(|next: char| next.is_ascii_digit()));
    let ends = timed || !after.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
    (holds && ends).then_some(at + end + cjk)
}

/// The next run of digits or of letters: the gap before it, its range, and which of the two it is.
fn next_part(window: &str, from: usize) -> Option<(Range<usize>, Range<usize>, bool)> {
    let rest = window.get(from..)?;
    let gap = rest.find(char::is_alphanumeric)?;
    let signs = rest.get(..gap)?;
    if signs.len() > 4 || signs.contains(['\n', ':', ';', '(', '@', '+']) {
        return None;
    }
    let run = rest.get(gap..)?;
    let digits = run.starts_with(|first: char| first.is_ascii_digit());
    let unspaced = run.starts_with(['年', '月', '日', '년', '월', '일']);
    let len = match unspaced {
        true => run.chars().next()?.len_utf8(),
        false => run
            .find(|next: char| !next.is_alphanumeric() || next.is_ascii_digit() != digits)
            .unwrap_or(run.len()),
    };
    Some((from..from + gap, from + gap..from + gap + len, digits))
}

fn month(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    MONTHS.iter().position(|names| names.split(' ').any(|known| known == name)).map(|at| at + 1)
}

/// Three numbers: year, month, day, or day and month in either order and the year.
fn is_numeric(first: &str, second: &str, third: &str) -> bool {
    let month = |digits: &str| {
        (digits.len() <= 2)
            .then(|| digits.parse::<usize>().ok())
            .flatten()
            .filter(|month| (1..=12).contains(month))
    };
    match first.len() {
        4 => month(second).is_some_and(|month| is_date(third, month, first)),
        _ => {
            third.len() != 3
                && (month(second).is_some_and(|month| is_date(first, month, third))
                    || month(first).is_some_and(|month| is_date(second, month, third)))
        }
    }
}

/// Eight digits: 19680314, 14031968 or 03141968.
fn is_packed(digits: &str) -> bool {
    let piece = |range: Range<usize>| digits.get(range).unwrap_or_default();
    is_numeric(piece(0..4), piece(4..6), piece(6..8)) || is_numeric(piece(0..2), piece(2..4), piece(4..8))
}

fn is_date(day: &str, month: usize, year: &str) -> bool {
    const DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days = month.checked_sub(1).and_then(|at| DAYS.get(at)).copied().unwrap_or(0);
    let real_day = day.len() <= 2 && day.parse::<u8>().is_ok_and(|day| (1..=days).contains(&day));
    let real_year = year.len() == 2
        || year.len() == 4 && year.parse::<u16>().is_ok_and(|year| (1880..2040).contains(&year));
    real_day && real_year
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &str, bare: bool) -> &str {
        date(Text::new(given), 0, bare).map_or("", |end| &given[..end])
    }

    #[test]
    fn dates_in_many_hands() {
        for given in [
            "14/03/1968",
            "1968-03-14",
            "14.3.68",
            "14 March 1968",
            "March 14th, 1968",
            "14th of March, 1968",
            "14-MAR-1968",
            "14. März 1968",
            "14 de marzo de 1968",
            "1er mai 1968",
            "1968年3月14日",
            "1968년 3월 14일",
            "14 мая 1968",
            "1968 Mar 14",
            "14. 03. 1968",
        ] {
            assert_eq!(read(given, false), given);
        }
        assert_eq!(read("19680314", true), "19680314");
        assert_eq!(read("14 03 1968", true), "14 03 1968");
    }

    #[test]
    fn what_is_no_date() {
        for given in [
            "14 03 1968",
            "19680314",
            "31/02/1968x",
            "32/01/1968",
            "14/13/13/1968",
            "March 1968",
            "14 Market 1968",
            "1.2.3",
        ] {
            assert_eq!(read(given, false), "", "{given}");
        }
    }
}
