/* test-text-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/galley-exporter.h"
#include "export/galley-terminal-private.h"

#include "export-fixture.h"

static char *
write_text (GalleyReview *review, gboolean colour, guint width)
{
  GalleyExportOptions options = { .name = "a.txt", .colour = colour, .width = width };
  GString *out = galley_exporter_find ("text")->write (review, &options);

  g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));
  g_assert_true (g_str_has_suffix (out->str, "\n"));

  return g_string_free (out, FALSE);
}

static guint
measure (const char *line)
{
  guint width = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    width += _galley_char_width (g_utf8_get_char (p));

  return width;
}

static void
assert_width (const char *text, guint width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (measure (lines[i]) > width)
        g_error ("%u columns: %s", measure (lines[i]), lines[i]);
    }
}

static GalleyReview *
make_review (void)
{
  GalleyReview *review = galley_test_review (
      "Mayor Ada Brook said the bridge “is safe”, which nobody believes.\n\nAn aide left.");
  GalleyAnnotation *source = fixture_source (review, "person", "Ada Brook", "Ada Brook");
  GalleyAnnotation *quote, *opinion;

  quote = fixture_quote (review, "mixed", "the bridge “is safe”", "said", "Ada Brook", source);
  galley_annotation_take_reason (quote, galley_reason_new_plain ("“said” reports it."));
  opinion = fixture_load (review,
                          GALLEY_KIND_OPINION,
                          fixture_details (review, "certainty", "which nobody believes"));
  galley_annotation_take_reason (opinion, galley_reason_new_plain ("“nobody” is certain."));

  return review;
}

static void
test_text_marks (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  g_autofree char *text = write_text (review, FALSE, 0);

  g_assert_nonnull (strstr (text,
                            "Mayor Ada Brook said the bridge “is safe”, which nobody believes.\n"
                            "      S1═══════ ┄┄┄┄ Q1──────────────────  O1~~~~~~~~~~~~~~~~~~~\n"
                            "\n"
                            "An aide left.\n"));
  g_assert_null (strchr (text, '\033'));
  assert_width (text, 80);
}

static void
test_text_lists (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  g_autofree char *text = write_text (review, FALSE, 0);
  const char *sources = strstr (text, "\nSources: 1\n");
  const char *quote, *opinions;

  g_assert_nonnull (sources);
  g_assert_nonnull (strstr (sources, "\nS1 Ada Brook\n"));
  quote = strstr (sources, "\n   Q1 the bridge “is safe”\n");
  g_assert_nonnull (quote);
  g_assert_nonnull (strstr (quote, "“said”"));
  g_assert_null (strstr (quote, "Why: “said” reports it."));
  opinions = strstr (quote, "\nOpinions: 1\n");
  g_assert_nonnull (opinions);
  g_assert_nonnull (strstr (opinions, "\nO1 which nobody believes\n"));
  g_assert_nonnull (strstr (opinions, "\n   Why: “nobody” is certain.\n"));
}

static void
test_text_states (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  g_autofree char *untouched = write_text (review, FALSE, 0);
  g_autofree char *reviewed = NULL;

  g_assert_nonnull (strstr (untouched, "Nobody has reviewed them."));
  g_assert_null (strstr (untouched, "Not reviewed"));

  galley_review_set_verdict (review, galley_review_peek (review, 0), GALLEY_STATUS_ACCEPTED, NULL);
  galley_review_set_verdict (review, galley_review_peek (review, 2), GALLEY_STATUS_REJECTED, NULL);
  reviewed = write_text (review, FALSE, 0);
  g_assert_nonnull (strstr (reviewed, "2 of 3 reviewed by a person."));
  g_assert_nonnull (strstr (reviewed, "Accepted"));
  g_assert_nonnull (strstr (reviewed, "Not reviewed"));
  g_assert_nonnull (strstr (reviewed, "Opinions: 0 (1 rejected)"));
  g_assert_nonnull (strstr (reviewed, "\nRejected\nOpinion which nobody believes\n"));
  g_assert_null (strstr (reviewed, "O1~~~~"));
}

static void
test_text_none (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("");
  g_autofree char *text = write_text (review, FALSE, 0);

  g_assert_nonnull (strstr (text, "Sources: none detected"));
  g_assert_nonnull (strstr (text, "Opinions: none detected"));
  g_assert_nonnull (strstr (text, "does not mean that there is nothing"));
}

static void
test_text_unknown_source (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  g_autofree char *text = NULL;
  const char *heading;

  galley_review_set_verdict (review, galley_review_peek (review, 0), GALLEY_STATUS_REJECTED, NULL);
  text = write_text (review, FALSE, 0);
  heading = strstr (text, "Quotes whose source is not known");

  g_assert_nonnull (heading);
  g_assert_nonnull (strstr (heading, "Q1 the bridge “is safe”"));
}

static void
test_text_colour (void)
{
  g_autoptr (GalleyReview) review = make_review ();
  g_autofree char *coloured = write_text (review, TRUE, 0);
  g_autofree char *plain = write_text (review, FALSE, 0);
  g_autoptr (GRegex) escapes = g_regex_new ("\033\\[[0-9;]*m", 0, 0, NULL);
  g_autofree char *stripped = g_regex_replace_literal (escapes, coloured, -1, 0, "", 0, NULL);

  g_assert_cmpstr (coloured, !=, plain);
  g_assert_cmpstr (stripped, ==, plain);
}

/* What an article would make a terminal do. */
static void
test_text_controls (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("\033]0;owned\007Ada\033[2J said \xc2\x9b"
                                                        "31m hi \x7f\b\r \xe2\x80\xae"
                                                        "evil\xe2\x80\xa9.");
  g_autofree char *text = NULL;
  GalleyAnnotation *source =
      fixture_source (review, "person", "Ada", "Ada\033[31m\nBrook\xe2\x80\xae");

  galley_review_set_note (review, source, "see\033c");
  text = write_text (review, FALSE, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_true (c == '\n' || (c >= ' ' && c != 0x7f && !(c > 0x7f && c < 0xa0)));
      g_assert_false (c >= 0x202a && c <= 0x202e);
    }
}

static void
test_text_wide (void)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autoptr (GalleyReview) review = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (prose, "市長は言った。");
  g_string_append (prose, "\ne\xcc\x81\xcc\x81\xcc\x81 ");
  for (guint i = 0; i < 500; i++)
    g_string_append (prose, "e\xcc\x81");
  review = galley_test_review (prose->str);
  fixture_source (review, "person", "市長", "市長");
  text = write_text (review, FALSE, 60);

  assert_width (text, 60);
  g_assert_nonnull (strstr (text, "\nS1══\n"));
  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    g_assert_cmpint (strncmp (p, "\n\xcc\x81", 3), !=, 0);
}

/* Each mark stays visible: what stands inside another comes in the row below. */
static void
test_text_overlap (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Ada said Bo told her no.");
  g_autofree char *text = NULL;

  fixture_quote (review, "indirect", "Bo told her no", "said", "Ada", NULL);
  fixture_source (review, "person", "Bo", "Bo");
  text = write_text (review, FALSE, 0);

  g_assert_nonnull (strstr (text,
                            "Ada said Bo told her no.\n"
                            "    ┄┄┄┄ Q1────────────\n"
                            "         S1\n"));
}

static void
test_text_continued (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("Ada said the quick brown fox\njumps over it all. Right.");
  g_autofree char *text = NULL;

  fixture_quote (review, "indirect", "the quick brown fox\njumps over it all", "said", "Ada", NULL);
  text = write_text (review, FALSE, 24);

  g_assert_nonnull (strstr (text,
                            "Ada said the quick brown\n"
                            "    ┄┄┄┄ Q1─────────────\n"
                            "fox\n"
                            "───\n"
                            "jumps over it all.\n"
                            "─────────────────\n"
                            "Right.\n"));
}

/* Strangers' files: any number of marks over the same words. */
static void
test_text_many (void)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GalleyReview) review = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (prose, "word ");
  review = galley_test_review (prose->str);
  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (quotes,
                     galley_annotation_new_suggestion (
                         galley_review_get_article (review),
                         GALLEY_KIND_QUOTE,
                         galley_details_new ("direct", galley_spans_new_one (i, 2500 - i)),
                         "fast",
                         "7"));
  galley_review_load (review, quotes);
  text = write_text (review, FALSE, 0);

  assert_width (text, 80);
  g_assert_nonnull (strstr (text, "some are not drawn"));
  g_assert_nonnull (strstr (text, "Q500 "));
}

static void
test_text_width (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("A text of words that goes on and on and on.");

  for (guint width = 1; width < 200; width += 7)
    {
      g_autofree char *text = write_text (review, FALSE, width);

      assert_width (text, MAX (width, 24));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/text-writer/marks", test_text_marks);
  g_test_add_func ("/export/text-writer/lists", test_text_lists);
  g_test_add_func ("/export/text-writer/states", test_text_states);
  g_test_add_func ("/export/text-writer/none", test_text_none);
  g_test_add_func ("/export/text-writer/unknown-source", test_text_unknown_source);
  g_test_add_func ("/export/text-writer/colour", test_text_colour);
  g_test_add_func ("/export/text-writer/controls", test_text_controls);
  g_test_add_func ("/export/text-writer/wide", test_text_wide);
  g_test_add_func ("/export/text-writer/overlap", test_text_overlap);
  g_test_add_func ("/export/text-writer/continued", test_text_continued);
  g_test_add_func ("/export/text-writer/many", test_text_many);
  g_test_add_func ("/export/text-writer/width", test_text_width);

  return g_test_run ();
}
