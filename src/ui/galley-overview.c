/* galley-overview.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-clamp.h"
#include "ui/galley-overview-card.h"
#include "ui/galley-overview-plan.h"

/* Lines of a section until a person asks for more: an article of usual length has no more, and the
 * page stays quick with ten thousand annotations. */
#define FIRST_LINES 24
#define FIRST_TURNS 5
#define MORE_LINES  100

struct _GalleyOverview
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *cards_box;
  GtkLabel *progress;
  GalleyOverviewCard *cards[GALLEY_N_OVERVIEW_TOPICS];
  guint limits[GALLEY_N_OVERVIEW_TOPICS];
  GtkWidget *followed; /* the row that was activated last, weak */

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleySummary *summary; /* while the sections are being filled from it */
  guint topic;            /* the next section to fill */
  guint update_id;
  gboolean stale;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyOverview, galley_overview, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
show_progress (GalleyOverview *self)
{
  g_autofree char *progress = NULL;

  if (self->summary->n_total == 0)
    progress = g_strdup (_ ("None detected. That does not mean that there is nothing."));
  else
    progress = g_strdup_printf (
        ngettext ("%1$u of %2$u annotation reviewed. What is rejected is left out; what nobody has "
                  "reviewed is counted as it was suggested.",
                  "%1$u of %2$u annotations reviewed. What is rejected is left out; what nobody "
                  "has reviewed is counted as it was suggested.",
                  self->summary->n_total),
        self->summary->n_reviewed,
        self->summary->n_total);
  gtk_label_set_label (self->progress, progress);
}

static void
fill_section (GalleyOverview *self, GalleyOverviewTopic topic)
{
  g_autoptr (GalleyOverviewSection) section =
      galley_overview_section_new (self->summary, topic, self->limits[topic]);

  galley_overview_card_show_section (self->cards[topic], section);
}

/* A slice of the work: first the counting, then a section. Returns whether there is more. */
static gboolean
work (GalleyOverview *self)
{
  if (self->summary == NULL)
    {
      self->summary = galley_summary_new (self->review);
      self->topic = 0;
      show_progress (self);
      return TRUE;
    }

  fill_section (self, (GalleyOverviewTopic) self->topic++);
  if (self->topic < GALLEY_N_OVERVIEW_TOPICS)
    return TRUE;

  g_clear_pointer (&self->summary, galley_summary_free);
  self->stale = FALSE;

  return FALSE;
}

static gboolean
on_update_cb (gpointer data)
{
  GalleyOverview *self = data;

  if (work (self))
    return G_SOURCE_CONTINUE;

  self->update_id = 0;

  return G_SOURCE_REMOVE;
}

/* What is being shown is out of date: begin anew. */
static void
invalidate (GalleyOverview *self)
{
  g_clear_pointer (&self->summary, galley_summary_free);
  self->stale = TRUE;
  if (self->review != NULL && self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (on_update_cb, self);
}

static void
on_activated_cb (GalleyOverview *self, GalleyOverviewRow *row)
{
  GalleyAnnotation *annotation = galley_overview_row_get_annotation (row);
  GalleySpan place = galley_overview_row_get_place (row);

  g_set_weak_pointer (&self->followed, GTK_WIDGET (row));
  g_signal_emit (self, signals[ACTIVATED], 0, annotation, place.start, place.end);
}

static void
on_more_cb (GalleyOverview *self, GalleyOverviewCard *card)
{
  for (guint i = 0; i < GALLEY_N_OVERVIEW_TOPICS; i++)
    if (self->cards[i] == card)
      self->limits[i] += MORE_LINES;
  invalidate (self);
}

static void
reset_limits (GalleyOverview *self)
{
  for (guint i = 0; i < GALLEY_N_OVERVIEW_TOPICS; i++)
    self->limits[i] = i == GALLEY_OVERVIEW_FIRST ? FIRST_TURNS : FIRST_LINES;
}

static void
add_cards (GalleyOverview *self)
{
  for (guint i = 0; i < GALLEY_N_OVERVIEW_TOPICS; i++)
    {
      GtkWidget *card = galley_overview_card_new ();

      g_signal_connect_object (
          card, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "more", G_CALLBACK (on_more_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards_box, card);
      self->cards[i] = GALLEY_OVERVIEW_CARD (card);
    }
}

static void
galley_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (galley_overview_parent_class)->map (widget);

  galley_overview_flush (GALLEY_OVERVIEW (widget));
}

static gboolean
galley_overview_grab_focus (GtkWidget *widget)
{
  GalleyOverview *self = GALLEY_OVERVIEW (widget);

  if (self->followed != NULL && gtk_widget_grab_focus (self->followed))
    return TRUE;
  if (gtk_widget_get_focus_child (self->content) != NULL)
    return TRUE;

  return gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
galley_overview_dispose (GObject *object)
{
  GalleyOverview *self = GALLEY_OVERVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->summary, galley_summary_free);
  g_clear_weak_pointer (&self->followed);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_OVERVIEW);

  G_OBJECT_CLASS (galley_overview_parent_class)->dispose (object);
}

static void
galley_overview_class_init (GalleyOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_overview_dispose;
  widget_class->map = galley_overview_map;
  widget_class->grab_focus = galley_overview_grab_focus;

  /**
   * GalleyOverview::activated:
   * @annotation: (nullable): what to go to
   * @start: where to go if to no annotation, in code points
   * @end: one past it
   */
  signals[ACTIVATED] = g_signal_new ("activated",
                                     GALLEY_TYPE_OVERVIEW,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     3,
                                     GALLEY_TYPE_ANNOTATION,
                                     G_TYPE_UINT,
                                     G_TYPE_UINT);

  g_type_ensure (GALLEY_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyOverview, content);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverview, cards_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverview, progress);
  gtk_widget_class_set_css_name (widget_class, "galley-overview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_overview_init (GalleyOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_cards (self);

  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (invalidate),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (invalidate),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "metadata-changed",
                                  G_CALLBACK (invalidate),
                                  self);
}

/**
 * galley_overview_set_review:
 * @review: (nullable): what to sum up
 */
void
galley_overview_set_review (GalleyOverview *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_OVERVIEW (self));

  if (!g_set_object (&self->review, review))
    return;

  g_signal_group_set_target (self->review_signals, review);
  g_clear_weak_pointer (&self->followed);
  reset_limits (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  invalidate (self);
}

/**
 * galley_overview_flush:
 *
 * Takes waiting changes of the review over now.
 */
void
galley_overview_flush (GalleyOverview *self)
{
  g_return_if_fail (GALLEY_IS_OVERVIEW (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  while (self->stale && self->review != NULL && work (self))
    continue;
}
