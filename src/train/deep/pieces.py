# pieces.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word pieces by PyPI's `tokenizers`, as a reference: ids and places in bytes of UTF-8."""

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers


def make_tokenizer(vocabulary):
    """BERT's uncased WordPiece over a list of pieces. Special pieces are not looked for in the text:
    an article that says “[SEP]” means these five characters."""
    tokenizer = Tokenizer(models.WordPiece({piece: i for i, piece in enumerate(vocabulary)},
                                           unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def cut(tokenizer, text):
    """A list of (id, start, end)."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    if text.isascii():
        return [(i, *place) for i, place in zip(encoding.ids, encoding.offsets)]
    places = [0]
    for character in text:
        places.append(places[-1] + len(character.encode()))
    return [(i, places[start], places[end])
            for i, (start, end) in zip(encoding.ids, encoding.offsets)]
