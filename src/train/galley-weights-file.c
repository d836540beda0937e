/* galley-weights-file.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train/galley-weights-file.h"

#include <math.h>
#include <string.h>

#define DIGITS     3
#define LINE_WIDTH 98

/**
 * galley_weights_round:
 *
 * Returns: the weight as it will be written
 */
double
galley_weights_round (double weight)
{
  double scale = pow (10, DIGITS);

  return isfinite (weight) ? round (weight * scale) / scale + 0.0 : 0;
}

/* A file name may hold what begins or ends a comment. */
static char *
make_safe (const char *text)
{
  GString *safe = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      g_string_append_c (safe, g_ascii_iscntrl (*at) ? ' ' : *at);
      if ((at[0] == '*' && at[1] == '/') || (at[0] == '/' && at[1] == '*'))
        g_string_append_c (safe, ' ');
    }
  return g_string_free (safe, FALSE);
}

/* A line of a comment, or several that a shell takes for one. */
static void
append_in_comment (GString *file, const char *text)
{
  g_autofree char *safe = make_safe (text);
  g_auto (GStrv) words = g_strsplit (safe, " ", -1);
  gsize line = file->len;

  g_string_append (file, " *  ");
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0 && file->len - line + strlen (words[i]) + strlen ("  \\") > LINE_WIDTH)
        {
          g_string_append (file, " \\\n");
          line = file->len;
          g_string_append (file, " *    ");
        }
      g_string_append_printf (file, " %s", words[i]);
    }
}

/**
 * galley_weights_file_new:
 * @name: of the file
 * @command: that writes it
 * @header: what declares the tables
 * @comment: what they are; lines of a C comment
 *
 * Returns: (transfer full): the start of a C file; galley_weights_file_end() frees it
 */
GString *
galley_weights_file_new (const char *name,
                         const char *command,
                         const char *header,
                         const char *comment)
{
  GString *file = g_string_new (NULL);

  g_string_append_printf (file,
                          "/* %s\n"
                          " *\n"
                          " * Copyright 2026 the Galley authors\n"
                          " * SPDX-License-Identifier: GPL-3.0-or-later\n"
                          " *\n"
                          " * Generated, not to be edited, by\n",
                          name);
  append_in_comment (file, command);
  g_string_append_printf (file,
                          "\n */\n\n"
                          "#include \"config.h\"\n\n"
                          "#include \"%s\"\n\n"
                          "/* clang-format off */\n"
                          "/* %s */\n",
                          header,
                          comment);
  return file;
}

/* 0.5f, 1.0f, -0.123f: no zeros at the end but one after the point. */
static char *
format_weight (double weight)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.3f", galley_weights_round (weight));
  length = strlen (digits);
  while (digits[length - 1] == '0' && digits[length - 2] != '.')
    digits[--length] = '\0';
  return g_strdup_printf ("%sf", strcmp (digits, "-0.0") == 0 ? "0.0" : digits);
}

/**
 * galley_weights_file_add:
 * @declaration: "const float foo[]"
 * @weights: (array length=n_weights)
 */
void
galley_weights_file_add (GString *file,
                         const char *declaration,
                         const double *weights,
                         guint n_weights)
{
  gsize line;

  g_string_append_printf (file, "%s = {\n", declaration);
  line = file->len;
  g_string_append_c (file, ' ');
  for (guint i = 0; i < n_weights; i++)
    {
      g_autofree char *weight = format_weight (weights[i]);

      if (file->len - line + strlen (weight) + 2 > LINE_WIDTH)
        {
          g_string_append_c (file, '\n');
          line = file->len;
          g_string_append_c (file, ' ');
        }
      g_string_append_printf (file, " %s,", weight);
    }
  g_string_append (file, "\n};\n");
}

/**
 * galley_weights_file_end:
 * @file: (transfer full)
 *
 * Returns: (transfer full): the file
 */
char *
galley_weights_file_end (GString *file)
{
  g_string_append (file, "/* clang-format on */\n");
  return g_string_free (file, FALSE);
}
