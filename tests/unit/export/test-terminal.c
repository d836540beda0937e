/* test-terminal.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/galley-exporter.h"
#include "export/galley-terminal-private.h"
#include "lib/galley-test.h"

static guint
measure (const char *start, const char *end)
{
  guint width = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    width += _galley_char_width (_galley_char_safe (g_utf8_get_char (p)));

  return width;
}

static void
assert_lines (const char *text, guint width, const char *const *expected)
{
  const char *end = text + strlen (text);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      GalleyLine line = _galley_line_break (text, end, width);
      g_autofree char *words = g_strndup (line.start, (gsize) (line.end - line.start));

      g_assert_cmpstr (words, ==, expected[i]);
      text = line.next;
    }
  g_assert_true (text == end);
}

static void
test_terminal_break (void)
{
  const char *const words[] = { "one two", "three", NULL };
  const char *const exact[] = { "one two", "three", NULL };
  const char *const spaces[] = { "one", "two", NULL };
  const char *const wide[] = { "市長は", "言った", NULL };
  const char *const beside[] = { "Bo 市", "長", NULL };
  const char *const solid[] = { "abcde", "fgh", NULL };
  const char *const marks[] = { "abcde\xcc\x81\xcc\x81", "f", NULL };
  const char *const nothing[] = { "", NULL };

  assert_lines ("one two three", 8, words);
  assert_lines ("one two three", 7, exact);
  assert_lines ("one        two   ", 5, spaces);
  assert_lines ("市長は言った", 7, wide);
  assert_lines ("Bo 市長", 6, beside);
  assert_lines ("abcdefgh", 5, solid);
  assert_lines ("abcde\xcc\x81\xcc\x81"
                "f",
                5,
                marks);
  assert_lines ("", 5, nothing);
}

/* Every code point stands in one line or was skipped between two, and no line is too wide. */
static void
test_terminal_break_anything (void)
{
  static const char *const pieces[] = {
    " ",  "a", "word",         "—",  "市",       "e\xcc\x81",
    "\t", "😀", "\xe2\x80\x8b", "  ", "\xc2\xa0", "longer-word"
  };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_pieces = (guint) g_test_rand_int_range (0, 60);
      guint width = (guint) g_test_rand_int_range (2, 30);
      guint n_chars = 0;
      const char *place, *end;

      for (guint i = 0; i < n_pieces; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      place = text->str;
      end = text->str + text->len;
      while (place < end)
        {
          GalleyLine line = _galley_line_break (place, end, width);

          g_assert_true (line.start == place && line.end >= place && line.next > place);
          g_assert_cmpuint (measure (line.start, line.end), <=, width);
          g_assert_cmpuint (line.n_chars, ==, g_utf8_strlen (line.start, line.end - line.start));
          g_assert_cmpuint (line.n_skipped, ==, g_utf8_strlen (line.end, line.next - line.end));
          n_chars += line.n_chars + line.n_skipped;
          place = line.next;
        }
      g_assert_cmpuint (n_chars, ==, g_utf8_strlen (text->str, -1));
    }
}

static void
test_terminal_safe (void)
{
  for (gunichar c = 1; c < 0x3000; c++)
    {
      gunichar safe = _galley_char_safe (c);

      g_assert_false (g_unichar_iscntrl (safe));
      g_assert_true (g_unichar_validate (safe));
    }
  g_assert_cmpuint (_galley_char_safe ('a'), ==, 'a');
  g_assert_cmpuint (_galley_char_safe ('\n'), ==, ' ');
}

static void
test_terminal_wrap (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GalleyTerminal terminal = { out, 24, FALSE };

  _galley_terminal_wrap (&terminal, GALLEY_STYLE_QUOTE, 2, "Q1", "one two three\nfour five six");
  _galley_terminal_wrap (&terminal, GALLEY_STYLE_QUIET, 0, NULL, "");
  g_assert_cmpstr (out->str, ==, "  Q1 one two three four\n     five six\n\n");
}

static void
test_exporters (void)
{
  guint n_exporters;
  const GalleyExporter *const *exporters = galley_exporters_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++)
    {
      g_assert_true (galley_exporter_find (exporters[i]->id) == exporters[i]);
      g_assert_cmpint (exporters[i]->suffix[0], ==, '.');
      g_assert_nonnull (exporters[i]->write);
    }
  g_assert_null (galley_exporter_find ("nonsense"));
  g_assert_null (galley_exporter_find (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/terminal/break", test_terminal_break);
  g_test_add_func ("/export/terminal/break-anything", test_terminal_break_anything);
  g_test_add_func ("/export/terminal/safe", test_terminal_safe);
  g_test_add_func ("/export/terminal/wrap", test_terminal_wrap);
  g_test_add_func ("/export/exporter/list", test_exporters);

  return g_test_run ();
}
