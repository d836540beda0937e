/* galley-window-review.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

static guint
find_position (GalleyReview *review, GalleyAnnotation *annotation)
{
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    if (galley_review_peek (review, i) == annotation)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_shown (GalleyWindow *self, GalleyAnnotation *annotation)
{
  return galley_filter_matches (galley_sidebar_get_filter (self->sidebar),
                                galley_window_get_review (self),
                                annotation);
}

static gboolean
needs_review (GalleyWindow *self, GalleyAnnotation *annotation)
{
  return galley_review_counts (galley_window_get_review (self), annotation)
         && galley_annotation_get_status (annotation) == GALLEY_STATUS_UNREVIEWED
         && is_shown (self, annotation);
}

/* The next that needs a verdict, from the selected one on and around the end, so that what was
 * skipped comes back. The selected one itself comes last. */
static GalleyAnnotation *
find_unreviewed (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);
  guint n_annotations = galley_review_get_n_annotations (review);
  guint first = 0;

  if (self->selected != NULL)
    first = find_position (review, self->selected) + 1;
  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, (first + i) % n_annotations);

      if (needs_review (self, annotation))
        return annotation;
    }

  return NULL;
}

static void
step (GalleyWindow *self, int direction)
{
  GalleyReview *review = galley_window_get_review (self);
  guint n_annotations = galley_review_get_n_annotations (review);
  guint position = direction > 0 ? 0 : n_annotations - 1;

  if (n_annotations == 0)
    return;
  if (self->selected != NULL)
    position = (find_position (review, self->selected) + n_annotations + (guint) direction)
               % n_annotations;

  _galley_window_select (self, galley_review_peek (review, position), TRUE);
}

static void
tell_done (GalleyWindow *self)
{
  _galley_window_toast (self, _ ("Everything is reviewed."), _ ("_Save"), "win.save");
}

/* A verdict in the queue leads to the next; one in the text stays, since the person may want to
 * correct details. */
static void
give_verdict (GalleyWindow *self, GalleyStatus status)
{
  GalleyReview *review = galley_window_get_review (self);
  GalleyAnnotation *next;

  galley_review_set_verdict (review, self->selected, status, NULL);
  if (status == GALLEY_STATUS_UNREVIEWED)
    return;

  next = find_unreviewed (self);
  if (next == NULL)
    tell_done (self);
  else if (self->in_queue)
    _galley_window_select (self, next, TRUE);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  give_verdict (GALLEY_WINDOW (widget), GALLEY_STATUS_ACCEPTED);
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  give_verdict (GALLEY_WINDOW (widget), GALLEY_STATUS_REJECTED);
}

static void
clear_verdict_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  give_verdict (GALLEY_WINDOW (widget), GALLEY_STATUS_UNREVIEWED);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (GALLEY_WINDOW (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (GALLEY_WINDOW (widget), -1);
}

static void
next_unreviewed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _galley_window_select_unreviewed (GALLEY_WINDOW (widget));
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new_from_variant (parameter);

  galley_sidebar_set_filter (GALLEY_WINDOW (widget)->sidebar, filter);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_sidebar_set_filter (GALLEY_WINDOW (widget)->sidebar, NULL);
}

static void
choose_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_sidebar_focus_filter (GALLEY_WINDOW (widget)->sidebar);
}

/* Goes to the next that needs a verdict, as a walk through the list. */
void
_galley_window_select_unreviewed (GalleyWindow *self)
{
  GalleyAnnotation *annotation = find_unreviewed (self);

  if (annotation != NULL)
    _galley_window_select (self, annotation, TRUE);
}

void
_galley_window_class_install_review_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.accept", accept_action },
    { "win.reject", reject_action },
    { "win.clear-verdict", clear_verdict_action },
    { "win.next", next_action },
    { "win.previous", previous_action },
    { "win.next-unreviewed", next_unreviewed_action },
    { "win.clear-filter", clear_filter_action },
    { "win.choose-filter", choose_filter_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.filter", "a(ss)", filter_action);
}
