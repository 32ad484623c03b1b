//! Values on an axis: "about 40", "38", "at least 35" become a band around a dot, a dot, and a band without end.

use rust_decimal::Decimal;

use super::super::words::plain;
use super::{Said, Scale};
use crate::text::{clean, shorten};

/// Longest value written beside the axis, in characters.
const LONGEST: usize = 40;

/// One line for each outlet.
#[derive(Debug)]
pub(in crate::report::html) struct Axis {
    /// The lines, in the order of the page.
    pub(in crate::report::html) lines: Vec<Line>,
}

/// What one outlet says.
#[derive(Debug)]
pub(in crate::report::html) struct Line {
    /// The outlet.
    pub(in crate::report::html) outlet: String,
    /// Its value in its own words.
    pub(in crate::report::html) words: String,
    /// Where the value stands, in percent.
    pub(in crate::report::html) dot: Option<Decimal>,
    /// The values that its words leave open, in percent: where they begin and how wide they are.
    pub(in crate::report::html) band: Option<(Decimal, Decimal)>,
}

impl Axis {
    /// The axis of `said`; none where it would show no more than two values that the words say as well.
    pub(super) fn of(said: &[Said<'_>]) -> Option<Self> {
        let ends = said.iter().flat_map(|said| {
            let reading = &said.reading;
            let open = [reading.open.low(), reading.open.high()];
            open.into_iter()
                .chain([reading.stated.low(), reading.stated.high()])
                .flatten()
        });
        let scale = Scale::over(ends)?;
        let lines: Vec<Line> = said.iter().map(|said| line(said, scale)).collect();
        let mut dots: Vec<Decimal> = lines.iter().filter_map(|line| line.dot).collect();
        dots.sort_unstable();
        dots.dedup();
        let telling = dots.len() > 2 || lines.iter().any(|line| line.band.is_some());
        (lines.len() > 1 && telling).then_some(Self { lines })
    }
}

fn line(said: &Said<'_>, scale: Scale) -> Line {
    let open = &said.reading.open;
    let place = |value: Option<Decimal>, otherwise: i64| {
        value.map_or(Some(Decimal::from(otherwise)), |value| scale.place(value))
    };
    let ends = place(open.low(), 0).zip(place(open.high(), 100));
    Line {
        outlet: said.outlet.name.clone(),
        words: plain(&shorten(&clean(said.words), LONGEST)),
        dot: said
            .reading
            .stated
            .point()
            .and_then(|value| scale.place(value)),
        band: ends
            .map(|(low, high)| (low, high - low))
            .filter(|(_, width)| !width.is_zero()),
    }
}
