/* galley-sourceless.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-sourceless.h"

#include "detect/galley-words.h"

static const char *const adverbs[] = {
  "allegedly", "ostensibly", "purportedly", "reputedly", "reportedly",
  "rumoured",  "rumored",    "supposedly",  NULL,
};

/* Passives that hide whoever knows, thinks or says it. */
static const char *const passives[] = {
  "alleged",   "assumed", "believed", "claimed",  "considered", "expected", "feared",
  "hoped",     "known",   "reported", "reputed",  "said",       "thought",  "understood",
  "estimated", "seen",    "viewed",   "regarded", NULL,
};

static const char *const be[] = { "is", "are", "was", "were", "been", "be", "being", NULL };

/* "It has emerged": from where, it does not say. */
static gboolean
is_emerging (const GalleyText *text, GalleyTokenRun cue)
{
  return cue.end_token > cue.first_token + 1 && galley_word_is (text, cue.first_token, "it")
         && galley_word_is_one_of (text,
                                   cue.end_token - 1,
                                   (const char *const[]){ "emerged", "transpired", NULL });
}

/**
 * galley_cue_is_sourceless:
 * @cue: a cue that no source belongs to
 *
 * Returns: %TRUE if its words imply a source and hide it: "reportedly", "is understood to"
 */
gboolean
galley_cue_is_sourceless (const GalleyText *text, GalleyTokenRun cue)
{
  gboolean passive = FALSE;

  if (is_emerging (text, cue))
    return TRUE;

  for (guint i = cue.first_token; i < cue.end_token; i++)
    {
      if (galley_word_is_one_of (text, i, adverbs))
        return TRUE;
      if (galley_word_is_one_of (text, i, be))
        passive = TRUE;
      else if (galley_word_is (text, i, "by"))
        return FALSE;
      else if (passive && galley_word_is_one_of (text, i, passives))
        return TRUE;
    }

  return FALSE;
}
