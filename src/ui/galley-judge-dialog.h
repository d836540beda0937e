/* galley-judge-dialog.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyJudgeDialog:
 *
 * Shows what one verdict on many marks would do, before it is done.
 *
 * Signal `judge`: the reader wants it done.
 */
#define GALLEY_TYPE_JUDGE_DIALOG (galley_judge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GalleyJudgeDialog, galley_judge_dialog, GALLEY, JUDGE_DIALOG, GtkWindow)

GtkWidget *galley_judge_dialog_new (GtkWindow *parent,
                                    GalleyReview *review,
                                    GPtrArray *shown,
                                    GalleyStatus status);

GPtrArray *galley_judge_dialog_get_judged (GalleyJudgeDialog *self);
GalleyStatus galley_judge_dialog_get_status (GalleyJudgeDialog *self);

G_END_DECLS
