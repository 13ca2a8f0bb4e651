//! Which backups are kept: the last of each of seven days, four weeks and six months. Pure: must not know files or the clock.

use std::collections::HashSet;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 6;

/// Of these times, in milliseconds since 1970, the ones whose backups may go. The newest always stays.
pub(crate) fn superseded(times_ms: &[i64]) -> Vec<i64> {
    let mut newest_first = times_ms.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    newest_first.dedup();
    let (mut days, mut weeks, mut months) = (HashSet::new(), HashSet::new(), HashSet::new());
    newest_first.retain(|&at_ms| {
        let Some((day, week, month)) = periods(at_ms) else { return false };
        let mut kept = false;
        // The first that is met of a period is its last.
        if days.len() < DAYS && days.insert(day) {
            kept = true;
        }
        if weeks.len() < WEEKS && weeks.insert(week) {
            kept = true;
        }
        if months.len() < MONTHS && months.insert(month) {
            kept = true;
        }
        !kept
    });
    newest_first
}

/// Until when a backup of that time may be kept, if one is made each day: it goes then, or sooner.
pub(crate) fn kept_until(at_ms: i64) -> i64 {
    let months = (MONTHS as i64).months();
    let until = Timestamp::from_millisecond(at_ms)
        .map(|time| time.to_zoned(TimeZone::UTC))
        .and_then(|time| time.checked_add(months)?.last_of_month())
        .and_then(|end| end.checked_add(1.day()));
    until.map_or(i64::MAX, |until| until.timestamp().as_millisecond())
}

type Period = (i16, i8);

/// Day, ISO week and month, each with its year.
fn periods(at_ms: i64) -> Option<((i16, i16), Period, Period)> {
    let date = Timestamp::from_millisecond(at_ms).ok()?.to_zoned(TimeZone::UTC).date();
    let week = date.iso_week_date();
    Some(((date.year(), date.day_of_year()), (week.year(), week.week()), (date.year(), date.month())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::parse_time;

    const HOUR_MS: i64 = 3_600_000;

    fn at(text: &str) -> i64 {
        parse_time(text).unwrap()
    }

    #[test]
    fn of_a_year_of_days_sixteen_or_fewer_stay() {
        let start = at("2026-01-01T10:00:00Z");
        let mut kept: Vec<i64> = Vec::new();
        for day in 0..365 {
            kept.push(start + day * 24 * HOUR_MS);
            let gone: HashSet<i64> = superseded(&kept).into_iter().collect();
            kept.retain(|time| !gone.contains(time));
            assert!(kept.len() <= DAYS + WEEKS + MONTHS);
            for time in &kept {
                assert!(kept_until(*time) > start + day * 24 * HOUR_MS, "said to be gone and is not");
            }
        }
        for month in ["2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31"] {
            assert!(kept.contains(&(at(month) + 10 * HOUR_MS)), "{month}");
        }
        for day in 25..=31 {
            assert!(kept.contains(&(at(&format!("2026-12-{day}")) + 10 * HOUR_MS)), "{day}");
        }
    }

    #[test]
    fn the_newest_stays_and_of_one_day_the_last() {
        assert!(superseded(&[]).is_empty());
        assert!(superseded(&[at("2020-01-01")]).is_empty());
        let day = at("2026-03-04");
        assert_eq!(superseded(&[day, day + HOUR_MS, day + 2 * HOUR_MS]), [day + HOUR_MS, day]);
        // Few backups, far apart: none is one too many.
        let rare: Vec<i64> = (1..=6).map(|month| at(&format!("2026-0{month}-01"))).collect();
        assert!(superseded(&rare).is_empty());
    }
}
