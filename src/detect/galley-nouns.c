/* galley-nouns.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-nouns.h"

#include <stdlib.h>
#include <string.h>

#define PERSON       GALLEY_NOUN_CLASS_PERSON
#define GROUP        GALLEY_NOUN_CLASS_GROUP
#define ORGANISATION GALLEY_NOUN_CLASS_ORGANISATION
#define OUTLET       GALLEY_NOUN_CLASS_OUTLET
#define DOCUMENT     GALLEY_NOUN_CLASS_DOCUMENT
#define DATA         GALLEY_NOUN_CLASS_DATA
#define STATEMENT    GALLEY_NOUN_CLASS_STATEMENT
#define POST         GALLEY_NOUN_CLASS_POST
#define GENERIC      GALLEY_NOUN_GENERIC
#define TITLE        GALLEY_NOUN_TITLE
#define HONORIFIC    GALLEY_NOUN_HONORIFIC

/* clang-format off */
/* Sorted by word, so that it is searched by halving. */
static const GalleyNoun nouns[] = {
  { "academic", PERSON, 0 }, { "academy", ORGANISATION, 0 }, { "act", DOCUMENT, 0 },
  { "activist", PERSON, 0 }, { "actor", PERSON, 0 }, { "actress", PERSON, 0 },
  { "adm", PERSON, TITLE }, { "administration", ORGANISATION, 0 }, { "adult", PERSON, GENERIC },
  { "adviser", PERSON, TITLE }, { "advisor", PERSON, TITLE }, { "advisory", STATEMENT, 0 },
  { "advocate", PERSON, 0 }, { "affidavit", DOCUMENT, 0 }, { "afp", OUTLET, 0 },
  { "agency", ORGANISATION, 0 }, { "agent", PERSON, 0 }, { "agreement", DOCUMENT, 0 },
  { "aide", PERSON, 0 }, { "airline", ORGANISATION, 0 }, { "airport", ORGANISATION, 0 },
  { "ald", PERSON, TITLE }, { "all", GROUP, GENERIC }, { "alliance", ORGANISATION, 0 },
  { "ally", PERSON, GENERIC }, { "amb", PERSON, TITLE }, { "ambassador", PERSON, TITLE },
  { "ambulanceman", PERSON, 0 }, { "americans", GROUP, GENERIC }, { "analysis", DOCUMENT, 0 },
  { "analyst", PERSON, 0 }, { "announcement", STATEMENT, 0 }, { "ap", OUTLET, 0 },
  { "apprentice", PERSON, 0 }, { "archaeologist", PERSON, 0 }, { "archbishop", PERSON, TITLE },
  { "architect", PERSON, 0 }, { "army", ORGANISATION, 0 }, { "article", DOCUMENT, 0 },
  { "artist", PERSON, 0 }, { "assembly", ORGANISATION, 0 }, { "assessment", DOCUMENT, 0 },
  { "assistant", PERSON, 0 }, { "associate", PERSON, GENERIC },
  { "association", ORGANISATION, 0 }, { "astronomer", PERSON, 0 }, { "attendant", PERSON, 0 },
  { "attendee", PERSON, GENERIC }, { "attorney", PERSON, TITLE }, { "audit", DOCUMENT, 0 },
  { "aunt", PERSON, 0 }, { "author", PERSON, 0 }, { "authority", ORGANISATION, 0 },
  { "autopsy", DOCUMENT, 0 }, { "aviator", PERSON, 0 }, { "axios", OUTLET, 0 },
  { "baker", PERSON, 0 }, { "ballot", DATA, 0 }, { "band", ORGANISATION, 0 },
  { "bank", ORGANISATION, 0 }, { "banker", PERSON, 0 }, { "barrister", PERSON, 0 },
  { "bbc", OUTLET, 0 }, { "beekeeper", PERSON, 0 }, { "bill", DOCUMENT, 0 },
  { "biologist", PERSON, 0 }, { "bishop", PERSON, TITLE }, { "blog", OUTLET, 0 },
  { "bloomberg", OUTLET, 0 }, { "board", ORGANISATION, 0 }, { "bondholder", PERSON, 0 },
  { "book", DOCUMENT, 0 }, { "both", GROUP, GENERIC }, { "boy", PERSON, GENERIC },
  { "breitbart", OUTLET, 0 }, { "brewer", PERSON, 0 }, { "brewery", ORGANISATION, 0 },
  { "brief", DOCUMENT, 0 }, { "brigade", ORGANISATION, 0 }, { "britons", GROUP, GENERIC },
  { "broadcaster", OUTLET, 0 }, { "broker", PERSON, 0 }, { "brother", PERSON, 0 },
  { "builder", PERSON, 0 }, { "bulletin", DOCUMENT, 0 }, { "bureau", ORGANISATION, 0 },
  { "bursar", PERSON, 0 }, { "business", ORGANISATION, 0 }, { "buzzfeed", OUTLET, 0 },
  { "bystander", PERSON, GENERIC }, { "cabinet", ORGANISATION, 0 },
  { "campaign", ORGANISATION, 0 }, { "campaigner", PERSON, GENERIC }, { "candidate", PERSON, 0 },
  { "capt", PERSON, TITLE }, { "captain", PERSON, TITLE }, { "caption", POST, 0 },
  { "cardinal", PERSON, TITLE }, { "cardiologist", PERSON, 0 }, { "carer", PERSON, 0 },
  { "caretaker", PERSON, 0 }, { "cartel", ORGANISATION, 0 }, { "cashier", PERSON, 0 },
  { "census", DATA, 0 }, { "center", ORGANISATION, 0 }, { "centre", ORGANISATION, 0 },
  { "ceo", PERSON, TITLE }, { "cfo", PERSON, TITLE }, { "chair", PERSON, 0 },
  { "chairman", PERSON, TITLE }, { "chairperson", PERSON, 0 }, { "chairwoman", PERSON, TITLE },
  { "chamber", ORGANISATION, 0 }, { "chancellor", PERSON, TITLE }, { "channel", OUTLET, 0 },
  { "chapter", DOCUMENT, 0 }, { "charity", ORGANISATION, 0 }, { "chart", DATA, 0 },
  { "charter", DOCUMENT, 0 }, { "chef", PERSON, 0 }, { "chemist", PERSON, 0 },
  { "chief", PERSON, TITLE }, { "children", GROUP, GENERIC }, { "chronicle", OUTLET, 0 },
  { "church", ORGANISATION, 0 }, { "cia", ORGANISATION, 0 }, { "citizen", PERSON, GENERIC },
  { "city", ORGANISATION, 0 }, { "clause", DOCUMENT, 0 }, { "cleric", PERSON, 0 },
  { "clerk", PERSON, 0 }, { "climatologist", PERSON, 0 }, { "clinic", ORGANISATION, 0 },
  { "clinician", PERSON, 0 }, { "cllr", PERSON, TITLE }, { "cllrs", PERSON, TITLE },
  { "club", ORGANISATION, 0 }, { "cmdr", PERSON, TITLE }, { "cnn", OUTLET, 0 },
  { "co", ORGANISATION, 0 }, { "co-founder", PERSON, 0 }, { "coach", PERSON, TITLE },
  { "coalition", ORGANISATION, 0 }, { "cofounder", PERSON, 0 }, { "col", PERSON, TITLE },
  { "colleague", PERSON, GENERIC }, { "college", ORGANISATION, 0 }, { "colonel", PERSON, TITLE },
  { "columnist", PERSON, 0 }, { "command", ORGANISATION, 0 }, { "commander", PERSON, TITLE },
  { "commentator", PERSON, 0 }, { "commenter", PERSON, GENERIC },
  { "commission", ORGANISATION, 0 }, { "commissioner", PERSON, TITLE },
  { "committee", ORGANISATION, 0 }, { "commodore", PERSON, 0 }, { "communique", STATEMENT, 0 },
  { "communiqué", STATEMENT, 0 }, { "commuter", PERSON, GENERIC }, { "company", ORGANISATION, 0 },
  { "complaint", DOCUMENT, 0 }, { "comptroller", PERSON, 0 }, { "conductor", PERSON, 0 },
  { "conglomerate", ORGANISATION, 0 }, { "congress", ORGANISATION, 0 },
  { "congressman", PERSON, TITLE }, { "congresswoman", PERSON, TITLE },
  { "conservative", GROUP, 0 }, { "conservatives", GROUP, 0 }, { "consortium", ORGANISATION, 0 },
  { "constable", PERSON, TITLE }, { "constitution", DOCUMENT, 0 }, { "consultant", PERSON, 0 },
  { "consumer", PERSON, GENERIC }, { "contract", DOCUMENT, 0 }, { "contractor", PERSON, 0 },
  { "coordinator", PERSON, 0 }, { "coroner", PERSON, 0 }, { "corp", ORGANISATION, 0 },
  { "corporation", ORGANISATION, 0 }, { "correspondent", PERSON, 0 },
  { "council", ORGANISATION, 0 }, { "council's", ORGANISATION, 0 },
  { "councillor", PERSON, TITLE }, { "councilman", PERSON, TITLE },
  { "councilwoman", PERSON, TITLE }, { "counsel", PERSON, 0 }, { "counsellor", PERSON, 0 },
  { "counselor", PERSON, 0 }, { "count", DATA, 0 }, { "county", ORGANISATION, 0 },
  { "couple", GROUP, GENERIC }, { "courier", PERSON, 0 }, { "court", ORGANISATION, 0 },
  { "cousin", PERSON, 0 }, { "creator", PERSON, 0 }, { "criminologist", PERSON, 0 },
  { "critic", PERSON, GENERIC }, { "critics", GROUP, GENERIC }, { "crowd", GROUP, GENERIC },
  { "curator", PERSON, 0 }, { "customer", PERSON, 0 }, { "daily", OUTLET, 0 },
  { "dame", PERSON, HONORIFIC }, { "data", DATA, 0 }, { "database", DATA, 0 },
  { "daughter", PERSON, 0 }, { "dean", PERSON, 0 }, { "deckhand", PERSON, 0 },
  { "declaration", STATEMENT, 0 }, { "defendant", PERSON, 0 }, { "defender", PERSON, GENERIC },
  { "delegate", PERSON, 0 }, { "delegation", ORGANISATION, 0 }, { "democrat", GROUP, 0 },
  { "democrats", GROUP, 0 }, { "demographer", PERSON, 0 }, { "demonstrator", PERSON, GENERIC },
  { "dentist", PERSON, 0 }, { "department", ORGANISATION, 0 }, { "deputy", PERSON, TITLE },
  { "designer", PERSON, 0 }, { "designer-maker", PERSON, 0 }, { "det", PERSON, TITLE },
  { "detective", PERSON, TITLE }, { "detractor", PERSON, GENERIC }, { "developer", PERSON, 0 },
  { "dietitian", PERSON, 0 }, { "diplomat", PERSON, 0 }, { "director", PERSON, TITLE },
  { "directorate", ORGANISATION, 0 }, { "division", ORGANISATION, 0 },
  { "doctor", PERSON, TITLE }, { "document", DOCUMENT, 0 }, { "documents", DOCUMENT, 0 },
  { "dossier", DOCUMENT, 0 }, { "dozens", GROUP, GENERIC }, { "dr", PERSON, HONORIFIC },
  { "draft", DOCUMENT, 0 }, { "driver", PERSON, 0 }, { "drummer", PERSON, 0 },
  { "e-mail", DOCUMENT, 0 }, { "ecologist", PERSON, 0 }, { "economist", PERSON, 0 },
  { "editor", PERSON, 0 }, { "editorial", DOCUMENT, 0 }, { "educator", PERSON, 0 },
  { "electrician", PERSON, 0 }, { "email", DOCUMENT, 0 }, { "embassy", ORGANISATION, 0 },
  { "emir", PERSON, TITLE }, { "employer", ORGANISATION, 0 }, { "engineer", PERSON, 0 },
  { "enterprise", ORGANISATION, 0 }, { "entrepreneur", PERSON, 0 }, { "envoy", PERSON, TITLE },
  { "epidemiologist", PERSON, 0 }, { "estimate", DATA, 0 }, { "estimates", DATA, 0 },
  { "eu", ORGANISATION, 0 }, { "everybody", GROUP, GENERIC }, { "everyone", GROUP, GENERIC },
  { "evidence", DATA, 0 }, { "ex-husband", PERSON, 0 }, { "ex-wife", PERSON, 0 },
  { "exchange", ORGANISATION, 0 }, { "executive", PERSON, 0 }, { "exit-poll", DATA, 0 },
  { "expert", PERSON, GENERIC }, { "facebook-post", POST, 0 }, { "faction", ORGANISATION, 0 },
  { "factory", ORGANISATION, 0 }, { "family", GROUP, GENERIC }, { "farmer", PERSON, 0 },
  { "farmworker", PERSON, 0 }, { "father", PERSON, 0 }, { "fbi", ORGANISATION, 0 },
  { "federation", ORGANISATION, 0 }, { "fellow", PERSON, 0 }, { "few", GROUP, GENERIC },
  { "figure", PERSON, GENERIC }, { "figures", DATA, 0 }, { "file", DOCUMENT, 0 },
  { "filing", DOCUMENT, 0 }, { "filmmaker", PERSON, 0 }, { "finding", DOCUMENT, 0 },
  { "findings", DOCUMENT, 0 }, { "firefighter", PERSON, 0 }, { "firm", ORGANISATION, 0 },
  { "fisherman", PERSON, 0 }, { "five", GROUP, GENERIC }, { "foe", PERSON, GENERIC },
  { "folks", GROUP, GENERIC }, { "force", ORGANISATION, 0 }, { "forecast", DATA, 0 },
  { "foreman", PERSON, 0 }, { "forester", PERSON, 0 }, { "foundation", ORGANISATION, 0 },
  { "founder", PERSON, 0 }, { "four", GROUP, GENERIC }, { "friend", PERSON, 0 },
  { "fund", ORGANISATION, 0 }, { "fundraiser", PERSON, 0 }, { "gardener", PERSON, 0 },
  { "gazette", OUTLET, 0 }, { "gen", PERSON, TITLE }, { "general", PERSON, TITLE },
  { "geologist", PERSON, 0 }, { "giant", ORGANISATION, 0 }, { "girl", PERSON, GENERIC },
  { "gov", PERSON, TITLE }, { "government", ORGANISATION, 0 }, { "governor", PERSON, TITLE },
  { "graduate", PERSON, 0 }, { "grandfather", PERSON, 0 }, { "grandmother", PERSON, 0 },
  { "graph", DATA, 0 }, { "grocer", PERSON, 0 }, { "group", ORGANISATION, 0 },
  { "guard", PERSON, 0 }, { "guardian", OUTLET, 0 }, { "guest", PERSON, GENERIC },
  { "guide", PERSON, 0 }, { "guideline", DOCUMENT, 0 }, { "guidelines", DOCUMENT, 0 },
  { "guitarist", PERSON, 0 }, { "gynaecologist", PERSON, 0 }, { "half", GROUP, GENERIC },
  { "hamas", ORGANISATION, 0 }, { "handler", PERSON, 0 }, { "hardliners", GROUP, 0 },
  { "head", PERSON, 0 }, { "headmaster", PERSON, 0 }, { "headmistress", PERSON, 0 },
  { "headteacher", PERSON, 0 }, { "herald", OUTLET, 0 }, { "hezbollah", ORGANISATION, 0 },
  { "historian", PERSON, 0 }, { "hon", PERSON, TITLE }, { "hospital", ORGANISATION, 0 },
  { "house", ORGANISATION, 0 }, { "housebuilder", ORGANISATION, 0 },
  { "hundreds", GROUP, GENERIC }, { "husband", PERSON, 0 }, { "hydrologist", PERSON, 0 },
  { "imam", PERSON, TITLE }, { "inc", ORGANISATION, 0 }, { "index", DATA, 0 },
  { "indictment", DOCUMENT, 0 }, { "individual", PERSON, GENERIC },
  { "inquest-report", DOCUMENT, 0 }, { "inquiry", DOCUMENT, 0 }, { "insider", PERSON, GENERIC },
  { "insp", PERSON, TITLE }, { "inspector", PERSON, TITLE }, { "inspectorate", ORGANISATION, 0 },
  { "institute", ORGANISATION, 0 }, { "institution", ORGANISATION, 0 },
  { "instructor", PERSON, 0 }, { "insurer", ORGANISATION, 0 }, { "intern", PERSON, 0 },
  { "interpol", ORGANISATION, 0 }, { "investigation", DOCUMENT, 0 },
  { "investigator", PERSON, 0 }, { "investor", PERSON, 0 }, { "isis", ORGANISATION, 0 },
  { "janitor", PERSON, 0 }, { "jockey", PERSON, 0 }, { "journal", OUTLET, 0 },
  { "journalist", PERSON, 0 }, { "judge", PERSON, TITLE }, { "judgement", DOCUMENT, 0 },
  { "judgment", DOCUMENT, 0 }, { "junta", ORGANISATION, 0 }, { "juror", PERSON, 0 },
  { "justice", PERSON, TITLE }, { "keeper", PERSON, 0 }, { "king", PERSON, TITLE },
  { "kremlin", ORGANISATION, 0 }, { "lab", ORGANISATION, 0 }, { "laboratory", ORGANISATION, 0 },
  { "lady", PERSON, HONORIFIC }, { "landlady", PERSON, 0 }, { "landlord", PERSON, 0 },
  { "landowner", PERSON, 0 }, { "law", DOCUMENT, 0 }, { "lawmaker", PERSON, TITLE },
  { "lawsuit", DOCUMENT, 0 }, { "lawyer", PERSON, 0 }, { "leader", PERSON, TITLE },
  { "league", ORGANISATION, 0 }, { "lecturer", PERSON, 0 }, { "legislator", PERSON, 0 },
  { "legislature", ORGANISATION, 0 }, { "lender", PERSON, 0 }, { "letter", DOCUMENT, 0 },
  { "liberal", GROUP, 0 }, { "liberals", GROUP, 0 }, { "librarian", PERSON, 0 },
  { "lieutenant", PERSON, TITLE }, { "lifeguard", PERSON, 0 }, { "llc", ORGANISATION, 0 },
  { "llp", ORGANISATION, 0 }, { "lobbyist", PERSON, 0 }, { "local", PERSON, GENERIC },
  { "locksmith", PERSON, 0 }, { "lord", PERSON, HONORIFIC }, { "lt", PERSON, TITLE },
  { "ltd", ORGANISATION, 0 }, { "madam", PERSON, HONORIFIC }, { "magazine", OUTLET, 0 },
  { "magistrate", PERSON, 0 }, { "maj", PERSON, TITLE }, { "major", PERSON, TITLE },
  { "majority", GROUP, GENERIC }, { "maker", ORGANISATION, 0 }, { "man", PERSON, GENERIC },
  { "manager", PERSON, 0 }, { "manual", DOCUMENT, 0 }, { "manufacturer", ORGANISATION, 0 },
  { "many", GROUP, GENERIC }, { "marshal", PERSON, 0 }, { "mayor", PERSON, TITLE },
  { "mechanic", PERSON, 0 }, { "media", OUTLET, 0 }, { "mediator", PERSON, 0 },
  { "medic", PERSON, 0 }, { "member", PERSON, GENERIC }, { "memo", DOCUMENT, 0 },
  { "memorandum", DOCUMENT, 0 }, { "men", GROUP, GENERIC }, { "mep", PERSON, 0 },
  { "meteorologist", PERSON, 0 }, { "midwife", PERSON, 0 }, { "migrant", PERSON, GENERIC },
  { "militants", GROUP, 0 }, { "militia", ORGANISATION, 0 }, { "milkman", PERSON, 0 },
  { "miner", PERSON, 0 }, { "minister", PERSON, TITLE }, { "ministry", ORGANISATION, 0 },
  { "minority", GROUP, GENERIC }, { "miss", PERSON, HONORIFIC }, { "mission", ORGANISATION, 0 },
  { "model", DATA, 0 }, { "moderates", GROUP, 0 }, { "mosque", ORGANISATION, 0 },
  { "most", GROUP, GENERIC }, { "mother", PERSON, 0 }, { "motion", DOCUMENT, 0 },
  { "motorist", PERSON, GENERIC }, { "movement", ORGANISATION, 0 }, { "mp", PERSON, TITLE },
  { "mr", PERSON, HONORIFIC }, { "mrs", PERSON, HONORIFIC }, { "ms", PERSON, HONORIFIC },
  { "msp", PERSON, 0 }, { "municipality", ORGANISATION, 0 }, { "museum", ORGANISATION, 0 },
  { "musician", PERSON, 0 }, { "mx", PERSON, HONORIFIC }, { "nationalists", GROUP, 0 },
  { "nato", ORGANISATION, 0 }, { "navy", ORGANISATION, 0 }, { "negotiator", PERSON, 0 },
  { "neighbor", PERSON, 0 }, { "neighbour", PERSON, 0 }, { "neighbours", GROUP, GENERIC },
  { "network", OUTLET, 0 }, { "neurologist", PERSON, 0 }, { "news", OUTLET, 0 },
  { "newspaper", OUTLET, 0 }, { "newsweek", OUTLET, 0 }, { "newswire", OUTLET, 0 },
  { "ngo", ORGANISATION, 0 }, { "nominee", PERSON, 0 }, { "none", GROUP, GENERIC },
  { "nonprofit", ORGANISATION, 0 }, { "note", DOCUMENT, 0 }, { "notice", DOCUMENT, 0 },
  { "novelist", PERSON, 0 }, { "npr", OUTLET, 0 }, { "numbers", DATA, 0 }, { "nurse", PERSON, 0 },
  { "observer", PERSON, GENERIC }, { "office", ORGANISATION, 0 }, { "officer", PERSON, 0 },
  { "official", PERSON, GENERIC }, { "ombudsman", PERSON, 0 }, { "oncologist", PERSON, 0 },
  { "one", PERSON, GENERIC }, { "onlooker", PERSON, GENERIC }, { "operative", PERSON, 0 },
  { "operator", ORGANISATION, 0 }, { "opponent", PERSON, GENERIC },
  { "opposition", ORGANISATION, 0 }, { "optician", PERSON, 0 },
  { "organisation", ORGANISATION, 0 }, { "organiser", PERSON, 0 },
  { "organization", ORGANISATION, 0 }, { "organizer", PERSON, 0 }, { "other", PERSON, GENERIC },
  { "others", GROUP, GENERIC }, { "outlet", OUTLET, 0 }, { "owner", PERSON, 0 },
  { "panel", ORGANISATION, 0 }, { "paper", DOCUMENT, 0 }, { "papers", DOCUMENT, 0 },
  { "paramedic", PERSON, 0 }, { "paratrooper", PERSON, 0 }, { "parent", PERSON, 0 },
  { "parish", ORGANISATION, 0 }, { "parliament", ORGANISATION, 0 },
  { "participant", PERSON, GENERIC }, { "partner", PERSON, 0 }, { "party", ORGANISATION, 0 },
  { "passenger", PERSON, 0 }, { "passer-by", PERSON, GENERIC }, { "pastor", PERSON, TITLE },
  { "pathologist", PERSON, 0 }, { "patient", PERSON, 0 }, { "pensioner", PERSON, 0 },
  { "pentagon", ORGANISATION, 0 }, { "people", GROUP, GENERIC }, { "percent", GROUP, GENERIC },
  { "percentage", GROUP, GENERIC }, { "person", PERSON, GENERIC }, { "petition", DOCUMENT, 0 },
  { "pharmacist", PERSON, 0 }, { "philanthropist", PERSON, 0 }, { "photographer", PERSON, 0 },
  { "physician", PERSON, 0 }, { "physicist", PERSON, 0 }, { "pilot", PERSON, 0 },
  { "plan-document", DOCUMENT, 0 }, { "planner", PERSON, 0 }, { "player", PERSON, 0 },
  { "playwright", PERSON, 0 }, { "plc", ORGANISATION, 0 }, { "plumber", PERSON, 0 },
  { "podcast", OUTLET, 0 }, { "poet", PERSON, 0 }, { "police", ORGANISATION, 0 },
  { "police-officer", PERSON, 0 }, { "policy-document", DOCUMENT, 0 }, { "politico", OUTLET, 0 },
  { "poll", DATA, 0 }, { "polling", DATA, 0 }, { "polls", DATA, 0 }, { "pollster", PERSON, 0 },
  { "pope", PERSON, TITLE }, { "porter", PERSON, 0 }, { "post", OUTLET, 0 },
  { "postman", PERSON, 0 }, { "postwoman", PERSON, 0 }, { "potter", PERSON, 0 },
  { "premier", PERSON, TITLE }, { "president", PERSON, TITLE }, { "press", OUTLET, 0 },
  { "press-release", STATEMENT, 0 }, { "priest", PERSON, 0 }, { "prince", PERSON, TITLE },
  { "princess", PERSON, TITLE }, { "principal", PERSON, 0 }, { "producer", PERSON, 0 },
  { "prof", PERSON, TITLE }, { "professor", PERSON, TITLE }, { "programme", OUTLET, 0 },
  { "programmer", PERSON, 0 }, { "projection", DATA, 0 }, { "projections", DATA, 0 },
  { "proportion", GROUP, GENERIC }, { "prosecution", ORGANISATION, 0 },
  { "prosecutor", PERSON, 0 }, { "protester", PERSON, GENERIC }, { "provost", PERSON, 0 },
  { "psychiatrist", PERSON, 0 }, { "psychologist", PERSON, 0 }, { "public", GROUP, GENERIC },
  { "publisher", PERSON, 0 }, { "pundit", PERSON, GENERIC }, { "pupil", PERSON, 0 },
  { "quarter", GROUP, GENERIC }, { "queen", PERSON, TITLE }, { "rabbi", PERSON, TITLE },
  { "radiographer", PERSON, 0 }, { "ranger", PERSON, 0 }, { "reader", PERSON, GENERIC },
  { "realtor", PERSON, 0 }, { "rebels", GROUP, 0 }, { "receptionist", PERSON, 0 },
  { "records", DOCUMENT, 0 }, { "recruiter", PERSON, 0 }, { "referendum", DATA, 0 },
  { "reformers", GROUP, 0 }, { "refugee", PERSON, GENERIC }, { "regime", ORGANISATION, 0 },
  { "regulation", DOCUMENT, 0 }, { "regulator", ORGANISATION, 0 },
  { "relative", PERSON, GENERIC }, { "release", STATEMENT, 0 }, { "rep", PERSON, TITLE },
  { "report", DOCUMENT, 0 }, { "reporter", PERSON, 0 }, { "representative", PERSON, TITLE },
  { "republican", GROUP, 0 }, { "republicans", GROUP, 0 }, { "researcher", PERSON, 0 },
  { "resident", PERSON, GENERIC }, { "resolution", DOCUMENT, 0 },
  { "restaurant", ORGANISATION, 0 }, { "results", DATA, 0 }, { "retailer", ORGANISATION, 0 },
  { "retiree", PERSON, 0 }, { "reuters", OUTLET, 0 }, { "rev", PERSON, HONORIFIC },
  { "reverend", PERSON, HONORIFIC }, { "review", DOCUMENT, 0 }, { "ringmaster", PERSON, 0 },
  { "rival", PERSON, GENERIC }, { "roofer", PERSON, 0 }, { "ruling", DOCUMENT, 0 },
  { "sailor", PERSON, 0 }, { "salesman", PERSON, 0 }, { "sceptic", PERSON, GENERIC },
  { "scholar", PERSON, 0 }, { "school", ORGANISATION, 0 }, { "scientist", PERSON, 0 },
  { "scores", GROUP, GENERIC }, { "sculptor", PERSON, 0 }, { "secretariat", ORGANISATION, 0 },
  { "secretary", PERSON, TITLE }, { "sen", PERSON, TITLE }, { "senate", ORGANISATION, 0 },
  { "senator", PERSON, TITLE }, { "separatists", GROUP, 0 }, { "sergeant", PERSON, TITLE },
  { "service", ORGANISATION, 0 }, { "several", GROUP, GENERIC }, { "sgt", PERSON, TITLE },
  { "share", GROUP, GENERIC }, { "shareholder", PERSON, 0 }, { "shepherd", PERSON, 0 },
  { "sheriff", PERSON, TITLE }, { "shopkeeper", PERSON, 0 }, { "shopper", PERSON, GENERIC },
  { "singer", PERSON, 0 }, { "sir", PERSON, HONORIFIC }, { "sister", PERSON, 0 },
  { "site", OUTLET, 0 }, { "skeptic", PERSON, GENERIC }, { "skipper", PERSON, 0 },
  { "society", ORGANISATION, 0 }, { "sociologist", PERSON, 0 }, { "soldier", PERSON, 0 },
  { "solicitor", PERSON, 0 }, { "some", GROUP, GENERIC }, { "somebody", PERSON, GENERIC },
  { "someone", PERSON, GENERIC }, { "son", PERSON, 0 }, { "source", PERSON, GENERIC },
  { "speaker", PERSON, TITLE }, { "spokesman", PERSON, TITLE }, { "spokesmen", GROUP, 0 },
  { "spokesperson", PERSON, TITLE }, { "spokeswoman", PERSON, TITLE },
  { "spokeswomen", GROUP, 0 }, { "squad", ORGANISATION, 0 }, { "staff", GROUP, GENERIC },
  { "staffer", PERSON, 0 }, { "start-up", ORGANISATION, 0 }, { "startup", ORGANISATION, 0 },
  { "state", ORGANISATION, 0 }, { "statement", STATEMENT, 0 }, { "station", OUTLET, 0 },
  { "statistician", PERSON, 0 }, { "statistics", DATA, 0 }, { "stockbroker", PERSON, 0 },
  { "stonemason", PERSON, 0 }, { "store", ORGANISATION, 0 }, { "strategist", PERSON, 0 },
  { "student", PERSON, 0 }, { "studio", ORGANISATION, 0 }, { "study", DOCUMENT, 0 },
  { "stylist", PERSON, 0 }, { "subsidiary", ORGANISATION, 0 },
  { "superintendent", PERSON, TITLE }, { "supermarket", ORGANISATION, 0 },
  { "supervisor", PERSON, 0 }, { "supplier", ORGANISATION, 0 }, { "supporter", PERSON, GENERIC },
  { "supt", PERSON, TITLE }, { "surgeon", PERSON, 0 }, { "survey", DATA, 0 },
  { "surveyor", PERSON, 0 }, { "survivor", PERSON, GENERIC }, { "syndicate", ORGANISATION, 0 },
  { "tabloid", OUTLET, 0 }, { "tailor", PERSON, 0 }, { "tally", DATA, 0 },
  { "taskforce", ORGANISATION, 0 }, { "taxpayer", PERSON, GENERIC }, { "teacher", PERSON, 0 },
  { "team", ORGANISATION, 0 }, { "technician", PERSON, 0 }, { "technologist", PERSON, 0 },
  { "teenager", PERSON, GENERIC }, { "telegraph", OUTLET, 0 }, { "tenant", PERSON, 0 },
  { "text", DOCUMENT, 0 }, { "therapist", PERSON, 0 }, { "think-tank", ORGANISATION, 0 },
  { "thinktank", ORGANISATION, 0 }, { "third", GROUP, GENERIC }, { "thousands", GROUP, GENERIC },
  { "thread", POST, 0 }, { "three", GROUP, GENERIC }, { "times", OUTLET, 0 },
  { "tories", GROUP, 0 }, { "toxicologist", PERSON, 0 }, { "trader", PERSON, 0 },
  { "trainer", PERSON, 0 }, { "transcript", DOCUMENT, 0 }, { "trawlerman", PERSON, 0 },
  { "treasurer", PERSON, 0 }, { "treasury", ORGANISATION, 0 }, { "treaty", DOCUMENT, 0 },
  { "tribunal", ORGANISATION, 0 }, { "tribune", OUTLET, 0 }, { "troops", GROUP, 0 },
  { "trucker", PERSON, 0 }, { "trust", ORGANISATION, 0 }, { "trustee", PERSON, 0 },
  { "tweet", POST, 0 }, { "tweets", POST, 0 }, { "two", GROUP, GENERIC },
  { "un", ORGANISATION, 0 }, { "uncle", PERSON, 0 }, { "undersecretary", PERSON, TITLE },
  { "undertaker", PERSON, 0 }, { "union", ORGANISATION, 0 }, { "unionists", GROUP, 0 },
  { "university", ORGANISATION, 0 }, { "user", PERSON, GENERIC }, { "usher", PERSON, 0 },
  { "utility", ORGANISATION, 0 }, { "vatican", ORGANISATION, 0 }, { "verdict", DOCUMENT, 0 },
  { "vet", PERSON, 0 }, { "veteran", PERSON, 0 }, { "veterinarian", PERSON, 0 },
  { "vicar", PERSON, 0 }, { "vice-president", PERSON, 0 }, { "victim", PERSON, GENERIC },
  { "video-post", POST, 0 }, { "viewer", PERSON, GENERIC }, { "villager", PERSON, GENERIC },
  { "virologist", PERSON, 0 }, { "visitor", PERSON, GENERIC }, { "volunteer", PERSON, 0 },
  { "voter", PERSON, GENERIC }, { "waiter", PERSON, 0 }, { "waitress", PERSON, 0 },
  { "warden", PERSON, 0 }, { "warrant", DOCUMENT, 0 }, { "warrants", DOCUMENT, 0 },
  { "watchdog", ORGANISATION, 0 }, { "weaver", PERSON, 0 }, { "website", OUTLET, 0 },
  { "weekly", OUTLET, 0 }, { "welder", PERSON, 0 }, { "whistleblower", PERSON, 0 },
  { "widow", PERSON, 0 }, { "widower", PERSON, 0 }, { "wife", PERSON, 0 },
  { "winemaker", PERSON, 0 }, { "witness", PERSON, GENERIC }, { "woman", PERSON, GENERIC },
  { "women", GROUP, GENERIC }, { "worker", PERSON, 0 }, { "writer", PERSON, 0 },
  { "youth", PERSON, GENERIC }, { "zoo", ORGANISATION, 0 }, { "zookeeper", PERSON, 0 },
  { "zoologist", PERSON, 0 },
};
/* clang-format on */

#undef PERSON
#undef GROUP
#undef ORGANISATION
#undef OUTLET
#undef DOCUMENT
#undef DATA
#undef STATEMENT
#undef POST
#undef GENERIC
#undef TITLE
#undef HONORIFIC

static int
compare_noun (gconstpointer word, gconstpointer noun)
{
  return strcmp (word, ((const GalleyNoun *) noun)->word);
}

static const GalleyNoun *
find (const char *word)
{
  return bsearch (word, nouns, G_N_ELEMENTS (nouns), sizeof nouns[0], compare_noun);
}

static const GalleyNoun *
find_singular (const char *word, gsize length, const char *ending, const char *replacement)
{
  gsize n = strlen (ending);
  char stem[64];

  if (length <= n || length + strlen (replacement) >= sizeof stem
      || strcmp (word + length - n, ending) != 0)
    return NULL;
  g_snprintf (stem, sizeof stem, "%.*s%s", (int) (length - n), word, replacement);

  return find (stem);
}

/**
 * galley_noun_long_form:
 * @word: a folded title: "sen."
 *
 * Returns: (transfer none): the title in full, @word where it is no abbreviation
 */
const char *
galley_noun_long_form (const char *word)
{
  static const char *const abbreviations[][2] = {
    { "sen", "senator" },    { "rep", "representative" }, { "gov", "governor" },
    { "gen", "general" },    { "col", "colonel" },        { "lt", "lieutenant" },
    { "sgt", "sergeant" },   { "capt", "captain" },       { "maj", "major" },
    { "prof", "professor" }, { "cllr", "councillor" },    { "dr", "doctor" },
    { "det", "detective" },  { "insp", "inspector" },     { "rev", "reverend" },
    { "pm", "premier" },
  };
  gsize length = strlen (word);

  if (length > 0 && word[length - 1] == '.')
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      if (strlen (abbreviations[i][0]) == length
          && strncmp (word, abbreviations[i][0], length) == 0)
        return abbreviations[i][1];
    }

  return word;
}

/**
 * galley_noun_find:
 * @word: a folded word (see galley_word_fold())
 * @plural: (out) (optional): whether it is the plural of the noun
 *
 * Returns: (transfer none) (nullable): what is known of the noun, %NULL for words that say nothing
 * of who or what they stand for
 */
const GalleyNoun *
galley_noun_find (const char *word, gboolean *plural)
{
  static const char *const endings[][2] = {
    { "s", "" },      { "es", "" },         { "ies", "y" },
    { "men", "man" }, { "women", "woman" }, { "ives", "ife" },
  };
  gsize length = strlen (word);
  const GalleyNoun *noun = find (word);

  if (plural != NULL)
    *plural = noun != NULL && noun->noun_class == GALLEY_NOUN_CLASS_GROUP;
  if (noun == NULL && length > 0 && word[length - 1] == '.')
    {
      char bare[64];

      g_strlcpy (bare, word, MIN (length, sizeof bare));
      noun = find (bare);
    }
  for (guint i = 0; noun == NULL && i < G_N_ELEMENTS (endings); i++)
    {
      noun = find_singular (word, length, endings[i][0], endings[i][1]);
      if (noun != NULL && plural != NULL)
        *plural = TRUE;
    }

  return noun;
}
