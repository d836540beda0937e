/* test-transcript.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-transcript.h"

#include <string.h>

#include "detect/galley-reader.h"

typedef struct
{
  const char *name;
  const char *text;
  guint n_turns;
  gboolean interview;
} TurnCase;

static const TurnCase cases[] = {
  { "debate", "POE: We won.\nDUNN: You lost.\nPOE: We did not.\n", 3, FALSE },
  { "names", "Ann Poe: We won.\nBo Dunn: You lost.\nAnn Poe: We did not.\n", 3, FALSE },
  { "titles", "SEN. POE (D): We won.\nMR. DUNN: You lost.\nMODERATOR: Thank you.\n", 3, FALSE },
  { "interview", "Q: Did you win?\nA: We did.\nQ: How?\nA: By luck.\n", 4, TRUE },
  { "interview-periods", "Q. Did you win?\nA. We did.\nQ. How?\nA. By luck.\n", 4, TRUE },
  { "long-turn", "POE: We won.\nIt was close.\nDUNN: You lost.\n[Applause]\nPOE: No.\n", 4, FALSE },
  { "count", "Ann Poe: 1,769.\nBo Dunn: 1,501.\nAnn Poe: 12\n", 0, FALSE },
  { "headline", "Debate: Poe and Dunn\nPOE: We won.\nDUNN: No.\nPOE: Yes.\n", 3, FALSE },
  { "headline-of-a-speaker",
    "Poe: We Won\nThey met.\nPOE: We won.\nDUNN: No.\nPOE: Yes.\n",
    3,
    FALSE },
  { "stray", "POE: We won.\nDUNN: No.\nBackground: It was close.\nPOE: Yes.\n", 4, FALSE },
  { "quoted", "“POE: We won.\n“[Applause]\n“DUNN: You lost.\n“POE: We did not.”\n", 3, FALSE },
  { "two", "POE: We won.\nDUNN: You lost.\n", 0, FALSE },
  { "fact-box", "What: A vote\nWhen: Monday\nWhere: Hull\nCost: Free\n", 0, FALSE },
  { "different-names", "Poe: We won.\nDunn: You lost.\nLee: They drew.\n", 0, FALSE },
  { "news", "Poe said: “We won.”\nDunn said: “No.”\nLee said: “Yes.”\n", 0, FALSE },
  { "empty", "", 0, FALSE },
};

static void
test_find (gconstpointer data)
{
  const TurnCase *item = data;
  g_autoptr (GalleyText) text = galley_text_new (item->text, strlen (item->text));
  g_autoptr (GArray) turns = galley_transcript_find (text);

  g_assert_cmpuint (turns->len, ==, item->n_turns);
  g_assert_true (galley_transcript_is_interview (text, turns) == item->interview);
}

static void
assert_mark (GArray *marks, guint position, GalleyRole role, guint first_token, guint end_token)
{
  const GalleyMark *mark = &g_array_index (marks, GalleyMark, position);

  g_assert_cmpuint (position, <, marks->len);
  g_assert_cmpuint (mark->role, ==, role);
  g_assert_cmpuint (mark->first_token, ==, first_token);
  g_assert_cmpuint (mark->end_token, ==, end_token);
}

static void
test_replace (void)
{
  const char *string = "Poe met Dunn.\nPOE: We won.\nDUNN: No.\nPOE: Yes.\nThey left.";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GArray) turns = galley_transcript_find (text);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  GalleyMark before = { GALLEY_ROLE_SOURCE, 0, 1, 0.5 };
  GalleyMark within = { GALLEY_ROLE_SOURCE, 6, 7, 0.5 };
  GalleyMark after = { GALLEY_ROLE_SOURCE, 17, 18, 0.5 };

  g_array_append_val (marks, before);
  g_array_append_val (marks, within);
  g_array_append_val (marks, after);
  galley_transcript_replace_marks (text, turns, NULL, marks);

  g_assert_cmpuint (marks->len, ==, 11);
  assert_mark (marks, 0, GALLEY_ROLE_SOURCE, 0, 1);
  assert_mark (marks, 1, GALLEY_ROLE_SOURCE, 4, 5);
  assert_mark (marks, 2, GALLEY_ROLE_CUE, 5, 6);
  assert_mark (marks, 3, GALLEY_ROLE_CONTENT, 6, 9);
  assert_mark (marks, 10, GALLEY_ROLE_SOURCE, 17, 18);
}

static void
test_questions (void)
{
  const char *string = "Q: Who won?\nA: We did.\nQ: How?\nA: By luck.";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GArray) turns = galley_transcript_find (text);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GalleyMark));

  galley_transcript_replace_marks (text, turns, NULL, marks);

  g_assert_cmpuint (marks->len, ==, 6);
  assert_mark (marks, 0, GALLEY_ROLE_SOURCE, 5, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/transcript/find/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  g_test_add_func ("/transcript/replace", test_replace);
  g_test_add_func ("/transcript/questions", test_questions);

  return g_test_run ();
}
