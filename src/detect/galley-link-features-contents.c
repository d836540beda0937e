/* galley-link-features-contents.c
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
  K_DISTANCE,
  K_SENTENCES,
  K_PARAGRAPHS,
  K_CUES,
  K_CONTENTS,
  K_BETWEEN,
  K_PATTERN,
  K_CUE_PATTERN,
  K_CUE_FIRST,
  K_CUE_LAST,
  K_QUOTED,
  K_OPENER,
  K_LAST_WORD,
  K_NEXT_WORD,
  K_STOP_BETWEEN,
  K_COMMAS,
  K_CAPITAL,
  K_BLOCK,
  K_ENDS,
  K_TAKEN,
  K_COLON,
  A_DISTANCE,
  A_BLOCK,
  A_BETWEEN,
  A_PATTERN,
  A_AROUND,
  N_NONE,
  N_BLOCK,
  N_PATTERN,
  N_CUES,
  N_COLON,
  N_LENGTH,
  N_K,
};

static const guint content_sizes[N_K] = {
  [K_DISTANCE] = SIDES * DISTANCES,
  [K_SENTENCES] = SIDES * 4,
  [K_PARAGRAPHS] = SIDES * 3,
  [K_CUES] = SIDES * 4,
  [K_CONTENTS] = SIDES * 4,
  [K_BETWEEN] = SIDES * 128,
  [K_PATTERN] = SIDES * PATTERNS * 2,
  [K_CUE_PATTERN] = SIDES * PATTERNS * 4,
  [K_CUE_FIRST] = SIDES * 5,
  [K_CUE_LAST] = SIDES * 6,
  [K_QUOTED] = SIDES * 2 * DISTANCES,
  [K_OPENER] = SIDES * 5,
  [K_LAST_WORD] = 5,
  [K_NEXT_WORD] = 6,
  [K_STOP_BETWEEN] = 2,
  [K_COMMAS] = 6,
  [K_CAPITAL] = SIDES * 8,
  [K_BLOCK] = SIDES * GALLEY_LINK_N_BLOCKS * 3 * 2,
  [K_ENDS] = SIDES * 2 * 3 * 4,
  [K_TAKEN] = SIDES * 2 * 3 * 2 * 2,
  [K_COLON] = SIDES * 3,
  [A_DISTANCE] = SIDES * DISTANCES,
  [A_BLOCK] = SIDES * GALLEY_LINK_N_BLOCKS * 3,
  [A_BETWEEN] = SIDES * 27 * 2,
  [A_PATTERN] = SIDES * PATTERNS * 2,
  [A_AROUND] = SIDES * PATTERNS,
  [N_NONE] = 1,
  [N_BLOCK] = GALLEY_LINK_N_BLOCKS,
  [N_PATTERN] = PATTERNS,
  [N_CUES] = 2 * 4 * 4,
  [N_COLON] = 1,
  [N_LENGTH] = 2 * DISTANCES,
};

static const char *const commas[] = { ",", NULL };
static const char *const stops[] = { ".", "?", "!", NULL };
static const char *const cue_openers[] = { "according", "per", "in", "by", NULL };

guint
galley_link_n_content_features (void)
{
  return _galley_link_total (content_sizes, N_K);
}

static void
add_content_words (const GalleyText *text,
                   GArray *marks,
                   guint content,
                   guint cue,
                   const GalleyLinkGap *gap,
                   GalleyLinkFeatures *features)
{
  static const char *const endings[] = { ":", ",", "that", "to", "by", NULL };
  static const char *const openers[] = { "that", "to", "whether", "if", NULL };
  static const char *const followers[] = { ",", ".", ";", "—", NULL };
  const GalleyMark *mark = mark_at (marks, content);
  gboolean quoted = galley_token_has (text, mark->first_token, GALLEY_TOKEN_OPENS_QUOTE);
  gboolean capital = quoted || galley_token_has (text, mark->first_token, GALLEY_TOKEN_CAPITAL);
  guint last = mark->end_token - 1;

  _galley_link_add (
      features,
      content_sizes,
      K_CUE_FIRST,
      gap->side * 5 + _galley_link_place_in (text, mark_at (marks, cue)->first_token, cue_openers));
  _galley_link_add (
      features,
      content_sizes,
      K_CUE_LAST,
      gap->side * 6 + _galley_link_place_in (text, mark_at (marks, cue)->end_token - 1, endings));
  _galley_link_add (features,
                    content_sizes,
                    K_QUOTED,
                    (gap->side * 2 + quoted) * DISTANCES + _galley_link_bucket (gap->distance));
  _galley_link_add (features,
                    content_sizes,
                    K_OPENER,
                    gap->side * 5 + _galley_link_place_in (text, mark->first_token, openers));
  _galley_link_add (features,
                    content_sizes,
                    K_CAPITAL,
                    gap->side * 8 + 4 * capital + 2 * (gap->distance > 0) + (gap->sentences > 0));

  if (gap->side == 1)
    {
      guint end = galley_token_has (text, last, GALLEY_TOKEN_CLOSES_QUOTE)
                      ? 4
                      : _galley_link_place_in (text, last, stops);

      _galley_link_add (features, content_sizes, K_LAST_WORD, end);
      if (gap->distance > 0)
        _galley_link_add (features,
                          content_sizes,
                          K_NEXT_WORD,
                          galley_token_has (text, gap->first, GALLEY_TOKEN_CLOSES_QUOTE)
                              ? 5
                              : _galley_link_place_in (text, gap->first, followers));
    }
  else
    {
      _galley_link_add (features,
                        content_sizes,
                        K_STOP_BETWEEN,
                        _galley_link_count_between (text, gap, stops) > 0);
      _galley_link_add (features,
                        content_sizes,
                        K_COMMAS,
                        2 * MIN (_galley_link_count_between (text, gap, commas), 2)
                            + (gap->n_roles[GALLEY_ROLE_SOURCE] > 0));
    }
}

/* Whether another content stands right beside the cue, or its source between them. */
static gboolean
is_taken (const GalleyText *text, GArray *marks, guint content, guint cue)
{
  for (int step = -1; step <= 1; step += 2)
    {
      gint64 there = (gint64) cue + step;

      while (there >= 0 && there < marks->len
             && mark_at (marks, (guint) there)->role == GALLEY_ROLE_SOURCE)
        there += step;
      if (there >= 0 && there < marks->len && there != content
          && mark_at (marks, (guint) there)->role == GALLEY_ROLE_CONTENT
          && first_token (text, marks, (guint) there)->paragraph
                 == first_token (text, marks, cue)->paragraph)
        return TRUE;
    }

  return FALSE;
}

/* How content and cue lie in their paragraphs, and what quotations between them. */
static void
add_layout (const GalleyText *text,
            GArray *marks,
            guint content,
            guint cue,
            const GalleyLinkGap *gap,
            GalleyLinkFeatures *features)
{
  const GalleyMark *mark = mark_at (marks, content);
  guint block = galley_link_content_block (text, mark);
  guint far = MIN (gap->paragraphs, 2);
  guint ends =
      gap->distance < 5 * FAR_WORDS ? galley_link_count_closings (text, gap->first, gap->end) : 3;
  gboolean taken = is_taken (text, marks, content, cue);

  _galley_link_add (features,
                    content_sizes,
                    K_BLOCK,
                    ((gap->side * GALLEY_LINK_N_BLOCKS + block) * 3 + far) * 2 + taken);
  _galley_link_add (features,
                    content_sizes,
                    K_ENDS,
                    ((gap->side * 2 + (block & 1)) * 3 + far) * 4 + MIN (ends, 3));
  _galley_link_add (features,
                    content_sizes,
                    K_TAKEN,
                    (((gap->side * 2 + (block & 1)) * 3 + far) * 2 + taken) * 2
                        + (gap->n_roles[GALLEY_ROLE_SOURCE] > 0));
  if (mark->first_token > 0 && galley_word_is (text, mark->first_token - 1, ":"))
    _galley_link_add (features, content_sizes, K_COLON, gap->side * 3 + far);
}

/* Of a source that the content may belong to without a cue. */
static void
add_bare_source (const GalleyText *text,
                 GArray *marks,
                 guint content,
                 guint source,
                 GalleyLinkFeatures *features)
{
  guint block = galley_link_content_block (text, mark_at (marks, content));
  guint between = 0;
  GalleyLinkGap gap;

  _galley_link_measure_gap (text, marks, content, source, &gap);
  for (guint role = 0; role < G_N_ELEMENTS (gap.n_roles); role++)
    between = 3 * between + MIN (gap.n_roles[role], 2);
  _galley_link_add (features,
                    content_sizes,
                    A_DISTANCE,
                    gap.side * DISTANCES + _galley_link_bucket (gap.distance));
  _galley_link_add (features,
                    content_sizes,
                    A_BLOCK,
                    (gap.side * GALLEY_LINK_N_BLOCKS + block) * 3 + MIN (gap.paragraphs, 2));
  _galley_link_add (features,
                    content_sizes,
                    A_BETWEEN,
                    (gap.side * 27 + between) * 2 + (gap.sentences > 0));
  _galley_link_add (features,
                    content_sizes,
                    A_PATTERN,
                    (gap.side * PATTERNS + _galley_link_pattern_around (text, marks, source)) * 2
                        + (gap.sentences > 0));
  _galley_link_add (features,
                    content_sizes,
                    A_AROUND,
                    gap.side * PATTERNS + _galley_link_pattern_around (text, marks, content));
}

/* How near the next cue to one side stands: 0 in the sentence, 1 in the paragraph, 2 in the one
 * beside it, 3 farther. */
static guint
nearest_cue (const GalleyText *text, GArray *marks, guint content, int step)
{
  const GalleyToken *here =
      step < 0 ? first_token (text, marks, content) : last_token (text, marks, content);

  for (gint64 i = (gint64) content + step;
       i >= 0 && i < marks->len && i < content + MARKS_AFTER && i + MARKS_BEFORE > content;
       i += step)
    {
      const GalleyToken *there = first_token (text, marks, (guint) i);

      if (mark_at (marks, (guint) i)->role != GALLEY_ROLE_CUE)
        continue;
      if (there->sentence == here->sentence)
        return 0;
      return MIN (1 + difference (there->paragraph, here->paragraph), 3);
    }

  return 3;
}

/* Of a content that stands alone. */
static void
add_no_cue (const GalleyText *text, GArray *marks, guint content, GalleyLinkFeatures *features)
{
  const GalleyMark *mark = mark_at (marks, content);
  guint block = galley_link_content_block (text, mark);

  _galley_link_add (features, content_sizes, N_NONE, 0);
  _galley_link_add (features, content_sizes, N_BLOCK, block);
  _galley_link_add (features,
                    content_sizes,
                    N_PATTERN,
                    _galley_link_pattern_around (text, marks, content));
  _galley_link_add (features,
                    content_sizes,
                    N_CUES,
                    ((block & 1) * 4 + nearest_cue (text, marks, content, -1)) * 4
                        + nearest_cue (text, marks, content, 1));
  if (mark->first_token > 0 && galley_word_is (text, mark->first_token - 1, ":"))
    _galley_link_add (features, content_sizes, N_COLON, 0);
  _galley_link_add (features,
                    content_sizes,
                    N_LENGTH,
                    (block & 1) * DISTANCES
                        + _galley_link_bucket (mark->end_token - mark->first_token));
}

/**
 * galley_link_content_features:
 * @marks: (element-type GalleyMark): all of the text, in its order
 * @content: which of them is the content
 * @anchor: which of them may be its cue, or its source where no cue stands, or %GALLEY_LINK_NONE:
 *   that it stands alone
 * @features: (out)
 */
void
galley_link_content_features (
    const GalleyText *text, GArray *marks, guint content, gint anchor, GalleyLinkFeatures *features)
{
  guint cue = (guint) anchor;
  GalleyLinkGap gap;
  guint near, sources, cues, contents;

  features->n_ids = 0;
  if (anchor == GALLEY_LINK_NONE)
    {
      add_no_cue (text, marks, content, features);
      return;
    }
  if (mark_at (marks, cue)->role == GALLEY_ROLE_SOURCE)
    {
      add_bare_source (text, marks, content, cue, features);
      return;
    }

  _galley_link_measure_gap (text, marks, content, cue, &gap);
  near = gap.sentences > 0;
  sources = MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 3);
  cues = MIN (gap.n_roles[GALLEY_ROLE_CUE], 3);
  contents = MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 3);
  _galley_link_add (features,
                    content_sizes,
                    K_DISTANCE,
                    gap.side * DISTANCES + _galley_link_bucket (gap.distance));
  _galley_link_add (features, content_sizes, K_SENTENCES, gap.side * 4 + MIN (gap.sentences, 3));
  _galley_link_add (features, content_sizes, K_PARAGRAPHS, gap.side * 3 + MIN (gap.paragraphs, 2));
  _galley_link_add (features, content_sizes, K_CUES, gap.side * 4 + cues);
  _galley_link_add (features, content_sizes, K_CONTENTS, gap.side * 4 + contents);
  _galley_link_add (features,
                    content_sizes,
                    K_BETWEEN,
                    gap.side * 128 + 32 * sources + 8 * cues + 2 * contents + near);
  _galley_link_add (features,
                    content_sizes,
                    K_PATTERN,
                    (gap.side * PATTERNS + _galley_link_pattern_around (text, marks, content)) * 2
                        + near);
  _galley_link_add (features,
                    content_sizes,
                    K_CUE_PATTERN,
                    (gap.side * PATTERNS + _galley_link_pattern_around (text, marks, cue)) * 4
                        + 2 * (contents > 0) + near);
  add_content_words (text, marks, content, cue, &gap, features);
  add_layout (text, marks, content, cue, &gap, features);
}
