/* galley-carry.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-carry.h"

#include "base/galley-hash.h"
#include "base/galley-str.h"

#include "session/galley-carry-places.h"

typedef struct
{
  GalleyReview *from;
  GalleyReview *to;
  GalleyCarryPlaces *places;
  GPtrArray *carried; /* GalleyAnnotation, of @from */
  GHashTable *ids;    /* id of a source in @from -> id of the same in @to */
} Carrying;

/* Returns: (nullable) (transfer full): NULL where one of them has no place in the new text. */
static GArray *
carry_spans (const Carrying *carrying, GArray *spans)
{
  GArray *carried = galley_spans_new ();

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);
      GalleySpan place;

      if (!galley_carry_places_get (carrying->places, *span, &place))
        {
          g_array_unref (carried);
          return NULL;
        }
      galley_spans_add (carried, place.start, place.end);
    }

  return carried;
}

static void
replace_spans (const Carrying *carrying, GArray **spans)
{
  GArray *carried = *spans != NULL ? carry_spans (carrying, *spans) : NULL;

  g_clear_pointer (spans, g_array_unref);
  *spans = carried;
}

/* Returns: (nullable) (transfer full) */
static GalleyDetails *
carry_details (const Carrying *carrying, const GalleyDetails *details)
{
  GArray *spans = carry_spans (carrying, details->spans);
  GalleyDetails *copy;
  const char *source_id;

  if (spans == NULL)
    return NULL;

  copy = galley_details_copy (details);
  g_array_unref (copy->spans);
  copy->spans = spans;
  replace_spans (carrying, &copy->cue);
  replace_spans (carrying, &copy->mention);
  source_id = copy->source_id != NULL ? g_hash_table_lookup (carrying->ids, copy->source_id) : NULL;
  if (source_id != NULL)
    galley_set_str (&copy->source_id, source_id);

  return copy;
}

static void
carry_verdicts (const Carrying *carrying, GalleyAnnotation *from, GalleyAnnotation *to)
{
  for (guint i = 0; i < galley_annotation_get_n_verdicts (from); i++)
    {
      const GalleyVerdict *verdict = galley_annotation_get_verdict (from, i);
      g_autoptr (GalleyDetails) revision =
          verdict->revision != NULL ? carry_details (carrying, verdict->revision) : NULL;
      g_autoptr (GalleyVerdict) carried = galley_verdict_new (verdict->id,
                                                              verdict->reviewer,
                                                              verdict->status,
                                                              verdict->reason,
                                                              revision,
                                                              verdict->created,
                                                              verdict->extra);

      galley_annotation_load_verdict (to, carried);
    }
}

static void
carry_evidence (const Carrying *carrying, GalleyAnnotation *from, GalleyAnnotation *to)
{
  GArray *evidence = galley_annotation_get_evidence (from);

  for (guint i = 0; i < evidence->len; i++)
    {
      const GalleyEvidence *item = &g_array_index (evidence, GalleyEvidence, i);
      GalleySpan place;

      if (galley_carry_places_get (carrying->places, item->span, &place))
        galley_annotation_add_evidence (to, item->role, place.start, place.end);
    }
}

/* Returns: (nullable) (transfer full): the same annotation in the other text. */
static GalleyAnnotation *
carry (const Carrying *carrying, GalleyAnnotation *annotation)
{
  GalleyDetails *details = carry_details (carrying, galley_annotation_get_original (annotation));
  GalleyAnnotation *carried;

  if (details == NULL)
    return NULL;

  carried = galley_annotation_new_from_file (galley_annotation_get_id (annotation),
                                             galley_annotation_get_kind (annotation),
                                             details,
                                             galley_annotation_get_origin (annotation));
  galley_annotation_take_reason (carried,
                                 galley_reason_copy (galley_annotation_get_reason (annotation)));
  galley_annotation_set_strength (carried, galley_annotation_get_strength (annotation));
  galley_annotation_load_note (carried, galley_annotation_get_note (annotation));
  galley_annotation_load_private_note (carried, galley_annotation_get_private_note (annotation));
  galley_annotation_load_tags (carried, galley_annotation_get_tags (annotation));
  galley_annotation_set_extra (carried, galley_annotation_get_extra (annotation));
  carry_evidence (carrying, annotation, carried);
  carry_verdicts (carrying, annotation, carried);

  return carried;
}

/* The sources that a person's quotes have go with them. */
static void
collect (Carrying *carrying)
{
  guint n_annotations = galley_review_get_n_annotations (carrying->from);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (carrying->from, i);
      const char *source_id = galley_annotation_get_details (annotation)->source_id;

      if (!galley_annotation_is_touched (annotation))
        continue;
      g_hash_table_add (wanted, annotation);
      if (source_id != NULL && galley_review_lookup (carrying->from, source_id) != NULL)
        g_hash_table_add (wanted, galley_review_lookup (carrying->from, source_id));
    }
  for (guint i = 0; i < n_annotations; i++)
    {
      GalleyAnnotation *annotation = galley_review_peek (carrying->from, i);

      if (g_hash_table_contains (wanted, annotation))
        g_ptr_array_add (carrying->carried, annotation);
    }
}

static void
want_places (Carrying *carrying, const GalleyDetails *details)
{
  galley_carry_places_add (carrying->places, details->spans);
  galley_carry_places_add (carrying->places, details->cue);
  galley_carry_places_add (carrying->places, details->mention);
}

static void
find_places (Carrying *carrying)
{
  GalleyArticle *from = galley_review_get_article (carrying->from);
  GalleyArticle *to = galley_review_get_article (carrying->to);

  for (guint i = 0; i < carrying->carried->len; i++)
    {
      GalleyAnnotation *annotation = carrying->carried->pdata[i];
      GArray *evidence = galley_annotation_get_evidence (annotation);

      want_places (carrying, galley_annotation_get_original (annotation));
      for (guint j = 0; j < galley_annotation_get_n_verdicts (annotation); j++)
        {
          const GalleyVerdict *verdict = galley_annotation_get_verdict (annotation, j);

          if (verdict->revision != NULL)
            want_places (carrying, verdict->revision);
        }
      for (guint j = 0; j < evidence->len; j++)
        galley_carry_places_add_one (carrying->places,
                                     g_array_index (evidence, GalleyEvidence, j).span);
    }
  galley_carry_places_find (carrying->places,
                            galley_article_get_text (from),
                            galley_article_get_length (from),
                            galley_article_get_text (to),
                            galley_article_get_length (to));
}

/* A source that is found in the new text, too, is the one there. */
static void
find_sources (Carrying *carrying)
{
  for (guint i = 0; i < carrying->carried->len; i++)
    {
      GalleyAnnotation *source = carrying->carried->pdata[i];
      g_autoptr (GArray) spans = NULL;
      GalleyAnnotation *same;

      if (galley_annotation_get_kind (source) != GALLEY_KIND_SOURCE)
        continue;
      spans = carry_spans (carrying, galley_annotation_get_original (source)->spans);
      same =
          spans != NULL ? galley_review_find_same (carrying->to, GALLEY_KIND_SOURCE, spans) : NULL;
      if (same != NULL && galley_spans_equal (galley_annotation_get_original (same)->spans, spans))
        g_hash_table_insert (carrying->ids,
                             (char *) galley_annotation_get_id (source),
                             (char *) galley_annotation_get_id (same));
    }
}

/**
 * galley_carry_over:
 * @from: a review of a text
 * @to: a review of the same bytes read in another encoding
 * @n_lost: (out): what could not be carried, since its place is not found in the other text
 *
 * Brings all that people made, judged, noted or tagged in one reading of an article to another, in
 * one step of undo.
 *
 * Returns: how much a person had touched and is now there
 */
guint
galley_carry_over (GalleyReview *from, GalleyReview *to, guint *n_lost)
{
  Carrying carrying = { from, to, NULL, NULL, NULL };
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_carried = 0;

  carrying.places = galley_carry_places_new ();
  carrying.carried = g_ptr_array_new ();
  carrying.ids = g_hash_table_new (galley_str_hash, g_str_equal);

  collect (&carrying);
  find_places (&carrying);
  find_sources (&carrying);
  *n_lost = 0;
  for (guint i = 0; i < carrying.carried->len; i++)
    {
      GalleyAnnotation *annotation = carrying.carried->pdata[i];
      GalleyAnnotation *carried = carry (&carrying, annotation);
      gboolean touched = galley_annotation_is_touched (annotation);

      n_carried += touched && carried != NULL;
      *n_lost += touched && carried == NULL;
      if (carried != NULL)
        g_ptr_array_add (annotations, carried);
    }
  galley_review_adopt (to, annotations);

  galley_carry_places_free (carrying.places);
  g_ptr_array_unref (carrying.carried);
  g_hash_table_unref (carrying.ids);

  return n_carried;
}
