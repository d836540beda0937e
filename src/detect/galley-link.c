/* galley-link.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link.h"

#include "detect/galley-link-features.h"
#include "detect/galley-link-leans.h"
#include "detect/galley-link-private.h"
#include "detect/galley-sourceless.h"
#include "detect/galley-words.h"

#define MAX_MENTION 9 /* tokens of a quotation that mentions, with its marks */

#define NEAR 3 /* tokens between a content and the name of its speaker, where no cue stands */

typedef struct
{
  const GalleyText *text;
  const GalleyReading *reading;
  const GalleyReaderTraits *traits;
} Linker;

void
galley_attribution_free (GalleyAttribution *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->contents, g_array_unref);
  g_free (self);
}

static double
score (const GalleyLinkFeatures *features, const float *weights)
{
  double sum = 0;

  for (guint i = 0; i < features->n_ids; i++)
    sum += (double) weights[features->ids[i]];

  return sum;
}

/* The dash of "“…” — Ann Lee" and the colon of "ANN LEE: …": their form says what belongs to them.
 * Returns: 1 or −1 where the source stands after or before such a cue, 0 for any other mark */
static gint
source_side (const GalleyText *text, GArray *marks, gint position)
{
  const GalleyMark *cue, *left, *right;

  if (position < 1 || (guint) position + 1 >= marks->len)
    return 0;
  cue = &g_array_index (marks, GalleyMark, position);
  left = cue - 1;
  right = cue + 1;
  if (cue->role != GALLEY_ROLE_CUE || cue->end_token != cue->first_token + 1
      || left->end_token != cue->first_token || right->first_token != cue->end_token)
    return 0;
  if (left->role == GALLEY_ROLE_CONTENT && right->role == GALLEY_ROLE_SOURCE)
    return galley_word_is_dash (text, cue->first_token) ? 1 : 0;
  if (left->role == GALLEY_ROLE_SOURCE && right->role == GALLEY_ROLE_CONTENT)
    return galley_word_is (text, cue->first_token, ":") ? -1 : 0;

  return 0;
}

/* A dash signs what stands before it and nothing else; after a colon more may follow. */
static gboolean
is_taken (const GalleyText *text, GArray *marks, gint candidate)
{
  return source_side (text, marks, candidate) > 0 || source_side (text, marks, candidate - 1) > 0;
}

static gint
choose_source (const Linker *linker, guint cue)
{
  GArray *marks = linker->reading->marks;
  gint side = source_side (linker->text, marks, (gint) cue);
  gint candidates[GALLEY_LINK_MAX_CANDIDATES];
  guint n = galley_link_source_candidates (linker->text, marks, cue, candidates);
  gint best = GALLEY_LINK_NONE;
  double best_score = -G_MAXDOUBLE;

  if (side != 0)
    return (gint) cue + side;
  for (guint i = 0; i < n; i++)
    {
      GalleyLinkFeatures features;
      double value;

      galley_link_source_features (linker->text, marks, cue, candidates[i], &features);
      value = score (&features, galley_link_source_weights)
              + galley_link_weigh_lean (linker->reading, linker->traits, cue, candidates[i]);
      if (candidates[i] == GALLEY_LINK_NONE)
        value -= linker->traits->margin_nobody;
      if (value > best_score)
        {
          best = candidates[i];
          best_score = value;
        }
    }

  return best;
}

/* A quotation that opens a paragraph after one that ends with a colon: the last cue there. */
static gint
cue_before_colon (const GalleyText *text, GArray *marks, guint content)
{
  const GalleyMark *mark = &g_array_index (marks, GalleyMark, content);
  const GalleyToken *token = galley_text_token (text, mark->first_token);

  if (mark->first_token == 0 || (token->flags & GALLEY_TOKEN_OPENS_QUOTE) == 0
      || (token->flags & GALLEY_TOKEN_PARAGRAPH_START) == 0
      || !galley_word_is (text, mark->first_token - 1, ":"))
    return GALLEY_LINK_NONE;
  for (guint i = content; i > 0; i--)
    {
      const GalleyMark *other = &g_array_index (marks, GalleyMark, i - 1);

      if (galley_text_token (text, other->first_token)->paragraph + 1 < token->paragraph)
        break;
      if (other->role == GALLEY_ROLE_CUE)
        return (gint) i - 1;
    }

  return GALLEY_LINK_NONE;
}

/* The cue that a content hangs on, or, where none stands, its source, or %GALLEY_LINK_NONE. */
static gint
choose_cue (const Linker *linker, guint content)
{
  const GalleyText *text = linker->text;
  const GalleyReaderTraits *traits = linker->traits;
  GArray *marks = linker->reading->marks;
  gboolean quoted = galley_token_has (text,
                                      g_array_index (marks, GalleyMark, content).first_token,
                                      GALLEY_TOKEN_OPENS_QUOTE);
  gint before = cue_before_colon (text, marks, content);
  gint candidates[GALLEY_LINK_MAX_CANDIDATES];
  guint n = galley_link_content_candidates (text, marks, content, candidates);
  gint best = GALLEY_LINK_NONE;
  double best_score = -G_MAXDOUBLE;

  if (before != GALLEY_LINK_NONE)
    return before;
  if (source_side (text, marks, (gint) content + 1) > 0)
    return (gint) content + 1;
  if (source_side (text, marks, (gint) content - 1) < 0)
    return (gint) content - 1;
  for (guint i = 0; i < n; i++)
    {
      GalleyLinkFeatures features;
      double value;

      if (is_taken (text, marks, candidates[i]))
        continue;
      galley_link_content_features (text, marks, content, candidates[i], &features);
      value = score (&features, galley_link_content_weights)
              + galley_link_weigh_lean (linker->reading, traits, content, candidates[i]);
      if (candidates[i] == GALLEY_LINK_NONE)
        value -= quoted ? traits->margin_alone_quoted : traits->margin_alone;
      if (value > best_score)
        {
          best = candidates[i];
          best_score = value;
        }
    }

  return best;
}

static GalleyAttribution *
attribution_new (void)
{
  GalleyAttribution *self = g_new0 (GalleyAttribution, 1);

  self->contents = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  self->probability = 1;

  return self;
}

static GalleyTokenRun
run_of (const GalleyMark *mark)
{
  return (GalleyTokenRun){ mark->first_token, mark->end_token };
}

static void
add_content (GalleyAttribution *self, const GalleyMark *mark)
{
  GalleyTokenRun run = run_of (mark);

  g_array_append_val (self->contents, run);
  self->probability = MIN (self->probability, mark->probability);
}

/* @cue may be a source that needs none. */
static GalleyAttribution *
attribution_of_cue (const Linker *linker, guint cue)
{
  GArray *marks = linker->reading->marks;
  const GalleyMark *mark = &g_array_index (marks, GalleyMark, cue);
  GalleyAttribution *self = attribution_new ();
  gint source;

  self->probability = mark->probability;
  if (mark->role == GALLEY_ROLE_SOURCE)
    {
      self->source = run_of (mark);
      return self;
    }
  self->cue = run_of (mark);
  source = choose_source (linker, cue);
  if (source != GALLEY_LINK_NONE)
    {
      const GalleyMark *named = &g_array_index (marks, GalleyMark, source);

      self->source = run_of (named);
      self->probability = MIN (self->probability, named->probability);
    }

  return self;
}

/* A quoted paragraph whose quotation goes on from the one before belongs to whoever spoke there. */
static gboolean
carries_on (const GalleyText *text, const GalleyMark *mark, const GalleyAttribution *last)
{
  const GalleyToken *token = galley_text_token (text, mark->first_token);
  const GalleyTokenRun *before;

  if (last == NULL || token->quotation < 0
      || g_array_index (text->quotations, GalleyQuotation, token->quotation).continues < 0)
    return FALSE;
  before = &g_array_index (last->contents, GalleyTokenRun, last->contents->len - 1);

  return galley_text_token (text, before->end_token - 1)->paragraph + 1 == token->paragraph;
}

/* Captions and lists of voices name a speaker without a cue: "Ann Lee “I like it”". */
static GalleyTokenRun
name_beside (const GalleyText *text, GArray *marks, guint content)
{
  const GalleyMark *mark = &g_array_index (marks, GalleyMark, content);
  guint paragraph = galley_text_token (text, mark->first_token)->paragraph;

  for (gint step = -1; step <= 1; step += 2)
    {
      gint64 there = (gint64) content + step;
      const GalleyMark *other;
      guint gap;

      if (there < 0 || there >= marks->len)
        continue;
      other = &g_array_index (marks, GalleyMark, there);
      gap = step < 0 ? mark->first_token - other->end_token : other->first_token - mark->end_token;
      if (other->role == GALLEY_ROLE_SOURCE && gap <= NEAR
          && galley_text_token (text, other->first_token)->paragraph == paragraph)
        return run_of (other);
    }

  return (GalleyTokenRun){ mark->first_token, mark->first_token };
}

static gboolean
shares_sentence (const GalleyText *text, GArray *marks, guint content, guint cue)
{
  const GalleyMark *mark = &g_array_index (marks, GalleyMark, content);
  guint sentence =
      galley_text_token (text, g_array_index (marks, GalleyMark, cue).first_token)->sentence;

  return sentence >= galley_text_token (text, mark->first_token)->sentence
         && sentence <= galley_text_token (text, mark->end_token - 1)->sentence;
}

static guint
attribution_start (const GalleyAttribution *self)
{
  guint start = g_array_index (self->contents, GalleyTokenRun, 0).first_token;

  if (!galley_run_is_empty (self->cue))
    start = MIN (start, self->cue.first_token);
  if (!galley_run_is_empty (self->source))
    start = MIN (start, self->source.first_token);

  return start;
}

static int
compare_attributions (gconstpointer a, gconstpointer b)
{
  const GalleyAttribution *one = *(GalleyAttribution *const *) a;
  const GalleyAttribution *other = *(GalleyAttribution *const *) b;
  guint start = attribution_start (one), other_start = attribution_start (other);

  if (start != other_start)
    return start < other_start ? -1 : 1;
  if (one->cue.first_token != other->cue.first_token)
    return one->cue.first_token < other->cue.first_token ? -1 : 1;

  return 0;
}

/* A few words in quotation marks within a sentence that nobody says: a slogan, a title, a name. */
static gboolean
is_mentioned (const GalleyText *text, const GalleyAttribution *self, GalleyTokenRun run)
{
  GalleyTokenRun sentence = g_array_index (text->sentences,
                                           GalleyTokenRun,
                                           galley_text_token (text, run.first_token)->sentence);

  return self->contents->len == 1 && galley_run_is_empty (self->source)
         && galley_run_is_empty (self->cue) && run.end_token - run.first_token <= MAX_MENTION
         && run.first_token > sentence.first_token;
}

/* What a reader itself hardly believes is dropped, and most of what has no source; a quotation
 * stands by itself, and so does "reportedly". */
static gboolean
is_doubtful (const Linker *linker, const GalleyAttribution *self)
{
  const GalleyText *text = linker->text;
  const GalleyReaderTraits *traits = linker->traits;
  GalleyTokenRun run = g_array_index (self->contents, GalleyTokenRun, 0);

  if (galley_token_has (text, run.first_token, GALLEY_TOKEN_OPENS_QUOTE))
    return is_mentioned (text, self, run);
  if (galley_run_is_empty (self->source) && !galley_cue_is_sourceless (text, self->cue))
    return self->probability < traits->min_without_source;

  if (_galley_link_is_bare_object (text, self))
    return self->probability < traits->min_of_object;

  return self->probability < traits->min_probability;
}

static void
drop_doubtful (const Linker *linker, GPtrArray *found)
{
  guint kept = 0;

  for (guint i = 0; i < found->len; i++)
    {
      if (is_doubtful (linker, found->pdata[i]))
        galley_attribution_free (found->pdata[i]);
      else
        found->pdata[kept++] = found->pdata[i];
    }
  for (guint i = kept; i < found->len; i++)
    found->pdata[i] = NULL;
  g_ptr_array_set_size (found, (gint) kept);
}

/**
 * galley_link_marks:
 * @text: the text, taken apart
 * @reading: what a reader marked in it, in the order of the text, and what leans to what
 * @traits: (nullable): how the reader errs; %NULL: as the fast one does
 *
 * Puts flat marks together: every content finds its cue, every cue its source. One source may serve
 * several cues; a quotation that goes on over several paragraphs is one attribution; a content
 * whose cue the reader missed hangs on a source alone or stands without one; a cue without a
 * content is dropped.
 *
 * Returns: (transfer full) (element-type GalleyAttribution): in the order of the text
 */
GPtrArray *
galley_link_marks (const GalleyText *text,
                   const GalleyReading *reading,
                   const GalleyReaderTraits *traits)
{
  const Linker linker = { text, reading, traits != NULL ? traits : &galley_reader_traits_fast };
  GArray *marks = reading->marks;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_attribution_free);
  g_autofree GalleyAttribution **by_cue = g_new0 (GalleyAttribution *, marks->len + 1);
  GalleyAttribution *last = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);
      gint cue;

      if (mark->role != GALLEY_ROLE_CONTENT)
        continue;
      cue = choose_cue (&linker, i);
      if (cue != GALLEY_LINK_NONE && !shares_sentence (text, marks, i, (guint) cue)
          && carries_on (text, mark, last))
        cue = GALLEY_LINK_NONE;
      if (cue != GALLEY_LINK_NONE)
        {
          if (by_cue[cue] == NULL)
            g_ptr_array_add (found, by_cue[cue] = attribution_of_cue (&linker, (guint) cue));
          last = by_cue[cue];
        }
      else if (!carries_on (text, mark, last))
        {
          g_ptr_array_add (found, last = attribution_new ());
          last->source = name_beside (text, marks, i);
        }
      add_content (last, mark);
    }

  for (guint i = 0; i < found->len; i++)
    _galley_link_tidy_contents (text, found->pdata[i]);
  drop_doubtful (&linker, found);
  g_ptr_array_sort (found, compare_attributions);

  return found;
}
