/* galley-carry.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-review.h"

G_BEGIN_DECLS

guint galley_carry_over (GalleyReview *from, GalleyReview *to, guint *n_lost);

G_END_DECLS
