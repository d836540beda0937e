/* galley-article-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-article-text-private.h"

G_DEFINE_FINAL_TYPE (GalleyArticleText, galley_article_text, GTK_TYPE_TEXT_VIEW)

static void
load_text (GalleyArticleText *self)
{
  GalleyArticle *article;

  g_clear_pointer (&self->map, galley_display_map_free);
  if (self->review != NULL)
    {
      article = galley_review_get_article (self->review);
      self->map = galley_display_map_new (galley_article_get_text (article),
                                          galley_article_get_length (article));
    }
  _galley_article_text_load (self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
}

/* What is copied is the stored text, without anything put in for display. */
static void
galley_article_text_copy_clipboard (GtkTextView *view)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (view);
  g_autofree char *slice = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (self->review == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end))
    return;

  slice = galley_article_dup_slice (galley_review_get_article (self->review),
                                    galley_article_text_get_offset (self, &start),
                                    galley_article_text_get_offset (self, &end));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), slice);
}

/* To the end of the text, wherever the loading of it is. */
static void
galley_article_text_move_cursor (GtkTextView *view,
                                 GtkMovementStep step,
                                 int count,
                                 gboolean extend_selection)
{
  if (step == GTK_MOVEMENT_BUFFER_ENDS)
    _galley_article_text_finish_loading (GALLEY_ARTICLE_TEXT (view));
  GTK_TEXT_VIEW_CLASS (galley_article_text_parent_class)
      ->move_cursor (view, step, count, extend_selection);
}

static void
galley_article_text_snapshot_layer (GtkTextView *view,
                                    GtkTextViewLayer layer,
                                    GtkSnapshot *snapshot)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      _galley_article_text_draw (self, snapshot);
      _galley_article_handles_draw_preview (self, snapshot);
    }
  else
    _galley_article_handles_draw (self, snapshot);
}

static void
galley_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  _galley_article_text_fit_column (GALLEY_ARTICLE_TEXT (widget), width);
  GTK_WIDGET_CLASS (galley_article_text_parent_class)
      ->size_allocate (widget, width, height, baseline);
}

/* A font of another size or face has another measure. */
static void
galley_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (galley_article_text_parent_class)->css_changed (widget, change);
  self->measure = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->letters); i++)
    g_clear_object (&self->letters[i]);
  galley_article_text_invalidate_marks (self);
}

static void
galley_article_text_dispose (GObject *object)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (object);

  g_clear_handle_id (&self->load_source, g_source_remove);
  g_hash_table_remove_all (self->paragraphs);
  g_clear_object (&self->selected);
  g_clear_object (&self->review);
  for (guint i = 0; i < G_N_ELEMENTS (self->letters); i++)
    g_clear_object (&self->letters[i]);

  G_OBJECT_CLASS (galley_article_text_parent_class)->dispose (object);
}

static void
galley_article_text_finalize (GObject *object)
{
  GalleyArticleText *self = GALLEY_ARTICLE_TEXT (object);

  g_clear_object (&self->provider);
  g_clear_pointer (&self->paragraphs, g_hash_table_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->heard, g_array_unref);
  g_clear_pointer (&self->forms, galley_line_forms_free);
  g_clear_pointer (&self->map, galley_display_map_free);
  g_clear_pointer (&self->handles, galley_article_handles_free);

  G_OBJECT_CLASS (galley_article_text_parent_class)->finalize (object);
}

static gboolean
galley_article_text_extend_selection (GtkTextView *view,
                                      GtkTextExtendSelection granularity,
                                      const GtkTextIter *location,
                                      GtkTextIter *start,
                                      GtkTextIter *end)
{
  if (_galley_article_text_extend_selection (
          GALLEY_ARTICLE_TEXT (view), granularity, location, start, end))
    return GDK_EVENT_STOP;

  return GTK_TEXT_VIEW_CLASS (galley_article_text_parent_class)
      ->extend_selection (view, granularity, location, start, end);
}

static void
galley_article_text_class_init (GalleyArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = galley_article_text_dispose;
  object_class->finalize = galley_article_text_finalize;
  widget_class->size_allocate = galley_article_text_size_allocate;
  widget_class->css_changed = galley_article_text_css_changed;
  view_class->copy_clipboard = galley_article_text_copy_clipboard;
  view_class->move_cursor = galley_article_text_move_cursor;
  view_class->extend_selection = galley_article_text_extend_selection;
  view_class->snapshot_layer = galley_article_text_snapshot_layer;
}

static void
galley_article_text_init (GalleyArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->zoom = 1;
  self->line_spacing = 1;
  self->forms = galley_line_forms_new ();
  self->handles = galley_article_handles_new ();
  self->paragraphs =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) _galley_paragraph_free);
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  TRUE,
                                  -1);
  g_signal_connect (self, "select-all", G_CALLBACK (_galley_article_text_finish_loading), NULL);
  _galley_article_text_create_tags (self);
  _galley_article_text_restyle (self);
}

/**
 * galley_article_text_set_review:
 * @review: (nullable): whose article to show; its text is loaded anew only where it is another one
 */
void
galley_article_text_set_review (GalleyArticleText *self, GalleyReview *review)
{
  GalleyArticle *before;
  GalleyArticle *after;

  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  if (self->review == review)
    return;

  galley_article_text_set_selected (self, NULL);
  g_clear_pointer (&self->heard, g_array_unref);
  galley_article_text_invalidate_marks (self);
  before = self->review != NULL ? galley_review_get_article (self->review) : NULL;
  after = review != NULL ? galley_review_get_article (review) : NULL;
  /* The map borrows the text of the article before. */
  if (before != after)
    {
      g_autoptr (GalleyReview) old = self->review;

      self->review = review != NULL ? g_object_ref (review) : NULL;
      g_clear_pointer (&self->hits, g_array_unref);
      load_text (self);
    }
  else
    g_set_object (&self->review, review);
  if (self->review != NULL)
    galley_article_text_style_blocks (self);
  self->measure = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * galley_article_text_set_selected:
 * @annotation: (nullable): whose chain to emphasise
 */
void
galley_article_text_set_selected (GalleyArticleText *self, GalleyAnnotation *annotation)
{
  g_autoptr (GArray) dropped = NULL;

  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  if (!g_set_object (&self->selected, annotation))
    return;

  dropped = galley_article_handles_release (self);
  galley_article_text_invalidate_marks (self);
}

void
galley_article_text_set_zoom (GalleyArticleText *self, double zoom)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  self->zoom = zoom;
  _galley_article_text_restyle (self);
}

void
galley_article_text_set_line_spacing (GalleyArticleText *self, double line_spacing)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  self->line_spacing = line_spacing;
  _galley_article_text_restyle (self);
}

/**
 * galley_article_text_set_hits:
 * @hits: (element-type GalleySpan) (nullable) (transfer none): what a search found, sorted
 */
void
galley_article_text_set_hits (GalleyArticleText *self, GArray *hits)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  galley_article_text_invalidate_marks (self);
}

/**
 * galley_article_text_set_heard:
 * @heard: (element-type GalleySpan) (nullable) (transfer none): what stands out, sorted; what lies
 *   between recedes, without its marks
 */
void
galley_article_text_set_heard (GalleyArticleText *self, GArray *heard)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  if (self->heard == NULL && heard == NULL)
    return;

  g_clear_pointer (&self->heard, g_array_unref);
  self->heard = heard != NULL ? galley_spans_copy (heard) : NULL;
  _galley_article_text_style_heard (self);
}

/**
 * galley_article_text_follow_theme:
 * @outside: a widget whose colours are the theme's own
 *
 * Takes the palette that goes with the theme.
 */
void
galley_article_text_follow_theme (GalleyArticleText *self, GtkWidget *outside)
{
  GalleyScheme scheme;

  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  scheme = galley_palette_choose_for (outside);
  if (scheme == self->scheme)
    return;

  self->scheme = scheme;
  _galley_article_text_restyle (self);
}

/**
 * galley_article_text_invalidate_marks:
 *
 * Makes the marks be looked up again before they are drawn next.
 */
void
galley_article_text_invalidate_marks (GalleyArticleText *self)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_TEXT (self));

  g_hash_table_remove_all (self->paragraphs);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * galley_article_text_get_offset:
 *
 * Returns: the code point of the stored text at @iter
 */
guint
galley_article_text_get_offset (GalleyArticleText *self, const GtkTextIter *iter)
{
  guint shown = (guint) gtk_text_iter_get_offset (iter);

  return self->map != NULL ? galley_display_map_to_stored (self->map, shown) : 0;
}

/**
 * galley_article_text_get_iter:
 * @offset: a code point of the stored text
 * @iter: (out)
 */
void
galley_article_text_get_iter (GalleyArticleText *self, guint offset, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint shown = self->map != NULL ? galley_display_map_start_to_display (self->map, offset) : 0;

  if (shown > (guint) gtk_text_buffer_get_char_count (buffer))
    _galley_article_text_finish_loading (self);
  gtk_text_buffer_get_iter_at_offset (buffer, iter, (int) shown);
}

/**
 * galley_article_text_get_caret:
 *
 * Returns: the code point of the stored text behind the caret
 */
guint
galley_article_text_get_caret (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return galley_article_text_get_offset (self, &iter);
}

static GPtrArray *
list_letter_at (GalleyArticleText *self, const GtkTextIter *iter, int x, int y, GdkRectangle *area)
{
  GalleyParagraph *paragraph;
  GtkTextIter line = *iter;
  int top;
  int height;

  gtk_text_iter_set_line_offset (&line, 0);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &line, &top, &height);
  paragraph = _galley_article_text_lay_out (self, &line);
  for (guint i = 0; i < paragraph->letters->len; i++)
    {
      const GalleyLetter *letter = &g_array_index (paragraph->letters, GalleyLetter, i);
      float middle = _galley_article_text_letter_x (self, letter);

      *area = (GdkRectangle){ (int) middle - GALLEY_LETTER_GAP / 2,
                              top + (int) letter->y,
                              GALLEY_LETTER_GAP,
                              (int) letter->height };
      if (gdk_rectangle_contains_point (area, x, y))
        return g_ptr_array_copy (letter->annotations, NULL, NULL);
    }

  return NULL;
}

/**
 * galley_article_text_list_at:
 * @x: in the widget's coordinates
 * @y: in the widget's coordinates
 * @area: (out): the character or margin letter there, in the widget's coordinates
 *
 * Returns: (transfer container) (nullable) (element-type GalleyAnnotation): what is marked there,
 *   shortest first; %NULL where nothing is
 */
GPtrArray *
galley_article_text_list_at (GalleyArticleText *self, double x, double y, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (GPtrArray) found = NULL;
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  g_return_val_if_fail (GALLEY_IS_ARTICLE_TEXT (self), NULL);

  if (self->review == NULL)
    return NULL;

  gtk_text_view_window_to_buffer_coords (
      view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    {
      gtk_text_view_get_iter_location (view, &iter, area);
      found = galley_marks_at (self->review, galley_article_text_get_offset (self, &iter));
    }
  else if (buffer_x < gtk_text_view_get_left_margin (view))
    found = list_letter_at (self, &iter, buffer_x, buffer_y, area);
  if (found == NULL || found->len == 0)
    return NULL;

  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x, &area->y);

  return g_steal_pointer (&found);
}
