/* galley-inspector-type.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-type.h"

#include "model/galley-taxonomy.h"
#include "ui/galley-term-drop-down.h"

/* The type within the kind, which sources, quotes and opinions all have. */
struct _GalleyInspectorType
{
  GalleyInspectorSection parent_instance;

  GalleyTermDropDown *type;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorType, galley_inspector_type, GALLEY_TYPE_INSPECTOR_SECTION)

static void
on_picked_cb (GalleyInspectorSection *section)
{
  GalleyInspectorType *self = GALLEY_INSPECTOR_TYPE (section);
  GalleyAnnotation *annotation = galley_inspector_section_get_annotation (section);
  GalleyDetails *details = galley_inspector_section_edit (section);

  details->type = galley_term_drop_down_get_term_id (self->type);
  if (galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE
      && !galley_source_type_has_ladder (details->type))
    details->ladder = NULL;
  galley_inspector_section_commit (section, details);
}

static gboolean
galley_inspector_type_applies (GalleyInspectorSection *section, GalleyAnnotation *annotation)
{
  return galley_kind_terms (galley_annotation_get_kind (annotation)) != GALLEY_N_TERMS;
}

static void
galley_inspector_type_refresh (GalleyInspectorSection *section,
                               GalleyReview *review,
                               GalleyAnnotation *annotation)
{
  GalleyInspectorType *self = GALLEY_INSPECTOR_TYPE (section);

  galley_term_drop_down_set_terms (self->type,
                                   galley_kind_terms (galley_annotation_get_kind (annotation)));
  galley_term_drop_down_set_term_id (self->type, galley_annotation_get_details (annotation)->type);
}

static void
galley_inspector_type_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_TYPE);

  G_OBJECT_CLASS (galley_inspector_type_parent_class)->dispose (object);
}

static gboolean
galley_inspector_type_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (GALLEY_INSPECTOR_TYPE (widget)->type),
                                 GTK_DIR_TAB_FORWARD);
}

static void
galley_inspector_type_class_init (GalleyInspectorTypeClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_type_dispose;
  widget_class->grab_focus = galley_inspector_type_grab_focus;
  section_class->applies = galley_inspector_type_applies;
  section_class->refresh = galley_inspector_type_refresh;

  g_type_ensure (GALLEY_TYPE_TERM_DROP_DOWN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-type.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorType, type);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
}

static void
galley_inspector_type_init (GalleyInspectorType *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
