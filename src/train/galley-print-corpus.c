/* galley-print-corpus.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <json-glib/json-glib.h>

#include "detect/galley-quote-state.h"

#include "train/galley-corpus.h"
#include "train/galley-labelled-sentences.h"

/* Prints a corpus as the deep reader's training wants it: one JSON object a line, its text taken
 * apart by the code that will take apart what the program reads. Offsets are bytes. */

static char **paths;
static gboolean sentences;
static gboolean every;

static const GOptionEntry options[] = {
  { "sentences",
    0,
    0,
    G_OPTION_ARG_NONE,
    &sentences,
    "The files are tables of sentences judged as fact or opinion",
    NULL },
  { "every-annotator",
    0,
    0,
    G_OPTION_ARG_NONE,
    &every,
    "An article that several people annotated once for each of them",
    NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FOLDER|FILE…" },
  { NULL },
};

static void
add_number (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_tokens (JsonBuilder *builder, const GalleyText *text)
{
  json_builder_set_member_name (builder, "tokens");
  json_builder_begin_array (builder);
  for (guint i = 0; i < text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, token->start);
      json_builder_add_int_value (builder, token->end);
      json_builder_add_int_value (builder, galley_quote_state_of (token));
      json_builder_add_int_value (builder, token->paragraph);
      json_builder_add_int_value (builder, token->sentence);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_runs (JsonBuilder *builder, GArray *runs)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < runs->len; i++)
    {
      GalleyTokenRun run = g_array_index (runs, GalleyTokenRun, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, run.first_token);
      json_builder_add_int_value (builder, run.end_token);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_article (JsonBuilder *builder, const GalleyCorpusArticle *article)
{
  add_text (builder, "name", article->name);
  add_text (builder, "text", article->contents);
  add_tokens (builder, article->text);
  json_builder_set_member_name (builder, "labels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->text->tokens->len; i++)
    json_builder_add_int_value (builder, article->labels[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < article->events->len; i++)
    {
      const GalleyCorpusEvent *event = article->events->pdata[i];

      json_builder_begin_array (builder);
      for (guint role = 0; role < GALLEY_CORPUS_N_ROLES; role++)
        add_runs (builder, event->runs[role]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sentence (JsonBuilder *builder, const GalleyLabelledSentence *sentence)
{
  add_text (builder, "text", sentence->contents);
  add_tokens (builder, sentence->text);
  add_number (builder, "corpus", sentence->corpus);
  json_builder_set_member_name (builder, "opinion");
  json_builder_add_double_value (builder, sentence->opinion);
  if (sentence->article != NULL)
    add_text (builder, "article", sentence->article);
}

static void
print_line (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = NULL;

  json_generator_set_root (generator, root);
  line = json_generator_to_data (generator, NULL);
  puts (line); /* not g_print(), which would write what the locale can write */
  json_builder_reset (builder);
}

static gboolean
print_articles (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) articles =
      every ? galley_corpus_read_every (folder, error) : galley_corpus_read (folder, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      json_builder_begin_object (builder);
      add_article (builder, articles->pdata[i]);
      json_builder_end_object (builder);
      print_line (builder);
    }

  return articles != NULL;
}

static gboolean
print_sentences (const char *path, GError **error)
{
  g_autoptr (GPtrArray) read = galley_labelled_sentences_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!galley_labelled_sentences_read (path, read, error))
    return FALSE;
  for (guint i = 0; i < read->len; i++)
    {
      json_builder_begin_object (builder);
      add_sentence (builder, read->pdata[i]);
      json_builder_end_object (builder);
      print_line (builder);
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  g_option_context_add_main_entries (context, options, NULL);
  ok = g_option_context_parse (context, &argc, &argv, &error);
  for (guint i = 0; ok && paths != NULL && paths[i] != NULL; i++)
    ok = sentences ? print_sentences (paths[i], &error) : print_articles (paths[i], &error);
  if (ok && fflush (stdout) != 0)
    {
      g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_IO, "The corpus could not be written");
      ok = FALSE;
    }
  if (!ok)
    g_printerr ("%s\n", error->message);

  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
