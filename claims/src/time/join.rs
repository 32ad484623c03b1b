//! Atoms of a time side by side: two points in, the one that they make out.
//!
//! "10:30 p.m." and "Tuesday", joined by "on", are the Tuesday at that hour; "Tuesday" and "July 3" one day with its
//! weekday; "July 3" and "July 5" stay two, which may be the ends of a range.

use super::expression::{Base, Calendar, Count, Offset, Point, Unit, Which, Year};

const DAYS_OF_WEEK: i32 = 7;

/// What joins two atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    None,
    Comma,
    Of,
    On,
    At,
    In,
}

impl Point {
    /// This point with what `next` adds, if the two fit and `joint` can join them.
    pub(super) fn with(&self, next: &Self, joint: Joint) -> Option<Self> {
        let fits = match joint {
            Joint::None => next.edge.is_none() || self.clock.is_some(),
            Joint::Comma => {
                self.is_day() && (next.is_day() || next.clock.is_some()) && self.calendar.is_some()
            }
            Joint::Of => self.part.is_some() && self.calendar.is_none() || next.is_week_or_year(),
            Joint::On => !self.is_day() || next.part.is_some() && next.calendar.is_none(),
            Joint::At => next.clock.is_some() || next.calendar.is_none(),
            Joint::In => next.part.is_some() && next.calendar.is_none(),
        };
        if !fits || joint == Joint::On && self.clock.is_none() && self.part.is_none() {
            return None;
        }
        let (calendar, weekday) = joined(self, next)?;
        let joined = Self {
            calendar,
            weekday,
            edge: either(self.edge, next.edge)?,
            part: either(self.part, next.part)?,
            clock: either(self.clock, next.clock)?,
            about: self.about || next.about,
        };
        joined.is_sound().then_some(joined)
    }

    /// Only days have parts and hours.
    fn is_sound(&self) -> bool {
        self.calendar.is_none() || self.is_day() || self.part.is_none() && self.clock.is_none()
    }

    /// Whether it is a day or lies within one.
    pub(super) fn is_day(&self) -> bool {
        match self.calendar {
            None => false,
            Some(
                Calendar::Day { .. }
                | Calendar::Weekday { .. }
                | Calendar::Holiday { .. }
                | Calendar::Step {
                    unit: Unit::Day, ..
                },
            ) => true,
            Some(Calendar::Offset(offset)) => offset.unit == Unit::Day,
            Some(_) => false,
        }
    }

    fn is_week_or_year(&self) -> bool {
        matches!(
            self.calendar,
            Some(Calendar::Step {
                unit: Unit::Week | Unit::Year,
                ..
            })
        )
    }
}

/// The calendars of two atoms as one: "Tuesday, July 3", "Tuesday last week", "June of last year".
#[allow(clippy::type_complexity, reason = "the two slots of a point")]
fn joined(left: &Point, right: &Point) -> Option<(Option<Calendar>, Option<(i8, syntax::Span)>)> {
    let (Some(first), Some(second)) = (left.calendar, right.calendar) else {
        return Some((
            left.calendar.or(right.calendar),
            left.weekday.or(right.weekday),
        ));
    };
    match (first, second) {
        (
            Calendar::Weekday {
                weekday,
                tag,
                which: Which::Open,
            },
            day @ (Calendar::Day { month: Some(_), .. } | Calendar::Holiday { .. }),
        )
        | (
            day @ Calendar::Day { month: Some(_), .. },
            Calendar::Weekday {
                weekday,
                tag,
                which: Which::Open,
            },
        ) => Some((Some(day), Some((weekday, tag)))),
        (
            Calendar::Weekday {
                weekday,
                tag,
                which: Which::Open,
            },
            Calendar::Step {
                unit: Unit::Week,
                steps,
                base: Base::Writing,
            },
        ) => {
            let which = Which::Week(steps);
            Some((
                Some(Calendar::Weekday {
                    weekday,
                    which,
                    tag,
                }),
                None,
            ))
        }
        // "ten years ago this week", "a year ago Tuesday"
        (
            away @ Calendar::Offset(Offset {
                unit: Unit::Month | Unit::Year,
                base: Base::Writing,
                ..
            }),
            Calendar::Step { steps: 0, .. }
            | Calendar::Weekday {
                which: Which::Open, ..
            },
        ) => Some((Some(away), None)),
        // "three weeks ago today"
        (
            Calendar::Offset(Offset {
                unit: Unit::Week,
                base: Base::Writing,
                count,
                sign,
            }),
            Calendar::Step {
                unit: Unit::Day,
                steps: 0,
                base,
            },
        ) if count.least == count.most => {
            let days = count.least.checked_mul(DAYS_OF_WEEK)?;
            let day = Offset {
                unit: Unit::Day,
                count: Count::exactly(days),
                sign,
                base,
            };
            Some((Some(Calendar::Offset(day)), None))
        }
        // "a week ago Tuesday"
        (
            Calendar::Offset(Offset {
                unit: Unit::Week,
                base: Base::Writing,
                count,
                sign,
            }),
            Calendar::Weekday {
                weekday,
                tag,
                which: Which::Open,
            },
        ) if count.least == count.most => {
            let which = Which::Week(sign * i8::try_from(count.least).ok()?);
            let weekday = Calendar::Weekday {
                weekday,
                which,
                tag,
            };
            Some((Some(weekday), None))
        }
        // "January 20 next year"
        (
            Calendar::Day {
                year: Year::Open,
                month: Some(month),
                day,
            },
            Calendar::Step {
                unit: Unit::Year,
                steps,
                base,
            },
        ) => {
            let (year, month) = (Year::Step(steps, base), Some(month));
            Some((Some(Calendar::Day { year, month, day }), None))
        }
        (
            Calendar::Month {
                year: Year::Open,
                month,
            },
            Calendar::Step {
                unit: Unit::Year,
                steps,
                base,
            },
        ) => {
            let year = Year::Step(steps, base);
            Some((Some(Calendar::Month { year, month }), None))
        }
        _ => None,
    }
}

/// The one of the two that is there; nothing when both are.
fn either<T>(left: Option<T>, right: Option<T>) -> Option<Option<T>> {
    match (left, right) {
        (Some(_), Some(_)) => None,
        (left, right) => Some(left.or(right)),
    }
}

/// Whether the two can be the ends of a range: of one rank, or "April 2004 through 2010".
pub(super) fn are_ends(first: &Point, last: &Point) -> bool {
    let dated = matches!(
        (first.calendar, last.calendar),
        (
            Some(Calendar::Month {
                year: Year::Given(_),
                ..
            }),
            Some(Calendar::Year(_))
        )
    );
    dated || rank(first).is_some() && rank(first) == rank(last)
}

/// Ends of a range are of one rank: two hours, two days, two months, two years.
fn rank(point: &Point) -> Option<u8> {
    match point.calendar {
        _ if point.clock.is_some() => Some(0),
        _ if point.is_day() => Some(1),
        Some(Calendar::Month { .. }) => Some(2),
        Some(Calendar::Year(_)) => Some(3),
        _ => None,
    }
}
