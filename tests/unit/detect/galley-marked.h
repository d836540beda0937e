/* galley-marked.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "detect/galley-detect.h"
#include "detect/galley-link.h"
#include "language/galley-tagger.h"

/* A text with the marks of a reader written into it: "{S:Ann Lee} {C:said} {K:it rained}." Here it
 * is taken apart again, so that what comes after a reader is tested without one. A mark may say
 * what is expected of it: "{S:She|Ann Lee}"; answers holds that for each mark, "" where it says
 * nothing.
 */
typedef struct
{
  char *string;
  GalleyText *text;
  GArray *marks;
  GPtrArray *answers;
} GalleyMarked;

static inline guint
galley_marked_token_at (const GalleyText *text, gsize byte)
{
  guint i = 0;

  while (i < text->tokens->len && galley_text_token (text, i)->end <= byte)
    i++;

  return i;
}

static inline GalleyMarked *
galley_marked_new (const char *marked)
{
  GalleyMarked *self = g_new0 (GalleyMarked, 1);
  GString *plain = g_string_new (NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize)); /* role, start, end */
  gboolean inside = FALSE;

  self->answers = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = marked; *p != '\0'; p++)
    {
      gsize value;

      if (p[0] == '{' && p[1] != '\0' && p[2] == ':')
        {
          value = p[1] == 'S'   ? GALLEY_ROLE_SOURCE
                  : p[1] == 'C' ? GALLEY_ROLE_CUE
                                : GALLEY_ROLE_CONTENT;
          g_array_append_val (places, value);
          value = plain->len;
          g_array_append_val (places, value);
          p += 2;
          inside = TRUE;
        }
      else if (p[0] == '}' || (p[0] == '|' && inside))
        {
          gsize length = p[0] == '|' ? strcspn (p, "}") : 0;

          value = plain->len;
          g_array_append_val (places, value);
          g_ptr_array_add (self->answers,
                           length > 0 ? g_strndup (p + 1, length - 1) : g_strdup (""));
          p += length;
          inside = FALSE;
        }
      else
        {
          g_string_append_c (plain, *p);
        }
    }

  self->string = g_string_free (plain, FALSE);
  self->text = galley_text_new (self->string, strlen (self->string));
  galley_text_tag (self->text);
  self->marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  for (guint i = 0; i + 2 < places->len; i += 3)
    {
      GalleyMark mark = { .role = (GalleyRole) g_array_index (places, gsize, i),
                          .probability = 0.9 };

      mark.first_token = galley_marked_token_at (self->text, g_array_index (places, gsize, i + 1));
      mark.end_token =
          galley_marked_token_at (self->text, g_array_index (places, gsize, i + 2) - 1) + 1;
      g_array_append_val (self->marks, mark);
    }
  g_array_unref (places);

  return self;
}

static inline void
galley_marked_free (GalleyMarked *self)
{
  galley_text_free (self->text);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->answers);
  g_free (self->string);
  g_free (self);
}

/* Of a sentence by itself, by the reader that every build has. */
static inline GalleyOpinionScore
galley_test_score (const char *sentence, gsize length)
{
  GalleyOpinionScore score;
  g_autoptr (GError) error = NULL;

  galley_detect_score_sentence (sentence, length, galley_reader_find ("fast"), &score, &error);
  g_assert_no_error (error);

  return score;
}

/* As after a reader that says nothing but its marks. */
static inline GPtrArray *
galley_marked_link (const GalleyMarked *self)
{
  const GalleyReading reading = { .marks = self->marks };

  return galley_link_marks (self->text, &reading, NULL);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyMarked, galley_marked_free)
