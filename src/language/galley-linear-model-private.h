/* galley-linear-model-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/galley-learnt-file.h"

G_BEGIN_DECLS

/* The file's layout, shared by its reader and its writer; galley-linear-model.h describes it. */
#define GALLEY_LINEAR_MAGIC          "GALLEYLM"
#define GALLEY_LINEAR_FORMAT         3u
#define GALLEY_LINEAR_HEADER_SIZE    80
#define GALLEY_LINEAR_VERSION_SIZE   32
#define GALLEY_LINEAR_LABEL_SIZE     12
#define GALLEY_LINEAR_MAX_PARAMETERS 65536

typedef struct
{
  GalleyLearntStart start;
  guint32 n_labels;
  guint32 bits;
  guint32 n_units;
  guint32 n_parameters;
  guint32 scale;
  guint32 row_size;
  char version[GALLEY_LINEAR_VERSION_SIZE];
} GalleyLinearHeader;

G_STATIC_ASSERT (sizeof (GalleyLinearHeader) == GALLEY_LINEAR_HEADER_SIZE);

G_END_DECLS
