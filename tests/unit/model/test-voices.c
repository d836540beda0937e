/* test-voices.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-voice-words.h"
#include "model/galley-voices.h"

#include <string.h>

#include "lib/galley-test.h"

static void
assert_counts (GalleyReview *review, guint direct, guint paraphrase, guint opinion, guint reporter)
{
  g_autoptr (GalleyVoices) voices = galley_voices_new (review);

  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_DIRECT), ==, direct);
  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_PARAPHRASE), ==, paraphrase);
  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_OPINION), ==, opinion);
  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_REPORTER), ==, reporter);
  g_assert_cmpuint (galley_voices_get_n_words (voices),
                    ==,
                    direct + paraphrase + opinion + reporter);
}

static void
test_voices_words (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("It isn’t £38m—or 4.5 -- a co-op's … “way” out.");
  g_autoptr (GalleyReview) empty = galley_test_review ("");

  assert_counts (review, 0, 0, 0, 9);
  assert_counts (empty, 0, 0, 0, 0);
}

static void
test_voices_kinds (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("“Go away,” Ana said. She said it was late. It was sadly so.");

  assert_counts (review, 0, 0, 0, 13);
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“Go away,”");
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "indirect", "it was late");
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "It was sadly so.");
  galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ana");
  assert_counts (review, 2, 3, 4, 4);
}

static void
test_voices_rejected (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("“Go away,” Ana said.");
  GalleyAnnotation *quote = galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“Go away,”");

  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, NULL);
  assert_counts (review, 0, 0, 0, 4);
  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);
  assert_counts (review, 2, 0, 0, 2);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *quote;
  guint direct;
} MixedCase;

static const MixedCase mixed_cases[] = {
  { "curly", "He said it was “a long wait” for him.", "it was “a long wait” for him", 3 },
  { "straight", "He said it was \"a long wait\" for him.", "it was \"a long wait\" for him", 3 },
  { "single", "He said it isn’t ‘a wait’ but rest.", "it isn’t ‘a wait’ but rest", 2 },
  { "guillemets", "He said it was «a long wait» then.", "it was «a long wait» then", 3 },
  { "in-single", "He said ‘they “won’t go” now’ or so.", "‘they “won’t go” now’ or so", 4 },
  { "in-double", "He said “the ‘big one’ is” near.", "“the ‘big one’ is” near", 4 },
  { "marks-outside", "He said “we go” today.", "we go” today", 2 },
  { "none", "He said it was a wait.", "it was a wait", 0 },
  { "apostrophe", "He said 'tis so “late” here.\n\nHe left.", "'tis so “late” here", 1 },
  { "next-paragraph", "He said “we\n\n“go home” now.", "“we\n\n“go home” now", 3 },
  { "left-open", "He said “we go.\n\nThen he left us.", "“we go.\n\nThen he left us", 2 },
  { "open-straight",
    "He said \"we go.\n\n\"Then on\" he left.",
    "\"we go.\n\n\"Then on\" he left",
    4 },
};

static void
test_voices_mixed (gconstpointer data)
{
  const MixedCase *one = data;
  g_autoptr (GalleyReview) review = galley_test_review (one->text);
  g_autoptr (GalleyVoices) voices = NULL;

  galley_test_suggest (review, GALLEY_KIND_QUOTE, "mixed", one->quote);
  voices = galley_voices_new (review);
  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_DIRECT), ==, one->direct);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *quote; /* parts by "|" */
  const char *type;  /* NULL: nothing is said */
} TypeCase;

static const TypeCase type_cases[] = {
  { "all", "“We go home,” he said.", "“We go home,”", "direct" },
  { "all-without-marks", "“We go home,” he said.", "We go", "direct" },
  { "straight", "He said: \"We go.\"", "We go", "direct" },
  { "single", "‘It isn’t late,’ he said.", "‘It isn’t late,’", "direct" },
  { "part", "He said they “go home” now.", "they “go home” now", "mixed" },
  { "one-word-out", "He said they “go home” now.", "they “go", "mixed" },
  { "none", "He said they go home.", "they go home", "indirect" },
  { "between", "“We go,” he said, “home.”", "he said", "indirect" },
  { "two-parts", "“We go,” he said, “home.”", "We go|home", "direct" },
  { "parts-differ", "“We go,” he said, and they left.", "We go|they left", "mixed" },
  { "later-paragraph", "He “went.\n\nThey go home.", "They go home", "indirect" },
  { "goes-on", "“We go.\n\n“We do,” he said.", "We go.|We do", "direct" },
  { "no-words", "“We go” … he said.", "…", NULL },
};

static GArray *
find_parts (const char *text, const char *quote)
{
  g_auto (GStrv) parts = g_strsplit (quote, "|", -1);
  GArray *spans = galley_spans_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint start = (guint) g_utf8_pointer_to_offset (text, strstr (text, parts[i]));

      galley_spans_add (spans, start, start + (guint) g_utf8_strlen (parts[i], -1));
    }

  return spans;
}

static void
test_quote_type (gconstpointer data)
{
  const TypeCase *one = data;
  g_autoptr (GalleyArticle) article = galley_test_article (one->text);
  g_autoptr (GArray) spans = find_parts (one->text, one->quote);

  g_assert_cmpstr (galley_quote_type_by_marks (article, spans), ==, one->type);
}

/* A paragraph without an end must not be read again for each quote in it. */
static void
test_quote_type_long (void)
{
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autofree char *text = g_strconcat ("“We go.” ", filler, " we left", NULL);
  g_autoptr (GalleyArticle) article = galley_test_article (text);
  g_autoptr (GArray) near = find_parts (text, "We go");
  g_autoptr (GArray) far = find_parts (text, "we left");
  g_autoptr (GArray) none = galley_spans_new ();

  g_assert_cmpstr (galley_quote_type_by_marks (article, near), ==, "direct");
  g_assert_null (galley_quote_type_by_marks (article, far));
  g_assert_null (galley_quote_type_by_marks (article, none));
}

/* Only the reader knows which of the two closes. */
static void
test_voices_plural_possessive (void)
{
  const char *text = "He said ‘the workers’ rights’ count.";
  g_autoptr (GalleyReview) review = galley_test_review (text);
  g_autoptr (GalleyVoices) voices = NULL;

  galley_test_suggest (review, GALLEY_KIND_QUOTE, "mixed", "‘the workers’ rights’ count");
  voices = galley_voices_new (review);
  g_assert_cmpuint (galley_voices_count (voices, GALLEY_VOICE_DIRECT), ==, 3);
}

static void
test_voices_nested (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("“She told me ‘go’ at once,” Ana said sadly.");
  GalleyAnnotation *outer =
      galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“She told me ‘go’ at once,”");
  g_autoptr (GalleyVoices) voices = NULL;
  const GalleyVoiceRun *run;

  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "‘go’");
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "at once,” Ana said sadly");
  assert_counts (review, 6, 0, 3, 0);

  voices = galley_voices_new (review);
  g_assert_cmpuint (galley_voices_get_runs (voices)->len, ==, 2);
  run = &g_array_index (galley_voices_get_runs (voices), GalleyVoiceRun, 0);
  g_assert_true (run->annotation == outer);
  g_assert_cmpuint (run->start, ==, 1);
  g_assert_cmpuint (run->n_words, ==, 6);
}

static void
test_voices_parts (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("Big news\nBy Ana\n“It is,” he said.\nFollow us “now”");
  GalleyMetadata *metadata = galley_metadata_new ();

  galley_metadata_add_block (metadata, "headline", 0, 8);
  galley_metadata_add_block (metadata, "byline", 9, 15);
  galley_metadata_add_block (metadata, "paragraph", 16, 33);
  galley_metadata_add_block (metadata, "boilerplate", 34, 50);
  galley_article_take_metadata (galley_review_get_article (review), metadata);
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“It is,”");
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“now”");
  assert_counts (review, 2, 0, 0, 4);
}

static GalleyAnnotation *
add_quote_of (GalleyReview *review, const char *type, const char *words, GalleyAnnotation *source)
{
  GalleyAnnotation *quote = galley_test_suggest (review, GALLEY_KIND_QUOTE, type, words);
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));

  g_free (details->source_id);
  details->source_id = g_strdup (galley_annotation_get_id (source));
  galley_review_revise (review, quote, details);

  return quote;
}

static void
test_voices_sources (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("“Go away,” Ana said. Bo said it was late. “No one knows.”");
  GalleyAnnotation *ana = galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Ana");
  GalleyAnnotation *bo = galley_test_suggest (review, GALLEY_KIND_SOURCE, "person", "Bo");
  g_autoptr (GalleyVoices) voices = NULL;
  g_autoptr (GalleyVoices) without = NULL;

  add_quote_of (review, "direct", "“Go away,”", ana);
  add_quote_of (review, "indirect", "it was late", bo);
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“No one knows.”");
  voices = galley_voices_new (review);
  g_assert_cmpuint (galley_voices_count_of_source (voices, ana, GALLEY_VOICE_DIRECT), ==, 2);
  g_assert_cmpuint (galley_voices_count_of_source (voices, ana, GALLEY_VOICE_PARAPHRASE), ==, 0);
  g_assert_cmpuint (galley_voices_count_of_source (voices, bo, GALLEY_VOICE_PARAPHRASE), ==, 3);
  g_assert_cmpuint (galley_voices_count_of_source (voices, NULL, GALLEY_VOICE_DIRECT), ==, 3);

  /* Whose words they are is another question than whether that is a source. */
  galley_review_set_verdict (review, ana, GALLEY_STATUS_REJECTED, NULL);
  without = galley_voices_new (review);
  g_assert_cmpuint (galley_voices_count_of_source (without, ana, GALLEY_VOICE_DIRECT), ==, 2);
  g_assert_cmpuint (galley_voices_count_of_source (without, NULL, GALLEY_VOICE_DIRECT), ==, 3);
}

/* Random marks over a text of words without marks, against a count that asks each word who its
 * owner is. */

#define N_WORDS  120
#define N_ROUNDS 200

static GalleyReview *
random_review (GRand *random)
{
  static const char *const types[] = { "direct", "mixed", "indirect", "evaluation" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyReview *review;

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append (text, "wörd ");
  review = galley_test_review (text->str);
  for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
    {
      GArray *spans = galley_spans_new ();
      gint type = g_rand_int_range (random, 0, 4);

      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        {
          guint start = (guint) g_rand_int_range (random, 0, N_WORDS * 5 - 1);

          galley_spans_add (spans, start, start + (guint) g_rand_int_range (random, 1, 60));
        }
      g_ptr_array_add (annotations,
                       galley_annotation_new_suggestion (galley_review_get_article (review),
                                                         type == 3 ? GALLEY_KIND_OPINION
                                                                   : GALLEY_KIND_QUOTE,
                                                         galley_details_new (types[type], spans),
                                                         "test",
                                                         "1"));
    }
  galley_review_load (review, annotations);

  return review;
}

static GalleyAnnotation *
find_owner (GalleyReview *review, GalleyKind kind, guint offset)
{
  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      if (galley_annotation_get_kind (annotation) == kind
          && galley_annotation_get_status (annotation) != GALLEY_STATUS_REJECTED
          && galley_spans_overlap (galley_annotation_get_details (annotation)->spans,
                                   offset,
                                   offset + 1))
        return annotation;
    }

  return NULL;
}

static GalleyVoice
find_voice (GalleyReview *review, guint offset)
{
  GalleyAnnotation *quote = find_owner (review, GALLEY_KIND_QUOTE, offset);

  if (quote != NULL)
    return strcmp (galley_annotation_get_details (quote)->type, "direct") == 0
               ? GALLEY_VOICE_DIRECT
               : GALLEY_VOICE_PARAPHRASE;

  return find_owner (review, GALLEY_KIND_OPINION, offset) != NULL ? GALLEY_VOICE_OPINION
                                                                  : GALLEY_VOICE_REPORTER;
}

static void
check_random (GalleyReview *review)
{
  g_autoptr (GalleyVoices) voices = galley_voices_new (review);
  guint counts[GALLEY_N_VOICES] = { 0 };
  guint n_run_words = 0;

  for (guint i = 0; i < N_WORDS; i++)
    counts[find_voice (review, i * 5)]++;
  for (guint i = 0; i < GALLEY_N_VOICES; i++)
    g_assert_cmpuint (galley_voices_count (voices, (GalleyVoice) i), ==, counts[i]);
  for (guint i = 0; i < galley_voices_get_runs (voices)->len; i++)
    {
      const GalleyVoiceRun *run =
          &g_array_index (galley_voices_get_runs (voices), GalleyVoiceRun, i);

      g_assert_cmpuint (run->n_words, >, 0);
      g_assert_cmpint (find_voice (review, run->start), ==, run->voice);
      n_run_words += run->n_words;
    }
  g_assert_cmpuint (n_run_words, ==, N_WORDS);
}

static void
test_voices_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260314);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GalleyReview) review = random_review (random);

      check_random (review);
      if (galley_review_get_n_annotations (review) > 0)
        galley_review_set_verdict (review,
                                   galley_review_peek (review, 0),
                                   GALLEY_STATUS_REJECTED,
                                   NULL);
      check_random (review);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/voices/words", test_voices_words);
  g_test_add_func ("/model/voices/kinds", test_voices_kinds);
  g_test_add_func ("/model/voices/rejected", test_voices_rejected);
  for (guint i = 0; i < G_N_ELEMENTS (mixed_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/voices/mixed/", mixed_cases[i].name, NULL);

      g_test_add_data_func (path, &mixed_cases[i], test_voices_mixed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (type_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/quote-type/", type_cases[i].name, NULL);

      g_test_add_data_func (path, &type_cases[i], test_quote_type);
    }
  g_test_add_func ("/model/quote-type/long-paragraph", test_quote_type_long);
  g_test_add_func ("/model/voices/plural-possessive", test_voices_plural_possessive);
  g_test_add_func ("/model/voices/nested", test_voices_nested);
  g_test_add_func ("/model/voices/parts", test_voices_parts);
  g_test_add_func ("/model/voices/sources", test_voices_sources);
  g_test_add_func ("/model/voices/random", test_voices_random);

  return g_test_run ();
}
