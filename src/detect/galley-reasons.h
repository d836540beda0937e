/* galley-reasons.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-reason.h"

#include "detect/galley-opinions.h"
#include "detect/galley-quotes.h"
#include "detect/galley-speakers.h"

G_BEGIN_DECLS

GalleyReason *galley_reason_for_quote (const GalleyText *text,
                                       const GalleyAttribution *attribution,
                                       const GalleyQuoteFacts *facts,
                                       const GalleySpeaker *speaker);
GalleyReason *galley_reason_for_source (const GalleyText *text,
                                        const GalleySpeaker *speaker,
                                        const char *type,
                                        const char *ladder,
                                        GalleyTokenRun cue);
GalleyReason *galley_reason_for_opinion (const GalleyText *text, const GalleyOpinion *opinion);

char *galley_run_dup_clipped (const GalleyText *text, GalleyTokenRun run);

G_END_DECLS
