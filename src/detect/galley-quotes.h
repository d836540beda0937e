/* galley-quotes.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link.h"
#include "detect/galley-speakers.h"

G_BEGIN_DECLS

/* Notes on a quote, bits; galley_quote_note_id() names them. */
typedef enum
{
  GALLEY_QUOTE_ALTERED,
  GALLEY_QUOTE_LATE,
  GALLEY_QUOTE_UNATTRIBUTED,
  GALLEY_QUOTE_MULTI_PARAGRAPH,
  GALLEY_QUOTE_NESTED,
  GALLEY_QUOTE_SPEAKER_CHANGE,
  GALLEY_N_QUOTE_NOTES,
} GalleyQuoteNote;

/**
 * GalleyQuoteFacts:
 * @type: an id of %GALLEY_TERMS_QUOTE
 * @manner: an id of %GALLEY_TERMS_MANNER
 * @verb_class: (nullable): an id of %GALLEY_TERMS_VERB_CLASS; %NULL where there is no cue
 * @verb: the word of the cue that decides both; empty where there is none
 * @notes: 1 << #GalleyQuoteNote
 */
typedef struct
{
  const char *type;
  const char *manner;
  const char *verb_class;
  GalleyTokenRun verb;
  guint notes;
} GalleyQuoteFacts;

void galley_quote_judge (const GalleyText *text,
                         const GalleyAttribution *attribution,
                         GalleyQuoteFacts *facts);
void galley_quotes_note_speaker_changes (const GalleyText *text,
                                         GPtrArray *attributions,
                                         const GalleySpeakers *speakers,
                                         GalleyQuoteFacts *facts);
const char *galley_quote_note_id (GalleyQuoteNote note);

G_END_DECLS
