/* galley-text-lists.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-text-lists-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/galley-taxonomy.h"

/* Code points of a passage that a list shows; the article above has all of it. */
#define MAX_PASSAGE 600

static void
append_blank (GalleyTextWriter *self)
{
  g_string_append_c (self->terminal.out, '\n');
}

static void
append_heading (GalleyTextWriter *self, const char *text)
{
  append_blank (self);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_HEADING, 0, NULL, text);
}

static char *
dup_passage (GalleyTextWriter *self, GArray *spans)
{
  g_autofree char *words = galley_article_dup_spans (self->article, spans);
  char *end = words;

  for (guint i = 0; i < MAX_PASSAGE && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_steal_pointer (&words);

  *end = '\0';

  return g_strconcat (words, "…", NULL);
}

const char *
_galley_text_term_label (GalleyTerms terms, const char *id)
{
  const GalleyTerm *term = id != NULL ? galley_terms_find (terms, id) : NULL;

  return term != NULL ? galley_term_label (term) : id;
}

/* A source's flags are those of anonymity and the ticks. */
static const char *
flag_label (const char *flag)
{
  if (galley_terms_find (GALLEY_TERMS_TICK, flag) != NULL)
    return _galley_text_term_label (GALLEY_TERMS_TICK, flag);

  return _galley_text_term_label (GALLEY_TERMS_ANONYMITY, flag);
}

/* Facts stand in one line, with dots between them. */
void
_galley_text_append_fact (GString *facts, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

/* Of a review that nobody has begun, its head says so once. */
static void
append_status (GalleyTextWriter *self, GString *facts, GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  if (origin->person)
    _galley_text_append_fact (facts, _ ("Added by a person"));
  else if (self->touched)
    _galley_text_append_fact (facts,
                              galley_status_label (galley_annotation_get_status (annotation)));
}

static void
append_reason (GalleyTextWriter *self, GalleyAnnotation *annotation, guint indent)
{
  const GalleyReason *reason = galley_annotation_get_reason (annotation);
  g_autofree char *why = reason != NULL ? galley_reason_to_text (reason) : NULL;

  if (why != NULL)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, _ ("Why:"), why);
}

/* What people noted. */
static void
append_remarks (GalleyTextWriter *self, GalleyAnnotation *annotation, guint indent)
{
  const char *note = galley_annotation_get_note (annotation);
  const char *const *tags = galley_annotation_get_tags (annotation);

  if (note != NULL && *note != '\0')
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_NOTE, indent, _ ("Note:"), note);
  if (tags != NULL && *tags != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) tags);

      _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_NOTE, indent, _ ("Tags:"), list);
    }
}

static void
append_quote (GalleyTextWriter *self, GalleyAnnotation *quote, guint indent)
{
  const GalleyDetails *details = galley_annotation_get_details (quote);
  const char *label = _galley_labels_get (&self->labels, quote);
  g_autofree char *words = dup_passage (self, details->spans);
  g_autofree char *cue = dup_passage (self, details->cue);
  g_autoptr (GString) facts = g_string_new (NULL);

  _galley_text_append_fact (facts, _galley_text_term_label (GALLEY_TERMS_QUOTE, details->type));
  if (*cue != '\0')
    {
      g_autofree char *shown = g_strdup_printf ("“%s”", cue);

      _galley_text_append_fact (facts, shown);
    }
  _galley_text_append_fact (facts,
                            _galley_text_term_label (GALLEY_TERMS_VERB_CLASS, details->verb_class));
  append_status (self, facts, quote);

  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUOTE, indent, label, words);
  indent += (guint) strlen (label) + 1;
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, NULL, facts->str);
  /* Where there is a cue, it has just been named. */
  if (*cue == '\0')
    append_reason (self, quote, indent);
  append_remarks (self, quote, indent);
}

static char *
dup_source_name (GalleyTextWriter *self, const GalleyDetails *details)
{
  const GalleySpan *mention;

  if (details->name != NULL && *details->name != '\0')
    return g_strdup (details->name);
  if (galley_spans_length (details->spans) == 0)
    return g_strdup ("");

  mention = galley_spans_get (details->spans, 0);

  return galley_article_dup_slice (self->article, mention->start, mention->end);
}

static void
append_source_facts (GalleyTextWriter *self, GalleyAnnotation *source, guint indent)
{
  const GalleyDetails *details = galley_annotation_get_details (source);
  guint n_mentions = galley_spans_length (details->spans);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *mentions = NULL;

  _galley_text_append_fact (facts, details->role);
  _galley_text_append_fact (facts, _galley_text_term_label (GALLEY_TERMS_SOURCE, details->type));
  if (details->ladder != NULL)
    {
      g_autofree char *ladder =
          g_strdup_printf ("%s %s",
                           details->ladder,
                           _galley_text_term_label (GALLEY_TERMS_LADDER, details->ladder));

      _galley_text_append_fact (facts, ladder);
    }
  for (guint i = 0; details->flags != NULL && details->flags[i] != NULL; i++)
    _galley_text_append_fact (facts, flag_label (details->flags[i]));

  mentions =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions),
                       n_mentions);
  _galley_text_append_fact (facts, mentions);
  append_status (self, facts, source);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, NULL, facts->str);
}

static void
append_source (GalleyTextWriter *self, GalleyAnnotation *source)
{
  const char *label = _galley_labels_get (&self->labels, source);
  guint indent = (guint) strlen (label) + 1;
  g_autofree char *name = dup_source_name (self, galley_annotation_get_details (source));
  GPtrArray *quotes = g_hash_table_lookup (self->quotes, source);

  append_blank (self);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_SOURCE, 0, label, name);
  append_source_facts (self, source, indent);
  append_reason (self, source, indent);
  append_remarks (self, source, indent);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    append_quote (self, quotes->pdata[i], indent);
}

/* "Sources: 6", and nothing found said as what it is. */
char *
_galley_text_describe_count (GalleyTextWriter *self, GalleyKind kind)
{
  guint count = self->labels.counts[kind], n_rejected = self->labels.n_rejected[kind];
  const char *label = galley_kind_label (kind, 2);

  if (count == 0 && n_rejected == 0)
    return g_strdup_printf (_ ("%s: none detected"), label);
  if (n_rejected > 0)
    return g_strdup_printf (_ ("%s: %u (%u rejected)"), label, count, n_rejected);

  return g_strdup_printf (_ ("%s: %u"), label, count);
}

static void
append_section (GalleyTextWriter *self, GalleyKind kind)
{
  g_autofree char *heading = _galley_text_describe_count (self, kind);

  append_heading (self, heading);
}

static void
append_sources (GalleyTextWriter *self)
{
  g_autoptr (GPtrArray) sources = galley_review_list_kind (self->review, GALLEY_KIND_SOURCE);

  append_section (self, GALLEY_KIND_SOURCE);
  for (guint i = 0; i < sources->len; i++)
    {
      if (_galley_labels_get (&self->labels, sources->pdata[i]) != NULL)
        append_source (self, sources->pdata[i]);
    }
}

static void
append_unassigned_quotes (GalleyTextWriter *self)
{
  GPtrArray *quotes = g_hash_table_lookup (self->quotes, NULL);

  if (quotes == NULL)
    return;

  append_heading (self, _ ("Quotes whose source is not known"));
  for (guint i = 0; i < quotes->len; i++)
    {
      append_blank (self);
      append_quote (self, quotes->pdata[i], 0);
    }
}

static const char *
describe_strength (GalleyAnnotation *annotation)
{
  if (galley_annotation_get_strength (annotation) < 0)
    return NULL;

  return galley_annotation_is_clear (annotation) ? _ ("Clear") : _ ("To be checked");
}

/* Opinions and notes: a passage with its facts and remarks. */
static void
append_passage (GalleyTextWriter *self, GalleyAnnotation *annotation)
{
  GalleyKind kind = galley_annotation_get_kind (annotation);
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  const char *label = _galley_labels_get (&self->labels, annotation);
  guint indent = (guint) strlen (label) + 1;
  g_autofree char *words = dup_passage (self, details->spans);
  g_autoptr (GString) facts = g_string_new (NULL);

  append_blank (self);
  _galley_terminal_wrap (&self->terminal, _galley_kind_style (kind), 0, label, words);
  if (kind == GALLEY_KIND_OPINION)
    {
      _galley_text_append_fact (facts,
                                _galley_text_term_label (GALLEY_TERMS_OPINION, details->type));
      _galley_text_append_fact (facts, describe_strength (annotation));
    }
  append_status (self, facts, annotation);
  if (facts->len > 0)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, NULL, facts->str);
  append_reason (self, annotation, indent);
  append_remarks (self, annotation, indent);
}

static void
append_passages (GalleyTextWriter *self, GalleyKind kind)
{
  g_autoptr (GPtrArray) annotations = galley_review_list_kind (self->review, kind);

  append_section (self, kind);
  if (kind == GALLEY_KIND_OPINION
      && galley_work_expects_opinion (galley_article_get_metadata (self->article)->type_of_work))
    _galley_terminal_wrap (&self->terminal,
                           GALLEY_STYLE_QUIET,
                           0,
                           NULL,
                           _ ("In a piece of this type the writer’s own views are expected."));

  for (guint i = 0; i < annotations->len; i++)
    {
      if (_galley_labels_get (&self->labels, annotations->pdata[i]) != NULL)
        append_passage (self, annotations->pdata[i]);
    }
}

/* What people turned down, so that it is seen to have been. */
static void
append_rejected (GalleyTextWriter *self)
{
  guint n_annotations = galley_review_get_n_annotations (self->review);
  gboolean headed = FALSE;

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (self->review, i);
      const GalleyDetails *details = galley_annotation_get_details (annotation);
      GalleyKind kind = galley_annotation_get_kind (annotation);
      g_autofree char *words = NULL;

      if (_galley_labels_get (&self->labels, annotation) != NULL)
        continue;
      if (!headed)
        append_heading (self, galley_status_label (GALLEY_STATUS_REJECTED));
      headed = TRUE;

      words = kind == GALLEY_KIND_SOURCE ? dup_source_name (self, details)
                                         : dup_passage (self, details->spans);
      _galley_terminal_wrap (
          &self->terminal, GALLEY_STYLE_QUIET, 0, galley_kind_label (kind, 1), words);
      append_remarks (self, annotation, 3);
    }
}

/* A quote of a source that was rejected is one whose source is not known. */
static GHashTable *
group_quotes (GalleyReview *review, const GalleyLabels *labels)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) quotes = galley_review_list_kind (review, GALLEY_KIND_QUOTE);

  for (guint i = 0; i < quotes->len; i++)
    {
      GalleyAnnotation *source = galley_review_get_source_of (review, quotes->pdata[i]);
      GPtrArray *group;

      if (_galley_labels_get (labels, quotes->pdata[i]) == NULL)
        continue;
      if (source != NULL && _galley_labels_get (labels, source) == NULL)
        source = NULL;

      group = g_hash_table_lookup (groups, source);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, source, group);
        }
      g_ptr_array_add (group, quotes->pdata[i]);
    }

  return groups;
}

/**
 * _galley_text_write_lists:
 *
 * Writes the sources with their quotes, then the opinions, the notes and what was rejected.
 */
void
_galley_text_write_lists (GalleyTextWriter *self)
{
  self->quotes = group_quotes (self->review, &self->labels);
  append_sources (self);
  append_unassigned_quotes (self);
  append_passages (self, GALLEY_KIND_OPINION);
  if (self->labels.counts[GALLEY_KIND_NOTE] > 0)
    append_passages (self, GALLEY_KIND_NOTE);
  append_rejected (self);
  g_clear_pointer (&self->quotes, g_hash_table_unref);
}
