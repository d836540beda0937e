/* galley-article-pick.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-handles.h"
#include "ui/galley-article-view-private.h"

/**
 * galley_article_view_get_picking:
 *
 * Returns: whether the next click or selection answers a question instead of selecting a mark
 */
gboolean
galley_article_view_get_picking (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  return self->picking;
}

/**
 * galley_article_view_set_picking:
 * @picking: whether the person is to point at a place: `picked` tells which. Escape leaves
 */
void
galley_article_view_set_picking (GalleyArticleView *self, gboolean picking)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  if (self->picking == picking)
    return;

  self->picking = picking;
  galley_article_handles_set_shown (self->text, self->editable_marks && !picking);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), picking ? "crosshair" : "text");
  g_object_notify (G_OBJECT (self), "picking");
}

/* What is selected, or else the place of the caret. */
void
_galley_article_view_pick (GalleyArticleView *self)
{
  guint start, end;

  if (!galley_article_view_get_selection (self, &start, &end))
    start = end = galley_article_text_get_caret (self->text);
  g_signal_emit_by_name (self, "picked", start, end);
}

/* Enter says that the caret, or what is selected, is where it should be. */
gboolean
_galley_article_view_pick_by_key (GalleyArticleView *self, guint keyval)
{
  if (!self->picking)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    {
      galley_article_view_set_picking (self, FALSE);
      return TRUE;
    }
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;

  _galley_article_view_pick (self);

  return TRUE;
}
