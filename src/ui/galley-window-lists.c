/* galley-window-lists.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-judge-dialog.h"

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GalleyFilter) filter = galley_filter_new_from_variant (parameter);

  galley_sidebar_set_filter (GALLEY_WINDOW (widget)->sidebar, filter);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_sidebar_set_filter (GALLEY_WINDOW (widget)->sidebar, NULL);
}

static void
choose_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_sidebar_focus_filter (GALLEY_WINDOW (widget)->sidebar);
}

static void
last_verdicts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_recent_verdicts_popup (GALLEY_WINDOW (widget)->recent_verdicts);
}

static void
on_recent_chosen_cb (GalleyWindow *self, GalleyAnnotation *annotation)
{
  _galley_window_select (self, annotation, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->article));
}

static void
on_judge_cb (GalleyWindow *self, GalleyJudgeDialog *dialog)
{
  guint n = galley_review_set_verdicts (galley_window_get_review (self),
                                        galley_judge_dialog_get_judged (dialog),
                                        galley_judge_dialog_get_status (dialog));
  g_autofree char *title = galley_judge_dialog_get_status (dialog) == GALLEY_STATUS_ACCEPTED
                               ? g_strdup_printf (ngettext ("%u accepted.", "%u accepted.", n), n)
                               : g_strdup_printf (ngettext ("%u rejected.", "%u rejected.", n), n);

  _galley_window_toast (self, title, _ ("_Undo"), "win.undo");
}

static void
judge_shown_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyReview *review = galley_window_get_review (self);
  g_autoptr (GPtrArray) shown = NULL;
  GalleyStatus status;
  GtkWidget *dialog;

  if (!galley_status_from_id (g_variant_get_string (parameter, NULL), &status))
    return;

  shown = galley_filter_list (galley_sidebar_get_filter (self->sidebar), review);
  dialog = galley_judge_dialog_new (GTK_WINDOW (self), review, shown, status);
  g_signal_connect_object (dialog, "judge", G_CALLBACK (on_judge_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_galley_window_update_list_actions (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);
  gboolean open = review != NULL;
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "win.filter", open },
    { "win.clear-filter", open },
    { "win.choose-filter", open },
    { "win.last-verdicts", open },
    { "win.judge-shown", open && _galley_window_is_editable (self) },
  };

  galley_recent_verdicts_set_editable (self->recent_verdicts, _galley_window_is_editable (self));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
}

void
_galley_window_class_install_list_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.filter", "a(ss)", filter_action },
    { "win.clear-filter", NULL, clear_filter_action },
    { "win.choose-filter", NULL, choose_filter_action },
    { "win.last-verdicts", NULL, last_verdicts_action },
    { "win.judge-shown", "s", judge_shown_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class,
                                     actions[i].name,
                                     actions[i].parameter_type,
                                     actions[i].activate);
  g_type_ensure (GALLEY_TYPE_RECENT_VERDICTS);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, recent_verdicts);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_chosen_cb);
}
