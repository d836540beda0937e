/* galley-json-reader-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/galley-json-rest.h"
#include "model/galley-review.h"
#include "model/galley-taxonomy.h"

G_BEGIN_DECLS

/**
 * GalleyJsonReader:
 * @article: the article, once it is read
 * @source: the `ni:` URI that every target must name
 * @text_matches: whether the text has the digest the file says
 * @annotations: (element-type GalleyAnnotation): those read so far
 * @by_id: borrowed id -> borrowed annotation
 * @ids: ids of all items, verdicts included
 * @links: (element-type GalleyJsonLink): quotes whose source has to be there in the end
 * @roles: interned roles of evidence, which a stranger may not make ever more of
 *
 * What the parts of the reader share.
 */
typedef struct
{
  GalleyArticle *article;
  char *source;
  gboolean text_matches;
  GPtrArray *annotations;
  GHashTable *by_id;
  GHashTable *ids;
  GArray *links;
  GPtrArray *roles;
} GalleyJsonReader;

/* That the item at @index has its source in @id, borrowed from the details. */
typedef struct
{
  guint index;
  const char *id;
} GalleyJsonLink;

gboolean _galley_json_read_article (GalleyJsonReader *self,
                                    const GalleyJsonPlace *place,
                                    GString *rest,
                                    GError **error);
gboolean
_galley_json_read_id (GalleyJsonReader *self, GalleyJsonObject *item, char **id, GError **error);
gboolean
_galley_json_read_time (GalleyJsonObject *object, const char *name, char **time, GError **error);
gboolean _galley_json_read_term (
    GalleyJsonObject *object, const char *name, GalleyTerms terms, const char **id, GError **error);
gboolean _galley_json_read_span (GalleyJsonReader *self,
                                 GalleyJsonObject *object,
                                 GalleySpan *span,
                                 GError **error);
gboolean _galley_json_add_span (GArray *spans,
                                const GalleySpan *span,
                                const GalleyJsonPlace *place,
                                GError **error);
gboolean _galley_json_read_targets (GalleyJsonReader *self,
                                    const GalleyJsonPlace *place,
                                    GArray *spans,
                                    GString *rest,
                                    GError **error);
GalleyDetails *_galley_json_read_details (GalleyJsonReader *self,
                                          GalleyJsonObject *object,
                                          GalleyKind kind,
                                          GString *rest,
                                          GError **error);
gboolean _galley_json_check_link (GalleyJsonReader *self,
                                  const GalleyJsonPlace *place,
                                  const char *id,
                                  GError **error);
gboolean _galley_json_read_bodies (GalleyJsonReader *self,
                                   GalleyJsonObject *item,
                                   GalleyAnnotation *annotation,
                                   GString *rest,
                                   GError **error);
gboolean
_galley_json_read_annotation (GalleyJsonReader *self, GalleyJsonObject *item, GError **error);
gboolean _galley_json_read_verdict (GalleyJsonReader *self, GalleyJsonObject *item, GError **error);

G_END_DECLS
