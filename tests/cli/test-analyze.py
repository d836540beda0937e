#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""galley-cli analyze: inputs, outputs, formats and exit status."""
import csv
import io
import json
import os
import re
import subprocess
import sys

from cli_harness import (ARTICLE, CLI, contains, environment, equal, lacks, main, read, run,
                         run_on_terminal, usage_error, write)


def collection(data):
    equal(data["type"], "AnnotationCollection")
    return data


def test_one_json():
    write("a.txt")
    result = run("analyze", "a.txt")
    equal((result.status, result.err), (0, b""))
    equal(collection(json.loads(result.out))["galley:article"]["text"], ARTICLE)
    contains(result.text, "\n")


def test_twice_the_same():
    write("a.txt")
    equal(run("analyze", "a.txt").out, run("analyze", "--jobs=4", "a.txt").out)


def test_formats():
    write("a.txt")
    contains(run("analyze", "--format=text", "a.txt").text, "none detected")
    equal(run("analyze", "--format=jsonl", "a.txt").out.count(b"\n"), 1)
    contains(run("analyze", "--format=csv", "a.txt").text, "article,id,kind,type,start,end,text,")
    equal(run("analyze", "--format=brat", "a.txt").status, 0)
    equal(run("analyze", "--format", "json", "a.txt").out, run("analyze", "-f", "json", "a.txt").out)


def test_usage():
    write("a.txt")
    write("b.txt")
    usage_error("analyze")
    usage_error("analyze", "--bogus", "a.txt")
    usage_error("analyze", "--format=pdf", "a.txt")
    usage_error("analyze", "--format=", "a.txt")
    usage_error("analyze", "--format=html", "a.txt")
    usage_error("analyze", "--reader=oracle", "a.txt")
    usage_error("analyze", "--jobs=0", "a.txt")
    usage_error("analyze", "--jobs=-1", "a.txt")
    usage_error("analyze", "--jobs=many", "a.txt")
    usage_error("analyze", "--jobs=999999999999", "a.txt")
    usage_error("analyze", "--output=", "a.txt")
    usage_error("analyze", "a.txt", "b.txt")
    usage_error("analyze", "--format=json", "a.txt", "b.txt")
    usage_error("analyze", "--format=brat", "a.txt", "b.txt")
    usage_error("analyze", "-", "a.txt")
    usage_error("analyze", "a.txt", "-")
    usage_error("analyze", "-", "-")
    usage_error("analyze", "--format=csv", "-")
    usage_error("analyze", "--output=out", "-")
    equal(os.path.exists("out"), False)


def test_missing_file():
    result = run("analyze", "nowhere.txt")
    equal((result.status, result.out), (1, b""))
    contains(result.errors, "nowhere.txt: ")
    equal(result.err.count(b"\n"), 1)


def test_some_fail():
    write("a.txt")
    write("b.txt", b"binary\0file")
    write("c.txt")
    result = run("analyze", "--format=jsonl", "a.txt", "b.txt", "missing.txt", "c.txt")
    equal((result.status, result.out.count(b"\n")), (1, 2))
    contains(result.errors, "b.txt: ")
    contains(result.errors, "missing.txt: ")
    lacks(result.errors, "a.txt")


def test_unreadable():
    # The superuser may read everything; a folder of that name is refused to anybody.
    write("a.txt")
    os.chmod("a.txt", 0)
    result = run("analyze", "a.txt")
    equal(result.status, 0 if os.geteuid() == 0 else 1)
    os.mkfifo("pipe.txt")
    result = run("analyze", "pipe.txt")
    equal((result.status, result.out), (1, b""))
    contains(result.errors, "pipe.txt: ")


def test_empty_file():
    write("empty.txt", b"")
    result = run("analyze", "empty.txt")
    equal((result.status, result.err), (0, b""))
    equal(json.loads(result.out)["total"], 0)


def test_encodings():
    write("latin.txt", "Café owner Bo Lind said: “No – never.”\n".encode("windows-1252"))
    write("wide.txt", "\ufeffThe mayor said no.\r\nTwice.\r".encode("utf-16-le"))
    contains(json.loads(run("analyze", "latin.txt").out)["galley:article"]["text"], "Café owner")
    equal(json.loads(run("analyze", "wide.txt").out)["galley:article"]["text"], "The mayor said no.\nTwice.\n")


def test_huge_line():
    write("huge.txt", "word " * 400000 + "\n")
    equal(run("analyze", "huge.txt").status, 0)
    write("solid.txt", "x" * 1000000)
    equal(run("analyze", "--format=text", "solid.txt").status, 0)
    write("marks.txt", "e" + "\u0301" * 200000)
    equal(run("analyze", "--format=text", "marks.txt").status, 0)


def test_annotation_file_is_no_article():
    write("a.txt")
    write("a.galley.json", run("analyze", "a.txt").out)
    result = run("analyze", "a.galley.json")
    equal((result.status, result.out), (1, b""))
    contains(result.errors, "convert")


def test_other_documents():
    write("a.html", "<!DOCTYPE html>\n<p>Hello")
    write("a.pdf", b"%PDF-1.7\n1 0 obj")
    result = run("analyze", "--format=text", "a.html", "a.pdf")
    equal((result.status, result.out), (1, b""))
    contains(result.errors, "a.html: ")
    contains(result.errors, "a.pdf: ")


def test_folder_sorted():
    write("in/b.txt", "One.\n")
    write("in/a/z.txt", "Two.\n")
    write("in/a.txt", "Three.\n")
    write("in/B.TXT", "Four.\n")
    write("in/photo.jpg", b"\xff\xd8\0")
    write("in/a.galley.json", "{}")
    os.symlink("..", "in/loop")
    result = run("analyze", "--format=jsonl", "in")
    equal(result.status, 0)
    texts = [json.loads(line)["galley:article"]["text"] for line in result.text.splitlines()]
    equal(texts, ["Four.\n", "Three.\n", "Two.\n", "One.\n"])
    contains(result.errors, "2 files")


def test_folder_empty():
    os.mkdir("in")
    result = run("analyze", "--format=csv", "in")
    equal((result.status, result.out.count(b"\n"), result.err), (0, 1, b""))
    equal(run("analyze", "--format=jsonl", "in").out, b"")


def test_folder_and_one_file_print_as_json():
    write("in/a.txt")
    equal(run("analyze", "in").out, run("analyze", "in/a.txt").out)


def test_csv_one_header():
    write("a.txt")
    write("b, \"quoted\".txt")
    result = run("analyze", "--format=csv", "a.txt", "b, \"quoted\".txt")
    rows = list(csv.reader(io.StringIO(result.text, newline="")))
    equal(result.status, 0)
    equal({len(row) for row in rows}, {17})
    equal(result.text.count("article,id,kind"), 1)
    equal({row[0] for row in rows[1:]} <= {"a.txt", "b, \"quoted\".txt"}, True)
    lacks(result.text, "\r")


def test_text_of_several():
    write("a.txt")
    write("b.txt")
    result = run("analyze", "--format=text", "a.txt", "b.txt")
    equal((result.status, result.err), (0, b""))
    contains(result.text, "\n\nb.txt\n")
    lacks(result.text, "\033")


def test_jobs_keep_the_order():
    for i in range(40):
        write("in/%02d.txt" % i, "Article %d. " % i + "The mayor said it was so. " * ((i * 7) % 40))
    one = run("analyze", "--format=jsonl", "in")
    many = run("analyze", "--format=jsonl", "--jobs=8", "in")
    equal(one.status, 0)
    equal(many.out, one.out)


def test_output_folder():
    write("in/a.txt")
    write("in/deep/er/b.text")
    write("c.txt")
    for form, suffix in (("json", ".galley.json"), ("jsonl", ".jsonl"), ("csv", ".csv"), ("brat", ".ann"), ("text", ".txt")):
        result = run("analyze", "--format=" + form, "--output=out/" + form, "--jobs=2", "in", "c.txt")
        equal((result.status, result.out, result.err), (0, b"", b""))
        found = sorted(os.path.relpath(os.path.join(top, f), "out/" + form)
                       for top, _, files in os.walk("out/" + form) for f in files)
        equal(found, ["a" + suffix, "c" + suffix, "deep/er/b" + suffix])
    contains(read("out/csv/a.csv").decode(), "article,id,kind")
    equal(read("out/json/a.galley.json"), run("analyze", "in/a.txt").out)


def test_output_default_is_json():
    write("a.txt")
    equal(run_on_terminal("analyze", "--output=out", "a.txt").status, 0)
    equal(os.listdir("out"), ["a.galley.json"])


def test_output_name_clash():
    write("one/a.txt", "One.\n")
    write("two/a.txt", "Two.\n")
    write("three/b.txt", "Three.\n")
    result = run("analyze", "--output=out", "one", "two", "three")
    equal(result.status, 1)
    contains(result.errors, "two/a.txt: ")
    lacks(result.errors, "one/a.txt")
    equal(json.loads(read("out/a.galley.json"))["galley:article"]["text"], "One.\n")
    equal(sorted(os.listdir("out")), ["a.galley.json", "b.galley.json"])


def test_output_never_over_an_input():
    write("in/a.txt")
    result = run("analyze", "--format=text", "--output=in", "in")
    equal(result.status, 1)
    equal(read("in/a.txt").decode(), ARTICLE)
    os.symlink("in/a.txt", "b.txt")
    equal(run("analyze", "--format=text", "--output=.", "in/a.txt", "b.txt").status, 1)
    equal(read("in/a.txt").decode(), ARTICLE)


def test_output_again():
    write("a.txt")
    equal(run("analyze", "--output=out", "a.txt").status, 0)
    before = read("out/a.galley.json")
    equal(run("analyze", "--output=out", "a.txt").status, 0)
    equal(read("out/a.galley.json"), before)


def test_output_never_over_a_review():
    write("a.txt", "This is a reckless and shameful betrayal.\n")
    equal(run("analyze", "--output=out", "a.txt").status, 0)
    data = json.loads(read("out/a.galley.json"))
    items = data.setdefault("first", {"type": "AnnotationPage", "startIndex": 0, "items": []})["items"]
    items.append({
        "id": "urn:uuid:4f1e2a60-1a2b-4c3d-8e4f-5a6b7c8d9e0f", "type": "Annotation", "motivation": "assessing",
        "target": items[0]["id"], "creator": {"type": "Person", "nickname": "Jo"}, "created": "2026-03-01T10:00:00Z",
        "body": {"type": "TextualBody", "purpose": "assessing", "value": "accepted"}})
    data["total"] = len(items)
    reviewed = json.dumps(data)
    write("out/a.galley.json", reviewed)
    equal(run("validate", "out/a.galley.json").status, 0)
    result = run("analyze", "--output=out", "a.txt")
    equal(result.status, 1)
    contains(result.errors, "reviewed")
    equal(read("out/a.galley.json").decode(), reviewed)
    write("out/a.galley.json", "something else")
    equal(run("analyze", "--output=out", "a.txt").status, 1)
    equal(read("out/a.galley.json"), b"something else")


def test_output_cannot_be_made():
    write("a.txt")
    write("out", "a file")
    result = run("analyze", "--output=out", "a.txt")
    equal(result.status, 1)
    contains(result.errors, "a.txt: ")


def test_terminal_prints_text():
    write("a.txt")
    result = run_on_terminal("analyze", "a.txt")
    equal(result.status, 0)
    contains(result.text, "\033[")
    contains(result.text, "Bridge to close for repairs")
    plain = re.sub(r"\033\[[0-9;]*m", "", result.text)
    equal(max(len(line) for line in plain.splitlines()) <= 80, True)


def test_no_color():
    write("a.txt")
    for env in ({"NO_COLOR": "1"}, {"NO_COLOR": "no"}, {"TERM": "dumb"}):
        lacks(run_on_terminal("analyze", "a.txt", env=env).text, "\033")
    contains(run_on_terminal("analyze", "a.txt", env={"NO_COLOR": ""}).text, "\033[")


def test_terminal_is_not_obeyed():
    write("evil\033[2J.txt", "\033]0;owned\007The mayor said \x9b2J no.\n")
    result = run_on_terminal("analyze", "evil\033[2J.txt", env={"NO_COLOR": "1"})
    equal(result.status, 0)
    lacks(result.text, "\033")
    result = run("analyze", "gone\033[2J.txt")
    lacks(result.errors, "\033")


def test_progress_on_a_terminal_only():
    for i in range(5):
        write("in/%d.txt" % i)
    contains(run_on_terminal("analyze", "--output=out", "in").text, "5/5")
    lacks(run("analyze", "--output=out", "in").errors, "5/5")


def test_broken_pipe():
    for i in range(50):
        write("in/%02d.txt" % i, "The mayor said it was so. " * 400)
    for restore in (True, False):
        process = subprocess.Popen([CLI, "analyze", "--format=jsonl", "--jobs=2", "in"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment(), restore_signals=restore)
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        equal((process.wait(60), err), (0, b""))


def test_full_disk():
    write("a.txt")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CLI, "analyze", "a.txt"], stdout=full, stderr=subprocess.PIPE, env=environment())
    equal(done.returncode, 1)
    contains(done.stderr.decode(), "stdout: ")


def answers(stdin, *args):
    result = run("analyze", *args, "-", stdin=stdin)
    return result, [json.loads(line) for line in result.text.splitlines()]


def test_stream():
    lines = [{"id": "a", "text": ARTICLE}, {"id": 7, "text": ""}, {"text": "No id."}, {"id": {"x": [1, "ü"]}, "text": "😀 Hi.\r\nBye.", "more": 1}]
    stdin = "\n".join(json.dumps(line) for line in lines).encode()
    result, found = answers(stdin)
    equal((result.status, result.err), (0, b""))
    equal([answer["id"] for answer in found], ["a", 7, None, {"x": [1, "ü"]}])
    equal([collection(answer["annotations"])["galley:article"]["text"] for answer in found],
          [ARTICLE, "", "No id.", "😀 Hi.\nBye."])


def test_stream_faults():
    lines = [b'{"id": 1, "text": "Fine."}', b'{"id": 2', b'', b'[]', b'{"id": 3}', b'{"id": 4, "text": 5}', b'\xff\xfe',
             b'{"id": 5, "text": "a\\u0000b"}', b'{"id": 6, "text": "x", "text": "y"}', b'{"id": 7, "text": "Fine."}']
    result, found = answers(b"\n".join(lines) + b"\n")
    equal(result.status, 1)
    equal(len(found), len(lines))
    equal(["error" in answer for answer in found], [False] + [True] * 8 + [False])
    equal([found[i]["id"] for i in (0, 4, 5, 9)], [1, 3, 4, 7])
    contains(result.errors, "-:2: ")


def test_stream_empty():
    result, found = answers(b"")
    equal((result.status, found, result.err), (0, [], b""))


def test_stream_keeps_the_order():
    stdin = b"".join(json.dumps({"id": i, "text": "The mayor said so. " * (i * 13 % 50)}).encode() + b"\n" for i in range(60))
    one, many = run("analyze", "-", stdin=stdin), run("analyze", "--jobs=6", "-", stdin=stdin)
    equal(one.status, 0)
    equal(many.out, one.out)


def test_stream_answers_at_once():
    process = subprocess.Popen([CLI, "analyze", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    for i in range(3):
        process.stdin.write(json.dumps({"id": i, "text": "The mayor said so."}).encode() + b"\n")
        process.stdin.flush()
        equal(json.loads(process.stdout.readline())["id"], i)
    process.stdin.close()
    equal(process.wait(60), 0)
    process.stdout.close()


def test_names_that_are_not_utf8():
    name = b"caf\xe9.txt"
    write(os.fsdecode(name))
    result = run("analyze", "--format=csv", os.fsdecode(name))
    equal(result.status, 0)
    result.text


sys.exit(main(globals()))
