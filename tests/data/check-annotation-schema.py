#!/usr/bin/python3
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates files that Galley wrote against its schema and the W3C model.

The MUSTs of the Web Annotation Data Model (Recommendation of 23 February 2017) that JSON Schema
cannot say, or that a mistake in our schema could hide, are checked here by hand; so is what DESIGN
says of selectors. Output is TAP.

usage: check-annotation-schema.py SCHEMA WRITER
"""

import base64
import copy
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

W3C = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
W3C_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")

results = []


def check(name, faults):
    """Reports one test; faults is a list of sentences."""
    results.append(not faults)
    print(f"{'not ok' if faults else 'ok'} {len(results)} {name}")
    for fault in faults[:10]:
        print(f"# {fault}")


def strict_pairs(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name stands twice in an object")
    return dict(pairs)


def load(path):
    raw = path.read_bytes()
    return json.loads(raw.decode("utf-8", "strict"), object_pairs_hook=strict_pairs)


def collection_musts(document):
    context = document.get("@context")
    if context != W3C and not (isinstance(context, list) and W3C in context):
        yield "the collection has no W3C context"
    if not IRI.match(document.get("id", "")):
        yield "the collection has no IRI"
    if document.get("type") != "AnnotationCollection":
        yield "the collection is not of its type"
    if not isinstance(document.get("total"), int) or document["total"] < 0:
        yield "total is no xsd:nonNegativeInteger"
    if document["total"] > 0 and "first" not in document:
        yield "a collection with annotations has no first page"
    page = document.get("first")
    if page is None:
        return
    if not IRI.match(page.get("id", "")):
        yield "the page has no IRI"
    if page.get("type") != "AnnotationPage":
        yield "the page is not of its type"
    if not isinstance(page.get("items"), list) or not page["items"]:
        yield "the page has no annotation"
    if len(page["items"]) != document["total"]:
        yield "total is not the number of annotations"


def annotation_musts(item, ids):
    if not IRI.match(item.get("id", "")):
        yield f"{item.get('id')} is no IRI"
    if "Annotation" not in [item.get("type")]:
        yield f"{item['id']} is no Annotation"
    if not item.get("target"):
        yield f"{item['id']} has no target"
    for name in ("created", "modified"):
        if name in item and not W3C_TIME.match(item[name]):
            yield f"{item['id']}: {name} is no xsd:dateTime in UTC"
    bodies = item.get("body", [])
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if not isinstance(body.get("value"), str):
            yield f"{item['id']}: a TextualBody has no value"
        if not isinstance(body.get("purpose"), str):
            yield f"{item['id']}: a body has no purpose"
    if isinstance(item["target"], str) and item["target"] not in ids:
        yield f"{item['id']} points at nothing"


def is_cluster_boundary(text, offset):
    """Enough of UAX #29 for the fixture: combining marks and joiners."""
    import unicodedata

    if offset in (0, len(text)):
        return True
    return not (unicodedata.category(text[offset]).startswith("M") or text[offset] == "\u200d")


def target_musts(target, text):
    if not isinstance(target.get("source"), str) or not IRI.match(target["source"]):
        yield "a specific resource has no source"
    digest = hashlib.sha256(text.encode()).digest()
    name = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    if target["source"] != f"ni:///sha-256;{name}":
        yield "the source is not the text's digest"

    selectors = {selector["type"]: selector for selector in target["selector"]}
    position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = position["start"], position["end"]
    prefix, exact, suffix = quote["prefix"], quote["exact"], quote["suffix"]
    if text[start:end] != exact:
        yield f"{start}-{end} is not “{exact}”"
    if not text[:start].endswith(prefix) or not text[end:].startswith(suffix):
        yield f"prefix or suffix of “{exact}” do not stand there"
    if len(prefix) < min(32, start) or len(suffix) < min(32, len(text) - end):
        yield f"prefix or suffix of “{exact}” are shorter than 32"
    if not is_cluster_boundary(text, start - len(prefix)):
        yield f"the prefix of “{exact}” cuts a character"
    if not is_cluster_boundary(text, end + len(suffix)):
        yield f"the suffix of “{exact}” cuts a character"
    if text.count(prefix + exact + suffix) != 1:
        yield f"“{exact}” is not unique"


def w3c_faults(document, text):
    yield from collection_musts(document)
    items = document.get("first", {}).get("items", [])
    ids = [item["id"] for item in items]
    if len(set(ids)) != len(ids):
        yield "an id stands twice"
    for item in items:
        yield from annotation_musts(item, ids)
        for owner in (item, item.get("galley:revision", {})):
            if isinstance(owner.get("target"), list):
                for target in owner["target"]:
                    yield from target_musts(target, text)


def broken_copies(document):
    """What the schema has to refuse, so that it is known to look."""
    items = document["first"]["items"]
    quote = next(i for i, item in enumerate(items) if item.get("galley:kind") == "quote")
    verdict = next(i for i, item in enumerate(items) if item["motivation"] == "assessing")

    def edit(change):
        broken = copy.deepcopy(document)
        change(broken, broken["first"]["items"])
        return broken

    yield "format 2", edit(lambda d, _: d.update({"galley:format": 2}))
    yield "no context", edit(lambda d, _: d.pop("@context"))
    yield "no first", edit(lambda d, _: d.pop("first"))
    yield "no items", edit(lambda d, i: i.clear())
    yield "short digest", edit(lambda d, _: d["galley:article"].update({"sha256": "00"}))
    yield "unknown kind", edit(lambda d, i: i[quote].update({"galley:kind": "joke"}))
    yield "type of another kind", edit(lambda d, i: i[quote].update({"galley:type": "person"}))
    yield "no target", edit(lambda d, i: i[quote].update({"target": []}))
    yield "no selector", edit(lambda d, i: i[quote]["target"][0].update({"selector": []}))
    yield "negative start", edit(
        lambda d, i: i[quote]["target"][0]["selector"][0].update({"start": -1})
    )
    yield "strength 2", edit(lambda d, i: i[quote].update({"galley:strength": 2}))
    yield "unknown verdict", edit(lambda d, i: i[verdict]["body"].update({"value": "perhaps"}))
    yield "a program's verdict", edit(
        lambda d, i: i[verdict]["creator"].update({"type": "Software", "name": "Galley"})
    )
    yield "changed to nothing", edit(
        lambda d, i: [item.pop("galley:revision", None) for item in i]
    )


def term_faults(schema, terms):
    """The ids of the schema must be those the program knows."""
    definitions = schema["$defs"]
    source = definitions["sourceMembers"]["properties"]
    quote = definitions["quoteMembers"]["properties"]
    article = definitions["article"]["properties"]
    block = article["blocks"]["items"]["allOf"][1]["properties"]["type"]
    places = {
        "source": source["galley:type"]["enum"],
        "ladder": source["galley:ladder"]["enum"],
        "affiliation": source["galley:affiliation"]["enum"],
        "part": source["galley:part"]["enum"],
        "standing": source["galley:standing"]["enum"],
        "quote": quote["galley:type"]["enum"],
        "manner": quote["galley:manner"]["enum"],
        "verb-class": quote["galley:verbClass"]["enum"],
        "quote-note": quote["galley:flags"]["items"]["enum"],
        "opinion": definitions["opinionMembers"]["properties"]["galley:type"]["enum"],
        "reason": definitions["verdict"]["properties"]["galley:rejectReason"]["enum"],
        "work": article["typeOfWork"]["enum"],
        "block": block["enum"],
    }
    for name, ids in places.items():
        if ids != terms[name]:
            yield f"{name}: {set(ids) ^ set(terms[name]) or 'another order'}"
    flags = source["galley:flags"]["items"]["enum"]
    if flags != terms["anonymity"] + terms["tick"]:
        yield "flags of a source"


def main():
    schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[2], folder], check=True)
        paths = sorted(Path(folder).glob("*.galley.json"))
        documents = {path.name: load(path) for path in paths}
        terms = load(Path(folder) / "terms.json")

    text = documents["full.galley.json"]["galley:article"]["text"]
    check("something was written", [] if len(documents) == 5 else ["files are missing"])
    check("the schema knows the program's ids", list(term_faults(schema, terms)))
    for name, document in documents.items():
        faults = [
            f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in validator.iter_errors(document)
        ]
        check(f"schema {name}", faults)
        check(f"W3C {name}", list(w3c_faults(document, text)))
    check(
        "one line says the same",
        []
        if documents["line.galley.json"] == documents["full.galley.json"]
        else ["the documents differ"],
    )
    for name, broken in broken_copies(documents["full.galley.json"]):
        check(f"refused: {name}", ["accepted"] if validator.is_valid(broken) else [])

    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
