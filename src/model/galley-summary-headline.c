/* galley-summary-headline.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-summary-private.h"

#include <string.h>

/* Code points of a quote that are compared, so that marks upon marks do not cost their product. */
#define MAX_CHARS 500
/* Words below this many letters say little: a, of, the … */
#define MIN_LETTERS 4
#define MIN_SHARED  2

static gboolean
is_common (const char *word)
{
  static const char *const common[] = { "about", "after", "also",  "amid", "been",  "before",
                                        "could", "does",  "from",  "have", "into",  "more",
                                        "most",  "over",  "said",  "say",  "says",  "tell",
                                        "than",  "that",  "their", "them", "there", "they",
                                        "this",  "told",  "under", "were", "what",  "when",
                                        "where", "which", "will",  "with", "would", NULL };

  return g_strv_contains (common, word);
}

/* Lower case, without a possessive or plural ending: “Council’s” and “councils” are one word. */
static char *
fold (const char *word, gsize length)
{
  g_autofree char *copy = g_strndup (word, length);
  char *folded = g_utf8_strdown (copy, -1);
  char *apostrophe = strstr (folded, "’");

  if (apostrophe == NULL)
    apostrophe = strchr (folded, '\'');
  if (apostrophe != NULL)
    *apostrophe = '\0';
  length = strlen (folded);
  if (length > MIN_LETTERS && folded[length - 1] == 's' && folded[length - 2] != 's')
    folded[length - 1] = '\0';

  return folded;
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* The next word at or after *@place, which is moved behind it. */
static char *
next_word (const char **place, const char *end, const char **start, gsize *length)
{
  const char *p = *place;

  while (p < end && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *start = p;
  while (p < end
         && (g_unichar_isalnum (g_utf8_get_char (p)) || is_apostrophe (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  *place = p;
  *length = (gsize) (p - *start);

  return p > *start ? fold (*start, *length) : NULL;
}

static gboolean
carries_meaning (const char *folded)
{
  return has_digit (folded) || (g_utf8_strlen (folded, -1) >= MIN_LETTERS && !is_common (folded));
}

/* Folded word -> word as the headline writes it. */
static GHashTable *
list_headline_words (GalleySummary *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GalleyArticle *article = galley_review_get_article (self->review);
  gsize length;
  const char *place =
      galley_article_peek_slice (article, self->headline.start, self->headline.end, &length);
  const char *end = place + length;
  const char *start;
  char *folded;

  while ((folded = next_word (&place, end, &start, &length)) != NULL)
    {
      if (carries_meaning (folded) && !g_hash_table_contains (words, folded))
        g_hash_table_insert (words, folded, g_strndup (start, length));
      else
        g_free (folded);
    }

  return words;
}

static char **
list_shared_words (GalleySummary *self, GalleyAnnotation *quote, GHashTable *headline)
{
  GalleyArticle *article = galley_review_get_article (self->review);
  GArray *spans = galley_annotation_get_details (quote)->spans;
  g_autoptr (GPtrArray) shared = g_ptr_array_new_with_free_func (g_free);
  guint budget = MAX_CHARS;

  for (guint i = 0; i < galley_spans_length (spans) && budget > 0; i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      guint n_chars = MIN (span->end - span->start, budget);
      gsize length;
      const char *place =
          galley_article_peek_slice (article, span->start, span->start + n_chars, &length);
      const char *end = place + length;
      const char *start;
      char *folded;

      budget -= n_chars;
      while ((folded = next_word (&place, end, &start, &length)) != NULL)
        {
          const char *word = g_hash_table_lookup (headline, folded);

          if (word != NULL && !g_ptr_array_find_with_equal_func (shared, word, g_str_equal, NULL))
            g_ptr_array_add (shared, g_strdup (word));
          g_free (folded);
        }
    }
  g_ptr_array_add (shared, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&shared), FALSE);
}

static void
support_free (gpointer data)
{
  GalleySummarySupport *support = data;

  g_strfreev (support->words);
  g_free (support);
}

static void
take_support (GalleySummary *self, GalleyAnnotation *quote, GHashTable *headline)
{
  g_auto (GStrv) words = list_shared_words (self, quote, headline);
  GalleySummarySupport *support;

  if (g_strv_length (words) < MIN (MIN_SHARED, MAX (self->n_headline_words, 1)))
    return;

  support = g_new0 (GalleySummarySupport, 1);
  support->quote = quote;
  support->words = g_steal_pointer (&words);
  g_ptr_array_add (self->support, support);
}

static GalleySpan
find_headline (GalleySummary *self)
{
  GArray *blocks = galley_article_get_metadata (galley_review_get_article (self->review))->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (blocks, GalleyBlock, i);

      if (strcmp (block->type, "headline") == 0)
        return (GalleySpan){ block->start, block->end };
    }

  return (GalleySpan){ 0, 0 };
}

/* Quotes within the headline, and those below it that share words with it: a hint where to look, no
 * proof. */
void
_galley_summary_take_headline (GalleySummary *self)
{
  g_autoptr (GHashTable) words = NULL;

  self->headline = find_headline (self);
  self->headline_quotes = _galley_finding_new (NULL);
  self->support = g_ptr_array_new_with_free_func (support_free);
  if (self->headline.end == self->headline.start)
    return;

  words = list_headline_words (self);
  self->n_headline_words = g_hash_table_size (words);
  for (guint i = 0; i < self->kept->len; i++)
    {
      GalleyAnnotation *annotation = self->kept->pdata[i];

      if (galley_annotation_get_kind (annotation) != GALLEY_KIND_QUOTE)
        continue;
      if (galley_annotation_get_start (annotation) < self->headline.end)
        _galley_finding_add (self->headline_quotes, annotation);
      else
        take_support (self, annotation, words);
    }
}
