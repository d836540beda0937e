/* galley-opinions.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-opinions.h"

#include <string.h>

#include "detect/galley-link.h"
#include "detect/galley-opinion-model.h"
#include "detect/galley-words.h"

/* What is left of a sentence beside what others say must be a clause. */
#define MIN_OWN_WORDS 4

#define SURE             0.55
#define SURE_OF_PERSON   0.7
#define SURE_OF_QUESTION 0.65

/* In a column, against the news that the weights were learnt for. The first turns 0.45 into SURE.
 */
#define ODDS_OF_COLUMN   1.5
#define ODDS_OF_QUESTION 4.0
#define ODDS_OF_DEMAND   3.0

void
galley_opinion_free (GalleyOpinion *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->cues, g_array_unref);
  g_free (self);
}

static int
compare_cues (gconstpointer a, gconstpointer b)
{
  const GalleyOpinionCue *one = a, *other = b;
  guint rank = one->telling ? galley_opinion_group_rank (one->group) : 0;
  guint other_rank = other->telling ? galley_opinion_group_rank (other->group) : 0;

  if (rank != other_rank)
    return rank > other_rank ? -1 : 1;

  return one->run.first_token < other->run.first_token ? -1 : 1;
}

static gboolean
is_edge (const GalleyText *text, GalleyTokenRun sentence, guint position)
{
  return position <= sentence.first_token || position >= sentence.end_token
         || !galley_token_has (text, position, GALLEY_TOKEN_WORD);
}

static guint
count_words (const GalleyText *text, GalleyTokenRun run)
{
  guint n = 0;

  for (guint i = run.first_token; i < run.end_token; i++)
    n += galley_token_has (text, i, GALLEY_TOKEN_WORD)
         && !galley_token_has (text, i, GALLEY_TOKEN_QUOTED);

  return n;
}

/* The highest of its words. */
static double
loaded_score (const GalleyOpinionSentence *sentence, GalleyTokenRun run, double strength)
{
  const GalleyOpinionModel *model = galley_opinion_model_get_default ();
  guint end = MIN (run.end_token - sentence->first_token, sentence->n_words);
  double best = -G_MAXDOUBLE;

  for (guint i = run.first_token - sentence->first_token; i < end; i++)
    best = MAX (best, galley_opinion_model_loaded (model, sentence, i, strength));

  return best;
}

/* Which cues may be pointed at. What the lists of judging words know is so only where the words
 * judge: raw, three of five would be wrong. */
static void
weigh_cues (const GalleyText *text, const GalleyOpinionSentence *sentence, GalleyOpinion *self)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      GalleyOpinionCue *cue = &g_array_index (self->cues, GalleyOpinionCue, i);

      cue->telling = galley_opinion_cue_tells (text, self->run, cue);
      if (cue->telling && galley_opinion_group_is_judging (cue->group))
        cue->telling = self->strength >= GALLEY_OPINION_DECISION
                       && loaded_score (sentence, cue->run, self->strength) >= 0;
    }
}

/* Adjectives and adverbs that no list knows; nouns and verbs rather tell the topic. */
static gboolean
may_judge (const GalleyOpinionWord *word, gboolean first)
{
  return !word->theirs && word->cue == 0 && (word->sort == 'J' || word->sort == 'R')
         && word->facts.has_letter && !word->facts.has_digit && (first || !word->facts.capital);
}

/* What the model calls loaded beside the lists, where they have nothing to point at. */
static void
add_loaded_words (const GalleyOpinionSentence *sentence, GalleyOpinion *self)
{
  const GalleyOpinionModel *model = galley_opinion_model_get_default ();

  for (guint i = 0; i < self->cues->len; i++)
    if (g_array_index (self->cues, GalleyOpinionCue, i).telling)
      return;
  for (guint i = 0; i < sentence->n_words; i++)
    {
      guint token = sentence->first_token + i;
      GalleyOpinionCue cue = { { token, token + 1 }, GALLEY_OPINION_MILD, TRUE };

      if (may_judge (&sentence->words[i], i == 0)
          && galley_opinion_model_loaded (model, sentence, i, self->strength)
                 >= GALLEY_OPINION_LOADED_MARGIN)
        g_array_append_val (self->cues, cue);
    }
}

/* The reader's own view goes before that of the model of opinions, which every build has. */
static double
weigh (const GalleyText *text,
       const GalleyOpinionSentence *sentence,
       const GalleyOpinion *self,
       const GalleyReading *reading,
       const GalleyReaderTraits *traits)
{
  double read = reading != NULL ? galley_reading_get_opinion (reading, self->run) : -1;

  if (read >= 0)
    return galley_reader_traits_opinion_strength (traits, read);

  return galley_opinion_model_strength (galley_opinion_model_get_default (),
                                        sentence,
                                        text,
                                        self->cues);
}

/**
 * galley_opinion_judge:
 * @run: tokens of a sentence of a text that is tagged
 * @said: (nullable): for each token of the text, whether it is somebody else's
 * @reading: (nullable): of the text
 * @traits: (nullable): of its reader; may be %NULL where @reading is
 *
 * Weighs how surely a sentence states a view of its writer. The words that show it are found by
 * lists and models that know words, whoever reads.
 *
 * Returns: (transfer full)
 */
GalleyOpinion *
galley_opinion_judge (const GalleyText *text,
                      GalleyTokenRun run,
                      const gboolean *said,
                      const GalleyReading *reading,
                      const GalleyReaderTraits *traits)
{
  GalleyOpinion *self = g_new0 (GalleyOpinion, 1);
  GalleyOpinionSentence sentence;

  self->run = run;
  self->cues = galley_opinion_cues_find (text, run, said);
  galley_opinion_sentence_init (&sentence, text, run, said, self->cues);
  if (count_words (text, run) > 0)
    self->strength = weigh (text, &sentence, self, reading, traits);
  weigh_cues (text, &sentence, self);
  if (self->strength >= GALLEY_OPINION_DECISION)
    add_loaded_words (&sentence, self);
  g_array_sort (self->cues, compare_cues);
  self->group = self->cues->len > 0 ? g_array_index (self->cues, GalleyOpinionCue, 0).group
                                    : GALLEY_OPINION_MILD;

  return self;
}

/**
 * galley_opinion_is_stated:
 *
 * Returns: %TRUE if it is strong enough to be shown and there are words to point at
 */
gboolean
galley_opinion_is_stated (const GalleyOpinion *self)
{
  return self->strength >= GALLEY_OPINION_DECISION && self->cues->len > 0
         && g_array_index (self->cues, GalleyOpinionCue, 0).telling;
}

/**
 * galley_opinion_get_type:
 *
 * Returns: an id of %GALLEY_TERMS_OPINION: what the word that weighs most does, or where no word
 *   shows it, that the sentence as a whole interprets
 */
const char *
galley_opinion_get_type (const GalleyOpinion *self)
{
  return galley_opinion_is_stated (self) ? galley_opinion_group_type (self->group)
                                         : "interpretation";
}

static void
mark_run (gboolean *said, GalleyTokenRun run)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    said[i] = TRUE;
}

static gboolean *
mark_what_others_say (const GalleyText *text, GPtrArray *attributions)
{
  gboolean *said = g_new0 (gboolean, text->tokens->len + 1);

  for (guint i = 0; i < attributions->len; i++)
    {
      const GalleyAttribution *attribution = attributions->pdata[i];

      mark_run (said, attribution->source);
      for (guint j = 0; j < attribution->contents->len; j++)
        mark_run (said, g_array_index (attribution->contents, GalleyTokenRun, j));
    }

  return said;
}

/* The longest stretch of a sentence that is the writer's own. */
static GalleyTokenRun
own_part (const GalleyText *text, GalleyTokenRun sentence, const gboolean *said)
{
  GalleyTokenRun best = { sentence.first_token, sentence.first_token };
  guint start = sentence.first_token;

  for (guint i = sentence.first_token; i <= sentence.end_token; i++)
    {
      if (i < sentence.end_token && !said[i])
        continue;
      if (i - start > best.end_token - best.first_token)
        best = (GalleyTokenRun){ start, i };
      start = i + 1;
    }
  if (best.first_token == sentence.first_token && best.end_token == sentence.end_token)
    return best;
  while (best.first_token < best.end_token
         && !galley_token_has (text, best.first_token, GALLEY_TOKEN_WORD))
    best.first_token++;
  while (best.end_token > best.first_token
         && !galley_token_has (text, best.end_token - 1, GALLEY_TOKEN_WORD))
    best.end_token--;

  return best;
}

/* A part of a sentence is shown only where it can be read by itself: most of the sentence, or a
 * clause between punctuation marks. */
static gboolean
can_be_read (const GalleyText *text, GalleyTokenRun sentence, GalleyTokenRun own)
{
  guint n_words = count_words (text, own);

  if (n_words < MIN_OWN_WORDS)
    return FALSE;
  if (10 * n_words >= 7 * count_words (text, sentence))
    return TRUE;

  return (own.first_token == sentence.first_token || is_edge (text, sentence, own.first_token - 1))
         && is_edge (text, sentence, own.end_token);
}

/* "reckless", where the model of words finds it loaded, and "so-called" judge wherever they stand.
 */
static gboolean
is_plain_judgement (GalleyOpinionGroup group)
{
  return group == GALLEY_OPINION_STRONG || group == GALLEY_OPINION_LABEL
         || group == GALLEY_OPINION_ADVERB || group == GALLEY_OPINION_DISTANCE;
}

/* A sentence with its full stop: neither a part of one nor a headline. */
static gboolean
is_whole (const GalleyText *text, GalleyTokenRun run)
{
  guint position = galley_text_token (text, run.first_token)->sentence;
  GalleyTokenRun sentence = g_array_index (text->sentences, GalleyTokenRun, position);

  return run.first_token == sentence.first_token && run.end_token == sentence.end_token
         && !galley_token_has (text, run.end_token - 1, GALLEY_TOKEN_WORD);
}

/* In an article most sentences report: a suggestion without a plain judgement must be surer than a
 * sentence by itself, and surer still where an outlet only speaks of itself ("our reporter") or may
 * only want to know. */
static gboolean
is_sure (const GalleyText *text, const GalleyOpinion *opinion, const GalleyReaderTraits *traits)
{
  if (!galley_opinion_is_stated (opinion))
    return opinion->strength >= traits->opinion_by_form && is_whole (text, opinion->run);
  if (strcmp (galley_opinion_group_type (opinion->group), "first-person") == 0)
    return opinion->strength >= SURE_OF_PERSON;
  if (opinion->group == GALLEY_OPINION_QUESTION)
    return opinion->strength >= SURE_OF_QUESTION;

  return is_plain_judgement (opinion->group) || opinion->strength >= SURE;
}

/* "must now do", "must explain", not "must be sent by Friday", which is a rule */
static gboolean
is_demand (const GalleyText *text, GalleyTokenRun cue)
{
  return cue.end_token < text->tokens->len && !galley_word_is (text, cue.end_token, "be");
}

/* How much likelier than in the news a column asks only to answer, and says what is to be done. */
static double
odds_in_column (const GalleyText *text, const GalleyOpinion *opinion)
{
  const GalleyOpinionCue *cue;

  if (opinion->cues->len == 0)
    return 1;
  cue = &g_array_index (opinion->cues, GalleyOpinionCue, 0);
  if (cue->group == GALLEY_OPINION_QUESTION)
    return ODDS_OF_QUESTION;
  if (cue->group == GALLEY_OPINION_PRESCRIBE
      || (cue->group == GALLEY_OPINION_OBLIGE && is_demand (text, cue->run)))
    return ODDS_OF_DEMAND;

  return ODDS_OF_COLUMN;
}

static void
weigh_as_column (const GalleyText *text, GalleyOpinion *opinion)
{
  double odds = odds_in_column (text, opinion);

  opinion->strength = opinion->strength * odds / (1 - opinion->strength + opinion->strength * odds);
}

/**
 * galley_opinions_find:
 * @wanted: for each paragraph, whether it is the article's own text
 * @column: whether the work as a whole is one that judges: an opinion, an analysis, a review
 * @attributions: (element-type GalleyAttribution): what others say; never the writer's opinion
 * @reading: (nullable): of the text
 * @traits: how its reader errs
 *
 * Returns: (transfer full) (element-type GalleyOpinion): the sentences, or parts of sentences, that
 *   state a view in the writer's own voice, in the order of the text
 */
GPtrArray *
galley_opinions_find (const GalleyText *text,
                      const gboolean *wanted,
                      gboolean column,
                      GPtrArray *attributions,
                      const GalleyReading *reading,
                      const GalleyReaderTraits *traits)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_opinion_free);
  g_autofree gboolean *said = mark_what_others_say (text, attributions);

  for (guint s = 0; s < text->sentences->len; s++)
    {
      GalleyTokenRun sentence = g_array_index (text->sentences, GalleyTokenRun, s);
      GalleyTokenRun own;
      GalleyOpinion *opinion;

      if (sentence.first_token >= sentence.end_token
          || !wanted[galley_text_token (text, sentence.first_token)->paragraph])
        continue;
      own = own_part (text, sentence, said);
      if (!can_be_read (text, sentence, own))
        continue;
      opinion = galley_opinion_judge (text, own, said, reading, traits);
      if (column)
        weigh_as_column (text, opinion);
      if (is_sure (text, opinion, traits))
        g_ptr_array_add (found, opinion);
      else
        galley_opinion_free (opinion);
    }

  return found;
}
