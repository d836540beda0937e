/* galley-overview-card.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-overview-plan.h"
#include "ui/galley-overview-row.h"

G_BEGIN_DECLS

/**
 * GalleyOverviewCard:
 *
 * A section of the overview. Emits `activated` (GalleyOverviewRow) when a person follows a line,
 * and `more` when they ask for those that were left out.
 */
#define GALLEY_TYPE_OVERVIEW_CARD (galley_overview_card_get_type ())
G_DECLARE_FINAL_TYPE (GalleyOverviewCard, galley_overview_card, GALLEY, OVERVIEW_CARD, GtkBox)

GtkWidget *galley_overview_card_new (void);
void galley_overview_card_show_section (GalleyOverviewCard *self,
                                        const GalleyOverviewSection *section);

G_END_DECLS
