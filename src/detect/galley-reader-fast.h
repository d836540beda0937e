/* galley-reader-fast.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader-decoder.h"
#include "detect/galley-reader.h"

G_BEGIN_DECLS

const GalleyReader *galley_reader_fast_get (void);
GalleyReading *galley_reader_fast_read (const GalleyReaderModel *model,
                                        const GalleyText *text,
                                        const gboolean *wanted,
                                        GalleyProgressFunc progress,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
