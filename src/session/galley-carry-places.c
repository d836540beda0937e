/* galley-carry-places.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-carry-places.h"

#define NOWHERE G_MAXUINT

/* An edge of a span: where a start and an end go may differ, where letters between are others. */
typedef struct
{
  guint offset;
  guint start; /* in the other text */
  guint end;
} Edge;

struct _GalleyCarryPlaces
{
  GArray *edges; /* Edge, by offset once they are found */
};

GalleyCarryPlaces *
galley_carry_places_new (void)
{
  GalleyCarryPlaces *self = g_new0 (GalleyCarryPlaces, 1);

  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  return self;
}

void
galley_carry_places_free (GalleyCarryPlaces *self)
{
  g_array_unref (self->edges);
  g_free (self);
}

static void
add_edge (GalleyCarryPlaces *self, guint offset)
{
  Edge edge = { offset, NOWHERE, NOWHERE };

  g_array_append_val (self->edges, edge);
}

void
galley_carry_places_add_one (GalleyCarryPlaces *self, GalleySpan span)
{
  add_edge (self, span.start);
  add_edge (self, span.end);
}

/**
 * galley_carry_places_add:
 * @spans: (element-type GalleySpan) (nullable): code points of the one text
 */
void
galley_carry_places_add (GalleyCarryPlaces *self, GArray *spans)
{
  for (guint i = 0; i < galley_spans_length (spans); i++)
    galley_carry_places_add_one (self, *galley_spans_get (spans, i));
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint one = ((const Edge *) a)->offset, other = ((const Edge *) b)->offset;

  return one < other ? -1 : one > other;
}

/* Steps over what is not ASCII. Returns: how many code points that are. */
static guint
skip_letters (const char **p, const char *end)
{
  guint n = 0;

  for (; *p < end && (guchar) * *p >= 0x80; *p = g_utf8_next_char (*p))
    n++;

  return n;
}

/* An edge within letters that are not ASCII: as far from their beginning where something starts, as
 * far from their end where it ends, as it was. */
static void
place_edge (Edge *edge, guint from, guint n_from, guint to, guint n_to)
{
  edge->start = to + MIN (edge->offset - from, n_to);
  edge->end = to + n_to - MIN (from + n_from - edge->offset, n_to);
}

/**
 * galley_carry_places_find:
 * @from: the one text, as valid UTF-8; need not end with a NUL
 * @from_length: its bytes
 * @to: the other
 * @to_length: its bytes
 *
 * Every encoding that is offered has the letters of ASCII in common, so these stand in both texts,
 * in the same order; from where they do not, nothing is found. One pass over both texts.
 */
void
galley_carry_places_find (
    GalleyCarryPlaces *self, const char *from, gsize from_length, const char *to, gsize to_length)
{
  const char *from_end = from + from_length;
  const char *to_end = to + to_length;
  guint offset = 0, place = 0, next = 0;

  g_array_sort (self->edges, compare_edges);
  while (next < self->edges->len)
    {
      guint n_from = skip_letters (&from, from_end);
      guint n_to = skip_letters (&to, to_end);

      for (; next < self->edges->len; next++)
        {
          Edge *edge = &g_array_index (self->edges, Edge, next);

          if (edge->offset > offset + n_from)
            break;
          place_edge (edge, offset, n_from, place, n_to);
        }
      if (from == from_end || to == to_end || *from != *to)
        break;
      offset += n_from + 1;
      place += n_to + 1;
      from++;
      to++;
    }
}

static const Edge *
find_edge (const GalleyCarryPlaces *self, guint offset)
{
  const Edge wanted = { offset, 0, 0 };
  guint position;

  return g_array_binary_search (self->edges, &wanted, compare_edges, &position)
             ? &g_array_index (self->edges, Edge, position)
             : NULL;
}

/**
 * galley_carry_places_get:
 * @span: one that was added
 * @place: (out): where it is in the other text
 *
 * Returns: %FALSE where it is not found there
 */
gboolean
galley_carry_places_get (const GalleyCarryPlaces *self, GalleySpan span, GalleySpan *place)
{
  const Edge *start = find_edge (self, span.start);
  const Edge *end = find_edge (self, span.end);

  if (start == NULL || end == NULL || start->start == NOWHERE || end->end == NOWHERE)
    return FALSE;

  place->start = start->start;
  place->end = end->end;

  return place->start < place->end;
}
