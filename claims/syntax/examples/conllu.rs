//! Prints the analysis of a text as CoNLL-U: `cargo run --release -p claimdiff-syntax --example conllu < article.txt`.

use std::io::{self, Read as _};

use syntax::conllu::write_analysis;
use syntax::{Analyzer, segment};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let analyzer = Analyzer::news();
    let mut analysis = segment(&text);
    analyzer.tag(&text, &mut analysis);
    analyzer.parse(&text, &mut analysis, &|_, _| true);
    analyzer.entities(&text, &mut analysis);
    write_analysis(&text, &analysis, &mut io::stdout().lock())
}
