# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand on the keyboard and the mouse: real key presses and clicks, under a small window manager."""
import subprocess
import sys

from desk import Atspi, main


def xdotool(*args):
    return subprocess.run(["xdotool", *args], check=True, capture_output=True, text=True).stdout


def press(*keys):
    xdotool("key", "--delay", "4", *keys)


def click(desk, node):
    """Clicks in the middle of what node shows."""
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    xdotool("mousemove", "--window", desk.window, str(place.x + place.width // 2), str(place.y + place.height // 2),
            "click", "1")


def take_up(desk):
    """Opens the article and gives its window the keyboard."""
    desk.open()
    desk.window = xdotool("search", "--sync", "--onlyvisible", "--pid", str(desk.process.pid)).split()[-1]
    xdotool("windowactivate", "--sync", desk.window)


def run(desk, steps):
    """main() under a window manager; ends the program of this test."""
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        sys.exit(main(desk, steps))
    finally:
        manager.terminate()
        manager.wait()
