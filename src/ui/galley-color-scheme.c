/* galley-color-scheme.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-color-scheme.h"

#include "base/galley-str.h"

#define PORTAL_NAME      "org.freedesktop.portal.Desktop"
#define PORTAL_PATH      "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE       "org.freedesktop.appearance"
#define COLOR_SCHEME     "color-scheme"

/* The portal's values of color-scheme. */
enum
{
  PREFER_NOTHING,
  PREFER_DARK,
  PREFER_LIGHT,
};

struct _GalleyColorScheme
{
  GObject parent_instance;

  char *choice;
  guint32 system;
  gboolean dark;
  GDBusProxy *portal;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_CHOICE,
  PROP_DARK,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyColorScheme, galley_color_scheme, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
update_dark (GalleyColorScheme *self)
{
  gboolean dark;

  if (g_str_equal (self->choice, "follow"))
    dark = self->system == PREFER_DARK;
  else
    dark = g_str_equal (self->choice, "dark");

  if (self->dark != dark)
    {
      self->dark = dark;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
    }
}

/* The portal answers a variant that holds a variant that holds the number; another program may
 * answer anything. */
static void
set_system (GalleyColorScheme *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *unwrapped = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = unwrapped;
    }

  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    {
      self->system = g_variant_get_uint32 (inner);
      update_dark (self);
    }
}

static void
on_portal_signal_cb (GalleyColorScheme *self,
                     const char *sender,
                     const char *signal,
                     GVariant *parameters)
{
  const char *group = NULL, *key = NULL;
  g_autoptr (GVariant) value = NULL;

  if (g_strcmp0 (signal, "SettingChanged") != 0
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, COLOR_SCHEME))
    set_system (self, value);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return;

  g_variant_get (reply, "(v)", &value);
  set_system (user_data, value);
}

/* A desktop without a portal is no error: the windows stay light. */
static void
on_portal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusProxy) portal = g_dbus_proxy_new_for_bus_finish (result, NULL);
  GalleyColorScheme *self;

  if (portal == NULL)
    return;

  self = user_data;
  self->portal = g_steal_pointer (&portal);
  g_signal_connect_object (
      self->portal, "g-signal", G_CALLBACK (on_portal_signal_cb), self, G_CONNECT_SWAPPED);
  g_dbus_proxy_call (self->portal,
                     "Read",
                     g_variant_new ("(ss)", APPEARANCE, COLOR_SCHEME),
                     G_DBUS_CALL_FLAGS_NONE,
                     -1,
                     self->cancellable,
                     on_read_cb,
                     self);
}

static void
galley_color_scheme_dispose (GObject *object)
{
  GalleyColorScheme *self = GALLEY_COLOR_SCHEME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->portal);

  G_OBJECT_CLASS (galley_color_scheme_parent_class)->dispose (object);
}

static void
galley_color_scheme_finalize (GObject *object)
{
  GalleyColorScheme *self = GALLEY_COLOR_SCHEME (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choice, g_free);

  G_OBJECT_CLASS (galley_color_scheme_parent_class)->finalize (object);
}

static void
galley_color_scheme_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyColorScheme *self = GALLEY_COLOR_SCHEME (object);

  switch (prop_id)
    {
    case PROP_CHOICE:
      g_value_set_string (value, self->choice);
      break;

    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_color_scheme_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOICE:
      galley_color_scheme_set_choice (GALLEY_COLOR_SCHEME (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_color_scheme_class_init (GalleyColorSchemeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = galley_color_scheme_dispose;
  object_class->finalize = galley_color_scheme_finalize;
  object_class->get_property = galley_color_scheme_get_property;
  object_class->set_property = galley_color_scheme_set_property;

  properties[PROP_CHOICE] =
      g_param_spec_string ("choice",
                           NULL,
                           NULL,
                           "follow",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DARK] =
      g_param_spec_boolean ("dark",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
galley_color_scheme_init (GalleyColorScheme *self)
{
  self->choice = g_strdup ("follow");
  self->cancellable = g_cancellable_new ();
}

/**
 * galley_color_scheme_new:
 *
 * Starts to ask the portal; until it answers, and where there is none, the desktop counts as light.
 *
 * Returns: (transfer full): a colour scheme that follows the desktop
 */
GalleyColorScheme *
galley_color_scheme_new (void)
{
  GalleyColorScheme *self = g_object_new (GALLEY_TYPE_COLOR_SCHEME, NULL);

  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                            G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES,
                            NULL,
                            PORTAL_NAME,
                            PORTAL_PATH,
                            PORTAL_INTERFACE,
                            self->cancellable,
                            on_portal_cb,
                            self);

  return self;
}

/**
 * galley_color_scheme_get_dark:
 *
 * Returns: whether the windows are to be dark
 */
gboolean
galley_color_scheme_get_dark (GalleyColorScheme *self)
{
  g_return_val_if_fail (GALLEY_IS_COLOR_SCHEME (self), FALSE);

  return self->dark;
}

/**
 * galley_color_scheme_get_choice:
 *
 * Returns: (transfer none): `follow`, `light` or `dark`
 */
const char *
galley_color_scheme_get_choice (GalleyColorScheme *self)
{
  g_return_val_if_fail (GALLEY_IS_COLOR_SCHEME (self), NULL);

  return self->choice;
}

/**
 * galley_color_scheme_set_choice:
 * @choice: `follow`, `light` or `dark`
 */
void
galley_color_scheme_set_choice (GalleyColorScheme *self, const char *choice)
{
  g_return_if_fail (GALLEY_IS_COLOR_SCHEME (self));
  g_return_if_fail (choice != NULL);

  if (!galley_set_str (&self->choice, choice))
    return;

  update_dark (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}
