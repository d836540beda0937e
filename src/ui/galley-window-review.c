/* galley-window-review.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"

static const GalleyFilter *
get_filter (GalleyWindow *self)
{
  return galley_sidebar_get_filter (self->sidebar);
}

static GalleyAnnotation *
find_next (GalleyWindow *self)
{
  return galley_queue_find_next (self->queue,
                                 galley_window_get_review (self),
                                 get_filter (self),
                                 self->selected);
}

static void
step (GalleyWindow *self, gboolean forward)
{
  GalleyAnnotation *annotation = galley_queue_find_neighbour (
      self->queue, galley_window_get_review (self), get_filter (self), self->selected, forward);

  if (annotation != NULL)
    _galley_window_select (self, annotation, TRUE);
}

static void
toast_flagged (GalleyWindow *self, guint n_flagged)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Everything is reviewed; %u is flagged.",
                                                      "Everything is reviewed; %u are flagged.",
                                                      n_flagged),
                                            n_flagged);
  GalleyToast *toast = galley_toast_new (title);

  galley_toast_add_button (toast,
                           _ ("Show _Flagged"),
                           "win.filter",
                           g_variant_new_parsed ("[('flag', %s)]", GALLEY_TAG_FLAG));
  galley_toast_add_button (toast, _ ("_Save"), "win.save", NULL);
  galley_toast_overlay_add_toast (self->toasts, toast);
}

/* At the end of the queue: what remains, in plain words, and the way on. */
static void
tell_end (GalleyWindow *self)
{
  GalleyQueueRest rest =
      galley_queue_count_rest (self->queue, galley_window_get_review (self), get_filter (self));
  g_autofree char *title = NULL;

  if (rest.n_unreviewed > 0)
    {
      title = g_strdup_printf (ngettext ("%u was skipped and is not reviewed.",
                                         "%u were skipped and are not reviewed.",
                                         rest.n_unreviewed),
                               rest.n_unreviewed);
      _galley_window_toast (self, title, _ ("_Go Through Them"), "win.go-on");
    }
  else if (rest.n_hidden > 0)
    {
      title = g_strdup_printf (
          ngettext ("All that is shown is reviewed; the filter hides %u that is not.",
                    "All that is shown is reviewed; the filter hides %u that are not.",
                    rest.n_hidden),
          rest.n_hidden);
      _galley_window_toast (self, title, _ ("_Go On with Them"), "win.go-on");
    }
  else if (rest.n_flagged > 0)
    {
      toast_flagged (self, rest.n_flagged);
    }
  else
    {
      _galley_window_toast (self, _ ("Everything is reviewed."), _ ("_Save"), "win.save");
    }
}

/* Why it was rejected, by a digit or a click; nobody has to say. */
static void
ask_why (GalleyWindow *self, GalleyAnnotation *annotation)
{
  const char *const *reasons = galley_kind_reasons (galley_annotation_get_kind (annotation));
  GalleyToast *toast;

  g_set_object (&self->rejected, annotation);
  if (reasons[0] == NULL)
    return;

  toast = galley_toast_new (_ ("Rejected. Why?"));
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      const GalleyTerm *term = galley_terms_find (GALLEY_TERMS_REASON, reasons[i]);
      /* translators: the key that gives a reason, and the reason: “2 Wrong edges” */
      g_autofree char *label = g_strdup_printf (_ ("%1$u %2$s"), i + 1, galley_term_label (term));

      galley_toast_add_button (toast,
                               label,
                               "win.reject-reason",
                               g_variant_new_string (reasons[i]));
    }
  galley_toast_overlay_add_toast (self->toasts, toast);
}

/* A verdict in the queue leads to the next; one in the text stays, since the person may want to
 * correct details. */
static void
go_on (GalleyWindow *self)
{
  GalleyAnnotation *next = find_next (self);

  if (next == NULL)
    tell_end (self);
  else if (self->in_queue)
    _galley_window_select (self, next, TRUE);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_review_set_verdict (galley_window_get_review (self),
                             self->selected,
                             GALLEY_STATUS_ACCEPTED,
                             NULL);
  go_on (self);
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_review_reject (galley_window_get_review (self), self->selected, NULL);
  ask_why (self, self->selected);
  go_on (self);
}

static gboolean
is_own_reject (GalleyWindow *self, GalleyAnnotation *annotation)
{
  const char *reviewer = galley_review_get_reviewer (galley_window_get_review (self));
  const GalleyVerdict *verdict =
      annotation != NULL ? galley_annotation_find_verdict (annotation, reviewer) : NULL;

  return verdict != NULL && verdict->status == GALLEY_STATUS_REJECTED;
}

/* Which reject a reason is for: the one that the person looks at, or the last one while nothing
 * else was changed since. */
static GalleyAnnotation *
find_rejected (GalleyWindow *self)
{
  if (is_own_reject (self, self->selected))
    return self->selected;

  return is_own_reject (self, self->rejected) ? self->rejected : NULL;
}

static void
give_reason (GalleyWindow *self, const char *reason)
{
  GalleyAnnotation *annotation = find_rejected (self);
  const GalleyTerm *term = galley_terms_find (GALLEY_TERMS_REASON, reason);
  g_autofree char *title = NULL;

  if (annotation == NULL || term == NULL)
    return;

  galley_review_reject (galley_window_get_review (self), annotation, reason);
  g_set_object (&self->rejected, annotation);
  /* translators: why something was rejected: “Rejected: Wrong edges” */
  title = g_strdup_printf (_ ("Rejected: %s"), galley_term_label (term));
  _galley_window_toast (self, title, _ ("_Undo"), "win.undo");
}

static void
reject_reason_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  give_reason (GALLEY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
reject_digit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *annotation = find_rejected (self);
  guint wanted = (guint) (*g_variant_get_string (parameter, NULL) - '1');
  const char *const *reasons;
  guint n_reasons;

  if (annotation == NULL)
    return;

  reasons = galley_kind_reasons (galley_annotation_get_kind (annotation));
  n_reasons = g_strv_length ((char **) reasons);
  if (wanted < n_reasons)
    give_reason (self, reasons[wanted]);
}

/* From a row's own button, with the annotation's id: the verdict is given already. */
static void
ask_why_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *annotation = galley_review_lookup (galley_window_get_review (self),
                                                       g_variant_get_string (parameter, NULL));

  if (annotation != NULL && is_own_reject (self, annotation))
    ask_why (self, annotation);
}

static void
clear_verdict_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_review_set_verdict (galley_window_get_review (self),
                             self->selected,
                             GALLEY_STATUS_UNREVIEWED,
                             NULL);
}

static void
flag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_review_set_flag (galley_window_get_review (self),
                          self->selected,
                          !galley_annotation_is_flagged (self->selected));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (GALLEY_WINDOW (widget), TRUE);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (GALLEY_WINDOW (widget), FALSE);
}

static void
next_unreviewed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *next;

  if (self->selected != NULL)
    galley_queue_skip (self->queue, galley_window_get_review (self), self->selected);
  next = find_next (self);
  if (next != NULL)
    _galley_window_select (self, next, TRUE);
  else
    tell_end (self);
  _galley_window_update_actions (self);
}

/* The last thing done is taken back, be it a skip or a verdict. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyAnnotation *skipped = galley_queue_go_back (self->queue, galley_window_get_review (self));

  if (skipped != NULL)
    _galley_window_select (self, skipped, TRUE);
  else
    gtk_widget_activate_action (widget, "win.undo", NULL);
  _galley_window_update_actions (self);
}

/* Goes through what was skipped, or what a filter hid. */
static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);

  galley_queue_reset (self->queue);
  if (galley_queue_count_rest (self->queue, review, get_filter (self)).n_unreviewed == 0)
    galley_sidebar_set_filter (self->sidebar, NULL);
  _galley_window_select_unreviewed (self);
}

/* What a toast offers to undo is not the last thing done any more, and what was rejected last can
 * be given a reason only until something else changes. */
static void
forget_last (GalleyWindow *self, GalleyAnnotation *changed)
{
  galley_toast_overlay_dismiss_all (self->toasts);
  if (self->rejected != changed)
    g_clear_object (&self->rejected);
}

/* Undoing an addition, or deleting, takes away what was selected. */
static void
on_items_changed_cb (GalleyWindow *self, guint position, guint removed, guint added)
{
  GalleyAnnotation *there;

  forget_last (self, NULL);
  if (removed == 0 || self->selected == NULL)
    return;

  /* What another reader found at the same place has the same id and is another object. */
  there = galley_review_lookup (galley_window_get_review (self),
                                galley_annotation_get_id (self->selected));
  if (there != self->selected)
    _galley_window_select (self, there, self->in_queue);
}

static void
on_annotation_changed_cb (GalleyWindow *self, GalleyAnnotation *annotation)
{
  forget_last (self, annotation);
  if (annotation == self->selected)
    _galley_window_update_selection_actions (self);
}

void
_galley_window_follow_queue (GalleyWindow *self)
{
  g_signal_group_connect_object (self->review_signals,
                                 "items-changed",
                                 G_CALLBACK (on_items_changed_cb),
                                 self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->review_signals,
                                 "annotation-changed",
                                 G_CALLBACK (on_annotation_changed_cb),
                                 self,
                                 G_CONNECT_SWAPPED);
}

/* Goes to the next that needs a verdict, as a walk through the list. */
void
_galley_window_select_unreviewed (GalleyWindow *self)
{
  GalleyAnnotation *annotation = find_next (self);

  if (annotation != NULL)
    _galley_window_select (self, annotation, TRUE);
}

void
_galley_window_update_review_actions (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);
  /* Nothing is judged or walked through that is not seen. */
  gboolean open = review != NULL && !self->overview_shown;
  gboolean editable = open && _galley_window_is_editable (self);
  gboolean any = open && galley_review_get_n_annotations (review) > 0;
  gboolean rest = any && galley_review_get_n_reviewed (review) < galley_review_get_n_total (review);
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "win.next", any },
    { "win.previous", any },
    { "win.next-unreviewed", rest },
    { "win.go-on", rest },
    { "win.back",
      editable && (galley_review_can_undo (review) || galley_queue_can_go_back (self->queue)) },
    { "win.reject-reason", editable },
    { "win.reject-digit", editable },
    { "win.ask-why", editable },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
}

static void
on_order_cb (GalleyWindow *self)
{
  galley_queue_set_by_strength (self->queue,
                                g_settings_get_boolean (self->settings, "least-sure-first"));
}

void
_galley_window_add_queue (GalleyWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "least-sure-first");

  self->queue = galley_queue_new ();
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings,
                           "changed::least-sure-first",
                           G_CALLBACK (on_order_cb),
                           self,
                           G_CONNECT_SWAPPED);
  on_order_cb (self);
}

/* Another review begins with nothing skipped and nothing rejected. */
void
_galley_window_begin_queue (GalleyWindow *self, GalleyReview *review)
{
  g_clear_object (&self->rejected);
  galley_queue_reset (self->queue);
  galley_recent_verdicts_set_review (self->recent_verdicts, review);
}

void
_galley_window_remove_queue (GalleyWindow *self)
{
  g_clear_object (&self->rejected);
  g_clear_pointer (&self->queue, galley_queue_free);
}

void
_galley_window_class_install_review_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.accept", NULL, accept_action },
    { "win.reject", NULL, reject_action },
    { "win.reject-reason", "s", reject_reason_action },
    { "win.reject-digit", "s", reject_digit_action },
    { "win.ask-why", "s", ask_why_action },
    { "win.clear-verdict", NULL, clear_verdict_action },
    { "win.flag", NULL, flag_action },
    { "win.next", NULL, next_action },
    { "win.previous", NULL, previous_action },
    { "win.next-unreviewed", NULL, next_unreviewed_action },
    { "win.back", NULL, back_action },
    { "win.go-on", NULL, go_on_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class,
                                     actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);
}
