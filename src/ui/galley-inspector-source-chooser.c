/* galley-inspector-source-chooser.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-source-chooser.h"

#include <glib/gi18n-lib.h>

#include "base/galley-str.h"
#include "model/galley-filter.h"
#include "ui/galley-row-line.h"
#include "ui/galley-row-text.h"

/* A list longer than this is no longer read; typing shortens it. */
#define MAX_ROWS       100
#define NAME_GRAPHEMES 60

struct _GalleyInspectorSourceChooser
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkSearchEntry *words;
  GtkListBox *list;

  GalleyReview *review;
  GalleyAnnotation *annotation; /* a quote, or a source that may be the same as another */
  char *spoken_label;
};

enum
{
  PROP_0,
  PROP_SPOKEN_LABEL,
  N_PROPS,
};

enum
{
  PICKED,
  CREATE,
  N_SIGNALS,
};

#define SOURCE_KEY  "galley-source"
#define CREATES_KEY "galley-creates"
#define PICKS_KEY   "galley-picks"

G_DEFINE_FINAL_TYPE (GalleyInspectorSourceChooser, galley_inspector_source_chooser, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The keyboard lands on the button within the menu button: it is what has to say it all. */
static void
show_value (GalleyInspectorSourceChooser *self, const char *value)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  /* translators: a field and what is chosen in it, as a screen reader says it */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s: %2$s"), self->spoken_label, value);

  gtk_label_set_label (GTK_LABEL (self->label), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken,
                                  -1);
}

static GtkWidget *
add_row (GalleyInspectorSourceChooser *self, const char *text, gboolean current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (tick, current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);

  return row;
}

static char *
dup_words (GalleyInspectorSourceChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));
}

static gboolean
is_merging (GalleyInspectorSourceChooser *self)
{
  return galley_annotation_get_kind (self->annotation) == GALLEY_KIND_SOURCE;
}

static GalleyAnnotation *
get_current (GalleyInspectorSourceChooser *self)
{
  return is_merging (self) ? galley_review_get_merged_into (self->review, self->annotation)
                           : galley_review_get_source_of (self->review, self->annotation);
}

/* A source that was rejected is none, but may be what is chosen. */
static gboolean
is_offered (GalleyInspectorSourceChooser *self, GalleyAnnotation *source, GalleyAnnotation *current)
{
  return source == current
         || (source != self->annotation
             && galley_annotation_get_status (source) != GALLEY_STATUS_REJECTED);
}

static void
add_sources (GalleyInspectorSourceChooser *self, const char *folded)
{
  g_autoptr (GPtrArray) sources = galley_review_list_kind (self->review, GALLEY_KIND_SOURCE);
  GalleyAnnotation *current = get_current (self);
  guint n_rows = 0;

  for (guint i = 0; i < sources->len && n_rows < MAX_ROWS; i++)
    {
      GalleyAnnotation *source = sources->pdata[i];
      g_autofree char *name = NULL;
      GtkWidget *row;

      if (!is_offered (self, source, current))
        continue;
      if (*folded != '\0' && !galley_filter_has_words (self->review, source, folded))
        continue;
      name = galley_row_text_source_name (self->review, source);
      row = add_row (self, name, source == current);
      g_object_set_data_full (G_OBJECT (row), SOURCE_KEY, g_object_ref (source), g_object_unref);
      n_rows++;
    }
}

static void
add_creating_row (GalleyInspectorSourceChooser *self, const char *words)
{
  const GalleyDetails *details = galley_annotation_get_details (self->annotation);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  if (*words != '\0')
    name = galley_row_line_shorten (words, NAME_GRAPHEMES);
  else if (get_current (self) == NULL && galley_spans_length (details->mention) > 0)
    name = galley_article_dup_spans (galley_review_get_article (self->review), details->mention);
  if (name == NULL)
    return;

  text = galley_row_line_isolate (name);
  g_free (name);
  name = g_strdup_printf (_ ("New source “%s”"), text);
  row = add_row (self, name, FALSE);
  g_object_set_data (G_OBJECT (row), CREATES_KEY, self);
}

static void
add_other_rows (GalleyInspectorSourceChooser *self, const char *words)
{
  GtkWidget *row;

  add_creating_row (self, words);
  if (*words != '\0')
    return;

  add_row (self, _ ("No source"), get_current (self) == NULL);
  row = add_row (self, _ ("Pick it in the text… (I)"), FALSE);
  g_object_set_data (G_OBJECT (row), PICKS_KEY, self);
}

static void
fill (GalleyInspectorSourceChooser *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *folded = galley_str_fold (words);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (self->annotation == NULL)
    return;

  add_sources (self, folded);
  if (!is_merging (self))
    add_other_rows (self, words);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_shown_cb (GalleyInspectorSourceChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
on_row_activated_cb (GalleyInspectorSourceChooser *self, GtkListBoxRow *row)
{
  g_autoptr (GalleyAnnotation) source = NULL;
  gboolean creates = g_object_get_data (G_OBJECT (row), CREATES_KEY) != NULL;
  gboolean picks = g_object_get_data (G_OBJECT (row), PICKS_KEY) != NULL;
  g_autofree char *words = dup_words (self);

  /* The row goes when the list is filled again, maybe before the handlers are done. */
  g_set_object (&source, g_object_get_data (G_OBJECT (row), SOURCE_KEY));
  gtk_popover_popdown (self->popover);
  if (picks)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.pick-source", NULL);
  else if (creates)
    g_signal_emit (self, signals[CREATE], 0, words);
  else
    g_signal_emit (self, signals[PICKED], 0, source);
}

static void
on_words_activate_cb (GalleyInspectorSourceChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated_cb (self, row);
}

static void
galley_inspector_source_chooser_dispose (GObject *object)
{
  GalleyInspectorSourceChooser *self = GALLEY_INSPECTOR_SOURCE_CHOOSER (object);

  g_clear_object (&self->review);
  g_clear_object (&self->annotation);
  g_clear_pointer (&self->spoken_label, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_INSPECTOR_SOURCE_CHOOSER);

  G_OBJECT_CLASS (galley_inspector_source_chooser_parent_class)->dispose (object);
}

static void
galley_inspector_source_chooser_set_property (GObject *object,
                                              guint prop_id,
                                              const GValue *value,
                                              GParamSpec *pspec)
{
  GalleyInspectorSourceChooser *self = GALLEY_INSPECTOR_SOURCE_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SPOKEN_LABEL:
      galley_set_str (&self->spoken_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static guint
create_signal (const char *name, GType type)
{
  return g_signal_new (name,
                       GALLEY_TYPE_INSPECTOR_SOURCE_CHOOSER,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       1,
                       type);
}

static void
galley_inspector_source_chooser_class_init (GalleyInspectorSourceChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_inspector_source_chooser_dispose;
  object_class->set_property = galley_inspector_source_chooser_set_property;
  properties[PROP_SPOKEN_LABEL] = g_param_spec_string (
      "spoken-label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PICKED] = create_signal ("picked", GALLEY_TYPE_ANNOTATION);
  signals[CREATE] = create_signal ("create", G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-inspector-source-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSourceChooser, button);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSourceChooser, label);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSourceChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSourceChooser, words);
  gtk_widget_class_bind_template_child (widget_class, GalleyInspectorSourceChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, on_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_words_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
galley_inspector_source_chooser_init (GalleyInspectorSourceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The menu button centres its box; a name reads better where it begins. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
}

/**
 * galley_inspector_source_chooser_show:
 * @annotation: a quote whose source is to be chosen, or a source that may be the same as another
 */
void
galley_inspector_source_chooser_show (GalleyInspectorSourceChooser *self,
                                      GalleyReview *review,
                                      GalleyAnnotation *annotation)
{
  GalleyAnnotation *source;
  g_autofree char *name = NULL;

  g_set_object (&self->review, review);
  g_set_object (&self->annotation, annotation);
  source = get_current (self);
  if (source != NULL)
    name = galley_row_text_source_name (review, source);
  else
    name = g_strdup (is_merging (self) ? _ ("No other source") : _ ("No source"));
  show_value (self, name);
}

/**
 * galley_inspector_source_chooser_open:
 *
 * Opens the list, ready for typing.
 */
void
galley_inspector_source_chooser_open (GalleyInspectorSourceChooser *self)
{
  gtk_menu_button_popup (self->button);
}
