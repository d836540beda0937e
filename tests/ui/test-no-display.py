# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's program on a machine without a display: galley, then galley-cli to compare with."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from cli_harness import contains, environment, equal, main, run, write  # noqa: E402

CLI = os.path.abspath(sys.argv[2])
for variable in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND"):
    os.environ.pop(variable, None)


def run_bare(*args):
    return run(*args, env={"XDG_RUNTIME_DIR": os.getcwd()})


def test_file_is_printed():
    write("article.txt")
    result = run_bare("article.txt")
    equal(result.status, 0)
    equal(result.err.count(b"\n"), 1)
    contains(result.errors, "no display")
    analysis = subprocess.run(
        [CLI, "analyze", "--format=text", "article.txt"], capture_output=True, timeout=60, env=environment(), check=True)
    equal(result.text, analysis.stdout.decode("utf-8"))


def test_without_file():
    result = run_bare()
    equal(result.status, 1)
    equal(result.out, b"")
    equal(result.err.count(b"\n"), 1)


def test_missing_file():
    result = run_bare("none.txt")
    equal(result.status, 1)
    equal(result.out, b"")
    contains(result.errors, "none.txt")


def test_name_like_an_option():
    write("-odd.txt")
    result = run_bare("--", "-odd.txt")
    equal(result.status, 0)
    contains(result.text, "Bridge to close")


def test_help_and_version():
    for option in ("--help", "--version"):
        result = run_bare(option)
        equal(result.status, 0)
        contains(result.text, "galley")
        equal(result.err, b"")


sys.exit(main(globals()))
