/* galley-transcript.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-transcript.h"

#include <string.h>

#include "detect/galley-reader.h"

#define MIN_TURNS        3
#define MAX_LABEL_TOKENS 8
#define LONGEST_LABEL    64
#define MAIN_SHARE       0.4 /* of the paragraphs: what has no label goes on with the turn before */
#define TURN_PROBABILITY 0.95

/* Labels of fact boxes and links, not of speakers. */
static const char *const field_labels[] = {
  "what",          "when",       "where",      "who",       "why",       "how",       "cost",
  "tickets",       "info",       "contact",    "note",      "update",    "related",   "read",
  "read more",     "watch",      "photo",      "photos",    "video",     "more",      "correction",
  "source",        "sources",    "time",       "date",      "place",     "price",     "location",
  "details",       "the latest", "breaking",   "exclusive", "opinion",   "analysis",  "review",
  "editor's note", "age",        "occupation", "party",     "born",      "education", "hometown",
  "score",         "result",     "monday",     "tuesday",   "wednesday", "thursday",  "friday",
  "saturday",      "sunday",     "tags",       "topics",
};

/* The label in small letters; an empty string where it is too long for one. */
static void
get_label (const GalleyText *text, GalleyTokenRun label, char *folded)
{
  gsize length = 0;

  for (guint i = label.first_token; i < label.end_token && length + 2 < LONGEST_LABEL; i++)
    {
      if (i > label.first_token)
        folded[length++] = ' ';
      length += galley_text_copy_folded (text, i, folded + length, LONGEST_LABEL - length);
    }
  folded[length] = '\0';
}

static gboolean
is_field (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_labels); i++)
    {
      if (strcmp (folded, field_labels[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_stand_in_label (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);

  return (token->flags & GALLEY_TOKEN_CAPITAL) || galley_text_token_is (text, position, ".")
         || galley_text_token_is (text, position, "(") || galley_text_token_is (text, position, ")")
         || galley_text_token_is (text, position, ",") || galley_text_token_is (text, position, "-")
         || galley_text_token_is (text, position, "de")
         || galley_text_token_is (text, position, "van");
}

/* Q. and A., whose period is a token of its own before some words. */
static gboolean
is_letter_label (const GalleyText *text, guint position)
{
  if (galley_text_token_is (text, position, "Q.") || galley_text_token_is (text, position, "A."))
    return TRUE;

  return (galley_text_token_is (text, position, "Q") || galley_text_token_is (text, position, "A"))
         && galley_text_token_is (text, position + 1, ".");
}

/* Where a paragraph's words begin: a transcript that is quoted has a mark before each. */
static guint
first_word (const GalleyText *text, GalleyTokenRun run)
{
  static const char *const marks[] = { "\"", "“", NULL };

  return run.first_token
         + (run.end_token > run.first_token + 1
            && galley_text_token_is_any (text, run.first_token, marks));
}

/* Reads `NAME:`, `Q:` or `Q.` at the beginning of a paragraph. */
static gboolean
read_turn (const GalleyText *text, guint paragraph, GalleyTurn *turn)
{
  GalleyTokenRun run = g_array_index (text->paragraphs, GalleyTokenRun, paragraph);
  guint first = first_word (text, run), i = first;
  guint limit = MIN (run.end_token, first + MAX_LABEL_TOKENS);
  char folded[LONGEST_LABEL];

  if (!(galley_text_token (text, i)->flags & GALLEY_TOKEN_CAPITAL))
    return FALSE;
  while (i < limit && may_stand_in_label (text, i) && !galley_text_token_is (text, i, ":"))
    i++;
  if (i < limit && galley_text_token_is (text, i, ":"))
    turn->label = (GalleyTokenRun){ first, i };
  else if (run.end_token > first + 2 && is_letter_label (text, first))
    {
      i = first + galley_text_token_is (text, first + 1, ".");
      turn->label = (GalleyTokenRun){ first, first + 1 };
    }
  else
    return FALSE;

  /* "Hull: 1,769" counts, it does not speak. */
  if (i + 1 >= run.end_token || (galley_text_token (text, i + 1)->flags & GALLEY_TOKEN_NUMBER))
    return FALSE;

  get_label (text, turn->label, folded);
  turn->paragraph = paragraph;
  turn->colon = i;
  turn->content = (GalleyTokenRun){ i + 1, run.end_token };
  turn->question = folded[0] == 'q' && (folded[1] == '\0' || folded[1] == '.');

  return !is_field (folded);
}

static gboolean
shouts (const GalleyText *text, const GalleyTurn *turn)
{
  const GalleyToken *token = galley_text_token (text, turn->label.first_token);

  return (token->flags & GALLEY_TOKEN_ALL_CAPS) || token->end - token->start <= 2;
}

/* How often each label stands in the text. */
static GHashTable *
count_labels (const GalleyText *text, GArray *turns)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      char folded[LONGEST_LABEL];
      guint count;

      get_label (text, g_array_index (turns, GalleyTurn, i).label, folded);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (labels, folded));
      g_hash_table_replace (labels, g_strdup (folded), GUINT_TO_POINTER (count + 1));
    }

  return labels;
}

/* Takes out what only looks like a turn: a headline with a colon, and labels that are written
 * otherwise than the speakers are. */
static void
drop_strays (const GalleyText *text, GArray *turns, GHashTable *labels, guint n_shouted)
{
  guint n_kept = 0, n_turns = turns->len;
  gboolean shouted = 2 * n_shouted > n_turns;

  for (guint i = 0; i < n_turns; i++)
    {
      GalleyTurn turn = g_array_index (turns, GalleyTurn, i);
      char folded[LONGEST_LABEL];
      gboolean once;

      get_label (text, turn.label, folded);
      once = GPOINTER_TO_UINT (g_hash_table_lookup (labels, folded)) == 1;
      if (!shouts (text, &turn) && (turn.paragraph == 0 ? once || shouted : once && shouted))
        continue;
      g_array_index (turns, GalleyTurn, n_kept++) = turn;
    }
  g_array_set_size (turns, n_kept);
}

/* Speakers come back; the labels of a fact box do not. Empties @turns where it is no transcript. */
static void
keep_transcript (const GalleyText *text, GArray *turns)
{
  g_autoptr (GHashTable) labels = count_labels (text, turns);
  guint n_shouted = 0;

  for (guint i = 0; i < turns->len; i++)
    n_shouted += shouts (text, &g_array_index (turns, GalleyTurn, i));
  drop_strays (text, turns, labels, n_shouted);

  if (turns->len < MIN_TURNS
      || (g_hash_table_size (labels) >= turns->len && n_shouted < turns->len))
    g_array_set_size (turns, 0);
}

/* In a text that is a transcript throughout, paragraphs without a label belong to the last speaker.
 */
static GArray *
add_continuations (const GalleyText *text, GArray *turns)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (GalleyTurn));
  gboolean main_form = turns->len >= MAIN_SHARE * text->paragraphs->len;

  for (guint i = 0; i < turns->len; i++)
    {
      GalleyTurn turn = g_array_index (turns, GalleyTurn, i);
      guint next = i + 1 < turns->len ? g_array_index (turns, GalleyTurn, i + 1).paragraph
                                      : turn.paragraph + 1;

      g_array_append_val (all, turn);
      for (guint j = turn.paragraph + 1; main_form && j < next; j++)
        {
          GalleyTurn more = { .paragraph = j, .question = turn.question };
          const GalleyToken *first;

          more.content = g_array_index (text->paragraphs, GalleyTokenRun, j);
          more.colon = more.content.first_token;
          first = galley_text_token (text, first_word (text, more.content));
          if (text->text[first->start] != '[' && text->text[first->start] != '(')
            g_array_append_val (all, more);
        }
    }

  return all;
}

/**
 * galley_transcript_find:
 *
 * Finds the turns of a transcript, an interview in questions and answers or a debate: three
 * paragraphs or more that begin with `NAME:` or `Q:`.
 *
 * Returns: (transfer full) (element-type GalleyTurn): in the order of the text; empty where the
 * text is no transcript
 */
GArray *
galley_transcript_find (const GalleyText *text)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (GalleyTurn));

  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      GalleyTurn turn;

      if (read_turn (text, i, &turn))
        g_array_append_val (turns, turn);
    }
  keep_transcript (text, turns);

  return add_continuations (text, turns);
}

/**
 * galley_transcript_is_interview:
 *
 * Returns: %TRUE if the turns are questions and answers
 */
gboolean
galley_transcript_is_interview (const GalleyText *text, GArray *turns)
{
  guint n_questions = 0;

  for (guint i = 0; i < turns->len; i++)
    n_questions += g_array_index (turns, GalleyTurn, i).question;

  return n_questions > 0;
}

static void
add_mark (GArray *marks, GalleyRole role, guint first_token, guint end_token)
{
  GalleyMark mark = { role, first_token, end_token, TURN_PROBABILITY };

  if (first_token < end_token)
    g_array_append_val (marks, mark);
}

static void
add_turn (GArray *marks, const GalleyTurn *turn)
{
  if (turn->question)
    return; /* the interviewer is no source */

  if (turn->label.first_token < turn->label.end_token)
    {
      add_mark (marks, GALLEY_ROLE_SOURCE, turn->label.first_token, turn->label.end_token);
      if (turn->colon >= turn->label.end_token)
        add_mark (marks, GALLEY_ROLE_CUE, turn->colon, turn->colon + 1);
    }
  add_mark (marks, GALLEY_ROLE_CONTENT, turn->content.first_token, turn->content.end_token);
}

/**
 * galley_transcript_replace_marks:
 * @turns: (element-type GalleyTurn): as galley_transcript_find() returned them
 * @wanted: (nullable): the paragraphs that are searched
 * @marks: (element-type GalleyMark) (inout): what a reader found, in the order of the text
 *
 * Puts the marks of the transcript's form in place of a reader's in its paragraphs: the label is
 * the source, the colon the cue, the rest the content. No learnt reader has seen enough transcripts
 * to do as well. Does nothing where @turns is empty.
 */
void
galley_transcript_replace_marks (const GalleyText *text,
                                 GArray *turns,
                                 const gboolean *wanted,
                                 GArray *marks)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (GalleyMark));
  guint next = 0;

  if (turns->len == 0)
    return;

  for (guint i = 0; i < turns->len; i++)
    {
      const GalleyTurn *turn = &g_array_index (turns, GalleyTurn, i);
      GalleyTokenRun run = g_array_index (text->paragraphs, GalleyTokenRun, turn->paragraph);

      if (wanted != NULL && !wanted[turn->paragraph])
        continue;
      for (; next < marks->len; next++)
        {
          const GalleyMark *mark = &g_array_index (marks, GalleyMark, next);

          if (mark->first_token >= run.end_token)
            break;
          if (mark->end_token <= run.first_token)
            g_array_append_val (merged, *mark);
        }
      add_turn (merged, turn);
    }
  if (next < marks->len)
    g_array_append_vals (merged, &g_array_index (marks, GalleyMark, next), marks->len - next);

  g_array_set_size (marks, 0);
  g_array_append_vals (marks, merged->data, merged->len);
}
