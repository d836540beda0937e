# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole review with real keys and a few real clicks, under a window manager; what the window says
meanwhile is read over AT-SPI, and nothing is done there.
keys.py GALLEY GALLEY_CLI ARTICLE MISSED: MISSED are words of the article that nothing marks"""
import os
import re
import sys

from desk import Atspi, Desk, descendants, equal, has_state, matches, name_of, need, text_of, wait_for
from hand import click, press, run, take_up

GALLEY, CLI, ARTICLE = (os.path.abspath(path) for path in sys.argv[1:4])
MISSED = sys.argv[4]
verdicts = {"Accepted": 0, "Rejected": 0}


def give(desk, key, verdict):
    """A verdict by its key leads on to the next that has none."""
    before = desk.status_line()
    press(key)
    verdicts[verdict] += 1
    reviewed = sum(verdicts.values())
    desk.wait_for_progress(reviewed, desk.total)
    if reviewed < desk.total:
        wait_for("the next", lambda: desk.status_line() != before)
        desk.wait_for_status("Not reviewed$")
    else:
        desk.wait_for_status(verdict + "$")


def open_article(desk):
    take_up(desk)
    reviewed, desk.total = desk.progress()
    equal(reviewed, 0)
    desk.first = desk.wait_for_status("Not reviewed$")


def go_round(desk):
    """Tab comes by everything and back, and stops once in each list: of all rows, of the mentions."""
    stops = [node for node in descendants(desk.frame) if has_state(node, Atspi.StateType.FOCUSABLE)]

    def focused():
        return next((node for node in stops if has_state(node, Atspi.StateType.FOCUSED)), None)

    way = [wait_for("focus", focused)]
    while len(way) < 2 or way[-1] != way[0]:
        press("Tab")
        way.append(wait_for("focus elsewhere", lambda: focused() not in (None, way[-1]) and focused()))
        if len(way) > 60:
            raise AssertionError("no way round: " + ", ".join(name_of(node) for node in way))
    roles = [node.get_role() for node in way]
    equal(roles.count(Atspi.Role.LIST_ITEM), 2)
    equal([name for name in ("Article", "Filter the lists", "Type", "Note", "Open", "Save", "Main menu")
           if name not in [name_of(node) for node in way]], [])
    equal(desk.status_line(), desk.first)


def skip_and_go_back(desk):
    press("space")
    second = wait_for("the second", lambda: desk.status_line() != desk.first and desk.status_line())
    press("n")
    wait_for("the third", lambda: desk.status_line() not in (desk.first, second))
    press("p")
    wait_for("the second again", lambda: desk.status_line() == second)


def review_all(desk):
    """What was skipped comes back at the end."""
    while sum(verdicts.values()) < desk.total - 1:
        if sum(verdicts.values()) % 3 == 1:
            give(desk, "x", "Rejected")
        else:
            give(desk, "a", "Accepted")
    equal(desk.status_line(), desk.first)
    give(desk, "a", "Accepted")


def click_verdict(desk):
    """Another verdict with the mouse, and the old one back."""
    row = next(node for node in descendants(desk.part(Atspi.Role.LIST, "Sources"))
               if node.get_role() == Atspi.Role.LIST_ITEM and ", Accepted," in name_of(node))
    name = name_of(row)
    click(desk, need(row, Atspi.Role.PUSH_BUTTON, "Reject"))
    wait_for("the row", lambda: name_of(row) == name.replace("Accepted", "Rejected"))
    click(desk, need(row, Atspi.Role.PUSH_BUTTON, "Accept"))
    wait_for("the row", lambda: name_of(row) == name)
    desk.wait_for_progress(desk.total, desk.total)


def undo_and_redo(desk):
    press("BackSpace")
    desk.wait_for_progress(desk.total - 1, desk.total)
    press("ctrl+shift+z")
    desk.wait_for_progress(desk.total, desk.total)


def select_by_keys(desk):
    click(desk, desk.text.get_parent())
    text = text_of(desk.text)
    start = text.index(MISSED)
    press("ctrl+End", *["Left"] * (len(text) - start - len(MISSED)), *["shift+Left"] * len(MISSED))
    wait_for("the selection", lambda: Atspi.Text.get_n_selections(desk.text) == 1)
    wait_for("all of it", lambda: Atspi.Text.get_selection(desk.text, 0).start_offset == start)
    equal(Atspi.Text.get_selection(desk.text, 0).end_offset, start + len(MISSED))


def mark_as_quote(desk):
    press("q")
    desk.total += 1
    desk.wait_for_progress(desk.total, desk.total)
    matches(desk.wait_for_status("^Quote"), re.escape(MISSED))


def save(desk):
    equal(os.path.exists(desk.saved), False)
    press("ctrl+s")
    wait_for("the file", lambda: os.path.exists(desk.saved))


def close(desk):
    press("ctrl+w")
    desk.close()


def check_file(desk):
    desk.check_file(CLI, verdicts["Accepted"], verdicts["Rejected"], MISSED)


if __name__ == "__main__":
    run(Desk(GALLEY, ARTICLE), [
        open_article, go_round, skip_and_go_back, review_all, undo_and_redo, click_verdict, select_by_keys,
        mark_as_quote, save, close, check_file])
