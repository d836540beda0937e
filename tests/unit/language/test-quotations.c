/* test-quotations.c
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
  const char *text; /* {…} around a closed pair, {…| around one that is not closed */
} QuotationCase;

static const QuotationCase cases[] = {
  { "curly", "She said, {“We won.”} He left." },
  { "straight", "She said, {\"We won.\"} He left." },
  { "straight-two", "{\"We won,\"} she said. {\"We did.\"}" },
  { "straight-no-space", "{\"We won,\"}she said.{\"We did.\"}" },
  { "straight-spaces", "She said {\" We won \"} today." },
  { "mixed-styles", "She said, {“We won.\"} He left {\"now”}." },
  { "partial", "It was a {“thankless”} and {“bad”} job." },
  { "dash", "the deal—{“a bad one”}—fell" },
  { "dash-straight", "the deal—{\"a bad one\"}—fell" },
  { "bracket", "(he said {\"no\"}) and [{\"yes\"}]" },
  { "nested", "{“He told me {‘go away’} twice,”} she said." },
  { "nested-straight", "{\"He told me {'go away'} twice,\"} she said." },
  { "nested-end", "{“He said {‘go.’}”} She went." },
  { "british", "{‘We won,’} she said. {‘We did.’}" },
  { "british-nested", "{‘He told me {“go away”} twice,’} she said." },
  { "british-apostrophe", "{‘It’s theirs, isn’t it,’} she said." },
  { "british-plural", "{‘It is the voters’ choice,’} she said." },
  { "british-plural-end", "{‘It is for the voters’} and {‘all others’}." },
  { "british-then-plural", "{‘It was the dogs’} he said of the cats’ home." },
  { "single-straight", "Poe: {'We will win'} the vote" },
  { "single-decade", "She loved the ’90s and '80s, the voters’ time." },
  { "single-elision", "{“Get ’em, it’s rock ’n’ roll,”} he said." },
  { "single-orphan", "He said ‘no and went, it’s over." },
  { "going", "{“I’m goin’ home,”} he said." },
  { "class", "the class of ’08 and Jones’ car" },
  { "feet", "He is 6'2\" tall and {\"slim\"}." },
  { "inches", "a 12\" pipe" },
  { "inches-quoted", "{\"The 12\" pipe broke,\"} he said." },
  { "year-quoted", "{\"We won in 2016\"} he said." },
  { "unclosed", "He said, {“We won and left.|" },
  { "unclosed-next", "He said, {“We won, and |{“we did”} today." },
  { "unclosed-next-straight", "{\"We won, she said. |{\"We did,\"} he said." },
  { "orphan", "He said we won.” Then he left." },
  { "sic", "{“They was [sic] late … and [sometimes] ... rude,”} she said." },
  { "question", "{“Why?”} she asked. {“No!”}" },
  { "title", "the play {“Hair”}’s run" },
  { "german", "{„Nein“}, sagte er. {„Ja”}" },
  { "german-single", "{„Er sagte {‚nein‘}“}, sagte sie." },
  { "french", "{«Non»}, dit-il, {« oui »}." },
  { "guillemets-inward", "{»Nein«}, sagte er." },
  { "corners", "市長は{「そうです」}と述べた。{「彼は{『はい』}と言った」}。" },
  { "corner-unclosed", "」と述べた。{「そうです|" },
  { "latex", "{``No,''} he said." },
  { "paragraphs", "{“We won.|\n{“We did,”} she said." },
  { "paragraphs-three", "{“We won.|\n{“We did.|\n{“We will,”} she said." },
  { "paragraphs-straight", "{\"We won.|\n{\"We did,\"} she said." },
  { "paragraphs-british", "{‘We won.|\n{‘We did,’} she said." },
  { "paragraphs-apart", "{“We won.|\nShe left. {“Now,”} she said." },
  { "paragraphs-single-apart", "It was ‘odd.\nIt was ’90s stuff." },
};

static char *
get_text (const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (strchr ("{}|", *p) == NULL)
        g_string_append_c (text, *p);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
mark_pairs (const GalleyText *text)
{
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const GalleyToken *token = galley_text_token (text, i);
      gsize start = i > 0 ? galley_text_token (text, i - 1)->end : 0;

      for (guint j = 0; i > 0 && j < text->quotations->len; j++)
        {
          const GalleyQuotation *quotation = &g_array_index (text->quotations, GalleyQuotation, j);
          gboolean inside = text->text[start] == ' ' && !quotation->closed;

          if (quotation->close_token != i - 1)
            continue;
          if (inside)
            g_string_append_c (marked, text->text[start++]);
          g_string_append_c (marked, quotation->closed ? '}' : '|');
        }
      g_string_append_len (marked, text->text + start, (gssize) (token->start - start));
      if (token->flags & GALLEY_TOKEN_OPENS_QUOTE)
        g_string_append_c (marked, '{');
      g_string_append_len (marked, text->text + token->start, token->end - token->start);
    }
  for (guint j = 0; j < text->quotations->len; j++)
    {
      const GalleyQuotation *quotation = &g_array_index (text->quotations, GalleyQuotation, j);

      if (quotation->close_token + 1 == text->tokens->len)
        g_string_append_c (marked, quotation->closed ? '}' : '|');
    }

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_pairs (gconstpointer data)
{
  const QuotationCase *item = data;
  g_autofree char *string = get_text (item->text);
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));
  g_autofree char *marked = mark_pairs (text);

  g_assert_cmpstr (marked, ==, item->text);
}

static const GalleyQuotation *
get_pair (const GalleyText *text, guint position)
{
  g_assert_cmpuint (position, <, text->quotations->len);

  return &g_array_index (text->quotations, GalleyQuotation, position);
}

static void
test_tree (void)
{
  const char *string = "“He said ‘go’ now,” she said.";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));

  g_assert_cmpuint (text->quotations->len, ==, 2);
  g_assert_cmpint (get_pair (text, 0)->parent, ==, -1);
  g_assert_cmpint (get_pair (text, 1)->parent, ==, 0);
  g_assert_false (get_pair (text, 0)->single);
  g_assert_true (get_pair (text, 1)->single);
  g_assert_cmpint (galley_text_token (text, 1)->quotation, ==, 0);
  g_assert_cmpint (galley_text_token (text, 4)->quotation, ==, 1);
  g_assert_cmpint (galley_text_token (text, 6)->quotation, ==, 0);
  g_assert_cmpint (galley_text_token (text, 10)->quotation, ==, -1);
  g_assert_false (galley_text_token (text, 0)->flags & GALLEY_TOKEN_QUOTED);
  g_assert_true (galley_text_token (text, 3)->flags & GALLEY_TOKEN_QUOTED);
  g_assert_true (galley_text_token (text, 5)->flags & GALLEY_TOKEN_CLOSES_QUOTE);
  g_assert_false (galley_text_token (text, 8)->flags & GALLEY_TOKEN_QUOTED);
}

static void
test_chain (void)
{
  const char *string = "“One ‘a’.\n“Two.\n“Three,” she said.\n“Four.”";
  g_autoptr (GalleyText) text = galley_text_new (string, strlen (string));

  g_assert_cmpuint (text->quotations->len, ==, 5);
  g_assert_cmpint (get_pair (text, 0)->continues, ==, -1);
  g_assert_cmpint (get_pair (text, 2)->continues, ==, 0);
  g_assert_cmpint (get_pair (text, 3)->continues, ==, 2);
  g_assert_cmpint (get_pair (text, 4)->continues, ==, -1);
  g_assert_false (get_pair (text, 2)->closed);
  g_assert_true (get_pair (text, 3)->closed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quotations/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_pairs);
    }
  g_test_add_func ("/quotations/tree", test_tree);
  g_test_add_func ("/quotations/chain", test_chain);

  return g_test_run ();
}
