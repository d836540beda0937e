/* galley-inspector-type.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/galley-taxonomy.h"
#include "model/galley-voice-words.h"
#include "ui/galley-term-drop-down.h"

/* The type within the kind, which sources, quotes and opinions all have. */
struct _GalleyInspectorType
{
  GalleyInspectorSection parent_instance;

  GalleyTermDropDown *type;
  GtkButton *hint;
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

/* Whether a person chose the words: of what a reader marked it said the type itself. */
static gboolean
has_own_words (GalleyAnnotation *annotation)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);

  return galley_annotation_get_origin (annotation)->person
         || !galley_spans_equal (details->spans,
                                 galley_annotation_get_original (annotation)->spans);
}

/* Returns: (nullable): the type that the quotation marks speak for, where it is another */
static const char *
find_better_type (GalleyReview *review, GalleyAnnotation *annotation)
{
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  const char *type;

  if (galley_annotation_get_kind (annotation) != GALLEY_KIND_QUOTE
      || g_strcmp0 (details->type, "no-comment") == 0
      || galley_annotation_get_status (annotation) == GALLEY_STATUS_REJECTED
      || !has_own_words (annotation))
    return NULL;
  type = galley_quote_type_by_marks (galley_review_get_article (review), details->spans);

  return g_strcmp0 (type, details->type) != 0 ? type : NULL;
}

static const char *
describe_better_type (const char *type)
{
  if (strcmp (type, "direct") == 0)
    return _ ("All in quotation marks now: make it a direct quote");
  if (strcmp (type, "mixed") == 0)
    return _ ("Partly in quotation marks now: make it a mixed quote");

  return _ ("Not in quotation marks now: make it a paraphrase");
}

static void
show_hint (GalleyInspectorType *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  const char *type = find_better_type (review, annotation);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), type != NULL);
  if (type != NULL)
    gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->hint)),
                         describe_better_type (type));
}

/* With the edit of the edges, if that was a moment ago, one step of undo. */
static void
on_hint_clicked_cb (GalleyInspectorSection *section)
{
  const char *type = find_better_type (galley_inspector_section_get_review (section),
                                       galley_inspector_section_get_annotation (section));
  GalleyDetails *details;

  if (type == NULL)
    return;
  details = galley_inspector_section_edit (section);
  details->type = type;
  galley_inspector_section_commit_joined (section, details, "edges", GALLEY_JOIN_TYPING);
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
  show_hint (self, review, annotation);
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
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorType, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hint_clicked_cb);
}

static void
galley_inspector_type_init (GalleyInspectorType *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
