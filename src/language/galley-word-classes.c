/* galley-word-classes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-word-classes.h"

#include "galley-language-resources.h"
#include "language/galley-linear-model.h"

#define MODEL_PATH "/io/github/galley_app/Galley/models/words.galleylm"

/* Labels of the model, in their order; a word's "weights" are its classes. */
enum
{
  LABEL_FINE,
  LABEL_COARSE,
  LABEL_HABIT,
  LABEL_KIND,
  LABEL_SENSE,
};

static gpointer
load_model (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  GalleyLinearModel *model;

  model =
      galley_linear_model_new_from_resource (galley_language_get_resource (), MODEL_PATH, &error);
  if (model == NULL)
    g_error ("The word classes are unusable: %s", error->message);
  return model;
}

/**
 * galley_word_classes_find:
 * @folded: a word, as #GalleyWordFacts has it
 *
 * Thread-safe. The classes are loaded at the first call.
 *
 * Returns: the word's classes, all 0 where it is not known
 */
GalleyWordClasses
galley_word_classes_find (guint32 folded)
{
  static GOnce once = G_ONCE_INIT;
  const GalleyLinearModel *model = g_once (&once, load_model, NULL);
  gint32 classes[GALLEY_LINEAR_N_SCORES] = { 0 };
  GalleyWordClasses found;

  galley_linear_model_add (model, folded, classes);
  found.fine = (guint16) classes[LABEL_FINE];
  found.coarse = (guint16) classes[LABEL_COARSE];
  found.habit = (guint16) classes[LABEL_HABIT];
  found.kind = (guint16) classes[LABEL_KIND];
  found.sense = (guint16) classes[LABEL_SENSE];
  return found;
}
