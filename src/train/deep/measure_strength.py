# measure_strength.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often quotes of each strength are right: reliability of what `galley-cli analyze --format=jsonl` found in articles that people annotated.

A quote is right where it shares half of its words with a content that a person marked (Jaccard).
"""

import argparse
import collections
import json
import os
import re

WORD = re.compile(r"\w+")
Quote = collections.namedtuple("Quote", "kind strength right")


def people(folder, name):
    """The contents of the first annotator, each a set of word starts."""
    annotations = sorted(
        f for f in os.listdir(os.path.join(folder, "attributions")) if f.rsplit("_", 1)[0] == name
    )
    with open(os.path.join(folder, "text", name + ".txt"), encoding="utf-8", newline="") as file:
        text = file.read()
    spans, contents = {}, []
    with open(os.path.join(folder, "attributions", annotations[0]), encoding="utf-8", newline="") as file:
        for line in file.read().split("\n"):
            columns = line.split("\t")
            if len(columns) > 1 and columns[0].startswith("T"):
                ranges = columns[1].split(" ", 1)[1].split(";")
                spans[columns[0]] = [tuple(map(int, r.split())) for r in ranges]
            elif len(columns) > 1 and columns[0].startswith("E"):
                keys = [item.split(":")[1] for item in columns[1].split() if item.startswith("Content")]
                contents.append(words_in(text, [r for key in keys for r in spans.get(key, [])]))
    return text, contents


def words_in(text, ranges):
    return {start + m.start() for start, end in ranges for m in WORD.finditer(text[start:end])}


def quotes(collection, text):
    for item in collection["first"]["items"]:
        if item.get("galley:kind") != "quote":
            continue
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        ranges = []
        for target in targets:
            for selector in (
                target.get("selector", [])
                if isinstance(target.get("selector"), list)
                else [target.get("selector", {})]
            ):
                if selector.get("type") == "TextPositionSelector":
                    ranges.append((selector["start"], selector["end"]))
        yield item["galley:type"], item["galley:strength"], words_in(text, ranges)


def is_right(found, contents):
    return any(2 * len(found & content) >= len(found | content) > 0 for content in contents)


def share(found):
    return "%.2f of %d" % (sum(quote.right for quote in found) / len(found), len(found)) if found else ""


def print_row(name, found, clear):
    tenths = [[quote for quote in found if min(9, int(quote.strength * 10)) == k] for k in range(10)]
    cells = [found, *tenths, [quote for quote in found if quote.strength >= clear]]
    print("| %s | %s |" % (name, " | ".join(share(cell) for cell in cells)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", help="folder with text and attributions")
    parser.add_argument("found", help="output of galley-cli analyze --format=jsonl GOLD/text")
    parser.add_argument("--clear", type=float, default=0.5, help="from what strength on a quote is clear")
    args = parser.parse_args()
    names = sorted(name.removesuffix(".txt") for name in os.listdir(os.path.join(args.gold, "text")))
    found = []
    with open(args.found, encoding="utf-8") as file:
        for name, line in zip(names, file, strict=True):
            text, contents = people(args.gold, name)
            found += [
                Quote(kind, strength, is_right(words, contents))
                for kind, strength, words in quotes(json.loads(line), text)
            ]
    kinds = sorted({quote.kind for quote in found})
    print("| | right | " + " | ".join("%.1f" % (k / 10) for k in range(10)) + " | clear |")
    print("| --- " * 13 + "|")
    for kind in kinds:
        print_row(kind, [quote for quote in found if quote.kind == kind], args.clear)
    print_row("all", found, args.clear)


if __name__ == "__main__":
    main()
