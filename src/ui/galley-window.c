/* galley-window.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-accessible.h"
#include "ui/galley-describe.h"
#include "ui/galley-recent-list.h"
#include "ui/galley-settings.h"
#include "ui/galley-window-private.h"

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_OVERVIEW,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyWindow, galley_window, GTK_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* What the title says: the headline; the outlet and how far the review is. */
static void
update_title (GalleyWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *outlet = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;
  GalleyReview *review = galley_window_get_review (self);

  if (review == NULL)
    {
      galley_window_title_set_title (self->title, _ ("Galley"));
      galley_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Galley"));
      return;
    }

  title = galley_describe_title (self->session);
  outlet = galley_describe_outlet (self->session);
  progress = galley_describe_progress (self->session);
  /* translators: the outlet that published the article, and how far its review is */
  subtitle =
      outlet != NULL ? g_strdup_printf (_ ("%s · %s"), outlet, progress) : g_strdup (progress);
  /* translators: the title of a window whose review is not saved */
  window_title =
      galley_review_get_modified (review) ? g_strdup_printf (_ ("• %s"), title) : g_strdup (title);

  galley_window_title_set_title (self->title, window_title);
  galley_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_widgets (GalleyWindow *self)
{
  gboolean open = galley_window_get_review (self) != NULL;
  gboolean editable = _galley_window_is_editable (self);

  gtk_stack_set_visible_child_name (self->pages,
                                    !open                  ? "start"
                                    : self->overview_shown ? "overview"
                                                           : "article");
  gtk_widget_set_visible (self->overview_button, open);
  gtk_widget_set_visible (self->save_box, open);
  gtk_widget_set_visible (self->undo_box, open);
  gtk_widget_set_visible (self->find_button, open && !self->overview_shown);
  galley_article_view_set_editable_marks (self->article, editable);
  galley_sidebar_set_editable (self->sidebar, editable);
  galley_sidebar_set_busy (self->sidebar, open && galley_session_get_analysing (self->session));
  galley_voices_bar_set_pending (self->voices,
                                 open && galley_session_get_analysing (self->session));
  galley_inspector_set_editable (self->inspector, editable);
  galley_banner_set_revealed (self->read_only_banner,
                              open && galley_session_get_read_only (self->session));
}

static void
set_selected (GalleyWindow *self, GalleyAnnotation *annotation)
{
  if (!g_set_object (&self->selected, annotation))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  _galley_window_update_selection_actions (self);
}

static void
on_article_selected_cb (GalleyWindow *self)
{
  GalleyAnnotation *annotation = galley_article_view_get_selected (self->article);

  if (annotation != self->selected)
    _galley_window_select (self, annotation, FALSE);
}

static void
on_sidebar_selected_cb (GalleyWindow *self)
{
  GalleyAnnotation *annotation = galley_sidebar_get_selected (self->sidebar);

  if (annotation != self->selected)
    _galley_window_select (self, annotation, TRUE);
}

static void
on_inspector_selected_cb (GalleyWindow *self)
{
  GalleyAnnotation *annotation = galley_inspector_get_selected (self->inspector);

  if (annotation != self->selected)
    _galley_window_select (self, annotation, self->in_queue);
}

static void
on_progress_cb (GalleyWindow *self)
{
  gtk_progress_bar_set_fraction (self->progress, galley_session_get_progress (self->session));
}

static void
load_state (GalleyWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (GalleyWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 294, 16384));
  g_settings_set_boolean (self->settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_widget_get_width (GTK_WIDGET (self->side)) > 0)
    g_settings_set_int (self->settings,
                        "sidebar-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->side)), 240, 4096));
}

/* The sidebar keeps its width whatever the window's: the article takes the rest, but not less than
 * three fifths, which a small window needs for a line that is pleasant to read. */
static void
place_sidebar (GalleyWindow *self, int width)
{
  int wanted = g_settings_get_int (self->settings, "sidebar-width");

  gtk_paned_set_position (self->paned, MAX (width - wanted, width * 3 / 5));
}

static void
galley_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);

  if (!self->sidebar_placed)
    {
      self->sidebar_placed = TRUE;
      place_sidebar (self, width);
    }

  GTK_WIDGET_CLASS (galley_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
galley_window_unmap (GtkWidget *widget)
{
  save_state (GALLEY_WINDOW (widget));

  GTK_WIDGET_CLASS (galley_window_parent_class)->unmap (widget);
}

static void
galley_window_dispose (GObject *object)
{
  GalleyWindow *self = GALLEY_WINDOW (object);

  _galley_window_stop (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->selected);
  _galley_window_remove_queue (self);
  g_clear_object (&self->notes);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->failed);
  g_clear_object (&self->beside);
  g_clear_object (&self->carried_from);
  /* Else GtkWindow takes leave of its child a second time. */
  gtk_window_set_child (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_WINDOW);

  G_OBJECT_CLASS (galley_window_parent_class)->dispose (object);
}

static void
galley_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, GALLEY_WINDOW (object)->selected);
      break;

    case PROP_OVERVIEW:
      g_value_set_boolean (value, GALLEY_WINDOW (object)->overview_shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      galley_window_set_selected (GALLEY_WINDOW (object), g_value_get_object (value));
      break;

    case PROP_OVERVIEW:
      _galley_window_show_overview (GALLEY_WINDOW (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/galley_app/Galley/ui/galley-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, overview_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, save_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, recent_popover);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, error_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, error_encoding_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, busy_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, language_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, beside_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, encoding_banner);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, encoding_button);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, voices);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, side);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, search_count);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, article);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, GalleyWindow, status);
}

static void
ensure_types (void)
{
  g_type_ensure (GALLEY_TYPE_ARTICLE_VIEW);
  g_type_ensure (GALLEY_TYPE_BANNER);
  g_type_ensure (GALLEY_TYPE_INSPECTOR);
  g_type_ensure (GALLEY_TYPE_OVERVIEW);
  g_type_ensure (GALLEY_TYPE_RECENT_LIST);
  g_type_ensure (GALLEY_TYPE_SIDEBAR);
  g_type_ensure (GALLEY_TYPE_START_PAGE);
  g_type_ensure (GALLEY_TYPE_STATUS_LINE);
  g_type_ensure (GALLEY_TYPE_TOAST_OVERLAY);
  g_type_ensure (GALLEY_TYPE_VOICES_BAR);
  g_type_ensure (GALLEY_TYPE_WINDOW_TITLE);
}

static void
galley_window_class_init (GalleyWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_window_dispose;
  object_class->get_property = galley_window_get_property;
  object_class->set_property = galley_window_set_property;
  widget_class->size_allocate = galley_window_size_allocate;
  widget_class->unmap = galley_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = _galley_window_close_request;

  properties[PROP_SELECTED] =
      g_param_spec_object ("selected",
                           NULL,
                           NULL,
                           GALLEY_TYPE_ANNOTATION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OVERVIEW] =
      g_param_spec_boolean ("overview",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  bind_template (widget_class);
  _galley_window_class_bind_find (widget_class);
  _galley_window_class_bind_overview (widget_class);
  _galley_window_class_install_actions (widget_class);
  _galley_window_class_install_edge_actions (widget_class);
  _galley_window_class_install_source_actions (widget_class);
  _galley_window_class_install_open_actions (widget_class);
  _galley_window_class_install_encoding_action (widget_class);
  _galley_window_class_install_reread_action (widget_class);
  _galley_window_class_install_list_actions (widget_class);
  _galley_window_class_install_sign_action (widget_class);
  _galley_window_class_install_review_actions (widget_class);
  _galley_window_class_install_save_actions (widget_class);
}

static void
connect_groups (GalleyWindow *self)
{
  self->session_signals = g_signal_group_new (GALLEY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals,
                                 "notify::progress",
                                 G_CALLBACK (on_progress_cb),
                                 self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (
      self->session_signals, "notify", G_CALLBACK (_galley_window_update), self, G_CONNECT_SWAPPED);

  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_object (
      self->review_signals, "notify", G_CALLBACK (_galley_window_update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->review_signals,
                                 "metadata-changed",
                                 G_CALLBACK (_galley_window_update),
                                 self,
                                 G_CONNECT_SWAPPED);
  _galley_window_follow_queue (self);
}

static void
connect_selections (GalleyWindow *self)
{
  g_signal_connect_object (self->article,
                           "notify::selected",
                           G_CALLBACK (on_article_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar,
                           "notify::selected",
                           G_CALLBACK (on_sidebar_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector,
                           "notify::selected",
                           G_CALLBACK (on_inspector_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
galley_window_init (GalleyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_accessible_mend (GTK_WIDGET (self));

  self->settings = galley_settings_new ();
  _galley_window_add_queue (self);
  g_settings_bind (self->settings, "zoom", self->article, "zoom", G_SETTINGS_BIND_DEFAULT);
  _galley_window_add_nickname (self);
  _galley_window_add_find (self);
  connect_groups (self);
  connect_selections (self);
  _galley_window_add_keys (self);
  _galley_window_add_view (self);
  _galley_window_watch_picking (self);
  _galley_window_add_drop_target (self);
  _galley_window_add_encodings (self);
  _galley_window_add_exporters (self);
  _galley_window_add_reread (self);
  _galley_window_watch_closing (self);
  load_state (self);
  _galley_window_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_page));
}

void
_galley_window_update (GalleyWindow *self)
{
  update_title (self);
  update_widgets (self);
  _galley_window_update_actions (self);
  _galley_window_update_open_actions (self);
  _galley_window_update_save_actions (self);
}

/* Puts @session on the desk in place of the one before, whose unsaved work was asked about. */
void
_galley_window_take_session (GalleyWindow *self, GalleySession *session)
{
  GalleyReview *review = galley_session_get_review (session);

  _galley_window_stop (self);
  set_selected (self, NULL);
  galley_toast_overlay_dismiss_all (self->toasts);
  galley_banner_set_revealed (self->error_banner, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->review_signals, review);
  _galley_window_keep_notes (self, review);
  galley_article_view_set_review (self->article, review);
  galley_voices_bar_set_review (self->voices, review);
  galley_sidebar_set_review (self->sidebar, review);
  galley_inspector_set_review (self->inspector, review);
  galley_status_line_set_review (self->status, review);
  galley_overview_set_review (self->overview, review);
  _galley_window_show_overview (self, FALSE);
  _galley_window_begin_queue (self, review);
  _galley_window_use_nickname (self);
  _galley_window_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->article));
  _galley_window_start (self);
}

void
_galley_window_toast (GalleyWindow *self,
                      const char *title,
                      const char *button_label,
                      const char *action_name)
{
  GalleyToast *toast = galley_toast_new (title);

  if (button_label != NULL)
    galley_toast_add_button (toast, button_label, action_name, NULL);
  galley_toast_overlay_add_toast (self->toasts, toast);
}

/* Shows @sentence above whatever the window shows, which stays as it is. */
void
_galley_window_show_error (GalleyWindow *self, const char *sentence)
{
  gtk_widget_set_visible (self->retry_button, self->failed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->error_encoding_button), FALSE);
  galley_banner_set_title (self->error_banner, sentence);
  galley_banner_set_revealed (self->error_banner, TRUE);
  _galley_window_update_open_actions (self);
}

void
_galley_window_select (GalleyWindow *self, GalleyAnnotation *annotation, gboolean in_queue)
{
  self->in_queue = in_queue;
  set_selected (self, annotation);
}

/* Whether annotations can be changed: an article is open, its text is the reviewed one, and no
 * suggestions are being added. */
gboolean
_galley_window_is_editable (GalleyWindow *self)
{
  return galley_window_get_review (self) != NULL && !galley_session_get_read_only (self->session)
         && !galley_session_get_analysing (self->session);
}

/**
 * galley_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with the start page, not yet shown; GTK owns it
 */
GalleyWindow *
galley_window_new (GtkApplication *application)
{
  return g_object_new (GALLEY_TYPE_WINDOW, "application", application, NULL);
}

/**
 * galley_window_get_session:
 *
 * Returns: (transfer none) (nullable): what is on the desk; %NULL on the start page
 */
GalleySession *
galley_window_get_session (GalleyWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * galley_window_get_review:
 *
 * Returns: (transfer none) (nullable): the review on the desk; %NULL on the start page
 */
GalleyReview *
galley_window_get_review (GalleyWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW (self), NULL);

  return self->session != NULL ? galley_session_get_review (self->session) : NULL;
}

/**
 * galley_window_get_selected:
 *
 * Returns: (transfer none) (nullable): the annotation that actions work on
 */
GalleyAnnotation *
galley_window_get_selected (GalleyWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW (self), NULL);

  return self->selected;
}

/**
 * galley_window_set_selected:
 * @annotation: (nullable): one of the review's
 *
 * Selects @annotation as one that a person chose in the text: a verdict stays there.
 */
void
galley_window_set_selected (GalleyWindow *self, GalleyAnnotation *annotation)
{
  g_return_if_fail (GALLEY_IS_WINDOW (self));
  g_return_if_fail (annotation == NULL || GALLEY_IS_ANNOTATION (annotation));

  _galley_window_select (self, annotation, FALSE);
}

/**
 * galley_window_get_busy:
 *
 * Returns: whether something is being opened, read or saved
 */
gboolean
galley_window_get_busy (GalleyWindow *self)
{
  g_return_val_if_fail (GALLEY_IS_WINDOW (self), FALSE);

  return self->n_opening > 0 || self->analysing != NULL || self->saving;
}

/**
 * galley_window_has_file:
 * @file: an article or an annotation file
 *
 * Returns: whether that is what the window shows
 */
gboolean
galley_window_has_file (GalleyWindow *self, GFile *file)
{
  GFile *shown;

  g_return_val_if_fail (GALLEY_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->session == NULL)
    return FALSE;

  shown = galley_session_get_annotation_file (self->session);
  if (shown == NULL)
    shown = galley_session_get_file (self->session);

  return shown != NULL && g_file_equal (shown, file);
}
