/* galley-link-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link.h"

G_BEGIN_DECLS

/* galley-link-contents.c */
void _galley_link_tidy_contents (const GalleyText *text, GalleyAttribution *attribution);
gboolean _galley_link_is_bare_object (const GalleyText *text, const GalleyAttribution *attribution);

G_END_DECLS
