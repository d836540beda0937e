/* galley-reader-gist.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-features.h"

/* The second pass reads over the shoulder of the first: where it saw a cue, a source and a content,
 * and what the labels around a place were. */

#define FIRST_TEMPLATE 1000
#define N_ROLES        3
#define FAR            7

typedef struct
{
  guint32 *next;
  guint32 template;
} Writer;

static inline void
put (Writer *writer, guint32 value)
{
  *writer->next++ = galley_hash_pair (++writer->template, value);
}

static inline guint32
pair (guint32 a, guint32 b)
{
  return galley_hash_pair (a, b);
}

static gint
role_at (const GalleyReaderGist *self, guint position)
{
  guint label = self->labels[position];

  return label == GALLEY_READER_NOTHING ? -1 : (gint) galley_reader_role_of (label);
}

static void
look_left (GalleyReaderGist *self)
{
  gint16 nearest[N_ROLES] = { -1, -1, -1 };

  for (guint i = 0; i < self->sequence->n_words; i++)
    {
      gint role = role_at (self, i);

      if ((gint) i == self->sequence->words[i].sentence_start)
        nearest[0] = nearest[1] = nearest[2] = -1;
      for (guint k = 0; k < N_ROLES; k++)
        self->left[k][i] = nearest[k];
      if (role >= 0)
        nearest[role] = (gint16) i;
    }
}

static void
look_right (GalleyReaderGist *self)
{
  gint16 nearest[N_ROLES] = { -1, -1, -1 };

  for (guint i = self->sequence->n_words; i-- > 0;)
    {
      gint role = role_at (self, i);

      if ((gint) i + 1 == self->sequence->words[i].sentence_end)
        nearest[0] = nearest[1] = nearest[2] = -1;
      for (guint k = 0; k < N_ROLES; k++)
        self->right[k][i] = nearest[k];
      if (role >= 0)
        nearest[role] = (gint16) i;
    }
}

/* Which roles a sentence has, a bit each, and whether it has several cues. */
static void
sum_up_sentences (GalleyReaderGist *self)
{
  const GalleyReaderWord *words = self->sequence->words;
  guint n_cues = 0;

  for (guint start = 0; start < self->sequence->n_words;)
    {
      guint end = (guint) words[start].sentence_end;
      guint8 sum = 0;

      n_cues = 0;
      for (guint i = start; i < end; i++)
        {
          if (role_at (self, i) >= 0)
            sum |= (guint8) (1u << role_at (self, i));
          n_cues += self->labels[i] == galley_reader_begins (GALLEY_ROLE_CUE);
        }
      if (n_cues > 1)
        sum |= 8;
      for (guint i = start; i < end; i++)
        self->sentence[i] = sum;
      start = end;
    }
}

/**
 * galley_reader_gist_init:
 * @labels: (array): what the first pass says of every word; borrowed
 */
void
galley_reader_gist_init (GalleyReaderGist *self,
                         const GalleyReaderSequence *sequence,
                         const guint8 *labels)
{
  self->sequence = sequence;
  self->labels = labels;
  look_left (self);
  look_right (self);
  sum_up_sentences (self);
}

static guint32
label_at (const GalleyReaderGist *self, gint position)
{
  return position >= 0 && (guint) position < self->sequence->n_words ? self->labels[position] : 15;
}

static guint32
bucket (gint from, gint16 to)
{
  gint distance = ABS (from - to);

  if (to < 0)
    return FAR + 1;
  return distance <= 2    ? (guint32) distance
         : distance <= 4  ? 3
         : distance <= 8  ? 4
         : distance <= 16 ? 5
                          : 6;
}

static guint32
lemma_at (const GalleyReaderGist *self, gint16 position)
{
  return position >= 0 ? self->sequence->words[position].lemma : 0;
}

static void
put_labels (Writer *writer, const GalleyReaderGist *self, gint i)
{
  const GalleyReaderWord *word = &self->sequence->words[i];
  guint32 here = label_at (self, i);
  guint32 left = label_at (self, i - 1);
  guint32 right = label_at (self, i + 1);
  guint32 around = left << 8 | here << 4 | right;

  put (writer, here);
  put (writer, around);
  put (writer, pair (around, label_at (self, i - 2) << 4 | label_at (self, i + 2)));
  put (writer, pair (around, word->tag));
  put (writer, pair (here, word->facts.folded));
  put (writer, pair (left << 4 | here, word->facts.folded));
  put (writer, pair (here << 4 | right, word->facts.folded));
  put (writer, pair (label_at (self, i - 2) << 8 | label_at (self, i - 3), left << 4 | here));
  put (writer, pair (label_at (self, i + 2) << 8 | label_at (self, i + 3), here << 4 | right));
  put (writer, pair (here, (guint32) word->place << 4 | word->quoted));
}

static void
put_roles (Writer *writer, const GalleyReaderGist *self, gint i)
{
  const GalleyReaderWord *word = &self->sequence->words[i];
  guint32 here = label_at (self, i);
  gint16 left_cue = self->left[GALLEY_ROLE_CUE][i];
  gint16 right_cue = self->right[GALLEY_ROLE_CUE][i];
  gint16 left_source = self->left[GALLEY_ROLE_SOURCE][i];
  gint16 right_source = self->right[GALLEY_ROLE_SOURCE][i];
  gint16 left_content = self->left[GALLEY_ROLE_CONTENT][i];
  gint16 right_content = self->right[GALLEY_ROLE_CONTENT][i];
  guint32 cues = bucket (i, left_cue) << 4 | bucket (i, right_cue);
  guint32 sources = bucket (i, left_source) << 4 | bucket (i, right_source);
  guint32 contents = bucket (i, left_content) << 4 | bucket (i, right_content);
  guint32 sum = self->sentence[i];
  guint32 before = word->sentence_start > 0 ? self->sentence[word->sentence_start - 1] : 31;
  guint32 after = (guint) word->sentence_end < self->sequence->n_words
                      ? self->sentence[word->sentence_end]
                      : 31;
  guint32 order = (guint32) (left_cue >= 0) | (guint32) (right_cue >= 0) << 1
                  | (guint32) (left_source >= 0) << 2 | (guint32) (right_source >= 0) << 3
                  | (guint32) (left_content >= 0) << 4 | (guint32) (right_content >= 0) << 5;

  put (writer, sum);
  put (writer, pair (sum, word->tag));
  put (writer, pair (sum, (guint32) word->place << 4 | word->quoted));
  put (writer, pair (sum, here));
  put (writer, order);
  put (writer, pair (order, word->tag));
  put (writer, pair (order, here));
  put (writer, pair (order, cues));
  put (writer, pair (cues, here));
  put (writer, pair (sources, here));
  put (writer, pair (contents, here));
  put (writer, pair (cues, (guint32) word->place << 4 | word->quoted));
  put (writer, pair (lemma_at (self, left_cue), bucket (i, left_cue)));
  put (writer, pair (lemma_at (self, right_cue), bucket (i, right_cue)));
  put (writer, pair (lemma_at (self, left_cue), word->tag));
  put (writer, pair (lemma_at (self, right_cue), word->tag));
  put (writer, pair (lemma_at (self, left_cue), pair (order, here)));
  put (writer, pair (lemma_at (self, right_cue), pair (order, here)));
  put (writer, pair (lemma_at (self, left_cue), word->facts.folded));
  put (writer, before << 8 | sum);
  put (writer, after << 8 | sum);
  put (writer, pair (before << 8 | sum, (guint32) word->place << 4 | word->quoted));
  put (writer, pair (after << 8 | sum, here));
}

/**
 * galley_reader_gist_features:
 * @features: (out caller-allocates) (array fixed-size=96)
 *
 * What the first pass's labels say of a word's label; to be added to galley_reader_features().
 *
 * Returns: how many features were written
 */
guint
galley_reader_gist_features (const GalleyReaderGist *self, guint position, guint32 *features)
{
  Writer writer = { features, FIRST_TEMPLATE };

  put_labels (&writer, self, (gint) position);
  put_roles (&writer, self, (gint) position);
  return (guint) (writer.next - features);
}
