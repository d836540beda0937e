/* galley-corpus.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/galley-offsets.h"
#include "detect/galley-reader-features.h"
#include "language/galley-tagger.h"

/* Brat standoff: text/NAME.txt and attributions/NAME_annotator.ann. Of an article that several
 * people annotated, the first file by name counts. */

#define N_ROLES GALLEY_CORPUS_N_ROLES

/* Parts of one role, in tokens. */
typedef struct
{
  GalleyRole role;
  GArray *runs;
} Span;

static void
article_free (GalleyCorpusArticle *self)
{
  g_free (self->name);
  g_free (self->contents);
  galley_text_free (self->text);
  g_free (self->labels);
  g_free (self->beliefs);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static void
span_free (Span *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

static void
event_free (GalleyCorpusEvent *self)
{
  for (guint i = 0; i < N_ROLES; i++)
    g_array_unref (self->runs[i]);
  g_free (self);
}

static gboolean
find_role (const char *name, GalleyRole *role)
{
  static const char *const names[N_ROLES] = { "Source", "Cue", "Content" };

  for (guint i = 0; i < N_ROLES; i++)
    if (g_str_has_prefix (name, names[i]))
      {
        *role = (GalleyRole) i;
        return TRUE;
      }
  return FALSE;
}

/* "120 211" in characters, as the tokens that it touches. */
static GalleyTokenRun
parse_range (const char *range, const GalleyText *text, const GalleyOffsets *offsets)
{
  char *end;
  guint n_chars = galley_offsets_get_n_chars (offsets);
  guint first = (guint) MIN (g_ascii_strtoull (range, &end, 10), n_chars);
  guint last = (guint) MIN (g_ascii_strtoull (end, NULL, 10), n_chars);
  gsize start_byte = galley_offsets_to_byte (offsets, first);
  gsize end_byte = galley_offsets_to_byte (offsets, last);
  GalleyTokenRun run = { text->tokens->len, 0 };

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);

      if (token->end > start_byte && token->start < end_byte)
        {
          run.first_token = MIN (run.first_token, i);
          run.end_token = i + 1;
        }
    }
  return run;
}

/* T1<TAB>Source 110 112;120 130<TAB>words */
static Span *
parse_span (const char *line, const GalleyText *text, const GalleyOffsets *offsets)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 3);
  g_auto (GStrv) ranges = NULL;
  GalleyRole role;
  Span *span;

  if (g_strv_length (columns) < 2 || !find_role (columns[1], &role)
      || strchr (columns[1], ' ') == NULL)
    return NULL;
  span = g_new0 (Span, 1);
  span->role = role;
  span->runs = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  ranges = g_strsplit (strchr (columns[1], ' ') + 1, ";", -1);
  for (guint i = 0; ranges[i] != NULL; i++)
    {
      GalleyTokenRun run = parse_range (ranges[i], text, offsets);

      if (run.first_token < run.end_token)
        g_array_append_val (span->runs, run);
    }
  return span;
}

/* E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1 */
static GalleyCorpusEvent *
parse_event (const char *line, GHashTable *spans)
{
  g_auto (GStrv) items = g_strsplit_set (line, "\t ", -1);
  GalleyCorpusEvent *event = g_new0 (GalleyCorpusEvent, 1);

  event->first_token = G_MAXUINT;
  for (guint i = 0; i < N_ROLES; i++)
    event->runs[i] = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
  for (guint i = 1; items[i] != NULL; i++)
    {
      const char *key = strchr (items[i], ':');
      Span *span = key != NULL ? g_hash_table_lookup (spans, key + 1) : NULL;

      if (span == NULL)
        continue;
      g_array_append_vals (event->runs[span->role], span->runs->data, span->runs->len);
      for (guint k = 0; k < span->runs->len; k++)
        {
          GalleyTokenRun run = g_array_index (span->runs, GalleyTokenRun, k);

          event->first_token = MIN (event->first_token, run.first_token);
          event->end_token = MAX (event->end_token, run.end_token);
        }
    }
  return event;
}

/* The longer first, then by place. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const GalleyCorpusEvent *one = *(const GalleyCorpusEvent *const *) a;
  const GalleyCorpusEvent *two = *(const GalleyCorpusEvent *const *) b;
  guint one_size = one->end_token - one->first_token;
  guint two_size = two->end_token - two->first_token;

  if (one_size != two_size)
    return one_size > two_size ? -1 : 1;
  return (one->first_token > two->first_token) - (one->first_token < two->first_token);
}

/* An attribution whose cue lies in another's content is an inner one: it does not count. */
static gboolean
is_inner (const GalleyCorpusEvent *event, const guint8 *labels)
{
  for (guint i = 0; i < event->runs[GALLEY_ROLE_CUE]->len; i++)
    {
      guint first = g_array_index (event->runs[GALLEY_ROLE_CUE], GalleyTokenRun, i).first_token;
      guint label = labels[first];

      if (label != GALLEY_READER_NOTHING && galley_reader_role_of (label) == GALLEY_ROLE_CONTENT)
        return TRUE;
    }
  return FALSE;
}

static void
label_run (guint8 *labels, GalleyTokenRun run, GalleyRole role)
{
  gboolean inside = FALSE;

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (labels[i] == GALLEY_READER_NOTHING)
        labels[i] = (guint8) (inside ? galley_reader_goes_on (role) : galley_reader_begins (role));
      inside = labels[i] != GALLEY_READER_NOTHING && galley_reader_role_of (labels[i]) == role;
    }
}

static void
label_event (const GalleyCorpusEvent *event, guint8 *labels)
{
  static const GalleyRole order[N_ROLES] = { GALLEY_ROLE_CUE,
                                             GALLEY_ROLE_SOURCE,
                                             GALLEY_ROLE_CONTENT };

  for (guint i = 0; i < N_ROLES; i++)
    for (guint k = 0; k < event->runs[order[i]]->len; k++)
      label_run (labels, g_array_index (event->runs[order[i]], GalleyTokenRun, k), order[i]);
}

static void
label_article (GalleyCorpusArticle *self, const char *annotations)
{
  g_autoptr (GalleyOffsets) offsets = galley_offsets_new (self->contents, strlen (self->contents));
  g_autoptr (GHashTable) spans = NULL;
  g_auto (GStrv) lines = g_strsplit (annotations, "\n", -1);

  spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) span_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');
      Span *span = lines[i][0] == 'T' ? parse_span (lines[i], self->text, offsets) : NULL;

      if (span != NULL && tab != NULL)
        g_hash_table_insert (spans, g_strndup (lines[i], (gsize) (tab - lines[i])), span);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == 'E')
      g_ptr_array_add (self->events, parse_event (lines[i], spans));
  g_ptr_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    {
      const GalleyCorpusEvent *event = g_ptr_array_index (self->events, i);

      if (!is_inner (event, self->labels))
        label_event (event, self->labels);
    }
}

static GalleyCorpusArticle *
read_article (const char *folder, const char *file, GError **error)
{
  g_autofree char *name = g_strndup (file, (gsize) (strrchr (file, '_') - file));
  g_autofree char *text_name = g_strconcat (name, ".txt", NULL);
  g_autofree char *text_path = g_build_filename (folder, "text", text_name, NULL);
  g_autofree char *ann_path = g_build_filename (folder, "attributions", file, NULL);
  g_autofree char *annotations = NULL;
  GalleyCorpusArticle *article = g_new0 (GalleyCorpusArticle, 1);

  article->name = g_steal_pointer (&name);
  article->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  if (!g_file_get_contents (text_path, &article->contents, NULL, error)
      || !g_file_get_contents (ann_path, &annotations, NULL, error))
    {
      article_free (article);
      return NULL;
    }
  article->text = galley_text_new (article->contents, strlen (article->contents));
  galley_text_tag (article->text);
  article->labels = g_new0 (guint8, article->text->tokens->len + 1);
  label_article (article, annotations);
  return article;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "attributions", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  GPtrArray *files;
  const char *name;

  if (dir == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ann") && strrchr (name, '_') != NULL)
      g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_names);
  return files;
}

/* @name stands before the annotator's. */
static gboolean
is_of_article (const char *file, const char *name)
{
  return g_str_has_prefix (file, name) && strrchr (file, '_') == file + strlen (name);
}

static GPtrArray *
read_folder (const char *folder, gboolean every, GError **error)
{
  g_autoptr (GPtrArray) files = list_files (folder, error);
  g_autoptr (GPtrArray) articles = NULL;
  const char *before = "";

  if (files == NULL)
    return NULL;
  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) article_free);
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      GalleyCorpusArticle *article;

      if (!every && is_of_article (file, before))
        continue;
      article = read_article (folder, file, error);
      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
      before = article->name;
    }
  return g_steal_pointer (&articles);
}

/**
 * galley_corpus_read:
 * @folder: holds text/ and attributions/
 *
 * Returns: (transfer full) (element-type GalleyCorpusArticle) (nullable): the articles by name
 */
GPtrArray *
galley_corpus_read (const char *folder, GError **error)
{
  return read_folder (folder, FALSE, error);
}

/**
 * galley_corpus_read_every:
 * @folder: holds text/ and attributions/
 *
 * As galley_corpus_read(), but an article that several people annotated stands there once for each.
 *
 * Returns: (transfer full) (element-type GalleyCorpusArticle) (nullable): the articles by name
 */
GPtrArray *
galley_corpus_read_every (const char *folder, GError **error)
{
  return read_folder (folder, TRUE, error);
}
