/* galley-article-view.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-article-view.h"

#include "ui/galley-article-handles.h"
#include "ui/galley-article-view-private.h"

#define ZOOM_LEAST 0.5
#define ZOOM_MOST  4.0

#define SPACING_LEAST 0.0
#define SPACING_MOST  4.0

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_SELECTED,
  PROP_PART,
  PROP_ZOOM,
  PROP_LINE_SPACING,
  PROP_EDITABLE_MARKS,
  PROP_PICKING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyArticleView, galley_article_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* Selects without moving anything; %NULL selects nothing. */
void
_galley_article_view_select (GalleyArticleView *self, GalleyAnnotation *annotation)
{
  if (!g_set_object (&self->selected, annotation))
    return;

  galley_article_text_set_selected (self->text, annotation);
  _galley_article_view_update_part (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The caret, what is selected or its edges may have changed. */
void
_galley_article_view_update_part (GalleyArticleView *self)
{
  guint part = galley_article_text_get_part (self->text);

  if (part == self->part)
    return;

  self->part = part;
  gtk_widget_queue_draw (GTK_WIDGET (self->text));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

static void
on_annotation_changed_cb (GalleyArticleView *self)
{
  galley_article_text_invalidate_marks (self->text);
  _galley_article_view_update_part (self);
}

static void
on_items_changed_cb (GalleyArticleView *self)
{
  galley_article_text_invalidate_marks (self->text);
  if (self->selected != NULL
      && galley_review_lookup (self->review, galley_annotation_get_id (self->selected))
             != self->selected)
    _galley_article_view_select (self, NULL);
}

static void
on_metadata_changed_cb (GalleyArticleView *self)
{
  galley_article_text_style_blocks (self->text);
}

static gboolean
restyle_cb (gpointer user_data)
{
  GalleyArticleView *self = user_data;

  self->restyle_source = 0;
  galley_article_text_follow_theme (self->text, GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Not at once: styles must not change while they are worked out. */
static void
restyle_soon (GalleyArticleView *self)
{
  if (self->restyle_source == 0)
    self->restyle_source = g_idle_add_full (G_PRIORITY_HIGH, restyle_cb, self, NULL);
}

static void
galley_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (galley_article_view_parent_class)->css_changed (widget, change);
  restyle_soon (GALLEY_ARTICLE_VIEW (widget));
}

static void
galley_article_view_map (GtkWidget *widget)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (widget);

  galley_article_text_follow_theme (self->text, widget);
  GTK_WIDGET_CLASS (galley_article_view_parent_class)->map (widget);
}

static void
galley_article_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
galley_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  _galley_article_view_present_popovers (self);
}

static gboolean
galley_article_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GALLEY_ARTICLE_VIEW (widget)->text));
}

static void
galley_article_view_dispose (GObject *object)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->restyle_source, g_source_remove);
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                                          self);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->selected);
  g_clear_object (&self->review);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->clicked, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_ARTICLE_VIEW);

  G_OBJECT_CLASS (galley_article_view_parent_class)->dispose (object);
}

static void
galley_article_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_PART:
      g_value_set_uint (value, self->part);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_LINE_SPACING:
      g_value_set_double (value, self->line_spacing);
      break;
    case PROP_EDITABLE_MARKS:
      g_value_set_boolean (value, self->editable_marks);
      break;
    case PROP_PICKING:
      g_value_set_boolean (value, self->picking);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_article_view_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_article_view_set_review (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      galley_article_view_set_selected (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      galley_article_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_LINE_SPACING:
      galley_article_view_set_line_spacing (self, g_value_get_double (value));
      break;
    case PROP_EDITABLE_MARKS:
      galley_article_view_set_editable_marks (self, g_value_get_boolean (value));
      break;
    case PROP_PICKING:
      galley_article_view_set_picking (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, GALLEY_TYPE_ANNOTATION, flags);
  properties[PROP_PART] = g_param_spec_uint (
      "part", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, ZOOM_LEAST, ZOOM_MOST, 1, flags);
  properties[PROP_LINE_SPACING] =
      g_param_spec_double ("line-spacing", NULL, NULL, SPACING_LEAST, SPACING_MOST, 1, flags);
  properties[PROP_EDITABLE_MARKS] =
      g_param_spec_boolean ("editable-marks", NULL, NULL, TRUE, flags);
  properties[PROP_PICKING] = g_param_spec_boolean ("picking", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
galley_article_view_class_init (GalleyArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_article_view_dispose;
  object_class->get_property = galley_article_view_get_property;
  object_class->set_property = galley_article_view_set_property;
  widget_class->css_changed = galley_article_view_css_changed;
  widget_class->map = galley_article_view_map;
  widget_class->measure = galley_article_view_measure;
  widget_class->size_allocate = galley_article_view_size_allocate;
  widget_class->grab_focus = galley_article_view_grab_focus;
  install_properties (object_class);
  g_signal_new ("picked",
                G_TYPE_FROM_CLASS (klass),
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                2,
                G_TYPE_UINT,
                G_TYPE_UINT);

  g_type_ensure (GALLEY_TYPE_ARTICLE_TEXT);
  gtk_widget_class_set_css_name (widget_class, "article-view");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleView, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleView, mark_popover);
  _galley_article_view_install_actions (widget_class);
}

/* The text is wrapped: there is nothing to the side. GTK goes there when it scrolls to a place just
 * as the view becomes narrower, and stays. */
static void
on_scrolled_aside_cb (GtkAdjustment *aside)
{
  gtk_adjustment_set_value (aside, gtk_adjustment_get_lower (aside));
}

static void
galley_article_view_init (GalleyArticleView *self)
{
  self->zoom = 1;
  self->line_spacing = 1;
  self->editable_marks = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_article_handles_set_shown (self->text, TRUE);

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
                                  "metadata-changed",
                                  G_CALLBACK (on_metadata_changed_cb),
                                  self);
  g_signal_connect (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->text)),
                    "value-changed",
                    G_CALLBACK (on_scrolled_aside_cb),
                    NULL);
  /* Two themes may write in the same colour, and then no style changes. */
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-theme-name",
                           G_CALLBACK (restyle_soon),
                           self,
                           G_CONNECT_SWAPPED);
  _galley_article_view_watch_caret (self);
  _galley_article_view_watch_pointer (self);
}

GtkWidget *
galley_article_view_new (void)
{
  return g_object_new (GALLEY_TYPE_ARTICLE_VIEW, NULL);
}

GalleyReview *
galley_article_view_get_review (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), NULL);

  return self->review;
}

/**
 * galley_article_view_set_review:
 * @review: (nullable)
 *
 * Shows another article, or the same one with other annotations; then the page stays where it is.
 */
void
galley_article_view_set_review (GalleyArticleView *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (review == NULL || GALLEY_IS_REVIEW (review));

  if (!g_set_object (&self->review, review))
    return;

  g_signal_group_set_target (self->review_signals, review);
  gtk_popover_popdown (GTK_POPOVER (self->mark_popover));
  _galley_article_view_select (self, NULL);
  self->caret_is_ours = TRUE;
  galley_article_text_set_review (self->text, review);
  self->caret_is_ours = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_article_view_get_selected:
 *
 * Returns: (transfer none) (nullable)
 */
GalleyAnnotation *
galley_article_view_get_selected (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), NULL);

  return self->selected;
}

/**
 * galley_article_view_set_selected:
 * @annotation: (nullable): one of the review's
 *
 * Emphasises an annotation with all that belongs to it, and scrolls to it.
 */
void
galley_article_view_set_selected (GalleyArticleView *self, GalleyAnnotation *annotation)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));
  g_return_if_fail (annotation == NULL || GALLEY_IS_ANNOTATION (annotation));

  if (self->selected == annotation)
    return;

  _galley_article_view_select (self, annotation);
  if (annotation != NULL && !self->still)
    galley_article_view_scroll_to (self, annotation);
}

/**
 * galley_article_view_set_still:
 * @still: whether to stay at this place whatever is selected
 */
void
galley_article_view_set_still (GalleyArticleView *self, gboolean still)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  self->still = still;
}

double
galley_article_view_get_zoom (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 1);

  return self->zoom;
}

/**
 * galley_article_view_set_zoom:
 * @zoom: 1 is the normal size of the letters; kept within 0.5 and 4
 */
void
galley_article_view_set_zoom (GalleyArticleView *self, double zoom)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  zoom = CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  _galley_article_view_keep_place (self);
  galley_article_text_set_zoom (self->text, zoom);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
galley_article_view_get_line_spacing (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), 1);

  return self->line_spacing;
}

/**
 * galley_article_view_set_line_spacing:
 * @line_spacing: 1 is the normal distance of lines, 0 the least; kept within 0 and 4
 */
void
galley_article_view_set_line_spacing (GalleyArticleView *self, double line_spacing)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  line_spacing = CLAMP (line_spacing, SPACING_LEAST, SPACING_MOST);
  if (self->line_spacing == line_spacing)
    return;

  self->line_spacing = line_spacing;
  _galley_article_view_keep_place (self);
  galley_article_text_set_line_spacing (self->text, line_spacing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE_SPACING]);
}

gboolean
galley_article_view_get_editable_marks (GalleyArticleView *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_VIEW (self), FALSE);

  return self->editable_marks;
}

void
galley_article_view_set_editable_marks (GalleyArticleView *self, gboolean editable)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  editable = !!editable;
  if (self->editable_marks == editable)
    return;

  self->editable_marks = editable;
  galley_article_handles_set_shown (self->text, editable && !self->picking);
  if (!editable)
    gtk_popover_popdown (GTK_POPOVER (self->mark_popover));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE_MARKS]);
}

/**
 * galley_article_view_set_heard:
 * @heard: (element-type GalleySpan) (nullable) (transfer none): the words that a person wants to
 *   read, sorted; the others recede, without their marks. %NULL for all
 */
void
galley_article_view_set_heard (GalleyArticleView *self, GArray *heard)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_VIEW (self));

  galley_article_text_set_heard (self->text, heard);
}
