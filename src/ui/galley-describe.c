/* galley-describe.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-describe.h"

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"

/**
 * galley_describe_file:
 * @file: any file
 *
 * Returns: (transfer full): its name for people, valid UTF-8
 */
char *
galley_describe_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

static char *
describe_galley_error (const char *name, const GError *error)
{
  switch ((GalleyError) error->code)
    {
    case GALLEY_ERROR_BINARY:
      return g_strdup_printf (_ ("“%s” is not a text file."), name);

    case GALLEY_ERROR_ENCODING:
      return g_strdup_printf (_ ("“%s” cannot be read as text in this encoding."), name);

    case GALLEY_ERROR_LIMIT:
      /* translators: %s are the name of a file and what is too large, in a sentence */
      return g_strdup_printf (_ ("“%s” is too large: %s"), name, error->message);

    case GALLEY_ERROR_SYNTAX:
    case GALLEY_ERROR_MEANING:
      /* translators: %s are the name of a file and what is wrong where, in a sentence */
      return g_strdup_printf (_ ("“%s” is not a complete annotation file: %s"),
                              name,
                              error->message);

    case GALLEY_ERROR_UNSUPPORTED:
    case GALLEY_ERROR_CHANGED:
    case GALLEY_ERROR_READ_ONLY:
    case GALLEY_ERROR_MODEL:
    case GALLEY_ERROR_USAGE:
    default:
      /* translators: %s are the name of a file and the reason, in a sentence */
      return g_strdup_printf (_ ("“%s” could not be opened: %s"), name, error->message);
    }
}

/**
 * galley_describe_open_error:
 * @name: the file as people know it
 * @error: why it could not be opened
 *
 * Returns: (transfer full): a sentence
 */
char *
galley_describe_open_error (const char *name, const GError *error)
{
  if (error->domain == GALLEY_ERROR)
    return describe_galley_error (name, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup_printf (_ ("There is no file “%s”."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup_printf (_ ("“%s” is a folder. Open one of the articles in it."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_ ("You have no permission to read “%s”."), name);

  /* translators: %s are the name of a file and the system's reason */
  return g_strdup_printf (_ ("“%s” could not be opened: %s"), name, error->message);
}

/**
 * galley_describe_save_error:
 * @name: the file as people know it
 * @error: why it could not be written
 *
 * Returns: (transfer full): a sentence
 */
char *
galley_describe_save_error (const char *name, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (_ ("“%s” was not saved: the disk is full."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_ ("“%s” was not saved: you have no permission to write there."), name);

  /* translators: %s are the name of a file and the system's reason */
  return g_strdup_printf (_ ("“%s” was not saved: %s"), name, error->message);
}

/**
 * galley_describe_progress:
 * @session: with something open
 *
 * Returns: (transfer full): how far the review is, as “12 of 31 reviewed”
 */
char *
galley_describe_progress (GalleySession *session)
{
  GalleyReview *review = galley_session_get_review (session);
  guint n_total = galley_review_get_n_total (review);
  guint n_reviewed = galley_review_get_n_reviewed (review);

  if (galley_session_get_analysing (session))
    return g_strdup (_ ("Reading…"));
  if (n_total == 0)
    return g_strdup (_ ("None detected"));

  /* translators: the numbers of annotations that have a verdict, and of all */
  return g_strdup_printf (ngettext ("%u of %u reviewed", "%u of %u reviewed", n_total),
                          n_reviewed,
                          n_total);
}

/**
 * galley_describe_title:
 * @session: with something open
 *
 * Returns: (transfer full): the headline or, where there is none, the name of the file
 */
char *
galley_describe_title (GalleySession *session)
{
  GalleyArticle *article = galley_review_get_article (galley_session_get_review (session));
  const GalleyMetadata *metadata = galley_article_get_metadata (article);

  if (metadata != NULL && metadata->title != NULL && metadata->title[0] != '\0')
    return g_strdup (metadata->title);

  return galley_session_dup_name (session);
}

/**
 * galley_describe_outlet:
 * @session: with something open
 *
 * Returns: (transfer full) (nullable): who published the article, if that is known
 */
char *
galley_describe_outlet (GalleySession *session)
{
  GalleyArticle *article = galley_review_get_article (galley_session_get_review (session));
  const GalleyMetadata *metadata = galley_article_get_metadata (article);

  if (metadata == NULL || metadata->site_name == NULL || metadata->site_name[0] == '\0')
    return NULL;

  return g_strdup (metadata->site_name);
}

/* The first of several names for one encoding is the one that is offered. */
static const struct
{
  const char *charset;
  const char *label;
  gboolean offered;
} charsets[] = {
  { "UTF-8", N_ ("Unicode (UTF-8)"), TRUE },
  { "UTF-16LE", N_ ("Unicode (UTF-16, little-endian)"), TRUE },
  { "UTF-16BE", N_ ("Unicode (UTF-16, big-endian)"), TRUE },
  { "UTF-16", N_ ("Unicode (UTF-16)"), FALSE },
  { "WINDOWS-1252", N_ ("Western (Windows-1252)"), TRUE },
  { "ISO-8859-1", N_ ("Western (ISO-8859-1)"), FALSE },
  { "ISO-8859-15", N_ ("Western (ISO-8859-15)"), TRUE },
  { "MACINTOSH", N_ ("Western (Macintosh)"), TRUE },
  { "WINDOWS-1250", N_ ("Central European (Windows-1250)"), TRUE },
  { "ISO-8859-2", N_ ("Central European (ISO-8859-2)"), TRUE },
  { "WINDOWS-1251", N_ ("Cyrillic (Windows-1251)"), TRUE },
  { "KOI8-R", N_ ("Cyrillic (KOI8-R)"), TRUE },
  { "WINDOWS-1253", N_ ("Greek (Windows-1253)"), TRUE },
  { "SHIFT_JIS", N_ ("Japanese (Shift JIS)"), TRUE },
  { "GB18030", N_ ("Chinese (GB 18030)"), TRUE },
};

/**
 * galley_describe_charset:
 * @charset: a name as iconv knows it
 *
 * Returns: (transfer none): what people call it; @charset itself where that is not known
 */
const char *
galley_describe_charset (const char *charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (charsets[i].charset, charset) == 0)
      return _ (charsets[i].label);

  return charset;
}

/**
 * galley_describe_nth_charset:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): an encoding to offer, as iconv knows it; %NULL after the
 * last
 */
const char *
galley_describe_nth_charset (guint position)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].offered && position-- == 0)
      return charsets[i].charset;

  return NULL;
}
