//! Several checks in, one comparison out: all drafts, then the sources once, and everything that points at them.
//!
//! Drafts of two desks, each checked by the configuration of its folder against the same five wires, give one comparison
//! of seven reports.

use super::{Check, ClaimId, Comparison, Decided, Finding, Group, Location, Report, Role};

impl Comparison {
    /// The checks of several drafts, all against the same sources, as one; a single one stays as it is.
    #[must_use]
    pub fn merged(mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 {
            return parts.remove(0);
        }
        let total: usize = parts.iter().map(Self::drafts).sum();
        let mut whole = Self::default();
        let mut sources: Vec<Report> = Vec::new();
        for mut part in parts {
            let shift = Shift {
                drafts: part.drafts(),
                before: whole.reports.len(),
                sources: total,
                groups: whole.groups.len(),
            };
            sources = part.reports.split_off(shift.drafts);
            whole.story = whole.story.or(part.story.take());
            whole.reports.append(&mut part.reports);
            whole.add(part, &shift);
        }
        whole.reports.append(&mut sources);
        whole
            .findings
            .sort_by_key(|one| (one.severity, one.rule, one.primary));
        whole
    }

    fn drafts(&self) -> usize {
        let drafts = self.reports.iter();
        drafts.filter(|report| report.role == Role::Draft).count()
    }

    fn add(&mut self, part: Self, shift: &Shift) {
        self.groups
            .extend(part.groups.into_iter().map(|one| shift.group(one)));
        self.findings
            .extend(part.findings.into_iter().map(|one| shift.finding(one)));
        self.checks
            .extend(part.checks.into_iter().map(|one| shift.check(one)));
        self.coverage.numerals += part.coverage.numerals;
        self.coverage.read += part.coverage.read;
        self.coverage.aligned += part.coverage.aligned;
        self.coverage.pairs += part.coverage.pairs;
    }
}

/// Where the reports and groups of one part go.
struct Shift {
    /// Drafts of the part.
    drafts: usize,
    /// Drafts before them.
    before: usize,
    /// Where the sources begin.
    sources: usize,
    /// Groups before those of the part.
    groups: usize,
}

impl Shift {
    fn report(&self, index: usize) -> usize {
        match index.checked_sub(self.drafts) {
            None => self.before + index,
            Some(source) => self.sources + source,
        }
    }

    fn id(&self, id: ClaimId) -> ClaimId {
        ClaimId {
            report: self.report(id.report),
            ..id
        }
    }

    fn location(&self, place: Location) -> Location {
        Location {
            report: self.report(place.report),
            ..place
        }
    }

    fn group(&self, group: Group) -> Group {
        let ids = |ids: Vec<ClaimId>| ids.into_iter().map(|id| self.id(id)).collect();
        Group {
            claims: ids(group.claims),
            values: ids(group.values),
            decided: group.decided.map(|one| Decided {
                left: self.id(one.left),
                right: self.id(one.right),
                ..one
            }),
            ..group
        }
    }

    fn finding(&self, finding: Finding) -> Finding {
        let related = finding.related.into_iter();
        Finding {
            primary: self.location(finding.primary),
            related: related.map(|place| self.location(place)).collect(),
            group: finding.group.map(|index| index + self.groups),
            ..finding
        }
    }

    fn check(&self, check: Check) -> Check {
        let supporters = check.supporters.into_iter();
        Check {
            claim: self.id(check.claim),
            supporters: supporters.map(|id| self.id(id)).collect(),
            group: check.group.map(|index| index + self.groups),
            ..check
        }
    }
}
