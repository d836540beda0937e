/* galley-article-style.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"

#include <math.h>

/* The column holds as many characters of running English as are pleasant to read. */
#define MEASURE_SAMPLE "The minister said on Tuesday that talks would go on until a deal was"

#define FONT_SIZE    1.2  /* of the window's */
#define LEADING      0.46 /* of the font's height, put between lines at line spacing 1 */
#define LEAST_GAP    9    /* room for three lanes of marks */
#define LEFT_MARGIN  56
#define RIGHT_MARGIN 28
#define TOP_MARGIN   40
#define LAST_MARGIN  96

/* How a part of the article is set. Distances in pixels at zoom 1. */
typedef struct
{
  const char *type;
  double scale;
  PangoWeight weight;
  PangoStyle style;
  gboolean dim;
  int indent;
  int above;
  int below;
} BlockStyle;

static const BlockStyle block_styles[] = {
  { "headline", 1.7, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, FALSE, 0, 0, 14 },
  { "deck", 1.15, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE, 0, 0, 12 },
  { "kicker", 0.85, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, TRUE, 0, 0, 4 },
  { "byline", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE, 0, 0, 26 },
  { "dateline", 1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE, 0, 0, 0 },
  { "date", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE, 0, 0, 26 },
  { "list-item", 1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, FALSE, 28, 0, 8 },
  { "block-quote", 1, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, FALSE, 36, 4, 18 },
  { "caption", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, TRUE, 0, 0, 14 },
  { "pull-quote", 1.2, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, FALSE, 36, 6, 20 },
  { "author-note", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, TRUE, 0, 12, 10 },
  { "correction", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, FALSE, 0, 12, 10 },
  { "boilerplate", 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, TRUE, 0, 4, 8 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (block_styles) == GALLEY_N_BLOCK_TAGS);

void
_galley_article_text_create_tags (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (block_styles); i++)
    {
      const BlockStyle *style = &block_styles[i];

      self->tags[i] = gtk_text_buffer_create_tag (buffer, style->type, NULL);
      if (style->scale != 1)
        g_object_set (self->tags[i], "scale", style->scale, NULL);
      if (style->weight != PANGO_WEIGHT_NORMAL)
        g_object_set (self->tags[i], "weight", (int) style->weight, NULL);
      if (style->style != PANGO_STYLE_NORMAL)
        g_object_set (self->tags[i], "style", style->style, NULL);
    }
  /* The last made goes over all others. */
  self->receding = gtk_text_buffer_create_tag (buffer, NULL, NULL);
}

/**
 * galley_article_text_style_blocks:
 *
 * Sets each part of the article as its type asks for.
 */
void
galley_article_text_style_blocks (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GArray *blocks = galley_article_get_metadata (galley_review_get_article (self->review))->blocks;
  GtkTextIter start;
  GtkTextIter end;
  guint loaded;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  loaded = galley_article_text_get_offset (self, &end);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (blocks, GalleyBlock, i);
      GtkTextTag *tag = gtk_text_tag_table_lookup (table, block->type);

      if (block->end > loaded) /* it will be once it is there */
        break;
      if (tag == NULL)
        continue;
      galley_article_text_get_iter (self, block->start, &start);
      galley_article_text_get_iter (self, block->end, &end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
  _galley_article_text_style_heard (self);
}

static void
apply_between (GalleyArticleText *self, GtkTextTag *tag, guint from, guint to)
{
  GtkTextIter start;
  GtkTextIter end;

  if (from >= to)
    return;

  galley_article_text_get_iter (self, from, &start);
  galley_article_text_get_iter (self, to, &end);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &start, &end);
}

/* Lets all recede but what is to be heard. */
void
_galley_article_text_style_heard (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;
  guint from = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->receding, &start, &end);
  for (guint i = 0; i < galley_spans_length (self->heard); i++)
    {
      const GalleySpan *span = galley_spans_get (self->heard, i);

      apply_between (self, self->receding, from, span->start);
      from = MAX (from, span->end);
    }
  if (self->heard != NULL)
    apply_between (self, self->receding, from, galley_article_text_get_offset (self, &end));
  galley_article_text_invalidate_marks (self);
}

/* Lines and margin letters grow with the text, up to a point. */
double
_galley_article_text_mark_size (GalleyArticleText *self)
{
  return CLAMP (self->zoom, 1, 2);
}

/* The size of the letters at @iter against running text. */
double
_galley_article_text_scale_of (GalleyArticleText *self, const GtkTextIter *iter)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_styles); i++)
    {
      if (block_styles[i].scale != 1 && gtk_text_iter_has_tag (iter, self->tags[i]))
        return block_styles[i].scale;
    }

  return 1;
}

static int
zoomed (GalleyArticleText *self, double pixels)
{
  return (int) lround (pixels * self->zoom);
}

static void
load_css (GalleyArticleText *self)
{
  const GalleyPalette *palette = galley_palette_get (self->scheme);
  g_autofree char *paper = gdk_rgba_to_string (&palette->paper);
  g_autofree char *ink = gdk_rgba_to_string (&palette->ink);
  g_autofree char *css = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (size, sizeof size, "%.3f", FONT_SIZE * self->zoom);
  css = g_strdup_printf ("textview { font-family: \"Source Serif 4\", \"Source Serif Pro\","
                         " \"Noto Serif\", \"Charter\", serif; font-size: %sem; }"
                         "textview, textview > text {"
                         " background-color: %s; color: %s; caret-color: %s; }",
                         size,
                         paper,
                         ink,
                         ink);
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

static void
restyle_tags (GalleyArticleText *self)
{
  const GalleyPalette *palette = galley_palette_get (self->scheme);

  for (guint i = 0; i < G_N_ELEMENTS (block_styles); i++)
    {
      const BlockStyle *style = &block_styles[i];

      if (style->dim)
        g_object_set (self->tags[i], "foreground-rgba", &palette->dim, NULL);
      if (style->indent > 0)
        g_object_set (self->tags[i],
                      "accumulative-margin",
                      TRUE,
                      "left-margin",
                      zoomed (self, style->indent),
                      NULL);
      if (style->above > 0)
        g_object_set (self->tags[i], "pixels-above-lines", zoomed (self, style->above), NULL);
      if (style->below > 0)
        g_object_set (self->tags[i], "pixels-below-lines", zoomed (self, style->below), NULL);
    }
  g_object_set (self->receding, "foreground-rgba", &palette->receding, NULL);
}

/* Where empty lines part the paragraphs, no further space is wanted between them. */
static gboolean
has_empty_lines (GalleyArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter line;
  guint n_lines = 0;
  guint n_empty = 0;

  gtk_text_buffer_get_start_iter (buffer, &line);
  do
    {
      n_lines++;
      n_empty += gtk_text_iter_ends_line (&line) ? 1 : 0;
    }
  while (n_lines < 200 && gtk_text_iter_forward_line (&line));

  return n_empty * 4 > n_lines;
}

static void
set_spacing (GalleyArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  double height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  int gap = (int) MAX (LEAST_GAP, lround (height * LEADING * self->line_spacing));

  self->descent = (float) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_inside_wrap (view, gap);
  gtk_text_view_set_pixels_below_lines (view,
                                        has_empty_lines (self) ? gap / 2 : gap + (int) height / 2);
}

static int
measure_column (GalleyArticleText *self)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), MEASURE_SAMPLE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Brings fonts, colours and distances up to date with zoom and palette. */
void
_galley_article_text_restyle (GalleyArticleText *self)
{
  load_css (self);
  restyle_tags (self);
  self->measure = 0;
  galley_article_text_invalidate_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Centres the column in @width, the space of the margin letters kept on its left. */
void
_galley_article_text_fit_column (GalleyArticleText *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int least;
  int left;

  if (self->measure == 0)
    {
      self->measure = measure_column (self);
      set_spacing (self);
      self->width = 0;
    }
  if (self->width == width)
    return;

  self->width = width;
  least = (int) (LEFT_MARGIN * _galley_article_text_mark_size (self));
  left = least + MAX (0, width - self->measure - least - RIGHT_MARGIN) / 2;
  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (view, MAX (RIGHT_MARGIN, width - self->measure - left));
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, LAST_MARGIN);
  galley_article_text_invalidate_marks (self);
}
