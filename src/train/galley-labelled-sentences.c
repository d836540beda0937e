/* galley-labelled-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-labelled-sentences.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
sentence_free (GalleyLabelledSentence *self)
{
  g_free (self->contents);
  galley_text_free (self->text);
  g_free (self);
}

/**
 * galley_labelled_sentences_new:
 *
 * Returns: (transfer full) (element-type GalleyLabelledSentence): none yet
 */
GPtrArray *
galley_labelled_sentences_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);
}

/* A field as in RFC 4180: between quotation marks it may hold commas and line feeds, and two marks
 * for one. */
static char *
take_field (const char **at)
{
  GString *field = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (; **at != '\0' && (is_quoted || strchr (",\r\n", **at) == NULL); (*at)++)
    if (**at != '"')
      g_string_append_c (field, **at);
    else if (is_quoted && (*at)[1] == '"')
      g_string_append_c (field, *(*at)++);
    else
      is_quoted = !is_quoted;
  return g_string_free (field, FALSE);
}

static GPtrArray *
take_row (const char **at)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, take_field (at));
  while (**at == ',')
    {
      (*at)++;
      g_ptr_array_add (row, take_field (at));
    }
  *at += strspn (*at, "\r\n");
  return row;
}

static gint
find_column (const GPtrArray *row, const char *name)
{
  for (guint i = 0; i < row->len; i++)
    if (g_strcmp0 (g_ptr_array_index (row, i), name) == 0)
      return (gint) i;
  return -1;
}

static char *
squeeze_spaces (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (squeezed, c);
      else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
        g_string_append_c (squeezed, ' ');
    }
  if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] == ' ')
    g_string_truncate (squeezed, squeezed->len - 1);
  return g_string_free (squeezed, FALSE);
}

static gboolean
add_row (GPtrArray *sentences, const GPtrArray *row, guint words, guint label, GError **error)
{
  const char *judgement = MAX (words, label) < row->len ? g_ptr_array_index (row, label) : NULL;
  gboolean is_opinion = g_strcmp0 (judgement, "SUBJ") == 0;
  GalleyLabelledSentence *sentence;

  if (!is_opinion && g_strcmp0 (judgement, "OBJ") != 0)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   "Sentence %u is neither SUBJ nor OBJ",
                   sentences->len + 1);
      return FALSE;
    }
  sentence = g_new0 (GalleyLabelledSentence, 1);
  sentence->contents = squeeze_spaces (g_ptr_array_index (row, words));
  sentence->text = galley_text_new (sentence->contents, strlen (sentence->contents));
  sentence->is_opinion = is_opinion;
  g_ptr_array_add (sentences, sentence);
  return TRUE;
}

/**
 * galley_labelled_sentences_parse:
 * @table: CSV with the columns "Sentence" and "Label" (SUBJ or OBJ) among others
 * @length: its bytes
 *
 * Returns: (transfer full) (element-type GalleyLabelledSentence) (nullable)
 */
GPtrArray *
galley_labelled_sentences_parse (const char *table, gsize length, GError **error)
{
  g_autoptr (GPtrArray) sentences = galley_labelled_sentences_new ();
  g_autoptr (GPtrArray) head = NULL;
  g_autofree char *valid = g_utf8_make_valid (table, (gssize) length);
  const char *at = valid;
  gint words, label;

  if (g_str_has_prefix (at, BYTE_ORDER_MARK))
    at += strlen (BYTE_ORDER_MARK);
  head = take_row (&at);
  words = find_column (head, "Sentence");
  label = find_column (head, "Label");
  if (words < 0 || label < 0)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           "There are no columns Sentence and Label");
      return NULL;
    }
  while (*at != '\0')
    {
      g_autoptr (GPtrArray) row = take_row (&at);

      if (!add_row (sentences, row, (guint) words, (guint) label, error))
        return NULL;
    }
  return g_steal_pointer (&sentences);
}

/**
 * galley_labelled_sentences_read:
 * @sentences: (element-type GalleyLabelledSentence): those of the file are added
 */
gboolean
galley_labelled_sentences_read (const char *path, GPtrArray *sentences, GError **error)
{
  g_autofree char *table = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gsize length;

  if (!g_file_get_contents (path, &table, &length, error))
    return FALSE;
  found = galley_labelled_sentences_parse (table, length, error);
  if (found == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  g_ptr_array_extend_and_steal (sentences, g_steal_pointer (&found));
  return TRUE;
}
