/* test-speakers.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-speakers.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *name;
  const char *marked;
  const char *speakers; /* of each attribution in turn: name, or name/role; "-" is unresolved */
} Case;

static const Case cases[] = {
  { "full-name", "{S:Ann Lee} {C:said} {K:it rained}.", "Ann Lee" },
  { "surname-after-full-name",
    "{S:Ann Lee} {C:said} {K:it rained}. {S:Lee} {C:added} {K:it was cold}.",
    "Ann Lee|Ann Lee" },
  { "full-name-not-a-source",
    "Ukrainian President Olena Markova met ministers. {S:Markova} {C:said} {K:talks went well}.",
    "Olena Markova/Ukrainian President" },
  { "title-and-surname",
    "{S:Senator Ann Lee} {C:said} {K:it rained}. {S:Sen. Lee} {C:added} {K:it was cold}.",
    "Ann Lee/Senator|Ann Lee/Senator" },
  { "honorific",
    "{S:Ann Lee} {C:said} {K:it rained}. {S:Ms Lee} {C:added} {K:it was cold}.",
    "Ann Lee|Ann Lee" },
  { "role-before-name",
    "{S:Russian spokesman Pavel Orlov} {C:said} {K:talks go on}.",
    "Pavel Orlov/Russian spokesman" },
  { "apposition-after",
    "{S:Pavel Orlov, the Kremlin spokesman,} {C:said} {K:talks go on}.",
    "Pavel Orlov/Kremlin spokesman" },
  { "apposition-outside-the-mark",
    "{S:Pavel Orlov}, the Kremlin spokesman, {C:said} {K:talks go on}.",
    "Pavel Orlov/Kremlin spokesman" },
  { "apposition-with-age",
    "{S:Joan Price, 45, a teacher from Leeds,} {C:said} {K:she was tired}.",
    "Joan Price/teacher from Leeds" },
  { "description-then-name",
    "{S:The Kremlin spokesman, Pavel Orlov,} {C:said} {K:talks go on}.",
    "Pavel Orlov/Kremlin spokesman" },
  { "office-with-of",
    "{S:Secretary of State Marta Ruiz} {C:said} {K:talks go on}.",
    "Marta Ruiz/Secretary of State" },
  { "company-role",
    "{S:Brightwater chief executive Tom Hale} {C:said} {K:profits rose}.",
    "Tom Hale/Brightwater chief executive" },
  { "affiliation",
    "{S:Jane Doe of the University of Leeds} {C:said} {K:the data are weak}.",
    "Jane Doe/University of Leeds" },
  { "relative-pronoun-in-the-mark",
    "{S:Campaigners who} {C:have lobbied for} {K:a bridge} are angry.",
    "Campaigners" },
  { "he-same-sentence",
    "{S:Spokesman Pavel Orlov} {C:said} {K:talks go on}, though {S:he} {C:admitted} {K:they were "
    "hard}.",
    "Pavel Orlov/Spokesman|Pavel Orlov/Spokesman" },
  { "she-next-sentence",
    "{S:Ann Lee} {C:said} {K:it rained}. {S:She} {C:added} {K:it was cold}.",
    "Ann Lee|Ann Lee" },
  { "he-takes-the-subject",
    "{S:Ann Lee} {C:said} {K:it rained}. Paul Grey left the meeting early. {S:He} {C:said} {K:he "
    "was ill}.",
    "Ann Lee|Paul Grey" },
  { "she-skips-a-spokesman",
    "{S:Mayor Ann Lee} {C:said} {K:it rained}. {S:Council spokesman Paul Grey} {C:said} {K:roads "
    "were shut}. {S:She} {C:added} {K:it was cold}.",
    "Ann Lee/Mayor|Paul Grey/Council spokesman|Ann Lee/Mayor" },
  { "he-skips-ms",
    "{S:Paul Grey} {C:said} {K:roads were shut}. {S:Ms Lee} {C:said} {K:it rained}. {S:He} "
    "{C:added} {K:it was cold}. Ann Lee won.",
    "Paul Grey|Ann Lee|Paul Grey" },
  { "they-takes-the-group",
    "{S:Residents} {C:said} {K:the noise was bad}. {S:They} {C:want} {K:a wall}.",
    "Residents|Residents" },
  { "it-takes-the-body",
    "{S:The Defence Ministry} {C:said} {K:two ships sailed}. {S:It} {C:added} {K:both were safe}.",
    "The Defence Ministry|The Defence Ministry" },
  { "he-is-no-body",
    "{S:The Defence Ministry} {C:said} {K:two ships sailed}. {S:He} {C:added} {K:both were safe}.",
    "The Defence Ministry|-" },
  { "it-is-no-person",
    "{S:Ann Lee} {C:said} {K:it rained}. {S:It} {C:showed} {K:a rise}.",
    "Ann Lee|-" },
  { "first-person-is-open", "{S:We} {C:believe} {K:it rained}.", "-" },
  { "unnamed-then-he",
    "{S:A senior official} {C:said} {K:talks go on}. {S:He} {C:added} {K:they were hard}.",
    "A senior official|A senior official" },
  { "two-officials",
    "{S:A senior U.S. official} {C:said} {K:talks go on}. {S:A second U.S. official} {C:said} "
    "{K:they were hard}.",
    "A senior U.S. official|A second U.S. official" },
  { "the-official",
    "{S:A senior U.S. official} {C:said} {K:talks go on}. {S:The official} {C:added} {K:they were "
    "hard}.",
    "A senior U.S. official|A senior U.S. official" },
  { "the-second-official",
    "{S:One U.S. official} {C:said} {K:talks go on}. {S:A second official} {C:said} {K:no}. {S:The "
    "second official} {C:added} {K:never}.",
    "One U.S. official|A second official|A second official" },
  { "the-first-official",
    "{S:A U.S. official} {C:said} {K:talks go on}. {S:A second official} {C:said} {K:no}. {S:The "
    "first official} {C:added} {K:never}.",
    "A U.S. official|A second official|A U.S. official" },
  { "another-is-new",
    "{S:A neighbour} {C:said} {K:it was loud}. {S:Another neighbour} {C:said} {K:it was not}.",
    "A neighbour|Another neighbour" },
  { "same-group",
    "{S:officials} {C:said} {K:it rained}. {S:Officials} {C:added} {K:it was cold}.",
    "officials|officials" },
  { "the-president",
    "{S:President Ivan Petrov} {C:said} {K:it rained}. {S:The president} {C:added} {K:it was "
    "cold}.",
    "Ivan Petrov/President|Ivan Petrov/President" },
  { "another-countrys-president",
    "{S:Ukrainian President Ivan Petrov} {C:said} {K:it rained}. {S:The Polish president} {C:said} "
    "{K:it was cold}.",
    "Ivan Petrov/Ukrainian President|The Polish president" },
  { "the-company",
    "{S:Brightwater Corp.} {C:said} {K:profits rose}. {S:The company} {C:expects} {K:more}.",
    "Brightwater Corp.|Brightwater Corp." },
  { "the-bank",
    "{S:The Bank of Velm} {C:said} {K:rates rose}. {S:The bank} {C:expects} {K:more}.",
    "The Bank of Velm|The Bank of Velm" },
  { "the-council-is-no-police",
    "{S:Police} {C:said} {K:roads were shut}. {S:The council} {C:said} {K:schools were open}.",
    "Police|The council" },
  { "the-ministry",
    "{S:The Health Ministry} {C:said} {K:cases fell}. {S:The ministry} {C:warned} {K:of winter}.",
    "The Health Ministry|The Health Ministry" },
  { "initials",
    "{S:The Federal Water Board} {C:said} {K:levels fell}. {S:The FWB} {C:added} {K:rain was "
    "near}.",
    "The Federal Water Board|The Federal Water Board" },
  { "place-speaks", "{S:Moscow} {C:said} {K:it was ready}. Then he left.", "Moscow" },
  { "the-white-house",
    "{S:The White House} {C:said} {K:no}. {S:the White House} {C:added} {K:never}.",
    "The White House|The White House" },
  { "given-name-alone",
    "Maria Silva lost her house. {S:Maria} {C:said} {K:the water came at night}.",
    "Maria Silva" },
  { "two-of-one-surname",
    "Harold Finch and Nora Finch run it. Nora Finch founded it. {S:Finch} {C:said} {K:sales rose}.",
    "Nora Finch" },
  { "who",
    "{S:Ann Lee} {C:said} {K:it rained}. Roads were shut by Mayor Paul Grey, {S:who} {C:warned} "
    "{K:of floods}.",
    "Ann Lee|Paul Grey/Mayor" },
  { "who-is-the-source-beside",
    "{S:A senior council official}, {S:who} {C:insists} {K:on silence}, {C:said} {K:it leaked}. "
    "{K:“Nobody looked,”} {S:he} {C:said}.",
    "A senior council official|A senior council official|A senior council official" },
  { "who-is-another",
    "{S:A senior council official} {C:warned} {K:a clerk}, {S:who} {C:said} {K:it leaked}.",
    "A senior council official|a clerk" },
  { "it-takes-the-subject",
    "{S:Engineers} {C:said} {K:it was safe}.\n\nThe Weather Bureau has raised its warning. "
    "{K:Winds "
    "rose}, {S:it} {C:said}.",
    "Engineers|The Weather Bureau" },
  { "it-takes-who-spoke-later",
    "The Weather Bureau has raised its warning. {S:The council} {C:said} {K:roads were shut}. "
    "{K:Winds rose}, {S:it} {C:added}.",
    "The council|The council" },
  { "it-stays-in-the-paragraph",
    "The Weather Bureau has raised its warning.\n\n{K:Winds rose}, {S:it} {C:said}.",
    "-" },
  { "it-is-no-group",
    "{S:Engineers} {C:said} {K:no}. {S:It} {C:showed} {K:a rise}.",
    "Engineers|-" },
  { "they-may-be-a-body",
    "{S:The council} {C:said} {K:no}. {S:They} {C:added} {K:never}.",
    "The council|The council" },
  { "it-takes-the-subject-set-off",
    "{S:The court} {C:heard} {K:that it rained}.\n\nOn Friday, a statement from the bursar, Ann "
    "Lee, "
    "was read. {K:“It was cold,”} {S:it} {C:said}.",
    "The court|a statement from the bursar" },
  { "it-is-no-day",
    "{S:The court} {C:heard} {K:that it rained}.\n\nOn Friday Ann Lee left. {K:“It was cold,”} "
    "{S:it} "
    "{C:said}.",
    "The court|The court" },
  { "it-is-a-statement",
    "A statement from the bursar was read. {K:“It was cold,”} {S:it} {C:said}.",
    "A statement from the bursar" },
  { "which-with-its-clause",
    "The Rock Trust, {S:which owns the rock}, {C:said} {K:it was safe}. {S:The Rock Trust} "
    "{C:added} {K:more}.",
    "The Rock Trust|The Rock Trust" },
  { "noun-set-off",
    "A note from the coxswain, Rory Skene, was read. {S:Skene} {C:said} {K:boats were old}.",
    "Rory Skene/coxswain" },
  { "defending",
    "{S:Sonia Kettle, defending,} {C:said} {K:her client was sorry}.",
    "Sonia Kettle/defending" },
  { "defending-first",
    "Prosecuting, {S:Leo Iyer} {C:said} {K:it was fraud}.",
    "Leo Iyer/Prosecuting" },
  { "in-mitigation",
    "In mitigation, {S:Sonia Kettle} {C:said} {K:her client was sorry}.",
    "Sonia Kettle/In mitigation" },
  { "in-turn-is-no-role",
    "In turn, {S:Sonia Kettle} {C:said} {K:her client was sorry}.",
    "Sonia Kettle" },
  { "for-the-defendant",
    "{S:Sonia Kettle, for the defendant,} {C:said} {K:her client was sorry}.",
    "Sonia Kettle/for the defendant" },
  { "for-the-third-time-is-no-role",
    "{S:Sonia Kettle}, for the third time, {C:said} {K:her client was sorry}.",
    "Sonia Kettle" },
  { "for-a-firm",
    "{S:Tom Hale, for Brightwater,} {C:said} {K:fares had not been set}.",
    "Tom Hale/for Brightwater" },
  { "who-tended",
    "{S:Magnus Torv, who tended the light,} {C:said} {K:it was cold}.",
    "Magnus Torv/tended the light" },
  { "who-works-for",
    "{S:Ann Lee, who works for a bakery,} {C:said} {K:bread was dear}.",
    "Ann Lee/works for a bakery" },
  { "whose-family-has-kept",
    "{S:Neil Strick, whose family has kept sheep there for years,} {C:said} {K:it was cold}.",
    "Neil Strick/whose family has kept sheep there for years" },
  { "who-kept-silent",
    "{S:Neil Strick, who kept silent for years,} {C:said} {K:it was cold}.",
    "Neil Strick" },
  { "who-laughed", "{S:Clara Winslow, who laughed,} {C:said} {K:it was cold}.", "Clara Winslow" },
  { "who-lost", "{S:Clara Winslow, who lost her hat,} {C:said} {K:it was cold}.", "Clara Winslow" },
  { "skipper-of",
    "{S:Wilfred Ask, skipper of the Marigold,} {C:said} {K:nets were empty}.",
    "Wilfred Ask/skipper of the Marigold" },
  { "possessive-body",
    "{S:The Velm military leadership’s} {C:insistence} {K:that the line would hold} was brave.",
    "The Velm military leadership" },
  { "possessive-plural",
    "{S:The farmers’} {C:claim} {K:that it rained} was false.",
    "The farmers" },
  { "source-of-two-cues",
    "{S:A former minister} {C:said} {K:it rained} and {C:added} {K:that it was cold}.",
    "A former minister|A former minister" },
  { "middle-initial",
    "{S:Donald J. Marsh} {C:said} {K:yes}. {S:Donald Marsh} {C:said} {K:no}.",
    "Donald J. Marsh|Donald J. Marsh" },
  { "reportedly", "The fleet {C:reportedly} {K:left port}.", "reportedly" },
  { "passive-without-source", "The firm {C:was accused} {K:of fraud}.", "-" },
  { "possessive-source",
    "{S:Grey’s} {C:claim} {K:that it rained} was false. Paul Grey left.",
    "Paul Grey" },
  { "report",
    "{S:The report} {C:says} {K:costs rose}. {S:The report} {C:blames} {K:fuel}.",
    "The report|The report" },
  { "hyphenated-and-particles",
    "{S:Ursula van der Berg} {C:said} {K:yes}. {S:Van der Berg} {C:said} {K:no}.",
    "Ursula van der Berg|Ursula van der Berg" },
  { "the-senator",
    "{S:Sen. Tom Hale} {C:said} {K:yes}. {S:The Ohio senator} {C:added} {K:more}.",
    "Tom Hale/Sen.|Tom Hale/Sen." },
  { "name-after-a-long-description",
    "{S:The chairman of the governors, Lionel Tarn,} {C:said} {K:no}. {S:Tarn} {C:said} {K:never}.",
    "Lionel Tarn/chairman of the governors|Lionel Tarn/chairman of the governors" },
  { "name-after-two-descriptions",
    "{S:Her co-author, the hydrologist Ann Lee,} {C:said} {K:no}.",
    "Ann Lee/hydrologist" },
  { "names-behind-a-description-that-are-none",
    "{S:An official, speaking to Meridian,} {C:said} {K:no}.",
    "An official" },
  { "body-in-capitals-behind-its-kind",
    "{S:Her group, Save Our Elm,} {C:said} {K:no}. {S:It} {C:added} {K:never}.",
    "Save Our Elm|Save Our Elm" },
  { "trade-opens-the-sentence",
    "{S:Midfielder Yuki Amano} {C:said} {K:no}. {S:Amano} {C:added} {K:never}.",
    "Yuki Amano/Midfielder|Yuki Amano/Midfielder" },
  { "trade-before-the-name",
    "Then {S:pianist Yuki Amano} {C:said} {K:no}. {S:The pianist} {C:added} {K:never}.",
    "Yuki Amano/pianist|Yuki Amano/pianist" },
  { "no-trade-before-the-name", "In winter {S:Yuki Amano} {C:said} {K:no}.", "Yuki Amano" },
  { "letters-after-the-name",
    "{S:Leonora Sable KC, for the council,} {C:said} {K:no}. {S:Ms Sable} {C:added} {K:never}.",
    "Leonora Sable/for the council|Leonora Sable/for the council" },
  { "towns-mayor-set-off",
    "{S:Ashby’s mayor, Carol Denholm,} {C:said} {K:no}. {S:The mayor} {C:added} {K:never}.",
    "Carol Denholm/Ashby’s mayor|Carol Denholm/Ashby’s mayor" },
  { "two-of-one-surname-told-apart",
    "{S:Nora Finch} {C:said} {K:no}. {S:She} {C:added} {K:so}. {S:Harold Finch} {C:said} {K:yes}. "
    "{S:Mr "
    "Finch} {C:added} {K:so}. {S:Ms Finch} {C:added} {K:never}.",
    "Nora Finch|Nora Finch|Harold Finch|Harold Finch|Nora Finch" },
  { "the-company-is-no-union",
    "{S:Northwing Airlines} {C:said} {K:no}. {S:The Crew Union} {C:said} {K:yes}. {S:The company} "
    "{C:added} {K:never}.",
    "Northwing Airlines|The Crew Union|Northwing Airlines" },
  { "firm-named-like-a-person",
    "{S:Lumen Devices} {C:said} {K:no}. {S:It} {C:added} {K:never}. {S:The chipmaker} {C:expects} "
    "{K:more}.",
    "Lumen Devices|Lumen Devices|Lumen Devices" },
  { "person-is-no-firm",
    "{S:Paul Grey} {C:said} {K:no}. {S:The firm} {C:expects} {K:more}.",
    "Paul Grey|The firm" },
  { "body-named-before-it-speaks",
    "A boat hit the quay of the Tarrow Port Authority. {S:The authority} {C:said} {K:no}.",
    "Tarrow Port Authority" },
  { "kind-before-the-name-of-a-body",
    "{S:Railway operator CentralLine} {C:said} {K:no}. {S:It} {C:added} {K:never}.",
    "CentralLine|CentralLine" },
  { "the-woman",
    "{S:One teacher} {C:said} {K:no}. {S:The woman} {C:added} {K:never}.",
    "One teacher|One teacher" },
  { "the-man-is-no-woman",
    "{S:A spokeswoman} {C:said} {K:no}. {S:The man} {C:added} {K:never}.",
    "A spokeswoman|The man" },
  { "one-who",
    "Then one sixth-former, {S:who} {C:asked} {K:for a name}, left.",
    "one sixth-former" },
  { "by-nation",
    "{S:Manager Otto Bren} {C:said} {K:no}. {S:The Italian} {C:added} {K:never}.",
    "Otto Bren/Manager|Otto Bren/Manager" },
  { "they-take-the-subject",
    "{S:The council} {C:said} {K:no}. Shareholders were less forgiving: {S:they} {C:want} "
    "{K:more}.",
    "The council|Shareholders" },
  { "they-are-no-papers",
    "{S:Farmers} {C:said} {K:no}. {S:A report} {C:said} {K:yes}. {S:They} {C:added} {K:never}.",
    "Farmers|A report|Farmers" },
  { "widow-of-a-man",
    "{S:The dead man’s widow, Lucy Garrow,} {C:said} {K:no}. {S:Mr Sharrow} {C:said} {K:yes}. "
    "{S:She} {C:added} {K:never}.",
    "Lucy Garrow/dead man’s widow|Sharrow|Lucy Garrow/dead man’s widow" },
  { "surname-like-a-plural",
    "{S:Dan Waters} {C:said} {K:no}. {S:Waters} {C:added} {K:never}.",
    "Dan Waters|Dan Waters" },
  { "bodys-kind-as-a-surname",
    "{S:Leroy Banks, a warden,} {C:said} {K:no}. {S:He} {C:added} {K:never}.",
    "Leroy Banks/warden|Leroy Banks/warden" },
  { "health-organisation-is-no-pronoun",
    "{S:The World Health Organisation} {C:said} {K:no}. {S:WHO} {C:added} {K:never}.",
    "The World Health Organisation|The World Health Organisation" },
  { "transcript",
    "{S:MAYOR PENROSE}{C::} {K:Good evening.}\n{S:MR FARROW}{C::} {K:Hello.}",
    "Penrose/MAYOR|Farrow" },
  { "interview",
    "Adaeze Lind walked far.\n{S:A}{C::} {K:I did.}\n{S:A}{C::} {K:My knees hurt.}",
    "Adaeze Lind|Adaeze Lind" },
};

static char *
describe (const GalleySpeakers *speakers, guint attribution)
{
  gint position = galley_speakers_get_of (speakers, attribution);
  const GalleySpeaker *speaker;

  if (position < 0)
    return g_strdup ("-");
  speaker = g_ptr_array_index (speakers->speakers, (guint) position);

  return speaker->role != NULL ? g_strconcat (speaker->name, "/", speaker->role, NULL)
                               : g_strdup (speaker->name);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GalleyMarked) marked = galley_marked_new (one->marked);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  g_autofree gboolean *wanted = g_new (gboolean, marked->text->paragraphs->len + 1);
  g_autoptr (GalleyPeople) people = NULL;
  g_autoptr (GalleySpeakers) speakers = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < marked->text->paragraphs->len; i++)
    wanted[i] = TRUE;
  people = galley_people_new (marked->text, wanted);
  speakers = galley_speakers_resolve (marked->text, attributions, people, NULL);
  for (guint i = 0; i < attributions->len; i++)
    {
      g_autofree char *speaker = describe (speakers, i);

      if (i > 0)
        g_string_append_c (found, '|');
      g_string_append (found, speaker);
    }
  g_assert_cmpstr (found->str, ==, one->speakers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/speakers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
