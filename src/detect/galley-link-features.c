/* galley-link-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-features.h"

#include "detect/galley-link-facts.h"
#include "detect/galley-link-gap-private.h"
#include "detect/galley-words.h"

enum
{
  S_NONE,
  S_NONE_PATTERN,
  S_NONE_BY,
  S_NONE_LEFT,
  S_NONE_RIGHT,
  S_DISTANCE,
  S_SENTENCES,
  S_PARAGRAPHS,
  S_SOURCES,
  S_CUES,
  S_CONTENTS,
  S_BETWEEN,
  S_PATTERN,
  S_CUE_LAST,
  S_CUE_FIRST,
  S_RELATIVE,
  S_PRONOUN,
  S_COMMAS,
  S_CONJUNCTION,
  S_CUE_JOINED,
  S_QUOTE_BETWEEN,
  S_NONE_FORM,
  S_FORM,
  S_PLACE,
  S_VERBS,
  S_KIND,
  S_FIRST,
  N_S,
};

static const guint source_sizes[N_S] = {
  [S_NONE] = 1,
  [S_NONE_PATTERN] = PATTERNS,
  [S_NONE_BY] = 1,
  [S_NONE_LEFT] = DISTANCES,
  [S_NONE_RIGHT] = DISTANCES,
  [S_DISTANCE] = SIDES * DISTANCES,
  [S_SENTENCES] = SIDES * 4,
  [S_PARAGRAPHS] = SIDES * 3,
  [S_SOURCES] = SIDES * 4,
  [S_CUES] = SIDES * 4,
  [S_CONTENTS] = SIDES * 4,
  [S_BETWEEN] = SIDES * 54,
  [S_PATTERN] = SIDES * PATTERNS * 2,
  [S_CUE_LAST] = SIDES * 5,
  [S_CUE_FIRST] = SIDES * 5,
  [S_RELATIVE] = SIDES * DISTANCES,
  [S_PRONOUN] = SIDES,
  [S_COMMAS] = SIDES * 8,
  [S_CONJUNCTION] = SIDES,
  [S_CUE_JOINED] = SIDES * 4,
  [S_QUOTE_BETWEEN] = SIDES,
  [S_NONE_FORM] = GALLEY_LINK_N_FORMS,
  [S_FORM] = SIDES * GALLEY_LINK_N_FORMS * 3,
  [S_PLACE] = SIDES * GALLEY_LINK_N_PLACES * 2,
  [S_VERBS] = SIDES * GALLEY_LINK_N_FORMS * 4,
  [S_KIND] = SIDES * GALLEY_LINK_N_KINDS * 2,
  [S_FIRST] = SIDES * GALLEY_LINK_N_FORMS * 2,
};

static const char *const commas[] = { ",", NULL };
static const char *const conjunctions[] = { "and", "but", "or", "then", NULL };
static const char *const cue_openers[] = { "according", "per", "in", "by", NULL };

guint
galley_link_n_source_features (void)
{
  return _galley_link_total (source_sizes, N_S);
}

/* Whether no other source stands before it in the sentence. */
static gboolean
is_first_source (const GalleyText *text, GArray *marks, guint source)
{
  guint sentence = first_token (text, marks, source)->sentence;

  for (guint i = source; i > 0; i--)
    {
      if (last_token (text, marks, i - 1)->sentence != sentence)
        return TRUE;
      if (mark_at (marks, i - 1)->role == GALLEY_ROLE_SOURCE)
        return FALSE;
    }

  return TRUE;
}

/* Who may be the subject of the cue's verb. */
static void
add_grammar (const GalleyText *text,
             GArray *marks,
             guint cue,
             guint source,
             const GalleyLinkGap *gap,
             GalleyLinkFeatures *features)
{
  guint form = galley_link_cue_form (text, mark_at (marks, cue));
  guint place = galley_link_source_place (text, mark_at (marks, source));
  guint sided = gap->side * GALLEY_LINK_N_FORMS + form;
  guint verbs =
      gap->distance < FAR_WORDS ? galley_link_count_verbs (text, gap->first, gap->end) : 3;

  _galley_link_add (features,
                    source_sizes,
                    S_FORM,
                    3 * sided
                        + (gap->distance == 0            ? 0
                           : gap->distance <= NEAR_WORDS ? 1
                                                         : 2));
  _galley_link_add (features,
                    source_sizes,
                    S_PLACE,
                    2 * (gap->side * GALLEY_LINK_N_PLACES + place) + (gap->distance > 0));
  _galley_link_add (features, source_sizes, S_VERBS, 4 * sided + MIN (verbs, 3));
  _galley_link_add (features,
                    source_sizes,
                    S_KIND,
                    2
                            * (gap->side * GALLEY_LINK_N_KINDS
                               + galley_link_source_kind (text, mark_at (marks, source)))
                        + (gap->sentences > 0));
  if (gap->sentences == 0)
    _galley_link_add (features,
                      source_sizes,
                      S_FIRST,
                      2 * sided + is_first_source (text, marks, source));
}

static void
add_no_source (const GalleyText *text, GArray *marks, guint cue, GalleyLinkFeatures *features)
{
  const GalleyMark *mark = mark_at (marks, cue);

  _galley_link_add (features, source_sizes, S_NONE, 0);
  _galley_link_add (features,
                    source_sizes,
                    S_NONE_PATTERN,
                    _galley_link_pattern_around (text, marks, cue));
  _galley_link_add (features, source_sizes, S_NONE_FORM, galley_link_cue_form (text, mark));
  if (galley_word_is (text, mark->end_token - 1, "by"))
    _galley_link_add (features, source_sizes, S_NONE_BY, 0);
  if (_galley_link_neighbour (text, marks, cue, -1) == GALLEY_ROLE_SOURCE + 1)
    _galley_link_add (features,
                      source_sizes,
                      S_NONE_LEFT,
                      _galley_link_bucket (mark->first_token
                                           - mark_at (marks, cue - 1)->end_token));
  if (_galley_link_neighbour (text, marks, cue, 1) == GALLEY_ROLE_SOURCE + 1)
    _galley_link_add (features,
                      source_sizes,
                      S_NONE_RIGHT,
                      _galley_link_bucket (mark_at (marks, cue + 1)->first_token
                                           - mark->end_token));
}

static void
add_source_words (const GalleyText *text,
                  GArray *marks,
                  guint cue,
                  guint source,
                  const GalleyLinkGap *gap,
                  GalleyLinkFeatures *features)
{
  static const char *const endings[] = { "by", "to", "from", "of", NULL };
  static const char *const relatives[] = { "who", "which", "that", "whose", NULL };
  static const char *const pronouns[] = { "i", "he", "she", "it", "they", "we", "you", NULL };
  const GalleyMark *mark = mark_at (marks, cue);
  guint word = mark_at (marks, source)->first_token;
  gboolean cue_between = gap->n_roles[GALLEY_ROLE_CUE] > 0;

  _galley_link_add (features,
                    source_sizes,
                    S_CUE_LAST,
                    gap->side * 5 + _galley_link_place_in (text, mark->end_token - 1, endings));
  _galley_link_add (features,
                    source_sizes,
                    S_CUE_FIRST,
                    gap->side * 5 + _galley_link_place_in (text, mark->first_token, cue_openers));
  if (_galley_link_place_in (text, word, relatives) > 0)
    _galley_link_add (features,
                      source_sizes,
                      S_RELATIVE,
                      gap->side * DISTANCES + _galley_link_bucket (gap->distance));
  else if (_galley_link_place_in (text, word, pronouns) > 0)
    _galley_link_add (features, source_sizes, S_PRONOUN, gap->side);
  _galley_link_add (features,
                    source_sizes,
                    S_COMMAS,
                    gap->side * 8 + 2 * MIN (_galley_link_count_between (text, gap, commas), 3)
                        + cue_between);
  if (cue_between && _galley_link_count_between (text, gap, conjunctions) > 0)
    _galley_link_add (features, source_sizes, S_CONJUNCTION, gap->side);
  if (mark->first_token > 0
      && _galley_link_place_in (text, mark->first_token - 1, conjunctions) > 0)
    _galley_link_add (features,
                      source_sizes,
                      S_CUE_JOINED,
                      gap->side * 4 + 2 * cue_between + (gap->distance > 0));
  if (_galley_link_has_quote_between (text, gap))
    _galley_link_add (features, source_sizes, S_QUOTE_BETWEEN, gap->side);
}

/**
 * galley_link_source_features:
 * @marks: (element-type GalleyMark): all of the text, in its order
 * @cue: which of them is the cue
 * @source: which of them may be its source, or %GALLEY_LINK_NONE: that nobody is named
 * @features: (out)
 */
void
galley_link_source_features (
    const GalleyText *text, GArray *marks, guint cue, gint source, GalleyLinkFeatures *features)
{
  GalleyLinkGap gap;
  guint near, sources, cues, contents;

  features->n_ids = 0;
  if (source == GALLEY_LINK_NONE)
    {
      add_no_source (text, marks, cue, features);
      return;
    }

  _galley_link_measure_gap (text, marks, cue, (guint) source, &gap);
  near = gap.sentences > 0;
  sources = MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 2);
  cues = MIN (gap.n_roles[GALLEY_ROLE_CUE], 2);
  contents = MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 2);
  _galley_link_add (features,
                    source_sizes,
                    S_DISTANCE,
                    gap.side * DISTANCES + _galley_link_bucket (gap.distance));
  _galley_link_add (features, source_sizes, S_SENTENCES, gap.side * 4 + MIN (gap.sentences, 3));
  _galley_link_add (features, source_sizes, S_PARAGRAPHS, gap.side * 3 + MIN (gap.paragraphs, 2));
  _galley_link_add (features,
                    source_sizes,
                    S_SOURCES,
                    gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 3));
  _galley_link_add (features,
                    source_sizes,
                    S_CUES,
                    gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_CUE], 3));
  _galley_link_add (features,
                    source_sizes,
                    S_CONTENTS,
                    gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 3));
  _galley_link_add (features,
                    source_sizes,
                    S_BETWEEN,
                    gap.side * 54 + 18 * sources + 6 * cues + 2 * contents + near);
  _galley_link_add (features,
                    source_sizes,
                    S_PATTERN,
                    (gap.side * PATTERNS + _galley_link_pattern_around (text, marks, cue)) * 2
                        + near);
  add_source_words (text, marks, cue, (guint) source, &gap, features);
  add_grammar (text, marks, cue, (guint) source, &gap, features);
}

static guint
add_candidates (const GalleyText *text,
                GArray *marks,
                guint here,
                GalleyRole role,
                int step,
                guint max_paragraphs,
                guint max_sentences,
                guint max_candidates,
                gint *candidates)
{
  const GalleyToken *token = first_token (text, marks, here);
  guint n = 0, window = step < 0 ? MARKS_BEFORE : MARKS_AFTER;

  for (guint i = 1; i < window && n < max_candidates; i++)
    {
      gint64 there = (gint64) here + step * (gint64) i;
      const GalleyToken *other;

      if (there < 0 || there >= marks->len)
        break;
      other = first_token (text, marks, (guint) there);
      if (difference (other->paragraph, token->paragraph) > max_paragraphs
          || difference (other->sentence, token->sentence) > max_sentences)
        break;
      if (mark_at (marks, (guint) there)->role == role)
        candidates[n++] = (gint) there;
    }

  return n;
}

/* A participle behind a comma shares the subject of its whole sentence: "she met a builder, who was
 * not paid, saying …". Of 925 such in PolNeAR train none has a relative pronoun as its source. */
static gboolean
is_of_a_clause (const GalleyText *text, const GalleyMark *cue, const GalleyMark *source)
{
  return galley_link_cue_form (text, cue) == GALLEY_LINK_FORM_PARTICIPLE
         && galley_link_source_kind (text, source) == GALLEY_LINK_KIND_RELATIVE;
}

/**
 * galley_link_source_candidates:
 * @candidates: (out): room for %GALLEY_LINK_MAX_CANDIDATES; the first is %GALLEY_LINK_NONE
 *
 * Returns: how many sources may belong to the cue, "none" included
 */
guint
galley_link_source_candidates (const GalleyText *text, GArray *marks, guint cue, gint *candidates)
{
  guint n = 1, kept = 1;

  candidates[0] = GALLEY_LINK_NONE;
  n += add_candidates (text, marks, cue, GALLEY_ROLE_SOURCE, -1, 1, 2, 4, candidates + n);
  n += add_candidates (text, marks, cue, GALLEY_ROLE_SOURCE, 1, 0, 1, 3, candidates + n);
  for (guint i = 1; i < n; i++)
    if (!is_of_a_clause (text, mark_at (marks, cue), mark_at (marks, (guint) candidates[i])))
      candidates[kept++] = candidates[i];

  return kept;
}

/**
 * galley_link_content_candidates:
 * @candidates: (out): room for %GALLEY_LINK_MAX_CANDIDATES
 *
 * Returns: how many marks the content may hang on: cues, then sources that may need none, then
 *   "nothing", which is always there
 */
guint
galley_link_content_candidates (const GalleyText *text,
                                GArray *marks,
                                guint content,
                                gint *candidates)
{
  guint n = 0;

  n += add_candidates (text, marks, content, GALLEY_ROLE_CUE, -1, 2, G_MAXUINT, 4, candidates + n);
  n += add_candidates (text, marks, content, GALLEY_ROLE_CUE, 1, 1, G_MAXUINT, 3, candidates + n);
  n += add_candidates (text, marks, content, GALLEY_ROLE_SOURCE, -1, 1, 4, 2, candidates + n);
  n += add_candidates (text, marks, content, GALLEY_ROLE_SOURCE, 1, 1, 2, 1, candidates + n);
  candidates[n++] = GALLEY_LINK_NONE;

  return n;
}
