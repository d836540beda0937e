/* galley-link-facts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-facts.h"

#include <string.h>

#include "language/galley-tagger.h"

#include "detect/galley-words.h"

static const char *
tag_of (const GalleyText *text, guint position)
{
  return galley_tag_to_string (galley_text_token (text, position)->tag);
}

static gboolean
is_finite (const GalleyText *text, guint position)
{
  static const char *const finite[] = { "VBD", "VBZ", "VBP", "MD", NULL };

  return g_strv_contains (finite, tag_of (text, position));
}

/* Nothing, or a comma or a dash, stands before it in its sentence. */
static gboolean
is_detached (const GalleyText *text, guint position)
{
  static const char *const breaks[] = { ",", "—", "–", "-", NULL };

  return position == 0 || galley_word_is_one_of (text, position - 1, breaks)
         || galley_text_token (text, position - 1)->sentence
                != galley_text_token (text, position)->sentence;
}

/**
 * galley_link_cue_form:
 * @text: the text, tagged
 * @cue: a cue
 *
 * Returns: what its first verb is: 0 there is none, 1 finite, 2 a participle behind a comma ("met
 * the mayor, saying"), which shares the subject of the clause before, 3 another in "-ing", 4 a past
 * participle, 5 a plain form; 6 no verb but a noun, 7 "according to" and the like
 */
guint
galley_link_cue_form (const GalleyText *text, const GalleyMark *cue)
{
  gboolean noun = FALSE;

  for (guint i = cue->first_token; i < cue->end_token; i++)
    {
      const char *tag = tag_of (text, i);

      if (i == cue->first_token && g_str_equal (tag, "IN"))
        return 7;
      if (galley_word_is (text, i, "according"))
        return 7;
      if (is_finite (text, i))
        return 1;
      if (g_str_equal (tag, "VBG"))
        return is_detached (text, cue->first_token) ? GALLEY_LINK_FORM_PARTICIPLE : 3;
      if (g_str_equal (tag, "VBN"))
        return 4;
      if (g_str_equal (tag, "VB"))
        return 5;
      noun |= g_str_has_prefix (tag, "NN");
    }

  return noun ? 6 : 0;
}

/**
 * galley_link_source_place:
 * @text: the text, tagged
 * @source: a source
 *
 * Returns: 2 × what stands before it (0 its sentence begins, 1 a preposition, 2 a verb, 3 a
 * conjunction, 4 a comma, 5 anything else) + whether a finite verb follows: a subject or an object
 */
guint
galley_link_source_place (const GalleyText *text, const GalleyMark *source)
{
  guint before = 5, first = source->first_token, end = source->end_token;
  gboolean verb;

  while (end < text->tokens->len && galley_text_token (text, end)->tag != GALLEY_TAG_NONE
         && g_str_has_prefix (tag_of (text, end), "RB"))
    end++;
  verb = end < text->tokens->len && is_finite (text, end);
  if (first == 0
      || galley_text_token (text, first - 1)->sentence != galley_text_token (text, first)->sentence)
    before = 0;
  else if (g_str_equal (tag_of (text, first - 1), "IN")
           || g_str_equal (tag_of (text, first - 1), "TO"))
    before = 1;
  else if (galley_tag_is_verb (galley_text_token (text, first - 1)->tag))
    before = 2;
  else if (g_str_equal (tag_of (text, first - 1), "CC"))
    before = 3;
  else if (galley_word_is (text, first - 1, ","))
    before = 4;

  return 2 * before + verb;
}

/**
 * galley_link_source_kind:
 *
 * Returns: 1 for a pronoun alone, 2 for a phrase with a proper name, 3 for a relative pronoun, else
 * 0
 */
guint
galley_link_source_kind (const GalleyText *text, const GalleyMark *source)
{
  const char *tag = tag_of (text, source->first_token);

  if (g_str_equal (tag, "PRP") && source->end_token == source->first_token + 1)
    return 1;
  if (tag[0] == 'W')
    return GALLEY_LINK_KIND_RELATIVE;
  for (guint i = source->first_token; i < source->end_token; i++)
    {
      if (galley_tag_is_proper_noun (galley_text_token (text, i)->tag))
        return 2;
    }

  return 0;
}

/**
 * galley_link_content_block:
 *
 * Returns: bits: 1 it opens with a quotation mark, 2 it begins its paragraph, 4 it ends it
 */
guint
galley_link_content_block (const GalleyText *text, const GalleyMark *content)
{
  guint paragraph = galley_text_token (text, content->first_token)->paragraph;
  guint end = content->end_token;
  GalleyTokenRun run = g_array_index (text->paragraphs, GalleyTokenRun, paragraph);

  while (end < run.end_token && !galley_token_has (text, end, GALLEY_TOKEN_WORD))
    end++;

  return (galley_token_has (text, content->first_token, GALLEY_TOKEN_OPENS_QUOTE) ? 1 : 0)
         + (content->first_token <= run.first_token ? 2 : 0) + (end >= run.end_token ? 4 : 0);
}

/**
 * galley_link_count_verbs:
 *
 * Returns: how many finite verbs stand between two tokens, outside of quotation marks
 */
guint
galley_link_count_verbs (const GalleyText *text, guint first_token, guint end_token)
{
  guint count = 0;

  for (guint i = first_token; i < end_token; i++)
    count += is_finite (text, i) && !galley_token_has (text, i, GALLEY_TOKEN_QUOTED);

  return count;
}

/**
 * galley_link_count_closings:
 *
 * Returns: how many quotations end between two tokens
 */
guint
galley_link_count_closings (const GalleyText *text, guint first_token, guint end_token)
{
  guint count = 0;

  for (guint i = first_token; i < end_token; i++)
    count += galley_token_has (text, i, GALLEY_TOKEN_CLOSES_QUOTE);

  return count;
}
