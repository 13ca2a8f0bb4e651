//! Time: handed in, and its written forms. Must not be asked for anywhere else in this crate.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::{Code, Error};

/// A hundred years: beyond that, "never" is meant.
const LONGEST_LIFETIME_MS: i64 = 100 * 365 * 24 * 60 * 60 * 1000;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970-01-01 UTC.
    fn now_ms(&self) -> i64;

    /// Which start of the computer this is, and for how many milliseconds it has been on, sleep included; `None` where that cannot be
    /// told. What the clock says of a long time can be checked by it.
    fn running(&self) -> Option<(String, i64)> {
        None
    }
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        Timestamp::now().as_millisecond()
    }

    #[cfg(target_os = "linux")]
    fn running(&self) -> Option<(String, i64)> {
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
        let seconds: f64 = uptime.split_whitespace().next()?.parse().ok()?;
        Some((boot.trim().to_owned(), (seconds * 1000.0) as i64))
    }
}

/// RFC 3339 in UTC, whole seconds unless there are milliseconds.
pub fn format_time(unix_ms: i64) -> String {
    Timestamp::from_millisecond(unix_ms).map_or_else(|_| unix_ms.to_string(), |time| time.to_string())
}

/// Milliseconds since 1970 of an RFC 3339 time, a local date and time, or a date. Without an offset, UTC is meant:
/// an import gives the same vault on every computer.
///
/// # Errors
/// [`Code::BadInput`] for anything else.
pub fn parse_time(text: &str) -> Result<i64, Error> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(time.as_millisecond());
    }
    let civil = text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|date| date.at(0, 0, 0, 0)));
    let zoned = civil.and_then(|civil| civil.to_zoned(TimeZone::UTC));
    zoned.map(|time| time.timestamp().as_millisecond()).map_err(|_| {
        Error::new(
            Code::BadInput,
            "a date could not be read",
            "write it as 2026-03-12 or 2026-03-12T18:42:00Z",
        )
    })
}

/// The start of a day (`2026-03-12`) where the person is: what they mean by a date in the window.
///
/// # Errors
/// [`Code::BadInput`] for anything else.
pub fn parse_local_day(text: &str) -> Result<i64, Error> {
    let day = text.trim().parse::<Date>().and_then(|date| date.to_zoned(TimeZone::system()));
    day.map(|start| start.timestamp().as_millisecond())
        .map_err(|_| Error::new(Code::BadInput, "a date could not be read", "write it as 2026-03-12"))
}

/// Milliseconds in `30d`, `12h`, `90m`, `6w` or `1y` (of 365 days).
///
/// # Errors
/// [`Code::BadInput`] for anything else, zero included.
pub fn parse_duration(text: &str) -> Result<i64, Error> {
    let bad =
        || Error::new(Code::BadInput, "a duration could not be read", "write it as 90m, 12h, 30d, 6w or 1y");
    let text = text.trim();
    let unit = text.chars().last().ok_or_else(bad)?;
    let hours = match unit {
        'm' => SignedDuration::from_mins(1),
        'h' => SignedDuration::from_hours(1),
        'd' => SignedDuration::from_hours(24),
        'w' => SignedDuration::from_hours(24 * 7),
        'y' => SignedDuration::from_hours(24 * 365),
        _ => return Err(bad()),
    };
    let count: i32 = text[..text.len() - unit.len_utf8()].parse().map_err(|_| bad())?;
    if count <= 0 {
        return Err(bad());
    }
    let total = hours.checked_mul(count).ok_or_else(bad)?;
    i64::try_from(total.as_millis()).ok().filter(|ms| *ms <= LONGEST_LIFETIME_MS).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_and_without_offset() {
        assert_eq!(parse_time("1970-01-02").unwrap(), 86_400_000);
        assert_eq!(parse_time("1970-01-01T01:00:00+01:00").unwrap(), 0);
        assert_eq!(parse_time("1970-01-01T00:00:01.5Z").unwrap(), 1500);
        assert_eq!(parse_time("1970-01-01T00:00:01").unwrap(), 1000);
        assert_eq!(format_time(parse_time("2023-05-08T13:56:00+00:00").unwrap()), "2023-05-08T13:56:00Z");
        for bad in ["", "yesterday", "2023-13-01", "12/03/2026", "99999-01-01T00:00:00Z"] {
            assert_eq!(parse_time(bad).unwrap_err().code, Code::BadInput, "{bad}");
        }
    }

    #[test]
    fn durations_need_a_count_and_a_unit() {
        assert_eq!(parse_duration("30d").unwrap(), 30 * 86_400_000);
        assert_eq!(parse_duration("90m").unwrap(), 5_400_000);
        for bad in ["", "d", "30", "-1d", "0h", "3x", "1.5d", "30日", "101y"] {
            assert!(parse_duration(bad).is_err(), "{bad}");
        }
    }
}
