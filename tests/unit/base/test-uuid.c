/* test-uuid.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-uuid.h"

static void
test_uuid_from_name (void)
{
  g_autofree char *one = galley_urn_from_name ("abc", 3);
  g_autofree char *same = galley_urn_from_name ("abcd", 3);
  g_autofree char *other = galley_urn_from_name ("abd", 3);

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (galley_urn_is_valid (one));
  g_assert_cmpint (one[9 + 14], ==, '5');
}

static void
test_uuid_random (void)
{
  g_autofree char *one = galley_urn_random ();
  g_autofree char *other = galley_urn_random ();

  g_assert_cmpstr (one, !=, other);
  g_assert_true (galley_urn_is_valid (one));
  g_assert_cmpint (one[9 + 14], ==, '4');
}

static void
test_uuid_invalid (void)
{
  g_assert_false (galley_urn_is_valid (NULL));
  g_assert_false (galley_urn_is_valid (""));
  g_assert_false (galley_urn_is_valid ("urn:uuid:"));
  g_assert_false (galley_urn_is_valid ("5b0e1d3c-8f6a-4c11-9a52-67d03e74b128"));
  g_assert_false (galley_urn_is_valid ("urn:uuid:5b0e1d3c-8f6a-4c11-9a52-67d03e74b12"));
  g_assert_false (galley_urn_is_valid ("urn:uuid:../../../../../../etc/passwd000000"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/uuid/from-name", test_uuid_from_name);
  g_test_add_func ("/base/uuid/random", test_uuid_random);
  g_test_add_func ("/base/uuid/invalid", test_uuid_invalid);

  return g_test_run ();
}
