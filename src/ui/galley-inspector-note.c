/* galley-inspector-note.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-note.h"

#include <string.h>

#include "base/galley-limits.h"
#include "base/galley-str.h"

/* A note is taken over when the reader leaves it, or pauses as long as this (seconds). */
#define PAUSE 3

/* A person's own words on an annotation: note and tags; and the way out for what they added. */
struct _GalleyInspectorNote
{
  GalleyInspectorSection parent_instance;

  GtkTextView *view;
  GtkTextBuffer *note;
  GtkEditable *tags;
  GtkWidget *delete_button;

  char *loaded;
  guint pause_id;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorNote, galley_inspector_note, GALLEY_TYPE_INSPECTOR_SECTION)

static char *
dup_note (GalleyInspectorNote *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);

  return gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
}

static gboolean
on_pause_cb (gpointer data)
{
  GalleyInspectorNote *self = data;

  self->pause_id = 0;
  galley_inspector_section_flush (GALLEY_INSPECTOR_SECTION (self));

  return G_SOURCE_REMOVE;
}

static void
on_note_changed_cb (GalleyInspectorNote *self)
{
  if (self->loading)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_seconds (PAUSE, on_pause_cb, self);
}

static void
on_left_cb (GalleyInspectorSection *section)
{
  galley_inspector_section_flush (section);
}

/* Tags as people write them: between commas, each once. */
static char **
parse_tags (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *tag = g_strstrip (parts[i]);

      if (*tag != '\0' && strlen (tag) <= GALLEY_LIMIT_STRING
          && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, tag);
    }
  g_ptr_array_add (tags, NULL);

  return g_strdupv ((char **) tags->pdata);
}

static void
flush_note (GalleyInspectorNote *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *note = dup_note (self);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->loaded == NULL || g_str_equal (note, self->loaded))
    return;

  galley_inspector_section_trim (note);
  galley_set_str (&self->loaded, note);
  galley_review_begin_joined_step (review, annotation, "note", GALLEY_JOIN_TYPING);
  galley_review_set_note (review, annotation, note);
  galley_review_end_step (review);
}

static void
flush_tags (GalleyInspectorNote *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  g_auto (GStrv) tags = NULL;

  if (!galley_inspector_section_text_changed (self->tags))
    return;

  tags = parse_tags (gtk_editable_get_text (self->tags));
  galley_review_set_tags (review, annotation, (const char *const *) tags);
}

static void
galley_inspector_note_flush (GalleyInspectorSection *section)
{
  GalleyInspectorNote *self = GALLEY_INSPECTOR_NOTE (section);
  GalleyReview *review = galley_inspector_section_get_review (section);
  GalleyAnnotation *annotation = galley_inspector_section_get_annotation (section);

  flush_note (self, review, annotation);
  flush_tags (self, review, annotation);
}

/* All but the flag, which has a button of its own. */
static char *
dup_tags (GalleyAnnotation *annotation)
{
  const char *const *tags = galley_annotation_get_tags (annotation);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      if (!g_str_equal (tags[i], GALLEY_TAG_FLAG))
        g_ptr_array_add (shown, (gpointer) tags[i]);
    }
  g_ptr_array_add (shown, NULL);

  return g_strjoinv (", ", (char **) shown->pdata);
}

static void
load_note (GalleyInspectorNote *self, const char *note)
{
  g_autofree char *shown = dup_note (self);

  if (note == NULL)
    note = "";
  if (galley_inspector_section_keeps (
          GALLEY_INSPECTOR_SECTION (self), GTK_WIDGET (self->view), self->loaded, note))
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  galley_set_str (&self->loaded, note);
  if (g_str_equal (shown, note))
    return;
  self->loading = TRUE;
  gtk_text_buffer_set_text (self->note, note, -1);
  self->loading = FALSE;
}

static void
galley_inspector_note_refresh (GalleyInspectorSection *section,
                               GalleyReview *review,
                               GalleyAnnotation *annotation)
{
  GalleyInspectorNote *self = GALLEY_INSPECTOR_NOTE (section);
  g_autofree char *joined = dup_tags (annotation);

  load_note (self, galley_annotation_get_note (annotation));
  galley_inspector_section_load_text (section, self->tags, joined);
  gtk_widget_set_visible (self->delete_button, galley_annotation_get_origin (annotation)->person);
}

static gboolean
galley_inspector_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GALLEY_INSPECTOR_NOTE (widget)->view));
}

static void
galley_inspector_note_dispose (GObject *object)
{
  GalleyInspectorNote *self = GALLEY_INSPECTOR_NOTE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_NOTE);

  G_OBJECT_CLASS (galley_inspector_note_parent_class)->dispose (object);
}

static void
galley_inspector_note_finalize (GObject *object)
{
  g_free (GALLEY_INSPECTOR_NOTE (object)->loaded);

  G_OBJECT_CLASS (galley_inspector_note_parent_class)->finalize (object);
}

static void
galley_inspector_note_class_init (GalleyInspectorNoteClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_inspector_note_finalize;
  widget_class->grab_focus = galley_inspector_note_grab_focus;
  section_class->refresh = galley_inspector_note_refresh;
  section_class->flush = galley_inspector_note_flush;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-note.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorNote, view);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorNote, note);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorNote, tags);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorNote, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_left_cb);
}

static void
galley_inspector_note_init (GalleyInspectorNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
