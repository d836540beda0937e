/* galley-voice-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-voice-words.h"

#include <string.h>

#include "model/galley-voices.h"

#define NO_WORD G_MAXUINT

#define IN_DOUBLE 1u
#define IN_SINGLE 2u

typedef struct
{
  GArray *words;
  GArray *marks;  /* guint: where quotation marks stand, as the reader found them */
  GArray *blocks; /* GalleyBlock */
  guint mark;     /* the first of marks that is not passed */
  guint block;    /* the first of blocks that is not passed */
  gboolean counted;
  gunichar before;  /* the character before the present one; 0 at the beginning */
  gunichar closing; /* what closes the double marks that are open; 0 where none are */
  gboolean single;  /* whether single marks are open */
  guint opened_at;  /* the first word after them */
  guint may_end_at; /* the first word after what may be an apostrophe too, or NO_WORD */
  guint word;       /* the word that is being read, or NO_WORD */
} Scan;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static GArray *
list_marks (GalleyReview *review)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *role = g_intern_static_string ("quotation-mark");

  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      GArray *evidence = galley_annotation_get_evidence (galley_review_peek (review, i));

      for (guint j = 0; evidence != NULL && j < evidence->len; j++)
        {
          const GalleyEvidence *one = &g_array_index (evidence, GalleyEvidence, j);

          if (one->role == role)
            g_array_append_val (marks, one->span.start);
        }
    }
  g_array_sort (marks, compare_marks);

  return marks;
}

static gboolean
is_known_mark (Scan *scan, guint offset)
{
  while (scan->mark < scan->marks->len && g_array_index (scan->marks, guint, scan->mark) < offset)
    scan->mark++;

  return scan->mark < scan->marks->len && g_array_index (scan->marks, guint, scan->mark) == offset;
}

/* Nearly all of an article is ASCII, of which GLib's tables of Unicode need not be asked. */
static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);
}

static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c);
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

/* A single mark is an apostrophe as often as not: what opens stands before a word, what closes
 * behind one. */
static gboolean
opens_single (const Scan *scan, gunichar c, gunichar next)
{
  return (c == '\'' || c == 0x2018) && !is_word_char (scan->before) && g_unichar_isalpha (next);
}

static gboolean
closes_single (const Scan *scan, gunichar c, gunichar next)
{
  return (c == '\'' || c == 0x2019) && !is_word_char (next) && scan->before != 0
         && !is_space (scan->before);
}

/* Of “workers’ rights” only the reader knows. */
static gboolean
may_be_possessive (Scan *scan, guint offset, gunichar next)
{
  return (scan->before == 's' || scan->before == 'S') && next == ' '
         && !is_known_mark (scan, offset);
}

/* What nothing closed was closed by the last that might have, or was an apostrophe. */
static void
end_single (Scan *scan)
{
  guint end = scan->may_end_at != NO_WORD ? scan->may_end_at : scan->opened_at;

  for (guint i = end; scan->single && i < scan->words->len; i++)
    g_array_index (scan->words, GalleyVoiceWord, i).marks &= ~IN_SINGLE;
  scan->single = FALSE;
}

static void
read_single (Scan *scan, guint offset, gunichar c, gunichar next)
{
  if (opens_single (scan, c, next) && (!scan->single || scan->may_end_at != NO_WORD))
    {
      end_single (scan);
      scan->single = TRUE;
      scan->opened_at = scan->words->len;
      scan->may_end_at = NO_WORD;
    }
  else if (scan->single && closes_single (scan, c, next))
    {
      if (may_be_possessive (scan, offset, next))
        scan->may_end_at = scan->words->len;
      else
        scan->single = FALSE;
    }
}

static gunichar
closing_of (gunichar c)
{
  switch (c)
    {
    case 0x201c:
    case 0x201e:
    case 0x201f:
      return 0x201d;

    case 0xab:
      return 0xbb;

    default:
      return 0;
    }
}

/* Within double marks, single ones are a quote in the quote and change nothing. */
static void
read_mark (Scan *scan, guint offset, gunichar c, gunichar next)
{
  if (closing_of (c) != 0)
    scan->closing = closing_of (c);
  else if (c == scan->closing)
    scan->closing = 0;
  else if (c == '"' && scan->closing == 0)
    scan->closing = '"';
  else if (scan->closing == 0)
    read_single (scan, offset, c, next);
}

/* A quote that goes on in the next paragraph opens again there. */
static void
end_paragraph (Scan *scan)
{
  end_single (scan);
  scan->closing = 0;
}

static void
enter_block (Scan *scan, guint offset)
{
  const GalleyBlock *block;

  while (scan->block < scan->blocks->len
         && g_array_index (scan->blocks, GalleyBlock, scan->block).end <= offset)
    {
      scan->block++;
      scan->counted = TRUE;
      end_paragraph (scan);
    }
  if (scan->block == scan->blocks->len)
    return;

  block = &g_array_index (scan->blocks, GalleyBlock, scan->block);
  if (block->start != offset)
    return;
  end_paragraph (scan);
  scan->counted = galley_block_counts (block->type);
  scan->word = NO_WORD;
}

static void
read_word_char (Scan *scan, guint offset)
{
  GalleyVoiceWord word = { offset, offset + 1, 0 };

  word.marks |= scan->closing != 0 ? IN_DOUBLE : 0;
  word.marks |= scan->single ? IN_SINGLE : 0;
  if (scan->word == NO_WORD)
    {
      scan->word = scan->words->len;
      g_array_append_val (scan->words, word);
    }
  g_array_index (scan->words, GalleyVoiceWord, scan->word).end = offset + 1;
}

static void
read_char (Scan *scan, guint offset, gunichar c, gunichar next)
{
  enter_block (scan, offset);
  if (c == '\n' && (next == '\n' || scan->blocks->len == 0))
    end_paragraph (scan);

  if (is_space (c) || is_dash (c) || (c == '-' && next == '-'))
    scan->word = NO_WORD;
  else if (is_word_char (c) && scan->counted)
    read_word_char (scan, offset);
  else
    read_mark (scan, offset, c, next);
  scan->before = c;
}

/**
 * galley_voice_words_new:
 *
 * Returns: (transfer full) (element-type GalleyVoiceWord): the words of the article that count, in
 *   their order
 */
GArray *
galley_voice_words_new (GalleyReview *review)
{
  GalleyArticle *article = galley_review_get_article (review);
  const GalleyMetadata *metadata = galley_article_get_metadata (article);
  g_autoptr (GArray) marks = list_marks (review);
  Scan scan = { .words = g_array_new (FALSE, FALSE, sizeof (GalleyVoiceWord)),
                .marks = marks,
                .blocks = metadata->blocks,
                .counted = TRUE,
                .word = NO_WORD };
  const char *p = galley_article_get_text (article);
  guint n_chars = galley_article_get_n_chars (article);
  gunichar c = g_utf8_get_char (p);

  for (guint offset = 0; offset < n_chars; offset++)
    {
      gunichar next;

      p = g_utf8_next_char (p);
      next = offset + 1 < n_chars ? g_utf8_get_char (p) : 0;
      read_char (&scan, offset, c, next);
      c = next;
    }
  end_paragraph (&scan);

  return scan.words;
}
