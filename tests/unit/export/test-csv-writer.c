/* test-csv-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/galley-exporter.h"

#include "export-fixture.h"

#define HEADER                                                                                     \
  "article,id,kind,type,start,end,text,source,source_kind,ladder,cue,verb_class,manner,verdict,"   \
  "origin,reason,note\n"

static char *
write_csv (GalleyReview *review, const char *name, gboolean header)
{
  GalleyExportOptions options = { .name = name, .header = header };
  GString *out = galley_exporter_find ("csv")->write (review, &options);

  g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));

  return g_string_free (out, FALSE);
}

/* A reader of RFC 4180 for these tests: the cells of row @row, the header being row 0. */
static char **
read_row (const char *csv, guint row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = csv; *p != '\0'; p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == ',' || *p == '\n'))
        {
          if (row == 0)
            g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p == '\n' && row-- == 0)
            break;
        }
      else
        g_string_append_c (cell, *p);
    }
  g_assert_false (quoted);
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

static void
assert_cells (const char *csv, guint row, const char *const *expected)
{
  g_auto (GStrv) cells = read_row (csv, row);

  g_assert_cmpuint (g_strv_length (cells), ==, 17);
  for (guint i = 0; i < 17; i++)
    {
      if (expected[i] != NULL)
        g_assert_cmpstr (cells[i], ==, expected[i]);
    }
}

static void
test_csv_empty (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Nothing here.");
  g_autofree char *with = write_csv (review, "a.txt", TRUE);
  g_autofree char *without = write_csv (review, "a.txt", FALSE);

  g_assert_cmpstr (with, ==, HEADER);
  g_assert_cmpstr (without, ==, "");
}

static void
test_csv_rows (void)
{
  g_autoptr (GalleyReview) review = galley_test_review (
      "😀 Ada Brook, a nurse, said “it works”, she added. Ada Brook left. Sadly.");
  GalleyAnnotation *source = fixture_source (review, "person", "Ada Brook|Ada Brook", "Ada Brook");
  const char *const expected_source[] = { "a.txt",     NULL,         "source", "person", "2", "11",
                                          "Ada Brook", "Ada Brook",  "person", "",       "",  "",
                                          "",          "unreviewed", "fast:7", "",       "" };
  const char *const expected_quote[] = {
    "a.txt",  NULL,       "quote",      "direct",
    "27",     "37",       "“it works”", "Ada Brook",
    "person", "",         "said",       "neutral",
    "speech", "rejected", "fast:7",     "“said” reports what Ada Brook said.",
    ""
  };
  const char *const expected_opinion[] = { "a.txt", NULL,     "opinion", "evaluation", "66",
                                           "72",    "Sadly.", "",        "",           "",
                                           "",      "",       "",        "unreviewed", "fast:7",
                                           "",      "" };
  GalleyAnnotation *quote;
  g_autofree char *csv = NULL;

  quote = fixture_quote (review, "direct", "“it works”", "said", "Ada Brook", source);
  galley_annotation_take_reason (quote,
                                 galley_reason_new_plain ("“said” reports what Ada Brook said."));
  galley_review_set_verdict (review, quote, GALLEY_STATUS_REJECTED, NULL);
  fixture_load (review, GALLEY_KIND_OPINION, fixture_details (review, "evaluation", "Sadly."));
  csv = write_csv (review, "a.txt", TRUE);

  g_assert_true (g_str_has_prefix (csv, HEADER));
  g_assert_null (strchr (csv, '\r'));
  assert_cells (csv, 1, expected_source);
  assert_cells (csv, 2, expected_quote);
  assert_cells (csv, 3, expected_opinion);
}

static void
test_csv_split (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("“One,” he said, “two.” Then three.");
  const char *const expected[] = { NULL, NULL, "quote", "direct", "0",  "22", "“One,” … “two.”",
                                   "",   "",   "",      "said",   NULL, NULL, NULL,
                                   NULL, NULL, NULL };
  g_autofree char *csv = NULL;

  fixture_quote (review, "direct", "“One,”|“two.”", "said", "he", NULL);
  csv = write_csv (review, "a.txt", TRUE);

  assert_cells (csv, 1, expected);
}

static void
test_csv_ladder (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("An aide said it was over.");
  GalleyDetails *details = fixture_details (review, "unnamed-person", "An aide");
  const char *const expected[] = {
    NULL, NULL, "quote", NULL, NULL, NULL, NULL, "An aide", "unnamed-person",
    "A2", NULL, NULL,    NULL, NULL, NULL, NULL, NULL
  };
  g_autofree char *csv = NULL;
  GalleyAnnotation *source;

  details->ladder = g_intern_string ("A2");
  source = fixture_load (review, GALLEY_KIND_SOURCE, details);
  fixture_quote (review, "indirect", "it was over", "said", "An aide", source);
  csv = write_csv (review, "a.txt", TRUE);

  assert_cells (csv, 2, expected);
}

static void
test_csv_person (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("A line.\nAnother line.");
  const char *const expected[] = { NULL,
                                   NULL,
                                   "note",
                                   "",
                                   "0",
                                   "21",
                                   "A line.\nAnother line.",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   "",
                                   NULL,
                                   "person:Jo \"J\" Lee",
                                   "",
                                   "check, \"twice\"" };
  g_autofree char *csv = NULL;
  GalleyAnnotation *note;

  galley_review_set_reviewer (review, "Jo \"J\" Lee");
  note = galley_review_add (review,
                            GALLEY_KIND_NOTE,
                            fixture_details (review, NULL, "A line.\nAnother line."));
  galley_review_set_note (review, note, "check, \"twice\"");
  csv = write_csv (review, "a.txt", TRUE);

  assert_cells (csv, 1, expected);
}

/* What a spreadsheet would run is text behind an apostrophe. */
static void
test_csv_injection (gconstpointer data)
{
  const char *attack = data;
  g_autofree char *text = g_strconcat (attack, " said hello", NULL);
  g_autofree char *harmless = g_strconcat ("'", attack, NULL);
  g_autoptr (GalleyReview) review = galley_test_review (text);
  const char *const expected[] = { harmless, NULL,     "source", NULL, NULL,    NULL,
                                   harmless, harmless, NULL,     NULL, NULL,    NULL,
                                   NULL,     NULL,     NULL,     NULL, harmless };
  g_autofree char *csv = NULL;
  GalleyAnnotation *source = fixture_source (review, "person", attack, attack);

  galley_review_set_note (review, source, attack);
  csv = write_csv (review, attack, TRUE);

  assert_cells (csv, 1, expected);
}

static void
test_csv_many (void)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Ada said yes. Ada said no. Ada said so.");
  GalleyAnnotation *source = fixture_source (review, "person", "Ada|Ada|Ada", "Ada");
  g_autofree char *csv = NULL;
  guint n_lines = 0;

  fixture_quote (review, "indirect", "yes", "said", "Ada", source);
  fixture_quote (review, "indirect", "no", "said", "Ada", source);
  fixture_quote (review, "indirect", "so", "said", "Ada", source);
  csv = write_csv (review, "a.txt", FALSE);

  for (const char *p = csv; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (n_lines, ==, 4);
}

int
main (int argc, char *argv[])
{
  static const char *const attacks[] = {
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd!' /C calc'!A0", "=\"a\",\"b\"", "-2\n+3",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/csv-writer/empty", test_csv_empty);
  g_test_add_func ("/export/csv-writer/rows", test_csv_rows);
  g_test_add_func ("/export/csv-writer/split", test_csv_split);
  g_test_add_func ("/export/csv-writer/ladder", test_csv_ladder);
  g_test_add_func ("/export/csv-writer/person", test_csv_person);
  g_test_add_func ("/export/csv-writer/many", test_csv_many);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/export/csv-writer/injection/%u", i);

      g_test_add_data_func (path, attacks[i], test_csv_injection);
    }

  return g_test_run ();
}
