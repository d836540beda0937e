/* galley-transcript.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"

G_BEGIN_DECLS

/**
 * GalleyTurn:
 * @paragraph: the paragraph
 * @label: who speaks, without the colon; empty where the turn goes on from the paragraph before
 * @colon: the colon, or the period of `Q.`; within the label where it is part of it, @content's
 *   first token where there is no label
 * @content: what is said
 * @question: whether the interviewer asks (`Q:`)
 *
 * A paragraph of a transcript.
 */
typedef struct
{
  guint paragraph;
  GalleyTokenRun label;
  guint colon;
  GalleyTokenRun content;
  gboolean question;
} GalleyTurn;

GArray *galley_transcript_find (const GalleyText *text);
gboolean galley_transcript_is_interview (const GalleyText *text, GArray *turns);
void galley_transcript_replace_marks (const GalleyText *text,
                                      GArray *turns,
                                      const gboolean *wanted,
                                      GArray *marks);

G_END_DECLS
