/* galley-reasons.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reasons.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-words.h"

/* Longest stretch of the article, in code points, that a reason repeats. */
#define MAX_CHARS 80

static char *
clip (char *string)
{
  char *end;

  if (g_utf8_strlen (string, -1) <= MAX_CHARS)
    return string;
  end = g_utf8_offset_to_pointer (string, MAX_CHARS - 1);
  *end = '\0';
  end = g_strconcat (string, "…", NULL);
  g_free (string);

  return end;
}

/**
 * galley_run_dup_clipped:
 *
 * Returns: (transfer full): the words of @run, cut where they are too many to be read
 */
char *
galley_run_dup_clipped (const GalleyText *text, GalleyTokenRun run)
{
  guint end = MIN (run.end_token, run.first_token + MAX_CHARS);

  return clip (galley_run_dup (text, run.first_token, end));
}

/* Whether the words of a source begin with a capital only because a sentence does. */
static gboolean
begins_with_common_word (const GalleyText *text, const GalleySpeaker *speaker)
{
  static const char *const openers[] = { "a",     "an",  "another", "her",   "his",  "its",
                                         "many",  "one", "other",   "our",   "my",   "several",
                                         "some",  "the", "their",   "these", "this", "those",
                                         "three", "two", NULL };
  guint first = speaker->mention.core.first_token;
  GalleyWord word;

  if (first >= speaker->mention.core.end_token
      || galley_token_has (text, first, GALLEY_TOKEN_ALL_CAPS))
    return FALSE;
  galley_word_fold (text, first, word);
  if (g_strv_contains (openers, word))
    return TRUE;

  return speaker->mention.form == GALLEY_MENTION_DESCRIPTION
         && galley_token_has (text, first, GALLEY_TOKEN_SENTENCE_START)
         && galley_noun_find (word, NULL) != NULL
         && !galley_tag_is_proper_noun (galley_text_token (text, first)->tag);
}

/* It does not begin our sentence. */
static char *
dup_name (const GalleyText *text, const GalleySpeaker *speaker)
{
  char *name = clip (g_strdup (speaker->name));
  guint first = speaker->mention.core.first_token;
  g_autofree char *word = galley_run_dup (text, first, first + 1);
  gsize length = strlen (word);

  /* The name may come from elsewhere: "A:" is the label of Ann Lee. */
  if (g_str_has_prefix (name, word) && (name[length] == ' ' || name[length] == '\0')
      && begins_with_common_word (text, speaker))
    name[0] = g_ascii_tolower (name[0]);

  return name;
}

/* The reporting words without the colon or comma that they end with; %NULL where they are nothing
 * but that: then a label or a credit says who speaks. */
static char *
dup_cue (const GalleyText *text, GalleyTokenRun cue)
{
  while (!galley_run_is_empty (cue)
         && !galley_token_has (text, cue.end_token - 1, GALLEY_TOKEN_WORD)
         && !galley_token_has (text, cue.end_token - 1, GALLEY_TOKEN_CLOSES_QUOTE))
    cue.end_token--;

  return galley_run_is_empty (cue) ? NULL : galley_run_dup_clipped (text, cue);
}

static gboolean
is_hearing (const GalleyText *text, GalleyTokenRun cue)
{
  static const char *const hearing[] = { "hear", "heard", "hears", NULL };

  for (guint i = cue.first_token; i < cue.end_token; i++)
    {
      if (galley_word_is_one_of (text, i, hearing))
        return TRUE;
    }

  return FALSE;
}

static const char *
quote_template (const GalleyText *text,
                const GalleyAttribution *attribution,
                const GalleyQuoteFacts *facts)
{
  static const char *const templates[][2] = {
    { "speech", "cue" },        { "thought", "cue-thought" },   { "intention", "cue-intention" },
    { "decree", "cue-decree" }, { "evidence", "cue-evidence" },
  };

  if (strcmp (facts->type, "no-comment") == 0)
    return "no-comment";
  if (strcmp (facts->manner, "thought") == 0 && is_hearing (text, attribution->cue))
    return "cue-heard";
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      if (strcmp (facts->manner, templates[i][0]) == 0)
        return templates[i][1];
    }

  return "cue";
}

/**
 * galley_reason_for_quote:
 * @speaker: (nullable): whose it is
 *
 * Returns: (transfer full): why it is thought to be a quote
 */
GalleyReason *
galley_reason_for_quote (const GalleyText *text,
                         const GalleyAttribution *attribution,
                         const GalleyQuoteFacts *facts,
                         const GalleySpeaker *speaker)
{
  g_autofree char *cue = dup_cue (text, attribution->cue);
  g_autofree char *words = galley_run_dup_clipped (text, attribution->source);
  g_autofree char *name = NULL;

  if (cue == NULL && !galley_run_is_empty (attribution->source))
    return galley_reason_new ("cue-label", words, NULL);
  if (cue == NULL)
    return galley_reason_new ("quotation-marks", NULL);
  if (speaker != NULL && speaker->sourceless)
    return galley_reason_new ("cue-hidden", cue, NULL);
  if (speaker == NULL)
    return galley_run_is_empty (attribution->source)
               ? galley_reason_new ("cue-nobody", cue, NULL)
               : galley_reason_new ("cue-open", cue, words, NULL);
  name = dup_name (text, speaker);

  return galley_reason_new (quote_template (text, attribution, facts), cue, name, NULL);
}

static const char *
unnamed_template (const GalleySpeaker *speaker, const char *ladder)
{
  if (g_strcmp0 (ladder, "A1") == 0)
    return "source-unnamed-known";
  if (g_strcmp0 (ladder, "A3") == 0)
    return "source-unnamed";

  return speaker->mention.knows ? "source-unnamed-knowledge" : "source-unnamed-role";
}

static const char *
source_template (const GalleySpeaker *speaker, const char *type, const char *ladder)
{
  static const char *const texts[] = { "data", "document", "post", "statement", NULL };

  if (strcmp (type, "sourceless") == 0)
    return "source-hidden";
  if (g_str_has_prefix (type, "unnamed-"))
    return unnamed_template (speaker, ladder);
  if (strcmp (type, "witness") == 0)
    return "source-witness";
  /* An account has a name that is no person's. */
  if (g_strv_contains (texts, type) && speaker->name[0] != '@')
    return "source-text";

  return strcmp (type, "person") == 0 ? "source-named" : "source-body";
}

/**
 * galley_reason_for_source:
 * @type: what kind of source it is
 * @ladder: (nullable): the step of the ladder of anonymity
 * @cue: words that attribute something to it; may be empty
 *
 * Returns: (transfer full): why it is thought to be a source
 */
GalleyReason *
galley_reason_for_source (const GalleyText *text,
                          const GalleySpeaker *speaker,
                          const char *type,
                          const char *ladder,
                          GalleyTokenRun cue)
{
  g_autofree char *name = dup_name (text, speaker);
  g_autofree char *words = dup_cue (text, cue);
  g_autofree char *label = galley_run_dup_clipped (text, speaker->mention.run);

  if (words == NULL)
    return galley_reason_new ("source-label", name, label, NULL);

  return galley_reason_new (source_template (speaker, type, ladder), name, words, NULL);
}

/**
 * galley_reason_for_opinion:
 *
 * Returns: (transfer full): why it is thought to be an opinion of the writer
 */
GalleyReason *
galley_reason_for_opinion (const GalleyText *text, const GalleyOpinion *opinion)
{
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;

  if (!galley_opinion_is_stated (opinion))
    return galley_reason_new ("opinion-form", NULL);
  id = g_strconcat ("opinion-", galley_opinion_get_type (opinion), NULL);
  words = galley_run_dup_clipped (text, g_array_index (opinion->cues, GalleyOpinionCue, 0).run);

  return galley_reason_new (id, words, NULL);
}
