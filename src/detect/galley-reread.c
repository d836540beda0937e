/* galley-reread.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reread.h"

#include "detect/galley-reread-private.h"

#define ANONYMITY_REACH 7  /* tokens after a verb in which its asking for anonymity shows */
#define MAX_DOCUMENT    16 /* tokens of the phrase after "according to" */
#define MAX_APPOSITION  10
#define MIN_CONTENT     3
#define SURE            0.9

/* A learnt reader errs now and then where the words leave no doubt. What follows mends only that:
 * each function knows one shape of sentence, and leaves alone what it does not know. */

/* The mark that holds a token, or %NULL. Adding marks moves them. */
GalleyMark *
_galley_reread_get (const GalleyReread *self, guint token)
{
  guint owner = token < self->rules.text->tokens->len ? self->owners[token] : 0;

  return owner > 0 ? &g_array_index (self->marks, GalleyMark, owner - 1) : NULL;
}

static gboolean
is_word (const GalleyReread *self, guint position, const char *word)
{
  return galley_text_token_equals (self->rules.text, position, word);
}

static gboolean
is_any (const GalleyReread *self, guint position, const char *const *words)
{
  return galley_text_token_is_any (self->rules.text, position, words);
}

static gboolean
is_comma (const GalleyReread *self, guint position)
{
  return galley_text_token_is (self->rules.text, position, ",");
}

static guint
sentence_of (const GalleyReread *self, guint position)
{
  return galley_text_token (self->rules.text, position)->sentence;
}

/* Writes down which mark holds a run: 1 + its position, or 0. */
void
_galley_reread_own (GalleyReread *self, GalleyTokenRun run, guint owner)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    self->owners[i] = owner;
}

static void
drop (GalleyReread *self, GalleyMark *mark)
{
  _galley_reread_own (self, (GalleyTokenRun){ mark->first_token, mark->end_token }, 0);
  mark->end_token = mark->first_token;
}

/* Frees the tokens of a run: the marks in it go, those that reach into it are cut. */
void
_galley_reread_clear (GalleyReread *self, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      GalleyMark *mark = _galley_reread_get (self, i);

      if (mark == NULL)
        continue;
      if (mark->first_token < run.first_token)
        {
          _galley_reread_own (self, (GalleyTokenRun){ run.first_token, mark->end_token }, 0);
          mark->end_token = run.first_token;
        }
      else if (mark->end_token > run.end_token)
        {
          _galley_reread_own (self, (GalleyTokenRun){ mark->first_token, run.end_token }, 0);
          mark->first_token = run.end_token;
        }
      else
        {
          drop (self, mark);
        }
    }
}

void
_galley_reread_add (GalleyReread *self, GalleyMark mark)
{
  g_array_append_val (self->marks, mark);
  _galley_reread_own (self, (GalleyTokenRun){ mark.first_token, mark.end_token }, self->marks->len);
}

gboolean
_galley_reread_is_free (const GalleyReread *self, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (self->owners[i] != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_negation (const GalleyReread *self, guint position)
{
  return is_any (self, position, (const char *const[]){ "not", "n't", "never", NULL });
}

/* "asked not to be named", "declined to be identified", "requested anonymity", "spoke on condition
 * of anonymity" */
static gboolean
asks_for_anonymity (const GalleyReread *self, const GalleyMark *cue)
{
  static const char *const asking[] = {
    "asked",    "asking",    "asks",      "declined",   "declining", "declines",
    "insisted", "insisting", "preferred", "preferring", "refused",   "refusing",
    "refuses",  "requested", "requests",  "requesting", "speaking",  "speaks",
    "spoke",    "talked",    "talking",   "wanted",     "wanting",   "wished",
    "agreed",   "demanded",  "sought",    "wishes",     NULL,
  };
  static const char *const refusing[] = { "declined", "declining", "declines", "refused",
                                          "refusing", "refuses",   NULL };
  static const char *const naming[] = { "named", "identified", "quoted", "cited", NULL };
  guint sentence = sentence_of (self, cue->first_token);
  guint end = MIN (self->rules.text->tokens->len, cue->end_token + ANONYMITY_REACH);
  gboolean asks = FALSE, negated = FALSE, passive = FALSE;

  for (guint i = cue->first_token; i < end && sentence_of (self, i) == sentence; i++)
    {
      if (!asks)
        asks = is_any (self, i, asking);
      negated |= is_negation (self, i) || is_any (self, i, refusing);
      passive |= is_any (self, i, (const char *const[]){ "be", "being", NULL });
      if (asks && negated && passive && is_any (self, i, naming))
        return TRUE;
      if (asks && is_any (self, i, (const char *const[]){ "anonymously", "anonymous", NULL }))
        return TRUE;
      /* Anonymity for somebody else is a demand like any other. */
      if (asks && is_word (self, i, "anonymity"))
        return i + 2 >= end || !is_word (self, i + 1, "for") || is_word (self, i + 2, "fear");
    }

  return FALSE;
}

/* The pronoun of the clause goes with it: "an official, who asked …, said". Returns: the source
 * that the clause belongs to without a comma, as in "an official who asked … said", or %NULL */
static GalleyMark *
drop_relative_before (GalleyReread *self, guint first)
{
  static const char *const relatives[] = { "who", "that", "which", NULL };
  GalleyMark *mark = first > 0 ? _galley_reread_get (self, first - 1) : NULL;

  if (mark == NULL || mark->role != GALLEY_ROLE_SOURCE || !is_any (self, first - 1, relatives))
    return NULL;
  self->owners[first - 1] = 0;
  mark->end_token--;
  if (mark->end_token > mark->first_token)
    return mark;

  mark = first > 1 ? _galley_reread_get (self, first - 2) : NULL;

  return mark != NULL && mark->role == GALLEY_ROLE_SOURCE && !is_comma (self, first - 2) ? mark
                                                                                         : NULL;
}

/* What is asked for: the contents right after the verb. */
static void
drop_contents_after (GalleyReread *self, guint end)
{
  guint sentence = sentence_of (self, end - 1);

  for (guint gap = 0; gap < 2 && end + gap < self->rules.text->tokens->len;)
    {
      GalleyMark *mark = _galley_reread_get (self, end + gap);

      if (mark == NULL)
        {
          gap++;
          continue;
        }
      if (mark->role != GALLEY_ROLE_CONTENT || sentence_of (self, end + gap) != sentence)
        return;
      end = mark->end_token;
      gap = 0;
      drop (self, mark);
    }
}

static void
drop_asking_for_anonymity (GalleyReread *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      GalleyMark *cue = &g_array_index (self->marks, GalleyMark, i);
      GalleyMark *source;

      if (cue->role != GALLEY_ROLE_CUE || cue->first_token == cue->end_token
          || !asks_for_anonymity (self, cue))
        continue;
      drop_contents_after (self, cue->end_token);
      source = drop_relative_before (self, cue->first_token);
      drop (self, cue);
      if (source != NULL)
        _galley_reread_widen_to_verb (self, source);
    }
}

static guint
find_comma (const GalleyReread *self, guint start, guint end)
{
  guint i = start;

  while (i < end && !is_comma (self, i))
    i++;

  return i;
}

/* Where the phrase after "According to" ends that opens a sentence: at the comma before a clause.
 */
static guint
end_of_opening_source (const GalleyReread *self, guint start, guint end)
{
  guint comma = find_comma (self, start, MIN (end, start + MAX_DOCUMENT));
  guint second;

  if (comma == MIN (end, start + MAX_DOCUMENT))
    return start;
  second = find_comma (self, comma + 1, MIN (end, comma + 1 + MAX_APPOSITION));
  if (second < end && is_comma (self, second)
      && !_galley_rules_has_finite (&self->rules, comma, second)
      && _galley_rules_has_finite (&self->rules, second, end))
    return second;

  return comma;
}

static gboolean
is_read_well (const GalleyReread *self, guint position)
{
  const GalleyMark *cue = _galley_reread_get (self, position);
  const GalleyMark *source;

  if (cue == NULL || cue->role != GALLEY_ROLE_CUE || cue->end_token != position + 2)
    return FALSE;
  source = _galley_reread_get (self, position + 2);

  return source != NULL && source->role == GALLEY_ROLE_SOURCE;
}

/* "according to" before a noun phrase is the cue, and the phrase the source, whatever else in it
 * might report: "According to a report seen by the Chronicle, …" */
static void
mend_opening_according_to (GalleyReread *self, guint position, guint end)
{
  const GalleyMark cue = { GALLEY_ROLE_CUE, position, position + 2, SURE };
  GalleyMark source = { GALLEY_ROLE_SOURCE, position + 2, position + 2, SURE };
  GalleyMark content = { GALLEY_ROLE_CONTENT, 0, 0, SURE };

  source.end_token = end_of_opening_source (self, source.first_token, end);
  if (source.end_token == source.first_token || source.end_token + 1 + MIN_CONTENT > end)
    return;
  _galley_reread_clear (self, (GalleyTokenRun){ position, source.end_token + 1 });
  _galley_reread_add (self, cue);
  _galley_reread_add (self, source);

  content.first_token = source.end_token + 1;
  content.end_token = _galley_rules_content_end (&self->rules, content.first_token, end);
  if (_galley_reread_is_free (self,
                              (GalleyTokenRun){ content.first_token,
                                                content.first_token + MIN_CONTENT }))
    {
      _galley_reread_clear (self, (GalleyTokenRun){ content.first_token, content.end_token });
      _galley_reread_add (self, content);
    }
}

static void
mend_according_to (GalleyReread *self)
{
  const GalleyText *text = self->rules.text;

  for (guint s = 0; s < text->sentences->len; s++)
    {
      GalleyTokenRun run = g_array_index (text->sentences, GalleyTokenRun, s);
      guint first = run.first_token;

      if (first + 4 < run.end_token && self->wanted[galley_text_token (text, first)->paragraph]
          && is_word (self, first, "according") && is_word (self, first + 1, "to")
          && !_galley_rules_flag (&self->rules, first, GALLEY_TOKEN_QUOTED)
          && !is_read_well (self, first))
        mend_opening_according_to (self, first, run.end_token);
    }
}

/* "Its own legal advice, a four-page memo, states": who speaks is what the phrase begins with, and
 * the apposition tells of it. */
static guint
head_before_apposition (const GalleyReread *self, const GalleyMark *source)
{
  static const char *const determiners[] = { "the", "its", "his", "her",  "their",
                                             "our", "a",   "an",  "this", NULL };
  GalleyTokenRun sentence = g_array_index (self->rules.text->sentences,
                                           GalleyTokenRun,
                                           sentence_of (self, source->first_token));
  guint comma = source->first_token, start;

  if (comma < sentence.first_token + 3 || !is_comma (self, comma - 1)
      || !is_any (self, source->first_token, (const char *const[]){ "a", "an", NULL })
      || !(is_comma (self, source->end_token - 1)
           || (source->end_token < sentence.end_token && is_comma (self, source->end_token))))
    return source->first_token;
  comma--;
  start = _galley_rules_noun_before (&self->rules, comma, sentence.first_token);
  if (start >= comma || !is_any (self, start, determiners)
      || !_galley_reread_is_free (self, (GalleyTokenRun){ start, comma + 1 })
      || (start > sentence.first_token
          && _galley_rules_flag (&self->rules, start - 1, GALLEY_TOKEN_WORD)))
    return source->first_token;

  return start;
}

static void
widen_appositions (GalleyReread *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      GalleyMark *mark = &g_array_index (self->marks, GalleyMark, i);

      if (mark->role != GALLEY_ROLE_SOURCE || mark->first_token >= mark->end_token)
        continue;
      mark->first_token = head_before_apposition (self, mark);
      _galley_reread_own (self, (GalleyTokenRun){ mark->first_token, mark->end_token }, i + 1);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const GalleyMark *) a)->first_token;
  guint32 second = ((const GalleyMark *) b)->first_token;

  return first < second ? -1 : first > second;
}

/* In the order of the text, without those that were dropped. */
static void
tidy (GArray *marks)
{
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      GalleyMark mark = g_array_index (marks, GalleyMark, i);

      if (mark.first_token < mark.end_token)
        g_array_index (marks, GalleyMark, kept++) = mark;
    }
  g_array_set_size (marks, kept);
  g_array_sort (marks, compare_marks);
}

/**
 * galley_reread_marks:
 * @text: the text, tagged
 * @wanted: for each paragraph, whether it is read
 * @marks: (element-type GalleyMark): what a reader marked in it, in the order of the text; changed
 *
 * Mends what a reader marks or misses against words that leave no doubt: asking for anonymity is no
 * quote, "According to" opens an attribution, in "…, the council said" the council says it, and in
 * "“…” — Ann Lee" Ann Lee.
 */
void
galley_reread_marks (const GalleyText *text, const gboolean *wanted, GArray *marks)
{
  guint n_tokens = text->tokens->len;
  g_autofree guint32 *sets = g_new (guint32, n_tokens + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_tokens + 1);
  g_autofree guint *owners = g_new0 (guint, n_tokens + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  GalleyReread self = { { text, sets, taken, found }, wanted, marks, owners };

  for (guint i = 0; i < n_tokens; i++)
    sets[i] = _galley_rules_get_set (text, i);
  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);

      _galley_reread_own (&self, (GalleyTokenRun){ mark->first_token, mark->end_token }, i + 1);
    }

  drop_asking_for_anonymity (&self);
  mend_according_to (&self);
  widen_appositions (&self);
  _galley_reread_find_missed (&self);
  _galley_reread_mend_signed (&self);
  tidy (marks);
}
