/* galley-inspector-parts.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-parts.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-row-line.h"

/* More than anybody goes through one by one. */
#define MAX_ROWS       100
#define PART_GRAPHEMES 60

/* Rows seen at once, and their height as style.css has it. */
#define SEEN_ROWS  5
#define ROW_HEIGHT 30

/* The parts of a split quote, or the mentions of a source: gone to, added, removed, and of a source
 * made another one. */
struct _GalleyInspectorParts
{
  GalleyInspectorSection parent_instance;

  GtkLabel *label;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *more;
  GtkLabel *add_label;

  guint part;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorParts, galley_inspector_parts, GALLEY_TYPE_INSPECTOR_SECTION)

static guint
get_position (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
show_part (GtkWidget *self, guint part)
{
  gtk_widget_activate_action (self, "win.show-part", "u", part);
}

static void
on_row_activated_cb (GtkWidget *self, GtkListBoxRow *row)
{
  show_part (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_remove_cb (GalleyInspectorSection *section, GtkWidget *button)
{
  guint part = get_position (button);
  GalleyDetails *details = galley_inspector_section_edit (section);

  g_array_remove_index (details->spans, part);
  galley_inspector_section_commit (section, details);
}

static void
on_split_cb (GtkWidget *self, GtkWidget *button)
{
  show_part (self, get_position (button));
  gtk_widget_activate_action (self, "win.split-source", NULL);
}

static GtkWidget *
create_button (const char *icon, const char *tooltip, GCallback callback, gpointer self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  /* The keys in its tooltip do the same; a stop for each would make the way through long. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip,
                                  -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
add_row (GalleyInspectorParts *self,
         GalleyArticle *article,
         const GalleySpan *span,
         gboolean mention)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  guint end = MIN (span->end, span->start + PART_GRAPHEMES * GALLEY_ROW_LINE_MAX_CLUSTER);
  g_autofree char *slice = galley_article_dup_slice (article, span->start, end);
  g_autofree char *words = galley_row_line_isolate_short (slice, PART_GRAPHEMES);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (mention)
    gtk_box_append (GTK_BOX (box),
                    create_button ("edit-cut-symbolic",
                                   _ ("Make It a Source of Its Own (D)"),
                                   G_CALLBACK (on_split_cb),
                                   self));
  gtk_box_append (GTK_BOX (box),
                  create_button ("list-remove-symbolic",
                                 mention ? _ ("Remove the Mention (−)") : _ ("Remove the Part (−)"),
                                 G_CALLBACK (on_remove_cb),
                                 self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->list, row);
}

static guint
count_rows (GalleyInspectorParts *self)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (self->list, (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

/* Tab stops once in the list, at the selected row; the arrow keys go on from there. */
static void
select_row (GalleyInspectorParts *self)
{
  guint n_rows = count_rows (self);

  for (guint i = 0; i < n_rows; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gboolean selected = i == MIN (self->part, n_rows - 1);

      gtk_widget_set_focusable (GTK_WIDGET (row), selected);
      if (selected)
        gtk_list_box_select_row (self->list, row);
    }
}

static void
focus_row (GalleyInspectorParts *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_key_pressed_cb (GalleyInspectorParts *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint n_rows = count_rows (self);
  guint part = MIN (self->part, n_rows - 1);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down && part + 1 < n_rows)
    part++;
  else if (keyval == GDK_KEY_Up && part > 0)
    part--;
  else
    return GDK_EVENT_PROPAGATE;

  galley_inspector_parts_set_part (self, part);
  focus_row (self);
  show_part (GTK_WIDGET (self), part);

  return GDK_EVENT_STOP;
}

/* Whoever removes one with the keyboard wants to go on in the list. */
static gboolean
has_focus (GalleyInspectorParts *self)
{
  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self->list));

  return (state & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
fill (GalleyInspectorParts *self, GalleyArticle *article, GArray *spans, gboolean mentions)
{
  guint n_rows = spans->len > 1 ? MIN (spans->len, MAX_ROWS) : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n_rows; i++)
    add_row (self, article, galley_spans_get (spans, i), mentions);
}

static void
show_more (GalleyInspectorParts *self, guint n_spans)
{
  guint n_more = n_spans > MAX_ROWS ? n_spans - MAX_ROWS : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static gboolean
galley_inspector_parts_applies (GalleyInspectorSection *section, GalleyAnnotation *annotation)
{
  return galley_spans_length (galley_annotation_get_details (annotation)->spans) > 0;
}

static void
galley_inspector_parts_refresh (GalleyInspectorSection *section,
                                GalleyReview *review,
                                GalleyAnnotation *annotation)
{
  GalleyInspectorParts *self = GALLEY_INSPECTOR_PARTS (section);
  GArray *spans = galley_annotation_get_details (annotation)->spans;
  gboolean mentions = galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;
  gboolean focused = has_focus (self);

  gtk_label_set_label (self->label, mentions ? _ ("Mentions") : _ ("Parts"));
  gtk_label_set_label (self->add_label,
                       mentions ? _ ("Add Selected Text as Mention")
                                : _ ("Add Selected Text as Part"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mentions ? _ ("Mentions of the source") : _ ("Parts of the mark"),
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), spans->len > 1);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              (int) MIN (spans->len, SEEN_ROWS) * ROW_HEIGHT);
  show_more (self, spans->len);
  fill (self, galley_review_get_article (review), spans, mentions);
  select_row (self);
  if (focused)
    focus_row (self);
}

static void
galley_inspector_parts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_PARTS);

  G_OBJECT_CLASS (galley_inspector_parts_parent_class)->dispose (object);
}

static void
galley_inspector_parts_class_init (GalleyInspectorPartsClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_parts_dispose;
  section_class->applies = galley_inspector_parts_applies;
  section_class->refresh = galley_inspector_parts_refresh;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-parts.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorParts, label);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorParts, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorParts, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorParts, more);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorParts, add_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
galley_inspector_parts_init (GalleyInspectorParts *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * galley_inspector_parts_set_part:
 * @part: the one that the edges are of
 */
void
galley_inspector_parts_set_part (GalleyInspectorParts *self, guint part)
{
  self->part = part;
  select_row (self);
}
