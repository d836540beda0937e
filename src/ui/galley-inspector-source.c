/* galley-inspector-source.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-source.h"

#include "base/galley-str.h"
#include "model/galley-taxonomy.h"
#include "ui/galley-inspector-flags.h"
#include "ui/galley-inspector-source-chooser.h"
#include "ui/galley-term-drop-down.h"

/* Who a source is, and what the reader can see of that. */
struct _GalleyInspectorSource
{
  GalleyInspectorSection parent_instance;

  GtkEditable *name;
  GtkEditable *role;
  GalleyTermDropDown *ladder;
  GalleyTermDropDown *affiliation;
  GalleyTermDropDown *part;
  GalleyTermDropDown *standing;
  GalleyInspectorFlags *flags;
  GtkWidget *flags_label;
  GalleyInspectorSourceChooser *merge;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorSource, galley_inspector_source, GALLEY_TYPE_INSPECTOR_SECTION)

static void
set_text (char **field, GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  galley_inspector_section_trim (text);
  galley_set_str (field, *text != '\0' ? text : NULL);
}

static void
on_text_done_cb (GalleyInspectorSection *section)
{
  galley_inspector_section_flush (section);
}

/* Only the field that was chosen: another may hold what this version has no word for. */
static void
on_picked_cb (GalleyInspectorSection *section, GalleyTermDropDown *drop_down)
{
  GalleyInspectorSource *self = GALLEY_INSPECTOR_SOURCE (section);
  GalleyDetails *details = galley_inspector_section_edit (section);
  const char *id = galley_term_drop_down_get_term_id (drop_down);

  if (drop_down == self->ladder)
    details->ladder = id;
  else if (drop_down == self->affiliation)
    details->affiliation = id;
  else if (drop_down == self->part)
    details->part = id;
  else
    details->standing = id;
  galley_inspector_section_commit (section, details);
}

static void
on_flag_toggled_cb (GalleyInspectorSection *section, const char *id, gboolean on)
{
  GalleyDetails *details = galley_inspector_section_edit (section);

  galley_details_set_flag (details, id, on);
  galley_inspector_section_commit (section, details);
}

/* The window merges, since it then shows the source that stays. */
static void
on_merge_picked_cb (GtkWidget *self, GalleyAnnotation *into)
{
  gtk_widget_activate_action (self, "win.merge-source", "s", galley_annotation_get_id (into));
}

static gboolean
galley_inspector_source_applies (GalleyInspectorSection *section, GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) == GALLEY_KIND_SOURCE;
}

static void
galley_inspector_source_refresh (GalleyInspectorSection *section,
                                 GalleyReview *review,
                                 GalleyAnnotation *annotation)
{
  GalleyInspectorSource *self = GALLEY_INSPECTOR_SOURCE (section);
  const GalleyDetails *details = galley_annotation_get_details (annotation);
  gboolean unnamed = details->ladder != NULL && details->ladder[0] == 'A';

  galley_inspector_section_load_text (section, self->name, details->name);
  galley_inspector_section_load_text (section, self->role, details->role);
  galley_term_drop_down_set_term_id (self->ladder, details->ladder);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ladder),
                            galley_source_type_has_ladder (details->type));
  galley_term_drop_down_set_term_id (self->affiliation, details->affiliation);
  galley_term_drop_down_set_term_id (self->part, details->part);
  galley_term_drop_down_set_term_id (self->standing, details->standing);
  galley_inspector_flags_show (self->flags, details);
  gtk_widget_set_visible (GTK_WIDGET (self->flags), unnamed);
  gtk_widget_set_visible (self->flags_label, unnamed);
  galley_inspector_source_chooser_show (self->merge, review, annotation);
}

static void
galley_inspector_source_flush (GalleyInspectorSection *section)
{
  GalleyInspectorSource *self = GALLEY_INSPECTOR_SOURCE (section);
  GalleyDetails *details;

  if (!galley_inspector_section_text_changed (self->name)
      && !galley_inspector_section_text_changed (self->role))
    return;

  details = galley_inspector_section_edit (section);
  if (galley_inspector_section_text_changed (self->name))
    set_text (&details->name, self->name);
  if (galley_inspector_section_text_changed (self->role))
    set_text (&details->role, self->role);
  galley_inspector_section_commit_joined (section, details, "name", GALLEY_JOIN_TYPING);
}

static void
galley_inspector_source_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_SOURCE);

  G_OBJECT_CLASS (galley_inspector_source_parent_class)->dispose (object);
}

static void
galley_inspector_source_class_init (GalleyInspectorSourceClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_source_dispose;
  section_class->applies = galley_inspector_source_applies;
  section_class->refresh = galley_inspector_source_refresh;
  section_class->flush = galley_inspector_source_flush;

  g_type_ensure (GALLEY_TYPE_TERM_DROP_DOWN);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_FLAGS);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_SOURCE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-source.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, name);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, role);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, ladder);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, affiliation);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, part);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, standing);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, flags);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, flags_label);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSource, merge);
  gtk_widget_class_bind_template_callback (widget_class, on_merge_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_flag_toggled_cb);
}

static void
galley_inspector_source_init (GalleyInspectorSource *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_inspector_source_open_merge:
 *
 * Opens the choice of the source that this one is the same as, ready for typing.
 */
void
galley_inspector_source_open_merge (GalleyInspectorSource *self)
{
  galley_inspector_source_chooser_open (self->merge);
}
