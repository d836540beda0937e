/* galley-accessible.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-accessible.h"

/* The keyboard stops at the button within, which GTK 4.8 leaves without a name. */
static void
mend_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  if (GTK_IS_BUTTON (button))
    gtk_accessible_update_relation (
        GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

/* GTK 4.8 names it twice: by its label with the underline in it, and by the widget that shows the
 * label. */
static void
mend_mnemonic (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && gtk_button_get_label (button) != NULL
      && GTK_IS_LABEL (gtk_button_get_child (button)))
    {
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      gtk_button_get_child (button),
                                      NULL,
                                      -1);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
}

/**
 * galley_accessible_mend:
 * @root: a widget whose template or children have been made
 *
 * Gives the drop-downs and buttons in @root the names that a screen reader should say, where GTK
 * gives none or the wrong one.
 */
void
galley_accessible_mend (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    mend_drop_down (root);
  else if (GTK_IS_BUTTON (root))
    mend_mnemonic (GTK_BUTTON (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    galley_accessible_mend (child);
}
