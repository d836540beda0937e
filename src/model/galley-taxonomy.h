/* galley-taxonomy.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-types.h"

G_BEGIN_DECLS

/**
 * GalleyTerm:
 * @id: the stable English id of files; an interned string, so that `==` compares
 * @label: for people; translate with galley_term_label()
 * @rule: the rule in a sentence, for tooltips; translate with galley_term_rule()
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *rule;
} GalleyTerm;

typedef enum
{
  GALLEY_TERMS_SOURCE,      /* types of a source: person, organisation, … */
  GALLEY_TERMS_QUOTE,       /* types of a quote: direct, mixed, indirect, no-comment */
  GALLEY_TERMS_OPINION,     /* types of an opinion */
  GALLEY_TERMS_LADDER,      /* N0 … A4 */
  GALLEY_TERMS_ANONYMITY,   /* flags of an unnamed source */
  GALLEY_TERMS_AFFILIATION, /* set by a person */
  GALLEY_TERMS_PART,        /* set by a person: role in the story */
  GALLEY_TERMS_STANDING,    /* set by a person: current, former */
  GALLEY_TERMS_TICK,        /* the IMVAIN ticks */
  GALLEY_TERMS_MANNER,      /* speech, thought, intention, decree, evidence */
  GALLEY_TERMS_VERB_CLASS,  /* neutral, context, doubt, … */
  GALLEY_TERMS_QUOTE_NOTE,  /* altered, late-attribution, … */
  GALLEY_TERMS_BLOCK,       /* article parts */
  GALLEY_TERMS_WORK,        /* types of work */
  GALLEY_TERMS_REASON,      /* why something is rejected */
  GALLEY_N_TERMS,
} GalleyTerms;

const GalleyTerm *galley_terms_list (GalleyTerms terms, guint *n_terms);
const GalleyTerm *galley_terms_find (GalleyTerms terms, const char *id);
const char *galley_term_label (const GalleyTerm *term);
const char *galley_term_rule (const GalleyTerm *term);

GalleyTerms galley_kind_terms (GalleyKind kind);
const char *galley_kind_label (GalleyKind kind, guint count);
const char *galley_status_label (GalleyStatus status);
const char *const *galley_kind_reasons (GalleyKind kind);
gboolean galley_work_expects_opinion (const char *type_of_work);
gboolean galley_source_type_has_ladder (const char *source_type);

G_END_DECLS
