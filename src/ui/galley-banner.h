/* galley-banner.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyBanner:
 *
 * A bar above the article: a sentence and a way on. Named after AdwBanner, with room for any
 * buttons instead of one.
 *
 * Properties: `title`, `icon-name` (nullable), `revealed`, `closable`, `extra` (nullable).
 */
#define GALLEY_TYPE_BANNER (galley_banner_get_type ())
G_DECLARE_FINAL_TYPE (GalleyBanner, galley_banner, GALLEY, BANNER, GtkWidget)

GtkWidget *galley_banner_new (void);
const char *galley_banner_get_title (GalleyBanner *self);
void galley_banner_set_title (GalleyBanner *self, const char *title);
gboolean galley_banner_get_revealed (GalleyBanner *self);
void galley_banner_set_revealed (GalleyBanner *self, gboolean revealed);

G_END_DECLS
