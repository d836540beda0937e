/* test-opinion-types.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "detect/galley-opinions.h"
#include "language/galley-tagger.h"

/* What cues of each type are found in. How surely a sentence states a view is another test's. */
typedef struct
{
  const char *sentence;
  gboolean has_type;
} TypeCase;

/* Each type with sentences that have it and sentences that only look like it. */
static const TypeCase evaluation[] = {
  { "The board’s answer was a pathetic and cowardly excuse.", TRUE },
  { "It is an absurd way to run a railway.", TRUE },
  { "Sadly, the mayor has learnt nothing from this shameful affair.", TRUE },
  { "The result is a bloated, incoherent mess of a law.", TRUE },
  { "Her performance is superb, funny and deeply moving.", TRUE },
  { "This reckless scheme will ruin the valley.", TRUE },
  { "The ministry’s excuse is ludicrous.", TRUE },
  { "What followed was a disgraceful display of arrogance.", TRUE },
  { "He has been a magnificent captain and a brilliant leader.", TRUE },
  { "The killer was sentenced to life in prison on Tuesday.", FALSE },
  { "He was charged with dangerous driving on Monday.", FALSE },
  { "Doctors removed the poor circulation risk with a stent.", FALSE },
  { "The company was fined for false accounting in 2019.", FALSE },
  { "The vessel carried toxic waste to a plant in Hull.", FALSE },
  { "Great Britain won bronze in the relay.", FALSE },
  { "The Terrible Twins open their tour in Leeds on Friday.", FALSE },
  { "Officers found the remains in shallow water near the pier.", FALSE },
  { "The Brave New World exhibition closes on 4 May.", FALSE },
};

static const TypeCase loaded_label[] = {
  { "The inquiry is nothing but a witch hunt.", TRUE },
  { "Their plan is a farce and a disgrace.", TRUE },
  { "The so-called experts are puppets of the oil lobby.", TRUE },
  { "It was a cynical power grab by the governor and his cronies.", TRUE },
  { "The scheme is a scam that feeds the greed of the elites.", TRUE },
  { "His speech was pure propaganda, the rant of a demagogue.", TRUE },
  { "The hypocrisy of these zealots is breathtaking.", TRUE },
  { "The hysteria over the bridge is an embarrassment.", TRUE },
  { "The nanny state has declared war on our kitchens.", TRUE },
  { "The circus will perform in Dundee until Sunday.", FALSE },
  { "The champion kept her title in Oslo on Saturday.", FALSE },
  { "The reactor’s meltdown was averted at 4 a.m.", FALSE },
  { "Police found the puppet in the theatre’s store.", FALSE },
  { "The museum bought 40 propaganda posters from the 1940s.", FALSE },
  { "The plot of land was sold for £200,000.", FALSE },
  { "The storm swamp covers 12 hectares north of the town.", FALSE },
  { "The tennis racket was made in 1921.", FALSE },
  { "The tragedy by Sophocles was staged in June.", FALSE },
};

static const TypeCase editorialising_verb[] = {
  { "The senator gloated over the ruin of her feckless rivals.", TRUE },
  { "The party’s hacks parroted every absurd lie of the minister.", TRUE },
  { "He whined about the press, as he always does.", TRUE },
  { "The president boasted shamelessly of a victory that never was.", TRUE },
  { "Instead of answering, the chairman blustered like a fool.", TRUE },
  { "They peddled the same tired nonsense to our children.", TRUE },
  { "She slammed the cowardly deal, and rightly so.", TRUE },
  { "The minister sneered at the poor and ranted against their unions.", TRUE },
  { "The lorry slammed into a wall outside Crewe.", FALSE },
  { "The gang peddled drugs near two schools, the court heard.", FALSE },
  { "The hotel boasts 200 rooms and a pool.", FALSE },
  { "Two crows were found dead in the park on Tuesday.", FALSE },
  { "The chef slammed the oven door and left at nine.", FALSE },
  { "The parrots were taken to a shelter in Essex.", FALSE },
  { "The bomb blasted a hole in the runway.", FALSE },
  { "Exhaust fumes were measured at six crossings.", FALSE },
  { "Trumpets sounded as the coffin was carried in.", FALSE },
};

static const TypeCase prescription[] = {
  { "The government should resign at once.", TRUE },
  { "Parliament must act before it is too late.", TRUE },
  { "We ought to be ashamed of ourselves.", TRUE },
  { "The council needs to stop pretending.", TRUE },
  { "Let’s put an end to this nonsense.", TRUE },
  { "It is time for the board to go.", TRUE },
  { "Ministers must not be allowed to forget this.", TRUE },
  { "The club deserves to lose its licence.", TRUE },
  { "There is no excuse for such neglect.", TRUE },
  { "The owners had better listen this time.", TRUE },
  { "The work should be finished by March.", FALSE },
  { "Forms must be sent by Friday.", FALSE },
  { "Should she win, her deputy takes the seat.", FALSE },
  { "The pump needs a new valve.", FALSE },
  { "The children cannot vote until they are 18.", FALSE },
  { "The train was supposed to leave at six.", FALSE },
  { "The house is worth £300,000.", FALSE },
  { "The firm needed to raise 2 million euros in 2020.", FALSE },
  { "Drivers must be over 21 to hire a van.", FALSE },
};

static const TypeCase prediction[] = {
  { "The plan will surely fail.", TRUE },
  { "The strike could spell the end of the line.", TRUE },
  { "Voters will never forgive her for this.", TRUE },
  { "It is only a matter of time before another bridge falls.", TRUE },
  { "The deal is doomed to collapse.", TRUE },
  { "Prices are going to soar and nobody will help.", TRUE },
  { "The reform will inevitably hurt the poor.", TRUE },
  { "Sooner or later the money will run out.", TRUE },
  { "The party is bound to split.", TRUE },
  { "The play is set to open on 4 May.", FALSE },
  { "The alarm is set to 7 a.m.", FALSE },
  { "They were going to the theatre when it rained.", FALSE },
  { "The shop will open at nine.", FALSE },
  { "The ministers will meet in Geneva on Tuesday.", FALSE },
  { "The book about to be published runs to 300 pages.", FALSE },
  { "She spelled the name in full.", FALSE },
  { "The bus bound for Derby left at noon.", FALSE },
  { "The vote is set for Monday.", FALSE },
};

static const TypeCase certainty[] = {
  { "Clearly, the council never meant to listen.", TRUE },
  { "Of course the tests failed.", TRUE },
  { "In fact, the money was there all along.", TRUE },
  { "The fact that he lied is forgotten.", TRUE },
  { "There is no doubt that the plan is wrong.", TRUE },
  { "Obviously nobody had read the contract.", TRUE },
  { "It is clear that the scheme has failed.", TRUE },
  { "The minister is undoubtedly to blame.", TRUE },
  { "Needless to say, the bill went up.", TRUE },
  { "The signs were clearly marked in red.", FALSE },
  { "Speak clearly into the microphone.", FALSE },
  { "She was fully vaccinated in May.", FALSE },
  { "The bridge is exactly 112 metres long.", FALSE },
  { "The hall was completely destroyed by fire.", FALSE },
  { "The fleet is entirely electric.", FALSE },
  { "The spring is naturally carbonated.", FALSE },
  { "The plant grows naturally in Peru.", FALSE },
  { "The land is wholly owned by the trust.", FALSE },
};

static const TypeCase superlative[] = {
  { "It was the greatest speech of all time.", TRUE },
  { "She is the finest singer of her generation.", TRUE },
  { "Everyone knows how this ends.", TRUE },
  { "Nobody believes a word of it.", TRUE },
  { "This is the worst cabinet the country has ever seen.", TRUE },
  { "The biggest mistake was to trust him.", TRUE },
  { "They never listen.", TRUE },
  { "The only way out is a new vote.", TRUE },
  { "Nothing works in this town.", TRUE },
  { "Everyone on board was rescued.", FALSE },
  { "He has never been charged.", FALSE },
  { "None of the five was hurt.", FALSE },
  { "It is the second biggest port in Spain.", FALSE },
  { "Police asked anyone with information to call.", FALSE },
  { "The fall was the biggest since 2009.", FALSE },
  { "Nobody was injured in the fire.", FALSE },
  { "No one has been arrested.", FALSE },
  { "Everyone who attended was tested.", FALSE },
};

static const TypeCase rhetorical_question[] = {
  { "Who would trust such a man with a budget?", TRUE },
  { "Is it any wonder that the young leave?", TRUE },
  { "Why should we pay for their mistakes?", TRUE },
  { "How many more children must die?", TRUE },
  { "Isn’t that what a parliament is for?", TRUE },
  { "What could possibly go wrong?", TRUE },
  { "Since when is honesty a crime?", TRUE },
  { "Do we really want to live like this?", TRUE },
  { "Who fills in a form of 41 pages to keep a van?", TRUE },
  { "Is this what a city is for?", TRUE },
  { "What time does the library open?", FALSE },
  { "When is the vote?", FALSE },
  { "How do I claim a refund?", FALSE },
  { "What is the new variant?", FALSE },
  { "Who is standing in the election?", FALSE },
  { "Where can I get a test?", FALSE },
  { "How old was she?", FALSE },
  { "“Why should we pay?” she asked.", FALSE },
  { "What happens next?", FALSE },
};

static const TypeCase motive[] = {
  { "The minister resigned in a bid to save his own skin.", TRUE },
  { "She announced the tax cut to distract from the scandal.", TRUE },
  { "They closed the file, desperate to avoid blame.", TRUE },
  { "The mayor posed with firemen for political gain.", TRUE },
  { "The review is a pretext for cuts.", TRUE },
  { "He is hell-bent on destroying the service.", TRUE },
  { "The charges are politically motivated.", TRUE },
  { "The apology was only for show.", TRUE },
  { "The plan hides an ulterior purpose.", TRUE },
  { "The budget is on the agenda for Tuesday.", FALSE },
  { "Detectives said no motives were known.", FALSE },
  { "She trains every day to win.", FALSE },
  { "The bid to host the games failed.", FALSE },
  { "The agenda was sent out on Monday.", FALSE },
  { "They made a desperate call at 3 a.m.", FALSE },
  { "The show is on Channel 4.", FALSE },
  { "The company made a bid for its rival.", FALSE },
  { "The court considered the motive for the attack.", FALSE },
};

static const TypeCase interpretation[] = {
  { "The ruling undermines the whole idea of a jury.", TRUE },
  { "The vote is a blow to the coalition.", TRUE },
  { "Her silence raises questions about the deal.", TRUE },
  { "The move amounts to a surrender.", TRUE },
  { "It smacks of panic.", TRUE },
  { "The affair exposes the weakness of the regime.", TRUE },
  { "The cuts betray a whole generation.", TRUE },
  { "The result is a reminder that money talks.", TRUE },
  { "The silence speaks volumes.", TRUE },
  { "The fuel was delivered on Monday.", FALSE },
  { "The matter was sent to a committee.", FALSE },
  { "The ruins date from the third century.", FALSE },
  { "Highlights of the match are on at ten.", FALSE },
  { "The plague reached London in 1348.", FALSE },
  { "The foster family lives in Kent.", FALSE },
  { "The spelling test has 40 words.", FALSE },
  { "The blow to his head was fatal.", FALSE },
  { "He won on the merits of the case.", FALSE },
  { "It is a kind of fern.", FALSE },
};

static const TypeCase weasel[] = {
  { "Critics say the plan is flawed.", TRUE },
  { "Many believe that the talks were a sham.", TRUE },
  { "The move is widely seen as a mistake.", TRUE },
  { "Some would say he had it coming.", TRUE },
  { "It is said that he never pays.", TRUE },
  { "Observers note a change of tone.", TRUE },
  { "He is widely regarded as the heir.", TRUE },
  { "Most experts agree that the dam is unsafe.", TRUE },
  { "Rumour has it that she will go.", TRUE },
  { "Many analysts fear a crash.", TRUE },
  { "Scores of passengers were hurt.", FALSE },
  { "A lot of snow fell in Leeds.", FALSE },
  { "Many people live in the valley.", FALSE },
  { "Some shops opened at six.", FALSE },
  { "Plenty of seats are left.", FALSE },
  { "Two critics were invited to the show.", FALSE },
  { "Experts from Delft tested the dam.", FALSE },
  { "The disease is widely spread in the south.", FALSE },
  { "So many trees fell that the road was shut.", FALSE },
};

static const TypeCase distancing[] = {
  { "The so-called consultation lasted nine days.", TRUE },
  { "The supposed savings have yet to appear.", TRUE },
  { "Their “reform” cost the town its library.", TRUE },
  { "The self-styled prophet lives in a villa.", TRUE },
  { "His purported reforms came to nothing.", TRUE },
  { "It is a democracy in name only.", TRUE },
  { "The “free” lunch costs nine pounds.", TRUE },
  { "These “experts” never visited the site.", TRUE },
  { "The ostensibly neutral panel met in secret.", TRUE },
  { "The minister called the plan “unfair”.", FALSE },
  { "The film “The Long Road” opens in May.", FALSE },
  { "Mr Lee said the talks were “useful”.", FALSE },
  { "Parts were supposed to arrive on Monday.", FALSE },
  { "The word “galley” comes from Greek.", FALSE },
  { "Known as “whale fall”, the process takes years.", FALSE },
  { "The alleged thief was arrested on Monday.", FALSE },
  { "She described the trip as “long”.", FALSE },
  { "The term “proof” has two senses.", FALSE },
};

static const TypeCase first_person[] = {
  { "I think the plan is mad.", TRUE },
  { "We deserve better than this.", TRUE },
  { "Our leaders have failed us.", TRUE },
  { "You would not believe the mess.", TRUE },
  { "My own view is simple.", TRUE },
  { "Let me be plain.", TRUE },
  { "I’ve never liked the tower.", TRUE },
  { "What are we to do about it?", TRUE },
  { "US officials met in Doha.", FALSE },
  { "He served in World War I.", FALSE },
  { "The coal mine closed in 1985.", FALSE },
  { "The US Senate voted on Friday.", FALSE },
  { "The magazine has 9,000 readers.", FALSE },
  { "King Charles I was beheaded in 1649.", FALSE },
  { "A mine exploded near the port.", FALSE },
  { "“I am tired,” she said.", FALSE },
  { "The Me Too movement began in 2006.", FALSE },
  { "Type I diabetes is rare.", FALSE },
};

typedef struct
{
  const char *type;
  const TypeCase *cases;
  guint n_cases;
  double precision; /* at least */
  double recall;
} TypeTable;

#define TABLE(name, type, precision, recall)                                                       \
  {                                                                                                \
    type, name, G_N_ELEMENTS (name), precision, recall                                             \
  }

static const TypeTable tables[] = {
  TABLE (evaluation, "evaluation", 0.8, 0.8),
  TABLE (loaded_label, "loaded-label", 0.8, 0.8),
  TABLE (editorialising_verb, "editorialising-verb", 0.8, 0.8),
  TABLE (prescription, "prescription", 0.8, 0.8),
  TABLE (prediction, "prediction", 0.8, 0.8),
  TABLE (certainty, "certainty", 0.8, 0.8),
  TABLE (superlative, "superlative", 0.8, 0.8),
  TABLE (rhetorical_question, "rhetorical-question", 0.8, 0.8),
  TABLE (motive, "motive", 0.8, 0.8),
  TABLE (interpretation, "interpretation", 0.8, 0.8),
  TABLE (weasel, "weasel", 0.8, 0.8),
  TABLE (distancing, "distancing", 0.8, 0.8),
  TABLE (first_person, "first-person", 0.8, 0.8),
};

static gboolean
has_cue_of (const char *sentence, const char *type)
{
  g_autoptr (GalleyText) text = galley_text_new (sentence, strlen (sentence));
  g_autoptr (GalleyOpinion) opinion = NULL;

  galley_text_tag (text);
  opinion = galley_opinion_judge (text, (GalleyTokenRun){ 0, text->tokens->len }, NULL, NULL, NULL);
  for (guint i = 0; i < opinion->cues->len; i++)
    {
      const GalleyOpinionCue *cue = &g_array_index (opinion->cues, GalleyOpinionCue, i);

      if (cue->telling && strcmp (galley_opinion_group_type (cue->group), type) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_type (gconstpointer data)
{
  const TypeTable *table = data;
  guint n_found = 0, n_right = 0, n_wanted = 0;
  double precision, recall;

  for (guint i = 0; i < table->n_cases; i++)
    {
      gboolean found = has_cue_of (table->cases[i].sentence, table->type);

      n_wanted += table->cases[i].has_type;
      n_found += found;
      n_right += found && table->cases[i].has_type;
      if (found != table->cases[i].has_type)
        g_test_message ("%s: %s", found ? "found" : "missed", table->cases[i].sentence);
    }
  g_assert_cmpuint (n_wanted, >=, 8);
  g_assert_cmpuint (table->n_cases - n_wanted, >=, 8);
  precision = n_found > 0 ? 1.0 * n_right / n_found : 0;
  recall = 1.0 * n_right / n_wanted;
  g_test_message ("%s: precision %.2f (%u of %u), recall %.2f (%u of %u)",
                  table->type,
                  precision,
                  n_right,
                  n_found,
                  recall,
                  n_right,
                  n_wanted);
  g_assert_cmpfloat (precision, >=, table->precision);
  g_assert_cmpfloat (recall, >=, table->recall);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/opinion-types/", tables[i].type, NULL);

      g_test_add_data_func (path, &tables[i], test_type);
    }

  return g_test_run ();
}
