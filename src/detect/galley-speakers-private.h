/* galley-speakers-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-speakers.h"

G_BEGIN_DECLS

/* How many of those who spoke last a short form may point back to. */
#define GALLEY_MAX_EVENTS 10

/* A constraint while resolving, from words of the article that say it ("Ms", "spokesman", "she");
 * never stored with the source. */
typedef enum
{
  GALLEY_FORM_UNKNOWN,
  GALLEY_FORM_HE,
  GALLEY_FORM_SHE,
} GalleyPronounForm;

typedef struct
{
  gint speaker;
  guint token;
  guint sentence;
  guint paragraph;
} GalleySpeechEvent;

typedef struct
{
  const GalleyText *text;
  const GalleyPeople *people;
  const char *byline;
  GalleySpeakers *result;
  GHashTable *by_key;  /* what a speaker is called -> its number + 1 */
  GHashTable *by_head; /* head noun and number -> GArray of gint */
  GHashTable *by_run;  /* first token of a source -> speaker + 2: one may serve several cues */
  gint *by_person;     /* index into people -> speaker or -1 */
  GArray *forms;       /* #GalleyPronounForm for each speaker */
  GArray *events;      /* GalleySpeechEvent: who spoke, in the order of the text */
} GalleyResolver;

GalleySpeaker *_galley_resolver_get_speaker (const GalleyResolver *self, gint position);
gint
_galley_resolver_add (GalleyResolver *self, const GalleyMention *mention, char *name, char *role);
gint _galley_resolver_lookup (const GalleyResolver *self, const char *key);
void _galley_resolver_set_key (GalleyResolver *self, char *key, gint speaker);
char *_galley_resolver_head_key (const GalleyResolver *self, const GalleyMention *mention);
void
_galley_resolver_remember_head (GalleyResolver *self, const GalleyMention *mention, gint speaker);
gint
_galley_resolver_find_last_person (const GalleyResolver *self, guint token, guint max_paragraphs);
gboolean _galley_resolver_may_be_body (const GalleyResolver *self, gint speaker);
gboolean _galley_resolver_is_one_person (const GalleyResolver *self, gint speaker);
GalleyPronounForm _galley_mention_form (const GalleyText *text, const GalleyMention *mention);
char *_galley_resolver_dup_role (const GalleyResolver *self, const GalleyMention *mention);
char *_galley_resolver_fold (const GalleyText *text, GalleyTokenRun run);

/* Each gives the speaker whom a mention means, new or known, or -1. */
gint _galley_resolver_find (GalleyResolver *self, GalleyMention *mention);
gint _galley_resolver_find_person (GalleyResolver *self, const GalleyMention *mention, gint person);
gint _galley_resolver_find_name (GalleyResolver *self, GalleyMention *mention);
gint _galley_resolver_find_description (GalleyResolver *self, const GalleyMention *mention);
gint _galley_resolver_find_body (GalleyResolver *self, const GalleyMention *mention);
gint _galley_resolver_find_interviewee (GalleyResolver *self, const GalleyMention *mention);
gint _galley_resolver_find_pronoun (GalleyResolver *self, const GalleyMention *mention);

G_END_DECLS
