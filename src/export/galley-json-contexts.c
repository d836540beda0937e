/* galley-json-contexts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-contexts.h"

#include <string.h>

#include "base/galley-cluster.h"

#define STEP       32 /* code points a side grows by */
#define MAX_STEPS  32 /* 1,024 code points a side; who repeats more than that stays ambiguous */
#define WINDOW     32 /* bytes that are hashed: never more than the shortest context */
#define MAX_PLACES 16 /* places of one window that are remembered */

/* Bytes that may be compared in all; only a text made to repeat itself comes near it. */
#define BUDGET ((gsize) 256 * 1024 * 1024)

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define NONE       G_MAXUINT

typedef struct
{
  GalleySpan span;
  gsize start; /* bytes, as all below */
  gsize end;
  gsize from; /* where the prefix begins */
  gsize to;   /* where the suffix ends */
  guint slot;
} Context;

typedef struct
{
  guint64 hash;
  guint n_places; /* 0 in a free slot */
  guint first;    /* in places, linked */
} Slot;

typedef struct
{
  gsize place;
  guint next;
} Place;

struct _GalleyJsonContexts
{
  GalleyArticle *article;
  const char *text;
  gsize length;
  GArray *contexts; /* Context, sorted once resolved */

  Slot *slots;
  guint n_slots; /* a power of two */
  GArray *places;
  gsize budget;
};

GalleyJsonContexts *
galley_json_contexts_new (GalleyArticle *article)
{
  GalleyJsonContexts *self = g_new0 (GalleyJsonContexts, 1);

  self->article = g_object_ref (article);
  self->text = galley_article_get_text (article);
  self->length = galley_article_get_length (article);
  self->contexts = g_array_new (FALSE, FALSE, sizeof (Context));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->budget = BUDGET;

  return self;
}

void
galley_json_contexts_free (GalleyJsonContexts *self)
{
  g_object_unref (self->article);
  g_array_unref (self->contexts);
  g_array_unref (self->places);
  g_free (self->slots);
  g_free (self);
}

/**
 * galley_json_contexts_add:
 * @spans: (element-type GalleySpan): stretches that will be asked for
 */
void
galley_json_contexts_add (GalleyJsonContexts *self, GArray *spans)
{
  const GalleyOffsets *offsets = galley_article_get_offsets (self->article);

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      Context context = { .span = *galley_spans_get (spans, i), .slot = NONE };

      context.start = galley_offsets_to_byte (offsets, context.span.start);
      context.end = galley_offsets_to_byte (offsets, context.span.end);
      context.from = galley_cluster_back (self->text, self->length, context.start, STEP);
      context.to = galley_cluster_forward (self->text, self->length, context.end, STEP);
      g_array_append_val (self->contexts, context);
    }
}

static int
compare_contexts (gconstpointer a, gconstpointer b)
{
  const GalleySpan *x = &((const Context *) a)->span, *y = &((const Context *) b)->span;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return (x->end > y->end) - (x->end < y->end);
}

static guint64
hash_window (const char *bytes)
{
  guint64 hash = 0;

  for (guint i = 0; i < WINDOW; i++)
    hash = hash * MULTIPLIER + (guchar) bytes[i];

  return hash;
}

/* The slot of @hash, or the free one where it belongs. */
static guint
find_slot (GalleyJsonContexts *self, guint64 hash)
{
  guint slot = (guint) ((hash ^ hash >> 29) * MULTIPLIER >> 32) & (self->n_slots - 1);

  while (self->slots[slot].first != NONE && self->slots[slot].hash != hash)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
remember (GalleyJsonContexts *self, Slot *slot, gsize byte)
{
  Place place = { byte, slot->first };

  slot->n_places++;
  if (slot->n_places > MAX_PLACES)
    return;

  slot->first = self->places->len;
  g_array_append_val (self->places, place);
}

static void
make_slots (GalleyJsonContexts *self)
{
  self->n_slots = 16;
  while (self->n_slots < self->contexts->len * 2)
    self->n_slots *= 2;
  self->slots = g_new (Slot, self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    self->slots[i] = (Slot){ 0, 0, NONE };

  for (guint i = 0; i < self->contexts->len; i++)
    {
      Context *context = &g_array_index (self->contexts, Context, i);
      guint64 hash;

      /* Shorter than that is only the whole of a short text. */
      if (context->to - context->from < WINDOW)
        continue;
      hash = hash_window (self->text + context->from);
      context->slot = find_slot (self, hash);
      self->slots[context->slot].hash = hash;
      /* Taken, with nothing remembered yet. */
      if (self->slots[context->slot].first == NONE)
        {
          Place end = { G_MAXSIZE, NONE };

          self->slots[context->slot].first = self->places->len;
          g_array_append_val (self->places, end);
        }
    }
}

/* One pass over the text with a rolling hash finds all places of all windows. */
static void
find_places (GalleyJsonContexts *self)
{
  guint64 oldest = 1;
  guint64 hash;

  if (self->length < WINDOW)
    return;

  for (guint i = 0; i < WINDOW; i++)
    oldest *= MULTIPLIER;
  hash = hash_window (self->text);
  for (gsize i = 0;; i++)
    {
      Slot *slot = &self->slots[find_slot (self, hash)];

      if (slot->first != NONE)
        remember (self, slot, i);
      if (i + WINDOW >= self->length)
        break;
      hash = hash * MULTIPLIER + (guchar) self->text[i + WINDOW] - oldest * (guchar) self->text[i];
    }
}

static gboolean
spend (GalleyJsonContexts *self, gsize bytes)
{
  if (self->budget < bytes)
    return FALSE;

  self->budget -= bytes;

  return TRUE;
}

/* Whether the context stands a second time, its window beginning at @place. */
static gboolean
stands_at (GalleyJsonContexts *self, const Context *context, gsize window, gsize place)
{
  gsize before = window - context->from;
  gsize length = context->to - context->from;

  if (place < before || place - before + length > self->length || !spend (self, length))
    return FALSE;

  return memcmp (self->text + context->from, self->text + place - before, length) == 0;
}

static gboolean
stands_elsewhere (GalleyJsonContexts *self, const Context *context)
{
  const char *words = self->text + context->from;
  gsize length = context->to - context->from;

  if (!spend (self, self->length))
    return FALSE;

  return memmem (self->text, self->length, words, length) != words
         || memmem (words + 1, self->length - context->from - 1, words, length) != NULL;
}

static gboolean
is_ambiguous (GalleyJsonContexts *self, const Context *context, gsize window)
{
  const Slot *slot = &self->slots[context->slot];

  if (slot->n_places > MAX_PLACES)
    return stands_elsewhere (self, context);

  for (guint i = slot->first; i != NONE; i = g_array_index (self->places, Place, i).next)
    {
      gsize place = g_array_index (self->places, Place, i).place;

      if (place != G_MAXSIZE && place != window && stands_at (self, context, window, place))
        return TRUE;
    }

  return FALSE;
}

static void
grow (GalleyJsonContexts *self, Context *context)
{
  gsize window = context->from;

  if (context->slot == NONE)
    return;

  for (guint i = 1; i < MAX_STEPS && is_ambiguous (self, context, window); i++)
    {
      context->from = galley_cluster_back (self->text, self->length, context->from, STEP);
      context->to = galley_cluster_forward (self->text, self->length, context->to, STEP);
    }
}

/**
 * galley_json_contexts_resolve:
 *
 * To be called once, after the last galley_json_contexts_add().
 */
void
galley_json_contexts_resolve (GalleyJsonContexts *self)
{
  make_slots (self);
  find_places (self);
  for (guint i = 0; i < self->contexts->len; i++)
    grow (self, &g_array_index (self->contexts, Context, i));
  g_array_sort (self->contexts, compare_contexts);
}

/**
 * galley_json_contexts_get:
 * @span: one that was added
 * @prefix: (out): the byte where the prefix begins
 * @start: (out): the byte where the words begin
 * @end: (out): the byte behind the words
 * @suffix: (out): the byte behind the suffix
 */
void
galley_json_contexts_get (GalleyJsonContexts *self,
                          const GalleySpan *span,
                          gsize *prefix,
                          gsize *start,
                          gsize *end,
                          gsize *suffix)
{
  const Context wanted = { .span = *span };
  const Context *context = bsearch (
      &wanted, self->contexts->data, self->contexts->len, sizeof (Context), compare_contexts);

  g_return_if_fail (context != NULL);

  *prefix = context->from;
  *start = context->start;
  *end = context->end;
  *suffix = context->to;
}
