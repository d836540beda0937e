/* galley-overview-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/galley-overview-private.h"
#include "ui/galley-row-line.h"
#include "ui/galley-row-text.h"

#define ROLE_GRAPHEMES    60
#define CUE_GRAPHEMES     40
#define PASSAGE_GRAPHEMES 90

static void
append (GString *facts, const char *fact)
{
  if (facts->len > 0)
    g_string_append (facts, GALLEY_ROW_TEXT_SEPARATOR);
  g_string_append (facts, fact);
}

static void
append_quotes (GString *facts, guint n_quotes)
{
  g_autofree char *count = NULL;

  if (n_quotes == 0)
    count = g_strdup (_ ("No quotes"));
  else
    count = g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes);
  append (facts, count);
}

static void
append_role (GString *facts, const GalleyDetails *details)
{
  const GalleyTerm *step = galley_terms_find (GALLEY_TERMS_LADDER, details->ladder);
  const GalleyTerm *type = galley_terms_find (GALLEY_TERMS_SOURCE, details->type);

  if (details->role != NULL)
    {
      g_autofree char *role = galley_row_line_isolate_short (details->role, ROLE_GRAPHEMES);

      append (facts, role);
    }
  if (step != NULL)
    append (facts, galley_term_label (step));
  else if (type != NULL)
    append (facts, galley_term_label (type));
}

static char *
describe_words (guint n_words, guint n_all)
{
  g_autofree char *percent = galley_row_text_percent (n_words, n_all);

  /* translators: a number of words and their share of all such words in percent */
  return g_strdup_printf (ngettext ("%1$u word · %2$s", "%1$u words · %2$s", n_words),
                          n_words,
                          percent);
}

static guint
count_unreviewed (GPtrArray *sources)
{
  guint n_unreviewed = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const GalleySummarySource *source = sources->pdata[i];

      if (galley_annotation_get_status (source->source) == GALLEY_STATUS_UNREVIEWED)
        n_unreviewed++;
    }

  return n_unreviewed;
}

/* The table of sources, with their share of the words in quotation marks. */
void
_galley_overview_fill_sources (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GPtrArray *sources = summary->sources;
  guint n_quoted = galley_voices_count (summary->voices, GALLEY_VOICE_DIRECT);

  _galley_overview_remark (self, count_unreviewed (sources), sources->len);
  if (sources->len == 0)
    {
      self->sentence = g_strdup (_ ("None detected. That does not mean that there are none."));
      return;
    }
  self->sentence = g_strdup_printf (
      ngettext ("%u source. The bar is its share of all words in quotation marks.",
                "%u sources in the order in which the article names them. The bars are their "
                "shares of all words in quotation marks.",
                sources->len),
      sources->len);

  for (guint i = 0; i < sources->len; i++)
    {
      const GalleySummarySource *source = sources->pdata[i];
      g_autoptr (GString) facts = g_string_new (NULL);
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      append_role (facts, galley_annotation_get_details (source->source));
      append_quotes (facts, source->quotes->annotations->len);
      line = _galley_overview_add (self,
                                   galley_row_text_source_title (summary->review, source->source),
                                   g_string_free (g_steal_pointer (&facts), FALSE));
      line->share = n_quoted > 0 ? source->n_quoted / (double) n_quoted : 0;
      line->pattern = GALLEY_PATTERN_QUOTE;
      line->trailing = describe_words (source->n_quoted, n_quoted);
      line->paragraph = source->paragraph;
      _galley_overview_lead (line, summary, source->source);
    }
}

static gboolean
is_named (const GalleyFinding *step)
{
  return step->term != NULL && step->term->id[0] == 'N';
}

static char *
list_flags (GalleyAnnotation *source)
{
  const GalleyDetails *details = galley_annotation_get_details (source);
  g_autoptr (GString) flags = g_string_new (NULL);

  for (guint i = 0; details->flags != NULL && details->flags[i] != NULL; i++)
    {
      const GalleyTerm *flag = galley_terms_find (GALLEY_TERMS_ANONYMITY, details->flags[i]);

      if (flag != NULL)
        append (flags, galley_term_label (flag));
    }

  return flags->len > 0 ? g_string_free (g_steal_pointer (&flags), FALSE) : NULL;
}

static void
add_unnamed (GalleyOverviewSection *self, const GalleySummary *summary, const GalleyFinding *step)
{
  for (guint i = 0; i < step->annotations->len; i++)
    {
      GalleyAnnotation *source = step->annotations->pdata[i];
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self,
                                   galley_row_text_source_title (summary->review, source),
                                   list_flags (source));
      line->nested = TRUE;
      _galley_overview_lead (line, summary, source);
    }
}

static void
add_step (GalleyOverviewSection *self,
          const GalleyFinding *step,
          const char *label,
          GalleyPattern pattern)
{
  GalleyOverviewLine *line;

  if (_galley_overview_is_full (self))
    return;
  line = _galley_overview_add (self, g_strdup (label), NULL);
  line->swatch = TRUE;
  line->pattern = pattern;
  line->trailing = g_strdup_printf (ngettext ("%u source", "%u sources", step->annotations->len),
                                    step->annotations->len);
  _galley_overview_lead_to_first (line, step);
}

static char *
describe_named (guint n_named, guint n_unnamed)
{
  if (n_named == 0 && n_unnamed == 0)
    return g_strdup (_ ("No people detected as sources."));
  if (n_unnamed == 0)
    /* translators: the number of people with a name */
    return g_strdup_printf (_ ("Named: %u. Unnamed: none detected."), n_named);
  if (n_named == 0)
    /* translators: the number of people without a name */
    return g_strdup_printf (_ ("Named: none detected. Unnamed: %u."), n_unnamed);

  /* translators: the numbers of people with a name and without one */
  return g_strdup_printf (_ ("Named: %1$u. Unnamed: %2$u."), n_named, n_unnamed);
}

/* Who is named and who is not, by step of the ladder. */
void
_galley_overview_fill_named (GalleyOverviewSection *self, const GalleySummary *summary)
{
  guint n_named = 0, n_unnamed = 0;
  guint n_other = summary->off_ladder->annotations->len;

  for (guint i = 0; i < summary->ladder->len; i++)
    {
      const GalleyFinding *step = summary->ladder->pdata[i];
      GalleyPattern pattern =
          is_named (step) ? GALLEY_PATTERN_SOURCE : GALLEY_PATTERN_SOURCE_STRIPE;

      if (step->term == NULL)
        continue;
      *(is_named (step) ? &n_named : &n_unnamed) += step->annotations->len;
      add_step (self, step, galley_term_label (step->term), pattern);
      if (!is_named (step))
        add_unnamed (self, summary, step);
    }
  if (n_other > 0)
    add_step (self,
              summary->off_ladder,
              _ ("Organisations, documents and the like"),
              GALLEY_PATTERN_SOURCE_PALE);

  _galley_overview_chart (self, n_named, GALLEY_PATTERN_SOURCE);
  _galley_overview_chart (self, n_unnamed, GALLEY_PATTERN_SOURCE_STRIPE);
  _galley_overview_chart (self, n_other, GALLEY_PATTERN_SOURCE_PALE);
  _galley_overview_remark (self, count_unreviewed (summary->sources), summary->sources->len);
  self->sentence = describe_named (n_named, n_unnamed);
}

/* In the order of first quotes. */
void
_galley_overview_fill_first (GalleyOverviewSection *self, const GalleySummary *summary)
{
  self->sentence =
      g_strdup (summary->turns->len > 0 ? _ ("Sources in the order of their first quotes.")
                                        : _ ("No quotes with a source detected."));
  for (guint i = 0; i < summary->turns->len; i++)
    {
      const GalleySummarySource *source = summary->turns->pdata[i];
      GalleyAnnotation *quote = source->quotes->annotations->pdata[0];
      g_autofree char *name = NULL;
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      name = galley_row_text_source_title (summary->review, source->source);
      /* translators: a place in an order, and a name */
      line = _galley_overview_add (self,
                                   g_strdup_printf (_ ("%1$u. %2$s"), i + 1, name),
                                   galley_row_text_passage (summary->review,
                                                            quote,
                                                            PASSAGE_GRAPHEMES));
      _galley_overview_lead (line, summary, quote);
    }
}

static gboolean
is_neutral (const GalleyFinding *verb)
{
  return verb->term == NULL || strcmp (verb->term->id, "neutral") == 0;
}

static char *
quote_cue (const GalleySummary *summary, GalleyAnnotation *quote)
{
  const GalleyDetails *details = galley_annotation_get_details (quote);
  g_autofree char *words = NULL;
  g_autofree char *cue = NULL;

  if (galley_spans_length (details->cue) == 0)
    return galley_row_text_passage (summary->review, quote, CUE_GRAPHEMES);

  words = galley_article_dup_spans (galley_review_get_article (summary->review), details->cue);
  cue = galley_row_line_isolate_short (words, CUE_GRAPHEMES);

  return g_strdup_printf (_ ("“%s”"), cue);
}

static void
add_verbs (GalleyOverviewSection *self, const GalleySummary *summary, const GalleyFinding *verb)
{
  for (guint i = 0; i < verb->annotations->len; i++)
    {
      GalleyAnnotation *quote = verb->annotations->pdata[i];
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self, quote_cue (summary, quote), NULL);
      line->trailing = g_strdup (galley_term_label (verb->term));
      line->nested = TRUE;
      _galley_overview_lead (line, summary, quote);
    }
}

static char *
describe_verbs (const GalleySummarySource *source)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  for (guint i = 0; i < source->verbs->len; i++)
    {
      const GalleyFinding *verb = source->verbs->pdata[i];
      g_autofree char *fact = NULL;

      /* translators: a class of verbs and how many there are, as “Neutral: 3” */
      fact = g_strdup_printf (_ ("%1$s: %2$u"),
                              verb->term != NULL ? galley_term_label (verb->term)
                                                 : _ ("Without a verb"),
                              verb->annotations->len);
      append (facts, fact);
    }

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
add_verbs_of (GalleyOverviewSection *self,
              const GalleySummary *summary,
              const GalleySummarySource *source)
{
  GalleyOverviewLine *line;

  if (_galley_overview_is_full (self))
    return;
  line = _galley_overview_add (self,
                               galley_row_text_source_title (summary->review, source->source),
                               NULL);
  line->trailing = describe_verbs (source);
  _galley_overview_lead_to_first (line, source->quotes);
}

/* How each source's words are reported: a class, never an error. */
void
_galley_overview_fill_verbs (GalleyOverviewSection *self, const GalleySummary *summary)
{
  self->sentence = g_strdup (
      summary->turns->len > 0
          ? _ ("How each source’s words are reported, and every verb that is not neutral. A class "
               "is not an error: “admitted” may be just right.")
          : _ ("No quotes with a source detected."));
  for (guint i = 0; i < summary->turns->len; i++)
    {
      const GalleySummarySource *source = summary->turns->pdata[i];

      add_verbs_of (self, summary, source);
      for (guint j = 0; j < source->verbs->len; j++)
        {
          if (!is_neutral (source->verbs->pdata[j]))
            add_verbs (self, summary, source->verbs->pdata[j]);
        }
    }
}
