/* test-voice-shares.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lib/galley-test.h"
#include "ui/galley-voice-shares.h"

/* 3 of 9 words direct, 3 paraphrased, 3 the reporter's. */
static GalleyVoices *
create_thirds (void)
{
  g_autoptr (GalleyReview) review =
      galley_test_review ("“One two three.” Four five six. Seven eight nine.");

  galley_test_suggest (review, GALLEY_KIND_QUOTE, "direct", "“One two three.”");
  galley_test_suggest (review, GALLEY_KIND_QUOTE, "indirect", "Four five six.");

  return galley_voices_new (review);
}

static void
test_voice_shares_percent (void)
{
  g_autoptr (GalleyVoices) voices = create_thirds ();
  guint percent[GALLEY_N_VOICES];
  guint sum = 0;

  galley_voice_shares_to_percent (voices, percent);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    sum += percent[voice];
  g_assert_cmpuint (sum, ==, 100);
  g_assert_cmpuint (percent[GALLEY_VOICE_PARAPHRASE], ==, 33);
  g_assert_cmpuint (percent[GALLEY_VOICE_OPINION], ==, 0);
}

static void
test_voice_shares_widths (void)
{
  g_autoptr (GalleyVoices) voices = create_thirds ();
  int widths[GALLEY_N_VOICES];

  for (int width = 0; width <= 100; width++)
    {
      int sum = 0;

      galley_voice_shares_to_widths (voices, width, 0, widths);
      for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
        sum += widths[voice];
      g_assert_cmpint (sum, ==, width);
      g_assert_cmpint (widths[GALLEY_VOICE_OPINION], ==, 0);
    }
}

/* Two words of two hundred are seen, too. */
static void
test_voice_shares_least (void)
{
  GString *text = g_string_new ("So reckless.");
  g_autoptr (GalleyReview) review = NULL;
  g_autoptr (GalleyVoices) voices = NULL;
  int widths[GALLEY_N_VOICES];

  for (guint i = 0; i < 198; i++)
    g_string_append (text, " word");
  review = galley_test_review (text->str);
  g_string_free (text, TRUE);
  galley_test_suggest (review, GALLEY_KIND_OPINION, "evaluation", "So reckless.");
  voices = galley_voices_new (review);
  galley_voice_shares_to_widths (voices, 100, 5, widths);
  g_assert_cmpint (widths[GALLEY_VOICE_OPINION], ==, 5);
  g_assert_cmpint (widths[GALLEY_VOICE_REPORTER], ==, 95);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/voice-shares/percent", test_voice_shares_percent);
  g_test_add_func ("/ui/voice-shares/widths", test_voice_shares_widths);
  g_test_add_func ("/ui/voice-shares/least", test_voice_shares_least);

  return g_test_run ();
}
