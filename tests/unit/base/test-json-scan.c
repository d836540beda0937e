/* test-json-scan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "base/galley-json-scan.h"
#include "base/galley-limits.h"
#include "lib/galley-test.h"

/* The scan gets a copy that ends at the end of a block of memory, so that a sanitiser sees it read
 * beyond. */
static gboolean
scan (const char *text, gsize length, const char *const *long_path, GError **error)
{
  g_autofree char *copy = g_memdup2 (text, MAX (length, 1));
  GalleyJsonSlice root;

  return galley_json_scan (copy, length, long_path, &root, error);
}

static const char *const sound[] = {
  "{}",
  "[]",
  " [ ] ",
  "\xef\xbb\xbf{\"a\": 1}",
  "{\"a\":{\"b\":[1,-0,0.5,1e5,-1.5E-7,true,false,null]}}",
  "[9223372036854775807,-9223372036854775807]",
  "[1.7e308, 1e-999]",
  "\"\\u00e9\\ud83e\\udd50\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
  "{\"a\":1,\"A\":2,\"\":3,\"aa\":4}",
  "[\"\x7f\xc2\x80\"]",
};

static void
test_sound (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (GError) error = NULL;

      scan (sound[i], strlen (sound[i]), NULL, &error);
      g_assert_no_error (error);
    }
}

static const struct
{
  const char *text;
  int code;
  const char *message;
} broken[] = {
  { "", GALLEY_ERROR_SYNTAX, "line 1, column 1: there is nothing in the file" },
  { " \n ", GALLEY_ERROR_SYNTAX, "line 2, column 2: there is nothing in the file" },
  { "\xef\xbb\xbf", GALLEY_ERROR_SYNTAX, "line 1, column 1: there is nothing in the file" },
  { "{", GALLEY_ERROR_SYNTAX, "line 1, column 2: the file ends too early" },
  { "{\"a\"", GALLEY_ERROR_SYNTAX, "line 1, column 5: the file ends too early" },
  { "\"é", GALLEY_ERROR_SYNTAX, "line 1, column 3: the file ends too early" },
  { "[1,]", GALLEY_ERROR_SYNTAX, "line 1, column 4: a value is expected here" },
  { "[1 2]", GALLEY_ERROR_SYNTAX, "line 1, column 4: a comma or ] is expected here" },
  { "{\"a\" 1}", GALLEY_ERROR_SYNTAX, "line 1, column 6: a colon is expected here" },
  { "{\"é\":1\r\n\"b\":2}",
    GALLEY_ERROR_SYNTAX,
    "line 2, column 1: a comma or } is expected here" },
  { "{\"a\":1\r,}",
    GALLEY_ERROR_SYNTAX,
    "line 2, column 2: a member’s name in quotation marks is expected here" },
  { "{a:1}",
    GALLEY_ERROR_SYNTAX,
    "line 1, column 2: a member’s name in quotation marks is expected here" },
  { "[]x", GALLEY_ERROR_SYNTAX, "line 1, column 3: something follows the end of the document" },
  { "[\"\n\"]",
    GALLEY_ERROR_SYNTAX,
    "line 1, column 3: a control character in a string must be escaped" },
  { "[\"\\x\"]", GALLEY_ERROR_SYNTAX, "line 1, column 4: JSON has no such escape" },
  { "[\"\\u12g4\"]", GALLEY_ERROR_SYNTAX, "line 1, column 5: JSON has no such escape" },
  { "[\"\\ud800\"]",
    GALLEY_ERROR_SYNTAX,
    "line 1, column 9: half of a surrogate pair stands alone" },
  { "[\"\\udc00\"]",
    GALLEY_ERROR_SYNTAX,
    "line 1, column 5: half of a surrogate pair stands alone" },
  { "[\"\\u0000\"]", GALLEY_ERROR_SYNTAX, "line 1, column 5: the character U+0000 is not allowed" },
  { "[01]", GALLEY_ERROR_SYNTAX, "line 1, column 3: this is not a number in JSON" },
  { "[+1]", GALLEY_ERROR_SYNTAX, "line 1, column 2: a value is expected here" },
  { "[1.]", GALLEY_ERROR_SYNTAX, "line 1, column 4: this is not a number in JSON" },
  { "[0x1F]", GALLEY_ERROR_SYNTAX, "line 1, column 3: this is not a number in JSON" },
  { "[1e400]", GALLEY_ERROR_LIMIT, "line 1, column 2: the number is out of range" },
  { "[9223372036854775808]", GALLEY_ERROR_LIMIT, "line 1, column 2: the number is out of range" },
  { "[nul]", GALLEY_ERROR_SYNTAX, "line 1, column 2: a value is expected here" },
  { "[truer]", GALLEY_ERROR_SYNTAX, "line 1, column 6: a value is expected here" },
  { "/* */ {}", GALLEY_ERROR_SYNTAX, "line 1, column 1: a value is expected here" },
  { "{\"a\":1,\n \"b\":2, \"a\":3}",
    GALLEY_ERROR_SYNTAX,
    "line 2, column 9: the member “a” stands here twice" },
  { "{\"a\":1,\"\\u0061\":3}",
    GALLEY_ERROR_SYNTAX,
    "line 1, column 8: the member “a” stands here twice" },
  { "[\"\xc3\x28\"]", GALLEY_ERROR_SYNTAX, "line 1, column 3: this is not UTF-8 text" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (scan (broken[i].text, strlen (broken[i].text), NULL, &error));
      g_assert_error (error, GALLEY_ERROR, broken[i].code);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

static void
assert_limit (const GString *text, gboolean fits)
{
  g_autoptr (GError) error = NULL;

  scan (text->str, text->len, NULL, &error);
  if (fits)
    g_assert_no_error (error);
  else
    g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_LIMIT);
}

static void
test_depth (void)
{
  for (guint depth = GALLEY_LIMIT_DEPTH; depth <= GALLEY_LIMIT_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autoptr (GString) text = g_string_new (open);

      g_string_append (text, close);
      assert_limit (text, depth <= GALLEY_LIMIT_DEPTH);
    }
}

static void
test_depth_bomb (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "{\"a\":[");
  assert_limit (text, FALSE);
}

static void
test_members (void)
{
  for (guint count = GALLEY_LIMIT_MEMBERS; count <= GALLEY_LIMIT_MEMBERS + 1; count++)
    {
      g_autoptr (GString) text = g_string_new ("{");

      for (guint i = 0; i < count; i++)
        g_string_append_printf (text, "%s\"m%u\":%u", i > 0 ? "," : "", i, i);
      g_string_append_c (text, '}');
      assert_limit (text, count <= GALLEY_LIMIT_MEMBERS);
    }
}

/* Names that g_str_hash() puts into one slot: "aB" and "bA" differ by 33 and by 1. */
static void
append_colliding_name (GString *text, guint number)
{
  for (guint bit = 0; bit < 16; bit++)
    g_string_append (text, number & 1u << bit ? "aB" : "b!");
}

static void
test_colliding_names (void)
{
  g_autoptr (GString) text = g_string_new ("{\"x\":0");
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);

  append_colliding_name (a, 1);
  append_colliding_name (b, 2);
  g_assert_cmpuint (g_str_hash (a->str), ==, g_str_hash (b->str));

  for (guint i = 0; i < 65536; i++)
    {
      g_string_append (text, ",\"");
      append_colliding_name (text, i);
      g_string_append (text, "\":0");
    }
  g_string_append_c (text, '}');
  assert_limit (text, FALSE);
}

/* As many as are allowed, in many objects, and the last of them twice. */
static void
test_twice_among_many (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  for (guint object = 0; object < 64; object++)
    {
      g_string_append (text, "{\"x\":0");
      for (guint i = 0; i < GALLEY_LIMIT_MEMBERS - 2; i++)
        {
          g_string_append (text, ",\"");
          append_colliding_name (text, i);
          g_string_append (text, "\":0");
        }
      g_string_append (text, object < 63 ? "}," : ",\"x\":1}");
    }
  g_string_append_c (text, ']');

  g_assert_false (scan (text->str, text->len, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_SYNTAX);
}

static void
append_string (GString *text, gsize length)
{
  g_autofree char *filler = g_strnfill (length, 'x');

  g_string_append_printf (text, "\"%s\"", filler);
}

static void
test_string_length (void)
{
  static const char *const long_path[] = { "a", "b", NULL };
  g_autoptr (GString) fits = g_string_new (NULL);
  g_autoptr (GString) exceeds = g_string_new (NULL);
  g_autoptr (GString) on_path = g_string_new ("{\"b\":1,\"a\":{\"x\":\"\",\"b\":");
  g_autoptr (GString) off_path = g_string_new ("{\"a\":{\"x\":{\"b\":");
  g_autoptr (GString) in_list = g_string_new ("{\"a\":{\"b\":[");
  g_autoptr (GError) error = NULL;

  append_string (fits, GALLEY_LIMIT_STRING);
  assert_limit (fits, TRUE);
  append_string (exceeds, GALLEY_LIMIT_STRING + 1);
  assert_limit (exceeds, FALSE);

  append_string (on_path, GALLEY_LIMIT_STRING + 1);
  g_string_append (on_path, "}}");
  assert_limit (on_path, FALSE);
  g_assert_true (scan (on_path->str, on_path->len, long_path, &error));
  g_assert_no_error (error);

  append_string (off_path, GALLEY_LIMIT_STRING + 1);
  g_string_append (off_path, "}}}");
  g_assert_false (scan (off_path->str, off_path->len, long_path, NULL));
  append_string (in_list, GALLEY_LIMIT_STRING + 1);
  g_string_append (in_list, "]}}");
  g_assert_false (scan (in_list->str, in_list->len, long_path, NULL));
}

static void
test_number_bomb (void)
{
  g_autofree char *digits = g_strnfill (1000000, '9');
  g_autoptr (GString) integer = g_string_new (digits);
  g_autoptr (GString) fraction = g_string_new ("0.");

  assert_limit (integer, FALSE);
  g_string_append (fraction, digits);
  assert_limit (fraction, FALSE);
}

static void
test_raw_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (scan ("[\"a\0b\"]", 7, NULL, &error));
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "line 1, column 4: the character U+0000 is not allowed");
}

/* Every beginning of a sound file is broken and must be seen to be. */
static void
test_prefixes (void)
{
  const char *text = "{\"a\": [1.5e3, \"\\ud83e\\udd50é\", true, null], \"b\": {}}";

  for (gsize length = 0; length < strlen (text); length++)
    g_assert_false (scan (text, length, NULL, NULL));
  g_assert_true (scan (text, strlen (text), NULL, NULL));
}

static void
test_slices (void)
{
  const char *text =
      " {\"a\" : [1 , {\"x\":\"}\"} ] ,\"\\u0062\":\"\\ud83e\\udd50\\n\", \"c\":-1.50 }\n";
  g_autoptr (GString) compact = g_string_new (NULL);
  g_autofree char *string = NULL;
  GalleyJsonSlice root, list, name, value;
  GalleyJsonIter iter;
  gsize length;

  g_assert_true (galley_json_scan (text, strlen (text), NULL, &root, NULL));
  g_assert_cmpint (galley_json_slice_get_type (&root), ==, GALLEY_JSON_OBJECT);
  galley_json_slice_append_compact (&root, compact);
  g_assert_cmpstr (compact->str,
                   ==,
                   "{\"a\":[1,{\"x\":\"}\"}],\"\\u0062\":\"\\ud83e\\udd50\\n\",\"c\":-1.50}");

  galley_json_iter_init (&iter, &root);
  g_assert_true (galley_json_iter_next (&iter, &name, &list));
  g_assert_cmpmem (name.data, name.length, "\"a\"", 3);
  g_assert_true (galley_json_iter_next (&iter, &name, &value));
  g_assert_cmpmem (name.data, name.length, "\"\\u0062\"", 8);
  string = galley_json_slice_dup_string (&value, &length);
  g_assert_cmpstr (string, ==, "🥐\n");
  g_assert_cmpuint (length, ==, 5);
  g_assert_true (galley_json_iter_next (&iter, NULL, &value));
  g_assert_cmpmem (value.data, value.length, "-1.50", 5);
  g_assert_false (galley_json_iter_next (&iter, NULL, &value));

  galley_json_iter_init (&iter, &list);
  g_assert_true (galley_json_iter_next (&iter, &name, &value));
  g_assert_cmpmem (value.data, value.length, "1", 1);
  g_assert_true (galley_json_iter_next (&iter, NULL, &value));
  g_assert_cmpmem (value.data, value.length, "{\"x\":\"}\"}", 9);
  g_assert_false (galley_json_iter_next (&iter, NULL, &value));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/json-scan/sound", test_sound);
  g_test_add_func ("/base/json-scan/broken", test_broken);
  g_test_add_func ("/base/json-scan/depth", test_depth);
  g_test_add_func ("/base/json-scan/depth-bomb", test_depth_bomb);
  g_test_add_func ("/base/json-scan/members", test_members);
  g_test_add_func ("/base/json-scan/colliding-names", test_colliding_names);
  g_test_add_func ("/base/json-scan/twice-among-many", test_twice_among_many);
  g_test_add_func ("/base/json-scan/string-length", test_string_length);
  g_test_add_func ("/base/json-scan/number-bomb", test_number_bomb);
  g_test_add_func ("/base/json-scan/raw-nul", test_raw_nul);
  g_test_add_func ("/base/json-scan/prefixes", test_prefixes);
  g_test_add_func ("/base/json-scan/slices", test_slices);

  return g_test_run ();
}
