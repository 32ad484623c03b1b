//! A moving count over the time of publication: "2" on Tuesday and "4" on Wednesday become two dots and the line
//! between them.

use claims::Published;
use rust_decimal::Decimal;

use super::super::outlet::Date;
use super::super::words::plain;
use super::{Said, Scale};
use crate::text::{clean, shorten};

/// Longest value written beside a dot, in characters.
const LONGEST: usize = 24;

/// The dots, in the order of publication.
#[derive(Debug)]
pub(in crate::report::html) struct Course {
    /// What was said when.
    pub(in crate::report::html) dots: Vec<Dot>,
    /// The lines from each dot to the next: both ends, in percent.
    pub(in crate::report::html) lines: Vec<[Decimal; 4]>,
}

/// One report.
#[derive(Debug)]
pub(in crate::report::html) struct Dot {
    /// The outlet.
    pub(in crate::report::html) outlet: String,
    /// When it was published, for people.
    pub(in crate::report::html) date: String,
    /// Its value in its own words.
    pub(in crate::report::html) words: String,
    /// Across, in percent.
    pub(in crate::report::html) x: Decimal,
    /// Down, in percent.
    pub(in crate::report::html) y: Decimal,
}

impl Course {
    /// The course of `said`; none where the reports appeared at one moment or fewer than two give a date.
    pub(super) fn of(said: &[Said<'_>]) -> Option<Self> {
        let mut dated: Vec<(Published, Decimal, &Said<'_>)> = said
            .iter()
            .filter_map(|said| {
                let published = said.report.document.published?;
                Some((published, said.reading.middle()?, said))
            })
            .collect();
        dated.sort_by_key(|(published, value, _)| (published.at, *value));
        let moment = |(published, _, _): &(Published, Decimal, &Said<'_>)| minutes(published);
        let across = Scale::over(dated.iter().map(moment))?;
        let down = Scale::over(dated.iter().map(|(_, value, _)| *value))?;
        let dots = dated.iter().map(|(published, value, said)| {
            Some(Dot {
                outlet: said.outlet.name.clone(),
                date: Date::of(published).words,
                words: plain(&shorten(&clean(said.words), LONGEST)),
                x: across.place(minutes(published))?,
                y: Decimal::ONE_HUNDRED - down.place(*value)?,
            })
        });
        let dots: Vec<Dot> = dots.collect::<Option<_>>()?;
        let lines = dots.windows(2);
        let lines = lines.map(|pair| [pair[0].x, pair[0].y, pair[1].x, pair[1].y]);
        Some(Self {
            lines: lines.collect(),
            dots,
        })
    }
}

/// Minutes since the start of the year 1, near enough to lay moments over a line.
fn minutes(published: &Published) -> Decimal {
    let start = jiff::civil::date(1, 1, 1).at(0, 0, 0, 0);
    Decimal::from(published.at.duration_since(start).as_mins())
}
