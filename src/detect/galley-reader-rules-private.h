/* galley-reader-rules-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-cues.h"
#include "detect/galley-reader.h"
#include "language/galley-tagger.h"

G_BEGIN_DECLS

/* No rule looks further than this many tokens, nor deeper than this many quotations, so that a
 * sentence of a megabyte takes no longer than as many short ones. */
#define GALLEY_RULES_WINDOW 300
#define GALLEY_RULES_DEPTH  8

/* The tags that rules ask for, as sets of bits. */
typedef enum
{
  GALLEY_SET_OTHER = 0,
  GALLEY_SET_NOUN = 1 << 0,
  GALLEY_SET_NAME = 1 << 1,
  GALLEY_SET_PRONOUN = 1 << 2,    /* he; who */
  GALLEY_SET_DETERMINER = 1 << 3, /* the, her */
  GALLEY_SET_ADJECTIVE = 1 << 4,
  GALLEY_SET_NUMBER = 1 << 5,
  GALLEY_SET_POSSESSIVE = 1 << 6, /* ’s */
  GALLEY_SET_FINITE = 1 << 7,     /* said, says, will */
  GALLEY_SET_BASE = 1 << 8,
  GALLEY_SET_PARTICIPLE = 1 << 9, /* said, written */
  GALLEY_SET_ING = 1 << 10,
  GALLEY_SET_ADVERB = 1 << 11,
  GALLEY_SET_PREPOSITION = 1 << 12,
  GALLEY_SET_TO = 1 << 13,
  GALLEY_SET_PARTICLE = 1 << 14,
  GALLEY_SET_WH = 1 << 15, /* what, how, whether */
  GALLEY_SET_AND = 1 << 16,
  GALLEY_SET_MODAL = 1 << 17,
} GalleyTagSet;

#define GALLEY_SET_VERB                                                                            \
  (GALLEY_SET_FINITE | GALLEY_SET_BASE | GALLEY_SET_PARTICIPLE | GALLEY_SET_ING)

/**
 * GalleyRules:
 * @text: what is read
 * @sets: a #GalleyTagSet for each token
 * @taken: for each token, whether a mark holds it already
 * @marks: (element-type GalleyMark): what was found, in the order in which it was found
 *
 * The state of one reading.
 */
typedef struct
{
  const GalleyText *text;
  guint32 *sets;
  gboolean *taken;
  GArray *marks;
} GalleyRules;

/**
 * GalleyVerbGroup:
 * @cue: what reports
 * @forms: which forms the verb has, #GalleyCueForm
 * @verb: the verb itself
 * @run: it with its auxiliaries, negation and adverbs
 *
 * A verb group that may be a cue.
 */
typedef struct
{
  const GalleyCue *cue;
  guint forms;
  guint verb;
  GalleyTokenRun run;
} GalleyVerbGroup;

/* galley-reader-rules-phrases.c */
guint32 _galley_rules_get_set (const GalleyText *text, guint position);
gboolean _galley_rules_find_group (const GalleyRules *rules,
                                   guint verb,
                                   const GalleyTokenRun *sentence,
                                   GalleyVerbGroup *group);
guint _galley_rules_noun_before (const GalleyRules *rules, guint end, guint first);
guint _galley_rules_noun_after (const GalleyRules *rules, guint start, guint end);
gboolean _galley_rules_has_finite (const GalleyRules *rules, guint start, guint end);

/* galley-reader-rules-marks.c */
void
_galley_rules_add (GalleyRules *rules, GalleyRole role, guint first, guint end, double probability);
guint _galley_rules_widen_start (const GalleyRules *rules, guint start);
guint _galley_rules_content_end (const GalleyRules *rules, guint start, guint end);
void _galley_rules_find_quotes (GalleyRules *rules, const gboolean *wanted);

/* galley-reader-rules-contents.c */
gboolean _galley_rules_opens_clause (const GalleyRules *rules, guint position);
guint _galley_rules_content_start (const GalleyRules *rules,
                                   const GalleyVerbGroup *group,
                                   GalleyTokenRun source,
                                   guint *cue_end,
                                   guint end);

/* galley-reader-rules-orders.c: the orders in which source, cue and content stand */
void _galley_rules_read_sentence (GalleyRules *rules, const GalleyTokenRun *sentence);

static inline gboolean
_galley_rules_is (const GalleyRules *rules, guint position, guint32 sets)
{
  return (rules->sets[position] & sets) != 0;
}

static inline gboolean
_galley_rules_flag (const GalleyRules *rules, guint position, guint flags)
{
  return (galley_text_token (rules->text, position)->flags & flags) != 0;
}

G_END_DECLS
