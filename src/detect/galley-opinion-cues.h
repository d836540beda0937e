/* galley-opinion-cues.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/* Groups of words that show a view, alike in what they are worth. */
typedef enum
{
  GALLEY_OPINION_STRONG,    /* reckless */
  GALLEY_OPINION_MILD,      /* important */
  GALLEY_OPINION_ADVERB,    /* sadly */
  GALLEY_OPINION_LABEL,     /* witch hunt */
  GALLEY_OPINION_EDITORIAL, /* slammed */
  GALLEY_OPINION_INTERPRET, /* undermines */
  GALLEY_OPINION_HEDGE,     /* perhaps */
  GALLEY_OPINION_PRESCRIBE, /* should */
  GALLEY_OPINION_OBLIGE,    /* must: a rule as often as a view */
  GALLEY_OPINION_PREDICT,   /* is bound to */
  GALLEY_OPINION_CERTAIN,   /* clearly */
  GALLEY_OPINION_SUPER,     /* biggest */
  GALLEY_OPINION_ABSOLUTE,  /* everyone */
  GALLEY_OPINION_MOTIVE,    /* in a bid to */
  GALLEY_OPINION_WEASEL,    /* critics say */
  GALLEY_OPINION_DISTANCE,  /* so-called */
  GALLEY_OPINION_FIRST,     /* I */
  GALLEY_OPINION_WE,        /* our */
  GALLEY_OPINION_YOU,       /* you */
  GALLEY_OPINION_INTENSE,   /* very */
  GALLEY_OPINION_TURN,      /* but */
  GALLEY_OPINION_QUESTION,  /* a question mark */
  GALLEY_OPINION_SCARE,     /* quotation marks around a word or two */
  GALLEY_N_OPINION_GROUPS,
} GalleyOpinionGroup;

typedef struct
{
  const char *words;
  GalleyOpinionGroup group;
} GalleyOpinionPhrase;

/* galley-opinion-words.c */
extern const GalleyOpinionPhrase galley_opinion_phrases[];
extern const guint galley_opinion_n_phrases;

/**
 * GalleyOpinionCue:
 * @run: its tokens
 * @group: what it is
 * @telling: whether it may be pointed at as evidence; the others only weigh in
 */
typedef struct
{
  GalleyTokenRun run;
  GalleyOpinionGroup group;
  gboolean telling;
} GalleyOpinionCue;

guint galley_opinion_own_start (const GalleyText *text, GalleyTokenRun sentence);
GArray *
galley_opinion_cues_find (const GalleyText *text, GalleyTokenRun sentence, const gboolean *said);
gboolean galley_opinion_cue_tells (const GalleyText *text,
                                   GalleyTokenRun sentence,
                                   const GalleyOpinionCue *cue);
gboolean galley_opinion_is_voiced (const GalleyText *text, GalleyTokenRun run);
const char *galley_opinion_group_type (GalleyOpinionGroup group);
gboolean galley_opinion_group_is_judging (GalleyOpinionGroup group);
guint galley_opinion_group_rank (GalleyOpinionGroup group);

G_END_DECLS
