/* galley-link-gold.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-link-gold.h"

typedef struct
{
  GalleyMark mark;
  guint owner;
} OwnedMark;

static int
compare_numbers (guint one, guint other)
{
  return (one > other) - (one < other);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const OwnedMark *one = a;
  const OwnedMark *other = b;
  int order = compare_numbers (one->mark.first_token, other->mark.first_token);

  if (order == 0)
    order = compare_numbers (one->mark.end_token, other->mark.end_token);
  if (order == 0)
    order = compare_numbers (one->mark.role, other->mark.role);
  return order != 0 ? order : compare_numbers (one->owner, other->owner);
}

static gboolean
is_same_place (const GalleyMark *one, const GalleyMark *other)
{
  return one->role == other->role && one->first_token == other->first_token
         && one->end_token == other->end_token;
}

static GArray *
list_marks (const GalleyCorpusArticle *article)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (OwnedMark));

  for (guint i = 0; i < article->events->len; i++)
    {
      const GalleyCorpusEvent *event = g_ptr_array_index (article->events, i);

      for (guint role = 0; role < GALLEY_CORPUS_N_ROLES; role++)
        for (guint k = 0; k < event->runs[role]->len; k++)
          {
            GalleyTokenRun run = g_array_index (event->runs[role], GalleyTokenRun, k);
            OwnedMark owned = { { (GalleyRole) role, run.first_token, run.end_token, 1 }, i };

            g_array_append_val (found, owned);
          }
    }
  g_array_sort (found, compare_marks);
  return found;
}

/**
 * galley_link_gold_new:
 * @article: must live longer
 *
 * What several attributions share, as one source of two cues, is one mark.
 */
GalleyLinkGold *
galley_link_gold_new (const GalleyCorpusArticle *article)
{
  g_autoptr (GArray) found = list_marks (article);
  GalleyLinkGold *self = g_new0 (GalleyLinkGold, 1);

  self->article = article;
  self->marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  self->owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < found->len; i++)
    {
      const OwnedMark *owned = &g_array_index (found, OwnedMark, i);
      guint n = self->marks->len;

      if (n == 0 || !is_same_place (&g_array_index (self->marks, GalleyMark, n - 1), &owned->mark))
        {
          g_array_append_val (self->marks, owned->mark);
          g_ptr_array_add (self->owners, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      g_array_append_val ((GArray *) g_ptr_array_index (self->owners, self->owners->len - 1),
                          owned->owner);
    }
  return self;
}

static guint
count_shared (const GalleyMark *one, const GalleyMark *other)
{
  guint first = MAX (one->first_token, other->first_token);
  guint end = MIN (one->end_token, other->end_token);

  return one->role == other->role && first < end ? end - first : 0;
}

static GArray *
find_owners (const GalleyLinkGold *self, const GalleyMark *mark)
{
  const GArray *best = NULL;
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint most = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      guint shared = count_shared (&g_array_index (self->marks, GalleyMark, i), mark);

      if (shared <= most)
        continue;
      most = shared;
      best = g_ptr_array_index (self->owners, i);
    }
  if (best != NULL)
    g_array_append_vals (owners, best->data, best->len);
  return owners;
}

/**
 * galley_link_gold_new_read:
 * @article: must live longer
 * @marks: (element-type GalleyMark): what a reader marked in it
 *
 * Each mark belongs to what a person's mark belongs to that shares most tokens with it. So linking
 * learns to live with marks that are missing, cut short or wrong.
 */
GalleyLinkGold *
galley_link_gold_new_read (const GalleyCorpusArticle *article, GArray *marks)
{
  g_autoptr (GalleyLinkGold) right = galley_link_gold_new (article);
  GalleyLinkGold *self = g_new0 (GalleyLinkGold, 1);

  self->article = article;
  self->marks = g_array_ref (marks);
  self->owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (self->owners, find_owners (right, &g_array_index (marks, GalleyMark, i)));
  return self;
}

void
galley_link_gold_free (GalleyLinkGold *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_ptr_array_unref (self->owners);
  g_free (self);
}

/* Whether one attribution holds them both. */
static gboolean
is_linked (const GalleyLinkGold *self, guint one, guint other)
{
  const GArray *owners = g_ptr_array_index (self->owners, one);
  const GArray *others = g_ptr_array_index (self->owners, other);

  for (guint i = 0; i < owners->len; i++)
    for (guint k = 0; k < others->len; k++)
      if (g_array_index (owners, guint, i) == g_array_index (others, guint, k))
        return TRUE;
  return FALSE;
}

/* A mark that stands for nothing a person marked teaches nothing; nor does its having no source. */
static gboolean
lacks_source (const GalleyLinkGold *self, guint cue)
{
  if (((const GArray *) g_ptr_array_index (self->owners, cue))->len == 0)
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, GalleyMark, i).role == GALLEY_ROLE_SOURCE
        && is_linked (self, cue, i))
      return FALSE;
  return TRUE;
}

/* For a content it is right where no option before it was. */
static gboolean
is_right (const GalleyLinkGold *self, guint mark, gint candidate)
{
  if (candidate != GALLEY_LINK_NONE)
    return is_linked (self, mark, (guint) candidate);
  if (g_array_index (self->marks, GalleyMark, mark).role == GALLEY_ROLE_CONTENT)
    return ((const GArray *) g_ptr_array_index (self->owners, mark))->len > 0;

  return lacks_source (self, mark);
}

/**
 * galley_link_gold_get_options:
 * @mark: a cue or a content; a source chooses nothing
 * @options: (out)
 */
void
galley_link_gold_get_options (const GalleyLinkGold *self, guint mark, GalleyLinkOptions *options)
{
  const GalleyText *text = self->article->text;
  GalleyRole role = g_array_index (self->marks, GalleyMark, mark).role;
  gint candidates[GALLEY_LINK_MAX_CANDIDATES];

  options->n_options = 0;
  options->right = -1;
  if (role == GALLEY_ROLE_CUE)
    options->n_options = galley_link_source_candidates (text, self->marks, mark, candidates);
  else if (role == GALLEY_ROLE_CONTENT)
    options->n_options = galley_link_content_candidates (text, self->marks, mark, candidates);
  for (guint i = 0; i < options->n_options; i++)
    {
      GalleyLinkFeatures *features = &options->features[i];

      if (role == GALLEY_ROLE_CUE)
        galley_link_source_features (text, self->marks, mark, candidates[i], features);
      else
        galley_link_content_features (text, self->marks, mark, candidates[i], features);
      if (options->right < 0 && is_right (self, mark, candidates[i]))
        options->right = (gint) i;
    }
}
