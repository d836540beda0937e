# predict.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What networks believe of articles and sentences."""

import numpy as np
import torch

import corpus
import network as nets
import train


def beliefs(network, articles):
    """How likely each label and each pair of labels of the articles' words is; a Beliefs an article."""
    found = [_nothing(article) for article in articles]
    windows = [
        (k, corpus.window(article, start, end))
        for k, article in enumerate(articles)
        for start, end in corpus.windows_of(article)
    ]
    windows = [(k, window) for k, window in windows if len(window.words)]
    windows.sort(key=lambda pair: len(pair[1].ids))  # few shapes
    network.eval()
    transitions, start = network.allowed()
    for at in range(0, len(windows), train.PIECES_A_STEP // corpus.MAX_PIECES):
        batch = windows[at : at + train.PIECES_A_STEP // corpus.MAX_PIECES]
        labels, steps = _posteriors(network, [window for _, window in batch], transitions, start)
        for row, (k, window) in enumerate(batch):
            n = len(window.words)
            found[k].labels[window.words] = labels[row, :n].numpy()
            found[k].steps[window.words] = steps[row, :n].reshape(n, -1).numpy()
    for k, window in windows:
        _join(found[k], window.words[0])
    return found


def _nothing(article):
    nothing = corpus.Beliefs(np.zeros_like(article.beliefs.labels), np.zeros_like(article.beliefs.steps))
    nothing.labels[:, corpus.NOTHING] = 1
    return nothing


def _posteriors(network, windows, transitions, start):
    with torch.no_grad():
        hidden = train.encode_windows(network, windows)
        emissions = network.tags(train.at_words(hidden, windows).float())
    lengths = torch.tensor([len(w.words) for w in windows])
    return nets.posteriors(emissions, lengths, transitions, start)


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
