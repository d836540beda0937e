/* test-reader-rules.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-rules.h"

#include <string.h>

#include "language/galley-tagger.h"

typedef struct
{
  const char *name;
  const char *marked; /* [source], <cue>, {content} */
} RuleCase;

static const RuleCase cases[] = {
  /* source, cue, content */
  { "said", "[The mayor] <said> {the market would close in May}." },
  { "said-that", "[The mayor] <said> {that the market would close in May}." },
  { "said-quote", "[The mayor] <said>, {“We will close the market.”}" },
  { "said-colon", "[The mayor] <said:> {“We will close the market.”}" },
  { "partial", "[The mayor] <said> {the vote was a “thankless task.”}" },
  { "group", "[She] <has repeatedly said> {the market is too old}." },
  { "negated", "[She] <did not say> {that the market is too old}." },
  { "told", "[The mayor] <told> reporters {that the market would close}." },
  { "apposition", "[Ann Poe, the mayor of Hull,] <said> {the market would close}." },
  { "role", "[Russian spokesman Bo Dunn] <said> {the talks had failed}." },
  { "unnamed", "[A senior official close to the talks] <said> {the deal was dead}." },
  { "plan", "[The board] <intends> {to sell the land}." },
  { "promise", "[The board] <promised> {to sell the land}." },
  { "call-for", "[The traders] <called for> {a new vote}." },
  { "and-said", "[Ann Poe] <criticised> {the plan} and <said> {the vote was a mistake}." },
  { "saying", "[Ann Poe] <rejected> {the plan}, <saying> {that it was a mistake}." },
  { "anonymity", "[Two officials, who asked not to be named,] <said> {the deal was dead}." },
  { "whether", "[The traders] <asked> {whether the market would close}." },
  /* content, source, cue */
  { "quote-said", "{“We will close the market,”} [the mayor] <said>." },
  { "quote-said-straight", "{\"We will close the market,\"} [the mayor] <said>." },
  { "quote-british", "{‘We will close the market’}, [the mayor] <said>." },
  { "quote-question", "{“Will you close it?”} [she] <asked>." },
  { "quote-on-monday", "{“We will close the market,”} [the mayor] <said> on Monday." },
  { "quote-told", "{“We will close the market,”} [she] <told> reporters on Monday." },
  { "indirect-after", "{The market will close in May}, [officials] <said>." },
  { "sentences", "{“We are sad. We will close the market,”} [the mayor] <said>." },
  /* content, cue, source */
  { "turned", "{“We will close the market,”} <said> [the mayor]." },
  { "turned-name", "{“We will close the market,”} <said> [Ann Poe, the mayor of Hull]." },
  /* split */
  { "split", "{“We will close it,”} [she] <said>. {“It is far too old for the city.”}" },
  { "split-one", "{“We will close it,”} [she] <said>, {“when the season ends.”}" },
  { "split-indirect", "{The market}, [she] <said>, {will close in May}." },
  /* according to */
  { "according-first", "<According to> [the report], {the market lost money last year}." },
  { "according-last", "{The market lost money last year}, <according to> [the report]." },
  /* by the marks alone */
  { "quote-alone", "{“We were never asked about any of this, and nobody told us.”}" },
  { "scare", "The “market” was closed." },
  { "title", "They sang “The Last Herring of Hull” all night." },
  { "none", "The market closed in May and the stalls were taken away." },
  { "inside-quotes", "{“My father said it would close,”} [she] <said>." },
};

static char *
strip (const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (strchr ("[]<>{}", *p) == NULL)
        g_string_append_c (text, *p);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GArray *
read_text (const GalleyText *text)
{
  g_autofree gboolean *wanted = g_new (gboolean, text->paragraphs->len + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReading) reading = NULL;

  for (guint i = 0; i <= text->paragraphs->len; i++)
    wanted[i] = TRUE;
  reading = galley_reader_rules_get ()->read (text, wanted, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_array_ref (reading->marks);
}

static char *
render (const GalleyText *text, GArray *marks)
{
  static const char opening[] = "[<{", closing[] = "]>}";
  g_autoptr (GString) marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marks, GalleyMark, i);
      gsize start = galley_text_token (text, mark->first_token)->start;
      gsize end = galley_text_token (text, mark->end_token - 1)->end;

      g_string_append_len (marked, text->text + done, (gssize) (start - done));
      g_string_append_c (marked, opening[mark->role]);
      g_string_append_len (marked, text->text + start, (gssize) (end - start));
      g_string_append_c (marked, closing[mark->role]);
      done = end;
    }
  g_string_append (marked, text->text + done);

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_rule (gconstpointer data)
{
  const RuleCase *item = data;
  /* A first paragraph of its own, since headlines are read otherwise. */
  g_autofree char *sentence = strip (item->marked);
  g_autofree char *string = g_strconcat ("Market to close\n", sentence, NULL);
  g_autofree char *expected = g_strconcat ("Market to close\n", item->marked, NULL);
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GArray) marks = NULL;
  g_autofree char *marked = NULL;

  galley_text_tag (text);
  marks = read_text (text);
  marked = render (text, marks);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_headline (void)
{
  const char *string = "Poe: Market will close";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GArray) marks = NULL;
  g_autofree char *marked = NULL;

  galley_text_tag (text);
  marks = read_text (text);
  marked = render (text, marks);

  g_assert_cmpstr (marked, ==, "[Poe]<:> {Market will close}");
}

static void
test_cancelled (void)
{
  const char *string = "She said no.";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean wanted = TRUE;

  galley_text_tag (text);
  g_cancellable_cancel (cancellable);
  g_assert_null (galley_reader_rules_get ()->read (text, &wanted, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unwanted (void)
{
  const char *string = "She said it rained.\nHe said “it snowed all day and all night.”";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autoptr (GalleyReading) reading = NULL;
  gboolean wanted[] = { FALSE, FALSE };

  galley_text_tag (text);
  reading = galley_reader_rules_get ()->read (text, wanted, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (reading->marks->len, ==, 0);
}

/* Marks are in order, apart, and within the text, whatever it says. */
static void
test_random (void)
{
  static const char *const pieces[] = { "Ann Poe", "said",
                                        "“",       "”",
                                        ",",       ".",
                                        "that",    "according to",
                                        "the",     "mayor",
                                        "told",    "and",
                                        "to",      "saying",
                                        "we won",  "\n",
                                        "?",       "’s",
                                        "claim",   "of",
                                        ":",       "(",
                                        ")",       "she",
                                        "plans",   "“We did it all by ourselves,”",
                                        "has",     "not",
                                        "Monday",  "—" };

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (GalleyText) text = NULL;
      g_autoptr (GArray) marks = NULL;
      guint end = 0;

      for (gint32 n = g_test_rand_int_range (0, 50); n > 0; n--)
        g_string_append_printf (string,
                                "%s ",
                                pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = galley_text_new (string->str, string->len);
      galley_text_tag (text);
      marks = read_text (text);
      for (guint j = 0; j < marks->len; j++)
        {
          const GalleyMark *mark = &g_array_index (marks, GalleyMark, j);

          g_assert_cmpuint (mark->first_token, >=, end);
          g_assert_cmpuint (mark->end_token, >, mark->first_token);
          end = mark->end_token;
        }
      g_assert_cmpuint (end, <=, text->tokens->len);
    }
}

typedef struct
{
  const char *name;
  const char *unit;
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "said", "she said " },      { "commas", "said, " },      { "names", "Ann " },
  { "quotes", "“she said” " },  { "and", "and said " },      { "according", "according to " },
  { "open", "“said " },         { "nouns", "of claim " },    { "to", "said to " },
  { "saying", ", saying it " }, { "stated", "it stated, " }, { "depth", "“‘ said " },
  { "wrote", "wrote it, " },
};

/* One sentence of many thousand words, in time that nobody notices. */
static void
test_hostile (gconstpointer data)
{
  const HostileCase *item = data;
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GalleyText) text = NULL;
  g_autoptr (GArray) marks = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (string, item->unit);
  text = galley_text_new (string->str, string->len);
  galley_text_tag (text);
  marks = read_text (text);
  g_assert_cmpuint (marks->len, <=, text->tokens->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader-rules/order/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader-rules/hostile/%s", hostile_cases[i].name);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/reader-rules/headline", test_headline);
  g_test_add_func ("/reader-rules/cancelled", test_cancelled);
  g_test_add_func ("/reader-rules/unwanted", test_unwanted);
  g_test_add_func ("/reader-rules/random", test_random);

  return g_test_run ();
}
