/* galley-inspector.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector.h"

#include "ui/galley-inspector-edges.h"
#include "ui/galley-inspector-head.h"
#include "ui/galley-inspector-note.h"
#include "ui/galley-inspector-parts.h"
#include "ui/galley-inspector-private.h"
#include "ui/galley-inspector-quote.h"
#include "ui/galley-inspector-source.h"
#include "ui/galley-inspector-type.h"

#define N_SECTIONS 8

#define FRAMES_TO_REVEAL 2
#define REVEAL_MARGIN    64 /* for the toast that lies above */

struct _GalleyInspector
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *head;
  GtkWidget *type;
  GtkWidget *source;
  GtkWidget *quote;
  GtkWidget *edges;
  GtkWidget *parts;
  GtkWidget *note;
  GtkWidget *private_note;
  GalleyInspectorSection *sections[N_SECTIONS]; /* those above */

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  gboolean editable;
  guint part;
  int frames_to_reveal;
};

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_SELECTED,
  PROP_EDITABLE,
  PROP_PART,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (GalleyInspector, galley_inspector, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
refresh (GalleyInspector *self)
{
  for (guint i = 0; self->selected != NULL && i < N_SECTIONS; i++)
    galley_inspector_section_refresh (self->sections[i]);
}

static void
show_selected (GalleyInspector *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->selected != NULL ? "details" : "empty");
  for (guint i = 0; i < N_SECTIONS; i++)
    galley_inspector_section_show (self->sections[i], self->review, self->selected);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* A source's name stands on its quotes, too. */
static void
on_annotation_changed_cb (GalleyInspector *self, GalleyAnnotation *annotation)
{
  if (annotation == self->selected
      || (self->selected != NULL && galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE))
    refresh (self);
}

/* An annotation that undo took away cannot stay selected. */
static void
on_items_changed_cb (GalleyInspector *self)
{
  const char *id = self->selected != NULL ? galley_annotation_get_id (self->selected) : NULL;

  if (id != NULL && galley_review_lookup (self->review, id) != self->selected)
    galley_inspector_set_selected (self, NULL);
}

static void
galley_inspector_dispose (GObject *object)
{
  GalleyInspector *self = GALLEY_INSPECTOR (object);

  g_clear_object (&self->review_signals);
  g_clear_object (&self->review);
  g_clear_object (&self->selected);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_INSPECTOR);

  G_OBJECT_CLASS (galley_inspector_parent_class)->dispose (object);
}

static void
galley_inspector_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyInspector *self = GALLEY_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_PART:
      g_value_set_uint (value, self->part);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_inspector_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  GalleyInspector *self = GALLEY_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_inspector_set_review (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      galley_inspector_set_selected (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      galley_inspector_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_PART:
      galley_inspector_set_part (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ensure_types (void)
{
  g_type_ensure (GALLEY_TYPE_INSPECTOR_HEAD);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_TYPE);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_SOURCE);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_QUOTE);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_EDGES);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_PARTS);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_NOTE);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_PRIVATE);
}

static void
galley_inspector_class_init (GalleyInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_inspector_dispose;
  object_class->get_property = galley_inspector_get_property;
  object_class->set_property = galley_inspector_set_property;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, GALLEY_TYPE_ANNOTATION, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_PART] = g_param_spec_uint ("part", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, head);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, type);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, source);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, edges);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, parts);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, note);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspector, private_note);
  gtk_widget_class_set_css_name (widget_class, "galley-inspector");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_inspector_init (GalleyInspector *self)
{
  GtkWidget *sections[N_SECTIONS];

  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sections[0] = self->head;
  sections[1] = self->type;
  sections[2] = self->source;
  sections[3] = self->quote;
  sections[4] = self->edges;
  sections[5] = self->parts;
  sections[6] = self->note;
  sections[7] = self->private_note;
  for (guint i = 0; i < N_SECTIONS; i++)
    self->sections[i] = GALLEY_INSPECTOR_SECTION (sections[i]);

  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (on_items_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (on_annotation_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "notify::reviewer",
                                  G_CALLBACK (refresh),
                                  self);
}

GtkWidget *
galley_inspector_new (void)
{
  return g_object_new (GALLEY_TYPE_INSPECTOR, NULL);
}

/**
 * galley_inspector_get_review:
 *
 * Returns: (nullable) (transfer none)
 */
GalleyReview *
galley_inspector_get_review (GalleyInspector *self)
{
  return self->review;
}

/**
 * galley_inspector_set_review:
 * @review: (nullable): through which edits go; nothing of it is selected
 */
void
galley_inspector_set_review (GalleyInspector *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (self->review == review)
    return;

  galley_inspector_set_selected (self, NULL);
  g_set_object (&self->review, review);
  g_signal_group_set_target (self->review_signals, review);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_inspector_get_selected:
 *
 * Returns: (nullable) (transfer none)
 */
GalleyAnnotation *
galley_inspector_get_selected (GalleyInspector *self)
{
  return self->selected;
}

/**
 * galley_inspector_set_selected:
 * @annotation: (nullable): what to show
 */
void
galley_inspector_set_selected (GalleyInspector *self, GalleyAnnotation *annotation)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (self->selected == annotation)
    return;

  galley_inspector_flush (self);
  g_set_object (&self->selected, annotation);
  show_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

gboolean
galley_inspector_get_editable (GalleyInspector *self)
{
  return self->editable;
}

/**
 * galley_inspector_set_editable:
 * @editable: whether anything can be changed
 */
void
galley_inspector_set_editable (GalleyInspector *self, gboolean editable)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (self->editable == editable)
    return;

  self->editable = editable;
  for (guint i = 0; i < N_SECTIONS; i++)
    galley_inspector_section_set_editable (self->sections[i], editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * galley_inspector_set_part:
 * @part: which part of a split quote, or mention of a source, the edges are of
 */
void
galley_inspector_set_part (GalleyInspector *self, guint part)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (self->part == part)
    return;

  self->part = part;
  galley_inspector_edges_set_part (GALLEY_INSPECTOR_EDGES (self->edges), part);
  galley_inspector_parts_set_part (GALLEY_INSPECTOR_PARTS (self->parts), part);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

/**
 * galley_inspector_flush:
 *
 * Takes over what was typed and not yet confirmed: before saving, closing or undoing.
 */
void
galley_inspector_flush (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  for (guint i = 0; i < N_SECTIONS; i++)
    galley_inspector_section_flush (self->sections[i]);
}

/**
 * galley_inspector_focus_type:
 *
 * Gives the choice of type the keyboard.
 */
void
galley_inspector_focus_type (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (gtk_widget_get_visible (self->type))
    gtk_widget_grab_focus (self->type);
}

/**
 * galley_inspector_focus_note:
 *
 * Puts the caret into the note.
 */
void
galley_inspector_focus_note (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (self->selected != NULL)
    gtk_widget_grab_focus (self->note);
}

/**
 * galley_inspector_focus_source:
 *
 * Opens the choice of a quote's source, ready for typing.
 */
void
galley_inspector_focus_source (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (gtk_widget_get_visible (self->quote))
    gtk_widget_grab_focus (self->quote);
}

/* What was only just shown has no place yet when it gets the focus. */
static gboolean
reveal_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  GalleyInspector *self = GALLEY_INSPECTOR (widget);
  GtkWidget *content = gtk_scrolled_window_get_child (self->scroller);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y;

  if (--self->frames_to_reveal > 0)
    return G_SOURCE_CONTINUE;

  if (focus != NULL && gtk_widget_is_ancestor (focus, content)
      && gtk_widget_translate_coordinates (focus, content, 0, 0, NULL, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment,
                                 y - REVEAL_MARGIN,
                                 y + gtk_widget_get_height (focus) + REVEAL_MARGIN);
    }

  return G_SOURCE_REMOVE;
}

/**
 * galley_inspector_focus_source_button:
 *
 * Gives the choice of a quote's source the keyboard without opening it.
 */
void
galley_inspector_focus_source_button (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (!gtk_widget_get_visible (self->quote)
      || !gtk_widget_child_focus (self->quote, GTK_DIR_TAB_FORWARD))
    return;

  self->frames_to_reveal = FRAMES_TO_REVEAL;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_focus_cb, NULL, NULL);
}

/**
 * galley_inspector_focus_merge:
 *
 * Opens the choice of the source that the selected one is the same as, ready for typing.
 */
void
galley_inspector_focus_merge (GalleyInspector *self)
{
  g_return_if_fail (GALLEY_IS_INSPECTOR (self));

  if (gtk_widget_get_visible (self->source))
    galley_inspector_source_open_merge (GALLEY_INSPECTOR_SOURCE (self->source));
}
