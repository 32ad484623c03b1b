//! Small pictures where looking beats reading: a group of numbers in, marks on an axis out.
//!
//! All places are percentages with one decimal, computed in decimals: the same bytes on every machine. The
//! template draws them; the words beside them say the same, so that the picture can be left unseen.

mod axis;
mod course;

use rust_decimal::Decimal;

pub(super) use axis::Axis;
pub(super) use course::Course;

use super::outlet::OutletView;
use crate::compare::{Comparison, Group, Kind, Reading, Report, Verdict};

/// The pictures of one fact.
#[derive(Debug)]
pub(super) struct Picture {
    /// The values on an axis.
    pub(super) axis: Option<Axis>,
    /// The values over the time of publication, where the count was moving.
    pub(super) course: Option<Course>,
}

/// What one outlet says, as a number.
struct Said<'a> {
    outlet: &'a OutletView,
    report: &'a Report,
    words: &'a str,
    reading: Reading,
}

impl Picture {
    /// The pictures of `group`; none where it has no numbers or they are all the same.
    pub(super) fn of(
        comparison: &Comparison,
        group: &Group,
        outlets: &[OutletView],
    ) -> Option<Self> {
        if group.kind != Kind::Number || group.verdict == Verdict::Agree {
            return None;
        }
        let said = said(comparison, group, outlets);
        let moving = group.verdict == Verdict::Update;
        let picture = Self {
            axis: Axis::of(&said),
            course: moving.then(|| Course::of(&said)).flatten(),
        };
        (picture.axis.is_some() || picture.course.is_some()).then_some(picture)
    }
}

/// What each outlet says, where all say it in one unit.
fn said<'a>(comparison: &'a Comparison, group: &Group, outlets: &'a [OutletView]) -> Vec<Said<'a>> {
    let one = |outlet: &'a OutletView| {
        let id = group.values.iter().find(|id| id.report == outlet.index)?;
        let report = &comparison.reports[id.report];
        let claim = report.claim(id.claim);
        let quantity = claim.value.number()?;
        Some(Said {
            outlet,
            report,
            words: report.words(claim.span),
            reading: Reading::of(quantity),
        })
    };
    outlets.iter().filter_map(one).collect()
}

/// A stretch of numbers laid over the width of a picture, with a margin at both ends.
#[derive(Clone, Copy)]
struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    /// From the smallest to the largest of `values`; nothing where they are one.
    fn over(values: impl Iterator<Item = Decimal> + Clone) -> Option<Self> {
        let scale = Self {
            low: values.clone().min()?,
            high: values.max()?,
        };
        (scale.low < scale.high).then_some(scale)
    }

    /// Where `value` stands, in percent of the width.
    fn place(&self, value: Decimal) -> Option<Decimal> {
        let margin = Decimal::from(MARGIN);
        let width = self.high.checked_sub(self.low)?;
        let share = value.checked_sub(self.low)?.checked_div(width)?;
        let place = share.checked_mul(Decimal::from(100 - 2 * MARGIN))?;
        Some(place.checked_add(margin)?.round_dp(1).normalize())
    }
}

/// Room at each end of an axis, in percent: a bound without end runs into it.
const MARGIN: i64 = 10;

#[cfg(test)]
mod tests {
    use claims::Document;

    use super::*;
    use crate::compare::compare;
    use crate::extract::extract;
    use crate::input::{Article, parse_date};
    use crate::report::html::outlet::outlets;

    /// The picture of the one number that the texts, published day by day, have in common.
    fn picture(texts: &[&str]) -> Option<Picture> {
        let articles = texts.iter().enumerate().map(|(index, text)| {
            let mut document = Document::new(*text);
            document.published = parse_date(&format!("2025-05-{:02}", 10 + index)).ok();
            Article {
                path: format!("{index}.txt"),
                document,
                ..Article::default()
            }
        });
        let comparison = compare(extract(articles.collect()), None);
        let mut groups = comparison.groups.iter();
        let group = groups.find(|group| group.kind == Kind::Number)?;
        Picture::of(&comparison, group, &outlets(&comparison))
    }

    fn lines(picture: &Picture) -> String {
        let axis = picture.axis.as_ref().expect("it has an axis");
        let lines = axis.lines.iter().map(|line| {
            let dot = line
                .dot
                .map_or_else(|| "-".to_owned(), |dot| dot.to_string());
            let band = line
                .band
                .map_or_else(String::new, |(from, width)| format!(" {from}+{width}"));
            format!("{}: {dot}{band}", line.words)
        });
        lines.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_bound_without_end_runs_to_the_edge() {
        let picture = picture(&["At least 30 people were killed.", "40 people were killed."]);
        assert_eq!(lines(&picture.unwrap()), "At least 30: 10 10+90; 40: 90");
    }

    #[test]
    fn a_moving_count_has_a_course_over_the_days() {
        let picture = picture(&[
            "So far 30 people were killed.",
            "50 people were killed.",
            "40 people were killed.",
        ]);
        let course = picture.unwrap().course.unwrap();
        let places: Vec<String> = course
            .dots
            .iter()
            .map(|dot| format!("{},{}", dot.x, dot.y))
            .collect();
        assert_eq!(places, ["10,90", "50,10", "90,50"]);
        assert_eq!(course.lines.len(), 2);
    }

    #[test]
    fn two_bare_values_and_equal_values_need_no_picture() {
        assert!(picture(&["30 people were killed."; 2]).is_none());
        assert!(picture(&["30 homes sold.", "40 homes sold."]).is_none());
    }
}
