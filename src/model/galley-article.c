/* galley-article.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-article.h"

#include <string.h>

/**
 * GalleyArticle:
 *
 * An article: its text, which never changes, and what is known about it. The text is UTF-8 with LF
 * and without NUL, as stored; all offsets are code points over it.
 */
struct _GalleyArticle
{
  GObject parent_instance;

  GBytes *bytes;
  GalleyOffsets *offsets;
  GalleyMetadata *metadata;
  char *importer;
  char *sha256;
};

G_DEFINE_FINAL_TYPE (GalleyArticle, galley_article, G_TYPE_OBJECT)

static void
galley_article_finalize (GObject *object)
{
  GalleyArticle *self = GALLEY_ARTICLE (object);

  g_clear_pointer (&self->offsets, galley_offsets_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->metadata, galley_metadata_unref);
  g_clear_pointer (&self->importer, g_free);
  g_clear_pointer (&self->sha256, g_free);

  G_OBJECT_CLASS (galley_article_parent_class)->finalize (object);
}

static void
galley_article_class_init (GalleyArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_article_finalize;
}

static void
galley_article_init (GalleyArticle *self)
{
  self->metadata = galley_metadata_new ();
}

/**
 * galley_article_new:
 * @text: valid UTF-8, LF, no NUL; need not end with a NUL
 * @importer: which importer made it ("text")
 *
 * Returns: (transfer full): an article that knows nothing but its text
 */
GalleyArticle *
galley_article_new (GBytes *text, const char *importer)
{
  GalleyArticle *self = g_object_new (GALLEY_TYPE_ARTICLE, NULL);
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  self->bytes = g_bytes_ref (text);
  self->importer = g_strdup (importer);
  self->offsets = galley_offsets_new (data, length);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

  return self;
}

/**
 * galley_article_get_text:
 *
 * Returns: the text, galley_article_get_length() bytes long and not ended by a NUL
 */
const char *
galley_article_get_text (GalleyArticle *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  return length > 0 ? text : "";
}

/**
 * galley_article_get_length:
 *
 * Returns: the length of the text in bytes
 */
gsize
galley_article_get_length (GalleyArticle *self)
{
  return g_bytes_get_size (self->bytes);
}

/**
 * galley_article_get_n_chars:
 *
 * Returns: the length of the text in code points
 */
guint
galley_article_get_n_chars (GalleyArticle *self)
{
  return galley_offsets_get_n_chars (self->offsets);
}

const GalleyOffsets *
galley_article_get_offsets (GalleyArticle *self)
{
  return self->offsets;
}

/**
 * galley_article_get_sha256:
 *
 * Returns: the digest of the text, 64 hexadecimal digits in lower case
 */
const char *
galley_article_get_sha256 (GalleyArticle *self)
{
  return self->sha256;
}

const char *
galley_article_get_importer (GalleyArticle *self)
{
  return self->importer;
}

/**
 * galley_article_peek_slice:
 * @start: first code point
 * @end: one past the last code point; both are clamped to the text
 * @length: (out): bytes
 *
 * Returns: (transfer none): a place in the text, not ended by a NUL
 */
const char *
galley_article_peek_slice (GalleyArticle *self, guint start, guint end, gsize *length)
{
  gsize first = galley_offsets_to_byte (self->offsets, start);
  gsize last = galley_offsets_to_byte (self->offsets, MAX (start, end));

  *length = last - first;

  return galley_article_get_text (self) + first;
}

/**
 * galley_article_dup_slice:
 * @start: first code point
 * @end: one past the last code point
 *
 * Returns: (transfer full): the text between them
 */
char *
galley_article_dup_slice (GalleyArticle *self, guint start, guint end)
{
  gsize length;
  const char *slice = galley_article_peek_slice (self, start, end, &length);

  return g_strndup (slice, length);
}

/**
 * galley_article_dup_spans:
 * @spans: (element-type GalleySpan)
 *
 * Returns: (transfer full): the words of @spans; what lies between two of them reads " … "
 */
char *
galley_article_dup_spans (GalleyArticle *self, GArray *spans)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      gsize length;
      const char *slice = galley_article_peek_slice (self, span->start, span->end, &length);

      if (i > 0)
        g_string_append (words, " … ");
      g_string_append_len (words, slice, (gssize) length);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

const GalleyMetadata *
galley_article_get_metadata (GalleyArticle *self)
{
  return self->metadata;
}

/**
 * galley_article_take_metadata:
 * @metadata: (transfer full): from now on shared and not to be changed
 *
 * For importers, detectors and #GalleyReview; a person's corrections go through
 * galley_review_set_metadata().
 */
void
galley_article_take_metadata (GalleyArticle *self, GalleyMetadata *metadata)
{
  g_clear_pointer (&self->metadata, galley_metadata_unref);
  self->metadata = metadata;
}
