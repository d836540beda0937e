#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole path over articles written for it, as TAP.

    run-golden.py GALLEY_CLI [NAME…]

Each input/NAME.txt is analysed by the real program and compared twice:
  truth     against truth/NAME.json, which a person wrote: which sources, quotes with their speakers,
            opinions and article parts are there, who is no source, and how much of it must be found
  snapshot  against expected/NAME.galley.json, what the program found when somebody last looked

UPDATE_GOLDEN=1 rewrites the snapshots (never the truths).
"""
import difflib
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOLERANCE = 0.001  # of strengths, which are the only fractions


def read(*parts):
    with open(os.path.join(HERE, *parts), encoding="utf-8") as file:
        return file.read()


def norm(name):
    words = name.casefold().replace("'", "’").split()
    while words and words[0] in ("the", "a", "an"):
        words.pop(0)
    return " ".join(words)


class Annotations:
    """The items of an annotation file, by kind."""

    def __init__(self, data):
        article = data["galley:article"]
        self.text = article["text"]
        self.article = article
        items = data.get("first", {}).get("items", [])
        self.items = [item for item in items if "galley:kind" in item]
        self.by_id = {item["id"]: item for item in self.items}

    def of_kind(self, kind):
        return [item for item in self.items if item["galley:kind"] == kind]

    def spans(self, item):
        for target in item["target"]:
            for selector in target["selector"]:
                if selector["type"] == "TextPositionSelector":
                    yield selector["start"], selector["end"]

    def words(self, item):
        return " … ".join(self.text[start:end] for start, end in self.spans(item))

    def names(self, source):
        """Every name that a source goes by."""
        names = {norm(self.text[start:end]) for start, end in self.spans(source)}
        names.add(norm(source.get("galley:name", "")))
        return names

    def source_of(self, quote):
        return self.by_id.get(quote.get("galley:source"))


def is_named(found, source, name):
    """A truth's name is one of the source's, or stands in one with the role around it."""
    wanted = norm(name)
    return any(wanted == other or (" " in wanted and wanted in other) for other in found.names(source))


def check_sources(found, truth):
    hits, misses = 0, []
    for wanted in truth["sources"]:
        named = [s for s in found.of_kind("source") if is_named(found, s, wanted["name"])]
        same = [s for s in named if wanted.get("type") in (None, s["galley:type"])]
        if same:
            hits += 1
            steps = {s.get("galley:ladder") for s in same}
            if "ladder" in wanted and wanted["ladder"] not in steps:
                misses.append("ladder of “%s”: %s, not %s" % (wanted["name"], steps, wanted["ladder"]))
        elif named:
            misses.append("type of “%s”: %s" % (wanted["name"], named[0]["galley:type"]))
        else:
            misses.append("source “%s”" % wanted["name"])
    return hits, len(truth["sources"]), misses


def check_quotes(found, truth):
    hits, misses = 0, []
    for wanted in truth["quotes"]:
        quotes = [q for q in found.of_kind("quote") if wanted["words"] in found.words(q)]
        speakers = [found.source_of(q) for q in quotes]
        speaker = wanted["speaker"]
        right = [q for q, s in zip(quotes, speakers)
                 if speaker is None or (s is not None and is_named(found, s, speaker))]
        if right:
            hits += 1
            types = {q["galley:type"] for q in right}
            if "type" in wanted and wanted["type"] not in types:
                misses.append("type of “%s”: %s, not %s" % (wanted["words"], types, wanted["type"]))
        elif quotes:
            names = [s and s.get("galley:name") for s in speakers]
            misses.append("speaker of “%s”: %s, not %s" % (wanted["words"], names, speaker))
        else:
            misses.append("quote “%s”" % wanted["words"])
    return hits, len(truth["quotes"]), misses


def check_opinions(found, truth):
    hits, misses = 0, []
    marked = [span for item in found.of_kind("opinion") for span in found.spans(item)]
    for wanted in truth["opinions"]:
        start = found.text.index(wanted)
        end = start + len(wanted)
        if any(a < end and start < b for a, b in marked):
            hits += 1
        else:
            misses.append("opinion “%s”" % wanted)
    return hits, len(truth["opinions"]), misses


def check_parts(found, truth):
    wrong = []
    blocks = found.article.get("blocks", [])
    for kind, words in truth.get("parts", {}).items():
        start = found.text.index(words)
        end = start + len(words)
        if not any(b["type"] == kind and b["start"] < end and start < b["end"] for b in blocks):
            wrong.append("%s “%s”" % (kind, words))
    work = truth.get("typeOfWork")
    if work is not None and found.article.get("typeOfWork") != work:
        wrong.append("type of work: %s, not %s" % (found.article.get("typeOfWork"), work))
    return wrong


def check_forbidden(found, truth):
    wrong = []
    for name in truth["forbidden"]:
        for source in found.of_kind("source"):
            if norm(source.get("galley:name", "")) == norm(name):
                wrong.append("“%s” is no source" % name)
    n_opinions = len(found.of_kind("opinion"))
    if n_opinions > truth["opinionsAtMost"]:
        marked = " | ".join(found.words(item) for item in found.of_kind("opinion"))
        wrong.append("%d opinions, at most %d: %s" % (n_opinions, truth["opinionsAtMost"], marked))
    if not truth["quotes"] and found.of_kind("quote"):
        wrong.append("quotes where there are none: " + found.words(found.of_kind("quote")[0]))
    return wrong


def check_truth(data, truth):
    """Returns what is wrong, and what else is to be said."""
    found = Annotations(data)
    wrong = check_parts(found, truth) + check_forbidden(found, truth)
    missed, scores = [], []
    checks = (("sources", check_sources), ("quotes", check_quotes), ("opinions", check_opinions))
    for what, check in checks:
        hits, total, misses = check(found, truth)
        missed += misses
        if hits < truth["floors"][what] * total - 1e-9:
            wrong.append("%s: %d of %d, at least %.0f %%" % (what, hits, total, 100 * truth["floors"][what]))
        scores.append("%s: %d of %d" % (what, hits, total))
    return wrong, scores + ["not found: " + miss for miss in missed]


def set_gaps_apart(wrong, truth):
    """What is known to be wrong is said and does not fail; what is right again must be taken off."""
    gaps = truth.get("gaps", [])
    known = [w for w in wrong if any(gap in w for gap in gaps)]
    closed = ["gap closed, take it off the truth: " + gap for gap in gaps if not any(gap in w for w in wrong)]
    return [w for w in wrong if w not in known] + closed, ["known gap: " + w for w in known]


def same(a, b):
    if isinstance(a, float) or isinstance(b, float):
        return isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) <= TOLERANCE
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def first_difference(a, b, path=""):
    """Where two trees part, as a path and both values."""
    if isinstance(a, dict) and isinstance(b, dict) and list(a) == list(b):
        pairs = [("/" + key, a[key], b[key]) for key in a]
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        pairs = [("/%d" % i, x, y) for i, (x, y) in enumerate(zip(a, b))]
    else:
        return "%s: %.200s\n%s: %.200s" % (path, json.dumps(a, ensure_ascii=False), path, json.dumps(b, ensure_ascii=False))
    return next(first_difference(x, y, path + step) for step, x, y in pairs if not same(x, y))


def summary(data):
    """The lines that a person compares: one an annotation."""
    found = Annotations(data)
    article = {key: value for key, value in found.article.items() if key not in ("text", "sha256")}
    yield json.dumps(article, ensure_ascii=False)
    for item in found.items:
        source = found.source_of(item)
        reason = [b["value"] for b in item["body"] if b.get("purpose") == "describing"]
        yield "%s %s %s %s | %s | %s" % (
            item["galley:kind"], item.get("galley:type"), list(found.spans(item)),
            item.get("galley:ladder", item.get("galley:manner", "")), found.words(item),
            (source.get("galley:name") if source else item.get("galley:name", "")),
        )
        yield "    %s %s" % (item.get("galley:strength"), " ".join(reason))


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, ok, name, remarks=()):
        self.count += 1
        self.failed = self.failed or not ok
        print("%s %d - %s" % ("ok" if ok else "not ok", self.count, name))
        for remark in remarks:
            for line in remark.split("\n"):
                print("# " + line)
        sys.stdout.flush()


def analyse(cli, name):
    path = os.path.join(HERE, "input", name + ".txt")
    done = subprocess.run([cli, "analyze", "--format=json", "--reader=fast", path], capture_output=True, timeout=60)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError("exit status %d: %s" % (done.returncode, done.stderr.decode()))
    again = subprocess.run([cli, "analyze", "--format=json", "--reader=fast", path], capture_output=True, timeout=60)
    if again.stdout != done.stdout:
        raise RuntimeError("analysing twice gives two different files")
    return done.stdout.decode("utf-8")


def check_snapshot(tap, name, output):
    path = os.path.join(HERE, "expected", name + ".galley.json")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        with open(path, "w", encoding="utf-8") as file:
            file.write(output)
        tap.result(True, name + "/snapshot", ["rewritten"])
        return
    if not os.path.exists(path):
        tap.result(False, name + "/snapshot", ["there is none: UPDATE_GOLDEN=1 makes it"])
        return
    found, expected = json.loads(output), json.loads(read("expected", name + ".galley.json"))
    if same(found, expected):
        tap.result(True, name + "/snapshot")
        return
    lines = list(difflib.unified_diff(list(summary(expected)), list(summary(found)), "expected", "found", n=0, lineterm=""))
    tap.result(False, name + "/snapshot", lines or [first_difference(expected, found)])


def main():
    cli = sys.argv[1]
    names = sys.argv[2:] or sorted(f[:-4] for f in os.listdir(os.path.join(HERE, "input")) if f.endswith(".txt"))
    tap = Tap()
    print("1..%d" % (2 * len(names)))
    for name in names:
        try:
            output = analyse(cli, name)
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            tap.result(False, name + "/truth", [str(error)])
            tap.result(False, name + "/snapshot")
            continue
        truth = json.loads(read("truth", name + ".json"))
        wrong, remarks = check_truth(json.loads(output), truth)
        wrong, gaps = set_gaps_apart(wrong, truth)
        tap.result(not wrong, name + "/truth", ["WRONG " + w for w in wrong] + gaps + remarks)
        check_snapshot(tap, name, output)
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
