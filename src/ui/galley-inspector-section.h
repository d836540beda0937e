/* galley-inspector-section.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/galley-review.h"

G_BEGIN_DECLS

/**
 * GalleyInspectorSection:
 *
 * A part of the inspector: shows some of an annotation and edits it through its review. A subclass
 * fills its widgets in `refresh`, takes what is being typed over in `flush`, and says in `applies`
 * for which annotations it is there at all.
 */
#define GALLEY_TYPE_INSPECTOR_SECTION (galley_inspector_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    GalleyInspectorSection, galley_inspector_section, GALLEY, INSPECTOR_SECTION, GtkBox)

struct _GalleyInspectorSectionClass
{
  GtkBoxClass parent_class;

  gboolean (*applies) (GalleyInspectorSection *self, GalleyAnnotation *annotation);
  void (*refresh) (GalleyInspectorSection *self,
                   GalleyReview *review,
                   GalleyAnnotation *annotation);
  void (*flush) (GalleyInspectorSection *self);
};

void galley_inspector_section_show (GalleyInspectorSection *self,
                                    GalleyReview *review,
                                    GalleyAnnotation *annotation);
void galley_inspector_section_refresh (GalleyInspectorSection *self);
void galley_inspector_section_flush (GalleyInspectorSection *self);
void galley_inspector_section_set_editable (GalleyInspectorSection *self, gboolean editable);

/* For the subclasses */
GalleyReview *galley_inspector_section_get_review (GalleyInspectorSection *self);
GalleyAnnotation *galley_inspector_section_get_annotation (GalleyInspectorSection *self);
gboolean galley_inspector_section_get_editable (GalleyInspectorSection *self);
GalleyDetails *galley_inspector_section_edit (GalleyInspectorSection *self);
void galley_inspector_section_commit (GalleyInspectorSection *self, GalleyDetails *details);
void galley_inspector_section_commit_joined (GalleyInspectorSection *self,
                                             GalleyDetails *details,
                                             const char *topic,
                                             guint milliseconds);

gboolean galley_inspector_section_keeps (GalleyInspectorSection *self,
                                         GtkWidget *widget,
                                         const char *loaded,
                                         const char *value);
void galley_inspector_section_load_text (GalleyInspectorSection *self,
                                         GtkEditable *editable,
                                         const char *text);
gboolean galley_inspector_section_text_changed (GtkEditable *editable);
void galley_inspector_section_trim (char *text);

G_END_DECLS
