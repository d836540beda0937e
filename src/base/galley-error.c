/* galley-error.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-error.h"

/* clang-format off */
G_DEFINE_QUARK (galley-error-quark, galley_error)
/* clang-format on */
