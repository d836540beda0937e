/* galley-annotation.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-annotation.h"
#include "model/galley-annotation-private.h"

#include "base/galley-str.h"
#include "base/galley-uuid.h"
#include "model/galley-taxonomy.h"

/**
 * GalleyAnnotation:
 *
 * What is reviewed, counted, one card, one item of the file, one row: a source, a quote, an opinion
 * or a note. What the machine said stays as it was; what people say of it is its verdicts, of which
 * the last one counts.
 */
struct _GalleyAnnotation
{
  GObject parent_instance;

  char *id;
  GalleyKind kind;
  GalleyOrigin origin;
  GalleyReason *reason;
  GArray *evidence;
  double strength;
  char *extra;
  GalleyState *state;
};

G_DEFINE_FINAL_TYPE (GalleyAnnotation, galley_annotation, G_TYPE_OBJECT)

static void
galley_annotation_finalize (GObject *object)
{
  GalleyAnnotation *self = GALLEY_ANNOTATION (object);

  g_free (self->id);
  g_free (self->origin.name);
  g_free (self->origin.reader);
  g_free (self->origin.model);
  g_free (self->origin.created);
  g_free (self->origin.modified);
  g_clear_pointer (&self->reason, galley_reason_free);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_free (self->extra);
  g_clear_pointer (&self->state, _galley_state_unref);

  G_OBJECT_CLASS (galley_annotation_parent_class)->finalize (object);
}

static void
galley_annotation_class_init (GalleyAnnotationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_annotation_finalize;
}

static void
galley_annotation_init (GalleyAnnotation *self)
{
  self->strength = -1;
  self->evidence = g_array_new (FALSE, FALSE, sizeof (GalleyEvidence));
}

static GalleyAnnotation *
annotation_new (char *id, GalleyKind kind, GalleyDetails *details)
{
  GalleyAnnotation *self = g_object_new (GALLEY_TYPE_ANNOTATION, NULL);

  self->id = id;
  self->kind = kind;
  self->state = _galley_state_copy (NULL);
  self->state->details = details;

  return self;
}

/* The same find in the same text has the same id on every machine, so that analysing twice gives
 * the same file and the files of two people merge exactly. */
static char *
make_suggestion_id (GalleyArticle *article, GalleyKind kind, const GalleyDetails *details)
{
  g_autoptr (GString) name = g_string_new (galley_article_get_sha256 (article));

  g_string_append_printf (name, "/%s/%s", galley_kind_to_id (kind), details->type);
  for (guint i = 0; i < galley_spans_length (details->spans); i++)
    {
      const GalleySpan *span = galley_spans_get (details->spans, i);

      g_string_append_printf (name, "/%u-%u", span->start, span->end);
    }

  return galley_urn_from_name (name->str, name->len);
}

/**
 * galley_annotation_new_suggestion:
 * @article: the article, for the id
 * @details: (transfer full): with type and spans set for good; the rest may be filled in until the
 *   annotation is added to a review
 * @reader: the reader that found it
 * @model: the version of what it learnt
 *
 * Returns: (transfer full): a suggestion of the program
 */
GalleyAnnotation *
galley_annotation_new_suggestion (GalleyArticle *article,
                                  GalleyKind kind,
                                  GalleyDetails *details,
                                  const char *reader,
                                  const char *model)
{
  GalleyAnnotation *self;

  self = annotation_new (make_suggestion_id (article, kind, details), kind, details);
  self->origin.name = g_strdup ("Galley");
  self->origin.reader = g_strdup (reader);
  self->origin.model = g_strdup (model);

  return self;
}

/**
 * galley_annotation_new_by_person:
 * @details: (transfer full)
 * @nickname: (nullable): who made it
 *
 * Returns: (transfer full): an annotation with a new id, made now
 */
GalleyAnnotation *
galley_annotation_new_by_person (GalleyKind kind, GalleyDetails *details, const char *nickname)
{
  GalleyAnnotation *self = annotation_new (galley_urn_random (), kind, details);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->origin.person = TRUE;
  self->origin.name = g_strdup (nickname != NULL ? nickname : "");
  self->origin.created = g_date_time_format_iso8601 (now);

  return self;
}

/**
 * galley_annotation_new_from_file:
 * @id: its id in the file
 * @details: (transfer full)
 * @origin: who made it, copied
 *
 * Returns: (transfer full)
 */
GalleyAnnotation *
galley_annotation_new_from_file (const char *id,
                                 GalleyKind kind,
                                 GalleyDetails *details,
                                 const GalleyOrigin *origin)
{
  GalleyAnnotation *self = annotation_new (g_strdup (id), kind, details);

  self->origin.person = origin->person;
  self->origin.name = g_strdup (origin->name != NULL ? origin->name : "");
  self->origin.reader = g_strdup (origin->reader);
  self->origin.model = g_strdup (origin->model);
  self->origin.created = g_strdup (origin->created);
  self->origin.modified = g_strdup (origin->modified);
  self->state->modified = g_strdup (origin->modified);

  return self;
}

/**
 * galley_annotation_take_reason:
 * @reason: (transfer full) (nullable)
 */
void
galley_annotation_take_reason (GalleyAnnotation *self, GalleyReason *reason)
{
  g_clear_pointer (&self->reason, galley_reason_free);
  self->reason = reason;
}

/**
 * galley_annotation_set_strength:
 * @strength: 0..1, or below 0 where it has none
 */
void
galley_annotation_set_strength (GalleyAnnotation *self, double strength)
{
  self->strength = strength;
}

/**
 * galley_annotation_add_evidence:
 * @role: what the place shows, interned here
 */
void
galley_annotation_add_evidence (GalleyAnnotation *self, const char *role, guint start, guint end)
{
  GalleyEvidence evidence = { { start, end }, g_intern_string (role) };

  g_array_append_val (self->evidence, evidence);
}

/**
 * galley_annotation_load_verdict:
 * @verdict: (transfer none): comes after those that are there
 */
void
galley_annotation_load_verdict (GalleyAnnotation *self, GalleyVerdict *verdict)
{
  g_ptr_array_add (self->state->verdicts, galley_verdict_ref (verdict));
}

void
galley_annotation_load_note (GalleyAnnotation *self, const char *note)
{
  galley_set_str (&self->state->note, note);
}

/**
 * galley_annotation_load_private_note:
 * @note: (nullable)
 *
 * Unlike the others also for what keeps such notes, since they come from another place than the
 * annotation.
 */
void
galley_annotation_load_private_note (GalleyAnnotation *self, const char *note)
{
  galley_set_str (&self->state->private_note, note);
}

void
galley_annotation_load_tags (GalleyAnnotation *self, const char *const *tags)
{
  g_strfreev (self->state->tags);
  self->state->tags = tags != NULL && tags[0] != NULL ? g_strdupv ((char **) tags) : NULL;
}

/**
 * galley_annotation_set_extra:
 * @extra: (nullable): a JSON object with members this version does not know
 */
void
galley_annotation_set_extra (GalleyAnnotation *self, const char *extra)
{
  galley_set_str (&self->extra, extra);
}

/**
 * galley_annotation_get_id:
 *
 * Returns: its `urn:uuid:`
 */
const char *
galley_annotation_get_id (GalleyAnnotation *self)
{
  return self->id;
}

GalleyKind
galley_annotation_get_kind (GalleyAnnotation *self)
{
  return self->kind;
}

static const GalleyVerdict *
last_verdict (GalleyAnnotation *self)
{
  GPtrArray *verdicts = self->state->verdicts;

  return verdicts->len > 0 ? verdicts->pdata[verdicts->len - 1] : NULL;
}

/**
 * galley_annotation_get_details:
 *
 * Returns: what it says now: the revision of the verdict that counts, else the original
 */
const GalleyDetails *
galley_annotation_get_details (GalleyAnnotation *self)
{
  const GalleyVerdict *verdict = last_verdict (self);

  return verdict != NULL && verdict->revision != NULL ? verdict->revision : self->state->details;
}

/**
 * galley_annotation_get_original:
 *
 * Returns: what it said before anybody's revision
 */
const GalleyDetails *
galley_annotation_get_original (GalleyAnnotation *self)
{
  return self->state->details;
}

guint
galley_annotation_get_start (GalleyAnnotation *self)
{
  return galley_spans_start (galley_annotation_get_details (self)->spans);
}

guint
galley_annotation_get_end (GalleyAnnotation *self)
{
  return galley_spans_end (galley_annotation_get_details (self)->spans);
}

const GalleyOrigin *
galley_annotation_get_origin (GalleyAnnotation *self)
{
  return &self->origin;
}

/**
 * galley_annotation_get_reason:
 *
 * Returns: (nullable)
 */
const GalleyReason *
galley_annotation_get_reason (GalleyAnnotation *self)
{
  return self->reason;
}

/**
 * galley_annotation_get_evidence:
 *
 * Returns: (element-type GalleyEvidence) (transfer none)
 */
GArray *
galley_annotation_get_evidence (GalleyAnnotation *self)
{
  return self->evidence;
}

/**
 * galley_annotation_get_strength:
 *
 * Returns: 0..1, below 0 where it has none (a person's own)
 */
double
galley_annotation_get_strength (GalleyAnnotation *self)
{
  return self->strength;
}

/**
 * galley_annotation_is_clear:
 *
 * Returns: %TRUE where the strength is called "clear", %FALSE for "check"
 */
gboolean
galley_annotation_is_clear (GalleyAnnotation *self)
{
  double clear = self->kind == GALLEY_KIND_OPINION ? GALLEY_CLEAR_OPINION : GALLEY_CLEAR_QUOTE;

  return self->strength < 0 || self->strength >= clear;
}

/**
 * galley_annotation_get_status:
 *
 * Returns: the verdict that counts; what a person added is accepted until somebody says otherwise
 */
GalleyStatus
galley_annotation_get_status (GalleyAnnotation *self)
{
  const GalleyVerdict *verdict = last_verdict (self);

  if (verdict != NULL)
    return verdict->status;

  return self->origin.person ? GALLEY_STATUS_ACCEPTED : GALLEY_STATUS_UNREVIEWED;
}

guint
galley_annotation_get_n_verdicts (GalleyAnnotation *self)
{
  return self->state->verdicts->len;
}

/**
 * galley_annotation_get_verdict:
 *
 * Returns: (transfer none)
 */
GalleyVerdict *
galley_annotation_get_verdict (GalleyAnnotation *self, guint position)
{
  g_return_val_if_fail (position < self->state->verdicts->len, NULL);

  return self->state->verdicts->pdata[position];
}

/**
 * galley_annotation_find_verdict:
 * @reviewer: a nickname, "" where none was given
 *
 * Returns: (transfer none) (nullable): what @reviewer said
 */
GalleyVerdict *
galley_annotation_find_verdict (GalleyAnnotation *self, const char *reviewer)
{
  guint position = _galley_state_find_verdict (self->state, reviewer);

  return position < self->state->verdicts->len ? self->state->verdicts->pdata[position] : NULL;
}

/**
 * galley_annotation_get_note:
 *
 * Returns: (nullable)
 */
const char *
galley_annotation_get_note (GalleyAnnotation *self)
{
  return self->state->note;
}

/**
 * galley_annotation_get_private_note:
 *
 * Returns: (nullable): what stays on this computer, and out of every file but a copy that is to
 *   have it
 */
const char *
galley_annotation_get_private_note (GalleyAnnotation *self)
{
  return self->state->private_note;
}

/**
 * galley_annotation_get_tags:
 *
 * Returns: (array zero-terminated=1) (nullable)
 */
const char *const *
galley_annotation_get_tags (GalleyAnnotation *self)
{
  return (const char *const *) self->state->tags;
}

/**
 * galley_annotation_is_flagged:
 *
 * Returns: %TRUE if somebody wants to look at it again
 */
gboolean
galley_annotation_is_flagged (GalleyAnnotation *self)
{
  return self->state->tags != NULL
         && g_strv_contains ((const char *const *) self->state->tags, GALLEY_TAG_FLAG);
}

/**
 * galley_annotation_is_touched:
 *
 * Returns: %TRUE if a person made it or said anything of it: verdict, note, private note, tag
 */
gboolean
galley_annotation_is_touched (GalleyAnnotation *self)
{
  return galley_annotation_get_origin (self)->person || galley_annotation_get_n_verdicts (self) > 0
         || galley_annotation_get_note (self) != NULL
         || galley_annotation_get_private_note (self) != NULL
         || galley_annotation_get_tags (self) != NULL;
}

/**
 * galley_annotation_get_extra:
 *
 * Returns: (nullable): a JSON object with the members of a newer version
 */
const char *
galley_annotation_get_extra (GalleyAnnotation *self)
{
  return self->extra;
}

GalleyState *
_galley_annotation_get_state (GalleyAnnotation *self)
{
  return self->state;
}

/* Only GalleyReview calls this: it keeps undo and the order of the text right. */
void
_galley_annotation_set_state (GalleyAnnotation *self, GalleyState *state)
{
  GalleyState *old = self->state;

  self->state = _galley_state_ref (state);
  galley_set_str (&self->origin.modified, state->modified);
  _galley_state_unref (old);
}
