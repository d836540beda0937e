/* galley-term-drop-down.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-taxonomy.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_TERMS (galley_terms_get_type ())
GType galley_terms_get_type (void);

/**
 * GalleyTermDropDown:
 *
 * A choice among the terms of one set of the taxonomy, each with its rule as a tooltip; with
 * `unset-label`, also of none of them. Emits `picked` when a person chose, never when the program
 * set it.
 *
 * Properties: `terms` (a #GalleyTerms), `unset-label` (nullable), `term-id` (nullable),
 * `spoken-label` (what is chosen here, for screen readers).
 */
#define GALLEY_TYPE_TERM_DROP_DOWN (galley_term_drop_down_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTermDropDown, galley_term_drop_down, GALLEY, TERM_DROP_DOWN, GtkWidget)

GtkWidget *galley_term_drop_down_new (GalleyTerms terms, const char *unset_label);

GalleyTerms galley_term_drop_down_get_terms (GalleyTermDropDown *self);
void galley_term_drop_down_set_terms (GalleyTermDropDown *self, GalleyTerms terms);
void galley_term_drop_down_limit (GalleyTermDropDown *self, const char *const *ids);
const char *galley_term_drop_down_get_term_id (GalleyTermDropDown *self);
void galley_term_drop_down_set_term_id (GalleyTermDropDown *self, const char *id);

G_END_DECLS
