//! Trees: a sentence in, its words and their parse out.
//!
//! Extraction parses the sentences that have a number, a time or an attribution. "The harbor was not closed" has none of
//! them; what it denies is read off its tree all the same, which is made when it is first asked for.

use std::sync::{Arc, Mutex};

use claims::syntax::{Analysis, Analyzer};
use rustc_hash::FxHashMap;

use crate::compare::Report;

/// The parsed sentences that somebody has asked for, by report and number.
#[derive(Debug, Default)]
pub(super) struct Trees(Mutex<FxHashMap<(usize, usize), Arc<Analysis>>>);

impl Trees {
    /// A sentence of a report as an analysis of its own, its tokens counted from 0.
    pub(super) fn of(&self, reports: &[Report], report: usize, sentence: usize) -> Arc<Analysis> {
        let whole = "no thread panics with the trees in hand";
        let place = (report, sentence);
        if let Some(tree) = self.0.lock().expect(whole).get(&place) {
            return Arc::clone(tree);
        }
        let tree = Arc::new(parse(&reports[report], sentence));
        let mut trees = self.0.lock().expect(whole);
        trees.insert(place, Arc::clone(&tree));
        tree
    }
}

fn parse(report: &Report, sentence: usize) -> Analysis {
    let whole = &report.extraction.analysis;
    let mut sentence = whole.sentences[sentence].clone();
    let tokens = whole.tokens[sentence.tokens.clone()].to_vec();
    sentence.tokens = 0..tokens.len();
    let mut analysis = Analysis {
        tokens,
        sentences: vec![sentence],
        ..Analysis::default()
    };
    Analyzer::news().parse(&report.document.text, &mut analysis, &|_, _| true);
    analysis
}
