/* galley-link-facts.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

/* How many values each of the facts has. */
#define GALLEY_LINK_N_FORMS  8
#define GALLEY_LINK_N_PLACES 12
#define GALLEY_LINK_N_KINDS  4
#define GALLEY_LINK_N_BLOCKS 8

/* A participle behind a comma, and a relative pronoun. */
#define GALLEY_LINK_FORM_PARTICIPLE 2
#define GALLEY_LINK_KIND_RELATIVE   3

guint galley_link_cue_form (const GalleyText *text, const GalleyMark *cue);
guint galley_link_source_place (const GalleyText *text, const GalleyMark *source);
guint galley_link_source_kind (const GalleyText *text, const GalleyMark *source);
guint galley_link_content_block (const GalleyText *text, const GalleyMark *content);
guint galley_link_count_verbs (const GalleyText *text, guint first_token, guint end_token);
guint galley_link_count_closings (const GalleyText *text, guint first_token, guint end_token);

G_END_DECLS
