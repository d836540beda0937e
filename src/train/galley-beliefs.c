/* galley-beliefs.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-beliefs.h"

#include <string.h>

#include "detect/galley-reader-labels.h"
#include "train/galley-corpus.h"

static gboolean
fail (GError **error, const char *name)
{
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               "The beliefs of “%s” are missing or not of its tokens",
               name);
  return FALSE;
}

static gboolean
take_beliefs (GalleyCorpusArticle *article, GHashTable *found, GError **error)
{
  const char *encoded = g_hash_table_lookup (found, article->name);
  gsize size = 0;

  if (encoded == NULL)
    return fail (error, article->name);
  g_free (article->beliefs);
  article->beliefs = g_base64_decode (encoded, &size);
  if (size != (gsize) article->text->tokens->len * GALLEY_READER_N_LABELS)
    return fail (error, article->name);

  return TRUE;
}

/**
 * galley_beliefs_read:
 * @path: of a file that src/train/deep/learn.py wrote: a line an article, its name, a tab,
 *   and in Base64 how likely each label of each token is, in 255ths
 * @articles: (element-type GalleyCorpusArticle): get their beliefs
 *
 * Returns: %FALSE with @error where an article has none or not one row for each of its tokens
 */
gboolean
galley_beliefs_read (const char *path, GPtrArray *articles, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      g_hash_table_insert (found, lines[i], tab + 1);
    }
  for (guint i = 0; i < articles->len; i++)
    if (!take_beliefs (g_ptr_array_index (articles, i), found, error))
      return FALSE;

  return TRUE;
}
