/* galley-parts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts.h"

#include "base/galley-str.h"
#include "detect/galley-parts-private.h"
#include "detect/galley-reader.h"
#include "model/galley-taxonomy.h"

static const char *const part_ids[GALLEY_N_PARTS] = {
  [GALLEY_PART_PARAGRAPH] = "paragraph",
  [GALLEY_PART_HEADLINE] = "headline",
  [GALLEY_PART_DECK] = "deck",
  [GALLEY_PART_KICKER] = "kicker",
  [GALLEY_PART_BYLINE] = "byline",
  [GALLEY_PART_DATE] = "date",
  [GALLEY_PART_LIST_ITEM] = "list-item",
  [GALLEY_PART_BLOCK_QUOTE] = "block-quote",
  [GALLEY_PART_CAPTION] = "caption",
  [GALLEY_PART_PULL_QUOTE] = "pull-quote",
  [GALLEY_PART_AUTHOR_NOTE] = "author-note",
  [GALLEY_PART_CORRECTION] = "correction",
  [GALLEY_PART_BOILERPLATE] = "boilerplate",
  [GALLEY_PART_DATELINE] = "dateline",
};

/* Parts that are not searched for sources. */
static const char *const unwanted_ids[] = { "byline",      "date",       "dateline", "author-note",
                                            "boilerplate", "correction", "kicker" };

/* What parts a line into a byline and a date belongs to neither. */
static gboolean
is_separator (const GalleyText *text, guint position)
{
  return !(galley_text_token (text, position)->flags & GALLEY_TOKEN_WORD);
}

static void
add_block (GalleyMetadata *metadata,
           GalleyArticle *article,
           const GalleyText *text,
           GalleyPart part,
           guint first_token,
           guint end_token)
{
  const GalleyOffsets *offsets = galley_article_get_offsets (article);

  if (first_token >= end_token)
    return;

  galley_metadata_add_block (metadata,
                             g_intern_static_string (part_ids[part]),
                             galley_offsets_to_char (offsets,
                                                     galley_text_token (text, first_token)->start),
                             galley_offsets_to_char (offsets,
                                                     galley_text_token (text, end_token - 1)->end));
}

static void
add_line_blocks (GalleyMetadata *metadata,
                 GalleyArticle *article,
                 const GalleyText *text,
                 const GalleyLine *line)
{
  guint first = line->run.first_token, end = line->run.end_token;

  if (line->dateline.end_token > 0)
    {
      add_block (metadata, article, text, GALLEY_PART_DATELINE, first, line->dateline.end_token);
      first = line->dateline.end_token;
    }
  if (line->part == GALLEY_PART_BYLINE && line->date.end_token > 0)
    {
      guint byline_end = line->date.first_token;

      while (byline_end > first && is_separator (text, byline_end - 1))
        byline_end--;
      add_block (metadata, article, text, GALLEY_PART_BYLINE, first, byline_end);
      add_block (metadata, article, text, GALLEY_PART_DATE, line->date.first_token, end);
      return;
    }

  add_block (metadata, article, text, line->part, first, end);
}

static char *
dup_run (const GalleyText *text, GalleyTokenRun run)
{
  gsize length;
  const char *bytes = galley_text_get_bytes (text, run.first_token, run.end_token, &length);

  return g_strndup (bytes, length);
}

/* JANE DOE -> Jane Doe; other names stay as they are. */
static char *
dup_name (const GalleyText *text, GalleyTokenRun run)
{
  g_autofree char *name = dup_run (text, run);
  g_autoptr (GString) folded = NULL;
  gboolean begins = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return g_steal_pointer (&name);
    }

  folded = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (folded, begins ? character : g_unichar_tolower (character));
      begins = !g_unichar_isalpha (character);
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static char *
dup_iso_date (const GalleyText *text, GalleyTokenRun run)
{
  GalleyDate date;

  if (_galley_date_scan (text, run.first_token, run.end_token, &date) == 0 || date.year == 0)
    return NULL;
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  if (!g_date_valid_dmy ((GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

static void
set_once (char **field, char *value)
{
  g_autofree char *owned = value;

  if (*field == NULL && owned != NULL && *owned != '\0')
    galley_set_str (field, owned);
}

static void
read_dateline (const GalleyText *text, const GalleyLine *line, GalleyMetadata *metadata)
{
  GalleyTokenRun agency;
  const char *name;

  if (_galley_dateline_scan (text, line, &agency) == 0)
    return;
  name = _galley_agency_find (text, agency);
  if (name != NULL)
    set_once (&metadata->site_name, g_strdup (name));
  else if (agency.end_token > agency.first_token)
    set_once (&metadata->site_name, dup_run (text, agency));
}

static void
read_lines (const GalleyText *text, GArray *lines, GalleyMetadata *metadata)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GalleyLine *line = _galley_line (lines, i);

      if (line->part == GALLEY_PART_HEADLINE)
        set_once (&metadata->title, dup_run (text, line->run));
      if (line->part == GALLEY_PART_BYLINE)
        set_once (&metadata->byline, dup_name (text, line->name));
      if (line->date.end_token > 0)
        set_once (&metadata->published_time, dup_iso_date (text, line->date));
      if (line->dateline.end_token > 0)
        read_dateline (text, line, metadata);
    }
}

/**
 * galley_parts_find:
 * @article: the article
 * @text: its text, taken apart; tags are not needed
 * @metadata: (inout): what is known already stays: blocks where there are any, and every field that
 *   is set
 *
 * Finds the parts of an article: headline, byline, dateline, notes … Every paragraph becomes one
 * block, or several where a byline and a date share a line or a dateline begins the paragraph.
 */
void
galley_parts_find (GalleyArticle *article, const GalleyText *text, GalleyMetadata *metadata)
{
  g_autoptr (GArray) lines = _galley_lines_new (text);
  gboolean known = metadata->blocks != NULL && metadata->blocks->len > 0;

  _galley_lines_find_marked (text, lines);
  _galley_lines_find_front (text, lines);
  _galley_lines_find_end (text, lines);

  if (!known)
    {
      for (guint i = 0; i < lines->len; i++)
        add_line_blocks (metadata, article, text, _galley_line (lines, i));
    }
  read_lines (text, lines, metadata);
  /* Where the parts are known, somebody has seen it, and "news" may be what they say. */
  if (metadata->type_of_work == NULL || (!known && g_str_equal (metadata->type_of_work, "news")))
    metadata->type_of_work = _galley_work_guess (text, lines);
}

static gboolean
is_unwanted (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (unwanted_ids); i++)
    {
      if (g_str_equal (type, unwanted_ids[i]))
        return TRUE;
    }

  return FALSE;
}

/* The tokens of a block. */
static GalleyTokenRun
get_block_run (GalleyArticle *article, const GalleyText *text, const GalleyBlock *block)
{
  const GalleyOffsets *offsets = galley_article_get_offsets (article);
  GalleyTokenRun run;

  run.first_token =
      galley_text_first_token_at_byte (text, galley_offsets_to_byte (offsets, block->start));
  run.end_token =
      block->end <= block->start
          ? run.first_token
          : galley_text_first_token_at_byte (text, galley_offsets_to_byte (offsets, block->end));

  return run;
}

/**
 * galley_parts_get_wanted:
 *
 * Says which paragraphs a reader should search: not the byline, dates, notes on the author,
 * corrections and links. A paragraph with a dateline is searched; galley_parts_clip_marks() takes
 * away what was found in the dateline itself.
 *
 * Returns: (transfer full): a value for each paragraph of @text, as #GalleyReader wants them
 */
gboolean *
galley_parts_get_wanted (GalleyArticle *article,
                         const GalleyText *text,
                         const GalleyMetadata *metadata)
{
  gboolean *wanted = g_new (gboolean, text->paragraphs->len + 1);

  for (guint i = 0; i <= text->paragraphs->len; i++)
    wanted[i] = TRUE;
  for (guint i = 0; metadata->blocks != NULL && i < metadata->blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, i);
      GalleyTokenRun run;

      if (!is_unwanted (block->type))
        continue;
      run = get_block_run (article, text, block);
      for (guint j = run.first_token; j < run.end_token;)
        {
          guint paragraph = galley_text_token (text, j)->paragraph;

          wanted[paragraph] = FALSE;
          j = g_array_index (text->paragraphs, GalleyTokenRun, paragraph).end_token;
        }
    }
  /* What else stands in a line is wanted all the same. */
  for (guint i = 0; metadata->blocks != NULL && i < metadata->blocks->len; i++)
    {
      const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, i);
      GalleyTokenRun run;

      if (is_unwanted (block->type))
        continue;
      run = get_block_run (article, text, block);
      for (guint j = run.first_token; j < run.end_token;)
        {
          guint paragraph = galley_text_token (text, j)->paragraph;

          wanted[paragraph] = TRUE;
          j = g_array_index (text->paragraphs, GalleyTokenRun, paragraph).end_token;
        }
    }

  return wanted;
}

/**
 * galley_parts_clip_marks:
 * @marks: (element-type GalleyMark) (inout): in the order of the text
 *
 * Takes away the marks, or the parts of them, that stand in a byline, dateline or another block
 * that is not searched.
 */
void
galley_parts_clip_marks (GalleyArticle *article,
                         const GalleyText *text,
                         const GalleyMetadata *metadata,
                         GArray *marks)
{
  guint n_kept = 0, next = 0;
  guint n_blocks = metadata->blocks != NULL ? metadata->blocks->len : 0;

  for (guint i = 0; i < marks->len; i++)
    {
      GalleyMark mark = g_array_index (marks, GalleyMark, i);

      for (; next < n_blocks; next++)
        {
          const GalleyBlock *block = &g_array_index (metadata->blocks, GalleyBlock, next);
          GalleyTokenRun run = get_block_run (article, text, block);

          if (run.first_token >= mark.end_token)
            break;
          if (is_unwanted (block->type) && run.end_token > mark.first_token)
            {
              if (run.first_token <= mark.first_token)
                mark.first_token = MIN (run.end_token, mark.end_token);
              else
                mark.end_token = run.first_token;
            }
          if (run.end_token > mark.end_token)
            break;
        }
      if (mark.first_token < mark.end_token)
        g_array_index (marks, GalleyMark, n_kept++) = mark;
    }
  g_array_set_size (marks, n_kept);
}
