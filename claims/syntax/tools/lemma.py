#!/usr/bin/env python3
"""Derives the lemma table from labelled text.

    python3 tools/lemma.py train.conllu.gz > data/lemma.tsv
    python3 tools/lemma.py train.conllu.gz --test test.conllu.gz     # accuracy instead of the table

Takes CoNLL-U (form, lemma, XPOS), gives lines of tag, pattern, number of letters cut from the end, letters added:
`VBD -ied 3 y` makes "carried" "carry", `VBD said 2 y` makes "said" "say". A hyphen stands before suffixes. The
rules of one tag are a suffix tree: a longer pattern overrules a shorter one, and is kept only where it does.
"""

import argparse
import collections
import gzip

# Tags whose words are inflected alike share their rules.
SHARED = {"VBN": "VBD", "RBS": "JJS"}
PROPER = {"NNP", "NNPS"}
# Words that the labels get wrong, with their lemmas.
CORRECTED = {
    "NNS": "bases/base corpses/corpse cryptocurrencies/cryptocurrency doses/dose equivalencies/equivalency inboxes/inbox "
    "megachurches/megachurch monies/money schoolchildren/schoolchild senses/sense soles/sole subcategories/subcategory "
    "supermajorities/supermajority taxes/tax uses/use",
    "VBD": "cratered/crater deadlocked/deadlock demoted/demote gridlocked/gridlock misidentified/misidentify "
    "overbooked/overbook recertified/recertify retested/retest underreported/underreport",
    "VBG": "cratering/crater crowdfunding/crowdfund demoting/demote fracking/frack waterboarding/waterboard",
}
LONGEST_SUFFIX = 5
# A suffix must change this many words, a whole word must occur this often.
SUFFIX_WORDS = 4
WORD_COUNT = 2
# Occurrences of one word beyond these do not make its suffix more usual.
WORD_WEIGHT = 3


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] not in "#\n":
                columns = line.split("\t")
                yield columns[1], columns[2], columns[4]


def fold(form):
    return form.lower().replace("’", "'").replace("‘", "'")


def edit(form, lemma):
    """Number of letters to cut from the end of the form, and what to add."""
    same = 0
    # A clitic is replaced whole: its apostrophe may be curly in the text.
    while "'" not in form and same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def count_lemmas(path):
    counts = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for form, lemma, tag in rows(path):
        # The lemmas of clitics with a curly apostrophe are not consistent in the data: the straight ones teach them.
        usable = form.isascii() and any(map(str.isalpha, form))
        if usable and tag not in PROPER:
            counts[SHARED.get(tag, tag)][fold(form)][lemma if lemma == "I" else fold(lemma)] += 1
    return counts


def grow(tag, suffix, words, inherited, rules):
    """Adds the rules for the words that end in the suffix, where they differ from what they would inherit."""
    weights = collections.Counter()
    for _, change, count in words:
        weights[change] += min(count, WORD_WEIGHT)
    best, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
    current = inherited
    if best != inherited and weight - weights[inherited] >= SUFFIX_WORDS:
        rules[tag, "-" + suffix] = current = best
    longer = collections.defaultdict(list)
    whole = []
    for word in words:
        is_longer = len(suffix) < LONGEST_SUFFIX and len(word[0]) > len(suffix)
        (longer[word[0][-len(suffix) - 1]] if is_longer else whole).append(word)
    for letter in sorted(longer):
        grow(tag, letter + suffix, longer[letter], current, rules)
    for form, change, count in whole:
        if change != current and count >= WORD_COUNT:
            rules[tag, form] = change


def without_slips(rules, counts):
    """Without rules for single verb forms whose lemma is no base form of the text, though the lemma by suffix is one:
    labels make "fined" "fin"."""
    bases = set(counts["VB"]) | set(counts["VBP"])
    by_suffix = {rule: change for rule, change in rules.items() if rule[1].startswith("-")}

    def is_slip(tag, pattern, change):
        if pattern.startswith("-") or tag not in ("VBD", "VBG", "VBZ"):
            return False
        cut, add = change
        return pattern[: len(pattern) - cut] + add not in bases and apply(by_suffix, pattern, tag) in bases

    return {rule: change for rule, change in rules.items() if not is_slip(*rule, change)}


def derive(path):
    rules = {}
    counts = count_lemmas(path)
    for tag, forms in counts.items():
        words = []
        for form, lemmas in forms.items():
            lemma, _ = max(lemmas.items(), key=lambda item: (item[1], item[0]))
            words.append((form, edit(form, lemma), sum(lemmas.values())))
        grow(tag, "", sorted(words), (0, ""), rules)
    rules = {rule: change for rule, change in rules.items() if is_plain(rule[1])}
    return without_slips(rules, counts) | dict(corrections())


def corrections():
    """Rules for the words that the labels get wrong."""
    for tag, words in CORRECTED.items():
        for form, lemma in (word.split("/") for word in words.split()):
            yield (tag, form), edit(form, lemma)


def is_plain(pattern):
    return all(letter.isalpha() or letter == "'" for letter in pattern.removeprefix("-"))


def apply(rules, form, tag):
    form, tag = fold(form), SHARED.get(tag, tag)
    lengths = range(min(LONGEST_SUFFIX, len(form)), -1, -1)
    patterns = [form] + ["-" + form[len(form) - length :] for length in lengths]
    cut, add = next((rules[tag, pattern] for pattern in patterns if (tag, pattern) in rules), (0, ""))
    return form[: len(form) - cut] + add


def accuracy(rules, path):
    right = total = 0
    for form, lemma, tag in rows(path):
        right += (form if tag in PROPER else apply(rules, form, tag)) == lemma.replace("’", "'")
        total += 1
    return 100 * right / total


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("train")
    arguments.add_argument("--test")
    options = arguments.parse_args()
    rules = derive(options.train)
    if options.test:
        print(f"{len(rules)} rules, {accuracy(rules, options.test):.2f}% of the lemmas right")
        return
    print("# Lemma rules, made by tools/lemma.py: tag, whole word or -suffix, letters cut, letters added.")
    for (tag, pattern), (cut, add) in sorted(rules.items()):
        print(tag, pattern, cut, add, sep="\t")


if __name__ == "__main__":
    main()
