/* galley-article-text-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-article-handles.h"
#include "ui/galley-article-marks.h"
#include "ui/galley-article-text.h"
#include "ui/galley-display-map.h"
#include "ui/galley-line-forms.h"
#include "ui/galley-palette.h"

G_BEGIN_DECLS

#define GALLEY_N_BLOCK_TAGS 13

/* One display line's share of a spot. y counts from the top of the paragraph, so that it stays
 * right when the text above grows. */
typedef struct
{
  float x;
  float y;
  float width;
  float height;
  float foot; /* from y to just below the baseline, where lane 0 begins */
  const GalleySpot *spot;
} GalleyPiece;

/* A letter in the margin: stands for all marks of its kind that begin on one display line. */
typedef struct
{
  float y;
  float height;
  guint8 kind;
  guint8 look;
  guint8 column; /* counted from the text */
  gboolean selected;
  GPtrArray *annotations; /* borrowed elements */
} GalleyLetter;

/* The margin's share of the selected chain, from the line of its first to that of its last link. */
typedef struct
{
  float top;
  float bottom;
  gboolean drawn; /* what stands in one line needs none */
} GalleyRail;

/* What is drawn in one paragraph. */
typedef struct
{
  GArray *spots;  /* of GalleySpot */
  GArray *pieces; /* of GalleyPiece, in the order of the spots */
  GArray *letters;
  GalleyRail rail;
} GalleyParagraph;

/* One paragraph while it is drawn. */
typedef struct
{
  GalleyArticleText *text;
  GtkSnapshot *snapshot;
  const GalleyPalette *palette;
  const GalleyParagraph *paragraph;
  float top;
  float size; /* of lines and letters */
} GalleyPainter;

struct _GalleyArticleText
{
  GtkTextView parent_instance;

  GalleyReview *review;
  GalleyAnnotation *selected;
  GalleyDisplayMap *map;
  gsize n_loaded; /* bytes of the displayed text that are in the buffer */
  guint load_source;
  GalleyArticleHandles *handles;

  double zoom;
  double line_spacing;
  GalleyScheme scheme;
  GtkCssProvider *provider;
  GtkTextTag *tags[GALLEY_N_BLOCK_TAGS];
  GtkTextTag *receding;
  GArray *hits;  /* of GalleySpan: what a search found, or NULL */
  GArray *heard; /* of GalleySpan: what stands out; NULL: nothing recedes */
  GalleyLineForms *forms;
  PangoLayout *letters[GALLEY_N_KINDS + 1]; /* the last one for information */

  int measure; /* width of the column; 0: has to be measured again */
  int width;   /* for which the paragraphs are laid out */
  float descent;
  GHashTable *paragraphs; /* line number -> GalleyParagraph */
};

/* galley-article-load.c: brings the text into the buffer. */
void _galley_article_text_load (GalleyArticleText *self);
void _galley_article_text_finish_loading (GalleyArticleText *self);

/* galley-article-layout.c: where the marks are. */
void _galley_paragraph_free (GalleyParagraph *paragraph);
GalleyParagraph *_galley_article_text_lay_out (GalleyArticleText *self, const GtkTextIter *line);
float _galley_article_text_letter_x (GalleyArticleText *self, const GalleyLetter *letter);

/* galley-article-select.c: what clicks select. */
gboolean _galley_article_text_extend_selection (GalleyArticleText *self,
                                                GtkTextExtendSelection granularity,
                                                const GtkTextIter *location,
                                                GtkTextIter *start,
                                                GtkTextIter *end);

/* galley-article-draw.c: how they look. */
void _galley_article_text_draw (GalleyArticleText *self, GtkSnapshot *snapshot);
void _galley_painter_fill (
    GalleyPainter *self, const GdkRGBA *colour, float x, float y, float width, float height);

/* galley-article-chain.c: what belongs to the selected one. */
void _galley_painter_draw_link (GalleyPainter *self, const GalleyPiece *piece);
void _galley_painter_draw_bar (GalleyPainter *self, guint first);
void _galley_painter_draw_chain (GalleyPainter *self);

/* galley-article-handles.c: what can be taken at the edges. */
void _galley_article_handles_draw_preview (GalleyArticleText *text, GtkSnapshot *snapshot);
void _galley_article_handles_draw (GalleyArticleText *text, GtkSnapshot *snapshot);

/* galley-article-style.c: fonts, colours, column. */
void _galley_article_text_create_tags (GalleyArticleText *self);
void _galley_article_text_restyle (GalleyArticleText *self);
void _galley_article_text_fit_column (GalleyArticleText *self, int width);
void _galley_article_text_style_heard (GalleyArticleText *self);
double _galley_article_text_mark_size (GalleyArticleText *self);
double _galley_article_text_scale_of (GalleyArticleText *self, const GtkTextIter *iter);

/* How far the tint of a mark reaches above and below its words. */
#define GALLEY_TINT_OVERHANG 1

/* Size of a margin letter's badge, at mark size 1. */
#define GALLEY_LETTER_SIZE 17
#define GALLEY_LETTER_GAP  18

G_END_DECLS
