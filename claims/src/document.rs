//! One article as the pipeline takes it.

use jiff::civil::DateTime;
use syntax::Span;

/// One report: its text as given, and what is known about it.
///
/// ```
/// use claims::Document;
/// let document = Document::new("Russia launched 108 Shahed drones.\n");
/// assert_eq!(document.body.slice(&document.text), document.text);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The whole file, UTF-8; every span of the extraction points into it.
    pub text: String,
    /// The part of `text` to read: front matter lies outside.
    pub body: Span,
    /// When the report was published, the anchor of its relative times (TimeML's document creation time).
    /// A date without an hour stands at its midnight with `has_hour` unset.
    pub published: Option<Published>,
    /// Who published it.
    pub outlet: Option<String>,
}

/// A publication date, with or without the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Local date and time of publication.
    pub at: DateTime,
    /// Whether the hour is known.
    pub has_hour: bool,
}

impl Published {
    /// Whether it surely lies before another: on a day before, or at an hour before where both hours are known.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        let hours = self.has_hour && other.has_hour;
        self.at.date() < other.at.date() || hours && self.at < other.at
    }
}

impl Document {
    /// A document whose whole text is its body, without date or outlet.
    ///
    /// # Panics
    /// When `text` is longer than 4 GiB, which spans cannot address.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let end = u32::try_from(text.len()).expect("a report is shorter than 4 GiB");
        Self {
            body: Span::new(0, end),
            text,
            ..Self::default()
        }
    }
}
