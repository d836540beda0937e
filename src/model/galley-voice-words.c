/* galley-voice-words.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-voice-words.h"

#include <string.h>

#include "model/galley-taxonomy.h"
#include "model/galley-voices.h"

#define NO_WORD G_MAXUINT

#define MAX_PARAGRAPH 16384 /* code points that are looked at before a quote */

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

static void
read_within (Scan *scan, GalleyArticle *article, guint start, guint end)
{
  const GalleyMetadata *metadata = galley_article_get_metadata (article);
  const char *p = galley_article_get_text (article)
                  + galley_offsets_to_byte (galley_article_get_offsets (article), start);
  guint n_chars = galley_article_get_n_chars (article);
  gunichar c = g_utf8_get_char (p);

  scan->words = g_array_new (FALSE, FALSE, sizeof (GalleyVoiceWord));
  scan->blocks = metadata->blocks;
  scan->counted = TRUE;
  scan->word = NO_WORD;
  for (guint offset = start; offset < end; offset++)
    {
      gunichar next;

      p = g_utf8_next_char (p);
      next = offset + 1 < n_chars ? g_utf8_get_char (p) : 0;
      read_char (scan, offset, c, next);
      c = next;
    }
  end_paragraph (scan);
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
  g_autoptr (GArray) marks = list_marks (review);
  Scan scan = { .marks = marks };

  read_within (&scan, article, 0, galley_article_get_n_chars (article));

  return scan.words;
}

/* Where the paragraph begins in which @offset stands: before it, no quotation mark matters. */
static gboolean
find_paragraph (GalleyArticle *article, guint offset, guint *start)
{
  const char *text = galley_article_get_text (article);
  const char *p = text + galley_offsets_to_byte (galley_article_get_offsets (article), offset);
  guint n = 0;

  while (p > text && !(p[-1] == '\n' && (p - 1 == text || p[-2] == '\n')))
    {
      p = g_utf8_prev_char (p);
      if (++n > MAX_PARAGRAPH)
        return FALSE;
    }
  *start = offset - n;

  return TRUE;
}

static gboolean
count_words (GalleyArticle *article, const GalleySpan *span, guint *n_quoted, guint *n_plain)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_chars = galley_article_get_n_chars (article);
  Scan scan = { .marks = marks };
  guint start;

  if (span->start >= span->end || span->end > n_chars
      || !find_paragraph (article, span->start, &start))
    return FALSE;

  /* To the end of the last word and its mark: "rights'" */
  read_within (&scan, article, start, MIN (span->end + 1, n_chars));
  for (guint i = 0; i < scan.words->len; i++)
    {
      const GalleyVoiceWord *word = &g_array_index (scan.words, GalleyVoiceWord, i);

      if (word->start < span->start || word->start >= span->end)
        continue;
      if (word->marks != 0)
        (*n_quoted)++;
      else
        (*n_plain)++;
    }
  g_array_unref (scan.words);

  return TRUE;
}

/**
 * galley_quote_type_by_marks:
 * @spans: the parts of a quote
 *
 * Tells by the quotation marks around its words whether a quote is direct (all of them stand in
 * quotation marks), mixed (some do) or indirect (none does): the detector's rule.
 *
 * Returns: (transfer none) (nullable): an id of %GALLEY_TERMS_QUOTE; %NULL where there are no words
 *   that count, or a paragraph is too long to look for its marks
 */
const char *
galley_quote_type_by_marks (GalleyArticle *article, GArray *spans)
{
  guint n_quoted = 0, n_plain = 0;
  const char *type;

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      if (!count_words (article, galley_spans_get (spans, i), &n_quoted, &n_plain))
        return NULL;
    }
  if (n_quoted + n_plain == 0)
    return NULL;
  type = n_quoted == 0 ? "indirect" : n_plain == 0 ? "direct" : "mixed";

  return galley_terms_find (GALLEY_TERMS_QUOTE, type)->id;
}
