/* galley-inspector-quote.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-quote.h"

#include "base/galley-str.h"
#include "model/galley-taxonomy.h"
#include "ui/galley-inspector-flags.h"
#include "ui/galley-inspector-source-chooser.h"
#include "ui/galley-term-drop-down.h"

/* The attribution of a quote: whose words, and how they are introduced. */
struct _GalleyInspectorQuote
{
  GalleyInspectorSection parent_instance;

  GalleyInspectorSourceChooser *source;
  GalleyTermDropDown *verb_class;
  GalleyTermDropDown *manner;
  GalleyInspectorFlags *flags;
};

G_DEFINE_FINAL_TYPE (GalleyInspectorQuote, galley_inspector_quote, GALLEY_TYPE_INSPECTOR_SECTION)

static void
set_source (GalleyInspectorSection *section, GalleyAnnotation *source)
{
  GalleyDetails *details = galley_inspector_section_edit (section);

  galley_set_str (&details->source_id, source != NULL ? galley_annotation_get_id (source) : NULL);
  galley_inspector_section_commit (section, details);
}

static void
on_source_picked_cb (GalleyInspectorSection *section, GalleyAnnotation *source)
{
  set_source (section, source);
}

/* Where the article names @name: beside the quote if it is named there, else its first place. */
static GArray *
find_mention (GalleyArticle *article, const GalleyDetails *quote, const char *name)
{
  const char *text = galley_article_get_text (article);
  gssize length = (gssize) galley_article_get_length (article);
  const char *place = *name != '\0' ? g_strstr_len (text, length, name) : NULL;
  guint start;

  if (place != NULL)
    {
      start = galley_offsets_to_char (galley_article_get_offsets (article), (gsize) (place - text));
      return galley_spans_new_one (start, start + (guint) g_utf8_strlen (name, -1));
    }
  if (galley_spans_length (quote->mention) > 0)
    return galley_spans_copy (quote->mention);

  return galley_spans_copy (galley_spans_length (quote->cue) > 0 ? quote->cue : quote->spans);
}

static void
on_source_create_cb (GalleyInspectorSection *section, const char *name)
{
  GalleyReview *review = galley_inspector_section_get_review (section);
  GalleyArticle *article = galley_review_get_article (review);
  const GalleyDetails *quote =
      galley_annotation_get_details (galley_inspector_section_get_annotation (section));
  GArray *spans = find_mention (article, quote, name);
  GalleyDetails *details = galley_details_new (g_intern_static_string ("person"), spans);

  details->name = *name != '\0' ? g_strdup (name) : galley_article_dup_spans (article, spans);
  galley_review_begin_step (review);
  set_source (section, galley_review_add (review, GALLEY_KIND_SOURCE, details));
  galley_review_end_step (review);
}

static void
on_picked_cb (GalleyInspectorSection *section, GalleyTermDropDown *drop_down)
{
  GalleyInspectorQuote *self = GALLEY_INSPECTOR_QUOTE (section);
  GalleyDetails *details = galley_inspector_section_edit (section);

  if (drop_down == self->verb_class)
    details->verb_class = galley_term_drop_down_get_term_id (drop_down);
  else
    details->manner = galley_term_drop_down_get_term_id (drop_down);
  galley_inspector_section_commit (section, details);
}

static void
on_flag_toggled_cb (GalleyInspectorSection *section, const char *id, gboolean on)
{
  GalleyDetails *details = galley_inspector_section_edit (section);

  galley_details_set_flag (details, id, on);
  galley_inspector_section_commit (section, details);
}

static gboolean
galley_inspector_quote_applies (GalleyInspectorSection *section, GalleyAnnotation *annotation)
{
  return galley_annotation_get_kind (annotation) == GALLEY_KIND_QUOTE;
}

static void
galley_inspector_quote_refresh (GalleyInspectorSection *section,
                                GalleyReview *review,
                                GalleyAnnotation *annotation)
{
  GalleyInspectorQuote *self = GALLEY_INSPECTOR_QUOTE (section);
  const GalleyDetails *details = galley_annotation_get_details (annotation);

  galley_inspector_source_chooser_show (self->source, review, annotation);
  galley_term_drop_down_set_term_id (self->verb_class, details->verb_class);
  galley_term_drop_down_set_term_id (self->manner, details->manner);
  galley_inspector_flags_show (self->flags, details);
}

static void
galley_inspector_quote_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_INSPECTOR_QUOTE);

  G_OBJECT_CLASS (galley_inspector_quote_parent_class)->dispose (object);
}

static gboolean
galley_inspector_quote_grab_focus (GtkWidget *widget)
{
  galley_inspector_source_chooser_open (GALLEY_INSPECTOR_QUOTE (widget)->source);

  return TRUE;
}

static void
galley_inspector_quote_class_init (GalleyInspectorQuoteClass *klass)
{
  GalleyInspectorSectionClass *section_class = GALLEY_INSPECTOR_SECTION_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_inspector_quote_dispose;
  widget_class->grab_focus = galley_inspector_quote_grab_focus;
  section_class->applies = galley_inspector_quote_applies;
  section_class->refresh = galley_inspector_quote_refresh;

  g_type_ensure (GALLEY_TYPE_TERM_DROP_DOWN);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_FLAGS);
  g_type_ensure (GALLEY_TYPE_INSPECTOR_SOURCE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-quote.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorQuote, source);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorQuote, verb_class);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorQuote, manner);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorQuote, flags);
  gtk_widget_class_bind_template_callback (widget_class, on_source_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_source_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_flag_toggled_cb);
}

static void
galley_inspector_quote_init (GalleyInspectorQuote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
