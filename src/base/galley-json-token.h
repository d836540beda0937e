/* galley-json-token.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyJsonFault:
 *
 * What can be wrong with a JSON text; galley-json-scan.c has the sentence for each.
 */
typedef enum
{
  GALLEY_JSON_FAULT_NONE,
  GALLEY_JSON_FAULT_EMPTY,
  GALLEY_JSON_FAULT_ENDS_EARLY,
  GALLEY_JSON_FAULT_NOT_UTF8,
  GALLEY_JSON_FAULT_VALUE,
  GALLEY_JSON_FAULT_NAME,
  GALLEY_JSON_FAULT_COLON,
  GALLEY_JSON_FAULT_COMMA_OR_BRACE,
  GALLEY_JSON_FAULT_COMMA_OR_BRACKET,
  GALLEY_JSON_FAULT_TRAILING,
  GALLEY_JSON_FAULT_CONTROL,
  GALLEY_JSON_FAULT_ESCAPE,
  GALLEY_JSON_FAULT_SURROGATE,
  GALLEY_JSON_FAULT_NUL,
  GALLEY_JSON_FAULT_NUMBER,
  GALLEY_JSON_FAULT_NUMBER_RANGE,
  GALLEY_JSON_FAULT_FILE_LIMIT,
  GALLEY_JSON_FAULT_DEPTH_LIMIT,
  GALLEY_JSON_FAULT_MEMBERS_LIMIT,
  GALLEY_JSON_FAULT_STRING_LIMIT,
  GALLEY_JSON_N_FAULTS,
} GalleyJsonFault;

GalleyJsonFault
galley_json_skip_string (const char **place, const char *end, gsize limit, GString *decoded);
GalleyJsonFault galley_json_skip_number (const char **place, const char *end);
GalleyJsonFault galley_json_skip_literal (const char **place, const char *end);

G_END_DECLS
