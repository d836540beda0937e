/* galley-voices-bar.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-voices.h"

G_BEGIN_DECLS

/* No voice is chosen. */
#define GALLEY_VOICE_ALL (-1)

/**
 * GalleyVoicesBar:
 *
 * How much of an article each voice speaks: a bar of the shares of its words, and a button a voice
 * that names it with its figure. Follows the review's marks and verdicts.
 *
 * Properties: `review` (#GalleyReview, nullable), `voice` (int: the #GalleyVoice a person chose, or
 * %GALLEY_VOICE_ALL), `pending` (boolean: the article is still being read, so no figures are told).
 * Signals: `counted` when the words were counted anew.
 */
#define GALLEY_TYPE_VOICES_BAR (galley_voices_bar_get_type ())
G_DECLARE_FINAL_TYPE (GalleyVoicesBar, galley_voices_bar, GALLEY, VOICES_BAR, GtkWidget)

GtkWidget *galley_voices_bar_new (void);

void galley_voices_bar_set_review (GalleyVoicesBar *self, GalleyReview *review);
void galley_voices_bar_set_pending (GalleyVoicesBar *self, gboolean pending);
int galley_voices_bar_get_voice (GalleyVoicesBar *self);
void galley_voices_bar_set_voice (GalleyVoicesBar *self, int voice);
const GalleyVoices *galley_voices_bar_get_voices (GalleyVoicesBar *self);

G_END_DECLS
