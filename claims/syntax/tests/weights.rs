//! The weights file: what is written is read again, and damage is named.

use syntax::weights::{MAGIC, Section, VERSION, Weights, WeightsError, write_weights};
use syntax::{Analyzer, segment};

/// A small file: each section holds its number and one word more.
fn small_file() -> Vec<u32> {
    let section = |section: Section| vec![section as u32; 2];
    write_weights(&Section::ALL.map(section))
}

#[test]
fn the_shipped_weights_are_whole_and_small() {
    let weights = Analyzer::news_weights().unwrap();
    assert_eq!(weights.verify(), Ok(()));
    let words: usize = Section::ALL
        .iter()
        .map(|&section| weights.section(section).len())
        .sum();
    assert!(words * 4 < 8_000_000, "{} bytes", words * 4);
}

#[test]
fn the_shipped_weights_are_written_again_as_they_are() {
    let weights = Analyzer::news_weights().unwrap();
    let sections = Section::ALL.map(|section| weights.section(section).to_vec());
    let written = write_weights(&sections);
    let again = Weights::from_words(&written).unwrap();
    assert_eq!(again.verify(), Ok(()));
    for section in Section::ALL {
        assert_eq!(again.section(section), weights.section(section));
    }
}

#[test]
fn sections_are_found_again() {
    let words = small_file();
    let weights = Weights::from_words(&words).unwrap();
    for section in Section::ALL {
        assert_eq!(weights.section(section), [section as u32; 2]);
    }
}

#[test]
fn a_file_that_is_cut_short_is_refused() {
    let words = small_file();
    for length in 0..words.len() {
        assert!(
            Weights::from_words(&words[..length]).is_err(),
            "{length} words were taken"
        );
    }
    let cut = Weights::from_words(&words[..words.len() - 1]).unwrap_err();
    insta::assert_snapshot!(cut, @"weights are damaged: 353 words where the header says 354");
    insta::assert_snapshot!(Weights::from_words(&[]).unwrap_err(), @"weights are cut short: 0 bytes, less than the header");
}

#[test]
fn another_file_is_refused() {
    let mut words = small_file();
    words[0] = u32::from_le_bytes(*b"GIF8");
    let other = Weights::from_words(&words).unwrap_err();
    insta::assert_snapshot!(other, @"not a weights file: it starts with [47, 49, 46, 38], not with [43, 44, 53, 58]");
    assert_eq!(MAGIC, *b"CDSX");
}

#[test]
fn another_version_is_refused() {
    let mut words = small_file();
    words[1] = VERSION + 1;
    assert_eq!(
        Weights::from_words(&words).unwrap_err(),
        WeightsError::Version(VERSION + 1)
    );
}

#[test]
fn other_keys_or_sizes_are_refused() {
    let mut words = small_file();
    words[4] ^= 1;
    assert_eq!(Weights::from_words(&words).unwrap_err(), WeightsError::Keys);
}

#[test]
fn impossible_sections_are_refused() {
    for broken in [3, u32::MAX] {
        let mut words = small_file();
        words[5] = broken;
        let error = Weights::from_words(&words).unwrap_err();
        assert_eq!(error, WeightsError::Section(Section::Lexicon));
    }
}

#[test]
fn bytes_that_are_no_words_are_refused() {
    let bytes = [0_u8; 7];
    assert_eq!(
        Weights::from_bytes(&bytes).unwrap_err(),
        WeightsError::Alignment(7)
    );
}

#[test]
fn a_changed_weight_is_found_by_the_checksum() {
    let mut words = small_file();
    *words.last_mut().unwrap() ^= 1 << 20;
    let weights = Weights::from_words(&words).unwrap();
    assert!(matches!(
        weights.verify(),
        Err(WeightsError::Checksum { .. })
    ));
}

#[test]
fn nonsense_in_the_sections_gives_nonsense_but_no_panic() {
    let words = small_file();
    let analyzer = Analyzer::new(Weights::from_words(&words).unwrap());
    let text = "The army fired 40 rockets, officials said.";
    let mut analysis = segment(text);
    analyzer.tag(text, &mut analysis);
    analyzer.parse(text, &mut analysis, &|_, _| true);
    analyzer.entities(text, &mut analysis);
    assert_eq!(analysis.arcs.len(), analysis.tokens.len());
}
