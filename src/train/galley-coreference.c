/* galley-coreference.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-coreference.h"

#include <string.h>

#include "detect/galley-cues.h"
#include "language/galley-tagger.h"

enum
{
  COLUMN_ID,
  COLUMN_FORM,
  COLUMN_UPOS = 3,
  COLUMN_HEAD = 6,
  COLUMN_RELATION,
  COLUMN_MISC = 9,
  N_COLUMNS,
};

#define ENTITY_KEY "Entity="

typedef struct
{
  GalleyCoreference *article;
  GString *contents;
  GArray *open; /* positions of mentions that are not closed yet */
  guint first_of_sentence;
  guint glued_until;
  gboolean glued;       /* no space before the next word */
  gboolean glued_after; /* the words that are written as one end so */
} Parser;

static void
word_clear (gpointer data)
{
  GalleyCoreferenceWord *word = data;

  g_free (word->relation);
  g_free (word->form);
}

static void
open_mention (Parser *self, guint entity, guint word)
{
  GalleyCoreferenceMention mention = { .entity = entity, .first_word = word, .end_word = word };
  guint position = self->article->mentions->len;

  g_array_append_val (self->article->mentions, mention);
  g_array_append_val (self->open, position);
}

/* Closes the mention of @entity that was opened last. */
static void
close_mention (Parser *self, guint entity, guint word)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      guint position = g_array_index (self->open, guint, i - 1);
      GalleyCoreferenceMention *mention =
          &g_array_index (self->article->mentions, GalleyCoreferenceMention, position);

      if (mention->entity != entity)
        continue;
      mention->end_word = word + 1;
      g_array_remove_index (self->open, i - 1);
      return;
    }
}

/* "(1-person-new-…(2-place-…)" opens 1 and 2 and closes 2; "2)1)" closes 2 and 1. */
static void
read_entities (Parser *self, const char *entities, guint word)
{
  const char *p = entities;

  while (*p != '\0' && *p != '|')
    {
      gboolean opens = *p == '(';
      guint entity = (guint) g_ascii_strtoull (opens ? p + 1 : p, NULL, 10);

      if (opens)
        open_mention (self, entity, word);
      p += opens ? 1 : 0;
      p += strcspn (p, "()|");
      if (*p == ')')
        {
          close_mention (self, entity, word);
          p++;
        }
    }
}

/* Where the words that stand as one end with no space after them, so do the words themselves. */
static void
read_spacing (Parser *self, guint id, const char *misc)
{
  self->glued =
      id < self->glued_until
      || (id == self->glued_until ? self->glued_after : strstr (misc, "SpaceAfter=No") != NULL);
}

static void
add_word (Parser *self, char **columns)
{
  GArray *words = self->article->words;
  const char *entities = strstr (columns[COLUMN_MISC], ENTITY_KEY);
  guint id = (guint) g_ascii_strtoull (columns[COLUMN_ID], NULL, 10);
  gint head = (gint) g_ascii_strtoll (columns[COLUMN_HEAD], NULL, 10);
  GalleyCoreferenceWord word = {
    .head = head > 0 ? (gint) self->first_of_sentence + head - 1 : -1,
    .relation = g_strdup (columns[COLUMN_RELATION]),
    .verb = strcmp (columns[COLUMN_UPOS], "VERB") == 0,
    .form = g_utf8_strdown (columns[COLUMN_FORM], -1),
  };

  if (self->contents->len > 0 && !self->glued
      && self->contents->str[self->contents->len - 1] != '\n')
    g_string_append_c (self->contents, ' ');
  word.start = self->contents->len;
  g_string_append (self->contents, columns[COLUMN_FORM]);
  word.end = self->contents->len;
  g_array_append_val (words, word);
  if (entities != NULL)
    read_entities (self, entities + strlen (ENTITY_KEY), words->len - 1);
  read_spacing (self, id, columns[COLUMN_MISC]);
}

static void
add_line (Parser *self, const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", N_COLUMNS);
  const char *range;

  if (g_strv_length (columns) < N_COLUMNS || strchr (columns[COLUMN_ID], '.') != NULL)
    return;
  range = strchr (columns[COLUMN_ID], '-');
  if (range == NULL)
    {
      add_word (self, columns);
      return;
    }
  self->glued_until = (guint) g_ascii_strtoull (range + 1, NULL, 10);
  self->glued_after = strstr (columns[COLUMN_MISC], "SpaceAfter=No") != NULL;
}

static void
read_lines (Parser *self, const char *table)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0')
        {
          self->first_of_sentence = self->article->words->len;
          self->glued_until = 0;
        }
      else if (lines[i][0] != '#')
        add_line (self, lines[i]);
      else if (strcmp (lines[i], "# newpar") == 0 && self->contents->len > 0)
        g_string_append (self->contents, "\n\n");
    }
}

static const GalleyCoreferenceWord *
get_word (const GalleyCoreference *self, guint position)
{
  return &g_array_index (self->words, GalleyCoreferenceWord, position);
}

static GalleyTokenRun
run_of_words (const GalleyCoreference *self, guint first_word, guint end_word)
{
  GalleyTokenRun run;

  run.first_token =
      galley_text_first_token_at_byte (self->text, get_word (self, first_word)->start);
  run.end_token =
      galley_text_first_token_at_byte (self->text, get_word (self, end_word - 1)->end - 1) + 1;
  run.end_token = MIN (run.end_token, self->text->tokens->len);

  return run;
}

/* Mentions that are never closed are of no use. */
static void
find_runs (GalleyCoreference *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      GalleyCoreferenceMention mention =
          g_array_index (self->mentions, GalleyCoreferenceMention, i);

      if (mention.end_word == mention.first_word)
        continue;
      mention.run = run_of_words (self, mention.first_word, mention.end_word);
      g_array_index (self->mentions, GalleyCoreferenceMention, kept++) = mention;
    }
  g_array_set_size (self->mentions, kept);
}

/* The widest mention around a word that depends on something outside it; -1 where there is none. */
static gint
find_mention_of (const GalleyCoreference *self, guint head)
{
  gint governor;
  gint widest = -1;

  if (head >= self->words->len)
    return -1;
  governor = get_word (self, head)->head;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const GalleyCoreferenceMention *mention =
          &g_array_index (self->mentions, GalleyCoreferenceMention, i);

      if (mention->first_word > head)
        break;
      if (mention->end_word <= head
          || (governor >= (gint) mention->first_word && governor < (gint) mention->end_word))
        continue;
      if (widest < 0)
        widest = (gint) i;
    }

  return widest;
}

/* A clause, or the quote that it stands in the midst of. */
static gboolean
reports_something (const GalleyCoreference *self, guint verb)
{
  static const char *const clauses[] = { "ccomp", "xcomp", "parataxis", NULL };

  if (strcmp (get_word (self, verb)->relation, "parataxis") == 0)
    return TRUE;
  for (guint i = verb > 60 ? verb - 60 : 0; i < MIN (verb + 60, self->words->len); i++)
    {
      if (get_word (self, i)->head == (gint) verb
          && g_strv_contains (clauses, get_word (self, i)->relation))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_reporting_verb (const GalleyCoreference *self, guint position)
{
  const GalleyCoreferenceWord *word = get_word (self, position);
  guint forms = 0;
  const GalleyCue *cue = word->verb ? galley_cue_find_verb (word->form, &forms) : NULL;

  return cue != NULL && (cue->flags & GALLEY_CUE_WEAK) == 0
         && (cue->manner == GALLEY_MANNER_SPEECH || cue->manner == GALLEY_MANNER_THOUGHT)
         && reports_something (self, position);
}

static gboolean
was_mentioned_before (const GalleyCoreference *self, guint entity, guint word)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const GalleyCoreferenceMention *mention =
          &g_array_index (self->mentions, GalleyCoreferenceMention, i);

      if (mention->first_word >= word)
        break;
      if (mention->entity == entity)
        return TRUE;
    }

  return FALSE;
}

/* "the minister, who said": no mention by itself, but it means what its clause belongs to. */
static gint
find_relative_mention (const GalleyCoreference *self, guint subject)
{
  static const char *const relatives[] = { "who", "which", "that", NULL };
  const GalleyCoreferenceWord *verb = get_word (self, (guint) get_word (self, subject)->head);

  if (!g_strv_contains (relatives, get_word (self, subject)->form) || verb->head < 0
      || strcmp (verb->relation, "acl:relcl") != 0)
    return -1;

  return find_mention_of (self, (guint) verb->head);
}

static void
add_subject (GalleyCoreference *self, guint subject)
{
  guint verb = (guint) get_word (self, subject)->head;
  gint position = find_relative_mention (self, subject);
  const GalleyCoreferenceMention *mention;
  GalleyCoreferenceSubject found = { .cue = run_of_words (self, verb, verb + 1) };

  found.run = run_of_words (self, subject, subject + 1);
  if (position < 0)
    {
      position = find_mention_of (self, subject);
      if (position < 0)
        return;
      mention = &g_array_index (self->mentions, GalleyCoreferenceMention, position);
      found.run = mention->run;
      found.known = was_mentioned_before (self, mention->entity, mention->first_word);
    }
  else
    {
      mention = &g_array_index (self->mentions, GalleyCoreferenceMention, position);
      found.known = TRUE;
    }
  found.entity = mention->entity;
  g_array_append_val (self->subjects, found);
}

static void
find_subjects (GalleyCoreference *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const GalleyCoreferenceWord *word = get_word (self, i);

      if (strcmp (word->relation, "nsubj") == 0 && word->head >= 0
          && word->head < (gint) self->words->len && is_reporting_verb (self, (guint) word->head))
        add_subject (self, i);
    }
}

/**
 * galley_coreference_parse:
 * @table: an article in CoNLL-U, with coreference as GUM writes it (the Entity key of the last
 *   column; see Zeldes 2017, The GUM corpus)
 *
 * Returns: (transfer full): the article; lines that are none of the format are passed over
 */
GalleyCoreference *
galley_coreference_parse (const char *table)
{
  GalleyCoreference *self = g_new0 (GalleyCoreference, 1);
  Parser parser = { .article = self };

  self->words = g_array_new (FALSE, FALSE, sizeof (GalleyCoreferenceWord));
  g_array_set_clear_func (self->words, word_clear);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (GalleyCoreferenceMention));
  self->subjects = g_array_new (FALSE, FALSE, sizeof (GalleyCoreferenceSubject));
  parser.contents = g_string_new (NULL);
  parser.open = g_array_new (FALSE, FALSE, sizeof (guint));
  read_lines (&parser, table);
  g_array_unref (parser.open);
  self->contents = g_string_free (parser.contents, FALSE);
  self->text = galley_text_new (self->contents, strlen (self->contents));
  galley_text_tag (self->text);
  find_runs (self);
  find_subjects (self);

  return self;
}

/**
 * galley_coreference_read:
 *
 * Returns: (transfer full) (nullable): galley_coreference_parse() of a file
 */
GalleyCoreference *
galley_coreference_read (const char *path, GError **error)
{
  g_autofree char *table = NULL;

  return g_file_get_contents (path, &table, NULL, error) ? galley_coreference_parse (table) : NULL;
}

void
galley_coreference_free (GalleyCoreference *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->subjects);
  g_array_unref (self->mentions);
  g_array_unref (self->words);
  galley_text_free (self->text);
  g_free (self->contents);
  g_free (self);
}

static double
get_share (GalleyTokenRun a, GalleyTokenRun b)
{
  guint first = MAX (a.first_token, b.first_token), end = MIN (a.end_token, b.end_token);
  guint all = MAX (a.end_token, b.end_token) - MIN (a.first_token, b.first_token);

  return end > first ? (double) (end - first) / all : 0;
}

/**
 * galley_coreference_find_entity:
 * @run: tokens that name somebody
 *
 * Returns: the entity of the mention that shares most with @run, at least half of both, or else
 *   ends with it ("the campaigner Ann Lee" of "Ann Lee"); -1: none
 */
gint
galley_coreference_find_entity (const GalleyCoreference *self, GalleyTokenRun run)
{
  double best = 0;
  gint entity = -1;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const GalleyCoreferenceMention *mention =
          &g_array_index (self->mentions, GalleyCoreferenceMention, i);
      double share = get_share (mention->run, run);

      if (share > best && (share >= 0.5 || mention->run.end_token == run.end_token))
        {
          best = share;
          entity = (gint) mention->entity;
        }
    }

  return entity;
}

/**
 * galley_coreference_find_name:
 * @name: as it stands somewhere
 * @before_token: where it was taken up
 *
 * Returns: the entity of the first mention before that consists of these words; -1: none
 */
gint
galley_coreference_find_name (const GalleyCoreference *self, const char *name, guint before_token)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const GalleyCoreferenceMention *mention =
          &g_array_index (self->mentions, GalleyCoreferenceMention, i);
      gsize length;
      const char *bytes;

      if (mention->run.first_token >= before_token)
        break;
      bytes = galley_text_get_bytes (self->text,
                                     mention->run.first_token,
                                     mention->run.end_token,
                                     &length);
      if (length == strlen (name) && g_ascii_strncasecmp (bytes, name, length) == 0)
        return (gint) mention->entity;
    }

  return -1;
}
