/* test-color-scheme.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-color-scheme.h"

#include "ui/ui-test.h"

static void
test_color_scheme_choice (void)
{
  g_autoptr (GalleyColorScheme) scheme = galley_color_scheme_new ();

  g_assert_cmpstr (galley_color_scheme_get_choice (scheme), ==, "follow");
  g_assert_false (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "dark");
  g_assert_true (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "light");
  g_assert_false (galley_color_scheme_get_dark (scheme));
}

/* A settings portal as a desktop has it, on the session bus of the test. */
static const char portal_xml[] = "<node><interface name='org.freedesktop.portal.Settings'>"
                                 "<method name='Read'><arg type='s' direction='in'/>"
                                 "<arg type='s' direction='in'/><arg type='v' direction='out'/>"
                                 "</method><signal name='SettingChanged'><arg type='s'/>"
                                 "<arg type='s'/><arg type='v'/></signal></interface></node>";

static void
on_method_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *method,
              GVariant *parameters,
              GDBusMethodInvocation *invocation,
              gpointer user_data)
{
  const char *key = NULL;

  g_variant_get (parameters, "(&s&s)", NULL, &key);
  g_assert_cmpstr (key, ==, "color-scheme");
  g_dbus_method_invocation_return_value (
      invocation, g_variant_new ("(v)", g_variant_new_variant (g_variant_new_uint32 (1))));
}

static void
on_name_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  gboolean *owned = user_data;

  *owned = TRUE;
}

static void
tell (GDBusConnection *connection, const char *key, GVariant *value)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (connection,
                                 NULL,
                                 "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings",
                                 "SettingChanged",
                                 g_variant_new ("(ssv)", "org.freedesktop.appearance", key, value),
                                 &error);
  g_assert_no_error (error);
}

static void
test_color_scheme_portal (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GalleyColorScheme) scheme = NULL;
  gboolean owned = FALSE;
  guint registered, name;

  registered = g_dbus_connection_register_object (connection,
                                                  "/org/freedesktop/portal/desktop",
                                                  node->interfaces[0],
                                                  &vtable,
                                                  NULL,
                                                  NULL,
                                                  &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (connection,
                                       "org.freedesktop.portal.Desktop",
                                       G_BUS_NAME_OWNER_FLAGS_NONE,
                                       on_name_cb,
                                       NULL,
                                       &owned,
                                       NULL);
  ui_test_wait_for (owned);

  scheme = galley_color_scheme_new ();
  ui_test_wait_for (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "light");
  g_assert_false (galley_color_scheme_get_dark (scheme));
  galley_color_scheme_set_choice (scheme, "follow");

  /* What is about something else, or of another type, is passed over. */
  tell (connection, "contrast", g_variant_new_uint32 (0));
  tell (connection, "color-scheme", g_variant_new_string ("odd"));
  tell (connection, "color-scheme", g_variant_new_uint32 (0));
  ui_test_wait_for (!galley_color_scheme_get_dark (scheme));

  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (connection, registered);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDBusConnection) bus = NULL;

  g_test_init (&argc, &argv, NULL);
  /* Held, so that a scheme that goes early does not cancel the connection for the others. */
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (bus);
  g_test_add_func ("/ui/color-scheme/choice", test_color_scheme_choice);
  g_test_add_func ("/ui/color-scheme/portal", test_color_scheme_portal);

  return g_test_run ();
}
