/* galley-nouns.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GALLEY_NOUN_CLASS_PERSON,
  GALLEY_NOUN_CLASS_GROUP, /* plural by itself: people, many */
  GALLEY_NOUN_CLASS_ORGANISATION,
  GALLEY_NOUN_CLASS_OUTLET,
  GALLEY_NOUN_CLASS_DOCUMENT,
  GALLEY_NOUN_CLASS_DATA,
  GALLEY_NOUN_CLASS_STATEMENT,
  GALLEY_NOUN_CLASS_POST,
} GalleyNounClass;

typedef enum
{
  GALLEY_NOUN_GENERIC = 1 << 0,   /* says next to nothing of who it is: source, critic */
  GALLEY_NOUN_TITLE = 1 << 1,     /* stands right before names: President, Sen. */
  GALLEY_NOUN_HONORIFIC = 1 << 2, /* is no role: Mr., Dame */
} GalleyNounFlags;

/**
 * GalleyNoun:
 * @word: singular, folded
 * @noun_class: what a source with this head noun is
 * @flags: #GalleyNounFlags
 */
typedef struct
{
  const char *word;
  GalleyNounClass noun_class;
  guint flags;
} GalleyNoun;

const GalleyNoun *galley_noun_find (const char *word, gboolean *plural);
const char *galley_noun_long_form (const char *word);

G_END_DECLS
