/* galley-window-encoding.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-describe.h"

/* What could not be opened, as long as the window says so; else what it shows. */
static GFile *
get_file_to_read (GalleyWindow *self)
{
  GFile *shown = self->session != NULL ? galley_session_get_file (self->session) : NULL;

  if (self->failed != NULL && (shown == NULL || galley_banner_get_revealed (self->error_banner)))
    return self->failed;

  return shown;
}

static void
reread (GalleyWindow *self, const char *charset)
{
  GFile *file = get_file_to_read (self);
  g_autoptr (GFile) again = file != NULL ? g_object_ref (file) : NULL;

  if (again != NULL)
    _galley_window_open (self, again, charset, file != self->failed);
}

/* What was decided goes with the text, see galley_carry_over(). */
static void
encoding_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reread (GALLEY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
_galley_window_class_install_encoding_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.encoding", "s", encoding_action);
}

void
_galley_window_update_encoding_action (GalleyWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.encoding",
                                 get_file_to_read (self) != NULL);
}

void
_galley_window_add_encodings (GalleyWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *charset;

  for (guint i = 0; (charset = galley_describe_nth_charset (i)) != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (galley_describe_charset (charset), NULL);

      g_menu_item_set_action_and_target (item, "win.encoding", "s", charset);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->encoding_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->error_encoding_button, G_MENU_MODEL (menu));
}

/* An encoding that was guessed, or did not fit, is said, with the others to choose from. */
void
_galley_window_show_encoding (GalleyWindow *self)
{
  const GalleyImportInfo *info = galley_session_get_import_info (self->session);
  g_autofree char *title = NULL;

  if (info == NULL || info->charset == NULL || (!info->guessed && info->n_replaced == 0))
    {
      galley_banner_set_revealed (self->encoding_banner, FALSE);
      return;
    }

  if (info->n_replaced > 0)
    /* translators: %s is an encoding, as “Western (Windows-1252)” */
    title = g_strdup_printf (ngettext ("Read as %2$s. %1$u character does not fit and is shown "
                                       "as “\uFFFD”: another encoding may be right.",
                                       "Read as %2$s. %1$u characters do not fit and are shown "
                                       "as “\uFFFD”: another encoding may be right.",
                                       info->n_replaced),
                             info->n_replaced,
                             galley_describe_charset (info->charset));
  else
    /* translators: %s is an encoding, as “Western (Windows-1252)” */
    title = g_strdup_printf (_ ("Read as %s, which is a guess: the file does not say. If letters "
                                "look wrong, choose another encoding."),
                             galley_describe_charset (info->charset));
  galley_banner_set_title (self->encoding_banner, title);
  galley_banner_set_revealed (self->encoding_banner, TRUE);
}
