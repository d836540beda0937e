/* galley-word-classes.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyWordClasses:
 * @fine: one of some hundred sorts of words that keep the same company; 0: not known
 * @coarse: the same, some dozens
 * @habit: how common the word is and how often it is written with a capital letter inside a
 *   sentence; 0: not known
 * @kind: one of some hundred sorts of words that take the same parts of speech; 0: not known
 * @sense: one of some hundred sorts of words that mean and do the like; 0: not known
 *
 * What is known of a word beside its letters: the first three from running text without any
 * annotation, the last two from a language model.
 */
typedef struct
{
  guint16 fine;
  guint16 coarse;
  guint16 habit;
  guint16 kind;
  guint16 sense;
} GalleyWordClasses;

GalleyWordClasses galley_word_classes_find (guint32 folded);

G_END_DECLS
