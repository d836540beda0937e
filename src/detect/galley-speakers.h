/* galley-speakers.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-link.h"
#include "detect/galley-mention.h"
#include "detect/galley-people.h"

G_BEGIN_DECLS

/**
 * GalleySpeaker:
 * @name: the fullest name, or the description as it first stands in the text
 * @role: (nullable): as the article gives it
 * @mention: its first mention as a source, taken apart
 * @person: index into #GalleyPeople, or -1
 * @mentions: (element-type GalleyTokenRun): where it speaks, and where it is clearly named
 *   otherwise; sorted, without overlaps
 * @sourceless: not a speaker but words that hide one: "reportedly"
 *
 * One source over all its mentions.
 */
typedef struct
{
  char *name;
  char *role;
  GalleyMention mention;
  gint person;
  GArray *mentions;
  gboolean sourceless;
} GalleySpeaker;

/**
 * GalleySpeakers:
 * @speakers: (element-type GalleySpeaker): in the order in which they first speak
 * @of_attribution: (element-type gint): for each attribution its speaker, or -1: not resolved
 */
typedef struct
{
  GPtrArray *speakers;
  GArray *of_attribution;
} GalleySpeakers;

GalleySpeakers *galley_speakers_resolve (const GalleyText *text,
                                         GPtrArray *attributions,
                                         const GalleyPeople *people,
                                         const char *byline);
void galley_speakers_free (GalleySpeakers *self);
gint galley_speakers_get_of (const GalleySpeakers *self, guint attribution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySpeakers, galley_speakers_free)

G_END_DECLS
