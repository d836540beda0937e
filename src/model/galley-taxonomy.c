/* galley-taxonomy.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-taxonomy.h"

#include <glib/gi18n-lib.h>

/* The ids are those of the annotation file and never change; labels and rules are for people. */

static GalleyTerm source_terms[] = {
  { "person", NC_ ("source", "Person"), N_ ("Somebody named in the article.") },
  { "organisation",
    NC_ ("source", "Organisation"),
    N_ ("A named body that speaks without a human.") },
  { "unnamed-person", NC_ ("source", "Unnamed person"), N_ ("One person without a name.") },
  { "unnamed-group",
    NC_ ("source", "Unnamed group"),
    N_ ("Several people without names, such as officials or residents.") },
  { "document", NC_ ("source", "Document"), N_ ("A report, law, court filing, memo or e-mail.") },
  { "data", NC_ ("source", "Data"), N_ ("Statistics, a poll or a vote.") },
  { "statement", NC_ ("source", "Statement"), N_ ("A press release or prepared statement.") },
  { "post", NC_ ("source", "Social media post"), N_ ("What somebody wrote on a social network.") },
  { "outlet", NC_ ("source", "News outlet"), N_ ("Another outlet that reported it.") },
  { "witness", NC_ ("source", "Reporter as witness"), N_ ("What the reporter saw or heard.") },
  { "sourceless",
    NC_ ("source", "No source given"),
    N_ ("A claim whose source is implied and not given, such as “reportedly”.") },
};

static GalleyTerm quote_terms[] = {
  { "direct", NC_ ("quote", "Direct quote"), N_ ("All of it stands in quotation marks.") },
  { "mixed", NC_ ("quote", "Mixed quote"), N_ ("Part of it stands in quotation marks.") },
  { "indirect", NC_ ("quote", "Paraphrase"), N_ ("None of it stands in quotation marks.") },
  { "no-comment",
    NC_ ("quote", "No comment"),
    N_ ("The source declined, refused or could not be reached.") },
};

static GalleyTerm opinion_terms[] = {
  { "evaluation",
    NC_ ("opinion", "Evaluation"),
    N_ ("Says that something is good, bad, bizarre or historic.") },
  { "loaded-label",
    NC_ ("opinion", "Loaded label"),
    N_ ("Names something with a word that judges it.") },
  { "editorialising-verb",
    NC_ ("opinion", "Editorialising verb"),
    N_ ("Reports words with a verb that judges them, such as “boasted”.") },
  { "prescription", NC_ ("opinion", "Prescription"), N_ ("Says what must or should be done.") },
  { "prediction",
    NC_ ("opinion", "Prediction"),
    N_ ("Says what will or could happen, without a source.") },
  { "certainty",
    NC_ ("opinion", "Certainty"),
    N_ ("Presents something as beyond doubt, such as “clearly”.") },
  { "superlative", NC_ ("opinion", "Superlative"), N_ ("Says “biggest”, “never” or “everyone”.") },
  { "rhetorical-question",
    NC_ ("opinion", "Rhetorical question"),
    N_ ("A question that asserts something.") },
  { "motive", NC_ ("opinion", "Motive"), N_ ("Says why somebody acts, without a source.") },
  { "interpretation",
    NC_ ("opinion", "Interpretation"),
    N_ ("Says what something means or shows.") },
  { "weasel",
    NC_ ("opinion", "Weasel attribution"),
    N_ ("Leans on people it does not name, such as “critics say”.") },
  { "distancing",
    NC_ ("opinion", "Distancing"),
    N_ ("Keeps a word at arm’s length, such as “so-called”.") },
  { "first-person", NC_ ("opinion", "First person"), N_ ("Speaks as I or we, or to the reader.") },
};

static GalleyTerm ladder_terms[] = {
  { "N0",
    NC_ ("ladder", "Name and role"),
    N_ ("The reader learns who it is and why they would know.") },
  { "N1", NC_ ("ladder", "Name only"), N_ ("The reader learns the name and not the role.") },
  { "N2",
    NC_ ("ladder", "First name or pseudonym"),
    N_ ("Part of a name, or one that is not theirs.") },
  { "A1",
    NC_ ("ladder", "Unnamed: role and how they know"),
    N_ ("Without a name; the reader learns the role and how they know.") },
  { "A2",
    NC_ ("ladder", "Unnamed: role only"),
    N_ ("Without a name; the reader learns the role.") },
  { "A3",
    NC_ ("ladder", "Unnamed: generic"),
    N_ ("Without a name; only “a source”, “officials” or “critics”.") },
  { "A4",
    NC_ ("ladder", "No source given"),
    N_ ("The claim has a source that the article does not give.") },
};

static GalleyTerm anonymity_terms[] = {
  { "no-reason-given",
    NC_ ("anonymity", "No reason given"),
    N_ ("The article does not say why the source is not named.") },
  { "opinion-or-attack",
    NC_ ("anonymity", "Opinion or attack"),
    N_ ("The unnamed source judges or attacks somebody.") },
  { "direct-quote",
    NC_ ("anonymity", "Direct quote"),
    N_ ("The unnamed source is quoted word for word.") },
  { "in-headline-or-lead",
    NC_ ("anonymity", "In headline or lead"),
    N_ ("The headline or the first paragraph rests on the unnamed source.") },
  { "only-source-of-claim",
    NC_ ("anonymity", "Only source of a claim"),
    N_ ("Nobody else in the article backs the claim.") },
  { "plural-but-one-shown",
    NC_ ("anonymity", "Plural, one shown"),
    N_ ("The article says “sources” and shows one.") },
  { "also-declined-to-comment",
    NC_ ("anonymity", "Also declined to comment"),
    N_ ("The same party also declined to comment.") },
};

static GalleyTerm affiliation_terms[] = {
  { "government", NC_ ("affiliation", "Government"), NULL },
  { "political", NC_ ("affiliation", "Political"), NULL },
  { "corporate", NC_ ("affiliation", "Company"), NULL },
  { "ngo", NC_ ("affiliation", "Non-profit organisation"), NULL },
  { "academic", NC_ ("affiliation", "Academic"), NULL },
  { "media", NC_ ("affiliation", "Media"), NULL },
  { "union", NC_ ("affiliation", "Trade union"), NULL },
  { "religious", NC_ ("affiliation", "Religious"), NULL },
  { "other-group", NC_ ("affiliation", "Other group"), NULL },
  { "individual", NC_ ("affiliation", "Individual"), NULL },
};

static GalleyTerm part_terms[] = {
  { "decision-maker", NC_ ("part", "Decision maker"), N_ ("Decides on what the story is about.") },
  { "participant", NC_ ("part", "Participant"), N_ ("Took part in it.") },
  { "representative",
    NC_ ("part", "Representative"),
    N_ ("Speaks for somebody else, such as a spokesperson or lawyer.") },
  { "expert", NC_ ("part", "Expert"), N_ ("Knows the subject.") },
  { "witness", NC_ ("part", "Witness"), N_ ("Saw or heard it.") },
  { "victim", NC_ ("part", "Victim"), N_ ("Was harmed by it.") },
};

static GalleyTerm standing_terms[] = {
  { "current", NC_ ("standing", "Current"), NULL },
  { "former", NC_ ("standing", "Former"), NULL },
};

static GalleyTerm tick_terms[] = {
  { "independent", NC_ ("tick", "Independent"), N_ ("Has no stake in the matter.") },
  { "multiple", NC_ ("tick", "Multiple"), N_ ("Others say the same.") },
  { "verifies", NC_ ("tick", "Verifies"), N_ ("Gives evidence, not only assertion.") },
  { "authoritative", NC_ ("tick", "Authoritative"), N_ ("Is in a position to speak on it.") },
  { "informed", NC_ ("tick", "Informed"), N_ ("Was in a position to know.") },
  { "named", NC_ ("tick", "Named"), N_ ("Is named.") },
};

static GalleyTerm manner_terms[] = {
  { "speech", NC_ ("manner", "Said"), N_ ("Reports what was said or written.") },
  { "thought", NC_ ("manner", "Thought"), N_ ("Reports what somebody thinks, fears or knows.") },
  { "intention", NC_ ("manner", "Intended"), N_ ("Reports what somebody plans or wants.") },
  { "decree", NC_ ("manner", "Decided"), N_ ("Reports what somebody ruled, ordered or approved.") },
  { "evidence", NC_ ("manner", "Shown"), N_ ("Reports what a document, study or figure shows.") },
};

static GalleyTerm verb_class_terms[] = {
  { "neutral", NC_ ("verb-class", "Neutral"), N_ ("said, told, wrote") },
  { "context", NC_ ("verb-class", "Needs context"), N_ ("added, explained, announced") },
  { "doubt", NC_ ("verb-class", "Casts doubt"), N_ ("claimed, insisted") },
  { "concession", NC_ ("verb-class", "Concession"), N_ ("admitted, acknowledged") },
  { "endorsing", NC_ ("verb-class", "Endorses as fact"), N_ ("pointed out, revealed, noted") },
  { "emotive", NC_ ("verb-class", "Emotive"), N_ ("slammed, boasted") },
  { "mind", NC_ ("verb-class", "Reads the mind"), N_ ("believes, hopes") },
};

static GalleyTerm quote_note_terms[] = {
  { "altered", NC_ ("quote-note", "Altered"), N_ ("An ellipsis or brackets stand in the quote.") },
  { "late-attribution",
    NC_ ("quote-note", "Late attribution"),
    N_ ("The reader learns late who speaks.") },
  { "unattributed", NC_ ("quote-note", "Unattributed"), N_ ("Nobody is named as the speaker.") },
  { "speaker-change",
    NC_ ("quote-note", "Speaker changes"),
    N_ ("The next quote is somebody else’s, and the reader learns it late.") },
  { "multi-paragraph",
    NC_ ("quote-note", "Several paragraphs"),
    N_ ("The quote runs over more than one paragraph.") },
  { "nested",
    NC_ ("quote-note", "Quote in a quote"),
    N_ ("The quote holds somebody else’s words.") },
};

static GalleyTerm block_terms[] = {
  { "headline", NC_ ("block", "Headline"), NULL },
  { "deck", NC_ ("block", "Deck"), NULL },
  { "kicker", NC_ ("block", "Kicker"), NULL },
  { "byline", NC_ ("block", "Byline"), NULL },
  { "dateline", NC_ ("block", "Dateline"), NULL },
  { "date", NC_ ("block", "Date"), NULL },
  { "paragraph", NC_ ("block", "Paragraph"), NULL },
  { "list-item", NC_ ("block", "List item"), NULL },
  { "block-quote", NC_ ("block", "Block quote"), NULL },
  { "caption", NC_ ("block", "Caption"), NULL },
  { "pull-quote", NC_ ("block", "Pull quote"), NULL },
  { "author-note", NC_ ("block", "Author note"), NULL },
  { "correction", NC_ ("block", "Correction"), NULL },
  { "boilerplate", NC_ ("block", "Boilerplate"), NULL },
};

static GalleyTerm work_terms[] = {
  { "news", NC_ ("work", "News"), N_ ("Reports what happened; views belong to its sources.") },
  { "analysis", NC_ ("work", "Analysis"), N_ ("Explains what it means; the writer may judge.") },
  { "opinion", NC_ ("work", "Opinion"), N_ ("Argues; the writer’s views are expected.") },
  { "review", NC_ ("work", "Review"), N_ ("Judges a work or product.") },
  { "explainer", NC_ ("work", "Explainer"), N_ ("Explains a subject.") },
  { "interview", NC_ ("work", "Interview"), N_ ("Questions and answers.") },
};

static GalleyTerm reason_terms[] = {
  { "not-a-quote", NC_ ("reason", "Not a quote"), NULL },
  { "wrong-edges", NC_ ("reason", "Wrong edges"), NULL },
  { "wrong-source", NC_ ("reason", "Wrong source"), NULL },
  { "not-an-opinion", NC_ ("reason", "Not an opinion"), NULL },
  { "not-a-source", NC_ ("reason", "Not a source"), NULL },
  { "duplicate", NC_ ("reason", "Duplicate"), NULL },
};

static const struct
{
  const char *context; /* the msgctxt of the labels */
  GalleyTerm *terms;
  guint n_terms;
} sets[GALLEY_N_TERMS] = {
  { "source", source_terms, G_N_ELEMENTS (source_terms) },
  { "quote", quote_terms, G_N_ELEMENTS (quote_terms) },
  { "opinion", opinion_terms, G_N_ELEMENTS (opinion_terms) },
  { "ladder", ladder_terms, G_N_ELEMENTS (ladder_terms) },
  { "anonymity", anonymity_terms, G_N_ELEMENTS (anonymity_terms) },
  { "affiliation", affiliation_terms, G_N_ELEMENTS (affiliation_terms) },
  { "part", part_terms, G_N_ELEMENTS (part_terms) },
  { "standing", standing_terms, G_N_ELEMENTS (standing_terms) },
  { "tick", tick_terms, G_N_ELEMENTS (tick_terms) },
  { "manner", manner_terms, G_N_ELEMENTS (manner_terms) },
  { "verb-class", verb_class_terms, G_N_ELEMENTS (verb_class_terms) },
  { "quote-note", quote_note_terms, G_N_ELEMENTS (quote_note_terms) },
  { "block", block_terms, G_N_ELEMENTS (block_terms) },
  { "work", work_terms, G_N_ELEMENTS (work_terms) },
  { "reason", reason_terms, G_N_ELEMENTS (reason_terms) },
};

/* Ids are interned once, so that every layer may compare them by address. */
static void
intern_ids (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < GALLEY_N_TERMS; i++)
        {
          for (guint j = 0; j < sets[i].n_terms; j++)
            sets[i].terms[j].id = g_intern_static_string (sets[i].terms[j].id);
        }
      g_once_init_leave (&done, 1);
    }
}

/**
 * galley_terms_list:
 * @terms: which set
 * @n_terms: (out): how many
 *
 * Returns: (array length=n_terms) (transfer none): the terms, in the order people expect
 */
const GalleyTerm *
galley_terms_list (GalleyTerms terms, guint *n_terms)
{
  intern_ids ();
  *n_terms = sets[terms].n_terms;

  return sets[terms].terms;
}

/**
 * galley_terms_find:
 * @id: (nullable): an id, interned or not
 *
 * Returns: (nullable) (transfer none): the term, or %NULL where the set has none of that id
 */
const GalleyTerm *
galley_terms_find (GalleyTerms terms, const char *id)
{
  guint n_terms;
  const GalleyTerm *list = galley_terms_list (terms, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      if (g_strcmp0 (list[i].id, id) == 0)
        return &list[i];
    }

  return NULL;
}

/* A term does not know its set; the labels' contexts do. */
static const char *
find_context (const GalleyTerm *term)
{
  for (guint i = 0; i < GALLEY_N_TERMS; i++)
    {
      if (term >= sets[i].terms && term < sets[i].terms + sets[i].n_terms)
        return sets[i].context;
    }

  return NULL;
}

/**
 * galley_term_label:
 *
 * Returns: (transfer none): a short label in the reader's language
 */
const char *
galley_term_label (const GalleyTerm *term)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, find_context (term), term->label);
}

/**
 * galley_term_rule:
 *
 * Returns: (transfer none) (nullable): the rule in a sentence, in the reader's language
 */
const char *
galley_term_rule (const GalleyTerm *term)
{
  return term->rule != NULL ? _ (term->rule) : NULL;
}

/**
 * galley_kind_terms:
 *
 * Returns: the set of types of @kind; a note has none, and %GALLEY_N_TERMS says so
 */
GalleyTerms
galley_kind_terms (GalleyKind kind)
{
  static const GalleyTerms terms[GALLEY_N_KINDS] = {
    [GALLEY_KIND_SOURCE] = GALLEY_TERMS_SOURCE,
    [GALLEY_KIND_QUOTE] = GALLEY_TERMS_QUOTE,
    [GALLEY_KIND_OPINION] = GALLEY_TERMS_OPINION,
    [GALLEY_KIND_NOTE] = GALLEY_N_TERMS,
  };

  return terms[kind];
}

/**
 * galley_kind_label:
 * @count: how many, for the plural
 *
 * Returns: (transfer none): "Source" or "Sources" in the reader's language
 */
const char *
galley_kind_label (GalleyKind kind, guint count)
{
  switch (kind)
    {
    case GALLEY_KIND_SOURCE:
      return ngettext ("Source", "Sources", count);
    case GALLEY_KIND_QUOTE:
      return ngettext ("Quote", "Quotes", count);
    case GALLEY_KIND_OPINION:
      return ngettext ("Opinion", "Opinions", count);
    case GALLEY_KIND_NOTE:
      return ngettext ("Note", "Notes", count);
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * galley_status_label:
 *
 * Returns: (transfer none): "Not reviewed", "Accepted" … in the reader's language
 */
const char *
galley_status_label (GalleyStatus status)
{
  switch (status)
    {
    case GALLEY_STATUS_UNREVIEWED:
      return _ ("Not reviewed");
    case GALLEY_STATUS_ACCEPTED:
      return _ ("Accepted");
    case GALLEY_STATUS_CHANGED:
      return _ ("Changed");
    case GALLEY_STATUS_REJECTED:
      return _ ("Rejected");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * galley_kind_reasons:
 *
 * Returns: (array zero-terminated=1) (transfer none): why one of @kind may be rejected, ids of
 *   %GALLEY_TERMS_REASON. Those that several kinds have in common stand at the same place, since
 *   people give them by a digit
 */
const char *const *
galley_kind_reasons (GalleyKind kind)
{
  static const char *const reasons[GALLEY_N_KINDS][5] = {
    [GALLEY_KIND_SOURCE] = { "not-a-source", "wrong-edges", "duplicate", NULL },
    [GALLEY_KIND_QUOTE] = { "not-a-quote", "wrong-edges", "duplicate", "wrong-source", NULL },
    [GALLEY_KIND_OPINION] = { "not-an-opinion", "wrong-edges", "duplicate", NULL },
    [GALLEY_KIND_NOTE] = { NULL },
  };

  return reasons[kind];
}

/**
 * galley_work_expects_opinion:
 * @type_of_work: (nullable): an id of %GALLEY_TERMS_WORK
 *
 * Returns: %TRUE where the writer's own views are expected, so that opinions are information and
 *   not something to review
 */
gboolean
galley_work_expects_opinion (const char *type_of_work)
{
  return g_strcmp0 (type_of_work, "analysis") == 0 || g_strcmp0 (type_of_work, "opinion") == 0
         || g_strcmp0 (type_of_work, "review") == 0;
}

/**
 * galley_source_type_has_ladder:
 * @source_type: (nullable): an id of %GALLEY_TERMS_SOURCE
 *
 * Returns: %TRUE if a source of that type stands on the ladder of anonymity
 */
gboolean
galley_source_type_has_ladder (const char *source_type)
{
  return g_strcmp0 (source_type, "person") == 0 || g_strcmp0 (source_type, "unnamed-person") == 0
         || g_strcmp0 (source_type, "unnamed-group") == 0
         || g_strcmp0 (source_type, "sourceless") == 0;
}
