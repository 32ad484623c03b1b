//! Attributions: who said what, and by which cue (PARC 3, PolNeAR).
//!
//! "Russia launched 108 drones, Ukraine's Air Force said on Telegram": source "Ukraine's Air Force", cue
//! "said", content "Russia launched 108 drones", medium "Telegram".

use syntax::Span;

/// One attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Whom the content is given to, with title and role; `None` when the text names nobody.
    pub source: Option<Span>,
    /// The entity behind the source, as an index into the list of entities.
    pub entity: Option<usize>,
    /// The words that attribute: "said", "according to"; `None` for a bare quotation.
    pub cue: Option<Span>,
    /// What is attributed: one span, or several where the source interrupts it. In text order.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed speech.
    pub style: Style,
    /// What the cue says about the act: speech, belief, denial …
    pub act: Act,
    /// Where it was said: "Telegram", "CNN", "a statement".
    pub medium: Option<Span>,
    /// The attribution inside whose content this one stands, as an index into the list of attributions:
    /// in "TASS cited Peskov as telling reporters that …", Peskov's stands inside that of TASS.
    pub parent: Option<usize>,
}

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// All content stands in quotation marks.
    Direct,
    /// Some of it does.
    Mixed,
    /// None does.
    Indirect,
}

/// What sort of act a cue names (FactBank's source-introducing predicates).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// said, told, wrote, according to.
    Assertion,
    /// denied, rejected: the content is held false.
    Denial,
    /// thinks, believes, expects, estimates, fears.
    Belief,
    /// alleged, accused, claimed: the writer keeps distance.
    Allegation,
    /// plans, hopes, wants, vowed.
    Intention,
    /// asked, wondered.
    Question,
    /// ordered, urged, called for.
    Directive,
}
