/* galley-alike-dialog.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-alike-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-accessible.h"
#include "ui/galley-alike.h"
#include "ui/galley-row-line.h"

#define WORDS_CHARS   80
#define CONTEXT_CHARS 40

struct _GalleyAlikeDialog
{
  GtkWindow parent_instance;

  GtkLabel *heading;
  GtkWidget *kind_box;
  GtkDropDown *kinds;
  GtkCheckButton *all;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkButton *mark_button;

  GalleyReview *review;
  GalleyAnnotation *like; /* NULL: words that were selected */
  GalleySpan words;
  GArray *places;
  gboolean ticking;
};

enum
{
  MARKED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleyAlikeDialog, galley_alike_dialog, GTK_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static GalleyKind
get_kind (GalleyAlikeDialog *self)
{
  if (self->like != NULL)
    return galley_annotation_get_kind (self->like);

  return (GalleyKind) gtk_drop_down_get_selected (self->kinds);
}

static GtkCheckButton *
get_tick (GalleyAlikeDialog *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position);

  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

static guint
count_ticks (GalleyAlikeDialog *self)
{
  guint n_ticks = 0;

  for (guint i = 0; i < self->places->len; i++)
    n_ticks += gtk_check_button_get_active (get_tick (self, i)) ? 1 : 0;

  return n_ticks;
}

static void
update (GalleyAlikeDialog *self)
{
  guint n_ticks = count_ticks (self);
  g_autofree char *label =
      n_ticks > 0
          ? g_strdup_printf (ngettext ("_Mark %u Place", "_Mark %u Places", n_ticks), n_ticks)
          : g_strdup (_ ("_Mark"));

  gtk_button_set_label (self->mark_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark_button), n_ticks > 0);
  self->ticking = TRUE;
  gtk_check_button_set_active (self->all, n_ticks > 0 && n_ticks == self->places->len);
  gtk_check_button_set_inconsistent (self->all, n_ticks > 0 && n_ticks < self->places->len);
  self->ticking = FALSE;
}

static void
on_tick_cb (GalleyAlikeDialog *self)
{
  if (!self->ticking)
    update (self);
}

static void
on_all_cb (GalleyAlikeDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->ticking)
    return;

  self->ticking = TRUE;
  for (guint i = 0; i < self->places->len; i++)
    gtk_check_button_set_active (get_tick (self, i), active);
  self->ticking = FALSE;
  update (self);
}

static void
on_row_activated_cb (GalleyAlikeDialog *self, GtkListBoxRow *row)
{
  GtkCheckButton *tick = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (tick, !gtk_check_button_get_active (tick));
}

/* One line: nothing in it disturbs what stands beside it. */
static char *
dup_line (GalleyAlikeDialog *self, guint start, guint end)
{
  g_autofree char *slice =
      galley_article_dup_slice (galley_review_get_article (self->review), start, end);
  GString *line = g_string_new (NULL);

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (line, ' ');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT && !g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

/* The words in bold with some of what stands around them: identical words are told apart by that.
 */
static char *
dup_markup (GalleyAlikeDialog *self, const GalleySpan *place)
{
  guint n_chars = galley_article_get_n_chars (galley_review_get_article (self->review));
  guint from = place->start > CONTEXT_CHARS ? place->start - CONTEXT_CHARS : 0;
  guint to = MIN (place->end + CONTEXT_CHARS, n_chars);
  guint end = MIN (place->end, place->start + WORDS_CHARS);
  g_autofree char *before = dup_line (self, from, place->start);
  g_autofree char *words = dup_line (self, place->start, end);
  g_autofree char *after = dup_line (self, place->end, to);

  return g_markup_printf_escaped ("%s%s<b>%s%s</b>%s%s",
                                  from > 0 ? "…" : "",
                                  before,
                                  words,
                                  end < place->end ? "…" : "",
                                  after,
                                  to < n_chars ? "…" : "");
}

static void
add_row (GalleyAlikeDialog *self, const GalleySpan *place)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = dup_markup (self, place);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_tick_cb), self);
  gtk_list_box_append (self->list, tick);
}

static void
fill (GalleyAlikeDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->places, g_array_unref);
  self->places = galley_alike_find (self->review, get_kind (self), &self->words);
  for (guint i = 0; i < self->places->len; i++)
    add_row (self, galley_spans_get (self->places, i));
  gtk_widget_set_visible (self->scroller, self->places->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->places->len > 1);
  gtk_widget_set_visible (self->nothing, self->places->len == 0);
  update (self);
}

static void
on_kind_cb (GalleyAlikeDialog *self)
{
  if (self->review != NULL)
    fill (self);
}

static void
on_mark_cb (GalleyAlikeDialog *self)
{
  galley_alike_dialog_apply (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
galley_alike_dialog_dispose (GObject *object)
{
  GalleyAlikeDialog *self = GALLEY_ALIKE_DIALOG (object);

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->like);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_ALIKE_DIALOG);

  G_OBJECT_CLASS (galley_alike_dialog_parent_class)->dispose (object);
}

static void
galley_alike_dialog_class_init (GalleyAlikeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_alike_dialog_dispose;
  signals[MARKED] = g_signal_new ("marked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  GALLEY_TYPE_ANNOTATION);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-alike-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, kind_box);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, all);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, GalleyAlikeDialog, mark_button);
  gtk_widget_class_bind_template_callback (widget_class, on_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
galley_alike_dialog_init (GalleyAlikeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  galley_accessible_mend (GTK_WIDGET (self));
}

/**
 * galley_alike_dialog_new:
 * @parent: the window of the article
 * @like: (nullable): what the other places are to be like; %NULL lets the person choose a kind
 * @words: the words that are looked for
 *
 * Returns: a dialog, not yet shown
 */
GtkWidget *
galley_alike_dialog_new (GtkWindow *parent,
                         GalleyReview *review,
                         GalleyAnnotation *like,
                         const GalleySpan *words)
{
  GalleyAlikeDialog *self;
  g_autofree char *line = NULL;
  g_autofree char *called = NULL;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (GALLEY_IS_REVIEW (review), NULL);

  self = g_object_new (GALLEY_TYPE_ALIKE_DIALOG, "transient-for", parent, NULL);
  self->review = g_object_ref (review);
  g_set_object (&self->like, like);
  self->words = *words;
  line = dup_line (self, words->start, MIN (words->end, words->start + WORDS_CHARS));
  called = galley_row_line_isolate_short (line, WORDS_CHARS);
  /* translators: words of the article */
  heading = g_strdup_printf (_ ("Other places with the words “%s”"), called);
  gtk_label_set_label (self->heading, heading);
  gtk_widget_set_visible (self->kind_box, like == NULL);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * galley_alike_dialog_apply:
 *
 * Marks the places that are ticked, in one step of undo; where only words were selected, those too.
 */
void
galley_alike_dialog_apply (GalleyAlikeDialog *self)
{
  g_autoptr (GArray) agreed = galley_spans_new ();
  GalleyAnnotation *annotation;

  g_return_if_fail (GALLEY_IS_ALIKE_DIALOG (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      if (gtk_check_button_get_active (get_tick (self, i)))
        g_array_append_val (agreed, g_array_index (self->places, GalleySpan, i));
    }
  if (agreed->len == 0)
    return;
  if (self->like == NULL)
    g_array_prepend_val (agreed, self->words);

  annotation = galley_alike_mark (self->review, get_kind (self), self->like, agreed);
  if (annotation != NULL)
    g_signal_emit (self, signals[MARKED], 0, annotation);
}
