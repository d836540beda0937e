#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked example against what must be found in it, as TAP.

    check-example.py GALLEY_CLI ARTICLE EXPECTED

A span counts as found when it shares at least half of its words with the expected one, and an
attribution when its source, after speakers are resolved, is the right one, too.
"""
import json
import re
import subprocess
import sys

WORD = re.compile(r"\w+")


def words(text, spans):
    return {start + match.start() for start, end in spans for match in WORD.finditer(text[start:end])}


def alike(a, b):
    return bool(a | b) and len(a & b) >= 0.5 * len(a | b)


def spans(item):
    return [(s["start"], s["end"]) for target in item["target"] for s in target["selector"]
            if s["type"] == "TextPositionSelector"]


class Example:
    def __init__(self, data, expected):
        self.article = data["galley:article"]
        self.text = self.article["text"]
        self.expected = expected
        self.items = [item for item in data["first"]["items"] if "galley:kind" in item]
        self.by_id = {item["id"]: item for item in self.items}

    def kind(self, kind):
        return [item for item in self.items if item["galley:kind"] == kind]

    def source(self, name):
        """The source of that name, whatever of role and article stands with it."""
        wanted = name.casefold()
        named = [s for s in self.kind("source") if s.get("galley:name", "").casefold() == wanted]
        mentioned = [s for s in self.kind("source")
                     if any(self.text[a:b].casefold() == wanted for a, b in spans(s))]
        return (named + mentioned + [None])[0]

    def expected_source(self, attribution):
        """Whose mention the expected source is: the one that stands at that place."""
        wanted = words(self.text, [attribution["source"]])
        return [s for s in self.kind("source") if any(alike(words(self.text, [span]), wanted) for span in spans(s))]

    def attributions(self):
        missed = []
        for wanted in self.expected["attributions"]:
            content = words(self.text, [wanted["content"]])
            quotes = [q for q in self.kind("quote") if alike(words(self.text, spans(q)), content)]
            right = self.expected_source(wanted)
            if not any(self.by_id.get(q.get("galley:source")) in right for q in quotes):
                missed.append(wanted["content_text"] + (" (source)" if quotes else ""))
        return missed

    def sources(self):
        missed = []
        for wanted in self.expected["sources"]:
            source = self.source(wanted["name"])
            if source is None:
                missed.append(wanted["name"])
            elif source["galley:type"] != wanted["kind"]:
                missed.append("%s: %s" % (wanted["name"], source["galley:type"]))
            elif source.get("galley:ladder") != wanted.get("ladder"):
                missed.append("%s: ladder %s" % (wanted["name"], source.get("galley:ladder")))
            elif "role" in wanted and source.get("galley:role") != wanted["role"]:
                missed.append("%s: role %s" % (wanted["name"], source.get("galley:role")))
            elif len(spans(source)) < wanted.get("mentions_at_least", 1):
                missed.append("%s: %d mention" % (wanted["name"], len(spans(source))))
        return missed

    def opinions(self):
        missed, others = [], []
        found = [(item, words(self.text, spans(item))) for item in self.kind("opinion")]
        wanted = [words(self.text, [o["span"]]) for o in self.expected["opinions"]]
        for span, opinion in zip(wanted, self.expected["opinions"]):
            if not any(alike(span, other) for _, other in found):
                missed.append(opinion["text"])
        for item, span in found:
            if not any(alike(span, other) for other in wanted):
                others.append(" ".join(self.text[a:b] for a, b in spans(item)))
        return missed, others

    def parts(self):
        wanted, missed = self.expected["parts"], []
        blocks = self.article["blocks"]
        if self.article.get("byline") != wanted["byline"] or not any(b["type"] == "byline" for b in blocks):
            missed.append("byline: %s" % self.article.get("byline"))
        if self.article.get("publishedTime") != wanted["date"] or not any(b["type"] == "date" for b in blocks):
            missed.append("date: %s" % self.article.get("publishedTime"))
        if not any(b["type"] == "author-note" and b["start"] == wanted["author_note"] for b in blocks):
            missed.append("author note")
        return missed

    def strangers(self):
        wrong = {name.casefold() for name in self.expected["not_sources"]}
        return [s["galley:name"] for s in self.kind("source") if s.get("galley:name", "").casefold() in wrong]


def main():
    cli, article, expected_path = sys.argv[1:]
    output = subprocess.run([cli, "analyze", "--format=json", "--reader=fast", article], capture_output=True, check=True).stdout
    with open(expected_path, encoding="utf-8") as file:
        example = Example(json.loads(output), json.load(file))
    missed_opinions, other_opinions = example.opinions()
    results = [
        ("attributions: at most one in ten is missed", example.attributions(), 1),
        ("sources: all, with their steps of the ladder", example.sources(), 0),
        ("opinions: all", missed_opinions, 0),
        ("opinions: at most one more", other_opinions, 1),
        ("nobody who is merely talked about", example.strangers(), 0),
        ("byline, date and author note", example.parts(), 0),
    ]
    print("1..%d" % len(results))
    for number, (name, wrong, allowed) in enumerate(results, 1):
        print("%s %d - %s" % ("ok" if len(wrong) <= allowed else "not ok", number, name))
        for remark in wrong:
            print("# " + remark)
    return int(any(len(wrong) > allowed for _, wrong, allowed in results))


if __name__ == "__main__":
    sys.exit(main())
