# corpus.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the deep reader learns from: articles and sentences as galley-print-corpus prints them, in word pieces.

A word is a token of Galley's own tokeniser, so that training and running cut a text in the same places.
"""

import base64
import bisect
import json
import os
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

CLS, SEP = 101, 102
MAX_PIECES = 254  # of a window, without [CLS] and [SEP]
NOTHING, LABELS = 0, 7
ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)


def begins(role):
    return 2 * role + 1


def goes_on(role):
    return 2 * role + 2


def role_of(label):
    return (label - 1) // 2


@dataclass
class Article:
    """Arrays over word pieces and over words; an article that several people annotated has several sets of labels."""

    name: str
    text: str
    tokens: np.ndarray  # start and end in bytes, quote state, paragraph, sentence
    ids: np.ndarray = None  # of the pieces
    states: np.ndarray = None
    piece_words: np.ndarray = None  # the word that each piece begins in
    first_pieces: np.ndarray = None  # of each word; -1: none
    readings: list = field(default_factory=list)
    beliefs: "Beliefs" = None


@dataclass
class Beliefs:
    """How likely each label of a word is, and each pair of labels of a word and the one before it."""

    labels: np.ndarray  # [words, 7]
    steps: np.ndarray  # [words, 49], before * 7 + after; the first row means nothing

    def mixed(self, other, share):
        return Beliefs(
            (1 - share) * self.labels + share * other.labels, (1 - share) * self.steps + share * other.steps
        )


def mean(beliefs):
    return Beliefs(
        sum(b.labels for b in beliefs) / len(beliefs), sum(b.steps for b in beliefs) / len(beliefs)
    )


@dataclass
class Reading:
    """What one person marked: a label a word, and for each word of a content or cue the attribution it belongs to."""

    labels: np.ndarray
    owners: np.ndarray
    events: list


def piece_maker(folder):
    tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _byte_offsets(text):
    sizes = np.fromiter((len(c.encode()) for c in text), dtype=np.int64, count=len(text))
    return np.concatenate(([0], np.cumsum(sizes)))


def _cut(article, tokenizer):
    """Fill in pieces and which word each belongs to."""
    encoded = tokenizer.encode(article.text, add_special_tokens=False)
    to_byte = _byte_offsets(article.text)
    starts = to_byte[[o[0] for o in encoded.offsets]] if encoded.ids else np.zeros(0, dtype=np.int64)
    article.ids = np.array(encoded.ids, dtype=np.int64)
    words = np.searchsorted(article.tokens[:, 0], starts, side="right") - 1
    article.piece_words = np.maximum(words, 0)
    article.states = article.tokens[article.piece_words, 2]
    first = np.full(len(article.tokens), -1, dtype=np.int64)
    inside = starts < article.tokens[article.piece_words, 1]
    for piece in range(len(starts) - 1, -1, -1):
        if inside[piece]:
            first[article.piece_words[piece]] = piece
    for word in np.nonzero(first < 0)[0]:  # begun by a piece of the word before: n't
        before = int(np.searchsorted(starts, article.tokens[word, 1], side="left")) - 1
        if before >= 0 and article.tokens[article.piece_words[before], 3] == article.tokens[word, 3]:
            first[word] = before
    article.first_pieces = first


def _reading(record, n_words):
    labels = np.array(record["labels"], dtype=np.int64)
    owners = np.full(n_words, -1, dtype=np.int64)
    events = []
    for runs in record["events"]:
        cue = runs[CUE]
        if cue and not any(labels[first] in (begins(CUE), goes_on(CUE)) for first, _ in cue):
            continue  # within another's content
        for role in (CUE, CONTENT):
            for first, end in runs[role]:
                for word in range(first, end):
                    if owners[word] < 0 and labels[word] and role_of(labels[word]) == role:
                        owners[word] = len(events)
        events.append(runs)
    return Reading(labels, owners, events)


def believe(readings):
    """Every annotator counts the same."""
    n = len(readings[0].labels)
    labels, steps = np.zeros((n, LABELS), dtype=np.float32), np.zeros((n, LABELS * LABELS), dtype=np.float32)
    for reading in readings:
        labels[np.arange(n), reading.labels] += 1 / len(readings)
        steps[np.arange(1, n), reading.labels[:-1] * LABELS + reading.labels[1:]] += 1 / len(readings)
    return Beliefs(labels, steps)


def read_articles(path, tokenizer):
    """The articles of a file, each once, with the readings of all its annotators."""
    articles = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            article = articles.get(record["name"])
            if article is None:
                tokens = np.array(record["tokens"], dtype=np.int64).reshape(-1, 5)
                article = articles[record["name"]] = Article(record["name"], record["text"], tokens)
                _cut(article, tokenizer)
            article.readings.append(_reading(record, len(article.tokens)))
    for article in articles.values():
        article.beliefs = believe(article.readings)
    return list(articles.values())


def write_beliefs(path, articles):
    """For galley-train-reader: a line an article, its name, a tab, and in Base64 its labels' likelihoods in 255ths."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        for article in articles:
            labels = np.rint(article.beliefs.labels * 255).astype(np.uint8)
            file.write("%s\t%s\n" % (article.name, base64.b64encode(labels.tobytes()).decode()))
    os.replace(path + ".new", path)


def _cut_points(article):
    """Where a window may begin: pieces that begin a paragraph, and those that begin a sentence."""
    words = article.tokens[article.piece_words]
    new = np.ones(len(words), dtype=bool)
    paragraphs, sentences = new.copy(), new.copy()
    paragraphs[1:] = words[1:, 3] != words[:-1, 3]
    sentences[1:] = words[1:, 4] != words[:-1, 4]
    return np.nonzero(paragraphs)[0], np.nonzero(sentences)[0]


def windows_of(article, first_limit=MAX_PIECES):
    """Ranges of pieces: whole paragraphs as many as fit, a long one cut at sentence ends."""
    n = len(article.ids)
    paragraphs, sentences = (points.tolist() + [n] for points in _cut_points(article))
    ranges, start, limit = [], 0, first_limit
    while start < n:
        end = _last_before(paragraphs, start, limit) or _last_before(sentences, start, limit)
        if end is None and limit < MAX_PIECES:
            limit = MAX_PIECES
            continue
        end = end or min(start + limit, n)
        ranges.append((start, end))
        start, limit = end, MAX_PIECES
    return ranges


def _last_before(points, start, limit):
    place = bisect.bisect_right(points, start + limit) - 1
    return points[place] if place >= 0 and points[place] > start else None


@dataclass
class Window:
    place: tuple  # article, first piece, end
    ids: np.ndarray  # with [CLS] and [SEP]
    states: np.ndarray
    words: np.ndarray  # of the article, those that have a piece here
    pieces: np.ndarray  # their first pieces, places in ids
    beliefs: Beliefs = None
    content_cue: np.ndarray = None  # [words, words + 1] what a content's word may point at, the last: none
    cue_source: np.ndarray = None


def window(article, start, end, reading=None):
    words = np.nonzero((article.first_pieces >= start) & (article.first_pieces < end))[0]
    ids = np.concatenate(([CLS], article.ids[start:end], [SEP]))
    states = np.concatenate(([0], article.states[start:end], [0]))
    result = Window((article.name, start, end), ids, states, words, article.first_pieces[words] - start + 1)
    if reading is not None and len(words):
        result.beliefs = _beliefs_of(article, words)
        result.content_cue = _targets(words, reading, CONTENT, CUE)
        result.cue_source = _targets(words, reading, CUE, SOURCE)
    return result


def _beliefs_of(article, words):
    """A mark that a window's edge cuts begins there."""
    labels, steps = article.beliefs.labels[words].copy(), article.beliefs.steps[words].copy()
    for inside in range(2, LABELS, 2):
        labels[0, inside - 1] += labels[0, inside]
        labels[0, inside] = 0
    steps[0] = 0
    if len(words) > 1:
        after = steps[1].reshape(LABELS, LABELS)
        for inside in range(2, LABELS, 2):
            after[inside - 1] += after[inside]
            after[inside] = 0
    return Beliefs(labels, steps)


def _targets(words, reading, role, other):
    """For each word of role, the words of the other role in its attribution; "none" where there are none here."""
    n = len(words)
    targets = np.zeros((n, n + 1), dtype=bool)
    labels = reading.labels[words]
    cache = {}
    for i, word in enumerate(words):
        if not labels[i] or role_of(labels[i]) != role or reading.owners[word] < 0:
            continue
        owner = int(reading.owners[word])
        if owner not in cache:
            mask = np.zeros(n + 1, dtype=bool)
            for first, end in reading.events[owner][other]:
                mask[:n] |= (words >= first) & (words < end)
            mask[n] = not mask.any()
            cache[owner] = mask
        targets[i] = cache[owner]
    return targets


@dataclass
class Sentence:
    corpus: int
    opinion: float
    article: str
    ids: np.ndarray
    states: np.ndarray


def read_sentences(path, tokenizer):
    """Sentences that people judged as fact (0) or opinion (1)."""
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["opinion"] < 0:
                continue
            tokens = np.array(record["tokens"], dtype=np.int64).reshape(-1, 5)
            article = Article("", record["text"], tokens)
            _cut(article, tokenizer)
            found.append(
                Sentence(
                    record["corpus"],
                    record["opinion"],
                    record.get("article", ""),
                    article.ids[:MAX_PIECES],
                    article.states[:MAX_PIECES],
                )
            )
    return found
