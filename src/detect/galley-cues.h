/* galley-cues.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GALLEY_CUE_VERB,
  GALLEY_CUE_NOUN,
  GALLEY_CUE_PHRASE, /* several words: "according to", "make clear" */
} GalleyCuePart;

typedef enum
{
  GALLEY_MANNER_SPEECH,
  GALLEY_MANNER_THOUGHT,
  GALLEY_MANNER_INTENTION,
  GALLEY_MANNER_DECREE,
  GALLEY_MANNER_EVIDENCE,
} GalleyManner;

typedef enum
{
  GALLEY_VERB_NEUTRAL,
  GALLEY_VERB_CONTEXT,
  GALLEY_VERB_DOUBT,
  GALLEY_VERB_CONCESSION,
  GALLEY_VERB_ENDORSING,
  GALLEY_VERB_EMOTIVE,
  GALLEY_VERB_MIND,
} GalleyVerbClass;

typedef enum
{
  GALLEY_CUE_TAKES_CLAUSE = 1 << 0,     /* said (that) it rained */
  GALLEY_CUE_TAKES_QUOTE = 1 << 1,      /* said: “…” */
  GALLEY_CUE_TAKES_RECIPIENT = 1 << 2,  /* told reporters … */
  GALLEY_CUE_TAKES_OBJECT = 1 << 3,     /* rejected the plan */
  GALLEY_CUE_TAKES_INFINITIVE = 1 << 4, /* promised to leave */
  GALLEY_CUE_WEAK = 1 << 5,             /* says nothing alone: more must speak for it */
} GalleyCueFlags;

/**
 * GalleyCue:
 * @lemma: the base form, in British spelling (-ise, -our)
 * @part: verb, noun or phrase
 * @manner: of the most usual meaning
 * @verb_class: how the cue colours what it reports
 * @flags: #GalleyCueFlags
 * @prepositions: those that may link it to its content, parted by spaces ("for on")
 *
 * A word that reports what a source says, thinks, plans, orders or shows.
 */
typedef struct
{
  const char *lemma;
  GalleyCuePart part;
  GalleyManner manner;
  GalleyVerbClass verb_class;
  guint flags;
  const char *prepositions;
} GalleyCue;

/**
 * GalleyCueForm:
 *
 * Which form of a verb was found; bits, since "said" is both a past and a participle.
 */
typedef enum
{
  GALLEY_CUE_FORM_BASE = 1 << 0,
  GALLEY_CUE_FORM_THIRD = 1 << 1, /* says */
  GALLEY_CUE_FORM_PAST = 1 << 2,  /* said, wrote */
  GALLEY_CUE_FORM_EN = 1 << 3,    /* said, written */
  GALLEY_CUE_FORM_ING = 1 << 4,
} GalleyCueForm;

const GalleyCue *galley_cue_find (const char *lemma);
const GalleyCue *galley_cue_find_verb (const char *word, guint *forms);
const GalleyCue *galley_cue_find_noun (const char *word);
const char *galley_cue_get_manner (const GalleyCue *self);
const char *galley_cue_get_verb_class (const GalleyCue *self);
gboolean galley_cue_takes_preposition (const GalleyCue *self, const char *preposition);

G_END_DECLS
