/* galley-gazetteer.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_gazetteer_is_place (const char *folded);
gboolean galley_gazetteer_is_given_name (const char *folded);

G_END_DECLS
