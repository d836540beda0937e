/* galley-inspector-section.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-section.h"

#include <string.h>

#include "base/galley-limits.h"

typedef struct
{
  GalleyReview *review;
  GalleyAnnotation *annotation;
  gboolean editable;
  gboolean switching; /* between two annotations */
} GalleyInspectorSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GalleyInspectorSection, galley_inspector_section, GTK_TYPE_BOX)

/* Of an entry: the value it was given, and what it made of it. */
#define LOADED_KEY "galley-loaded-text"
#define SHOWN_KEY  "galley-shown-text"

static void
galley_inspector_section_dispose (GObject *object)
{
  GalleyInspectorSection *self = GALLEY_INSPECTOR_SECTION (object);
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  g_clear_object (&priv->review);
  g_clear_object (&priv->annotation);

  G_OBJECT_CLASS (galley_inspector_section_parent_class)->dispose (object);
}

static gboolean
galley_inspector_section_applies_always (GalleyInspectorSection *self, GalleyAnnotation *annotation)
{
  return TRUE;
}

static void
galley_inspector_section_flush_nothing (GalleyInspectorSection *self)
{
}

static void
galley_inspector_section_class_init (GalleyInspectorSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_inspector_section_dispose;
  klass->applies = galley_inspector_section_applies_always;
  klass->flush = galley_inspector_section_flush_nothing;
}

static void
galley_inspector_section_init (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  priv->editable = TRUE;
}

/**
 * galley_inspector_section_show:
 * @review: (nullable)
 * @annotation: (nullable): what to show from now on; what was being typed for the one before is
 *   taken over first
 */
void
galley_inspector_section_show (GalleyInspectorSection *self,
                               GalleyReview *review,
                               GalleyAnnotation *annotation)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  galley_inspector_section_flush (self);
  g_set_object (&priv->review, review);
  priv->switching = g_set_object (&priv->annotation, annotation);
  galley_inspector_section_refresh (self);
  priv->switching = FALSE;
}

/**
 * galley_inspector_section_refresh:
 *
 * Shows the annotation as it is now.
 */
void
galley_inspector_section_refresh (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);
  GalleyInspectorSectionClass *klass = GALLEY_INSPECTOR_SECTION_GET_CLASS (self);
  gboolean applies = priv->annotation != NULL && klass->applies (self, priv->annotation);

  gtk_widget_set_visible (GTK_WIDGET (self), applies);
  gtk_widget_set_sensitive (GTK_WIDGET (self), priv->editable);
  if (applies)
    klass->refresh (self, priv->review, priv->annotation);
}

/* What undo has taken away, or a person deleted, is no longer to be edited. */
static gboolean
is_there (GalleyReview *review, GalleyAnnotation *annotation)
{
  return galley_review_lookup (review, galley_annotation_get_id (annotation)) == annotation;
}

/**
 * galley_inspector_section_flush:
 *
 * Takes over what was typed and not yet confirmed.
 */
void
galley_inspector_section_flush (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);
  GalleyInspectorSectionClass *klass = GALLEY_INSPECTOR_SECTION_GET_CLASS (self);

  if (priv->annotation != NULL && priv->editable && is_there (priv->review, priv->annotation)
      && klass->applies (self, priv->annotation))
    klass->flush (self);
}

void
galley_inspector_section_set_editable (GalleyInspectorSection *self, gboolean editable)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  if (priv->editable == editable)
    return;

  priv->editable = editable;
  galley_inspector_section_refresh (self);
}

GalleyReview *
galley_inspector_section_get_review (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  return priv->review;
}

GalleyAnnotation *
galley_inspector_section_get_annotation (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  return priv->annotation;
}

gboolean
galley_inspector_section_get_editable (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  return priv->editable;
}

/**
 * galley_inspector_section_edit:
 *
 * Returns: (transfer full): a copy of what the annotation says, to be changed and given to
 *   galley_inspector_section_commit()
 */
GalleyDetails *
galley_inspector_section_edit (GalleyInspectorSection *self)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  return galley_details_copy (galley_annotation_get_details (priv->annotation));
}

/**
 * galley_inspector_section_commit:
 * @details: (transfer full): what the annotation is to say
 */
void
galley_inspector_section_commit (GalleyInspectorSection *self, GalleyDetails *details)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  galley_review_revise (priv->review, priv->annotation, details);
}

/**
 * galley_inspector_section_commit_joined:
 * @details: (transfer full): what the annotation is to say
 * @topic: what of it is edited, see galley_review_begin_joined_step()
 *
 * The same as one step of undo with the last edit, if that was of the same and is not long ago.
 */
void
galley_inspector_section_commit_joined (GalleyInspectorSection *self,
                                        GalleyDetails *details,
                                        const char *topic,
                                        guint milliseconds)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);

  galley_review_begin_joined_step (priv->review, priv->annotation, topic, milliseconds);
  galley_inspector_section_commit (self, details);
  galley_review_end_step (priv->review);
}

/**
 * galley_inspector_section_keeps:
 * @widget: where somebody may be typing
 * @loaded: (nullable): the value it was given last
 * @value: the value now
 *
 * Returns: %TRUE if what is being typed in @widget is to stay: the annotation is the same as before
 *   and so is its value
 */
gboolean
galley_inspector_section_keeps (GalleyInspectorSection *self,
                                GtkWidget *widget,
                                const char *loaded,
                                const char *value)
{
  GalleyInspectorSectionPrivate *priv = galley_inspector_section_get_instance_private (self);
  GtkStateFlags state = gtk_widget_get_state_flags (widget);

  return !priv->switching && (state & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         && g_strcmp0 (loaded, value) == 0;
}

/**
 * galley_inspector_section_load_text:
 * @text: (nullable): the value to show; what somebody is typing stays unless the value changed
 */
void
galley_inspector_section_load_text (GalleyInspectorSection *self,
                                    GtkEditable *editable,
                                    const char *text)
{
  const char *loaded = g_object_get_data (G_OBJECT (editable), LOADED_KEY);

  if (text == NULL)
    text = "";
  if (galley_inspector_section_keeps (self, GTK_WIDGET (editable), loaded, text))
    return;

  g_object_set_data_full (G_OBJECT (editable), LOADED_KEY, g_strdup (text), g_free);
  if (g_strcmp0 (gtk_editable_get_text (editable), text) != 0)
    gtk_editable_set_text (editable, text);
  /* An entry takes only so much: what it left out, nobody has deleted. */
  g_object_set_data_full (G_OBJECT (editable),
                          SHOWN_KEY,
                          g_strdup (gtk_editable_get_text (editable)),
                          g_free);
}

/**
 * galley_inspector_section_text_changed:
 *
 * Returns: %TRUE if somebody typed something else than was loaded
 */
gboolean
galley_inspector_section_text_changed (GtkEditable *editable)
{
  const char *shown = g_object_get_data (G_OBJECT (editable), SHOWN_KEY);

  return shown != NULL && g_strcmp0 (shown, gtk_editable_get_text (editable)) != 0;
}

/**
 * galley_inspector_section_trim:
 *
 * Cuts @text where it could be written to a file and not be read again.
 */
void
galley_inspector_section_trim (char *text)
{
  if (strlen (text) > GALLEY_LIMIT_STRING)
    *g_utf8_find_prev_char (text, text + GALLEY_LIMIT_STRING + 1) = '\0';
}
