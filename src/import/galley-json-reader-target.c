/* galley-json-reader-target.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/galley-json-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define POSITION_TYPE "TextPositionSelector"
#define QUOTE_TYPE    "TextQuoteSelector"

/* Whether @words stand in the text right behind byte @start, or right before it. */
static gboolean
stands (GalleyJsonReader *self, const char *words, gsize start, gboolean before)
{
  const char *text = galley_article_get_text (self->article);
  gsize length = strlen (words);

  if (before)
    return length <= start && memcmp (text + start - length, words, length) == 0;

  return length <= galley_article_get_length (self->article) - start
         && memcmp (text + start, words, length) == 0;
}

static gboolean
check_words (GalleyJsonObject *selector,
             const char *name,
             gboolean fits,
             gboolean text_matches,
             GError **error)
{
  GalleyJsonPlace place;

  /* In a text that somebody changed the words need not be where they were. */
  if (fits || !text_matches)
    return TRUE;

  return galley_json_object_need (selector, name, &place, error)
         && galley_json_fail (&place,
                              GALLEY_ERROR_MEANING,
                              error,
                              _ ("the article has other words there"));
}

static gboolean
check_quote (GalleyJsonReader *self,
             GalleyJsonObject *selector,
             const GalleySpan *span,
             GError **error)
{
  g_autofree char *exact = NULL;
  g_autofree char *prefix = g_strdup ("");
  g_autofree char *suffix = g_strdup ("");
  const GalleyOffsets *offsets = galley_article_get_offsets (self->article);
  gsize start = galley_offsets_to_byte (offsets, span->start);
  gsize end = galley_offsets_to_byte (offsets, span->end);

  return galley_json_object_need_string (selector, "exact", &exact, error)
         && galley_json_object_take_string (selector, "prefix", &prefix, error)
         && galley_json_object_take_string (selector, "suffix", &suffix, error)
         && check_words (selector,
                         "exact",
                         strlen (exact) == end - start && stands (self, exact, start, FALSE),
                         self->text_matches,
                         error)
         && check_words (
             selector, "prefix", stands (self, prefix, start, TRUE), self->text_matches, error)
         && check_words (
             selector, "suffix", stands (self, suffix, end, FALSE), self->text_matches, error);
}

typedef enum
{
  SELECTOR_POSITION,
  SELECTOR_QUOTE,
  SELECTOR_OTHER,
} Selector;

static gboolean
open_selector (GalleyJsonObject *selector,
               const GalleyJsonPlace *place,
               Selector *which,
               GError **error)
{
  g_autofree char *type = NULL;

  if (!galley_json_object_open (selector, place, error)
      || !galley_json_object_need_string (selector, "type", &type, error))
    return FALSE;

  if (strcmp (type, POSITION_TYPE) == 0)
    *which = SELECTOR_POSITION;
  else if (strcmp (type, QUOTE_TYPE) == 0)
    *which = SELECTOR_QUOTE;
  else
    *which = SELECTOR_OTHER;

  return TRUE;
}

/* The position first, wherever it stands: the quote is checked against it. */
static gboolean
find_position (GalleyJsonReader *self,
               const GalleyJsonPlace *list,
               GalleySpan *span,
               GString *others,
               GError **error)
{
  GalleyJsonPlace item;
  GalleyJsonIter iter;

  galley_json_items_init (&iter, list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      g_auto (GalleyJsonObject) selector = { 0 };
      Selector which;

      if (!open_selector (&selector, &item, &which, error))
        return FALSE;
      if (which != SELECTOR_POSITION)
        continue;
      if (!_galley_json_read_span (self, &selector, span, error))
        return FALSE;
      galley_json_rest_append_part (others, POSITION_TYPE, &selector);

      return TRUE;
    }

  return galley_json_fail (list,
                           GALLEY_ERROR_MEANING,
                           error,
                           _ ("a TextPositionSelector is missing"));
}

/* Selectors of other programs are another way to say the same; they are kept, and so is what this
 * version does not know of its own. */
static gboolean
check_selectors (GalleyJsonReader *self,
                 const GalleyJsonPlace *list,
                 const GalleySpan *span,
                 GString *others,
                 GError **error)
{
  GalleyJsonPlace item;
  GalleyJsonIter iter;

  galley_json_items_init (&iter, list, &item);
  while (galley_json_items_next (&iter, &item))
    {
      g_auto (GalleyJsonObject) selector = { 0 };
      Selector which;

      if (!open_selector (&selector, &item, &which, error))
        return FALSE;
      if (which == SELECTOR_QUOTE && !check_quote (self, &selector, span, error))
        return FALSE;
      if (which == SELECTOR_QUOTE)
        galley_json_rest_append_part (others, QUOTE_TYPE, &selector);
      else if (which == SELECTOR_OTHER)
        galley_json_rest_append_item (others, &item);
    }

  return TRUE;
}

static gboolean
read_selectors (GalleyJsonReader *self,
                GalleyJsonObject *target,
                GalleySpan *span,
                GString *rest,
                GError **error)
{
  g_autoptr (GString) others = g_string_new (NULL);
  GalleyJsonPlace list;

  if (!galley_json_object_need (target, "selector", &list, error)
      || !galley_json_place_expect (&list, GALLEY_JSON_ARRAY, error)
      || !find_position (self, &list, span, others, error)
      || !check_selectors (self, &list, span, others, error))
    return FALSE;

  galley_json_rest_append_list (rest, "selector", others);

  return TRUE;
}

static gboolean
check_source (GalleyJsonReader *self, GalleyJsonObject *target, GError **error)
{
  g_autofree char *source = NULL;
  GalleyJsonPlace place;

  if (!galley_json_object_need (target, "source", &place, error)
      || !galley_json_object_need_string (target, "source", &source, error))
    return FALSE;

  return strcmp (source, self->source) == 0
         || galley_json_fail (&place,
                              GALLEY_ERROR_MEANING,
                              error,
                              _ ("this is not the article of the file"));
}

static gboolean
read_target (GalleyJsonReader *self,
             const GalleyJsonPlace *place,
             GArray *spans,
             GString *rest,
             GError **error)
{
  g_auto (GalleyJsonObject) target = { 0 };
  GalleyJsonPlace type;
  GalleySpan span;

  if (!galley_json_object_open (&target, place, error)
      || (galley_json_object_take (&target, "type", &type)
          && !galley_json_object_need_word (&target, "type", "SpecificResource", error))
      || !check_source (self, &target, error) || !read_selectors (self, &target, &span, rest, error)
      || !_galley_json_add_span (spans, &span, place, error))
    return FALSE;

  galley_json_object_append_rest (&target, rest);

  return TRUE;
}

/**
 * _galley_json_read_targets:
 * @place: the member `target`: an array of specific resources
 * @spans: (element-type GalleySpan): gets one each
 * @rest: gets a member `target` if a target has members that this version does not know
 */
gboolean
_galley_json_read_targets (GalleyJsonReader *self,
                           const GalleyJsonPlace *place,
                           GArray *spans,
                           GString *rest,
                           GError **error)
{
  g_auto (GalleyJsonListRest) unknown = { NULL };
  GalleyJsonPlace item;
  GalleyJsonIter iter;

  galley_json_list_rest_init (&unknown);
  if (!galley_json_place_expect (place, GALLEY_JSON_ARRAY, error))
    return FALSE;

  galley_json_items_init (&iter, place, &item);
  while (galley_json_items_next (&iter, &item))
    {
      g_autoptr (GString) members = g_string_new (NULL);

      if (!read_target (self, &item, spans, members, error))
        return FALSE;
      galley_json_list_rest_add (&unknown, members);
    }
  if (galley_spans_length (spans) == 0)
    return galley_json_fail (place, GALLEY_ERROR_MEANING, error, _ ("there is no target"));

  galley_json_list_rest_append (&unknown, "target", rest);

  return TRUE;
}
