/* galley-gazetteer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-gazetteer.h"

#include "detect/galley-words.h"

/* clang-format off */
/* Countries, capitals and other places that speak: "Moscow said". Sorted. */
static const char *const places[] = {
  "10 downing street", "abu dhabi", "afghanistan", "africa", "alabama", "alaska", "albania",
  "algeria", "america", "amsterdam", "angola", "ankara", "argentina", "arizona", "arkansas",
  "armenia", "asia", "athens", "atlanta", "australia", "austria", "azerbaijan", "baghdad",
  "bahrain", "baku", "bangkok", "bangladesh", "barcelona", "beijing", "beirut", "belarus",
  "belfast", "belgium", "belgrade", "berlin", "bern", "birmingham", "bolivia", "bosnia", "boston",
  "botswana", "brasilia", "bratislava", "brazil", "britain", "brussels", "bucharest", "budapest",
  "buenos aires", "bulgaria", "cairo", "california", "cambodia", "cameroon", "canada", "canberra",
  "capitol hill", "caracas", "cardiff", "chad", "chicago", "chile", "china", "colombia",
  "colorado", "congo", "connecticut", "copenhagen", "costa rica", "crimea", "croatia", "cuba",
  "cyprus", "czechia", "dallas", "damascus", "delaware", "delhi", "denmark", "denver", "detroit",
  "dhaka", "doha", "downing street", "dubai", "dublin", "ecuador", "edinburgh", "egypt",
  "el salvador", "england", "eritrea", "estonia", "ethiopia", "eu", "europe", "european union",
  "finland", "florida", "france", "frankfurt", "gabon", "gambia", "gaza", "geneva", "georgia",
  "germany", "ghana", "glasgow", "great britain", "greece", "guatemala", "guinea", "haiti",
  "hanoi", "havana", "hawaii", "helsinki", "honduras", "hong kong", "houston", "hungary",
  "iceland", "idaho", "illinois", "india", "indiana", "indonesia", "iowa", "iran", "iraq",
  "ireland", "islamabad", "israel", "istanbul", "italy", "ivory coast", "jakarta", "jamaica",
  "japan", "jerusalem", "johannesburg", "jordan", "kabul", "kansas", "kathmandu", "kazakhstan",
  "kentucky", "kenya", "khartoum", "kiev", "kosovo", "kuwait", "kyiv", "kyrgyzstan", "laos",
  "latvia", "lebanon", "leeds", "liberia", "libya", "lima", "lisbon", "lithuania", "liverpool",
  "london", "los angeles", "louisiana", "luxembourg", "madrid", "maine", "malawi", "malaysia",
  "mali", "malta", "manchester", "manila", "maryland", "massachusetts", "melbourne", "mexico",
  "miami", "michigan", "middle east", "milan", "minnesota", "minsk", "mississippi", "missouri",
  "moldova", "monaco", "mongolia", "montana", "montenegro", "montreal", "morocco", "moscow",
  "mozambique", "mumbai", "munich", "myanmar", "nairobi", "namibia", "nebraska", "nepal",
  "netherlands", "nevada", "new delhi", "new hampshire", "new jersey", "new mexico", "new york",
  "new zealand", "nicaragua", "niger", "nigeria", "no 10", "north carolina", "north dakota",
  "north korea", "north macedonia", "northern ireland", "norway", "number 10", "ohio", "oklahoma",
  "oman", "oregon", "oslo", "ottawa", "pakistan", "palestine", "panama", "paraguay", "paris",
  "pennsylvania", "peru", "philadelphia", "philippines", "phoenix", "poland", "portugal",
  "prague", "pyongyang", "qatar", "rhode island", "riga", "riyadh", "romania", "rome", "russia",
  "rwanda", "san francisco", "santiago", "sarajevo", "saudi arabia", "scotland", "seattle",
  "senegal", "seoul", "serbia", "shanghai", "silicon valley", "singapore", "slovakia", "slovenia",
  "sofia", "somalia", "south africa", "south carolina", "south dakota", "south korea",
  "south sudan", "soviet union", "spain", "sri lanka", "stockholm", "sudan", "sweden",
  "switzerland", "sydney", "syria", "taipei", "taiwan", "tajikistan", "tallinn", "tanzania",
  "tbilisi", "tehran", "tel aviv", "tennessee", "texas", "thailand", "the hague", "tokyo",
  "toronto", "tripoli", "tunis", "tunisia", "turkey", "turkmenistan", "u.k.", "u.n.", "u.s.",
  "u.s.a.", "uganda", "uk", "ukraine", "un", "united arab emirates", "united kingdom",
  "united nations", "united states", "uruguay", "us", "usa", "utah", "uzbekistan", "vancouver",
  "venezuela", "vermont", "vienna", "vietnam", "vilnius", "virginia", "wales", "wall street",
  "warsaw", "washington", "west bank", "west virginia", "westminster", "white house", "whitehall",
  "wisconsin", "wyoming", "yemen", "zagreb", "zambia", "zimbabwe", "zurich",
};

/* Common given names of several languages, to tell people from bodies; they say nothing of anybody's
 * sex here. Sorted. */
static const char *const given_names[] = {
  "aaron", "abdul", "abigail", "adam", "adrian", "ahmed", "aidan", "aisha", "alan", "albert",
  "alejandro", "alex", "alexander", "alexandra", "alexei", "alfred", "ali", "alice", "alicia",
  "alison", "amanda", "amber", "amelia", "amir", "amy", "ana", "andrea", "andrei", "andrew",
  "andy", "angela", "angus", "anita", "ann", "anna", "anne", "anthony", "antonio", "april",
  "arthur", "ashley", "audrey", "austin", "barack", "barbara", "barry", "beatrice", "becky",
  "ben", "benjamin", "bernard", "bernie", "beth", "betty", "beverly", "bill", "billy", "bob",
  "bobby", "boris", "brad", "bradley", "brandon", "brenda", "brett", "brian", "bridget", "bruce",
  "bryan", "caitlin", "cameron", "carl", "carla", "carlos", "carmen", "carol", "caroline",
  "carolyn", "catherine", "cathy", "cecilia", "charles", "charlie", "charlotte", "chelsea",
  "cheryl", "chloe", "chris", "christian", "christina", "christine", "christopher", "chuck",
  "cindy", "claire", "clara", "clare", "claudia", "colin", "connor", "courtney", "craig",
  "crystal", "cynthia", "daisy", "dale", "dan", "daniel", "danielle", "danny", "darren", "dave",
  "david", "dawn", "dean", "debbie", "deborah", "declan", "denise", "dennis", "derek", "diana",
  "diane", "diego", "dimitri", "dmitry", "dominic", "don", "donald", "donna", "doris", "dorothy",
  "doug", "douglas", "duncan", "dylan", "earl", "eddie", "edith", "edward", "edwin", "eileen",
  "elaine", "eleanor", "elena", "elizabeth", "ella", "ellen", "emily", "emma", "emmanuel",
  "enrique", "eric", "erica", "erik", "erin", "ernest", "ethan", "eugene", "eva", "evan",
  "evelyn", "fatima", "felix", "fernando", "fiona", "florence", "frances", "francesca", "francis",
  "francisco", "frank", "fred", "freddie", "frederick", "gabriel", "gareth", "gary", "gavin",
  "gemma", "geoff", "geoffrey", "george", "georgia", "gerald", "gerard", "gillian", "gina",
  "giovanni", "giulia", "glenn", "gloria", "gordon", "grace", "graham", "grant", "greg",
  "gregory", "guy", "hailey", "hannah", "hans", "harold", "harriet", "harry", "harvey", "hassan",
  "hazel", "heather", "heidi", "helen", "helena", "henry", "herbert", "hilary", "hillary",
  "holly", "howard", "hugh", "hugo", "hussein", "ian", "ibrahim", "imran", "ingrid", "irene",
  "irina", "isaac", "isabel", "isabella", "ismail", "ivan", "ivanka", "jack", "jackie", "jacob",
  "jacqueline", "jade", "jaime", "jake", "james", "jamie", "jan", "jane", "janet", "janice",
  "jared", "jasmine", "jason", "javier", "jay", "jean", "jeff", "jeffrey", "jenna", "jennifer",
  "jenny", "jeremy", "jerome", "jerry", "jesse", "jessica", "jill", "jim", "jimmy", "joan",
  "joanna", "joanne", "joe", "joel", "johanna", "john", "johnny", "jon", "jonathan", "jordan",
  "jorge", "jose", "joseph", "josh", "joshua", "joyce", "juan", "judith", "judy", "julia",
  "julian", "julie", "juliet", "justin", "karen", "karim", "karl", "kate", "katherine",
  "kathleen", "kathryn", "kathy", "katie", "katrina", "kayla", "keir", "keith", "kelly", "ken",
  "kenneth", "kerry", "kevin", "khalid", "kim", "kimberly", "kirsten", "kirsty", "kyle", "lara",
  "larry", "laura", "lauren", "lawrence", "leah", "lee", "leo", "leon", "leonard", "leslie",
  "lewis", "liam", "lillian", "linda", "lindsay", "lindsey", "lisa", "liz", "lloyd", "logan",
  "lois", "lorraine", "louis", "louise", "lucas", "lucia", "lucy", "luis", "luke", "lydia",
  "lynn", "madeleine", "madison", "maggie", "malcolm", "manuel", "marc", "marcia", "marco",
  "marcus", "margaret", "maria", "marian", "marie", "marilyn", "mario", "marion", "marjorie",
  "mark", "marlene", "marta", "martha", "martin", "martina", "marvin", "mary", "mateo", "matt",
  "matthew", "maureen", "maurice", "max", "maxine", "megan", "mehmet", "melanie", "melissa",
  "mia", "michael", "michelle", "miguel", "mike", "mikhail", "mildred", "mitch", "mitt",
  "mohamed", "mohammad", "mohammed", "molly", "monica", "morgan", "muhammad", "myra", "nancy",
  "naomi", "natalia", "natalie", "natasha", "nathan", "neil", "nicholas", "nick", "nicola",
  "nicole", "nigel", "nikki", "nikolai", "nina", "noah", "noel", "nora", "norman", "oleg", "olga",
  "oliver", "olivia", "omar", "oscar", "owen", "pablo", "paige", "pam", "pamela", "patricia",
  "patrick", "patty", "paul", "paula", "pauline", "pedro", "peggy", "penny", "pete", "peter",
  "petra", "phil", "philip", "philippa", "phillip", "phoebe", "phyllis", "pierre", "polly",
  "priya", "rachel", "rafael", "ralph", "randy", "rashid", "ray", "raymond", "rebecca",
  "reginald", "rene", "ricardo", "richard", "rick", "rita", "rob", "robert", "roberta", "roberto",
  "robin", "rodney", "roger", "roland", "ron", "ronald", "rosa", "rose", "rosemary", "ross",
  "roy", "ruby", "russell", "ruth", "ryan", "sabrina", "saeed", "sally", "salma", "sam",
  "samantha", "samir", "samuel", "sandra", "sara", "sarah", "scott", "sean", "sebastian",
  "serena", "sergei", "seth", "shane", "shannon", "sharon", "shaun", "shawn", "sheila", "shirley",
  "sidney", "silvia", "simon", "sofia", "sonia", "sophia", "sophie", "spencer", "stacey", "stacy",
  "stan", "stanley", "stefan", "stella", "stephanie", "stephen", "steve", "steven", "stewart",
  "stuart", "sue", "suresh", "susan", "suzanne", "svetlana", "sylvia", "tamara", "tania", "tanya",
  "tara", "tariq", "ted", "teresa", "terry", "thelma", "theodore", "theresa", "thomas", "tiffany",
  "tim", "timothy", "tina", "toby", "todd", "tom", "tommy", "tony", "tracey", "tracy", "travis",
  "trevor", "tristan", "tyler", "valentina", "valerie", "vanessa", "vera", "vernon", "veronica",
  "victor", "victoria", "vincent", "viola", "virginia", "vivian", "vladimir", "volodymyr", "wade",
  "walter", "wanda", "warren", "wayne", "wei", "wendy", "wesley", "wilfred", "will", "william",
  "winston", "xavier", "xi", "yasmin", "yolanda", "yusuf", "yvonne", "zachary", "zainab", "zara",
  "zoe",
};
/* clang-format on */

/**
 * galley_gazetteer_is_place:
 * @folded: a name, folded, its words parted by one space
 */
gboolean
galley_gazetteer_is_place (const char *folded)
{
  return galley_word_in_table (folded, places, G_N_ELEMENTS (places));
}

/**
 * galley_gazetteer_is_given_name:
 * @folded: a folded word
 */
gboolean
galley_gazetteer_is_given_name (const char *folded)
{
  return galley_word_in_table (folded, given_names, G_N_ELEMENTS (given_names));
}
