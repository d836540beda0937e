/* galley-import-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-importer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "base/galley-limits.h"
#include "import/galley-encoding.h"

#define BOM "\xef\xbb\xbf"

static gboolean
refuse_binary (GError **error)
{
  g_set_error_literal (error,
                       GALLEY_ERROR,
                       GALLEY_ERROR_BINARY,
                       _ ("This is not a text file: it holds NUL characters."));

  return FALSE;
}

static gboolean
find_charset (GBytes *bytes, const char *charset, GalleyImportInfo *info, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  info->charset = g_intern_string (charset);
  info->guessed = FALSE;
  info->n_replaced = 0;
  if (charset == NULL)
    info->charset = galley_encoding_guess (data, length, &info->guessed);

  return info->charset != NULL || refuse_binary (error);
}

static GString *
decode (GBytes *bytes, GalleyImportInfo *info, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return galley_encoding_decode (
      data != NULL ? data : "", length, info->charset, GALLEY_LIMIT_TEXT, &info->n_replaced, error);
}

/* A wrong guess shows in places that cannot be decoded; windows-1252 leaves hardly any. */
static void
reconsider (GBytes *bytes, GalleyImportInfo *info, GString **text)
{
  GalleyImportInfo other = { g_intern_static_string (GALLEY_ENCODING_FALLBACK), TRUE, 0 };
  g_autoptr (GString) other_text = NULL;

  if (!info->guessed || info->n_replaced == 0 || g_str_has_prefix (info->charset, "UTF-"))
    return;

  other_text = decode (bytes, &other, NULL);
  if (other_text == NULL || other.n_replaced >= info->n_replaced)
    return;

  *info = other;
  g_string_free (*text, TRUE);
  *text = g_steal_pointer (&other_text);
}

/* Nothing but the line ends and the byte order mark changes: what a writer typed is what counts. */
static void
unify_line_ends (GString *text)
{
  char *out = text->str;
  const char *end = text->str + text->len;

  for (const char *p = text->str; p < end; p++)
    {
      if (*p != '\r')
        *out++ = *p;
      else if (p + 1 == end || p[1] != '\n')
        *out++ = '\n';
    }

  g_string_truncate (text, (gsize) (out - text->str));
}

/**
 * galley_import_text:
 * @bytes: a text file, or pasted text
 * @charset: (nullable): its encoding if that is known; %NULL guesses
 * @info: (out) (optional): how it was read; set only on success
 * @error: %GALLEY_ERROR_BINARY where it holds a NUL, %GALLEY_ERROR_LIMIT, %GALLEY_ERROR_UNSUPPORTED
 *
 * A byte order mark is dropped and not counted; CR and CRLF become LF; nothing is trimmed. What
 * cannot be decoded becomes U+FFFD and is counted. No bytes give an article without text.
 *
 * Returns: (transfer full) (nullable): the article, importer `text`
 */
GalleyArticle *
galley_import_text (GBytes *bytes, const char *charset, GalleyImportInfo *info, GError **error)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) stored = NULL;
  GalleyImportInfo found;

  if (!find_charset (bytes, charset, &found, error))
    return NULL;

  text = decode (bytes, &found, error);
  if (text == NULL)
    return NULL;
  reconsider (bytes, &found, &text);
  if (memchr (text->str, '\0', text->len) != NULL)
    return refuse_binary (error), NULL;

  if (g_str_has_prefix (text->str, BOM))
    g_string_erase (text, 0, strlen (BOM));
  unify_line_ends (text);

  stored = g_string_free_to_bytes (g_steal_pointer (&text));
  if (info != NULL)
    *info = found;

  return galley_article_new (stored, "text");
}

/**
 * galley_import_recognises:
 * @file_name: a name or path
 *
 * Returns: %TRUE if a file of that name is taken for an article when a folder is walked. An
 *   annotation file is none.
 */
gboolean
galley_import_recognises (const char *file_name)
{
  static const char *const suffixes[] = { ".txt", ".text" };
  gsize length = strlen (file_name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize suffix = strlen (suffixes[i]);

      if (length > suffix && g_ascii_strcasecmp (file_name + length - suffix, suffixes[i]) == 0)
        return TRUE;
    }

  return FALSE;
}
