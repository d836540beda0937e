/* test-reader-deep.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "detect/galley-reader-deep-private.h"

/* What comes before and after the network: here numbers take its place. */

#define SURE 8.0f

static const double calm[3] = { 0, 0, 0 };

typedef struct
{
  GalleyText *text;
  GalleyWindow window;
  GalleyChain chain;
  GalleyDeepLabels labels;
  float tags[GALLEY_WINDOW_MAX_WORDS * GALLEY_READER_N_LABELS];
} Fixture;

/* Every token is a word with a piece of its own; its letter says what the network takes it for:
 * small ones go on. */
static void
set_up (Fixture *self, const char *string, const char *letters)
{
  static const char order[] = ".SsCcKk";
  const float start[GALLEY_READER_N_LABELS] = { 0 };
  const float transitions[GALLEY_READER_N_LABELS * GALLEY_READER_N_LABELS] = { 0 };

  memset (self, 0, sizeof *self);
  self->text = galley_text_new (string, strlen (string));
  g_assert_cmpuint (strlen (letters), ==, self->text->tokens->len);
  self->window.n_words = self->text->tokens->len;
  for (guint i = 0; i < self->window.n_words; i++)
    {
      self->window.words[i] = i;
      self->window.word_pieces[i] = i + 1;
      self->tags[i * GALLEY_READER_N_LABELS + (strchr (order, letters[i]) - order)] = SURE;
    }
  _galley_deep_chain_init (&self->chain, start, transitions);
}

static GArray *
decode (Fixture *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));

  _galley_deep_decode (&self->chain, self->text, &self->window, self->tags, calm, &self->labels);
  _galley_deep_append_marks (&self->chain, self->text, &self->window, &self->labels, marks);

  return marks;
}

static char *
describe (const GArray *marks)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);

      g_string_append_printf (string,
                              "%s%c%u-%u",
                              i > 0 ? " " : "",
                              "SCK"[mark->role],
                              mark -> first_token,
                              mark -> end_token);
    }

  return g_string_free (string, FALSE);
}

static void
assert_marks (const char *string, const char *letters, const char *expected)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *found = NULL;

  set_up (fixture, string, letters);
  marks = decode (fixture);
  found = describe (marks);
  g_assert_cmpstr (found, ==, expected);
  for (guint i = 0; i < marks->len; i++)
    {
      g_assert_cmpfloat (g_array_index (marks, GalleyMark, i).probability, >, 0.3);
      g_assert_cmpfloat (g_array_index (marks, GalleyMark, i).probability, <=, 1);
    }
  galley_text_free (fixture->text);
}

static void
test_marks (void)
{
  assert_marks ("Ann Lee said it rained .", "SsCKk.", "S0-2 C2-3 K3-5");
  assert_marks ("it rained", "..", "");
  assert_marks ("Ann said said", "SCC", "S0-1 C1-2 C2-3");
}

/* What goes on begins somewhere. */
static void
test_begins (void)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) marks = NULL;

      set_up (fixture, "Ann said it", i == 0 ? "sck" : "Ssk");
      marks = decode (fixture);
      for (guint k = 0; k < marks->len; k++)
        {
          const GalleyMark *mark = &g_array_index (marks, GalleyMark, k);

          g_assert_cmpuint (fixture->labels.labels[mark->first_token],
                            ==,
                            galley_reader_begins (mark->role));
        }
      galley_text_free (fixture->text);
    }
}

static void
test_paragraphs (void)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);
  g_autoptr (GArray) marks = NULL;

  set_up (fixture, "it rained\nand snowed", "Kkkk");
  marks = decode (fixture);
  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);

      g_assert_cmpuint (galley_text_token (fixture->text, mark->first_token)->paragraph,
                        ==,
                        galley_text_token (fixture->text, mark->end_token - 1)->paragraph);
    }
  g_assert_cmpuint (marks->len, >, 0);
  galley_text_free (fixture->text);
}

static void
test_quotation_marks (void)
{
  assert_marks ("“ it rained ” , said Ann", ".Kk..CS", "K0-4 C5-6 S6-7");
  assert_marks ("“ it rained ,” said Ann", ".Kk..CS", "K0-3 C5-6 S6-7");
  assert_marks ("“ it ”\n“ rained ”", "..Kkk.", "K2-3 K3-6");
}

/* Two ways as good as each other share what there is. */
static void
test_probability (void)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);
  g_autoptr (GArray) marks = NULL;

  set_up (fixture, "it", "K");
  fixture->tags[galley_reader_begins (GALLEY_ROLE_CUE)] = SURE - logf (3);
  marks = decode (fixture);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (marks, GalleyMark, 0).probability, 0.75, 0.002);
  galley_text_free (fixture->text);
}

/* Who is eager marks what is as likely as not. */
static void
test_eagerness (void)
{
  const double eager[] = { 0, 0, 1.5 };
  g_autofree Fixture *fixture = g_new (Fixture, 1);

  for (guint i = 0; i < 2; i++)
    {
      set_up (fixture, "it", "K");
      fixture->tags[GALLEY_READER_NOTHING] = SURE + 1;
      _galley_deep_decode (&fixture->chain,
                           fixture->text,
                           &fixture->window,
                           fixture->tags,
                           i == 0 ? calm : eager,
                           &fixture->labels);
      g_assert_cmpuint (fixture->labels.labels[0],
                        ==,
                        i == 0 ? GALLEY_READER_NOTHING
                               : galley_reader_begins (GALLEY_ROLE_CONTENT));
      galley_text_free (fixture->text);
    }
}

static void
assert_probabilities (const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      double probability = g_array_index (marks, GalleyMark, i).probability;

      g_assert_true (probability >= 0 && probability <= 1);
    }
}

/* Numbers that are none do no harm. */
static void
test_broken_network (void)
{
  const float broken[] = { NAN, INFINITY, -INFINITY, 1e30f, -1e30f };
  g_autofree Fixture *fixture = g_new (Fixture, 1);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GArray) marks = NULL;

      set_up (fixture, "Ann Lee said it rained .", "SsCKk.");
      for (guint k = 0; k < 6 * GALLEY_READER_N_LABELS; k += 3)
        fixture->tags[k] = broken[i];
      marks = decode (fixture);
      assert_probabilities (marks);
      galley_text_free (fixture->text);
    }
}

/* Nor do those of its chain. */
static void
test_broken_chain (void)
{
  const float broken[] = { NAN, INFINITY, -INFINITY, 1e30f, -1e30f };
  float start[GALLEY_READER_N_LABELS];
  float transitions[GALLEY_READER_N_LABELS * GALLEY_READER_N_LABELS];
  g_autofree Fixture *fixture = g_new (Fixture, 1);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GArray) marks = NULL;

      set_up (fixture, "Ann Lee said it rained .", "SsCKk.");
      for (guint k = 0; k < G_N_ELEMENTS (start); k++)
        start[k] = k % 2 == 0 ? broken[i] : 0;
      for (guint k = 0; k < G_N_ELEMENTS (transitions); k++)
        transitions[k] = k % 3 == 0 ? broken[i] : 0;
      _galley_deep_chain_init (&fixture->chain, start, transitions);
      marks = decode (fixture);
      assert_probabilities (marks);
      galley_text_free (fixture->text);
    }
}

static void
test_bound (void)
{
  g_assert_cmpfloat (_galley_deep_bound (NAN), ==, -GALLEY_DEEP_HIGHEST);
  g_assert_cmpfloat (_galley_deep_bound (-INFINITY), ==, -GALLEY_DEEP_HIGHEST);
  g_assert_cmpfloat (_galley_deep_bound (INFINITY), ==, GALLEY_DEEP_HIGHEST);
  g_assert_cmpfloat (_galley_deep_bound (-2.5f), ==, -2.5f);
}

/* A content that was cut where the window ended goes on in the next: within quotation marks. */
static void
test_goes_on (void)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) marks = NULL;
      GArray *before = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
      GalleyMark first = { GALLEY_ROLE_CONTENT, 0, 4, 0.1 };
      g_autofree char *found = NULL;

      set_up (fixture, "“It rained. It snowed.”", "KkkkKkkk");
      fixture->window.n_words = 4;
      for (guint k = 0; k < 4; k++)
        fixture->window.words[k] = 4 + k;
      memmove (fixture->tags,
               fixture->tags + 4 * GALLEY_READER_N_LABELS,
               4 * GALLEY_READER_N_LABELS * sizeof *fixture->tags);
      fixture->window.goes_on = i == 0;
      marks = before;
      g_array_append_val (marks, first);
      _galley_deep_decode (
          &fixture->chain, fixture->text, &fixture->window, fixture->tags, calm, &fixture->labels);
      _galley_deep_append_marks (
          &fixture->chain, fixture->text, &fixture->window, &fixture->labels, marks);
      found = describe (marks);
      g_assert_cmpstr (found, ==, i == 0 ? "K0-8" : "K0-4 K4-8");
      galley_text_free (fixture->text);
    }
}

static double
get_share (const GArray *leans, guint32 token, guint32 target)
{
  for (guint i = 0; i < leans->len; i++)
    {
      const GalleyLean *lean = &g_array_index (leans, GalleyLean, i);

      if (lean->first_token == token && lean->target == target)
        return (double) lean->share;
    }

  return 0;
}

/* Words of one mark count together; the rest of what a content leans to is kept if it is much. */
static void
test_leans (void)
{
  g_autofree Fixture *fixture = g_new (Fixture, 1);
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) leans = g_array_new (FALSE, FALSE, sizeof (GalleyLean));
  guint32 pieces[GALLEY_WINDOW_MAX_WORDS];
  float cues[2 * 7], sources[2 * 7];

  set_up (fixture, "Ann Lee had said it rained", "SsCcKk");
  marks = decode (fixture);
  g_assert_cmpuint (_galley_deep_list_words (
                        &fixture->window, fixture->labels.labels, GALLEY_ROLE_CONTENT, pieces),
                    ==,
                    2);
  g_assert_cmpuint (pieces[0], ==, 5);
  g_assert_cmpuint (pieces[1], ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    cues[i] = sources[i] = -30;
  /* "it" points at "said" and half as much at "had", "rained" at "Lee" and nothing. */
  cues[3] = logf (2);
  cues[2] = 0;
  cues[7 + 1] = cues[7 + 6] = 0;
  /* "had" and "said" point at nobody. */
  sources[6] = sources[7 + 6] = 0;
  _galley_deep_append_leans (&fixture->window, fixture->labels.labels, cues, sources, leans);

  g_assert_cmpfloat_with_epsilon (get_share (leans, 4, 3), 0.5, 1e-5);
  g_assert_cmpfloat_with_epsilon (get_share (leans, 4, 1), 0.25, 1e-5);
  g_assert_cmpfloat_with_epsilon (get_share (leans, 4, GALLEY_LEAN_NONE), 0.25, 1e-5);
  g_assert_cmpfloat_with_epsilon (get_share (leans, 2, GALLEY_LEAN_NONE), 1, 1e-5);
  g_assert_cmpuint (leans->len, ==, 4);
  for (guint i = 1; i < leans->len; i++)
    g_assert_cmpuint (g_array_index (leans, GalleyLean, i).first_token,
                      >=,
                      g_array_index (leans, GalleyLean, i - 1).first_token);
  galley_text_free (fixture->text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader-deep/marks", test_marks);
  g_test_add_func ("/reader-deep/begins", test_begins);
  g_test_add_func ("/reader-deep/paragraphs", test_paragraphs);
  g_test_add_func ("/reader-deep/quotation-marks", test_quotation_marks);
  g_test_add_func ("/reader-deep/probability", test_probability);
  g_test_add_func ("/reader-deep/eagerness", test_eagerness);
  g_test_add_func ("/reader-deep/broken-network", test_broken_network);
  g_test_add_func ("/reader-deep/broken-chain", test_broken_chain);
  g_test_add_func ("/reader-deep/bound", test_bound);
  g_test_add_func ("/reader-deep/goes-on", test_goes_on);
  g_test_add_func ("/reader-deep/leans", test_leans);

  return g_test_run ();
}
