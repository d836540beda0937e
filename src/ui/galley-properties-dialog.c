/* galley-properties-dialog.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-properties-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/galley-str.h"
#include "model/galley-taxonomy.h"
#include "ui/galley-accessible.h"

struct _GalleyPropertiesDialog
{
  GtkWindow parent_instance;

  GtkEditable *title_entry;
  GtkEditable *byline_entry;
  GtkEditable *outlet_entry;
  GtkEditable *date_entry;
  GtkWidget *date_hint;
  GtkDropDown *work;
  GtkLabel *work_hint;
  GtkWidget *apply_button;

  GalleyReview *review;
};

G_DEFINE_FINAL_TYPE (GalleyPropertiesDialog, galley_properties_dialog, GTK_TYPE_WINDOW)

/* As much of a date as is known, and a time after it if there is one: 2025, 2025-12, 2025-12-15,
 * 2025-12-15T08:30Z. Empty where it is not known. */
static gboolean
is_date (const char *text)
{
  int year, month = 1, day = 1;
  g_autofree char *date = NULL;
  const char *time = strchr (text, 'T');

  if (text[0] == '\0')
    return TRUE;
  date = time != NULL ? g_strndup (text, (gsize) (time - text)) : g_strdup (text);
  if (!g_regex_match_simple ("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", date, 0, 0))
    return FALSE;
  if (time != NULL && !g_regex_match_simple ("^T[0-9:.]+(Z|[+-][0-9:]+)?$", time, 0, 0))
    return FALSE;

  sscanf (date, "%d-%d-%d", &year, &month, &day);

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
put_words (char **field, GtkEditable *editable)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (editable));

  g_strstrip (words);
  galley_set_str (field, words[0] != '\0' ? words : NULL);
}

static void
show_words (GtkEditable *editable, const char *words)
{
  gtk_editable_set_text (editable, words != NULL ? words : "");
}

static const GalleyTerm *
get_work (GalleyPropertiesDialog *self)
{
  guint n_terms;
  const GalleyTerm *terms = galley_terms_list (GALLEY_TERMS_WORK, &n_terms);
  guint selected = gtk_drop_down_get_selected (self->work);

  return selected < n_terms ? &terms[selected] : NULL;
}

static void
show_works (GalleyPropertiesDialog *self, const char *id)
{
  guint n_terms;
  const GalleyTerm *terms = galley_terms_list (GALLEY_TERMS_WORK, &n_terms);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      gtk_string_list_append (labels, galley_term_label (&terms[i]));
      if (g_strcmp0 (terms[i].id, id) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->work, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->work, selected);
}

static void
show_metadata (GalleyPropertiesDialog *self)
{
  const GalleyMetadata *metadata =
      galley_article_get_metadata (galley_review_get_article (self->review));

  show_words (self->title_entry, metadata->title);
  show_words (self->byline_entry, metadata->byline);
  show_words (self->outlet_entry, metadata->site_name);
  show_words (self->date_entry, metadata->published_time);
  show_works (self, metadata->type_of_work);
}

static void
on_work_changed_cb (GalleyPropertiesDialog *self)
{
  const GalleyTerm *term = get_work (self);

  if (term == NULL)
    return;

  gtk_label_set_label (self->work_hint,
                       galley_work_expects_opinion (term->id)
                           ? _ ("Opinions are part of this type of work. They are marked, but not "
                                "counted as something to review.")
                           : _ ("Opinions of the writer are marked and counted for review."));
}

static void
on_date_changed_cb (GalleyPropertiesDialog *self)
{
  gboolean valid = is_date (gtk_editable_get_text (self->date_entry));

  gtk_widget_set_visible (self->date_hint, !valid);
  gtk_widget_set_sensitive (self->apply_button, valid);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_apply_cb (GalleyPropertiesDialog *self)
{
  galley_properties_dialog_apply (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
galley_properties_dialog_dispose (GObject *object)
{
  GalleyPropertiesDialog *self = GALLEY_PROPERTIES_DIALOG (object);

  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_PROPERTIES_DIALOG);

  G_OBJECT_CLASS (galley_properties_dialog_parent_class)->dispose (object);
}

static void
galley_properties_dialog_class_init (GalleyPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_properties_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, title_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, byline_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, outlet_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, work);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, work_hint);
  gtk_widget_class_bind_template_child (widget_class, GalleyPropertiesDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_work_changed_cb);
}

static void
galley_properties_dialog_init (GalleyPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_accessible_mend (GTK_WIDGET (self));
}

/**
 * galley_properties_dialog_new:
 * @parent: the window of the article
 * @review: the review of the article
 *
 * Returns: a dialog, not yet shown
 */
GtkWidget *
galley_properties_dialog_new (GtkWindow *parent, GalleyReview *review)
{
  GalleyPropertiesDialog *self;

  g_return_val_if_fail (GALLEY_IS_REVIEW (review), NULL);

  self = g_object_new (GALLEY_TYPE_PROPERTIES_DIALOG, "transient-for", parent, NULL);
  self->review = g_object_ref (review);
  show_metadata (self);

  return GTK_WIDGET (self);
}

/**
 * galley_properties_dialog_apply:
 *
 * Takes over what the fields say, as one step of undo. A date that is none leaves everything as it
 * was.
 */
void
galley_properties_dialog_apply (GalleyPropertiesDialog *self)
{
  GalleyArticle *article;
  const GalleyTerm *work;
  g_autoptr (GalleyMetadata) metadata = NULL;

  g_return_if_fail (GALLEY_IS_PROPERTIES_DIALOG (self));

  if (!is_date (gtk_editable_get_text (self->date_entry)))
    return;

  article = galley_review_get_article (self->review);
  work = get_work (self);
  metadata = galley_metadata_copy (galley_article_get_metadata (article));
  put_words (&metadata->title, self->title_entry);
  put_words (&metadata->byline, self->byline_entry);
  put_words (&metadata->site_name, self->outlet_entry);
  put_words (&metadata->published_time, self->date_entry);
  if (work != NULL)
    metadata->type_of_work = work->id;
  galley_review_set_metadata (self->review, g_steal_pointer (&metadata));
}
