/* galley-window-edges.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-alike-dialog.h"
#include "ui/galley-alike.h"
#include "ui/galley-marking.h"

/* The parameters of win.move-edge. */
static const struct
{
  const char *name;
  gboolean start_edge;
  int steps;
  GalleyEdgeUnit unit;
} moves[] = {
  { "start-back-character", TRUE, -1, GALLEY_EDGE_CHARACTER },
  { "start-forward-character", TRUE, 1, GALLEY_EDGE_CHARACTER },
  { "start-back-word", TRUE, -1, GALLEY_EDGE_WORD },
  { "start-forward-word", TRUE, 1, GALLEY_EDGE_WORD },
  { "start-back-sentence", TRUE, -1, GALLEY_EDGE_SENTENCE },
  { "start-forward-sentence", TRUE, 1, GALLEY_EDGE_SENTENCE },
  { "end-back-character", FALSE, -1, GALLEY_EDGE_CHARACTER },
  { "end-forward-character", FALSE, 1, GALLEY_EDGE_CHARACTER },
  { "end-back-word", FALSE, -1, GALLEY_EDGE_WORD },
  { "end-forward-word", FALSE, 1, GALLEY_EDGE_WORD },
  { "end-back-sentence", FALSE, -1, GALLEY_EDGE_SENTENCE },
  { "end-forward-sentence", FALSE, 1, GALLEY_EDGE_SENTENCE },
};

static void
move_edge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  const char *move = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      if (!g_str_equal (moves[i].name, move))
        continue;
      if (!galley_article_view_move_edge (
              self->article, moves[i].start_edge, moves[i].steps, moves[i].unit))
        gtk_widget_error_bell (widget);
    }
}

void
_galley_window_ask_for_selection (GalleyWindow *self)
{
  _galley_window_toast (self, _ ("Select the words in the article first."), NULL, NULL);
}

static void
add_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);
  GalleyDetails *details = NULL;
  guint start, end;

  if (galley_article_view_get_selection (self->article, &start, &end))
    details = galley_marking_add_part (galley_review_get_article (review),
                                       galley_annotation_get_details (self->selected),
                                       start,
                                       end);

  if (details == NULL)
    _galley_window_ask_for_selection (self);
  else
    galley_review_revise (review, self->selected, details);
}

static guint
count_parts (GalleyWindow *self)
{
  return galley_spans_length (galley_annotation_get_details (self->selected)->spans);
}

static void
remove_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (self->selected));

  g_array_remove_index (details->spans, galley_article_view_get_part (self->article));
  galley_review_revise (galley_window_get_review (self), self->selected, details);
}

static void
show_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_article_view_show_part (GALLEY_WINDOW (widget)->article, g_variant_get_uint32 (parameter));
}

static void
split_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *other =
      galley_review_split_source (galley_window_get_review (self),
                                  self->selected,
                                  galley_article_view_get_part (self->article));

  if (other != NULL)
    _galley_window_select (self, other, FALSE);
}

/* The part of the selected annotation that @words cover, or %NULL: a word within it means itself.
 */
static const GalleySpan *
find_covered (GalleyWindow *self, const GalleySpan *words)
{
  GArray *spans;

  if (self->selected == NULL)
    return NULL;
  spans = galley_annotation_get_details (self->selected)->spans;
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (words->start <= span->start && words->end >= span->end)
        return span;
    }

  return NULL;
}

static gboolean
is_anything_alike (GalleyWindow *self, const GalleySpan *words)
{
  g_autoptr (GArray) places = galley_alike_find (galley_window_get_review (self),
                                                 galley_annotation_get_kind (self->selected),
                                                 words);

  return places->len > 0;
}

static void
on_marked_cb (GalleyWindow *self, GalleyAnnotation *annotation)
{
  _galley_window_select (self, annotation, FALSE);
}

/* What is selected in the text, unless that is a part of the selected annotation; then, and without
 * a selection, the part of it in which the caret stands. */
/* Returns: (nullable): the place whose words are looked for; @like becomes what it belongs to,
 * %NULL for words that nothing marks yet. */
static const GalleySpan *
choose_alike (GalleyWindow *self, GalleySpan *words, GalleyAnnotation **like)
{
  gboolean any = galley_article_view_get_selection (self->article, &words->start, &words->end);
  const GalleySpan *covered = any ? find_covered (self, words) : NULL;

  if (any && covered == NULL)
    return words;
  if (self->selected == NULL || count_parts (self) == 0)
    return NULL;

  *like = self->selected;
  if (covered != NULL)
    return covered;

  return galley_spans_get (galley_annotation_get_details (self->selected)->spans,
                           galley_article_view_get_part (self->article));
}

static void
mark_alike_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *like = NULL;
  GalleySpan words = { 0 };
  const GalleySpan *place = choose_alike (self, &words, &like);
  GtkWidget *dialog;

  if (place == NULL)
    {
      _galley_window_ask_for_selection (self);
      return;
    }
  if (like != NULL && !is_anything_alike (self, place))
    {
      _galley_window_toast (self,
                            _ ("No other place has the same words, unless it is marked already."),
                            NULL,
                            NULL);
      return;
    }
  dialog =
      galley_alike_dialog_new (GTK_WINDOW (self), galley_window_get_review (self), like, place);
  g_signal_connect_object (dialog, "marked", G_CALLBACK (on_marked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
enable (GalleyWindow *self, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

/* What a person can do with the places of the selected annotation. */
void
_galley_window_update_edge_actions (GalleyWindow *self)
{
  gboolean editable = self->selected != NULL && _galley_window_is_editable (self);
  guint n_parts = self->selected != NULL ? count_parts (self) : 0;
  gboolean is_source =
      editable && galley_annotation_get_kind (self->selected) == GALLEY_KIND_SOURCE;

  enable (self, "win.move-edge", editable && n_parts > 0);
  enable (self, "win.add-part", editable);
  enable (self, "win.remove-part", editable && n_parts > 1);
  enable (self, "win.mark-alike", _galley_window_is_editable (self));
  enable (self, "win.show-part", n_parts > 0);
  enable (self, "win.split-source", is_source && n_parts > 1);
}

void
_galley_window_class_install_edge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.move-edge", "s", move_edge_action);
  gtk_widget_class_install_action (widget_class, "win.add-part", NULL, add_part_action);
  gtk_widget_class_install_action (widget_class, "win.remove-part", NULL, remove_part_action);
  gtk_widget_class_install_action (widget_class, "win.show-part", "u", show_part_action);
  gtk_widget_class_install_action (widget_class, "win.mark-alike", NULL, mark_alike_action);
  gtk_widget_class_install_action (widget_class, "win.split-source", NULL, split_source_action);
}
