/* galley-mention.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

#include "detect/galley-nouns.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_MENTION_NAME,        /* Dmitry Peskov; the White House */
  GALLEY_MENTION_DESCRIPTION, /* a senior official; the report */
  GALLEY_MENTION_PRONOUN,     /* he; who */
} GalleyMentionForm;

typedef enum
{
  GALLEY_NAME_PERSON,
  GALLEY_NAME_BODY, /* an organisation, a place or an outlet */
  GALLEY_NAME_UNSURE,
} GalleyNameKind;

/**
 * GalleyMention:
 * @form: how it refers
 * @run: all of it
 * @core: its noun phrase without what follows: "a source" of "a source close to the talks"
 * @name: of a name, the name itself: without titles, roles and determiners; else empty
 * @name_kind: of a name
 * @role: (where not empty) what the name's bearer is, as the words beside the name say
 * @noun: (nullable): what is known of the head noun; of a name, of its last word or its title
 * @plural: whether it is more than one
 * @definite: begins with "the", "this", "that" or a possessive
 * @fresh: begins with a word that brings somebody new: a, another, one, a second
 * @person: of a pronoun, the grammatical person
 * @knows: says how they know: "familiar with", "briefed on"
 *
 * A source's mention, taken apart. Runs are of tokens; an empty one is not there.
 */
typedef struct
{
  GalleyMentionForm form;
  GalleyTokenRun run;
  GalleyTokenRun core;
  GalleyTokenRun name;
  GalleyNameKind name_kind;
  GalleyTokenRun role;
  const GalleyNoun *noun;
  gboolean plural;
  gboolean definite;
  gboolean fresh;
  guint person;
  gboolean knows;
} GalleyMention;

void galley_mention_parse (const GalleyText *text, GalleyTokenRun run, GalleyMention *mention);

/* Names, wherever they stand (galley-names.c) */
gboolean galley_name_token (const GalleyText *text, guint position);
gboolean galley_title_token (const GalleyText *text, guint position);
GalleyTokenRun galley_name_before (const GalleyText *text, guint first_token, guint end_token);
char *galley_name_dup (const GalleyText *text, GalleyTokenRun name);
GalleyNameKind galley_name_kind (const GalleyText *text, GalleyTokenRun name);
/* Who bears them (galley-names-roles.c) */
GalleyTokenRun galley_role_before (const GalleyText *text, GalleyTokenRun name, guint first_token);
gboolean galley_age_follows (const GalleyText *text, guint position);
GalleyTokenRun galley_role_after (const GalleyText *text, GalleyTokenRun name, guint end_token);

G_END_DECLS
