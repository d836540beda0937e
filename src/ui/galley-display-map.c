/* galley-display-map.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-display-map.h"

#include <string.h>

/* Stands before marks that were parted from their letter. */
#define MARKER 0x25CC

/* A mark after the third on one letter costs the text view several times what a letter does. */
#define COST_OF_PILED_MARK 4
#define FREE_MARKS         3

/* How long a break waits for the end of what a reader sees as one character. */
#define MAX_WAIT 64

/* inserted: how many characters were put in up to here, those at @stored included. */
typedef struct
{
  guint stored;
  guint inserted;
} Insertion;

struct _GalleyDisplayMap
{
  const char *text;
  gsize length;
  guint n_stored;
  GString *displayed; /* NULL where nothing had to be put in */
  GArray *insertions;
  guint n_breaks;
};

/* One paragraph on its way through the slow path. */
typedef struct
{
  GalleyDisplayMap *map;
  guint cost;        /* of the chunk so far */
  guint run;         /* characters since white space */
  guint marks;       /* in the cluster so far */
  guint waited;      /* characters since a break fell due */
  gunichar before;   /* the character before this one */
  guint flags;       /* regional indicators before this one */
  const char *space; /* where the chunk could be broken at best, or NULL */
  guint space_stored;
  const char *copied; /* bytes before this are in the displayed text */
} Breaker;

static gboolean
is_paragraph_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029;
}

static gboolean
is_extender (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200C || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF)
         || (c >= 0x1160 && c <= 0x11FF) || (c >= 0xE0020 && c <= 0xE007F);
}

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* A character at which the text may be torn apart without splitting what is seen as one. */
static gboolean
begins_cluster (const Breaker *self, gunichar c)
{
  if (is_extender (c) || self->before == 0x200D)
    return FALSE;

  return !is_regional_indicator (c) || self->flags % 2 == 0;
}

static void
insert (Breaker *self, const char *at, guint stored, gunichar what)
{
  GalleyDisplayMap *map = self->map;
  Insertion *last;

  if (map->displayed == NULL)
    map->displayed = g_string_sized_new (map->length + 1024);
  if (self->copied == NULL)
    self->copied = map->text;
  g_string_append_len (map->displayed, self->copied, at - self->copied);
  g_string_append_unichar (map->displayed, what);
  self->copied = at;
  map->n_breaks++;

  last = map->insertions->len > 0
             ? &g_array_index (map->insertions, Insertion, map->insertions->len - 1)
             : NULL;
  if (last != NULL && last->stored == stored)
    last->inserted++;
  else
    {
      Insertion insertion = { stored, (last != NULL ? last->inserted : 0) + 1 };

      g_array_append_val (map->insertions, insertion);
    }
}

static void
begin_chunk (Breaker *self)
{
  self->cost = 0;
  self->run = 0;
  self->marks = 0;
  self->waited = 0;
  self->before = 0;
  self->flags = 0;
  self->space = NULL;
}

static void
count (Breaker *self, const char *next, guint next_stored, gunichar c)
{
  if (g_unichar_isspace (c))
    {
      self->run = 0;
      self->space = next;
      self->space_stored = next_stored;
    }
  else
    self->run++;
  self->marks = is_extender (c) ? self->marks + 1 : 0;
  self->cost += self->marks > FREE_MARKS ? COST_OF_PILED_MARK : 1;
  self->flags = is_regional_indicator (c) ? self->flags + 1 : 0;
  self->before = c;
}

/* Whether the text must be broken before @c, which is not a paragraph's end; the place is the best
 * white space where it is the paragraph that is too long. */
static gboolean
find_break (Breaker *self, gunichar c, const char **at, guint *stored)
{
  if (self->cost >= GALLEY_DISPLAY_MAX_PARAGRAPH && self->space != NULL)
    {
      *at = self->space;
      *stored = self->space_stored;
      return TRUE;
    }
  if (self->run < GALLEY_DISPLAY_MAX_RUN && self->cost < GALLEY_DISPLAY_MAX_PARAGRAPH)
    return FALSE;
  if (g_unichar_isspace (c))
    return FALSE;

  return begins_cluster (self, c) || ++self->waited > MAX_WAIT;
}

static guint
break_paragraph (Breaker *self, const char *start, const char *end, guint stored)
{
  const char *p = start;

  begin_chunk (self);
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *at = p;
      guint at_stored = stored;

      if (is_paragraph_end (c))
        {
          p = g_utf8_next_char (p);
          stored++;
          begin_chunk (self);
          continue;
        }
      if (find_break (self, c, &at, &at_stored))
        {
          insert (self, at, at_stored, '\n');
          p = at;
          stored = at_stored;
          begin_chunk (self);
          continue;
        }
      if (self->marks >= GALLEY_DISPLAY_MAX_MARKS && is_extender (c))
        {
          insert (self, p, stored, MARKER);
          self->marks = 0;
          self->space = NULL; /* there is no going back behind what was put in */
        }
      p = g_utf8_next_char (p);
      stored++;
      count (self, p, stored, c);
    }

  return stored;
}

/* Too short for a long run, and without any long row of bytes other than ASCII, which would have
 * one at every so many bytes: most paragraphs need no closer look. */
static gboolean
is_plainly_short (const char *start, gsize length)
{
  const gsize stride = 2 * GALLEY_DISPLAY_MAX_MARKS;

  if (length > GALLEY_DISPLAY_MAX_RUN)
    return FALSE;
  for (gsize i = stride - 1; i < length; i += stride)
    if ((guchar) start[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* Counts bytes, so it may say yes to what is harmless; never no to what is not. */
static gboolean
may_need_breaks (const char *start, gsize length)
{
  gsize run = 0;
  gsize foreign = 0;

  if (length > GALLEY_DISPLAY_MAX_PARAGRAPH)
    return TRUE;

  if (is_plainly_short (start, length))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) start[i];

      run = c == ' ' ? 0 : run + 1;
      foreign = c < 0x80 ? 0 : foreign + 1;
      if (run > GALLEY_DISPLAY_MAX_RUN || foreign > 2 * GALLEY_DISPLAY_MAX_MARKS)
        return TRUE;
    }

  return FALSE;
}

static void
break_text (GalleyDisplayMap *map)
{
  Breaker breaker = { .map = map };
  const char *end = map->text + map->length;
  guint stored = 0;

  for (const char *p = map->text; p < end;)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *next = newline != NULL ? newline + 1 : end;

      if (may_need_breaks (p, (gsize) (next - p)))
        stored = break_paragraph (&breaker, p, next, stored);
      else
        stored += (guint) g_utf8_strlen (p, next - p);
      p = next;
    }
  if (map->displayed != NULL)
    g_string_append_len (map->displayed, breaker.copied, end - breaker.copied);
  map->n_stored = stored;
}

/* The last insertion at or before @stored, or NULL. */
static const Insertion *
find_insertion (const GalleyDisplayMap *self, guint stored)
{
  guint low = 0;
  guint high = self->insertions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->insertions, Insertion, middle).stored <= stored)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? &g_array_index (self->insertions, Insertion, low - 1) : NULL;
}

/**
 * galley_display_map_new:
 * @text: valid UTF-8 without NUL; borrowed, it must outlive the map
 * @length: in bytes
 *
 * Puts a line break after white space into paragraphs over %GALLEY_DISPLAY_MAX_PARAGRAPH
 * characters, one into runs without white space over %GALLEY_DISPLAY_MAX_RUN, and a dotted circle
 * into clusters over %GALLEY_DISPLAY_MAX_MARKS combining marks. Takes linear time; text that needs
 * nothing is not copied.
 */
GalleyDisplayMap *
galley_display_map_new (const char *text, gsize length)
{
  GalleyDisplayMap *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GalleyDisplayMap, 1);
  self->text = text;
  self->length = length;
  self->insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  break_text (self);

  return self;
}

void
galley_display_map_free (GalleyDisplayMap *self)
{
  if (self->displayed != NULL)
    g_string_free (self->displayed, TRUE);
  g_array_unref (self->insertions);
  g_free (self);
}

/**
 * galley_display_map_get_text:
 * @length: (out): in bytes
 *
 * Returns: (transfer none): the text to show
 */
const char *
galley_display_map_get_text (const GalleyDisplayMap *self, gsize *length)
{
  *length = self->displayed != NULL ? self->displayed->len : self->length;

  return self->displayed != NULL ? self->displayed->str : self->text;
}

guint
galley_display_map_get_n_chars (const GalleyDisplayMap *self)
{
  return self->n_stored + self->n_breaks;
}

guint
galley_display_map_get_n_breaks (const GalleyDisplayMap *self)
{
  return self->n_breaks;
}

/**
 * galley_display_map_start_to_display:
 * @stored: a code point of the stored text, or its end
 *
 * Returns: where it stands in the displayed text, behind what was put in before it
 */
guint
galley_display_map_start_to_display (const GalleyDisplayMap *self, guint stored)
{
  const Insertion *insertion = find_insertion (self, stored);

  return stored + (insertion != NULL ? insertion->inserted : 0);
}

/**
 * galley_display_map_end_to_display:
 * @stored: the end of a span: one past its last code point
 *
 * Returns: one past that code point in the displayed text, before anything put in there
 */
guint
galley_display_map_end_to_display (const GalleyDisplayMap *self, guint stored)
{
  return stored > 0 ? galley_display_map_start_to_display (self, stored - 1) + 1 : 0;
}

/**
 * galley_display_map_to_stored:
 * @display: a code point of the displayed text, or its end
 *
 * Returns: the stored code point shown there; for one that was put in, the one behind it
 */
guint
galley_display_map_to_stored (const GalleyDisplayMap *self, guint display)
{
  guint low = 0;
  guint high = self->insertions->len;
  const Insertion *insertion;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      insertion = &g_array_index (self->insertions, Insertion, middle);
      if (insertion->stored + insertion->inserted <= display)
        low = middle + 1;
      else
        high = middle;
    }
  display -= low > 0 ? g_array_index (self->insertions, Insertion, low - 1).inserted : 0;
  if (low < self->insertions->len)
    display = MIN (display, g_array_index (self->insertions, Insertion, low).stored);

  return MIN (display, self->n_stored);
}
