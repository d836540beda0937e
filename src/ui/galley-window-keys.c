/* galley-window-keys.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

/* Keys without a modifier, and those that text fields use too: they belong to the article and the
 * lists, and to whatever is being typed in first. GtkApplication's accelerators would take them
 * from every entry. */
static const struct
{
  const char *trigger;
  const char *action;
  const char *parameter;
} keys[] = {
  { "a", "win.accept", NULL },
  { "x", "win.reject", NULL },
  { "space", "win.next-unreviewed", NULL },
  { "<Shift>space", "win.previous", NULL },
  { "BackSpace", "win.back", NULL },
  { "f", "win.flag", NULL },
  { "l", "win.last-verdicts", NULL },
  { "1", "win.reject-digit", "1" },
  { "2", "win.reject-digit", "2" },
  { "3", "win.reject-digit", "3" },
  { "4", "win.reject-digit", "4" },
  { "c", "win.clear-verdict", NULL },
  { "n", "win.next", NULL },
  { "p", "win.previous", NULL },
  { "s", "win.mark", "source" },
  { "q", "win.mark", "quote" },
  { "o", "win.mark", "opinion" },
  { "m", "win.mark", "note" },
  { "t", "win.edit-type", NULL },
  { "r", "win.edit-source", NULL },
  { "e", "win.edit-note", NULL },
  { "v", "win.cycle-overlap", NULL },
  { "u", "win.use-selection", NULL },
  { "plus", "win.add-part", NULL },
  { "KP_Add", "win.add-part", NULL },
  { "minus", "win.remove-part", NULL },
  { "KP_Subtract", "win.remove-part", NULL },
  { "d", "win.split-source", NULL },
  { "j", "win.edit-merge", NULL },
  { "i", "win.pick-source", NULL },
  { "k", "win.mark-alike", NULL },
  { "<Alt>Left", "win.move-edge", "end-back-word" },
  { "<Alt>Right", "win.move-edge", "end-forward-word" },
  { "<Alt>Up", "win.move-edge", "end-back-sentence" },
  { "<Alt>Down", "win.move-edge", "end-forward-sentence" },
  { "<Alt>comma", "win.move-edge", "end-back-character" },
  { "<Alt>period", "win.move-edge", "end-forward-character" },
  { "<Alt><Shift>Left", "win.move-edge", "start-back-word" },
  { "<Alt><Shift>Right", "win.move-edge", "start-forward-word" },
  { "<Alt><Shift>Up", "win.move-edge", "start-back-sentence" },
  { "<Alt><Shift>Down", "win.move-edge", "start-forward-sentence" },
  /* What Shift makes of comma and period differs from one keyboard to the next. */
  { "<Alt><Shift>comma", "win.move-edge", "start-back-character" },
  { "<Alt><Shift>period", "win.move-edge", "start-forward-character" },
  { "<Alt><Shift>less", "win.move-edge", "start-back-character" },
  { "<Alt><Shift>greater", "win.move-edge", "start-forward-character" },
  { "<Alt><Shift>semicolon", "win.move-edge", "start-back-character" },
  { "<Alt><Shift>colon", "win.move-edge", "start-forward-character" },
  { "Escape", "win.back-to-text", NULL },
  { "Delete", "win.delete", NULL },
  { "<Control>z", "win.undo", NULL },
  { "<Control><Shift>z", "win.redo", NULL },
  { "<Control>y", "win.redo", NULL },
  { "<Control>v", "win.paste", NULL },
};

static gboolean
is_typed_in (GtkWidget *focus)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));

  return GTK_IS_EDITABLE (focus);
}

/* Space and letters that a focused control acts on itself: a button is pressed, a list that opens
 * looks for what begins with a letter. */
static gboolean
is_pressed (GtkWidget *focus)
{
  return GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus) || GTK_IS_SWITCH (focus)
         || gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL;
}

static gboolean
takes_key (GtkWidget *focus, const char *trigger)
{
  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;
  /* Escape leads out of the inspector and the overview; elsewhere it closes what can be closed. */
  if (g_str_equal (trigger, "Escape"))
    return gtk_widget_get_ancestor (focus, GALLEY_TYPE_INSPECTOR) == NULL
           && gtk_widget_get_ancestor (focus, GALLEY_TYPE_OVERVIEW) == NULL;
  if (is_typed_in (focus))
    return TRUE;

  return g_str_has_suffix (trigger, "space") && is_pressed (focus);
}

static gboolean
on_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  guint position = GPOINTER_TO_UINT (user_data);
  const char *parameter = keys[position].parameter;

  if (takes_key (gtk_root_get_focus (GTK_ROOT (widget)), keys[position].trigger))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget,
                                     keys[position].action,
                                     parameter != NULL ? "s" : NULL,
                                     parameter);
}

/* In the capture phase, since a text view takes letters and Backspace even where it cannot be
 * typed in. */
void
_galley_window_add_keys (GalleyWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_name (controller, "galley-keys");
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (on_key_cb, GUINT_TO_POINTER (i), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
