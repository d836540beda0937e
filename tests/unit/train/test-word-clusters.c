/* test-word-clusters.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "language/galley-word-facts.h"
#include "train/galley-word-clusters.h"

static void
add (GalleyWordClusters *clusters, const char *word)
{
  galley_word_clusters_add (clusters, word, strlen (word));
}

static guint
find (const GalleyWordClusters *clusters, const char *word)
{
  guint n_words;
  const GalleyWordUse *words = galley_word_clusters_get_words (clusters, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (words[i].folded == galley_hash_word (word))
      return i;
  g_assert_not_reached ();
}

static const char *const animals[] = { "cat", "dog", "bird", "fox" };
static const char *const deeds[] = { "sleeps", "runs", "sings", "hides" };

/* Every animal does everything, one of them rarely. */
static GalleyWordClusters *
tell (void)
{
  GalleyWordClusters *clusters = galley_word_clusters_new ();

  for (guint i = 0; i < G_N_ELEMENTS (animals) * G_N_ELEMENTS (deeds); i++)
    {
      add (clusters, i % 2 == 0 ? "The" : "A");
      add (clusters, animals[i % G_N_ELEMENTS (animals)]);
      add (clusters, deeds[i / G_N_ELEMENTS (animals)]);
      galley_word_clusters_end_sentence (clusters);
    }
  add (clusters, "The");
  add (clusters, "zebra");
  galley_word_clusters_end_sentence (clusters);
  return clusters;
}

static void
test_company (void)
{
  g_autoptr (GalleyWordClusters) clusters = tell ();
  g_autofree guint16 *classes = galley_word_clusters_learn (clusters, 3, 2, 10);
  guint animal = classes[find (clusters, "cat")];
  guint deed = classes[find (clusters, "runs")];
  guint article = classes[find (clusters, "the")];

  for (guint i = 0; i < G_N_ELEMENTS (animals); i++)
    g_assert_cmpuint (classes[find (clusters, animals[i])], ==, animal);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    g_assert_cmpuint (classes[find (clusters, deeds[i])], ==, deed);
  g_assert_cmpuint (classes[find (clusters, "a")], ==, article);
  g_assert_cmpuint (animal, !=, deed);
  g_assert_cmpuint (animal, !=, article);
  g_assert_cmpuint (deed, !=, article);
  for (guint i = 1; i <= 3; i++)
    g_assert_true (i == animal || i == deed || i == article);
}

static void
test_rare_words_have_none (void)
{
  g_autoptr (GalleyWordClusters) clusters = tell ();
  g_autofree guint16 *classes = galley_word_clusters_learn (clusters, 3, 2, 10);

  g_assert_cmpuint (classes[find (clusters, "zebra")], ==, 0);
}

static void
test_capitals (void)
{
  g_autoptr (GalleyWordClusters) clusters = galley_word_clusters_new ();
  const GalleyWordUse *use;
  guint n_words;

  add (clusters, "May");
  add (clusters, "may");
  add (clusters, "May");
  galley_word_clusters_end_sentence (clusters);
  galley_word_clusters_end_sentence (clusters);
  add (clusters, "May");
  galley_word_clusters_end_sentence (clusters);
  use = galley_word_clusters_get_words (clusters, &n_words);
  g_assert_cmpuint (n_words, ==, 1);
  g_assert_cmpuint (use->n, ==, 4);
  g_assert_cmpuint (use->n_inside, ==, 2);
  g_assert_cmpuint (use->n_capital, ==, 1);
}

/* A word that is its own neighbour, and a text of nothing. */
static void
test_edges (void)
{
  g_autoptr (GalleyWordClusters) nothing = galley_word_clusters_new ();
  g_autoptr (GalleyWordClusters) echo = galley_word_clusters_new ();
  g_autofree guint16 *no_classes = galley_word_clusters_learn (nothing, 2, 1, 3);
  g_autofree guint16 *classes = NULL;

  for (guint i = 0; i < 100; i++)
    add (echo, "no");
  galley_word_clusters_end_sentence (echo);
  classes = galley_word_clusters_learn (echo, 2, 1, 3);
  g_assert_cmpuint (classes[0], >=, 1);
  g_assert_cmpuint (classes[0], <=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/train/word-clusters/company", test_company);
  g_test_add_func ("/train/word-clusters/rare", test_rare_words_have_none);
  g_test_add_func ("/train/word-clusters/capitals", test_capitals);
  g_test_add_func ("/train/word-clusters/edges", test_edges);
  return g_test_run ();
}
