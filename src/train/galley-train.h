/* galley-train.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the training programs share. */
#define GALLEY_TRAIN_SEED 20260101u

/* Parts of the jackknife, in which whole articles take turns, and the name of the reader that has
 * not seen the one of that number. */
#define GALLEY_TRAIN_N_FOLDS   4
#define GALLEY_TRAIN_JACKKNIFE "reader-%u.galleylm"

/**
 * GalleyTrainMissing:
 *
 * Returns: (nullable): a sentence on the options that are missing
 */
typedef const char *(*GalleyTrainMissing) (void);

/**
 * GalleyTrainRun:
 * @command: the command line, for the model card
 *
 * Returns: whether the program has done its work; else @error is set
 */
typedef gboolean (*GalleyTrainRun) (const char *command, GError **error);

guint *galley_train_order_new (guint n);
void galley_train_shuffle (GRand *random, guint *order, guint n);
guint galley_train_drop (GRand *random, guint percent, guint32 *features, guint n_features);
float galley_train_find_quantile (float *values, gsize n_values, double share);
float galley_train_find_limit (const float *weights, gsize n_weights);
guint galley_train_find_bits (guint n_features);
char *galley_train_version (const char *name);
gboolean galley_train_save (const char *folder, const char *name, GBytes *bytes, GError **error);
gboolean
galley_train_save_text (const char *folder, const char *name, const char *text, GError **error);
int galley_train_main (int argc,
                       char **argv,
                       const GOptionEntry *options,
                       GalleyTrainMissing find_missing,
                       GalleyTrainRun run);

G_END_DECLS
