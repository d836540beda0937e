/* galley-article-marks.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-marks.h"

/* A stretch of the text while its spots are collected. */
typedef struct
{
  GalleyReview *review;
  guint start;
  guint end;
  GArray *spots;
} Collector;

/**
 * galley_look_of:
 *
 * Returns: how to show @annotation
 */
GalleyLook
galley_look_of (GalleyReview *review, GalleyAnnotation *annotation)
{
  switch (galley_annotation_get_status (annotation))
    {
    case GALLEY_STATUS_ACCEPTED:
      return GALLEY_LOOK_ACCEPTED;
    case GALLEY_STATUS_CHANGED:
      return GALLEY_LOOK_CHANGED;
    case GALLEY_STATUS_REJECTED:
      return GALLEY_LOOK_REJECTED;
    case GALLEY_STATUS_UNREVIEWED:
    default:
      break;
    }

  return galley_annotation_get_kind (annotation) == GALLEY_KIND_OPINION
                 && !galley_review_counts (review, annotation)
             ? GALLEY_LOOK_INFORMATION
             : GALLEY_LOOK_UNREVIEWED;
}

static void
add_spot (Collector *self,
          GalleyAnnotation *annotation,
          GalleyRole role,
          GalleyKind kind,
          guint start,
          guint end)
{
  GalleySpot spot = {
    .start = MAX (start, self->start),
    .end = MIN (end, self->end),
    .annotation = annotation,
    .kind = (guint8) kind,
    .look = (guint8) galley_look_of (self->review, annotation),
    .role = (guint8) role,
    .begins = start >= self->start,
    .ends = end <= self->end,
  };

  if (spot.start < spot.end)
    g_array_append_val (self->spots, spot);
}

static void
add_spans (
    Collector *self, GalleyAnnotation *annotation, GalleyRole role, GalleyKind kind, GArray *spans)
{
  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (span->start >= self->end)
        break;
      if (span->end > self->start)
        add_spot (self, annotation, role, kind, span->start, span->end);
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const GalleySpot *x = a;
  const GalleySpot *y = b;
  guint x_length = x->end - x->start;
  guint y_length = y->end - y->start;

  if (x_length != y_length)
    return x_length < y_length ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return (int) x->kind - (int) y->kind;
}

/* The shortest mark gets the line next to the words, what lies around it the next free one. */
static void
assign_lanes (Collector *self)
{
  g_autofree guint8 *taken = g_new0 (guint8, self->end - self->start);

  g_array_sort (self->spots, compare_lengths);
  for (guint i = 0; i < self->spots->len; i++)
    {
      GalleySpot *spot = &g_array_index (self->spots, GalleySpot, i);
      guint8 used = 0;

      for (guint at = spot->start; at < spot->end; at++)
        used |= taken[at - self->start];
      while (spot->lane < GALLEY_N_LANES - 1 && (used & 1 << spot->lane) != 0)
        spot->lane++;
      for (guint at = spot->start; at < spot->end; at++)
        taken[at - self->start] |= (guint8) (1 << spot->lane);
    }
}

static void
reach_over (GalleySpan *reach, GArray *spans)
{
  if (galley_spans_length (spans) == 0)
    return;

  reach->start = MIN (reach->start, galley_spans_start (spans));
  reach->end = MAX (reach->end, galley_spans_end (spans));
}

/* Mention, cue and content, and the thread that runs past all three. */
static void
add_chain (Collector *self, GalleyAnnotation *quote)
{
  const GalleyDetails *details = galley_annotation_get_details (quote);
  GalleySpan reach = { G_MAXUINT, 0 };

  add_spans (self, quote, GALLEY_ROLE_MENTION, GALLEY_KIND_SOURCE, details->mention);
  add_spans (self, quote, GALLEY_ROLE_CUE, GALLEY_KIND_QUOTE, details->cue);
  reach_over (&reach, details->mention);
  reach_over (&reach, details->cue);
  reach_over (&reach, details->spans);
  add_spot (self, quote, GALLEY_ROLE_THREAD, GALLEY_KIND_QUOTE, reach.start, reach.end);
}

static void
add_evidence (Collector *self, GalleyAnnotation *opinion)
{
  GArray *evidence = galley_annotation_get_evidence (opinion);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const GalleyEvidence *item = &g_array_index (evidence, GalleyEvidence, i);

      add_spot (
          self, opinion, GALLEY_ROLE_CUE, GALLEY_KIND_OPINION, item->span.start, item->span.end);
    }
}

static void
add_voice (Collector *self, GalleyAnnotation *source)
{
  g_autoptr (GPtrArray) quotes = galley_review_list_quotes_of (self->review, source);

  for (guint i = 0; i < quotes->len; i++)
    {
      const GalleyDetails *details = galley_annotation_get_details (quotes->pdata[i]);

      if (galley_annotation_get_status (quotes->pdata[i]) == GALLEY_STATUS_REJECTED)
        continue;
      add_spans (self, quotes->pdata[i], GALLEY_ROLE_VOICE, GALLEY_KIND_QUOTE, details->spans);
      add_spans (self, quotes->pdata[i], GALLEY_ROLE_CUE, GALLEY_KIND_QUOTE, details->cue);
    }
}

static void
add_selected (Collector *self, GalleyAnnotation *selected)
{
  switch (galley_annotation_get_kind (selected))
    {
    case GALLEY_KIND_SOURCE:
      add_voice (self, selected);
      break;
    case GALLEY_KIND_QUOTE:
      add_chain (self, selected);
      break;
    case GALLEY_KIND_OPINION:
      add_evidence (self, selected);
      break;
    case GALLEY_KIND_NOTE:
    default:
      break;
    }
}

/* A source that was merged into another has nothing of its own in the text: the other has all its
 * mentions. */
static gboolean
is_drawn (GalleyReview *review, GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) != GALLEY_KIND_SOURCE
         || galley_review_get_merged_into (review, annotation) == NULL;
}

/**
 * galley_spots_collect:
 * @selected: (nullable): the annotation whose chain is shown, too
 * @start: first code point of the stored text
 * @end: one past the last one; best a paragraph's
 *
 * Returns: (transfer full) (element-type GalleySpot): all there is to draw there: marks from short
 *   to long with their lanes, then the chain
 */
GArray *
galley_spots_collect (GalleyReview *review, GalleyAnnotation *selected, guint start, guint end)
{
  Collector self = { review, start, end, g_array_new (FALSE, FALSE, sizeof (GalleySpot)) };
  g_autoptr (GPtrArray) hits = NULL;

  g_return_val_if_fail (GALLEY_IS_REVIEW (review), self.spots);

  if (start >= end)
    return self.spots;

  hits = galley_review_find_overlapping (review, start, end);
  for (guint i = 0; i < hits->len; i++)
    {
      GalleyAnnotation *annotation = hits->pdata[i];

      if (annotation != selected && !is_drawn (review, annotation))
        continue;
      add_spans (&self,
                 annotation,
                 annotation == selected ? GALLEY_ROLE_SELECTED : GALLEY_ROLE_MARK,
                 galley_annotation_get_kind (annotation),
                 galley_annotation_get_details (annotation)->spans);
    }
  assign_lanes (&self);
  if (selected != NULL)
    add_selected (&self, selected);

  return self.spots;
}

/**
 * galley_spots_add_hits:
 * @spots: (element-type GalleySpot): what there is to draw from @start to @end
 * @hits: (element-type GalleySpan) (nullable): what a search found in the whole text, sorted
 */
void
galley_spots_add_hits (GArray *spots, GArray *hits, guint start, guint end)
{
  for (guint i = galley_spans_find (hits, start); i < galley_spans_length (hits); i++)
    {
      const GalleySpan *hit = galley_spans_get (hits, i);
      GalleySpot spot = {
        .start = MAX (hit->start, start),
        .end = MIN (hit->end, end),
        .role = GALLEY_ROLE_HIT,
        .begins = hit->start >= start,
        .ends = hit->end <= end,
      };

      if (hit->start >= end)
        break;
      g_array_append_val (spots, spot);
    }
}

/* The length of the annotation's span at @offset. */
static guint
length_at (GalleyAnnotation *annotation, guint offset)
{
  GArray *spans = galley_annotation_get_details (annotation)->spans;

  for (guint i = 0; i < galley_spans_length (spans); i++)
    {
      const GalleySpan *span = galley_spans_get (spans, i);

      if (span->start <= offset && offset < span->end)
        return span->end - span->start;
    }

  return G_MAXUINT;
}

static int
compare_at (gconstpointer a, gconstpointer b, gpointer offset)
{
  guint x = length_at (*(GalleyAnnotation *const *) a, GPOINTER_TO_UINT (offset));
  guint y = length_at (*(GalleyAnnotation *const *) b, GPOINTER_TO_UINT (offset));

  return x < y ? -1 : x > y;
}

/**
 * galley_marks_at:
 * @offset: a code point of the stored text
 *
 * Returns: (transfer container) (element-type GalleyAnnotation): what is seen to mark it, shortest
 *   first
 */
GPtrArray *
galley_marks_at (GalleyReview *review, guint offset)
{
  GPtrArray *marks = galley_review_find_overlapping (review, offset, offset + 1);

  for (guint i = marks->len; i > 0; i--)
    {
      if (!is_drawn (review, marks->pdata[i - 1]))
        g_ptr_array_remove_index (marks, i - 1);
    }
  g_ptr_array_sort_with_data (marks, compare_at, GUINT_TO_POINTER (offset));

  return marks;
}
