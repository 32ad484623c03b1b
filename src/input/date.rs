//! Publication dates: "2025-05-20" and "2025-05-20T14:30+02:00" in, a [`Published`] out.

use claims::Published;
use jiff::civil::{Date, DateTime, Time};

use super::Fault;

/// Reads a date or date-time in ISO 8601. An offset is left out: relative words in a report ("Tuesday")
/// follow the local calendar of its newsroom, which is the one that the date is written in.
///
/// ```
/// let published = claimdiff::input::parse_date("2025-05-20T14:30:00Z").unwrap();
/// assert!(published.has_hour);
/// assert!(!claimdiff::input::parse_date("2025-05-20").unwrap().has_hour);
/// ```
///
/// # Errors
/// When it is neither.
pub fn parse_date(written: &str) -> Result<Published, Fault> {
    let mut fields = written.split_whitespace();
    let (day, hour) = (fields.next().unwrap_or_default(), fields.next());
    let has_hour = hour.is_some() || day.contains(['T', 't']);
    let at = if has_hour {
        let local = [Some(day), hour].into_iter().flatten().collect::<Vec<_>>();
        local.join("T").trim_end_matches(['Z', 'z']).parse().ok()
    } else {
        day.parse()
            .ok()
            .map(|date: Date| date.to_datetime(Time::midnight()))
    };
    let fault = || Fault::Date(written.trim().to_owned());
    at.map(|at: DateTime| Published { at, has_hour })
        .ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_are_told_apart() {
        let read = |written| {
            let published = parse_date(written).unwrap();
            (published.at.to_string(), published.has_hour)
        };
        assert_eq!(read("2025-05-20"), ("2025-05-20T00:00:00".into(), false));
        assert_eq!(
            read("2025-05-20 14:30"),
            ("2025-05-20T14:30:00".into(), true)
        );
        assert_eq!(
            read("2025-05-20T00:00:00Z"),
            ("2025-05-20T00:00:00".into(), true)
        );
        assert_eq!(
            read("2025-05-20T14:30:00+02:00"),
            ("2025-05-20T14:30:00".into(), true)
        );
        assert_eq!(
            read(" 2025-05-20 14:30:00 -0400"),
            ("2025-05-20T14:30:00".into(), true)
        );
    }

    #[test]
    fn other_writings_are_refused() {
        for written in ["20 May 2025", "2025-13-01", "2025", "", "05/20/2025"] {
            assert!(parse_date(written).is_err(), "{written}");
        }
    }
}
