/* galley-reread-signed.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reread-private.h"
#include "detect/galley-words.h"

#define MAX_NAME 8 /* tokens of who signs, up to a comma or parenthesis */
#define CERTAIN  0.95

/* A quotation that is signed, as readers' voices, epigraphs and posts are:
 *
 *   “It is far too loud.” — Ann Lee, 34
 *
 * Dash and name may have a line of their own. The dash is the cue. */

static gboolean
is_quotation_mark (const GalleyReread *self, guint position)
{
  static const char *const marks[] = { "\"", "“", "”", "'", "‘", "’", "''", "``", NULL };

  return galley_text_token_is_any (self->rules.text, position, marks);
}

/* The name ends at the line's end, or before what is added to it. */
static gboolean
ends_name (const GalleyReread *self, guint position, guint end)
{
  static const char *const added[] = { ",", "(", NULL };

  return position == end || galley_text_token_is_any (self->rules.text, position, added)
         || (position + 1 == end && galley_text_token_is (self->rules.text, position, "."));
}

/* "Ann Lee", "@hill_runner", "a baker in Hull"; an empty run where it is no name. */
static GalleyTokenRun
name_at (const GalleyReread *self, guint first, guint end)
{
  static const char *const openings[] = { "@", "a", "an", NULL };
  const GalleyText *text = self->rules.text;
  GalleyTokenRun name = { first, first };

  if (first >= end
      || !(_galley_rules_flag (&self->rules, first, GALLEY_TOKEN_CAPITAL)
           || text->text[galley_text_token (text, first)->start] == '@'
           || galley_text_token_is_any (text, first, openings)))
    return name;
  while (!ends_name (self, name.end_token, end))
    name.end_token++;
  if (name.end_token - first > MAX_NAME
      || _galley_rules_has_finite (&self->rules, first, name.end_token))
    name.end_token = first;

  return name;
}

/* What is a sentence, and not a title: it ends as one, or holds a verb. */
static gboolean
is_said (const GalleyReread *self, GalleyTokenRun quoted)
{
  static const char *const stops[] = { ".", "!", "?", "…", "...", NULL };

  return quoted.end_token > quoted.first_token + 2 && is_quotation_mark (self, quoted.first_token)
         && is_quotation_mark (self, quoted.end_token - 1)
         && (galley_text_token_is_any (self->rules.text, quoted.end_token - 2, stops)
             || _galley_rules_has_finite (&self->rules, quoted.first_token, quoted.end_token));
}

static void
sign (GalleyReread *self, GalleyTokenRun quoted, guint dash, GalleyTokenRun name)
{
  const GalleyMark content = { GALLEY_ROLE_CONTENT, quoted.first_token, quoted.end_token, CERTAIN };
  const GalleyMark cue = { GALLEY_ROLE_CUE, dash, dash + 1, CERTAIN };
  const GalleyMark source = { GALLEY_ROLE_SOURCE, name.first_token, name.end_token, CERTAIN };

  _galley_reread_clear (self, (GalleyTokenRun){ quoted.first_token, name.end_token });
  _galley_reread_add (self, content);
  _galley_reread_add (self, cue);
  _galley_reread_add (self, source);
}

/* The dash behind the last quotation mark of a line that begins with one, or the line's end. */
static guint
find_dash (const GalleyReread *self, GalleyTokenRun line)
{
  for (guint i = line.end_token - 1; i > line.first_token + 1; i--)
    {
      if (is_quotation_mark (self, i - 1) && galley_word_is_dash (self->rules.text, i))
        return i;
    }

  return line.end_token;
}

static void
mend_line (GalleyReread *self, guint paragraph)
{
  GArray *paragraphs = self->rules.text->paragraphs;
  GalleyTokenRun line = g_array_index (paragraphs, GalleyTokenRun, paragraph), quoted, name;
  guint dash = line.first_token;

  if (galley_word_is_dash (self->rules.text, dash))
    {
      if (paragraph == 0 || !self->wanted[paragraph - 1])
        return;
      /* A reporter may sign a paragraph that only begins and ends with somebody's words. */
      quoted = g_array_index (paragraphs, GalleyTokenRun, paragraph - 1);
      if (!galley_run_is_quotation (self->rules.text, quoted))
        return;
    }
  else if (is_quotation_mark (self, line.first_token))
    {
      dash = find_dash (self, line);
      quoted = (GalleyTokenRun){ line.first_token, dash };
    }
  else
    return;

  name = name_at (self, dash + 1, line.end_token);
  if (name.first_token < name.end_token && is_said (self, quoted))
    sign (self, quoted, dash, name);
}

/**
 * _galley_reread_mend_signed:
 *
 * Marks quotations that are signed, whatever a reader has made of them: few are in what readers
 * learn from, and their form leaves no doubt.
 */
void
_galley_reread_mend_signed (GalleyReread *self)
{
  for (guint i = 0; i < self->rules.text->paragraphs->len; i++)
    {
      if (self->wanted[i])
        mend_line (self, i);
    }
}
