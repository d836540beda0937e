/* test-parts-articles.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-detect.h"
#include "detect/galley-parts.h"
#include "detect/galley-reader.h"
#include "detect/galley-transcript.h"
#include "model/galley-taxonomy.h"

#include <string.h>

#include "lib/galley-test.h"

/* The parts of articles written for it (tests/golden/parts), where every line says what it is. */

#define MIN_ARTICLES 10

/* Of a hundred, for each part of which there are so many */
#define MIN_PRECISION 85
#define MIN_RECALL    80
#define MIN_TURNS     90
#define MIN_WANTED    4

typedef struct
{
  guint n_wanted;
  guint n_found;
  guint n_right;
} Score;

typedef struct
{
  const char *part;
  guint start; /* in code points */
} Piece;

typedef struct
{
  char *name;
  GString *text;
  GArray *pieces;
  guint n_turns;
} Example;

typedef struct
{
  GHashTable *parts; /* part -> Score */
  Score turns;
  guint n_articles;
} Totals;

static Example *
example_new (const char *line)
{
  Example *self = g_new0 (Example, 1);
  const char *turns = strstr (line, " turns=");

  g_assert_nonnull (turns);
  self->name = g_strndup (line + strlen ("=== "), (gsize) (turns - line) - strlen ("=== "));
  self->n_turns = (guint) g_ascii_strtoull (turns + strlen (" turns="), NULL, 10);
  self->text = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  return self;
}

static void
example_free (Example *self)
{
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
  g_free (self);
}

/* "[byline]By Ann Poe | [date]4 May 2024" */
static void
example_add_line (Example *self, const char *line)
{
  const char *p = line;

  g_assert_cmpint (*p, ==, '[');
  while (*p != '\0')
    {
      const char *end = strchr (p, ']');
      const char *next = end != NULL ? strchr (end, '[') : NULL;
      g_autofree char *part = NULL;
      Piece piece = { .start = (guint) g_utf8_strlen (self->text->str, -1) };

      g_assert_nonnull (end);
      part = g_strndup (p + 1, (gsize) (end - p) - 1);
      piece.part = g_intern_string (part);
      g_assert_nonnull (galley_terms_find (GALLEY_TERMS_BLOCK, part));
      g_array_append_val (self->pieces, piece);
      next = next != NULL ? next : end + strlen (end);
      g_string_append_len (self->text, end + 1, next - end - 1);
      p = next;
    }
  g_string_append_c (self->text, '\n');
}

static Score *
get_score (GHashTable *scores, const char *part)
{
  Score *score = g_hash_table_lookup (scores, part);

  if (score == NULL)
    {
      score = g_new0 (Score, 1);
      g_hash_table_insert (scores, (gpointer) part, score);
    }

  return score;
}

static const char *
find_part (const GalleyMetadata *metadata, guint offset)
{
  for (guint i = 0; i < metadata->blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, i);

      if (offset >= block->start && offset < block->end)
        return g_intern_string (block->type);
    }

  return g_intern_static_string ("none");
}

static guint
count_turns (const GalleyText *text)
{
  g_autoptr (GArray) turns = galley_transcript_find (text);

  return turns != NULL ? turns->len : 0;
}

/* Bylines and their like are never searched: nothing that is found begins in them. */
static void
check_unsearched (const Example *example)
{
  static const char *const unsearched[] = { "author-note", "boilerplate", "byline",
                                            "date",        "dateline",    NULL };
  g_autoptr (GalleyArticle) article = galley_test_article (example->text->str);
  g_autoptr (GError) error = NULL;
  GalleyFindings *findings =
      galley_detect (article, galley_reader_find ("fast"), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->annotations->len; i++)
    {
      guint start = galley_annotation_get_start (findings->annotations->pdata[i]);
      const char *part = NULL;

      for (guint j = 0; j < example->pieces->len; j++)
        {
          const Piece *piece = &g_array_index (example->pieces, Piece, j);

          if (piece->start <= start)
            part = piece->part;
        }
      g_assert_false (g_strv_contains (unsearched, part));
    }
  galley_findings_free (findings);
}

static void
judge (const Example *example, Totals *totals)
{
  g_autoptr (GalleyArticle) article = galley_test_article (example->text->str);
  g_autoptr (GalleyText) text = galley_text_new (example->text->str, example->text->len);
  g_autoptr (GalleyMetadata) metadata =
      galley_metadata_copy (galley_article_get_metadata (article));
  guint n_turns = count_turns (text);

  galley_parts_find (article, text, metadata);
  for (guint i = 0; i < example->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (example->pieces, Piece, i);
      const char *found = find_part (metadata, piece->start);

      get_score (totals->parts, piece->part)->n_wanted++;
      get_score (totals->parts, found)->n_found++;
      get_score (totals->parts, piece->part)->n_right += found == piece->part;
      if (found != piece->part)
        g_test_message ("%s: %s taken for %s: %.60s",
                        example->name,
                        piece->part,
                        found,
                        g_utf8_offset_to_pointer (example->text->str, piece->start));
    }
  totals->turns.n_wanted += example->n_turns;
  totals->turns.n_found += n_turns;
  totals->turns.n_right += MIN (n_turns, example->n_turns);
  if (n_turns != example->n_turns)
    g_test_message ("%s: %u turns, not %u", example->name, example->n_turns, n_turns);
  totals->n_articles++;
  check_unsearched (example);
}

static void
print_score (const char *name, const Score *score)
{
  g_test_message ("%-12s %3u: precision %.3f, recall %.3f",
                  name,
                  score->n_wanted,
                  (double) score->n_right / MAX (score->n_found, 1),
                  (double) score->n_right / MAX (score->n_wanted, 1));
}

static void
check_scores (GHashTable *scores)
{
  g_autoptr (GList) parts = g_list_sort (g_hash_table_get_keys (scores), (GCompareFunc) strcmp);

  for (GList *i = parts; i != NULL; i = i->next)
    print_score (i->data, g_hash_table_lookup (scores, i->data));
  for (GList *i = parts; i != NULL; i = i->next)
    {
      const Score *score = g_hash_table_lookup (scores, i->data);

      if (score->n_wanted < MIN_WANTED)
        continue;
      g_assert_cmpuint (100 * score->n_right, >=, MIN_PRECISION * score->n_found);
      g_assert_cmpuint (100 * score->n_right, >=, MIN_RECALL * score->n_wanted);
    }
}

static void
test_articles (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "parts", name, NULL);
  g_autoptr (GHashTable) scores = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Totals totals = { .parts = scores };
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  Example *example = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "=== ") && example != NULL)
        {
          judge (example, &totals);
          g_clear_pointer (&example, example_free);
        }
      if (g_str_has_prefix (lines[i], "=== "))
        example = example_new (lines[i]);
      else if (lines[i][0] == '[')
        example_add_line (example, lines[i]);
    }
  judge (example, &totals);
  example_free (example);

  g_assert_cmpuint (totals.n_articles, >=, MIN_ARTICLES);
  print_score ("turns", &totals.turns);
  check_scores (scores);
  g_assert_cmpuint (100 * totals.turns.n_right, >=, MIN_TURNS * totals.turns.n_found);
  g_assert_cmpuint (100 * totals.turns.n_right, >=, MIN_TURNS * totals.turns.n_wanted);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/parts-articles/tuned", "articles.txt", test_articles);
  g_test_add_data_func ("/parts-articles/held-out", "held-out.txt", test_articles);

  return g_test_run ();
}
