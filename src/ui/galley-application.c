/* galley-application.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-application.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-dialogs.h"
#include "ui/galley-palette.h"
#include "ui/galley-preferences.h"
#include "ui/galley-settings.h"

struct _GalleyApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  GalleyColorScheme *color_scheme;
  GtkCssProvider *palette_css;
  GalleyScheme palette_scheme;
  gboolean exit_after_startup;
};

G_DEFINE_FINAL_TYPE (GalleyApplication, galley_application, GTK_TYPE_APPLICATION)

static void
add_provider (GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The theme decides what is dark, not the person's choice alone: GTK_THEME overrules it. */
static void
dress (GalleyApplication *self, GtkWidget *window)
{
  GalleyScheme scheme = galley_palette_choose_for (window);
  gboolean high =
      scheme == GALLEY_SCHEME_HIGH_CONTRAST || scheme == GALLEY_SCHEME_HIGH_CONTRAST_DARK;

  set_css_class (window,
                 "dark",
                 scheme == GALLEY_SCHEME_DARK || scheme == GALLEY_SCHEME_HIGH_CONTRAST_DARK);
  set_css_class (window, "high-contrast", high);
  if (self->palette_scheme != scheme)
    {
      g_autofree char *css = galley_palette_to_css (galley_palette_get (scheme));

      self->palette_scheme = scheme;
      gtk_css_provider_load_from_data (self->palette_css, css, -1);
    }
}

static void
dress_all (GalleyApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    dress (self, l->data);
}

static void
on_dark_cb (GalleyApplication *self)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme",
                galley_color_scheme_get_dark (self->color_scheme),
                NULL);
  dress_all (self);
}

static void
follow_theme (GalleyApplication *self)
{
  g_autofree char *css = galley_palette_to_css (galley_palette_get (GALLEY_SCHEME_LIGHT));

  self->palette_css = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (self->palette_css, css, -1);
  add_provider (self->palette_css);
  g_signal_connect_object (gtk_settings_get_default (),
                           "notify::gtk-theme-name",
                           G_CALLBACK (dress_all),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
follow_color_scheme (GalleyApplication *self)
{
  self->color_scheme = galley_color_scheme_new ();
  g_signal_connect_object (
      self->color_scheme, "notify::dark", G_CALLBACK (on_dark_cb), self, G_CONNECT_SWAPPED);
  g_settings_bind (
      self->settings, "color-scheme", self->color_scheme, "choice", G_SETTINGS_BIND_GET);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/galley_app/Galley/style.css");
  add_provider (provider);
}

/* What an entry uses too is in galley-window-keys.c. */
static void
set_accels (GalleyApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[4];
  } accels[] = {
    { "app.new-window", { "<Control>n", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "app.quit", { "<Control>q", NULL } },
    { "app.shortcuts", { "F1", "<Control>question", NULL } },
    { "win.open", { "<Control>o", NULL } },
    { "win.save", { "<Control>s", NULL } },
    { "win.save-as", { "<Control><Shift>s", NULL } },
    { "win.find", { "<Control>f", NULL } },
    { "win.find-next", { "<Control>g", "F3", NULL } },
    { "win.find-previous", { "<Control><Shift>g", "<Shift>F3", NULL } },
    { "win.overview", { "F9", NULL } },
    { "win.choose-filter", { "<Control><Shift>f", NULL } },
    { "win.properties", { "<Alt>Return", NULL } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract", NULL } },
    { "win.zoom-reset", { "<Control>0", "<Control>KP_0", NULL } },
    { "win.line-spacing::narrow", { "<Control>1", NULL } },
    { "win.line-spacing::normal", { "<Control>5", NULL } },
    { "win.line-spacing::wide", { "<Control>2", NULL } },
    { "window.close", { "<Control>w", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accels[i].action,
                                           accels[i].accels);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (galley_window_new (GTK_APPLICATION (user_data))));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GalleyApplication *self = GALLEY_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (galley_preferences_new (parent, self->settings)));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  galley_dialogs_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* Each window asks about its own unsaved work; the program ends with the last of them. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (GALLEY_IS_WINDOW (l->data))
      gtk_window_close (GTK_WINDOW (l->data));
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

/* A window without an article takes the next one. */
static GalleyWindow *
find_empty_window (GalleyApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GALLEY_IS_WINDOW (l->data) && galley_window_get_review (l->data) == NULL
        && !galley_window_get_busy (l->data))
      return l->data;

  return NULL;
}

static gboolean
on_started_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (galley_window_get_busy (GALLEY_WINDOW (widget)))
    return G_SOURCE_CONTINUE;

  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
present (GalleyApplication *self, GalleyWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (self->exit_after_startup)
    gtk_widget_add_tick_callback (GTK_WIDGET (window), on_started_tick_cb, self, NULL);
}

static void
galley_application_activate (GApplication *application)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    present (self, galley_window_new (GTK_APPLICATION (self)));
}

static void
galley_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      GalleyWindow *window = galley_application_find_window (self, files[i]);

      if (window == NULL)
        window = find_empty_window (self);
      if (window == NULL)
        window = galley_window_new (GTK_APPLICATION (self));
      galley_window_open (window, files[i]);
      present (self, window);
    }
}

static void
galley_application_startup (GApplication *application)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);

  G_APPLICATION_CLASS (galley_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (self);
  follow_theme (self);
  load_style ();
  self->settings = galley_settings_new ();
  follow_color_scheme (self);
}

static int
galley_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", "galley", PACKAGE_VERSION);
      return 0;
    }

  /* Another galley that runs already would take the files and go on. */
  if (self->exit_after_startup)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
galley_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GalleyApplication *self = GALLEY_APPLICATION (application);

  GTK_APPLICATION_CLASS (galley_application_parent_class)->window_added (application, window);

  if (self->color_scheme != NULL)
    dress (self, GTK_WIDGET (window));
}

static void
galley_application_finalize (GObject *object)
{
  GalleyApplication *self = GALLEY_APPLICATION (object);

  g_clear_object (&self->color_scheme);
  g_clear_object (&self->palette_css);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (galley_application_parent_class)->finalize (object);
}

static void
galley_application_class_init (GalleyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = galley_application_finalize;
  application_class->activate = galley_application_activate;
  application_class->open = galley_application_open;
  application_class->startup = galley_application_startup;
  application_class->handle_local_options = galley_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = galley_application_window_added;
}

static void
galley_application_init (GalleyApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "exit-after-startup",
      0,
      G_OPTION_FLAG_HIDDEN,
      G_OPTION_ARG_NONE,
      &self->exit_after_startup,
      NULL,
      NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("Shows whose voice is speaking in a news article. FILE is an article as plain text, or "
         "an annotation file."));
}

/**
 * galley_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
GalleyApplication *
galley_application_new (void)
{
  return g_object_new (GALLEY_TYPE_APPLICATION,
                       "application-id",
                       APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/galley_app/Galley",
                       NULL);
}

/**
 * galley_application_find_window:
 * @file: an article or an annotation file
 *
 * Returns: (transfer none) (nullable): the window that shows it
 */
GalleyWindow *
galley_application_find_window (GalleyApplication *self, GFile *file)
{
  g_return_val_if_fail (GALLEY_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GALLEY_IS_WINDOW (l->data) && galley_window_has_file (l->data, file))
      return l->data;

  return NULL;
}

/**
 * galley_application_get_color_scheme:
 *
 * Returns: (transfer none) (nullable): light or dark; %NULL before the application has started
 */
GalleyColorScheme *
galley_application_get_color_scheme (GalleyApplication *self)
{
  g_return_val_if_fail (GALLEY_IS_APPLICATION (self), NULL);

  return self->color_scheme;
}
