/* galley-overview-plan.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-summary.h"
#include "ui/galley-pattern-bar.h"

G_BEGIN_DECLS

typedef enum
{
  GALLEY_OVERVIEW_SOURCES,
  GALLEY_OVERVIEW_VOICES,
  GALLEY_OVERVIEW_NAMED,
  GALLEY_OVERVIEW_FIRST,
  GALLEY_OVERVIEW_VERBS,
  GALLEY_OVERVIEW_ALONE,
  GALLEY_OVERVIEW_UNSOURCED,
  GALLEY_OVERVIEW_REPLY,
  GALLEY_OVERVIEW_OPINIONS,
  GALLEY_OVERVIEW_HEADLINE,
} GalleyOverviewTopic;
#define GALLEY_N_OVERVIEW_TOPICS 10

/**
 * GalleyOverviewLine:
 * @title: what it is about
 * @subtitle: (nullable): what is known of it
 * @trailing: (nullable): a number with its unit
 * @share: 0 to 1, drawn as a bar; below 0 there is none
 * @pattern: how bar and swatch are filled
 * @swatch: whether it explains a part of the chart above it
 * @judged: whether it stands for @annotation alone, whose verdict then is shown
 * @nested: whether it belongs to the line above it
 * @paragraph: the paragraph it leads to, from 1; 0 where there is none
 * @annotation: (nullable): where it leads
 * @place: where it leads if to no annotation; empty if nowhere
 *
 * One line of the overview.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *trailing;
  double share;
  GalleyPattern pattern;
  gboolean swatch;
  gboolean judged;
  gboolean nested;
  guint paragraph;
  GalleyAnnotation *annotation;
  GalleySpan place;
} GalleyOverviewLine;

/**
 * GalleyOverviewSection:
 * @topic: which one it is
 * @title: its heading
 * @sentence: what it shows, or that nothing was detected
 * @remark: (nullable): how much of it nobody has reviewed
 * @chart: (element-type GalleyPatternPart): a bar across the page; empty for none
 * @lines: (element-type GalleyOverviewLine): what there is to see
 * @n_more: how many lines were left out
 *
 * A section of the overview, in words and without widgets.
 */
typedef struct
{
  GalleyOverviewTopic topic;
  const char *title;
  char *sentence;
  char *remark;
  GArray *chart;
  GPtrArray *lines;
  guint n_more;
  guint limit;
} GalleyOverviewSection;

GalleyOverviewSection *
galley_overview_section_new (const GalleySummary *summary, GalleyOverviewTopic topic, guint limit);
void galley_overview_section_free (GalleyOverviewSection *self);
char *galley_overview_line_speak (const GalleyOverviewLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOverviewSection, galley_overview_section_free)

G_END_DECLS
