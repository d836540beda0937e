/* galley-text-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/galley-exporters-private.h"
#include "export/galley-text-lists-private.h"
#include "export/galley-text-marks-private.h"
#include "model/galley-taxonomy.h"

#define DEFAULT_WIDTH 80
#define MIN_WIDTH     24
#define MAX_WIDTH     400

static void
append_rule (GalleyTextWriter *self)
{
  _galley_terminal_style (&self->terminal, GALLEY_STYLE_QUIET);
  for (guint i = 0; i < self->terminal.width; i++)
    g_string_append_unichar (self->terminal.out, 0x2500);
  _galley_terminal_style (&self->terminal, GALLEY_STYLE_PLAIN);
  g_string_append_c (self->terminal.out, '\n');
}

static void
append_state (GalleyTextWriter *self)
{
  guint n_reviewed = galley_review_get_n_reviewed (self->review);
  guint n_total = galley_review_get_n_total (self->review);
  g_autofree char *progress = NULL;
  const char *state;

  if (galley_review_get_n_annotations (self->review) == 0)
    state = _ ("Nothing was detected, which does not mean that there is nothing.");
  else if (!self->touched)
    state = _ ("These are suggestions of the program. Nobody has reviewed them.");
  else
    state = progress = g_strdup_printf (_ ("%u of %u reviewed by a person."), n_reviewed, n_total);

  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, 0, NULL, state);
}

static void
append_head (GalleyTextWriter *self, const char *name)
{
  const GalleyMetadata *metadata = galley_article_get_metadata (self->article);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autoptr (GString) counts = g_string_new (NULL);

  _galley_text_append_fact (facts, metadata->title);
  _galley_text_append_fact (facts, metadata->byline);
  _galley_text_append_fact (facts, metadata->published_time);
  _galley_text_append_fact (facts,
                            _galley_text_term_label (GALLEY_TERMS_WORK, metadata->type_of_work));
  for (guint i = 0; i < GALLEY_KIND_NOTE; i++)
    {
      g_autofree char *count = _galley_text_describe_count (self, (GalleyKind) i);

      _galley_text_append_fact (counts, count);
    }

  if (name != NULL)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_HEADING, 0, NULL, name);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_PLAIN, 0, NULL, facts->str);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_PLAIN, 0, NULL, counts->str);
  append_state (self);
  if (!galley_metadata_is_english (metadata))
    _galley_terminal_wrap (
        &self->terminal,
        GALLEY_STYLE_QUIET,
        0,
        NULL,
        _ ("The article is not in English: only direct quotes are found, by their"
           " quotation marks."));
  if (galley_review_get_n_annotations (self->review) > 0)
    _galley_text_write_legend (&self->terminal);
}

static void
append_article (GalleyTextWriter *self)
{
  guint n_left_out;

  append_rule (self);
  n_left_out = _galley_text_write_article (&self->terminal, self->review, &self->labels);
  append_rule (self);
  if (n_left_out > 0)
    _galley_terminal_wrap (
        &self->terminal,
        GALLEY_STYLE_QUIET,
        0,
        NULL,
        _ ("Where too many marks overlap, some are not drawn; the lists below name all of them."));
}

static gboolean
anybody_was_here (GalleyReview *review)
{
  guint n_annotations = galley_review_get_n_annotations (review);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      if (galley_annotation_get_n_verdicts (annotation) > 0
          || galley_annotation_get_origin (annotation)->person)
        return TRUE;
    }

  return FALSE;
}

static GString *
text_write (GalleyReview *review, const GalleyExportOptions *options)
{
  guint width = options->width > 0 ? options->width : DEFAULT_WIDTH;
  GalleyTextWriter self = {
    .terminal = { g_string_new (NULL), CLAMP (width, MIN_WIDTH, MAX_WIDTH), options->colour },
    .review = review,
    .article = galley_review_get_article (review),
    .touched = anybody_was_here (review),
  };

  _galley_labels_init (&self.labels, review);
  append_head (&self, options->name);
  append_article (&self);
  _galley_text_write_lists (&self);
  _galley_labels_clear (&self.labels);

  return self.terminal.out;
}

const GalleyExporter _galley_text_exporter = {
  .id = "text",
  .label = N_ ("Text for people"),
  .suffix = ".txt",
  .joins = TRUE,
  .write = text_write,
};
