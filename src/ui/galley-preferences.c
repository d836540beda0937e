/* galley-preferences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-preferences.h"

#include "ui/galley-accessible.h"

/* In the order of the drop-downs. */
static const char *const color_schemes[] = { "follow", "light", "dark", NULL };
static const char *const readers[] = { "best", "fast", "rules", NULL };
static const char *const line_spacings[] = { "narrow", "normal", "wide", NULL };

struct _GalleyPreferences
{
  GtkWindow parent_instance;

  GtkEntry *nickname;
  GtkDropDown *color_scheme;
  GtkAdjustment *zoom_adjustment;
  GtkDropDown *line_spacing;
  GtkDropDown *reader;
};

G_DEFINE_FINAL_TYPE (GalleyPreferences, galley_preferences, GTK_TYPE_WINDOW)

/* @user_data: the names in the order of the drop-down. */
static gboolean
name_to_position (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *names = user_data;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
position_to_name (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *names = user_data;
  guint position = g_value_get_uint (value);

  if (position >= g_strv_length ((char **) names))
    return NULL;

  return g_variant_new_string (names[position]);
}

static void
bind_choice (GSettings *settings, const char *key, GtkDropDown *drop_down, const char *const *names)
{
  g_settings_bind_with_mapping (settings,
                                key,
                                drop_down,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                name_to_position,
                                position_to_name,
                                (gpointer) names,
                                NULL);
}

static gboolean
factor_to_percent (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);

  return TRUE;
}

static GVariant *
percent_to_factor (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static void
galley_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_PREFERENCES);

  G_OBJECT_CLASS (galley_preferences_parent_class)->dispose (object);
}

static void
galley_preferences_class_init (GalleyPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, nickname);
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, zoom_adjustment);
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, line_spacing);
  gtk_widget_class_bind_template_child (widget_class, GalleyPreferences, reader);
}

static void
galley_preferences_init (GalleyPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_accessible_mend (GTK_WIDGET (self));
}

/**
 * galley_preferences_new:
 * @parent: (nullable): the window that asks
 * @settings: the program's settings
 *
 * Returns: a window, not yet shown
 */
GtkWidget *
galley_preferences_new (GtkWindow *parent, GSettings *settings)
{
  GalleyPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (GALLEY_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_settings_bind (settings, "nickname", self->nickname, "text", G_SETTINGS_BIND_DEFAULT);
  bind_choice (settings, "color-scheme", self->color_scheme, color_schemes);
  bind_choice (settings, "line-spacing", self->line_spacing, line_spacings);
  bind_choice (settings, "reader", self->reader, readers);
  g_settings_bind_with_mapping (settings,
                                "zoom",
                                self->zoom_adjustment,
                                "value",
                                G_SETTINGS_BIND_DEFAULT,
                                factor_to_percent,
                                percent_to_factor,
                                NULL,
                                NULL);

  return GTK_WIDGET (self);
}
