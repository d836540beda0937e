/* galley-sole-sources.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-sole-sources.h"

#include <string.h>

#include "base/galley-hash.h"
#include "language/galley-lemma.h"

#include "detect/galley-words.h"

/* Who alone says what they say. What a claim is no program here knows; what can be known is that
 * nobody else speaks of anything the source speaks of. Where in doubt, somebody else does. */

#define STEM_BYTES 5 /* "resign" and "resignation" are one topic */
#define MIN_TOPICS 2 /* fewer words with a topic tell nothing of what a quote is about */
#define NOBODY     -2
#define MANY       -3

/* Who says something in a paragraph, and whether it hangs on what was said before. */
typedef struct
{
  gint speaker;
  gboolean refers;
} Paragraph;

typedef struct
{
  const GalleyText *text;
  GHashTable *topics;    /* stem -> speaker, -1 where unknown, or MANY */
  Paragraph *paragraphs; /* one for each of the text, one beside each end */
  gint vague;            /* whose quotes may be about anything */
  gint speaking;         /* who speaks at all */
} Topics;

static gint
join (gint one, gint other)
{
  return one == NOBODY || one == other ? other : MANY;
}

/* Words that stand in news about anything. */
static gboolean
is_common (const char *lemma)
{
  static const char *const common[] = {
    "be",     "become", "begin", "bring", "can",   "come",  "could", "day",   "do",
    "expect", "find",   "get",   "give",  "go",    "good",  "have",  "hold",  "hour",
    "keep",   "know",   "last",  "leave", "let",   "look",  "make",  "many",  "may",
    "mean",   "month",  "more",  "need",  "new",   "next",  "old",   "other", "own",
    "part",   "people", "put",   "same",  "say",   "see",   "seem",  "set",   "should",
    "show",   "such",   "take",  "tell",  "thing", "think", "time",  "try",   "use",
    "want",   "way",    "week",  "will",  "work",  "would", "year",
  };

  return galley_word_in_table (lemma, common, G_N_ELEMENTS (common));
}

/* Nouns, names, verbs, adjectives and figures tell a topic. */
static gboolean
has_topic (const GalleyText *text, guint position)
{
  GalleyTag tag = galley_text_token (text, position)->tag;

  if (!galley_token_has (text, position, GALLEY_TOKEN_WORD))
    return FALSE;

  return galley_token_has (text, position, GALLEY_TOKEN_NUMBER) || galley_tag_is_noun (tag)
         || galley_tag_is_verb (tag) || g_str_has_prefix (galley_tag_to_string (tag), "JJ");
}

/* Writes the beginning of the token's lemma; "" where it tells no topic. */
static void
write_stem (const GalleyText *text, guint position, char stem[GALLEY_LEMMA_MAX])
{
  GalleyWord word;

  stem[0] = '\0';
  if (!has_topic (text, position))
    return;
  galley_word_fold (text, position, word);
  galley_lemma_write (word, strlen (word), galley_text_token (text, position)->tag, stem);
  if (is_common (stem))
    stem[0] = '\0';
  else if (!galley_token_has (text, position, GALLEY_TOKEN_NUMBER))
    stem[MIN (strlen (stem), STEM_BYTES)] = '\0';
}

static guint
add_topics (Topics *self, GalleyTokenRun run, gint speaker)
{
  guint n = 0;

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      char stem[GALLEY_LEMMA_MAX];
      gpointer known;

      write_stem (self->text, i, stem);
      if (stem[0] == '\0')
        continue;
      n++;
      if (!g_hash_table_lookup_extended (self->topics, stem, NULL, &known))
        known = GINT_TO_POINTER (NOBODY);
      g_hash_table_insert (self->topics,
                           g_strdup (stem),
                           GINT_TO_POINTER (join (GPOINTER_TO_INT (known), speaker)));
    }

  return n;
}

/* "it was too late", "that is not true" */
static gboolean
refers_back (const GalleyText *text, GalleyTokenRun run)
{
  static const char *const pointing[] = { "he",   "her",   "him",  "his",  "it",
                                          "its",  "she",   "so",   "that", "their",
                                          "them", "these", "they", "this", "those" };

  for (guint i = run.first_token; i < run.end_token; i++)
    {
      if (galley_token_in (text, i, pointing)
          && strcmp (galley_tag_to_string (galley_text_token (text, i)->tag), "IN") != 0)
        return TRUE;
    }

  return FALSE;
}

/* By their stems: what one does with what another says, and what it is called. */
static const char *const answering_stems[] = { "agree", "backe", "confi", "contr", "corro",
                                               "deny",  "disag", "dismi", "dispu", "echo",
                                               "rebut", "refut", "rejec" };
static const char *const saying_stems[] = { "accou", "accus", "alleg", "asser", "claim",
                                            "comme", "repor", "rumor", "rumou", "sugge" };

static gboolean
has_stem (const GalleyText *text, GalleyTokenRun run, const char *const *stems, guint n_stems)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      char stem[GALLEY_LEMMA_MAX];

      write_stem (text, i, stem);
      if (galley_word_in_table (stem, stems, n_stems))
        return TRUE;
    }

  return FALSE;
}

/* "denied", "confirmed" */
static gboolean
answers (const GalleyText *text, GalleyTokenRun run)
{
  return has_stem (text, run, answering_stems, G_N_ELEMENTS (answering_stems));
}

/* "the claims", "the allegation" */
static gboolean
is_about_saying (const GalleyText *text, GalleyTokenRun run)
{
  return answers (text, run) || has_stem (text, run, saying_stems, G_N_ELEMENTS (saying_stems));
}

static void
add_paragraphs (Topics *self, GalleyTokenRun run, gint speaker)
{
  guint first, last;

  if (galley_run_is_empty (run))
    return;
  first = galley_text_token (self->text, run.first_token)->paragraph;
  last = galley_text_token (self->text, run.end_token - 1)->paragraph;
  for (guint i = first; i <= last; i++)
    {
      Paragraph *paragraph = &self->paragraphs[i + 1];

      paragraph->speaker = join (paragraph->speaker, speaker);
      paragraph->refers = paragraph->refers || refers_back (self->text, run);
    }
}

static void
take_attribution (Topics *self, const GalleyAttribution *attribution, gint speaker)
{
  gboolean vague = answers (self->text, attribution->cue);
  guint n = 0;

  for (guint i = 0; i < attribution->contents->len; i++)
    {
      GalleyTokenRun run = g_array_index (attribution->contents, GalleyTokenRun, i);

      n += add_topics (self, run, speaker);
      vague = vague || is_about_saying (self->text, run);
      add_paragraphs (self, run, speaker);
    }
  /* Who speaks may be whom the claim is about. */
  add_topics (self, attribution->source, speaker);
  if (vague || n < MIN_TOPICS)
    self->vague = join (self->vague, speaker);
  self->speaking = join (self->speaking, speaker);
}

/* Whether nobody else speaks in the paragraphs of @run, nor in those beside them of something that
 * only these explain. */
static gboolean
stands_alone (const Topics *self, GalleyTokenRun run, gint speaker)
{
  guint first = galley_text_token (self->text, run.first_token)->paragraph;
  guint last = galley_text_token (self->text, run.end_token - 1)->paragraph;
  gboolean refers = refers_back (self->text, run);

  for (guint i = first; i <= last + 2; i++)
    {
      const Paragraph *paragraph = &self->paragraphs[i];
      gboolean beside = i == first || i == last + 2;

      if (paragraph->speaker != NOBODY && paragraph->speaker != speaker
          && (!beside || refers || paragraph->refers))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_alone_with (const Topics *self, GalleyTokenRun run, gint speaker, guint *n_topics)
{
  for (guint i = run.first_token; i < run.end_token; i++)
    {
      char stem[GALLEY_LEMMA_MAX];

      write_stem (self->text, i, stem);
      if (stem[0] == '\0')
        continue;
      if (GPOINTER_TO_INT (g_hash_table_lookup (self->topics, stem)) != speaker)
        return FALSE;
      (*n_topics)++;
    }

  return stands_alone (self, run, speaker);
}

static void
judge_attribution (const Topics *self,
                   const GalleyAttribution *attribution,
                   gint speaker,
                   gboolean *alone,
                   guint *n_topics)
{
  for (guint i = 0; alone[speaker] && i < attribution->contents->len; i++)
    alone[speaker] = is_alone_with (self,
                                    g_array_index (attribution->contents, GalleyTokenRun, i),
                                    speaker,
                                    &n_topics[speaker]);
}

static gboolean
says_something (const GalleyQuoteFacts *facts)
{
  return strcmp (facts->type, "no-comment") != 0;
}

static void
judge_speakers (const Topics *self,
                GPtrArray *attributions,
                const GalleyQuoteFacts *facts,
                const GalleySpeakers *speakers,
                gboolean *alone)
{
  guint n_speakers = speakers->speakers->len;
  g_autofree guint *n_topics = g_new0 (guint, n_speakers + 1);

  for (guint i = 0; i < n_speakers; i++)
    alone[i] = self->vague == NOBODY || self->vague == (gint) i;
  for (guint i = 0; i < attributions->len; i++)
    {
      gint speaker = galley_speakers_get_of (speakers, i);

      if (speaker >= 0 && says_something (&facts[i]))
        judge_attribution (self, attributions->pdata[i], speaker, alone, n_topics);
    }
  for (guint i = 0; i < n_speakers; i++)
    alone[i] = self->speaking == (gint) i || (alone[i] && n_topics[i] >= MIN_TOPICS);
}

static void
topics_clear (Topics *self)
{
  g_hash_table_unref (self->topics);
  g_free (self->paragraphs);
}

/**
 * galley_sole_sources_find:
 * @attributions: (element-type GalleyAttribution)
 * @facts: (array): of each attribution
 * @speakers: who says what
 *
 * Finds the speakers who alone in the article say what they say. One is where nobody else says
 * anything (to decline comment is to say nothing), or where all of this holds:
 *
 * - nobody else speaks in the paragraphs of its quotes, and in those beside them nobody whose
 *   words, or its own, hang on what was said before ("it", "that");
 * - no name, number, noun, verb or adjective of its quotes is in another's quote or its source,
 *   inflection and derivation aside, and there are at least two of them;
 * - no quote of another may be about anything: with fewer than two such words, or about what
 *   somebody says ("denied", "the claims").
 *
 * A quote of which nobody knows who says it counts as another's.
 *
 * Returns: (transfer full) (array): for each speaker whether it is one
 */
gboolean *
galley_sole_sources_find (const GalleyText *text,
                          GPtrArray *attributions,
                          const GalleyQuoteFacts *facts,
                          const GalleySpeakers *speakers)
{
  gboolean *alone = g_new0 (gboolean, speakers->speakers->len + 1);
  Topics topics = { .text = text, .vague = NOBODY, .speaking = NOBODY };

  topics.topics = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, NULL);
  topics.paragraphs = g_new0 (Paragraph, text->paragraphs->len + 2);
  for (guint i = 0; i < text->paragraphs->len + 2; i++)
    topics.paragraphs[i].speaker = NOBODY;
  for (guint i = 0; i < attributions->len; i++)
    {
      if (says_something (&facts[i]))
        take_attribution (&topics, attributions->pdata[i], galley_speakers_get_of (speakers, i));
    }
  judge_speakers (&topics, attributions, facts, speakers, alone);
  topics_clear (&topics);

  return alone;
}
