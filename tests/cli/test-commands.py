#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galley-cli itself, and extract, sentences, convert and validate."""
import json
import os
import re
import subprocess
import sys

from cli_harness import (ARTICLE, CLI, contains, environment, equal, lacks, main, read, run,
                         usage_error, write)

MANUAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "galley-cli.1")
COMMANDS = ("analyze", "extract", "sentences", "convert", "validate")


def make_file(name="a.galley.json", text=ARTICLE):
    write("made.txt", text)
    write(name, run("analyze", "made.txt").out)
    os.remove("made.txt")
    return json.loads(read(name))


def test_no_gtk():
    libraries = subprocess.run(["ldd", CLI], capture_output=True, text=True).stdout
    contains(libraries, "libglib-2.0")
    for library in ("gtk", "gdk", "pango", "wayland", "X11", "soup", "curl"):
        lacks(libraries, "lib" + library)


def test_version():
    result = run("--version")
    equal((result.status, result.err), (0, b""))
    equal(result.text.startswith("galley-cli "), True)


def test_help():
    result = run("--help")
    equal((result.status, result.err), (0, b""))
    for command in COMMANDS:
        contains(result.text, command)
        of_command = run(command, "--help")
        equal((of_command.status, of_command.err), (0, b""))
        contains(of_command.text, "Exit status")
    contains(run("analyze", "--help").text, "--jobs")


def test_manual_says_all():
    manual = read(MANUAL).decode("utf-8").replace("\\-", "-")
    for command in COMMANDS:
        contains(manual, ".It Cm " + command)
        for option in re.findall(r"--([a-z]+)", run(command, "--help").text):
            contains(manual, "Fl -" + option)
    for form in ("text", "json", "jsonl", "csv", "brat"):
        contains(manual, ".It Cm " + form)


def test_usage():
    usage_error()
    usage_error("bogus")
    usage_error("--bogus")
    usage_error("")
    for command in COMMANDS:
        usage_error(command, "--bogus")


def test_extract():
    write("a.txt", "\ufeff One\r\ntwo\rthree \n\n".encode())
    result = run("extract", "a.txt")
    equal((result.status, result.out, result.err), (0, b" One\ntwo\nthree \n\n", b""))
    equal(run("extract", "-", stdin="Café\r\n".encode("latin-1")).text, "Café\n")
    equal(run("extract", "-", stdin=b"").out, b"")


def test_extract_metadata():
    write("a.txt")
    result = run("extract", "--metadata", "a.txt")
    data = json.loads(result.out)
    equal((result.status, result.err), (0, b""))
    equal(data["byline"], "Ada Brook")
    equal(data["typeOfWork"], "news")
    equal(data["charset"], "UTF-8")


def test_extract_annotation_file():
    make_file()
    equal(run("extract", "a.galley.json").text, ARTICLE)
    equal(json.loads(run("extract", "--metadata", "a.galley.json").out)["byline"], "Ada Brook")


def test_extract_faults():
    usage_error("extract")
    usage_error("extract", "a.txt", "b.txt")
    write("b.bin", b"\0\1\2")
    for name in ("missing.txt", "b.bin", "."):
        result = run("extract", name)
        equal((result.status, result.out), (1, b""))
        contains(result.errors, name + ": ")
    equal(run("extract", "-", stdin=b"a\0b").status, 1)


def test_sentences():
    result = run("sentences", stdin="The vote is on Monday.\n\nThis is a reckless and shameful betrayal.\n   \nOne,\tmore".encode())
    equal((result.status, result.err), (0, b""))
    rows = [line.split("\t") for line in result.text.splitlines()]
    equal(len(rows), 5)
    for strength, kind, reason in rows:
        equal(0 <= float(strength) <= 1, True)
        equal((kind == "-", reason == "-"), (float(strength) < 0.5,) * 2)
    equal(rows[1], ["0", "-", "-"])
    equal(rows[3], ["0", "-", "-"])
    equal(float(rows[2][0]) >= 0.5, True)


def test_sentences_hostile():
    lines = [b"\xff\xfe\0x", b"a" * 200000, "😀".encode() * 1000, b"\t\t", b"\x1b[2J", "\u202e".encode(), b"\r", b'"' * 999]
    result = run("sentences", stdin=b"\n".join(lines) + b"\n")
    equal(result.status, 0)
    equal(result.out.count(b"\n"), len(lines))
    equal({line.count(b"\t") for line in result.out.splitlines()}, {2})


def test_sentences_usage():
    usage_error("sentences", "--reader=oracle")
    usage_error("sentences", "a.txt")
    equal(run("sentences", "-", stdin=b"One.\n").status, 0)
    equal(run("sentences", "--reader=fast", stdin=b"").out, b"")


def test_sentences_answers_at_once():
    process = subprocess.Popen([CLI, "sentences"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    for line in (b"One.\n", b"\n", b"Two.\n"):
        process.stdin.write(line)
        process.stdin.flush()
        equal(process.stdout.readline().count(b"\t"), 2)
    process.stdin.close()
    equal(process.wait(60), 0)
    process.stdout.close()


def test_convert():
    make_file()
    equal(run("convert", "--to=json", "a.galley.json").out, read("a.galley.json"))
    for form in ("text", "jsonl", "csv", "brat"):
        result = run("convert", "--to=" + form, "a.galley.json")
        equal((result.status, result.err), (0, b""))
    write("a.txt")
    equal(run("convert", "--to=brat", "a.galley.json").out, run("analyze", "--format=brat", "a.txt").out)
    equal(run("convert", "--to=json", "-", stdin=read("a.galley.json")).out, read("a.galley.json"))


def test_convert_several():
    make_file("in/a.galley.json")
    make_file("in/b.galley.json", "Another. “Yes,” the mayor said.\n")
    write("in/c.txt")
    result = run("convert", "--to=jsonl", "in")
    equal((result.status, result.out.count(b"\n")), (0, 2))
    contains(result.errors, "1 file ")
    result = run("convert", "--to=csv", "--output=out", "in/a.galley.json", "in/b.galley.json")
    equal((result.status, result.out, result.err), (0, b"", b""))
    equal(sorted(os.listdir("out")), ["a.csv", "b.csv"])
    usage_error("convert", "--to=json", "in/a.galley.json", "in/b.galley.json")


def test_convert_lines():
    write("a.txt")
    write("b.txt", "Another. “Yes,” the mayor said.\n")
    write("all.jsonl", run("analyze", "--format=jsonl", "a.txt", "b.txt").out + b"\n{\n")
    result = run("convert", "--to=json", "--output=out", "all.jsonl")
    equal(result.status, 1)
    contains(result.errors, "all.jsonl:4: ")
    equal(sorted(os.listdir("out")), ["all-1.galley.json", "all-2.galley.json"])
    equal(read("out/all-1.galley.json"), run("analyze", "a.txt").out)
    equal(run("validate", "--quiet", "all.jsonl").status, 1)
    rows = run("convert", "--to=csv", "all.jsonl").text
    contains(rows, "\nall.jsonl:2,")
    equal(run("convert", "--to=csv", "missing.jsonl").status, 1)


def test_convert_usage():
    make_file()
    usage_error("convert", "a.galley.json")
    usage_error("convert", "--to=json")
    usage_error("convert", "--to=docx", "a.galley.json")


def test_convert_faults():
    make_file("good.galley.json")
    write("a.txt")
    write("bad.galley.json", "{")
    result = run("convert", "--to=jsonl", "a.txt", "bad.galley.json", "missing.galley.json", "good.galley.json")
    equal((result.status, result.out.count(b"\n")), (1, 1))
    for name in ("a.txt", "bad.galley.json", "missing.galley.json"):
        contains(result.errors, name + ": ")


def test_validate():
    make_file()
    result = run("validate", "a.galley.json")
    equal((result.status, result.err), (0, b""))
    contains(result.text, "a.galley.json: valid")
    equal(run("validate", "--quiet", "a.galley.json").out, b"")
    equal(run("validate", "-", stdin=read("a.galley.json")).status, 0)


def test_validate_faults():
    data = make_file()
    good = read("a.galley.json")

    def broken(name, change):
        copy = json.loads(good)
        change(copy)
        write(name, json.dumps(copy))

    broken("format.galley.json", lambda d: d.update({"galley:format": 99}))
    broken("digest.galley.json", lambda d: d["galley:article"].update(text=data["galley:article"]["text"] + "x"))
    broken("type.galley.json", lambda d: d.update(type="Something"))
    write("syntax.galley.json", good[: len(good) // 2])
    write("empty.galley.json", b"")
    write("deep.galley.json", b"[" * 100000)
    write("twice.galley.json", good.replace(b'"type"', b'"type": "x", "type"', 1))
    names = ["format", "digest", "type", "syntax", "empty", "deep", "twice"]
    result = run("validate", "a.galley.json", *(name + ".galley.json" for name in names), "missing.galley.json")
    equal(result.status, 1)
    equal(result.out.count(b"\n"), 1)
    for name in names + ["missing"]:
        contains(result.errors, name + ".galley.json: ")
    equal(result.err.count(b"\n"), len(names) + 1)


def test_validate_usage():
    usage_error("validate")


def test_digest_mismatch_converts_with_a_note():
    data = make_file()
    data["galley:article"]["text"] += "More.\n"
    write("b.galley.json", json.dumps(data))
    result = run("convert", "--to=text", "b.galley.json")
    equal(result.status, 0)
    contains(result.errors, "b.galley.json: ")
    contains(result.text, "Bridge to close")


sys.exit(main(globals()))
