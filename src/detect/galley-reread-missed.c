/* galley-reread-missed.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reread-private.h"
#include "detect/galley-words.h"

#define LIKELY       0.75
#define MAX_DATELINE 14

#define MAX_BESIDE 3 /* tokens after a cue within which its content begins: "she said. “…”" */
#define MAX_CLAUSE                                                                                 \
  30 /* tokens between the verb of a clause and the one that it shares a subject with */

/* What cannot but report, with a clause or a quotation beside it. */
static const char *const unmistakable[] = {
  "said",  "says",   "say",    "told",    "tells",  "announced", "announces", "added", "adds",
  "wrote", "writes", "posted", "tweeted", "stated", "states",    "warned",    NULL,
};

static gboolean
has_role (const GalleyReread *self, GalleyTokenRun run, GalleyRole role)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      const GalleyMark *mark = _galley_reread_get (self, i);

      if (mark != NULL && mark->role == role)
        return TRUE;
    }

  return FALSE;
}

static guint
count_marks (const GalleyReread *self, GalleyTokenRun run, GalleyRole role)
{
  guint n = 0;

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      const GalleyMark *mark = _galley_reread_get (self, i);

      n += mark != NULL && mark->role == role && mark->first_token == i;
    }

  return n;
}

static GalleyTokenRun
run_beside (const GalleyReread *self, const GalleyMark *mark)
{
  const GalleyText *text = self->rules.text;
  guint paragraph = galley_text_token (text, mark->first_token)->paragraph;
  guint end = g_array_index (text->paragraphs, GalleyTokenRun, paragraph).end_token;

  return (GalleyTokenRun){ mark->end_token, MIN (end, mark->end_token + MAX_BESIDE) };
}

/* Whether the verb at @position reports, and the reader did not say so, or, among fewer contents
 * than cues, not what. */
static gboolean
is_missed (const GalleyReread *self, guint position, gboolean lacks_content)
{
  const GalleyMark *mark = _galley_reread_get (self, position);

  if (!_galley_rules_is (&self->rules, position, GALLEY_SET_FINITE | GALLEY_SET_PARTICIPLE)
      || _galley_rules_flag (&self->rules, position, GALLEY_TOKEN_QUOTED)
      || !galley_text_token_is_any (self->rules.text, position, unmistakable))
    return FALSE;
  if (mark == NULL)
    return TRUE;

  return mark->role == GALLEY_ROLE_CUE && lacks_content
         && !has_role (self, run_beside (self, mark), GALLEY_ROLE_CONTENT);
}

/* The reader may have marked parts of what belongs together now; it must not have marked more. */
static gboolean
can_replace (const GalleyReread *self, const GalleyMark *found)
{
  const GalleyMark *first = _galley_reread_get (self, found->first_token);
  const GalleyMark *last = _galley_reread_get (self, found->end_token - 1);

  return (first == NULL || first->first_token >= found->first_token)
         && (last == NULL || last->end_token <= found->end_token);
}

/* "said goodbye" and "added a week that" report nothing. */
static gboolean
is_clause (const GalleyReread *self, const GalleyMark *cue, const GalleyMark *mark)
{
  if (galley_text_token_equals (self->rules.text, mark->first_token, "that")
      || _galley_rules_flag (&self->rules, mark->first_token, GALLEY_TOKEN_OPENS_QUOTE))
    return TRUE;
  if (mark->first_token == cue->end_token
      && galley_text_token_is_any (self->rules.text,
                                   cue->end_token - 1,
                                   (const char *const[]){ "added", "adds", NULL }))
    return FALSE;

  return _galley_rules_has_finite (&self->rules, mark->first_token, mark->end_token);
}

static void
take_over (GalleyReread *self, guint first, guint end)
{
  GArray *found = self->rules.marks;
  gboolean named = FALSE, reports = FALSE;

  for (guint i = first; i < end; i++)
    {
      const GalleyMark *mark = &g_array_index (found, GalleyMark, i);

      named |= mark->role == GALLEY_ROLE_SOURCE;
      reports |= mark->role == GALLEY_ROLE_CONTENT
                 && is_clause (self, &g_array_index (found, GalleyMark, first), mark);
      if (!can_replace (self, mark))
        return;
    }
  if (!named || !reports)
    return;
  for (guint i = first; i < end; i++)
    {
      GalleyMark mark = g_array_index (found, GalleyMark, i);

      _galley_reread_clear (self, (GalleyTokenRun){ mark.first_token, mark.end_token });
      _galley_reread_add (self, mark);
    }
}

/* The reader knows the source, and the verb stands right behind it: only what is said is missed. */
static void
read_behind_source (GalleyReread *self, const GalleyTokenRun *sentence, guint verb)
{
  const GalleyMark *source;
  GalleyVerbGroup group;
  GalleyMark mark;
  guint start;

  if (!_galley_rules_find_group (&self->rules, verb, sentence, &group)
      || group.run.first_token <= sentence->first_token
      || !_galley_reread_is_free (self, group.run))
    return;
  source = _galley_reread_get (self, group.run.first_token - 1);
  if (source == NULL || source->role != GALLEY_ROLE_SOURCE)
    return;
  mark = (GalleyMark){ GALLEY_ROLE_CUE, group.run.first_token, group.run.end_token, LIKELY };
  start = _galley_rules_content_start (&self->rules,
                                       &group,
                                       (GalleyTokenRun){ source->first_token, source->end_token },
                                       &mark.end_token,
                                       sentence->end_token);
  if (start >= sentence->end_token
      || !_galley_reread_is_free (self, (GalleyTokenRun){ mark.first_token, sentence->end_token }))
    return;
  _galley_reread_add (self, mark);
  mark = (GalleyMark){ GALLEY_ROLE_CONTENT,
                       start,
                       _galley_rules_content_end (&self->rules, start, sentence->end_token),
                       LIKELY };
  if (_galley_reread_is_free (self, (GalleyTokenRun){ mark.first_token, mark.end_token }))
    _galley_reread_add (self, mark);
}

/**
 * _galley_reread_widen_to_verb:
 * @source: before a clause without commas: "an official | who asked not to be named said"
 *
 * Takes the clause into the source, if a verb that cannot but report ends it.
 */
void
_galley_reread_widen_to_verb (GalleyReread *self, GalleyMark *source)
{
  const GalleyText *text = self->rules.text;
  guint sentence = galley_text_token (text, source->first_token)->sentence;
  guint end = g_array_index (text->sentences, GalleyTokenRun, sentence).end_token;

  for (guint i = source->end_token; i < MIN (end, source->end_token + MAX_CLAUSE); i++)
    {
      if (_galley_reread_get (self, i) != NULL || galley_text_token_is (text, i, ","))
        return;
      if (!_galley_rules_is (&self->rules, i, GALLEY_SET_FINITE)
          || !galley_text_token_is_any (text, i, unmistakable))
        continue;
      _galley_reread_own (self,
                          (GalleyTokenRun){ source->end_token, i },
                          self->owners[source->first_token]);
      source->end_token = i;
      return;
    }
}

/* The rules add a cue first, then what belongs to it. */
static void
take_over_attributions (GalleyReread *self, const gboolean *missed)
{
  GArray *found = self->rules.marks;

  for (guint i = 0; i < found->len;)
    {
      const GalleyMark *cue = &g_array_index (found, GalleyMark, i);
      gboolean wanted = FALSE;
      guint end = i + 1;

      while (end < found->len && g_array_index (found, GalleyMark, end).role != GALLEY_ROLE_CUE)
        end++;
      for (guint j = cue->first_token; j < cue->end_token && !wanted; j++)
        wanted = missed[j];
      if (cue->role == GALLEY_ROLE_CUE && wanted)
        take_over (self, i, end);
      i = end;
    }
}

static void
read_again (GalleyReread *self, const GalleyTokenRun *sentence, const gboolean *missed)
{
  GArray *found = self->rules.marks;

  _galley_rules_read_sentence (&self->rules, sentence);
  for (guint i = 0; i < found->len; i++)
    {
      const GalleyMark *mark = &g_array_index (found, GalleyMark, i);

      for (guint j = mark->first_token; j < mark->end_token; j++)
        self->rules.taken[j] = FALSE;
    }
  take_over_attributions (self, missed);
  g_array_set_size (found, 0);
}

/* Past a dateline: "OSLO, Nov 3 (Meridian) - ". */
static guint
begin_of_clause (const GalleyReread *self, GalleyTokenRun sentence)
{
  const GalleyRules *rules = &self->rules;

  if (!_galley_rules_flag (rules, sentence.first_token, GALLEY_TOKEN_PARAGRAPH_START))
    return sentence.first_token;
  for (guint i = sentence.first_token;
       i < MIN (sentence.end_token, sentence.first_token + MAX_DATELINE);
       i++)
    {
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE | GALLEY_SET_MODAL))
        break;
      if (galley_word_is_dash (rules->text, i)
          && _galley_rules_flag (rules, i, GALLEY_TOKEN_SPACE_BEFORE))
        return i + 1;
    }

  return sentence.first_token;
}

/* Whether a verb and all up to the next belong to one clause. */
static gboolean
is_one_clause (const GalleyReread *self, guint verb, guint end)
{
  static const char *const breaks[] = { "that",  "who", "which", "because", "when",  "while",
                                        "as",    "if",  "after", "before",  "since", "whether",
                                        "where", "how", ":",     ";",       NULL };
  const GalleyRules *rules = &self->rules;

  if (verb + MAX_CLAUSE < end || !_galley_rules_is (rules, verb, GALLEY_SET_FINITE))
    return FALSE;
  for (guint i = verb + 1; i < end; i++)
    {
      if (_galley_rules_is (rules, i, GALLEY_SET_FINITE | GALLEY_SET_MODAL)
          || galley_text_token_is_any (rules->text, i, breaks))
        return FALSE;
    }

  return TRUE;
}

/* "The bank left its rate unchanged and said that …": the subject of the first verb speaks. */
static GalleyTokenRun
shared_subject (const GalleyReread *self, const GalleyMark *cue)
{
  const GalleyRules *rules = &self->rules;
  const GalleyToken *token = galley_text_token (rules->text, cue->first_token);
  GalleyTokenRun sentence = g_array_index (rules->text->sentences, GalleyTokenRun, token->sentence);
  guint first = begin_of_clause (self, sentence), verb;

  if (cue->first_token < first + 4
      || !_galley_rules_is (rules, cue->first_token - 1, GALLEY_SET_AND)
      || !_galley_rules_is (rules, cue->end_token - 1, GALLEY_SET_FINITE))
    return (GalleyTokenRun){ first, first };
  verb = _galley_rules_noun_after (rules, first, cue->first_token);
  if (verb == first || !is_one_clause (self, verb, cue->first_token))
    return (GalleyTokenRun){ first, first };

  return (GalleyTokenRun){ first, verb };
}

/* Who stands from the beginning up to the verb, in a sentence of which the reader knows no source.
 */
static GalleyTokenRun
subject_before (const GalleyReread *self, const GalleyMark *cue)
{
  const GalleyRules *rules = &self->rules;
  const GalleyToken *token = galley_text_token (rules->text, cue->first_token);
  GalleyTokenRun sentence = g_array_index (rules->text->sentences, GalleyTokenRun, token->sentence);
  guint first = begin_of_clause (self, sentence), end = cue->first_token;

  if (has_role (self, sentence, GALLEY_ROLE_SOURCE)
      || _galley_rules_noun_before (rules, end, first) != first)
    return (GalleyTokenRun){ end, end };

  return (GalleyTokenRun){ first, end };
}

static void
find_subjects (GalleyReread *self)
{
  guint n_marks = self->marks->len;

  for (guint i = 0; i < n_marks; i++)
    {
      const GalleyMark *cue = &g_array_index (self->marks, GalleyMark, i);
      GalleyTokenRun subject;
      guint verb = cue->end_token - 1;

      if (cue->role != GALLEY_ROLE_CUE || cue->first_token >= cue->end_token)
        continue;
      if (galley_text_token_is (self->rules.text, verb, ":") && verb > cue->first_token)
        verb--;
      if (!galley_text_token_is_any (self->rules.text, verb, unmistakable))
        continue;
      subject = shared_subject (self, cue);
      if (subject.first_token >= subject.end_token)
        subject = subject_before (self, cue);
      if (subject.first_token >= subject.end_token
          || has_role (self,
                       (GalleyTokenRun){ subject.first_token, cue->first_token },
                       GALLEY_ROLE_SOURCE)
          || !_galley_reread_is_free (self, subject))
        continue;
      _galley_reread_add (self,
                          (GalleyMark){ GALLEY_ROLE_SOURCE,
                                        subject.first_token,
                                        subject.end_token,
                                        cue->probability });
    }
}

/* "Our reporter Ann Lee writes: I am at the bridge. It is shut." Without quotation marks it goes on
 * to the paragraph's end. */
static void
widen_dispatches (GalleyReread *self)
{
  const GalleyText *text = self->rules.text;

  for (guint i = 0; i < self->marks->len; i++)
    {
      GalleyMark *mark = &g_array_index (self->marks, GalleyMark, i);
      GalleyTokenRun paragraph, rest;

      if (mark->role != GALLEY_ROLE_CONTENT || mark->first_token >= mark->end_token
          || mark->first_token < 2 || !galley_text_token_is (text, mark->first_token - 1, ":")
          || !galley_text_token_equals (text, mark->first_token - 2, "writes")
          || _galley_rules_flag (&self->rules, mark->first_token, GALLEY_TOKEN_OPENS_QUOTE))
        continue;
      paragraph = g_array_index (text->paragraphs,
                                 GalleyTokenRun,
                                 galley_text_token (text, mark->first_token)->paragraph);
      rest.first_token = mark->end_token;
      rest.end_token =
          _galley_rules_content_end (&self->rules, mark->first_token, paragraph.end_token);
      if (rest.first_token >= rest.end_token || !_galley_reread_is_free (self, rest))
        continue;
      mark->end_token = rest.end_token;
      _galley_reread_own (self, rest, i + 1);
    }
}

/**
 * _galley_reread_find_missed:
 *
 * Reads again, by rules, the sentences in which the reader left a verb unmarked that cannot but
 * report, and looks for the subjects of such verbs.
 */
void
_galley_reread_find_missed (GalleyReread *self)
{
  const GalleyText *text = self->rules.text;
  g_autofree gboolean *missed = g_new0 (gboolean, text->tokens->len + 1);

  for (guint s = 0; s < text->sentences->len; s++)
    {
      GalleyTokenRun sentence = g_array_index (text->sentences, GalleyTokenRun, s);
      gboolean any = FALSE, lacks_content;

      if (sentence.first_token >= sentence.end_token
          || !self->wanted[galley_text_token (text, sentence.first_token)->paragraph])
        continue;
      lacks_content = count_marks (self, sentence, GALLEY_ROLE_CONTENT)
                      < count_marks (self, sentence, GALLEY_ROLE_CUE);
      for (guint i = sentence.first_token; i < sentence.end_token; i++)
        any |= missed[i] = is_missed (self, i, lacks_content);
      if (any)
        read_again (self, &sentence, missed);
      for (guint i = sentence.first_token; any && i < sentence.end_token; i++)
        if (missed[i] && _galley_reread_get (self, i) == NULL)
          read_behind_source (self, &sentence, i);
    }
  find_subjects (self);
  widen_dispatches (self);
}
