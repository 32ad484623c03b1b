//! The stages after segmentation, with the weights they need: tags, dependencies, entities.
//!
//! Takes a text and its [`Analysis`] with sentences and tokens, fills in what each stage knows. "Russia launched 108
//! drones" is tagged `NNP VBD CD NNS`, then parsed, then *Russia* is found to be a `GPE`.

use std::ops::Range;
use std::sync::LazyLock;

use crate::entity::EntityTagger;
use crate::entity::feature::Runs;
use crate::label::{Relation, Xpos};
use crate::parse::label::LabelWork;
use crate::parse::{Labeller, Node, Parser, Roles, State, add_nodes, nodes_of};
use crate::tag::{Lexicon, Sentence as Words, Tagger, UposModel, Vocabulary};
use crate::token::{Analysis, Arc, Sentence, Token};
use crate::weights::{Weights, WeightsError};

/// Makes the start of the embedded file a multiple of 128, as the pointer cast needs.
#[repr(C, align(128))]
struct Aligned<B: ?Sized>(B);

static NEWS_WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../data/news.weights"));

/// Tagger, parser and entity tagger with their weights.
///
/// It only reads, so one may serve any number of threads.
#[derive(Clone, Copy, Debug)]
pub struct Analyzer<'w> {
    lexicon: Lexicon<'w>,
    tagger: Tagger<'w>,
    upos: UposModel<'w>,
    vocabulary: Vocabulary<'w>,
    parser: Parser<'w>,
    labeller: Labeller<'w>,
    entities: EntityTagger<'w>,
}

impl Analyzer<'static> {
    /// The analyzer of English news, with the weights embedded in the program.
    ///
    /// # Panics
    /// Never, as long as the weights in the repository belong to this version; a test holds that.
    #[must_use]
    pub fn news() -> &'static Self {
        static NEWS: LazyLock<Analyzer<'static>> = LazyLock::new(|| {
            let weights = Analyzer::news_weights();
            Analyzer::new(weights.expect("the embedded weights belong to this version"))
        });
        &NEWS
    }

    /// The embedded weights themselves.
    ///
    /// # Errors
    /// When they do not belong to this version of the program.
    pub fn news_weights() -> Result<Weights<'static>, WeightsError> {
        Weights::from_bytes(&NEWS_WEIGHTS.0)
    }
}

impl<'w> Analyzer<'w> {
    /// An analyzer with other weights.
    #[must_use]
    pub fn new(weights: Weights<'w>) -> Self {
        Self {
            lexicon: Lexicon::new(weights),
            tagger: Tagger::new(weights),
            upos: UposModel::new(weights),
            vocabulary: Vocabulary::new(weights),
            parser: Parser::new(weights),
            labeller: Labeller::new(weights),
            entities: EntityTagger::new(weights),
        }
    }

    /// Gives every token its Penn Treebank tag and its universal part of speech.
    ///
    /// # Panics
    /// When `analysis` is not of `text`.
    pub fn tag(&self, text: &str, analysis: &mut Analysis) {
        let mut words = Words::default();
        for sentence in &analysis.sentences {
            let tokens = &mut analysis.tokens[sentence.tokens.clone()];
            words.observe(text, tokens, &self.lexicon, &self.vocabulary);
            self.tag_sentence(text, &mut words, tokens);
        }
    }

    fn tag_sentence(&self, text: &str, words: &mut Words, tokens: &mut [Token]) {
        self.tagger
            .tag(text, words, |place, tag| tokens[place].xpos = tag);
        for (place, token) in tokens.iter_mut().enumerate() {
            token.upos = self.upos.choose(words, place, token.xpos);
        }
    }

    /// Tags the tokens and finds the named entities, in one pass: what [`Analyzer::tag`] and then
    /// [`Analyzer::entities`] do. Gives what parsing needs to know of the words, for [`Analyzer::parse_known`].
    ///
    /// # Panics
    /// When `analysis` is not of `text`.
    pub fn annotate(&self, text: &str, analysis: &mut Analysis) -> Known {
        let mut known = Known(Vec::with_capacity(analysis.tokens.len()));
        let mut observed = Vec::with_capacity(analysis.sentences.len());
        for sentence in &analysis.sentences {
            let tokens = &mut analysis.tokens[sentence.tokens.clone()];
            let mut words = Words::default();
            words.observe(text, tokens, &self.lexicon, &self.vocabulary);
            self.tag_sentence(text, &mut words, tokens);
            known.0.extend(nodes_of(&words));
            observed.push(words);
        }
        // After the tags of all sentences, so that the cache holds the weights of one network at a time.
        let mut work = EntityWork::default();
        for (sentence, words) in analysis.sentences.iter().zip(&observed) {
            let tokens = &mut analysis.tokens[sentence.tokens.clone()];
            self.find_entities(text, words, tokens, &mut work);
        }
        known
    }

    /// Parses as [`Analyzer::parse`] does, with what [`Analyzer::annotate`] has found of the words of this text.
    ///
    /// # Panics
    /// When `known` is not of this text.
    pub fn parse_known(
        &self,
        known: &Known,
        analysis: &mut Analysis,
        wanted: &dyn Fn(&Analysis, &Sentence) -> bool,
    ) {
        self.parse_with(analysis, wanted, true, |tokens, work, _| {
            add_nodes(&mut work.nodes, known.0[tokens].iter().copied());
        });
    }

    /// Parses the sentences that `wanted` asks for, with relations; needs tags.
    ///
    /// # Panics
    /// When `analysis` is not of `text`.
    pub fn parse(
        &self,
        text: &str,
        analysis: &mut Analysis,
        wanted: &dyn Fn(&Analysis, &Sentence) -> bool,
    ) {
        self.parse_with(analysis, wanted, true, self.look_at(text));
    }

    /// Finds the heads in the sentences that `wanted` asks for, without relations, which takes half the time;
    /// needs tags.
    ///
    /// # Panics
    /// When `analysis` is not of `text`.
    pub fn parse_heads(
        &self,
        text: &str,
        analysis: &mut Analysis,
        wanted: &dyn Fn(&Analysis, &Sentence) -> bool,
    ) {
        self.parse_with(analysis, wanted, false, self.look_at(text));
    }

    /// Looks at the words of the tokens of a sentence, given all tokens, for the parser.
    fn look_at<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Fn(Range<usize>, &mut ParseWork, &[Token]) + 't {
        move |sentence, work, tokens| {
            let (tokens, words) = (&tokens[sentence], &mut work.words);
            words.observe(text, tokens, &self.lexicon, &self.vocabulary);
            let tags = tokens.iter().map(|token| token.xpos);
            words.note_tags(tags, &self.vocabulary);
            add_nodes(&mut work.nodes, nodes_of(words));
        }
    }

    /// Parses the sentences wanted; `fill` adds the nodes of a sentence.
    fn parse_with(
        &self,
        analysis: &mut Analysis,
        wanted: &dyn Fn(&Analysis, &Sentence) -> bool,
        relations: bool,
        fill: impl Fn(Range<usize>, &mut ParseWork, &[Token]),
    ) {
        let unparsed = |head| Arc {
            head,
            relation: Relation::Dep,
        };
        analysis
            .arcs
            .extend((analysis.arcs.len()..analysis.tokens.len()).map(unparsed));
        let mut work = ParseWork::default();
        let mut parsed = Vec::new();
        for number in 0..analysis.sentences.len() {
            if wanted(analysis, &analysis.sentences[number]) {
                analysis.sentences[number].parsed = true;
                let place = analysis.sentences[number].tokens.clone();
                let first_node = work.nodes.len();
                fill(place.clone(), &mut work, &analysis.tokens);
                self.find_heads(&mut analysis.arcs, &place, first_node, &mut work);
                parsed.push((place, first_node));
            }
        }
        // After the heads of all sentences, so that the cache holds the weights of one network at a time.
        if relations {
            for (place, first_node) in parsed {
                self.find_relations(analysis, &place, first_node, &mut work);
            }
        }
    }

    /// Finds the heads of the sentence at `place`, whose nodes begin at `first_node`.
    fn find_heads(
        &self,
        arcs: &mut [Arc],
        place: &Range<usize>,
        first_node: usize,
        work: &mut ParseWork,
    ) {
        let nodes = &work.nodes[first_node..];
        self.parser
            .parse(&mut work.state, &mut work.roles, nodes, place.len());
        for (arc, &head) in arcs[place.clone()].iter_mut().zip(&work.state.heads) {
            *arc = Arc {
                head: place.start + head as usize,
                relation: Relation::Dep,
            };
        }
    }

    /// Finds the relations of the sentence at `place`, which has its heads.
    fn find_relations(
        &self,
        analysis: &mut Analysis,
        place: &Range<usize>,
        first_node: usize,
        work: &mut ParseWork,
    ) {
        let tokens = &analysis.tokens[place.clone()];
        let arcs = &mut analysis.arcs[place.clone()];
        let heads = arcs.iter().map(|arc| (arc.head - place.start) as u32);
        work.labels.tree.fill(heads);
        let tag_at = |at: usize| tokens[at].xpos;
        let nodes = &work.nodes[first_node..];
        self.labeller
            .label(&mut work.labels, nodes, tag_at, |at, relation| {
                arcs[at].relation = relation;
            });
    }

    /// Finds the named entities; needs tags.
    ///
    /// # Panics
    /// When `analysis` is not of `text`.
    pub fn entities(&self, text: &str, analysis: &mut Analysis) {
        let mut words = Words::default();
        let mut work = EntityWork::default();
        for sentence in &analysis.sentences {
            let tokens = &mut analysis.tokens[sentence.tokens.clone()];
            words.observe(text, tokens, &self.lexicon, &self.vocabulary);
            words.note_tags(tokens.iter().map(|token| token.xpos), &self.vocabulary);
            self.find_entities(text, &words, tokens, &mut work);
        }
    }

    fn find_entities(
        &self,
        text: &str,
        words: &Words,
        tokens: &mut [Token],
        EntityWork { runs, tags }: &mut EntityWork,
    ) {
        tags.clear();
        tags.extend(tokens.iter().map(|token| token.xpos));
        let tag_at = |at: usize| tags[at];
        self.entities
            .tag(text, words, tag_at, runs, |place, entity| {
                tokens[place].entity = entity;
            });
    }
}

/// What the parser knows of each word of a text, by numbers of its vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Known(Vec<Node>);

/// Memory that finding entities uses again from sentence to sentence.
#[derive(Default)]
struct EntityWork {
    runs: Runs,
    tags: Vec<Xpos>,
}

/// Memory that parsing uses again from sentence to sentence.
#[derive(Default)]
struct ParseWork {
    words: Words,
    /// The nodes of all sentences parsed so far.
    nodes: Vec<Node>,
    state: State,
    roles: Roles,
    labels: LabelWork,
}
