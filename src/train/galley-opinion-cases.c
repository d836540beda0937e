/* galley-opinion-cases.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-opinion-cases.h"

#include "detect/galley-opinion-features.h"
#include "train/galley-feature-counts.h"
#include "train/galley-train.h"

/* Features of fewer sentences teach the sentence they stood in. */
#define LEAST_SEEN 2

/* Sentences of one article follow each other in NewsSD, which does not say where one ends: blocks
 * of this many keep most of an article in one fold. */
#define BLOCK 20

static GalleyCases *
cases_new (guint first_hash)
{
  GalleyCases *self = g_new0 (GalleyCases, 1);

  self->cases = g_array_new (FALSE, FALSE, sizeof (GalleyCase));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->first_hash = first_hash;
  self->ids = g_hash_table_new (NULL, NULL);
  self->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
galley_cases_free (GalleyCases *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->cases->len; i++)
    g_free (g_array_index (self->cases, GalleyCase, i).features);
  g_array_unref (self->cases);
  g_array_unref (self->hashes);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->articles);
  g_free (self);
}

guint
galley_cases_get_n_weights (const GalleyCases *self)
{
  return self->first_hash + self->hashes->len;
}

static guint
number_article (GalleyCases *self, const GalleyLabelledSentence *sentence, guint i)
{
  g_autofree char *name = sentence->article != NULL && *sentence->article != '\0'
                              ? g_strdup (sentence->article)
                              : g_strdup_printf ("%u", i / BLOCK);
  gpointer number;

  if (g_hash_table_lookup_extended (self->articles, name, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_hash_table_insert (self->articles,
                       g_steal_pointer (&name),
                       GUINT_TO_POINTER (self->n_articles));
  return self->n_articles++;
}

/* The id of a hash value, 0 where it was seen too rarely to have one. */
static guint
find_id (GalleyCases *self, const GalleyFeatureCounts *seen, guint32 hash)
{
  gpointer id = g_hash_table_lookup (self->ids, GUINT_TO_POINTER (hash));
  guint32 kept = hash;

  if (id != NULL)
    return GPOINTER_TO_UINT (id);
  if (galley_feature_counts_prune (seen, LEAST_SEEN, &kept, 1) == 0)
    return 0;
  g_array_append_val (self->hashes, hash);
  id = GUINT_TO_POINTER (galley_cases_get_n_weights (self) - 1);
  g_hash_table_insert (self->ids, GUINT_TO_POINTER (hash), id);
  return GPOINTER_TO_UINT (id);
}

static void
add_case (GalleyCases *self,
          const GalleyCase *about,
          GArray *features,
          const guint32 *hashes,
          guint n_hashes,
          double value,
          const GalleyFeatureCounts *seen)
{
  GalleyCase made = *about;

  for (guint i = 0; i < n_hashes; i++)
    {
      GalleyLogisticFeature feature = { find_id (self, seen, hashes[i]), (float) value };

      if (feature.id != 0)
        g_array_append_val (features, feature);
    }
  made.n_features = features->len;
  made.features = g_memdup2 (features->data, features->len * sizeof (GalleyLogisticFeature));
  g_array_append_val (self->cases, made);
}

static void
init_sentence (GalleyOpinionSentence *self, const GalleyLabelledSentence *labelled, GArray *cues)
{
  galley_opinion_sentence_init (
      self, labelled->text, (GalleyTokenRun){ 0, labelled->text->tokens->len }, NULL, cues);
}

static void
add_sentence (GalleyCases *self,
              const GalleyLabelledSentence *labelled,
              guint number,
              GalleyCasesParts parts,
              const GalleyFeatureCounts *seen)
{
  GalleyTokenRun run = { 0, labelled->text->tokens->len };
  g_autoptr (GArray) cues = galley_opinion_cues_find (labelled->text, run, NULL);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (GalleyLogisticFeature));
  g_autofree GalleyOpinionSentence *sentence = g_new (GalleyOpinionSentence, 1);
  GalleyCase about = {
    .truth = labelled->opinion,
    .corpus = labelled->corpus,
    .article = number_article (self, labelled, number),
    .sentence = number,
  };
  GalleyLogisticFeature is_news = { GALLEY_CASE_IS_NEWS, 1 };
  float counts[GALLEY_N_OPINION_FEATURES];
  guint32 grams[GALLEY_OPINION_MAX_GRAMS];
  guint n_grams;

  init_sentence (sentence, labelled, cues);
  galley_opinion_features (sentence, labelled->text, cues, counts);
  g_array_append_val (features, is_news);
  for (guint i = 0; i < GALLEY_N_OPINION_FEATURES; i++)
    if (counts[i] > 0 || counts[i] < 0)
      {
        GalleyLogisticFeature count = { i, counts[i] };

        g_array_append_val (features, count);
      }
  n_grams = galley_opinion_grams (sentence, grams);
  add_case (self,
            &about,
            features,
            grams,
            (parts & GALLEY_CASES_WORDS) != 0 ? n_grams : 0,
            galley_opinion_gram_value (n_grams),
            seen);
}

static void
see_sentence (GalleyFeatureCounts *seen, const GalleyLabelledSentence *labelled)
{
  GalleyTokenRun run = { 0, labelled->text->tokens->len };
  g_autoptr (GArray) cues = galley_opinion_cues_find (labelled->text, run, NULL);
  g_autofree GalleyOpinionSentence *sentence = g_new (GalleyOpinionSentence, 1);
  guint32 grams[GALLEY_OPINION_MAX_GRAMS];

  init_sentence (sentence, labelled, cues);
  galley_feature_counts_see (seen, grams, galley_opinion_grams (sentence, grams));
}

/**
 * galley_cases_new_sentences:
 * @sentences: (element-type GalleyLabelledSentence)
 * @parts: what of them is looked at
 *
 * Returns: (transfer full): one case a sentence, whether people say it states a view. The first
 *   feature of each is %GALLEY_CASE_IS_NEWS.
 */
GalleyCases *
galley_cases_new_sentences (GPtrArray *sentences, GalleyCasesParts parts)
{
  GalleyCases *self = cases_new (GALLEY_N_OPINION_FEATURES + 1);
  g_autoptr (GalleyFeatureCounts) seen = galley_feature_counts_new ();

  for (guint i = 0; i < sentences->len; i++)
    see_sentence (seen, sentences->pdata[i]);
  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, sentences->pdata[i], i, parts, seen);
  return self;
}

typedef struct
{
  GalleyCases *cases; /* NULL: only count */
  GalleyFeatureCounts *seen;
  GArray *features;
} WordJob;

static void
look_at_words (WordJob *job,
               const GalleyLabelledSentence *labelled,
               guint number,
               guint article,
               double strength)
{
  GalleyTokenRun run = { 0, labelled->text->tokens->len };
  g_autoptr (GArray) cues = galley_opinion_cues_find (labelled->text, run, NULL);
  g_autofree GalleyOpinionSentence *sentence = g_new (GalleyOpinionSentence, 1);

  init_sentence (sentence, labelled, cues);
  for (guint i = 0; i < sentence->n_words; i++)
    {
      GalleyCase about = { .truth = labelled->loaded[i],
                           .corpus = labelled->corpus,
                           .article = article,
                           .sentence = number,
                           .place = i };
      GalleyLogisticFeature bias = { 0, 1 };
      guint32 features[GALLEY_OPINION_MAX_LOADED];
      guint n_features;

      if (!sentence->words[i].facts.has_letter)
        continue;
      n_features = galley_opinion_loaded_features (sentence, i, strength, features);
      if (job->cases == NULL)
        {
          galley_feature_counts_see (job->seen, features, n_features);
          continue;
        }
      g_array_set_size (job->features, 0);
      g_array_append_val (job->features, bias);
      add_case (job->cases, &about, job->features, features, n_features, 1, job->seen);
    }
}

/**
 * galley_cases_new_words:
 * @sentences: (element-type GalleyLabelledSentence)
 * @strengths: (array): of each sentence, how surely a model that has not seen it calls it a view
 *
 * Returns: (transfer full): one case a word of the sentences where loaded words are marked; the
 *   bias is weight 0
 */
GalleyCases *
galley_cases_new_words (GPtrArray *sentences, const double *strengths)
{
  GalleyCases *self = cases_new (1);
  g_autoptr (GalleyFeatureCounts) seen = galley_feature_counts_new ();
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (GalleyLogisticFeature));
  WordJob job = { NULL, seen, features };

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < sentences->len; i++)
        {
          const GalleyLabelledSentence *sentence = sentences->pdata[i];

          if (sentence->loaded != NULL)
            look_at_words (&job, sentence, i, number_article (self, sentence, i), strengths[i]);
        }
      job.cases = self;
    }
  return self;
}

/**
 * galley_case_chance:
 *
 * Returns: 0..1, what the weights say of a case
 */
double
galley_case_chance (const GalleyCase *self, const double *weights)
{
  return galley_logistic_chance (
      galley_logistic_add_up (weights, self->features, self->n_features));
}

/**
 * galley_cases_fit:
 * @start: (array) (nullable): as galley_logistic_fit() takes it
 * @folds: (array) (nullable): the fold of each article
 * @left_out: the fold that is not looked at; -1: none
 *
 * Returns: (transfer full) (array): weights
 */
double *
galley_cases_fit (const GalleyCases *self,
                  const GalleyLogisticSettings *settings,
                  const double *start,
                  const guint *folds,
                  gint left_out)
{
  g_autoptr (GalleyLogistic) logistic = galley_logistic_new (galley_cases_get_n_weights (self));

  for (guint i = 0; i < self->cases->len; i++)
    {
      const GalleyCase *one = &g_array_index (self->cases, GalleyCase, i);
      guint n_hidden = one->n_features > 0 && one->features[0].id == GALLEY_CASE_IS_NEWS
                               && one->corpus != GALLEY_LABELLED_NEWSSD
                           ? 1
                           : 0;

      if (one->truth >= 0 && (left_out < 0 || folds[one->article] != (guint) left_out))
        galley_logistic_add_case (logistic,
                                  one->features + n_hidden,
                                  one->n_features - n_hidden,
                                  one->truth);
    }
  return galley_logistic_fit (logistic, settings, start);
}

/**
 * galley_cases_cross_validate:
 *
 * Returns: (transfer full) (array): what models that had not seen an article of a case say of it:
 *   first of all cases, then of all again with other folds, @n_repeats times
 */
double *
galley_cases_cross_validate (const GalleyCases *self,
                             const GalleyLogisticSettings *settings,
                             const double *start,
                             guint n_repeats)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GALLEY_TRAIN_SEED);
  g_autofree guint *order = galley_train_order_new (self->n_articles);
  g_autofree guint *folds = g_new (guint, self->n_articles + 1);
  double *chances = g_new (double, n_repeats * self->cases->len + 1);

  for (guint repeat = 0; repeat < n_repeats; repeat++)
    {
      galley_train_shuffle (random, order, self->n_articles);
      for (guint i = 0; i < self->n_articles; i++)
        folds[order[i]] = i % GALLEY_CASE_FOLDS;
      for (guint fold = 0; fold < GALLEY_CASE_FOLDS; fold++)
        {
          g_autofree double *weights = galley_cases_fit (self, settings, start, folds, (gint) fold);

          for (guint i = 0; i < self->cases->len; i++)
            {
              const GalleyCase *one = &g_array_index (self->cases, GalleyCase, i);

              if (folds[one->article] == fold)
                chances[repeat * self->cases->len + i] = galley_case_chance (one, weights);
            }
        }
    }
  return chances;
}
