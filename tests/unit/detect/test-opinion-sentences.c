/* test-opinion-sentences.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "unit/detect/galley-marked.h"
#include "detect/galley-opinions.h"

typedef struct
{
  const char *genre;
  const char *sentence;
  gboolean is_view;
} OwnSentence;

/* Sentences of our own, half of them views, in the genres that an article may belong to. Nothing is
 * learnt from them. */
static const OwnSentence own_sentences[] = {
  /* news: views that slip into reports */
  { "news", "The mayor’s answer, when it came, was as evasive as ever.", TRUE },
  { "news", "The ministry has once again hidden behind its lawyers.", TRUE },
  { "news", "It was a bitter defeat for a government that has run out of ideas.", TRUE },
  { "news", "The reform, long overdue, will finally give tenants a fair chance.", TRUE },
  { "news", "Predictably, the committee did nothing.", TRUE },
  { "news", "The deal is a slap in the face for every nurse in the country.", TRUE },
  { "news", "Such carelessness is unforgivable in a hospital of this size.", TRUE },
  { "news", "The company’s apology rings hollow.", TRUE },
  { "news", "Once more the poorest will pay for the mistakes of the richest.", TRUE },
  { "news", "The whole affair has exposed how little the regulator cares.", TRUE },
  { "news", "Nobody should be surprised that the promise was broken within a week.", TRUE },
  { "news", "The plan is clever on paper and useless in practice.", TRUE },
  { "news", "The council approved the budget by 12 votes to three.", FALSE },
  { "news", "The ferry left Oban at 7.40 a.m. with 63 passengers.", FALSE },
  { "news", "Inflation rose to 3.2 percent in May from 2.9 percent a month earlier.", FALSE },
  { "news", "The bill now goes to the upper house, where the coalition has no majority.", FALSE },
  { "news", "Firefighters from four stations were sent to the warehouse.", FALSE },
  { "news", "The ministry said the programme would cost 40 million euros a year.", FALSE },
  { "news", "Around 300 people marched through the centre of the city on Saturday.", FALSE },
  { "news", "The company, which employs 1,200 people, did not give a reason.", FALSE },
  { "news", "The two countries restored diplomatic relations in 2021.", FALSE },
  { "news", "Schools in the county will stay closed on Monday because of the snow.", FALSE },
  { "news", "The ship, built in 1974, is to be scrapped in Turkey.", FALSE },
  { "news", "Turnout was 61 percent, two points lower than four years ago.", FALSE },
  { "news", "The road was reopened shortly after midnight.", FALSE },
  /* court */
  { "court", "That a man of his wealth walks free is a scandal.", TRUE },
  { "court", "The sentence is far too lenient for such a cruel crime.", TRUE },
  { "court", "No decent prosecutor would have brought this absurd case.", TRUE },
  { "court", "The judge’s ruling is a triumph of common sense.", TRUE },
  { "court", "Justice, it seems, is only for those who can afford it.", TRUE },
  { "court", "The trial has been a farce from the first day.", TRUE },
  { "court", "The law is an insult to the victims and should be scrapped.", TRUE },
  { "court", "Locking up a boy of 14 for a stolen phone is barbaric.", TRUE },
  { "court", "The killer was sentenced to life in prison with a minimum of 22 years.", FALSE },
  { "court", "He denies two counts of fraud and one of false accounting.", FALSE },
  { "court", "The jury of seven women and five men retired at noon.", FALSE },
  { "court", "The court heard that the brakes had failed on the hill.", FALSE },
  { "court", "Prosecutors dropped the murder charge in March.", FALSE },
  { "court", "She was ordered to pay costs of £4,300 within 28 days.", FALSE },
  { "court", "The appeal will be heard in Cardiff next month.", FALSE },
  { "court", "A post-mortem examination found that he died of a single stab wound.", FALSE },
  { "court", "The brutal attack lasted less than a minute, the court heard.", FALSE },
  { "court", "Both men were released on bail until 14 June.", FALSE },
  /* sport */
  { "sport",
    "It was the dullest final anyone could remember, and both sides deserve the blame.",
    TRUE },
  { "sport", "The referee was a disgrace from start to finish.", TRUE },
  { "sport", "Her second goal was simply sublime.", TRUE },
  { "sport", "United were woeful, a team without a plan and without a heart.", TRUE },
  { "sport", "He remains the most exciting winger in the league.", TRUE },
  { "sport", "The owners should be ashamed of what they have done to this great club.", TRUE },
  { "sport", "Nobody plays the drop shot more beautifully.", TRUE },
  { "sport", "Awarding the games to that city was madness.", TRUE },
  { "sport", "If this is the future of the sport, we are better off without it.", TRUE },
  { "sport", "Rovers scored twice in the last ten minutes to draw 2-2.", FALSE },
  { "sport", "She won the title for the third time in five years.", FALSE },
  { "sport", "The match was stopped for 20 minutes because of lightning.", FALSE },
  { "sport", "He was sent off in the 34th minute for a second foul.", FALSE },
  { "sport", "The visitors have now lost six of their last seven games.", FALSE },
  { "sport", "The champion beat the Dane in straight sets, 6-4, 6-3.", FALSE },
  { "sport", "Killer bees delayed the start of play by half an hour.", FALSE },
  { "sport", "The striker moved from Porto to Leeds for 12 million pounds.", FALSE },
  { "sport", "Kenya took gold and silver in the 5,000 metres.", FALSE },
  /* columns */
  { "column",
    "We have grown used to trains that do not come, and that is the real tragedy.",
    TRUE },
  { "column", "I do not want to live in a country that treats strangers like this.", TRUE },
  { "column", "Who would trust these people with a bicycle, let alone a budget?", TRUE },
  { "column", "The truth is that nobody in the ministry ever meant it.", TRUE },
  { "column", "There is nothing wrong with being bored; it is how children learn to think.", TRUE },
  { "column", "Instead of whining about the young, we should ask what we have left them.", TRUE },
  { "column", "Call it what you like, but do not call it democracy.", TRUE },
  { "column", "A city that sells its parks has already lost its soul.", TRUE },
  { "column", "What the party needs is not a new logo but a conscience.", TRUE },
  { "column", "Of course it is hard, but hard is no excuse.", TRUE },
  { "column", "Perhaps the kindest thing to say is that he tried.", TRUE },
  { "column", "The rich, as always, will be fine.", TRUE },
  { "column", "The library opened in 1908 and was paid for by a brewer.", FALSE },
  { "column", "Last week the county announced that the van would stop in September.", FALSE },
  { "column", "The bus takes 40 minutes and runs twice a day.", FALSE },
  { "column", "In 2014 the council sold the field to a builder from Luton.", FALSE },
  { "column", "My neighbour, who is 81, sent her form by post on 3 May.", FALSE },
  { "column", "The rule was introduced in 1997 and changed in 2012.", FALSE },
  { "column", "A petition has gathered 9,000 names since Easter.", FALSE },
  { "column", "The school has 640 pupils and 31 teachers.", FALSE },
  /* reviews */
  { "review", "The second act drags, and the jokes are older than the theatre.", TRUE },
  { "review", "This is a novel of rare tenderness and wit.", TRUE },
  { "review", "The soup was cold, the service colder.", TRUE },
  { "review", "Her voice is a marvel, dark and supple and utterly fearless.", TRUE },
  { "review", "At two and a half hours the film is at least an hour too long.", TRUE },
  { "review", "The plot makes no sense, but who cares when the dancing is this good?", TRUE },
  { "review", "Seldom has a great book been turned into such a lifeless play.", TRUE },
  { "review", "It is, quite simply, the best bread in the city.", TRUE },
  { "review", "The acting is wooden and the dialogue embarrassing.", TRUE },
  { "review", "Go and see it while you can.", TRUE },
  { "review", "One leaves the hall grateful, and a little ashamed of having doubted her.", TRUE },
  { "review", "The film opens on Friday and runs for 97 minutes.", FALSE },
  { "review", "The story is set in Lisbon in the summer of 1974.", FALSE },
  { "review", "The role of the mother is played by Ana Prata.", FALSE },
  { "review", "The novel was first published in Norwegian in 2018.", FALSE },
  { "review", "A main course costs between 14 and 22 euros.", FALSE },
  { "review", "The orchestra was founded in 1951 by refugees from Leipzig.", FALSE },
  { "review", "The exhibition shows 80 prints from the museum’s own collection.", FALSE },
  { "review", "The second volume follows the sisters to Marseille.", FALSE },
  { "review", "The restaurant seats 40 and is closed on Mondays.", FALSE },
  /* live blogs */
  { "live", "What a shambles this press conference is.", TRUE },
  { "live", "That was an extraordinary and frankly desperate answer.", TRUE },
  { "live", "Yet another pointless vote, and yet another wasted evening.", TRUE },
  { "live", "The minister looks like a man who knows that it is over.", TRUE },
  { "live", "This is turning into a humiliation for the prime minister.", TRUE },
  { "live", "An astonishing goal, and no more than they deserve.", TRUE },
  { "live", "It is hard to see how she can survive this.", TRUE },
  { "live", "Not for the first time today, the opposition has missed an open goal.", TRUE },
  { "live", "The vote has been moved to 9.30 p.m.", FALSE },
  { "live", "The first results from the north are expected at about 11 p.m.", FALSE },
  { "live", "The minister has arrived at the palace.", FALSE },
  { "live", "Police have closed two bridges over the river.", FALSE },
  { "live", "With 40 of 72 districts counted, the Greens are at 21 percent.", FALSE },
  { "live", "The hearing has resumed after a break of 15 minutes.", FALSE },
  { "live", "Trains between Lyon and Turin are running again.", FALSE },
  { "live", "A spokeswoman has confirmed that two people are missing.", FALSE },
  { "live", "Half-time, and it is still 0-0.", FALSE },
  { "live", "The speaker has adjourned the sitting until Thursday.", FALSE },
  { "live", "The army says the airport has been closed since 6 a.m.", FALSE },
};

/* What the model must reach over all genres; it had .847, and .821 before it was learnt from words.
 */
#define LEAST_MACRO_F1 0.83

/* Of what is called clear, and of what is called a view in any one genre. */
#define LEAST_PRECISION 0.8

/* [said][is] */
typedef struct
{
  guint n[2][2];
} Confusion;

static double
precision_of (const Confusion *self)
{
  return 1.0 * self->n[1][1] / MAX (self->n[1][0] + self->n[1][1], 1);
}

static double
f1_of (const Confusion *self, guint kind)
{
  guint hits = self->n[kind][kind];

  return 2.0 * hits / MAX (2 * hits + self->n[kind][1 - kind] + self->n[1 - kind][kind], 1);
}

/* @genre: (nullable): %NULL for all */
static Confusion
count (const char *genre, double decision)
{
  Confusion found = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (own_sentences); i++)
    {
      const OwnSentence *own = &own_sentences[i];
      GalleyOpinionScore score;

      if (genre != NULL && strcmp (genre, own->genre) != 0)
        continue;
      score = galley_test_score (own->sentence, strlen (own->sentence));
      found.n[score.strength >= decision ? 1 : 0][own->is_view ? 1 : 0]++;
      if (genre != NULL && (score.strength >= decision) != own->is_view)
        g_test_message ("%.2f %s", score.strength, own->sentence);
      galley_opinion_score_clear (&score);
    }

  return found;
}

static void
test_all (void)
{
  Confusion found = count (NULL, GALLEY_OPINION_DECISION);
  double macro_f1 = (f1_of (&found, 0) + f1_of (&found, 1)) / 2;

  g_test_message ("macro F1 %.3f, precision %.3f, %u of %u views",
                  macro_f1,
                  precision_of (&found),
                  found.n[1][1],
                  found.n[0][1] + found.n[1][1]);
  g_assert_cmpuint (G_N_ELEMENTS (own_sentences), >=, 120);
  g_assert_cmpfloat (macro_f1, >=, LEAST_MACRO_F1);
}

static void
test_clear (void)
{
  Confusion found = count (NULL, GALLEY_OPINION_CLEAR);

  g_test_message ("clear: %u, %u of them views", found.n[1][0] + found.n[1][1], found.n[1][1]);
  g_assert_cmpuint (found.n[1][1], >=, 5);
  g_assert_cmpfloat (precision_of (&found), >=, LEAST_PRECISION);
}

static void
test_genre (gconstpointer genre)
{
  Confusion found = count (genre, GALLEY_OPINION_DECISION);

  g_assert_cmpfloat (precision_of (&found), >=, LEAST_PRECISION);
  g_assert_cmpuint (2 * found.n[1][1], >=, found.n[0][1] + found.n[1][1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-sentences/all", test_all);
  g_test_add_func ("/opinion-sentences/clear", test_clear);
  g_test_add_data_func ("/opinion-sentences/news", "news", test_genre);
  g_test_add_data_func ("/opinion-sentences/court", "court", test_genre);
  g_test_add_data_func ("/opinion-sentences/sport", "sport", test_genre);
  g_test_add_data_func ("/opinion-sentences/column", "column", test_genre);
  g_test_add_data_func ("/opinion-sentences/review", "review", test_genre);
  g_test_add_data_func ("/opinion-sentences/live", "live", test_genre);

  return g_test_run ();
}
