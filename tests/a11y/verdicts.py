# SPDX-License-Identifier: GPL-3.0-or-later
"""A typical article from opening to "everything is reviewed": as many keys as it has marks, and no mouse.
verdicts.py GALLEY GALLEY_CLI ARTICLE"""
import json
import os
import subprocess
import sys

from desk import Atspi, Desk, equal, find, wait_for
from hand import press, run, take_up

GALLEY, CLI, ARTICLE = (os.path.abspath(path) for path in sys.argv[1:4])
keys = []


def open_article(desk):
    take_up(desk)
    reviewed, desk.total = desk.progress()
    equal(reviewed, 0)
    if desk.total < 20:
        raise AssertionError("%d marks are no typical article" % desk.total)
    desk.wait_for_status("Not reviewed$")


def a_key_a_mark(desk):
    for position in range(desk.total):
        keys.append("x" if position % 5 == 2 else "a")
        press(keys[-1])
        desk.wait_for_progress(len(keys), desk.total)
    equal(len(keys), desk.total)


def says_so(desk):
    wait_for("the end", lambda: find(desk.frame, Atspi.Role.LABEL, r"Everything is reviewed\."))


def save(desk):
    press("ctrl+s")
    wait_for("the file", lambda: os.path.exists(desk.saved))
    press("ctrl+w")
    desk.close()


def check_file(desk):
    subprocess.run([CLI, "validate", desk.saved], check=True, stdout=2)
    with open(desk.saved, encoding="utf-8") as file:
        items = json.load(file)["first"]["items"]
    values = [item["body"]["value"] for item in items if item["motivation"] == "assessing"]
    equal((values.count("accepted"), values.count("rejected")), (keys.count("a"), keys.count("x")))


if __name__ == "__main__":
    run(Desk(GALLEY, ARTICLE), [open_article, a_key_a_mark, says_so, save, check_file])
