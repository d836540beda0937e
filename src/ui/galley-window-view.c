/* galley-window-view.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

/* What the lists show of a voice: the words of a mixed quote are partly the source's own. The
 * reporter's voice is what nothing marks, so the lists have nothing of it. */
static GVariant *
create_filter (int voice)
{
  GVariantBuilder choices;

  g_variant_builder_init (&choices, G_VARIANT_TYPE ("a(ss)"));
  if (voice == GALLEY_VOICE_DIRECT)
    g_variant_builder_add (&choices, "(ss)", "type", "direct");
  if (voice == GALLEY_VOICE_PARAPHRASE)
    g_variant_builder_add (&choices, "(ss)", "type", "indirect");
  if (voice == GALLEY_VOICE_DIRECT || voice == GALLEY_VOICE_PARAPHRASE)
    g_variant_builder_add (&choices, "(ss)", "type", "mixed");
  if (voice == GALLEY_VOICE_OPINION)
    g_variant_builder_add (&choices, "(ss)", "kind", "opinion");

  return g_variant_builder_end (&choices);
}

static GArray *
list_heard (const GalleyVoices *voices, int voice)
{
  GArray *runs = galley_voices_get_runs (voices);
  GArray *heard = galley_spans_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const GalleyVoiceRun *run = &g_array_index (runs, GalleyVoiceRun, i);
      GalleySpan span = { run->start, run->end };

      if ((int) run->voice == voice)
        g_array_append_val (heard, span);
    }

  return heard;
}

/* The words of the chosen voice stand out; a verdict may have changed which these are. */
static void
on_voices_counted_cb (GalleyWindow *self)
{
  int voice = galley_voices_bar_get_voice (self->voices);
  const GalleyVoices *voices = galley_voices_bar_get_voices (self->voices);
  g_autoptr (GArray) heard = NULL;

  if (voice != GALLEY_VOICE_ALL && voices != NULL)
    heard = list_heard (voices, voice);
  galley_article_view_set_heard (self->article, heard);
}

static void
on_voice_cb (GalleyWindow *self)
{
  int voice = galley_voices_bar_get_voice (self->voices);
  g_autoptr (GVariant) filter = g_variant_ref_sink (create_filter (voice));

  on_voices_counted_cb (self);
  if (self->lets_voice_go)
    return;
  if (voice == GALLEY_VOICE_ALL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-filter", NULL);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.filter", filter);
  if (voice == GALLEY_VOICE_OPINION)
    galley_sidebar_set_page (self->sidebar, GALLEY_KIND_OPINION);
  else if (voice == GALLEY_VOICE_DIRECT || voice == GALLEY_VOICE_PARAPHRASE)
    galley_sidebar_set_page (self->sidebar, GALLEY_KIND_QUOTE);
}

/* A person asked the lists for something else: then no voice is listened to any more. */
static void
on_filter_cb (GalleyWindow *self)
{
  int voice = galley_voices_bar_get_voice (self->voices);
  g_autoptr (GVariant) choices = NULL;
  g_autoptr (GalleyFilter) filter = NULL;

  if (voice == GALLEY_VOICE_ALL)
    return;

  choices = g_variant_ref_sink (create_filter (voice));
  filter = galley_filter_new_from_variant (choices);
  if (galley_filter_equal (filter, galley_sidebar_get_filter (self->sidebar)))
    return;

  self->lets_voice_go = TRUE;
  galley_voices_bar_set_voice (self->voices, GALLEY_VOICE_ALL);
  self->lets_voice_go = FALSE;
}

static gboolean
name_to_line_spacing (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = g_variant_get_string (variant, NULL);
  double spacing = 1;

  if (g_str_equal (name, "narrow"))
    spacing = 0.5;
  else if (g_str_equal (name, "wide"))
    spacing = 2;
  g_value_set_double (value, spacing);

  return TRUE;
}

/* The menu shows which one holds, and so does every other window. */
static void
follow_line_spacing (GalleyWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "line-spacing");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_settings_bind_with_mapping (self->settings,
                                "line-spacing",
                                self->article,
                                "line-spacing",
                                G_SETTINGS_BIND_GET,
                                name_to_line_spacing,
                                NULL,
                                NULL,
                                NULL);
}

void
_galley_window_add_view (GalleyWindow *self)
{
  follow_line_spacing (self);
  g_signal_connect_object (
      self->voices, "notify::voice", G_CALLBACK (on_voice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->voices, "counted", G_CALLBACK (on_voices_counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->sidebar, "notify::filter", G_CALLBACK (on_filter_cb), self, G_CONNECT_SWAPPED);
}
