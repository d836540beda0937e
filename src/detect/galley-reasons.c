/* galley-reasons.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reasons.h"

#include <string.h>

#include "detect/galley-words.h"

/* Longest stretch of the article, in code points, that a reason repeats. */
#define MAX_CHARS 80

static char *
clip (char *string)
{
  char *end;

  if (g_utf8_strlen (string, -1) <= MAX_CHARS)
    return string;
  end = g_utf8_offset_to_pointer (string, MAX_CHARS - 1);
  *end = '\0';
  end = g_strconcat (string, "…", NULL);
  g_free (string);

  return end;
}

/**
 * galley_run_dup_clipped:
 *
 * Returns: (transfer full): the words of @run, cut where they are too many to be read
 */
char *
galley_run_dup_clipped (const GalleyText *text, GalleyTokenRun run)
{
  guint end = MIN (run.end_token, run.first_token + MAX_CHARS);

  return clip (galley_run_dup (text, run.first_token, end));
}

/* A description begins with a capital where it begins a sentence, but it does not begin ours. */
static char *
dup_name (const GalleySpeaker *speaker)
{
  static const char *const openers[] = { "A ",     "An ",      "The ",  "One ",   "Two ",
                                         "Three ", "Another ", "Some ", "Many ",  "Several ",
                                         "Other ", "His ",     "Her ",  "Their ", NULL };
  char *name = clip (g_strdup (speaker->name));

  for (guint i = 0; openers[i] != NULL; i++)
    {
      if (g_str_has_prefix (name, openers[i]))
        name[0] = g_ascii_tolower (name[0]);
    }

  return name;
}

static const char *
quote_template (const GalleyQuoteFacts *facts)
{
  static const char *const templates[][2] = {
    { "speech", "cue" },        { "thought", "cue-thought" },   { "intention", "cue-intention" },
    { "decree", "cue-decree" }, { "evidence", "cue-evidence" },
  };

  if (strcmp (facts->type, "no-comment") == 0)
    return "no-comment";
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      if (strcmp (facts->manner, templates[i][0]) == 0)
        return templates[i][1];
    }

  return "cue";
}

/**
 * galley_reason_for_quote:
 * @speaker: (nullable): whose it is
 *
 * Returns: (transfer full): why it is thought to be a quote
 */
GalleyReason *
galley_reason_for_quote (const GalleyText *text,
                         const GalleyAttribution *attribution,
                         const GalleyQuoteFacts *facts,
                         const GalleySpeaker *speaker)
{
  g_autofree char *cue = galley_run_dup_clipped (text, attribution->cue);
  g_autofree char *name = NULL;

  if (galley_run_is_empty (attribution->cue))
    return galley_reason_new ("quotation-marks", NULL);
  if (speaker != NULL && speaker->sourceless)
    return galley_reason_new ("cue-hidden", cue, NULL);
  if (speaker != NULL)
    {
      name = dup_name (speaker);
      return galley_reason_new (quote_template (facts), cue, name, NULL);
    }
  if (galley_run_is_empty (attribution->source))
    return galley_reason_new ("cue-nobody", cue, NULL);

  name = galley_run_dup_clipped (text, attribution->source);

  return galley_reason_new ("cue-open", cue, name, NULL);
}

static const char *
source_template (const char *type, const char *ladder)
{
  if (strcmp (type, "sourceless") == 0)
    return "source-hidden";
  if (g_strcmp0 (ladder, "A1") == 0)
    return "source-unnamed-known";
  if (g_strcmp0 (ladder, "A2") == 0)
    return "source-unnamed-role";
  if (g_strcmp0 (ladder, "A3") == 0)
    return "source-unnamed";
  if (strcmp (type, "organisation") == 0 || strcmp (type, "outlet") == 0)
    return "source-body";
  if (strcmp (type, "person") != 0)
    return "source-text";

  return "source-named";
}

/**
 * galley_reason_for_source:
 * @type: what kind of source it is
 * @ladder: (nullable): the step of the ladder of anonymity
 * @cue: words that attribute something to it; may be empty
 *
 * Returns: (transfer full): why it is thought to be a source
 */
GalleyReason *
galley_reason_for_source (const GalleyText *text,
                          const GalleySpeaker *speaker,
                          const char *type,
                          const char *ladder,
                          GalleyTokenRun cue)
{
  g_autofree char *name = dup_name (speaker);
  g_autofree char *words = galley_run_dup_clipped (text, cue);

  return galley_reason_new (source_template (type, ladder), name, words, NULL);
}

/**
 * galley_reason_for_opinion:
 *
 * Returns: (transfer full): why it is thought to be an opinion of the writer
 */
GalleyReason *
galley_reason_for_opinion (const GalleyText *text, const GalleyOpinion *opinion)
{
  g_autofree char *id = g_strconcat ("opinion-", galley_opinion_group_type (opinion->group), NULL);
  g_autofree char *words =
      opinion->cues->len > 0
          ? galley_run_dup_clipped (text, g_array_index (opinion->cues, GalleyOpinionCue, 0).run)
          : g_strdup ("");

  return galley_reason_new (id, words, NULL);
}
