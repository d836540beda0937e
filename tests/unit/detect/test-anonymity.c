/* test-anonymity.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-anonymity.h"
#include "detect/galley-words.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *words; /* the mention, as it stands before "said" */
  const char *type;
  const char *ladder; /* NULL: has no step */
} Case;

static const Case cases[] = {
  /* no person at all */
  { "@stall22", "post", NULL },
  { "Its own legal advice, a four-page memo,", "document", NULL },
  { "The firm’s own plumbing, a survey,", "data", NULL },
  /* generic: nobody could tell who it is */
  { "officials", "unnamed-group", "A3" },
  { "Officials", "unnamed-group", "A3" },
  { "an official", "unnamed-person", "A3" },
  { "a source", "unnamed-person", "A3" },
  { "two sources", "unnamed-group", "A3" },
  { "three people", "unnamed-group", "A3" },
  { "critics", "unnamed-group", "A3" },
  { "some critics", "unnamed-group", "A3" },
  { "experts", "unnamed-group", "A3" },
  { "insiders", "unnamed-group", "A3" },
  { "residents", "unnamed-group", "A3" },
  { "many", "unnamed-group", "A3" },
  { "one person", "unnamed-person", "A3" },
  { "another source", "unnamed-person", "A3" },
  { "a second source", "unnamed-person", "A3" },
  { "several witnesses", "unnamed-group", "A3" },
  { "a man", "unnamed-person", "A3" },
  { "observers", "unnamed-group", "A3" },
  { "supporters", "unnamed-group", "A3" },
  { "dozens of people", "unnamed-group", "A3" },
  { "people", "unnamed-group", "A3" },
  { "an unnamed source", "unnamed-person", "A3" },
  { "voters", "unnamed-group", "A3" },
  { "46 percent", "unnamed-group", "A3" },
  { "the source", "unnamed-person", "A3" },
  { "one of them", "unnamed-person", "A3" },
  /* a role, or how they know, but not both */
  { "A senior U.S. official", "unnamed-person", "A2" },
  { "A second U.S. official", "unnamed-person", "A2" },
  { "U.S. officials", "unnamed-group", "A2" },
  { "a senior minister", "unnamed-person", "A2" },
  { "a spokesman", "unnamed-person", "A2" },
  { "a ministry spokeswoman", "unnamed-person", "A2" },
  { "a hospital source", "unnamed-person", "A2" },
  { "two diplomats", "unnamed-group", "A2" },
  { "a former aide", "unnamed-person", "A2" },
  { "one lawmaker", "unnamed-person", "A2" },
  { "a nurse", "unnamed-person", "A2" },
  { "teachers", "unnamed-group", "A2" },
  { "a source close to the family", "unnamed-person", "A2" },
  { "a person familiar with the matter", "unnamed-person", "A2" },
  { "people briefed on the talks", "unnamed-group", "A2" },
  { "three people with knowledge of the plan", "unnamed-group", "A2" },
  { "a source in the ministry", "unnamed-person", "A2" },
  { "residents of the tower", "unnamed-group", "A2" },
  { "a White House official", "unnamed-person", "A2" },
  { "European officials", "unnamed-group", "A2" },
  { "a judge", "unnamed-person", "A2" },
  { "the company’s lawyer", "unnamed-person", "A2" },
  { "prosecutors", "unnamed-group", "A2" },
  { "investigators", "unnamed-group", "A2" },
  { "her husband", "unnamed-person", "A2" },
  { "a plumber", "unnamed-person", "A2" },
  { "Republicans", "unnamed-group", "A2" },
  { "Senate Democrats", "unnamed-group", "A2" },
  { "a woman who lives next door", "unnamed-person", "A2" },
  /* both */
  { "a Cabinet minister with direct knowledge of the talks", "unnamed-person", "A1" },
  { "a senior official briefed on the plan", "unnamed-person", "A1" },
  { "two diplomats who attended the meeting", "unnamed-group", "A1" },
  { "a bank executive familiar with the deal", "unnamed-person", "A1" },
  { "a former aide who was in the room", "unnamed-person", "A1" },
  { "an engineer who worked on the dam", "unnamed-person", "A1" },
  { "a union official involved in the talks", "unnamed-person", "A1" },
  { "two nurses who saw the report", "unnamed-group", "A1" },
  /* people with names */
  { "Mayor Ann Lee", "person", "N0" },
  { "Ann Lee, the mayor,", "person", "N0" },
  { "Russian spokesman Pavel Orlov", "person", "N0" },
  { "Ann Lee", "person", "N1" },
  { "Mr Ann Lee", "person", "N1" },
  { "Ann Lee, who leads the nurses’ union,", "person", "N0" },
  { "Ann Lee, a healthcare assistant,", "person", "N0" },
  { "Ann Lee, whose family keeps sheep,", "person", "N0" },
  { "Ann Lee, whose family moved away,", "person", "N1" },
  { "The minister, Sir Alec Stone,", "person", "N0" },
  /* no people */
  { "The U.S.", "organisation", NULL },
  { "the White House", "organisation", NULL },
  { "the ministry", "organisation", NULL },
  { "the company", "organisation", NULL },
  { "police", "organisation", NULL },
  { "The operator, Brightwater Trains,", "organisation", NULL },
  { "The State Refugee Processing Center", "organisation", NULL },
  { "RealNewsHub", "organisation", NULL },
  { "the regulator", "organisation", NULL },
  { "Brightwater Corp.", "organisation", NULL },
  { "the Supreme Court", "organisation", NULL },
  { "the University of Leeds", "organisation", NULL },
  { "NATO", "organisation", NULL },
  { "Moscow", "organisation", NULL },
  { "the New York Times", "outlet", NULL },
  { "the newspaper", "outlet", NULL },
  { "local media", "outlet", NULL },
  { "Reuters", "outlet", NULL },
  { "the report", "document", NULL },
  { "a study", "document", NULL },
  { "the lawsuit", "document", NULL },
  { "court documents", "document", NULL },
  { "an internal memo", "document", NULL },
  { "the criminal complaint", "document", NULL },
  { "a poll", "data", NULL },
  { "a survey of 2,000 adults", "data", NULL },
  { "census figures", "data", NULL },
  { "official statistics", "data", NULL },
  { "a statement", "statement", NULL },
  { "a news release", "statement", NULL },
  { "a tweet", "post", NULL },
  { "this reporter", "witness", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *string = g_strconcat ("{S:", one->words, "} {C:said} {K:it rained}.", NULL);
  g_autoptr (GalleyMarked) marked = galley_marked_new (string);
  const GalleyMark *mark = &g_array_index (marked->marks, GalleyMark, 0);
  GalleyMention mention;
  g_autofree char *role = NULL;
  const char *type;

  galley_mention_parse (marked->text,
                        (GalleyTokenRun){ mark->first_token, mark->end_token },
                        &mention);
  if (mention.role.first_token < mention.role.end_token)
    role = g_strdup ("role");
  type = galley_anonymity_type (marked->text, &mention);
  g_assert_cmpstr (type, ==, one->type);
  g_assert_cmpstr (galley_anonymity_ladder (marked->text, &mention, type, NULL, role),
                   ==,
                   one->ladder);
}

static void
test_reason (void)
{
  static const struct
  {
    const char *sentence;
    const char *words; /* NULL: gives none */
  } sentences[] = {
    { "The official spoke on condition of anonymity because talks go on.",
      "spoke on condition of anonymity" },
    { "He was not authorised to speak to the press.", "not authorised" },
    { "She asked not to be named for fear of losing her job.", "asked not to be named" },
    { "The aide, who declined to be identified, left.", "declined to be identified" },
    { "The aide left. She requested anonymity.", "requested anonymity" },
    { "The official said that talks went on.", NULL },
    { "The council named a new director.", NULL },
    { "He did not say why.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GalleyMarked) marked = galley_marked_new (sentences[i].sentence);
      GalleyTokenRun run = { 0, 0 };
      gboolean given = galley_anonymity_find_reason (marked->text, 0, &run);
      g_autofree char *words =
          given ? galley_run_dup (marked->text, run.first_token, run.end_token) : NULL;

      g_assert_cmpstr (words, ==, sentences[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/anonymity/", cases[i].words, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/anonymity/reason", test_reason);

  return g_test_run ();
}
