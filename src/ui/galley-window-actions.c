/* galley-window-actions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-marking.h"
#include "ui/galley-properties-dialog.h"

#define ZOOM_STEP 1.1
#define ZOOM_MIN  0.5
#define ZOOM_MAX  3.0

/* What an undo changed is shown, as long as it is still there. */
static void
show_changed (GalleyWindow *self, GalleyAnnotation *annotation)
{
  GalleyReview *review = galley_window_get_review (self);

  if (annotation != NULL
      && galley_review_lookup (review, galley_annotation_get_id (annotation)) == annotation)
    _galley_window_select (self, annotation, self->in_queue);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_inspector_flush (self->inspector);
  show_changed (self, galley_review_undo (galley_window_get_review (self)));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_inspector_flush (self->inspector);
  show_changed (self, galley_review_redo (galley_window_get_review (self)));
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);
  GalleyDetails *details = NULL;
  GalleyKind kind;
  gboolean asks;
  guint start, end;

  if (!galley_kind_from_id (g_variant_get_string (parameter, NULL), &kind))
    return;
  if (galley_article_view_get_selection (self->article, &start, &end))
    details = galley_marking_new_details (galley_review_get_article (review), kind, start, end);

  if (details == NULL)
    {
      _galley_window_ask_for_selection (self);
      return;
    }

  if (kind == GALLEY_KIND_QUOTE)
    galley_marking_guess_source (review, details);
  asks = kind == GALLEY_KIND_QUOTE && details->source_id == NULL;
  _galley_window_select (self, galley_review_add (review, kind, details), FALSE);
  if (asks)
    _galley_window_ask_for_source (self);
}

static void
use_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);
  GalleyDetails *moved = NULL;
  guint start, end;

  if (galley_article_view_get_selection (self->article, &start, &end))
    moved = galley_marking_move (galley_review_get_article (review),
                                 galley_annotation_get_details (self->selected),
                                 start,
                                 end);

  if (moved == NULL)
    _galley_window_ask_for_selection (self);
  else
    galley_review_revise (review, self->selected, moved);
}

static const char *
describe_deleted (GalleyKind kind)
{
  switch (kind)
    {
    case GALLEY_KIND_SOURCE:
      return _ ("Source deleted.");

    case GALLEY_KIND_QUOTE:
      return _ ("Quote deleted.");

    case GALLEY_KIND_OPINION:
      return _ ("Opinion deleted.");

    case GALLEY_KIND_NOTE:
    default:
      return _ ("Note deleted.");
    }
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyKind kind = galley_annotation_get_kind (self->selected);

  if (galley_review_remove (galley_window_get_review (self), self->selected))
    _galley_window_toast (self, describe_deleted (kind), _ ("_Undo"), "win.undo");
}

static void
edit_type_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_inspector_focus_type (GALLEY_WINDOW (widget)->inspector);
}

static void
edit_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_inspector_focus_source (GALLEY_WINDOW (widget)->inspector);
}

static void
edit_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_inspector_focus_note (GALLEY_WINDOW (widget)->inspector);
}

static void
back_to_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_inspector_flush (self->inspector);
  _galley_window_show_overview (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->article));
}

static void
cycle_overlap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_article_view_cycle_overlap (GALLEY_WINDOW (widget)->article);
}

static void
properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (
      galley_properties_dialog_new (GTK_WINDOW (self), galley_window_get_review (self))));
}

static void
set_zoom (GalleyWindow *self, double zoom)
{
  galley_article_view_set_zoom (self->article, CLAMP (zoom, ZOOM_MIN, ZOOM_MAX));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  set_zoom (self, galley_article_view_get_zoom (self->article) * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  set_zoom (self, galley_article_view_get_zoom (self->article) / ZOOM_STEP);
}

static void
zoom_reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (GALLEY_WINDOW (widget), 1);
}

static void
enable (GalleyWindow *self, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

/* What a person can do with the review, whichever annotation is selected. */
void
_galley_window_update_actions (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);
  gboolean open = review != NULL;
  gboolean editable = _galley_window_is_editable (self);
  gboolean seen = open && !self->overview_shown;
  gboolean any = seen && galley_review_get_n_annotations (review) > 0;

  enable (self, "win.undo", editable && galley_review_can_undo (review));
  enable (self, "win.redo", editable && galley_review_can_redo (review));
  enable (self, "win.mark", editable && seen);
  enable (self, "win.properties", editable);
  enable (self, "win.find", seen);
  enable (self, "win.find-next", seen);
  enable (self, "win.find-previous", seen);
  enable (self, "win.overview", open);
  enable (self, "win.back-to-text", open);
  enable (self, "win.cycle-overlap", any);
  enable (self, "win.zoom-in", open);
  enable (self, "win.zoom-out", open);
  enable (self, "win.zoom-reset", open);
  _galley_window_update_list_actions (self);
  _galley_window_update_review_actions (self);
  _galley_window_update_selection_actions (self);
}

/* What a person can do with the selected annotation, where it is seen. */
void
_galley_window_update_selection_actions (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);
  gboolean editable =
      self->selected != NULL && !self->overview_shown && _galley_window_is_editable (self);
  gboolean judged =
      editable
      && galley_annotation_find_verdict (self->selected, galley_review_get_reviewer (review))
             != NULL;
  gboolean is_quote = editable && galley_annotation_get_kind (self->selected) == GALLEY_KIND_QUOTE;
  gboolean own = editable && galley_annotation_get_origin (self->selected)->person;

  enable (self, "win.accept", editable);
  enable (self, "win.reject", editable);
  enable (self, "win.flag", editable);
  enable (self, "win.clear-verdict", judged);
  enable (self, "win.use-selection", editable);
  enable (self, "win.delete", own);
  enable (self, "win.edit-type", editable);
  enable (self, "win.edit-source", is_quote);
  enable (self, "win.edit-note", editable);
  _galley_window_update_edge_actions (self);
  _galley_window_update_source_actions (self);
}

void
_galley_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.undo", undo_action },
    { "win.redo", redo_action },
    { "win.use-selection", use_selection_action },
    { "win.delete", delete_action },
    { "win.edit-type", edit_type_action },
    { "win.edit-source", edit_source_action },
    { "win.edit-note", edit_note_action },
    { "win.back-to-text", back_to_text_action },
    { "win.cycle-overlap", cycle_overlap_action },
    { "win.properties", properties_action },
    { "win.zoom-in", zoom_in_action },
    { "win.zoom-out", zoom_out_action },
    { "win.zoom-reset", zoom_reset_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.mark", "s", mark_action);
}
