# word_senses.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints kinds and senses of words, from the word vectors of a language model, for galley-train-words --senses.

A line a word: the word, its kind (of words that take the same parts of speech, as a logistic regression from their
vectors has learnt it of treebanks) and its sense (of words with vectors that point the same way)."""

import argparse
import collections
import glob
import json
import os

import torch
from safetensors.torch import load_file

N_KINDS, N_SENSES = 200, 500
N_COMPONENTS = 128  # of a vector, for senses
KIND_IN_SENSE = 0.7  # how much a word's parts of speech count beside its direction
DECAY = 2e-3
SEED = 2


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--minilm", required=True, help="folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2"
    )
    parser.add_argument("treebanks", nargs="+", help="files of CoNLL-U, or folders with such")
    return parser.parse_args()


def words_of(minilm):
    """Whole words of two letters or more, the commonest first, with their vectors."""
    with open(os.path.join(minilm, "tokenizer.json"), encoding="utf-8") as file:
        pieces = json.load(file)["model"]["vocab"]
    words = [w for w in pieces if len(w) > 1 and w.isascii() and w[0] not in "#["]
    words = sorted((w for w in words if any(c.isalpha() for c in w)), key=pieces.get)
    weights = load_file(os.path.join(minilm, "model.safetensors"))
    table = next(weights[name] for name in weights if name.endswith("word_embeddings.weight")).float()
    vectors = table[[pieces[w] for w in words]]
    vectors = vectors / vectors.norm(dim=1, keepdim=True)
    return words, (vectors - vectors.mean(0)) / vectors.std(0)


def count_tags(paths):
    """word -> how often it has each tag"""
    tags = collections.defaultdict(collections.Counter)
    files = [
        f
        for p in paths
        for f in (sorted(glob.glob(os.path.join(p, "*.conllu"))) if os.path.isdir(p) else [p])
    ]
    for path in files:
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.split("\t")
                if fields[0].isdigit():
                    tags[fields[1].lower()][fields[4]] += 1
    return tags


def classify(vectors, tags):
    """How likely each tag is for each vector, by a logistic regression on those with tags."""
    names = sorted({name for counts in tags if counts for name in counts})
    known = [i for i, counts in enumerate(tags) if counts]
    truth = torch.tensor([[tags[i][name] for name in names] for i in known], dtype=torch.float)
    weight = torch.log1p(truth.sum(1, keepdim=True))
    truth = weight * truth / truth.sum(1, keepdim=True) / weight.sum()
    layer = torch.nn.Linear(vectors.shape[1], len(names))
    torch.nn.init.zeros_(layer.weight)
    torch.nn.init.zeros_(layer.bias)
    optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=60)

    def loss():
        optimizer.zero_grad()
        value = DECAY * (layer.weight**2).sum()
        value = value - (truth * torch.log_softmax(layer(vectors[known]), 1)).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return torch.softmax(layer(vectors), 1).detach()


def cluster(points, n, rounds=25):
    """k-means: the number of each point's cluster."""
    generator = torch.Generator().manual_seed(SEED)
    centres = points[torch.randperm(len(points), generator=generator)[:n]].clone()
    for _ in range(rounds):
        nearest = torch.cdist(points, centres).argmin(1)
        for k in range(n):
            if (nearest == k).any():
                centres[k] = points[nearest == k].mean(0)
    return nearest.tolist()


def main():
    args = arguments()
    torch.set_num_threads(1)
    words, vectors = words_of(args.minilm)
    tags = count_tags(args.treebanks)
    likely = classify(vectors, [tags.get(word) for word in words]).sqrt()
    _, axes = torch.linalg.eigh(vectors.T @ vectors)
    direction = vectors @ axes[:, -N_COMPONENTS:]
    direction = direction / direction.norm(dim=1, keepdim=True)
    kinds = cluster(likely, N_KINDS)
    senses = cluster(torch.cat((direction, KIND_IN_SENSE * likely), 1), N_SENSES)
    for word, kind, sense in zip(words, kinds, senses):
        print(word, kind + 1, sense + 1)


if __name__ == "__main__":
    main()
