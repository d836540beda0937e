/* galley-status-line.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-status-line.h"

#include <glib/gi18n-lib.h>

#include "base/galley-str.h"
#include "model/galley-taxonomy.h"
#include "ui/galley-row-text.h"

/* How much of the marked text is said. */
#define PASSAGE_GRAPHEMES 60

struct _GalleyStatusLine
{
  GtkWidget parent_instance;

  GtkWidget *label;

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  char *hint;
};

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_SELECTED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyStatusLine, galley_status_line, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static char *
dup_source_name (GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyAnnotation *source = NULL;

  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE)
    source = galley_review_get_source_of (review, annotation);

  return source != NULL ? galley_row_text_source_name (review, source) : NULL;
}

static void
update (GalleyStatusLine *self)
{
  g_autofree char *line = NULL;

  if (self->hint != NULL)
    line = g_strdup (self->hint);
  else if (self->review != NULL && self->selected != NULL)
    line = galley_status_line_describe (self->review, self->selected);
  gtk_label_set_label (GTK_LABEL (self->label), line != NULL ? line : "");
}

static void
on_annotation_changed_cb (GalleyStatusLine *self)
{
  update (self);
}

static void
galley_status_line_dispose (GObject *object)
{
  GalleyStatusLine *self = GALLEY_STATUS_LINE (object);

  g_clear_pointer (&self->hint, g_free);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->selected);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_STATUS_LINE);

  G_OBJECT_CLASS (galley_status_line_parent_class)->dispose (object);
}

static void
galley_status_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyStatusLine *self = GALLEY_STATUS_LINE (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_status_line_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GalleyStatusLine *self = GALLEY_STATUS_LINE (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_status_line_set_review (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      galley_status_line_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_status_line_class_init (GalleyStatusLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_status_line_dispose;
  object_class->get_property = galley_status_line_get_property;
  object_class->set_property = galley_status_line_set_property;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, GALLEY_TYPE_ANNOTATION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "status-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyStatusLine, label);
}

static void
galley_status_line_init (GalleyStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (on_annotation_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "metadata-changed",
                                  G_CALLBACK (update),
                                  self);
}

GtkWidget *
galley_status_line_new (void)
{
  return g_object_new (GALLEY_TYPE_STATUS_LINE, NULL);
}

/**
 * galley_status_line_set_review:
 * @review: (nullable)
 */
void
galley_status_line_set_review (GalleyStatusLine *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_STATUS_LINE (self));

  if (!g_set_object (&self->review, review))
    return;

  g_signal_group_set_target (self->review_signals, review);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_status_line_set_selected:
 * @annotation: (nullable): what to describe
 */
void
galley_status_line_set_selected (GalleyStatusLine *self, GalleyAnnotation *annotation)
{
  g_return_if_fail (GALLEY_IS_STATUS_LINE (self));

  if (!g_set_object (&self->selected, annotation))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * galley_status_line_set_hint:
 * @hint: (nullable): what to do now, in place of what is selected; %NULL for that again
 */
void
galley_status_line_set_hint (GalleyStatusLine *self, const char *hint)
{
  g_return_if_fail (GALLEY_IS_STATUS_LINE (self));

  if (galley_set_str (&self->hint, hint))
    update (self);
}

/**
 * galley_status_line_get_text:
 *
 * Returns: (transfer none): the line, "" where nothing is selected
 */
const char *
galley_status_line_get_text (GalleyStatusLine *self)
{
  g_return_val_if_fail (GALLEY_IS_STATUS_LINE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}

/**
 * galley_status_line_status:
 *
 * Returns: (transfer full): the verdict for people, with why it was rejected and that it is
 * flagged; an opinion that is no problem in this type of work, and that nobody judged, is for
 * information
 */
char *
galley_status_line_status (GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *verdict = NULL;

  if (galley_annotation_get_status (annotation) == GALLEY_STATUS_UNREVIEWED
      && !galley_review_counts (review, annotation))
    verdict = g_strdup (_ ("For information"));
  else
    verdict = galley_row_text_verdict (annotation);
  if (!galley_annotation_is_flagged (annotation))
    return g_steal_pointer (&verdict);

  /* translators: the verdict on something that is to be looked at again */
  return g_strdup_printf (_ ("%s · flagged"), verdict);
}

/**
 * galley_status_line_describe:
 *
 * Returns: (transfer full): @annotation in a line: “Quote · “thankless task” · Dmitry Peskov · not
 *   reviewed”
 */
char *
galley_status_line_describe (GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyKind kind = galley_annotation_get_kind (annotation);
  g_autofree char *status = galley_status_line_status (review, annotation);
  g_autofree char *name = dup_source_name (review, annotation);
  g_autofree char *words = kind == GALLEY_KIND_SOURCE
                               ? galley_row_text_source_name (review, annotation)
                               : galley_row_text_passage (review, annotation, PASSAGE_GRAPHEMES);

  /* translators: kind of mark, what is marked, who says it, verdict */
  if (name != NULL)
    return g_strdup_printf (
        _ ("%1$s · %2$s · %3$s · %4$s"), galley_kind_label (kind, 1), words, name, status);

  /* translators: kind of mark, what is marked, verdict */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), galley_kind_label (kind, 1), words, status);
}
