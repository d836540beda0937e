/* galley-voice-shares.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-voice-shares.h"

/**
 * galley_voice_shares_to_percent:
 * @voices: of an article that has words
 * @percent: (out): each voice's share
 *
 * Whole per cents that add up to 100: what is left goes to those cut off by most (the method of the
 * largest remainder).
 */
void
galley_voice_shares_to_percent (const GalleyVoices *voices, guint percent[GALLEY_N_VOICES])
{
  guint64 n_words = galley_voices_get_n_words (voices);
  guint64 rest[GALLEY_N_VOICES];
  guint left = 100;

  g_return_if_fail (n_words > 0);

  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      guint64 part = 100 * (guint64) galley_voices_count (voices, voice);

      percent[voice] = (guint) (part / n_words);
      rest[voice] = part % n_words;
      left -= percent[voice];
    }
  for (; left > 0; left--)
    {
      GalleyVoice most = GALLEY_VOICE_DIRECT;

      for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
        if (rest[voice] > rest[most])
          most = voice;
      percent[most]++;
      rest[most] = 0;
    }
}

/**
 * galley_voice_shares_to_widths:
 * @voices: of an article that has words
 * @width: what to divide, in pixels
 * @least: of a voice that has any words, so that it is seen; taken from the one with the most
 * @widths: (out): each voice's part of @width
 */
void
galley_voice_shares_to_widths (const GalleyVoices *voices,
                               int width,
                               int least,
                               int widths[GALLEY_N_VOICES])
{
  guint n_words = galley_voices_get_n_words (voices);
  GalleyVoice most = GALLEY_VOICE_DIRECT;
  int left = width;

  g_return_if_fail (n_words > 0);

  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      guint n = galley_voices_count (voices, voice);

      widths[voice] = n > 0 ? MAX (least, (int) ((gint64) width * n / n_words)) : 0;
      left -= widths[voice];
      if (widths[voice] > widths[most])
        most = voice;
    }
  widths[most] = MAX (0, widths[most] + left);
}
