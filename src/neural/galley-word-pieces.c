/* galley-word-pieces.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "neural/galley-word-pieces.h"

#include <string.h>

#include "base/galley-error.h"
#include "neural/galley-word-pieces-private.h"

#define MAX_CHARACTERS 100 /* of a word; longer ones are unknown */
#define CONTINUATION   "##"
#define NO_PIECE       G_MAXUINT32
#define MAX_PIECES     (1u << 20)
#define MAX_PROBES     256u /* far more than a vocabulary needs whose hashes are not forged */
#define HASH_START     0x811c9dc5u

struct _GalleyWordPieces
{
  GBytes *bytes;
  const char *vocabulary;
  guint32 *starts; /* of each piece its first byte; one more than there are pieces */
  guint32 *slots;  /* open addressing: a piece + 1, or 0 */
  guint32 n_pieces;
  guint32 mask;
  gsize longest; /* bytes of a piece, its ## counted */
  guint32 unknown;
  guint32 opening;
  guint32 closing;
};

/* A word as it grows: its characters, normalised, and where each comes from. */
typedef struct
{
  char text[MAX_CHARACTERS * 6];
  guint32 bytes[MAX_CHARACTERS + 1];
  guint32 starts[MAX_CHARACTERS];
  guint32 ends[MAX_CHARACTERS];
  guint n;
  gboolean too_long;
  guint32 end;
} Word;

/* FNV-1a (Fowler, Noll, Vo): grows byte by byte, as a piece does. */
static inline guint32
hash_more (guint32 hash, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * 0x01000193u;
  return hash;
}

static gboolean
is_piece (
    const GalleyWordPieces *self, guint32 piece, gboolean first, const char *text, gsize length)
{
  const char *entry = self->vocabulary + self->starts[piece];
  gsize size = self->starts[piece + 1] - self->starts[piece] - 1;
  gsize prefix = first ? 0 : strlen (CONTINUATION);

  return size == prefix + length && memcmp (entry, CONTINUATION, prefix) == 0
         && memcmp (entry + prefix, text, length) == 0;
}

static guint32
look_up (const GalleyWordPieces *self, guint32 hash, gboolean first, const char *text, gsize length)
{
  guint32 slot = hash & self->mask;

  for (guint probe = 0; probe < MAX_PROBES && self->slots[slot] != 0;
       probe++, slot = (slot + 1) & self->mask)
    if (is_piece (self, self->slots[slot] - 1, first, text, length))
      return self->slots[slot] - 1;
  return NO_PIECE;
}

static guint32
look_up_name (const GalleyWordPieces *self, const char *name)
{
  gsize length = strlen (name);

  return look_up (self, hash_more (HASH_START, name, length), TRUE, name, length);
}

/* Of two lines that are the same the last counts, as in Python's dictionaries. */
static gboolean
insert (GalleyWordPieces *self, guint32 piece)
{
  const char *entry = self->vocabulary + self->starts[piece];
  gsize length = self->starts[piece + 1] - self->starts[piece] - 1;
  guint32 slot = hash_more (HASH_START, entry, length) & self->mask;

  self->longest = MAX (self->longest, length);
  for (guint probe = 0; probe < MAX_PROBES; probe++, slot = (slot + 1) & self->mask)
    if (self->slots[slot] == 0 || is_piece (self, self->slots[slot] - 1, TRUE, entry, length))
      {
        self->slots[slot] = piece + 1;
        return TRUE;
      }
  return FALSE;
}

/* A last line may do without its line feed. */
static gboolean
find_lines (GalleyWordPieces *self, gsize size)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 start = 0;

  while (start < size && starts->len < MAX_PIECES)
    {
      const char *line = self->vocabulary + start;
      const char *end = memchr (line, '\n', size - start);

      g_array_append_val (starts, start);
      start += (guint32) (end != NULL ? (gsize) (end - line) : size - start) + 1;
    }
  self->n_pieces = starts->len;
  g_array_append_val (starts, start);
  self->starts = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&starts), FALSE);
  return start >= size;
}

static gboolean
build_index (GalleyWordPieces *self)
{
  self->mask = 1;
  while (self->mask < 2 * self->n_pieces)
    self->mask = 2 * self->mask + 1;
  self->slots = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint32 i = 0; i < self->n_pieces; i++)
    if (!insert (self, i))
      return FALSE;
  self->unknown = look_up_name (self, "[UNK]");
  self->opening = look_up_name (self, "[CLS]");
  self->closing = look_up_name (self, "[SEP]");
  return self->unknown != NO_PIECE && self->opening != NO_PIECE && self->closing != NO_PIECE;
}

/**
 * galley_word_pieces_new:
 * @vocabulary: a piece a line, UTF-8; kept, not copied
 * @error: a #GALLEY_ERROR_MODEL where it is no vocabulary
 *
 * Returns: (transfer full) (nullable): the vocabulary with its index
 */
GalleyWordPieces *
galley_word_pieces_new (GBytes *vocabulary, GError **error)
{
  g_autoptr (GalleyWordPieces) self = g_new0 (GalleyWordPieces, 1);
  gsize size;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  self->bytes = g_bytes_ref (vocabulary);
  self->vocabulary = g_bytes_get_data (vocabulary, &size);
  if (size < G_MAXUINT32 && find_lines (self, size) && build_index (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error,
                       GALLEY_ERROR,
                       GALLEY_ERROR_MODEL,
                       "The model file's vocabulary is not one of word pieces.");
  return NULL;
}

void
galley_word_pieces_free (GalleyWordPieces *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->starts);
  g_free (self->slots);
  g_free (self);
}

/**
 * galley_word_pieces_get_n_pieces:
 *
 * Returns: how many lines the vocabulary has: ids are below that
 */
guint
galley_word_pieces_get_n_pieces (const GalleyWordPieces *self)
{
  return self->n_pieces;
}

/**
 * galley_word_pieces_get_opening:
 *
 * Returns: the piece that stands first in every window, [CLS]
 */
guint32
galley_word_pieces_get_opening (const GalleyWordPieces *self)
{
  return self->opening;
}

/**
 * galley_word_pieces_get_closing:
 *
 * Returns: the piece that stands last in every window, [SEP]
 */
guint32
galley_word_pieces_get_closing (const GalleyWordPieces *self)
{
  return self->closing;
}

static void
word_append (Word *self, gunichar character, guint32 start, guint32 end)
{
  guint32 byte = self->bytes[self->n];

  self->end = end;
  self->too_long |= self->n == MAX_CHARACTERS;
  if (self->too_long)
    return;
  self->starts[self->n] = start;
  self->ends[self->n] = end;
  self->n++;
  self->bytes[self->n] = byte + (guint32) g_unichar_to_utf8 (character, self->text + byte);
}

/* The longest piece that the word goes on with at its character @from; @end is one past its last.
 */
static guint32
find_longest (const GalleyWordPieces *self, const Word *word, guint from, guint *end)
{
  guint32 hashes[MAX_CHARACTERS + 1];
  const char *text = word->text + word->bytes[from];
  guint to = from;

  hashes[from] = hash_more (HASH_START, CONTINUATION, from > 0 ? strlen (CONTINUATION) : 0);
  while (to < word->n && word->bytes[to + 1] - word->bytes[from] <= self->longest)
    {
      hashes[to + 1] = hash_more (hashes[to],
                                  word->text + word->bytes[to],
                                  word->bytes[to + 1] - word->bytes[to]);
      to++;
    }
  for (; to > from; to--)
    {
      guint32 piece =
          look_up (self, hashes[to], from == 0, text, word->bytes[to] - word->bytes[from]);

      *end = to;
      if (piece != NO_PIECE)
        return piece;
    }
  return NO_PIECE;
}

/* All pieces or one unknown. */
static void
word_cut (const GalleyWordPieces *self, Word *word, GArray *pieces)
{
  guint first = pieces->len;
  gboolean known = !word->too_long;

  for (guint from = 0, to = 0; known && from < word->n; from = to)
    {
      GalleyPiece piece = { find_longest (self, word, from, &to), word->starts[from], 0 };

      known = piece.id != NO_PIECE;
      piece.end = known ? word->ends[to - 1] : 0;
      g_array_append_val (pieces, piece);
    }
  if (!known)
    {
      GalleyPiece piece = { self->unknown, word->starts[0], word->end };

      g_array_set_size (pieces, first);
      g_array_append_val (pieces, piece);
    }
  word->n = 0;
  word->too_long = FALSE;
}

static void
take_character (const GalleyWordPieces *self,
                Word *word,
                const GalleyNormal *normal,
                guint32 start,
                guint32 end,
                GArray *pieces)
{
  if (normal->kind != GALLEY_NORMAL_LETTER)
    word_cut (self, word, pieces);
  if (normal->kind != GALLEY_NORMAL_SPACE)
    word_append (word, normal->character, start, end);
  if (normal->kind == GALLEY_NORMAL_ALONE)
    word_cut (self, word, pieces);
}

/**
 * galley_word_pieces_cut:
 * @text: valid UTF-8
 * @start: where to begin, in bytes: between two words, or what an earlier call returned
 * @end: where to stop, in bytes
 * @max_pieces: stop after the word, and the mark at its end, with which there are so many in
 *   @pieces; 0 for no limit
 * @pieces: (element-type GalleyPiece): appended to
 *
 * Cuts a text into pieces. Allocates nothing but the array's growth, so that a text of any length
 * can be cut bit by bit. What looks like a special piece, as “[SEP]”, is text like any other.
 *
 * Returns: the byte to go on from; @end where all is cut
 */
gsize
galley_word_pieces_cut (const GalleyWordPieces *self,
                        const char *text,
                        gsize start,
                        gsize end,
                        guint max_pieces,
                        GArray *pieces)
{
  GalleyNormal normals[GALLEY_MAX_NORMAL];
  Word word = { .n = 0 };
  gsize next = start;

  g_return_val_if_fail (end <= G_MAXUINT32, end);

  while (next < end && (max_pieces == 0 || word.n > 0 || pieces->len < max_pieces))
    {
      gsize place = next;
      guint n = _galley_word_pieces_normalise (g_utf8_get_char (text + place), normals);

      next = (gsize) (g_utf8_next_char (text + place) - text);
      for (guint i = 0; i < n; i++)
        take_character (self, &word, &normals[i], (guint32) place, (guint32) next, pieces);
    }
  word_cut (self, &word, pieces);
  return next;
}
