/* galley-quotes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-quotes.h"

#include <string.h>

#include "detect/galley-cues.h"
#include "detect/galley-words.h"

/* A speaker who is named later than this many words after the quote's beginning, and after its
 * first sentence, is named late. */
#define LATE_WORDS 25

#define MAX_PHRASE_TOKENS 5

/**
 * galley_quote_note_id:
 *
 * Returns: (transfer none): an id of %GALLEY_TERMS_QUOTE_NOTE
 */
const char *
galley_quote_note_id (GalleyQuoteNote note)
{
  static const char *const ids[GALLEY_N_QUOTE_NOTES] = {
    [GALLEY_QUOTE_ALTERED] = "altered",
    [GALLEY_QUOTE_LATE] = "late-attribution",
    [GALLEY_QUOTE_UNATTRIBUTED] = "unattributed",
    [GALLEY_QUOTE_MULTI_PARAGRAPH] = "multi-paragraph",
    [GALLEY_QUOTE_NESTED] = "nested",
    [GALLEY_QUOTE_SPEAKER_CHANGE] = "speaker-change",
  };

  return ids[note];
}

static const char *
type_of (const GalleyText *text, GArray *contents)
{
  guint n_quoted = 0, n_plain = 0;

  for (guint i = 0; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);

      for (guint j = run.first_token; j < run.end_token; j++)
        {
          if (!galley_token_has (text, j, GALLEY_TOKEN_WORD))
            continue;
          if (galley_token_has (text, j, GALLEY_TOKEN_QUOTED))
            n_quoted++;
          else
            n_plain++;
        }
    }
  if (n_quoted == 0)
    return "indirect";

  return n_plain == 0 ? "direct" : "mixed";
}

static gboolean
has_word (const GalleyText *text, GalleyTokenRun run, const char *const *words)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (galley_word_is_one_of (text, i, words))
        return TRUE;
    }

  return FALSE;
}

/* The beginning of the content, where it stands right after the cue: "declined | to comment". */
static GalleyTokenRun
tail_of_cue (const GalleyAttribution *attribution)
{
  GalleyTokenRun run = g_array_index (attribution->contents, GalleyTokenRun, 0);

  if (!galley_run_is_empty (attribution->cue)
      && (run.first_token < attribution->cue.end_token
          || run.first_token > attribution->cue.end_token + 1))
    return (GalleyTokenRun){ run.first_token, run.first_token };

  return (GalleyTokenRun){ run.first_token, MIN (run.end_token, run.first_token + 7) };
}

/* "declined to comment", "did not respond to a request", "could not be reached" */
static gboolean
is_no_comment (const GalleyText *text, const GalleyAttribution *attribution)
{
  static const char *const refusing[] = { "decline", "declined", "declines", "declining", "refuse",
                                          "refused", "refuses",  "refusing", NULL };
  static const char *const answering[] = { "comment", "elaborate", "discuss", "answer",
                                           "respond", "say",       "speak",   "talk",
                                           "confirm", "specify",   NULL };
  static const char *const responding[] = { "respond", "responded", "reply",  "replied",
                                            "return",  "returned",  "answer", "answered",
                                            "comment", NULL };
  static const char *const asking[] = { "request", "requests",  "email",    "emails",   "call",
                                        "calls",   "message",   "messages", "question", "questions",
                                        "inquiry", "inquiries", "comment",  NULL };
  static const char *const not [] = { "not", "n't", NULL };
  static const char *const reached[] = { "reached", "available", NULL };
  GalleyTokenRun tail = tail_of_cue (attribution);
  GalleyTokenRun cue = galley_run_is_empty (attribution->cue) ? tail : attribution->cue;
  GalleyTokenRun verb = { tail.first_token, MIN (tail.end_token, tail.first_token + 2) };

  if (has_word (text, cue, refusing))
    return has_word (text, cue, answering) || has_word (text, verb, answering);
  if (!has_word (text, cue, not ))
    return FALSE;
  if (has_word (text, cue, responding) || has_word (text, verb, responding))
    return has_word (text, cue, asking) || has_word (text, tail, asking);

  return has_word (text, cue, reached) || has_word (text, verb, reached);
}

static gboolean
is_auxiliary (const GalleyText *text, guint position)
{
  static const char *const auxiliaries[] = { "has",   "have",  "had", "having", "is",    "are",
                                             "was",   "were",  "be",  "been",   "being", "will",
                                             "would", "could", "can", "may",    "might", "do",
                                             "does",  "did",   NULL };

  return galley_word_is_one_of (text, position, auxiliaries);
}

static const char *
lemma_of (const GalleyText *text, guint position, GalleyWord word)
{
  static const char *const irregular[][2] = {
    { "is", "be" },      { "are", "be" },      { "was", "be" },        { "were", "be" },
    { "been", "be" },    { "went", "go" },     { "goes", "go" },       { "going", "go" },
    { "gone", "go" },    { "made", "make" },   { "makes", "make" },    { "making", "make" },
    { "took", "take" },  { "takes", "take" },  { "taken", "take" },    { "taking", "take" },
    { "laid", "lay" },   { "tore", "tear" },   { "spelled", "spell" }, { "spoke", "speak" },
    { "ruled", "rule" }, { "pushed", "push" },
  };
  const GalleyCue *cue;
  guint forms;

  galley_word_fold (text, position, word);
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    {
      if (strcmp (word, irregular[i][0]) == 0)
        return irregular[i][1];
    }
  cue = galley_cue_find_verb (word, &forms);

  return cue != NULL ? cue->lemma : word;
}

static const GalleyCue *
find_phrase (const GalleyText *text, GalleyTokenRun run, GalleyTokenRun *where)
{
  for (guint start = run.first_token; start + 1 < run.end_token; start++)
    {
      g_autoptr (GString) phrase = g_string_new (NULL);
      const GalleyCue *best = NULL;

      for (guint i = start; i < run.end_token && i - start < MAX_PHRASE_TOKENS; i++)
        {
          GalleyWord word;
          const GalleyCue *cue;

          if (i > start)
            g_string_append_c (phrase, ' ');
          g_string_append (phrase,
                           i == start ? lemma_of (text, i, word)
                                      : galley_word_fold (text, i, word));
          cue = i > start ? galley_cue_find (phrase->str) : NULL;
          if (cue != NULL)
            {
              best = cue;
              *where = (GalleyTokenRun){ start, i + 1 };
            }
        }
      if (best != NULL)
        return best;
    }

  return NULL;
}

static const GalleyCue *
find_word (const GalleyText *text, GalleyTokenRun run, gboolean nouns, GalleyTokenRun *where)
{
  const GalleyCue *weak = NULL;

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      GalleyWord word;
      const GalleyCue *cue;
      guint forms;

      if (!nouns && is_auxiliary (text, i))
        continue;
      galley_word_fold (text, i, word);
      cue = nouns ? galley_cue_find_noun (word) : galley_cue_find_verb (word, &forms);
      if (cue == NULL || (weak != NULL && (cue->flags & GALLEY_CUE_WEAK) != 0))
        continue;
      *where = (GalleyTokenRun){ i, i + 1 };
      if ((cue->flags & GALLEY_CUE_WEAK) == 0)
        return cue;
      weak = cue;
    }

  return weak;
}

/* "expressed hope", "issued a statement": the noun says what the weak verb does not */
static const GalleyCue *
find_cue (const GalleyText *text, GalleyTokenRun run, GalleyTokenRun *where)
{
  GalleyTokenRun noun_place = { 0, 0 };
  const GalleyCue *cue = find_phrase (text, run, where), *noun;

  if (cue != NULL)
    return cue;
  cue = find_word (text, run, FALSE, where);
  if (cue != NULL && (cue->flags & GALLEY_CUE_WEAK) == 0)
    return cue;
  noun = find_word (text, run, TRUE, &noun_place);
  if (noun != NULL && (cue == NULL || noun_place.first_token != where->first_token))
    {
      *where = noun_place;
      return noun;
    }

  return cue;
}

static guint
count_words (const GalleyText *text, guint first_token, guint end_token)
{
  guint n = 0;

  for (guint i = first_token; i < end_token; i++)
    n += galley_token_has (text, i, GALLEY_TOKEN_WORD);

  return n;
}

static gboolean
is_late (const GalleyText *text, const GalleyAttribution *attribution)
{
  guint start = g_array_index (attribution->contents, GalleyTokenRun, 0).first_token;
  guint named = attribution->cue.first_token;

  if (galley_run_is_empty (attribution->cue) || named < start)
    return FALSE;
  if (!galley_run_is_empty (attribution->source))
    named = MIN (named, attribution->source.first_token);
  if (named < start
      || galley_text_token (text, named)->sentence == galley_text_token (text, start)->sentence)
    return FALSE;

  return count_words (text, start, named) > LATE_WORDS;
}

static gboolean
is_altered (const GalleyText *text, GArray *contents)
{
  static const char *const signs[] = { "[", "…", "...", ". . .", NULL };

  for (guint i = 0; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);

      for (guint j = run.first_token; j < run.end_token; j++)
        {
          if (galley_token_has (text, j, GALLEY_TOKEN_QUOTED)
              && galley_word_is_one_of (text, j, signs))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_nested (const GalleyText *text, GArray *contents)
{
  for (guint i = 0; i < contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (contents, GalleyTokenRun, i);

      for (guint j = run.first_token; j < run.end_token; j++)
        {
          gint quotation = galley_text_token (text, j)->quotation;

          if (quotation >= 0
              && g_array_index (text->quotations, GalleyQuotation, quotation).parent >= 0)
            return TRUE;
        }
    }

  return FALSE;
}

static guint
notes_of (const GalleyText *text, const GalleyAttribution *attribution)
{
  GArray *contents = attribution->contents;
  const GalleyTokenRun *first = &g_array_index (contents, GalleyTokenRun, 0);
  const GalleyTokenRun *last = &g_array_index (contents, GalleyTokenRun, contents->len - 1);
  guint notes = 0;

  if (is_altered (text, contents))
    notes |= 1 << GALLEY_QUOTE_ALTERED;
  if (is_late (text, attribution))
    notes |= 1 << GALLEY_QUOTE_LATE;
  if (galley_run_is_empty (attribution->source))
    notes |= 1 << GALLEY_QUOTE_UNATTRIBUTED;
  if (galley_text_token (text, first->first_token)->paragraph
      != galley_text_token (text, last->end_token - 1)->paragraph)
    notes |= 1 << GALLEY_QUOTE_MULTI_PARAGRAPH;
  if (is_nested (text, contents))
    notes |= 1 << GALLEY_QUOTE_NESTED;

  return notes;
}

/**
 * galley_quote_judge:
 * @attribution: one attribution
 * @facts: (out)
 *
 * Tells what kind of quote an attribution is, from its quotation marks and its cue.
 */
void
galley_quote_judge (const GalleyText *text,
                    const GalleyAttribution *attribution,
                    GalleyQuoteFacts *facts)
{
  const GalleyCue *cue = NULL;

  memset (facts, 0, sizeof *facts);
  facts->manner = g_intern_static_string ("speech");
  facts->notes = notes_of (text, attribution);
  facts->type = g_intern_string (
      is_no_comment (text, attribution) ? "no-comment" : type_of (text, attribution->contents));
  if (galley_run_is_empty (attribution->cue))
    return;

  facts->verb = attribution->cue;
  facts->verb_class = g_intern_static_string ("neutral");
  cue = find_cue (text, attribution->cue, &facts->verb);
  if (cue != NULL)
    {
      facts->manner = g_intern_string (galley_cue_get_manner (cue));
      facts->verb_class = g_intern_string (galley_cue_get_verb_class (cue));
    }
}

static gboolean
is_spoken (const GalleyQuoteFacts *facts)
{
  return strcmp (facts->type, "direct") == 0;
}

/**
 * galley_quotes_note_speaker_changes:
 * @attributions: (element-type GalleyAttribution): in the order of the text
 * @facts: (array): of each attribution
 *
 * Notes the quotes that begin, in one paragraph with the quote of another speaker, before the
 * reader learns that the speaker is another.
 */
void
galley_quotes_note_speaker_changes (const GalleyText *text,
                                    GPtrArray *attributions,
                                    const GalleySpeakers *speakers,
                                    GalleyQuoteFacts *facts)
{
  for (guint i = 1; i < attributions->len; i++)
    {
      const GalleyAttribution *last = attributions->pdata[i - 1];
      const GalleyAttribution *here = attributions->pdata[i];
      guint start = g_array_index (here->contents, GalleyTokenRun, 0).first_token;
      const GalleyTokenRun *end =
          &g_array_index (last->contents, GalleyTokenRun, last->contents->len - 1);

      if (!is_spoken (&facts[i]) || !is_spoken (&facts[i - 1])
          || galley_speakers_get_of (speakers, i) == galley_speakers_get_of (speakers, i - 1)
          || galley_run_is_empty (here->source) || here->source.first_token < start
          || galley_text_token (text, start)->paragraph
                 != galley_text_token (text, end->first_token)->paragraph)
        continue;
      facts[i].notes |= 1 << GALLEY_QUOTE_SPEAKER_CHANGE;
    }
}
