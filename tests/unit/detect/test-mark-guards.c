/* test-mark-guards.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-mark-guards.h"
#include "detect/galley-words.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *name;
  const char *marked;
  const char *guarded; /* the same marks, as they are to be */
} Case;

static const Case cases[] = {
  { "swallowed-verb",
    "{S:The ministry expects farmers} {C:will accept} {K:a lower price}.",
    "S:The ministry C:expects K:farmers will accept a lower price" },
  { "verb-in-a-clause",
    "{S:The man who said farmers} {C:will accept} {K:a lower price}.",
    "S:The man who said farmers C:will accept K:a lower price" },
  { "noun-like-a-verb",
    "{S:The ministry reports} {C:show} {K:a lower price}.",
    "S:The ministry reports C:show K:a lower price" },
  { "no-content-behind",
    "{S:The ministry expects farmers} {C:will accept}. {K:It rained}.",
    "S:The ministry expects farmers C:will accept K:It rained" },
  { "according-to-by",
    "According to {S:a letter seen} {C:by} {K:the Courier, the roof leaks}.",
    "C:According to S:a letter seen by the Courier K:the roof leaks" },
  { "by-elsewhere",
    "{S:A letter} {C:by} {K:Ann Lee, costs rose}.",
    "S:A letter C:by K:Ann Lee, costs rose" },
  { "by-first", "{C:by} {K:Ann Lee}", "C:by K:Ann Lee" },
  { "pictures-are-shown",
    "{S:Ann Lee} {C:said} {K:it rained}. {S:The wall} {C:shows} {K:two old photographs of boats}.",
    "S:Ann Lee C:said K:it rained" },
  { "shown-by-nobody", "On the wall {C:showed} {K:pictures of boats}.", "" },
  { "pictures-tell",
    "{S:The pictures} {C:show} {K:boats in the harbour}.",
    "S:The pictures C:show K:boats in the harbour" },
  { "figures-are-shown",
    "{S:The report} {C:shows} {K:pictures sell badly}.",
    "S:The report C:shows K:pictures sell badly" },
  { "did-before",
    "{S:The bank left its rate unchanged}, {C:saying} {K:costs fell}.",
    "S:The bank C:saying K:costs fell" },
  { "did-in-a-clause",
    "{S:The man who left the bank} {C:said} {K:costs fell}.",
    "S:The man who left the bank C:said K:costs fell" },
  { "done-to",
    "{S:A woman injured on Monday} {C:said} {K:costs fell}.",
    "S:A woman injured on Monday C:said K:costs fell" },
  { "pronoun-behind",
    "It was a blow to {S:a board that} {C:promised} {K:two bridges}.",
    "S:a board S:that C:promised K:two bridges" },
  { "pronoun-behind-a-comma",
    "It was a blow to {S:the board, which} {C:promised} {K:two bridges}.",
    "S:the board S:which C:promised K:two bridges" },
  { "pronoun-alone",
    "It was a blow to a board {S:that} {C:promised} {K:two bridges}.",
    "S:that C:promised K:two bridges" },
  { "pronoun-that-points",
    "{S:People like that} {C:promised} {K:two bridges}.",
    "S:People like that C:promised K:two bridges" },
  { "name-of-a-work",
    "In her novel, {K:“The Salt Road,”} {S:Ann Lee} {C:says} {K:it rained}.",
    "S:Ann Lee C:says K:it rained" },
  { "name-of-a-work-beside", "{S:She} {C:sang} the hymn {K:“Rain on the Sea.”}", "S:She C:sang" },
  { "said-of-a-work",
    "Of the novel {S:she} {C:said}: {K:“The Salt Road is long.”}",
    "S:she C:said K:“The Salt Road is long.”" },
  { "said-in-a-work",
    "{S:She} {C:ends} the song, {K:“it never rains on the sea.”}",
    "S:She C:ends K:“it never rains on the sea.”" },
  { "titled",
    "{S:Ann Lee} {C:titled} {K:“The Salt Road.”}",
    "S:Ann Lee C:titled K:“The Salt Road.”" },
  { "sound", "{S:Ann Lee} {C:said} {K:it rained}.", "S:Ann Lee C:said K:it rained" },
};

static void
test_mark_guards (gconstpointer data)
{
  const Case *c = data;
  GalleyMarked *marked = galley_marked_new (c->marked);
  g_autoptr (GString) found = g_string_new (NULL);

  galley_mark_guards_apply (marked->text, marked->marks);
  for (guint i = 0; i < marked->marks->len; i++)
    {
      const GalleyMark *mark = &g_array_index (marked->marks, GalleyMark, i);
      g_autofree char *words = galley_run_dup (marked->text, mark->first_token, mark->end_token);

      g_string_append_printf (found, "%s%c:%s", i > 0 ? " " : "", "SCK"[mark->role], words);
    }
  g_assert_cmpstr (found->str, ==, c->guarded);

  galley_marked_free (marked);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/detect/mark-guards/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_mark_guards);
    }

  return g_test_run ();
}
