/* galley-summary-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-summary.h"

G_BEGIN_DECLS

/* galley-summary.c */
GalleyFinding *_galley_finding_new (const GalleyTerm *term);
void _galley_finding_free (gpointer data);
void _galley_finding_add (GalleyFinding *self, GalleyAnnotation *annotation);
GPtrArray *_galley_findings_new (GalleyTerms terms);
void _galley_findings_add (GPtrArray *findings, const char *id, GalleyAnnotation *annotation);
void _galley_findings_drop_empty (GPtrArray *findings);

/* galley-summary-sources.c */
void _galley_summary_take_sources (GalleySummary *self);

/* galley-summary-headline.c */
void _galley_summary_take_headline (GalleySummary *self);

G_END_DECLS
