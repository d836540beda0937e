# beliefs.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What networks believe, kept in files for those that learn from it."""

import os

import numpy as np

import corpus
import predict


def keep(path, network, data):
    """Of all articles and of the sentences of two corpora; where the file exists, it stays."""
    if os.path.exists(path):
        return
    found = predict.beliefs(network, data.articles)
    with open(path + ".new", "wb") as file:
        np.savez(
            file,
            labels=np.concatenate([b.labels for b in found]).astype(np.float16),
            steps=np.concatenate([b.steps for b in found]).astype(np.float16),
            babe=predict.opinion_strengths(network, data.babe),
            newssd=predict.opinion_strengths(network, data.newssd),
        )
    os.replace(path + ".new", path)


def of_articles(paths):
    """The mean of several networks', the articles one after the other."""
    kept = [np.load(path) for path in paths]
    return corpus.mean(
        [corpus.Beliefs(k["labels"].astype(np.float32), k["steps"].astype(np.float32)) for k in kept]
    )


def mix_in(articles, beliefs, share):
    """Into what people marked."""
    at = 0
    for article in articles:
        n = len(article.tokens)
        own = corpus.Beliefs(beliefs.labels[at : at + n], beliefs.steps[at : at + n])
        article.beliefs = corpus.believe(article.readings).mixed(own, share)
        at += n


def mix_in_opinions(path, data, share):
    """Into what people judged."""
    kept = np.load(path)
    for sentences, strengths in ((data.babe, kept["babe"]), (data.newssd, kept["newssd"])):
        for sentence, strength in zip(sentences, strengths):
            sentence.opinion += share * (float(strength) - sentence.opinion)
