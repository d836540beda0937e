#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deep reader on the command line, where its model is missing, damaged or another's.

    test-deep-model.py GALLEY_CLI MODEL
"""
import sys

from cli_harness import contains, equal, main, run, usage_error, write


OTHER = sys.argv[2]  # a network that is whole, but takes shorter windows


def with_model(path, *args, **more):
    return run(*args, env={"GALLEY_DEEP_MODEL": path}, **more)


def test_without_model():
    write("a.txt")
    for path in ("", "nowhere.galleynn"):
        for command in (("analyze", "--reader=deep", "a.txt"), ("sentences", "--reader=deep")):
            result = with_model(path, *command)
            equal((result.status, result.out), (2, b""))
            contains(result.errors, "“deep”")
            contains(result.errors, "fast, rules")
        found = with_model(path, "analyze", "a.txt")
        equal(found.out, with_model(path, "analyze", "--reader=fast", "a.txt").out)


def test_damaged():
    write("a.txt")
    write("b.txt")
    write("short.galleynn", b"GALLEYNN")
    write("other.galleynn", b"\x7fELF" * 4000)
    write("empty.galleynn", b"")
    for path in ("short.galleynn", "other.galleynn", "empty.galleynn", OTHER):
        for command in (("analyze", "--format=csv", "a.txt", "b.txt"), ("analyze", "--reader=deep", "a.txt"),
                        ("sentences",)):
            result = with_model(path, *command, stdin=b"One.\n")
            equal((result.status, result.out, result.err.count(b"\n")), (1, b"", 1))
            contains(result.errors, "deep")
        equal(with_model(path, "analyze", "--reader=fast", "a.txt").status, 0)
        equal(with_model(path, "extract", "--metadata", "a.txt").status, 0)


def test_usage():
    usage_error("analyze", "--reader=deeper", "a.txt")


sys.exit(main(globals()))
