/* test-review-random.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lib/galley-test.h"

/* Random edits, undone and redone, against a model so plain that it cannot be wrong: a list of
 * items in no order, and a copy of all of it a step. */

#define LENGTH   400
#define N_ROUNDS 60
#define N_EDITS  120

typedef struct
{
  char *id;
  guint start;
  guint end;
  GalleyStatus status;
  char *note;
} Item;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_free (item->note);
  g_free (item);
}

static gpointer
item_copy (gconstpointer data, gpointer unused)
{
  Item *copy = g_memdup2 (data, sizeof *copy);

  copy->id = g_strdup (copy->id);
  copy->note = g_strdup (copy->note);

  return copy;
}

typedef struct
{
  GalleyReview *review;
  GRand *random;
  GPtrArray *history; /* of lists of Item */
  guint now;
} Fixture;

static GPtrArray *
current (Fixture *fixture)
{
  return fixture->history->pdata[fixture->now];
}

static GPtrArray *
new_step (Fixture *fixture)
{
  GPtrArray *copy = g_ptr_array_copy (current (fixture), item_copy, NULL);

  g_ptr_array_set_free_func (copy, item_free);
  g_ptr_array_set_size (fixture->history, (int) fixture->now + 1);
  g_ptr_array_add (fixture->history, copy);
  fixture->now++;

  return copy;
}

static Item *
find_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];

      if (strcmp (item->id, id) == 0)
        return item;
    }

  return NULL;
}

static void
check_order_and_items (Fixture *fixture)
{
  GPtrArray *items = current (fixture);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->review));
  guint last_start = 0;

  g_assert_cmpuint (n_items, ==, items->len);
  for (guint i = 0; i < n_items; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (fixture->review, i);
      const Item *item = find_item (items, galley_annotation_get_id (annotation));

      g_assert_nonnull (item);
      g_assert_cmpuint (galley_annotation_get_start (annotation), ==, item->start);
      g_assert_cmpuint (galley_annotation_get_end (annotation), ==, item->end);
      g_assert_cmpint (galley_annotation_get_status (annotation), ==, item->status);
      g_assert_cmpstr (galley_annotation_get_note (annotation), ==, item->note);
      g_assert_cmpuint (last_start, <=, item->start);
      last_start = item->start;
    }
}

static void
check_overlaps (Fixture *fixture)
{
  GPtrArray *items = current (fixture);
  guint start = (guint) g_rand_int_range (fixture->random, 0, LENGTH - 20);
  guint end = start + (guint) g_rand_int_range (fixture->random, 0, 20);
  g_autoptr (GPtrArray) hits = galley_review_find_overlapping (fixture->review, start, end);
  guint n_expected = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = items->pdata[i];

      n_expected += item->start < MAX (end, start + 1) && item->end > start;
    }
  g_assert_cmpuint (hits->len, ==, n_expected);
  for (guint i = 0; i < hits->len; i++)
    {
      g_assert_cmpuint (galley_annotation_get_start (hits->pdata[i]), <, MAX (end, start + 1));
      g_assert_cmpuint (galley_annotation_get_end (hits->pdata[i]), >, start);
    }
}

static void
random_span (Fixture *fixture, guint *start, guint *end)
{
  *start = (guint) g_rand_int_range (fixture->random, 0, LENGTH - 50);
  *end = *start + (guint) g_rand_int_range (fixture->random, 1, 50);
}

static void
add (Fixture *fixture)
{
  Item *item = g_new0 (Item, 1);
  GalleyAnnotation *annotation;

  random_span (fixture, &item->start, &item->end);
  annotation =
      galley_review_add (fixture->review,
                         (GalleyKind) g_rand_int_range (fixture->random, 0, GALLEY_N_KINDS),
                         galley_details_new (NULL, galley_spans_new_one (item->start, item->end)));
  item->id = g_strdup (galley_annotation_get_id (annotation));
  item->status = GALLEY_STATUS_ACCEPTED;
  g_ptr_array_add (new_step (fixture), item);
}

static void
move (Fixture *fixture, GalleyAnnotation *annotation)
{
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (annotation));
  Item *item = find_item (current (fixture), galley_annotation_get_id (annotation));
  guint start, end;

  random_span (fixture, &start, &end);
  if (start == item->start && end == item->end)
    start = item->start == 0 ? 1 : 0;
  g_array_unref (details->spans);
  details->spans = galley_spans_new_one (start, MAX (end, start + 1));
  item = find_item (new_step (fixture), item->id);
  item->start = start;
  item->end = MAX (end, start + 1);
  galley_review_revise (fixture->review, annotation, details);
}

static void
judge (Fixture *fixture, GalleyAnnotation *annotation)
{
  gboolean rejected = galley_annotation_get_status (annotation) == GALLEY_STATUS_REJECTED;
  Item *item = find_item (new_step (fixture), galley_annotation_get_id (annotation));

  item->status = rejected ? GALLEY_STATUS_ACCEPTED : GALLEY_STATUS_REJECTED;
  galley_review_set_verdict (fixture->review, annotation, item->status, NULL);
}

static void
write_note (Fixture *fixture, GalleyAnnotation *annotation)
{
  Item *item = find_item (new_step (fixture), galley_annotation_get_id (annotation));
  g_autofree char *note = g_strdup_printf ("%u", fixture->now);

  g_free (item->note);
  item->note = g_steal_pointer (&note);
  galley_review_set_note (fixture->review, annotation, item->note);
}

static void
take_away (Fixture *fixture, GalleyAnnotation *annotation)
{
  GPtrArray *items = new_step (fixture);

  g_ptr_array_remove (items, find_item (items, galley_annotation_get_id (annotation)));
  g_assert_true (galley_review_remove (fixture->review, annotation));
}

static void
go_back_or_forth (Fixture *fixture)
{
  if (g_rand_boolean (fixture->random) && fixture->now > 0)
    {
      galley_review_undo (fixture->review);
      fixture->now--;
    }
  else if (fixture->now + 1 < fixture->history->len)
    {
      galley_review_redo (fixture->review);
      fixture->now++;
    }
}

static void
edit (Fixture *fixture)
{
  guint n_items = galley_review_get_n_annotations (fixture->review);
  GalleyAnnotation *annotation = NULL;

  if (n_items > 0)
    annotation =
        galley_review_peek (fixture->review,
                            (guint) g_rand_int_range (fixture->random, 0, (gint32) n_items));

  switch (annotation == NULL ? 0 : g_rand_int_range (fixture->random, 0, 9))
    {
    case 0:
    case 1:
      add (fixture);
      break;
    case 2:
      judge (fixture, annotation);
      break;
    case 3:
      write_note (fixture, annotation);
      break;
    case 4:
      take_away (fixture, annotation);
      break;
    case 5:
      /* A revision of what was judged is a verdict; the plain model only knows places. */
      if (galley_annotation_get_n_verdicts (annotation) == 0)
        move (fixture, annotation);
      break;
    default:
      go_back_or_forth (fixture);
    }
}

static void
test_review_random (gconstpointer seed)
{
  g_autofree char *text = g_strnfill (LENGTH, 'x');
  g_autoptr (GalleyReview) review = galley_test_review (text);
  Fixture fixture = { 0 };

  fixture.review = review;
  fixture.random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  fixture.history = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (fixture.history, g_ptr_array_new_with_free_func (item_free));

  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (&fixture);
      check_order_and_items (&fixture);
      check_overlaps (&fixture);
      g_assert_cmpint (galley_review_can_undo (review), ==, fixture.now > 0);
      g_assert_cmpint (galley_review_can_redo (review), ==, fixture.now + 1 < fixture.history->len);
    }

  g_ptr_array_unref (fixture.history);
  g_rand_free (fixture.random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= N_ROUNDS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/review/random/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_review_random);
    }

  return g_test_run ();
}
