//! Remarks: what the user should know about suppressions, baseline and configuration, with its place.

use std::fmt;

use claims::{LineIndex, Span};

use crate::compare::Report;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file.
    pub path: String,
    /// Line and column, from 1.
    pub place: Option<(u32, u32)>,
    /// What is to be said, without a full stop.
    pub message: String,
}

impl Remark {
    /// A remark on some bytes of a report's file.
    pub(super) fn at(report: &Report, span: Span, message: impl Into<String>) -> Self {
        let text = report.file();
        Self {
            path: report.path.clone(),
            place: Some(LineIndex::new(text).line_column(text, span.start)),
            message: message.into(),
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}
