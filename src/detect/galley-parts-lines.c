/* galley-parts-lines.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-parts-private.h"

#include <string.h>

#define MAX_BOILERPLATE_WORDS 40
#define MAX_LINK_SENTENCE     15 /* longer ones are the article's own */
#define MAX_CAPTION_WORDS     70
#define MAX_NOTE_WORDS        80
#define MAX_CREDIT_WORDS      14
#define MAX_LIST_MARK         4 /* bytes: "12." */

static const char *const boilerplate_starts[] = {
  "related:",
  "related stories",
  "related articles",
  "related topics",
  "related coverage",
  "read more",
  "read also",
  "read next",
  "read the rest",
  "read here",
  "read:",
  "also read",
  "also on",
  "see also",
  "more on this",
  "more from",
  "more:",
  "more stories",
  "most read",
  "most popular",
  "advertisement",
  "sponsored",
  "sign up",
  "subscribe",
  "follow us",
  "like us on",
  "like the page",
  "share this",
  "click here",
  "continue reading",
  "all rights reserved",
  "download our",
  "download the",
  "watch:",
  "watch the video",
  "watch live",
  "listen:",
  "listen to the podcast",
  "[read",
  "(read more",
  "story continues",
  "article continues",
  "this article was originally",
  "this story was originally",
  "this article originally",
  "support our journalism",
  "support independent",
  "tags:",
  "filed under",
  "topics:",
  "view comments",
  "leave a comment",
  "load more",
  "join the conversation",
  "join our",
  "get the latest",
  "don't miss",
  "what to read next",
  "up next",
  "© ",
  "(c) ",
  "skip to",
  "we use cookies",
  "terms of use",
  "privacy policy",
  "got a tip",
  "have a tip",
  "editors' picks",
  "editor's picks",
  "buy now",
  "shop now",
  "save for later",
  "print this",
  "email this",
  "video:",
  "gallery:",
  "photos:",
  "in pictures:",
  "live updates:",
  "read our",
  "see more",
  "copyright ©",
  "copyright 20",
  "copyright (c)",
  "contact:",
  "contacts:",
  "for immediate release",
  "newsletter:",
  "share on ",
  "tweet this",
  "media contact",
  "press contact",
  "media enquiries",
  "press enquiries",
  "notes to editors",
};

/* What a page puts on buttons: the line has nothing else. */
static const char *const buttons[] = {
  "comments", "copy link", "email", "print", "save", "share", "show comments",
};

static const char *const correction_starts[] = {
  "correction:",
  "corrections:",
  "correction -",
  "correction, ",
  "correction (",
  "clarification",
  "corrects ",
  "(corrects ",
  "this story has been corrected",
  "this article has been corrected",
  "this story has been updated",
  "this article has been updated",
  "this article was amended",
  "this story was updated",
  "this article was updated",
  "an earlier version of",
  "a previous version of",
  "this version corrects",
  "update:",
  "editor's note: an earlier",
  "editor's note: this story has been",
  "editor's note: this article has been",
  "correction appended",
};

static const char *const note_starts[] = {
  "editor's note",           "reporting by",      "additional reporting",
  "(reporting by",           "editing by",        "writing by",
  "about the author",        "about the writer",  "the writer is",
  "the author is",           "the writer can be", "contact the",
  "associated press writer", "ap writer",         "edited by",
};

static const char *const caption_starts[] = {
  "photographs:", "photographs by", "photo:",          "photo by",      "photo credit",
  "photos by",    "photograph:",    "photograph by",   "image caption", "image:",
  "image credit", "image source",   "picture:",        "credit:",       "file - ",
  "file photo",   "file --",        "file —",          "file –",        "caption:",
  "pictured:",    "illustration:",  "illustration by", "(photo",        "[photo",
  "(image",
};

/* Who a caption credits, at its end. */
static const char *const caption_ends[] = {
  "getty images", "/getty",      "/ap",     "ap photo", "/reuters", "alamy",
  "shutterstock", "/afp",        "via ap",  "istock",   "/epa",     "via getty",
  "/bloomberg",   "via reuters", "pa wire", "/pa",
};

/* Likewise, with a name behind it */
static const char *const caption_credits[] = {
  "(ap photo/", "(photo by", "photograph: ", "photo: ", "credit: ", "picture: ",
};

/**
 * _galley_line_get_start:
 * @start: (out caller-allocates): %GALLEY_LINE_START bytes
 *
 * Copies how a line begins, in lower case with straight apostrophes.
 */
void
_galley_line_get_start (const GalleyText *text, const GalleyLine *line, char *start)
{
  gsize length = 0;

  for (guint i = line->run.first_token; i < line->run.end_token; i++)
    {
      if (length + 1 >= GALLEY_LINE_START)
        break;
      if (i > line->run.first_token
          && (galley_text_token (text, i)->flags & GALLEY_TOKEN_SPACE_BEFORE))
        start[length++] = ' ';
      length += galley_text_copy_folded (text, i, start + length, GALLEY_LINE_START - length);
    }
  start[MIN (length, GALLEY_LINE_START - 1)] = '\0';
}

/* The last tokens of a line, likewise. */
static void
get_tail (const GalleyText *text, const GalleyLine *line, char *tail)
{
  GalleyLine last = *line;

  last.run.first_token = MAX (line->run.first_token, (gint64) line->run.end_token - 7);
  _galley_line_get_start (text, &last, tail);
}

static gboolean
begins_with_any (const char *start, const char *const *list, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    {
      if (g_str_has_prefix (start, list[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * _galley_line_ends_sentence:
 *
 * Returns: %TRUE if the line ends as running text does, with a period or a mark like it
 */
gboolean
_galley_line_ends_sentence (const GalleyText *text, const GalleyLine *line)
{
  for (guint i = line->run.end_token; i-- > line->run.first_token;)
    {
      const GalleyToken *token = galley_text_token (text, i);
      const char *p = text->text + token->start;

      if (token->flags & GALLEY_TOKEN_WORD)
        return text->text[token->end - 1] == '.';
      if (strchr (".?!", *p) != NULL)
        return TRUE;
      if (!(token->flags & GALLEY_TOKEN_CLOSES_QUOTE) && strchr ("\"')]", *p) == NULL
          && *p != '\xe2')
        return FALSE;
    }

  return FALSE;
}

/**
 * _galley_line_contains:
 *
 * Returns: %TRUE if @words stand in the line, as they are
 */
gboolean
_galley_line_contains (const GalleyText *text, const GalleyLine *line, const char *words)
{
  gsize length;
  const char *bytes =
      galley_text_get_bytes (text, line->run.first_token, line->run.end_token, &length);

  return g_strstr_len (bytes, (gssize) length, words) != NULL;
}

/* Follow Jane Doe on Twitter: @jane */
static gboolean
asks_to_follow (const char *start)
{
  static const char *const networks[] = { "twitter", "facebook", "instagram", "youtube", " @",
                                          "on x",    "tiktok",   "linkedin",  "bluesky" };

  if (!g_str_has_prefix (start, "follow ") && !g_str_has_prefix (start, "(follow "))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (networks); i++)
    {
      if (strstr (start, networks[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_caption (const GalleyText *text, const GalleyLine *line, const char *start)
{
  char tail[GALLEY_LINE_START];

  if (line->n_words > MAX_CAPTION_WORDS)
    return FALSE;
  if (begins_with_any (start, caption_starts, G_N_ELEMENTS (caption_starts)))
    return TRUE;

  get_tail (text, line, tail);
  g_strchomp (tail);
  for (gsize length = strlen (tail); length > 0 && strchr (".)]", tail[length - 1]) != NULL;)
    tail[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (caption_ends); i++)
    {
      if (g_str_has_suffix (tail, caption_ends[i]))
        return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (caption_credits); i++)
    {
      if (strstr (tail, caption_credits[i]) != NULL)
        return TRUE;
    }

  return strstr (tail, "courtesy of ") != NULL && !_galley_line_ends_sentence (text, line);
}

static gboolean
is_list_item (const GalleyText *text, const GalleyLine *line)
{
  static const char *const bullets[] = { "•", "*", "‣", "◦", "▪", "●", "○", "■", "⁃", "+" };
  const GalleyToken *first = galley_text_token (text, line->run.first_token);
  const GalleyToken *second;

  if (line->run.end_token - line->run.first_token < 2)
    return FALSE;

  second = galley_text_token (text, line->run.first_token + 1);
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (first->end - first->start == strlen (bullets[i])
          && memcmp (text->text + first->start, bullets[i], strlen (bullets[i])) == 0)
        return TRUE;
    }
  if (first->end - first->start <= MAX_LIST_MARK && text->text[first->start] != '\''
      && (galley_text_token_equals (text, line->run.first_token, "-")
          || galley_text_token_equals (text, line->run.first_token, "–")))
    return (second->flags & GALLEY_TOKEN_SPACE_BEFORE) != 0;

  return (first->flags & GALLEY_TOKEN_NUMBER) && first->end - first->start <= 2
         && !(second->flags & GALLEY_TOKEN_SPACE_BEFORE)
         && strchr (".)", text->text[second->start]) != NULL && second->end - second->start == 1
         && line->run.end_token - line->run.first_token > 2;
}

/* "Live updates: Storm nears" is a headline where an article begins with it. */
static gboolean
is_boilerplate (const GalleyText *text, const GalleyLine *line, const char *start, gboolean first)
{
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (g_str_equal (start, buttons[i]))
        return TRUE;
    }
  if (line->n_words
      > (_galley_line_ends_sentence (text, line) ? MAX_LINK_SENTENCE : MAX_BOILERPLATE_WORDS))
    return FALSE;
  if (first && line->n_words > 3 && galley_text_token_is (text, line->run.first_token + 1, ":"))
    return FALSE;
  if (first && line->n_words > 3 && galley_text_token_is (text, line->run.first_token + 2, ":"))
    return FALSE;

  return asks_to_follow (start)
         || begins_with_any (start, boilerplate_starts, G_N_ELEMENTS (boilerplate_starts));
}

static GalleyPart
classify (const GalleyText *text, const GalleyLine *line, gboolean first)
{
  char start[GALLEY_LINE_START];

  _galley_line_get_start (text, line, start);
  if (*start == '>')
    return GALLEY_PART_BLOCK_QUOTE;
  if (line->n_words == 0)
    return GALLEY_PART_BOILERPLATE; /* ___ and *** */
  if (line->n_words <= MAX_NOTE_WORDS
      && begins_with_any (start, correction_starts, G_N_ELEMENTS (correction_starts)))
    return GALLEY_PART_CORRECTION;
  if (is_boilerplate (text, line, start, first))
    return GALLEY_PART_BOILERPLATE;
  if (line->n_words <= MAX_NOTE_WORDS
      && begins_with_any (start, note_starts, G_N_ELEMENTS (note_starts)))
    return GALLEY_PART_AUTHOR_NOTE;
  if (is_caption (text, line, start))
    return GALLEY_PART_CAPTION;
  if (is_list_item (text, line))
    return GALLEY_PART_LIST_ITEM;

  return GALLEY_PART_PARAGRAPH;
}

/* — Jane Doe (@jane) May 4, 2024: below a post that is embedded */
static gboolean
credits_account (const GalleyText *text, const GalleyLine *line)
{
  guint first = line->run.first_token;

  return line->n_words <= MAX_CREDIT_WORDS && _galley_line_contains (text, line, "(@")
         && (galley_text_token_is (text, first, "—") || galley_text_token_is (text, first, "–")
             || galley_text_token_is (text, first, "-"));
}

GArray *
_galley_lines_new (const GalleyText *text)
{
  GArray *lines = g_array_sized_new (FALSE, TRUE, sizeof (GalleyLine), text->paragraphs->len);

  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      GalleyLine line = { .run = g_array_index (text->paragraphs, GalleyTokenRun, i) };

      for (guint j = line.run.first_token; j < line.run.end_token; j++)
        line.n_words += (galley_text_token (text, j)->flags & GALLEY_TOKEN_WORD) != 0;
      g_array_append_val (lines, line);
    }

  return lines;
}

/**
 * _galley_lines_find_marked:
 *
 * Finds the lines that say by themselves what they are: corrections, credits, lists, links.
 */
void
_galley_lines_find_marked (const GalleyText *text, GArray *lines)
{
  gboolean first = TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      GalleyLine *line = _galley_line (lines, i);
      guint n_tokens = line->run.end_token - line->run.first_token;
      GalleyDate date;

      line->part = classify (text, line, first);
      first = first && line->part == GALLEY_PART_BOILERPLATE;
      if (line->part == GALLEY_PART_PARAGRAPH
          && (_galley_line_is_age (text, line)
              || _galley_date_scan (text, line->run.first_token, line->run.end_token, &date)
                     == n_tokens))
        {
          line->part = GALLEY_PART_DATE;
          line->date = line->run;
        }
      if (i > 0 && line->part == GALLEY_PART_PARAGRAPH && credits_account (text, line))
        {
          line->part = GALLEY_PART_BLOCK_QUOTE;
          if (_galley_line (lines, i - 1)->part == GALLEY_PART_PARAGRAPH)
            _galley_line (lines, i - 1)->part = GALLEY_PART_BLOCK_QUOTE;
        }
    }
}
