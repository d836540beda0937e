/* galley-inspector-head.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-head.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-change-text.h"
#include "ui/galley-row-mark.h"
#include "ui/galley-row-text.h"
#include "ui/galley-row.h"
#include "ui/galley-term-drop-down.h"

#define PASSAGE_GRAPHEMES 600

/* What it is, why it was suggested and by whom, and the verdict. */
struct _GalleyInspectorHead
{
  GalleyInspectorSection parent_instance;

  GtkLabel *kind;
  GalleyRowMark *mark;
  GtkLabel *status;
  GtkLabel *passage;
  GtkLabel *reason;
  GtkLabel *evidence;
  GtkLabel *origin;
  GtkLabel *others;
  GtkWidget *verdict;
  GtkToggleButton *accept;
  GtkToggleButton *reject;
  GtkToggleButton *flag;
  GtkWidget *clear;
  GtkWidget *why;
  GalleyTermDropDown *why_terms;

  const char *kind_class;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorHead, galley_inspector_head, GALLEY_TYPE_INSPECTOR_SECTION)

static void
on_accept_cb (GalleyInspectorSection *section)
{
  galley_row_press_accept (galley_inspector_section_get_review (section),
                           galley_inspector_section_get_annotation (section));
  galley_inspector_section_refresh (section);
}

static void
on_reject_cb (GalleyInspectorSection *section)
{
  GalleyAnnotation *annotation = galley_inspector_section_get_annotation (section);

  galley_row_press_reject (galley_inspector_section_get_review (section), annotation);
  galley_inspector_section_refresh (section);
  gtk_widget_activate_action (GTK_WIDGET (section),
                              "win.ask-why",
                              "s",
                              galley_annotation_get_id (annotation));
}

static void
on_flag_cb (GalleyInspectorSection *section)
{
  galley_review_set_flag (galley_inspector_section_get_review (section),
                          galley_inspector_section_get_annotation (section),
                          gtk_toggle_button_get_active (GALLEY_INSPECTOR_HEAD (section)->flag));
}

static void
on_clear_cb (GalleyInspectorSection *section)
{
  galley_review_set_verdict (galley_inspector_section_get_review (section),
                             galley_inspector_section_get_annotation (section),
                             GALLEY_STATUS_UNREVIEWED,
                             NULL);
}

static void
on_why_picked_cb (GalleyInspectorSection *section)
{
  GalleyInspectorHead *self = GALLEY_INSPECTOR_HEAD (section);

  galley_review_set_verdict (galley_inspector_section_get_review (section),
                             galley_inspector_section_get_annotation (section),
                             GALLEY_STATUS_REJECTED,
                             galley_term_drop_down_get_term_id (self->why_terms));
}

/* Takes @text; a label without text takes no room. */
static void
show_text (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  g_free (text);
}

static void
show_kind (GalleyInspectorHead *self, GalleyKind kind)
{
  gtk_label_set_label (self->kind, galley_kind_label (kind, 1));
  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind_class);
  self->kind_class = galley_kind_to_id (kind);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->kind_class);
}

static char *
dup_origin (GalleyAnnotation *annotation)
{
  g_autofree char *origin = galley_row_text_origin (annotation);

  if (galley_annotation_get_origin (annotation)->person)
    return g_steal_pointer (&origin);
  if (galley_annotation_is_clear (annotation))
    return g_strdup_printf (_ ("%s: a clear case"), origin);

  return g_strdup_printf (_ ("%s: worth a check"), origin);
}

static char *
dup_evidence (GalleyReview *review, GalleyAnnotation *annotation)
{
  g_autofree char *words = galley_row_text_evidence (review, annotation);

  /* translators: the words that a suggestion rests on */
  return words != NULL ? g_strdup_printf (_ ("Points at %s"), words) : NULL;
}

static void
show_verdict (GalleyInspectorHead *self, GalleyReview *review, GalleyAnnotation *annotation)
{
  GalleyStatus status = galley_annotation_get_status (annotation);
  const char *reviewer = galley_review_get_reviewer (review);
  GalleyVerdict *own = galley_annotation_find_verdict (annotation, reviewer);
  gboolean rejected = own != NULL && own->status == GALLEY_STATUS_REJECTED;

  galley_row_mark_set_status (self->mark, status);
  gtk_label_set_label (self->status, galley_status_label (status));
  gtk_toggle_button_set_active (self->accept,
                                status == GALLEY_STATUS_ACCEPTED
                                    || status == GALLEY_STATUS_CHANGED);
  gtk_toggle_button_set_active (self->reject, status == GALLEY_STATUS_REJECTED);
  gtk_toggle_button_set_active (self->flag, galley_annotation_is_flagged (annotation));
  gtk_widget_set_visible (self->clear, own != NULL);
  gtk_widget_set_tooltip_text (self->clear,
                               own != NULL && own->revision != NULL
                                   ? _ ("Take Back the Verdict and the Changes")
                                   : _ ("Take Back the Verdict"));
  gtk_widget_set_visible (self->why, rejected);
  galley_term_drop_down_limit (self->why_terms,
                               galley_kind_reasons (galley_annotation_get_kind (annotation)));
  if (rejected)
    galley_term_drop_down_set_term_id (self->why_terms, own->reason);
}

static void
galley_inspector_head_refresh (GalleyInspectorSection *section,
                               GalleyReview *review,
                               GalleyAnnotation *annotation)
{
  GalleyInspectorHead *self = GALLEY_INSPECTOR_HEAD (section);

  /* Readable, even where it cannot be edited. */
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_widget_set_sensitive (self->verdict, galley_inspector_section_get_editable (section));
  gtk_widget_set_sensitive (self->why, galley_inspector_section_get_editable (section));

  show_kind (self, galley_annotation_get_kind (annotation));
  show_text (self->passage, galley_row_text_passage (review, annotation, PASSAGE_GRAPHEMES));
  show_text (self->reason, galley_change_text_reason (review, annotation));
  show_text (self->evidence, dup_evidence (review, annotation));
  show_text (self->origin, dup_origin (annotation));
  show_text (self->others, galley_row_text_others (review, annotation));
  show_verdict (self, review, annotation);
}

static void
galley_inspector_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_HEAD);

  G_OBJECT_CLASS (galley_inspector_head_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-head.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, kind);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, mark);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, status);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, passage);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, reason);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, evidence);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, origin);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, others);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, verdict);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, accept);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, reject);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, flag);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, clear);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, why);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorHead, why_terms);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reject_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_flag_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_why_picked_cb);
}

static void
galley_inspector_head_class_init (GalleyInspectorHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = galley_inspector_head_dispose;
  GALLEY_INSPECTOR_SECTION_CLASS (klass)->refresh = galley_inspector_head_refresh;

  g_type_ensure (GALLEY_TYPE_ROW_MARK);
  g_type_ensure (GALLEY_TYPE_TERM_DROP_DOWN);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
galley_inspector_head_init (GalleyInspectorHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
