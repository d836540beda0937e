/* galley-reason.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/galley-reason.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *sentence;
} Template;

/* Every sentence a suggestion may be explained with, sorted by id. The ids go into files: never
 * change or reuse one. The words put in for {1}, {2}, {3} are the article's own. */
static const Template templates[] = {
  /* translators: in these, {1} is a reporting word ("acknowledged"), {2} a source ("Zelenskyy") */
  { "cue", N_ ("“{1}” reports what {2} said.") },
  { "cue-decree", N_ ("“{1}” reports what {2} decided.") },
  { "cue-evidence", N_ ("“{1}” reports what {2} shows.") },
  { "cue-heard", N_ ("“{1}” reports what {2} heard.") },
  { "cue-hidden", N_ ("“{1}” reports something and hides who says it.") },
  { "cue-intention", N_ ("“{1}” reports what {2} intends.") },
  /* translators: {1} is the label of a line in an interview or transcript: "Mayor Penrose" */
  { "cue-label", N_ ("The label “{1}” says whose words these are.") },
  { "cue-nobody", N_ ("“{1}” reports something, but nobody is named as saying it.") },
  { "cue-open", N_ ("“{1}” reports what “{2}” said; it is not clear who that is.") },
  { "cue-thought", N_ ("“{1}” reports what {2} thinks.") },
  { "no-comment", N_ ("“{1}” reports that {2} did not comment.") },
  /* translators: in these, {1} are the words of the article that show the view */
  { "opinion-certainty", N_ ("“{1}” presents it as certain, and no source says so.") },
  { "opinion-distancing", N_ ("“{1}” keeps a distance to the word and casts doubt on it.") },
  { "opinion-editorialising-verb", N_ ("“{1}” judges how something was said.") },
  { "opinion-evaluation", N_ ("“{1}” judges, and no source is given for the judgement.") },
  { "opinion-first-person", N_ ("“{1}” is the writer speaking as a person or to the reader.") },
  { "opinion-form", N_ ("No single word shows it; the sentence as a whole reads as a view.") },
  { "opinion-interpretation", N_ ("“{1}” says what it means, and no source is given for that.") },
  { "opinion-loaded-label", N_ ("“{1}” is a loaded label in the writer’s own voice.") },
  { "opinion-motive", N_ ("“{1}” says why somebody acts, and no source is given for that.") },
  { "opinion-prediction", N_ ("“{1}” says what will come, and no source is given for that.") },
  { "opinion-prescription", N_ ("“{1}” says what is to be done, and no source asks for it.") },
  { "opinion-rhetorical-question", N_ ("The question asks nobody; it leads to an answer.") },
  { "opinion-superlative", N_ ("“{1}” leaves no exception, and no source is given for that.") },
  { "opinion-weasel", N_ ("“{1}” leans on people who are not named.") },
  { "quotation-marks",
    N_ ("The words are in quotation marks, but nobody is named as saying them.") },
  { "quotation-marks-only",
    N_ ("The words stand in quotation marks; in this language nothing more is looked for.") },
  /* translators: in these, {1} is a source ("A senior official"), {2} a reporting word ("said") */
  { "source-body", N_ ("“{2}” attributes something to {1}; no person is named.") },
  { "source-hidden", N_ ("“{1}” hides where the information comes from.") },
  /* translators: {1} is a source, {2} the label of a line in an interview or transcript */
  { "source-label", N_ ("The label “{2}” marks what {1} says.") },
  { "source-named", N_ ("“{2}” attributes something to {1}.") },
  { "source-text", N_ ("“{2}” attributes something to {1}; that is a text, not a person.") },
  { "source-unnamed", N_ ("“{2}” attributes something to “{1}”: no name and no role.") },
  { "source-unnamed-knowledge",
    N_ ("“{2}” attributes something to “{1}”: how they know, but no name or role.") },
  { "source-unnamed-known",
    N_ ("“{2}” attributes something to “{1}”: a role and how they know, but no name.") },
  { "source-unnamed-role", N_ ("“{2}” attributes something to “{1}”: a role, but no name.") },
  { "source-witness", N_ ("“{2}” reports what {1} saw or heard.") },
};

static const Template *
find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (templates); i++)
    {
      if (strcmp (templates[i].id, id) == 0)
        return &templates[i];
    }

  return NULL;
}

/* Only {1} to {3} are replaced, so that neither a translation nor an article can do harm. */
static char *
fill (const char *sentence, char **args)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_args = args != NULL ? g_strv_length (args) : 0;

  for (const char *p = sentence; *p != '\0'; p++)
    {
      if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}')
        {
          guint position = (guint) (p[1] - '1');

          if (position < n_args)
            g_string_append (text, args[position]);
          p += 2;
        }
      else
        {
          g_string_append_c (text, *p);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * galley_reason_new_from_args:
 * @id: (nullable): which sentence
 * @args: (array zero-terminated=1): its words, at most %GALLEY_REASON_MAX_ARGS
 *
 * Returns: (transfer full)
 */
GalleyReason *
galley_reason_new_from_args (const char *id, const char *const *args)
{
  GalleyReason *self = g_new0 (GalleyReason, 1);

  self->id = g_intern_string (id);
  self->args = g_strdupv ((char **) args);

  return self;
}

/**
 * galley_reason_new:
 * @id: which sentence of the table
 * @...: its words, ended by %NULL
 *
 * Returns: (transfer full)
 */
GalleyReason *
galley_reason_new (const char *id, ...)
{
  const char *args[GALLEY_REASON_MAX_ARGS + 1] = { NULL };
  va_list list;

  g_return_val_if_fail (galley_reason_is_known (id), NULL);

  va_start (list, id);
  for (guint i = 0; i < GALLEY_REASON_MAX_ARGS; i++)
    {
      args[i] = va_arg (list, const char *);
      if (args[i] == NULL)
        break;
    }
  va_end (list);

  return galley_reason_new_from_args (id, args);
}

/**
 * galley_reason_new_plain:
 * @sentence: a reason that another program wrote
 *
 * Returns: (transfer full)
 */
GalleyReason *
galley_reason_new_plain (const char *sentence)
{
  const char *args[] = { sentence, NULL };

  return galley_reason_new_from_args (NULL, args);
}

/**
 * galley_reason_copy:
 * @self: (nullable)
 *
 * Returns: (transfer full) (nullable)
 */
GalleyReason *
galley_reason_copy (const GalleyReason *self)
{
  return self != NULL ? galley_reason_new_from_args (self->id, (const char *const *) self->args)
                      : NULL;
}

void
galley_reason_free (GalleyReason *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->args);
  g_free (self);
}

/**
 * galley_reason_get_id:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the id of a sentence; %NULL past the last
 */
const char *
galley_reason_get_id (guint position)
{
  return position < G_N_ELEMENTS (templates) ? templates[position].id : NULL;
}

gboolean
galley_reason_is_known (const char *id)
{
  return find (id) != NULL;
}

static char *
format (const GalleyReason *self, gboolean translated)
{
  const Template *template = find (self->id);

  if (template == NULL)
    return g_strdup (self->args != NULL && self->args[0] != NULL ? self->args[0] : "");

  return fill (translated ? _ (template->sentence) : template->sentence, self->args);
}

/**
 * galley_reason_to_english:
 *
 * Returns: (transfer full): the sentence as files hold it
 */
char *
galley_reason_to_english (const GalleyReason *self)
{
  return format (self, FALSE);
}

/**
 * galley_reason_to_text:
 *
 * Returns: (transfer full): the sentence in the reader's language
 */
char *
galley_reason_to_text (const GalleyReason *self)
{
  return format (self, TRUE);
}
