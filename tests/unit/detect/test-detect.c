/* test-detect.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-detect.h"
#include "lib/galley-test.h"
#include "model/galley-taxonomy.h"

#include "unit/detect/galley-marked.h"

static GArray *pretended; /* (element-type GalleyMark): what the reader of these tests marks */
static guint n_calls;

static GalleyReading *
read_pretended (const GalleyText *text,
                const gboolean *wanted,
                GalleyProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  GalleyReading *reading = galley_reading_new ();

  for (guint i = 0; i < pretended->len; i++)
    {
      GalleyMark mark = g_array_index (pretended, GalleyMark, i);

      if (mark.end_token <= text->tokens->len
          && wanted[galley_text_token (text, mark.first_token)->paragraph])
        g_array_append_val (reading->marks, mark);
    }

  return reading;
}

static GalleyReading *
read_badly (const GalleyText *text,
            const gboolean *wanted,
            GalleyProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "bad model");

  return NULL;
}

static const GalleyReader pretender = { .id = "pretended", .model = "7", .read = read_pretended };
static const GalleyReader broken = { .id = "broken", .model = "7", .read = read_badly };

static const char story[] =
    "Bridge stays shut\n"
    "By Nell Archer\n"
    "{S:Council leader Ann Lee} {C:said} {K:on Monday the bridge was “not safe”}. It was a "
    "shameful end to a reckless scheme.\n"
    "{S:A senior engineer} {C:added}: {K:“We told them so for ten years.”} {S:Lee} {C:declined} "
    "{K:to comment} on that.\n"
    "{K:“Nobody listens,”} {S:the engineer} {C:said}.\n";

static GalleyFindings *
detect (GalleyArticle *article)
{
  g_autoptr (GError) error = NULL;
  GalleyFindings *findings = galley_detect (article, &pretender, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (findings);

  return findings;
}

static GalleyAnnotation *
find_kind (GalleyFindings *findings, GalleyKind kind, guint position)
{
  for (guint i = 0; i < findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = findings->annotations->pdata[i];

      if (galley_annotation_get_kind (annotation) == kind && position-- == 0)
        return annotation;
    }
  g_assert_not_reached ();
}

static void
test_story (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GalleyFindings) findings = NULL;
  const GalleyDetails *leader, *engineer, *quote, *silence;

  pretended = marked->marks;
  findings = detect (article);
  g_assert_cmpuint (findings->annotations->len, ==, 2 + 4 + 1);

  leader = galley_annotation_get_details (find_kind (findings, GALLEY_KIND_SOURCE, 0));
  g_assert_cmpstr (leader->type, ==, "person");
  g_assert_cmpstr (leader->name, ==, "Ann Lee");
  g_assert_cmpstr (leader->role, ==, "Council leader");
  g_assert_cmpstr (leader->ladder, ==, "N0");
  g_assert_cmpuint (galley_spans_length (leader->spans), ==, 2);

  engineer = galley_annotation_get_details (find_kind (findings, GALLEY_KIND_SOURCE, 1));
  g_assert_cmpstr (engineer->type, ==, "unnamed-person");
  g_assert_cmpstr (engineer->name, ==, "A senior engineer");
  g_assert_cmpstr (engineer->ladder, ==, "A2");
  g_assert_true (galley_details_has_flag (engineer, "no-reason-given"));
  g_assert_true (galley_details_has_flag (engineer, "direct-quote"));
  g_assert_cmpuint (galley_spans_length (engineer->spans), ==, 2);

  quote = galley_annotation_get_details (find_kind (findings, GALLEY_KIND_QUOTE, 0));
  g_assert_cmpstr (quote->type, ==, "mixed");
  g_assert_cmpstr (quote->verb_class, ==, "neutral");
  g_assert_cmpstr (quote->source_id,
                   ==,
                   galley_annotation_get_id (find_kind (findings, GALLEY_KIND_SOURCE, 0)));
  silence = galley_annotation_get_details (find_kind (findings, GALLEY_KIND_QUOTE, 2));
  g_assert_cmpstr (silence->type, ==, "no-comment");
}

static void
test_reasons_and_order (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GalleyFindings) findings = NULL;
  guint last = 0;

  pretended = marked->marks;
  findings = detect (article);
  for (guint i = 0; i < findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = findings->annotations->pdata[i];
      const GalleyReason *reason = galley_annotation_get_reason (annotation);

      g_assert_nonnull (reason);
      g_assert_true (galley_reason_is_known (reason->id));
      g_assert_cmpuint (galley_annotation_get_evidence (annotation)->len, >, 0);
      g_assert_cmpuint (galley_annotation_get_start (annotation), >=, last);
      g_assert_cmpstr (galley_annotation_get_origin (annotation)->reader, ==, "pretended");
      g_assert_cmpstr (galley_annotation_get_origin (annotation)->model, ==, "7");
      last = galley_annotation_get_start (annotation);
    }
}

static void
test_same_again (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GalleyFindings) first = NULL;
  g_autoptr (GalleyFindings) second = NULL;

  pretended = marked->marks;
  first = detect (article);
  second = detect (article);
  g_assert_cmpuint (first->annotations->len, ==, second->annotations->len);
  for (guint i = 0; i < first->annotations->len; i++)
    {
      GalleyAnnotation *one = first->annotations->pdata[i];
      GalleyAnnotation *other = second->annotations->pdata[i];

      g_assert_cmpstr (galley_annotation_get_id (one), ==, galley_annotation_get_id (other));
      g_assert_true (galley_details_equal (galley_annotation_get_details (one),
                                           galley_annotation_get_details (other)));
    }
}

static void
on_progress (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
  n_calls++;
}

static void
on_progress_cancel (double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GalleyFindings) findings = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0;

  pretended = marked->marks;
  n_calls = 0;
  findings = galley_detect (article, &pretender, on_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, >, 2);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  pretended = marked->marks;
  g_assert_null (
      galley_detect (article, &pretender, on_progress_cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (galley_detect (article, &pretender, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
run_detect (gpointer article)
{
  return detect (article);
}

static void
test_threads (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (story);
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  GThread *threads[4];
  guint n_annotations = 0;

  pretended = marked->marks;
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("detect", run_detect, article);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GalleyFindings) findings = g_thread_join (threads[i]);

      if (i > 0)
        g_assert_cmpuint (findings->annotations->len, ==, n_annotations);
      n_annotations = findings->annotations->len;
    }
}

static void
test_broken_reader (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("It rained.");
  g_autoptr (GError) error = NULL;

  g_assert_null (galley_detect (article, &broken, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* The author, who stands in the byline, is no source. */
static void
test_author (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (
      "Rain\nBy Nell Archer\nRain fell. {S:Nell Archer} {C:reports} {K:that it was cold}. {S:I} "
      "{C:think} {K:it was a disaster for the town}.");
  g_autoptr (GalleyArticle) article = galley_test_article (marked->string);
  g_autoptr (GalleyFindings) findings = NULL;

  pretended = marked->marks;
  findings = detect (article);
  for (guint i = 0; i < findings->annotations->len; i++)
    g_assert_cmpint (galley_annotation_get_kind (findings->annotations->pdata[i]),
                     !=,
                     GALLEY_KIND_SOURCE);
}

/* A reader may mark anything whatever in a text that may be anything whatever. */
static char *
make_soup (GRand *rand)
{
  static const char *const words[] = {
    "Ann",      "Lee",  "said",   "“",    "”",           "‘",     "’",    "\"",       ",",
    ".",        "\n",   "the",    "a",    "he",          "she",   "who",  "official", "of",
    "Mr.",      "U.S.", "?",      "(",    ")",           "—",     "and",  "van",      "der",
    "King",     "’s",   "not",    "Ünal", "👩‍🚀", "مرحبا", "1999", "said",     "It",
    "reckless", "NATO", "report", "one",  "second",      "\n\n",  "A",    "[",
  };
  GString *soup = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 160);

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_int_range (rand, 0, 4) > 0)
        g_string_append_c (soup, ' ');
      g_string_append (soup, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (soup, FALSE);
}

static GArray *
make_marks (GRand *rand, guint n_tokens)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  guint token = 0;

  while (token < n_tokens)
    {
      GalleyMark mark = { .role = (GalleyRole) g_rand_int_range (rand, 0, 3), .probability = 0.5 };

      mark.first_token = token + (guint) g_rand_int_range (rand, 0, 4);
      mark.end_token = mark.first_token + (guint) g_rand_int_range (rand, 1, 9);
      if (mark.end_token > n_tokens)
        break;
      g_array_append_val (marks, mark);
      token = mark.end_token;
    }

  return marks;
}

static void
check_findings (GalleyArticle *article, GalleyFindings *findings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_chars = galley_article_get_n_chars (article);

  for (guint i = 0; i < findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = findings->annotations->pdata[i];

      g_assert_cmpuint (galley_annotation_get_end (annotation), <=, n_chars);
      g_assert_true (g_hash_table_add (ids, (gpointer) galley_annotation_get_id (annotation)));
    }
  for (guint i = 0; i < findings->annotations->len; i++)
    {
      const GalleyDetails *details =
          galley_annotation_get_details (findings->annotations->pdata[i]);
      GalleyKind kind = galley_annotation_get_kind (findings->annotations->pdata[i]);
      guint last = 0;

      g_assert_nonnull (galley_terms_find (galley_kind_terms (kind), details->type));
      g_assert_cmpuint (galley_spans_length (details->spans), >, 0);
      for (guint j = 0; j < galley_spans_length (details->spans); j++)
        {
          const GalleySpan *span = galley_spans_get (details->spans, j);

          g_assert_cmpuint (span->start, >=, last);
          g_assert_cmpuint (span->end, >, span->start);
          last = span->end;
        }
      if (details->source_id != NULL)
        g_assert_true (g_hash_table_contains (ids, details->source_id));
    }
}

static void
test_soup (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260214);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *soup = make_soup (rand);
      g_autoptr (GalleyArticle) article = galley_test_article (soup);
      g_autoptr (GalleyText) text = galley_text_new (soup, strlen (soup));
      g_autoptr (GArray) marks = make_marks (rand, text->tokens->len);
      g_autoptr (GalleyFindings) findings = NULL;

      pretended = marks;
      findings = detect (article);
      check_findings (article, findings);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/detect/story", test_story);
  g_test_add_func ("/detect/reasons-and-order", test_reasons_and_order);
  g_test_add_func ("/detect/same-again", test_same_again);
  g_test_add_func ("/detect/progress", test_progress);
  g_test_add_func ("/detect/cancelled", test_cancelled);
  g_test_add_func ("/detect/threads", test_threads);
  g_test_add_func ("/detect/broken-reader", test_broken_reader);
  g_test_add_func ("/detect/author", test_author);
  g_test_add_func ("/detect/soup", test_soup);

  return g_test_run ();
}
