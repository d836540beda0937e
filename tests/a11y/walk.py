# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole review without eyes: everything is found, read and done over AT-SPI.
walk.py GALLEY GALLEY_CLI ARTICLE MISSED: MISSED are words of the article that nothing marks"""
import os
import re
import sys

from desk import Atspi, Desk, act, children_of, descendants, equal, find, has_state, main, matches, name_of
from desk import need, select_text, text_of, wait_for

GALLEY, CLI, ARTICLE = (os.path.abspath(path) for path in sys.argv[1:4])
MISSED = sys.argv[4]
LISTS = ("Sources", "Quotes", "Opinions")
verdicts = {"Accepted": 0, "Rejected": 0}


def rows_of(desk, kind):
    """The rows of a list that is in front; those GTK keeps in reserve have no name."""
    rows = desk.part(Atspi.Role.LIST, kind)
    return [row for row in children_of(rows) if row.get_role() == Atspi.Role.LIST_ITEM]


def first_unreviewed(desk, kind):
    for position, row in enumerate(rows_of(desk, kind)):
        if ", Not reviewed," in name_of(row):
            return position, row
    return None


def show_list(desk, kind):
    tab = desk.part(Atspi.Role.PAGE_TAB, kind + r", \d+")
    act(tab)
    wait_for("the list of " + kind, lambda: has_state(tab, Atspi.StateType.SELECTED))
    return int(name_of(tab).split(", ")[1])


def press_in_row(desk, kind, verdict):
    """Presses a button of the first row without a verdict and waits for what it says then."""
    position, row = first_unreviewed(desk, kind)
    expected = name_of(row).replace("Not reviewed", verdict)
    act(need(row, Atspi.Role.PUSH_BUTTON, verdict[:-2] if verdict == "Accepted" else "Reject"))
    wait_for(expected, lambda: expected == name_of(rows_of(desk, kind)[position]))
    verdicts[verdict] += 1


def open_article(desk):
    desk.open()
    matches(name_of(desk.frame), r"\w")
    with open(ARTICLE, encoding="utf-8") as file:
        equal(text_of(desk.text), file.read())
    reviewed, desk.total = desk.progress()
    equal(reviewed, 0)
    equal(sum(show_list(desk, kind) for kind in LISTS), desk.total)
    show_list(desk, "Sources")


def read_first_row(desk):
    """Going to the next mark says of it what its row says."""
    desk.run("win.next")
    line = desk.wait_for_status("Not reviewed$")
    matches(line, "^(Source|Quote|Opinion) · ")


def accept_in_inspector(desk):
    line = desk.status_line()
    inspector = [node for node in descendants(desk.frame) if node.get_role() == Atspi.Role.PUSH_BUTTON
                 and name_of(node) == "Accept" and find(node, Atspi.Role.LABEL, "Accept")]
    act(inspector[0])
    desk.wait_for_status("^" + re.escape(line.replace("Not reviewed", "Accepted")) + "$")
    desk.wait_for_progress(1, desk.total)
    verdicts["Accepted"] += 1


def review_rows(desk):
    for kind in LISTS:
        if show_list(desk, kind) == 0:
            continue
        wait_for("rows", lambda: rows_of(desk, kind))
        while first_unreviewed(desk, kind) is not None:
            press_in_row(desk, kind, "Rejected" if sum(verdicts.values()) % 3 == 2 else "Accepted")
    equal(sum(verdicts.values()), desk.total)
    desk.wait_for_progress(desk.total, desk.total)


def undo_and_redo(desk):
    undo = need(desk.frame, Atspi.Role.PUSH_BUTTON, "Undo")
    redo = need(desk.frame, Atspi.Role.PUSH_BUTTON, "Redo")
    act(undo)
    desk.wait_for_progress(desk.total - 1, desk.total)
    desk.wait_for_status("Not reviewed$")
    act(redo)
    desk.wait_for_progress(desk.total, desk.total)
    desk.wait_for_status("(Accepted|Rejected)$")


def add_missed_quote(desk):
    start = text_of(desk.text).index(MISSED)
    view = desk.text.get_parent().get_parent()
    select_text(desk.text, start, start + len(MISSED))
    act(view, "article.menu")
    act(wait_for("the menu", lambda: find(view, Atspi.Role.MENU_ITEM, ".*Mark as Quote")))
    desk.total += 1
    desk.wait_for_progress(desk.total, desk.total)
    matches(desk.wait_for_status("^Quote"), re.escape(MISSED))


def save(desk):
    equal(os.path.exists(desk.saved), False)
    act(need(desk.frame, Atspi.Role.PUSH_BUTTON, "Save"))
    wait_for("the file", lambda: os.path.exists(desk.saved))


def close(desk):
    desk.run("window.close")
    desk.close()


def check_file(desk):
    desk.check_file(CLI, verdicts["Accepted"], verdicts["Rejected"], MISSED)


if __name__ == "__main__":
    sys.exit(main(Desk(GALLEY, ARTICLE), [
        open_article, read_first_row, accept_in_inspector, review_rows, undo_and_redo, add_missed_quote, save, close,
        check_file]))
