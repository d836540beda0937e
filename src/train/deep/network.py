# network.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deep reader's network: MiniLM (BERT, 6 layers, 384 wide) with the heads for marks, pairs and opinions.

Its teacher is the same on the first layers of MPNet (768 wide), which adds to each product how far two pieces stand apart.
"""

import math
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
N_PIECES, N_POSITIONS, N_STATES = 30522, 512, 4
EPSILON = 1e-12
LABELS = 7
PAIR = 64
NEVER = -1e4
DROPPED = 26  # of 256
# Seven of twelve layers: with the last ones, which know sentences better than words, it learns more slowly.
TEACHER = {"width": 768, "layers": 7, "frozen": 3, "inner": 3072, "distances": 32, "epsilon": 1e-5}
FAR = 128  # pieces, from where on all distances are the same
SINGLE = 0.5  # how much of a chain's loss is that of its labels one by one


class Dropout(nn.Module):
    """As nn.Dropout, four times as fast on a CPU: random bytes come from one generator of NumPy's."""

    random = np.random.Generator(np.random.SFC64(1))

    def __init__(self, dropped=DROPPED):
        super().__init__()
        self.dropped = dropped

    def forward(self, x):
        if not self.training:
            return x
        n = x.numel()
        words = self.random.integers(0, 2**64 - 1, size=(n + 7) // 8, dtype=np.uint64, endpoint=True)
        kept = torch.from_numpy(words.view(np.uint8)[:n]) >= self.dropped
        return x * (kept.to(x.dtype) * (256 / (256 - self.dropped))).view(x.shape)


class Layer(nn.Module):
    def __init__(self, width=WIDTH, inner=INNER, heads=HEADS, epsilon=EPSILON, dropped=DROPPED):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = Dropout(dropped)

    def attend(self, x, bias):
        """Plain products: on a CPU their gradients take a sixth of the time that those of PyTorch's fused attention take."""
        batch, n, width = x.shape
        per_head = (
            lambda y: y.view(batch, n, self.heads, -1).transpose(1, 2).reshape(batch * self.heads, n, -1)
        )
        query, key, value = per_head(self.query(x)), per_head(self.key(x)), per_head(self.value(x))
        scores = torch.baddbmm(bias, query, key.transpose(1, 2), alpha=(width // self.heads) ** -0.5)
        y = torch.bmm(torch.softmax(scores, -1, dtype=query.dtype), value)
        return y.view(batch, self.heads, n, -1).transpose(1, 2).reshape(batch, n, width)

    def forward(self, x, bias):
        x = self.norm1(x + self.drop(self.out(self.attend(x, bias))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    def __init__(
        self,
        width=WIDTH,
        layers=LAYERS,
        heads=HEADS,
        inner=INNER,
        n_pieces=N_PIECES,
        n_positions=N_POSITIONS,
        pair=PAIR,
        distances=0,
        epsilon=EPSILON,
        frozen=0,
        dropped=DROPPED,
    ):
        super().__init__()
        self.heads, self.frozen = heads, frozen
        self.grounds = (
            {}
        )  # of windows that are looked at again: their place -> what the frozen layers make of it
        self.word, self.position = nn.Embedding(n_pieces, width), nn.Embedding(n_positions, width)
        self.quote = nn.Embedding(N_STATES, width)
        nn.init.zeros_(self.quote.weight)
        self.distance = nn.Embedding(distances, heads) if distances else None
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.drop = Dropout(dropped)
        self.layer = nn.ModuleList(Layer(width, inner, heads, epsilon, dropped) for _ in range(layers))
        self.tags = nn.Linear(width, LABELS)
        nn.init.normal_(self.tags.weight, std=0.02)
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.content_query, self.cue_key, self.cue_query, self.source_key = (
            nn.Linear(width, pair) for _ in range(4)
        )
        self.none_cue, self.none_source = (nn.Parameter(torch.randn(pair) * 0.1) for _ in range(2))
        for head in (self.content_query, self.cue_key, self.cue_query, self.source_key):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)
        self.opinion = nn.Linear(width, 1)
        if frozen:
            self._freeze()

    def _freeze(self):
        """Words, places and the first layers stay as they are, and what they make of a text, too."""
        for module in (self.word, self.position, self.distance, self.norm, *self.layer[: self.frozen]):
            module.requires_grad_(False)
        for layer in self.layer[: self.frozen]:
            layer.drop = nn.Identity()

    def encode(self, ids, states, mask, ground=None):
        """[batch, pieces, width]; ground: what the frozen layers make of the pieces, where that is known."""
        bias, quotes = self._bias(mask), self.quote(states)
        if self.frozen:
            x = (self.ground(ids, mask) if ground is None else ground) + quotes
        else:
            x = self.norm(self._pieces(ids) + quotes)
        x = self.drop(x)
        for layer in self.layer[self.frozen :]:
            x = layer(x, bias)
        return x

    def ground(self, ids, mask):
        """What the frozen layers make of the pieces; quote states come in behind them."""
        x, bias = self.norm(self._pieces(ids)), self._bias(mask)
        for layer in self.layer[: self.frozen]:
            x = layer(x, bias)
        return x

    def _pieces(self, ids):
        return self.word(ids) + self.position(torch.arange(ids.shape[1]))[None]

    def _bias(self, mask):
        """Of every head's products: nothing looks at what fills a row up."""
        bias = torch.where(mask, 0.0, NEVER)[:, None, :].repeat_interleave(self.heads, 0)
        if self.distance:
            far = buckets(torch.arange(mask.shape[1]))
            bias = bias + self.distance(far).permute(2, 0, 1).repeat(len(mask), 1, 1)
        if torch.is_autocast_enabled("cpu"):  # once, not in every layer
            bias = bias.to(torch.get_autocast_dtype("cpu"))
        return bias

    def allowed(self):
        """Scores of label pairs and of a window's first label, those that cannot be ruled out."""
        before, after = torch.meshgrid(torch.arange(LABELS), torch.arange(LABELS), indexing="ij")
        inside = (after > 0) & (after % 2 == 0)
        wrong = inside & (before != after) & (before != after - 1)
        first = torch.arange(LABELS)
        return self.transitions.masked_fill(wrong, NEVER), self.start.masked_fill(
            (first > 0) & (first % 2 == 0), NEVER
        )

    def pair_scores(self, x, query, key, none):
        """[batch, words, words + 1]: the last column is "none"."""
        q = query(x)
        scores = torch.matmul(q, key(x).transpose(1, 2))
        return torch.cat((scores, torch.matmul(q, none)[..., None]), -1) / math.sqrt(none.shape[0])


def buckets(places):
    """How far apart two places are, as T5 (Raffel et al. 2020) and MPNet count it: few steps one by one, more by their logarithm."""
    half = TEACHER["distances"] // 2
    exact = half // 2
    distance = places[None, :] - places[:, None]
    size = distance.abs()
    grown = exact + (torch.log(size.clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)).long()
    return torch.where(distance > 0, half, 0) + torch.where(size < exact, size, grown.clamp(max=half - 1))


def from_minilm(path):
    """A network whose encoder has the weights of all-MiniLM-L6-v2 (model.safetensors)."""
    network, weights = Network(), load_file(path)
    get = lambda name: (weights[name] if name in weights else weights["bert." + name]).float()
    network.word.weight.data = get("embeddings.word_embeddings.weight")
    network.position.weight.data = (
        get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
    )
    names = ["attention.self." + name for name in ("query", "key", "value")]
    _take_layers(network, get, *names, "attention.output.dense", "attention.output.LayerNorm")
    return network


def from_mpnet(folder, pieces):
    """A teacher whose encoder has the weights of all-mpnet-base-v2, its words in the order of pieces (token -> id)."""
    network, weights = Network(**TEACHER), load_file(os.path.join(folder, "model.safetensors"))
    get = lambda name: weights[name].float()
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as file:
        rows = {token.rstrip("\n"): row for row, token in enumerate(file)}
    rows.update(
        {"[PAD]": rows["<pad>"], "[CLS]": rows["<s>"], "[SEP]": rows["</s>"], "[MASK]": rows["<mask>"]}
    )
    order = [rows[token] for token in sorted(pieces, key=pieces.get)]
    network.word.weight.data = get("embeddings.word_embeddings.weight")[order]
    network.position.weight.data = get("embeddings.position_embeddings.weight")[2:]
    network.distance.weight.data = get("encoder.relative_attention_bias.weight")
    names = ["attention.attn." + name for name in "qkvo"]
    _take_layers(network, get, *names, "attention.LayerNorm")
    return network


def _take_layers(network, get, query, key, value, out, norm1):
    parts = [(network.norm, "embeddings.LayerNorm")]
    for i, layer in enumerate(network.layer):
        names = {
            layer.query: query,
            layer.key: key,
            layer.value: value,
            layer.out: out,
            layer.norm1: norm1,
            layer.up: "intermediate.dense",
            layer.down: "output.dense",
            layer.norm2: "output.LayerNorm",
        }
        parts += [(module, f"encoder.layer.{i}.{name}") for module, name in names.items()]
    for module, name in parts:
        module.weight.data, module.bias.data = get(name + ".weight"), get(name + ".bias")


def sums_before(emissions, lengths, steps, start):
    """For every word, by its label, the log sum over the chains up to it; after a chain's last word, as for the last.

    steps: [7, 7], or for every word [batch, words, 7, 7]; a list of [batch, 7].
    """
    inside, words = _words_of(emissions, lengths)
    found = [start + words[0]]
    for t in range(1, len(words)):
        step = steps if steps.ndim == 2 else steps[:, t]
        forward = torch.logsumexp(found[-1][:, :, None] + step, 1) + words[t]
        found.append(torch.where(inside[t], forward, found[-1]))
    return found


def sums_after(emissions, lengths, steps):
    """For every word, by its label, the log sum over the chains that go on from it."""
    inside, words = _words_of(emissions, lengths)
    found = [torch.zeros_like(words[0])]
    for t in range(len(words) - 1, 0, -1):
        backward = torch.logsumexp(steps + (words[t] + found[-1])[:, None, :], 2)
        found.append(torch.where(inside[t], backward, found[-1]))
    return found[::-1]


def _words_of(emissions, lengths):
    """Whether each word belongs to its chain, and its scores; at once: each slice's gradient would be a table of all words."""
    inside = (torch.arange(emissions.shape[1])[None] < lengths[:, None])[..., None]
    return inside.unbind(1), emissions.unbind(1)


def log_partition(before):
    """Of linear chains (Lafferty et al. 2001), one a row of the batch, from their sums_before()."""
    return torch.logsumexp(before[-1], 1)


def chain_loss(emissions, lengths, labels, label_steps, transitions, start):
    """How little linear chains fit labels, and pairs of labels, that are as likely as given, summed over the batch.

    Half of it is minus the expected log probability of a whole chain, half that of each label by itself (Kakade et al. 2002).
    """
    before = sums_before(emissions, lengths, transitions, start)
    total = log_partition(before)
    score = (
        (emissions * labels).sum()
        + (transitions.reshape(-1) * label_steps.sum((0, 1))).sum()
        + (start * labels[:, 0].sum(0)).sum()
    )
    after = sums_after(emissions, lengths, transitions)
    single = torch.stack(before, 1) + torch.stack(after, 1) - total[:, None, None]
    return (1 - SINGLE) * (total.sum() - score) - SINGLE * (labels * single).sum()


def posteriors(emissions, lengths, transitions, start):
    """How likely each label, and each pair of labels, is: the gradients of the log partition function."""
    with torch.enable_grad():
        emissions = emissions.detach().requires_grad_()
        steps = transitions.detach().expand(*emissions.shape[:2], LABELS, LABELS).clone().requires_grad_()
        before = sums_before(emissions, lengths, steps, start.detach())
        return torch.autograd.grad(log_partition(before).sum(), (emissions, steps))


def pair_loss(scores, targets, mask):
    """Minus the log probability of pointing at any of the targets, summed over the rows that have some."""
    rows = targets.any(-1)
    scores = scores.masked_fill(~mask[:, None, :], NEVER)[rows]
    return (
        torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~targets[rows], NEVER), -1)
    ).sum()
