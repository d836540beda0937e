/* test-json-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "base/galley-limits.h"
#include "export/galley-exporter.h"
#include "export/galley-json-emitter.h"
#include "export/galley-json-writer.h"
#include "lib/galley-test.h"

static void
emit_sample (GalleyJsonEmitter *out)
{
  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "a", "\"\\/\b\f\n\r\t\x01\x7f é\xe2\x80\xa9");
  galley_json_emit_string_member (out, "none", NULL);
  galley_json_emit_name (out, "b");
  galley_json_emit_open (out, '[', TRUE);
  galley_json_emit_uint (out, 4294967295u);
  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_uint_member (out, "c", 0);
  galley_json_emit_uint_member (out, "d", 1);
  galley_json_emit_close (out, '}');
  galley_json_emit_close (out, ']');
  galley_json_emit_name (out, "e");
  galley_json_emit_open (out, '[', FALSE);
  galley_json_emit_fraction (out, 0.93);
  galley_json_emit_fraction (out, 1);
  galley_json_emit_fraction (out, 0);
  galley_json_emit_fraction (out, 0.0004);
  galley_json_emit_fraction (out, 0.6666666);
  galley_json_emit_close (out, ']');
  galley_json_emit_name (out, "f");
  galley_json_emit_open (out, '[', FALSE);
  galley_json_emit_close (out, ']');
  galley_json_emit_close (out, '}');
}

static void
test_emitter (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  GalleyJsonEmitter pretty = { .out = text };
  GalleyJsonEmitter compact = { .out = line, .compact = TRUE };

  emit_sample (&pretty);
  g_assert_cmpstr (text->str,
                   ==,
                   "{\n"
                   "  \"a\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\x7f é\\u2029\",\n"
                   "  \"b\": [4294967295, {\"c\": 0, \"d\": 1}],\n"
                   "  \"e\": [\n"
                   "    0.93,\n"
                   "    1,\n"
                   "    0,\n"
                   "    0,\n"
                   "    0.667\n"
                   "  ],\n"
                   "  \"f\": []\n"
                   "}");
  emit_sample (&compact);
  g_assert_cmpstr (line->str,
                   ==,
                   "{\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\x7f é\\u2029\","
                   "\"b\":[4294967295,{\"c\":0,\"d\":1}],\"e\":[0.93,1,0,0,0.667],\"f\":[]}");
}

/* The one quote selector of a review that marks @start to @end of @text. */
static JsonObject *
write_selector (const char *text, guint start, guint end, JsonParser *parser)
{
  g_autoptr (GalleyReview) review = galley_test_review (text);
  g_autoptr (GString) file = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *item;
  JsonArray *selectors;

  galley_review_add (review,
                     GALLEY_KIND_NOTE,
                     galley_details_new (NULL, galley_spans_new_one (start, end)));
  file = galley_json_write (review, FALSE);
  json_parser_load_from_data (parser, file->str, (gssize) file->len, &error);
  g_assert_no_error (error);
  item = json_array_get_object_element (
      json_object_get_array_member (
          json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                         "first"),
          "items"),
      0);
  selectors = json_object_get_array_member (
      json_array_get_object_element (json_object_get_array_member (item, "target"), 0), "selector");

  return json_array_get_length (selectors) > 1 ? json_array_get_object_element (selectors, 1)
                                               : NULL;
}

static guint
count_places (const char *text, const char *words)
{
  guint count = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    count++;

  return count;
}

/* Returns how many code points of prefix it took. */
static guint
assert_unique (const char *text, guint start, guint end)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *selector = write_selector (text, start, end, parser);
  const char *prefix = json_object_get_string_member (selector, "prefix");
  const char *suffix = json_object_get_string_member (selector, "suffix");
  g_autofree char *words =
      g_strconcat (prefix, json_object_get_string_member (selector, "exact"), suffix, NULL);
  guint n_chars = (guint) g_utf8_strlen (text, -1);

  g_assert_cmpuint (count_places (text, words), ==, 1);
  g_assert_cmpint (g_utf8_strlen (prefix, -1), >=, MIN (32, start));
  g_assert_cmpint (g_utf8_strlen (suffix, -1), >=, MIN (32, n_chars - end));

  return (guint) g_utf8_strlen (prefix, -1);
}

static void
test_context_short (void)
{
  g_assert_cmpuint (assert_unique ("abc", 1, 2), ==, 1);
  g_assert_cmpuint (assert_unique ("abc", 0, 3), ==, 0);
  g_assert_cmpuint (assert_unique ("aaaa", 2, 3), ==, 2);
}

/* The same paragraph again and again: the context grows until it reaches what differs. */
static void
test_context_repeated (void)
{
  g_autofree char *filler = g_strnfill (150, '-');

  for (guint n_times = 2; n_times < 40; n_times += 7)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < n_times; i++)
        g_string_append_printf (text, "Part %u.%s he said %s\n", i, filler, filler);
      for (guint i = 0; i < n_times; i++)
        {
          g_autofree char *part = g_strdup_printf ("Part %u.", i);
          guint start = (guint) (strstr (text->str, part) - text->str);

          start += (guint) strlen (part) + 151;
          g_assert_cmpuint (assert_unique (text->str, start, start + 7), >=, 96);
        }
    }
}

static void
test_context_clusters (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *selector;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "e\xcc\x81");
  g_string_append (text, " xx ");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "a\xcc\x81");

  selector = write_selector (text->str, 81, 83, parser);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (selector, "prefix"), "e"));
  g_assert_true (
      g_str_has_suffix (json_object_get_string_member (selector, "suffix"), "a\xcc\x81"));
}

/* Nothing is unique in it; it ends all the same. */
static void
test_context_hopeless (void)
{
  g_autofree char *text = g_strnfill (200000, 'a');
  g_autoptr (GalleyReview) review = galley_test_review (text);
  g_autoptr (GString) file = NULL;

  for (guint i = 0; i < 2000; i++)
    galley_review_add (review,
                       GALLEY_KIND_NOTE,
                       galley_details_new (NULL, galley_spans_new_one (90 * i + 1, 90 * i + 3)));
  file = galley_json_write (review, FALSE);
  g_assert_cmpuint (file->len, >, 0);
}

/* A string that no reader takes is not written. */
static void
test_very_long_quote (void)
{
  g_autofree char *text = g_strnfill (GALLEY_LIMIT_STRING + 100, 'a');
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_nonnull (write_selector (text, 0, (guint) GALLEY_LIMIT_STRING, parser));
  g_assert_null (write_selector (text, 0, (guint) GALLEY_LIMIT_STRING + 1, parser));
}

static void
test_exporters (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("One two three.");
  const GalleyExportOptions options = { .without_text = TRUE };
  const GalleyExporter *json = galley_exporter_find ("json");
  const GalleyExporter *jsonl = galley_exporter_find ("jsonl");
  g_autoptr (GString) file = json->write (review, &options);
  g_autoptr (GString) line = jsonl->write (review, &options);

  g_assert_cmpstr (json->suffix, ==, ".galley.json");
  g_assert_false (json->joins);
  g_assert_true (jsonl->joins);
  g_assert_true (g_str_has_suffix (file->str, "\n}\n"));
  g_assert_true (g_str_has_suffix (line->str, "}\n"));
  g_assert_null (strstr (file->str, "One two three."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/json/emitter", test_emitter);
  g_test_add_func ("/export/json/context/short", test_context_short);
  g_test_add_func ("/export/json/context/repeated", test_context_repeated);
  g_test_add_func ("/export/json/context/clusters", test_context_clusters);
  g_test_add_func ("/export/json/context/hopeless", test_context_hopeless);
  g_test_add_func ("/export/json/very-long-quote", test_very_long_quote);
  g_test_add_func ("/export/json/exporters", test_exporters);

  return g_test_run ();
}
