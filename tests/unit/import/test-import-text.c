/* test-import-text.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "base/galley-limits.h"
#include "import/galley-importer.h"
#include "lib/galley-test.h"

static GalleyArticle *
import (const char *data, gsize length, const char *charset, GalleyImportInfo *info)
{
  g_autofree char *copy = g_memdup2 (data, MAX (length, 1));
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, length);
  g_autoptr (GError) error = NULL;
  GalleyArticle *article = galley_import_text (bytes, charset, info, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (galley_article_get_importer (article), ==, "text");

  return article;
}

static void
assert_text (GalleyArticle *article, const char *expected)
{
  g_assert_cmpmem (galley_article_get_text (article),
                   galley_article_get_length (article),
                   expected,
                   strlen (expected));
}

static void
assert_imports (const char *data,
                gsize length,
                const char *expected,
                const char *charset,
                gboolean guessed,
                guint n_replaced)
{
  GalleyImportInfo info;
  g_autoptr (GalleyArticle) article = import (data, length, NULL, &info);

  assert_text (article, expected);
  g_assert_cmpstr (info.charset, ==, charset);
  g_assert_cmpint (info.guessed, ==, guessed);
  g_assert_cmpuint (info.n_replaced, ==, n_replaced);
}

static void
assert_refused (const char *data, gsize length, const char *charset, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyArticle) article = galley_import_text (bytes, charset, NULL, &error);

  g_assert_null (article);
  g_assert_error (error, GALLEY_ERROR, code);
}

#define BYTES(literal) literal, sizeof (literal) - 1

static void
test_utf8 (void)
{
  assert_imports (BYTES ("plain"), "plain", "UTF-8", FALSE, 0);
  assert_imports (BYTES ("\xe2\x80\x9c"
                         "caf\xc3\xa9\xe2\x80\x9d 🥐"),
                  "“café” 🥐",
                  "UTF-8",
                  FALSE,
                  0);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (GalleyArticle) article = galley_import_text (none, NULL, NULL, NULL);

  g_assert_cmpuint (galley_article_get_length (article), ==, 0);
  assert_imports ("", 0, "", "UTF-8", FALSE, 0);
  assert_imports (BYTES ("\xef\xbb\xbf"), "", "UTF-8", FALSE, 0);
}

static void
test_byte_order_marks (void)
{
  assert_imports (BYTES ("\xef\xbb\xbf\xc3\xa9\xef\xbb\xbf!"), "é\xef\xbb\xbf!", "UTF-8", FALSE, 0);
  assert_imports (BYTES ("\xff\xfe\xe9\0!\0"), "é!", "UTF-16LE", FALSE, 0);
  assert_imports (BYTES ("\xfe\xff\0\xe9\0!"), "é!", "UTF-16BE", FALSE, 0);
  assert_imports (BYTES ("\xff\xfe\0\0\xe9\0\0\0"), "é", "UTF-32LE", FALSE, 0);
  assert_imports (BYTES ("\0\0\xfe\xff\0\0\0\xe9"), "é", "UTF-32BE", FALSE, 0);
}

static void
test_utf16_without_mark (void)
{
  assert_imports (BYTES ("M\0a\0y\0o\0r\0 \0\x1c \xe9\0\n\0"), "Mayor “é\n", "UTF-16LE", TRUE, 0);
  assert_imports (
      BYTES ("\0M\0a\0y\0o\0r\0 \x20\x1c\0\xe9\0\n"), "Mayor “é\n", "UTF-16BE", TRUE, 0);
}

/* Halves that do not belong together become one U+FFFD each. */
static void
test_utf16_broken (void)
{
  assert_imports (BYTES ("\xff\xfe"
                         "a\0\x00\xd8"
                         "b\0\x00\xdc"
                         "c\0x"),
                  "a\xef\xbf\xbd"
                  "b\xef\xbf\xbd"
                  "c\xef\xbf\xbd",
                  "UTF-16LE",
                  FALSE,
                  3);
}

static void
test_windows_1252 (void)
{
  static const char text[] = "The mayor said \x93we won\x92t\x94 \x96 at the caf\xe9 on Monday. "
                             "\x93It is na\xefve,\x94 she added, \223and costs \x80"
                             "5.\x94\n";

  assert_imports (BYTES (text),
                  "The mayor said “we won’t” – at the café on Monday. "
                  "“It is naïve,” she added, “and costs €5.”\n",
                  "WINDOWS-1252",
                  TRUE,
                  0);
}

/* One bad byte among sound ones is damage: the other quotation marks are kept. */
static void
test_damaged_utf8 (void)
{
  assert_imports (BYTES ("“a” “b” “c” “d” “e” \xff “f”"),
                  "“a” “b” “c” “d” “e” \xef\xbf\xbd “f”",
                  "UTF-8",
                  TRUE,
                  1);
}

static void
test_maximal_subparts (void)
{
  GalleyImportInfo info;
  g_autoptr (GalleyArticle) article =
      import (BYTES ("a\xf1\x80\x80\xe1\x80\xc2z\x80|\xed\xa0\x80|\xe0\x80|\xf0\x9f\xa5"),
              "UTF-8",
              &info);

  assert_text (article,
               "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\xef\xbf\xbd|"
               "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|\xef\xbf\xbd\xef\xbf\xbd|\xef\xbf\xbd");
  g_assert_cmpuint (info.n_replaced, ==, 10);
  g_assert_false (info.guessed);
}

static void
test_charset_overrides (void)
{
  GalleyImportInfo info;
  g_autoptr (GalleyArticle) mac = import (BYTES ("caf\x8e"), "MACINTOSH", &info);
  g_autoptr (GalleyArticle) latin = NULL;

  assert_text (mac, "café");
  g_assert_cmpstr (info.charset, ==, "MACINTOSH");
  g_assert_false (info.guessed);

  latin = import (BYTES ("\xc3\xa9"), "ISO-8859-1", &info);
  assert_text (latin, "Ã©");
  assert_refused (BYTES ("a"), "NO-SUCH-CHARSET", GALLEY_ERROR_UNSUPPORTED);
}

static void
test_line_ends (void)
{
  assert_imports (
      BYTES ("\r\n a\r\rb\n\rc\r\n\r\nd \r"), "\n a\n\nb\n\nc\n\nd \n", "UTF-8", FALSE, 0);
  assert_imports (BYTES ("\xff\xfe"
                         "a\0\r\0\n\0"
                         "b\0\r\0"),
                  "a\nb\n",
                  "UTF-16LE",
                  FALSE,
                  0);
}

static void
test_binary (void)
{
  assert_refused (BYTES ("text\0text"), NULL, GALLEY_ERROR_BINARY);
  assert_refused (BYTES ("\x7f"
                         "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0"),
                  NULL,
                  GALLEY_ERROR_BINARY);
  assert_refused (BYTES ("\x01\0\x02\0\x03\0\x04\0"), NULL, GALLEY_ERROR_BINARY);
  assert_refused (BYTES ("a\0"), "UTF-8", GALLEY_ERROR_BINARY);
  assert_refused (BYTES ("\xff\xfe\0\0a\0"), "UTF-16LE", GALLEY_ERROR_BINARY);
}

static void
test_too_long (void)
{
  gsize length = GALLEY_LIMIT_TEXT + 1;
  g_autofree char *text = g_malloc (length);

  memset (text, 'a', length);
  assert_refused (text, length, NULL, GALLEY_ERROR_LIMIT);
  /* Within the limit as bytes, beyond it as UTF-8. */
  memset (text, 0xe9, length);
  assert_refused (text, length / 2 + 1, "ISO-8859-1", GALLEY_ERROR_LIMIT);
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++)
    {
      char data[64];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof data);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GalleyArticle) article = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; j < length; j++)
        data[j] = (char) g_rand_int_range (rand, i % 2, 256);
      bytes = g_bytes_new (data, length);
      article = galley_import_text (bytes, NULL, NULL, &error);
      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        g_assert_true (g_utf8_validate_len (galley_article_get_text (article),
                                            galley_article_get_length (article),
                                            NULL));
    }
}

static void
test_recognises (void)
{
  g_assert_true (galley_import_recognises ("a.txt"));
  g_assert_true (galley_import_recognises ("/x/y.z/B.TXT"));
  g_assert_true (galley_import_recognises ("a.text"));
  g_assert_false (galley_import_recognises (".txt"));
  g_assert_false (galley_import_recognises ("a.galley.json"));
  g_assert_false (galley_import_recognises ("a.txt.galley.json"));
  g_assert_false (galley_import_recognises ("txt"));
  g_assert_false (galley_import_recognises (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/text/utf-8", test_utf8);
  g_test_add_func ("/import/text/empty", test_empty);
  g_test_add_func ("/import/text/byte-order-marks", test_byte_order_marks);
  g_test_add_func ("/import/text/utf-16-without-mark", test_utf16_without_mark);
  g_test_add_func ("/import/text/utf-16-broken", test_utf16_broken);
  g_test_add_func ("/import/text/windows-1252", test_windows_1252);
  g_test_add_func ("/import/text/damaged-utf-8", test_damaged_utf8);
  g_test_add_func ("/import/text/maximal-subparts", test_maximal_subparts);
  g_test_add_func ("/import/text/charset-overrides", test_charset_overrides);
  g_test_add_func ("/import/text/line-ends", test_line_ends);
  g_test_add_func ("/import/text/binary", test_binary);
  g_test_add_func ("/import/text/too-long", test_too_long);
  g_test_add_func ("/import/text/random-bytes", test_random_bytes);
  g_test_add_func ("/import/text/recognises", test_recognises);

  return g_test_run ();
}
