/* test-parts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts.h"

#include <string.h>

#include "detect/galley-reader.h"
#include "lib/galley-test.h"

/* A paragraph that nobody takes for anything else. */
#define BODY                                                                                       \
  "The harbour board voted five to two on Monday evening to close the old fish market at the end " \
  "of the season, the chairwoman told members after a long debate.\n"
#define MORE                                                                                       \
  "The stalls have stood on the quay for ninety years, and the traders who rent them were given "  \
  "no notice of the vote before it was taken by the board.\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *blocks; /* a line each: type, colon, the first bytes of the block */
} BlockCase;

static const BlockCase block_cases[] = {
  { "empty", "", "" },
  { "body", BODY MORE, "paragraph:The harbour\nparagraph:The stalls\n" },
  { "headline",
    "Board votes to close fish market\n\n" BODY MORE,
    "headline:Board votes\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "headline-period",
    "Harbour Board Votes To Close Old Fish Market.\n\n" BODY MORE,
    "headline:Harbour Board\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "headline-question",
    "Who killed the fish market?\n" BODY MORE,
    "headline:Who killed\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "no-headline-short-lead",
    "The market will close.\n" BODY MORE,
    "paragraph:The market\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "byline-date",
    "By Ann Poe | Monday, December 15, 2025\n" BODY MORE,
    "byline:By Ann Poe\ndate:Monday, December 15, 2025\nparagraph:The harbour\n"
    "paragraph:The stalls\n" },
  { "byline-comma-date",
    "Board votes\nBy Ann Poe, 4 May 2024\n" BODY MORE,
    "headline:Board votes\nbyline:By Ann Poe\ndate:4 May 2024\nparagraph:The harbour\n"
    "paragraph:The stalls\n" },
  { "full-front",
    "POLITICS\nBoard votes to close fish market\nTraders say nobody asked them about it\n"
    "By Ann Poe and Bo Dunn\nPublished 4 May 2024 at 10:32 a.m. GMT\n" BODY,
    "kicker:POLITICS\nheadline:Board votes\ndeck:Traders say\nbyline:By Ann Poe\n"
    "date:Published 4\nparagraph:The harbour\n" },
  { "deck-sentence",
    "Board votes to close fish market\nTraders say nobody asked them about it.\nBy Ann Poe\n" BODY,
    "headline:Board votes\ndeck:Traders say\nbyline:By Ann Poe\nparagraph:The harbour\n" },
  { "british-byline",
    "Board votes to close fish market\nAnn Poe in Hull\n" BODY MORE,
    "headline:Board votes\nbyline:Ann Poe in Hull\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "bare-byline-role",
    "Board votes to close fish market\nAnn Poe, Harbour correspondent\n" BODY MORE,
    "headline:Board votes\nbyline:Ann Poe, Harbour\nparagraph:The harbour\nparagraph:The "
    "stalls\n" },
  { "by-is-no-byline",
    "By Monday, the talks had failed and the traders had gone home to wait for the next "
    "vote.\n" BODY,
    "paragraph:By Monday\nparagraph:The harbour\n" },
  { "dateline-agency",
    "HULL, England (AP) — " BODY MORE,
    "dateline:HULL, England (AP) —\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-agency-first",
    "(Reuters) - " BODY MORE,
    "dateline:(Reuters) -\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-date",
    "HULL, Dec 15 (Reuters) - " BODY MORE,
    "dateline:HULL, Dec 15 (Reuters) -\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-city",
    "NEW HULL — " BODY MORE,
    "dateline:NEW HULL —\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-no-dash",
    "Hull (CNN) " BODY MORE,
    "dateline:Hull (CNN)\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-unknown-agency",
    "HULL, Nov 3 (Meridian) - " BODY MORE,
    "dateline:HULL, Nov 3 (Meridian) -\nparagraph:The harbour\nparagraph:The stalls\n" },
  { "dateline-party", "POE (D) of Hull " BODY MORE, "paragraph:POE\nparagraph:The stalls\n" },
  { "no-dateline",
    "Ann Poe — who had asked for the vote on Monday — left the room before the count was done and "
    "did not come back that night.\n" BODY,
    "paragraph:Ann Poe\nparagraph:The harbour\n" },
  { "author-note",
    "By Ann Poe\n" BODY MORE "Ann Poe has written about the coast for ten years.\n",
    "byline:By Ann Poe\nparagraph:The harbour\nparagraph:The stalls\nauthor-note:Ann Poe has\n" },
  { "author-note-trade",
    BODY MORE "Bo Dunn is a professor of law at the University of Hull.\n",
    "paragraph:The harbour\nparagraph:The stalls\nauthor-note:Bo Dunn\n" },
  { "author-note-reuters",
    BODY MORE "(Reporting by Ann Poe; Editing by Bo Dunn)\n",
    "paragraph:The harbour\nparagraph:The stalls\nauthor-note:(Reporting\n" },
  { "captions",
    BODY "Stalls on the quay in May. (AP Photo/Cy Lee)\nPhotograph: Cy Lee/Alamy\n" MORE,
    "paragraph:The harbour\ncaption:Stalls\ncaption:Photograph\nparagraph:The stalls\n" },
  { "links",
    BODY "Related: The last herring\nREAD MORE\nFollow Ann Poe on Twitter: @annpoe\n" MORE,
    "paragraph:The harbour\nboilerplate:Related\nboilerplate:READ\nboilerplate:Follow\n"
    "paragraph:The stalls\n" },
  { "follow-is-text",
    BODY "Follow the money, the chairwoman said, and you will find the reason for the vote.\n",
    "paragraph:The harbour\nparagraph:Follow\n" },
  { "corrections",
    BODY MORE "Correction: An earlier version gave the wrong count.\n"
              "This article was amended on 5 May 2024.\n",
    "paragraph:The harbour\nparagraph:The stalls\ncorrection:Correction\ncorrection:This "
    "article\n" },
  { "list",
    BODY "• Close the market\n- Move the stalls\n1. Ask the traders\n" MORE,
    "paragraph:The harbour\nlist-item:•\nlist-item:-\nlist-item:1.\nparagraph:The stalls\n" },
  { "block-quote",
    BODY "> We were never asked.\n" MORE,
    "paragraph:The harbour\nblock-quote:>\nparagraph:The stalls\n" },
  { "pull-quote",
    BODY "“We were never asked about it”\nThe oldest trader was angry. “We were never asked about "
         "it,” he said on the quay on Tuesday morning, when the news had come.\n",
    "paragraph:The harbour\npull-quote:“We were\nparagraph:The oldest\n" },
  { "live",
    "Fish market vote: live\n10:32 a.m.\n" BODY "10:40\n" MORE,
    "headline:Fish market vote\ndate:10:32 a.m.\nparagraph:The harbour\ndate:10:40\n"
    "paragraph:The stalls\n" },
  { "rules",
    BODY "***\n___\n" MORE,
    "paragraph:The harbour\nboilerplate:***\nboilerplate:___\nparagraph:The stalls\n" },
};

static GalleyMetadata *
find_parts (GalleyArticle *article, GalleyText **text)
{
  GalleyMetadata *metadata = galley_metadata_new ();

  *text = galley_text_new (galley_article_get_text (article), galley_article_get_length (article));
  galley_parts_find (article, *text, metadata);

  return metadata;
}

static void
test_blocks (gconstpointer data)
{
  const BlockCase *item = data;
  g_autoptr (GalleyArticle) article = galley_test_article (item->text);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyMetadata) metadata = find_parts (article, &text);
  g_auto (GStrv) expected = g_strsplit (item->blocks, "\n", -1);

  g_assert_cmpuint (metadata->blocks->len + 1, ==, MAX (g_strv_length (expected), 1));
  for (guint i = 0; i < metadata->blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, i);
      g_autofree char *slice = galley_article_dup_slice (article, block->start, block->end);
      g_autofree char *found = g_strdup_printf ("%s:%s", block->type, slice);

      if (!g_str_has_prefix (found, expected[i]))
        g_assert_cmpstr (found, ==, expected[i]);
      /* Bylines, dates and datelines are exact; of the others the beginning tells. */
      if (g_str_equal (block->type, "byline") && strlen (slice) < 12)
        g_assert_cmpstr (found, ==, expected[i]);
      if (g_str_equal (block->type, "dateline"))
        g_assert_cmpstr (found, ==, expected[i]);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *title;
  const char *byline;
  const char *published;
  const char *site;
  const char *work;
} FieldCase;

static const FieldCase field_cases[] = {
  { "none", BODY MORE, NULL, NULL, NULL, NULL, "news" },
  { "berlin",
    "By Ann Poe | Monday, December 15, 2025\n" BODY,
    NULL,
    "Ann Poe",
    "2025-12-15",
    NULL,
    "news" },
  { "all",
    "Board votes\nBy ANN POE, Harbour Editor\nMay 4, 2024\nHULL (AP) — " BODY,
    "Board votes",
    "Ann Poe",
    "2024-05-04",
    "Associated Press",
    "news" },
  { "agency", "HULL, Nov 3 (Meridian News) - " BODY, NULL, NULL, NULL, "Meridian News", "news" },
  { "two-authors",
    "Board votes\nBy Ann Poe and Bo Dunn\n" BODY,
    "Board votes",
    "Ann Poe and Bo Dunn",
    NULL,
    NULL,
    "news" },
  { "three-authors",
    "Board votes\nBy Ann Poe, Bo Dunn and Cy Lee\n" BODY,
    "Board votes",
    "Ann Poe, Bo Dunn and Cy Lee",
    NULL,
    NULL,
    "news" },
  { "outlet",
    "Board votes\nBy Ann Poe for the Hull Post\n" BODY,
    "Board votes",
    "Ann Poe",
    NULL,
    NULL,
    "news" },
  { "iso", "Board votes\n2024-05-04\n" BODY, "Board votes", NULL, "2024-05-04", NULL, "news" },
  { "iso-time",
    "Board votes\n2024-05-04T10:32:00Z\n" BODY,
    "Board votes",
    NULL,
    "2024-05-04",
    NULL,
    "news" },
  { "ordinal",
    "Board votes\nMonday 4th May 2024\n" BODY,
    "Board votes",
    NULL,
    "2024-05-04",
    NULL,
    "news" },
  { "abbreviated",
    "Board votes\nUpdated: Sept. 4, 2024\n" BODY,
    "Board votes",
    NULL,
    "2024-09-04",
    NULL,
    "news" },
  { "slashes", "Board votes\n25/12/2024\n" BODY, "Board votes", NULL, "2024-12-25", NULL, "news" },
  { "slashes-unclear", "Board votes\n5/4/2024\n" BODY, "Board votes", NULL, "2024", NULL, "news" },
  { "no-such-day", "Board votes\nFeb. 31, 2024\n" BODY, "Board votes", NULL, NULL, NULL, "news" },
  { "opinion",
    "Opinion\nThe board is wrong\n" BODY,
    "The board is wrong",
    NULL,
    NULL,
    NULL,
    "opinion" },
  { "opinion-below",
    "The board is wrong\nOpinion\nBy Ann Poe\n" BODY,
    "The board is wrong",
    "Ann Poe",
    NULL,
    NULL,
    "opinion" },
  { "opinion-bar",
    "Opinion | The board is wrong\n" BODY,
    "Opinion | The board is wrong",
    NULL,
    NULL,
    NULL,
    "opinion" },
  { "analysis",
    "Analysis: Why the board voted\n" BODY,
    "Analysis: Why the board voted",
    NULL,
    NULL,
    NULL,
    "analysis" },
  { "analysis-by",
    "Why the board voted\nAnalysis by Ann Poe\n" BODY,
    "Why the board voted",
    "Ann Poe",
    NULL,
    NULL,
    "analysis" },
  { "review",
    "Review: The Herring, a play\n" BODY,
    "Review: The Herring, a play",
    NULL,
    NULL,
    NULL,
    "review" },
  { "explainer",
    "Fish market vote: what we know\n" BODY,
    "Fish market vote: what we know",
    NULL,
    NULL,
    NULL,
    "explainer" },
  { "columnist",
    "The board is wrong\n" BODY MORE "Bo Dunn is a columnist.\n",
    "The board is wrong",
    NULL,
    NULL,
    NULL,
    "opinion" },
  { "first-person",
    "I know the market. My father had a stall, and I sold herring for him. I think that they were "
    "wrong to close it, and I told them so. It was my life, and nobody asked me.\n",
    NULL,
    NULL,
    NULL,
    NULL,
    "opinion" },
  { "first-person-quoted",
    "“I know the market. My father had a stall, and I sold herring for him. I think that they were "
    "wrong to close it, and I told them so. It was my life, and nobody asked me,” said one.\n",
    NULL,
    NULL,
    NULL,
    NULL,
    "news" },
  { "interview",
    "Talking to a trader\nQ: Were you asked?\nA: Never once.\nQ: And now?\nA: I go home.\n",
    "Talking to a trader",
    NULL,
    NULL,
    NULL,
    "interview" },
};

static void
test_fields (gconstpointer data)
{
  const FieldCase *item = data;
  g_autoptr (GalleyArticle) article = galley_test_article (item->text);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyMetadata) metadata = find_parts (article, &text);

  g_assert_cmpstr (metadata->title, ==, item->title);
  g_assert_cmpstr (metadata->byline, ==, item->byline);
  g_assert_cmpstr (metadata->published_time, ==, item->published);
  g_assert_cmpstr (metadata->site_name, ==, item->site);
  g_assert_cmpstr (metadata->type_of_work, ==, item->work);
}

/* What an importer knew stays. */
static void
test_kept (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("Board votes\nBy Ann Poe\n" BODY);
  g_autoptr (GalleyText) text =
      galley_text_new (galley_article_get_text (article), galley_article_get_length (article));
  g_autoptr (GalleyMetadata) metadata = galley_metadata_new ();

  metadata->title = g_strdup ("The market goes");
  metadata->type_of_work = g_intern_static_string ("review");
  galley_metadata_add_block (metadata, g_intern_static_string ("paragraph"), 0, 5);
  galley_parts_find (article, text, metadata);

  g_assert_cmpuint (metadata->blocks->len, ==, 1);
  g_assert_cmpstr (metadata->title, ==, "The market goes");
  g_assert_cmpstr (metadata->byline, ==, "Ann Poe");
  g_assert_cmpstr (metadata->type_of_work, ==, "review");
}

static void
test_wanted (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article (
      "Board votes\nBy Ann Poe | May 4, 2024\nHULL (AP) — " BODY "Related: Herring\n" MORE);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyMetadata) metadata = find_parts (article, &text);
  g_autofree gboolean *wanted = galley_parts_get_wanted (article, text, metadata);

  g_assert_true (wanted[0]);
  g_assert_false (wanted[1]);
  g_assert_true (wanted[2]);
  g_assert_false (wanted[3]);
  g_assert_true (wanted[4]);
}

static void
test_clip (void)
{
  g_autoptr (GalleyArticle) article = galley_test_article ("HULL (AP) — " BODY MORE);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyMetadata) metadata = find_parts (article, &text);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  GalleyMark within = { GALLEY_ROLE_SOURCE, 2, 3, 0.5 };
  GalleyMark across = { GALLEY_ROLE_CONTENT, 4, 9, 0.5 };
  GalleyMark after = { GALLEY_ROLE_CUE, 9, 10, 0.5 };

  g_array_append_val (marks, within);
  g_array_append_val (marks, across);
  g_array_append_val (marks, after);
  galley_parts_clip_marks (article, text, metadata, marks);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpuint (g_array_index (marks, GalleyMark, 0).first_token, ==, 5);
  g_assert_cmpuint (g_array_index (marks, GalleyMark, 0).end_token, ==, 9);
  g_assert_cmpuint (g_array_index (marks, GalleyMark, 1).first_token, ==, 9);
}

/* Blocks are in order, apart, and never cut a character, whatever the text. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "By ",         "Ann Poe",  " | ",    "May 4, 2024",  "\n",  "HULL",  " (AP)",   " — ",
    "Related:",    "“We won”", ".",      "Q:",           "\n",  "A: no", "10:32 ",  "•",
    "👩‍🚀", "é",        "\u200b", "Correction: ", "1. ", "said ", "Photo: ", "> "
  };

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (GalleyArticle) article = NULL;
      g_autoptr (GalleyText) text = NULL;
      g_autoptr (GalleyMetadata) metadata = NULL;
      guint end = 0;

      for (gint32 n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      article = galley_test_article (string->str);
      metadata = find_parts (article, &text);
      g_assert_cmpuint (metadata->blocks->len, >=, text->paragraphs->len);
      for (guint j = 0; j < metadata->blocks->len; j++)
        {
          const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, j);

          g_assert_cmpuint (block->start, >=, end);
          g_assert_cmpuint (block->end, >, block->start);
          end = block->end;
        }
      g_assert_cmpuint (end, <=, galley_article_get_n_chars (article));
    }
}

/* A megabyte of anything is taken apart at once. */
static void
test_hostile (gconstpointer data)
{
  const char *unit = data;
  g_autoptr (GString) string = g_string_new ("Board votes\nAnn Poe ");
  g_autoptr (GalleyArticle) article = NULL;
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GalleyMetadata) metadata = NULL;

  while (string->len < 1024 * 1024)
    g_string_append (string, unit);
  article = galley_test_article (string->str);
  metadata = find_parts (article, &text);
  g_assert_cmpuint (metadata->blocks->len, >=, text->paragraphs->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (block_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/parts/blocks/%s", block_cases[i].name);

      g_test_add_data_func (path, &block_cases[i], test_blocks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/parts/fields/%s", field_cases[i].name);

      g_test_add_data_func (path, &field_cases[i], test_fields);
    }
  g_test_add_func ("/parts/kept", test_kept);
  g_test_add_func ("/parts/wanted", test_wanted);
  g_test_add_func ("/parts/clip", test_clip);
  g_test_add_func ("/parts/random", test_random);
  g_test_add_data_func ("/parts/hostile/numbers", "1 ", test_hostile);
  g_test_add_data_func ("/parts/hostile/dashes", "- ", test_hostile);
  g_test_add_data_func ("/parts/hostile/names", "Ann, ", test_hostile);
  g_test_add_data_func ("/parts/hostile/months", "May ", test_hostile);
  g_test_add_data_func ("/parts/hostile/lines", "By A\n", test_hostile);
  g_test_add_data_func ("/parts/hostile/quotes", "“We were never asked at all”\n", test_hostile);
  g_test_add_data_func ("/parts/hostile/labels", "Poe: no\n", test_hostile);
  g_test_add_data_func ("/parts/hostile/parentheses", "(AP) ", test_hostile);

  return g_test_run ();
}
