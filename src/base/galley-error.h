/* galley-error.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyError:
 * @GALLEY_ERROR_SYNTAX: a file breaks its format's grammar; the message names line and column
 * @GALLEY_ERROR_MEANING: a file is well-formed but says something impossible; the message names
 *   the member's path
 * @GALLEY_ERROR_LIMIT: an input is larger, deeper or longer than galley-limits.h allows
 * @GALLEY_ERROR_ENCODING: bytes that cannot be read as text
 * @GALLEY_ERROR_BINARY: a file that is not text at all
 * @GALLEY_ERROR_UNSUPPORTED: a format or a version that this build does not read
 * @GALLEY_ERROR_CHANGED: the file on disk is no longer the one that was opened
 * @GALLEY_ERROR_READ_ONLY: the place cannot be written to
 * @GALLEY_ERROR_MODEL: a file of learnt weights is damaged or of another version
 * @GALLEY_ERROR_USAGE: a wrong call on the command line
 *
 * What can go wrong with what strangers send; may be extended. Failures of the system keep their
 * #GIOErrorEnum or #GFileError.
 */
typedef enum
{
  GALLEY_ERROR_SYNTAX,
  GALLEY_ERROR_MEANING,
  GALLEY_ERROR_LIMIT,
  GALLEY_ERROR_ENCODING,
  GALLEY_ERROR_BINARY,
  GALLEY_ERROR_UNSUPPORTED,
  GALLEY_ERROR_CHANGED,
  GALLEY_ERROR_READ_ONLY,
  GALLEY_ERROR_MODEL,
  GALLEY_ERROR_USAGE,
} GalleyError;

#define GALLEY_ERROR (galley_error_quark ())
GQuark galley_error_quark (void);

G_END_DECLS
