/* test-article.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"
#include "model/galley-details.h"

static void
test_article_slices (void)
{
  g_autoptr (GalleyArticle) article =
      galley_test_article ("“Schön” 👩‍🚒 sagt שָׁלוֹם.");
  g_autofree char *word = galley_article_dup_slice (article, 1, 6);
  g_autofree char *beyond = galley_article_dup_slice (article, 12, 9999);
  g_autoptr (GArray) spans = galley_spans_new_one (1, 6);
  g_autofree char *joined = NULL;

  g_assert_cmpstr (word, ==, "Schön");
  g_assert_cmpstr (beyond, ==, "sagt שָׁלוֹם.");

  galley_spans_add (spans, 12, 16);
  joined = galley_article_dup_spans (article, spans);
  g_assert_cmpstr (joined, ==, "Schön … sagt");
}

static void
test_article_empty (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("");
  g_autofree char *slice = galley_article_dup_slice (article, 0, 10);

  g_assert_cmpuint (galley_article_get_n_chars (article), ==, 0);
  g_assert_cmpstr (slice, ==, "");
  g_assert_cmpstr (galley_article_get_sha256 (article),
                   ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_article_blocks (void)
{
  g_autoptr (GalleyMetadata) metadata = galley_metadata_new ();
  g_autoptr (GalleyMetadata) copy = NULL;

  galley_metadata_add_block (metadata, "byline", 0, 5);
  galley_metadata_add_block (metadata, "paragraph", 6, 20);
  galley_metadata_add_block (metadata, "paragraph", 20, 30);
  g_assert_cmpstr (galley_metadata_get_block_at (metadata, 4)->type, ==, "byline");
  g_assert_null (galley_metadata_get_block_at (metadata, 5));
  g_assert_cmpuint (galley_metadata_get_block_at (metadata, 20)->start, ==, 20);
  g_assert_null (galley_metadata_get_block_at (metadata, 30));

  copy = galley_metadata_copy (metadata);
  g_assert_true (galley_metadata_equal (metadata, copy));
  g_array_index (copy->blocks, GalleyBlock, 1).type = g_intern_string ("caption");
  g_assert_false (galley_metadata_equal (metadata, copy));
}

static void
test_details_flags (void)
{
  g_autoptr (GalleyDetails) details = galley_details_new ("direct", galley_spans_new_one (0, 1));
  g_autoptr (GalleyDetails) copy = NULL;

  galley_details_set_flag (details, "nested", TRUE);
  galley_details_set_flag (details, "altered", TRUE);
  galley_details_set_flag (details, "altered", TRUE);
  g_assert_cmpuint (g_strv_length (details->flags), ==, 2);
  g_assert_cmpstr (details->flags[0], ==, "altered");

  copy = galley_details_copy (details);
  g_assert_true (galley_details_equal (details, copy));
  galley_details_set_flag (copy, "nested", FALSE);
  galley_details_set_flag (copy, "altered", FALSE);
  g_assert_false (galley_details_equal (details, copy));
  g_assert_false (galley_details_has_flag (copy, "altered"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/article/slices", test_article_slices);
  g_test_add_func ("/model/article/empty", test_article_empty);
  g_test_add_func ("/model/article/blocks", test_article_blocks);
  g_test_add_func ("/model/details/flags", test_details_flags);

  return g_test_run ();
}
