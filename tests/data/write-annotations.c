/* write-annotations.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-exporter.h"
#include "export/galley-json-emitter.h"
#include "export/galley-json-writer.h"
#include "model/galley-taxonomy.h"
#include "unit/import/review-fixture.h"

/* Writes annotation files for check-annotation-schema.py into the folder named on the command line.
 */

static void
write_file (const char *folder, const char *name, GString *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content->str, (gssize) content->len, &error);
  g_assert_no_error (error);
  g_string_free (content, TRUE);
}

/* What a person does at the desk: flags, merges sources, writes privately. */
static GString *
write_desk (void)
{
  const GalleyExportOptions options = { .private_notes = TRUE };
  g_autoptr (GalleyReview) review = fixture_review ();
  GalleyArticle *article = galley_review_get_article (review);
  g_autoptr (GPtrArray) sources = galley_review_list_kind (review, GALLEY_KIND_SOURCE);
  GalleyMetadata *metadata = galley_metadata_copy (galley_article_get_metadata (article));
  GalleyAnnotation *clerk =
      galley_review_add (review,
                         GALLEY_KIND_SOURCE,
                         galley_details_new ("unnamed-person",
                                             fixture_spans (article, "A clerk", NULL)));

  g_assert_cmpuint (sources->len, ==, 1);
  galley_review_set_flag (review, clerk, TRUE);
  galley_review_set_private_note (review, clerk, "knows more");
  galley_review_merge_sources (review, sources->pdata[0], clerk);
  g_free (metadata->lang);
  metadata->lang = g_strdup ("de");
  galley_review_set_metadata (review, metadata);

  return galley_exporter_find ("json")->write (review, &options);
}

/* The ids this program knows, for the schema to be held against. */
static GString *
list_terms (void)
{
  static const char *const names[GALLEY_N_TERMS] = {
    "source",      "quote",      "opinion",  "ladder", "anonymity",
    "affiliation", "part",       "standing", "tick",   "manner",
    "verb-class",  "quote-note", "block",    "work",   "reason",
  };
  GString *text = g_string_new (NULL);
  GalleyJsonEmitter out = { .out = text };

  galley_json_emit_open (&out, '{', FALSE);
  for (guint i = 0; i < GALLEY_N_TERMS; i++)
    {
      guint n_terms;
      const GalleyTerm *terms = galley_terms_list ((GalleyTerms) i, &n_terms);

      galley_json_emit_name (&out, names[i]);
      galley_json_emit_open (&out, '[', TRUE);
      for (guint j = 0; j < n_terms; j++)
        galley_json_emit_short (&out, terms[j].id);
      galley_json_emit_close (&out, ']');
    }
  galley_json_emit_close (&out, '}');

  return text;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GalleyReview) full = fixture_review ();
  g_autoptr (GalleyReview) empty = galley_test_review ("Nothing to see.\n");

  g_assert_cmpint (argc, ==, 2);
  write_file (argv[1], "full.galley.json", galley_json_write (full, FALSE));
  write_file (argv[1], "line.galley.json", galley_json_write_line (full, FALSE));
  write_file (argv[1], "without-text.galley.json", galley_json_write (full, TRUE));
  write_file (argv[1], "desk.galley.json", write_desk ());
  write_file (argv[1], "empty.galley.json", galley_json_write (empty, FALSE));

  write_file (argv[1], "terms.json", list_terms ());

  return 0;
}
