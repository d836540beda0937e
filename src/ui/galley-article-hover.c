/* galley-article-hover.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-article-view-private.h"
#include "ui/galley-change-text.h"
#include "ui/galley-row-text.h"
#include "ui/galley-status-line.h"

static void
append_line (GString *lines, const char *format, const char *text)
{
  g_autofree char *line = g_markup_printf_escaped (format, text);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
append_what (GString *lines, GalleyAnnotation *annotation)
{
  GalleyKind kind = galley_annotation_get_kind (annotation);
  const char *type = galley_annotation_get_details (annotation)->type;
  const GalleyTerm *term = type != NULL ? galley_terms_find (galley_kind_terms (kind), type) : NULL;
  g_autofree char *both = NULL;

  if (term != NULL)
    /* translators: kind of mark, type within the kind */
    both =
        g_strdup_printf (_ ("%1$s · %2$s"), galley_kind_label (kind, 1), galley_term_label (term));
  append_line (lines, "<b>%s</b>", both != NULL ? both : galley_kind_label (kind, 1));
}

static void
append_who (GString *lines, GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyKind kind = galley_annotation_get_kind (annotation);
  GalleyAnnotation *source = kind == GALLEY_KIND_SOURCE ? annotation : NULL;
  g_autofree char *name = NULL;

  if (kind == GALLEY_KIND_QUOTE)
    source = galley_review_get_source_of (review, annotation);
  if (source == NULL)
    return;

  name = galley_row_text_source_name (review, source);
  append_line (lines, "%s", name);
}

static void
append_why (GString *lines, GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *reason = galley_change_text_reason (review, annotation);

  if (reason != NULL)
    append_line (lines, "%s", reason);
}

/* How it stands, and that there is more at this place. */
static void
append_standing (GString *lines, GalleyReview *review, GPtrArray *marks)
{
  g_autofree char *status = galley_status_line_status (review, marks->pdata[0]);
  guint n_more = marks->len - 1;
  g_autofree char *more = NULL;
  g_autofree char *line = NULL;

  if (n_more == 0)
    {
      append_line (lines, "<small>%s</small>", status);
      return;
    }

  more = g_strdup_printf (
      ngettext ("click again for %u more here", "click again for %u more here", n_more), n_more);
  /* translators: the verdict; that there are more marks at this place */
  line = g_strdup_printf (_ ("%1$s · %2$s"), status, more);
  append_line (lines, "<small>%s</small>", line);
}

/*
 * What the pointer tells of @marks, of which the first wins: kind, type, who says it, why it was
 * suggested, its verdict. With Pango's markup.
 */
char *
_galley_article_view_explain (GalleyArticleView *self, GPtrArray *marks)
{
  GString *lines = g_string_new (NULL);

  append_what (lines, marks->pdata[0]);
  append_who (lines, self->review, marks->pdata[0]);
  append_why (lines, self->review, marks->pdata[0]);
  append_standing (lines, self->review, marks);

  return g_string_free (lines, FALSE);
}

/* Never while text is being selected or something was asked for at this place. */
static gboolean
is_in_the_way (GalleyArticleView *self)
{
  return self->pressed || gtk_widget_get_visible (self->mark_popover)
         || (self->menu != NULL && gtk_widget_get_visible (self->menu));
}

static gboolean
on_query_tooltip_cb (GalleyArticleView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *markup = NULL;
  GdkRectangle area;

  if (keyboard || is_in_the_way (self))
    return FALSE;

  marks = galley_article_text_list_at (self->text, x, y, &area);
  if (marks == NULL)
    return FALSE;

  markup = _galley_article_view_explain (self, marks);
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

void
_galley_article_view_watch_hover (GalleyArticleView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->text), TRUE);
  g_signal_connect_swapped (self->text, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), self);
}
