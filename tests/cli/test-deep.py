#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deep reader on the command line: what it finds in sentences that leave no doubt.

    test-deep.py GALLEY_CLI MODEL
"""
import json
import sys

from cli_harness import ARTICLE, contains, equal, lacks, main, run, write

MODEL = sys.argv[2]

CLEAR = (
    "Harbour bridge to close\n\nThe mayor, Bo Lind, said the bridge would close on Monday. “We have "
    "no choice but to close it,” Lind told reporters.\n\nAccording to the harbour board, the repairs "
    "will cost two million pounds.\n"
)


def read_deeply(*args, **more):
    return run(*args, env={"GALLEY_DEEP_MODEL": MODEL}, timeout=120, **more)


def items(result):
    return [item for item in json.loads(result.out)["first"]["items"] if "galley:kind" in item]


def texts(result, kind):
    text = json.loads(result.out)["galley:article"]["text"]
    for item in items(result):
        if item["galley:kind"] == kind:
            yield " ".join(text[selector["start"]:selector["end"]]
                           for target in item["target"] for selector in target["selector"]
                           if selector["type"] == "TextPositionSelector")


def test_finds_what_is_clear():
    write("clear.txt", CLEAR)
    result = read_deeply("analyze", "clear.txt")
    equal((result.status, result.err), (0, b""))
    quotes = list(texts(result, "quote"))
    for words in ("the bridge would close on Monday", "no choice but to close it", "will cost two million"):
        equal([quote for quote in quotes if words in quote] != [], True)
    contains(" ".join(texts(result, "source")), "Bo Lind")
    contains(" ".join(texts(result, "source")), "harbour board")


def test_origin():
    write("clear.txt", CLEAR)
    creators = [item["creator"] for item in items(read_deeply("analyze", "clear.txt"))]
    equal({creator["galley:reader"] for creator in creators}, {"deep"})
    equal(len({creator["galley:model"] for creator in creators}), 1)
    contains(creators[0]["galley:model"], "deep-")


def test_the_same_each_time():
    for name in "abcdef":
        write("in/%s.txt" % name, CLEAR if name < "d" else ARTICLE)
    one = read_deeply("analyze", "--format=jsonl", "in")
    equal(one.out, read_deeply("analyze", "--format=jsonl", "--reader=deep", "in").out)
    equal(one.out, read_deeply("analyze", "--format=jsonl", "--jobs=4", "in").out)
    lacks(one.errors, "in/")


def test_hostile():
    write("a.txt", "")
    write("b.txt", "x" * 100000)
    write("c.txt", "." * 30000 + "\n" + "“" * 5000)
    write("d.txt", "said " * 3000)
    write("e.txt", ("e" + "\u0301" * 3000 + " \u200b\u200d 漢字" * 500 + "\n") * 2)
    equal(read_deeply("analyze", "--format=jsonl", "--jobs=2", "a.txt", "b.txt", "c.txt", "d.txt", "e.txt").status, 0)


def test_sentences():
    lines = "The bridge opened in 1912.\n\nThis is a shameful and reckless betrayal of us all.\n"
    result = read_deeply("sentences", stdin=lines.encode())
    equal(result.status, 0)
    fact, nothing, view = [line.split("\t") for line in result.text.splitlines()]
    equal(fact[1:], ["-", "-"])
    equal(nothing, ["0", "-", "-"])
    equal(float(fact[0]) < 0.5 <= float(view[0]), True)
    equal(view[1], "evaluation")
    equal(read_deeply("sentences", "--reader=fast", stdin=lines.encode()).out != result.out, True)


sys.exit(main(globals()))
