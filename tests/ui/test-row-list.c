/* test-row-list.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-list.h"

#include "base/galley-str.h"
#include "panels-test.h"

static GalleyAnnotation *
get (GalleyRowList *rows, guint position)
{
  g_autoptr (GalleyRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);

  g_assert_nonnull (row);

  return galley_row_get_annotation (row);
}

static guint
get_n (GalleyRowList *rows)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows));
}

/* A copy of the rows, kept up to date by the list's own news alone. */
static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *copy)
{
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));
}

static GPtrArray *
follow (GalleyRowList *rows)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  on_items_changed_cb (G_LIST_MODEL (rows), 0, 0, get_n (rows), copy);
  g_signal_connect (rows, "items-changed", G_CALLBACK (on_items_changed_cb), copy);

  return copy;
}

static void
assert_follows (GalleyRowList *rows, GPtrArray *copy)
{
  g_assert_cmpuint (copy->len, ==, get_n (rows));
  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (GalleyRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_true (row == copy->pdata[i]);
    }
}

static void
set_source (GalleyReview *review, GalleyAnnotation *quote, GalleyAnnotation *source)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  galley_set_str (&details->source_id, source != NULL ? galley_annotation_get_id (source) : NULL);
  galley_review_revise (review, quote, details);
}

static void
test_groups (void)
{
  Panels panels;
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);

  panels_set_up (&panels);
  galley_row_list_set_review (rows, panels.review);

  g_assert_cmpuint (get_n (rows), ==, 6);
  g_assert_true (get (rows, 0) == panels.ada);
  g_assert_true (get (rows, 1) == panels.monday);
  g_assert_true (get (rows, 2) == panels.proud);
  g_assert_true (get (rows, 3) == panels.residents);
  g_assert_null (get (rows, 4));
  g_assert_true (get (rows, 5) == panels.banner);
  g_assert_cmpuint (galley_row_list_get_n_annotations (rows), ==, 2);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GalleyRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      const guint n_quotes[] = { 2, 0, 0, 0, 1, 0 };

      g_assert_cmpint (galley_row_get_nested (row), ==, i == 1 || i == 2 || i == 5);
      g_assert_cmpuint (galley_row_get_room (row)->n_quotes, ==, n_quotes[i]);
    }

  g_assert_finalize_object (rows);
  panels_tear_down (&panels);
}

static void
test_kinds (void)
{
  Panels panels;
  GalleyRowList *quotes = galley_row_list_new (GALLEY_KIND_QUOTE);
  GalleyRowList *opinions = galley_row_list_new (GALLEY_KIND_OPINION);
  GalleyRowList *notes = galley_row_list_new (GALLEY_KIND_NOTE);

  panels_set_up (&panels);
  galley_row_list_set_review (quotes, panels.review);
  galley_row_list_set_review (opinions, panels.review);
  galley_row_list_set_review (notes, panels.review);

  g_assert_cmpuint (get_n (quotes), ==, 3);
  g_assert_true (get (quotes, 2) == panels.banner);
  g_assert_cmpuint (get_n (opinions), ==, 1);
  g_assert_cmpuint (get_n (notes), ==, 0);

  galley_row_list_set_review (quotes, NULL);
  g_assert_cmpuint (get_n (quotes), ==, 0);
  g_assert_cmpuint (galley_row_list_get_n_annotations (quotes), ==, 0);

  g_assert_finalize_object (quotes);
  g_assert_finalize_object (opinions);
  g_assert_finalize_object (notes);
  panels_tear_down (&panels);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_moves (void)
{
  Panels panels;
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);
  g_autoptr (GPtrArray) copy = NULL;
  g_autoptr (GalleyRow) row = NULL;
  guint n_changes = 0;
  guint n_updates = 0;

  panels_set_up (&panels);
  galley_row_list_set_review (rows, panels.review);
  copy = follow (rows);
  row = g_list_model_get_item (G_LIST_MODEL (rows), 5);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (count_cb), &n_updates);

  set_source (panels.review, panels.banner, panels.residents);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_updates, ==, 0);
  galley_row_list_flush (rows);
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_cmpuint (get_n (rows), ==, 5);
  g_assert_true (get (rows, 4) == panels.banner);
  assert_follows (rows, copy);
  g_assert_true (copy->pdata[4] == row);

  galley_review_undo (panels.review);
  panels_settle ();
  g_assert_cmpuint (n_updates, ==, 2);
  g_assert_cmpuint (get_n (rows), ==, 6);
  assert_follows (rows, copy);

  /* A verdict moves nothing. */
  galley_review_set_verdict (panels.review, panels.proud, GALLEY_STATUS_ACCEPTED, NULL);
  panels_settle ();
  g_assert_cmpuint (n_updates, ==, 2);

  g_signal_handlers_disconnect_by_data (rows, copy);
  g_clear_object (&row);
  g_clear_pointer (&copy, g_ptr_array_unref);
  g_assert_finalize_object (rows);
  panels_tear_down (&panels);
}

static void
set_words (GalleyRowList *rows, const char *words)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set_words (filter, words);
  galley_row_list_set_filter (rows, filter);
}

static void
set_verdict (GalleyRowList *rows, const char *verdict)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new ();

  galley_filter_set (filter, GALLEY_FACET_VERDICT, verdict, TRUE);
  galley_row_list_set_filter (rows, filter);
}

static void
test_filter (void)
{
  Panels panels;
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);
  GalleyRowList *quotes = galley_row_list_new (GALLEY_KIND_QUOTE);

  panels_set_up (&panels);
  galley_row_list_set_review (rows, panels.review);
  galley_row_list_set_review (quotes, panels.review);

  /* A quote that passes brings its source; the count stays. */
  set_words (rows, " PROUD ");
  g_assert_cmpuint (get_n (rows), ==, 2);
  g_assert_true (get (rows, 0) == panels.ada);
  g_assert_true (get (rows, 1) == panels.proud);
  g_assert_true (galley_row_list_is_filtered (rows));
  g_assert_cmpuint (galley_row_list_get_n_annotations (rows), ==, 2);

  /* A source that passes brings its quotes, on both pages. */
  set_words (rows, "lind");
  g_assert_cmpuint (get_n (rows), ==, 3);
  set_words (quotes, "lind");
  g_assert_cmpuint (get_n (quotes), ==, 2);

  /* What is decided leaves the list of what is not. */
  set_verdict (quotes, "unreviewed");
  g_assert_cmpuint (get_n (quotes), ==, 3);
  galley_review_set_verdict (panels.review, panels.proud, GALLEY_STATUS_REJECTED, NULL);
  galley_row_list_flush (quotes);
  g_assert_cmpuint (get_n (quotes), ==, 2);
  set_verdict (quotes, "rejected");
  g_assert_cmpuint (get_n (quotes), ==, 1);

  set_words (rows, "");
  g_assert_false (galley_row_list_is_filtered (rows));
  g_assert_cmpuint (get_n (rows), ==, 6);

  g_assert_finalize_object (rows);
  g_assert_finalize_object (quotes);
  panels_tear_down (&panels);
}

/* A source that was merged into another is not there twice; who wants to see it finds it. */
static void
test_merged (void)
{
  Panels panels;
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);

  panels_set_up (&panels);
  galley_row_list_set_review (rows, panels.review);
  galley_review_merge_sources (panels.review, panels.residents, panels.ada);
  galley_row_list_flush (rows);
  g_assert_cmpuint (get_n (rows), ==, 5);
  g_assert_true (get (rows, 0) == panels.ada);
  g_assert_null (get (rows, 3));
  g_assert_cmpuint (galley_row_list_get_n_annotations (rows), ==, 1);

  set_verdict (rows, "rejected");
  g_assert_cmpuint (get_n (rows), ==, 1);
  g_assert_true (get (rows, 0) == panels.residents);

  set_words (rows, "");
  galley_review_undo (panels.review);
  galley_row_list_flush (rows);
  g_assert_cmpuint (get_n (rows), ==, 6);
  g_assert_cmpuint (galley_row_list_get_n_annotations (rows), ==, 2);

  g_assert_finalize_object (rows);
  panels_tear_down (&panels);
}

/* A source that changes its name speaks through its quotes. */
static void
test_renamed_source (void)
{
  Panels panels;
  GalleyRowList *quotes = galley_row_list_new (GALLEY_KIND_QUOTE);
  GalleyDetails *details;
  guint n_changes = 0;

  panels_set_up (&panels);
  galley_row_list_set_review (quotes, panels.review);
  {
    g_autoptr (GalleyRow) row = g_list_model_get_item (G_LIST_MODEL (quotes), 0);

    g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n_changes);
  }
  details = galley_details_copy (galley_annotation_get_details (panels.ada));
  galley_set_str (&details->name, "Ada Lindqvist");
  galley_review_revise (panels.review, panels.ada, details);
  galley_row_list_flush (quotes);
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_finalize_object (quotes);
  panels_tear_down (&panels);
}

static void
edit_at_random (GalleyReview *review, GRand *rand)
{
  guint n = galley_review_get_n_annotations (review);
  GalleyAnnotation *annotation =
      galley_review_peek (review, (guint) g_rand_int_range (rand, 0, (gint32) n));
  GalleyAnnotation *other =
      galley_review_peek (review, (guint) g_rand_int_range (rand, 0, (gint32) n));
  guint start = (guint) g_rand_int_range (rand, 0, 150);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      galley_review_add (review,
                         (GalleyKind) g_rand_int_range (rand, 0, 3),
                         galley_details_new (g_intern_static_string ("person"),
                                             galley_spans_new_one (start, start + 7)));
      break;
    case 1:
      galley_review_remove (review, annotation);
      break;
    case 2:
      if (galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE)
        set_source (review, annotation, other);
      break;
    case 3:
      galley_review_set_verdict (review,
                                 annotation,
                                 (GalleyStatus) g_rand_int_range (rand, 0, 2),
                                 NULL);
      break;
    case 4:
      galley_review_undo (review);
      break;
    default:
      galley_review_redo (review);
      break;
    }
}

static void
assert_complete (GalleyRowList *rows, GalleyReview *review)
{
  guint n_found = 0;

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);
      GalleyKind kind = galley_annotation_get_kind (annotation);
      gboolean listed = kind == GALLEY_KIND_SOURCE || kind == GALLEY_KIND_QUOTE;
      guint position;

      g_assert_cmpint (galley_row_list_find (rows, annotation, &position), ==, listed);
      if (!listed)
        continue;
      n_found++;
      if (kind == GALLEY_KIND_QUOTE)
        {
          GalleyAnnotation *source = galley_review_get_source_of (review, annotation);

          while (position > 0 && galley_row_list_get_kind (rows) == GALLEY_KIND_SOURCE)
            {
              GalleyAnnotation *above = get (rows, --position);

              if (above == NULL || galley_annotation_get_kind (above) == GALLEY_KIND_SOURCE)
                break;
            }
          g_assert_true (get (rows, position) == source);
        }
    }
  g_assert_cmpuint (get_n (rows), >=, n_found);
  g_assert_cmpuint (get_n (rows), <=, n_found + 1);
}

/* However the review changes, who follows the list's news knows its rows. */
static void
test_random (void)
{
  Panels panels;
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (GPtrArray) copy = NULL;

  panels_set_up (&panels);
  galley_row_list_set_review (rows, panels.review);
  copy = follow (rows);
  for (guint i = 0; i < 3000; i++)
    {
      edit_at_random (panels.review, rand);
      if (g_rand_boolean (rand))
        continue;
      galley_row_list_flush (rows);
      assert_follows (rows, copy);
      if (i % 16 == 0)
        assert_complete (rows, panels.review);
    }

  g_signal_handlers_disconnect_by_data (rows, copy);
  g_clear_pointer (&copy, g_ptr_array_unref);
  g_assert_finalize_object (rows);
  g_object_unref (panels.review);
}

/* One more among ten thousand is news of one row. */
static void
on_small_change_cb (GListModel *model, guint position, guint removed, guint added, guint *n_rows)
{
  *n_rows += removed + added;
}

static void
test_big (void)
{
  g_autoptr (GalleyReview) review = panels_big_review (10000);
  GalleyRowList *rows = galley_row_list_new (GALLEY_KIND_SOURCE);
  guint n_rows = 0;

  galley_row_list_set_review (rows, review);
  g_assert_cmpuint (get_n (rows), ==, 10000);
  g_signal_connect (rows, "items-changed", G_CALLBACK (on_small_change_cb), &n_rows);
  galley_review_add (review,
                     GALLEY_KIND_SOURCE,
                     galley_details_new (g_intern_static_string ("person"),
                                         galley_spans_new_one (5000, 5005)));
  galley_row_list_flush (rows);
  g_assert_cmpuint (n_rows, ==, 1);

  /* Everything at once is still one piece of news. */
  n_rows = 0;
  galley_review_begin_step (review);
  for (guint i = 0; i < 10000; i++)
    galley_review_set_verdict (review,
                               galley_review_peek (review, i),
                               GALLEY_STATUS_ACCEPTED,
                               NULL);
  galley_review_end_step (review);
  galley_row_list_flush (rows);
  g_assert_cmpuint (n_rows, ==, 0);

  g_assert_finalize_object (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/row-list/groups", test_groups);
  g_test_add_func ("/ui/row-list/kinds", test_kinds);
  g_test_add_func ("/ui/row-list/moves", test_moves);
  g_test_add_func ("/ui/row-list/filter", test_filter);
  g_test_add_func ("/ui/row-list/merged", test_merged);
  g_test_add_func ("/ui/row-list/renamed-source", test_renamed_source);
  g_test_add_func ("/ui/row-list/random", test_random);
  g_test_add_func ("/ui/row-list/big", test_big);

  return g_test_run ();
}
