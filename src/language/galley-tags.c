/* galley-tags.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-tagger.h"

#include "base/galley-str.h"

/* The order is that of GalleyTag and is free to change: models name their tags. */
static const char *const tag_names[] = {
  "",    "CC",  "CD",   "DT",  "EX",    "FW",    "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",
  "NNS", "NNP", "NNPS", "PDT", "POS",   "PRP",   "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",
  "UH",  "VB",  "VBD",  "VBG", "VBN",   "VBP",   "VBZ",  "WDT", "WP",  "WP$", "WRB", ".",   ",",
  ":",   "``",  "''",   "$",   "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "GW",  "XX",
};

/**
 * galley_tag_to_string:
 *
 * Returns: (transfer none): the tag's name, empty for %GALLEY_TAG_NONE
 */
const char *
galley_tag_to_string (GalleyTag tag)
{
  return tag < G_N_ELEMENTS (tag_names) ? tag_names[tag] : "";
}

/**
 * galley_tag_from_string:
 *
 * Returns: the tag of that name, %GALLEY_TAG_NONE where there is none
 */
GalleyTag
galley_tag_from_string (const char *name)
{
  for (GalleyTag tag = 1; tag < G_N_ELEMENTS (tag_names); tag++)
    if (galley_str_equal (tag_names[tag], name))
      return tag;
  return GALLEY_TAG_NONE;
}

/**
 * galley_tag_is_verb:
 *
 * Returns: whether it is a form of a verb; a modal (MD) is none
 */
gboolean
galley_tag_is_verb (GalleyTag tag)
{
  return strncmp (galley_tag_to_string (tag), "VB", 2) == 0;
}

/**
 * galley_tag_is_noun:
 *
 * Returns: whether it is a noun, common or proper
 */
gboolean
galley_tag_is_noun (GalleyTag tag)
{
  return strncmp (galley_tag_to_string (tag), "NN", 2) == 0;
}

/**
 * galley_tag_is_proper_noun:
 *
 * Returns: whether it is a proper noun
 */
gboolean
galley_tag_is_proper_noun (GalleyTag tag)
{
  return strncmp (galley_tag_to_string (tag), "NNP", 3) == 0;
}
