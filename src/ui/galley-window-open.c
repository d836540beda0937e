/* galley-window-open.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/galley-error.h"
#include "ui/galley-application.h"
#include "ui/galley-describe.h"
#include "ui/galley-dialogs.h"
#include "ui/galley-recent-list.h"

#define SAMPLE "/io/github/galley_app/Galley/sample/harbour-crossing.txt"

/* What takes less is not worth a bar that comes and goes. */
#define BUSY_DELAY_MS 400

/* One file on its way. */
typedef struct
{
  GalleyWindow *window;
  GalleySession *session;
  GFile *file;
  gboolean in_place;          /* replaces what the window shows */
  GalleyReview *carried_from; /* nullable: what is replaced by another reading of the same file */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_object_unref (self->file);
  g_clear_object (&self->carried_from);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
on_busy_delay_cb (gpointer user_data)
{
  GalleyWindow *self = user_data;

  self->busy_delay = 0;
  galley_banner_set_revealed (self->busy_banner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
show_busy (GalleyWindow *self, const char *title)
{
  galley_banner_set_title (self->busy_banner, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (self->busy_delay == 0)
    self->busy_delay = g_timeout_add (BUSY_DELAY_MS, on_busy_delay_cb, self);
  _galley_window_update_open_actions (self);
}

static void
hide_busy (GalleyWindow *self)
{
  if (galley_window_get_busy (self))
    return;

  g_clear_handle_id (&self->busy_delay, g_source_remove);
  galley_banner_set_revealed (self->busy_banner, FALSE);
  _galley_window_update_open_actions (self);
}

/* A file that cannot be opened leaves the window as it was, with a sentence and a way on. */
static void
fail_to_open (GalleyWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = galley_describe_file (file);
  g_autofree char *sentence = galley_describe_open_error (name, error);

  g_set_object (&self->failed, file);
  _galley_window_show_error (self, sentence);
  gtk_widget_set_visible (self->retry_button, error->domain != GALLEY_ERROR);
  gtk_widget_set_visible (GTK_WIDGET (self->error_encoding_button),
                          g_error_matches (error, GALLEY_ERROR, GALLEY_ERROR_ENCODING));
}

/* The window that shows @session: this one, where it has nothing to lose. */
static GalleyWindow *
choose_window (GalleyWindow *self, gboolean in_place)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (in_place || galley_window_get_review (self) == NULL || application == NULL)
    return self;

  return galley_window_new (application);
}

static void
remember (GalleySession *session)
{
  GFile *file = galley_session_get_annotation_file (session);

  if (file == NULL)
    file = galley_session_get_file (session);
  if (file != NULL)
    galley_recent_list_remember (file);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  GalleyWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  gboolean opened = galley_session_open_finish (opening->session, result, &error);

  if (--self->n_opening == 0)
    g_clear_object (&self->opening);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->toasts == NULL)
    return;

  hide_busy (self);
  if (opened)
    {
      GalleyWindow *window = choose_window (self, opening->in_place);

      _galley_window_take_session (window, opening->session);
      g_set_object (&window->carried_from, opening->carried_from);
      remember (opening->session);
      gtk_window_present (GTK_WINDOW (window));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail_to_open (self, opening->file, error);
}

/* @in_place replaces what the window shows; else a window that shows something keeps it. */
void
_galley_window_open (GalleyWindow *self, GFile *file, const char *charset, gboolean in_place)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = galley_describe_file (file);
  g_autofree char *title = NULL;

  opening->window = g_object_ref (self);
  opening->session = galley_session_new ();
  opening->file = g_object_ref (file);
  opening->in_place = in_place;
  if (in_place && charset != NULL && galley_window_get_review (self) != NULL)
    opening->carried_from = g_object_ref (galley_window_get_review (self));

  if (self->n_opening++ == 0)
    self->opening = g_cancellable_new ();
  galley_banner_set_revealed (self->error_banner, FALSE);
  /* translators: %s is the name of a file */
  title = g_strdup_printf (_ ("Opening “%s”…"), name);
  show_busy (self, title);
  galley_session_open_async (opening->session, file, charset, self->opening, on_opened_cb, opening);
}

/* Text without a file: saving it asks where to. */
static void
open_bytes (GalleyWindow *self, GBytes *bytes, const char *name)
{
  g_autoptr (GalleySession) session = galley_session_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->failed);
  if (galley_session_open_bytes (session, bytes, name, "UTF-8", &error))
    {
      GalleyWindow *window = choose_window (self, FALSE);

      _galley_window_take_session (window, session);
      gtk_window_present (GTK_WINDOW (window));
    }
  else
    {
      g_autofree char *sentence = galley_describe_open_error (name, error);

      _galley_window_show_error (self, sentence);
    }
}

static void
show_beside (GalleyWindow *self)
{
  GFile *file = galley_session_get_file (self->session);

  g_clear_object (&self->beside);
  if (file != NULL && galley_session_get_annotation_file (self->session) == NULL)
    self->beside = galley_session_find_beside (file);

  if (self->beside != NULL)
    {
      g_autofree char *name = galley_describe_file (self->beside);
      /* translators: %s is the name of a file */
      g_autofree char *title =
          g_strdup_printf (_ ("This article was reviewed before, in “%s”."), name);

      galley_banner_set_title (self->beside_banner, title);
    }
  galley_banner_set_revealed (self->beside_banner, self->beside != NULL);
}

/* An article is opened at its headline, a review where it was left. */
static void
select_first (GalleyWindow *self)
{
  guint n_reviewed = galley_review_get_n_reviewed (galley_window_get_review (self));

  galley_article_view_set_still (self->article, n_reviewed == 0);
  _galley_window_select_unreviewed (self);
  galley_article_view_set_still (self->article, FALSE);
}

static gboolean
on_settled_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  if (self->settling_frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->settled_tick = 0;
  if (self->selected == NULL && galley_window_get_review (self) != NULL)
    select_first (self);

  return G_SOURCE_REMOVE;
}

/* Selects the first that needs a verdict, so that one key suffices to give it. Only when the
 * article has its place on the screen: a view without a size would scroll past the headline. */
static void
select_when_settled (GalleyWindow *self)
{
  self->settling_frames = 2;
  if (self->settled_tick == 0)
    self->settled_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_settled_tick_cb, NULL, NULL);
}

static void
on_analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  GalleySession *session = GALLEY_SESSION (source);
  g_autoptr (GError) error = NULL;
  gboolean analysed = galley_session_analyse_finish (session, result, &error);

  g_application_release (g_application_get_default ());
  /* The window has gone on to something else. */
  if (self->session != session || self->toasts == NULL || self->closed)
    return;

  g_clear_object (&self->analysing);
  hide_busy (self);
  self->unfinished = !analysed;
  if (self->starts_over)
    {
      _galley_window_analyse (self);
      return;
    }
  _galley_window_show_language (self);
  _galley_window_update (self);

  if (analysed)
    {
      _galley_window_tell_reread (self);
      if (self->selected == NULL)
        select_when_settled (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _galley_window_toast (self,
                          _ ("Stopped looking for sources and quotes."),
                          _ ("_Go On"),
                          "win.analyse");
  else if (!_galley_window_fall_back (self, error))
    {
      /* translators: %s is the reason, in a sentence */
      g_autofree char *sentence =
          g_strdup_printf (_ ("Sources and quotes could not be looked for: %s"), error->message);

      _galley_window_show_error (self, sentence);
    }
}

void
_galley_window_analyse (GalleyWindow *self)
{
  self->unfinished = self->starts_over = FALSE;
  _galley_window_note_steps (self);
  self->analysing = g_cancellable_new ();
  show_busy (self, _ ("Looking for sources, quotes and opinions…"));
  /* The last window may be closed meanwhile, and no thread may outlive what it computes with. */
  g_application_hold (g_application_get_default ());
  galley_session_analyse_async (self->session,
                                _galley_window_get_reader (self),
                                self->analysing,
                                on_analysed_cb,
                                g_object_ref (self));
  _galley_window_update (self);
}

static void
on_files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autoptr (GListModel) files = galley_dialogs_open_finish (result, NULL);
  guint n_files = files != NULL ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      galley_window_open (self, file);
    }
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  galley_dialogs_open_async (GTK_WINDOW (widget), on_files_chosen_cb, g_object_ref (widget));
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gtk_popover_popdown (self->recent_popover);
  galley_window_open (self, file);
}

static void
open_sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_if_fail (bytes != NULL);
  open_bytes (GALLEY_WINDOW (widget), bytes, _ ("Sample article"));
}

/* In place of what was found anew, unless something was decided about that already. */
static void
open_beside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  g_autoptr (GFile) file = g_object_ref (self->beside);

  if (galley_review_get_modified (galley_window_get_review (self)))
    galley_window_open (self, file);
  else
    _galley_window_open (self, file, NULL, TRUE);
}

static void
start_anew_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  galley_banner_set_revealed (self->beside_banner, FALSE);
  g_clear_object (&self->beside);
  _galley_window_update_open_actions (self);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  g_autoptr (GFile) file = g_object_ref (self->failed);

  _galley_window_open (self, file, NULL, FALSE);
}

static void
on_clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->toasts == NULL)
    return;

  galley_window_open_text (self, text != NULL ? text : "");
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget),
                                 NULL,
                                 on_clipboard_read_cb,
                                 g_object_ref (widget));
}

static void
analyse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _galley_window_analyse (GALLEY_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  g_cancellable_cancel (self->opening);
  g_cancellable_cancel (self->analysing);
}

void
_galley_window_class_install_open_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.open-beside", NULL, open_beside_action);
  gtk_widget_class_install_action (widget_class, "win.start-anew", NULL, start_anew_action);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.analyse", NULL, analyse_action);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_action);
}

void
_galley_window_update_open_actions (GalleyWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.open-beside", self->beside != NULL);
  gtk_widget_action_set_enabled (widget, "win.start-anew", self->beside != NULL);
  gtk_widget_action_set_enabled (widget, "win.retry", self->failed != NULL);
  gtk_widget_action_set_enabled (widget,
                                 "win.analyse",
                                 (self->unfinished || _galley_window_is_editable (self))
                                     && self->session != NULL && self->analysing == NULL);
  _galley_window_update_encoding_action (self);
  _galley_window_update_reread_action (self);
  gtk_widget_action_set_enabled (widget, "win.cancel", galley_window_get_busy (self));
}

/* What follows when an article or a review came to the desk. */
void
_galley_window_start (GalleyWindow *self)
{
  g_clear_object (&self->failed);
  self->unfinished = FALSE;
  _galley_window_note_read_as (self);
  _galley_window_show_encoding (self);
  _galley_window_show_language (self);
  show_beside (self);
  _galley_window_update_open_actions (self);

  if (galley_session_get_annotation_file (self->session) == NULL)
    _galley_window_analyse (self);
  else
    select_when_settled (self);
}

/* Lets go of what is being read for what was on the desk until now. */
void
_galley_window_stop (GalleyWindow *self)
{
  g_cancellable_cancel (self->analysing);
  g_clear_object (&self->analysing);
  g_clear_handle_id (&self->busy_delay, g_source_remove);
  g_clear_handle_id (&self->nickname_delay, g_source_remove);
  if (self->settled_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settled_tick);
  self->settled_tick = 0;
}

static void
on_unrealize_cb (GalleyWindow *self)
{
  self->closed = TRUE;
  _galley_window_stop (self);
}

/* What reads for a window holds it, so that it is not disposed of before that ends: closed for
 * good, it lets go by itself. */
void
_galley_window_watch_closing (GalleyWindow *self)
{
  g_signal_connect (self, "unrealize", G_CALLBACK (on_unrealize_cb), NULL);
}

/**
 * galley_window_open:
 * @file: an article or an annotation file
 *
 * Opens @file here or, where the window shows something already, in a window of its own. A window
 * that shows it comes to the front instead. Failing leaves the window as it was, with a sentence.
 */
void
galley_window_open (GalleyWindow *self, GFile *file)
{
  GtkApplication *application;
  GalleyWindow *shown = NULL;

  g_return_if_fail (GALLEY_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  application = gtk_window_get_application (GTK_WINDOW (self));
  if (GALLEY_IS_APPLICATION (application))
    shown = galley_application_find_window (GALLEY_APPLICATION (application), file);

  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (shown));
  else
    _galley_window_open (self, file, NULL, FALSE);
}

/**
 * galley_window_open_text:
 * @text: UTF-8
 *
 * Opens text that was pasted, here or in a window of its own.
 */
void
galley_window_open_text (GalleyWindow *self, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GALLEY_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      g_clear_object (&self->failed);
      _galley_window_show_error (self,
                                 _ ("There is no text on the clipboard. Copy an article "
                                    "first, then paste it here."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  open_bytes (self, bytes, _ ("Pasted text"));
}
