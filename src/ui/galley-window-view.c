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
  if (voice == GALLEY_VOICE_ALL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-filter", NULL);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.filter", filter);
  if (voice == GALLEY_VOICE_OPINION)
    galley_sidebar_set_page (self->sidebar, GALLEY_KIND_OPINION);
  else if (voice == GALLEY_VOICE_DIRECT || voice == GALLEY_VOICE_PARAPHRASE)
    galley_sidebar_set_page (self->sidebar, GALLEY_KIND_QUOTE);
}

void
_galley_window_add_view (GalleyWindow *self)
{
  g_signal_connect_object (
      self->voices, "notify::voice", G_CALLBACK (on_voice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->voices, "counted", G_CALLBACK (on_voices_counted_cb), self, G_CONNECT_SWAPPED);
}
