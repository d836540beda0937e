/* galley-reader-sequence.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-features.h"

#include <string.h>

#include "detect/galley-cues.h"
#include "detect/galley-nouns.h"
#include "language/galley-lemma.h"
#include "language/galley-tagger.h"

#define LONGEST_LOOKED_UP 24 /* characters */
#define CUE_IS_NOUN       8
#define CUE_IS_WEAK       16
#define HEADLINE_OPENS_BY 3   /* paragraphs */
#define LONGEST_PATH      12  /* tokens */
#define FROM_VERB         255 /* how a path begins that no reporting word begins */

/**
 * galley_reader_sequence_end:
 * @first_token: a token of the paragraph
 *
 * Where a sequence that begins there ends: at the paragraph's end, or at the last sentence's that
 * fits.
 *
 * Returns: one past its last token
 */
guint
galley_reader_sequence_end (const GalleyText *text, guint paragraph, guint first_token)
{
  GalleyTokenRun run = g_array_index (text->paragraphs, GalleyTokenRun, paragraph);
  guint end = first_token + GALLEY_READER_LONGEST;
  guint sentence;

  if (run.end_token <= end)
    return run.end_token;
  sentence = galley_text_token (text, end)->sentence;
  if (galley_text_token (text, first_token)->sentence < sentence)
    end = g_array_index (text->sentences, GalleyTokenRun, sentence).first_token;
  return end;
}

static guint8
quotation_size (const GalleyText *text, gint32 quotation)
{
  const GalleyQuotation *pair;
  guint n_tokens;

  if (quotation < 0)
    return 0;
  pair = &g_array_index (text->quotations, GalleyQuotation, quotation);
  n_tokens = pair->close_token - pair->open_token;
  return n_tokens <= 4 ? 1 : n_tokens <= 8 ? 2 : n_tokens <= 15 ? 3 : 4;
}

static GalleyPlace
find_place (const GalleyToken *token)
{
  if ((token->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
    return GALLEY_PLACE_OPENING;
  if ((token->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
    return GALLEY_PLACE_CLOSING;
  return (token->flags & GALLEY_TOKEN_QUOTED) != 0 ? GALLEY_PLACE_QUOTED : GALLEY_PLACE_PLAIN;
}

static void
look_up_cue (GalleyReaderWord *word, const GalleyCue *cue)
{
  if (cue == NULL || cue->part == GALLEY_CUE_PHRASE)
    return;
  word->cue = (guint8) (1 + cue->manner);
  if (cue->part == GALLEY_CUE_NOUN)
    word->cue |= CUE_IS_NOUN;
  if ((cue->flags & GALLEY_CUE_WEAK) != 0)
    word->cue |= CUE_IS_WEAK;
}

/* Only verbs and nouns are in the lists, and only short words. */
static void
look_up (GalleyReaderWord *word, const GalleyText *text, guint position)
{
  char folded[GALLEY_LEMMA_MAX];
  char lemma[GALLEY_LEMMA_MAX];
  const GalleyNoun *noun;
  gboolean plural;
  gsize length;

  word->lemma = word->facts.folded;
  if (word->facts.length > LONGEST_LOOKED_UP)
    return;
  length = galley_text_copy_folded (text, position, folded, GALLEY_LEMMA_MAX - 2);
  galley_lemma_write (folded, length, word->tag, lemma);
  word->lemma = galley_hash_word (lemma);
  if (galley_tag_is_verb (word->tag))
    look_up_cue (word, galley_cue_find (lemma));
  else if (galley_tag_is_noun (word->tag))
    {
      look_up_cue (word, galley_cue_find_noun (folded));
      noun = galley_noun_find (folded, &plural);
      word->noun = noun != NULL ? (guint8) (1 + noun->noun_class) : 0;
    }
  else if (strcmp (folded, "according") == 0)
    word->cue = GALLEY_MANNER_SPEECH + 1;
}

static void
init_word (GalleyReaderWord *self, const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);

  memset (self, 0, sizeof *self);
  galley_word_facts_init (&self->facts, text->text + token->start, token->end - token->start);
  self->tag = token->tag;
  self->place = (guint8) find_place (token);
  self->quoted = quotation_size (text, token->quotation);
  look_up (self, text, position);
}

static gboolean
is_mark (const GalleyReaderWord *word)
{
  return !word->facts.has_letter && !word->facts.has_digit;
}

/* "has been told" is one verb: the last of its words is the one that says what is done. */
static gboolean
is_main_verb (const GalleyReaderWord *words, gint16 position, gint16 end)
{
  if (!galley_tag_is_verb (words[position].tag))
    return FALSE;
  for (gint16 i = (gint16) (position + 1); i < MIN (end, position + 3); i++)
    if (galley_tag_is_verb (words[i].tag))
      return FALSE;
  return TRUE;
}

static void
link_verbs (GalleyReaderWord *words, gint16 start, gint16 end)
{
  gint16 verb = -1;

  for (gint16 i = start; i < end; i++)
    {
      words[i].left_verb = verb;
      verb = is_main_verb (words, i, end) ? i : verb;
    }
  verb = -1;
  for (gint16 i = (gint16) (end - 1); i >= start; i--)
    {
      words[i].right_verb = verb;
      verb = is_main_verb (words, i, end) ? i : verb;
    }
}

/* What of a word tells the phrases around a verb apart; 0: nothing, as within a noun phrase. */
static guint32
class_of (const GalleyReaderWord *word)
{
  const char *tag = galley_tag_to_string (word->tag);

  if (strcmp (tag, "DT") == 0 || strcmp (tag, "PRP$") == 0 || strcmp (tag, "POS") == 0
      || strcmp (tag, "CD") == 0 || tag[0] == 'J' || tag[0] == 'R')
    return 0;
  if (tag[0] == 'N')
    return galley_tag_is_proper_noun (word->tag) ? 'P' : 'N';
  if (tag[0] == 'V')
    return tag[2] == 'N' || tag[2] == 'G' ? 'v' : 'V';
  return 256 + (guint32) word->tag;
}

/* From a verb or a reporting word on, in either direction. */
typedef struct
{
  guint32 hash;
  guint32 last;
  gint16 from;
} Path;

static guint32
step_path (Path *path, const GalleyReaderWord *word, gint16 position)
{
  guint32 step = class_of (word);

  if (path->from < 0 || ABS (position - path->from) > LONGEST_PATH)
    return 0;
  if (step != 0 && step != path->last)
    {
      path->hash = galley_hash_pair (path->hash, step);
      path->last = step;
    }
  return path->hash;
}

static void
begin_path (Path *path, const GalleyReaderWord *words, gint16 position, gint16 end)
{
  if (words[position].cue != 0)
    *path = (Path){ 1 + words[position].cue, 0, position };
  else if (is_main_verb (words, position, end))
    *path = (Path){ FROM_VERB, 0, position };
}

static void
link_paths (GalleyReaderWord *words, gint16 start, gint16 end)
{
  Path path = { 0, 0, -1 };

  for (gint16 i = start; i < end; i++)
    {
      words[i].left_path = step_path (&path, &words[i], i);
      begin_path (&path, words, i, end);
    }
  path = (Path){ 0, 0, -1 };
  for (gint16 i = (gint16) (end - 1); i >= start; i--)
    {
      words[i].right_path = step_path (&path, &words[i], i);
      begin_path (&path, words, i, end);
    }
}

static void
link_sentence (GalleyReaderWord *words, gint16 start, gint16 end)
{
  gint16 cue = -1;
  gint16 mark = -1;

  for (gint16 i = start; i < end; i++)
    {
      words[i].sentence_start = start;
      words[i].sentence_end = end;
      words[i].left_cue = cue;
      words[i].left_mark = mark;
      cue = words[i].cue != 0 ? i : cue;
      mark = is_mark (&words[i]) ? i : mark;
    }
  cue = mark = -1;
  for (gint16 i = (gint16) (end - 1); i >= start; i--)
    {
      words[i].right_cue = cue;
      words[i].right_mark = mark;
      cue = words[i].cue != 0 ? i : cue;
      mark = is_mark (&words[i]) ? i : mark;
    }
}

/* The words around every pair of quotation marks, for all that stands between them. */
static void
link_quotation (GalleyReaderSequence *self, const GalleyText *text, guint position)
{
  gint32 quotation = galley_text_token (text, self->first_token + position)->quotation;
  GalleyReaderWord *word = &self->words[position];
  const GalleyQuotation *pair;
  guint end = self->first_token + self->n_words;

  word->before_quote = word->after_quote = -1;
  if (quotation < 0)
    return;
  pair = &g_array_index (text->quotations, GalleyQuotation, quotation);
  if (pair->open_token > self->first_token)
    word->before_quote = (gint16) (pair->open_token - 1 - self->first_token);
  if (pair->closed && pair->close_token + 1 < end)
    word->after_quote = (gint16) (pair->close_token + 1 - self->first_token);
}

/* A paragraph that announces a quotation, and one that goes on with it. */
static guint32
look_around (const GalleyReaderSequence *self, const GalleyText *text)
{
  guint end = self->first_token + self->n_words;
  const GalleyToken *first = galley_text_token (text, self->first_token);
  const GalleyToken *last = galley_text_token (text, end - 1);
  guint32 around = 0;

  if (self->first_token > 0)
    {
      const GalleyToken *before = galley_text_token (text, self->first_token - 1);

      if (text->text[before->start] == ':')
        around |= GALLEY_AROUND_AFTER_COLON;
      if ((before->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
        around |= GALLEY_AROUND_AFTER_QUOTATION;
    }
  if (end < text->tokens->len
      && (galley_text_token (text, end)->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
    around |= GALLEY_AROUND_BEFORE_QUOTATION;
  if (text->text[last->start] == ':')
    around |= GALLEY_AROUND_ENDS_WITH_COLON;
  if (first->quotation >= 0
      && g_array_index (text->quotations, GalleyQuotation, first->quotation).continues >= 0)
    around |= GALLEY_AROUND_GOES_ON;
  return around;
}

static gboolean
looks_like_headline (const GalleyReaderSequence *self, const GalleyText *text)
{
  const GalleyToken *last = galley_text_token (text, self->first_token + self->n_words - 1);
  char end = text->text[last->start];

  return self->paragraph < HEADLINE_OPENS_BY && end != '.' && end != '?' && end != '!'
         && (last->flags & GALLEY_TOKEN_CLOSES_QUOTE) == 0;
}

/**
 * galley_reader_sequence_init:
 * @text: a text that is tagged
 * @paragraph: one of its paragraphs
 * @first_token: where the sequence begins in it
 *
 * Looks at every token from there to galley_reader_sequence_end().
 */
void
galley_reader_sequence_init (GalleyReaderSequence *self,
                             const GalleyText *text,
                             guint paragraph,
                             guint first_token)
{
  guint start = 0;

  self->paragraph = paragraph;
  self->first_token = first_token;
  self->n_words = galley_reader_sequence_end (text, paragraph, first_token) - first_token;
  for (guint i = 0; i < self->n_words; i++)
    init_word (&self->words[i], text, first_token + i);
  for (guint i = 1; i <= self->n_words; i++)
    if (i == self->n_words
        || galley_text_token (text, first_token + i)->sentence
               != galley_text_token (text, first_token + start)->sentence)
      {
        link_sentence (self->words, (gint16) start, (gint16) i);
        link_verbs (self->words, (gint16) start, (gint16) i);
        link_paths (self->words, (gint16) start, (gint16) i);
        start = i;
      }
  for (guint i = 0; i < self->n_words; i++)
    link_quotation (self, text, i);
  self->around = self->n_words > 0 ? look_around (self, text) : 0;
  self->headline = self->n_words > 0 && looks_like_headline (self, text);
}
