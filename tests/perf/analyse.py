#!/usr/bin/env python3
# analyse.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times galley-cli analyze, beside compromise (npm) where it is installed.

    analyse.py GALLEY_CLI ARTICLES_DIR [--compromise=NODE_MODULES_PARENT] [--copies=N] [--runs=N]

Prints words a CPU second, the cold start of one article and the peak memory, each the median of the
runs, and the peer's figures from the same minutes with the ratio. Judges nothing.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEEP_SHARE = 10  # of the copies one, for the deep reader is that much slower

PEER = """
const nlp = require('compromise');
const fs = require('fs');
for (const path of process.argv.slice(1))
  nlp(fs.readFileSync(path, 'utf8')).quotations().json({offset: true});
"""


def measure(command, cwd=None):
    """Wall and CPU seconds and peak memory in MB of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with status {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(command, runs, cwd=None):
    measure(command, cwd)
    return [statistics.median(column) for column in zip(*(measure(command, cwd) for _ in range(runs)))]


def row(name, words, many, one):
    rate = words / max(many[1] - one[1], 1e-6)
    print(f"{name:<28}{rate:>14,.0f}{one[0] * 1000:>14,.0f}{many[2]:>12,.0f}")
    return rate, one[0]


def time_reader(cli, reader, copies, texts, paths, runs):
    """Prints a reader's row over so many copies of the articles; returns what the peer is held against."""
    galley = [cli, "analyze", f"--reader={reader}", "--jobs=1", "--format=jsonl"]
    words = copies * sum(len(text.split()) for text in texts)
    return row(f"galley-cli, {reader} reader", words, median(galley + paths[:copies * len(texts)], runs),
               median(galley + paths[:1], runs))


def has_deep(cli):
    command = [cli, "sentences", "--reader=deep"]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--compromise", help="folder that holds node_modules/compromise")
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()

    texts = [path.read_text() for path in sorted(arguments.articles.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for copy in range(arguments.copies):
            for number, text in enumerate(texts):
                path = Path(folder) / f"{copy:03}-{number:02}.txt"
                path.write_text(text)
                paths.append(str(path))
        words = arguments.copies * sum(len(text.split()) for text in texts)
        print(f"{len(paths)} articles, {words:,} words, median of {arguments.runs} runs")
        print(f"{'':<28}{'words/CPU s':>14}{'one, ms':>14}{'MB':>12}")

        ours = time_reader(arguments.cli, "fast", arguments.copies, texts, paths, arguments.runs)
        if has_deep(arguments.cli):
            copies = max(arguments.copies // DEEP_SHARE, 1)
            time_reader(arguments.cli, "deep", copies, texts, paths, arguments.runs)
        if arguments.compromise:
            peer = ["node", "-e", PEER]
            theirs = row("compromise, quotations only", words,
                         median(peer + paths, arguments.runs, arguments.compromise),
                         median(peer + paths[:1], arguments.runs, arguments.compromise))
            print(f"ratio: {ours[0] / theirs[0]:.1f} x the speed, "
                  f"{theirs[1] / ours[1]:.1f} x as fast to the first article")


if __name__ == "__main__":
    main()
