/* galley-term-drop-down.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-term-drop-down.h"

#include "base/galley-str.h"

struct _GalleyTermDropDown
{
  GtkWidget parent_instance;

  GtkWidget *drop_down; /* a GtkDropDown */
  GListStore *items;    /* of GtkStringObject; the term, if it is one, as its data */

  GalleyTerms terms;
  char *unset_label;
  const char *const *ids; /* only these, borrowed; NULL for all */
  gboolean syncing;
};

enum
{
  PROP_0,
  PROP_TERMS,
  PROP_UNSET_LABEL,
  PROP_SPOKEN_LABEL,
  PROP_TERM_ID,
  N_PROPS,
};

enum
{
  PICKED,
  N_SIGNALS,
};

/* So that templates can name a set. */
/* clang-format off */
G_DEFINE_ENUM_TYPE (GalleyTerms, galley_terms,
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_SOURCE, "source"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_OPINION, "opinion"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_LADDER, "ladder"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_ANONYMITY, "anonymity"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_AFFILIATION, "affiliation"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_PART, "part"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_STANDING, "standing"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_TICK, "tick"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_MANNER, "manner"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_VERB_CLASS, "verb-class"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_QUOTE_NOTE, "quote-note"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_BLOCK, "block"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_WORK, "work"),
                    G_DEFINE_ENUM_VALUE (GALLEY_TERMS_REASON, "reason"),
                    G_DEFINE_ENUM_VALUE (GALLEY_N_TERMS, "none"))
/* clang-format on */

G_DEFINE_FINAL_TYPE (GalleyTermDropDown, galley_term_drop_down, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const GalleyTerm *
get_term (GtkStringObject *item)
{
  return item != NULL ? g_object_get_data (G_OBJECT (item), "galley-term") : NULL;
}

static void
add_item (GalleyTermDropDown *self, const char *label, const GalleyTerm *term)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (label);

  g_object_set_data (G_OBJECT (item), "galley-term", (gpointer) term);
  g_list_store_append (self->items, item);
}

static void
fill (GalleyTermDropDown *self)
{
  guint n_terms = 0;
  const GalleyTerm *terms =
      self->terms < GALLEY_N_TERMS ? galley_terms_list (self->terms, &n_terms) : NULL;

  self->syncing = TRUE;
  g_list_store_remove_all (self->items);
  if (self->unset_label != NULL)
    add_item (self, self->unset_label, NULL);
  for (guint i = 0; i < n_terms; i++)
    {
      if (self->ids == NULL || g_strv_contains (self->ids, terms[i].id))
        add_item (self, galley_term_label (&terms[i]), &terms[i]);
    }
  self->syncing = FALSE;
}

static void
show_rule (GalleyTermDropDown *self)
{
  const GalleyTerm *term =
      get_term (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down)));

  gtk_widget_set_tooltip_text (self->drop_down, term != NULL ? galley_term_rule (term) : NULL);
}

static void
on_selected_cb (GalleyTermDropDown *self)
{
  show_rule (self);
  if (self->syncing)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TERM_ID]);
  g_signal_emit (self, signals[PICKED], 0);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const GalleyTerm *term = get_term (string);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
  gtk_widget_set_tooltip_text (label, term != NULL ? galley_term_rule (term) : NULL);
}

/* A long label must not widen the window: the button shows what fits. */
static void
on_button_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  on_setup_cb (factory, item);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_list_item_get_child (item)), PANGO_ELLIPSIZE_END);
}

static GtkListItemFactory *
create_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);

  return factory;
}

static void
galley_term_drop_down_dispose (GObject *object)
{
  GalleyTermDropDown *self = GALLEY_TERM_DROP_DOWN (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->unset_label, g_free);

  G_OBJECT_CLASS (galley_term_drop_down_parent_class)->dispose (object);
}

static void
galley_term_drop_down_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  GalleyTermDropDown *self = GALLEY_TERM_DROP_DOWN (object);

  switch (prop_id)
    {
    case PROP_TERMS:
      g_value_set_enum (value, self->terms);
      break;
    case PROP_UNSET_LABEL:
      g_value_set_string (value, self->unset_label);
      break;
    case PROP_TERM_ID:
      g_value_set_string (value, galley_term_drop_down_get_term_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_term_drop_down_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  GalleyTermDropDown *self = GALLEY_TERM_DROP_DOWN (object);

  switch (prop_id)
    {
    case PROP_TERMS:
      galley_term_drop_down_set_terms (self, (GalleyTerms) g_value_get_enum (value));
      break;
    case PROP_UNSET_LABEL:
      if (galley_set_str (&self->unset_label, g_value_get_string (value)))
        fill (self);
      break;
    case PROP_SPOKEN_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value),
                                      -1);
      break;
    case PROP_TERM_ID:
      galley_term_drop_down_set_term_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_term_drop_down_class_init (GalleyTermDropDownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = galley_term_drop_down_dispose;
  object_class->get_property = galley_term_drop_down_get_property;
  object_class->set_property = galley_term_drop_down_set_property;

  properties[PROP_TERMS] =
      g_param_spec_enum ("terms", NULL, NULL, GALLEY_TYPE_TERMS, GALLEY_N_TERMS, flags);
  properties[PROP_UNSET_LABEL] = g_param_spec_string ("unset-label", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN_LABEL] = g_param_spec_string (
      "spoken-label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TERM_ID] = g_param_spec_string ("term-id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GalleyTermDropDown::picked:
   *
   * A person chose another term.
   */
  signals[PICKED] = g_signal_new (
      "picked", GALLEY_TYPE_TERM_DROP_DOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
galley_term_drop_down_init (GalleyTermDropDown *self)
{
  g_autoptr (GtkListItemFactory) button = create_factory (G_CALLBACK (on_button_setup_cb));
  g_autoptr (GtkListItemFactory) list = create_factory (G_CALLBACK (on_setup_cb));

  self->terms = GALLEY_N_TERMS;
  self->items = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), list);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_object (
      self->drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * galley_term_drop_down_new:
 * @terms: the set to choose from
 * @unset_label: (nullable): what the choice of none of them is called; %NULL if there has to be one
 */
GtkWidget *
galley_term_drop_down_new (GalleyTerms terms, const char *unset_label)
{
  return g_object_new (
      GALLEY_TYPE_TERM_DROP_DOWN, "unset-label", unset_label, "terms", terms, NULL);
}

GalleyTerms
galley_term_drop_down_get_terms (GalleyTermDropDown *self)
{
  return self->terms;
}

/**
 * galley_term_drop_down_set_terms:
 * @terms: the set to choose from; %GALLEY_N_TERMS is an empty one
 */
void
galley_term_drop_down_set_terms (GalleyTermDropDown *self, GalleyTerms terms)
{
  g_return_if_fail (GALLEY_IS_TERM_DROP_DOWN (self));

  if (self->terms == terms)
    return;

  self->terms = terms;
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TERMS]);
}

/**
 * galley_term_drop_down_limit:
 * @ids: (nullable) (array zero-terminated=1): offer these terms of the set alone, %NULL for all;
 *   static, it is not copied
 */
void
galley_term_drop_down_limit (GalleyTermDropDown *self, const char *const *ids)
{
  g_return_if_fail (GALLEY_IS_TERM_DROP_DOWN (self));

  if (self->ids == ids)
    return;

  self->ids = ids;
  fill (self);
}

/**
 * galley_term_drop_down_get_term_id:
 *
 * Returns: (nullable): the interned id of the chosen term, %NULL for none
 */
const char *
galley_term_drop_down_get_term_id (GalleyTermDropDown *self)
{
  const GalleyTerm *term =
      get_term (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down)));

  return term != NULL ? term->id : NULL;
}

/**
 * galley_term_drop_down_set_term_id:
 * @id: (nullable): the term to show; one that the set does not have shows as nothing
 */
void
galley_term_drop_down_set_term_id (GalleyTermDropDown *self, const char *id)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GALLEY_IS_TERM_DROP_DOWN (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const GalleyTerm *term = get_term (item);

      if (g_strcmp0 (term != NULL ? term->id : NULL, id) == 0)
        position = i;
    }

  self->syncing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), position);
  self->syncing = FALSE;
}
