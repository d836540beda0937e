/* galley-labelled-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-labelled-sentences.h"

#include <string.h>

#include "language/galley-tagger.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
sentence_free (GalleyLabelledSentence *self)
{
  g_free (self->contents);
  g_free (self->article);
  g_free (self->loaded);
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

/* The columns of the two tables that are known. */
typedef struct
{
  GalleyLabelledCorpus corpus;
  gint words;
  gint label;
  gint article;
  gint loaded;
} Columns;

static gboolean
find_columns (const GPtrArray *head, Columns *columns)
{
  columns->corpus = GALLEY_LABELLED_NEWSSD;
  columns->words = find_column (head, "Sentence");
  columns->label = find_column (head, "Label");
  columns->article = columns->loaded = -1;
  if (columns->words >= 0 && columns->label >= 0)
    return TRUE;
  columns->corpus = GALLEY_LABELLED_BABE;
  columns->words = find_column (head, "text");
  columns->label = find_column (head, "label_opinion");
  columns->article = find_column (head, "news_link");
  columns->loaded = find_column (head, "biased_words");
  return columns->words >= 0 && columns->label >= 0 && columns->article >= 0
         && columns->loaded >= 0;
}

static gboolean
read_judgement (const char *judgement, double *opinion)
{
  static const struct
  {
    const char *start;
    double opinion;
  } known[] = {
    { "SUBJ", 1 },
    { "OBJ", 0 },
    { "Expresses writer", 1 },
    { "Somewhat factual but also opinionated", 0.5 },
    { "Entirely factual", 0 },
    { "No agreement", GALLEY_LABELLED_UNKNOWN },
  };

  for (guint i = 0; judgement != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (judgement, known[i].start))
      {
        *opinion = known[i].opinion;
        return TRUE;
      }
  return FALSE;
}

static gboolean
stands_at (const GalleyText *text, guint position, const GalleyText *phrase)
{
  for (guint i = 0; i < phrase->tokens->len; i++)
    {
      g_autofree char *wanted = galley_text_dup_folded (phrase, i);

      if (position + i >= text->tokens->len
          || !galley_text_token_equals (text, position + i, wanted))
        return FALSE;
    }
  return phrase->tokens->len > 0;
}

static void
mark_phrase (GalleyLabelledSentence *self, const char *words)
{
  g_autoptr (GalleyText) phrase = galley_text_new (words, strlen (words));

  for (guint i = 0; i < self->text->tokens->len; i++)
    if (stands_at (self->text, i, phrase))
      for (guint j = 0; j < phrase->tokens->len; j++)
        self->loaded[i + j] = TRUE;
}

/* A list as Python prints it: ['one', "it's"] */
static void
mark_loaded (GalleyLabelledSentence *self, const char *list)
{
  self->loaded = g_new0 (gboolean, self->text->tokens->len + 1);
  for (const char *at = strpbrk (list, "'\""); at != NULL; at = strpbrk (at, "'\""))
    {
      const char *end = strchr (at + 1, *at);
      g_autofree char *words = NULL;

      if (end == NULL)
        return;
      words = g_strndup (at + 1, (gsize) (end - at - 1));
      mark_phrase (self, words);
      at = end + 1;
    }
}

static gboolean
add_row (GPtrArray *sentences, const GPtrArray *row, const Columns *columns, GError **error)
{
  gint last = MAX (MAX (columns->words, columns->label), MAX (columns->article, columns->loaded));
  GalleyLabelledSentence *sentence;
  double opinion;

  if (last >= (gint) row->len
      || !read_judgement (g_ptr_array_index (row, columns->label), &opinion))
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   "Sentence %u has no label that is known",
                   sentences->len + 1);
      return FALSE;
    }
  sentence = g_new0 (GalleyLabelledSentence, 1);
  sentence->corpus = columns->corpus;
  sentence->contents = squeeze_spaces (g_ptr_array_index (row, columns->words));
  sentence->text = galley_text_new (sentence->contents, strlen (sentence->contents));
  galley_text_tag (sentence->text);
  sentence->opinion = opinion;
  if (columns->article >= 0)
    sentence->article = g_strdup (g_ptr_array_index (row, columns->article));
  if (columns->loaded >= 0)
    mark_loaded (sentence, g_ptr_array_index (row, columns->loaded));
  g_ptr_array_add (sentences, sentence);
  return TRUE;
}

/**
 * galley_labelled_sentences_parse:
 * @table: CSV as NewsSD-ENG (Sentence; Label: SUBJ or OBJ) or BABE (text, news_link,
 *   label_opinion, biased_words) have it, among other columns
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
  Columns columns;

  if (g_str_has_prefix (at, BYTE_ORDER_MARK))
    at += strlen (BYTE_ORDER_MARK);
  head = take_row (&at);
  if (!find_columns (head, &columns))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           "There are no columns of sentences and their labels");
      return NULL;
    }
  while (*at != '\0')
    {
      g_autoptr (GPtrArray) row = take_row (&at);

      if (!add_row (sentences, row, &columns, error))
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
