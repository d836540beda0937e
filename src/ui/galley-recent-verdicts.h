/* galley-recent-verdicts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyRecentVerdicts:
 *
 * The last verdicts as a row of small signs, the latest one at the end, and a list of them behind a
 * button. While there are none, the keys that give one are told instead.
 *
 * Signal `chosen` (GalleyAnnotation): the reader wants to see that one again.
 */
#define GALLEY_TYPE_RECENT_VERDICTS (galley_recent_verdicts_get_type ())
G_DECLARE_FINAL_TYPE (
    GalleyRecentVerdicts, galley_recent_verdicts, GALLEY, RECENT_VERDICTS, GtkWidget)

void galley_recent_verdicts_set_review (GalleyRecentVerdicts *self, GalleyReview *review);
void galley_recent_verdicts_set_editable (GalleyRecentVerdicts *self, gboolean editable);
void galley_recent_verdicts_popup (GalleyRecentVerdicts *self);

G_END_DECLS
