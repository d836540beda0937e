/* galley-cluster.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-cluster.h"

/* A base with more marks than this is nobody's letter: cut it anywhere. */
#define MAX_CLUSTER 64

static gboolean
is_regional (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
extends (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200c || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff)
         || (c >= 0xe0020 && c <= 0xe007f);
}

static gboolean
joins_hangul (gunichar before, gunichar after)
{
  GUnicodeBreakType left = g_unichar_break_type (before);
  GUnicodeBreakType right = g_unichar_break_type (after);
  gboolean right_v = right == G_UNICODE_BREAK_HANGUL_V_JAMO;
  gboolean right_t = right == G_UNICODE_BREAK_HANGUL_T_JAMO;
  gboolean right_syllable = right == G_UNICODE_BREAK_HANGUL_L_JAMO
                            || right == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE
                            || right == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE;

  if (left == G_UNICODE_BREAK_HANGUL_L_JAMO)
    return right_v || right_syllable;
  if (left == G_UNICODE_BREAK_HANGUL_V_JAMO || left == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE)
    return right_v || right_t;

  return (left == G_UNICODE_BREAK_HANGUL_T_JAMO || left == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE)
         && right_t;
}

/* Flags are pairs: whether an odd number of regional indicators ends before @place. */
static gboolean
splits_flag (const char *text, const char *place)
{
  guint count = 0;

  while (place > text && count < MAX_CLUSTER)
    {
      place = g_utf8_prev_char (place);
      if (!is_regional (g_utf8_get_char (place)))
        break;
      count++;
    }

  return count % 2 == 1;
}

/**
 * galley_cluster_begins:
 * @text: (array length=length): valid UTF-8
 * @length: bytes
 * @byte: where a code point begins, or @length
 *
 * The rules of Unicode's text segmentation (UAX #29) that matter in news: marks, joiners, emoji
 * modifiers and sequences, flags, Hangul.
 *
 * Returns: %TRUE if the text may be cut at @byte without cutting what a reader sees as one
 * character
 */
gboolean
galley_cluster_begins (const char *text, gsize length, gsize byte)
{
  gunichar before, after;

  if (byte == 0 || byte >= length)
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (text + byte));
  after = g_utf8_get_char (text + byte);
  if (extends (after))
    return g_unichar_iscntrl (before);
  if (before == 0x200d && after >= 0x2190)
    return FALSE;
  if (is_regional (before) && is_regional (after))
    return !splits_flag (text, text + byte);

  return !joins_hangul (before, after);
}

/**
 * galley_cluster_back:
 * @n_chars: code points
 *
 * Returns: the place at least @n_chars before @byte, or the beginning, where a cluster begins
 */
gsize
galley_cluster_back (const char *text, gsize length, gsize byte, guint n_chars)
{
  const char *place = text + byte;

  for (; n_chars > 0 && place > text; n_chars--)
    place = g_utf8_prev_char (place);
  for (guint i = 0;
       i < MAX_CLUSTER && !galley_cluster_begins (text, length, (gsize) (place - text));
       i++)
    place = g_utf8_prev_char (place);

  return (gsize) (place - text);
}

/**
 * galley_cluster_forward:
 * @n_chars: code points
 *
 * Returns: the place at least @n_chars behind @byte, or the end, where a cluster ends
 */
gsize
galley_cluster_forward (const char *text, gsize length, gsize byte, guint n_chars)
{
  const char *place = text + byte, *end = text + length;

  for (; n_chars > 0 && place < end; n_chars--)
    place = g_utf8_next_char (place);
  for (guint i = 0;
       i < MAX_CLUSTER && !galley_cluster_begins (text, length, (gsize) (place - text));
       i++)
    place = g_utf8_next_char (place);

  return (gsize) (place - text);
}
