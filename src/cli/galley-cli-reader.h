/* galley-cli-reader.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/galley-cli.h"
#include "detect/galley-reader.h"

G_BEGIN_DECLS

int
galley_cli_find_reader (const GalleyCommand *command, const char *id, const GalleyReader **reader);

G_END_DECLS
