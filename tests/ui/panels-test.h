/* panels-test.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/* What the tests of the panels share. The sample: two sources, "Ada Lind" (two quotes) and
 * "residents" (none), one quote without a source, one opinion. */
#define PANELS_TEXT                                                                                \
  "Mayor Ada Lind said the bridge would open on Monday. "                                          \
  "“It is a proud day for the town,” she added. "                                              \
  "Some residents were at the river early. "                                                       \
  "“Nobody asked us,” read a banner on the bank. "                                             \
  "The opening is a reckless stunt.\n"

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *ada;
  GalleyAnnotation *residents;
  GalleyAnnotation *monday;  /* of Ada Lind, indirect */
  GalleyAnnotation *proud;   /* of Ada Lind, direct */
  GalleyAnnotation *banner;  /* without a source */
  GalleyAnnotation *opinion; /* with "reckless" as evidence */
} Panels;

void panels_set_up (Panels *panels);
void panels_tear_down (Panels *panels);

GalleyReview *panels_big_review (guint n_annotations);

GtkWidget *panels_present (GtkWidget *child);
void panels_settle (void);
GtkWidget *panels_child (gpointer widget, const char *name);
GtkWidget *panels_find (GtkWidget *root, GType type, guint nth);

G_END_DECLS
