/* galley-print-pieces.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "neural/galley-word-pieces.h"

/* Cuts standard input, texts each ended by a NUL, and prints of each a line of ID:START:END, in
 * bytes. Cut bit by bit, as a reader does. */
#define MAX_PIECES 256

static void
print_text (const GalleyWordPieces *word_pieces, const char *text, gsize length, GArray *pieces)
{
  gsize next = 0;

  while (next < length)
    {
      g_array_set_size (pieces, 0);
      next = galley_word_pieces_cut (word_pieces, text, next, length, MAX_PIECES, pieces);
      for (guint i = 0; i < pieces->len; i++)
        {
          const GalleyPiece *piece = &g_array_index (pieces, GalleyPiece, i);

          printf ("%u:%u:%u ", piece->id, piece->start, piece->end);
        }
    }
  putchar ('\n');
}

static gboolean
run (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) vocabulary = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (GalleyWordPieces) word_pieces =
      vocabulary != NULL ? galley_word_pieces_new (vocabulary, error) : NULL;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GalleyPiece));
  char *text = NULL;
  size_t size = 0;
  ssize_t length;

  if (word_pieces == NULL)
    return FALSE;
  while ((length = getdelim (&text, &size, '\0', stdin)) > 0)
    print_text (word_pieces, text, (gsize) length - (text[length - 1] == '\0'), pieces);
  free (text);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 2 && run (argv[1], &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL ? error->message : "galley-print-pieces VOCABULARY < TEXTS");
  return EXIT_FAILURE;
}
