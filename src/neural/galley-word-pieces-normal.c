/* galley-word-pieces-normal.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-word-pieces-private.h"

typedef enum
{
  PLAIN,
  REMOVED,
  SPACE,
  CHINESE,
  MARK,
  PUNCTUATION,
} CharacterClass;

typedef struct
{
  guint32 first;
  guint32 last;
  CharacterClass class;
} CharacterRange;

#include "neural/galley-word-pieces-table.h"

static CharacterClass
classify_ascii (gunichar character)
{
  if (character == ' ' || character == '\t' || character == '\n' || character == '\r')
    return SPACE;
  if (character < ' ' || character == 0x7f)
    return REMOVED;
  return g_ascii_ispunct ((char) character) ? PUNCTUATION : PLAIN;
}

static CharacterClass
classify (gunichar character)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (ranges);

  if (character < 0x80)
    return classify_ascii (character);
  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (character < ranges[middle].first)
        high = middle;
      else if (character > ranges[middle].last)
        low = middle + 1;
      else
        return ranges[middle].class;
    }
  return PLAIN;
}

/* A character that was cleaned, after its decomposition: marks go, the rest is lowered. */
static guint
append_decomposed (gunichar character, gboolean chinese, GalleyNormal *normals)
{
  CharacterClass class = classify (character);

  if (class == MARK)
    return 0;
  normals->character = g_unichar_tolower (character);
  normals->kind = chinese || class == PUNCTUATION ? GALLEY_NORMAL_ALONE : GALLEY_NORMAL_LETTER;
  return 1;
}

/**
 * _galley_word_pieces_normalise:
 * @character: of a text
 * @normals: (out caller-allocates) (array fixed-size=18): what becomes of it
 *
 * What BERT's normaliser makes of a character: no control, white space as a space, canonically
 * decomposed without marks, lowered. Marks are not put into their canonical order: no vocabulary
 * knows one that remains. Ascii is most of what comes, and goes the short way.
 *
 * Returns: how many characters, 0 where nothing remains
 */
guint
_galley_word_pieces_normalise (gunichar character, GalleyNormal *normals)
{
  gunichar decomposed[GALLEY_MAX_NORMAL];
  CharacterClass class = classify (character);
  gsize n_decomposed;
  guint n = 0;

  if (class == REMOVED)
    return 0;
  if (class == SPACE)
    {
      *normals = (GalleyNormal){ ' ', GALLEY_NORMAL_SPACE };
      return 1;
    }
  if (character < 0x80)
    {
      normals->character = (gunichar) g_ascii_tolower ((char) character);
      normals->kind = class == PUNCTUATION ? GALLEY_NORMAL_ALONE : GALLEY_NORMAL_LETTER;
      return 1;
    }
  n_decomposed =
      g_unichar_fully_decompose (character, FALSE, decomposed, G_N_ELEMENTS (decomposed));
  for (gsize i = 0; i < n_decomposed; i++)
    n += append_decomposed (decomposed[i], class == CHINESE, normals + n);
  return n;
}
