//! Dates as other programs write them, in milliseconds since 1970 UTC. Must not ask a clock.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// The last millisecond of the year 9999.
const LATEST_MS: f64 = 253_402_300_799_999.0;

/// An RFC 3339 time, a local date and time, a date, a month or a year. Without an offset UTC is meant, so that the same
/// file gives the same memories on every computer.
pub(crate) fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    // Longer than any written date: not worth a look.
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time.as_millisecond());
    }
    let civil = text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|date| date.at(0, 0, 0, 0)));
    let civil = civil.ok().or_else(|| month_or_year(text))?;
    civil.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp().as_millisecond())
}

/// `2026-03` or `2026`: the first instant of it.
fn month_or_year(text: &str) -> Option<DateTime> {
    let (year, month) = text.split_once('-').unwrap_or((text, "01"));
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) {
        return None;
    }
    Some(Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?.at(0, 0, 0, 0))
}

/// Seconds since 1970, with a fraction.
pub(crate) fn of_seconds(seconds: f64) -> Option<i64> {
    let milliseconds = (seconds * 1000.0).round();
    // Not a number fails both comparisons.
    (milliseconds > 0.0 && milliseconds <= LATEST_MS).then_some(milliseconds as i64)
}

/// A number that may be seconds or milliseconds: beyond the year 5138 in seconds, milliseconds are meant.
pub(crate) fn of_number(number: f64) -> Option<i64> {
    if number > 100_000_000_000.0 { of_seconds(number / 1000.0) } else { of_seconds(number) }
}

/// When a file was last changed.
pub(crate) fn of_file(metadata: &std::fs::Metadata) -> Option<i64> {
    let since = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_programs_write_them() {
        assert_eq!(parse("1970-01-02"), Some(86_400_000));
        assert_eq!(parse("1970-01-01T01:00:00+01:00"), Some(0));
        assert_eq!(parse("1970-01-01 00:01"), Some(60_000));
        assert_eq!(parse("1970-01-01 00:01Z"), Some(60_000));
        assert_eq!(parse("1970-02"), Some(31 * 86_400_000));
        assert_eq!(parse("1971"), Some(365 * 86_400_000));
        assert_eq!(parse("2023-05-08T13:56:00.123456+00:00").map(|ms| ms % 1000), Some(123));
        for bad in ["", "yesterday", "2023-13-01", "12/03/2026", "197", "1970-1", "99999-01-01T00:00:00Z"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_that_are_no_time_are_none() {
        assert_eq!(of_seconds(1.5), Some(1500));
        assert_eq!(of_number(1_700_000_000_000.0), Some(1_700_000_000_000));
        assert_eq!(of_number(1_700_000_000.0), Some(1_700_000_000_000));
        for bad in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
            assert_eq!(of_seconds(bad), None);
        }
    }
}
