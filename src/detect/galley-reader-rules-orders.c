/* galley-reader-rules-orders.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules-private.h"

#include <string.h>

#define MIN_CONTENT 3  /* tokens of a content that stands before its source */
#define MAX_ASIDE   12 /* tokens between a cue and what it reports: "said on Monday that" */
#define SURE        0.9
#define LIKELY      0.75
#define POSSIBLE    0.55

static inline gboolean
token_is (const GalleyRules *rules, guint position, const char *literal)
{
  return galley_text_token_is (rules->text, position, literal);
}

static inline gboolean
opens_quote (const GalleyRules *rules, guint position)
{
  return _galley_rules_flag (rules, position, GALLEY_TOKEN_OPENS_QUOTE);
}

static inline gboolean
closes_quote (const GalleyRules *rules, guint position)
{
  return _galley_rules_flag (rules, position, GALLEY_TOKEN_CLOSES_QUOTE);
}

static void
add_attribution (GalleyRules *rules, GalleyTokenRun source, GalleyTokenRun cue, double probability)
{
  _galley_rules_add (rules, GALLEY_ROLE_CUE, cue.first_token, cue.end_token, probability);
  _galley_rules_add (rules, GALLEY_ROLE_SOURCE, source.first_token, source.end_token, probability);
}

static gboolean
is_taken (const GalleyRules *rules, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (rules->taken[i])
        return TRUE;
    }

  return FALSE;
}

/* What may follow "…, he said": the end, a comma, a place or time, more of the quotation. */
static gboolean
ends_report (const GalleyRules *rules, guint position, guint end)
{
  static const char *const times[] = { "monday",    "tuesday",  "wednesday", "thursday",
                                       "friday",    "saturday", "sunday",    "today",
                                       "yesterday", "later",    NULL };

  if (position >= end || opens_quote (rules, position))
    return TRUE;
  if (!_galley_rules_flag (rules, position, GALLEY_TOKEN_WORD))
    return strchr (".,;:?!()", rules->text->text[galley_text_token (rules->text, position)->start])
               != NULL
           || closes_quote (rules, position) || token_is (rules, position, "—");

  return galley_text_token_is_any (rules->text, position, times)
         || (_galley_rules_is (rules, position, GALLEY_SET_PREPOSITION | GALLEY_SET_ADVERB)
             && !_galley_rules_opens_clause (rules, position));
}

/* Where the second half of a split quotation begins after "…," he said; @end where there is none.
 */
static guint
find_second_half (const GalleyRules *rules, guint start, guint end, gboolean quoted)
{
  for (guint i = start; i < end && i - start <= MAX_ASIDE; i++)
    {
      if (opens_quote (rules, i))
        return i;
      if (!quoted && i == start && token_is (rules, i, ",") && i + 2 < end)
        return i + 1;
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE))
        break;
    }

  return end;
}

/* CONTENT, source cue — and CONTENT, cue source. @before: the token before both. */
static gboolean
take_report_after (GalleyRules *rules,
                   const GalleyTokenRun *sentence,
                   GalleyTokenRun source,
                   const GalleyVerbGroup *group,
                   guint before)
{
  guint rest = MAX (source.end_token, group->run.end_token);
  gboolean quoted = closes_quote (rules, before);
  guint first = _galley_rules_widen_start (rules, sentence->first_token);
  guint end = quoted ? before + 1 : before;
  guint second;

  if (!quoted && !token_is (rules, before, ",") && !token_is (rules, before, "—"))
    return FALSE;
  if (!quoted && before > sentence->first_token && closes_quote (rules, before - 1))
    quoted = TRUE;
  /* "Two officials, who asked not to be named," is a clause within the phrase. */
  if (!quoted
      && ((group->cue->flags & GALLEY_CUE_WEAK)
          || _galley_rules_is (rules, source.first_token, GALLEY_SET_WH)))
    return FALSE;
  second = find_second_half (rules, rest, sentence->end_token, quoted);
  if (end < first + MIN_CONTENT && second == sentence->end_token && !quoted)
    return FALSE;
  /* "On Monday, he said …" has nothing before it that could be reported. */
  if (!quoted && !_galley_rules_has_finite (rules, first, end)
      && (second == sentence->end_token || opens_quote (rules, second)))
    return FALSE;

  add_attribution (rules, source, group->run, quoted ? SURE : LIKELY);
  _galley_rules_add (rules, GALLEY_ROLE_CONTENT, first, end, quoted ? SURE : LIKELY);
  if (second < sentence->end_token)
    _galley_rules_add (rules,
                       GALLEY_ROLE_CONTENT,
                       second,
                       _galley_rules_content_end (rules, second, sentence->end_token),
                       LIKELY);

  return TRUE;
}

static gboolean
is_speaking (const GalleyVerbGroup *group)
{
  return (group->cue->flags & (GALLEY_CUE_TAKES_QUOTE | GALLEY_CUE_TAKES_CLAUSE)) != 0
         && (group->forms & ~(guint) GALLEY_CUE_FORM_ING) != 0;
}

/* Finds "…, he said" and "…, said Ann Poe" in a sentence. */
static gboolean
find_report_after (GalleyRules *rules, const GalleyTokenRun *sentence, guint verb)
{
  GalleyVerbGroup group;
  GalleyTokenRun source;
  guint first = sentence->first_token;
  guint after;

  if (!_galley_rules_find_group (rules, verb, sentence, &group) || !is_speaking (&group)
      || is_taken (rules, group.run))
    return FALSE;

  source.end_token = group.run.first_token;
  source.first_token = _galley_rules_noun_before (rules, source.end_token, first);
  after = group.run.end_token;
  if (group.cue->flags & GALLEY_CUE_TAKES_RECIPIENT)
    after = _galley_rules_noun_after (rules, after, sentence->end_token);
  if (source.first_token < source.end_token && source.first_token > first
      && (ends_report (rules, after, sentence->end_token)
          || (closes_quote (rules, source.first_token - 1)
              && !_galley_rules_opens_clause (rules, group.run.end_token)))
      && take_report_after (rules, sentence, source, &group, source.first_token - 1))
    return TRUE;

  /* Turned round. */
  if (group.run.first_token == first
      || !(closes_quote (rules, group.run.first_token - 1)
           || token_is (rules, group.run.first_token - 1, ","))
      || !(group.cue->flags & GALLEY_CUE_TAKES_QUOTE)
      || !_galley_rules_is (rules, verb, GALLEY_SET_FINITE | GALLEY_SET_PARTICIPLE))
    return FALSE;
  source.first_token = group.run.end_token;
  source.end_token = _galley_rules_noun_after (rules, source.first_token, sentence->end_token);
  if (source.first_token == source.end_token
      || !ends_report (rules, source.end_token, sentence->end_token))
    return FALSE;

  return take_report_after (rules, sentence, source, &group, group.run.first_token - 1);
}

/* Where a phrase ends that no rule for phrases knows. */
static guint
find_punctuation (const GalleyRules *rules, guint start, guint end)
{
  guint i = start;

  while (i < end && i - start < MAX_ASIDE
         && (_galley_rules_flag (rules, i, GALLEY_TOKEN_WORD) || opens_quote (rules, i)
             || closes_quote (rules, i)))
    i++;

  return i;
}

/* according to X */
static gboolean
find_according_to (GalleyRules *rules, const GalleyTokenRun *sentence, guint position)
{
  guint first = sentence->first_token, end = sentence->end_token;
  GalleyTokenRun cue = { position, position + 2 };
  GalleyTokenRun source;
  guint start;

  if (position + 2 >= end || !galley_text_token_equals (rules->text, position, "according")
      || !galley_text_token_equals (rules->text, position + 1, "to")
      || _galley_rules_flag (rules, position, GALLEY_TOKEN_QUOTED))
    return FALSE;
  source.first_token = position + 2;
  source.end_token = _galley_rules_noun_after (rules, source.first_token, end);
  if (source.first_token == source.end_token)
    source.end_token = find_punctuation (rules, source.first_token, end);
  if (source.first_token == source.end_token)
    return FALSE;

  add_attribution (rules, source, cue, SURE);
  if (position <= first + 1)
    {
      start = source.end_token;
      while (start < end && !opens_quote (rules, start) && !token_is (rules, start, ","))
        start++;
      start += start < end && token_is (rules, start, ",");
      if (start < end)
        _galley_rules_add (
            rules, GALLEY_ROLE_CONTENT, start, _galley_rules_content_end (rules, start, end), SURE);
      return TRUE;
    }

  start = _galley_rules_widen_start (rules, first);
  if (position > first && token_is (rules, position - 1, ","))
    position--;
  _galley_rules_add (rules, GALLEY_ROLE_CONTENT, start, position, SURE);
  if (source.end_token + MIN_CONTENT < end && token_is (rules, source.end_token, ","))
    _galley_rules_add (rules,
                       GALLEY_ROLE_CONTENT,
                       source.end_token + 1,
                       _galley_rules_content_end (rules, source.end_token + 1, end),
                       LIKELY);

  return TRUE;
}

static gboolean
parts_clauses (const GalleyRules *rules, guint position)
{
  return token_is (rules, position, ",") || token_is (rules, position, "—")
         || token_is (rules, position, "–") || token_is (rules, position, "--");
}

/* Where a reported clause stops since the source does something else: "said X and called for Y". */
static guint
find_next_cue (const GalleyRules *rules,
               const GalleyTokenRun *sentence,
               const GalleyVerbGroup *group,
               guint start,
               guint end)
{
  gboolean finite =
      _galley_rules_is (rules, group->verb, GALLEY_SET_FINITE | GALLEY_SET_PARTICIPLE);

  for (guint i = start + 1; i + 1 < MIN (end, start + GALLEY_RULES_WINDOW); i++)
    {
      GalleyVerbGroup next;
      guint verb = i + 1;

      if (_galley_rules_flag (rules, i, GALLEY_TOKEN_QUOTED | GALLEY_TOKEN_OPENS_QUOTE)
          || !(parts_clauses (rules, i) || _galley_rules_is (rules, i, GALLEY_SET_AND)))
        continue;
      while (verb + 1 < end && (_galley_rules_is (rules, verb, GALLEY_SET_ADVERB | GALLEY_SET_AND)))
        verb++;
      if (!_galley_rules_find_group (rules, verb, sentence, &next)
          || (next.cue->flags & GALLEY_CUE_WEAK))
        continue;
      if (_galley_rules_is (rules, verb, GALLEY_SET_ING)
              ? parts_clauses (rules, i)
              : finite && _galley_rules_is (rules, verb, GALLEY_SET_FINITE))
        return token_is (rules, i - 1, ",") ? i - 1 : i;
    }

  return end;
}

/* Said Ann Poe: “…” */
static gboolean
find_turned_start (GalleyRules *rules, const GalleyTokenRun *sentence, const GalleyVerbGroup *group)
{
  guint end = sentence->end_token;
  GalleyTokenRun source = { group->run.end_token, group->run.end_token };

  if (group->run.first_token != sentence->first_token
      || !(group->cue->flags & GALLEY_CUE_TAKES_QUOTE)
      || !_galley_rules_is (rules, group->verb, GALLEY_SET_FINITE | GALLEY_SET_PARTICIPLE))
    return FALSE;
  source.end_token = _galley_rules_noun_after (rules, source.first_token, end);
  if (source.end_token == source.first_token || source.end_token + 2 >= end
      || _galley_rules_flag (rules, source.end_token, GALLEY_TOKEN_WORD)
      || !opens_quote (rules, source.end_token + 1))
    return FALSE;

  add_attribution (rules, source, group->run, LIKELY);
  _galley_rules_add (rules,
                     GALLEY_ROLE_CONTENT,
                     source.end_token + 1,
                     _galley_rules_content_end (rules, source.end_token + 1, end),
                     LIKELY);

  return TRUE;
}

/* "asked not to be named" says how somebody speaks, not what. */
static gboolean
asks_for_anonymity (const GalleyRules *rules, guint start, guint end)
{
  static const char *const words[] = { "named", "identified", "quoted", "anonymity", NULL };

  for (guint i = start; i < MIN (end, start + 5); i++)
    {
      if (galley_text_token_is_any (rules->text, i, words))
        return TRUE;
    }

  return FALSE;
}

/* source cue CONTENT */
static gboolean
find_report_before (GalleyRules *rules, const GalleyTokenRun *sentence, guint verb)
{
  GalleyVerbGroup group;
  GalleyTokenRun source;
  guint start, end, cue_end;

  if (!_galley_rules_find_group (rules, verb, sentence, &group) || is_taken (rules, group.run))
    return FALSE;
  if (_galley_rules_is (rules, verb, GALLEY_SET_BASE) && group.run.first_token == verb)
    return FALSE; /* an order, or part of what somebody else wants */
  if (_galley_rules_is (rules, verb, GALLEY_SET_PARTICIPLE) && group.run.first_token == verb
      && (group.cue->flags & GALLEY_CUE_TAKES_OBJECT))
    return FALSE; /* "a band called …" */
  if (asks_for_anonymity (rules, group.run.end_token, sentence->end_token))
    return FALSE;
  if (find_turned_start (rules, sentence, &group))
    return TRUE;

  source.end_token = group.run.first_token;
  source.first_token = _galley_rules_noun_before (rules, source.end_token, sentence->first_token);
  if (is_taken (rules, source))
    source.first_token = source.end_token;
  /* Without a subject only "…, saying that" and "and said that" report. */
  if (source.first_token == source.end_token
      && !(group.run.first_token > sentence->first_token
           && (_galley_rules_is (rules, group.run.first_token - 1, GALLEY_SET_AND)
               || (_galley_rules_is (rules, verb, GALLEY_SET_ING)
                   && !(group.cue->flags & GALLEY_CUE_WEAK)))))
    return FALSE;
  if (source.first_token < source.end_token && _galley_rules_is (rules, verb, GALLEY_SET_ING)
      && group.run.first_token == verb)
    source.first_token = source.end_token; /* "in a statement saying …" */

  cue_end = group.run.end_token;
  start = _galley_rules_content_start (rules, &group, source, &cue_end, sentence->end_token);
  if (start >= sentence->end_token)
    return FALSE;
  end = find_next_cue (rules, sentence, &group, start, sentence->end_token);
  end = _galley_rules_content_end (rules, start, end);
  if (end <= start)
    return FALSE;

  group.run.end_token = cue_end;
  add_attribution (rules, source, group.run, LIKELY);
  _galley_rules_add (rules, GALLEY_ROLE_CONTENT, start, end, LIKELY);

  return TRUE;
}

/* His claim that …, Ann Poe’s plan to … */
static gboolean
find_noun (GalleyRules *rules, const GalleyTokenRun *sentence, guint position)
{
  guint first = sentence->first_token, end = sentence->end_token;
  const GalleyCue *cue;
  GalleyTokenRun source = { position, position };
  char word[32];
  guint content_end;

  if (position <= first || position + 2 >= end || rules->taken[position]
      || !_galley_rules_is (rules, position, GALLEY_SET_NOUN)
      || !(galley_text_token_equals (rules->text, position + 1, "that")
           || _galley_rules_is (rules, position + 1, GALLEY_SET_TO)))
    return FALSE;
  galley_text_copy_folded (rules->text, position, word, sizeof word);
  cue = galley_cue_find_noun (word);
  if (cue == NULL)
    return FALSE;

  if (_galley_rules_is (rules, position - 1, GALLEY_SET_POSSESSIVE) && position >= first + 2)
    source.first_token = _galley_rules_noun_before (rules, position - 1, first);
  else if (_galley_rules_is (rules, position - 1, GALLEY_SET_DETERMINER)
           && !galley_text_token_equals (rules->text, position - 1, "the")
           && !galley_text_token_equals (rules->text, position - 1, "a")
           && !galley_text_token_equals (rules->text, position - 1, "no"))
    source.first_token = position - 1;
  else
    return FALSE;

  source.end_token = position;
  content_end = _galley_rules_content_end (rules, position + 1, end);
  add_attribution (rules, source, (GalleyTokenRun){ position, position + 1 }, POSSIBLE);
  _galley_rules_add (rules, GALLEY_ROLE_CONTENT, position + 1, content_end, POSSIBLE);

  return TRUE;
}

/* Ann Poe: We will win — in a headline. */
static gboolean
find_headline_colon (GalleyRules *rules, const GalleyTokenRun *sentence)
{
  static const char *const labels[] = { "the",     "exclusive", "breaking", "revealed", "watch",
                                        "video",   "boom",      "poll",     "report",   "analysis",
                                        "opinion", "review",    "live",     "update",   "editorial",
                                        "column",  "interview", "fact",     "photos",   NULL };
  guint first = sentence->first_token;
  GalleyTokenRun source = { first, first };

  if (galley_text_token (rules->text, first)->paragraph > 0
      || _galley_rules_flag (rules, first, GALLEY_TOKEN_QUOTED))
    return FALSE;
  while (source.end_token < sentence->end_token && source.end_token < first + 4
         && _galley_rules_flag (rules, source.end_token, GALLEY_TOKEN_CAPITAL))
    source.end_token++;
  if (source.end_token == first || source.end_token + 3 > sentence->end_token
      || !token_is (rules, source.end_token, ":")
      || galley_text_token_is_any (rules->text, first, labels))
    return FALSE;

  add_attribution (rules,
                   source,
                   (GalleyTokenRun){ source.end_token, source.end_token + 1 },
                   POSSIBLE);
  _galley_rules_add (rules,
                     GALLEY_ROLE_CONTENT,
                     source.end_token + 1,
                     _galley_rules_content_end (rules, source.end_token + 1, sentence->end_token),
                     POSSIBLE);

  return TRUE;
}

/**
 * _galley_rules_read_sentence:
 *
 * Finds the attributions of a sentence, the outermost first: what follows its content reports all
 * before it, so that a cue within that content is part of it.
 */
void
_galley_rules_read_sentence (GalleyRules *rules, const GalleyTokenRun *sentence)
{
  guint first = sentence->first_token, end = sentence->end_token;

  if (find_headline_colon (rules, sentence))
    return;
  for (guint i = end; i-- > first;)
    {
      if (rules->taken[i] || !_galley_rules_flag (rules, i, GALLEY_TOKEN_WORD))
        continue;
      if (!find_report_after (rules, sentence, i))
        find_according_to (rules, sentence, i);
    }
  for (guint i = first; i < end; i++)
    {
      if (rules->taken[i] || !_galley_rules_flag (rules, i, GALLEY_TOKEN_WORD))
        continue;
      if (!find_noun (rules, sentence, i))
        find_report_before (rules, sentence, i);
    }
}
