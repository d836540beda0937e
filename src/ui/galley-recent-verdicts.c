/* galley-recent-verdicts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-recent-verdicts.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-row-mark.h"
#include "ui/galley-row-text.h"

#define MAX_VERDICTS    10
#define TITLE_GRAPHEMES 60
#define ANNOTATION_KEY  "galley-annotation"
/* Before the next frame is laid out (GTK lays out at +10), after the events that changed things. */
#define UPDATE_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

struct _GalleyRecentVerdicts
{
  GtkWidget parent_instance;

  GtkWidget *hint;
  GtkMenuButton *button;
  GtkBox *marks;
  GtkPopover *popover;
  GtkListBox *list;

  GalleyReview *review;
  GSignalGroup *review_signals;
  gboolean editable;
  guint update_id;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyRecentVerdicts, galley_recent_verdicts, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* (transfer container): the latest first. */
static GPtrArray *
list_recent (GalleyRecentVerdicts *self)
{
  return self->review != NULL ? galley_review_list_recent (self->review, MAX_VERDICTS)
                              : g_ptr_array_new ();
}

static GtkWidget *
new_mark (GalleyAnnotation *annotation)
{
  GtkWidget *mark = g_object_new (GALLEY_TYPE_ROW_MARK, NULL);

  galley_row_mark_set_status (GALLEY_ROW_MARK (mark), galley_annotation_get_status (annotation));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);

  return mark;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_row (GalleyReview *review, GalleyAnnotation *annotation)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *title = galley_row_text_title (review, annotation);
  g_autofree char *verdict = galley_row_text_verdict (annotation);
  /* translators: kind of mark, and its verdict */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%1$s · %2$s"),
                       galley_kind_label (galley_annotation_get_kind (annotation), 1),
                       verdict);
  /* translators: what is marked; its kind and verdict */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$s"), title, subtitle);

  gtk_box_append (GTK_BOX (lines), new_label (title, NULL));
  gtk_box_append (GTK_BOX (lines), new_label (subtitle, "caption"));
  gtk_box_append (GTK_BOX (line), new_mark (annotation));
  gtk_box_append (GTK_BOX (line), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data_full (G_OBJECT (row),
                          ANNOTATION_KEY,
                          g_object_ref (annotation),
                          g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
fill_list (GalleyRecentVerdicts *self)
{
  g_autoptr (GPtrArray) recent = list_recent (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < recent->len; i++)
    gtk_list_box_append (self->list, new_row (self->review, recent->pdata[i]));
}

static void
fill_marks (GalleyRecentVerdicts *self)
{
  g_autoptr (GPtrArray) recent = list_recent (self);
  g_autofree char *spoken = NULL;
  GtkWidget *mark;

  while ((mark = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, mark);
  for (guint i = recent->len; i > 0; i--)
    gtk_box_append (self->marks, new_mark (recent->pdata[i - 1]));

  gtk_widget_set_visible (GTK_WIDGET (self->button), recent->len > 0);
  gtk_widget_set_visible (self->hint,
                          self->editable && recent->len == 0 && self->review != NULL
                              && galley_review_get_n_annotations (self->review) > 0);
  /* translators: a button that lists them, as a screen reader says it */
  spoken =
      g_strdup_printf (ngettext ("Last verdict", "Last %u verdicts", recent->len), recent->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken,
                                  -1);
}

static gboolean
on_update_cb (gpointer data)
{
  GalleyRecentVerdicts *self = data;

  self->update_id = 0;
  fill_marks (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GalleyRecentVerdicts *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (UPDATE_PRIORITY, on_update_cb, self, NULL);
}

static void
on_changed_cb (GalleyRecentVerdicts *self)
{
  queue_update (self);
}

static void
on_row_activated_cb (GalleyRecentVerdicts *self, GtkListBoxRow *row)
{
  g_autoptr (GalleyAnnotation) annotation =
      g_object_ref (g_object_get_data (G_OBJECT (row), ANNOTATION_KEY));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, annotation);
}

static void
galley_recent_verdicts_dispose (GObject *object)
{
  GalleyRecentVerdicts *self = GALLEY_RECENT_VERDICTS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_RECENT_VERDICTS);

  G_OBJECT_CLASS (galley_recent_verdicts_parent_class)->dispose (object);
}

static void
galley_recent_verdicts_class_init (GalleyRecentVerdictsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_recent_verdicts_dispose;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  GALLEY_TYPE_RECENT_VERDICTS,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  GALLEY_TYPE_ANNOTATION);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-recent-verdicts.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentVerdicts, hint);
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentVerdicts, button);
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentVerdicts, marks);
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentVerdicts, popover);
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentVerdicts, list);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "recent-verdicts");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
galley_recent_verdicts_init (GalleyRecentVerdicts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const news[] = { "items-changed",
                                          "annotation-changed",
                                          "notify::reviewer" };

      g_signal_group_connect_swapped (self->review_signals,
                                      news[i],
                                      G_CALLBACK (on_changed_cb),
                                      self);
    }
}

/**
 * galley_recent_verdicts_set_review:
 * @review: (nullable)
 */
void
galley_recent_verdicts_set_review (GalleyRecentVerdicts *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_RECENT_VERDICTS (self));

  if (!g_set_object (&self->review, review))
    return;

  g_signal_group_set_target (self->review_signals, review);
  fill_marks (self);
}

/**
 * galley_recent_verdicts_set_editable:
 * @editable: whether verdicts can be given: before the first, the keys for it are told
 */
void
galley_recent_verdicts_set_editable (GalleyRecentVerdicts *self, gboolean editable)
{
  g_return_if_fail (GALLEY_IS_RECENT_VERDICTS (self));

  if (self->editable == editable)
    return;

  self->editable = editable;
  queue_update (self);
}

/**
 * galley_recent_verdicts_popup:
 *
 * Opens the list, if there is one.
 */
void
galley_recent_verdicts_popup (GalleyRecentVerdicts *self)
{
  g_return_if_fail (GALLEY_IS_RECENT_VERDICTS (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->button)))
    gtk_menu_button_popup (self->button);
}
