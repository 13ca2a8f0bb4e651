//! Days and months in UTC. Must not know what day it is.

/// Milliseconds in a day.
const DAY_MS: i64 = 86_400_000;

/// A calendar day (proleptic Gregorian, UTC).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Day {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Day {
    /// The day that a moment falls on. From Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    /// <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>.
    pub(crate) fn of(unix_ms: i64) -> Self {
        let shifted = unix_ms.div_euclid(DAY_MS) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        Self {
            year: (year_of_era + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8,
        }
    }

    /// The day's first millisecond. Same source, `days_from_civil`.
    pub(crate) fn start_ms(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        (year.div_euclid(400) * 146_097 + day_of_era - 719_468) * DAY_MS
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the first day it means; nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(1), |m| digits(m, 2))?;
        let day = parts.next().map_or(Some(1), |d| digits(d, 2))?;
        let read = Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        // The 30th of February would come back as a day in March.
        (parts.next().is_none() && Self::of(read.start_ms()) == read).then_some(read)
    }
}

fn digits(text: &str, length: usize) -> Option<i32> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month (1 to 12) that a folded English word names, in full or by its first three letters (`sept` too).
pub(crate) fn month_named(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|m| {
        *m == word || (word.len() == 3 && m.starts_with(word)) || (word == "sept" && m.starts_with(word))
    })?;
    Some(at as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_agree() {
        for (text, ms) in [("1970-01-01", 0), ("2000-02-29", 951_782_400_000), ("2023-05", 1_682_899_200_000)]
        {
            assert_eq!(Day::parse(text).map(Day::start_ms), Some(ms));
        }
        for days in (-800_000..800_000).step_by(97) {
            assert_eq!(Day::of(days * DAY_MS + 5).start_ms(), days * DAY_MS);
        }
    }

    #[test]
    fn what_is_not_a_date_is_not_read() {
        for text in [
            "",
            "23",
            "2023-13",
            "2023-00",
            "2023-02-30",
            "2023-5",
            "2023-05-08-01",
            "20２3",
            "2023-",
            "+202",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months() {
        assert_eq!(
            (month_named("may"), month_named("sept"), month_named("dec")),
            (Some(5), Some(9), Some(12))
        );
        assert_eq!((month_named("ma"), month_named("mayor"), month_named("")), (None, None, None));
    }
}
