/* galley-status-line.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyStatusLine:
 *
 * One line that says in words what is marked where the person is: kind, text, source, verdict.
 *
 * Properties: `review` (#GalleyReview, nullable), `selected` (#GalleyAnnotation, nullable).
 */
#define GALLEY_TYPE_STATUS_LINE (galley_status_line_get_type ())
G_DECLARE_FINAL_TYPE (GalleyStatusLine, galley_status_line, GALLEY, STATUS_LINE, GtkWidget)

GtkWidget *galley_status_line_new (void);
void galley_status_line_set_review (GalleyStatusLine *self, GalleyReview *review);
void galley_status_line_set_selected (GalleyStatusLine *self, GalleyAnnotation *annotation);
void galley_status_line_set_hint (GalleyStatusLine *self, const char *hint);
const char *galley_status_line_get_text (GalleyStatusLine *self);
char *galley_status_line_status (GalleyReview *review, GalleyAnnotation *annotation);
char *galley_status_line_describe (GalleyReview *review, GalleyAnnotation *annotation);

G_END_DECLS
