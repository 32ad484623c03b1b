//! Which layout fits a page, and how wide its columns are.

use super::grid::GAP;

/// Least characters of a column that holds the fact.
const FACT: u16 = 16;
/// Least characters of a column that holds the values of one outlet.
const OUTLET: u16 = 14;
/// Least characters of a column that holds reasons.
const REASON: u16 = 34;
/// Least characters of an outlet's column where reasons stand beside it.
const ROOMY_OUTLET: u16 = 18;
/// Most characters of the column that holds the fact.
const WIDEST_FACT: u16 = 30;
/// Most characters of the column that holds reasons; longer lines are hard to read.
const WIDEST_REASON: u16 = 60;
/// Most characters of a column that holds sentences.
const WIDEST_TEXT: u16 = 100;
/// Most characters of the column that holds one outlet's values.
const WIDEST_OUTLET: u16 = 40;
/// Where things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Fact, one column for each outlet, reason.
    Wide {
        /// Width of the fact's column.
        fact: u16,
        /// Width of each outlet's column.
        outlet: u16,
        /// Width of the reason's column.
        reason: u16,
    },
    /// Fact, one column for each outlet; reasons below.
    Narrow {
        /// Width of the fact's column.
        fact: u16,
        /// Width of each outlet's column.
        outlet: u16,
    },
    /// One line for each outlet, under the fact and above the reason.
    Stacked {
        /// Width of the outlets' column.
        outlet: u16,
        /// Width of the values' column.
        value: u16,
    },
}

impl Layout {
    /// The layout for `outlets` columns of outlets on a page of `width` characters.
    pub(super) fn choose(width: u16, outlets: usize) -> Self {
        let outlets = u16::try_from(outlets).unwrap_or(u16::MAX).max(1);
        let across = |outlet: u16| {
            let columns = (outlet + GAP).saturating_mul(outlets);
            columns.saturating_add(FACT + GAP)
        };
        let gaps = outlets.saturating_mul(GAP);
        if width >= across(ROOMY_OUTLET).saturating_add(REASON + GAP) {
            Self::wide(width - gaps - 2 * GAP, outlets)
        } else if width >= across(OUTLET) {
            Self::narrow(width - gaps - GAP, outlets)
        } else {
            Self::stacked(width)
        }
    }

    /// Fact, outlets and reason share the room in the proportion of their least widths.
    fn wide(room: u16, outlets: u16) -> Self {
        let parts = FACT + ROOMY_OUTLET * outlets + REASON;
        let share = |least: u16| (u32::from(room) * u32::from(least) / u32::from(parts)) as u16;
        let reason = share(REASON).min(WIDEST_REASON);
        let fact = share(FACT).clamp(FACT, WIDEST_FACT);
        let outlet = ((room - reason - fact) / outlets).min(WIDEST_OUTLET);
        Self::Wide {
            fact,
            outlet,
            reason: (room - fact - outlet * outlets).min(WIDEST_REASON),
        }
    }

    fn narrow(room: u16, outlets: u16) -> Self {
        let fact = (room / (outlets + 1)).clamp(FACT, WIDEST_FACT);
        Self::Narrow {
            fact,
            outlet: ((room - fact) / outlets).min(WIDEST_OUTLET),
        }
    }

    /// Outlets in a quarter of the page.
    fn stacked(width: u16) -> Self {
        let (outlet, value) = Self::beside(width, usize::from(width / 4));
        Self::Stacked { outlet, value }
    }

    /// Widths of two columns: labels, of which the widest takes `longest` columns, and text beside them.
    pub(super) fn beside(width: u16, longest: usize) -> (u16, u16) {
        let room = width.saturating_sub(2 * GAP);
        let widest = (room / 5 * 2).clamp(OUTLET, WIDEST_OUTLET);
        let label = u16::try_from(longest)
            .unwrap_or(u16::MAX)
            .clamp(OUTLET, widest);
        let text = room.saturating_sub(label).clamp(OUTLET, WIDEST_TEXT);
        (label, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(layout: Layout, outlets: u16) -> u16 {
        match layout {
            Layout::Wide {
                fact,
                outlet,
                reason,
            } => fact + outlet * outlets + reason + GAP * (outlets + 2),
            Layout::Narrow { fact, outlet } => fact + outlet * outlets + GAP * (outlets + 1),
            Layout::Stacked { outlet, value } => outlet + value + GAP * 2,
        }
    }

    #[test]
    fn every_layout_fits_its_page() {
        for width in (60..=400).chain([1000, u16::MAX]) {
            for outlets in 1..=40 {
                let layout = Layout::choose(width, outlets);
                assert!(
                    total(layout, outlets as u16) <= width,
                    "{outlets} outlets on {width}: {layout:?}"
                );
            }
        }
    }

    #[test]
    fn room_decides_the_layout() {
        assert!(matches!(Layout::choose(200, 4), Layout::Wide { .. }));
        assert!(matches!(Layout::choose(80, 3), Layout::Narrow { .. }));
        assert!(matches!(Layout::choose(80, 4), Layout::Stacked { .. }));
        assert!(matches!(Layout::choose(0, 70_000), Layout::Stacked { .. }));
    }
}
