/* test-carry.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/galley-carry.h"

#include <string.h>

#include "lib/galley-test.h"
#include "session/galley-carry-places.h"

typedef struct
{
  const char *name;
  const char *from; /* {…} around what is carried */
  const char *to;   /* … and where it is there; without braces: nowhere */
} PlaceCase;

static const PlaceCase cases[] = {
  { "same", "He said {we won} twice.", "He said {we won} twice." },
  { "shorter", "Ã©tÃ© {was} hot", "été {was} hot" },
  { "inside", "The {cafÃ© on} top", "The {café on} top" },
  { "quoted", "said â€œ{We won}â€ž here", "said “{We won}” here" },
  { "marks", "said {“We won”} here", "said {œWe wonŸ} here" },
  { "marks-grow", "said {“We won”} here", "said {â€œWe wonâ€ž} here" },
  { "begins", "{été} it was", "{Ã©tÃ©} it was" },
  { "all", "{été}", "{Ã©tÃ©}" },
  { "nothing-left", "a {é} b", "a b" },
  { "other-text", "He said {we won} twice.", "They left." },
};

static GalleySpan
cut_out (const char *marked, GString *plain)
{
  const char *open = strchr (marked, '{');
  const char *close = strchr (marked, '}');
  GalleySpan span = { 0, 0 };

  g_string_assign (plain, marked);
  if (open == NULL)
    return span;
  g_string_replace (plain, "{", "", 1);
  g_string_replace (plain, "}", "", 1);
  span.start = (guint) g_utf8_pointer_to_offset (marked, open);
  span.end = (guint) g_utf8_pointer_to_offset (marked, close) - 1;

  return span;
}

static void
test_places (gconstpointer data)
{
  const PlaceCase *item = data;
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);
  GalleySpan span = cut_out (item->from, from);
  GalleySpan wanted = cut_out (item->to, to);
  /* The text of an article ends where it ends. */
  g_autofree char *from_text = g_memdup2 (from->str, from->len);
  g_autofree char *to_text = g_memdup2 (to->str, to->len);
  GalleySpan place;
  GalleyCarryPlaces *places = galley_carry_places_new ();

  galley_carry_places_add_one (places, span);
  galley_carry_places_find (places, from_text, from->len, to_text, to->len);
  g_assert_true (galley_carry_places_get (places, span, &place) == (wanted.end > 0));
  if (wanted.end > 0)
    {
      g_assert_cmpuint (place.start, ==, wanted.start);
      g_assert_cmpuint (place.end, ==, wanted.end);
    }
  galley_carry_places_free (places);
}

#define WRONG "Ana RuÃ­z said: âWe wait.â It is reckless."
#define RIGHT "Ana Ruíz said: “We wait.” It is reckless."

/* Verdicts, notes and a person's own marks go to where the same words are. */
static void
test_carry_over (void)
{
  g_autoptr (GalleyReview) from = galley_test_review (WRONG);
  g_autoptr (GalleyReview) to = galley_test_review (RIGHT);
  GalleyAnnotation *source = galley_test_suggest (from, GALLEY_KIND_SOURCE, "person", "Ana RuÃ­z");
  GalleyAnnotation *quote = galley_test_suggest (from, GALLEY_KIND_QUOTE, "direct", "âWe wait.â");
  GalleyAnnotation *opinion =
      galley_test_suggest (from, GALLEY_KIND_OPINION, "evaluation", "It is reckless.");
  GalleyAnnotation *same_source =
      galley_test_suggest (to, GALLEY_KIND_SOURCE, "person", "Ana Ruíz");
  GalleyAnnotation *same_quote =
      galley_test_suggest (to, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (quote));
  GalleyAnnotation *carried;
  guint n_lost;

  details->source_id = g_strdup (galley_annotation_get_id (source));
  galley_review_revise (from, quote, details);
  galley_review_set_note (from, opinion, "ask the desk");
  galley_review_set_private_note (from, opinion, "heard that before");
  galley_review_set_verdict (from, opinion, GALLEY_STATUS_REJECTED, "not-an-opinion");

  g_assert_cmpuint (galley_carry_over (from, to, &n_lost), ==, 2);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (galley_review_get_n_annotations (to), ==, 3);
  g_assert_cmpint (galley_annotation_get_status (same_quote), ==, GALLEY_STATUS_CHANGED);
  g_assert_true (galley_review_get_source_of (to, same_quote) == same_source);
  carried = galley_review_peek (to, 2);
  g_assert_cmpstr (galley_annotation_get_note (carried), ==, "ask the desk");
  g_assert_cmpstr (galley_annotation_get_private_note (carried), ==, "heard that before");
  g_assert_cmpint (galley_annotation_get_status (carried), ==, GALLEY_STATUS_REJECTED);
  g_assert_cmpuint (galley_annotation_get_start (carried),
                    ==,
                    g_utf8_strlen ("Ana Ruíz said: “We wait.” ", -1));
}

static void
test_carry_lost (void)
{
  g_autoptr (GalleyReview) from = galley_test_review ("Ana Ruiz said: “We wait.”");
  g_autoptr (GalleyReview) to = galley_test_review ("\u0410\u043d\u0430");
  GalleyAnnotation *quote = galley_test_suggest (from, GALLEY_KIND_QUOTE, "direct", "“We wait.”");
  guint n_lost;

  galley_review_set_verdict (from, quote, GALLEY_STATUS_ACCEPTED, NULL);
  g_assert_cmpuint (galley_carry_over (from, to, &n_lost), ==, 0);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpuint (galley_review_get_n_annotations (to), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session/carry/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_places);
    }
  g_test_add_func ("/session/carry/over", test_carry_over);
  g_test_add_func ("/session/carry/lost", test_carry_lost);

  return g_test_run ();
}
