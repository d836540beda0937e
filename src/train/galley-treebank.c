/* galley-treebank.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-treebank.h"

#include <string.h>

enum
{
  COLUMN_ID,
  COLUMN_FORM,
  COLUMN_LEMMA,
  COLUMN_UPOS,
  COLUMN_XPOS,
  COLUMN_MISC = 9,
  N_COLUMNS,
};

typedef struct
{
  GArray *words;
  GArray *tags;
  GPtrArray *forms;
  GPtrArray *lemmas;
  gboolean glued;
  int glued_until;
} Builder;

static void
sentence_free (GalleyTreebankSentence *self)
{
  g_free (self->words);
  g_free (self->tags);
  g_strfreev (self->forms);
  g_strfreev (self->lemmas);
  g_free (self);
}

static void
builder_init (Builder *self)
{
  self->words = g_array_new (FALSE, FALSE, sizeof (GalleyTaggerWord));
  self->tags = g_array_new (FALSE, FALSE, sizeof (GalleyTag));
  self->forms = g_ptr_array_new ();
  self->lemmas = g_ptr_array_new ();
  self->glued = FALSE;
  self->glued_until = 0;
}

static GalleyTreebankSentence *
builder_finish (Builder *self)
{
  GalleyTreebankSentence *sentence = g_new0 (GalleyTreebankSentence, 1);

  sentence->n_words = self->words->len;
  sentence->words = (GalleyTaggerWord *) g_array_free (self->words, FALSE);
  sentence->tags = (GalleyTag *) g_array_free (self->tags, FALSE);
  g_ptr_array_add (self->forms, NULL);
  g_ptr_array_add (self->lemmas, NULL);
  sentence->forms = (char **) g_ptr_array_free (self->forms, FALSE);
  sentence->lemmas = (char **) g_ptr_array_free (self->lemmas, FALSE);
  return sentence;
}

static void
add_word (Builder *self, const char *form, const char *lemma, GalleyTag tag)
{
  GalleyTaggerWord word;
  GalleyToken token = { .end = (guint32) strlen (form) };

  if (!self->glued)
    token.flags |= GALLEY_TOKEN_SPACE_BEFORE;
  galley_tagger_word_init (&word, form, &token);
  g_array_append_val (self->words, word);
  g_array_append_val (self->tags, tag);
  g_ptr_array_add (self->forms, g_strdup (form));
  g_ptr_array_add (self->lemmas, g_strdup (lemma));
}

/* "19-20 don't" joins the words 19 and 20 that follow; whether a space comes after is said there.
 */
static void
add_line (Builder *self, const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", N_COLUMNS);
  const char *range;
  int id;

  if (g_strv_length (columns) < N_COLUMNS || strchr (columns[COLUMN_ID], '.') != NULL)
    return;
  id = (int) g_ascii_strtoll (columns[COLUMN_ID], NULL, 10);
  range = strchr (columns[COLUMN_ID], '-');
  if (range != NULL)
    {
      self->glued_until = (int) g_ascii_strtoll (range + 1, NULL, 10);
      return;
    }
  add_word (self,
            columns[COLUMN_FORM],
            columns[COLUMN_LEMMA],
            galley_tag_from_string (columns[COLUMN_XPOS]));
  self->glued = id < self->glued_until || strstr (columns[COLUMN_MISC], "SpaceAfter=No") != NULL;
}

/**
 * galley_treebank_read:
 * @path: a CoNLL-U file
 *
 * Returns: (transfer full) (element-type GalleyTreebankSentence) (nullable): its sentences
 */
GPtrArray *
galley_treebank_read (const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *sentences;
  Builder builder;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);
  lines = g_strsplit (contents, "\n", -1);
  builder_init (&builder);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] != '\0' && lines[i][0] != '#')
        add_line (&builder, lines[i]);
      else if (lines[i][0] == '\0' && builder.words->len > 0)
        {
          g_ptr_array_add (sentences, builder_finish (&builder));
          builder_init (&builder);
        }
    }
  sentence_free (builder_finish (&builder));
  return sentences;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_treebanks (const char *path, GError **error)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (names, g_strdup (path));
      return names;
    }
  dir = g_dir_open (path, 0, error);
  if (dir == NULL)
    g_clear_pointer (&names, g_ptr_array_unref);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".conllu"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  if (names != NULL)
    g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * galley_treebank_read_all:
 * @paths: (array zero-terminated=1): CoNLL-U files, or folders of them
 *
 * Returns: (transfer full) (element-type GalleyTreebankSentence) (nullable): the sentences of all,
 *   those of a folder in the order of its files' names
 */
GPtrArray *
galley_treebank_read_all (const char *const *paths, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) files = list_treebanks (paths[i], error);

      for (guint k = 0; files != NULL && k < files->len; k++)
        {
          GPtrArray *sentences = galley_treebank_read (g_ptr_array_index (files, k), error);

          if (sentences == NULL)
            return NULL;
          g_ptr_array_extend_and_steal (all, sentences);
        }
      if (files == NULL)
        return NULL;
    }
  return g_steal_pointer (&all);
}

static gboolean
is_glued (const GalleyTreebankSentence *sentence, guint position)
{
  return position < sentence->n_words
         && (sentence->words[position].flags & GALLEY_TOKEN_SPACE_BEFORE) == 0;
}

static gboolean
joins_at (const GalleyTreebankSentence *sentence, guint position)
{
  return position > 0 && position + 1 < sentence->n_words
         && strcmp (sentence->forms[position], "-") == 0 && is_glued (sentence, position)
         && is_glued (sentence, position + 1) && sentence->words[position - 1].facts.has_letter
         && sentence->words[position + 1].facts.has_letter;
}

/* "long - term" is one adjective before a noun, else what its last part is. */
static GalleyTag
joined_tag (const GalleyTreebankSentence *sentence, guint last)
{
  GalleyTag tag = sentence->tags[last];
  gboolean before_noun =
      last + 1 < sentence->n_words && galley_tag_is_noun (sentence->tags[last + 1]);

  if (galley_tag_is_proper_noun (tag) || !before_noun)
    return tag;
  return galley_tag_from_string ("JJ");
}

static GalleyTreebankSentence *
join_hyphens (const GalleyTreebankSentence *sentence)
{
  Builder builder;

  builder_init (&builder);
  for (guint i = 0; i < sentence->n_words; i++)
    {
      g_autoptr (GString) form = g_string_new (sentence->forms[i]);
      GalleyTag tag = sentence->tags[i];

      builder.glued = is_glued (sentence, i);
      for (; joins_at (sentence, i + 1); i += 2)
        {
          g_string_append_printf (form, "-%s", sentence->forms[i + 2]);
          tag = joined_tag (sentence, i + 2);
        }
      add_word (&builder, form->str, sentence->lemmas[i], tag);
    }
  return builder_finish (&builder);
}

/**
 * galley_treebank_add_joined:
 * @sentences: (element-type GalleyTreebankSentence)
 *
 * The treebanks take hyphened words apart, #GalleyText does not: adds every sentence that has one
 * a second time, with its hyphened words whole.
 */
void
galley_treebank_add_joined (GPtrArray *sentences)
{
  guint n_sentences = sentences->len;

  for (guint i = 0; i < n_sentences; i++)
    {
      GalleyTreebankSentence *joined = join_hyphens (g_ptr_array_index (sentences, i));

      if (joined->n_words < ((GalleyTreebankSentence *) g_ptr_array_index (sentences, i))->n_words)
        g_ptr_array_add (sentences, joined);
      else
        sentence_free (joined);
    }
}
