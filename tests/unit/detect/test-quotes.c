/* test-quotes.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-quotes.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *name;
  const char *marked;
  const char *facts; /* of the first attribution: type manner class notes… */
} Case;

static const Case cases[] = {
  { "direct", "{S:He} {C:said}: {K:“It rained.”}", "direct speech neutral" },
  { "direct-straight", "{K:\"It rained,\"} {S:he} {C:said}.", "direct speech neutral" },
  { "direct-single", "{K:‘It rained all day,’} {S:he} {C:said}.", "direct speech neutral" },
  { "mixed", "{S:He} {C:called} {K:it a “thankless task.”}", "mixed speech neutral" },
  { "indirect", "{S:He} {C:said} {K:it rained}.", "indirect speech neutral" },
  { "indirect-apostrophe", "{S:He} {C:said} {K:it’s Ann’s}.", "indirect speech neutral" },
  { "split-direct",
    "{K:“It rained,”} {S:he} {C:said}. {K:“It rained a lot.”}",
    "direct speech neutral" },
  { "split-mixed",
    "{K:“It rained,”} {S:he} {C:said}, {K:and it was cold}.",
    "mixed speech neutral" },
  { "context", "{S:He} {C:added} {K:that it rained}.", "indirect speech context" },
  { "doubt", "{S:He} {C:claimed} {K:it rained}.", "indirect speech doubt" },
  { "concession", "{S:He} {C:admitted} {K:it rained}.", "indirect speech concession" },
  { "endorsing", "{S:He} {C:pointed out} {K:that it rained}.", "indirect speech endorsing" },
  { "adverb-and-auxiliary",
    "{S:He} {C:has repeatedly claimed} {K:it rained}.",
    "indirect speech doubt" },
  { "thought", "{S:He} {C:believes} {K:it rained}.", "indirect thought mind" },
  { "intention", "{S:He} {C:plans} {K:to leave}.", "indirect intention mind" },
  { "decree", "{S:The judge} {C:ordered} {K:him to leave}.", "indirect decree context" },
  { "evidence", "{S:The report} {C:shows} {K:costs rose}.", "indirect evidence context" },
  { "according-to", "{C:According to} {S:Ann}, {K:it rained}.", "indirect speech neutral" },
  { "declined-to-comment", "{S:He} {C:declined} {K:to comment}.", "no-comment *" },
  { "refused-to-say", "{S:He} {C:refused} {K:to say who left}.", "no-comment *" },
  { "did-not-respond", "{S:He} {C:did not respond} {K:to a request for comment}.", "no-comment *" },
  { "could-not-be-reached", "{S:He} {C:could not be reached} {K:for comment}.", "no-comment *" },
  { "declined-an-offer", "{S:He} {C:declined} {K:the offer}.", "indirect *" },
  { "refused-to-leave", "{S:He} {C:refused} {K:to leave the hall}.", "indirect *" },
  { "did-not-say-that", "{S:He} {C:did not say} {K:that it rained}.", "indirect speech neutral" },
  { "comment-inside", "{S:He} {C:said} {K:she declined to comment}.", "indirect speech neutral" },
  { "altered-brackets",
    "{S:He} {C:said}: {K:“It [the dam] held.”}",
    "direct speech neutral altered" },
  { "altered-ellipsis", "{S:He} {C:said}: {K:“It … held.”}", "direct speech neutral altered" },
  { "brackets-outside-marks", "{S:He} {C:said} {K:it [the dam] held}.", "indirect speech neutral" },
  { "unattributed", "The firm {C:was told} {K:to leave}.", "* unattributed" },
  { "nested",
    "{S:He} {C:said}: {K:“She told me ‘never again’ and left.”}",
    "direct speech neutral nested" },
  { "multi-paragraph",
    "{S:He} {C:said}: {K:“It rained.}\n\n{K:“Then it snowed.”}",
    "direct speech neutral multi-paragraph" },
  { "late",
    "{K:“It rained all night and all day and all of the next night as well. We had never seen so "
    "much water in the yard, and we did not know where to put the animals,”} {S:he} {C:said}.",
    "direct speech neutral late-attribution" },
  { "not-late",
    "{K:“It rained all night and all day and all of the next night as well,”} {S:he} {C:said}.",
    "direct speech neutral" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GalleyMarked) marked = galley_marked_new (one->marked);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPatternSpec) pattern = g_pattern_spec_new (one->facts);
  GalleyQuoteFacts facts;

  g_assert_cmpuint (attributions->len, ==, 1);
  galley_quote_judge (marked->text, attributions->pdata[0], &facts);
  g_string_append_printf (found, "%s %s %s", facts.type, facts.manner, facts.verb_class);
  for (guint i = 0; i < GALLEY_N_QUOTE_NOTES; i++)
    {
      if ((facts.notes & (1u << i)) != 0)
        g_string_append_printf (found, " %s", galley_quote_note_id (i));
    }
  if (!g_pattern_spec_match_string (pattern, found->str))
    g_assert_cmpstr (found->str, ==, one->facts);
}

static guint
count_speaker_changes (const char *string)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new (string);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  gboolean wanted[] = { TRUE, TRUE, TRUE };
  g_autoptr (GalleyPeople) people = galley_people_new (marked->text, wanted);
  g_autoptr (GalleySpeakers) speakers =
      galley_speakers_resolve (marked->text, attributions, people, NULL);
  g_autofree GalleyQuoteFacts *facts = g_new0 (GalleyQuoteFacts, attributions->len + 1);
  guint n = 0;

  for (guint i = 0; i < attributions->len; i++)
    galley_quote_judge (marked->text, attributions->pdata[i], &facts[i]);
  galley_quotes_note_speaker_changes (marked->text, attributions, speakers, facts);
  for (guint i = 0; i < attributions->len; i++)
    n += (facts[i].notes & (1 << GALLEY_QUOTE_SPEAKER_CHANGE)) != 0;

  return n;
}

static void
test_speaker_change (void)
{
  g_assert_cmpuint (count_speaker_changes ("{K:“It rained,”} {C:said} {S:Ann Lee}. "
                                           "{K:“It did not,”} {C:said} {S:Bo Kim}."),
                    ==,
                    1);
  g_assert_cmpuint (count_speaker_changes ("{K:“It rained,”} {C:said} {S:Ann Lee}.\n"
                                           "{K:“It did not,”} {C:said} {S:Bo Kim}."),
                    ==,
                    0);
  g_assert_cmpuint (count_speaker_changes ("{K:“It rained,”} {C:said} {S:Ann Lee}. "
                                           "{S:Bo Kim} {C:said}: {K:“It did not.”}"),
                    ==,
                    0);
  g_assert_cmpuint (count_speaker_changes ("{K:“It rained,”} {C:said} {S:Ann Lee}. "
                                           "{K:“It was cold,”} {S:she} {C:added}."),
                    ==,
                    0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/quotes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/quotes/speaker-change", test_speaker_change);

  return g_test_run ();
}
