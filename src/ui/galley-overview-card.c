/* galley-overview-card.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-overview-card.h"

#include <glib/gi18n-lib.h>

struct _GalleyOverviewCard
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *remark;
  GtkLabel *sentence;
  GalleyPatternBar *chart;
  GtkListBox *lines;
  GtkButton *more;

  GPtrArray *rows; /* GalleyOverviewRow, borrowed from lines */
};

enum
{
  ACTIVATED,
  MORE,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyOverviewCard, galley_overview_card, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (GalleyOverviewCard *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
on_more_cb (GalleyOverviewCard *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

/* The arrow keys go on from one section to the next. */
static gboolean
on_keynav_failed_cb (GalleyOverviewCard *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                 direction == GTK_DIR_DOWN ? GTK_DIR_TAB_FORWARD
                                                           : GTK_DIR_TAB_BACKWARD);
}

static void
galley_overview_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_OVERVIEW_CARD);

  G_OBJECT_CLASS (galley_overview_card_parent_class)->dispose (object);
}

static void
galley_overview_card_finalize (GObject *object)
{
  g_ptr_array_unref (GALLEY_OVERVIEW_CARD (object)->rows);

  G_OBJECT_CLASS (galley_overview_card_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  /**
   * GalleyOverviewCard::activated:
   * @row: the line to follow
   */
  signals[ACTIVATED] = g_signal_new ("activated",
                                     GALLEY_TYPE_OVERVIEW_CARD,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     GALLEY_TYPE_OVERVIEW_ROW);

  /**
   * GalleyOverviewCard::more:
   *
   * The lines that were left out are wanted.
   */
  signals[MORE] = g_signal_new (
      "more", GALLEY_TYPE_OVERVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
galley_overview_card_class_init (GalleyOverviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_overview_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_overview_card_finalize;

  add_signals ();
  g_type_ensure (GALLEY_TYPE_PATTERN_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-overview-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, remark);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, chart);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, lines);
  gtk_widget_class_bind_template_child (widget_class, GalleyOverviewCard, more);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed_cb);
  gtk_widget_class_set_css_name (widget_class, "overview-card");
}

static void
galley_overview_card_init (GalleyOverviewCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
galley_overview_card_new (void)
{
  return g_object_new (GALLEY_TYPE_OVERVIEW_CARD, NULL);
}

/* Rows that are there stay, so that the keyboard stays where it is. */
static void
show_lines (GalleyOverviewCard *self, GPtrArray *lines)
{
  while (self->rows->len > lines->len)
    {
      gtk_list_box_remove (self->lines, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < lines->len)
    {
      GtkWidget *row = galley_overview_row_new ();

      gtk_list_box_append (self->lines, row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < lines->len; i++)
    galley_overview_row_show_line (self->rows->pdata[i], lines->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), lines->len > 0);
}

static void
show_more (GalleyOverviewCard *self, guint n_more)
{
  g_autofree char *label =
      g_strdup_printf (ngettext ("Show %u more line", "Show %u more lines", n_more), n_more);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

/**
 * galley_overview_card_show_section:
 * @section: what to show from now on, copied
 */
void
galley_overview_card_show_section (GalleyOverviewCard *self, const GalleyOverviewSection *section)
{
  g_return_if_fail (GALLEY_IS_OVERVIEW_CARD (self));

  gtk_label_set_label (self->title, section->title);
  gtk_label_set_label (self->remark, section->remark != NULL ? section->remark : "");
  gtk_label_set_label (self->sentence, section->sentence);
  galley_pattern_bar_set_parts (self->chart, section->chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), section->chart->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  section->sentence,
                                  -1);
  show_lines (self, section->lines);
  show_more (self, section->n_more);
}
