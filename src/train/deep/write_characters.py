# write_characters.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks PyPI's `tokenizers` what BERT's normaliser does with every character alone, and prints the
answer as src/neural/galley-word-pieces-table.h. The library's Unicode tables are of several
versions (some of 2015), and a network has learnt from just these, so they are written down here
rather than asked of GLib, whose tables grow with every release:

    python write_characters.py > ../../neural/galley-word-pieces-table.h
"""

from tokenizers import normalizers, pre_tokenizers

HEAD = """/* galley-word-pieces-table.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Written by src/train/deep/write_characters.py; first, last, class. */
/* clang-format off */
"""


def normaliser(**wanted):
    """BERT's normaliser with nothing but what is wanted of it."""
    parts = dict(clean_text=False, handle_chinese_chars=False, strip_accents=False, lowercase=False)
    return normalizers.BertNormalizer(**{**parts, **wanted})


CLEAN = normaliser(clean_text=True)
CHINESE = normaliser(handle_chinese_chars=True)
STRIP = normaliser(strip_accents=True)
SPLIT = pre_tokenizers.BertPreTokenizer()


def classify(character):
    cleaned = CLEAN.normalize_str(character)
    if cleaned == "":
        return "REMOVED"
    if cleaned == " ":
        return "SPACE"
    if CHINESE.normalize_str(character) != character:
        return "CHINESE"
    if STRIP.normalize_str(character) == "":
        return "MARK"
    if len(SPLIT.pre_tokenize_str(f"a{character}a")) == 3:
        return "PUNCTUATION"
    return None


def main():
    ranges = []
    for code in range(0x80, 0x110000):
        kind = None if 0xD800 <= code < 0xE000 else classify(chr(code))
        if kind and ranges and ranges[-1][1:] == [code - 1, kind]:
            ranges[-1][1] = code
        elif kind:
            ranges.append([code, code, kind])
    print(HEAD + "static const CharacterRange ranges[] = {")
    for i in range(0, len(ranges), 3):
        print("  " + " ".join("{ 0x%x, 0x%x, %s }," % tuple(r) for r in ranges[i:i + 3]))
    print("};\n/* clang-format on */")


if __name__ == "__main__":
    main()
