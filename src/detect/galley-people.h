/* galley-people.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyPerson:
 * @name: the fullest name, as it stands in the text
 * @given: its first word, folded
 * @surname: its last word, folded
 * @role: (nullable): what the text says they are, where it says so first
 * @n_mentions: how often the full name or, unambiguously, the surname stands in the text
 * @mentions: (element-type GalleyTokenRun): where; sorted
 *
 * Somebody whose full name the article gives, whether or not they are made to speak.
 */
typedef struct
{
  char *name;
  char *given;
  char *surname;
  char *role;
  GArray *mentions;
} GalleyPerson;

/**
 * GalleyPeople:
 * @people: (element-type GalleyPerson): in the order in which their full names come
 * @openers: for each sentence, whom it begins with: an index into @people, or -1
 *
 * Everybody an article names in full, and the short forms of their names.
 */
typedef struct _GalleyPeople GalleyPeople;

GalleyPeople *galley_people_new (const GalleyText *text, const gboolean *wanted);
void galley_people_free (GalleyPeople *self);

guint galley_people_get_n_people (const GalleyPeople *self);
const GalleyPerson *galley_people_get (const GalleyPeople *self, guint position);
gint galley_people_find (const GalleyPeople *self, const GalleyText *text, GalleyTokenRun name);
guint galley_people_find_namesakes (const GalleyPeople *self,
                                    const GalleyText *text,
                                    GalleyTokenRun name,
                                    gint *found,
                                    guint max_found);
gboolean galley_people_find_body (const GalleyPeople *self,
                                  const char *noun,
                                  guint before_token,
                                  GalleyTokenRun *name);
gint galley_people_find_role (const GalleyPeople *self, const char *noun, guint before_token);
gint galley_people_get_opener (const GalleyPeople *self, guint sentence);
const char *galley_people_expand (const GalleyPeople *self, const char *initials);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPeople, galley_people_free)

G_END_DECLS
