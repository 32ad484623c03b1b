//! What the start page sends: a form in, reports as they were pasted or dropped out.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};

/// One story as submitted.
#[derive(Debug, Default)]
pub(super) struct Submission {
    /// Its name; empty where none was given.
    pub(super) story: String,
    /// Its reports, pasted ones first.
    pub(super) reports: Vec<Submitted>,
}

/// One report as submitted.
#[derive(Debug, Default)]
pub(super) struct Submitted {
    /// Who published it; empty where that was not said.
    pub(super) outlet: String,
    /// When, as "2025-05-20" or "2025-05-20T07:30"; empty where that was not said.
    pub(super) date: String,
    /// Name of the file it came in; empty where it was pasted.
    pub(super) file: String,
    /// The text, or the file as it is.
    pub(super) content: Vec<u8>,
}

impl Submission {
    /// Reads the form. Each field `outlet` begins a report; those without a text are left out.
    ///
    /// # Errors
    /// When the form is broken or too large.
    pub(super) async fn read(mut form: Multipart) -> Result<Self, MultipartError> {
        let mut submission = Self::default();
        while let Some(field) = form.next_field().await? {
            submission.add(field).await?;
        }
        let has_text = |report: &Submitted| !report.content.trim_ascii().is_empty();
        submission.reports.retain(has_text);
        Ok(submission)
    }

    async fn add(&mut self, field: Field<'_>) -> Result<(), MultipartError> {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let file = field.file_name().unwrap_or_default().to_owned();
            let content = field.bytes().await?.to_vec();
            self.reports.push(Submitted {
                file,
                content,
                ..Submitted::default()
            });
            return Ok(());
        }
        let text = field.text().await?;
        match (name.as_str(), self.reports.last_mut()) {
            ("story", _) => text.trim().clone_into(&mut self.story),
            ("outlet", _) => self.reports.push(Submitted {
                outlet: text.trim().to_owned(),
                ..Submitted::default()
            }),
            ("date", Some(report)) => text.trim().clone_into(&mut report.date),
            ("time", Some(report)) if !report.date.is_empty() && !text.is_empty() => {
                report.date = format!("{}T{}", report.date, text.trim());
            }
            // A form gives line ends as CR LF, whatever the text had.
            ("text", Some(report)) => report.content = text.replace("\r\n", "\n").into_bytes(),
            _ => {}
        }
        Ok(())
    }
}
