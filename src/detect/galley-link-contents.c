/* galley-link-contents.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-private.h"

#include "language/galley-tagger.h"

#include "detect/galley-cues.h"
#include "detect/galley-words.h"

#define MAX_GAP    2  /* tokens of punctuation within a content */
#define MAX_ASIDE  12 /* tokens of somebody else's words within one */
#define MAX_OBJECT 3  /* tokens of a content that is a thing and no message */

/* Whether nothing but punctuation that a sentence goes on after stands there. */
static gboolean
is_plain_gap (const GalleyText *text, guint first_token, guint end_token)
{
  static const char *const plain[] = { ",", "—", "–", "-", ";", "(", ")", NULL };

  for (guint i = first_token; i < end_token; i++)
    {
      if (!galley_word_is_one_of (text, i, plain))
        return FALSE;
    }

  return TRUE;
}

/* A comma or two that a reader left out do not part a content. */
static void
close_gaps (const GalleyText *text, GArray *contents)
{
  guint kept = 0;

  for (guint i = 1; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);
      GalleyTokenRun *last = &g_array_index (contents, GalleyTokenRun, kept);

      if (run.first_token - last->end_token <= MAX_GAP
          && galley_text_token (text, last->end_token - 1)->sentence
                 == galley_text_token (text, run.first_token)->sentence
          && is_plain_gap (text, last->end_token, run.first_token))
        last->end_token = run.end_token;
      else
        g_array_index (contents, GalleyTokenRun, ++kept) = run;
    }
  g_array_set_size (contents, kept + 1);
}

static gboolean
has_verb (const GalleyText *text, guint first_token, guint end_token)
{
  for (guint i = first_token; i < end_token; i++)
    {
      const char *tag = galley_tag_to_string (galley_text_token (text, i)->tag);

      if (g_str_has_prefix (tag, "VB") || g_str_equal (tag, "MD"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_quoted (const GalleyText *text, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_QUOTED | GALLEY_TOKEN_OPENS_QUOTE))
        return TRUE;
    }

  return FALSE;
}

/* "described the winter of 1962: “…”" says in the quotation what it says of the winter. */
static void
drop_topic (const GalleyText *text, GalleyAttribution *self)
{
  const GalleyTokenRun *topic, *quote;

  if (self->contents->len < 2 || galley_run_is_empty (self->cue))
    return;
  topic = &g_array_index (self->contents, GalleyTokenRun, 0);
  quote = &g_array_index (self->contents, GalleyTokenRun, 1);
  if (topic->first_token == self->cue.end_token && quote->first_token == topic->end_token + 1
      && galley_word_is (text, topic->end_token, ":")
      && galley_token_has (text, quote->first_token, GALLEY_TOKEN_OPENS_QUOTE)
      && !is_quoted (text, *topic) && !has_verb (text, topic->first_token, topic->end_token))
    g_array_remove_index (self->contents, 0);
}

/* "shouted “That’s enough” from the gallery": a sentence in quotation marks is all of what is said,
 * and what follows without a verb tells where and how. */
static void
end_with_quotation (const GalleyText *text, GalleyAttribution *self)
{
  GalleyTokenRun *run;
  const GalleyQuotation *quotation;
  const GalleyToken *token;

  if (self->contents->len != 1 || galley_run_is_empty (self->cue))
    return;
  run = &g_array_index (self->contents, GalleyTokenRun, 0);
  token = galley_text_token (text, run->first_token);
  if ((token->flags & GALLEY_TOKEN_OPENS_QUOTE) == 0 || token->quotation < 0
      || run->first_token < self->cue.end_token || run->first_token > self->cue.end_token + 1)
    return;
  quotation = &g_array_index (text->quotations, GalleyQuotation, token->quotation);
  if (quotation->open_token == run->first_token && quotation->closed
      && quotation->close_token + 1 < run->end_token
      && galley_token_has (text, run->first_token + 1, GALLEY_TOKEN_CAPITAL)
      && has_verb (text, run->first_token, quotation->close_token)
      && !is_quoted (text, (GalleyTokenRun){ quotation->close_token + 1, run->end_token })
      && !has_verb (text, quotation->close_token + 1, run->end_token))
    run->end_token = quotation->close_token + 1;
}

/* "“It is huge,” he said, a hint of pride in his voice": after a quotation and its cue, what has no
 * quotation marks tells of it: of six such parts one is said. "that", "and" and a colon announce
 * more. */
static void
drop_comments (const GalleyText *text, GalleyAttribution *self)
{
  static const char *const more[] = { "that", "and", "but", NULL };
  guint kept = 1;

  if (galley_run_is_empty (self->cue)
      || !galley_run_is_quotation (text, g_array_index (self->contents, GalleyTokenRun, 0)))
    return;
  for (guint i = 1; i < self->contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (self->contents, GalleyTokenRun, i);

      if (run.first_token < self->cue.end_token || is_quoted (text, run)
          || galley_word_is_one_of (text, run.first_token, more)
          || galley_word_is (text, run.first_token - 1, ":"))
        g_array_index (self->contents, GalleyTokenRun, kept++) = run;
    }
  g_array_set_size (self->contents, kept);
}

static gboolean
is_between (GalleyTokenRun run, guint first_token, guint end_token)
{
  return !galley_run_is_empty (run) && run.first_token >= first_token
         && run.first_token < end_token;
}

/* What stands far from the cue within its sentence, with words between that are neither the cue
 * nor its source, is not its content. */
static void
drop_stray_parts (const GalleyText *text, GalleyAttribution *self)
{
  GArray *contents = self->contents;
  guint first = 0, end = contents->len;

  if (galley_run_is_empty (self->cue))
    return;
  for (guint i = 1; i < end; i++)
    {
      GalleyTokenRun left = g_array_index (contents, GalleyTokenRun, i - 1);
      GalleyTokenRun right = g_array_index (contents, GalleyTokenRun, i);

      if (right.first_token - left.end_token <= MAX_ASIDE
          || galley_text_token (text, left.end_token - 1)->sentence
                 != galley_text_token (text, right.first_token)->sentence
          || is_between (self->cue, left.end_token, right.first_token)
          || is_between (self->source, left.end_token, right.first_token))
        continue;
      if (self->cue.first_token < right.first_token)
        end = i;
      else
        first = i;
    }
  g_array_set_size (contents, end);
  if (first > 0)
    g_array_remove_range (contents, 0, first);
}

/* The parts of a content in order, closed where they are one, without what does not belong. */
void
_galley_link_tidy_contents (const GalleyText *text, GalleyAttribution *attribution)
{
  close_gaps (text, attribution->contents);
  drop_topic (text, attribution);
  drop_stray_parts (text, attribution);
  drop_comments (text, attribution);
  end_with_quotation (text, attribution);
}

static gboolean
is_reporting (const GalleyText *text, GalleyTokenRun cue)
{
  for (guint i = cue.first_token; i < cue.end_token; i++)
    {
      GalleyWord word;
      guint forms;
      const GalleyCue *verb = galley_cue_find_verb (galley_word_fold (text, i, word), &forms);

      if ((verb != NULL && (verb->flags & GALLEY_CUE_WEAK) == 0)
          || galley_cue_find_noun (word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "attacked | Ukraine again": a word that mostly reports nothing, and a thing behind it. */
gboolean
_galley_link_is_bare_object (const GalleyText *text, const GalleyAttribution *attribution)
{
  const GalleyTokenRun *run = &g_array_index (attribution->contents, GalleyTokenRun, 0);

  return attribution->contents->len == 1 && run->end_token - run->first_token <= MAX_OBJECT
         && !galley_run_is_empty (attribution->cue) && !is_reporting (text, attribution->cue)
         && !is_quoted (text, *run) && !has_verb (text, run->first_token, run->end_token);
}
