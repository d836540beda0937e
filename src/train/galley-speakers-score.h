/* galley-speakers-score.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "train/galley-coreference.h"

G_BEGIN_DECLS

/* How a subject refers. */
typedef enum
{
  GALLEY_REFERS_HE_SHE,
  GALLEY_REFERS_IT,
  GALLEY_REFERS_THEY,
  GALLEY_REFERS_RELATIVE,
  GALLEY_REFERS_NAME,        /* mentioned before, in whatever words */
  GALLEY_REFERS_DESCRIPTION, /* the minister */
  GALLEY_N_REFERS,
} GalleyRefers;

/**
 * GalleySpeakersScore:
 * @n_known: subjects that mean somebody mentioned before
 * @n_right: of these, those taken to be who they are
 * @n_wrong: those taken to be somebody else; the rest was left open
 * @n_new: subjects that mean nobody mentioned before
 * @n_new_right: of these, those that were taken to be nobody known
 */
typedef struct
{
  guint n_known;
  guint n_right;
  guint n_wrong;
  guint n_new;
  guint n_new_right;
} GalleySpeakersScore;

void galley_speakers_score_add (const GalleyCoreference *article,
                                GalleySpeakersScore scores[GALLEY_N_REFERS],
                                GString *misses);
const char *galley_refers_to_string (GalleyRefers refers);

G_END_DECLS
