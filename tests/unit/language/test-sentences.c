/* test-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/galley-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *sentences; /* joined by " | "; the text is the same without the bars */
} SentenceCase;

static const SentenceCase cases[] = {
  { "two", "It rained. | We left." },
  { "one", "It rained" },
  { "title", "Mr. Poe met Sen. Ann Dunn. | They spoke." },
  { "initials", "It was J. K. Poe who won. | He smiled." },
  { "country", "He left the U.S. President’s office. | She stayed." },
  { "country-end", "He left the U.S. | The rest stayed." },
  { "country-quote", "He left the U.S. | “We stay,” she said." },
  { "company", "Dunn Inc. sold it to Poe Corp. | The price was low." },
  { "company-inside", "Dunn Inc. shares fell." },
  { "party", "Ann Poe, D-Calif., and Bo Dunn, R-Ky., agreed. | It passed." },
  { "month", "It was Jan. 4. | Snow fell." },
  { "time", "It began at 10 a.m. Monday in Leeds. | It ended." },
  { "time-end", "It began at 10 a.m. | The doors opened." },
  { "number", "See No. 10 for that. | No. | Never." },
  { "decimal", "Turnout was 61.5 percent. | It had been 58.2." },
  { "ellipsis-on", "He was ... not sure. | She was." },
  { "ellipsis-capital", "He was not sure ... | She was." },
  { "ellipsis-i", "Well ... I do not know." },
  { "question", "Who won? | Nobody knows." },
  { "question-said", "“Who won?” he asked. | Nobody knew." },
  { "question-name", "“Who won?” Ann Poe asked. | Nobody knew." },
  { "question-end", "“Who won?” | Ann Poe left the room." },
  { "exclaim-said", "“We won!” she said. | They cheered." },
  { "period-said", "“We won.” he said. | They cheered." },
  { "quote-end", "She said, “We won.” | He left." },
  { "quote-two", "“We won. | We did.” | He left." },
  { "quote-nested", "“He said ‘no.’” | She left." },
  { "brackets", "It passed (by one vote.) | It was close." },
  { "straight", "She said, \"We won.\" | He left." },
  { "brand", "Yahoo! said it would sell. | It did." },
  { "brand-inc", "He joined Yahoo! Inc. in May. | He left." },
  { "mixed-marks", "What?! | No." },
  { "small-opener", "Sales fell. | iPhone users left." },
  { "small-web", "it rained today. | we all went home." },
  { "unknown-abbreviation", "He read Okt. reports." },
  { "list", "1. Win the vote." },
  { "no-space", "It ended.| Then it began." },
  { "no-space-quote", "It ended.| “Yes,” he said." },
  { "domain", "He read example.com and left. | She stayed." },
  { "colon", "He said: It is done. | She left." },
};

/* Takes the bars out of @marked, and the space before each; those without one stand where the text
 * has no space. */
static char *
get_text (const char *marked)
{
  g_autoptr (GString) text = g_string_new (marked);

  g_string_replace (text, " | ", " ", 0);
  g_string_replace (text, "| ", "", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_sentences (gconstpointer data)
{
  const SentenceCase *item = data;
  g_autofree char *string = get_text (item->sentences);
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GString) found = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < text->sentences->len; i++)
    {
      GalleyTokenRun run = g_array_index (text->sentences, GalleyTokenRun, i);
      gsize start = galley_text_token (text, run.first_token)->start;
      gsize end = galley_text_token (text, run.end_token - 1)->end;

      if (i > 0)
        g_string_append (found, start > done ? " | " : "| ");
      g_string_append_len (found, string + start, (gssize) (end - start));
      done = end;
      g_assert_true (galley_text_token (text, run.first_token)->flags
                     & GALLEY_TOKEN_SENTENCE_START);
    }

  g_assert_cmpstr (found->str, ==, item->sentences);
}

static void
test_paragraphs (void)
{
  const char *string = "\n  \nOne. Two.\n\t\nThree\n";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));

  g_assert_cmpuint (text->paragraphs->len, ==, 2);
  g_assert_cmpuint (text->sentences->len, ==, 3);
  g_assert_cmpuint (galley_text_token (text, 0)->paragraph, ==, 0);
  g_assert_cmpuint (galley_text_token (text, 4)->paragraph, ==, 1);
  g_assert_true (galley_text_token (text, 4)->flags & GALLEY_TOKEN_PARAGRAPH_START);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentences/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_sentences);
    }
  g_test_add_func ("/sentences/paragraphs", test_paragraphs);

  return g_test_run ();
}
