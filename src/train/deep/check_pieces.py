# check_pieces.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether src/neural cuts texts into the same word pieces as PyPI's `tokenizers`:

    check_pieces.py VOCABULARY GALLEY_PRINT_PIECES [TEXT_FILE|DIR]…

VOCABULARY is a vocab.txt. Looks at every character alone and in company, at made-up and random
texts that are hard, and at every paragraph of the files; prints what differs, and fails if anything
does."""

import argparse
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

from pieces import cut, make_tokenizer
from tokenizers import normalizers

STRIP = normalizers.BertNormalizer(clean_text=False, handle_chinese_chars=False, strip_accents=True)
SHOWN = 20
HARD = [
    "", " ", "a", "café", "cafe\u0301s", "e\u0301\u0323\u0301", "\u0301", "\u0301a", "naïve Ångström",
    "[SEP] [CLS][MASK] [UNK]", "##ing ##", "don't can’t “Well,” he said—quietly…", "İstanbul ıI",
    "a\u200bb\u200d c\ufeffd", "x\ufffdy", "\x01\x02z\x7f", "tab\tnew\nline\rend\x0b\x0c\x85\u2028\u2029",
    "東京タワーで会う", "한국어 가각", "\u1100\u1161\u11a8", "日本語abc中文", "👩‍👩‍👧 🇩🇪 👍🏽", "ﬁne ﬃ", "½ ² ①",
    "≠ ≤\u0338", "Ω Å K", "Straße ẞ", "ΟΔΟΣ", "\U0001d400\U0001d7ce", "\u202eevil\u202c", "a" * 100, "a" * 101,
    "é" * 100, "é" * 101, "e\u0301" * 100, "e\u0301" * 101, "\u0301" * 1000, "." * 500, "b" * 5000,
    "unaffable" * 11, "supercalifragilisticexpialidocious", "1,234.56 $5 100%", "http://a.b/c?d=e&f=g#h", "\u1e9b\u0323",
    "\u0344\u0958", "\uf900\ufa0e\U0002f800", "ͅͅ ᾳ ᾼ", "\u3000全角\u3000", "ab\u00adcd", "…", "a.b.c", "U.S.-led",
]


def company(code):
    """A character alone and in company, in one text each."""
    c = chr(code)
    yield c
    yield f"a{c}b {c}s the{c} {c}\u0301 e{c}\u0301"


def every_character():
    for code in range(1, 0x110000):
        if not 0xD800 <= code < 0xE000:
            yield from company(code)


def is_moved(character):
    """A mark that stays and changes places with others when it is decomposed. No vocabulary has
    any, and `tokenizers` ends an unknown word too early where one was moved."""
    return unicodedata.combining(character) != 0 and STRIP.normalize_str(character) != ""


def random_texts(count):
    """Seeded: the same at every run. Most characters are ordinary, the others are any."""
    dice = random.Random(6)
    ordinary = "aeinorst ,.'-éüñ“”’—\u0301\u0327\u200b中가"
    for _ in range(count):
        text = ""
        for _ in range(dice.randrange(1, 60)):
            any_other = chr(dice.choice([dice.randrange(1, 0x500), dice.randrange(0x1000, 0xD800),
                                         dice.randrange(0xE000, 0x110000)]))
            text += any_other if dice.random() < .3 and not is_moved(any_other) else dice.choice(ordinary)
        yield text


def files(paths):
    """Paragraphs of what can be read as UTF-8."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                try:
                    yield from file.read_bytes().decode().replace("\0", "").splitlines(True)
                except UnicodeDecodeError:
                    pass


def run(program, vocabulary, texts):
    done = subprocess.run([program, vocabulary], input="".join(t + "\0" for t in texts).encode(),
                          stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode().splitlines():
        yield [tuple(map(int, piece.split(":"))) for piece in line.split()]


def compare(name, texts, tokenizer, arguments):
    texts = list(texts)
    differing = 0
    ours = list(run(arguments.program, arguments.vocabulary, texts))
    if len(ours) != len(texts):
        sys.exit(f"{len(texts)} texts in, {len(ours)} out")
    for text, found in zip(texts, ours):
        wanted = cut(tokenizer, text)
        if found != wanted:
            differing += 1
            if differing <= SHOWN:
                print(f"{text[:80]!a}\n  wanted {wanted[:12]}\n  found  {found[:12]}")
    print(f"{name}: {len(texts):,} texts, {sum(map(len, ours)):,} pieces, {differing} differ")
    return differing


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vocabulary")
    parser.add_argument("program")
    parser.add_argument("texts", nargs="*", type=Path)
    arguments = parser.parse_args()
    vocabulary = Path(arguments.vocabulary).read_text(encoding="utf-8").split("\n")[:-1]
    tokenizer = make_tokenizer(vocabulary)
    differing = (compare("characters", every_character(), tokenizer, arguments)
                 + compare("hard texts", HARD, tokenizer, arguments)
                 + compare("random texts", random_texts(200_000), tokenizer, arguments)
                 + compare("files", files(arguments.texts), tokenizer, arguments))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
