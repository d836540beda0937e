# reference.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of src/neural in PyTorch, straight from the tensors of its file: what the C code is
held against. Written for clarity, not for training."""

import math

import torch
from torch.nn import functional

HEAD_WIDTH = 32
PAIRS = {"cues": ("content_query", "cue_key", "none_cue"),
         "sources": ("cue_query", "source_key", "none_source")}


class Reference:
    def __init__(self, tensors):
        self.pieces = tensors["pieces"].decode().split("\n")[:-1]
        self.tensors = {name: torch.from_numpy(tensor.copy()).float()
                        for name, tensor in tensors.items() if name != "pieces"}
        self.width = self.tensors["word"].shape[1]
        self.window = min(256, self.tensors["position"].shape[0])

    def dense(self, name, x):
        return functional.linear(x, self.tensors[name + ".weight"],
                                 self.tensors[name + ".bias"].flatten())

    def norm(self, name, x):
        return functional.layer_norm(x, (self.width,), self.tensors[name + ".weight"].flatten(),
                                     self.tensors[name + ".bias"].flatten(), 1e-12)

    def split(self, x):
        return x.view(len(x), -1, HEAD_WIDTH).transpose(0, 1)

    def layer(self, name, x):
        query, key, value = (self.split(self.dense(name + part, x))
                             for part in ("query", "key", "value"))
        attention = torch.softmax(query @ key.transpose(1, 2) / math.sqrt(HEAD_WIDTH), dim=-1)
        gathered = (attention @ value).transpose(0, 1).reshape(len(x), self.width)
        x = self.norm(name + "norm1", x + self.dense(name + "out", gathered))
        inner = functional.gelu(self.dense(name + "up", x))
        return self.norm(name + "norm2", x + self.dense(name + "down", inner))

    def encode(self, ids, states):
        """The last layer's states of a window."""
        tensors = self.tensors
        x = tensors["word"][ids] + tensors["position"][:len(ids)] + tensors["quote"][states]
        x = self.norm("norm", x)
        layer = 0
        while f"layer.{layer}.query.weight" in tensors:
            x = self.layer(f"layer.{layer}.", x)
            layer += 1
        return x

    def tags(self, x):
        return self.dense("tags", x)

    def pairs(self, head, queries, words):
        """Scores of every word as the answer to every query, and of none last."""
        query, key, none = PAIRS[head]
        keys = torch.cat([self.dense(key, words), self.tensors[none].view(1, -1)])
        return self.dense(query, queries) @ keys.T / math.sqrt(keys.shape[1])

    def opinion(self, x):
        return self.dense("opinion", x.mean(dim=0))
