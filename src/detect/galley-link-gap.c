/* galley-link-gap.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-gap-private.h"

#include <string.h>

#include "base/galley-str.h"
#include "detect/galley-words.h"

guint
_galley_link_total (const guint *sizes, guint n_sizes)
{
  guint sum = 0;

  for (guint i = 0; i < n_sizes; i++)
    sum += sizes[i];

  return sum;
}

void
_galley_link_add (GalleyLinkFeatures *features, const guint *sizes, guint template, guint value)
{
  guint id = _galley_link_total (sizes, template) + MIN (value, sizes[template] - 1);

  g_assert (features->n_ids < GALLEY_LINK_MAX_FEATURES);
  features->ids[features->n_ids++] = (guint16) id;
}

guint
_galley_link_bucket (guint distance)
{
  static const guint limits[DISTANCES - 1] = { 0, 1, 2, 3, 5, 8, 12, 20, 35 };
  guint i = 0;

  while (i < G_N_ELEMENTS (limits) && distance > limits[i])
    i++;

  return i;
}

void
_galley_link_measure_gap (
    const GalleyText *text, GArray *marks, guint here, guint there, GalleyLinkGap *gap)
{
  guint left = MIN (here, there), right = MAX (here, there);
  const GalleyToken *a = last_token (text, marks, left);
  const GalleyToken *b = first_token (text, marks, right);

  memset (gap, 0, sizeof *gap);
  gap->side = there < here ? 0 : 1;
  gap->first = mark_at (marks, left)->end_token;
  gap->end = MAX (gap->first, mark_at (marks, right)->first_token);
  gap->distance = gap->end - gap->first;
  gap->sentences = difference (a->sentence, b->sentence);
  gap->paragraphs = difference (a->paragraph, b->paragraph);
  for (guint i = left + 1; i < right; i++)
    gap->n_roles[mark_at (marks, i)->role]++;
}

/* 0: no mark there in the same sentence, else its role + 1 */
guint
_galley_link_neighbour (const GalleyText *text, GArray *marks, guint here, int step)
{
  gint64 there = (gint64) here + step;

  if (there < 0 || there >= marks->len)
    return 0;
  if (step < 0
      && first_token (text, marks, here)->sentence
             != first_token (text, marks, (guint) there)->sentence)
    return 0;
  if (step > 0
      && last_token (text, marks, here)->sentence
             != first_token (text, marks, (guint) there)->sentence)
    return 0;

  return mark_at (marks, (guint) there)->role + 1;
}

guint
_galley_link_pattern_around (const GalleyText *text, GArray *marks, guint here)
{
  return 4 * _galley_link_neighbour (text, marks, here, -1)
         + _galley_link_neighbour (text, marks, here, 1);
}

/* 1-based place of the token in a short list, 0 where it is not in it */
guint
_galley_link_place_in (const GalleyText *text, guint position, const char *const *words)
{
  GalleyWord folded;

  galley_word_fold (text, position, folded);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (galley_str_equal (folded, words[i]))
        return i + 1;
    }

  return 0;
}

guint
_galley_link_count_between (const GalleyText *text,
                            const GalleyLinkGap *gap,
                            const char *const *words)
{
  guint count = 0;

  if (gap->distance >= FAR_WORDS)
    return 0;
  for (guint i = gap->first; i < gap->end; i++)
    count += _galley_link_place_in (text, i, words) > 0;

  return count;
}

gboolean
_galley_link_has_quote_between (const GalleyText *text, const GalleyLinkGap *gap)
{
  if (gap->distance >= FAR_WORDS)
    return FALSE;
  for (guint i = gap->first; i < gap->end; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE))
        return TRUE;
    }

  return FALSE;
}
