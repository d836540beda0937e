/* galley-overview-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/galley-overview-plan.h"

G_BEGIN_DECLS

/* galley-overview-plan.c */
gboolean _galley_overview_is_full (GalleyOverviewSection *self);
GalleyOverviewLine *_galley_overview_add (GalleyOverviewSection *self, char *title, char *subtitle);
void _galley_overview_lead (GalleyOverviewLine *line,
                            const GalleySummary *summary,
                            GalleyAnnotation *annotation);
void _galley_overview_lead_to_first (GalleyOverviewLine *line, const GalleyFinding *finding);
void _galley_overview_remark (GalleyOverviewSection *self, guint n_unreviewed, guint n_all);
void _galley_overview_chart (GalleyOverviewSection *self, double weight, GalleyPattern pattern);

/* galley-overview-sources.c */
void _galley_overview_fill_sources (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_named (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_first (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_verbs (GalleyOverviewSection *self, const GalleySummary *summary);

/* galley-overview-checks.c */
void _galley_overview_fill_voices (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_alone (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_unsourced (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_reply (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_opinions (GalleyOverviewSection *self, const GalleySummary *summary);
void _galley_overview_fill_headline (GalleyOverviewSection *self, const GalleySummary *summary);

G_END_DECLS
