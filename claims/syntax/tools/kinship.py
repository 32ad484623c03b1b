#!/usr/bin/env python3
"""Writes which news words are synonyms or hypernyms in WordNet: data/kinship.bin.

    apt-get install wordnet-base                              # WordNet 3.0
    python3 tools/kinship.py /usr/share/wordnet train.conllu.gz data/kinship.bin

Takes WordNet's files and labelled news (only to count lemmas), gives the table that src/meaning/kinship.rs reads. Of the 10,000 most
frequent lemmas of common nouns, verbs, adjectives and adverbs, two are synonyms when they share a synset among the first four senses
of each, and one is the other's hypernym when its synset is the direct hypernym of the other's, again among the first four senses.

File, little-endian: magic `CDKIN001`, number of lemmas and of relations (u32 each), FNV-1a hash of all that follows (u64), zeros up to
64 bytes; then the keys of the lemmas in ascending order (u64 each), where the relations of each lemma start, and their end (u32 each),
and the relations (u16: number of the other lemma; the high bit says that it is the hypernym, else it is a synonym with a higher number).
"""

import argparse
import collections
import gzip
import os
import struct

from hashes import fnv, key

LEMMAS = 10_000
SENSES = 4
HYPERNYM = 1 << 15
PARTS = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}


def count_lemmas(path):
    counts = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] not in "#\n":
                columns = line.split("\t")
                if columns[3] in PARTS and columns[2].isalpha():
                    counts[columns[2].lower()] += 1
    return counts


def senses(folder, part, wanted):
    """The first senses of each lemma: lemma -> synsets."""
    found = {}
    with open(os.path.join(folder, "index." + part), encoding="ascii") as lines:
        for line in lines:
            fields = line.split()
            if line[0] != " " and fields[0] in wanted:
                count = int(fields[2])
                found[fields[0]] = fields[-count:][:SENSES]
    return found


def hypernyms(folder, part):
    """Synset -> the synsets directly above it."""
    above = {}
    with open(os.path.join(folder, "data." + part), encoding="ascii") as lines:
        for line in lines:
            if line[0] == " ":
                continue
            fields = line.split(" | ")[0].split()
            pointers = 4 + 2 * int(fields[3], 16)
            rest = fields[pointers + 1 :]
            above[fields[0]] = [rest[at + 1] for at in range(0, 4 * int(fields[pointers]), 4) if rest[at] == "@"]
    return above


def relate(folder, part, wanted):
    """Pairs of synonyms, and pairs of a lemma and its hypernym."""
    found = senses(folder, part, wanted)
    above = hypernyms(folder, part)
    members = collections.defaultdict(set)
    for lemma, synsets in found.items():
        for synset in synsets:
            members[synset].add(lemma)
    for lemma, synsets in found.items():
        for synset in synsets:
            yield from ((lemma, other, 0) for other in members[synset])
            yield from ((lemma, other, HYPERNYM) for upper in above[synset] for other in members[upper])


def collect(folder, wanted):
    relations = {}
    for part in sorted(PARTS.values()):
        for lemma, other, kind in relate(folder, part, wanted):
            if lemma != other:
                # What is both a synonym and a hypernym in other senses counts as a synonym.
                relations[lemma, other] = min(kind, relations.get((lemma, other), HYPERNYM))
    for lemma, other in list(relations):
        if relations[lemma, other] == HYPERNYM and relations.get((other, lemma)) == 0:
            del relations[lemma, other]
    return relations


def pack(relations):
    lemmas = sorted({lemma for pair in relations for lemma in pair}, key=key)
    numbers = {lemma: number for number, lemma in enumerate(lemmas)}
    others = [[] for _ in lemmas]
    for (lemma, other), kind in relations.items():
        if kind == HYPERNYM or numbers[lemma] < numbers[other]:
            others[numbers[lemma]].append(numbers[other] | kind)
    starts = [0]
    for row in others:
        starts.append(starts[-1] + len(row))
    body = struct.pack(f"<{len(lemmas)}Q", *map(key, lemmas))
    body += struct.pack(f"<{len(starts)}I", *starts)
    body += struct.pack(f"<{starts[-1]}H", *(other for row in others for other in sorted(row)))
    head = b"CDKIN001" + struct.pack("<IIQ", len(lemmas), starts[-1], fnv(body))
    return head.ljust(64, b"\0") + body


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordnet", "conllu", "output"):
        arguments.add_argument(name)
    options = arguments.parse_args()
    wanted = {lemma for lemma, _ in count_lemmas(options.conllu).most_common(LEMMAS)}
    with open(options.output, "wb") as output:
        output.write(pack(collect(options.wordnet, wanted)))


if __name__ == "__main__":
    main()
