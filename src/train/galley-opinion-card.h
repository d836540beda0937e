/* galley-opinion-card.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "train/galley-opinion-score.h"

G_BEGIN_DECLS

/**
 * GalleyOpinionReport:
 * @command: that learnt the model
 * @decision: the chance that became one half
 * @slope: by what steps away from it were multiplied
 * @news: (element-type GalleyScored): strengths of NewsSD's sentences by models that had not seen
 *   their articles
 * @babe: (element-type GalleyScored): the same of BABE's
 * @test: (element-type GalleyScored): strengths of the test sentences by the model as written
 * @loaded: (element-type GalleyScored): of words, by models that had not seen their articles
 * @loaded_from: the chance from which on a word is called loaded
 * @listed: of the words in our lists of judging words: all of them called loaded
 * @gated: the same words, those called loaded by the model
 * @unlisted: words in no list of ours, those that are called loaded nevertheless
 * @size: bytes of the model
 *
 * What there is to say of a model of opinions.
 */
typedef struct
{
  const char *command;
  double decision;
  double slope;
  GArray *news;
  GArray *babe;
  GArray *test;
  GArray *loaded;
  double loaded_from;
  GalleyConfusion listed;
  GalleyConfusion gated;
  GalleyConfusion unlisted;
  gsize size;
} GalleyOpinionReport;

void galley_opinion_report_clear (GalleyOpinionReport *self);
void galley_opinion_report_lists (GalleyOpinionReport *self,
                                  GPtrArray *sentences,
                                  const GalleyCases *words,
                                  const double *chances);
gboolean galley_opinion_report_test (GalleyOpinionReport *self,
                                     GPtrArray *tests,
                                     GBytes *model,
                                     GError **error);
char *galley_opinion_report_to_card (const GalleyOpinionReport *self, GPtrArray *sentences);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyOpinionReport, galley_opinion_report_clear)

G_END_DECLS
