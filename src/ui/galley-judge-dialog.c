/* galley-judge-dialog.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-judge-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-row-text.h"

struct _GalleyJudgeDialog
{
  GtkWindow parent_instance;

  GtkButton *judge_button;
  GtkLabel *kinds;
  GtkLabel *left_alone;
  GtkListView *list;
  GtkLabel *meaning;

  GalleyReview *review;
  GalleyStatus status;
  GPtrArray *judged;
  guint n_left_alone;
};

enum
{
  JUDGE,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyJudgeDialog, galley_judge_dialog, GTK_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
on_judge_cb (GalleyJudgeDialog *self)
{
  g_signal_emit (self, signals[JUDGE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_setup_cb (GalleyJudgeDialog *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GalleyJudgeDialog *self, GtkListItem *item)
{
  GalleyAnnotation *annotation = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *title = galley_row_text_title (self->review, annotation);
  /* translators: kind of mark, and what is marked */
  g_autofree char *line =
      g_strdup_printf (_ ("%1$s: %2$s"),
                       galley_kind_label (galley_annotation_get_kind (annotation), 1),
                       title);

  gtk_label_set_label (GTK_LABEL (child), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line,
                                  -1);
}

static void
galley_judge_dialog_dispose (GObject *object)
{
  GalleyJudgeDialog *self = GALLEY_JUDGE_DIALOG (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->judged, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_JUDGE_DIALOG);

  G_OBJECT_CLASS (galley_judge_dialog_parent_class)->dispose (object);
}

static void
galley_judge_dialog_class_init (GalleyJudgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_judge_dialog_dispose;

  signals[JUDGE] = g_signal_new (
      "judge", GALLEY_TYPE_JUDGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-judge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyJudgeDialog, judge_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyJudgeDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, GalleyJudgeDialog, left_alone);
  gtk_widget_class_bind_template_child (widget_class, GalleyJudgeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyJudgeDialog, meaning);
  gtk_widget_class_bind_template_callback (widget_class, on_judge_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
}

static void
galley_judge_dialog_init (GalleyJudgeDialog *self)
{
  self->judged = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What has a verdict keeps it. */
static void
sort_out (GalleyJudgeDialog *self, GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    {
      if (galley_annotation_get_status (shown->pdata[i]) == GALLEY_STATUS_UNREVIEWED)
        g_ptr_array_add (self->judged, g_object_ref (shown->pdata[i]));
      else
        self->n_left_alone++;
    }
}

static char *
dup_count (GalleyKind kind, guint n)
{
  switch (kind)
    {
    case GALLEY_KIND_SOURCE:
      return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
    case GALLEY_KIND_QUOTE:
      return g_strdup_printf (ngettext ("%u quote", "%u quotes", n), n);
    case GALLEY_KIND_OPINION:
      return g_strdup_printf (ngettext ("%u opinion", "%u opinions", n), n);
    case GALLEY_KIND_NOTE:
    default:
      return g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
    }
}

/* “2 sources · 5 quotes” */
static char *
dup_kinds (GalleyJudgeDialog *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  guint n[GALLEY_N_KINDS] = { 0 };

  for (guint i = 0; i < self->judged->len; i++)
    n[galley_annotation_get_kind (self->judged->pdata[i])]++;
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    {
      if (n[kind] > 0)
        g_ptr_array_add (facts, dup_count ((GalleyKind) kind, n[kind]));
    }
  g_ptr_array_add (facts, NULL);

  return g_strjoinv (GALLEY_ROW_TEXT_SEPARATOR, (char **) facts->pdata);
}

static void
show_button (GalleyJudgeDialog *self)
{
  gboolean accept = self->status == GALLEY_STATUS_ACCEPTED;
  g_autofree char *label =
      g_strdup_printf (accept ? _ ("_Accept %u") : _ ("_Reject %u"), self->judged->len);

  gtk_button_set_label (self->judge_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->judge_button), self->judged->len > 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->judge_button),
                            accept ? "suggested-action" : "destructive-action");
}

static void
show_words (GalleyJudgeDialog *self)
{
  gboolean accept = self->status == GALLEY_STATUS_ACCEPTED;
  g_autofree char *kinds = dup_kinds (self);
  g_autofree char *left_alone =
      g_strdup_printf (ngettext ("%u that already has a verdict is left alone.",
                                 "%u that already have a verdict are left alone.",
                                 self->n_left_alone),
                       self->n_left_alone);

  gtk_window_set_title (GTK_WINDOW (self),
                        accept ? _ ("Accept What Is Shown") : _ ("Reject What Is Shown"));
  gtk_label_set_label (self->kinds,
                       self->judged->len > 0 ? kinds : _ ("Everything shown has a verdict."));
  gtk_label_set_label (self->left_alone, left_alone);
  gtk_widget_set_visible (GTK_WIDGET (self->left_alone), self->n_left_alone > 0);
  gtk_label_set_label (
      self->meaning,
      accept
          ? _ ("Accepting says that you have checked them. The saved file tells it of each one.")
          : _ ("Rejecting says that you have checked them. The saved file tells it of each one."));
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), self->judged->len > 0);
}

static void
show_list (GalleyJudgeDialog *self)
{
  GListStore *store = g_list_store_new (GALLEY_TYPE_ANNOTATION);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (store));

  g_list_store_splice (store, 0, 0, self->judged->pdata, self->judged->len);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_window_get_title (GTK_WINDOW (self)),
                                  -1);
}

/**
 * galley_judge_dialog_new:
 * @shown: (element-type GalleyAnnotation): what the verdict would be on; what has one keeps it
 * @status: accepted or rejected
 *
 * Returns: (transfer none): a dialog over @parent, not yet shown
 */
GtkWidget *
galley_judge_dialog_new (GtkWindow *parent,
                         GalleyReview *review,
                         GPtrArray *shown,
                         GalleyStatus status)
{
  GalleyJudgeDialog *self = g_object_new (GALLEY_TYPE_JUDGE_DIALOG, "transient-for", parent, NULL);

  self->review = g_object_ref (review);
  self->status = status;
  sort_out (self, shown);
  show_words (self);
  show_button (self);
  show_list (self);

  return GTK_WIDGET (self);
}

/**
 * galley_judge_dialog_get_judged:
 *
 * Returns: (transfer none) (element-type GalleyAnnotation): those that get the verdict
 */
GPtrArray *
galley_judge_dialog_get_judged (GalleyJudgeDialog *self)
{
  return self->judged;
}

GalleyStatus
galley_judge_dialog_get_status (GalleyJudgeDialog *self)
{
  return self->status;
}
