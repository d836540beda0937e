/* galley-verdict.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-details.h"

G_BEGIN_DECLS

/**
 * GalleyVerdict:
 * @id: `urn:uuid:`, of the item in the file
 * @reviewer: the nickname, "" where none was given
 * @status: accepted, changed or rejected
 * @reason: (interned) (nullable): why it was rejected, an id of %GALLEY_TERMS_REASON
 * @revision: (nullable): what the reviewer put in place of the suggestion; kept when they reject it
 *   later, so that accepting it again finds the edits
 * @created: ISO 8601, UTC
 * @extra: (nullable): a JSON object with the members of a newer version, written back as it came
 *
 * One reviewer's word on one annotation. Immutable and shared.
 */
typedef struct
{
  char *id;
  char *reviewer;
  GalleyStatus status;
  const char *reason;
  const GalleyDetails *revision;
  char *created;
  char *extra;
} GalleyVerdict;

GalleyVerdict *galley_verdict_new (const char *id,
                                   const char *reviewer,
                                   GalleyStatus status,
                                   const char *reason,
                                   const GalleyDetails *revision,
                                   const char *created,
                                   const char *extra);
GalleyVerdict *galley_verdict_ref (GalleyVerdict *self);
void galley_verdict_unref (GalleyVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyVerdict, galley_verdict_unref)

G_END_DECLS
