/* galley-json-writer-article.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer-private.h"

static void
emit_blocks (GalleyJsonWriter *self, GArray *blocks, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonExtraItems unknown;

  _galley_json_extra_items_init (&unknown, extra, "blocks");
  galley_json_emit_name (out, "blocks");
  galley_json_emit_open (out, '[', FALSE);
  for (guint i = 0; i < blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (blocks, GalleyBlock, i);

      galley_json_emit_open (out, '{', TRUE);
      galley_json_emit_string_member (out, "type", block->type);
      galley_json_emit_uint_member (out, "start", block->start);
      galley_json_emit_uint_member (out, "end", block->end);
      _galley_json_emit_extra (self, _galley_json_extra_items_next (&unknown), NULL);
      galley_json_emit_close (out, '}');
    }
  galley_json_emit_close (out, ']');
}

/**
 * _galley_json_emit_article:
 * @extra: (nullable): unknown members of the article
 *
 * Writes the member `galley:article`.
 */
void
_galley_json_emit_article (GalleyJsonWriter *self, const GalleyJsonSlice *extra)
{
  static const char *const merged[] = { "blocks", NULL };
  GalleyJsonEmitter *out = &self->out;
  const GalleyMetadata *metadata = galley_article_get_metadata (self->article);

  galley_json_emit_name (out, "galley:article");
  galley_json_emit_open (out, '{', FALSE);
  if (!self->without_text)
    {
      galley_json_emit_name (out, "text");
      galley_json_emit_string (out,
                               galley_article_get_text (self->article),
                               galley_article_get_length (self->article));
    }
  galley_json_emit_string_member (out, "sha256", galley_article_get_sha256 (self->article));
  galley_json_emit_string_member (out, "unit", "code point");
  galley_json_emit_string_member (out, "title", metadata->title);
  galley_json_emit_string_member (out, "byline", metadata->byline);
  galley_json_emit_string_member (out, "publishedTime", metadata->published_time);
  galley_json_emit_string_member (out, "siteName", metadata->site_name);
  galley_json_emit_string_member (out, "lang", metadata->lang);
  galley_json_emit_string_member (out, "typeOfWork", metadata->type_of_work);
  galley_json_emit_string_member (out, "uri", metadata->uri);
  galley_json_emit_string_member (out, "importer", galley_article_get_importer (self->article));
  emit_blocks (self, metadata->blocks, extra);
  _galley_json_emit_extra (self, extra, merged);
  galley_json_emit_close (out, '}');
}
