/* test-example.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "detect/galley-detect.h"
#include "lib/galley-test.h"

/* A real article and what must be found in it, spans in code points. A span is found when it shares
 * at least half of its words. */
#define ARTICLE  "examples/berlin-talks.txt"
#define EXPECTED "examples/berlin-talks.expected.json"

typedef struct
{
  GalleyArticle *article;
  GalleyFindings *findings;
  JsonParser *parser;
  JsonObject *expected;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = galley_test_shared_file (ARTICLE);
  g_autofree char *expected = galley_test_shared_file (EXPECTED);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  fixture->article = galley_test_article (text);
  fixture->parser = json_parser_new ();
  json_parser_load_from_file (fixture->parser, expected, &error);
  g_assert_no_error (error);
  fixture->expected = json_node_get_object (json_parser_get_root (fixture->parser));
  fixture->findings =
      galley_detect (fixture->article, galley_reader_find ("fast"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  galley_findings_free (fixture->findings);
  g_object_unref (fixture->parser);
  g_object_unref (fixture->article);
}

/* The words of spans, as the places where they begin. */
static void
add_words (Fixture *fixture, GHashTable *words, guint start, guint end)
{
  g_autofree char *slice = galley_article_dup_slice (fixture->article, start, end);
  gboolean inside = FALSE;

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p), start++)
    {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (p));

      if (letter && !inside)
        g_hash_table_add (words, GUINT_TO_POINTER (start + 1));
      inside = letter;
    }
}

static gboolean
shares_half (Fixture *fixture, GArray *spans, JsonArray *wanted)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  add_words (fixture,
             expected,
             (guint) json_array_get_int_element (wanted, 0),
             (guint) json_array_get_int_element (wanted, 1));
  for (guint i = 0; i < galley_spans_length (spans); i++)
    add_words (fixture,
               found,
               galley_spans_get (spans, i)->start,
               galley_spans_get (spans, i)->end);
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (found, word);

  return 2 * n >= MAX (g_hash_table_size (expected), g_hash_table_size (found));
}

static GalleyAnnotation *
find_source (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = fixture->findings->annotations->pdata[i];

      if (g_strcmp0 (galley_annotation_get_id (annotation), id) == 0)
        return annotation;
    }

  return NULL;
}

/* The expected name of a speaker: that of the source whose mention the expected text is. */
static gboolean
is_source (const GalleyDetails *source, JsonObject *wanted)
{
  return g_ascii_strcasecmp (source->name, json_object_get_string_member (wanted, "name")) == 0;
}

static gboolean
is_right_speaker (Fixture *fixture, const GalleyDetails *source, const char *mention)
{
  static const char *const he = "he";
  g_autofree char *folded = g_utf8_casefold (mention, -1);
  g_autofree char *name = g_utf8_casefold (source->name, -1);
  const char *last = strrchr (name, ' ');

  /* The article's only "he" that is quoted stands for the spokesman before it. */
  if (strcmp (folded, he) == 0)
    return strcmp (source->type, "person") == 0 && galley_spans_length (source->spans) > 1;

  return strstr (folded, name) != NULL || (last != NULL && strcmp (folded, last + 1) == 0);
}

static gboolean
finds_attribution (Fixture *fixture, JsonObject *wanted)
{
  for (guint i = 0; i < fixture->findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = fixture->findings->annotations->pdata[i];
      const GalleyDetails *details = galley_annotation_get_details (annotation);
      GalleyAnnotation *source = find_source (fixture, details->source_id);

      if (galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE && source != NULL
          && shares_half (fixture, details->spans, json_object_get_array_member (wanted, "content"))
          && is_right_speaker (fixture,
                               galley_annotation_get_details (source),
                               json_object_get_string_member (wanted, "source_text")))
        return TRUE;
    }
  g_test_message ("not found: %s", json_object_get_string_member (wanted, "content_text"));

  return FALSE;
}

static void
test_attributions (Fixture *fixture, gconstpointer data)
{
  JsonArray *wanted = json_object_get_array_member (fixture->expected, "attributions");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (wanted); i++)
    n += finds_attribution (fixture, json_array_get_object_element (wanted, i));
  g_assert_cmpuint (n, >=, 9);
}

static const GalleyDetails *
find_named (Fixture *fixture, JsonObject *wanted)
{
  for (guint i = 0; i < fixture->findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = fixture->findings->annotations->pdata[i];

      if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE
          && is_source (galley_annotation_get_details (annotation), wanted))
        return galley_annotation_get_details (annotation);
    }
  g_test_message ("no source: %s", json_object_get_string_member (wanted, "name"));

  return NULL;
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  JsonArray *all = json_object_get_array_member (fixture->expected, "sources");

  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *wanted = json_array_get_object_element (all, i);
      const GalleyDetails *found = find_named (fixture, wanted);

      g_assert_nonnull (found);
      g_assert_cmpstr (found->type, ==, json_object_get_string_member (wanted, "kind"));
      if (json_object_has_member (wanted, "role"))
        g_assert_cmpstr (found->role, ==, json_object_get_string_member (wanted, "role"));
      if (json_object_has_member (wanted, "ladder"))
        g_assert_cmpstr (found->ladder, ==, json_object_get_string_member (wanted, "ladder"));
      if (json_object_has_member (wanted, "mentions_at_least"))
        g_assert_cmpint (galley_spans_length (found->spans),
                         >=,
                         json_object_get_int_member (wanted, "mentions_at_least"));
    }
}

static void
test_no_sources (Fixture *fixture, gconstpointer data)
{
  JsonArray *names = json_object_get_array_member (fixture->expected, "not_sources");

  for (guint i = 0; i < fixture->findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = fixture->findings->annotations->pdata[i];

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE)
        continue;
      for (guint j = 0; j < json_array_get_length (names); j++)
        g_assert_cmpstr (galley_annotation_get_details (annotation)->name,
                         !=,
                         json_array_get_string_element (names, j));
    }
}

static gboolean
is_allowed (Fixture *fixture, GalleyAnnotation *annotation)
{
  JsonArray *allowed = json_object_get_array_member (fixture->expected, "opinion_allowed");
  g_autofree char *words =
      galley_article_dup_spans (fixture->article,
                                galley_annotation_get_details (annotation)->spans);

  for (guint i = 0; i < json_array_get_length (allowed); i++)
    {
      if (strstr (json_array_get_string_element (allowed, i), words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_opinions (Fixture *fixture, gconstpointer data)
{
  JsonArray *wanted = json_object_get_array_member (fixture->expected, "opinions");
  guint n_wanted = json_array_get_length (wanted), n_found = 0, n_others = 0;

  for (guint i = 0; i < fixture->findings->annotations->len; i++)
    {
      GalleyAnnotation *annotation = fixture->findings->annotations->pdata[i];
      GArray *spans = galley_annotation_get_details (annotation)->spans;
      gboolean expected = FALSE;

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_OPINION)
        continue;
      for (guint j = 0; j < n_wanted; j++)
        {
          JsonObject *opinion = json_array_get_object_element (wanted, j);

          expected |= shares_half (fixture, spans, json_object_get_array_member (opinion, "span"));
        }
      n_found += expected;
      n_others += !expected && !is_allowed (fixture, annotation);
    }
  g_assert_cmpuint (n_found, ==, n_wanted);
  g_assert_cmpuint (n_others, <=, 1);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  JsonObject *parts = json_object_get_object_member (fixture->expected, "parts");
  const GalleyMetadata *metadata = fixture->findings->metadata;
  guint note = (guint) json_object_get_int_member (parts, "author_note");

  g_assert_cmpstr (metadata->byline, ==, json_object_get_string_member (parts, "byline"));
  g_assert_cmpstr (metadata->published_time, ==, json_object_get_string_member (parts, "date"));
  g_assert_cmpstr (galley_metadata_get_block_at (metadata, note)->type, ==, "author-note");
  g_assert_cmpstr (galley_metadata_get_block_at (metadata, 0)->type, ==, "byline");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/example/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("attributions", test_attributions);
  ADD ("sources", test_sources);
  ADD ("no-sources", test_no_sources);
  ADD ("opinions", test_opinions);
  ADD ("parts", test_parts);
#undef ADD

  return g_test_run ();
}
