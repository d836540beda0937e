# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window seen as a screen reader sees it: starts galley in a home of its own, finds things
by role and name over AT-SPI, waits for what is due, and reports steps as TAP."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

# Warnings end neither side: libatspi warns of what starts or ends meanwhile, and GTK 4.8 of its own
# answer when text is selected over AT-SPI. A critical ends the program.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Far more than anything here takes, however slow the machine and the sanitizer.
PATIENCE = 30
# Directions of bidirectional text are isolated on screen, which says nothing to a test.
ISOLATES = re.compile("[\u2066-\u2069]")
TITLE = re.compile(r"^(\d+) of (\d+) reviewed$")
# The cache of libatspi follows events, for which a main loop would have to run: but for what never
# changes, ask afresh.
CACHED = Atspi.Cache.ROLE | Atspi.Cache.INTERFACES


def wait_for(what, condition):
    """Returns what condition() does once that is true; fails when it never is."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain for " + what)
        time.sleep(0.01)


def name_of(node):
    return ISOLATES.sub("", node.get_name() or "")


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def children_of(node):
    for position in range(node.get_child_count()):
        child = node.get_child_at_index(position)
        if child is not None:
            yield child


def has_state(node, state):
    return node.get_state_set().contains(state)


def descendants(node):
    """In the order of the tree."""
    for child in children_of(node):
        yield child
        yield from descendants(child)


def find(node, role, name):
    """The first below node with role and a name that matches name as a whole, or None."""
    pattern = re.compile(name)
    for found in descendants(node):
        if found.get_role() == role and pattern.fullmatch(name_of(found)):
            return found
    return None


def need(node, role, name):
    found = find(node, role, name)
    if found is None:
        raise AssertionError("there is no %s called %s" % (Atspi.role_get_name(role), name))
    return found


def select_text(text, start, end):
    """Selects code points start to end. GTK 4.8 does what AddSelection asks, but its answer is lost
    (and SetSelection leaves nothing selected), so there is little use in waiting for one."""
    Atspi.set_timeout(300, 0)
    try:
        Atspi.Text.add_selection(text, start, end)
    except GLib.Error:
        pass
    finally:
        Atspi.set_timeout(PATIENCE * 1000, 0)
    wait_for("a selection", lambda: Atspi.Text.get_n_selections(text) == 1)
    selection = Atspi.Text.get_selection(text, 0)
    equal((selection.start_offset, selection.end_offset), (start, end))


def act(node, name="click"):
    """Does the action called name."""
    for position in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, position) == name:
            Atspi.Action.do_action(node, position)
            return
    raise AssertionError("%r has no action %s" % (name_of(node), name))


class Desk:
    """A window with an article, and where its parts are."""

    def __init__(self, program, article):
        self.found = {}
        self.folder = tempfile.mkdtemp(prefix="galley-desk-")
        self.article = os.path.join(self.folder, os.path.basename(article))
        shutil.copy(article, self.article)
        self.saved = os.path.splitext(self.article)[0] + ".galley.json"
        home = os.path.join(self.folder, "home")
        os.mkdir(home)
        env = dict(os.environ, HOME=home, G_DEBUG="gc-friendly,fatal-criticals")
        for folder in ("CACHE", "CONFIG", "DATA", "STATE"):
            env["XDG_%s_HOME" % folder] = home
        self.process = subprocess.Popen([program, self.article], env=env, stdin=subprocess.DEVNULL, stdout=2)

    def open(self):
        """Waits until the window stands and everything in the article is found."""
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(CACHED)
        self.application = wait_for("the application", lambda: self.find_application(desktop))
        self.application.set_cache_mask(CACHED)
        self.frame = wait_for("the window", lambda: next(children_of(self.application), None))
        self.title = wait_for("the progress", lambda: find(self.frame, Atspi.Role.LABEL, TITLE.pattern))
        self.text = need(self.frame, Atspi.Role.TEXT, "Article")
        self.status = next(descendants(need(self.frame, Atspi.Role.STATUS_BAR, ".*")))

    def find_application(self, desktop):
        for child in children_of(desktop):
            if child.get_process_id() == self.process.pid:
                return child
        if self.process.poll() is not None:
            raise AssertionError("the program has ended with %d" % self.process.returncode)
        return None

    def part(self, role, name):
        """A part of the window that stays while the window does."""
        if (role, name) not in self.found:
            self.found[role, name] = need(self.frame, role, name)
        return self.found[role, name]

    def progress(self):
        """How many are reviewed, and of how many."""
        return tuple(int(part) for part in TITLE.match(name_of(self.title)).groups())

    def wait_for_progress(self, reviewed, total):
        try:
            wait_for("progress", lambda: self.progress() == (reviewed, total))
        except AssertionError as error:
            raise AssertionError("the title says %s, not %d of %d" % (name_of(self.title), reviewed, total)) from error

    def status_line(self):
        return name_of(self.status)

    def wait_for_status(self, pattern):
        """The status line, once it matches pattern somewhere."""
        try:
            return wait_for("status", lambda: re.search(pattern, self.status_line()) and self.status_line())
        except AssertionError as error:
            raise AssertionError("the status line says %r, not %r" % (self.status_line(), pattern)) from error

    def run(self, action):
        """Does an action of the window."""
        act(self.frame, action)

    def close(self):
        """Waits for the end of the program, which must be a good one."""
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise AssertionError("the program ended with %d" % status)

    def check_file(self, cli, accepted, rejected, missed):
        """The saved file is valid, holds so many verdicts and one quote of the person's own."""
        subprocess.run([cli, "validate", self.saved], check=True, stdout=2)
        with open(self.saved, encoding="utf-8") as file:
            collection = json.load(file)
        with open(self.article, encoding="utf-8") as file:
            equal(collection["galley:article"]["text"], file.read())
        items = collection["first"]["items"]
        values = [item["body"]["value"] for item in items if item["motivation"] == "assessing"]
        equal((values.count("accepted"), values.count("rejected")), (accepted, rejected))
        own = [item for item in items if item["creator"]["type"] == "Person" and item["motivation"] != "assessing"]
        equal([(item["galley:kind"], item["target"][0]["selector"][1]["exact"]) for item in own], [("quote", missed)])

    def clear(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def equal(found, expected):
    if found != expected:
        raise AssertionError("found %r\nexpected %r" % (found, expected))


def matches(text, pattern):
    if not re.search(pattern, text):
        raise AssertionError("%r does not match %r" % (text, pattern))


def print_tree(node, depth=0):
    print("# %s%s %r" % ("  " * depth, node.get_role_name(), name_of(node)))
    for child in children_of(node):
        print_tree(child, depth + 1)


def main(desk, steps):
    """Takes the steps, each from where the last one came to, and ends the program."""
    sys.stdout = os.fdopen(int(os.environ.get("TAP_DESCRIPTOR", "1")), "w", buffering=1)
    print("1..%d" % len(steps))
    failed = False
    try:
        for number, step in enumerate(steps, 1):
            name = step.__name__.replace("_", "-")
            if failed:
                print("not ok %d - %s: not reached" % (number, name))
                continue
            started = time.monotonic()
            try:
                step(desk)
                print("ok %d - %s" % (number, name), flush=True)
                print("# took %.1f s" % (time.monotonic() - started))
            except Exception:
                failed = True
                print("not ok %d - %s" % (number, name))
                for line in traceback.format_exc().splitlines():
                    print("# " + line)
                try:
                    print_tree(desk.frame)
                except (AttributeError, GLib.Error):
                    pass
    finally:
        desk.clear()
    return 1 if failed else 0
