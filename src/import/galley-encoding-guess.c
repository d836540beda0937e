/* galley-encoding-guess.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-encoding.h"

#include <string.h>
#include <uchardet.h>

/* What uchardet gets to see; more does not make it surer. */
#define SAMPLE (1024 * 1024)

/* One broken sequence among so many sound ones is damage, not another encoding. */
#define SOUND_PER_BROKEN 10

static const char *
guess_by_mark (const char *data, gsize length)
{
  static const struct
  {
    const char *charset;
    const char *bytes;
    gsize length;
  } marks[] = {
    { "UTF-8", "\xef\xbb\xbf", 3 },    { "UTF-32LE", "\xff\xfe\0\0", 4 },
    { "UTF-32BE", "\0\0\xfe\xff", 4 }, { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
        return marks[i].charset;
    }

  return NULL;
}

static gboolean
is_text_character (gunichar c)
{
  return g_unichar_isdefined (c)
         && (!g_unichar_iscntrl (c) || c == '\t' || c == '\n' || c == '\r' || c == '\f');
}

static gboolean
reads_as_text (const char *data, gsize length, const char *charset)
{
  gsize n_written;
  g_autofree char *text =
      g_convert (data, (gssize) length, "UTF-8", charset, NULL, &n_written, NULL);

  if (text == NULL)
    return FALSE;

  for (const char *p = text; p < text + n_written; p = g_utf8_next_char (p))
    {
      if (!is_text_character (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/* Latin letters and line ends have their NULs on one side. A binary file that has them there, too,
 * decodes to characters that no text holds. */
static const char *
guess_utf16 (const char *data, gsize length)
{
  gsize n_nuls[2] = { 0, 0 };
  gsize sample = MIN (length, (gsize) SAMPLE);
  const char *charset;

  for (gsize i = 0; i < length; i++)
    n_nuls[i % 2] += data[i] == '\0';
  if (length % 2 != 0 || n_nuls[0] == n_nuls[1])
    return NULL;

  charset = n_nuls[1] > n_nuls[0] ? "UTF-16LE" : "UTF-16BE";
  /* A sample may end between the halves of a surrogate pair. */
  if (reads_as_text (data, sample, charset)
      || (sample < length && reads_as_text (data, sample - 2, charset)))
    return charset;

  return NULL;
}

/* Whether @data is UTF-8 but for a few broken places. */
static gboolean
is_damaged_utf8 (const char *data, gsize length)
{
  const char *end = data + length;
  gsize n_sound = 0, n_broken = 0;

  while (data < end)
    {
      const char *invalid;
      gboolean valid = g_utf8_validate_len (data, (gsize) (end - data), &invalid);

      for (; data < invalid; data = g_utf8_next_char (data))
        n_sound += (guchar) *data >= 0x80;
      if (!valid)
        {
          n_broken++;
          for (data++; data < end && ((guchar) *data & 0xc0) == 0x80; data++)
            ;
        }
    }

  return n_sound >= SOUND_PER_BROKEN * n_broken;
}

static const char *
ask_uchardet (const char *data, gsize length)
{
  uchardet_t detector = uchardet_new ();
  const char *charset = NULL;
  GIConv converter;

  if (uchardet_handle_data (detector, data, MIN (length, (gsize) SAMPLE)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  if (charset == NULL || *charset == '\0')
    return GALLEY_ENCODING_FALLBACK;
  /* Pages and files that say Latin-1 mean its superset; nobody writes C1 controls. */
  if (g_str_equal (charset, "ISO-8859-1") || g_str_equal (charset, "ASCII"))
    return GALLEY_ENCODING_FALLBACK;

  converter = g_iconv_open ("UTF-8", charset);
  if (converter == (GIConv) -1)
    return GALLEY_ENCODING_FALLBACK;
  g_iconv_close (converter);

  return charset;
}

/**
 * galley_encoding_guess:
 * @data: (array length=length): a file of text
 * @guessed: (out): whether a person should see the answer: %FALSE where a byte order mark says so
 *   or the bytes are sound UTF-8
 *
 * A byte order mark first, then strict UTF-8 (uchardet must never see it: it takes some for other
 * encodings), then UTF-16 by where its NULs stand, then UTF-8 with a few broken places, then what
 * uchardet says, then windows-1252.
 *
 * Returns: (interned): a name for galley_encoding_decode(); %NULL where a NUL shows that it is no
 *   text
 */
const char *
galley_encoding_guess (const char *data, gsize length, gboolean *guessed)
{
  const char *charset = guess_by_mark (data, length);
  gboolean has_nul = length > 0 && memchr (data, '\0', length) != NULL;

  *guessed = FALSE;
  if (charset != NULL)
    return g_intern_string (charset);
  if (g_utf8_validate_len (data, length, NULL))
    return g_intern_static_string ("UTF-8");

  *guessed = TRUE;
  if (has_nul)
    return g_intern_string (guess_utf16 (data, length));
  if (is_damaged_utf8 (data, length))
    return g_intern_static_string ("UTF-8");

  return g_intern_string (ask_uchardet (data, length));
}
