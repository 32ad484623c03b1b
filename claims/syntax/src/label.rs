//! The label sets: parts of speech, dependency relations, entity kinds.
//!
//! Labels keep the names of the standards they come from, so that a reader of the literature and of any
//! CoNLL-U file finds them again; [`std::fmt::Display`] and [`std::str::FromStr`] use those names.

use std::fmt;
use std::str::FromStr;

/// A label name that the label set does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLabel(pub String);

impl fmt::Display for UnknownLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown label {:?}", self.0)
    }
}

impl std::error::Error for UnknownLabel {}

/// Declares a label set: the enum, all its labels, and the names of the standard.
macro_rules! labels {
    ($(#[$meta:meta])* $set:ident { $($label:ident = $name:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $set {
            $(#[doc = concat!("<code>", $name, "</code>")] $label),+
        }

        impl $set {
            /// Every label, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$label),+];

            /// The label's name in its standard.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$label => $name),+ }
            }
        }

        impl fmt::Display for $set {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl FromStr for $set {
            type Err = UnknownLabel;

            fn from_str(name: &str) -> Result<Self, UnknownLabel> {
                match name { $($name => Ok(Self::$label),)+ _ => Err(UnknownLabel(name.to_owned())) }
            }
        }
    };
}

labels! {
    /// Universal part of speech (Universal Dependencies v2).
    Upos {
        Adj = "ADJ",
        Adp = "ADP",
        Adv = "ADV",
        Aux = "AUX",
        Cconj = "CCONJ",
        Det = "DET",
        Intj = "INTJ",
        Noun = "NOUN",
        Num = "NUM",
        Part = "PART",
        Pron = "PRON",
        Propn = "PROPN",
        Punct = "PUNCT",
        Sconj = "SCONJ",
        Sym = "SYM",
        Verb = "VERB",
        X = "X",
    }
}

labels! {
    /// Penn Treebank part of speech, as extended by OntoNotes (`HYPH`, `NFP`, `ADD`, `AFX`, `XX`).
    Xpos {
        Nn = "NN",
        In = "IN",
        Nnp = "NNP",
        Dt = "DT",
        Jj = "JJ",
        Nns = "NNS",
        Comma = ",",
        Rb = "RB",
        Period = ".",
        Prp = "PRP",
        Vb = "VB",
        Vbd = "VBD",
        Cc = "CC",
        Vbz = "VBZ",
        Vbn = "VBN",
        Cd = "CD",
        Vbg = "VBG",
        Vbp = "VBP",
        To = "TO",
        CloseQuote = "''",
        OpenQuote = "``",
        PrpPoss = "PRP$",
        Md = "MD",
        Pos = "POS",
        Hyph = "HYPH",
        Colon = ":",
        Wdt = "WDT",
        Wp = "WP",
        Nnps = "NNPS",
        Rp = "RP",
        Wrb = "WRB",
        Jjr = "JJR",
        Rbr = "RBR",
        Rrb = "-RRB-",
        Jjs = "JJS",
        Ex = "EX",
        Lrb = "-LRB-",
        Dollar = "$",
        Rbs = "RBS",
        Pdt = "PDT",
        Uh = "UH",
        Xx = "XX",
        Nfp = "NFP",
        Sym = "SYM",
        WpPoss = "WP$",
        Fw = "FW",
        Ls = "LS",
        Add = "ADD",
        Afx = "AFX",
        Sp = "_SP",
    }
}

labels! {
    /// Dependency relation, in the ClearNLP label set.
    Relation {
        Punct = "punct",
        Prep = "prep",
        Pobj = "pobj",
        Det = "det",
        Nsubj = "nsubj",
        Compound = "compound",
        Amod = "amod",
        Dobj = "dobj",
        Aux = "aux",
        Advmod = "advmod",
        Root = "ROOT",
        Cc = "cc",
        Conj = "conj",
        Ccomp = "ccomp",
        Poss = "poss",
        Mark = "mark",
        Advcl = "advcl",
        Relcl = "relcl",
        Xcomp = "xcomp",
        Nummod = "nummod",
        Attr = "attr",
        Acomp = "acomp",
        Case = "case",
        Acl = "acl",
        Neg = "neg",
        Auxpass = "auxpass",
        Appos = "appos",
        Pcomp = "pcomp",
        Npadvmod = "npadvmod",
        Nsubjpass = "nsubjpass",
        Prt = "prt",
        Nmod = "nmod",
        Agent = "agent",
        Quantmod = "quantmod",
        Expl = "expl",
        Oprd = "oprd",
        Dep = "dep",
        Csubj = "csubj",
        Dative = "dative",
        Parataxis = "parataxis",
        Predet = "predet",
        Preconj = "preconj",
        Intj = "intj",
        Meta = "meta",
        Csubjpass = "csubjpass",
    }
}

labels! {
    /// Kind of named entity (OntoNotes 5).
    EntityKind {
        Person = "PERSON",
        Norp = "NORP",
        Fac = "FAC",
        Org = "ORG",
        Gpe = "GPE",
        Loc = "LOC",
        Product = "PRODUCT",
        Event = "EVENT",
        WorkOfArt = "WORK_OF_ART",
        Law = "LAW",
        Language = "LANGUAGE",
        Date = "DATE",
        Time = "TIME",
        Percent = "PERCENT",
        Money = "MONEY",
        Quantity = "QUANTITY",
        Ordinal = "ORDINAL",
        Cardinal = "CARDINAL",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_read_back_from_its_name() {
        for &label in Xpos::ALL {
            assert_eq!(label.name().parse(), Ok(label));
        }
        for &label in Relation::ALL {
            assert_eq!(label.name().parse(), Ok(label));
        }
        assert_eq!("NOPE".parse::<Upos>(), Err(UnknownLabel("NOPE".to_owned())));
    }
}
