/* galley-text-writer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/galley-exporters-private.h"
#include "export/galley-text-marks.h"
#include "model/galley-taxonomy.h"

#define DEFAULT_WIDTH 80
#define MIN_WIDTH     24
#define MAX_WIDTH     400

/* Code points of a passage that a list shows; the article above has all of it. */
#define MAX_PASSAGE 600

typedef struct
{
  GalleyTerminal terminal;
  GalleyReview *review;
  GalleyArticle *article;
  GalleyLabels labels;
  GHashTable *quotes; /* source -> GPtrArray of its quotes; NULL -> those without a known one */
  gboolean touched;   /* whether anybody has reviewed anything */
} Writer;

static void
append_rule (Writer *self)
{
  _galley_terminal_style (&self->terminal, GALLEY_STYLE_QUIET);
  for (guint i = 0; i < self->terminal.width; i++)
    g_string_append_unichar (self->terminal.out, 0x2500);
  _galley_terminal_style (&self->terminal, GALLEY_STYLE_PLAIN);
  g_string_append_c (self->terminal.out, '\n');
}

static void
append_blank (Writer *self)
{
  g_string_append_c (self->terminal.out, '\n');
}

static void
append_heading (Writer *self, const char *text)
{
  append_blank (self);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_HEADING, 0, NULL, text);
}

static char *
dup_passage (Writer *self, GArray *spans)
{
  g_autofree char *words = galley_article_dup_spans (self->article, spans);

  if (g_utf8_strlen (words, -1) > MAX_PASSAGE)
    {
      *g_utf8_offset_to_pointer (words, MAX_PASSAGE) = '\0';
      return g_strconcat (words, "…", NULL);
    }

  return g_steal_pointer (&words);
}

static const char *
term_label (GalleyTerms terms, const char *id)
{
  const GalleyTerm *term = id != NULL ? galley_terms_find (terms, id) : NULL;

  return term != NULL ? galley_term_label (term) : id;
}

/* A source's flags are those of anonymity and the ticks. */
static const char *
flag_label (const char *flag)
{
  if (galley_terms_find (GALLEY_TERMS_TICK, flag) != NULL)
    return term_label (GALLEY_TERMS_TICK, flag);

  return term_label (GALLEY_TERMS_ANONYMITY, flag);
}

static void
append_fact (GString *facts, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

/* Of a review that nobody has begun, its head says so once. */
static void
append_status (Writer *self, GString *facts, GalleyAnnotation *annotation)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  if (origin->person)
    append_fact (facts, _ ("Added by a person"));
  else if (self->touched)
    append_fact (facts, galley_status_label (galley_annotation_get_status (annotation)));
}

static void
append_reason (Writer *self, GalleyAnnotation *annotation, guint indent)
{
  const GalleyReason *reason = galley_annotation_get_reason (annotation);
  g_autofree char *why = reason != NULL ? galley_reason_to_text (reason) : NULL;

  if (why != NULL)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, _ ("Why:"), why);
}

/* What people noted. */
static void
append_remarks (Writer *self, GalleyAnnotation *annotation, guint indent)
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
append_quote (Writer *self, GalleyAnnotation *quote, guint indent)
{
  const GalleyDetails *details = galley_annotation_get_details (quote);
  const char *label = _galley_labels_get (&self->labels, quote);
  g_autofree char *words = dup_passage (self, details->spans);
  g_autofree char *cue = dup_passage (self, details->cue);
  g_autoptr (GString) facts = g_string_new (NULL);

  append_fact (facts, term_label (GALLEY_TERMS_QUOTE, details->type));
  if (*cue != '\0')
    {
      g_autofree char *shown = g_strdup_printf ("“%s”", cue);

      append_fact (facts, shown);
    }
  append_fact (facts, term_label (GALLEY_TERMS_VERB_CLASS, details->verb_class));
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
dup_source_name (Writer *self, const GalleyDetails *details)
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
append_source_facts (Writer *self, GalleyAnnotation *source, guint indent)
{
  const GalleyDetails *details = galley_annotation_get_details (source);
  guint n_mentions = galley_spans_length (details->spans);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *mentions = NULL;

  append_fact (facts, details->role);
  append_fact (facts, term_label (GALLEY_TERMS_SOURCE, details->type));
  if (details->ladder != NULL)
    {
      g_autofree char *ladder = g_strdup_printf ("%s %s",
                                                 details->ladder,
                                                 term_label (GALLEY_TERMS_LADDER, details->ladder));

      append_fact (facts, ladder);
    }
  for (guint i = 0; details->flags != NULL && details->flags[i] != NULL; i++)
    append_fact (facts, flag_label (details->flags[i]));

  mentions =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions),
                       n_mentions);
  append_fact (facts, mentions);
  append_status (self, facts, source);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, NULL, facts->str);
}

static void
append_source (Writer *self, GalleyAnnotation *source)
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
static char *
describe_count (Writer *self, GalleyKind kind)
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
append_section (Writer *self, GalleyKind kind)
{
  g_autofree char *heading = describe_count (self, kind);

  append_heading (self, heading);
}

static void
append_sources (Writer *self)
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
append_unassigned_quotes (Writer *self)
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
append_passage (Writer *self, GalleyAnnotation *annotation)
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
      append_fact (facts, term_label (GALLEY_TERMS_OPINION, details->type));
      append_fact (facts, describe_strength (annotation));
    }
  append_status (self, facts, annotation);
  if (facts->len > 0)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_QUIET, indent, NULL, facts->str);
  append_reason (self, annotation, indent);
  append_remarks (self, annotation, indent);
}

static void
append_passages (Writer *self, GalleyKind kind)
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
append_rejected (Writer *self)
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

static void
append_state (Writer *self)
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
append_head (Writer *self, const char *name)
{
  const GalleyMetadata *metadata = galley_article_get_metadata (self->article);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autoptr (GString) counts = g_string_new (NULL);

  append_fact (facts, metadata->title);
  append_fact (facts, metadata->byline);
  append_fact (facts, metadata->published_time);
  append_fact (facts, term_label (GALLEY_TERMS_WORK, metadata->type_of_work));
  for (guint i = 0; i < GALLEY_KIND_NOTE; i++)
    {
      g_autofree char *count = describe_count (self, (GalleyKind) i);

      append_fact (counts, count);
    }

  if (name != NULL)
    _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_HEADING, 0, NULL, name);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_PLAIN, 0, NULL, facts->str);
  _galley_terminal_wrap (&self->terminal, GALLEY_STYLE_PLAIN, 0, NULL, counts->str);
  append_state (self);
  if (galley_review_get_n_annotations (self->review) > 0)
    _galley_text_write_legend (&self->terminal);
}

static void
append_article (Writer *self)
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

static GString *
text_write (GalleyReview *review, const GalleyExportOptions *options)
{
  guint width = options->width > 0 ? options->width : DEFAULT_WIDTH;
  Writer self = {
    .terminal = { g_string_new (NULL), CLAMP (width, MIN_WIDTH, MAX_WIDTH), options->colour },
    .review = review,
    .article = galley_review_get_article (review),
    .touched = anybody_was_here (review),
  };

  _galley_labels_init (&self.labels, review);
  self.quotes = group_quotes (review, &self.labels);
  append_head (&self, options->name);
  append_article (&self);
  append_sources (&self);
  append_unassigned_quotes (&self);
  append_passages (&self, GALLEY_KIND_OPINION);
  if (self.labels.counts[GALLEY_KIND_NOTE] > 0)
    append_passages (&self, GALLEY_KIND_NOTE);
  append_rejected (&self);
  g_hash_table_unref (self.quotes);
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
