/* galley-window-save.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/galley-error.h"
#include "base/galley-file.h"
#include "ui/galley-describe.h"
#include "ui/galley-dialogs.h"
#include "ui/galley-recent-list.h"

#define SUFFIX ".galley.json"

static void save_to (GTask *task, GFile *target, gboolean overwrite);
static void choose_target (GTask *task);

/* Where a save goes: @target, or what the session takes in its place. */
static GFile *
dup_target (GalleySession *session, GFile *target)
{
  return target != NULL ? g_object_ref (target) : galley_session_dup_default_target (session);
}

/* NAME of NAME.galley.json, or of what was pasted. */
static char *
dup_stem (GalleySession *session)
{
  g_autoptr (GFile) target = galley_session_dup_default_target (session);
  g_autofree char *name = NULL;

  if (target != NULL)
    {
      name = galley_describe_file (target);
      if (g_str_has_suffix (name, SUFFIX))
        name[strlen (name) - strlen (SUFFIX)] = '\0';
    }
  else
    name = galley_session_dup_name (session);

  return g_steal_pointer (&name);
}

/* Beside the article; %NULL for what was pasted. */
static GFile *
dup_suggested_file (GalleySession *session, const char *suffix)
{
  g_autoptr (GFile) target = galley_session_dup_default_target (session);
  g_autoptr (GFile) folder = target != NULL ? g_file_get_parent (target) : NULL;
  g_autofree char *stem = dup_stem (session);
  g_autofree char *name = g_strconcat (stem, suffix, NULL);

  return folder != NULL ? g_file_get_child_for_display_name (folder, name, NULL) : NULL;
}

/* Who asked to close the window while it was saving wanted that after the save, not in its place.
 */
static void
close_if_asked (GalleyWindow *self, gboolean saved)
{
  gboolean close_asked = self->close_asked;

  self->close_asked = FALSE;
  if (close_asked && saved && self->toasts != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
finish (GTask *task, gboolean saved)
{
  g_autoptr (GalleyWindow) self = g_object_ref (g_task_get_source_object (task));

  self->saving = FALSE;
  if (self->toasts != NULL)
    _galley_window_update (self);
  g_task_return_boolean (task, saved);
  g_object_unref (task);
  close_if_asked (self, saved);
}

static void
on_overwrite_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;

  switch (galley_dialogs_ask_finish (result, NULL))
    {
    case 1:
      save_to (task, g_task_get_task_data (task), TRUE);
      break;

    case 2:
      choose_target (task);
      break;

    default:
      finish (task, FALSE);
    }
}

/* Somebody else's work is never replaced without asking. */
static void
ask_to_overwrite (GTask *task, GFile *target)
{
  static const GalleyAnswer answers[] = { { N_ ("_Cancel"), NULL },
                                          { N_ ("_Overwrite"), "destructive-action" },
                                          { N_ ("_Save As…"), "suggested-action" } };
  GalleyWindow *self = g_task_get_source_object (task);
  g_autofree char *name = galley_describe_file (target);
  /* translators: %s is the name of a file */
  g_autofree char *question = g_strdup_printf (_ ("Overwrite “%s”?"), name);

  galley_dialogs_ask_async (GTK_WINDOW (self),
                            question,
                            _ ("The file on disk is not the one that was opened here: somebody "
                               "else may have saved it, or another program."),
                            answers,
                            G_N_ELEMENTS (answers),
                            on_overwrite_answer_cb,
                            task);
}

static void
tell_saved (GalleyWindow *self, GFile *file)
{
  g_autofree char *name = galley_describe_file (file);
  /* translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Saved as “%s”."), name);

  galley_banner_set_revealed (self->error_banner, FALSE);
  galley_banner_set_revealed (self->beside_banner, FALSE);
  g_clear_object (&self->beside);
  galley_recent_list_remember (file);
  _galley_window_toast (self, title, NULL, NULL);
}

static void
tell_not_saved (GalleyWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = file != NULL ? galley_describe_file (file) : g_strdup ("");
  g_autofree char *sentence = galley_describe_save_error (name, error);

  g_clear_object (&self->failed);
  _galley_window_show_error (self, sentence);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GalleyWindow *self = g_task_get_source_object (task);
  GFile *file = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (galley_session_save_finish (GALLEY_SESSION (source), result, &error))
    {
      tell_saved (self, file);
      finish (task, TRUE);
    }
  else if (g_error_matches (error, GALLEY_ERROR, GALLEY_ERROR_CHANGED))
    ask_to_overwrite (task, file);
  else
    {
      tell_not_saved (self, file, error);
      finish (task, FALSE);
    }
}

static void
save_to (GTask *task, GFile *target, gboolean overwrite)
{
  GalleyWindow *self = g_task_get_source_object (task);
  GFile *file = dup_target (self->session, target);

  g_task_set_task_data (task, file, g_object_unref);
  _galley_window_update (self);
  galley_session_save_async (self->session, file, overwrite, on_saved_cb, task);
}

/* The chooser has asked about replacing a file. */
static void
on_target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GFile) target = galley_dialogs_save_finish (result, NULL);

  if (target != NULL)
    save_to (task, target, TRUE);
  else
    finish (task, FALSE);
}

static void
choose_target (GTask *task)
{
  GalleyWindow *self = g_task_get_source_object (task);
  g_autoptr (GFile) target = dup_target (self->session, NULL);
  g_autofree char *stem = dup_stem (self->session);
  g_autofree char *name = g_strconcat (stem, SUFFIX, NULL);

  galley_dialogs_save_async (
      GTK_WINDOW (self), _ ("Save the Review"), target, name, on_target_chosen_cb, task);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_window_save_async (GALLEY_WINDOW (widget), FALSE, NULL, NULL);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_window_save_async (GALLEY_WINDOW (widget), TRUE, NULL, NULL);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = g_task_get_task_data (task);
  GBytes *document = g_object_get_data (G_OBJECT (task), "document");
  gsize length;
  const char *data = g_bytes_get_data (document, &length);
  GError *error = NULL;

  if (galley_file_save (file, data, length, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = galley_describe_file (file);
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  self->saving = FALSE;
  if (self->toasts == NULL)
    return;

  if (saved)
    {
      /* translators: %s is the name of a file */
      g_autofree char *title = g_strdup_printf (_ ("Exported as “%s”."), name);

      _galley_window_toast (self, title, NULL, NULL);
    }
  else
    tell_not_saved (self, file, error);
  _galley_window_update (self);
  close_if_asked (self, saved);
}

static void
export_to (GalleyWindow *self, const GalleyExporter *exporter, GFile *file, gboolean private_notes)
{
  GalleyExportOptions options = { .width = 80, .header = TRUE, .private_notes = private_notes };
  g_autofree char *name = NULL;
  g_autoptr (GTask) task = NULL;

  /* The document is made here, where the review cannot change meanwhile; writing may take long. */
  options.name = name = galley_session_dup_name (self->session);
  /* No source: a widget must not be finalized in the worker's thread. */
  task = g_task_new (NULL, NULL, on_exported_cb, g_object_ref (self));
  g_task_set_source_tag (task, export_to);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task),
                          "document",
                          g_string_free_to_bytes (
                              exporter->write (galley_window_get_review (self), &options)),
                          (GDestroyNotify) g_bytes_unref);
  self->saving = TRUE;
  _galley_window_update (self);
  g_task_run_in_thread (task, write_in_thread);
}

/* What to export as, while the person chooses where to. */
typedef struct
{
  GalleyWindow *window;
  const GalleyExporter *exporter;
  gboolean private_notes;
} Exporting;

static void
on_export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Exporting *exporting = user_data;
  g_autoptr (GalleyWindow) self = exporting->window;
  g_autoptr (GFile) file = galley_dialogs_save_finish (result, NULL);

  if (file != NULL && self->toasts != NULL)
    export_to (self, exporting->exporter, file, exporting->private_notes);
}

static char *
dup_export_label (const GalleyExporter *exporter)
{
  /* translators: what opens a dialog; %s is a format, as “Table (CSV)” */
  return g_strdup_printf (_ ("%s…"), _ (exporter->label));
}

static void
choose_export (GalleyWindow *self,
               const GalleyExporter *exporter,
               const char *title,
               gboolean private_notes)
{
  /* translators: the end of a file's name, before its suffix */
  const char *addition = private_notes ? _ (" with private notes") : "";
  g_autoptr (GFile) file = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *suffix = NULL;
  g_autofree char *name = NULL;
  Exporting *exporting;

  galley_inspector_flush (self->inspector);
  exporting = g_new0 (Exporting, 1);
  exporting->window = g_object_ref (self);
  exporting->exporter = exporter;
  exporting->private_notes = private_notes;
  stem = dup_stem (self->session);
  suffix = g_strconcat (addition, exporter->suffix, NULL);
  file = dup_suggested_file (self->session, suffix);
  name = g_strconcat (stem, suffix, NULL);
  galley_dialogs_save_async (GTK_WINDOW (self), title, file, name, on_export_chosen_cb, exporting);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const GalleyExporter *exporter = galley_exporter_find (g_variant_get_string (parameter, NULL));
  g_autofree char *title = NULL;

  if (exporter == NULL)
    return;

  /* translators: %s is a format, as “Table (CSV)” */
  title = g_strdup_printf (_ ("Export: %s"), _ (exporter->label));
  choose_export (GALLEY_WINDOW (widget), exporter, title, FALSE);
}

/* A copy, so that the next save does not write them again. */
static void
save_private_copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  choose_export (GALLEY_WINDOW (widget),
                 galley_exporter_find ("json"),
                 _ ("Save a Copy with Private Notes"),
                 TRUE);
}

static void
on_saved_before_closing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyWindow *self = GALLEY_WINDOW (source);

  self->closing = FALSE;
  if (galley_window_save_finish (self, result, NULL) && self->toasts != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_close_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;

  switch (galley_dialogs_ask_finish (result, NULL))
    {
    case 1:
      gtk_window_destroy (GTK_WINDOW (self));
      break;

    case 2:
      galley_window_save_async (self, FALSE, on_saved_before_closing_cb, NULL);
      break;

    default:
      self->closing = FALSE;
    }
}

static void
ask_to_save (GalleyWindow *self)
{
  static const GalleyAnswer answers[] = { { N_ ("_Cancel"), NULL },
                                          { N_ ("_Discard"), "destructive-action" },
                                          { N_ ("_Save"), "suggested-action" } };
  g_autofree char *title = galley_describe_title (self->session);
  /* translators: %s is the headline of the article */
  g_autofree char *question = g_strdup_printf (_ ("Save the review of “%s”?"), title);

  self->closing = TRUE;
  galley_dialogs_ask_async (GTK_WINDOW (self),
                            question,
                            _ ("What you have decided since the last save will be lost if you "
                               "discard it."),
                            answers,
                            G_N_ELEMENTS (answers),
                            on_close_answer_cb,
                            g_object_ref (self));
}

gboolean
_galley_window_close_request (GtkWindow *window)
{
  GalleyWindow *self = GALLEY_WINDOW (window);
  GalleyReview *review = galley_window_get_review (self);

  if (self->closing || self->saving)
    {
      self->close_asked = !self->closing;
      return GDK_EVENT_STOP;
    }

  galley_inspector_flush (self->inspector);
  if (review == NULL || !galley_review_get_modified (review)
      || galley_session_get_read_only (self->session))
    return GDK_EVENT_PROPAGATE;

  ask_to_save (self);

  return GDK_EVENT_STOP;
}

void
_galley_window_class_install_save_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
  gtk_widget_class_install_action (widget_class,
                                   "win.save-private-copy",
                                   NULL,
                                   save_private_copy_action);
}

/* A review that is on disk as it is here needs no saving. */
void
_galley_window_update_save_actions (GalleyWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GalleyReview *review = galley_window_get_review (self);
  gboolean savable = _galley_window_is_editable (self) && !self->saving;
  gboolean fresh = savable && !galley_review_get_modified (review)
                   && galley_session_get_annotation_file (self->session) != NULL;
  gboolean exportable =
      review != NULL && !self->saving && !galley_session_get_analysing (self->session);

  gtk_widget_action_set_enabled (widget, "win.save", savable && !fresh);
  gtk_widget_action_set_enabled (widget, "win.save-as", savable);
  gtk_widget_action_set_enabled (widget, "win.export", exportable);
  gtk_widget_action_set_enabled (widget, "win.save-private-copy", exportable);
}

void
_galley_window_add_exporters (GalleyWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) formats = g_menu_new ();
  guint n_exporters;
  const GalleyExporter *const *exporters = galley_exporters_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++)
    {
      g_autofree char *label = dup_export_label (exporters[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      /* That is what saving does. */
      if (g_str_equal (exporters[i]->id, "json"))
        continue;
      g_menu_item_set_action_and_target (item, "win.export", "s", exporters[i]->id);
      g_menu_append_item (formats, item);
    }
  g_menu_append (menu, _ ("Save _As…"), "win.save-as");
  g_menu_append (menu, _ ("Save a Copy with _Private Notes…"), "win.save-private-copy");
  g_menu_append_section (menu, _ ("Export"), G_MENU_MODEL (formats));
  gtk_menu_button_set_menu_model (self->save_button, G_MENU_MODEL (menu));
}

/**
 * galley_window_save_async:
 * @elsewhere: whether to ask where to
 *
 * Saves the review: where it was saved before, beside the article or, where that is not possible,
 * where the person says. Asks before it replaces a file that is not the one that was opened.
 */
void
galley_window_save_async (GalleyWindow *self,
                          gboolean elsewhere,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GFile) target = NULL;
  GTask *task;

  g_return_if_fail (GALLEY_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);

  galley_inspector_flush (self->inspector);
  galley_note_store_flush (self->notes);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, galley_window_save_async);
  self->saving = TRUE;

  target = galley_session_dup_default_target (self->session);
  if (elsewhere || target == NULL)
    choose_target (task);
  else
    save_to (task, NULL, FALSE);
}

/**
 * galley_window_save_finish:
 *
 * Returns: whether the review is on disk; a failure has been said in the window
 */
gboolean
galley_window_save_finish (GalleyWindow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * galley_window_export:
 * @exporter: the format
 * @file: where to; replaced if it is there
 *
 * Writes the review as it is now in another format, and says so.
 */
void
galley_window_export (GalleyWindow *self, const GalleyExporter *exporter, GFile *file)
{
  g_return_if_fail (GALLEY_IS_WINDOW (self));
  g_return_if_fail (exporter != NULL);
  g_return_if_fail (galley_window_get_review (self) != NULL);

  export_to (self, exporter, file, FALSE);
}
