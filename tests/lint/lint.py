#!/usr/bin/env python3
# lint.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the source tree itself, printed as TAP: lint.py SOURCE_ROOT"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# The arrows of the house: a layer may include itself and what stands here.
ARROWS = {
    "base": set(),
    "language": {"base"},
    "model": {"base"},
    "neural": {"base"},
    "detect": {"base", "language", "model", "neural"},
    "import": {"base", "model"},
    "export": {"base", "model"},
    "session": {"base", "language", "model", "detect", "import", "export"},
    "cli": {"base", "model", "detect", "import", "export", "session"},
    "ui": {"base", "model", "detect", "import", "export", "session"},
    "train": {"base", "language", "neural", "detect"},
}
MAX_FILE_LINES = 1000
MAX_FUNCTION_LINES = 80
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
PRIVATE = re.compile(r"\b_galley_\w+ \(")
TRANSLATED = re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext)\s*\(\s*\"|\bngettext\s*\(")


def c_files(root, *folders):
    for folder in folders:
        yield from sorted((root / folder).rglob("*.[ch]"))


def layers(root):
    """Includes follow the arrows, what is private stays in its layer, and only ui/ knows GTK."""
    for path in c_files(root, "src"):
        layer = path.relative_to(root / "src").parts[0]
        for quote, name in INCLUDE.findall(path.read_text()):
            top = name.split("/")[0]
            if name.startswith(".."):
                yield path, f"includes {name} by a relative path"
            elif quote == "<" and top in ("gtk", "gdk", "gsk") and layer != "ui":
                yield path, f"includes {name}: only ui/ may know GTK"
            elif quote == '"' and "/" in name and top != layer and top not in ARROWS[layer]:
                yield path, f"includes {name}: {layer} may not know {top}"
            elif quote == "\"" and name.endswith("-private.h") and top != layer:
                yield path, f"includes {name}, which is private to {top}"


def kinds(root):
    """Nothing lies in src/ but sources: no copy that an editor left, no output of a program."""
    known = {".c", ".h", ".py", ".ui", ".css", ".xml", ".md", ".txt", ".build"}
    for path in sorted((root / "src").rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__" and path.suffix not in known:
            yield path, "is no kind of source that stands here"


def licences(root):
    """Every source file names its licence."""
    folders = [root / "src", root / "tests", root / "data"]
    for folder in folders:
        for suffix in ("*.c", "*.h", "*.py", "*.ui", "*.css"):
            for path in sorted(folder.rglob(suffix)):
                if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text()[:600]:
                    yield path, "has no SPDX line"


def headers(root):
    """Headers are guarded and say whom they are for, and files end with one line feed and hold no tabs."""
    for path in c_files(root, "src", "tests"):
        text = path.read_text()
        if path.suffix == ".h" and "#pragma once" not in text:
            yield path, "has no #pragma once"
        if path.suffix == ".h" and PRIVATE.search(text) and not path.stem.endswith("-private"):
            yield path, "declares functions of a unit's own, and is not named -private.h"
        if "\t" in text:
            yield path, "holds a tab"
        if not text.endswith("\n") or text.endswith("\n\n"):
            yield path, "does not end with one line feed"


def sizes(root):
    """No file and no function is larger than a person can hold in mind."""
    for path in c_files(root, "src", "tests"):
        lines = path.read_text().splitlines()
        if len(lines) > MAX_FILE_LINES:
            yield path, f"has {len(lines)} lines"
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                if number - start > MAX_FUNCTION_LINES:
                    yield path, f"line {start}: a function of {number - start} lines"
                start = None


def potfiles(root):
    """po/POTFILES.in lists exactly the files with text for people, sorted."""
    names = [line for line in (root / "po/POTFILES.in").read_text().splitlines()
             if line and not line.startswith("#")]
    listed = set(names)
    if names != sorted(names):
        yield root / "po/POTFILES.in", "is not sorted"
    for name in names:
        if not (root / name).is_file():
            yield root / "po/POTFILES.in", f"names {name}, which does not exist"
    for path in sorted((root / "src").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".c":
            wanted = bool(TRANSLATED.search(path.read_text()))
        elif path.suffix == ".ui":
            wanted = 'translatable="yes"' in path.read_text()
        else:
            continue
        if wanted != (name in listed):
            yield path, "is missing from po/POTFILES.in" if wanted else "needs not be in po/POTFILES.in"


def ui_files(root):
    """UI files are well-formed, and what a person reads in them can be translated."""
    readable = {"label", "tooltip-text", "title", "placeholder-text", "description"}
    for path in sorted((root / "src").rglob("*.ui")):
        try:
            tree = ElementTree.parse(path)
        except ElementTree.ParseError as error:
            yield path, str(error)
            continue
        for element in tree.iter("property"):
            text = (element.text or "").strip()
            if (element.get("name") in readable and any(c.isalpha() for c in text)
                    and element.get("translatable") != "yes"):
                yield path, f"“{text}” cannot be translated"


def resources(root):
    """Every UI file stands in the resources, and every resource exists."""
    for manifest in sorted((root / "src").rglob("*.gresource.xml")):
        named = {element.text.strip() for element in ElementTree.parse(manifest).iter("file")}
        for path in sorted(manifest.parent.rglob("*.ui")):
            if path.relative_to(manifest.parent).as_posix() not in named:
                yield path, f"is missing from {manifest.name}"
        for name in named:
            if not ((manifest.parent / name).exists() or any((root / "data").rglob(name))):
                yield manifest, f"names {name}, which does not exist"


def toolkit(root):
    """Nothing of the network is linked, and nothing newer than Debian 12 has."""
    for path in [root / "meson.build", *sorted((root / "src").rglob("meson.build"))]:
        for library in ("libsoup", "libcurl", "webkit", "libadwaita", "gnutls"):
            if library in path.read_text():
                yield path, f"names {library}"


CHECKS = (layers, kinds, licences, headers, sizes, potfiles, ui_files, resources, toolkit)


def main():
    root = Path(sys.argv[1]).resolve()
    failed = 0
    print(f"1..{len(CHECKS)}")
    for number, check in enumerate(CHECKS, 1):
        faults = [f"{path.relative_to(root)}: {what}" for path, what in check(root)]
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} {check.__name__.replace('_', '-')}")
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
