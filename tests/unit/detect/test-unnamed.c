/* test-unnamed.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-anonymity.h"
#include "detect/galley-suggest.h"
#include "model/galley-taxonomy.h"

#include "lib/galley-test.h"
#include "unit/detect/galley-marked.h"

/* How much is told of who a source is, and what is to be said of those that are not named, over
 * tests/golden/anonymity/unnamed.txt: both sides of each boundary. */

/* Of a hundred, for each step and flag; what is a view or an attack hangs on lists of words */
#define MIN_PRECISION      90
#define MIN_RECALL         92
#define MIN_RECALL_OPINION 70
#define MIN_EXAMPLES       200

/* A first paragraph with a source of its own, of whom nobody knows what he speaks of */
#define LEAD "{S:Bo Dunn}, the harbour master, {C:said} {K:that it was so}.\n\n"

typedef struct
{
  guint n_wanted;
  guint n_found;
  guint n_right;
} Score;

/* An id (a step of the ladder, a flag) -> Score */
static Score *
get_score (GHashTable *scores, const char *id)
{
  Score *score = g_hash_table_lookup (scores, id);

  if (score == NULL)
    {
      score = g_new0 (Score, 1);
      g_hash_table_insert (scores, g_strdup (id), score);
    }

  return score;
}

static void
count (GHashTable *scores, const char *id, gboolean wanted, gboolean found)
{
  Score *score;

  if (!wanted && !found)
    return;
  score = get_score (scores, id);
  score->n_wanted += wanted;
  score->n_found += found;
  score->n_right += wanted && found;
}

static char *
make_marked (const char *example)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (strstr (example, "¶") == NULL)
    g_string_append (text, LEAD);
  if (strchr (example, '{') == NULL)
    g_string_append_printf (text, "{S:%s} {C:said} {K:the plan would go ahead}.", example);
  else
    g_string_append (text, example);
  g_string_replace (text, " ¶ ", "\n\n", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
suggest (const GalleyMarked *marked)
{
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  g_autofree gboolean *wanted = g_new (gboolean, marked->text->paragraphs->len + 1);
  g_autoptr (GalleyPeople) people = NULL;
  g_autoptr (GalleySpeakers) speakers = NULL;
  g_autoptr (GPtrArray) opinions = g_ptr_array_new ();
  GalleySuggestions found = { .article = article, .text = marked->text, .opinions = opinions };

  for (guint i = 0; i <= marked->text->paragraphs->len; i++)
    wanted[i] = TRUE;
  people = galley_people_new (marked->text, wanted);
  speakers = galley_speakers_resolve (marked->text, attributions, people, NULL);
  found.reader = galley_reader_find ("fast");
  found.attributions = attributions;
  found.speakers = speakers;

  return galley_suggest (&found);
}

/* The source an example is about: the first after the lead's own. */
static const GalleyDetails *
find_source (GPtrArray *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      const GalleyDetails *details = galley_annotation_get_details (annotations->pdata[i]);

      if (galley_annotation_get_kind (annotations->pdata[i]) == GALLEY_KIND_SOURCE
          && g_strcmp0 (details->name, "Bo Dunn") != 0)
        return details;
    }

  return NULL;
}

static gboolean
is_wanted_flag (const char *flags, const char *flag, const char *ladder)
{
  g_auto (GStrv) wanted = g_strsplit (flags, " ", -1);

  if (strcmp (flags, "=") == 0)
    return strcmp (flag, "no-reason-given") == 0 && ladder[0] == 'A' && ladder[1] < '4';

  return g_strv_contains ((const char *const *) wanted, flag);
}

static void
judge (char **columns, GHashTable *ladders, GHashTable *flags)
{
  static const char *const steps[] = { "N0", "N1", "N2", "A1", "A2", "A3", "A4", "-" };
  g_autofree char *marked_text = make_marked (columns[2]);
  g_autoptr (GalleyMarked) marked = galley_marked_new (marked_text);
  g_autoptr (GPtrArray) annotations = suggest (marked);
  const GalleyDetails *source = find_source (annotations);
  const char *found = source == NULL ? "nothing" : source->ladder == NULL ? "-" : source->ladder;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    count (ladders, steps[i], strcmp (columns[0], steps[i]) == 0, strcmp (found, steps[i]) == 0);
  if (strcmp (found, columns[0]) != 0)
    g_test_message ("%s, not %s: %s", columns[0], found, columns[2]);
  for (guint i = 0; source != NULL && i < GALLEY_N_ANONYMITY_FLAGS; i++)
    {
      const char *flag = galley_anonymity_flag_id (i);
      gboolean wanted = is_wanted_flag (columns[1], flag, columns[0]);
      gboolean has = galley_details_has_flag (source, flag);

      count (flags, flag, wanted, has);
      if (wanted != has)
        g_test_message ("%s %s: %s", has ? "not" : "also", flag, columns[2]);
    }
}

static void
check_scores (GHashTable *scores)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (scores), (GCompareFunc) strcmp);

  for (GList *i = ids; i != NULL; i = i->next)
    {
      const Score *score = g_hash_table_lookup (scores, i->data);

      g_test_message ("%-24s %3u examples: precision %.3f, recall %.3f",
                      (const char *) i->data,
                      score->n_wanted,
                      (double) score->n_right / MAX (score->n_found, 1),
                      (double) score->n_right / MAX (score->n_wanted, 1));
      g_assert_cmpuint (100 * score->n_right, >=, MIN_PRECISION * score->n_found);
      g_assert_cmpuint (100 * score->n_right,
                        >=,
                        (strcmp (i->data, "opinion-or-attack") == 0 ? MIN_RECALL_OPINION
                                                                    : MIN_RECALL)
                            * score->n_wanted);
    }
}

static void
test_unnamed (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "golden", "anonymity", "unnamed.txt", NULL);
  g_autoptr (GHashTable) ladders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_examples = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], " | ", 3);

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      judge (columns, ladders, flags);
      n_examples++;
    }
  g_assert_cmpuint (n_examples, >=, MIN_EXAMPLES);
  check_scores (ladders);
  check_scores (flags);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unnamed/ladder-and-flags", test_unnamed);

  return g_test_run ();
}
