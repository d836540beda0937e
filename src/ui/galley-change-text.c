/* galley-change-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-change-text.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-row-line.h"
#include "ui/galley-row-text.h"

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
take_sentence (GString *text, char *sentence)
{
  add_sentence (text, sentence);
  g_free (sentence);
}

/* The reviewer whose revision is shown. */
static void
add_who (GString *text, GalleyReview *review, GalleyAnnotation *annotation)
{
  guint n_verdicts = galley_annotation_get_n_verdicts (annotation);
  const GalleyVerdict *verdict = galley_annotation_get_verdict (annotation, n_verdicts - 1);
  g_autofree char *name =
      galley_row_line_isolate_short (verdict->reviewer, GALLEY_ROW_TEXT_NAME_GRAPHEMES);

  if (g_strcmp0 (verdict->reviewer, galley_review_get_reviewer (review)) == 0)
    add_sentence (text, _ ("Changed by you."));
  else if (*name == '\0')
    add_sentence (text, _ ("Changed by a reviewer without a name."));
  else
    /* translators: the nickname of a reviewer */
    take_sentence (text, g_strdup_printf (_ ("Changed by %s."), name));
}

static void
add_source (GString *text, GalleyReview *review, GalleyAnnotation *quote)
{
  GalleyAnnotation *source = galley_review_get_source_of (review, quote);
  g_autofree char *name = source != NULL ? galley_row_text_source_name (review, source) : NULL;

  if (name == NULL)
    add_sentence (text, _ ("It has no source now."));
  else
    /* translators: the name of a source */
    take_sentence (text, g_strdup_printf (_ ("The source is now “%s”."), name));
}

static void
add_type (GString *text, GalleyAnnotation *annotation, const GalleyDetails *details)
{
  const GalleyTerm *term =
      galley_terms_find (galley_kind_terms (galley_annotation_get_kind (annotation)),
                         details->type);

  if (term != NULL)
    /* translators: the label of a type, such as “Mixed quote” */
    take_sentence (text, g_strdup_printf (_ ("The type is now “%s”."), galley_term_label (term)));
}

static void
add_changes (GString *text, GalleyReview *review, GalleyAnnotation *annotation)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  const GalleyDetails *original = galley_annotation_get_original (annotation);
  gboolean is_source = galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;

  add_who (text, review, annotation);
  if (!is_source && g_strcmp0 (details->source_id, original->source_id) != 0)
    add_source (text, review, annotation);
  if (details->type != original->type)
    add_type (text, annotation, details);
  if (!galley_spans_equal (details->spans, original->spans))
    add_sentence (text,
                  is_source ? _ ("It has other mentions now.") : _ ("It marks other words now."));
}

/* Where quotes have gone is what somebody who looks for them wants to know. */
static char *
dup_merged (GalleyReview *review, GalleyAnnotation *into)
{
  g_autofree char *name = galley_row_text_source_name (review, into);

  /* translators: the name of a source */
  return g_strdup_printf (_ ("The same source as “%s”, which has its quotes now."), name);
}

/**
 * galley_change_text_reason:
 *
 * Says why an annotation is as it is: the reason of the suggestion, or where a person changed it,
 * what is true now and what was suggested.
 *
 * Returns: (transfer full) (nullable)
 */
char *
galley_change_text_reason (GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *reason = galley_row_text_reason (annotation);
  GalleyAnnotation *into = NULL;
  g_autoptr (GString) text = NULL;

  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE)
    into = galley_review_get_merged_into (review, annotation);
  if (into == NULL
      && galley_annotation_get_details (annotation) == galley_annotation_get_original (annotation))
    return g_steal_pointer (&reason);

  text = g_string_new (NULL);
  if (into != NULL)
    take_sentence (text, dup_merged (review, into));
  else
    add_changes (text, review, annotation);
  if (reason != NULL)
    /* translators: the reason that was given for a suggestion, a sentence */
    take_sentence (text, g_strdup_printf (_ ("Galley suggested: %s"), reason));

  return g_strdup (text->str);
}
