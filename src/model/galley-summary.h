/* galley-summary.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-paragraphs.h"
#include "model/galley-review.h"
#include "model/galley-taxonomy.h"
#include "model/galley-voices.h"

G_BEGIN_DECLS

/**
 * GalleyFinding:
 * @term: (nullable): of what set it is one: a step of the ladder, a type …; %NULL where it is none
 *   or not set
 * @annotations: (element-type GalleyAnnotation): what it rests on, in the order of the text
 * @n_unreviewed: how many of them nobody has reviewed
 *
 * A fact about an article, with the annotations that it rests on.
 */
typedef struct
{
  const GalleyTerm *term;
  GPtrArray *annotations;
  guint n_unreviewed;
} GalleyFinding;

/**
 * GalleySummarySource:
 * @source: the annotation
 * @quotes: its quotes, those in which it declines to comment among them
 * @n_quoted: its words in quotation marks
 * @n_paraphrased: what it is made to say without them, in words
 * @paragraph: the paragraph that names it first, from 1; 0 where that is not known
 * @turn: the place in the order of first quotes, from 1; 0 where it has none
 * @verbs: (element-type GalleyFinding): its quotes by the class of their verbs
 *
 * One source of an article and what it is given room for.
 */
typedef struct
{
  GalleyAnnotation *source;
  GalleyFinding *quotes;
  guint n_quoted;
  guint n_paraphrased;
  guint paragraph;
  guint turn;
  GPtrArray *verbs;
} GalleySummarySource;

/**
 * GalleySummarySupport:
 * @quote: a quote below the headline
 * @words: (array zero-terminated=1): the words that both have, as the headline writes them
 */
typedef struct
{
  GalleyAnnotation *quote;
  char **words;
} GalleySummarySupport;

/**
 * GalleySummary:
 * @voices: the words by voice
 * @n_reviewed: how many annotations have a verdict
 * @n_total: of how many
 * @expects_opinion: whether the writer's views are expected in such a work
 * @sources: (element-type GalleySummarySource): by first mention
 * @turns: (element-type GalleySummarySource): those that are quoted, by first quote
 * @ladder: (element-type GalleyFinding): sources by step of the ladder of anonymity
 * @off_ladder: sources that have no step
 * @flags: (element-type GalleyFinding): unnamed sources by remark on their anonymity
 * @alone: unnamed sources that are marked as the only one for a claim
 * @only: (nullable): the source of all quotes whose source is known, where there is only one
 * @unsourced: quotes whose source is not known
 * @opinions: (element-type GalleyFinding): opinions by type
 * @n_opinions: how many
 * @declined: quotes in which a source declines to comment or could not be reached
 * @headline: where the headline stands; empty where there is none
 * @n_headline_words: how many of its words carry meaning
 * @headline_quotes: quotes within it
 * @support: (element-type GalleySummarySupport): quotes below it that share such words with it
 *
 * What an editor asks first about a reviewed article, as the review stood when it was made. What is
 * rejected is left out. It says what was marked and no more: what is not there may have been
 * missed.
 */
typedef struct
{
  GalleyReview *review;
  GPtrArray *kept; /* all annotations, so that none goes away */
  GalleyParagraphs *paragraphs;

  GalleyVoices *voices;
  guint n_reviewed;
  guint n_total;
  gboolean expects_opinion;

  GPtrArray *sources;
  GPtrArray *turns;
  GPtrArray *ladder;
  GalleyFinding *off_ladder;
  GPtrArray *flags;
  GalleyFinding *alone;
  GalleySummarySource *only;
  GalleyFinding *unsourced;
  GPtrArray *opinions;
  guint n_opinions;
  GalleyFinding *declined;

  GalleySpan headline;
  guint n_headline_words;
  GalleyFinding *headline_quotes;
  GPtrArray *support;
} GalleySummary;

GalleySummary *galley_summary_new (GalleyReview *review);
void galley_summary_free (GalleySummary *self);
guint galley_summary_get_paragraph (const GalleySummary *self, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySummary, galley_summary_free)

G_END_DECLS
