/* galley-article-layout.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-text-private.h"

/* More marks than this in one paragraph cannot be told apart anyway; the selected one is always
 * shown. */
#define MAX_PIECES 600

/* Paragraphs remembered; far more than are ever seen at once. */
#define MAX_PARAGRAPHS 2000

/* How the characters of a paragraph follow each other on a line. */
typedef enum
{
  ORDER_STRAIGHT,
  ORDER_MIXED,      /* some run from right to left */
  ORDER_CONTROLLED, /* control characters say which: each is looked at by itself */
} Order;

/* What a character runs with. */
typedef enum
{
  RUN_NONE,
  RUN_LEFT_TO_RIGHT,
  RUN_RIGHT_TO_LEFT,
  RUN_NUMBER,
} Run;

/* A paragraph while its spots are turned into pieces. */
typedef struct
{
  GalleyArticleText *text;
  GalleyParagraph *paragraph;
  int top;
  int height;
  float foot_gap; /* from the foot of a line of text up to its baseline */
  Order order;
} Layout;

void
_galley_paragraph_free (GalleyParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->letters->len; i++)
    g_ptr_array_unref (g_array_index (paragraph->letters, GalleyLetter, i).annotations);
  g_array_unref (paragraph->letters);
  g_array_unref (paragraph->pieces);
  g_array_unref (paragraph->spots);
  g_free (paragraph);
}

/* By block: what else the blocks hold costs no more than being looked at one by one. */
static gboolean
runs_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF)
         || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF)
         || (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Changes what is around it. */
static gboolean
controls_direction (gunichar c)
{
  return (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

/* Numbers are runs of their own: within right-to-left text they run from left to right. */
static Run
get_run (gunichar c)
{
  if (g_unichar_isdigit (c))
    return RUN_NUMBER;
  if (g_unichar_ismark (c) || !g_unichar_isalpha (c))
    return RUN_NONE;

  return runs_right_to_left (c) ? RUN_RIGHT_TO_LEFT : RUN_LEFT_TO_RIGHT;
}

static Order
find_order (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *slice = gtk_text_iter_get_slice (start, end);
  Order order = ORDER_STRAIGHT;

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (controls_direction (g_utf8_get_char (p)))
        return ORDER_CONTROLLED;
      if (runs_right_to_left (g_utf8_get_char (p)))
        order = ORDER_MIXED;
    }

  return order;
}

static GdkRectangle
get_location (Layout *self, const GtkTextIter *iter)
{
  GdkRectangle location;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), iter, &location);
  if (location.width < 0)
    {
      location.x += location.width;
      location.width = -location.width;
    }

  return location;
}

/* What stands beside the piece before it, of the same mark, is joined to it. */
static void
add_piece (Layout *self, const GalleySpot *spot, const GdkRectangle *place)
{
  GArray *pieces = self->paragraph->pieces;
  GalleyPiece *before =
      pieces->len > 0 ? &g_array_index (pieces, GalleyPiece, pieces->len - 1) : NULL;
  GalleyPiece piece = {
    .x = (float) place->x,
    .y = (float) (place->y - self->top),
    .width = (float) place->width,
    .height = (float) place->height,
    .foot = (float) place->height - self->foot_gap,
    .spot = spot,
  };

  if (piece.width <= 0)
    return;
  if (before != NULL && before->spot == spot && before->y == piece.y
      && piece.x <= before->x + before->width && piece.x + piece.width >= before->x)
    {
      float right = MAX (before->x + before->width, piece.x + piece.width);

      before->x = MIN (before->x, piece.x);
      before->width = right - before->x;
    }
  else
    g_array_append_val (pieces, piece);
}

/* Moves @last back over the white space at which a line was wrapped. */
static void
skip_space (const GtkTextIter *first, GtkTextIter *last)
{
  while (gtk_text_iter_compare (last, first) > 0
         && g_unichar_isspace (gtk_text_iter_get_char (last)))
    gtk_text_iter_backward_char (last);
}

/* One piece a display line, from its first to its last character: all of it runs in one direction.
 */
static void
add_straight (Layout *self,
              const GalleySpot *spot,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      GtkTextIter next = iter;
      GtkTextIter last;
      GdkRectangle place;
      GdkRectangle last_place;

      if (!gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self->text), &next)
          || gtk_text_iter_compare (&next, end) > 0 || gtk_text_iter_compare (&next, &iter) <= 0)
        next = *end;
      last = next;
      gtk_text_iter_backward_char (&last);
      skip_space (&iter, &last);
      place = get_location (self, &iter);
      last_place = get_location (self, &last);
      gdk_rectangle_union (&place, &last_place, &place);
      add_piece (self, spot, &place);
      iter = next;
    }
}

/* Moves @iter over what runs in the direction of @run from there on, and what has no direction
 * between; leaves it behind the last that has one, or behind one character. */
static void
skip_run (GtkTextIter *iter, const GtkTextIter *end, Run run)
{
  GtkTextIter next = *iter;

  do
    {
      gtk_text_iter_forward_char (&next);
      *iter = next;
      while (gtk_text_iter_compare (&next, end) < 0
             && get_run (gtk_text_iter_get_char (&next)) == RUN_NONE)
        gtk_text_iter_forward_char (&next);
    }
  while (run != RUN_NONE && gtk_text_iter_compare (&next, end) < 0
         && get_run (gtk_text_iter_get_char (&next)) == run);
}

/* Run by run: what has the same direction stands side by side on a line, and so does what has none
 * between it (Unicode's bidirectional algorithm, rule N1); what has none at the ends is looked at
 * one by one. */
static void
add_mixed (Layout *self, const GalleySpot *spot, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      GtkTextIter from = iter;

      skip_run (&iter, end, get_run (gtk_text_iter_get_char (&from)));
      add_straight (self, spot, &from, &iter);
    }
}

static void
add_one_by_one (Layout *self,
                const GalleySpot *spot,
                const GtkTextIter *start,
                const GtkTextIter *end)
{
  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0;
       gtk_text_iter_forward_char (&iter))
    {
      GdkRectangle place = get_location (self, &iter);

      add_piece (self, spot, &place);
    }
}

static void
add_in_order (Layout *self,
              const GalleySpot *spot,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  switch (self->order)
    {
    case ORDER_CONTROLLED:
      add_one_by_one (self, spot, start, end);
      break;
    case ORDER_MIXED:
      add_mixed (self, spot, start, end);
      break;
    case ORDER_STRAIGHT:
    default:
      add_straight (self, spot, start, end);
      break;
    }
}

static GalleyLetter *
find_letter (GArray *letters, float y, GalleyKind kind)
{
  for (guint i = letters->len; i > 0; i--)
    {
      GalleyLetter *letter = &g_array_index (letters, GalleyLetter, i - 1);

      if (letter->y == y && letter->kind == kind)
        return letter;
    }

  return NULL;
}

static void
add_letter (Layout *self, const GalleySpot *spot, const GdkRectangle *place)
{
  GArray *letters = self->paragraph->letters;
  float y = (float) (place->y - self->top);
  GalleyLetter *letter = find_letter (letters, y, spot->kind);

  if (letter == NULL)
    {
      GalleyLetter fresh = {
        .y = y,
        .height = (float) place->height,
        .kind = spot->kind,
        .look = spot->look,
        .annotations = g_ptr_array_new (),
      };

      g_array_append_val (letters, fresh);
      letter = &g_array_index (letters, GalleyLetter, letters->len - 1);
    }
  letter->look = MIN (letter->look, spot->look);
  letter->selected |= spot->role == GALLEY_ROLE_SELECTED;
  g_ptr_array_add (letter->annotations, spot->annotation);
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const GalleyLetter *x = a;
  const GalleyLetter *y = b;

  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;

  return (int) x->kind - (int) y->kind;
}

static void
arrange_letters (GArray *letters)
{
  g_array_sort (letters, compare_letters);
  for (guint i = 1; i < letters->len; i++)
    {
      GalleyLetter *before = &g_array_index (letters, GalleyLetter, i - 1);
      GalleyLetter *letter = &g_array_index (letters, GalleyLetter, i);

      letter->column = letter->y == before->y ? (guint8) (before->column + 1) : 0;
    }
}

/* A thread has no pieces of its own: it runs in the margin. */
static void
lay_rail (Layout *self, const GalleySpot *spot, const GtkTextIter *start, const GtkTextIter *end)
{
  GalleyRail *rail = &self->paragraph->rail;
  GtkTextIter last = *end;
  GdkRectangle first_place = get_location (self, start);
  GdkRectangle last_place;

  gtk_text_iter_backward_char (&last);
  last_place = get_location (self, &last);
  rail->drawn = first_place.y != last_place.y || !spot->begins || !spot->ends;
  rail->top = spot->begins ? (float) (first_place.y - self->top) : 0;
  rail->bottom =
      spot->ends ? (float) (last_place.y + last_place.height - self->top) : (float) self->height;
}

static void
add_spot_pieces (Layout *self, const GalleySpot *spot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;
  GtkTextIter end;

  galley_article_text_get_iter (self->text, spot->start, &start);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end, (int) galley_display_map_end_to_display (self->text->map, spot->end));
  if (spot->role == GALLEY_ROLE_THREAD)
    lay_rail (self, spot, &start, &end);
  else
    add_in_order (self, spot, &start, &end);
  if (spot->begins && (spot->role == GALLEY_ROLE_MARK || spot->role == GALLEY_ROLE_SELECTED))
    {
      GdkRectangle place = get_location (self, &start);

      add_letter (self, spot, &place);
    }
}

/* Whether any of it is in the voice that is listened to. */
static gboolean
is_heard (GalleyArticleText *self, const GalleySpot *spot)
{
  guint position;

  if (self->heard == NULL || spot->role != GALLEY_ROLE_MARK)
    return TRUE;

  position = galley_spans_find (self->heard, spot->start);

  return position < self->heard->len && galley_spans_get (self->heard, position)->start < spot->end;
}

static GalleyParagraph *
lay_out (GalleyArticleText *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GalleyParagraph *paragraph = g_new0 (GalleyParagraph, 1);
  Layout layout = { .text = self, .paragraph = paragraph };
  guint first = galley_article_text_get_offset (self, start);
  guint last = galley_article_text_get_offset (self, end);

  paragraph->spots = galley_spots_collect (self->review, self->selected, first, last);
  galley_spots_add_hits (paragraph->spots, self->hits, first, last);
  paragraph->pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  paragraph->letters = g_array_new (FALSE, FALSE, sizeof (GalleyLetter));
  if (paragraph->spots->len == 0)
    return paragraph;

  layout.order = find_order (start, end);
  layout.foot_gap = self->descent * (float) _galley_article_text_scale_of (self, start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), start, &layout.top, &layout.height);
  for (guint i = 0; i < paragraph->spots->len; i++)
    {
      const GalleySpot *spot = &g_array_index (paragraph->spots, GalleySpot, i);

      if ((paragraph->pieces->len < MAX_PIECES || spot->role != GALLEY_ROLE_MARK)
          && is_heard (self, spot))
        add_spot_pieces (&layout, spot);
    }
  arrange_letters (paragraph->letters);

  return paragraph;
}

/*
 * Where everything stands in the paragraph that begins at @line. Kept until the marks, the width or
 * the font change, so that scrolling costs nothing. Valid until another one is asked for.
 */
GalleyParagraph *
_galley_article_text_lay_out (GalleyArticleText *self, const GtkTextIter *line)
{
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (line));
  GalleyParagraph *paragraph = g_hash_table_lookup (self->paragraphs, key);

  if (paragraph == NULL)
    {
      GtkTextIter end = *line;

      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      if (g_hash_table_size (self->paragraphs) >= MAX_PARAGRAPHS)
        g_hash_table_remove_all (self->paragraphs);
      paragraph = lay_out (self, line, &end);
      g_hash_table_insert (self->paragraphs, key, paragraph);
    }

  return paragraph;
}

/* The middle of a margin letter. */
float
_galley_article_text_letter_x (GalleyArticleText *self, const GalleyLetter *letter)
{
  int margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  float size = (float) _galley_article_text_mark_size (self);
  float first = (float) margin - 14 - GALLEY_LETTER_SIZE * size / 2;

  return first - (float) letter->column * GALLEY_LETTER_GAP * size;
}
