/* test-json-round-trip.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "base/galley-error.h"
#include "base/galley-limits.h"
#include "export/galley-json-writer.h"
#include "import/galley-importer.h"
#include "unit/import/review-fixture.h"

static GalleyReview *
read_back (const GString *file)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->str, file->len);
  g_autoptr (GError) error = NULL;
  gboolean text_matches = FALSE;
  GalleyReview *review = galley_json_read (bytes, &text_matches, &error);

  g_assert_no_error (error);
  g_assert_nonnull (review);
  g_assert_true (text_matches);

  return review;
}

static void
assert_same_file (const GString *a, const GString *b)
{
  g_assert_cmpstr (a->str, ==, b->str);
  g_assert_cmpuint (a->len, ==, b->len);
}

static void
assert_same_annotation (GalleyAnnotation *a, GalleyAnnotation *b)
{
  g_assert_cmpstr (galley_annotation_get_id (a), ==, galley_annotation_get_id (b));
  g_assert_cmpint (galley_annotation_get_kind (a), ==, galley_annotation_get_kind (b));
  g_assert_true (galley_details_equal (galley_annotation_get_original (a),
                                       galley_annotation_get_original (b)));
  g_assert_true (
      galley_details_equal (galley_annotation_get_details (a), galley_annotation_get_details (b)));
  g_assert_cmpint (galley_annotation_get_status (a), ==, galley_annotation_get_status (b));
  g_assert_cmpstr (galley_annotation_get_note (a), ==, galley_annotation_get_note (b));
  g_assert_cmpuint (galley_annotation_get_n_verdicts (a), ==, galley_annotation_get_n_verdicts (b));
  for (guint i = 0; i < galley_annotation_get_n_verdicts (a); i++)
    {
      const GalleyVerdict *x = galley_annotation_get_verdict (a, i);
      const GalleyVerdict *y = galley_annotation_get_verdict (b, i);

      g_assert_cmpstr (x->id, ==, y->id);
      g_assert_cmpstr (x->reviewer, ==, y->reviewer);
      g_assert_cmpstr (x->created, ==, y->created);
      g_assert_true (x->reason == y->reason);
    }
}

static void
test_everything (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GalleyReview) again = read_back (file);
  g_autoptr (GString) second = galley_json_write (again, FALSE);
  GalleyArticle *article = galley_review_get_article (again);

  assert_same_file (file, second);
  g_assert_cmpstr (galley_article_get_text (article), ==, FIXTURE_TEXT);
  g_assert_true (
      galley_metadata_equal (galley_article_get_metadata (article),
                             galley_article_get_metadata (galley_review_get_article (review))));
  g_assert_cmpstr (galley_article_get_importer (article), ==, "test");
  g_assert_cmpstr (galley_review_get_id (again), ==, galley_review_get_id (review));
  g_assert_cmpuint (galley_review_get_n_annotations (again),
                    ==,
                    galley_review_get_n_annotations (review));
  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    assert_same_annotation (galley_review_peek (review, i), galley_review_peek (again, i));
  g_assert_false (galley_review_get_modified (again));
}

/* Two sources that a reviewer called one stay one, and what was suggested stays what it was. */
static void
test_merged_sources (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GPtrArray) sources = galley_review_list_kind (review, GALLEY_KIND_SOURCE);
  g_autoptr (GString) file = NULL;
  g_autoptr (GString) second = NULL;
  g_autoptr (GalleyReview) again = NULL;
  GalleyAnnotation *merged;
  GalleyAnnotation *into;

  g_ptr_array_add (sources,
                   galley_review_add (review,
                                      GALLEY_KIND_SOURCE,
                                      galley_details_new ("person", galley_spans_new_one (0, 3))));
  g_assert_true (galley_review_merge_sources (review, sources->pdata[0], sources->pdata[1]));
  file = galley_json_write (review, FALSE);
  again = read_back (file);
  second = galley_json_write (again, FALSE);
  assert_same_file (file, second);

  merged = galley_review_lookup (again, galley_annotation_get_id (sources->pdata[0]));
  into = galley_review_lookup (again, galley_annotation_get_id (sources->pdata[1]));
  g_assert_true (galley_review_get_merged_into (again, merged) == into);
  assert_same_annotation (sources->pdata[0], merged);
  assert_same_annotation (sources->pdata[1], into);
}

/* A flag, and why something was rejected. */
static void
test_flag_and_reason (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);
  g_autoptr (GString) file = NULL;
  g_autoptr (GString) second = NULL;
  g_autoptr (GalleyReview) again = NULL;
  GalleyAnnotation *read;

  galley_review_set_flag (review, quotes->pdata[0], TRUE);
  galley_review_reject (review, quotes->pdata[0], "wrong-source");
  file = galley_json_write (review, FALSE);
  g_assert_nonnull (strstr (file->str, "\"flagged\""));
  again = read_back (file);
  second = galley_json_write (again, FALSE);
  assert_same_file (file, second);

  read = galley_review_lookup (again, galley_annotation_get_id (quotes->pdata[0]));
  assert_same_annotation (quotes->pdata[0], read);
  g_assert_true (galley_annotation_is_flagged (read));
}

static void
test_one_line (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) line = galley_json_write_line (review, FALSE);
  g_autoptr (GalleyReview) again = read_back (line);
  g_autoptr (GString) second = galley_json_write_line (again, FALSE);
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) other = galley_json_write (again, FALSE);

  assert_same_file (line, second);
  assert_same_file (file, other);
  g_assert_true (strchr (line->str, '\n') == line->str + line->len - 1);
  g_assert_null (strstr (line->str, "\xe2\x80\xa8"));
}

static void
test_nothing (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("");
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GalleyReview) again = read_back (file);

  g_assert_null (strstr (file->str, "\"first\""));
  g_assert_nonnull (strstr (file->str, "\"total\": 0,"));
  g_assert_cmpuint (galley_review_get_n_annotations (again), ==, 0);
  g_assert_cmpuint (galley_article_get_length (galley_review_get_article (again)), ==, 0);
}

static void
test_without_text (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, TRUE);
  g_autoptr (GBytes) bytes = g_bytes_new (file->str, file->len);
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (file->str, "\"text\""));
  g_assert_nonnull (strstr (file->str, "\"exact\": \"It is a reckless plan.\""));
  g_assert_null (galley_json_read (bytes, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_UNSUPPORTED);
}

/* Replaces the first @from in @file by @to. */
static GString *
edit (const GString *file, const char *from, const char *to)
{
  const char *place = strstr (file->str, from);
  GString *edited = g_string_new (NULL);

  g_assert_nonnull (place);
  g_string_append_len (edited, file->str, place - file->str);
  g_string_append (edited, to);
  g_string_append (edited, place + strlen (from));

  return edited;
}

static const char *const strangers[][2] = {
  { "\"galley:format\": 1,", "\"galley:format\": 1, \"x:wild\": {\"n\": 1.50, \"s\": [\"a b\"]}," },
  { "{\"galley\": \"https://galley-app.github.io/ns#\"}",
    "{\"galley\": \"https://galley-app.github.io/ns#\"}, {\"x\": \"https://example.org/x#\"}" },
  { "\"unit\":", "\"x:print\": \"B 4\", \"unit\":" },
  { "\"startIndex\":", "\"x:page\": null, \"startIndex\":" },
  { "\"galley:kind\": \"quote\"", "\"x:item\": true, \"galley:kind\": \"quote\"" },
  { "{\"type\": \"Person\", \"nickname\": \"Ana\"}",
    "{\"type\": \"Person\", \"nickname\": \"Ana\", \"x:desk\": \"night\"}" },
  { "\"type\": \"SpecificResource\",", "\"type\": \"SpecificResource\", \"x:target\": 7," },
  { "{\"type\": \"TextPositionSelector\"",
    "{\"type\": \"x:Gesture\", \"x:n\": 1}, {\"type\": \"TextPositionSelector\"" },
  { "{\"type\": \"TextualBody\", \"purpose\": \"classifying\", \"value\": \"source\"}",
    "{\"type\": \"TextualBody\", \"purpose\": \"classifying\", \"value\": \"source\"},"
    "{\"type\": \"TextualBody\", \"purpose\": \"linking\", \"value\": \"http://example.org/\"},"
    "\"http://example.org/image\"" },
  { "\"galley:revision\": {", "\"galley:revision\": {\"x:revision\": 1," },
  { "\"motivation\": \"assessing\",", "\"motivation\": \"assessing\", \"x:\\u0076erdict\": []," },
  { "\"galley:reason\": {\"id\": \"cue\"", "\"galley:reason\": {\"id\": \"of-tomorrow\"" },
  { "{\"type\": \"byline\",", "{\"x:block\": 1, \"type\": \"byline\"," },
  { "\"start\": 0, \"end\"", "\"x:position\": 1, \"start\": 0, \"end\"" },
  { "\"exact\":", "\"x:quote\": {\"n\": 1}, \"exact\":" },
  { "\"galley:cue\": [{", "\"galley:cue\": [{\"x:cue\": 1, " },
  { "\"galley:mention\": [{", "\"galley:mention\": [{\"x:mention\": 1, " },
  { "\"role\":", "\"x:evidence\": 1, \"role\":" },
  { "\"purpose\": \"assessing\",", "\"purpose\": \"assessing\", \"x:body\": 1," },
};

/* All at once, so that they cannot get into each other's way. */
static void
test_strangers_members (void)
{
  static const char *const kept[] = {
    "\"x:wild\": {\"n\":1.50,\"s\":[\"a b\"]}",
    "{\"x\":\"https://example.org/x#\"}]",
    "\"x:print\": \"B 4\"",
    "\"x:page\": null",
    "\"x:item\": true",
    "\"x:desk\": \"night\"",
    "\"x:target\": 7",
    "{\"type\":\"x:Gesture\",\"x:n\":1}",
    "\"purpose\":\"linking\"",
    "\"http://example.org/image\"",
    "\"x:revision\": 1",
    "\"x:verdict\": []",
    "\"galley:reason\": {\"id\":\"of-tomorrow\"",
    "\"x:block\": 1}",
    "\"x:position\": 1}",
    "\"x:quote\": {\"n\":1}}",
    "\"x:cue\": 1}",
    "\"x:mention\": 1}",
    "\"x:evidence\": 1}",
    "\"x:body\": 1}",
  };
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GalleyReview) again = NULL;
  g_autoptr (GalleyReview) third = NULL;
  g_autoptr (GString) second = NULL;
  g_autoptr (GString) last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      GString *edited = edit (file, strangers[i][0], strangers[i][1]);

      g_string_free (file, TRUE);
      file = edited;
    }

  again = read_back (file);
  second = galley_json_write (again, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (strstr (second->str, kept[i]) == NULL)
        g_error ("%s was lost", kept[i]);
    }

  third = read_back (second);
  last = galley_json_write (third, FALSE);
  assert_same_file (second, last);
}

static void
test_strangers_reason (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) edited =
      edit (file, "{\"id\": \"cue\",", "{\"x:why\": [1], \"id\": \"cue\",");
  g_autoptr (GalleyReview) again = read_back (edited);
  g_autoptr (GString) second = galley_json_write (again, FALSE);

  g_assert_nonnull (strstr (second->str, "\"args\": [\"said\", \"Åse Holm\"], \"x:why\": [1]}"));
}

/* What was said of places that a person takes away goes with them, and the file stays sound. */
static void
test_strangers_places_gone (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) edited =
      edit (file, "          \"galley:cue\": [{", "          \"galley:cue\": [{\"x:cue\": 1, ");
  g_autoptr (GalleyReview) again = read_back (edited);
  GalleyAnnotation *quote = galley_review_peek (again, 0);
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));
  g_autoptr (GString) second = galley_json_write (again, FALSE);
  g_autoptr (GString) last = NULL;
  g_autoptr (GalleyReview) third = NULL;

  g_assert_nonnull (strstr (second->str, "\"x:cue\": 1}"));
  g_clear_pointer (&details->cue, g_array_unref);
  galley_review_revise (again, quote, details);
  last = galley_json_write (again, FALSE);
  third = read_back (last);
  g_assert_null (strstr (last->str, "x:cue"));
  g_assert_null (galley_annotation_get_details (galley_review_peek (third, 0))->cue);
}

/* Numbers that a reader could change. */
static void
test_strangers_numbers (void)
{
  const char *numbers =
      "\"x:n\": [9223372036854775807,-9223372036854775807,0.93,1.50,1E5,1e-999,-0,"
      "-0.0,0.1000000000000000055511151231257827]";
  g_autofree char *members = g_strdup_printf ("%s, \"galley:kind\": \"quote\"", numbers);
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) edited = edit (file, "\"galley:kind\": \"quote\"", members);
  g_autoptr (GalleyReview) again = read_back (edited);
  g_autoptr (GString) second = galley_json_write (again, FALSE);

  g_assert_nonnull (strstr (second->str, numbers));
}

/* What we know may be written in many ways. */
static void
test_other_spelling (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) number = edit (file, "strength\": 0.93", "strength\": 9.30e-1");
  g_autoptr (GString) name = edit (number, "\"galley:flags\"", "\"galley\\u003aflags\"");
  g_autoptr (GString) escaped =
      edit (name, "Check the tape.\\nTwice.", "\\u0043heck the t\\u0061pe.\\u000aTwice\\u002e");
  g_autoptr (GString) pair = edit (escaped, "🥐", "\\ud83e\\udD50");
  g_autoptr (GString) solidus = edit (pair, "https://example.org/b", "https:\\/\\/example.org/b");
  g_autoptr (GalleyReview) again = read_back (solidus);
  g_autoptr (GString) second = galley_json_write (again, FALSE);

  assert_same_file (file, second);
}

/* So much in one annotation, and beside it, that it is not read at once: nothing differs. */
static void
test_large_members (void)
{
  g_autofree char *filler = g_strnfill (60000, '7');
  g_autofree char *large =
      g_strdup_printf ("\"x:large\": [[\"%s\",{\"n\":1.50}],\"%s\"]", filler, filler);
  g_autofree char *in_item = g_strdup_printf ("%s, \"galley:kind\": \"quote\"", large);
  g_autofree char *in_target = g_strdup_printf ("\"type\": \"SpecificResource\", %s,", large);
  g_autofree char *in_verdict = g_strdup_printf ("\"motivation\": \"assessing\", %s,", large);
  g_autofree char *in_article = g_strdup_printf ("%s, \"unit\":", large);
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) a = edit (file, "\"galley:kind\": \"quote\"", in_item);
  g_autoptr (GString) b = edit (a, "\"type\": \"SpecificResource\",", in_target);
  g_autoptr (GString) c = edit (b, "\"motivation\": \"assessing\",", in_verdict);
  g_autoptr (GString) d = edit (c, "\"unit\":", in_article);
  g_autoptr (GalleyReview) again = read_back (d);
  g_autoptr (GString) second = galley_json_write (again, FALSE);
  const char *place = second->str;

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    assert_same_annotation (galley_review_peek (review, i), galley_review_peek (again, i));
  for (guint i = 0; i < 4; i++)
    {
      place = strstr (place, large);
      g_assert_nonnull (place);
      place++;
    }
}

/* Any order, any space, a BOM: the meaning is the same. */
static void
test_reformatted (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) other = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GalleyReview) again = NULL;
  g_autoptr (GString) second = NULL;
  g_autofree char *text = NULL;

  g_assert_true (json_parser_load_from_data (parser, file->str, (gssize) file->len, NULL));
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 7);
  json_generator_set_root (generator, json_parser_get_root (parser));
  text = json_generator_to_data (generator, NULL);
  g_string_append (other, text);
  again = read_back (other);
  second = galley_json_write (again, FALSE);

  assert_same_file (file, second);
}

/* What somebody did to the text shows; what still fits is there. */
static void
test_other_text (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) edited = edit (file, "\"text\": \"Bakers fear", "\"text\": \"Bakers hate");
  g_autoptr (GBytes) bytes = g_bytes_new (edited->str, edited->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReview) again = NULL;
  gboolean text_matches = TRUE;

  again = galley_json_read (bytes, &text_matches, &error);
  g_assert_no_error (error);
  g_assert_false (text_matches);
  g_assert_cmpuint (galley_review_get_n_annotations (again), ==, 4);
}

/* A quote whose source was removed does not make the file unreadable. */
static void
test_source_gone (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("She said it.");
  GalleyDetails *details = galley_details_new ("indirect", galley_spans_new_one (9, 11));
  g_autoptr (GString) file = NULL;
  g_autoptr (GalleyReview) again = NULL;

  details->source_id = g_strdup ("urn:uuid:00000000-0000-4000-8000-00000000dead");
  galley_review_add (review, GALLEY_KIND_QUOTE, details);
  file = galley_json_write (review, FALSE);
  again = read_back (file);
  g_assert_null (galley_annotation_get_details (galley_review_peek (again, 0))->source_id);
}

/* What could not be read again is cut, not written. */
static void
test_too_long (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("She said it.");
  g_autoptr (GString) note = g_string_new ("x");
  g_autoptr (GString) file = NULL;
  g_autoptr (GalleyReview) again = NULL;
  GalleyAnnotation *annotation;
  const char *kept;

  while (note->len <= GALLEY_LIMIT_STRING)
    g_string_append (note, "é");
  annotation = galley_review_add (review,
                                  GALLEY_KIND_NOTE,
                                  galley_details_new (NULL, galley_spans_new_one (0, 3)));
  galley_review_set_note (review, annotation, note->str);
  file = galley_json_write (review, FALSE);
  again = read_back (file);
  kept = galley_annotation_get_note (galley_review_peek (again, 0));
  g_assert_cmpuint (strlen (kept), ==, GALLEY_LIMIT_STRING - 1);
  g_assert_true (g_str_has_prefix (note->str, kept));
}

static void
test_sniff (void)
{
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GBytes) whole = g_bytes_new (file->str, file->len);
  g_autoptr (GBytes) part = g_bytes_new (file->str, 300);
  g_autoptr (GBytes) text = g_bytes_new_static (FIXTURE_TEXT, strlen (FIXTURE_TEXT));
  g_autoptr (GBytes) other = g_bytes_new_static ("{\"id\": 1}", 9);
  g_autoptr (GBytes) nothing = g_bytes_new_static (NULL, 0);

  g_assert_true (galley_json_sniff (whole));
  g_assert_true (galley_json_sniff (part));
  g_assert_false (galley_json_sniff (text));
  g_assert_false (galley_json_sniff (other));
  g_assert_false (galley_json_sniff (nothing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/json/round-trip/everything", test_everything);
  g_test_add_func ("/import/json/round-trip/merged-sources", test_merged_sources);
  g_test_add_func ("/import/json/round-trip/one-line", test_one_line);
  g_test_add_func ("/import/json/round-trip/nothing", test_nothing);
  g_test_add_func ("/import/json/round-trip/without-text", test_without_text);
  g_test_add_func ("/import/json/round-trip/strangers-members", test_strangers_members);
  g_test_add_func ("/import/json/round-trip/flag-and-reason", test_flag_and_reason);
  g_test_add_func ("/import/json/round-trip/strangers-members-of-reason", test_strangers_reason);
  g_test_add_func ("/import/json/round-trip/strangers-members-gone", test_strangers_places_gone);
  g_test_add_func ("/import/json/round-trip/strangers-numbers", test_strangers_numbers);
  g_test_add_func ("/import/json/round-trip/other-spelling", test_other_spelling);
  g_test_add_func ("/import/json/round-trip/large-members", test_large_members);
  g_test_add_func ("/import/json/round-trip/reformatted", test_reformatted);
  g_test_add_func ("/import/json/round-trip/other-text", test_other_text);
  g_test_add_func ("/import/json/round-trip/source-gone", test_source_gone);
  g_test_add_func ("/import/json/round-trip/too-long", test_too_long);
  g_test_add_func ("/import/json/sniff", test_sniff);

  return g_test_run ();
}
