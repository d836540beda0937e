/* galley-inspector-flags.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-inspector-flags.h"

#include <glib/gi18n-lib.h>

#include "base/galley-str.h"
#include "ui/galley-term-drop-down.h"

struct _GalleyInspectorFlags
{
  GtkWidget parent_instance;

  GtkWidget *button; /* a GtkMenuButton */
  GtkWidget *label;
  GtkWidget *box;

  GalleyTerms terms;
  char *spoken_label;
  gboolean syncing;
};

enum
{
  PROP_0,
  PROP_TERMS,
  PROP_SPOKEN_LABEL,
  N_PROPS,
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

#define ID_KEY "galley-term-id"

G_DEFINE_FINAL_TYPE (GalleyInspectorFlags, galley_inspector_flags, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The keyboard lands on the button within the menu button: it is what has to say it all. */
static void
show_value (GalleyInspectorFlags *self, const char *value)
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

static void
on_toggled_cb (GalleyInspectorFlags *self, GtkCheckButton *check)
{
  if (self->syncing)
    return;

  g_signal_emit (self,
                 signals[TOGGLED],
                 0,
                 g_object_get_data (G_OBJECT (check), ID_KEY),
                 gtk_check_button_get_active (check));
}

static void
set_terms (GalleyInspectorFlags *self, GalleyTerms terms)
{
  guint n_terms = 0;
  const GalleyTerm *list = terms < GALLEY_N_TERMS ? galley_terms_list (terms, &n_terms) : NULL;

  self->terms = terms;
  for (guint i = 0; i < n_terms; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (galley_term_label (&list[i]));

      gtk_widget_set_tooltip_text (check, galley_term_rule (&list[i]));
      g_object_set_data (G_OBJECT (check), ID_KEY, (gpointer) list[i].id);
      g_signal_connect_object (
          check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), check);
    }
}

static void
galley_inspector_flags_dispose (GObject *object)
{
  GalleyInspectorFlags *self = GALLEY_INSPECTOR_FLAGS (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->spoken_label, g_free);

  G_OBJECT_CLASS (galley_inspector_flags_parent_class)->dispose (object);
}

static void
galley_inspector_flags_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  GalleyInspectorFlags *self = GALLEY_INSPECTOR_FLAGS (object);

  switch (prop_id)
    {
    case PROP_TERMS:
      g_value_set_enum (value, self->terms);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_inspector_flags_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  GalleyInspectorFlags *self = GALLEY_INSPECTOR_FLAGS (object);

  switch (prop_id)
    {
    case PROP_TERMS:
      set_terms (self, (GalleyTerms) g_value_get_enum (value));
      break;
    case PROP_SPOKEN_LABEL:
      galley_set_str (&self->spoken_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_inspector_flags_class_init (GalleyInspectorFlagsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_inspector_flags_dispose;
  object_class->get_property = galley_inspector_flags_get_property;
  object_class->set_property = galley_inspector_flags_set_property;

  properties[PROP_TERMS] =
      g_param_spec_enum ("terms",
                         NULL,
                         NULL,
                         GALLEY_TYPE_TERMS,
                         GALLEY_N_TERMS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPOKEN_LABEL] = g_param_spec_string (
      "spoken-label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyInspectorFlags::toggled:
   * @id: the term
   * @on: whether it holds now
   */
  signals[TOGGLED] = g_signal_new ("toggled",
                                   GALLEY_TYPE_INSPECTOR_FLAGS,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_STRING,
                                   G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
galley_inspector_flags_init (GalleyInspectorFlags *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), self->box);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  /* The menu button centres its box; what is chosen reads better where it begins. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->label), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * galley_inspector_flags_show:
 * @details: whose flags to show
 */
void
galley_inspector_flags_show (GalleyInspectorFlags *self, const GalleyDetails *details)
{
  g_autoptr (GString) names = g_string_new (NULL);

  self->syncing = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const char *id = g_object_get_data (G_OBJECT (check), ID_KEY);
      gboolean on = galley_details_has_flag (details, id);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
      if (on)
        g_string_append_printf (names,
                                "%s%s",
                                names->len > 0 ? ", " : "",
                                gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
    }
  self->syncing = FALSE;
  show_value (self, names->len > 0 ? names->str : _ ("None"));
}
