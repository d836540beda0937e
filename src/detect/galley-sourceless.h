/* galley-sourceless.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

gboolean galley_cue_is_sourceless (const GalleyText *text, GalleyTokenRun cue);

G_END_DECLS
