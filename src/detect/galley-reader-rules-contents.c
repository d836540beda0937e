/* galley-reader-rules-contents.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules-private.h"

#define MAX_ASIDE 12 /* tokens between a cue and what it reports: "said on Monday that" */

/**
 * _galley_rules_opens_clause:
 *
 * Returns: %TRUE for a word that opens a clause which a cue reports: that, whether, how
 */
gboolean
_galley_rules_opens_clause (const GalleyRules *rules, guint position)
{
  static const char *const words[] = { "that", "whether", "if",    "how",  "why",
                                       "what", "who",     "where", "when", NULL };

  return galley_text_token_is_any (rules->text, position, words);
}

/* "told reporters on Monday that": what stands between a cue and a clause, if a clause follows. */
static guint
find_clause_after_aside (const GalleyRules *rules, guint start, guint end)
{
  for (guint i = start; i < end && i - start <= MAX_ASIDE; i++)
    {
      if (galley_text_token_equals (rules->text, i, "that")
          || _galley_rules_flag (rules, i, GALLEY_TOKEN_OPENS_QUOTE)
          || galley_text_token_equals (rules->text, i, "whether"))
        return i;
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE | GALLEY_SET_MODAL))
        break;
    }

  return end;
}

/* "said on Friday he had won": past the day. */
static guint
skip_time (const GalleyRules *rules, guint start, guint end)
{
  static const char *const days[] = { "monday",   "tuesday", "wednesday", "thursday",  "friday",
                                      "saturday", "sunday",  "today",     "yesterday", NULL };
  guint i = start;

  if (i + 2 < end && galley_text_token_equals (rules->text, i, "on"))
    i++;
  if (i + 1 >= end || !galley_text_token_is_any (rules->text, i, days))
    return start;
  i++;
  if (galley_text_token_is_any (rules->text,
                                i,
                                (const char *const[]){
                                    "morning", "afternoon", "evening", "night", NULL }))
    i++;

  return MIN (i, end - 1);
}

/* "Polls show Poe ahead": what shows must be a thing that can. */
static gboolean
is_evidence (const GalleyRules *rules, GalleyTokenRun source)
{
  static const char *const more[] = { "results", "polls",   "numbers", "records",    "files",
                                      "emails",  "video",   "footage", "statistics", "papers",
                                      "filings", "returns", NULL };
  char word[32];
  const GalleyCue *cue;

  for (guint i = source.first_token; i < source.end_token; i++)
    {
      galley_text_copy_folded (rules->text, i, word, sizeof word);
      cue = galley_cue_find_noun (word);
      if ((cue != NULL && cue->manner == GALLEY_MANNER_EVIDENCE)
          || galley_text_token_is_any (rules->text, i, more))
        return TRUE;
    }

  return FALSE;
}

/* "called for", "warned of": the preposition belongs to the cue; others part it from a clause. */
static guint
find_after_preposition (
    const GalleyRules *rules, const GalleyCue *cue, guint start, guint *cue_end, guint end)
{
  static const char *const loose[] = { "to", "on", "with", NULL };
  char word[16];

  galley_text_copy_folded (rules->text, start, word, sizeof word);
  if (start + 1 >= end || !galley_cue_takes_preposition (cue, word))
    return end;
  if (galley_text_token_is_any (rules->text, start, loose))
    return find_clause_after_aside (rules, start + 1, end);

  *cue_end = start + 1;
  return start + 1;
}

/* "told reporters that", "urged them to", "told them he …" */
static guint
find_after_recipient (const GalleyRules *rules, guint flags, guint start, guint end)
{
  guint recipient = _galley_rules_noun_after (rules, start, end);
  guint clause = find_clause_after_aside (rules, recipient, end);

  if (clause < end)
    return clause;
  if (recipient < end && _galley_rules_is (rules, recipient, GALLEY_SET_TO)
      && (flags & GALLEY_CUE_TAKES_INFINITIVE))
    return recipient;
  if (recipient > start && recipient + 2 < end
      && _galley_rules_flag (rules, recipient, GALLEY_TOKEN_WORD)
      && _galley_rules_has_finite (rules, recipient, end))
    return recipient;

  return end;
}

/* Whether a clause without "that" begins: "the market would close", "too many were asked". */
static gboolean
begins_clause (const GalleyRules *rules, guint start, guint end)
{
  if (!_galley_rules_flag (rules, start, GALLEY_TOKEN_WORD)
      || !_galley_rules_has_finite (rules, start, end))
    return FALSE;
  if (!_galley_rules_is (rules, start, GALLEY_SET_PREPOSITION | GALLEY_SET_ADVERB)
      || galley_text_token_equals (rules->text, start, "there"))
    return TRUE;

  return _galley_rules_is (rules, start, GALLEY_SET_ADVERB) && start + 1 < end
         && _galley_rules_is (rules,
                              start + 1,
                              GALLEY_SET_ADJECTIVE | GALLEY_SET_NOUN | GALLEY_SET_DETERMINER
                                  | GALLEY_SET_PRONOUN);
}

/* Where nothing marks the content: after an aside, or what a clause or an object looks like. */
static guint
find_unmarked (const GalleyRules *rules, guint flags, guint start, guint end)
{
  guint clause;

  if (!(flags & GALLEY_CUE_WEAK))
    start = skip_time (rules, start, end);
  clause = find_clause_after_aside (rules, start, end);

  if (flags & GALLEY_CUE_WEAK)
    return (flags & GALLEY_CUE_TAKES_OBJECT) && clause < end
                   && _galley_rules_flag (rules, clause, GALLEY_TOKEN_OPENS_QUOTE)
               ? start
               : end;
  if (clause < end
      && _galley_rules_is (rules,
                           start,
                           GALLEY_SET_PREPOSITION | GALLEY_SET_ADVERB | GALLEY_SET_NOUN))
    return clause;
  if ((flags & GALLEY_CUE_TAKES_CLAUSE) && begins_clause (rules, start, end))
    return start;
  if ((flags & GALLEY_CUE_TAKES_OBJECT) && _galley_rules_flag (rules, start, GALLEY_TOKEN_WORD)
      && !_galley_rules_is (rules, start, GALLEY_SET_PREPOSITION | GALLEY_SET_AND))
    return start;

  return end;
}

/**
 * _galley_rules_content_start:
 * @group: the cue, which stands before its content
 * @source: its source, or an empty run
 * @cue_end: (inout): where the cue ends; moved over the colon or preposition that belongs to it
 * @end: where the sentence ends
 *
 * Returns: where what the cue reports begins; @end where nothing shows that it reports
 */
guint
_galley_rules_content_start (const GalleyRules *rules,
                             const GalleyVerbGroup *group,
                             GalleyTokenRun source,
                             guint *cue_end,
                             guint end)
{
  guint flags = group->cue->flags;
  guint start = *cue_end;
  guint found;

  if (is_evidence (rules, source))
    flags &= ~(guint) GALLEY_CUE_WEAK;
  if (start < end && galley_text_token_is (rules->text, start, ":"))
    return *cue_end = start + 1;
  if (start + 1 < end && galley_text_token_is (rules->text, start, ",")
      && _galley_rules_flag (rules, start + 1, GALLEY_TOKEN_OPENS_QUOTE))
    return start + 1;
  if (start >= end || _galley_rules_flag (rules, start, GALLEY_TOKEN_OPENS_QUOTE)
      || (_galley_rules_opens_clause (rules, start) && (flags & GALLEY_CUE_TAKES_CLAUSE)))
    return start;
  if (_galley_rules_is (rules, start, GALLEY_SET_TO))
    return (flags & GALLEY_CUE_TAKES_INFINITIVE) && start + 1 < end
                   && _galley_rules_is (rules, start + 1, GALLEY_SET_BASE)
               ? start
               : end;

  found = find_after_preposition (rules, group->cue, start, cue_end, end);
  if (found == end && (flags & GALLEY_CUE_TAKES_RECIPIENT))
    found = find_after_recipient (rules, flags, start, end);

  return found < end ? found : find_unmarked (rules, flags, start, end);
}
