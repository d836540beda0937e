/* galley-cli-stream.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reader.h"

G_BEGIN_DECLS

int galley_stream_analyse (const GalleyReader *reader, guint n_jobs);

G_END_DECLS
