/* test-inspector.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector.h"

#include <string.h>

#include "base/galley-limits.h"
#include "panels-test.h"
#include "ui/galley-edges.h"
#include "ui/galley-inspector-flags.h"
#include "ui/galley-inspector-source-chooser.h"
#include "ui/galley-term-drop-down.h"
#include "ui/window-test.h"

typedef struct
{
  Panels panels;
  GtkWidget *window;
  GalleyInspector *inspector;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  panels_set_up (&fixture->panels);
  fixture->inspector = GALLEY_INSPECTOR (galley_inspector_new ());
  galley_inspector_set_review (fixture->inspector, fixture->panels.review);
  fixture->window = panels_present (GTK_WIDGET (fixture->inspector));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GObject *inspector = g_object_ref (G_OBJECT (fixture->inspector));

  window_test_destroy (fixture->window);
  panels_settle ();
  g_assert_finalize_object (inspector);
  panels_tear_down (&fixture->panels);
}

/* The widget @name of the section @section. */
static GtkWidget *
get (Fixture *fixture, const char *section, const char *name)
{
  return panels_child (panels_child (fixture->inspector, section), name);
}

static const char *
get_label (Fixture *fixture, const char *section, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (get (fixture, section, name)));
}

static void
select_annotation (Fixture *fixture, GalleyAnnotation *annotation)
{
  galley_inspector_set_selected (fixture->inspector, annotation);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

/* As a person does: through the drop-down inside. */
static void
pick (GtkWidget *term_drop_down, const char *id)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (panels_find (term_drop_down, GTK_TYPE_DROP_DOWN, 0));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down));

  for (guint i = 0; i < n; i++)
    {
      gtk_drop_down_set_selected (drop_down, i);
      if (g_strcmp0 (galley_term_drop_down_get_term_id (GALLEY_TERM_DROP_DOWN (term_drop_down)), id)
          == 0)
        return;
    }
  g_assert_not_reached ();
}

static const char *
get_term (GtkWidget *term_drop_down)
{
  return galley_term_drop_down_get_term_id (GALLEY_TERM_DROP_DOWN (term_drop_down));
}

static void
undo_all (Fixture *fixture)
{
  while (galley_review_can_undo (fixture->panels.review))
    galley_review_undo (fixture->panels.review);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (panels_child (fixture->inspector, "stack"));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  select_annotation (fixture, fixture->panels.proud);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "details");
  select_annotation (fixture, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  struct
  {
    GalleyAnnotation *annotation;
    gboolean source;
    gboolean quote;
  } cases[] = {
    { fixture->panels.ada, TRUE, FALSE },
    { fixture->panels.proud, FALSE, TRUE },
    { fixture->panels.opinion, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      select_annotation (fixture, cases[i].annotation);
      g_assert_true (gtk_widget_get_visible (panels_child (fixture->inspector, "type")));
      g_assert_cmpint (gtk_widget_get_visible (panels_child (fixture->inspector, "source")),
                       ==,
                       cases[i].source);
      g_assert_cmpint (gtk_widget_get_visible (panels_child (fixture->inspector, "quote")),
                       ==,
                       cases[i].quote);
      /* To show is to change nothing. */
      g_assert_false (galley_review_can_undo (fixture->panels.review));
    }
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  select_annotation (fixture, fixture->panels.opinion);
  g_assert_cmpstr (get_label (fixture, "head", "kind"), ==, "Opinion");
  g_assert_cmpstr (get_label (fixture, "head", "status"), ==, "Not reviewed");
  g_assert_nonnull (strstr (get_label (fixture, "head", "reason"), "The word judges."));
  g_assert_nonnull (strstr (get_label (fixture, "head", "evidence"), "reckless"));
  g_assert_nonnull (strstr (get_label (fixture, "head", "origin"), "a clear case"));
  g_assert_nonnull (strstr (get_label (fixture, "head", "passage"), "reckless stunt"));
  g_assert_false (gtk_widget_get_visible (get (fixture, "head", "others")));

  select_annotation (fixture, fixture->panels.banner);
  g_assert_false (gtk_widget_get_visible (get (fixture, "head", "reason")));
  g_assert_nonnull (strstr (get_label (fixture, "head", "origin"), "worth a check"));
}

static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *quote = fixture->panels.proud;
  GtkWidget *why;
  GtkWidget *next;

  select_annotation (fixture, quote);
  g_assert_false (gtk_widget_get_visible (get (fixture, "head", "why")));
  g_assert_false (gtk_widget_get_visible (get (fixture, "head", "clear")));

  click (get (fixture, "head", "accept"));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_ACCEPTED);
  g_assert_cmpstr (get_label (fixture, "head", "status"), ==, "Accepted");
  click (get (fixture, "head", "reject"));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_REJECTED);

  /* A reason is offered, not demanded. */
  why = get (fixture, "head", "why_terms");
  g_assert_true (gtk_widget_get_visible (get (fixture, "head", "why")));
  g_assert_null (get_term (why));
  pick (why, "wrong-source");
  pick (why, "wrong-edges");
  g_assert_cmpstr (galley_annotation_find_verdict (quote, "")->reason, ==, "wrong-edges");
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_REJECTED);

  /* With the pointer alone one gets on, too. */
  next = gtk_widget_get_last_child (get (fixture, "head", "verdict"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (next)),
                   ==,
                   "win.next-unreviewed");

  click (get (fixture, "head", "clear"));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_false (gtk_widget_get_visible (get (fixture, "head", "why")));
}

/* One field of one kind of annotation: what picks it, and where it shows. */
static void
check_term (Fixture *fixture,
            GalleyAnnotation *annotation,
            const char *section,
            const char *name,
            const char *id,
            gsize field)
{
  GtkWidget *drop_down;
  const char *before;

  select_annotation (fixture, annotation);
  drop_down = get (fixture, section, name);
  before = G_STRUCT_MEMBER (const char *, galley_annotation_get_details (annotation), field);
  g_assert_cmpstr (get_term (drop_down), ==, before);

  pick (drop_down, id);
  g_assert_cmpstr (
      G_STRUCT_MEMBER (const char *, galley_annotation_get_details (annotation), field), ==, id);
  g_assert_cmpint (galley_annotation_get_status (annotation), ==, GALLEY_STATUS_CHANGED);

  undo_all (fixture);
  g_assert_cmpstr (G_STRUCT_MEMBER (const char *,
                                    galley_annotation_get_details (annotation),
                                    field),
                   ==,
                   before);
  g_assert_cmpstr (get_term (drop_down), ==, before);
  g_assert_cmpint (galley_annotation_get_status (annotation), ==, GALLEY_STATUS_UNREVIEWED);
}

#define FIELD(member) G_STRUCT_OFFSET (GalleyDetails, member)

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;

  check_term (fixture, panels->ada, "type", "type", "organisation", FIELD (type));
  check_term (fixture, panels->proud, "type", "type", "mixed", FIELD (type));
  check_term (fixture, panels->opinion, "type", "type", "loaded-label", FIELD (type));
  check_term (fixture, panels->ada, "source", "ladder", "N1", FIELD (ladder));
  check_term (fixture, panels->ada, "source", "affiliation", "government", FIELD (affiliation));
  check_term (fixture, panels->ada, "source", "part", "decision-maker", FIELD (part));
  check_term (fixture, panels->ada, "source", "standing", "former", FIELD (standing));
  check_term (fixture, panels->proud, "quote", "verb_class", "emotive", FIELD (verb_class));
  check_term (fixture, panels->proud, "quote", "manner", "thought", FIELD (manner));
}

/* The words, as a person chooses them, in the sample. */
static void
move_to (Fixture *fixture, GalleyAnnotation *annotation, const char *words)
{
  guint start = (guint) g_utf8_pointer_to_offset (PANELS_TEXT, strstr (PANELS_TEXT, words));
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (annotation));

  g_array_unref (details->spans);
  details->spans = galley_spans_new_one (start, start + (guint) g_utf8_strlen (words, -1));
  galley_review_begin_joined_step (fixture->panels.review, annotation, "edges", GALLEY_JOIN_QUICK);
  galley_review_revise (fixture->panels.review, annotation, details);
  galley_review_end_step (fixture->panels.review);
}

static void
test_type_hint (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *proud = fixture->panels.proud;
  GtkWidget *hint;

  select_annotation (fixture, proud);
  hint = get (fixture, "type", "hint");
  g_assert_false (gtk_widget_get_visible (hint));
  move_to (fixture, proud, "is a proud day");
  g_assert_false (gtk_widget_get_visible (hint));
  move_to (fixture, proud, "day for the town,” she added");
  g_assert_true (gtk_widget_get_visible (hint));
  click (hint);
  g_assert_cmpstr (galley_annotation_get_details (proud)->type, ==, "mixed");
  g_assert_false (gtk_widget_get_visible (hint));
  move_to (fixture, proud, "she added");
  click (hint);
  g_assert_cmpstr (galley_annotation_get_details (proud)->type, ==, "indirect");

  /* All of it at once is one step. */
  galley_review_undo (fixture->panels.review);
  g_assert_cmpstr (galley_annotation_get_details (proud)->type, ==, "direct");
  g_assert_false (galley_review_can_undo (fixture->panels.review));
  g_assert_false (gtk_widget_get_visible (hint));
}

/* A person who says that nobody commented, or that it is none, is not asked again. */
static void
test_type_hint_silent (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *proud = fixture->panels.proud;
  GtkWidget *hint;

  select_annotation (fixture, proud);
  hint = get (fixture, "type", "hint");
  move_to (fixture, proud, "she added");
  g_assert_true (gtk_widget_get_visible (hint));
  pick (get (fixture, "type", "type"), "no-comment");
  g_assert_false (gtk_widget_get_visible (hint));
  while (strcmp (galley_annotation_get_details (proud)->type, "direct") != 0)
    galley_review_undo (fixture->panels.review);
  g_assert_true (gtk_widget_get_visible (hint));
  galley_review_set_verdict (fixture->panels.review, proud, GALLEY_STATUS_REJECTED, NULL);
  g_assert_false (gtk_widget_get_visible (hint));
  select_annotation (fixture, fixture->panels.opinion);
  g_assert_false (gtk_widget_get_visible (hint));
}

static void
test_ladder_goes (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *ada = fixture->panels.ada;

  select_annotation (fixture, ada);
  g_assert_true (gtk_widget_get_sensitive (get (fixture, "source", "ladder")));
  pick (get (fixture, "type", "type"), "document");
  g_assert_null (galley_annotation_get_details (ada)->ladder);
  g_assert_false (gtk_widget_get_sensitive (get (fixture, "source", "ladder")));
  undo_all (fixture);
  g_assert_cmpstr (galley_annotation_get_details (ada)->ladder, ==, "N0");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyAnnotation *ada = fixture->panels.ada;
  GtkWidget *name, *role;

  select_annotation (fixture, ada);
  name = get (fixture, "source", "name");
  role = get (fixture, "source", "role");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Lind");

  /* Typing is no step; Enter is one. */
  gtk_editable_set_text (GTK_EDITABLE (name), "  Ada Lindqvist ");
  g_assert_false (galley_review_can_undo (review));
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpstr (galley_annotation_get_details (ada)->name, ==, "Ada Lindqvist");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Lindqvist");
  galley_review_undo (review);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Lind");
  g_assert_false (galley_review_can_undo (review));

  /* Nothing is lost by choosing something else, and nothing goes to the wrong one. */
  gtk_editable_set_text (GTK_EDITABLE (role), "");
  select_annotation (fixture, fixture->panels.residents);
  g_assert_null (galley_annotation_get_details (ada)->role);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "residents");
  g_assert_cmpint (galley_annotation_get_status (fixture->panels.residents),
                   ==,
                   GALLEY_STATUS_UNREVIEWED);
}

/* A name longer than an entry takes is not cut because somebody looked at it. */
static void
test_text_long (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *ada = fixture->panels.ada;
  GalleyDetails *details = galley_details_copy (galley_annotation_get_details (ada));

  g_free (details->name);
  details->name = g_strnfill (GALLEY_LIMIT_STRING, 'n');
  galley_review_revise (fixture->panels.review, ada, details);
  select_annotation (fixture, ada);
  galley_inspector_flush (fixture->inspector);
  select_annotation (fixture, NULL);
  g_assert_true (galley_annotation_get_details (ada) == details);
}

/* Every control of every section says what it is. */
static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *annotations[] = { fixture->panels.residents,
                                      fixture->panels.banner,
                                      fixture->panels.opinion };
  GType types[] = { GTK_TYPE_ENTRY, GTK_TYPE_TEXT_VIEW, GTK_TYPE_DROP_DOWN };
  GtkWidget *widget;

  for (guint i = 0; i < G_N_ELEMENTS (annotations); i++)
    {
      GtkWidget *inspector = GTK_WIDGET (fixture->inspector);

      select_annotation (fixture, annotations[i]);
      for (guint j = 0; j < G_N_ELEMENTS (types); j++)
        {
          for (guint n = 0; (widget = panels_find (inspector, types[j], n)) != NULL; n++)
            g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                             GTK_ACCESSIBLE_PROPERTY_LABEL));
        }
      for (guint n = 0; (widget = panels_find (inspector, GTK_TYPE_MENU_BUTTON, n)) != NULL; n++)
        g_assert_true (!gtk_widget_get_mapped (widget)
                       || gtk_test_accessible_has_property (
                           GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                           GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  for (guint n = 0;
       (widget = panels_find (panels_child (fixture->inspector, "edges"), GTK_TYPE_BUTTON, n))
       != NULL;
       n++)
    g_assert_true (gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL
                   || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                        GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* The keys of the window lead straight to what they name. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  select_annotation (fixture, fixture->panels.proud);
  galley_inspector_focus_type (fixture->inspector);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         panels_child (fixture->inspector, "type")));
  galley_inspector_focus_note (fixture->inspector);
  g_assert_true (gtk_window_get_focus (window) == get (fixture, "note", "view"));
}

static void
test_flags (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *residents = fixture->panels.residents;
  GtkWidget *flags, *box, *check;

  select_annotation (fixture, fixture->panels.ada);
  g_assert_false (gtk_widget_get_visible (get (fixture, "source", "flags")));
  select_annotation (fixture, residents);
  flags = get (fixture, "source", "flags");
  g_assert_true (gtk_widget_get_visible (flags));

  box = gtk_popover_get_child (
      gtk_menu_button_get_popover (GTK_MENU_BUTTON (panels_find (flags, GTK_TYPE_MENU_BUTTON, 0))));
  check = gtk_widget_get_first_child (box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (
      galley_details_has_flag (galley_annotation_get_details (residents), "no-reason-given"));
  undo_all (fixture);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_null (galley_annotation_get_details (residents)->flags);
}

static GtkListBox *
open_chooser (Fixture *fixture, const char *words)
{
  GtkWidget *chooser = get (fixture, "quote", "source");

  galley_inspector_focus_source (fixture->inspector);
  panels_settle ();
  gtk_editable_set_text (GTK_EDITABLE (panels_child (chooser, "words")), words);
  g_signal_emit_by_name (panels_child (chooser, "words"), "search-changed");

  return GTK_LIST_BOX (panels_child (chooser, "list"));
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (panels_child (get (fixture, "quote", "source"), "words"), "activate");
  panels_settle ();
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GtkWidget *label;

  select_annotation (fixture, panels->banner);
  label = panels_child (get (fixture, "quote", "source"), "label");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "No source");

  /* All of them, none, and to be picked in the text; typing shortens the list and Enter takes the
   * first. */
  g_assert_cmpuint (count_rows (open_chooser (fixture, "")), ==, 4);
  g_assert_cmpuint (count_rows (open_chooser (fixture, "SIDENT")), ==, 2);
  press_enter (fixture);
  g_assert_true (galley_review_get_source_of (panels->review, panels->banner) == panels->residents);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "residents"));

  open_chooser (fixture, "");
  g_signal_emit_by_name (panels_child (get (fixture, "quote", "source"), "list"),
                         "row-activated",
                         gtk_list_box_get_row_at_index (
                             GTK_LIST_BOX (panels_child (get (fixture, "quote", "source"), "list")),
                             2));
  g_assert_null (galley_review_get_source_of (panels->review, panels->banner));

  undo_all (fixture);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "No source");
}

static void
test_new_source (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GalleyAnnotation *source;
  g_autofree char *mention = NULL;

  select_annotation (fixture, panels->banner);
  open_chooser (fixture, "a banner");
  press_enter (fixture);
  source = galley_review_get_source_of (panels->review, panels->banner);
  g_assert_nonnull (source);
  g_assert_cmpstr (galley_annotation_get_details (source)->name, ==, "a banner");
  mention = galley_article_dup_spans (galley_review_get_article (panels->review),
                                      galley_annotation_get_details (source)->spans);
  g_assert_cmpstr (mention, ==, "a banner");
  g_assert_true (galley_inspector_get_selected (fixture->inspector) == panels->banner);

  /* One step there, one step back. */
  galley_review_undo (panels->review);
  g_assert_false (galley_review_can_undo (panels->review));
  g_assert_null (galley_review_get_source_of (panels->review, panels->banner));
}

/* Who the article does not name word for word can be a source all the same. */
static void
test_new_source_unnamed (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  GalleyAnnotation *source;

  select_annotation (fixture, panels->banner);
  open_chooser (fixture, "the angling club");
  press_enter (fixture);
  source = galley_review_get_source_of (panels->review, panels->banner);
  g_assert_nonnull (source);
  g_assert_cmpstr (galley_annotation_get_details (source)->name, ==, "the angling club");
  g_assert_true (galley_spans_equal (galley_annotation_get_details (source)->spans,
                                     galley_annotation_get_details (panels->banner)->spans));
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *quote = fixture->panels.monday;
  GtkWidget *steps;
  guint start = galley_annotation_get_start (quote);
  guint end = galley_annotation_get_end (quote);

  select_annotation (fixture, quote);
  steps = get (fixture, "edges", "steps");
  g_assert_true (gtk_widget_get_visible (steps));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get (fixture, "edges", "unit")),
                              GALLEY_EDGE_CHARACTER);
  click (panels_find (steps, GTK_TYPE_BUTTON, 0));
  g_assert_cmpuint (galley_annotation_get_start (quote), ==, start - 1);
  click (panels_find (steps, GTK_TYPE_BUTTON, 1));
  g_assert_cmpuint (galley_annotation_get_start (quote), ==, start);
  click (panels_find (steps, GTK_TYPE_BUTTON, 2));
  g_assert_cmpuint (galley_annotation_get_end (quote), ==, end - 1);
  undo_all (fixture);
  g_assert_cmpuint (galley_annotation_get_end (quote), ==, end);
}

static GtkTextBuffer *
get_note (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get (fixture, "note", "view")));
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyAnnotation *quote = fixture->panels.proud;
  g_autofree char *text = NULL;

  select_annotation (fixture, quote);
  gtk_text_buffer_insert_at_cursor (get_note (fixture), "Ask ", -1);
  gtk_text_buffer_insert_at_cursor (get_note (fixture), "her office", -1);
  g_assert_null (galley_annotation_get_note (quote));

  /* A verdict in between takes nothing of what is being typed. */
  gtk_widget_grab_focus (get (fixture, "note", "view"));
  galley_review_set_verdict (review, quote, GALLEY_STATUS_ACCEPTED, NULL);

  galley_inspector_flush (fixture->inspector);
  g_assert_cmpstr (galley_annotation_get_note (quote), ==, "Ask her office");
  galley_inspector_flush (fixture->inspector);
  galley_review_undo (review);
  g_assert_null (galley_annotation_get_note (quote));
  g_object_get (get_note (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "");
  galley_review_undo (review);
  g_assert_false (galley_review_can_undo (review));
}

static void
test_private_note (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *quote = fixture->panels.proud;
  GtkEditable *note = GTK_EDITABLE (get (fixture, "private_note", "note"));

  galley_inspector_set_selected (fixture->inspector, quote);
  gtk_editable_set_text (note, "Ask her again");
  galley_inspector_set_selected (fixture->inspector, fixture->panels.monday);
  g_assert_cmpstr (galley_annotation_get_private_note (quote), ==, "Ask her again");
  g_assert_null (galley_annotation_get_note (quote));
  g_assert_cmpint (galley_annotation_get_status (quote), ==, GALLEY_STATUS_UNREVIEWED);
  g_assert_cmpstr (gtk_editable_get_text (note), ==, "");

  galley_review_undo (fixture->panels.review);
  g_assert_null (galley_annotation_get_private_note (quote));
}

/* To choose something else takes the note over to where it was typed. */
static void
test_note_follows (Fixture *fixture, gconstpointer data)
{
  Panels *panels = &fixture->panels;
  g_autofree char *text = NULL;

  select_annotation (fixture, panels->proud);
  gtk_text_buffer_set_text (get_note (fixture), "Mine", -1);
  select_annotation (fixture, panels->monday);
  g_assert_cmpstr (galley_annotation_get_note (panels->proud), ==, "Mine");
  g_assert_null (galley_annotation_get_note (panels->monday));
  g_object_get (get_note (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "");
}

/* What could be written and not be read again is not taken. */
static void
test_note_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("a");
  const char *note;

  for (guint i = 0; i < GALLEY_LIMIT_STRING; i++)
    g_string_append (text, "é");
  select_annotation (fixture, fixture->panels.proud);
  gtk_text_buffer_set_text (get_note (fixture), text->str, -1);
  galley_inspector_flush (fixture->inspector);
  note = galley_annotation_get_note (fixture->panels.proud);
  g_assert_cmpuint (strlen (note), <=, GALLEY_LIMIT_STRING);
  g_assert_cmpuint (strlen (note), >=, GALLEY_LIMIT_STRING - 2);
  g_assert_true (g_utf8_validate (note, -1, NULL));
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  GalleyAnnotation *quote = fixture->panels.proud;
  GtkWidget *tags;
  const char *const *set;

  select_annotation (fixture, quote);
  tags = get (fixture, "note", "tags");
  gtk_editable_set_text (GTK_EDITABLE (tags), " bridge, , check it,bridge");
  g_signal_emit_by_name (tags, "activate");
  set = galley_annotation_get_tags (quote);
  g_assert_cmpstr (set[0], ==, "bridge");
  g_assert_cmpstr (set[1], ==, "check it");
  g_assert_null (set[2]);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (tags)), ==, "bridge, check it");
  undo_all (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (tags)), ==, "");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  select_annotation (fixture, fixture->panels.proud);
  galley_inspector_set_editable (fixture->inspector, FALSE);
  g_assert_false (gtk_widget_is_sensitive (get (fixture, "type", "type")));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, "head", "accept")));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, "note", "view")));
  g_assert_true (gtk_widget_is_sensitive (get (fixture, "head", "passage")));

  gtk_text_buffer_set_text (get_note (fixture), "Not to be", -1);
  select_annotation (fixture, fixture->panels.monday);
  g_assert_null (galley_annotation_get_note (fixture->panels.proud));
  g_assert_false (galley_review_can_undo (fixture->panels.review));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  GalleyReview *review = fixture->panels.review;
  GalleyAnnotation *added =
      galley_review_add (review,
                         GALLEY_KIND_OPINION,
                         galley_details_new (g_intern_static_string ("motive"),
                                             galley_spans_new_one (0, 5)));

  select_annotation (fixture, fixture->panels.proud);
  g_assert_false (gtk_widget_get_visible (get (fixture, "note", "delete_button")));
  select_annotation (fixture, added);
  g_assert_true (gtk_widget_get_visible (get (fixture, "note", "delete_button")));

  /* What is being typed for it goes with it, to nobody else, and redo stays possible. */
  gtk_text_buffer_set_text (get_note (fixture), "Gone", -1);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, "note", "tags")), "gone");
  galley_review_undo (review);
  g_assert_null (galley_inspector_get_selected (fixture->inspector));
  g_assert_true (galley_review_can_redo (review));

  select_annotation (fixture, fixture->panels.proud);
  galley_inspector_flush (fixture->inspector);
  g_assert_null (galley_annotation_get_tags (fixture->panels.proud));
  g_assert_null (galley_annotation_get_note (fixture->panels.proud));
  galley_review_redo (review);
  galley_review_remove (review, added);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/ui/inspector/empty", test_empty);
  add ("/ui/inspector/sections", test_sections);
  add ("/ui/inspector/head", test_head);
  add ("/ui/inspector/verdict", test_verdict);
  add ("/ui/inspector/terms", test_terms);
  add ("/ui/inspector/type-hint", test_type_hint);
  add ("/ui/inspector/type-hint-silent", test_type_hint_silent);
  add ("/ui/inspector/ladder-goes", test_ladder_goes);
  add ("/ui/inspector/text", test_text);
  add ("/ui/inspector/text/long", test_text_long);
  add ("/ui/inspector/accessible", test_accessible);
  add ("/ui/inspector/focus", test_focus);
  add ("/ui/inspector/flags", test_flags);
  add ("/ui/inspector/source", test_source);
  add ("/ui/inspector/source/new", test_new_source);
  add ("/ui/inspector/source/new-unnamed", test_new_source_unnamed);
  add ("/ui/inspector/edges", test_edges);
  add ("/ui/inspector/note", test_note);
  add ("/ui/inspector/note/follows", test_note_follows);
  add ("/ui/inspector/private-note", test_private_note);
  add ("/ui/inspector/note/long", test_note_long);
  add ("/ui/inspector/tags", test_tags);
  add ("/ui/inspector/read-only", test_read_only);
  add ("/ui/inspector/deleted", test_deleted);

  return g_test_run ();
}
