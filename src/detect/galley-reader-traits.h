/* galley-reader-traits.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyReaderTraits:
 * @eagerness: for each #GalleyRole what is added to the score of a mark's beginning: a sure reader
 *   marks too little. Of a reader that has its own in its model nothing
 * @min_probability: an attribution less probable is dropped
 * @min_without_source: the same where it has no source and no quotation marks
 * @min_of_object: the same where it is a thing behind a verb: "attacked the town"
 * @margin_alone: how much likelier a content must be to stand alone than to have a cue
 * @margin_alone_quoted: the same where it is a quotation
 * @lean_to_cue: what the leaning of a content to a cue weighs in the choice of its cue; see
 *   galley_link_weigh_lean()
 * @lean_alone: its leaning to none
 * @lean_to_source: the leaning of a cue to a source, in the choice of its source
 * @lean_nobody: its leaning to none
 * @margin_nobody: how much likelier a cue must be to have no source than to have one
 * @doubtful: an attribution less probable gives way to an opinion…
 * @outweighs: …at least as strong as this
 * @clear_direct: the probability of a quote that is shown as %GALLEY_CLEAR_QUOTE where all of it
 *   stands in quotation marks, which say much by themselves
 * @clear_mixed: the same where part of it does
 * @clear_indirect: the same of all others
 * @opinion_decision: what the reader gives a sentence that is as likely an opinion as not
 * @opinion_clear: what it gives one that is shown as %GALLEY_CLEAR_OPINION
 * @opinion_by_form: the strength from which on an opinion in an article needs no word to point at;
 *   over 1: never
 *
 * How a reader errs, found on articles that it had not learnt from: readers differ in what their
 * probabilities are worth, and what follows them goes by that.
 */
typedef struct
{
  double eagerness[3];
  double min_probability;
  double min_without_source;
  double min_of_object;
  double margin_alone;
  double margin_alone_quoted;
  double lean_to_cue;
  double lean_alone;
  double lean_to_source;
  double lean_nobody;
  double margin_nobody;
  double doubtful;
  double outweighs;
  double clear_direct;
  double clear_mixed;
  double clear_indirect;
  double opinion_decision;
  double opinion_clear;
  double opinion_by_form;
} GalleyReaderTraits;

/* Of the readers that learn nothing or linear models. */
extern const GalleyReaderTraits galley_reader_traits_fast;
extern const GalleyReaderTraits galley_reader_traits_deep;

double galley_reader_traits_quote_strength (const GalleyReaderTraits *self,
                                            const char *type,
                                            double probability);
double galley_reader_traits_opinion_strength (const GalleyReaderTraits *self, double probability);

G_END_DECLS
