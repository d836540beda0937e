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

/* A paragraph while its spots are turned into pieces. */
typedef struct
{
  GalleyArticleText *text;
  GalleyParagraph *paragraph;
  int top;
  int height;
  float foot_gap; /* from the foot of a line of text up to its baseline */
  gboolean mixed; /* has right-to-left text: characters do not follow each other on the line */
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
may_run_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0x200E && c <= 0x200F)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
         || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF)
         || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static gboolean
has_right_to_left (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *slice = gtk_text_iter_get_slice (start, end);

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (may_run_right_to_left (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
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

static void
add_piece (Layout *self, const GalleySpot *spot, const GdkRectangle *first, int right)
{
  GalleyPiece piece = {
    .x = (float) first->x,
    .y = (float) (first->y - self->top),
    .width = (float) (right - first->x),
    .height = (float) first->height,
    .foot = (float) first->height - self->foot_gap,
    .spot = spot,
  };

  if (piece.width > 0)
    g_array_append_val (self->paragraph->pieces, piece);
}

/* Moves @last back over the white space at which a line was wrapped. */
static void
skip_space (const GtkTextIter *first, GtkTextIter *last)
{
  while (gtk_text_iter_compare (last, first) > 0
         && g_unichar_isspace (gtk_text_iter_get_char (last)))
    gtk_text_iter_backward_char (last);
}

/* One piece a display line, from its first to its last character. */
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
      GdkRectangle first_place;
      GdkRectangle last_place;

      if (!gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self->text), &next)
          || gtk_text_iter_compare (&next, end) > 0 || gtk_text_iter_compare (&next, &iter) <= 0)
        next = *end;
      last = next;
      gtk_text_iter_backward_char (&last);
      skip_space (&iter, &last);
      first_place = get_location (self, &iter);
      last_place = get_location (self, &last);
      add_piece (self, spot, &first_place, last_place.x + last_place.width);
      iter = next;
    }
}

/* Character by character, joined where they touch. */
static void
add_mixed (Layout *self, const GalleySpot *spot, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter iter = *start;
  GdkRectangle run = get_location (self, &iter);

  while (gtk_text_iter_forward_char (&iter) && gtk_text_iter_compare (&iter, end) < 0)
    {
      GdkRectangle place = get_location (self, &iter);

      if (place.y == run.y && place.x <= run.x + run.width && place.x + place.width >= run.x)
        gdk_rectangle_union (&run, &place, &run);
      else
        {
          add_piece (self, spot, &run, run.x + run.width);
          run = place;
        }
    }
  add_piece (self, spot, &run, run.x + run.width);
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
  else if (self->mixed)
    add_mixed (self, spot, &start, &end);
  else
    add_straight (self, spot, &start, &end);
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

  layout.mixed = has_right_to_left (start, end);
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
