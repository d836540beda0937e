# export.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a network of PyTorch's to the file that the program reads."""

import network_file


def _tensors(network):
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    for name, value in state.items():
        rows = value.ndim == 2 and name.startswith(("word", "position", "quote", "layer"))
        yield name.removesuffix(".weight") if name.startswith(("word", "position", "quote")) else name, (
            network_file.quantise(value) if rows else value
        )


def export(network, pieces, version, path):
    """pieces: the vocabulary, a piece a line."""
    tensors = dict(_tensors(network))
    tensors["pieces"] = pieces.encode()
    network_file.write(path, tensors, version)
