/* galley-mark-guards.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-mark-guards.h"

#include "detect/galley-cues.h"
#include "detect/galley-words.h"
#include "language/galley-tagger.h"

#define MAX_TITLE 14 /* tokens of a work's name */

/* What no reader may get wrong, whatever it has learnt: slips that the grammar of English or the
 * sense of a word rules out, mended where the marks around leave no doubt. */

static GalleyMark *
get (GArray *marks, guint position)
{
  return position < marks->len ? &g_array_index (marks, GalleyMark, position) : NULL;
}

static gboolean
has_tag (const GalleyText *text, guint token, const char *tag)
{
  return galley_text_token (text, token)->tag == galley_tag_from_string (tag);
}

static gboolean
follows (const GalleyMark *mark, GalleyRole role, guint end)
{
  return mark != NULL && mark->role == role && mark->first_token == end;
}

/* "anticipates" between two nouns; not "reports", which may be one itself, nor "released", which
 * may be a participle. */
static gboolean
is_finite_cue (const GalleyText *text, guint token)
{
  GalleyWord word;
  guint forms = 0;
  const GalleyCue *cue = galley_cue_find_verb (galley_word_fold (text, token, word), &forms);

  return cue != NULL && (cue->flags & GALLEY_CUE_TAKES_CLAUSE) != 0
         && (forms & GALLEY_CUE_FORM_THIRD) != 0 && galley_cue_find_noun (word) == NULL
         && !galley_token_has (text, token, GALLEY_TOKEN_CAPITAL);
}

static gboolean
begins_clause (const GalleyText *text, guint token)
{
  static const char *const words[] = { ",", "that", "which", "who", "whom", "whose" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (galley_word_is (text, token, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* The reporting verb that @source has swallowed, or 0: a noun before it, words behind it, and no
 * clause of its own that it could belong to. */
static guint
find_swallowed (const GalleyText *text, const GalleyMark *source)
{
  for (guint i = source->first_token; i + 1 < source->end_token; i++)
    {
      if (begins_clause (text, i))
        return 0;
      if (i > source->first_token && galley_tag_is_noun (galley_text_token (text, i - 1)->tag)
          && is_finite_cue (text, i))
        return i;
    }

  return 0;
}

/* "[The mayor expects drivers] [will accept] [a toll]" is
 * "[The mayor] [expects] [drivers will accept a toll]". */
static void
free_swallowed_cue (const GalleyText *text, GArray *marks, guint position)
{
  GalleyMark *source = get (marks, position);
  GalleyMark *cue = get (marks, position + 1);
  GalleyMark *content = get (marks, position + 2);
  guint verb;

  if (source->role != GALLEY_ROLE_SOURCE || !follows (cue, GALLEY_ROLE_CUE, source->end_token)
      || !follows (content, GALLEY_ROLE_CONTENT, cue->end_token)
      || !has_tag (text, cue->first_token, "MD"))
    return;

  verb = find_swallowed (text, source);
  if (verb == 0)
    return;

  source->end_token = verb;
  cue->first_token = verb;
  cue->end_token = verb + 1;
  content->first_token = verb + 1;
}

/* "[a board that] [promised]" is "[a board] [that] [promised]": the name may have a cue of its own
 * before it, and whom the pronoun means is settled later. */
static void
part_from_relative (const GalleyText *text, GArray *marks, guint position)
{
  static const char *const relatives[] = { "that", "which", "who", NULL };
  GalleyMark *source = get (marks, position);
  GalleyMark pronoun = *source;

  pronoun.first_token = source->end_token - 1;
  if (source->role != GALLEY_ROLE_SOURCE || source->first_token == pronoun.first_token
      || !galley_word_is_one_of (text, pronoun.first_token, relatives)
      || has_tag (text, pronoun.first_token, "DT")
      || !follows (get (marks, position + 1), GALLEY_ROLE_CUE, source->end_token))
    return;

  source->end_token = pronoun.first_token;
  if (source->end_token > source->first_token + 1
      && galley_word_is (text, source->end_token - 1, ","))
    source->end_token--;
  g_array_insert_val (marks, position + 1, pronoun);
}

static gboolean
begins_with_according_to (const GalleyText *text, guint first, guint end)
{
  return first + 1 < end && galley_word_is (text, first, "according")
         && galley_word_is (text, first + 1, "to");
}

/* The comma that ends the source of "According to a report seen by the paper, costs rose". */
static guint
find_comma (const GalleyText *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      if (galley_word_is (text, i, ","))
        return i;
    }

  return end;
}

/* "According to a report seen by the paper, costs rose": the reader took "by" for the cue, and the
 * words around it for source and content. Elsewhere "by" may be one ("a letter by the mayor"). */
static void
mend_by (const GalleyText *text, GArray *marks, guint position)
{
  GalleyMark *source = position > 0 ? get (marks, position - 1) : NULL;
  GalleyMark *cue = get (marks, position);
  GalleyMark *content = get (marks, position + 1);
  guint sentence, first, comma;

  if (source == NULL || source->role != GALLEY_ROLE_SOURCE || source->first_token < 2
      || !follows (content, GALLEY_ROLE_CONTENT, cue->end_token))
    return;

  sentence = galley_text_token (text, cue->first_token)->sentence;
  first = g_array_index (text->sentences, GalleyTokenRun, sentence).first_token;
  comma = find_comma (text, cue->end_token, content->end_token);
  if (!begins_with_according_to (text, first, source->first_token + 1)
      || source->first_token != first + 2 || comma + 1 >= content->end_token)
    return;

  content->first_token = comma + 1;
  cue->role = GALLEY_ROLE_SOURCE;
  cue->first_token = first + 2;
  cue->end_token = comma;
  source->role = GALLEY_ROLE_CUE;
  source->first_token = first;
  source->end_token = first + 2;
}

static gboolean
is_lone_by (const GalleyText *text, const GalleyMark *mark)
{
  return mark->role == GALLEY_ROLE_CUE && mark->end_token == mark->first_token + 1
         && galley_word_is (text, mark->first_token, "by");
}

static gboolean
has_any_tag (const GalleyText *text, guint token, const char *const *tags)
{
  for (; *tags != NULL; tags++)
    if (has_tag (text, token, *tags))
      return TRUE;

  return FALSE;
}

static gboolean
is_finite_verb (const GalleyText *text, guint token)
{
  static const char *const tags[] = { "MD", "VBD", "VBP", "VBZ", NULL };

  return has_any_tag (text, token, tags);
}

static gboolean
has_finite_verb (const GalleyText *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (is_finite_verb (text, i))
      return TRUE;

  return FALSE;
}

/* "[The bank left its rate unchanged], saying": who says it ends before what they did. A clause of
 * the source's own begins with a comma or a relative pronoun; an object makes sure that the verb is
 * no participle. */
static void
end_before_verb (const GalleyText *text, GalleyMark *mark)
{
  static const char *const objects[] = { "DT", "PRP$", "CD", NULL };

  if (mark->role != GALLEY_ROLE_SOURCE)
    return;
  for (guint i = mark->first_token + 1; i + 1 < mark->end_token; i++)
    {
      if (begins_clause (text, i))
        return;
      if (is_finite_verb (text, i) && galley_tag_is_noun (galley_text_token (text, i - 1)->tag)
          && has_any_tag (text, i + 1, objects))
        {
          mark->end_token = i;
          return;
        }
    }
}

/* "[A screen] [shows] [pictures of birds]": what is looked at, not what somebody makes known. */
static gboolean
shows_pictures (const GalleyText *text, GArray *marks, guint position)
{
  static const char *const forms[] = { "show", "shows", "showed", NULL };
  static const char *const pictures[] = { "drawings", "films",       "images",   "paintings",
                                          "photos",   "photographs", "pictures", NULL };
  const GalleyMark *cue = get (marks, position);
  const GalleyMark *content = get (marks, position + 1);
  guint seen;

  if (cue == NULL || cue->role != GALLEY_ROLE_CUE
      || !galley_word_is_one_of (text, cue->first_token, forms)
      || !follows (content, GALLEY_ROLE_CONTENT, cue->first_token + 1))
    return FALSE;
  seen = content->first_token;
  while (seen + 1 < content->end_token
         && (has_tag (text, seen, "JJ") || has_tag (text, seen, "CD")))
    seen++;

  return galley_word_is_one_of (text, seen, pictures)
         && !has_finite_verb (text, seen + 1, content->end_token);
}

/* Takes the cue and its content away, and the source right before it. */
static void
drop_with_neighbours (GArray *marks, guint position)
{
  gboolean has_source =
      position > 0
      && follows (get (marks, position), GALLEY_ROLE_CUE, get (marks, position - 1)->end_token)
      && get (marks, position - 1)->role == GALLEY_ROLE_SOURCE;

  g_array_remove_range (marks, position - has_source, 2 + has_source);
}

/* Every word of it is written as a title's are. */
static gboolean
is_title (const GalleyText *text, guint first, guint end)
{
  static const char *const small[] = { "a",  "an", "and", "as", "at",  "but", "by",   "for", "from",
                                       "in", "of", "on",  "or", "the", "to",  "with", NULL };

  for (guint i = first; i < end; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_WORD)
          && !galley_token_has (text, i, GALLEY_TOKEN_CAPITAL | GALLEY_TOKEN_NUMBER)
          && (i == first || !galley_word_is_one_of (text, i, small)))
        return FALSE;
    }

  return first < end && end - first <= MAX_TITLE;
}

/* "her novel, [“The Salt Road,”]": the name of a work, which nobody says. Of fifty such in
 * PolNeAR's training part none is a content by itself; behind "titled" or "called" some are. */
static gboolean
is_name_of_work (const GalleyText *text, GArray *marks, guint position)
{
  static const char *const works[] = {
    "album", "anthem",   "autobiography", "biography", "book",   "comedy",  "documentary", "drama",
    "essay", "film",     "hymn",          "magazine",  "memoir", "movie",   "musical",     "novel",
    "opera", "painting", "play",          "podcast",   "poem",   "program", "programme",   "series",
    "show",  "single",   "sitcom",        "song",      NULL,
  };
  const GalleyMark *mark = get (marks, position);
  guint before;

  if (mark == NULL || mark->role != GALLEY_ROLE_CONTENT || mark->first_token < 2
      || !galley_run_is_quotation (text, (GalleyTokenRun){ mark->first_token, mark->end_token }))
    return FALSE;
  before = mark->first_token - (galley_word_is (text, mark->first_token - 1, ",") ? 2 : 1);

  return galley_word_is_one_of (text, before, works)
         && is_title (text, mark->first_token + 1, mark->end_token);
}

/**
 * galley_mark_guards_apply:
 * @text: tagged
 * @marks: (element-type GalleyMark) (inout): of any reader; stay sorted and disjoint
 *
 * Takes from a source the reporting verb it swallowed and what it did before it spoke, and from a
 * "by" what "according to" reports; parts a source from a pronoun behind it; drops what shows
 * pictures and what names a work.
 */
void
galley_mark_guards_apply (const GalleyText *text, GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      free_swallowed_cue (text, marks, i);
      if (is_lone_by (text, get (marks, i)))
        mend_by (text, marks, i);
      end_before_verb (text, get (marks, i));
      part_from_relative (text, marks, i);
    }
  for (guint i = marks->len; i-- > 0;)
    {
      if (shows_pictures (text, marks, i))
        drop_with_neighbours (marks, i);
      else if (is_name_of_work (text, marks, i))
        g_array_remove_index (marks, i);
    }
}
