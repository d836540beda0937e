/* galley-dialogs.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-dialogs.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-settings.h"

static void
remember_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = galley_settings_new ();
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (chooser);

  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (settings, "last-folder", uri);
    }
}

static void
use_last_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = galley_settings_new ();
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");
  g_autoptr (GFile) folder = NULL;

  if (uri[0] == '\0')
    return;

  folder = g_file_new_for_uri (uri);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

/* No window owns a native chooser, so the task does until it is answered. The dialog is destroyed
 * with it; left alone it would outlive its parent. */
static GTask *
take_native (GtkFileChooserNative *native,
             gpointer source_tag,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, native, g_object_unref);

  return task;
}

static void
return_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Dismissed");
}

static void
on_open_response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      remember_folder (GTK_FILE_CHOOSER (native));
      g_task_return_pointer (task,
                             gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native)),
                             g_object_unref);
    }
  else
    return_dismissed (task);
}

static void
on_save_response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      remember_folder (GTK_FILE_CHOOSER (native));
      g_task_return_pointer (task,
                             gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)),
                             g_object_unref);
    }
  else
    return_dismissed (task);
}

static void
on_answer_cb (GtkDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response >= 0)
    g_task_return_int (task, response);
  else
    return_dismissed (task);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_answers (GtkDialog *dialog, const GalleyAnswer *answers, guint n_answers)
{
  for (guint i = 0; i < n_answers; i++)
    {
      GtkWidget *button = gtk_dialog_add_button (dialog, _ (answers[i].label), (int) i);

      if (answers[i].css_class != NULL)
        gtk_widget_add_css_class (button, answers[i].css_class);
    }
  gtk_dialog_set_default_response (dialog, (int) n_answers - 1);
}

/**
 * galley_dialogs_open_async:
 * @parent: the window that asks
 *
 * Lets a person choose articles or annotation files.
 */
void
galley_dialogs_open_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  static const char *const readable[] = { "txt", "text", "md", "json", NULL };
  static const char *const reviews[] = { "json", NULL };
  static const char *const all[] = { NULL };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      _ ("Open an Article"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  GTask *task = take_native (native, galley_dialogs_open_async, callback, user_data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_filter (chooser, _ ("Articles and annotation files"), readable);
  add_filter (chooser, _ ("Annotation files"), reviews);
  add_filter (chooser, _ ("All files"), all);
  use_last_folder (chooser);
  g_signal_connect (native, "response", G_CALLBACK (on_open_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * galley_dialogs_open_finish:
 *
 * Returns: (transfer full) (element-type GFile): the chosen files, at least one; %NULL where the
 *   person chose none
 */
GListModel *
galley_dialogs_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * galley_dialogs_save_async:
 * @parent: the window that asks
 * @title: of the dialog
 * @initial_file: (nullable): where to begin; its name is suggested
 * @initial_name: the suggested name where there is no @initial_file
 *
 * Lets a person choose where to write. Replacing a file is confirmed in the dialog.
 */
void
galley_dialogs_save_async (GtkWindow *parent,
                           const char *title,
                           GFile *initial_file,
                           const char *initial_name,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  GTask *task = take_native (native, galley_dialogs_save_async, callback, user_data);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (initial_file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (initial_file);
      g_autofree char *name = g_file_get_basename (initial_file);
      g_autofree char *shown = g_filename_display_name (name);

      if (folder != NULL)
        gtk_file_chooser_set_current_folder (chooser, folder, NULL);
      gtk_file_chooser_set_current_name (chooser, shown);
    }
  else
    {
      use_last_folder (chooser);
      gtk_file_chooser_set_current_name (chooser, initial_name);
    }
  g_signal_connect (native, "response", G_CALLBACK (on_save_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * galley_dialogs_save_finish:
 *
 * Returns: (transfer full): the chosen file; %NULL where the person chose none
 */
GFile *
galley_dialogs_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * galley_dialogs_ask_async:
 * @parent: the window that asks
 * @question: one short sentence
 * @detail: (nullable): what each answer leads to
 * @answers: (array length=n_answers): from the mildest to the one that Return chooses
 *
 * Asks a person, who may also close the question.
 */
void
galley_dialogs_ask_async (GtkWindow *parent,
                          const char *question,
                          const char *detail,
                          const GalleyAnswer *answers,
                          guint n_answers,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GtkWidget *dialog = g_object_new (GTK_TYPE_MESSAGE_DIALOG,
                                    "transient-for",
                                    parent,
                                    "modal",
                                    TRUE,
                                    "destroy-with-parent",
                                    TRUE,
                                    "text",
                                    question,
                                    "secondary-text",
                                    detail,
                                    NULL);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, galley_dialogs_ask_async);
  add_answers (GTK_DIALOG (dialog), answers, n_answers);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * galley_dialogs_ask_finish:
 *
 * Returns: which of the answers was chosen, from 0; 0 and an error where the question was closed
 */
guint
galley_dialogs_ask_finish (GAsyncResult *result, GError **error)
{
  gssize answer = g_task_propagate_int (G_TASK (result), error);

  return answer > 0 ? (guint) answer : 0;
}

/**
 * galley_dialogs_about:
 * @parent: (nullable): the window that asks
 *
 * Shows what the program is.
 */
void
galley_dialogs_about (GtkWindow *parent)
{
  static const char *authors[] = { "The Galley authors", NULL };

  gtk_show_about_dialog (parent,
                         "program-name",
                         _ ("Galley"),
                         "version",
                         PACKAGE_VERSION,
                         "logo-icon-name",
                         APP_ID,
                         "comments",
                         _ ("Shows whose voice is speaking in a news article: its sources, what is "
                            "quoted from them, and what the writer thinks. Nothing leaves this "
                            "computer."),
                         "authors",
                         authors,
                         "copyright",
                         "© 2026 The Galley authors",
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* translators: the names of those who translated, one a line */
                         "translator-credits",
                         _ ("translator-credits"),
                         NULL);
}
