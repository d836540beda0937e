/* galley-json-writer-item.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/galley-json-writer-private.h"

static void
emit_body (GalleyJsonWriter *self,
           const char *purpose,
           const char *value,
           const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", "TextualBody");
  galley_json_emit_string_member (out, "purpose", purpose);
  galley_json_emit_string_member (out, "value", value);
  _galley_json_emit_extra (self, extra, NULL);
  galley_json_emit_close (out, '}');
}

static void
emit_reason_body (GalleyJsonWriter *self, GalleyAnnotation *annotation)
{
  const GalleyReason *reason = galley_annotation_get_reason (annotation);
  g_autofree char *sentence = NULL;

  if (reason == NULL)
    return;

  sentence = galley_reason_to_english (reason);
  emit_body (self, "describing", sentence, NULL);
}

static void
emit_bodies (GalleyJsonWriter *self, GalleyAnnotation *annotation, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  const char *note = galley_annotation_get_note (annotation);
  const char *private_note = galley_annotation_get_private_note (annotation);
  const char *const *tags = galley_annotation_get_tags (annotation);
  GalleyJsonSlice others;

  galley_json_emit_name (out, "body");
  galley_json_emit_open (out, '[', FALSE);
  emit_body (self,
             "classifying",
             galley_kind_to_id (galley_annotation_get_kind (annotation)),
             NULL);
  emit_reason_body (self, annotation);
  if (note != NULL && *note != '\0')
    emit_body (self, "commenting", note, NULL);
  if (self->private_notes && private_note != NULL && *private_note != '\0')
    emit_body (self, "galley:privateNote", private_note, NULL);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    emit_body (self, "tagging", tags[i], NULL);
  if (_galley_json_extra_find (extra, "body", &others))
    _galley_json_emit_extra_items (self, &others);
  galley_json_emit_close (out, ']');
}

/**
 * _galley_json_emit_person:
 * @nickname: "" where none was given
 * @extra: (nullable): unknown members of the item, with those of its creator
 *
 * Writes the member `creator`.
 */
void
_galley_json_emit_person (GalleyJsonWriter *self,
                          const char *nickname,
                          const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice members;

  galley_json_emit_name (out, "creator");
  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", "Person");
  if (*nickname != '\0')
    galley_json_emit_string_member (out, "nickname", nickname);
  if (_galley_json_extra_find (extra, "creator", &members))
    _galley_json_emit_extra (self, &members, NULL);
  galley_json_emit_close (out, '}');
}

static void
emit_program (GalleyJsonWriter *self, const GalleyOrigin *origin, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice members;

  galley_json_emit_name (out, "creator");
  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "type", "Software");
  galley_json_emit_string_member (out, "name", origin->name);
  galley_json_emit_string_member (out, "galley:reader", origin->reader);
  galley_json_emit_string_member (out, "galley:model", origin->model);
  if (_galley_json_extra_find (extra, "creator", &members))
    _galley_json_emit_extra (self, &members, NULL);
  galley_json_emit_close (out, '}');
}

static void
emit_origin (GalleyJsonWriter *self, GalleyAnnotation *annotation, const GalleyJsonSlice *extra)
{
  const GalleyOrigin *origin = galley_annotation_get_origin (annotation);

  if (origin->person)
    _galley_json_emit_person (self, origin->name, extra);
  else
    emit_program (self, origin, extra);
  galley_json_emit_string_member (&self->out, "created", origin->created);
  galley_json_emit_string_member (&self->out, "modified", origin->modified);
}

static void
emit_evidence (GalleyJsonWriter *self, GArray *evidence, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonExtraItems unknown;

  if (evidence->len == 0)
    return;

  _galley_json_extra_items_init (&unknown, extra, "galley:evidence");
  galley_json_emit_name (out, "galley:evidence");
  galley_json_emit_open (out, '[', FALSE);
  for (guint i = 0; i < evidence->len; i++)
    {
      const GalleyEvidence *place = &g_array_index (evidence, GalleyEvidence, i);

      galley_json_emit_open (out, '{', TRUE);
      galley_json_emit_string_member (out, "role", place->role);
      galley_json_emit_uint_member (out, "start", place->span.start);
      galley_json_emit_uint_member (out, "end", place->span.end);
      _galley_json_emit_extra (self, _galley_json_extra_items_next (&unknown), NULL);
      galley_json_emit_close (out, '}');
    }
  galley_json_emit_close (out, ']');
}

/* One of a newer version is there as it came. */
static void
emit_reason (GalleyJsonWriter *self, const GalleyReason *reason, const GalleyJsonSlice *extra)
{
  GalleyJsonEmitter *out = &self->out;
  gboolean is_ours = reason != NULL && reason->id != NULL;
  GalleyJsonSlice members;
  gboolean has_members = _galley_json_extra_find (extra, "galley:reason", &members);

  if (!is_ours && !has_members)
    return;

  galley_json_emit_name (out, "galley:reason");
  if (!is_ours)
    {
      galley_json_emit_slice (out, &members);
      return;
    }

  galley_json_emit_open (out, '{', TRUE);
  galley_json_emit_string_member (out, "id", reason->id);
  galley_json_emit_name (out, "args");
  galley_json_emit_open (out, '[', TRUE);
  for (guint i = 0; reason->args != NULL && reason->args[i] != NULL; i++)
    galley_json_emit_short (out, reason->args[i]);
  galley_json_emit_close (out, ']');
  _galley_json_emit_extra (self, has_members ? &members : NULL, NULL);
  galley_json_emit_close (out, '}');
}

/**
 * _galley_json_emit_annotation:
 *
 * Writes the item of @annotation as it was before anybody's verdict.
 */
void
_galley_json_emit_annotation (GalleyJsonWriter *self, GalleyAnnotation *annotation)
{
  static const char *const merged[] = { "creator",         "target",        "body",
                                        "galley:evidence", "galley:reason", NULL };
  static const char *const merged_of_quote[] = { "creator",        "target",
                                                 "body",           "galley:evidence",
                                                 "galley:reason",  "galley:cue",
                                                 "galley:mention", NULL };
  GalleyJsonEmitter *out = &self->out;
  GalleyKind kind = galley_annotation_get_kind (annotation);
  const GalleyDetails *details = galley_annotation_get_original (annotation);
  double strength = galley_annotation_get_strength (annotation);
  GalleyJsonSlice found;
  const GalleyJsonSlice *extra = NULL;

  if (_galley_json_extra_parse (galley_annotation_get_extra (annotation), &found))
    extra = &found;

  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "id", galley_annotation_get_id (annotation));
  galley_json_emit_string_member (out, "type", "Annotation");
  galley_json_emit_string_member (out,
                                  "motivation",
                                  kind == GALLEY_KIND_NOTE ? "commenting" : "classifying");
  emit_origin (self, annotation, extra);
  _galley_json_emit_targets (self, details->spans, extra);
  emit_bodies (self, annotation, extra);
  galley_json_emit_string_member (out, "galley:kind", galley_kind_to_id (kind));
  _galley_json_emit_details (self, details, extra);
  if (strength >= 0)
    {
      galley_json_emit_name (out, "galley:strength");
      galley_json_emit_fraction (out, MIN (strength, 1));
    }
  emit_evidence (self, galley_annotation_get_evidence (annotation), extra);
  emit_reason (self, galley_annotation_get_reason (annotation), extra);
  _galley_json_emit_extra (self, extra, kind == GALLEY_KIND_QUOTE ? merged_of_quote : merged);
  galley_json_emit_close (out, '}');
}

static void
emit_revision (GalleyJsonWriter *self,
               GalleyKind kind,
               const GalleyDetails *revision,
               const GalleyJsonSlice *extra)
{
  static const char *const merged[] = { "target", NULL };
  static const char *const merged_of_quote[] = { "target", "galley:cue", "galley:mention", NULL };
  GalleyJsonSlice found;
  const GalleyJsonSlice *members = NULL;

  if (_galley_json_extra_find (extra, "galley:revision", &found))
    members = &found;

  galley_json_emit_name (&self->out, "galley:revision");
  galley_json_emit_open (&self->out, '{', FALSE);
  _galley_json_emit_targets (self, revision->spans, members);
  _galley_json_emit_details (self, revision, members);
  _galley_json_emit_extra (self, members, kind == GALLEY_KIND_QUOTE ? merged_of_quote : merged);
  galley_json_emit_close (&self->out, '}');
}

/**
 * _galley_json_emit_verdict:
 *
 * Writes the item of one reviewer's word on @annotation.
 */
void
_galley_json_emit_verdict (GalleyJsonWriter *self,
                           GalleyAnnotation *annotation,
                           const GalleyVerdict *verdict)
{
  static const char *const merged[] = { "creator", "body", "galley:revision", NULL };
  GalleyJsonEmitter *out = &self->out;
  GalleyJsonSlice found, body;
  const GalleyJsonSlice *extra = _galley_json_extra_parse (verdict->extra, &found) ? &found : NULL;

  galley_json_emit_open (out, '{', FALSE);
  galley_json_emit_string_member (out, "id", verdict->id);
  galley_json_emit_string_member (out, "type", "Annotation");
  galley_json_emit_string_member (out, "motivation", "assessing");
  galley_json_emit_string_member (out, "target", galley_annotation_get_id (annotation));
  _galley_json_emit_person (self, verdict->reviewer, extra);
  galley_json_emit_string_member (out, "created", verdict->created);
  galley_json_emit_name (out, "body");
  emit_body (self,
             "assessing",
             galley_status_to_id (verdict->status),
             _galley_json_extra_find (extra, "body", &body) ? &body : NULL);
  galley_json_emit_string_member (out, "galley:rejectReason", verdict->reason);
  if (verdict->revision != NULL)
    emit_revision (self, galley_annotation_get_kind (annotation), verdict->revision, extra);
  _galley_json_emit_extra (self, extra, merged);
  galley_json_emit_close (out, '}');
}
