//! Times of the clock.
//!
//! "9:20 p.m. ET" becomes 21:20 in the zone of New York; "0630 GMT", "9.20pm", "5 in the morning", "six o'clock" and "noon"
//! are read too. A bare "21:20" counts where a word before or a zone after shows that it is no score; a bare "9:20" takes
//! its half of the day from the part beside it or from the times before it.

use syntax::Key;

use super::TimeModifier;
use super::expression::{ClockTime, Part, Unit, Zone};
use super::reader::Reader;
use super::word::Word;

const HOUR: u16 = 60;
const NOON: u16 = 12;
const DAY: u16 = 24;
const AT: Key = Key::word("at");
const A: Key = Key::word("a");
const PAST: Key = Key::word("past");
const TO: Key = Key::word("to");
const AROUND: Key = Key::word("around");
const ON: Key = Key::word("on");
const IN: Key = Key::word("in");
const THE: Key = Key::word("the");
const HOURS: Key = Key::word("hours");
const O_CLOCK: Key = Key::word("o'clock");
const IT: Key = Key::word("it");
const WAS: Key = Key::word("was");
const TONIGHT: Key = Key::word("tonight");
/// Words before a part of the day that make a day of it: "that night".
const NEAR: [Key; 5] = [
    Key::word("this"),
    Key::word("that"),
    Key::word("last"),
    Key::word("yesterday"),
    Key::word("tomorrow"),
];

impl Reader<'_> {
    /// The time of the clock at `at`, with the token after it.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, ClockTime)> {
        let found = self.moment(at).or_else(|| self.digital(at));
        let found = found.or_else(|| self.spelled(at));
        let (end, time) = found.or_else(|| self.beside_hour(at))?;
        Some(self.zoned(end, time))
    }

    /// "noon", "midnight".
    fn moment(&self, at: usize) -> Option<(usize, ClockTime)> {
        match self.word(at)? {
            (end, Word::Moment(hour)) if !self.is_capital(at) || self.is_first(at) => {
                Some((end, on_the_hour(u16::from(hour) * HOUR)))
            }
            _ => None,
        }
    }

    /// "half past nine", "a quarter to six", "ten past six", "five minutes past midnight".
    fn beside_hour(&self, at: usize) -> Option<(usize, ClockTime)> {
        let (end, minutes, told) = self.minutes_beside(at)?;
        let (after, hour) = match self.moment(end + 1) {
            Some((after, moment)) if told => (after, moment.minute / HOUR),
            _ => {
                let (after, hour) = self.full_hour(end + 1)?;
                (self.skip(after, O_CLOCK), hour % NOON)
            }
        };
        let half_open = after == end + 2 && hour < NOON;
        let minute = if self.is(end, PAST) {
            hour % DAY * HOUR + minutes
        } else {
            // "fell by a quarter to 6 million"
            let it_was = self.word_before(at, WAS) && self.word_before(at - 1, IT);
            let led = self.word_before(at, AT) || self.word_before(at, AROUND) || it_was;
            let to = led && self.is(end, TO) && minutes < HOUR / 2;
            let full = if hour == 0 { NOON } else { hour };
            to.then(|| full * HOUR - minutes)?
        };
        let time = ClockTime {
            minute,
            has_minutes: true,
            half_open,
            zone: None,
            told: false,
        };
        Some((after, time))
    }

    /// The minutes of "half past", "a quarter to", "ten past" and "five minutes to", the token behind them, and whether
    /// they are called minutes.
    fn minutes_beside(&self, at: usize) -> Option<(usize, u16, bool)> {
        let start = self.skip(at, A);
        let quarter = match self.word(start) {
            Some((end, Word::Half)) if start == at && self.is(end, PAST) => Some((end, HOUR / 2)),
            Some((end, Word::Unit(Unit::Quarter))) if start > at || self.is(end, PAST) => {
                Some((end, HOUR / 4))
            }
            _ => None,
        };
        if let Some((end, minutes)) = quarter {
            return Some((end, minutes, false));
        }
        let (end, minutes, digits) = self.whole_number(at)?;
        let minutes = u16::try_from(minutes).ok()?;
        if let Some((after, Word::Unit(Unit::Minute) | Word::Units(Unit::Minute))) = self.word(end)
        {
            return (minutes < HOUR).then_some((after, minutes, true));
        }
        let round = !digits && matches!(minutes, 5 | 10 | 20 | 25);
        round.then_some((end, minutes, false))
    }

    /// The number at `at`, with the token behind it and whether it is in digits: "nine", "6".
    fn whole_number(&self, at: usize) -> Option<(usize, i32, bool)> {
        if let Some(number) = self.number(at) {
            return (!number.ordinal).then_some((at + 1, number.value, true));
        }
        match self.word(at)? {
            (end, Word::Count(count)) if count.least == count.most => {
                Some((end, count.least, false))
            }
            _ => None,
        }
    }

    /// The hour of the clock at `at`: "nine", "6".
    fn full_hour(&self, at: usize) -> Option<(usize, u16)> {
        let (end, hour, _) = self.whole_number(at)?;
        let hour = u16::try_from(hour)
            .ok()
            .filter(|hour| (1..=NOON).contains(hour))?;
        (!self.is_nominal(end) || self.is(end, O_CLOCK)).then_some((end, hour))
    }

    /// "six o'clock", "nine in the evening", "eight on Monday night".
    fn spelled(&self, at: usize) -> Option<(usize, ClockTime)> {
        let (end, hour) = self.full_hour(at).filter(|_| self.number(at).is_none())?;
        let part = || self.in_part(at).or_else(|| self.before_day(at));
        let (end, noon) = if self.is(end, O_CLOCK) {
            (end + 1, None)
        } else {
            let (end, noon) = part()?;
            (end, Some(noon))
        };
        let time = ClockTime {
            minute: (hour % NOON + noon.unwrap_or(0)) * HOUR,
            has_minutes: false,
            half_open: noon.is_none(),
            zone: None,
            told: noon.is_some(),
        };
        Some((end, time))
    }

    /// "9 p.m.", "9:20 p.m.", "21:20", "0630 GMT", "9 o'clock".
    fn digital(&self, at: usize) -> Option<(usize, ClockTime)> {
        let (hour, minutes) = hour_and_minutes(self.form(at))?;
        let time = |hour: u16| ClockTime {
            minute: hour * HOUR + minutes.unwrap_or(0),
            has_minutes: minutes.is_some(),
            half_open: false,
            zone: None,
            told: false,
        };
        let in_half = |hour: u16| ClockTime {
            told: true,
            ..time(hour)
        };
        let twelve = (1..=NOON).contains(&hour);
        if let Some((end, Word::Meridiem(half))) = self.word(at + 1) {
            return twelve.then(|| (end, in_half(hour % NOON + u16::from(half))));
        }
        let part = || self.in_part(at).or_else(|| self.before_day(at));
        if let Some((end, noon)) = part().filter(|_| minutes.is_none()) {
            return twelve.then(|| (end, in_half(hour % NOON + noon)));
        }
        if self.is(at + 1, O_CLOCK) {
            let half_open = ClockTime {
                half_open: true,
                ..time(hour % NOON)
            };
            return (hour <= NOON).then_some((at + 2, half_open));
        }
        let hours = usize::from(self.is(at + 1, HOURS));
        let digits = self.form(at);
        let bare = digits.contains([':', '.']) && !digits.starts_with('0');
        let zoned = matches!(self.word(at + 1), Some((_, Word::Zone(_))));
        let half_open = ClockTime {
            half_open: bare && twelve && hours == 0 && !zoned,
            ..time(hour)
        };
        (minutes.is_some() && self.shows_clock(at)).then_some((at + 1 + hours, half_open))
    }

    /// The hours to add to the hour at `at` of "at 10 on Monday night", "by 11 that night" and "around 9 Tuesday morning",
    /// where the day is read on its own; "killed about 9 Tuesday morning" counts people.
    fn before_day(&self, at: usize) -> Option<(usize, u16)> {
        let led = self.word_before(at, AT)
            || self.word_before(at, AROUND)
            || !matches!(self.bound(at), TimeModifier::Exact | TimeModifier::About);
        if led && self.is(at + 1, TONIGHT) {
            return Some((at + 1, NOON));
        }
        let day = self.skip(at + 1, ON);
        let weekday = || match self.word(day)? {
            (end, Word::Weekday(_)) => Some(end),
            _ => None,
        };
        let near = NEAR.iter().any(|&key| self.is(day, key));
        let day = if near { Some(day + 1) } else { weekday() };
        let Word::Part(part) = self.word(day.filter(|_| led)?)?.1 else {
            return None;
        };
        Some((at + 1, half_of(part)))
    }

    /// "in the morning", "at night" behind the hour at `at`, and the hours to add; not "hurt 5 in the morning".
    fn in_part(&self, at: usize) -> Option<(usize, u16)> {
        let led = self.word_before(at, AT) || self.bound(at) != TimeModifier::Exact;
        let part = match (self.is(at + 1, IN), self.is(at + 1, AT)) {
            (true, _) if self.is(at + 2, THE) => at + 3,
            (_, true) => at + 2,
            _ => return None,
        };
        let (end, word) = self.word(part).filter(|_| led)?;
        let Word::Part(part) = word else {
            return None;
        };
        (!self.is_nominal(end)).then_some((end, half_of(part)))
    }

    /// Whether a zone after, or a word before, shows that the digits at `at` are a time.
    fn shows_clock(&self, at: usize) -> bool {
        let zone = matches!(self.word(at + 1), Some((_, Word::Zone(_)))) || self.is(at + 1, HOURS);
        let led = || self.bound(at) != TimeModifier::Exact || self.word_before(at, AT);
        zone || self.form(at).contains(':') && led()
    }

    /// The time with the zone that follows it.
    fn zoned(&self, end: usize, time: ClockTime) -> (usize, ClockTime) {
        match self.word(end) {
            Some((after, Word::Zone(zone))) if self.is_zone(end, zone) => {
                let zone = Some(zone);
                (after, ClockTime { zone, ..time })
            }
            _ => (end, time),
        }
    }

    /// Initials of a zone are written in capitals: "8 p.m. ET", not "8 p.m. et al."
    fn is_zone(&self, at: usize, zone: Zone) -> bool {
        zone.offset.is_none() || self.is_capital(at)
    }
}

/// The hours to add to an hour of a part of the day.
const fn half_of(part: Part) -> u16 {
    if part.from < NOON as u8 { 0 } else { NOON }
}

fn on_the_hour(minute: u16) -> ClockTime {
    ClockTime {
        minute,
        has_minutes: false,
        half_open: false,
        zone: None,
        told: false,
    }
}

/// Hour and minutes of "9", "9:20", "9.20", "21:20:05" and "0630".
fn hour_and_minutes(form: &str) -> Option<(u16, Option<u16>)> {
    let digits = |part: &str| -> Option<u16> {
        let plain = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let (hour, minutes) = match form.split_once([':', '.']) {
        Some((hour, rest)) => {
            let minutes = rest.split_once(':').map_or(rest, |(minutes, _)| minutes);
            (hour, (minutes.len() == 2).then_some(minutes)?)
        }
        None if form.len() == 4 && form.is_ascii() => form.split_at(2),
        None => return Some((digits(form).filter(|&hour| hour < 24)?, None)),
    };
    let hour = digits(hour).filter(|&hour| hour < 24)?;
    let minutes = digits(minutes).filter(|&minutes| minutes < HOUR)?;
    Some((hour, Some(minutes)))
}
