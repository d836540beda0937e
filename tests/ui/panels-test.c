/* panels-test.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "panels-test.h"

#include "lib/galley-test.h"
#include "model/galley-taxonomy.h"
#include "ui/window-test.h"

static GalleyDetails *
mark (GalleyReview *review, GalleyTerms terms, const char *type, const char *words)
{
  GalleyArticle *article = galley_review_get_article (review);
  const char *text = galley_article_get_text (article);
  const char *place = g_strstr_len (text, (gssize) galley_article_get_length (article), words);
  guint start;

  g_assert_nonnull (place);
  start = galley_offsets_to_char (galley_article_get_offsets (article), (gsize) (place - text));

  return galley_details_new (galley_terms_find (terms, type)->id,
                             galley_spans_new_one (start,
                                                   start + (guint) g_utf8_strlen (words, -1)));
}

/* Takes @details and @reason. */
static GalleyAnnotation *
suggest (Panels *panels, GPtrArray *all, GalleyKind kind, GalleyDetails *details, double strength)
{
  GalleyAnnotation *annotation = galley_annotation_new_suggestion (
      galley_review_get_article (panels->review), kind, details, "fast", "1");

  galley_annotation_set_strength (annotation, strength);
  g_ptr_array_add (all, annotation);

  return annotation;
}

static GalleyAnnotation *
suggest_source (Panels *panels,
                GPtrArray *all,
                const char *type,
                const char *words,
                const char *role,
                const char *ladder)
{
  GalleyDetails *details = mark (panels->review, GALLEY_TERMS_SOURCE, type, words);

  details->name = g_strdup (words);
  details->role = g_strdup (role);
  details->ladder = galley_terms_find (GALLEY_TERMS_LADDER, ladder)->id;

  return suggest (panels, all, GALLEY_KIND_SOURCE, details, 0.95);
}

static GalleyAnnotation *
suggest_quote (Panels *panels,
               GPtrArray *all,
               const char *type,
               const char *words,
               GalleyAnnotation *source,
               const char *verb_class)
{
  GalleyDetails *details = mark (panels->review, GALLEY_TERMS_QUOTE, type, words);

  details->source_id = source != NULL ? g_strdup (galley_annotation_get_id (source)) : NULL;
  details->verb_class = galley_terms_find (GALLEY_TERMS_VERB_CLASS, verb_class)->id;
  details->manner = galley_terms_find (GALLEY_TERMS_MANNER, "speech")->id;

  return suggest (panels, all, GALLEY_KIND_QUOTE, details, source != NULL ? 0.95 : 0.4);
}

void
panels_set_up (Panels *panels)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyDetails *reckless;

  panels->review = galley_test_review (PANELS_TEXT);
  panels->ada = suggest_source (panels, all, "person", "Ada Lind", "Mayor", "N0");
  panels->residents = suggest_source (panels, all, "unnamed-group", "residents", NULL, "A3");
  panels->monday = suggest_quote (
      panels, all, "indirect", "the bridge would open on Monday", panels->ada, "neutral");
  panels->proud = suggest_quote (
      panels, all, "direct", "“It is a proud day for the town,”", panels->ada, "context");
  panels->banner = suggest_quote (panels, all, "direct", "“Nobody asked us,”", NULL, "neutral");
  panels->opinion = suggest (
      panels,
      all,
      GALLEY_KIND_OPINION,
      mark (panels->review, GALLEY_TERMS_OPINION, "evaluation", "The opening is a reckless stunt."),
      0.9);
  reckless = mark (panels->review, GALLEY_TERMS_OPINION, "evaluation", "reckless");
  galley_annotation_add_evidence (panels->opinion,
                                  "loaded-word",
                                  galley_spans_start (reckless->spans),
                                  galley_spans_end (reckless->spans));
  galley_details_unref (reckless);
  galley_annotation_take_reason (panels->opinion, galley_reason_new_plain ("The word judges."));
  galley_review_load (panels->review, all);
}

/* Nothing may hold the review or an annotation any longer. */
void
panels_tear_down (Panels *panels)
{
  g_autoptr (GalleyAnnotation) annotation = g_object_ref (panels->ada);

  g_assert_finalize_object (panels->review);
  g_assert_finalize_object (g_steal_pointer (&annotation));
}

/**
 * panels_big_review:
 *
 * Returns: (transfer full): a review with @n_annotations annotations of a long text: one source to
 *   nine quotes
 */
GalleyReview *
panels_big_review (guint n_annotations)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GalleyReview) review = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GalleyAnnotation *source = NULL;

  for (guint i = 0; i < n_annotations; i++)
    g_string_append_printf (text, "Words number %08u.\n", i);
  review = galley_test_review (text->str);
  for (guint i = 0; i < n_annotations; i++)
    {
      gboolean is_source = i % 10 == 0;
      GalleyDetails *details =
          galley_details_new (g_intern_static_string (is_source ? "person" : "direct"),
                              galley_spans_new_one (i * 23, i * 23 + 22));
      GalleyAnnotation *annotation;

      if (!is_source)
        details->source_id = g_strdup (galley_annotation_get_id (source));
      annotation =
          galley_annotation_new_suggestion (galley_review_get_article (review),
                                            is_source ? GALLEY_KIND_SOURCE : GALLEY_KIND_QUOTE,
                                            details,
                                            "fast",
                                            "1");
      g_ptr_array_add (all, annotation);
      if (is_source)
        source = annotation;
    }
  galley_review_load (review, all);

  return g_steal_pointer (&review);
}

/**
 * panels_settle:
 *
 * Lets everything happen that is due, within bounds.
 */
void
panels_settle (void)
{
  for (guint i = 0; i < 500 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

/**
 * panels_present:
 *
 * Returns: (transfer none): a window with @child in it, on the screen; destroy it
 */
GtkWidget *
panels_present (GtkWidget *child)
{
  GtkWidget *window = window_test_present (child, 380, 600);

  panels_settle ();

  return window;
}

/**
 * panels_child:
 * @name: of a child in the template of @widget's own class
 */
GtkWidget *
panels_child (gpointer widget, const char *name)
{
  GObject *child =
      gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * panels_find:
 *
 * Returns: (nullable): the @nth widget of @type at or below @root, in the order of the tree
 */
GtkWidget *
panels_find (GtkWidget *root, GType type, guint nth)
{
  return find (root, type, &nth);
}
