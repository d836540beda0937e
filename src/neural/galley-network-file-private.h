/* galley-network-file-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/galley-learnt-file.h"

G_BEGIN_DECLS

/* The file's layout; galley-network-file.h describes it. */
#define GALLEY_NETWORK_MAGIC        "GALLEYNN"
#define GALLEY_NETWORK_FORMAT       1u
#define GALLEY_NETWORK_HEADER_SIZE  64
#define GALLEY_NETWORK_VERSION_SIZE 36
#define GALLEY_NETWORK_ENTRY_SIZE   64
#define GALLEY_NETWORK_NAME_SIZE    48
#define GALLEY_NETWORK_ALIGNMENT    64

typedef struct
{
  GalleyLearntStart start;
  guint32 n_tensors;
  char version[GALLEY_NETWORK_VERSION_SIZE];
} GalleyNetworkHeader;

typedef struct
{
  char name[GALLEY_NETWORK_NAME_SIZE];
  guint32 type;
  guint32 rows;
  guint32 columns;
  guint32 offset;
} GalleyNetworkEntry;

G_STATIC_ASSERT (sizeof (GalleyNetworkHeader) == GALLEY_NETWORK_HEADER_SIZE);
G_STATIC_ASSERT (sizeof (GalleyNetworkEntry) == GALLEY_NETWORK_ENTRY_SIZE);

G_END_DECLS
