/* galley-inspector-private.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-private.h"

/* What a person notes for themselves: it stays on this computer. */
struct _GalleyInspectorPrivate
{
  GalleyInspectorSection parent_instance;

  GtkEditable *note;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorPrivate,
                     galley_inspector_private,
                     GALLEY_TYPE_INSPECTOR_SECTION)

static void
on_done_cb (GalleyInspectorSection *section)
{
  galley_inspector_section_flush (section);
}

static void
galley_inspector_private_flush (GalleyInspectorSection *section)
{
  GalleyInspectorPrivate *self = GALLEY_INSPECTOR_PRIVATE (section);
  g_autofree char *note = NULL;

  if (!galley_inspector_section_text_changed (self->note))
    return;

  note = g_strdup (gtk_editable_get_text (self->note));
  galley_inspector_section_trim (note);
  galley_review_set_private_note (galley_inspector_section_get_review (section),
                                  galley_inspector_section_get_annotation (section),
                                  note);
}

static void
galley_inspector_private_refresh (GalleyInspectorSection *section,
                                  GalleyReview *review,
                                  GalleyAnnotation *annotation)
{
  galley_inspector_section_load_text (section,
                                      GALLEY_INSPECTOR_PRIVATE (section)->note,
                                      galley_annotation_get_private_note (annotation));
}

static void
galley_inspector_private_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_PRIVATE);

  G_OBJECT_CLASS (galley_inspector_private_parent_class)->dispose (object);
}

static void
galley_inspector_private_class_init (GalleyInspectorPrivateClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_private_dispose;
  section_class->refresh = galley_inspector_private_refresh;
  section_class->flush = galley_inspector_private_flush;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-private.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorPrivate, note);
  gtk_widget_class_bind_template_callback (widget_class, on_done_cb);
}

static void
galley_inspector_private_init (GalleyInspectorPrivate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
