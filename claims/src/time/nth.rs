//! Weekdays counted within their month: "the last Monday in May", "the first Tuesday of every month".

use syntax::Key;

use super::expression::{Calendar, Form, Holiday, Point, Year};
use super::reader::Reader;
use super::word::Word;

const IN: Key = Key::word("in");
const OF: Key = Key::word("of");
const THE: Key = Key::word("the");
/// There is a fifth weekday in some months only.
const MOST: i8 = 4;

impl Reader<'_> {
    /// The weekday counted at `at`: one day where its month is named, else one of every month.
    pub(super) fn nth_weekday(&self, at: usize) -> Option<(usize, Form)> {
        let (weekday_at, nth) = self.nth(at)?;
        let (end, weekday) = match self.word(weekday_at)? {
            (end, Word::Weekday(weekday)) => (end, weekday),
            _ => return None,
        };
        if !self.is(end, IN) && !self.is(end, OF) {
            return None;
        }
        let start = end + 1;
        let (after, word) = self.word(self.skip(start, THE))?;
        match word {
            Word::Month(month) => {
                let (end, year) = self
                    .year_after(after)
                    .or_else(|| self.relative_year(after))
                    .unwrap_or((after, Year::Open));
                let holiday = Holiday::Floating {
                    month,
                    weekday,
                    nth,
                };
                let day = Point::of(Calendar::Holiday { holiday, year });
                Some((end, Form::Point(day)))
            }
            Word::Every(_) => {
                let (end, _) = self.word(after)?;
                Some((end, Form::Set))
            }
            _ => None,
        }
    }

    /// "first", "4th", "last".
    fn nth(&self, at: usize) -> Option<(usize, i8)> {
        if let Some(number) = self.number(at).filter(|number| number.ordinal) {
            let nth = i8::try_from(number.value).ok()?;
            return (1..=MOST).contains(&nth).then_some((at + 1, nth));
        }
        match self.word(at)? {
            (end, Word::Ordinal(nth)) if nth <= MOST => Some((end, nth)),
            (end, Word::Step(-1)) => Some((end, -1)),
            _ => None,
        }
    }
}
