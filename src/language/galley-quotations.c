/* galley-quotations.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-quotations-private.h"

/* An unclosed quotation is carried into the next paragraph at most this deep. */
#define MAX_CARRY 4
#define DROPPED   G_MAXUINT32 /* a close_token: not a quotation after all */

/* A quotation whose closing mark is still looked for. */
typedef struct
{
  guint quotation;
  GalleyGlyph glyph;
} Open;

typedef struct
{
  GalleyText *self;
  GArray *marks;          /* GalleyQuoteMark: of this paragraph */
  GArray *stack;          /* Open */
  GArray *first_children; /* gint32, a quotation each: the first one of its own sort within it */
  guint n_open[GALLEY_N_SORTS];
  guint carry[MAX_CARRY]; /* quotations that the paragraph before left open, outermost first */
  guint n_carry;
  guint n_continued;
  guint first_token; /* of the paragraph */
} Pairing;

static inline GalleyQuotation *
get_quotation (Pairing *pairing, guint position)
{
  return &g_array_index (pairing->self->quotations, GalleyQuotation, position);
}

static inline Open *
get_top (Pairing *pairing)
{
  guint depth = pairing->stack->len;

  return depth > 0 ? &g_array_index (pairing->stack, Open, depth - 1) : NULL;
}

static void
pop (Pairing *pairing)
{
  pairing->n_open[_galley_glyph_sort (get_top (pairing)->glyph)]--;
  g_array_set_size (pairing->stack, pairing->stack->len - 1);
}

static void
open_quotation (Pairing *pairing, const GalleyQuoteMark *mark)
{
  GalleySort sort = _galley_glyph_sort (mark->glyph);
  Open *top = get_top (pairing);
  Open open = { pairing->self->quotations->len, mark->glyph };
  GalleyQuotation quotation = { .open_token = mark->token, .parent = -1, .continues = -1 };
  gint32 no_child = -1;

  quotation.single = sort == GALLEY_SORT_SINGLE;
  if (top != NULL)
    {
      gint32 *first_child = &g_array_index (pairing->first_children, gint32, top->quotation);

      quotation.parent = (gint32) top->quotation;
      if (*first_child < 0 && sort == _galley_glyph_sort (top->glyph))
        *first_child = (gint32) open.quotation;
    }
  if (pairing->n_continued < pairing->n_carry
      && mark->token == pairing->first_token + pairing->n_continued
      && get_quotation (pairing, pairing->carry[pairing->n_continued])->single == quotation.single)
    quotation.continues = (gint32) pairing->carry[pairing->n_continued++];

  g_array_append_val (pairing->self->quotations, quotation);
  g_array_append_val (pairing->first_children, no_child);
  g_array_append_val (pairing->stack, open);
  pairing->n_open[sort]++;
}

/* Closes the innermost quotation of @sort, which must be open; marks left open within it were none.
 */
static void
close_quotation (Pairing *pairing, GalleySort sort, guint token)
{
  GalleyQuotation *quotation;

  while (_galley_glyph_sort (get_top (pairing)->glyph) != sort)
    {
      get_quotation (pairing, get_top (pairing)->quotation)->close_token = DROPPED;
      pop (pairing);
    }

  quotation = get_quotation (pairing, get_top (pairing)->quotation);
  quotation->close_token = token;
  quotation->closed = TRUE;
  pop (pairing);
}

static gboolean
is_low_open (Pairing *pairing)
{
  Open *top = get_top (pairing);

  return top != NULL && top->glyph == GALLEY_GLYPH_LOW_DOUBLE;
}

/* @n_left: how many straight double marks the paragraph still has after this one. */
static void
pair_double (Pairing *pairing, const GalleyQuoteMark *mark, guint n_left)
{
  gboolean open = pairing->n_open[GALLEY_SORT_DOUBLE] > 0;
  gboolean closes;

  if (mark->glyph == GALLEY_GLYPH_LOW_DOUBLE)
    closes = FALSE;
  else if (mark->glyph == GALLEY_GLYPH_LEFT_DOUBLE)
    closes = is_low_open (pairing) || (mark->can_close && !mark->can_open);
  else if (mark->glyph == GALLEY_GLYPH_RIGHT_DOUBLE)
    closes = open || mark->can_close || !mark->can_open;
  else if (mark->after_number && (!open || (n_left % 2 == 1 && !mark->next_opens)))
    return; /* inches */
  else
    closes = open ? !mark->can_open || mark->can_close : mark->can_close && !mark->can_open;

  if (!closes)
    open_quotation (pairing, mark);
  else if (open)
    close_quotation (pairing, GALLEY_SORT_DOUBLE, mark->token);
}

/* @n_closers: how many marks after this one could close a single quotation. */
static void
pair_single (Pairing *pairing, const GalleyQuoteMark *mark, guint n_closers)
{
  Open *top = get_top (pairing);
  gboolean open = top != NULL && _galley_glyph_sort (top->glyph) == GALLEY_SORT_SINGLE;
  gboolean starts = mark->token == pairing->first_token + pairing->n_continued;

  if (open && mark->can_close && !mark->possessive
      && (mark->glyph != GALLEY_GLYPH_LEFT_SINGLE || top->glyph == GALLEY_GLYPH_LOW_SINGLE))
    close_quotation (pairing, GALLEY_SORT_SINGLE, mark->token);
  else if (mark->can_open && mark->glyph != GALLEY_GLYPH_RIGHT_SINGLE && (n_closers > 0 || starts))
    open_quotation (pairing, mark);
}

static void
pair_guillemet (Pairing *pairing, const GalleyQuoteMark *mark)
{
  if (pairing->n_open[GALLEY_SORT_GUILLEMET] == 0)
    {
      if (mark->glyph == GALLEY_GLYPH_LEFT_GUILLEMET || mark->can_open)
        open_quotation (pairing, mark);
      return;
    }

  for (guint i = pairing->stack->len; i-- > 0;)
    {
      Open *open = &g_array_index (pairing->stack, Open, i);

      if (_galley_glyph_sort (open->glyph) != GALLEY_SORT_GUILLEMET)
        continue;
      if (open->glyph == mark->glyph)
        open_quotation (pairing, mark);
      else
        close_quotation (pairing, GALLEY_SORT_GUILLEMET, mark->token);
      return;
    }
}

/* Their form alone says which they are. */
static void
pair_corner (Pairing *pairing, const GalleyQuoteMark *mark)
{
  if (mark->glyph == GALLEY_GLYPH_LEFT_CORNER)
    open_quotation (pairing, mark);
  else if (pairing->n_open[GALLEY_SORT_CORNER] > 0)
    close_quotation (pairing, GALLEY_SORT_CORNER, mark->token);
}

/* What is open at the paragraph's end reaches to it, or to the next mark of its own sort; single
 * marks without a partner are apostrophes, unless the next paragraph goes on with them. */
static void
end_paragraph (Pairing *pairing, guint last_token)
{
  for (guint i = pairing->n_continued; i < pairing->n_carry; i++)
    {
      GalleyQuotation *quotation = get_quotation (pairing, pairing->carry[i]);

      if (quotation->single)
        quotation->close_token = DROPPED;
    }

  pairing->n_carry = pairing->n_continued = 0;
  for (guint i = 0; i < pairing->stack->len; i++)
    {
      guint position = g_array_index (pairing->stack, Open, i).quotation;
      gint32 child = g_array_index (pairing->first_children, gint32, position);
      GalleyQuotation *quotation = get_quotation (pairing, position);

      if (child >= 0)
        quotation->close_token = get_quotation (pairing, (guint) child)->open_token - 1;
      else if (pairing->n_carry < MAX_CARRY)
        {
          quotation->close_token = last_token;
          pairing->carry[pairing->n_carry++] = position;
        }
      else
        quotation->close_token = DROPPED;
      if (child >= 0 && quotation->single)
        quotation->close_token = DROPPED;
    }

  g_array_set_size (pairing->stack, 0);
  for (guint i = 0; i < GALLEY_N_SORTS; i++)
    pairing->n_open[i] = 0;
}

static void
count_marks (GArray *marks, guint *n_straight, guint *n_closers)
{
  *n_straight = *n_closers = 0;
  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyQuoteMark *mark = &g_array_index (marks, GalleyQuoteMark, i);

      *n_straight += mark->glyph == GALLEY_GLYPH_STRAIGHT_DOUBLE;
      *n_closers += _galley_glyph_sort (mark->glyph) == GALLEY_SORT_SINGLE && mark->can_close;
    }
}

static void
pair_paragraph (Pairing *pairing, const GalleyTokenRun *paragraph)
{
  guint n_straight, n_closers;

  _galley_quote_marks_find (pairing->self, paragraph, pairing->marks);
  count_marks (pairing->marks, &n_straight, &n_closers);
  pairing->first_token = paragraph->first_token;

  for (guint i = 0; i < pairing->marks->len; i++)
    {
      const GalleyQuoteMark *mark = &g_array_index (pairing->marks, GalleyQuoteMark, i);

      n_straight -= mark->glyph == GALLEY_GLYPH_STRAIGHT_DOUBLE;
      switch (_galley_glyph_sort (mark->glyph))
        {
        case GALLEY_SORT_DOUBLE:
          pair_double (pairing, mark, n_straight);
          break;
        case GALLEY_SORT_SINGLE:
          n_closers -= mark->can_close;
          pair_single (pairing, mark, n_closers);
          break;
        case GALLEY_SORT_GUILLEMET:
          pair_guillemet (pairing, mark);
          break;
        case GALLEY_SORT_CORNER:
          pair_corner (pairing, mark);
          break;
        case GALLEY_SORT_NONE:
        case GALLEY_N_SORTS:
        default:
          break;
        }
    }

  end_paragraph (pairing, paragraph->end_token - 1);
}

/* Takes out what was dropped and points parents at what really stands around. */
static void
settle (GArray *quotations)
{
  g_autofree gint32 *places = g_new (gint32, quotations->len + 1);
  guint n_kept = 0;

  for (guint i = 0; i < quotations->len; i++)
    {
      GalleyQuotation quotation = g_array_index (quotations, GalleyQuotation, i);
      gint32 parent = quotation.parent < 0 ? -1 : places[quotation.parent];

      while (parent >= 0
             && g_array_index (quotations, GalleyQuotation, parent).close_token
                    < quotation.open_token)
        parent = g_array_index (quotations, GalleyQuotation, parent).parent;
      if (quotation.close_token == DROPPED)
        {
          places[i] = parent; /* its children are its parent's */
          continue;
        }

      quotation.parent = parent;
      if (quotation.continues >= 0)
        quotation.continues = places[quotation.continues];
      places[i] = (gint32) n_kept;
      g_array_index (quotations, GalleyQuotation, n_kept++) = quotation;
    }

  g_array_set_size (quotations, n_kept);
}

static void
mark_tokens (GalleyText *self)
{
  gint32 current = -1;
  guint next = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      GalleyToken *token = galley_text_token (self, i);
      const GalleyQuotation *quotation;

      while (current >= 0
             && g_array_index (self->quotations, GalleyQuotation, current).close_token < i)
        current = g_array_index (self->quotations, GalleyQuotation, current).parent;
      if (next < self->quotations->len
          && g_array_index (self->quotations, GalleyQuotation, next).open_token == i)
        {
          current = (gint32) next++;
          token->flags |= GALLEY_TOKEN_OPENS_QUOTE;
        }

      token->quotation = current;
      if (current < 0)
        continue;
      quotation = &g_array_index (self->quotations, GalleyQuotation, current);
      if (quotation->closed && quotation->close_token == i)
        token->flags |= GALLEY_TOKEN_CLOSES_QUOTE;
      if (!(token->flags & (GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE))
          || quotation->parent >= 0)
        token->flags |= GALLEY_TOKEN_QUOTED;
    }
}

/**
 * _galley_text_find_quotations:
 *
 * Pairs the quotation marks of @self, paragraph by paragraph: each is looked at once, so that no
 * text, however full of marks, takes longer than its length.
 */
void
_galley_text_find_quotations (GalleyText *self)
{
  Pairing pairing = { .self = self };

  pairing.marks = g_array_new (FALSE, FALSE, sizeof (GalleyQuoteMark));
  pairing.stack = g_array_new (FALSE, FALSE, sizeof (Open));
  pairing.first_children = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < self->paragraphs->len; i++)
    pair_paragraph (&pairing, &g_array_index (self->paragraphs, GalleyTokenRun, i));
  for (guint i = 0; i < pairing.n_carry; i++)
    {
      GalleyQuotation *quotation = get_quotation (&pairing, pairing.carry[i]);

      if (quotation->single)
        quotation->close_token = DROPPED;
    }
  settle (self->quotations);
  mark_tokens (self);

  g_array_unref (pairing.marks);
  g_array_unref (pairing.stack);
  g_array_unref (pairing.first_children);
}
