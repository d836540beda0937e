/* galley-sidebar-page.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-sidebar-page.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-row-view.h"

struct _GalleySidebarPage
{
  GtkWidget parent_instance;

  GtkWidget *layout;
  GtkWidget *remark;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *empty_title;
  GtkLabel *empty_hint;
  GtkWidget *show_all;

  GalleyRowList *rows;
  GtkSingleSelection *selection;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  gboolean editable;
  gboolean busy;
  gboolean syncing;
  guint scroll_id;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_COUNT,
  N_PROPS,
};

enum
{
  SHOW_ALL,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GalleySidebarPage, galley_sidebar_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_hint (GalleyKind kind)
{
  switch (kind)
    {
    case GALLEY_KIND_SOURCE:
      return _ ("To add a source, select where the article names it and mark it as a source.");
    case GALLEY_KIND_QUOTE:
      return _ ("To add a quote, select its words in the article and mark them as a quote.");
    case GALLEY_KIND_OPINION:
      return _ ("To add an opinion, select its sentence in the article and mark it as an opinion.");
    case GALLEY_KIND_NOTE:
      return _ ("To add a note, select words in the article and mark them as a note.");
    default:
      g_return_val_if_reached ("");
    }
}

static gboolean
has_text (GalleySidebarPage *self)
{
  GalleyReview *review = galley_row_list_get_review (self->rows);

  return review == NULL || galley_article_get_n_chars (galley_review_get_article (review)) > 0;
}

static void
show_empty (GalleySidebarPage *self)
{
  gboolean filtered = galley_row_list_is_filtered (self->rows)
                      && galley_row_list_get_n_annotations (self->rows) > 0;

  gtk_widget_set_visible (self->show_all, filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_hint), !filtered && !self->busy);
  gtk_label_set_label (self->empty_hint,
                       has_text (self) ? get_hint (galley_row_list_get_kind (self->rows))
                                       : _ ("The file is empty."));
  if (filtered)
    gtk_label_set_label (self->empty_title, _ ("Nothing passes the filter"));
  else if (self->busy)
    gtk_label_set_label (self->empty_title, _ ("Reading the article…"));
  else if (galley_row_list_get_kind (self->rows) == GALLEY_KIND_NOTE)
    gtk_label_set_label (self->empty_title, _ ("No notes yet"));
  else
    gtk_label_set_label (self->empty_title, _ ("None detected"));
}

static void
update_state (GalleySidebarPage *self)
{
  GalleyReview *review = galley_row_list_get_review (self->rows);
  const GalleyMetadata *metadata =
      review != NULL ? galley_article_get_metadata (galley_review_get_article (review)) : NULL;
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;

  gtk_widget_set_visible (self->remark,
                          galley_row_list_get_kind (self->rows) == GALLEY_KIND_OPINION
                              && metadata != NULL
                              && galley_work_expects_opinion (metadata->type_of_work));
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  if (empty)
    show_empty (self);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The keyboard goes along with what is selected, lest an arrow key begin where a row was left. */
static void
move_focus (GalleySidebarPage *self)
{
  GalleyRow *row = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (GALLEY_IS_ROW_VIEW (child) && galley_row_view_get_row (GALLEY_ROW_VIEW (child)) == row)
        {
          if (!has_focus_within (item))
            gtk_widget_grab_focus (item);
          return;
        }
    }
}

static gboolean
on_scroll_cb (gpointer data)
{
  GalleySidebarPage *self = data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
      if (has_focus_within (GTK_WIDGET (self->view)))
        move_focus (self);
    }

  return G_SOURCE_REMOVE;
}

/* A list knows where its rows are only after it has been laid out: idle comes after that. */
static void
queue_scroll (GalleySidebarPage *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (on_scroll_cb, self);
}

static void
sync_selection (GalleySidebarPage *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selected != NULL)
    galley_row_list_find (self->rows, self->selected, &position);

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
on_selected_item_cb (GalleySidebarPage *self)
{
  GalleyRow *row = gtk_single_selection_get_selected_item (self->selection);
  GalleyAnnotation *annotation = row != NULL ? galley_row_get_annotation (row) : NULL;

  /* A reader cannot choose nothing: then the row has gone, which is no wish of theirs. */
  if (self->syncing || annotation == NULL)
    return;

  if (g_set_object (&self->selected, annotation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_rows_changed_cb (GalleySidebarPage *self)
{
  gboolean shown = gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION;

  update_state (self);
  sync_selection (self);
  /* What a filter had hidden is looked for where it comes back. */
  if (!shown)
    queue_scroll (self);
}

static void
on_count_cb (GalleySidebarPage *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
on_show_all_cb (GalleySidebarPage *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
on_setup_cb (GalleySidebarPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, galley_row_view_new ());
}

static void
on_bind_cb (GalleySidebarPage *self, GtkListItem *item)
{
  GalleyRow *row = gtk_list_item_get_item (item);
  GalleyRowView *view = GALLEY_ROW_VIEW (gtk_list_item_get_child (item));
  gboolean heading = galley_row_get_annotation (row) == NULL;

  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  galley_row_view_set_editable (view, self->editable);
  galley_row_view_set_row (view, row);
}

static void
on_unbind_cb (GalleySidebarPage *self, GtkListItem *item)
{
  galley_row_view_set_row (GALLEY_ROW_VIEW (gtk_list_item_get_child (item)), NULL);
}

/* Rows that are shown now; those to come ask when they are bound. */
static void
update_editable (GalleySidebarPage *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (GALLEY_IS_ROW_VIEW (child))
        galley_row_view_set_editable (GALLEY_ROW_VIEW (child), self->editable);
    }
}

static void
galley_sidebar_page_map (GtkWidget *widget)
{
  GalleySidebarPage *self = GALLEY_SIDEBAR_PAGE (widget);

  /* Rows are dear: a list that nobody has looked at has none. */
  if (gtk_list_view_get_model (self->view) == NULL)
    gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  GTK_WIDGET_CLASS (galley_sidebar_page_parent_class)->map (widget);
  queue_scroll (self);
}

/* A list is one stop of the Tab key, however many rows it has: arrows go on within it. */
static gboolean
galley_sidebar_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GalleySidebarPage *self = GALLEY_SIDEBAR_PAGE (widget);
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (galley_sidebar_page_parent_class)->focus (widget, direction);
}

static void
galley_sidebar_page_dispose (GObject *object)
{
  GalleySidebarPage *self = GALLEY_SIDEBAR_PAGE (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->review_signals);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->selected);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_SIDEBAR_PAGE);

  G_OBJECT_CLASS (galley_sidebar_page_parent_class)->dispose (object);
}

static void
galley_sidebar_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleySidebarPage *self = GALLEY_SIDEBAR_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, galley_sidebar_page_get_count (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_sidebar_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  GalleySidebarPage *self = GALLEY_SIDEBAR_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      galley_sidebar_page_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-sidebar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, layout);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, remark);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, view);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, empty_title);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, empty_hint);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebarPage, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_cb);
}

static void
galley_sidebar_page_class_init (GalleySidebarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_sidebar_page_dispose;
  object_class->get_property = galley_sidebar_page_get_property;
  object_class->set_property = galley_sidebar_page_set_property;
  widget_class->focus = galley_sidebar_page_focus;
  widget_class->map = galley_sidebar_page_map;

  properties[PROP_SELECTED] =
      g_param_spec_object ("selected",
                           NULL,
                           NULL,
                           GALLEY_TYPE_ANNOTATION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] = g_param_spec_uint (
      "count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW_ALL] = g_signal_new (
      "show-all", GALLEY_TYPE_SIDEBAR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
galley_sidebar_page_init (GalleySidebarPage *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_rows (GalleySidebarPage *self)
{
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect_object (self->selection,
                           "notify::selected-item",
                           G_CALLBACK (on_selected_item_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->rows, "items-changed", G_CALLBACK (on_rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->rows, "notify::n-annotations", G_CALLBACK (on_count_cb), self, G_CONNECT_SWAPPED);
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "metadata-changed",
                                  G_CALLBACK (update_state),
                                  self);
}

/**
 * galley_sidebar_page_new:
 * @kind: what it lists
 */
GtkWidget *
galley_sidebar_page_new (GalleyKind kind)
{
  GalleySidebarPage *self = g_object_new (GALLEY_TYPE_SIDEBAR_PAGE, NULL);

  self->rows = galley_row_list_new (kind);
  follow_rows (self);
  update_state (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  galley_kind_label (kind, 2),
                                  -1);

  return GTK_WIDGET (self);
}

GalleyKind
galley_sidebar_page_get_kind (GalleySidebarPage *self)
{
  return galley_row_list_get_kind (self->rows);
}

guint
galley_sidebar_page_get_count (GalleySidebarPage *self)
{
  return galley_row_list_get_n_annotations (self->rows);
}

void
galley_sidebar_page_set_review (GalleySidebarPage *self, GalleyReview *review)
{
  g_signal_group_set_target (self->review_signals, review);
  galley_row_list_set_review (self->rows, review);
  update_state (self);
}

GalleyAnnotation *
galley_sidebar_page_get_selected (GalleySidebarPage *self)
{
  return self->selected;
}

/**
 * galley_sidebar_page_set_selected:
 * @annotation: (nullable): what is chosen; its row, if there is one, is scrolled to
 */
void
galley_sidebar_page_set_selected (GalleySidebarPage *self, GalleyAnnotation *annotation)
{
  if (self->selected == annotation)
    return;

  /* Rows that come or go move the one that is still chosen, and the list then speaks of that. */
  galley_row_list_flush (self->rows);
  g_set_object (&self->selected, annotation);
  sync_selection (self);
  queue_scroll (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
galley_sidebar_page_set_editable (GalleySidebarPage *self, gboolean editable)
{
  self->editable = editable;
  update_editable (self);
}

void
galley_sidebar_page_set_busy (GalleySidebarPage *self, gboolean busy)
{
  self->busy = busy;
  update_state (self);
}

void
galley_sidebar_page_set_filter (GalleySidebarPage *self, const GalleyFilter *filter)
{
  galley_row_list_set_filter (self->rows, filter);
  update_state (self);
}

/**
 * galley_sidebar_page_has_row:
 *
 * Returns: %TRUE if @annotation can be chosen here
 */
gboolean
galley_sidebar_page_has_row (GalleySidebarPage *self, GalleyAnnotation *annotation)
{
  galley_row_list_flush (self->rows);

  return galley_row_list_find (self->rows, annotation, NULL);
}

GtkListView *
galley_sidebar_page_get_view (GalleySidebarPage *self)
{
  return self->view;
}
