//! A grid of cells with columns of given widths.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::paint::Paint;

/// Blanks on both sides of a column's content.
const PADDING: u16 = 2;

/// What stands between two columns: a blank, a line, a blank.
pub(super) const GAP: u16 = 3;

/// Whether lines stand between rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// A line after each row, for rows of several lines.
    Ruled,
    /// No lines.
    Close,
}

/// The printed table of `header` and `rows` whose columns hold `widths` characters.
pub(super) fn grid(
    header: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    widths: &[u16],
    between: Rows,
    paint: Paint,
) -> String {
    let mut style = presets::UTF8_NO_BORDERS.with_solid_inner_borders();
    if between == Rows::Close {
        style.row_separator = presets::NOTHING.row_separator;
    }
    let mut table = Table::new();
    table.load_style(style).add_rows(rows);
    if !header.is_empty() {
        table.set_header(header);
    }
    print(table, widths, paint)
}

/// The printed `rows` without lines or header.
pub(super) fn plain(rows: Vec<Vec<Cell>>, widths: &[u16], paint: Paint) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING).add_rows(rows);
    print(table, widths, paint)
}

fn print(mut table: Table, widths: &[u16], paint: Paint) -> String {
    table
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(widths.iter().map(|width| width + GAP).sum());
    let fixed = |width: &u16| ColumnConstraint::Absolute(Width::Fixed(width + PADDING));
    table.set_constraints(widths.iter().map(fixed));
    if paint.on {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.trim_fmt() + "\n"
}
