/* test-reader-sequence.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-reader-features.h"
#include "language/galley-tagger.h"

typedef struct
{
  GalleyText *text;
  GalleyReaderSequence *sequence;
} Fixture;

static void
look_at (Fixture *fixture, const char *words, guint paragraph)
{
  GalleyTokenRun run;

  fixture->text = galley_text_new (words, strlen (words));
  galley_text_tag (fixture->text);
  g_assert_cmpuint (paragraph, <, fixture->text->paragraphs->len);
  run = g_array_index (fixture->text->paragraphs, GalleyTokenRun, paragraph);
  fixture->sequence = g_new0 (GalleyReaderSequence, 1);
  galley_reader_sequence_init (fixture->sequence, fixture->text, paragraph, run.first_token);
}

static void
clear (Fixture *fixture)
{
  galley_text_free (fixture->text);
  g_free (fixture->sequence);
}

/* The position of a word, the first of its kind. */
static gint
find (const Fixture *fixture, const char *word)
{
  for (guint i = 0; i < fixture->sequence->n_words; i++)
    if (galley_text_token_equals (fixture->text, fixture->sequence->first_token + i, word))
      return (gint) i;
  g_assert_not_reached ();
}

static const GalleyReaderWord *
word (const Fixture *fixture, const char *which)
{
  return &fixture->sequence->words[find (fixture, which)];
}

/* Of "has been told" only "told" says what is done. */
static void
test_verbs (void)
{
  Fixture fixture;

  look_at (&fixture, "The mayor has been told that the old bridge will close. It rained.", 0);
  g_assert_cmpint (word (&fixture, "mayor")->left_verb, ==, -1);
  g_assert_cmpint (word (&fixture, "mayor")->right_verb, ==, find (&fixture, "told"));
  g_assert_cmpint (word (&fixture, "bridge")->left_verb, ==, find (&fixture, "told"));
  g_assert_cmpint (word (&fixture, "bridge")->right_verb, ==, find (&fixture, "close"));
  /* Another sentence has its own. */
  g_assert_cmpint (word (&fixture, "rained")->left_verb, ==, -1);
  clear (&fixture);
}

/* Whatever stands in a noun phrase, it is one step. */
static void
test_paths (void)
{
  Fixture fixture;
  guint32 path;

  look_at (&fixture, "The mayor said so.", 0);
  path = word (&fixture, "the")->right_path;
  g_assert_cmpuint (path, !=, 0);
  clear (&fixture);

  look_at (&fixture, "The very old mayor said so.", 0);
  g_assert_cmpuint (word (&fixture, "the")->right_path, ==, path);
  clear (&fixture);

  look_at (&fixture, "The mayor of the town said so.", 0);
  g_assert_cmpuint (word (&fixture, "the")->right_path, !=, path);
  clear (&fixture);

  look_at (&fixture,
           "The mayor, the baker, the priest, the cook, the smith and the maid said so.",
           0);
  g_assert_cmpuint (word (&fixture, "mayor")->right_path, ==, 0);
  clear (&fixture);
}

static void
test_quotations (void)
{
  Fixture fixture;

  look_at (&fixture, "The mayor called it “a sad day” on Monday.", 0);
  g_assert_cmpint (word (&fixture, "sad")->before_quote, ==, find (&fixture, "it"));
  g_assert_cmpint (word (&fixture, "sad")->after_quote, ==, find (&fixture, "on"));
  g_assert_cmpint (word (&fixture, "called")->before_quote, ==, -1);
  g_assert_cmpint (word (&fixture, "called")->after_quote, ==, -1);
  clear (&fixture);

  look_at (&fixture, "“A sad day”", 0);
  g_assert_cmpint (word (&fixture, "sad")->before_quote, ==, -1);
  g_assert_cmpint (word (&fixture, "sad")->after_quote, ==, -1);
  clear (&fixture);
}

static void
test_around (void)
{
  const char *words = "The mayor went on:\n\n“It is a sad day.”\n\nNobody spoke.";
  static const guint32 expected[] = {
    GALLEY_AROUND_ENDS_WITH_COLON | GALLEY_AROUND_BEFORE_QUOTATION,
    GALLEY_AROUND_AFTER_COLON,
    GALLEY_AROUND_AFTER_QUOTATION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      Fixture fixture;

      look_at (&fixture, words, i);
      g_assert_cmpuint (fixture.sequence->around, ==, expected[i]);
      clear (&fixture);
    }
}

static void
test_goes_on (void)
{
  const char *words = "“It is a sad day,” he said. “We all know it.\n\n“And it will pass.”";
  Fixture fixture;

  look_at (&fixture, words, 1);
  g_assert_cmpuint (fixture.sequence->around & GALLEY_AROUND_GOES_ON, !=, 0);
  clear (&fixture);
}

/* Features fit the room that everybody sets aside for them. */
static void
test_room (void)
{
  const char *words = "The mayor called it “a sad day” on Monday, and the crowd agreed with her.";
  guint32 features[2 * GALLEY_READER_MAX_FEATURES];
  Fixture fixture;

  look_at (&fixture, words, 0);
  for (guint i = 0; i < fixture.sequence->n_words; i++)
    g_assert_cmpuint (galley_reader_features (fixture.sequence, i, features),
                      <=,
                      GALLEY_READER_MAX_FEATURES);
  clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-sequence/verbs", test_verbs);
  g_test_add_func ("/reader-sequence/paths", test_paths);
  g_test_add_func ("/reader-sequence/quotations", test_quotations);
  g_test_add_func ("/reader-sequence/around", test_around);
  g_test_add_func ("/reader-sequence/goes-on", test_goes_on);
  g_test_add_func ("/reader-sequence/room", test_room);
  return g_test_run ();
}
