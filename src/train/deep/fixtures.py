# fixtures.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what PyTorch and `tokenizers` make of some sentences, for the tests of src/neural:

    fixtures.py MODEL FIXTURES           of a model as it is
    fixtures.py --small MODEL FIXTURES   writes the model too: small and random, for tests without one
"""

import argparse

import numpy
import torch

import network_file
from pieces import cut, make_tokenizer
from reference import PAIRS, Reference

TEXTS = [
    "Yes.",
    "“We will not wait,” the minister said.",
    "The mayor, Ana Núñez, told reporters that the bridge was “safe for now” — and that nobody had "
    "asked her why it shut.",
    "Officials declined to comment. A person close to the talks, who asked not to be named, called "
    "the offer “an insult, and a lazy one”; the ministry's spokesman said: “No.”",
    "한국어와 東京, naïve cafe\u0301s \U0001f642 and zero\u200bwidth\u00a0spaces \u2260 =",
    "It is a shameful, shabby little plan, and everyone in the room knew it. " * 12,
]
WORDS = ["the", "said", "that", "and", "it", "minister", "safe", "not", "##ed", "##er",
         "reporter", "“", "”", ".", ",", "’", "'", "—", ":", ";", "=", "東", "京", "ᄒ", "##ᅡ", "##ᆫ"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SMALL = dict(width=64, inner=96, layers=2, window=40, pairs=16)


def small_vocabulary():
    return ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *("##" + letter for letter in LETTERS), *WORDS]


def small_network():
    """Seeded, so the same at every run; wide enough apart that mistakes show."""
    dice = numpy.random.default_rng(6)
    width, inner, pairs = SMALL["width"], SMALL["inner"], SMALL["pairs"]
    pieces = small_vocabulary()
    tensors = {"pieces": "".join(piece + "\n" for piece in pieces).encode()}

    def numbers(*shape, scale=1.0, mean=0.0):
        return (mean + scale * dice.standard_normal(shape)).astype("f4")

    def dense(name, outputs, inputs, stored=network_file.quantise):
        tensors[name + ".weight"] = stored(numbers(outputs, inputs, scale=1.5 / inputs ** .5))
        tensors[name + ".bias"] = numbers(outputs, scale=.2)

    def norm(name):
        tensors[name + ".weight"] = numbers(width, scale=.2, mean=1)
        tensors[name + ".bias"] = numbers(width, scale=.2)

    for name, rows in ("word", len(pieces)), ("position", SMALL["window"]), ("quote", 4):
        tensors[name] = network_file.quantise(numbers(rows, width))
    norm("norm")
    for layer in range(SMALL["layers"]):
        for part in "query", "key", "value", "out":
            dense(f"layer.{layer}.{part}", width, width)
        dense(f"layer.{layer}.up", inner, width)
        dense(f"layer.{layer}.down", width, inner)
        norm(f"layer.{layer}.norm1")
        norm(f"layer.{layer}.norm2")
    tensors["layer.1.up.weight"][1][3] = 0  # a row of zeros, though its numbers are none
    dense("tags", 7, width, stored=numpy.asarray)
    tensors["start"], tensors["transitions"] = numbers(7), numbers(7, 7)
    for query, key, none in PAIRS.values():
        dense(query, pairs, width, stored=numpy.asarray)
        dense(key, pairs, width, stored=numpy.asarray)
        tensors[none] = numbers(pairs)
    dense("opinion", 1, width, stored=numpy.asarray)
    return tensors


def quote_states(pieces, text):
    """Outside, opens, closes, inside, as for plain curly marks."""
    data = text.encode()
    states, inside = [], False
    for _, start, end in pieces:
        mark = data[start:end].decode()
        inside = mark == "“" or (inside and mark != "”")
        states.append(1 if mark == "“" else 2 if mark == "”" else 3 if inside else 0)
    return states


def write_text(reference, tokenizer, text, name, tensors):
    """A window's worth of a text: pieces, states, words and all that the network says."""
    vocabulary = reference.pieces
    pieces = cut(tokenizer, text)
    shown = pieces[:reference.window - 2]
    ids = [vocabulary.index("[CLS]"), *(piece for piece, _, _ in shown), vocabulary.index("[SEP]")]
    states = [0, *quote_states(shown, text), 0]
    words = [i for i, piece in enumerate(ids) if 0 < i < len(ids) - 1
             and not vocabulary[piece].startswith("##")]
    x = reference.encode(torch.tensor(ids), torch.tensor(states))
    tensors[name + "text"] = text.encode()
    tensors[name + "pieces"] = pieces
    tensors[name + "states"] = states
    tensors[name + "words"] = words
    tensors[name + "queries"] = words[::7]
    tensors[name + "tags"] = reference.tags(x[words])
    for head in PAIRS:
        tensors[name + head] = reference.pairs(head, x[words[::7]], x[words])
    tensors[name + "opinion"] = reference.opinion(x[1:-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", action="store_true")
    parser.add_argument("model")
    parser.add_argument("fixtures")
    arguments = parser.parse_args()
    if arguments.small:
        network_file.write(arguments.model, small_network(), "small-1")
    version, tensors = network_file.read(arguments.model)
    reference = Reference(tensors)
    tokenizer = make_tokenizer(reference.pieces)
    fixtures = {}
    torch.set_num_threads(1)
    with torch.no_grad():
        for number, text in enumerate(TEXTS):
            write_text(reference, tokenizer, text, f"{number}.", fixtures)
    network_file.write(arguments.fixtures, fixtures, version)


if __name__ == "__main__":
    main()
