#!/bin/sh
# Whether every C file is as clang-format 14 leaves it: check-format.sh CLANG_FORMAT SOURCE_ROOT
#
# SPDX-License-Identifier: GPL-3.0-or-later
cd "$2" || exit 1
find src tests -name '*.[ch]' -print0 | sort -z | xargs -0 "$1" --style=file --dry-run -Werror
