/* galley-text-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-text-marks-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Strangers' files may hold any number of marks over one place. So many are followed at once, and
 * so many rows drawn below a line; the lists that come after the article name all of them. */
#define MAX_ACTIVE 48
#define MAX_ROWS   6

/* One stretch of an annotation, or of the cue of a quote (without a label). */
typedef struct
{
  guint start; /* code points */
  guint end;
  const char *label; /* borrowed */
  GalleyStyle style;
} Mark;

/* A row of signs below a line of text. */
typedef struct
{
  gunichar *signs;
  GalleyStyle *styles;
} Row;

typedef struct
{
  GalleyTerminal *terminal;
  GArray *marks;    /* of Mark, sorted */
  guint next;       /* the first mark that has not begun */
  GArray *active;   /* of Mark, those that reach into the line */
  guint n_left_out; /* marks too many to be drawn */
  GArray *columns;  /* of guint: where each code point of the line stands */
  GArray *styles;   /* of GalleyStyle, of each code point of the line */
  Row rows[MAX_ROWS];
} Drawing;

static gunichar
style_sign (GalleyStyle style)
{
  switch (style)
    {
    case GALLEY_STYLE_SOURCE:
      return 0x2550; /* ═ */
    case GALLEY_STYLE_CUE:
      return 0x2504; /* ┄ */
    case GALLEY_STYLE_QUOTE:
      return 0x2500; /* ─ */
    case GALLEY_STYLE_OPINION:
      return '~';
    case GALLEY_STYLE_NOTE:
      return '.';
    case GALLEY_STYLE_PLAIN:
    case GALLEY_STYLE_HEADING:
    case GALLEY_STYLE_QUIET:
    default:
      return ' ';
    }
}

static void
add_marks (GArray *marks, GArray *spans, GalleyStyle style, const char *label)
{
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      Mark mark = { span->start, span->end, label, style };

      if (mark.end > mark.start)
        g_array_append_val (marks, mark);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return (int) first->style - (int) second->style;
}

static GArray *
collect_marks (GalleyReview *review, const GalleyLabels *labels)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);
      const GalleyDetails *details = galley_annotation_get_details (annotation);
      const char *label = _galley_labels_get (labels, annotation);

      if (label == NULL)
        continue;
      add_marks (marks,
                 details->spans,
                 _galley_kind_style (galley_annotation_get_kind (annotation)),
                 label);
      add_marks (marks, details->cue, GALLEY_STYLE_CUE, NULL);
    }
  g_array_sort (marks, compare_marks);

  return marks;
}

/* Keeps the marks that reach into the line from code point @start to @end. */
static void
update_active (Drawing *self, guint start, guint end)
{
  guint kept = 0;

  for (guint i = 0; i < self->active->len; i++)
    {
      Mark mark = g_array_index (self->active, Mark, i);

      if (mark.end > start)
        g_array_index (self->active, Mark, kept++) = mark;
    }
  g_array_set_size (self->active, kept);

  for (; self->next < self->marks->len; self->next++)
    {
      Mark mark = g_array_index (self->marks, Mark, self->next);

      if (mark.start >= end)
        break;
      if (mark.end <= start)
        continue;
      if (self->active->len < MAX_ACTIVE)
        g_array_append_val (self->active, mark);
      else
        self->n_left_out++;
    }
}

static void
measure_line (Drawing *self, const GalleyLine *line)
{
  guint column = 0;

  g_array_set_size (self->columns, 0);
  for (const char *p = line->start; p < line->end; p = g_utf8_next_char (p))
    {
      g_array_append_val (self->columns, column);
      column += _galley_char_width (_galley_char_safe (g_utf8_get_char (p)));
    }
  g_array_append_val (self->columns, column);
}

/* The shortest mark gives a character its colour. */
static void
style_line (Drawing *self, guint start, guint n_chars)
{
  g_array_set_size (self->styles, 0);
  for (guint i = 0; i < n_chars; i++)
    {
      GalleyStyle style = GALLEY_STYLE_PLAIN;
      guint shortest = G_MAXUINT;

      for (guint j = 0; j < self->active->len; j++)
        {
          const Mark *mark = &g_array_index (self->active, Mark, j);

          if (mark->start <= start + i && start + i < mark->end
              && mark->end - mark->start < shortest)
            {
              shortest = mark->end - mark->start;
              style = mark->style;
            }
        }
      g_array_append_val (self->styles, style);
    }
}

static void
write_line (Drawing *self, const GalleyLine *line)
{
  GalleyStyle current = GALLEY_STYLE_PLAIN;
  guint i = 0;

  for (const char *p = line->start; p < line->end; p = g_utf8_next_char (p), i++)
    {
      GalleyStyle style = g_array_index (self->styles, GalleyStyle, i);

      if (style != current)
        _galley_terminal_style (self->terminal, style);
      current = style;
      g_string_append_unichar (self->terminal->out, _galley_char_safe (g_utf8_get_char (p)));
    }
  if (current != GALLEY_STYLE_PLAIN)
    _galley_terminal_style (self->terminal, GALLEY_STYLE_PLAIN);
  g_string_append_c (self->terminal->out, '\n');
}

static gboolean
row_is_free (const Row *row, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      if (row->signs[i] != ' ')
        return FALSE;
    }

  return TRUE;
}

static void
draw_in_row (Row *row, const Mark *mark, const char *label, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      row->signs[i] = *label != '\0' ? (gunichar) *label++ : style_sign (mark->style);
      row->styles[i] = mark->style;
    }
}

/* The label stands where the mark begins; a mark that goes on from the line before has none. */
static void
draw_mark (Drawing *self, Mark *mark, guint start, guint n_chars)
{
  const char *label = mark->label != NULL ? mark->label : "";
  guint length = (guint) strlen (label), width = self->terminal->width;
  guint first = mark->start > start ? mark->start - start : 0;
  guint from = g_array_index (self->columns, guint, first);
  guint to = g_array_index (self->columns, guint, MIN (mark->end - start, n_chars));

  to = MIN (MAX (to, from + MAX (length, 1)), width);
  if (to < from + length)
    from = to > length ? to - length : 0;

  for (guint i = 0; i < MAX_ROWS; i++)
    {
      if (row_is_free (&self->rows[i], from, to))
        {
          draw_in_row (&self->rows[i], mark, label, from, to);
          mark->label = NULL;
          return;
        }
    }
  self->n_left_out++;
}

static void
write_row (Drawing *self, Row *row)
{
  GalleyStyle current = GALLEY_STYLE_PLAIN;
  guint end = self->terminal->width;

  while (end > 0 && row->signs[end - 1] == ' ')
    end--;
  for (guint i = 0; i < end; i++)
    {
      if (row->styles[i] != current)
        _galley_terminal_style (self->terminal, row->styles[i]);
      current = row->styles[i];
      g_string_append_unichar (self->terminal->out, row->signs[i]);
    }
  if (current != GALLEY_STYLE_PLAIN)
    _galley_terminal_style (self->terminal, GALLEY_STYLE_PLAIN);
  if (end > 0)
    g_string_append_c (self->terminal->out, '\n');
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Mark *first = *(const Mark *const *) a, *second = *(const Mark *const *) b;
  guint length = first->end - first->start, other = second->end - second->start;

  if (length != other)
    return length > other ? -1 : 1;

  return first < second ? -1 : 1;
}

/* Longest first, so that what stands inside it comes in the row below. */
static void
write_marks (Drawing *self, guint start, guint n_chars)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->active->len; i++)
    g_ptr_array_add (order, &g_array_index (self->active, Mark, i));
  g_ptr_array_sort (order, compare_lengths);

  for (guint i = 0; i < MAX_ROWS; i++)
    {
      for (guint j = 0; j < self->terminal->width; j++)
        {
          self->rows[i].signs[j] = ' ';
          self->rows[i].styles[j] = GALLEY_STYLE_PLAIN;
        }
    }
  for (guint i = 0; i < order->len; i++)
    draw_mark (self, order->pdata[i], start, n_chars);
  for (guint i = 0; i < MAX_ROWS; i++)
    write_row (self, &self->rows[i]);
}

/* Returns the code point after the paragraph. */
static guint
write_paragraph (Drawing *self, const char *text, const char *end, guint start)
{
  do
    {
      GalleyLine line = _galley_line_break (text, end, self->terminal->width);

      update_active (self, start, start + line.n_chars);
      measure_line (self, &line);
      style_line (self, start, line.n_chars);
      write_line (self, &line);
      if (self->active->len > 0 && line.n_chars > 0)
        write_marks (self, start, line.n_chars);

      start += line.n_chars + line.n_skipped;
      text = line.next;
    }
  while (text < end);

  return start;
}

static void
drawing_init (Drawing *self, GalleyTerminal *terminal, GArray *marks)
{
  memset (self, 0, sizeof *self);
  self->terminal = terminal;
  self->marks = marks;
  self->active = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->styles = g_array_new (FALSE, FALSE, sizeof (GalleyStyle));
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      self->rows[i].signs = g_new (gunichar, terminal->width);
      self->rows[i].styles = g_new (GalleyStyle, terminal->width);
    }
}

static void
drawing_clear (Drawing *self)
{
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      g_free (self->rows[i].signs);
      g_free (self->rows[i].styles);
    }
  g_array_unref (self->styles);
  g_array_unref (self->columns);
  g_array_unref (self->active);
}

/**
 * _galley_text_write_article:
 * @labels: of @review
 *
 * Writes the article's text with a row of signs below each line that has marks: the kind's own
 * sign, and its label where it begins.
 *
 * Returns: how many marks were left out because too many overlap
 */
guint
_galley_text_write_article (GalleyTerminal *terminal,
                            GalleyReview *review,
                            const GalleyLabels *labels)
{
  GalleyArticle *article = galley_review_get_article (review);
  const char *text = galley_article_get_text (article);
  const char *end = text + galley_article_get_length (article);
  g_autoptr (GArray) marks = collect_marks (review, labels);
  Drawing drawing;
  guint start = 0;

  drawing_init (&drawing, terminal, marks);
  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));

      if (stop == NULL)
        stop = end;
      start = write_paragraph (&drawing, text, stop, start) + 1;
      text = stop + 1;
    }
  drawing_clear (&drawing);

  return drawing.n_left_out;
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += _galley_char_width (g_utf8_get_char (text));

  return width;
}

/* Returns the column after it. */
static guint
append_sample (GalleyTerminal *terminal,
               guint column,
               GalleyStyle style,
               const char *label,
               const char *meaning)
{
  guint width = 2 + measure (label) + 3 + 1 + measure (meaning);

  if (column + width > terminal->width)
    {
      g_string_append_c (terminal->out, '\n');
      column = 0;
    }

  g_string_append (terminal->out, "  ");
  _galley_terminal_style (terminal, style);
  g_string_append (terminal->out, label);
  for (guint i = 0; i < 3; i++)
    g_string_append_unichar (terminal->out, style_sign (style));
  _galley_terminal_style (terminal, GALLEY_STYLE_PLAIN);
  g_string_append_c (terminal->out, ' ');
  g_string_append (terminal->out, meaning);

  return column + width;
}

/**
 * _galley_text_write_legend:
 *
 * Writes what the signs mean, in one line where it fits.
 */
void
_galley_text_write_legend (GalleyTerminal *terminal)
{
  const char *title = _ ("Marks:");
  guint column = measure (title);

  g_string_append (terminal->out, title);
  column = append_sample (terminal, column, GALLEY_STYLE_SOURCE, "S1", _ ("source"));
  column = append_sample (terminal, column, GALLEY_STYLE_CUE, "", _ ("reporting words"));
  column = append_sample (terminal, column, GALLEY_STYLE_QUOTE, "Q1", _ ("quote"));
  append_sample (terminal, column, GALLEY_STYLE_OPINION, "O1", _ ("opinion"));
  g_string_append_c (terminal->out, '\n');
}
