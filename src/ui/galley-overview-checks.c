/* galley-overview-checks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-overview-private.h"
#include "ui/galley-row-text.h"
#include "ui/galley-voice-shares.h"

#define PASSAGE_GRAPHEMES 110

static const GalleyPattern voice_patterns[GALLEY_N_VOICES] = {
  [GALLEY_VOICE_DIRECT] = GALLEY_PATTERN_QUOTE,
  [GALLEY_VOICE_PARAPHRASE] = GALLEY_PATTERN_QUOTE_STRIPE,
  [GALLEY_VOICE_OPINION] = GALLEY_PATTERN_OPINION,
  [GALLEY_VOICE_REPORTER] = GALLEY_PATTERN_PLAIN,
};

static const GalleyVoiceRun *
find_run (const GalleySummary *summary, GalleyVoice voice)
{
  GArray *runs = galley_voices_get_runs (summary->voices);

  for (guint i = 0; i < runs->len; i++)
    {
      const GalleyVoiceRun *run = &g_array_index (runs, GalleyVoiceRun, i);

      if (run->voice == voice)
        return run;
    }

  return NULL;
}

static void
add_voice (GalleyOverviewSection *self,
           const GalleySummary *summary,
           GalleyVoice voice,
           guint share)
{
  guint n_words = galley_voices_count (summary->voices, voice);
  const GalleyVoiceRun *run = find_run (summary, voice);
  g_autofree char *percent = galley_row_text_share (share, n_words);
  GalleyOverviewLine *line =
      _galley_overview_add (self, g_strdup (galley_voice_label (voice)), NULL);

  line->swatch = TRUE;
  line->pattern = voice_patterns[voice];
  if (run == NULL)
    {
      line->trailing = g_strdup (_ ("None detected"));
      return;
    }
  line->trailing = g_strdup_printf (ngettext ("%1$u word · %2$s", "%1$u words · %2$s", n_words),
                                    n_words,
                                    percent);
  line->place = (GalleySpan){ run->start, run->end };
  g_set_object (&line->annotation, run->annotation);
}

/* The words of the article by who says them. */
void
_galley_overview_fill_voices (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GArray *runs = galley_voices_get_runs (summary->voices);
  guint n_words = galley_voices_get_n_words (summary->voices);
  guint shares[GALLEY_N_VOICES] = { 0 };

  if (n_words > 0)
    galley_voice_shares_to_percent (summary->voices, shares);
  for (guint i = 0; i < runs->len; i++)
    {
      const GalleyVoiceRun *run = &g_array_index (runs, GalleyVoiceRun, i);

      _galley_overview_chart (self, run->n_words, voice_patterns[run->voice]);
    }
  for (guint i = 0; i < GALLEY_N_VOICES; i++)
    add_voice (self, summary, (GalleyVoice) i, shares[i]);
  self->sentence = g_strdup_printf (
      ngettext ("%u word, from the beginning of the article to its end.",
                "%u words, from the beginning of the article to its end. Byline and the like do "
                "not count.",
                n_words),
      n_words);
}

static void
add_only (GalleyOverviewSection *self, const GalleySummary *summary)
{
  const GalleySummarySource *only = summary->only;
  guint n_quotes = only->quotes->annotations->len;
  GalleyOverviewLine *line;

  line =
      _galley_overview_add (self,
                            galley_row_text_source_title (summary->review, only->source),
                            g_strdup_printf (ngettext ("The only source that is quoted: %u quote",
                                                       "The only source that is quoted: %u quotes",
                                                       n_quotes),
                                             n_quotes));
  _galley_overview_lead (line, summary, only->source);
}

/* What the marks can tell of it, which is little: no program here knows what is the same claim. */
void
_galley_overview_fill_alone (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GPtrArray *alone = summary->alone->annotations;

  if (summary->only != NULL)
    add_only (self, summary);
  for (guint i = 0; i < alone->len; i++)
    {
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self,
                                   galley_row_text_source_title (summary->review, alone->pdata[i]),
                                   g_strdup (
                                       _ ("Unnamed, and nobody else was found to say the same")));
      _galley_overview_lead (line, summary, alone->pdata[i]);
    }
  self->sentence =
      g_strdup (self->lines->len > 0
                    ? _ ("Whether something else in the article bears it out is for you to see.")
                    : _ ("None detected. Looked for: one source for all quotes, and unnamed "
                         "sources that stand alone with what they say."));
  _galley_overview_remark (self, summary->alone->n_unreviewed, alone->len);
}

static GalleyAnnotation *
find_source (const GalleySummary *summary, GalleyAnnotation *quote)
{
  GalleyAnnotation *source = galley_review_get_source_of (summary->review, quote);

  return source != NULL && galley_annotation_get_status (source) != GALLEY_STATUS_REJECTED ? source
                                                                                           : NULL;
}

static const char *
type_label (GalleyAnnotation *quote)
{
  const GalleyTerm *type =
      galley_terms_find (GALLEY_TERMS_QUOTE, galley_annotation_get_details (quote)->type);

  return type != NULL ? galley_term_label (type) : NULL;
}

void
_galley_overview_fill_unsourced (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GPtrArray *quotes = summary->unsourced->annotations;

  for (guint i = 0; i < quotes->len; i++)
    {
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self,
                                   galley_row_text_passage (summary->review,
                                                            quotes->pdata[i],
                                                            PASSAGE_GRAPHEMES),
                                   g_strdup (type_label (quotes->pdata[i])));
      _galley_overview_lead (line, summary, quotes->pdata[i]);
    }
  _galley_overview_remark (self, summary->unsourced->n_unreviewed, quotes->len);
  self->sentence = quotes->len > 0
                       ? g_strdup_printf (ngettext ("The source of %u quote is not known.",
                                                    "The sources of %u quotes are not known.",
                                                    quotes->len),
                                          quotes->len)
                       : g_strdup (_ ("None detected."));
}

/* Whether everybody who is criticised was asked cannot be known from the marks. */
void
_galley_overview_fill_reply (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GPtrArray *quotes = summary->declined->annotations;

  for (guint i = 0; i < quotes->len; i++)
    {
      GalleyAnnotation *source = find_source (summary, quotes->pdata[i]);
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (
          self,
          source != NULL ? galley_row_text_source_title (summary->review, source)
                         : g_strdup (_ ("No source found")),
          galley_row_text_passage (summary->review, quotes->pdata[i], PASSAGE_GRAPHEMES));
      _galley_overview_lead (line, summary, quotes->pdata[i]);
    }
  _galley_overview_remark (self, summary->declined->n_unreviewed, quotes->len);
  self->sentence = g_strdup (
      quotes->len > 0
          ? _ ("Who declined to comment or could not be reached. Whether everybody who is "
               "criticised was asked is for you to see.")
          : _ ("None detected who declined to comment or could not be reached. Whether everybody "
               "who is criticised was asked is for you to see."));
}

static void
add_opinions (GalleyOverviewSection *self, const GalleySummary *summary, const GalleyFinding *type)
{
  for (guint i = 0; i < type->annotations->len; i++)
    {
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self,
                                   galley_row_text_passage (summary->review,
                                                            type->annotations->pdata[i],
                                                            PASSAGE_GRAPHEMES),
                                   NULL);
      line->nested = TRUE;
      _galley_overview_lead (line, summary, type->annotations->pdata[i]);
    }
}

static void
add_opinion_type (GalleyOverviewSection *self, guint n_all, const GalleyFinding *type)
{
  guint n_opinions = type->annotations->len;
  GalleyOverviewLine *line;

  if (_galley_overview_is_full (self))
    return;
  line = _galley_overview_add (
      self, g_strdup (type->term != NULL ? galley_term_label (type->term) : _ ("Other")), NULL);
  line->share = n_opinions / (double) n_all;
  line->pattern = GALLEY_PATTERN_OPINION;
  line->trailing = g_strdup_printf (ngettext ("%u passage", "%u passages", n_opinions), n_opinions);
  _galley_overview_lead_to_first (line, type);
}

/* In works where the writer's views are expected, for information only. */
void
_galley_overview_fill_opinions (GalleyOverviewSection *self, const GalleySummary *summary)
{
  guint n_unreviewed = 0;

  for (guint i = 0; i < summary->opinions->len; i++)
    {
      const GalleyFinding *type = summary->opinions->pdata[i];

      n_unreviewed += type->n_unreviewed;
      add_opinion_type (self, summary->n_opinions, type);
      add_opinions (self, summary, type);
    }
  if (!summary->expects_opinion)
    _galley_overview_remark (self, n_unreviewed, summary->n_opinions);

  if (summary->n_opinions == 0)
    self->sentence = g_strdup (_ ("None detected. That does not mean that there are none."));
  else if (summary->expects_opinion)
    self->sentence =
        g_strdup (_ ("In a work of this type the writer’s views are expected: this is for "
                     "information."));
  else
    self->sentence =
        g_strdup_printf (ngettext ("%u passage that may give the writer’s view, by what shows it.",
                                   "%u passages that may give the writer’s view, by what shows it.",
                                   summary->n_opinions),
                         summary->n_opinions);
}

static char *
describe_support (const GalleySummary *summary, const GalleySummarySupport *support)
{
  g_autofree char *words = g_strjoinv (", ", support->words);
  GalleyAnnotation *source = find_source (summary, support->quote);
  g_autofree char *name = NULL;

  if (source == NULL)
    /* translators: words that a quote shares with the headline */
    return g_strdup_printf (_ ("Shared words: %s"), words);
  name = galley_row_text_source_title (summary->review, source);

  /* translators: a source, and words that its quote shares with the headline */
  return g_strdup_printf (_ ("%1$s · shared words: %2$s"), name, words);
}

static void
add_headline (GalleyOverviewSection *self, const GalleySummary *summary)
{
  GalleyOverviewLine *line;

  line =
      _galley_overview_add (self,
                            galley_article_dup_slice (galley_review_get_article (summary->review),
                                                      summary->headline.start,
                                                      summary->headline.end),
                            NULL);
  line->place = summary->headline;
}

/* Where in the quotes the headline's words come back: a hint, no proof. */
void
_galley_overview_fill_headline (GalleyOverviewSection *self, const GalleySummary *summary)
{
  if (summary->headline.end == summary->headline.start)
    {
      self->sentence = g_strdup (_ ("No headline detected."));
      return;
    }

  add_headline (self, summary);
  for (guint i = 0; i < summary->support->len; i++)
    {
      const GalleySummarySupport *support = summary->support->pdata[i];
      GalleyOverviewLine *line;

      if (_galley_overview_is_full (self))
        continue;
      line = _galley_overview_add (self,
                                   galley_row_text_passage (summary->review,
                                                            support->quote,
                                                            PASSAGE_GRAPHEMES),
                                   describe_support (summary, support));
      line->nested = TRUE;
      _galley_overview_lead (line, summary, support->quote);
    }
  self->sentence =
      g_strdup (summary->support->len > 0
                    ? _ ("Quotes that share words with the headline. Whether they bear it out is "
                         "for you to see.")
                    : _ ("No quote was found that shares words with the headline. What bears it "
                         "out may stand in the reporter’s own words."));
}
