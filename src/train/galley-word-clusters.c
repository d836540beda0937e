/* galley-word-clusters.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-word-clusters.h"

#include <math.h>
#include <string.h>

#include "language/galley-word-facts.h"

#define SENTENCE_END (-1)

/* Classes that no word moves into: of sentences' ends and of rare words. */
enum
{
  CLASS_EDGE,
  CLASS_RARE,
  N_FIXED,
};

struct _GalleyWordClusters
{
  GHashTable *numbers;
  GArray *words;
  GArray *sequence;
};

/* The state of learning: how often each class follows each. */
typedef struct
{
  const gint32 *sequence;
  guint length;
  const GalleyWordUse *words;
  guint n_words;
  guint n_classes;
  guint16 *class_of;
  guint32 *pairs;
  guint32 *totals;
  double *x_log_x;
  guint32 *first_place;
  guint32 *places;
} Learner;

/* One word's neighbours by class. */
typedef struct
{
  guint32 *before;
  guint32 *after;
  guint *classes_before;
  guint *classes_after;
  guint n_before;
  guint n_after;
  guint32 n_itself;
} Company;

GalleyWordClusters *
galley_word_clusters_new (void)
{
  GalleyWordClusters *self = g_new0 (GalleyWordClusters, 1);
  gint32 end = SENTENCE_END;

  self->numbers = g_hash_table_new (NULL, NULL);
  self->words = g_array_new (FALSE, TRUE, sizeof (GalleyWordUse));
  self->sequence = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_val (self->sequence, end);
  return self;
}

void
galley_word_clusters_free (GalleyWordClusters *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_array_unref (self->words);
  g_array_unref (self->sequence);
  g_free (self);
}

static gint32
last_of (const GalleyWordClusters *self)
{
  return g_array_index (self->sequence, gint32, self->sequence->len - 1);
}

/**
 * galley_word_clusters_add:
 * @word: (array length=length): the next word of the text, valid UTF-8
 * @length: bytes
 */
void
galley_word_clusters_add (GalleyWordClusters *self, const char *word, gsize length)
{
  GalleyWordFacts facts;
  GalleyWordUse *use;
  gpointer found;
  gint32 number;

  galley_word_facts_init (&facts, word, length);
  if (g_hash_table_lookup_extended (self->numbers, GUINT_TO_POINTER (facts.folded), NULL, &found))
    number = GPOINTER_TO_INT (found);
  else
    {
      number = (gint32) self->words->len;
      g_array_set_size (self->words, self->words->len + 1);
      g_hash_table_insert (self->numbers,
                           GUINT_TO_POINTER (facts.folded),
                           GINT_TO_POINTER (number));
    }
  use = &g_array_index (self->words, GalleyWordUse, number);
  use->folded = facts.folded;
  use->n++;
  use->n_inside += last_of (self) != SENTENCE_END;
  use->n_capital += last_of (self) != SENTENCE_END && facts.capital;
  g_array_append_val (self->sequence, number);
}

void
galley_word_clusters_end_sentence (GalleyWordClusters *self)
{
  gint32 end = SENTENCE_END;

  if (last_of (self) != SENTENCE_END)
    g_array_append_val (self->sequence, end);
}

/**
 * galley_word_clusters_get_words:
 * @n_words: (out): how many
 *
 * Returns: (transfer none) (array length=n_words): the words in the order they were first seen
 */
const GalleyWordUse *
galley_word_clusters_get_words (const GalleyWordClusters *self, guint *n_words)
{
  *n_words = self->words->len;
  return (const GalleyWordUse *) self->words->data;
}

static guint
class_at (const Learner *self, guint place)
{
  gint32 word = self->sequence[place];

  return word == SENTENCE_END ? CLASS_EDGE : self->class_of[word];
}

static guint32 *
pair_of (const Learner *self, guint before, guint after)
{
  return &self->pairs[before * self->n_classes + after];
}

static int
compare_uses (gconstpointer a, gconstpointer b, gpointer words)
{
  const GalleyWordUse *one = (const GalleyWordUse *) words + *(const guint32 *) a;
  const GalleyWordUse *two = (const GalleyWordUse *) words + *(const guint32 *) b;

  if (one->n != two->n)
    return one->n > two->n ? -1 : 1;
  return (one->folded > two->folded) - (one->folded < two->folded);
}

/* The words that are seen often enough, the commonest first. */
static GArray *
order_words (const Learner *self, guint least_seen)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->n_words; i++)
    if (self->words[i].n >= least_seen)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_uses, (gpointer) self->words);
  return order;
}

static void
index_places (Learner *self)
{
  g_autofree guint32 *next = g_new (guint32, self->n_words + 1);

  self->first_place = g_new0 (guint32, self->n_words + 1);
  self->places = g_new (guint32, self->length);
  for (guint i = 0; i < self->n_words; i++)
    self->first_place[i + 1] = self->first_place[i] + self->words[i].n;
  memcpy (next, self->first_place, sizeof *next * (self->n_words + 1));
  for (guint32 i = 0; i < self->length; i++)
    if (self->sequence[i] != SENTENCE_END)
      self->places[next[self->sequence[i]]++] = i;
}

static void
learner_init (Learner *self, const GalleyWordClusters *clusters, guint n_classes)
{
  self->sequence = (const gint32 *) clusters->sequence->data;
  self->length = clusters->sequence->len;
  self->words = galley_word_clusters_get_words (clusters, &self->n_words);
  self->n_classes = n_classes + N_FIXED;
  self->class_of = g_new (guint16, self->n_words + 1);
  self->pairs = g_new0 (guint32, self->n_classes * self->n_classes);
  self->totals = g_new0 (guint32, self->n_classes);
  self->x_log_x = g_new (double, self->length + 1);
  self->x_log_x[0] = 0;
  for (guint i = 1; i <= self->length; i++)
    self->x_log_x[i] = i * log (i);
  for (guint i = 0; i < self->n_words; i++)
    self->class_of[i] = CLASS_RARE;
  index_places (self);
}

static void
learner_clear (Learner *self)
{
  g_free (self->pairs);
  g_free (self->totals);
  g_free (self->x_log_x);
  g_free (self->first_place);
  g_free (self->places);
}

static void
count_pairs (Learner *self)
{
  for (guint i = 0; i < self->length; i++)
    self->totals[class_at (self, i)]++;
  for (guint i = 0; i + 1 < self->length; i++)
    (*pair_of (self, class_at (self, i), class_at (self, i + 1)))++;
}

static void
company_init (Company *self, guint n_classes)
{
  self->before = g_new0 (guint32, n_classes);
  self->after = g_new0 (guint32, n_classes);
  self->classes_before = g_new (guint, n_classes);
  self->classes_after = g_new (guint, n_classes);
}

static void
company_clear (Company *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->classes_before);
  g_free (self->classes_after);
}

static void
company_find (Company *self, const Learner *learner, gint32 word)
{
  memset (self->before, 0, sizeof *self->before * learner->n_classes);
  memset (self->after, 0, sizeof *self->after * learner->n_classes);
  self->n_before = self->n_after = self->n_itself = 0;
  for (guint i = learner->first_place[word]; i < learner->first_place[word + 1]; i++)
    {
      guint place = learner->places[i];

      if (learner->sequence[place - 1] != word)
        self->before[class_at (learner, place - 1)]++;
      if (learner->sequence[place + 1] == word)
        self->n_itself++;
      else
        self->after[class_at (learner, place + 1)]++;
    }
  for (guint i = 0; i < learner->n_classes; i++)
    {
      if (self->before[i] > 0)
        self->classes_before[self->n_before++] = i;
      if (self->after[i] > 0)
        self->classes_after[self->n_after++] = i;
    }
}

/* Takes a word's occurrences out of the counts of a class (sign −1), or puts them in. */
static void
move_counts (Learner *self, const Company *company, guint word, guint class, int sign)
{
  for (guint i = 0; i < company->n_before; i++)
    *pair_of (self, company->classes_before[i], class) +=
        (guint32) sign * company->before[company->classes_before[i]];
  for (guint i = 0; i < company->n_after; i++)
    *pair_of (self, class, company->classes_after[i]) +=
        (guint32) sign * company->after[company->classes_after[i]];
  *pair_of (self, class, class) += (guint32) sign * company->n_itself;
  self->totals[class] += (guint32) sign * self->words[word].n;
}

static double
growth (const Learner *self, guint32 from, guint32 by)
{
  return self->x_log_x[from + by] - self->x_log_x[from];
}

/* How much likelier the text becomes where the word is in the class. */
static double
gain_of (const Learner *self, const Company *company, guint word, guint class)
{
  double gain = -2 * growth (self, self->totals[class], self->words[word].n);

  for (guint i = 0; i < company->n_before; i++)
    {
      guint before = company->classes_before[i];

      if (before != class)
        gain += growth (self, *pair_of (self, before, class), company->before[before]);
    }
  for (guint i = 0; i < company->n_after; i++)
    {
      guint after = company->classes_after[i];

      if (after != class)
        gain += growth (self, *pair_of (self, class, after), company->after[after]);
    }
  return gain
         + growth (self,
                   *pair_of (self, class, class),
                   company->before[class] + company->after[class] + company->n_itself);
}

static gboolean
move_word (Learner *self, Company *company, guint word)
{
  guint old = self->class_of[word];
  guint best = old;
  double best_gain = -G_MAXDOUBLE;

  company_find (company, self, (gint32) word);
  move_counts (self, company, word, old, -1);
  for (guint class = N_FIXED; class < self->n_classes; class ++)
    {
      double gain = gain_of (self, company, word, class);

      if (gain > best_gain)
        {
          best_gain = gain;
          best = class;
        }
    }
  self->class_of[word] = (guint16) best;
  move_counts (self, company, word, best, 1);
  return best != old;
}

/**
 * galley_word_clusters_learn:
 * @n_classes: how many classes to make
 * @least_seen: words seen less often stay without a class
 * @n_rounds: how often each word may move
 *
 * Puts the words into classes so that the class of a word tells best which class comes next: the
 * exchange algorithm of Martin, Liermann and Ney (1998), “Algorithms for bigram and trigram word
 * clustering”.
 *
 * Returns: (transfer full) (array): of every word its class, from 1 on; 0 for none
 */
guint16 *
galley_word_clusters_learn (const GalleyWordClusters *self,
                            guint n_classes,
                            guint least_seen,
                            guint n_rounds)
{
  g_autoptr (GArray) order = NULL;
  Learner learner = { 0 };
  Company company;

  g_return_val_if_fail (last_of (self) == SENTENCE_END, NULL);

  learner_init (&learner, self, n_classes);
  company_init (&company, learner.n_classes);
  order = order_words (&learner, least_seen);
  for (guint i = 0; i < order->len; i++)
    learner.class_of[g_array_index (order, guint32, i)] = (guint16) (N_FIXED + i % n_classes);
  count_pairs (&learner);
  for (guint round = 0; round < n_rounds; round++)
    for (guint i = 0; i < order->len; i++)
      move_word (&learner, &company, g_array_index (order, guint32, i));
  for (guint i = 0; i < learner.n_words; i++)
    learner.class_of[i] = (guint16) (learner.class_of[i] - CLASS_RARE);
  company_clear (&company);
  learner_clear (&learner);
  return learner.class_of;
}
