/* galley-opinion-card.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-opinion-card.h"

#include <math.h>

#include "detect/galley-opinion-model.h"
#include "detect/galley-opinions.h"
#include "train/galley-train.h"

#define N_BINS 10

void
galley_opinion_report_clear (GalleyOpinionReport *self)
{
  g_clear_pointer (&self->news, g_array_unref);
  g_clear_pointer (&self->babe, g_array_unref);
  g_clear_pointer (&self->test, g_array_unref);
  g_clear_pointer (&self->loaded, g_array_unref);
}

/* Whether each token of a sentence belongs to a judging word of our lists. */
static gboolean *
find_listed (const GalleyLabelledSentence *sentence)
{
  GalleyTokenRun run = { 0, sentence->text->tokens->len };
  g_autoptr (GArray) cues = galley_opinion_cues_find (sentence->text, run, NULL);
  gboolean *listed = g_new0 (gboolean, sentence->text->tokens->len + 1);

  for (guint i = 0; i < cues->len; i++)
    {
      const GalleyOpinionCue *cue = &g_array_index (cues, GalleyOpinionCue, i);

      for (guint j = cue->run.first_token; j < cue->run.end_token; j++)
        listed[j] = galley_opinion_group_is_judging (cue->group);
    }
  return listed;
}

/**
 * galley_opinion_report_lists:
 * @words: (element-type GalleyCase): of @sentences
 * @chances: (array): of each, by a model that has not seen it
 *
 * Measures what the lists of judging words are worth by themselves, and behind the model.
 */
void
galley_opinion_report_lists (GalleyOpinionReport *self,
                             GPtrArray *sentences,
                             const GalleyCases *words,
                             const double *chances)
{
  g_autofree gboolean *listed = NULL;
  guint before = G_MAXUINT;
  double odds = self->loaded_from / (1 - self->loaded_from) * exp (GALLEY_OPINION_LOADED_MARGIN);

  for (guint i = 0; i < words->cases->len; i++)
    {
      const GalleyCase *one = &g_array_index (words->cases, GalleyCase, i);
      guint is_loaded = one->truth >= 1 ? 1 : 0;

      if (one->sentence != before)
        {
          const GalleyLabelledSentence *sentence = sentences->pdata[one->sentence];

          g_free (listed);
          listed = find_listed (sentence);
          before = one->sentence;
        }
      self->listed.n[listed[one->place] ? 1 : 0][is_loaded]++;
      self->gated.n[listed[one->place] && chances[i] >= self->loaded_from ? 1 : 0][is_loaded]++;
      self->unlisted.n[!listed[one->place] && chances[i] >= odds / (1 + odds) ? 1 : 0][is_loaded]++;
    }
}

/**
 * galley_opinion_report_test:
 * @tests: (element-type GalleyLabelledSentence)
 * @model: as it is written
 *
 * Measures the model on sentences that decide nothing in learning.
 */
gboolean
galley_opinion_report_test (GalleyOpinionReport *self,
                            GPtrArray *tests,
                            GBytes *bytes,
                            GError **error)
{
  g_autoptr (GalleyOpinionModel) model = galley_opinion_model_new (bytes, error);
  g_autofree GalleyOpinionSentence *sentence = g_new (GalleyOpinionSentence, 1);

  if (model == NULL)
    return FALSE;
  self->test = g_array_new (FALSE, FALSE, sizeof (GalleyScored));
  for (guint i = 0; i < tests->len; i++)
    {
      const GalleyLabelledSentence *labelled = tests->pdata[i];
      GalleyTokenRun run = { 0, labelled->text->tokens->len };
      g_autoptr (GArray) cues = galley_opinion_cues_find (labelled->text, run, NULL);
      GalleyScored scored = { .is_true = labelled->opinion >= 1 };

      galley_opinion_sentence_init (sentence, labelled->text, run, NULL, cues);
      scored.chance = galley_opinion_model_strength (model, sentence, labelled->text, cues);
      g_array_append_val (self->test, scored);
    }
  return TRUE;
}

static void
append_head (const GalleyOpinionReport *self, GPtrArray *sentences, GString *card)
{
  g_autofree char *version = galley_train_version ("opinions");
  guint n[2] = { 0 }, n_opinions[2] = { 0 }, n_halves = 0, n_open = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const GalleyLabelledSentence *one = sentences->pdata[i];

      n[one->corpus]++;
      n_opinions[one->corpus] += one->opinion >= 1;
      n_open += one->opinion < 0;
      n_halves += one->opinion > 0 && one->opinion < 1;
    }
  g_string_append_printf (
      card,
      "# opinions.galleylm (%s)\n\n"
      "How surely a sentence states its writer's view (label 'view'), and which words judge where "
      "they\n"
      "stand ('loaded'): two logistic regressions. The first looks at counts of groups of words\n"
      "(`galley-opinion-words.c`) and of the shape of the sentence (`galley-opinion-features.c`), "
      "and at its\n"
      "words, word pairs, beginnings and endings (`galley-opinion-grams.c`), names and numbers "
      "only "
      "by their\n"
      "part of speech; the second at a word, its neighbours and how strong the sentence is.\n\n"
      "| | |\n| --- | --- |\n"
      "| Learnt from | NewsSD-ENG, training and validation parts (Antici and others, CC BY 4.0): "
      "%u sentences, %u of them opinions |\n"
      "| | BABE, training part (Spinde and others): %u sentences, %u opinions, %u both factual and "
      "opinionated (counted as half), %u without agreement (for words only) |\n"
      "| Licence | BABE's repository is under AGPL-3.0, and says nothing of what is learnt from "
      "it; "
      "so this file is kept apart from the program, which runs with any other in its place |\n"
      "| Holds | %" G_GSIZE_FORMAT " bytes, no text |\n"
      "| Decision | one half; it was a chance of %.2f before bias and slope (%.2f) went into the "
      "weights, found by %u-fold cross-validation over articles, best for both corpora together "
      "|\n\n",
      version,
      n[GALLEY_LABELLED_NEWSSD],
      n_opinions[GALLEY_LABELLED_NEWSSD],
      n[GALLEY_LABELLED_BABE],
      n_opinions[GALLEY_LABELLED_BABE],
      n_halves,
      n_open,
      self->size,
      self->decision,
      self->slope,
      GALLEY_CASE_FOLDS);
}

static void
append_figures (GString *card, const char *name, const GArray *scored)
{
  GalleyConfusion stated = galley_scored_count (scored, GALLEY_OPINION_DECISION);
  GalleyConfusion clear = galley_scored_count (scored, GALLEY_OPINION_CLEAR);

  g_string_append_printf (card,
                          "| %s | %.3f | %.3f | %.3f | %.3f | %.3f (%u of %u) |\n",
                          name,
                          galley_confusion_macro_f1 (&stated),
                          galley_confusion_precision (&stated),
                          galley_confusion_recall (&stated),
                          galley_scored_area (scored),
                          galley_confusion_precision (&clear),
                          clear.n[1][1],
                          clear.n[1][0] + clear.n[1][1]);
}

static void
append_bins (GString *card, const GArray *scored)
{
  guint n[N_BINS] = { 0 }, n_true[N_BINS] = { 0 };

  for (guint i = 0; i < scored->len; i++)
    {
      const GalleyScored *one = &g_array_index (scored, GalleyScored, i);
      guint bin = MIN ((guint) (one->chance * N_BINS), N_BINS - 1);

      n[bin]++;
      n_true[bin] += one->is_true;
    }
  for (guint i = 0; i < N_BINS; i++)
    g_string_append_printf (card, " %u of %u |", n_true[i], n[i]);
  g_string_append_c (card, '\n');
}

static void
append_reliability (const GalleyOpinionReport *self, GString *card)
{
  g_string_append (card, "\nHow many are opinions, by strength:\n\n| |");
  for (guint i = 0; i < N_BINS; i++)
    g_string_append_printf (card, " 0.%u |", i);
  g_string_append (card, "\n| --- |");
  for (guint i = 0; i < N_BINS; i++)
    g_string_append (card, " --- |");
  g_string_append (card, "\n| NewsSD-ENG, held out |");
  append_bins (card, self->news);
  g_string_append (card, "| BABE, held out |");
  append_bins (card, self->babe);
  g_string_append (card, "| NewsSD-ENG test |");
  append_bins (card, self->test);
}

static void
append_words (GString *card, const char *name, const GalleyConfusion *found)
{
  g_string_append_printf (card,
                          "| %s | %.3f | %.3f | %u of %u |\n",
                          name,
                          galley_confusion_precision (found),
                          galley_confusion_recall (found),
                          found->n[1][1],
                          found->n[1][0] + found->n[1][1]);
}

static void
append_loaded (const GalleyOpinionReport *self, GString *card)
{
  GalleyConfusion found = galley_scored_count (self->loaded, self->loaded_from);
  GalleyConfusion surer =
      galley_scored_count (self->loaded, galley_scored_find_precise (self->loaded, 0.6));

  g_string_append (card,
                   "\nLoaded words, BABE, articles held out:\n\n"
                   "| | precision | recall | right |\n| --- | --- | --- | --- |\n");
  append_words (card, "all judging words of our lists", &self->listed);
  append_words (card, "those of them that the model calls loaded", &self->gated);
  append_words (card, "words in no list, of which the model is surer", &self->unlisted);
  append_words (card, "every word that the model calls loaded", &found);
  append_words (card, "the same, surer", &surer);
}

/**
 * galley_opinion_report_to_card:
 * @sentences: (element-type GalleyLabelledSentence): what was learnt from
 *
 * Returns: (transfer full): the model's card, in Markdown
 */
char *
galley_opinion_report_to_card (const GalleyOpinionReport *self, GPtrArray *sentences)
{
  GString *card = g_string_new (NULL);

  append_head (self, sentences, card);
  g_string_append (card,
                   "| | macro F1 | precision of opinions | recall of opinions | area under ROC | "
                   "of those called clear |\n"
                   "| --- | --- | --- | --- | --- | --- |\n");
  append_figures (card, "NewsSD-ENG, articles held out, four times over", self->news);
  append_figures (card, "BABE, articles held out, four times over", self->babe);
  append_figures (card, "NewsSD-ENG test", self->test);
  append_reliability (self, card);
  append_loaded (self, card);
  g_string_append_printf (
      card,
      "\nThe test part has more opinions (a half) than NewsSD's other parts (a third); it decides "
      "nothing in\n"
      "learning. A sentence that is found is a hint to look, not a verdict.\n\n"
      "Learnt anew, to the same bytes (the day in the version heeds SOURCE_DATE_EPOCH), by\n\n"
      "    %s\n",
      self->command);
  return g_string_free (card, FALSE);
}
