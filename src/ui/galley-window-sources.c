/* galley-window-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "base/galley-str.h"
#include "ui/galley-marking.h"
#include "ui/galley-row-text.h"

static void
stop_picking (GalleyWindow *self)
{
  galley_article_view_set_picking (self->article, FALSE);
}

static void
pick_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->article));
  galley_article_view_set_picking (self->article, TRUE);
}

static void
on_picking_cb (GalleyWindow *self)
{
  gboolean picking = galley_article_view_get_picking (self->article);

  galley_status_line_set_hint (
      self->status,
      picking
          ? _ ("Click the source of this quote in the text, or select its words. Escape leaves.")
          : NULL);
}

/* The source that is marked there, the one with the shortest words first. */
static GalleyAnnotation *
find_source (GalleyReview *review, guint start, guint end)
{
  g_autoptr (GPtrArray) marks = galley_review_find_overlapping (review, start, end);
  GalleyAnnotation *found = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      GalleyAnnotation *source = marks->pdata[i];

      if (galley_annotation_get_kind (source) == GALLEY_KIND_SOURCE
          && galley_annotation_get_status (source) != GALLEY_STATUS_REJECTED)
        found = source;
    }

  return found;
}

/* The mention of @source that was meant. */
static GArray *
find_mention (GalleyAnnotation *source, guint start, guint end)
{
  GArray *spans = galley_annotation_get_details (source)->spans;
  GArray *mention = galley_spans_new ();

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (span->start < MAX (end, start + 1) && span->end > start)
        galley_spans_add (mention, span->start, span->end);
    }

  return mention;
}

static void
give_source (
    GalleyReview *review, GalleyAnnotation *quote, GalleyAnnotation *source, guint start, guint end)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  galley_set_str (&details->source_id, galley_annotation_get_id (source));
  g_clear_pointer (&details->mention, g_array_unref);
  details->mention = find_mention (source, start, end);
  galley_review_revise (review, quote, details);
}

static GalleyAnnotation *
create_source (GalleyReview *review, guint start, guint end)
{
  GalleyDetails *details = start < end ? galley_marking_new_details (
                               galley_review_get_article (review), GALLEY_KIND_SOURCE, start, end)
                                       : NULL;

  return details != NULL ? galley_review_add (review, GALLEY_KIND_SOURCE, details) : NULL;
}

/* What is marked as a source there is it; where nothing is, selected words become one. */
static void
on_picked_cb (GalleyWindow *self, guint start, guint end)
{
  GalleyReview *review = galley_window_get_review (self);
  GalleyAnnotation *quote = self->selected;
  GalleyAnnotation *source = find_source (review, start, end);

  if (quote == NULL || galley_annotation_get_kind (quote) != GALLEY_KIND_QUOTE)
    {
      stop_picking (self);
      return;
    }

  galley_review_begin_step (review);
  if (source == NULL)
    source = create_source (review, start, end);
  if (source != NULL)
    give_source (review, quote, source, start, end);
  galley_review_end_step (review);

  if (source == NULL)
    galley_status_line_set_hint (self->status,
                                 _ ("No source is marked there: select its words. Escape leaves."));
  else
    stop_picking (self);
}

/* Without a pop-up in the way: the keyboard goes where a source is chosen. */
void
_galley_window_ask_for_source (GalleyWindow *self)
{
  galley_inspector_focus_source_button (self->inspector);
  _galley_window_toast (self,
                        _ ("Who says it? Enter lists the sources."),
                        _ ("_Pick in the Text"),
                        "win.pick-source");
}

static void
merge_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);
  GalleyAnnotation *into = galley_review_lookup (review, g_variant_get_string (parameter, NULL));
  g_autofree char *called = NULL;
  g_autofree char *sentence = NULL;

  if (into == NULL || galley_annotation_get_kind (into) != GALLEY_KIND_SOURCE
      || !galley_review_merge_sources (review, self->selected, into))
    return;

  called = galley_row_text_source_name (review, into);
  /* translators: the name of a source */
  sentence = g_strdup_printf (_ ("Now the same source as “%s”, with all quotes."), called);
  _galley_window_select (self, into, FALSE);
  _galley_window_toast (self, sentence, _ ("_Undo"), "win.undo");
}

static void
edit_merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_inspector_focus_merge (GALLEY_WINDOW (widget)->inspector);
}

/* What a person can do with the source or the quote that is selected. */
void
_galley_window_update_source_actions (GalleyWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->selected != NULL && _galley_window_is_editable (self);
  GalleyKind kind = editable ? galley_annotation_get_kind (self->selected) : GALLEY_KIND_NOTE;
  gboolean is_source = editable && kind == GALLEY_KIND_SOURCE;
  gboolean is_quote = editable && kind == GALLEY_KIND_QUOTE;

  gtk_widget_action_set_enabled (widget, "win.pick-source", is_quote);
  gtk_widget_action_set_enabled (widget, "win.edit-merge", is_source);
  gtk_widget_action_set_enabled (widget, "win.merge-source", is_source);
  stop_picking (self);
}

void
_galley_window_watch_picking (GalleyWindow *self)
{
  g_signal_connect_object (
      self->article, "notify::picking", G_CALLBACK (on_picking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->article, "picked", G_CALLBACK (on_picked_cb), self, G_CONNECT_SWAPPED);
}

void
_galley_window_class_install_source_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.pick-source", NULL, pick_source_action);
  gtk_widget_class_install_action (widget_class, "win.edit-merge", NULL, edit_merge_action);
  gtk_widget_class_install_action (widget_class, "win.merge-source", "s", merge_source_action);
}
