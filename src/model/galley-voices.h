/* galley-voices.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyVoice:
 * @GALLEY_VOICE_DIRECT: a source's own words, in quotation marks
 * @GALLEY_VOICE_PARAPHRASE: what a source is made to say without quotation marks
 * @GALLEY_VOICE_OPINION: the writer's own view
 * @GALLEY_VOICE_REPORTER: all the rest, which the reporter tells
 *
 * Who is speaking in a word of an article.
 */
typedef enum
{
  GALLEY_VOICE_DIRECT,
  GALLEY_VOICE_PARAPHRASE,
  GALLEY_VOICE_OPINION,
  GALLEY_VOICE_REPORTER,
} GalleyVoice;
#define GALLEY_N_VOICES 4

/**
 * GalleyVoiceRun:
 * @voice: who speaks
 * @start: where its first word begins, in code points
 * @end: one past its last word
 * @n_words: how many words
 * @annotation: (nullable) (unowned): the quote or opinion; %NULL in the reporter's voice
 *
 * Words that follow each other in one voice and by one annotation.
 */
typedef struct
{
  GalleyVoice voice;
  guint start;
  guint end;
  guint n_words;
  GalleyAnnotation *annotation;
} GalleyVoiceRun;

/**
 * GalleyVoices:
 *
 * The words of a reviewed article by voice and by source, as the review stood when it was made:
 * each word counts once. A word is what stands between white space or dashes and has a letter or
 * digit. Byline, date, boilerplate and the like are no part of it, nor are pull quotes, which
 * repeat what the text says.
 */
typedef struct _GalleyVoices GalleyVoices;

GalleyVoices *galley_voices_new (GalleyReview *review);
void galley_voices_free (GalleyVoices *self);

guint galley_voices_get_n_words (const GalleyVoices *self);
guint galley_voices_count (const GalleyVoices *self, GalleyVoice voice);
guint galley_voices_count_of_source (const GalleyVoices *self,
                                     GalleyAnnotation *source,
                                     GalleyVoice voice);
GArray *galley_voices_get_runs (const GalleyVoices *self);
const char *galley_voice_label (GalleyVoice voice);
gboolean galley_block_counts (const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyVoices, galley_voices_free)

G_END_DECLS
