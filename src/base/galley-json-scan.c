/* galley-json-scan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/galley-error.h"
#include "base/galley-json-token.h"
#include "base/galley-limits.h"

#define BOM        "\xef\xbb\xbf"
#define NAME_SHOWN 40 /* code points of a name in a message */

/* A member's name without escapes, and where it stands. */
typedef struct
{
  const char *name;
  gsize length;
  const char *place;
} Name;

typedef struct
{
  const char *data;
  const char *place;
  const char *end;

  guint depth; /* objects and arrays that are open */
  const char *const *long_path;
  guint n_matched; /* how many names of long_path lead here */

  GArray *names;         /* Name, of all open objects */
  GStringChunk *decoded; /* names that were written with escapes */
  GError **error;
} Scan;

typedef struct
{
  GalleyError code;
  const char *sentence;
} FaultText;

static const FaultText faults[GALLEY_JSON_N_FAULTS] = {
  [GALLEY_JSON_FAULT_EMPTY] = { GALLEY_ERROR_SYNTAX, N_ ("there is nothing in the file") },
  [GALLEY_JSON_FAULT_ENDS_EARLY] = { GALLEY_ERROR_SYNTAX, N_ ("the file ends too early") },
  [GALLEY_JSON_FAULT_NOT_UTF8] = { GALLEY_ERROR_SYNTAX, N_ ("this is not UTF-8 text") },
  [GALLEY_JSON_FAULT_VALUE] = { GALLEY_ERROR_SYNTAX, N_ ("a value is expected here") },
  [GALLEY_JSON_FAULT_NAME] = { GALLEY_ERROR_SYNTAX,
                               N_ ("a member’s name in quotation marks is expected here") },
  [GALLEY_JSON_FAULT_COLON] = { GALLEY_ERROR_SYNTAX, N_ ("a colon is expected here") },
  [GALLEY_JSON_FAULT_COMMA_OR_BRACE] = { GALLEY_ERROR_SYNTAX,
                                         N_ ("a comma or } is expected here") },
  [GALLEY_JSON_FAULT_COMMA_OR_BRACKET] = { GALLEY_ERROR_SYNTAX,
                                           N_ ("a comma or ] is expected here") },
  [GALLEY_JSON_FAULT_TRAILING] = { GALLEY_ERROR_SYNTAX,
                                   N_ ("something follows the end of the document") },
  [GALLEY_JSON_FAULT_CONTROL] = { GALLEY_ERROR_SYNTAX,
                                  N_ ("a control character in a string must be escaped") },
  [GALLEY_JSON_FAULT_ESCAPE] = { GALLEY_ERROR_SYNTAX, N_ ("JSON has no such escape") },
  [GALLEY_JSON_FAULT_SURROGATE] = { GALLEY_ERROR_SYNTAX,
                                    N_ ("half of a surrogate pair stands alone") },
  [GALLEY_JSON_FAULT_NUL] = { GALLEY_ERROR_SYNTAX, N_ ("the character U+0000 is not allowed") },
  [GALLEY_JSON_FAULT_NUMBER] = { GALLEY_ERROR_SYNTAX, N_ ("this is not a number in JSON") },
  [GALLEY_JSON_FAULT_NUMBER_RANGE] = { GALLEY_ERROR_LIMIT, N_ ("the number is out of range") },
  [GALLEY_JSON_FAULT_FILE_LIMIT] = { GALLEY_ERROR_LIMIT, N_ ("the file is larger than 256 MiB") },
  [GALLEY_JSON_FAULT_DEPTH_LIMIT] = { GALLEY_ERROR_LIMIT,
                                      N_ ("brackets are nested more than 32 deep") },
  [GALLEY_JSON_FAULT_MEMBERS_LIMIT] = { GALLEY_ERROR_LIMIT,
                                        N_ ("an object has more than 1,024 members") },
  [GALLEY_JSON_FAULT_STRING_LIMIT] = { GALLEY_ERROR_LIMIT, N_ ("a string is too long") },
};

/* Counted only when something is wrong. Lines end with LF, CR or both; columns are code points. */
static void
locate (const char *data, const char *place, guint *line, guint *column)
{
  *line = 1;
  *column = 1;
  for (const char *p = data; p < place; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == place || p[1] != '\n')))
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar) *p & 0xc0) != 0x80)
        {
          (*column)++;
        }
    }
}

static gboolean
report (Scan *scan, const char *place, GalleyError code, const char *sentence)
{
  guint line, column;

  locate (scan->data, place, &line, &column);
  /* translators: where the fault is, then what is wrong there ("a colon is expected here") */
  g_set_error (
      scan->error, GALLEY_ERROR, (gint) code, _ ("line %u, column %u: %s"), line, column, sentence);

  return FALSE;
}

static gboolean
fail (Scan *scan, GalleyJsonFault fault)
{
  if (scan->place == scan->end && faults[fault].code == GALLEY_ERROR_SYNTAX
      && fault != GALLEY_JSON_FAULT_EMPTY)
    fault = GALLEY_JSON_FAULT_ENDS_EARLY;

  return report (scan, scan->place, faults[fault].code, _ (faults[fault].sentence));
}

static gboolean
fail_twice (Scan *scan, const Name *name)
{
  g_autofree char *text = g_strndup (name->name, name->length);
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), NAME_SHOWN));
  /* translators: %s is the name of a member in a JSON file */
  g_autofree char *sentence = g_strdup_printf (_ ("the member “%s” stands here twice"), shown);

  return report (scan, name->place, GALLEY_ERROR_SYNTAX, sentence);
}

static void
skip_space (Scan *scan)
{
  const char *p = scan->place;

  while (p < scan->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
    p++;
  scan->place = p;
}

static gboolean
accept (Scan *scan, char token)
{
  if (scan->place == scan->end || *scan->place != token)
    return FALSE;

  scan->place++;

  return TRUE;
}

static gboolean scan_value (Scan *scan);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;
  int order = memcmp (x->name, y->name, MIN (x->length, y->length));

  if (order == 0)
    order = (x->length > y->length) - (x->length < y->length);
  if (order == 0)
    order = (x->place > y->place) - (x->place < y->place);

  return order;
}

/* By sorting: no hash, so nobody can make its slots collide. */
static gboolean
check_names (Scan *scan, guint first)
{
  Name *names = &g_array_index (scan->names, Name, first);
  guint n_names = scan->names->len - first;

  if (n_names < 2)
    return TRUE;

  qsort (names, n_names, sizeof (Name), compare_names);
  for (guint i = 1; i < n_names; i++)
    {
      if (names[i - 1].length == names[i].length
          && memcmp (names[i - 1].name, names[i].name, names[i].length) == 0)
        return fail_twice (scan, &names[i]);
    }

  return TRUE;
}

static gboolean
scan_name (Scan *scan, Name *name)
{
  GalleyJsonSlice slice = { scan->place, 0 };
  GalleyJsonFault fault;

  if (scan->place == scan->end || *scan->place != '"')
    return fail (scan, GALLEY_JSON_FAULT_NAME);
  fault = galley_json_skip_string (&scan->place, scan->end, GALLEY_LIMIT_STRING, NULL);
  if (fault != GALLEY_JSON_FAULT_NONE)
    return fail (scan, fault);

  slice.length = (gsize) (scan->place - slice.data);
  *name = (Name){ slice.data + 1, slice.length - 2, slice.data };
  if (memchr (name->name, '\\', name->length) != NULL)
    {
      g_autofree char *text = galley_json_slice_dup_string (&slice, &name->length);

      name->name = g_string_chunk_insert_len (scan->decoded, text, (gssize) name->length);
    }

  return TRUE;
}

static gboolean
is_on_long_path (Scan *scan, const Name *name)
{
  const char *wanted;

  if (scan->long_path == NULL || scan->n_matched != scan->depth - 1)
    return FALSE;

  wanted = scan->long_path[scan->n_matched];

  return wanted != NULL && strlen (wanted) == name->length
         && memcmp (wanted, name->name, name->length) == 0;
}

static gboolean
scan_member (Scan *scan, guint first)
{
  Name name;
  gboolean matched;

  if (scan->names->len - first == GALLEY_LIMIT_MEMBERS)
    return fail (scan, GALLEY_JSON_FAULT_MEMBERS_LIMIT);
  if (!scan_name (scan, &name))
    return FALSE;
  g_array_append_val (scan->names, name);

  skip_space (scan);
  if (!accept (scan, ':'))
    return fail (scan, GALLEY_JSON_FAULT_COLON);

  matched = is_on_long_path (scan, &name);
  scan->n_matched += matched;
  if (!scan_value (scan))
    return FALSE;
  scan->n_matched -= matched;

  return TRUE;
}

static gboolean
scan_object (Scan *scan)
{
  guint first = scan->names->len;

  scan->place++;
  skip_space (scan);
  if (accept (scan, '}'))
    return TRUE;

  do
    {
      skip_space (scan);
      if (!scan_member (scan, first))
        return FALSE;
      skip_space (scan);
    }
  while (accept (scan, ','));

  if (!accept (scan, '}'))
    return fail (scan, GALLEY_JSON_FAULT_COMMA_OR_BRACE);
  if (!check_names (scan, first))
    return FALSE;
  g_array_set_size (scan->names, first);

  return TRUE;
}

static gboolean
scan_array (Scan *scan)
{
  scan->place++;
  skip_space (scan);
  if (accept (scan, ']'))
    return TRUE;

  do
    {
      if (!scan_value (scan))
        return FALSE;
      skip_space (scan);
    }
  while (accept (scan, ','));

  return accept (scan, ']') || fail (scan, GALLEY_JSON_FAULT_COMMA_OR_BRACKET);
}

static gboolean
scan_container (Scan *scan)
{
  gboolean ok;

  if (scan->depth == GALLEY_LIMIT_DEPTH)
    return fail (scan, GALLEY_JSON_FAULT_DEPTH_LIMIT);

  scan->depth++;
  ok = *scan->place == '{' ? scan_object (scan) : scan_array (scan);
  scan->depth--;

  return ok;
}

static gsize
string_limit (Scan *scan)
{
  gboolean is_long = scan->n_matched > 0 && scan->n_matched == scan->depth
                     && scan->long_path[scan->n_matched] == NULL;

  return is_long ? GALLEY_LIMIT_TEXT : GALLEY_LIMIT_STRING;
}

static gboolean
scan_scalar (Scan *scan)
{
  GalleyJsonFault fault;

  if (*scan->place == '"')
    fault = galley_json_skip_string (&scan->place, scan->end, string_limit (scan), NULL);
  else if (*scan->place == '-' || g_ascii_isdigit (*scan->place))
    fault = galley_json_skip_number (&scan->place, scan->end);
  else
    fault = galley_json_skip_literal (&scan->place, scan->end);

  return fault == GALLEY_JSON_FAULT_NONE || fail (scan, fault);
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (scan->place == scan->end)
    return fail (scan, GALLEY_JSON_FAULT_ENDS_EARLY);

  return *scan->place == '{' || *scan->place == '[' ? scan_container (scan) : scan_scalar (scan);
}

static gboolean
scan_document (Scan *scan, GalleyJsonSlice *root)
{
  const char *invalid;

  if ((gsize) (scan->end - scan->data) > GALLEY_LIMIT_FILE)
    return fail (scan, GALLEY_JSON_FAULT_FILE_LIMIT);
  if (!g_utf8_validate_len (scan->place, (gsize) (scan->end - scan->place), &invalid))
    {
      scan->place = invalid;
      return fail (scan, *invalid != '\0' ? GALLEY_JSON_FAULT_NOT_UTF8 : GALLEY_JSON_FAULT_NUL);
    }

  skip_space (scan);
  if (scan->place == scan->end)
    return fail (scan, GALLEY_JSON_FAULT_EMPTY);

  root->data = scan->place;
  if (!scan_value (scan))
    return FALSE;
  root->length = (gsize) (scan->place - root->data);

  skip_space (scan);

  return scan->place == scan->end || fail (scan, GALLEY_JSON_FAULT_TRAILING);
}

/**
 * galley_json_scan:
 * @data: (array length=length): a whole file from a stranger; need not end with a NUL
 * @length: bytes
 * @long_path: (array zero-terminated=1) (nullable): names of the members that lead from the root
 *   to the one string that may be as long as an article (%GALLEY_LIMIT_TEXT); all others may hold
 *   %GALLEY_LIMIT_STRING bytes
 * @root: (out): the outermost value; set only on success
 * @error: %GALLEY_ERROR_SYNTAX or %GALLEY_ERROR_LIMIT, with line and column (code points, from 1)
 *
 * Reads @data as RFC 8259 has it, and stricter where two readers could disagree: valid UTF-8, no
 * name twice in an object, no lone surrogates, no U+0000, numbers within 64 bits or a double, and
 * the bounds of galley-limits.h. A byte order mark at the start is passed over, as editors on
 * Windows put it there. Takes linear time whatever comes, and memory for the names of the objects
 * that are open.
 *
 * Returns: %TRUE if the text is sound, so that galley-json-slice.h may walk over it
 */
gboolean
galley_json_scan (const char *data,
                  gsize length,
                  const char *const *long_path,
                  GalleyJsonSlice *root,
                  GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Scan scan = { .data = data,
                .place = data,
                .end = data + length,
                .long_path = long_path,
                .names = names,
                .decoded = g_string_chunk_new (256),
                .error = error };
  GalleyJsonSlice found;
  gboolean ok;

  /* The mark is no column of its own. */
  if (length >= strlen (BOM) && memcmp (data, BOM, strlen (BOM)) == 0)
    scan.data = scan.place = data + strlen (BOM);
  ok = scan_document (&scan, &found);
  g_string_chunk_free (scan.decoded);
  if (ok)
    *root = found;

  return ok;
}
