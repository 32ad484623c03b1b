//! The stable names of rules, verdicts, kinds and severities, as every format prints them.

use super::{Kind, Role, Rule, Severity, Verdict};

impl Rule {
    /// The rule of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// Every rule, worst first.
    pub const ALL: [Self; 16] = [
        Self::NumberConflict,
        Self::NumberMisreported,
        Self::NumberSlip,
        Self::InternalConflict,
        Self::TimeConflict,
        Self::NumberSourcesDiffer,
        Self::NumberUpdate,
        Self::NumberSum,
        Self::QuoteAltered,
        Self::AttributionConflict,
        Self::StatementConflict,
        Self::NumberScope,
        Self::NumberFar,
        Self::NameVariant,
        Self::Unsupported,
        Self::Unread,
    ];

    /// What to say of an id that no rule has.
    #[must_use]
    pub fn unknown(id: &str) -> String {
        let distance = |known: &&str| strsim::levenshtein(known, id);
        let near = Self::ALL.map(Self::id).into_iter().min_by_key(distance);
        let help = near.filter(|known| distance(known) <= 3).map_or_else(
            || "`claimdiff explain` lists them".to_owned(),
            |known| format!("did you mean {known}?"),
        );
        format!("there is no rule `{id}`; {help}")
    }

    /// The id of the rule: `number-conflict`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NumberConflict => "number-conflict",
            Self::NumberMisreported => "number-misreported",
            Self::NumberSlip => "number-slip",
            Self::InternalConflict => "internal-conflict",
            Self::TimeConflict => "time-conflict",
            Self::NumberSourcesDiffer => "number-sources-differ",
            Self::NumberUpdate => "number-update",
            Self::NumberSum => "number-sum",
            Self::QuoteAltered => "quote-altered",
            Self::AttributionConflict => "attribution-conflict",
            Self::StatementConflict => "statement-conflict",
            Self::NumberScope => "number-scope",
            Self::NumberFar => "number-far",
            Self::NameVariant => "name-variant",
            Self::Unsupported => "unsupported",
            Self::Unread => "unread",
        }
    }
}

impl Verdict {
    /// Every verdict, worst first.
    pub const ALL: [Self; 6] = [
        Self::Conflict,
        Self::Update,
        Self::Scope,
        Self::Compatible,
        Self::Agree,
        Self::Single,
    ];

    /// The verdict as the formats name it: `conflict`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Update => "update",
            Self::Scope => "scope",
            Self::Compatible => "compatible",
            Self::Agree => "agree",
            Self::Single => "single",
        }
    }
}

impl Kind {
    /// The kind as the formats name it: `number`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Time => "time",
            Self::Quote => "quote",
            Self::Attribution => "attribution",
            Self::Name => "name",
        }
    }
}

impl Severity {
    /// The severity as the formats name it: `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Role {
    /// The role as the formats name it: `report`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Draft => "draft",
            Self::Source => "source",
        }
    }
}
