/* galley-voices.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-voices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/galley-voice-words.h"

typedef struct
{
  guint n_words[GALLEY_N_VOICES];
} Counts;

struct _GalleyVoices
{
  GArray *runs;
  Counts all;
  GHashTable *by_source; /* GalleyAnnotation or NULL, borrowed -> Counts */
};

/* The words and whose each is. What is painted is jumped over, so that marks upon marks upon marks
 * cost no more than their number. */
typedef struct
{
  GArray *words;
  GalleyAnnotation **owners;
  guint *next; /* the first word from here on that nobody owns, as far as is known */
} Canvas;

static const GalleyVoiceWord *
word_at (const Canvas *canvas, guint position)
{
  return &g_array_index (canvas->words, GalleyVoiceWord, position);
}

static guint
find_free (Canvas *canvas, guint position)
{
  guint found = position;

  while (canvas->next[found] != found)
    found = canvas->next[found];
  while (canvas->next[position] != found)
    {
      guint step = canvas->next[position];

      canvas->next[position] = found;
      position = step;
    }

  return found;
}

static guint
find_word (const Canvas *canvas, guint offset)
{
  guint low = 0, high = canvas->words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (word_at (canvas, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
paint (Canvas *canvas, GalleyAnnotation *annotation)
{
  GArray *spans = galley_annotation_get_details (annotation)->spans;

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      guint position = find_free (canvas, find_word (canvas, span->start));

      while (position < canvas->words->len && word_at (canvas, position)->start < span->end)
        {
          canvas->owners[position] = annotation;
          canvas->next[position] = position + 1;
          position = find_free (canvas, position);
        }
    }
}

/* Who comes first owns a word, and what holds stands before what is held. A reported opinion is
 * its source's, so quotes come before opinions. */
static void
paint_kind (Canvas *canvas, GalleyReview *review, GalleyKind kind)
{
  for (guint i = 0; i < galley_review_get_n_annotations (review); i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (review, i);

      if (galley_annotation_get_kind (annotation) == kind
          && galley_annotation_get_status (annotation) != GALLEY_STATUS_REJECTED)
        paint (canvas, annotation);
    }
}

static GalleyVoice
voice_of (GalleyAnnotation *owner, gboolean in_marks)
{
  const char *type;

  if (owner == NULL)
    return GALLEY_VOICE_REPORTER;
  if (galley_annotation_get_kind (owner) == GALLEY_KIND_OPINION)
    return GALLEY_VOICE_OPINION;

  type = galley_annotation_get_details (owner)->type;
  if (strcmp (type, "direct") == 0 || (strcmp (type, "mixed") == 0 && in_marks))
    return GALLEY_VOICE_DIRECT;

  return GALLEY_VOICE_PARAPHRASE;
}

static void
add_word (GalleyVoices *self, const GalleyVoiceWord *word, GalleyAnnotation *owner)
{
  GalleyVoice voice = voice_of (owner, word->marks != 0);
  GalleyVoiceRun *last = NULL;

  if (self->runs->len > 0)
    last = &g_array_index (self->runs, GalleyVoiceRun, self->runs->len - 1);
  if (last != NULL && last->voice == voice && last->annotation == owner)
    {
      last->end = word->end;
      last->n_words++;
    }
  else
    {
      GalleyVoiceRun run = { voice, word->start, word->end, 1, owner };

      g_array_append_val (self->runs, run);
    }
}

static Counts *
counts_of (GalleyVoices *self, GalleyAnnotation *source)
{
  Counts *counts = g_hash_table_lookup (self->by_source, source);

  if (counts == NULL)
    {
      counts = g_new0 (Counts, 1);
      g_hash_table_insert (self->by_source, source, counts);
    }

  return counts;
}

static void
count_run (GalleyVoices *self, GalleyReview *review, const GalleyVoiceRun *run)
{
  GalleyAnnotation *source;

  self->all.n_words[run->voice] += run->n_words;
  if (run->voice != GALLEY_VOICE_DIRECT && run->voice != GALLEY_VOICE_PARAPHRASE)
    return;

  source = galley_review_get_source_of (review, run->annotation);
  counts_of (self, source)->n_words[run->voice] += run->n_words;
}

/**
 * galley_voices_new:
 * @review: what was marked; what is rejected does not count, of nested marks the outermost does
 *
 * Counts whose words the article is made of. Of a quote of type `mixed`, the words between
 * quotation marks are direct, the others paraphrase. Takes time in proportion to the words, and for
 * each annotation to the logarithm of their number.
 *
 * Returns: (transfer full): the counts, good for as long as @review does not change
 */
GalleyVoices *
galley_voices_new (GalleyReview *review)
{
  GalleyVoices *self = g_new0 (GalleyVoices, 1);
  Canvas canvas = { .words = galley_voice_words_new (review) };

  self->runs = g_array_new (FALSE, FALSE, sizeof (GalleyVoiceRun));
  self->by_source = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  canvas.owners = g_new0 (GalleyAnnotation *, canvas.words->len);
  canvas.next = g_new (guint, canvas.words->len + 1);
  for (guint i = 0; i <= canvas.words->len; i++)
    canvas.next[i] = i;

  paint_kind (&canvas, review, GALLEY_KIND_QUOTE);
  paint_kind (&canvas, review, GALLEY_KIND_OPINION);
  for (guint i = 0; i < canvas.words->len; i++)
    add_word (self, word_at (&canvas, i), canvas.owners[i]);
  for (guint i = 0; i < self->runs->len; i++)
    count_run (self, review, &g_array_index (self->runs, GalleyVoiceRun, i));

  g_array_unref (canvas.words);
  g_free (canvas.owners);
  g_free (canvas.next);

  return self;
}

void
galley_voices_free (GalleyVoices *self)
{
  g_array_unref (self->runs);
  g_hash_table_unref (self->by_source);
  g_free (self);
}

/**
 * galley_voices_get_n_words:
 *
 * Returns: how many words of the article count
 */
guint
galley_voices_get_n_words (const GalleyVoices *self)
{
  guint n_words = 0;

  for (guint i = 0; i < GALLEY_N_VOICES; i++)
    n_words += self->all.n_words[i];

  return n_words;
}

guint
galley_voices_count (const GalleyVoices *self, GalleyVoice voice)
{
  return self->all.n_words[voice];
}

/**
 * galley_voices_count_of_source:
 * @source: (nullable): a source, rejected or not; %NULL asks for the quotes that name none
 * @voice: direct or paraphrase
 *
 * Returns: how many words it has in @voice
 */
guint
galley_voices_count_of_source (const GalleyVoices *self,
                               GalleyAnnotation *source,
                               GalleyVoice voice)
{
  const Counts *counts = g_hash_table_lookup (self->by_source, source);

  return counts != NULL ? counts->n_words[voice] : 0;
}

/**
 * galley_voices_get_runs:
 *
 * Returns: (transfer none) (element-type GalleyVoiceRun): who speaks when, in the order of the text
 */
GArray *
galley_voices_get_runs (const GalleyVoices *self)
{
  return self->runs;
}

/**
 * galley_voice_label:
 *
 * Returns: (transfer none): the voice for people, translated
 */
const char *
galley_voice_label (GalleyVoice voice)
{
  switch (voice)
    {
    case GALLEY_VOICE_DIRECT:
      return _ ("Direct quote");

    case GALLEY_VOICE_PARAPHRASE:
      return _ ("Paraphrase");

    case GALLEY_VOICE_OPINION:
      return _ ("Writer’s opinion");

    case GALLEY_VOICE_REPORTER:
    default:
      return _ ("Reporter’s voice");
    }
}

/**
 * galley_block_counts:
 * @type: an id of %GALLEY_TERMS_BLOCK
 *
 * Returns: whether its words are words of the article: not where they stand before or after it, or
 *   repeat it
 */
gboolean
galley_block_counts (const char *type)
{
  static const char *const left_out[] = { "kicker",     "byline",      "dateline",
                                          "date",       "pull-quote",  "author-note",
                                          "correction", "boilerplate", NULL };

  return !g_strv_contains (left_out, type);
}
