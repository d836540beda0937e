/* galley-link-features.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-features.h"

#include <string.h>

#include "detect/galley-link-facts.h"
#include "detect/galley-words.h"

#define FAR_WORDS  60 /* tokens between two marks that are still looked at one by one */
#define NEAR_WORDS 5

/* Windows of candidates, in marks, so that a huge article stays linear. */
#define MARKS_BEFORE 14
#define MARKS_AFTER  12

#define SIDES     2
#define DISTANCES 10
#define PATTERNS  16

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

typedef struct
{
  guint first; /* token after the mark on the left */
  guint end;   /* first token of the mark on the right */
  guint side;  /* 0: the other mark stands left of the one in question */
  guint sentences;
  guint paragraphs;
  guint n_roles[3];
  guint distance;
} Gap;

static guint
total (const guint *sizes, guint n_sizes)
{
  guint sum = 0;

  for (guint i = 0; i < n_sizes; i++)
    sum += sizes[i];

  return sum;
}

guint
galley_link_n_source_features (void)
{
  return total (source_sizes, N_S);
}

guint
galley_link_n_content_features (void)
{
  return total (content_sizes, N_K);
}

static void
add (GalleyLinkFeatures *features, const guint *sizes, guint template, guint value)
{
  guint id = total (sizes, template) + MIN (value, sizes[template] - 1);

  g_assert (features->n_ids < GALLEY_LINK_MAX_FEATURES);
  features->ids[features->n_ids++] = (guint16) id;
}

static const GalleyMark *
mark_at (GArray *marks, guint position)
{
  return &g_array_index (marks, GalleyMark, position);
}

static const GalleyToken *
first_token (const GalleyText *text, GArray *marks, guint position)
{
  return galley_text_token (text, mark_at (marks, position)->first_token);
}

static const GalleyToken *
last_token (const GalleyText *text, GArray *marks, guint position)
{
  return galley_text_token (text, mark_at (marks, position)->end_token - 1);
}

static guint
bucket (guint distance)
{
  static const guint limits[DISTANCES - 1] = { 0, 1, 2, 3, 5, 8, 12, 20, 35 };
  guint i = 0;

  while (i < G_N_ELEMENTS (limits) && distance > limits[i])
    i++;

  return i;
}

static guint
difference (guint a, guint b)
{
  return a > b ? a - b : b - a;
}

static void
measure_gap (const GalleyText *text, GArray *marks, guint here, guint there, Gap *gap)
{
  guint left = MIN (here, there), right = MAX (here, there);
  const GalleyToken *a = last_token (text, marks, left);
  const GalleyToken *b = first_token (text, marks, right);

  memset (gap, 0, sizeof *gap);
  gap->side = there < here ? 0 : 1;
  gap->first = mark_at (marks, left)->end_token;
  gap->end = MAX (gap->first, mark_at (marks, right)->first_token);
  gap->distance = gap->end - gap->first;
  gap->sentences = difference (a->sentence, b->sentence);
  gap->paragraphs = difference (a->paragraph, b->paragraph);
  for (guint i = left + 1; i < right; i++)
    gap->n_roles[mark_at (marks, i)->role]++;
}

/* 0: no mark there in the same sentence, else its role + 1 */
static guint
neighbour (const GalleyText *text, GArray *marks, guint here, int step)
{
  gint64 there = (gint64) here + step;

  if (there < 0 || there >= marks->len)
    return 0;
  if (step < 0
      && first_token (text, marks, here)->sentence
             != first_token (text, marks, (guint) there)->sentence)
    return 0;
  if (step > 0
      && last_token (text, marks, here)->sentence
             != first_token (text, marks, (guint) there)->sentence)
    return 0;

  return mark_at (marks, (guint) there)->role + 1;
}

static guint
pattern_around (const GalleyText *text, GArray *marks, guint here)
{
  return 4 * neighbour (text, marks, here, -1) + neighbour (text, marks, here, 1);
}

/* 1-based place of the token in a short list, 0 where it is not in it */
static guint
place_in (const GalleyText *text, guint position, const char *const *words)
{
  GalleyWord folded;

  galley_word_fold (text, position, folded);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (folded, words[i]) == 0)
        return i + 1;
    }

  return 0;
}

static guint
count_between (const GalleyText *text, const Gap *gap, const char *const *words)
{
  guint count = 0;

  if (gap->distance >= FAR_WORDS)
    return 0;
  for (guint i = gap->first; i < gap->end; i++)
    count += place_in (text, i, words) > 0;

  return count;
}

static gboolean
has_quote_between (const GalleyText *text, const Gap *gap)
{
  if (gap->distance >= FAR_WORDS)
    return FALSE;
  for (guint i = gap->first; i < gap->end; i++)
    {
      if (galley_token_has (text, i, GALLEY_TOKEN_OPENS_QUOTE | GALLEY_TOKEN_CLOSES_QUOTE))
        return TRUE;
    }

  return FALSE;
}

static const char *const commas[] = { ",", NULL };
static const char *const stops[] = { ".", "?", "!", NULL };
static const char *const conjunctions[] = { "and", "but", "or", "then", NULL };
static const char *const cue_openers[] = { "according", "per", "in", "by", NULL };

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
             const Gap *gap,
             GalleyLinkFeatures *features)
{
  guint form = galley_link_cue_form (text, mark_at (marks, cue));
  guint place = galley_link_source_place (text, mark_at (marks, source));
  guint sided = gap->side * GALLEY_LINK_N_FORMS + form;
  guint verbs =
      gap->distance < FAR_WORDS ? galley_link_count_verbs (text, gap->first, gap->end) : 3;

  add (features,
       source_sizes,
       S_FORM,
       3 * sided
           + (gap->distance == 0            ? 0
              : gap->distance <= NEAR_WORDS ? 1
                                            : 2));
  add (features,
       source_sizes,
       S_PLACE,
       2 * (gap->side * GALLEY_LINK_N_PLACES + place) + (gap->distance > 0));
  add (features, source_sizes, S_VERBS, 4 * sided + MIN (verbs, 3));
  add (features,
       source_sizes,
       S_KIND,
       2
               * (gap->side * GALLEY_LINK_N_KINDS
                  + galley_link_source_kind (text, mark_at (marks, source)))
           + (gap->sentences > 0));
  if (gap->sentences == 0)
    add (features, source_sizes, S_FIRST, 2 * sided + is_first_source (text, marks, source));
}

static void
add_no_source (const GalleyText *text, GArray *marks, guint cue, GalleyLinkFeatures *features)
{
  const GalleyMark *mark = mark_at (marks, cue);

  add (features, source_sizes, S_NONE, 0);
  add (features, source_sizes, S_NONE_PATTERN, pattern_around (text, marks, cue));
  add (features, source_sizes, S_NONE_FORM, galley_link_cue_form (text, mark));
  if (galley_word_is (text, mark->end_token - 1, "by"))
    add (features, source_sizes, S_NONE_BY, 0);
  if (neighbour (text, marks, cue, -1) == GALLEY_ROLE_SOURCE + 1)
    add (features,
         source_sizes,
         S_NONE_LEFT,
         bucket (mark->first_token - mark_at (marks, cue - 1)->end_token));
  if (neighbour (text, marks, cue, 1) == GALLEY_ROLE_SOURCE + 1)
    add (features,
         source_sizes,
         S_NONE_RIGHT,
         bucket (mark_at (marks, cue + 1)->first_token - mark->end_token));
}

static void
add_source_words (const GalleyText *text,
                  GArray *marks,
                  guint cue,
                  guint source,
                  const Gap *gap,
                  GalleyLinkFeatures *features)
{
  static const char *const endings[] = { "by", "to", "from", "of", NULL };
  static const char *const relatives[] = { "who", "which", "that", "whose", NULL };
  static const char *const pronouns[] = { "i", "he", "she", "it", "they", "we", "you", NULL };
  const GalleyMark *mark = mark_at (marks, cue);
  guint word = mark_at (marks, source)->first_token;
  gboolean cue_between = gap->n_roles[GALLEY_ROLE_CUE] > 0;

  add (features,
       source_sizes,
       S_CUE_LAST,
       gap->side * 5 + place_in (text, mark->end_token - 1, endings));
  add (features,
       source_sizes,
       S_CUE_FIRST,
       gap->side * 5 + place_in (text, mark->first_token, cue_openers));
  if (place_in (text, word, relatives) > 0)
    add (features, source_sizes, S_RELATIVE, gap->side * DISTANCES + bucket (gap->distance));
  else if (place_in (text, word, pronouns) > 0)
    add (features, source_sizes, S_PRONOUN, gap->side);
  add (features,
       source_sizes,
       S_COMMAS,
       gap->side * 8 + 2 * MIN (count_between (text, gap, commas), 3) + cue_between);
  if (cue_between && count_between (text, gap, conjunctions) > 0)
    add (features, source_sizes, S_CONJUNCTION, gap->side);
  if (mark->first_token > 0 && place_in (text, mark->first_token - 1, conjunctions) > 0)
    add (features,
         source_sizes,
         S_CUE_JOINED,
         gap->side * 4 + 2 * cue_between + (gap->distance > 0));
  if (has_quote_between (text, gap))
    add (features, source_sizes, S_QUOTE_BETWEEN, gap->side);
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
  Gap gap;
  guint near, sources, cues, contents;

  features->n_ids = 0;
  if (source == GALLEY_LINK_NONE)
    {
      add_no_source (text, marks, cue, features);
      return;
    }

  measure_gap (text, marks, cue, (guint) source, &gap);
  near = gap.sentences > 0;
  sources = MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 2);
  cues = MIN (gap.n_roles[GALLEY_ROLE_CUE], 2);
  contents = MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 2);
  add (features, source_sizes, S_DISTANCE, gap.side * DISTANCES + bucket (gap.distance));
  add (features, source_sizes, S_SENTENCES, gap.side * 4 + MIN (gap.sentences, 3));
  add (features, source_sizes, S_PARAGRAPHS, gap.side * 3 + MIN (gap.paragraphs, 2));
  add (features, source_sizes, S_SOURCES, gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 3));
  add (features, source_sizes, S_CUES, gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_CUE], 3));
  add (features,
       source_sizes,
       S_CONTENTS,
       gap.side * 4 + MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 3));
  add (features,
       source_sizes,
       S_BETWEEN,
       gap.side * 54 + 18 * sources + 6 * cues + 2 * contents + near);
  add (features,
       source_sizes,
       S_PATTERN,
       (gap.side * PATTERNS + pattern_around (text, marks, cue)) * 2 + near);
  add_source_words (text, marks, cue, (guint) source, &gap, features);
  add_grammar (text, marks, cue, (guint) source, &gap, features);
}

static void
add_content_words (const GalleyText *text,
                   GArray *marks,
                   guint content,
                   guint cue,
                   const Gap *gap,
                   GalleyLinkFeatures *features)
{
  static const char *const endings[] = { ":", ",", "that", "to", "by", NULL };
  static const char *const openers[] = { "that", "to", "whether", "if", NULL };
  static const char *const followers[] = { ",", ".", ";", "—", NULL };
  const GalleyMark *mark = mark_at (marks, content);
  gboolean quoted = galley_token_has (text, mark->first_token, GALLEY_TOKEN_OPENS_QUOTE);
  gboolean capital = quoted || galley_token_has (text, mark->first_token, GALLEY_TOKEN_CAPITAL);
  guint last = mark->end_token - 1;

  add (features,
       content_sizes,
       K_CUE_FIRST,
       gap->side * 5 + place_in (text, mark_at (marks, cue)->first_token, cue_openers));
  add (features,
       content_sizes,
       K_CUE_LAST,
       gap->side * 6 + place_in (text, mark_at (marks, cue)->end_token - 1, endings));
  add (features,
       content_sizes,
       K_QUOTED,
       (gap->side * 2 + quoted) * DISTANCES + bucket (gap->distance));
  add (features,
       content_sizes,
       K_OPENER,
       gap->side * 5 + place_in (text, mark->first_token, openers));
  add (features,
       content_sizes,
       K_CAPITAL,
       gap->side * 8 + 4 * capital + 2 * (gap->distance > 0) + (gap->sentences > 0));

  if (gap->side == 1)
    {
      guint end = galley_token_has (text, last, GALLEY_TOKEN_CLOSES_QUOTE)
                      ? 4
                      : place_in (text, last, stops);

      add (features, content_sizes, K_LAST_WORD, end);
      if (gap->distance > 0)
        add (features,
             content_sizes,
             K_NEXT_WORD,
             galley_token_has (text, gap->first, GALLEY_TOKEN_CLOSES_QUOTE)
                 ? 5
                 : place_in (text, gap->first, followers));
    }
  else
    {
      add (features, content_sizes, K_STOP_BETWEEN, count_between (text, gap, stops) > 0);
      add (features,
           content_sizes,
           K_COMMAS,
           2 * MIN (count_between (text, gap, commas), 2) + (gap->n_roles[GALLEY_ROLE_SOURCE] > 0));
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
            const Gap *gap,
            GalleyLinkFeatures *features)
{
  const GalleyMark *mark = mark_at (marks, content);
  guint block = galley_link_content_block (text, mark);
  guint far = MIN (gap->paragraphs, 2);
  guint ends =
      gap->distance < 5 * FAR_WORDS ? galley_link_count_closings (text, gap->first, gap->end) : 3;
  gboolean taken = is_taken (text, marks, content, cue);

  add (features,
       content_sizes,
       K_BLOCK,
       ((gap->side * GALLEY_LINK_N_BLOCKS + block) * 3 + far) * 2 + taken);
  add (features,
       content_sizes,
       K_ENDS,
       ((gap->side * 2 + (block & 1)) * 3 + far) * 4 + MIN (ends, 3));
  add (features,
       content_sizes,
       K_TAKEN,
       (((gap->side * 2 + (block & 1)) * 3 + far) * 2 + taken) * 2
           + (gap->n_roles[GALLEY_ROLE_SOURCE] > 0));
  if (mark->first_token > 0 && galley_word_is (text, mark->first_token - 1, ":"))
    add (features, content_sizes, K_COLON, gap->side * 3 + far);
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
  Gap gap;

  measure_gap (text, marks, content, source, &gap);
  for (guint role = 0; role < G_N_ELEMENTS (gap.n_roles); role++)
    between = 3 * between + MIN (gap.n_roles[role], 2);
  add (features, content_sizes, A_DISTANCE, gap.side * DISTANCES + bucket (gap.distance));
  add (features,
       content_sizes,
       A_BLOCK,
       (gap.side * GALLEY_LINK_N_BLOCKS + block) * 3 + MIN (gap.paragraphs, 2));
  add (features, content_sizes, A_BETWEEN, (gap.side * 27 + between) * 2 + (gap.sentences > 0));
  add (features,
       content_sizes,
       A_PATTERN,
       (gap.side * PATTERNS + pattern_around (text, marks, source)) * 2 + (gap.sentences > 0));
  add (features,
       content_sizes,
       A_AROUND,
       gap.side * PATTERNS + pattern_around (text, marks, content));
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

  add (features, content_sizes, N_NONE, 0);
  add (features, content_sizes, N_BLOCK, block);
  add (features, content_sizes, N_PATTERN, pattern_around (text, marks, content));
  add (features,
       content_sizes,
       N_CUES,
       ((block & 1) * 4 + nearest_cue (text, marks, content, -1)) * 4
           + nearest_cue (text, marks, content, 1));
  if (mark->first_token > 0 && galley_word_is (text, mark->first_token - 1, ":"))
    add (features, content_sizes, N_COLON, 0);
  add (features,
       content_sizes,
       N_LENGTH,
       (block & 1) * DISTANCES + bucket (mark->end_token - mark->first_token));
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
  Gap gap;
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

  measure_gap (text, marks, content, cue, &gap);
  near = gap.sentences > 0;
  sources = MIN (gap.n_roles[GALLEY_ROLE_SOURCE], 3);
  cues = MIN (gap.n_roles[GALLEY_ROLE_CUE], 3);
  contents = MIN (gap.n_roles[GALLEY_ROLE_CONTENT], 3);
  add (features, content_sizes, K_DISTANCE, gap.side * DISTANCES + bucket (gap.distance));
  add (features, content_sizes, K_SENTENCES, gap.side * 4 + MIN (gap.sentences, 3));
  add (features, content_sizes, K_PARAGRAPHS, gap.side * 3 + MIN (gap.paragraphs, 2));
  add (features, content_sizes, K_CUES, gap.side * 4 + cues);
  add (features, content_sizes, K_CONTENTS, gap.side * 4 + contents);
  add (features,
       content_sizes,
       K_BETWEEN,
       gap.side * 128 + 32 * sources + 8 * cues + 2 * contents + near);
  add (features,
       content_sizes,
       K_PATTERN,
       (gap.side * PATTERNS + pattern_around (text, marks, content)) * 2 + near);
  add (features,
       content_sizes,
       K_CUE_PATTERN,
       (gap.side * PATTERNS + pattern_around (text, marks, cue)) * 4 + 2 * (contents > 0) + near);
  add_content_words (text, marks, content, cue, &gap, features);
  add_layout (text, marks, content, cue, &gap, features);
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

/**
 * galley_link_source_candidates:
 * @candidates: (out): room for %GALLEY_LINK_MAX_CANDIDATES; the first is %GALLEY_LINK_NONE
 *
 * Returns: how many sources may belong to the cue, "none" included
 */
guint
galley_link_source_candidates (const GalleyText *text, GArray *marks, guint cue, gint *candidates)
{
  guint n = 1;

  candidates[0] = GALLEY_LINK_NONE;
  n += add_candidates (text, marks, cue, GALLEY_ROLE_SOURCE, -1, 1, 2, 4, candidates + n);
  n += add_candidates (text, marks, cue, GALLEY_ROLE_SOURCE, 1, 0, 1, 3, candidates + n);

  return n;
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
