/* galley-overview-plan.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview-plan.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-overview-private.h"

static const struct
{
  const char *title;
  void (*fill) (GalleyOverviewSection *self, const GalleySummary *summary);
} topics[GALLEY_N_OVERVIEW_TOPICS] = {
  [GALLEY_OVERVIEW_SOURCES] = { N_ ("Sources"), _galley_overview_fill_sources },
  [GALLEY_OVERVIEW_VOICES] = { N_ ("Whose words"), _galley_overview_fill_voices },
  [GALLEY_OVERVIEW_NAMED] = { N_ ("Named and unnamed"), _galley_overview_fill_named },
  [GALLEY_OVERVIEW_FIRST] = { N_ ("Who is quoted first"), _galley_overview_fill_first },
  [GALLEY_OVERVIEW_VERBS] = { N_ ("Verbs that report"), _galley_overview_fill_verbs },
  [GALLEY_OVERVIEW_ALONE] = { N_ ("Resting on one source"), _galley_overview_fill_alone },
  [GALLEY_OVERVIEW_UNSOURCED] = { N_ ("Quotes without a source"), _galley_overview_fill_unsourced },
  [GALLEY_OVERVIEW_REPLY] = { N_ ("Right of reply"), _galley_overview_fill_reply },
  [GALLEY_OVERVIEW_OPINIONS] = { N_ ("Opinion in the writer’s voice"),
                                 _galley_overview_fill_opinions },
  [GALLEY_OVERVIEW_HEADLINE] = { N_ ("Headline"), _galley_overview_fill_headline },
};

static void
line_free (gpointer data)
{
  GalleyOverviewLine *line = data;

  g_free (line->title);
  g_free (line->subtitle);
  g_free (line->trailing);
  g_clear_object (&line->annotation);
  g_free (line);
}

/* Whether there is no room for another line, which then is counted. */
gboolean
_galley_overview_is_full (GalleyOverviewSection *self)
{
  if (self->lines->len < self->limit)
    return FALSE;

  self->n_more++;

  return TRUE;
}

/* Takes the strings over and returns the line, to be filled in further. */
GalleyOverviewLine *
_galley_overview_add (GalleyOverviewSection *self, char *title, char *subtitle)
{
  GalleyOverviewLine *line = g_new0 (GalleyOverviewLine, 1);

  line->title = title;
  line->subtitle = subtitle;
  line->share = -1;
  g_ptr_array_add (self->lines, line);

  return line;
}

/* For a line about several: they are found from the first. */
void
_galley_overview_lead_to_first (GalleyOverviewLine *line, const GalleyFinding *finding)
{
  g_set_object (&line->annotation, finding->annotations->pdata[0]);
}

/* For a line about @annotation. */
void
_galley_overview_lead (GalleyOverviewLine *line,
                       const GalleySummary *summary,
                       GalleyAnnotation *annotation)
{
  g_set_object (&line->annotation, annotation);
  line->judged = TRUE;
  if (line->paragraph == 0)
    line->paragraph =
        galley_summary_get_paragraph (summary, galley_annotation_get_start (annotation));
}

/* Numbers say how much of what they count a person has looked at. */
void
_galley_overview_remark (GalleyOverviewSection *self, guint n_unreviewed, guint n_all)
{
  g_clear_pointer (&self->remark, g_free);
  if (n_all == 0)
    return;
  if (n_unreviewed == 0)
    self->remark = g_strdup (_ ("All reviewed"));
  else if (n_unreviewed == n_all)
    self->remark = g_strdup (_ ("Not reviewed"));
  else
    /* translators: how many of the annotations that this rests on nobody has reviewed */
    self->remark =
        g_strdup_printf (ngettext ("%1$u of %2$u not reviewed", "%1$u of %2$u not reviewed", n_all),
                         n_unreviewed,
                         n_all);
}

void
_galley_overview_chart (GalleyOverviewSection *self, double weight, GalleyPattern pattern)
{
  GalleyPatternPart part = { weight, pattern };

  if (weight > 0)
    g_array_append_val (self->chart, part);
}

/**
 * galley_overview_section_new:
 * @limit: how many lines there may be at most
 *
 * Returns: (transfer full): what @summary says on @topic
 */
GalleyOverviewSection *
galley_overview_section_new (const GalleySummary *summary, GalleyOverviewTopic topic, guint limit)
{
  GalleyOverviewSection *self = g_new0 (GalleyOverviewSection, 1);

  self->topic = topic;
  self->title = _ (topics[topic].title);
  self->limit = limit;
  self->chart = g_array_new (FALSE, FALSE, sizeof (GalleyPatternPart));
  self->lines = g_ptr_array_new_with_free_func (line_free);
  topics[topic].fill (self, summary);

  return self;
}

void
galley_overview_section_free (GalleyOverviewSection *self)
{
  g_free (self->sentence);
  g_free (self->remark);
  g_array_unref (self->chart);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * galley_overview_line_speak:
 *
 * Returns: (transfer full): the line as a screen reader says it
 */
char *
galley_overview_line_speak (const GalleyOverviewLine *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (facts, g_strdup (self->title));
  if (self->subtitle != NULL)
    g_ptr_array_add (facts, g_strdup (self->subtitle));
  if (self->trailing != NULL)
    g_ptr_array_add (facts, g_strdup (self->trailing));
  if (self->judged)
    g_ptr_array_add (facts,
                     g_strdup (
                         galley_status_label (galley_annotation_get_status (self->annotation))));
  if (self->paragraph > 0)
    g_ptr_array_add (facts, g_strdup_printf (_ ("Paragraph %u"), self->paragraph));
  g_ptr_array_add (facts, NULL);

  return g_strjoinv (". ", (char **) facts->pdata);
}
