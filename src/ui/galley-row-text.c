/* galley-row-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-row-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-str.h"
#include "model/galley-taxonomy.h"
#include "ui/galley-row-line.h"

#define MAX_EVIDENCE_WORDS 3
#define MAX_TAGS           5
#define MAX_OTHERS         20
#define EVIDENCE_GRAPHEMES 24
#define SPOKEN_GRAPHEMES   120
#define REASON_GRAPHEMES   400

static const char *
term_label (GalleyTerms terms, const char *id)
{
  const GalleyTerm *term = id != NULL ? galley_terms_find (terms, id) : NULL;

  return term != NULL ? galley_term_label (term) : NULL;
}

static void
add_fact (GPtrArray *facts, const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_ptr_array_add (facts, g_strdup (fact));
}

static void
take_fact (GPtrArray *facts, char *fact)
{
  add_fact (facts, fact);
  g_free (fact);
}

static char *
join_facts (GPtrArray *facts, const char *separator)
{
  g_ptr_array_add (facts, NULL);

  return g_strjoinv (separator, (char **) facts->pdata);
}

static char *
dup_n_quotes (guint n_quotes)
{
  if (n_quotes == 0)
    return g_strdup (_ ("No quotes"));

  return g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes);
}

static void
add_source_facts (GPtrArray *facts, const GalleyDetails *details)
{
  if (details->role != NULL)
    take_fact (facts,
               galley_row_line_isolate_short (details->role, GALLEY_ROW_TEXT_NAME_GRAPHEMES));
  /* Which step of the ladder says better than the type that somebody is not named. */
  if (details->ladder == NULL)
    add_fact (facts, term_label (GALLEY_TERMS_SOURCE, details->type));
  add_fact (facts, term_label (GALLEY_TERMS_LADDER, details->ladder));
}

static char *
dup_speaker (GalleyReview *review, GalleyAnnotation *quote)
{
  GalleyAnnotation *source = galley_review_get_source_of (review, quote);

  return source != NULL ? galley_row_text_source_name (review, source) : NULL;
}

static void
add_quote_facts (GPtrArray *facts,
                 GalleyReview *review,
                 GalleyAnnotation *quote,
                 gboolean with_speaker)
{
  const GalleyDetails *details = galley_annotation_get_details (quote);

  if (with_speaker)
    {
      g_autofree char *speaker = dup_speaker (review, quote);

      add_fact (facts, speaker != NULL ? speaker : _ ("No source found"));
    }
  add_fact (facts, term_label (GALLEY_TERMS_QUOTE, details->type));
  if (g_strcmp0 (details->manner, "speech") != 0)
    add_fact (facts, term_label (GALLEY_TERMS_MANNER, details->manner));
  /* "said" is what people expect; only what differs from it is news. */
  if (g_strcmp0 (details->verb_class, "neutral") != 0)
    add_fact (facts, term_label (GALLEY_TERMS_VERB_CLASS, details->verb_class));
}

static gboolean
contains (const char *text, const char *folded_needle)
{
  g_autofree char *folded = text != NULL ? galley_str_fold (text) : NULL;

  return folded != NULL && strstr (folded, folded_needle) != NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalnum (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

/* The words that show it, each once, in quotation marks; none that stand in @said already. */
static char *
dup_evidence_words (GalleyReview *review, GalleyAnnotation *annotation, const char *said)
{
  GalleyArticle *article = galley_review_get_article (review);
  GArray *evidence = galley_annotation_get_evidence (annotation);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_evidence = evidence != NULL ? evidence->len : 0;

  for (guint i = 0; i < n_evidence && words->len < MAX_EVIDENCE_WORDS; i++)
    {
      const GalleySpan *span = &g_array_index (evidence, GalleyEvidence, i).span;
      guint end = MIN (span->end, span->start + EVIDENCE_GRAPHEMES * GALLEY_ROW_LINE_MAX_CLUSTER);
      g_autofree char *slice = galley_article_dup_slice (article, span->start, end);
      g_autofree char *word = galley_row_line_isolate_short (slice, EVIDENCE_GRAPHEMES);
      /* translators: a word or two of the article, quoted */
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), word);
      g_autofree char *folded = galley_str_fold (slice);

      if (!has_letter (slice) || contains (said, folded))
        continue;
      if (!g_ptr_array_find_with_equal_func (words, quoted, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&quoted));
    }

  return join_facts (words, " ");
}

static void
add_tags (GPtrArray *facts, GalleyAnnotation *annotation)
{
  const char *const *tags = galley_annotation_get_tags (annotation);

  for (guint i = 0; tags != NULL && tags[i] != NULL && i < MAX_TAGS; i++)
    {
      /* The flag has a sign of its own. */
      if (!g_str_equal (tags[i], GALLEY_TAG_FLAG))
        take_fact (facts, galley_row_line_isolate_short (tags[i], EVIDENCE_GRAPHEMES));
    }
}

#define TITLE_GRAPHEMES 160

/**
 * galley_row_text_title:
 *
 * Returns: (transfer full): the first line of a row: the source's name, or the passage
 */
char *
galley_row_text_title (GalleyReview *review, GalleyAnnotation *annotation)
{
  const char *note = galley_annotation_get_note (annotation);

  switch (galley_annotation_get_kind (annotation))
    {
    case GALLEY_KIND_SOURCE:
      return galley_row_text_source_title (review, annotation);
    case GALLEY_KIND_NOTE:
      if (note != NULL && *note != '\0')
        return galley_row_line_isolate_short (note, TITLE_GRAPHEMES);
      return galley_row_text_passage (review, annotation, TITLE_GRAPHEMES);
    case GALLEY_KIND_QUOTE:
    case GALLEY_KIND_OPINION:
    default:
      return galley_row_text_passage (review, annotation, TITLE_GRAPHEMES);
    }
}

/**
 * galley_row_text_subtitle:
 * @grouped: whether the row stands beneath its source, which then need not be named again
 *
 * Returns: (transfer full): the second line of a row: what is known, in words
 */
char *
galley_row_text_subtitle (GalleyReview *review, GalleyAnnotation *annotation, gboolean grouped)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  switch (galley_annotation_get_kind (annotation))
    {
    case GALLEY_KIND_SOURCE:
      add_source_facts (facts, details);
      break;
    case GALLEY_KIND_QUOTE:
      add_quote_facts (facts, review, annotation, !grouped);
      break;
    case GALLEY_KIND_OPINION:
      add_fact (facts, term_label (GALLEY_TERMS_OPINION, details->type));
      take_fact (facts, dup_evidence_words (review, annotation, NULL));
      break;
    case GALLEY_KIND_NOTE:
    default:
      take_fact (facts, galley_row_text_passage (review, annotation, TITLE_GRAPHEMES));
      break;
    }
  add_tags (facts, annotation);

  return join_facts (facts, GALLEY_ROW_TEXT_SEPARATOR);
}

/**
 * galley_row_text_share:
 * @percent: a share in whole per cents
 * @part: of how many words
 *
 * Returns: (transfer full): the share as it is written everywhere; what is there never reads as
 * nothing
 */
char *
galley_row_text_share (guint percent, guint part)
{
  if (part > 0 && percent == 0)
    return g_strdup (_ ("under 1%"));

  /* translators: a share in percent */
  return g_strdup_printf (_ ("%u%%"), percent);
}

/**
 * galley_row_text_percent:
 *
 * Returns: (transfer full): the share that @part has of @whole, rounded
 */
char *
galley_row_text_percent (guint part, guint whole)
{
  guint percent = whole > 0 ? (guint) (((guint64) part * 200 + whole) / (2 * (guint64) whole)) : 0;

  return galley_row_text_share (percent, part);
}

static char *
dup_room (const GalleyRowRoom *room)
{
  g_autofree char *quotes = dup_n_quotes (room->n_quotes);
  g_autofree char *percent = NULL;

  if (room->n_quoted == 0)
    return g_steal_pointer (&quotes);

  percent = galley_row_text_percent (room->n_quoted, room->n_all_quoted);

  return g_strconcat (quotes, GALLEY_ROW_TEXT_SEPARATOR, percent, NULL);
}

/**
 * galley_row_text_trailing:
 * @room: the room that the article gives a source
 *
 * Returns: (transfer full): what stands at the end of the second line and is never cut: that it is
 *   flagged, how many quotes a source has and its share of all words in quotation marks, that a
 *   suggestion is not sure and nobody has checked it
 */
char *
galley_row_text_trailing (GalleyAnnotation *annotation, const GalleyRowRoom *room)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (galley_annotation_is_flagged (annotation))
    add_fact (facts, _ ("flagged"));
  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE)
    take_fact (facts, dup_room (room));
  else if (!galley_annotation_is_clear (annotation)
           && galley_annotation_get_status (annotation) == GALLEY_STATUS_UNREVIEWED)
    add_fact (facts, _ ("worth a check"));

  return join_facts (facts, GALLEY_ROW_TEXT_SEPARATOR);
}

/**
 * galley_row_text_verdict:
 *
 * Returns: (transfer full): the verdict that counts, and why, where it was rejected
 */
char *
galley_row_text_verdict (GalleyAnnotation *annotation)
{
  guint n_verdicts = galley_annotation_get_n_verdicts (annotation);
  const GalleyVerdict *verdict =
      n_verdicts > 0 ? galley_annotation_get_verdict (annotation, n_verdicts - 1) : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  add_fact (facts, galley_status_label (galley_annotation_get_status (annotation)));
  if (verdict != NULL && verdict->status == GALLEY_STATUS_REJECTED)
    add_fact (facts, term_label (GALLEY_TERMS_REASON, verdict->reason));

  return join_facts (facts, GALLEY_ROW_TEXT_SEPARATOR);
}

static void
add_room_facts (GPtrArray *facts, const GalleyRowRoom *room)
{
  if (room->n_quoted > 0)
    {
      g_autofree char *percent = galley_row_text_percent (room->n_quoted, room->n_all_quoted);

      /* translators: a share in percent */
      take_fact (facts, g_strdup_printf (_ ("%s of the quoted words"), percent));
    }
  if (room->paragraph > 0)
    take_fact (facts, g_strdup_printf (_ ("first named in paragraph %u"), room->paragraph));
}

/**
 * galley_row_text_accessible:
 *
 * Returns: (transfer full): the row as a screen reader says it: kind, verdict, and what it is
 *   (“Quote, not reviewed, Dmitry Peskov: thankless task”)
 */
char *
galley_row_text_accessible (GalleyReview *review,
                            GalleyAnnotation *annotation,
                            const GalleyRowRoom *room)
{
  GalleyKind kind = galley_annotation_get_kind (annotation);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *passage = galley_row_text_passage (review, annotation, SPOKEN_GRAPHEMES);
  g_autofree char *speaker = kind == GALLEY_KIND_QUOTE ? dup_speaker (review, annotation) : NULL;

  add_fact (facts, galley_kind_label (kind, 1));
  add_fact (facts, galley_status_label (galley_annotation_get_status (annotation)));
  if (galley_annotation_is_flagged (annotation))
    add_fact (facts, _ ("flagged"));
  if (kind == GALLEY_KIND_SOURCE)
    {
      take_fact (facts, galley_row_text_source_name (review, annotation));
      add_source_facts (facts, galley_annotation_get_details (annotation));
      take_fact (facts, dup_n_quotes (room->n_quotes));
      add_room_facts (facts, room);
    }
  else if (speaker != NULL)
    {
      /* translators: who says it, and what */
      take_fact (facts, g_strdup_printf (_ ("%1$s: %2$s"), speaker, passage));
    }
  else
    {
      take_fact (facts, galley_row_text_title (review, annotation));
    }

  return join_facts (facts, ", ");
}

/**
 * galley_row_text_reason:
 *
 * Returns: (transfer full) (nullable): why it was suggested, in a sentence
 */
char *
galley_row_text_reason (GalleyAnnotation *annotation)
{
  const GalleyReason *reason = galley_annotation_get_reason (annotation);
  g_autofree char *sentence = reason != NULL ? galley_reason_to_text (reason) : NULL;

  if (sentence == NULL || *sentence == '\0')
    return NULL;

  return galley_row_line_isolate_short (sentence, REASON_GRAPHEMES);
}

/**
 * galley_row_text_evidence:
 *
 * Returns: (transfer full) (nullable): the words that the suggestion points at, as far as its
 * reason does not say them
 */
char *
galley_row_text_evidence (GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *reason = galley_row_text_reason (annotation);
  g_autofree char *words = dup_evidence_words (review, annotation, reason);

  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}

/**
 * galley_row_text_origin:
 *
 * Returns: (transfer full): who or what made it, in a few words
 */
char *
galley_row_text_origin (GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);
  g_autofree char *name = galley_row_line_isolate_short (origin->name != NULL ? origin->name : "",
                                                         GALLEY_ROW_TEXT_NAME_GRAPHEMES);
  g_autofree char *reader = NULL;

  if (origin->person && *name == '\0')
    return g_strdup (_ ("Added by hand"));
  if (origin->person)
    return g_strdup_printf (_ ("Added by %s"), name);
  if (g_strcmp0 (origin->reader, "fast") == 0)
    return g_strdup_printf (_ ("Suggested by %s (fast reader)"), name);
  if (g_strcmp0 (origin->reader, "deep") == 0)
    return g_strdup_printf (_ ("Suggested by %s (deep reader)"), name);
  if (g_strcmp0 (origin->reader, "rules") == 0)
    return g_strdup_printf (_ ("Suggested by %s (by rules)"), name);
  if (origin->reader == NULL)
    return g_strdup_printf (_ ("Suggested by %s"), name);

  reader = galley_row_line_isolate_short (origin->reader, EVIDENCE_GRAPHEMES);
  /* translators: a program, and the part of it that read the article */
  return g_strdup_printf (_ ("Suggested by %1$s (%2$s)"), name, reader);
}

/**
 * galley_row_text_others:
 *
 * Returns: (transfer full) (nullable): the verdicts of other people than the present reviewer, a
 *   line each
 */
char *
galley_row_text_others (GalleyReview *review, GalleyAnnotation *annotation)
{
  const char *me = galley_review_get_reviewer (review);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < galley_annotation_get_n_verdicts (annotation) && lines->len < MAX_OTHERS;
       i++)
    {
      GalleyVerdict *verdict = galley_annotation_get_verdict (annotation, i);
      const char *said = galley_status_label (verdict->status);
      g_autofree char *name =
          galley_row_line_isolate_short (verdict->reviewer, GALLEY_ROW_TEXT_NAME_GRAPHEMES);

      if (g_strcmp0 (verdict->reviewer, me) == 0)
        continue;
      if (*name == '\0')
        take_fact (lines, g_strdup_printf (_ ("A reviewer without a name: %s"), said));
      else
        /* translators: a reviewer, and their verdict */
        take_fact (lines, g_strdup_printf (_ ("Review by %1$s: %2$s"), name, said));
    }

  return lines->len > 0 ? join_facts (lines, "\n") : NULL;
}
