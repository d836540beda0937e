# predict.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a network that has not seen an article believes of it."""

import numpy as np
import torch

import corpus
import network as nets
import train


def beliefs(network, article):
    """How likely each label and each pair of labels of the article's words is."""
    found = corpus.Beliefs(np.zeros_like(article.beliefs.labels), np.zeros_like(article.beliefs.steps))
    found.labels[:, corpus.NOTHING] = 1
    windows = [corpus.window(article, start, end) for start, end in corpus.windows_of(article)]
    windows = [w for w in windows if len(w.words)]
    if not windows:
        return found
    network.eval()
    with torch.no_grad():
        hidden = train.encode(network, [w.ids for w in windows], [w.states for w in windows])
        emissions = network.tags(train.at_words(hidden, windows).float())
        transitions, start = network.allowed()
    lengths = torch.tensor([len(w.words) for w in windows])
    labels, steps = nets.posteriors(emissions, lengths, transitions, start)
    for k, window in enumerate(windows):
        n = len(window.words)
        found.labels[window.words] = labels[k, :n].numpy()
        found.steps[window.words] = steps[k, :n].reshape(n, -1).numpy()
        _join(found, window.words[0])
    return found


def _join(found, word):
    """Between two windows the labels know nothing of each other."""
    if word > 0:
        found.steps[word] = np.outer(found.labels[word - 1], found.labels[word]).reshape(-1)


def opinion_strengths(network, sentences):
    network.eval()
    found = []
    with torch.no_grad():
        for k in range(0, len(sentences), 16):
            found += torch.sigmoid(
                train.opinion_scores(network, [[s] for s in sentences[k : k + 16]])
            ).tolist()
    return found
