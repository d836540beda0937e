/* galley-anonymity.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-speakers.h"

G_BEGIN_DECLS

/* Flags of an unnamed source; galley_anonymity_flag_id() names them. */
typedef enum
{
  GALLEY_ANONYMITY_NO_REASON,
  GALLEY_ANONYMITY_OPINION,
  GALLEY_ANONYMITY_DIRECT,
  GALLEY_ANONYMITY_LEAD,
  GALLEY_ANONYMITY_ONLY,
  GALLEY_ANONYMITY_PLURAL,
  GALLEY_ANONYMITY_NO_COMMENT,
  GALLEY_N_ANONYMITY_FLAGS,
} GalleyAnonymityFlag;

const char *galley_anonymity_type (const GalleyText *text, const GalleyMention *mention);
const char *galley_anonymity_ladder (const GalleyText *text,
                                     const GalleyMention *mention,
                                     const char *type,
                                     const char *name,
                                     const char *role);
gboolean
galley_anonymity_find_reason (const GalleyText *text, guint sentence, GalleyTokenRun *words);
const char *galley_anonymity_flag_id (GalleyAnonymityFlag flag);

G_END_DECLS
