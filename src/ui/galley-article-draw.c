/* galley-article-draw.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"

#define LETTER_PIXELS 12

void
_galley_painter_fill (
    GalleyPainter *self, const GdkRGBA *colour, float x, float y, float width, float height)
{
  if (colour->alpha > 0)
    gtk_snapshot_append_color (self->snapshot,
                               colour,
                               &GRAPHENE_RECT_INIT (x, self->top + y, width, height));
}

static GalleyTint
get_tint (const GalleySpot *spot)
{
  if (spot->role == GALLEY_ROLE_SELECTED || spot->role == GALLEY_ROLE_MENTION)
    return GALLEY_TINT_STRONG;
  if (spot->role == GALLEY_ROLE_VOICE)
    return GALLEY_TINT_PLAIN;

  return spot->look == GALLEY_LOOK_UNREVIEWED ? GALLEY_TINT_WHISPER : GALLEY_TINT_PLAIN;
}

static void
draw_tint (GalleyPainter *self, const GalleyPiece *piece)
{
  const GalleySpot *spot = piece->spot;
  gboolean quiet = spot->look == GALLEY_LOOK_REJECTED || spot->look == GALLEY_LOOK_INFORMATION;
  GdkRGBA colour;

  if (spot->role == GALLEY_ROLE_CUE || spot->role >= GALLEY_ROLE_HIT)
    return;
  /* Words that recede would not be readable on it. */
  if (self->text->heard != NULL)
    return;
  if (quiet && spot->role == GALLEY_ROLE_MARK)
    return;

  colour = galley_palette_tint (self->palette, spot->kind, get_tint (spot));
  _galley_painter_fill (self,
                        &colour,
                        piece->x,
                        piece->y - GALLEY_TINT_OVERHANG,
                        piece->width,
                        piece->height + 2 * GALLEY_TINT_OVERHANG);
}

/* A block with corners and a frame of ink: no mark looks like that. */
static void
draw_hit (GalleyPainter *self, const GalleyPiece *piece)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA *ink = &self->palette->ink;
  const GdkRGBA colours[4] = { *ink, *ink, *ink, *ink };
  GskRoundedRect outline;

  _galley_painter_fill (
      self, &self->palette->hit, piece->x - 1, piece->y, piece->width + 2, piece->height);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (piece->x - 1, self->top + piece->y, piece->width + 2, piece->height),
      0);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colours);
}

static GalleyWeight
get_weight (const GalleySpot *spot)
{
  if (spot->role == GALLEY_ROLE_SELECTED)
    return GALLEY_WEIGHT_STRONG;

  switch ((GalleyLook) spot->look)
    {
    case GALLEY_LOOK_ACCEPTED:
    case GALLEY_LOOK_CHANGED:
      return GALLEY_WEIGHT_STRONG;
    case GALLEY_LOOK_INFORMATION:
    case GALLEY_LOOK_REJECTED:
      return GALLEY_WEIGHT_THIN;
    case GALLEY_LOOK_UNREVIEWED:
    default:
      return GALLEY_WEIGHT_PLAIN;
    }
}

static void
draw_line (GalleyPainter *self, const GalleyPiece *piece)
{
  const GalleySpot *spot = piece->spot;
  float y = self->top + piece->y + piece->foot
            + (float) spot->lane * (GALLEY_LINE_HEIGHT - 1) * self->size;
  graphene_point_t at = GRAPHENE_POINT_INIT (piece->x, y);

  galley_line_forms_draw (self->text->forms,
                          self->snapshot,
                          spot->kind,
                          get_weight (spot),
                          spot->look == GALLEY_LOOK_REJECTED,
                          &at,
                          piece->width);
}

static void
draw_pieces (GalleyPainter *self)
{
  GArray *pieces = self->paragraph->pieces;

  /* The long ones first, so that what lies within them stays on top. */
  for (guint i = pieces->len; i > 0; i--)
    draw_tint (self, &g_array_index (pieces, GalleyPiece, i - 1));
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, GalleyPiece, i).spot->role == GALLEY_ROLE_HIT)
      draw_hit (self, &g_array_index (pieces, GalleyPiece, i));
  for (guint i = 0; i < pieces->len; i++)
    {
      const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

      if (piece->spot->role <= GALLEY_ROLE_SELECTED)
        draw_line (self, piece);
      else
        _galley_painter_draw_link (self, piece);
      if (piece->spot->role == GALLEY_ROLE_SELECTED)
        _galley_painter_draw_bar (self, i);
    }
}

/* The small letter is for what is only shown for information. */
static PangoLayout *
get_letter (GalleyPainter *self, const GalleyLetter *letter)
{
  static const char *const letters[GALLEY_N_KINDS + 1] = {
    [GALLEY_KIND_SOURCE] = "S", [GALLEY_KIND_QUOTE] = "Q", [GALLEY_KIND_OPINION] = "O",
    [GALLEY_KIND_NOTE] = "N",   [GALLEY_N_KINDS] = "o",
  };
  guint which = letter->look == GALLEY_LOOK_INFORMATION ? GALLEY_N_KINDS : letter->kind;
  PangoLayout **layout = &self->text->letters[which];

  if (*layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      GtkWidget *outside = gtk_widget_get_parent (GTK_WIDGET (self->text));

      /* In the window's font, not in that of the article. */
      *layout = gtk_widget_create_pango_layout (outside, letters[which]);
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
      pango_attr_list_insert (attributes,
                              pango_attr_size_new_absolute (
                                  (int) (LETTER_PIXELS * PANGO_SCALE * self->size)));
      pango_layout_set_attributes (*layout, attributes);
    }

  return *layout;
}

static void
draw_badge (GalleyPainter *self, const GalleyLetter *letter, float x, float y)
{
  const GdkRGBA *colour = &self->palette->lines[letter->kind];
  float side = GALLEY_LETTER_SIZE * self->size;
  float radius = letter->look == GALLEY_LOOK_CHANGED ? 3 * self->size : side / 2;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - side / 2, self->top + y - side / 2, side, side);
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  if (letter->look == GALLEY_LOOK_ACCEPTED || letter->look == GALLEY_LOOK_CHANGED)
    {
      gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
      gtk_snapshot_append_color (self->snapshot, colour, &box);
      gtk_snapshot_pop (self->snapshot);
    }
  else if (letter->selected)
    gtk_snapshot_append_border (self->snapshot, &outline, widths, colours);
}

static void
draw_letter (GalleyPainter *self, const GalleyLetter *letter)
{
  PangoLayout *layout = get_letter (self, letter);
  float x = _galley_article_text_letter_x (self->text, letter);
  float y = letter->y + letter->height / 2;
  const GdkRGBA *colour = &self->palette->lines[letter->kind];
  gboolean filled = letter->look == GALLEY_LOOK_ACCEPTED || letter->look == GALLEY_LOOK_CHANGED;
  PangoRectangle extents;

  draw_badge (self, letter, x, y);
  if (letter->look == GALLEY_LOOK_REJECTED)
    colour = &self->palette->faint;
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (x - (float) extents.width / 2,
                                                self->top + y - (float) extents.height / 2));
  gtk_snapshot_append_layout (self->snapshot, layout, filled ? &self->palette->paper : colour);
  gtk_snapshot_restore (self->snapshot);
  if (letter->look == GALLEY_LOOK_REJECTED)
    _galley_painter_fill (self, colour, x - 7 * self->size, y, 14 * self->size, 1);
}

static void
draw_paragraph (GalleyArticleText *self, GtkSnapshot *snapshot, const GtkTextIter *line, int top)
{
  GalleyPainter painter = {
    .text = self,
    .snapshot = snapshot,
    .palette = galley_palette_get (self->scheme),
    .paragraph = _galley_article_text_lay_out (self, line),
    .top = (float) top,
    .size = (float) _galley_article_text_mark_size (self),
  };

  draw_pieces (&painter);
  _galley_painter_draw_chain (&painter);
  for (guint i = 0; i < painter.paragraph->letters->len; i++)
    draw_letter (&painter, &g_array_index (painter.paragraph->letters, GalleyLetter, i));
}

/* Draws the marks of the paragraphs that are seen, in buffer coordinates. */
void
_galley_article_text_draw (GalleyArticleText *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle seen;
  GtkTextIter line;

  if (self->review == NULL)
    return;

  galley_line_forms_set_palette (self->forms,
                                 galley_palette_get (self->scheme),
                                 gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                 _galley_article_text_mark_size (self));
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &line, seen.y, NULL);
  do
    {
      int top;
      int height;

      gtk_text_view_get_line_yrange (view, &line, &top, &height);
      if (top > seen.y + seen.height)
        break;
      draw_paragraph (self, snapshot, &line, top);
    }
  while (gtk_text_iter_forward_line (&line));
}
