# train.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fine-tune MiniLM into the deep reader: marks, pairs and opinions, learnt together."""

import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
import network as nets

PIECES_A_STEP = 4096
LENGTHS = (64, 128, 192, 224, 256)  # of windows, filled up
RATES = 2.5e-4, 1e-3  # of MiniLM and of the heads
WARM = 0.06
ENCODER = ("word", "position", "distance", "norm", "layer")
PAIR_WEIGHT, OPINION_WEIGHT = 0.3, 0.3


def batches(windows, size=PIECES_A_STEP):
    """Windows of about the same length together, the batches in random order.

    Few shapes: for each new one PyTorch's products compile code.
    """
    order = random.sample(range(len(windows)), len(windows))
    found, left = [], []
    for length in LENGTHS:
        fitting = left + [i for i in order if rounded(len(windows[i].ids)) == length]
        room = size // length
        cut = len(fitting) - len(fitting) % room
        found += [fitting[k : k + room] for k in range(0, cut, room)]
        left = fitting[cut:]
    if left:
        found.append(left)
    random.shuffle(found)
    return [[windows[i] for i in batch] for batch in found]


def rounded(n):
    return next(length for length in LENGTHS if length >= n)


def padded(rows, fill=0, dtype=torch.long, n=None):
    n = n or max(len(row) for row in rows)
    result = torch.full((len(rows), n), fill, dtype=dtype)
    for i, row in enumerate(rows):
        result[i, : len(row)] = torch.from_numpy(np.ascontiguousarray(row))
    return result


def encode(network, rows, states, ground=None):
    ids, mask = filled_up(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return network.encode(ids, padded(states, n=ids.shape[1]), mask, ground)


def filled_up(rows):
    """Pieces of windows, and which are not filling."""
    n = rounded(max(len(row) for row in rows))
    return padded(rows, n=n), padded([np.ones(len(row), dtype=bool) for row in rows], False, torch.bool, n)


def encode_windows(network, windows):
    """What is known of them below is not computed again."""
    rows, states = [w.ids for w in windows], [w.states for w in windows]
    if not network.grounds:
        return encode(network, rows, states)
    ground = torch.zeros(len(rows), rounded(max(len(row) for row in rows)), network.word.embedding_dim)
    for i, window in enumerate(windows):
        ground[i, : len(window.ids)] = network.grounds[window.place]
    return encode(network, rows, states, ground)


def keep_grounds(network, articles):
    """What frozen layers make of a window is the same in every round: computed once, by 16 bits a number."""
    windows = [corpus.window(article, *place) for article in articles for place in corpus.windows_of(article)]
    windows.sort(key=lambda window: len(window.ids))  # few shapes
    size = PIECES_A_STEP // corpus.MAX_PIECES
    for batch in (windows[at : at + size] for at in range(0, len(windows), size)):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            ground = network.ground(*filled_up([window.ids for window in batch])).bfloat16()
        for i, window in enumerate(batch):
            network.grounds[window.place] = ground[i, : len(window.ids)].clone()


def at_words(hidden, windows):
    """[batch, words, width]: the words' first pieces."""
    pieces = padded([w.pieces for w in windows])
    return hidden.gather(1, pieces[..., None].expand(-1, -1, hidden.shape[2]))


def heads(network, hidden, windows):
    words = at_words(hidden, windows).float()
    content = network.pair_scores(words, network.content_query, network.cue_key, network.none_cue)
    cue = network.pair_scores(words, network.cue_query, network.source_key, network.none_source)
    return network.tags(words), content, cue


def stacked(tables, n):
    result = torch.zeros(len(tables), n, tables[0].shape[1])
    for i, table in enumerate(tables):
        result[i, : len(table)] = torch.from_numpy(table)
    return result


def square(targets, n):
    result = torch.zeros(len(targets), n, n + 1, dtype=torch.bool)
    for i, target in enumerate(targets):
        k = target.shape[0]
        result[i, :k, :k] = torch.from_numpy(target[:, :k])
        result[i, :k, n] = torch.from_numpy(target[:, k])
    return result


def marks_loss(network, windows):
    windows = [w for w in windows if len(w.words)]
    hidden = encode_windows(network, windows)
    emissions, content, cue = heads(network, hidden, windows)
    lengths = torch.tensor([len(w.words) for w in windows])
    transitions, start = network.allowed()
    n = emissions.shape[1]
    labels, steps = (stacked([getattr(w.beliefs, name) for w in windows], n) for name in ("labels", "steps"))
    loss = nets.chain_loss(emissions, lengths, labels, steps, transitions, start) / lengths.sum()
    mask = torch.cat(
        (torch.arange(n)[None] < lengths[:, None], torch.ones(len(windows), 1, dtype=torch.bool)), 1
    )
    pairs = 0
    for scores, name in ((content, "content_cue"), (cue, "cue_source")):
        targets = square([getattr(w, name) for w in windows], n)
        pairs = pairs + nets.pair_loss(scores, targets, mask) / max(1, int(targets.any(-1).sum()))
    return loss, pairs


def opinion_scores(network, groups):
    """Groups of sentences that stand in one window; one score a sentence."""
    rows, states, bounds = [], [], []
    for k, group in enumerate(groups):
        ids, state, at = [np.array([corpus.CLS])], [np.array([0])], 1
        for sentence in group:
            bounds.append((k, at, at + len(sentence.ids)))
            ids.append(sentence.ids)
            state.append(sentence.states)
            at += len(sentence.ids)
        rows.append(np.concatenate(ids + [[corpus.SEP]]))
        states.append(np.concatenate(state + [[0]]))
    if network.training:  # few shapes
        n = rounded(max(len(row) for row in rows))
        empty = PIECES_A_STEP // 4 // n - len(rows)
        rows += [np.array([corpus.CLS])] * empty
        states += [np.array([0])] * empty
    hidden = encode(network, rows, states).float()
    pooled = torch.stack([hidden[k, first:end].mean(0) for k, first, end in bounds])
    return network.opinion(network.drop(pooled))[:, 0]


def opinion_loss(network, groups, weight):
    truth = torch.tensor([s.opinion for group in groups for s in group], dtype=torch.float)
    return F.binary_cross_entropy_with_logits(opinion_scores(network, groups), truth, pos_weight=weight)


def grouped(sentences):
    """One to four that stand one after the other, as in an article; they never take more than a window."""
    groups, i = [], random.randrange(3)
    order = list(range(i, len(sentences))) + list(range(i))
    at = 0
    while at < len(order):
        size, room, group = random.choice((1, 1, 2, 4)), corpus.MAX_PIECES, []
        for k in order[at : at + size]:
            if len(sentences[k].ids) > room or (group and sentences[k].corpus != group[0].corpus):
                break
            group.append(sentences[k])
            room -= len(sentences[k].ids)
        groups.append(group)
        at += len(group)
    random.shuffle(groups)
    return groups


def opinion_stream(sentences):
    """Batches without end, of groups that are about as long as each other."""
    while True:
        found, batch = [], []
        for group in sorted(
            grouped(sentences), key=lambda group: sum(len(s.ids) for s in group) + random.random() * 10
        ):
            n = rounded(sum(len(s.ids) for s in group) + 2)
            if batch and (len(batch) + 1) * n > PIECES_A_STEP // 4:
                found.append(batch)
                batch = []
            batch.append(group)
        random.shuffle(found)
        yield from found


def optimiser(network, rate, head_rate):
    own = [p for name, p in network.named_parameters() if not name.startswith(ENCODER)]
    flat = [p for name, p in network.named_parameters() if name.startswith(ENCODER) and p.ndim == 1]
    wide = [p for name, p in network.named_parameters() if name.startswith(ENCODER) and p.ndim > 1]
    return torch.optim.AdamW(
        [
            {"params": wide, "lr": rate, "weight_decay": 0.01},
            {"params": flat, "lr": rate, "weight_decay": 0},
            {"params": own, "lr": head_rate, "weight_decay": 0},
        ],
        fused=True,
    )


def windows_of_epoch(network, articles):
    """By the marks of one of an article's annotators, and cut anew at every epoch, unless layers are frozen."""
    found = []
    for article in articles:
        reading = random.choice(article.readings)
        first = corpus.MAX_PIECES if network.frozen else random.randint(64, corpus.MAX_PIECES)
        for start, end in corpus.windows_of(article, first):
            found.append(corpus.window(article, start, end, reading))
    return found


def seed_all(seed):
    torch.manual_seed(seed)
    random.seed(seed)
    nets.Dropout.random = np.random.Generator(np.random.SFC64(seed))


def snapshot(network, optimizer, epoch, step):
    return {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": epoch,
        "step": step,
        "random": (random.getstate(), torch.get_rng_state(), nets.Dropout.random.bit_generator.state),
    }


def restore(state, network, optimizer):
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    random.setstate(state["random"][0])
    torch.set_rng_state(state["random"][1])
    nets.Dropout.random.bit_generator.state = state["random"][2]
    return state["epoch"], state["step"]


class Opinions:
    """Sentences of two corpora: BABE's at first, then more and more of NewsSD's, which are judged as the program judges."""

    def __init__(self, babe, newssd):
        self.streams = opinion_stream(babe), opinion_stream(newssd)
        share = sum(s.opinion for s in newssd) / len(newssd)
        self.weight = torch.tensor((1 - share) / share)

    def loss(self, network, progress):
        return opinion_loss(network, next(self.streams[random.random() < progress]), self.weight)


def take_step(network, optimizer, batch, opinions, progress):
    marks, pairs = marks_loss(network, batch)
    loss = marks + PAIR_WEIGHT * pairs
    parts = {"marks": marks.item(), "pairs": pairs.item()}
    if opinions:
        opinion = opinions.loss(network, progress)
        loss = loss + OPINION_WEIGHT * opinion
        parts["opinion"] = opinion.item()
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return parts


class Log:
    def __init__(self, name, total):
        self.name, self.total, self.began, self.shown = name, total, time.time(), {}

    def add(self, step, parts):
        for name, value in parts.items():
            self.shown[name] = 0.98 * self.shown.get(name, value) + 0.02 * value
        if step % 50 == 0:
            losses = " ".join("%s %.4f" % item for item in self.shown.items())
            seconds = time.time() - self.began
            print("%s %d of %d  %s  %d s" % (self.name, step, self.total, losses, seconds), flush=True)


def learn(make_network, articles, babe, newssd, epochs, seed, path=None, rates=RATES):
    """Learn from the articles and the sentences; with path, what was learnt is kept there after every epoch and resumed.

    make_network is called after seeding: heads begin at random.
    """
    seed_all(seed)
    network = make_network()
    optimizer = optimiser(network, *rates)
    rates = [group["lr"] for group in optimizer.param_groups]
    total = epochs * len(batches(windows_of_epoch(network, articles)))
    log = Log(os.path.basename(path or ""), total)
    epoch, step = 0, 0
    if path and os.path.exists(path):
        epoch, step = restore(torch.load(path, weights_only=False), network, optimizer)
    if network.frozen and epoch < epochs:
        keep_grounds(network, articles)
    for epoch in range(epoch, epochs):
        network.train()
        # In each round anew: what comes next in a stream is not kept, and a run that was stopped is to go on the same.
        opinions = Opinions(babe, newssd)
        for batch in batches(windows_of_epoch(network, articles)):
            share = min(1, step / (WARM * total)) * max(0.01, 1 - step / total)
            for group, base in zip(optimizer.param_groups, rates):
                group["lr"] = base * share
            log.add(
                step + 1,
                take_step(network, optimizer, batch, opinions if step % 2 == 0 else None, step / total),
            )
            step += 1
        if path:
            torch.save(snapshot(network, optimizer, epoch + 1, step), path + ".new")
            os.replace(path + ".new", path)
    return network
