//! How a draft's claims stand beside its sources: what `claimdiff check` adds to a comparison.

use super::ClaimId;

/// One claim of a draft and what its sources say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The draft's claim.
    pub claim: ClaimId,
    /// How it stands.
    pub standing: Standing,
    /// The claims of the sources that carry it.
    pub supporters: Vec<ClaimId>,
    /// The group that holds it, as an index into [`super::Comparison::groups`].
    pub group: Option<usize>,
}

/// How a claim of a draft stands beside its sources. Worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Sources speak against it and none carries it.
    Contradicted,
    /// Sources have a later count.
    Stale,
    /// Some sources carry it, others speak against it.
    Disputed,
    /// No source carries it or speaks against it.
    Unsupported,
    /// At least one source carries it, none speaks against it.
    Supported,
}

impl Standing {
    /// Every standing, worst first.
    pub const ALL: [Self; 5] = [
        Self::Contradicted,
        Self::Stale,
        Self::Disputed,
        Self::Unsupported,
        Self::Supported,
    ];

    /// The standing as the formats name it: `contradicted`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Stale => "stale",
            Self::Disputed => "disputed",
            Self::Unsupported => "unsupported",
            Self::Supported => "supported",
        }
    }
}
