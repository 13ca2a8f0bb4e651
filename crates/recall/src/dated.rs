//! Dates named in a question ("in July", "on 13 August 2023"): which memories were made then. Must not know today's date.

use crate::calendar::{Day, month_named};
use crate::tokens::{Form, each_token};

/// What a question says about when. A hint, not a filter: it lifts what fits.
#[derive(Default, Debug, PartialEq)]
pub(crate) struct Dated {
    /// Bit `m` set: month `m` was named.
    months: u16,
    day: Option<u8>,
    year: Option<i32>,
}

/// Words after which `may`, `march` or a short form is a month.
const BEFORE_A_MONTH: &[&str] = &[
    "in", "on", "of", "since", "by", "last", "this", "next", "early", "mid", "late", "during", "until",
    "till", "before", "after", "from", "to", "through", "between", "around",
];

impl Dated {
    pub(crate) fn parse(text: &str) -> Self {
        let mut words: Vec<(String, bool)> = Vec::new();
        let mut found = Self::default();
        each_token(text, |t| match t.form {
            Form::Word => {
                let capital = text[t.span.0..].chars().next().is_some_and(char::is_uppercase);
                words.push((t.text.to_owned(), capital && t.span.0 > 0));
            }
            Form::Whole => {
                if let Some(day) = Day::parse(t.text).filter(|_| t.text.len() > 4) {
                    found = Self {
                        months: 1 << day.month,
                        day: (t.text.len() > 7).then_some(day.day),
                        year: Some(day.year),
                    };
                }
            }
            _ => {}
        });
        if found.months != 0 {
            return found;
        }
        for (at, (word, capital)) in words.iter().enumerate() {
            if let Some(year) = year(word) {
                found.year = Some(year);
            }
            let Some(month) = month_named(word) else { continue };
            let before = at.checked_sub(1).map_or("", |i| words[i].0.as_str());
            let further = at.checked_sub(2).map_or("", |i| words[i].0.as_str());
            let after = words.get(at + 1).map_or("", |(w, _)| w.as_str());
            let day = day(before)
                .or_else(|| if before == "of" { day(further) } else { None })
                .or_else(|| day(after));
            let plain = word.len() > 3 && word != "march" && word != "sept";
            if plain || *capital || day.is_some() || year(after).is_some() || BEFORE_A_MONTH.contains(&before)
            {
                found.months |= 1 << month;
                found.day = found.day.or(day);
            }
        }
        found
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.months == 0 && self.year.is_none()
    }

    /// 0 for a memory of another time; 1 for the month, 2 for the day (or one beside it: time zones), 0.3 for the year.
    /// A month of another year than the one named does not count.
    pub(crate) fn fit(&self, made: Day) -> f32 {
        let year = self.year.is_some_and(|y| y == made.year);
        let month = self.months & (1 << made.month) != 0 && (year || self.year.is_none());
        let day = month && self.day.is_some_and(|d| d.abs_diff(made.day) <= 1);
        f32::from(u8::from(month) + u8::from(day)) + if year { 0.3 } else { 0.0 }
    }

    /// Whether everything that was named fits.
    pub(crate) fn is(&self, made: Day) -> bool {
        let most = f32::from(u8::from(self.months != 0) + u8::from(self.months != 0 && self.day.is_some()));
        !self.is_empty() && self.fit(made) >= most + if self.year.is_some() { 0.3 } else { 0.0 }
    }
}

fn year(word: &str) -> Option<i32> {
    let year = Day::parse(word).filter(|_| word.len() == 4)?.year;
    (1900..2100).contains(&year).then_some(year)
}

fn day(word: &str) -> Option<u8> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[number.len()..];
    let day = number.parse().ok().filter(|day| (1..=31).contains(day))?;
    (number.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&ending)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> (u16, Option<u8>, Option<i32>) {
        let Dated { months, day, year } = Dated::parse(text);
        (months, day, year)
    }

    #[test]
    fn months_days_and_years_are_read() {
        assert_eq!(named("What did I do in july?"), (1 << 7, None, None));
        assert_eq!(named("on the 13th of August 2023"), (1 << 8, Some(13), Some(2023)));
        assert_eq!(named("August 3, 2022"), (1 << 8, Some(3), Some(2022)));
        assert_eq!(named("notes from 2023-05-08"), (1 << 5, Some(8), Some(2023)));
        assert_eq!(named("trip in May or June"), (1 << 5 | 1 << 6, None, None));
        assert_eq!(named("budget 2024"), (0, None, Some(2024)));
    }

    #[test]
    fn ordinary_words_and_numbers_are_not_dates() {
        for text in [
            "what may I eat",
            "march the dog home",
            "dec the halls",
            "the 13th floor",
            "room 1024 b",
            "v 3.14",
            "",
        ] {
            assert!(Dated::parse(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn fit_needs_the_right_year() {
        let may = Dated::parse("in May 2023");
        let day = |year, month, day| Day { year, month, day };
        assert!(may.is(day(2023, 5, 20)) && may.fit(day(2023, 5, 20)) > may.fit(day(2023, 6, 1)));
        assert_eq!(may.fit(day(2022, 5, 20)), 0.0);
        assert!(!may.is(day(2022, 5, 20)) && !Dated::default().is(day(2022, 5, 20)));
        assert!(
            Dated::parse("13 August").is(day(2020, 8, 12)) && !Dated::parse("13 August").is(day(2020, 8, 20))
        );
    }
}
