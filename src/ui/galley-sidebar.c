/* galley-sidebar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-sidebar.h"

#include <glib/gi18n-lib.h>

#include "model/galley-taxonomy.h"
#include "ui/galley-sidebar-private.h"

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_SELECTED,
  PROP_EDITABLE,
  PROP_BUSY,
  PROP_PAGE,
  PROP_FILTER,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (GalleySidebar, galley_sidebar, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static GtkLabel *
get_tab_label (GalleySidebar *self, GalleyKind kind, gboolean count)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->tab[kind]));

  return GTK_LABEL (count ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box));
}

static void
update_tab (GalleySidebar *self, GalleyKind kind)
{
  guint n = galley_sidebar_page_get_count (self->page[kind]);
  guint n_shown = self->counts != NULL ? self->counts->shown[kind] : n;
  g_autofree char *count = g_strdup_printf ("%u", n_shown);
  g_autofree char *spoken = NULL;

  if (self->counts != NULL)
    /* translators: a page of the sidebar, how many a filter shows there, and of how many */
    spoken = g_strdup_printf (_ ("%1$s, %2$u of %3$u"), galley_kind_label (kind, 2), n_shown, n);
  else
    /* translators: a page of the sidebar and how many it lists, as a screen reader says it */
    spoken = g_strdup_printf (_ ("%1$s, %2$u"), galley_kind_label (kind, 2), n);
  gtk_label_set_label (get_tab_label (self, kind, FALSE), galley_kind_label (kind, 2));
  gtk_label_set_label (get_tab_label (self, kind, TRUE), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tab[kind]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken,
                                  -1);
  if (kind == GALLEY_KIND_NOTE)
    gtk_widget_set_visible (GTK_WIDGET (self->tab[kind]), n > 0 || self->kind == kind);
}

void
_galley_sidebar_update_tabs (GalleySidebar *self)
{
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    update_tab (self, (GalleyKind) kind);
}

static GalleyKind
find_page (GalleySidebar *self, gpointer page)
{
  guint kind = 0;

  while (kind < GALLEY_N_KINDS - 1 && (gpointer) self->page[kind] != page)
    kind++;

  return (GalleyKind) kind;
}

static void
on_page_count_cb (GalleySidebar *self, GParamSpec *pspec, GalleySidebarPage *page)
{
  update_tab (self, find_page (self, page));
}

static void
on_page_selected_cb (GalleySidebar *self, GParamSpec *pspec, GalleySidebarPage *page)
{
  /* Pages follow one another; only the one the reader sees speaks for them. */
  if (page == self->page[self->kind])
    galley_sidebar_set_selected (self, galley_sidebar_page_get_selected (page));
}

static void
on_tab_toggled_cb (GalleySidebar *self, GtkToggleButton *tab)
{
  gboolean active = gtk_toggle_button_get_active (tab);

  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, active, -1);
  for (guint kind = 0; active && kind < GALLEY_N_KINDS; kind++)
    {
      if (self->tab[kind] == tab)
        galley_sidebar_set_page (self, (GalleyKind) kind);
    }
}

static void
on_show_all_cb (GalleySidebar *self)
{
  galley_sidebar_set_filter (self, NULL);
}

static void
on_annotation_changed_cb (GalleySidebar *self)
{
  _galley_sidebar_queue_update_filter (self);
}

/* An annotation that undo took away cannot stay selected. */
static void
on_items_changed_cb (GalleySidebar *self)
{
  const char *id = self->selected != NULL ? galley_annotation_get_id (self->selected) : NULL;

  _galley_sidebar_queue_update_filter (self);
  if (id != NULL && galley_review_lookup (self->review, id) != self->selected)
    galley_sidebar_set_selected (self, NULL);
}

void
_galley_sidebar_notify_filter (GalleySidebar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
galley_sidebar_dispose (GObject *object)
{
  GalleySidebar *self = GALLEY_SIDEBAR (object);

  g_clear_handle_id (&self->filter_id, g_source_remove);
  g_clear_object (&self->review_signals);
  g_clear_object (&self->review);
  g_clear_object (&self->selected);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_SIDEBAR);

  G_OBJECT_CLASS (galley_sidebar_parent_class)->dispose (object);
}

static void
galley_sidebar_finalize (GObject *object)
{
  GalleySidebar *self = GALLEY_SIDEBAR (object);

  galley_filter_free (self->filter);
  g_clear_pointer (&self->counts, galley_filter_counts_free);

  G_OBJECT_CLASS (galley_sidebar_parent_class)->finalize (object);
}

static void
galley_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleySidebar *self = GALLEY_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GalleySidebar *self = GALLEY_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_sidebar_set_review (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      galley_sidebar_set_selected (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      galley_sidebar_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_BUSY:
      galley_sidebar_set_busy (self, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      galley_sidebar_set_page (self, (GalleyKind) g_value_get_uint (value));
      break;
    case PROP_FILTER:
      galley_sidebar_set_filter (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, GALLEY_TYPE_ANNOTATION, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, GALLEY_N_KINDS - 1, 0, flags);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, GALLEY_TYPE_FILTER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/galley_app/Galley/ui/galley-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, layout);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, tabs);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, tab_source);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, tab_quote);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, tab_opinion);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, tab_note);
  gtk_widget_class_bind_template_child (widget_class, GalleySidebar, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled_cb);
  _galley_sidebar_class_bind_filter (widget_class);
}

static GtkSizeRequestMode
galley_sidebar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A sentence that wraps says without a width how low it would be in one line. In a pane that stays
 * narrow that is too little, and GTK warns of it: what counts is how high the narrowest sidebar is.
 */
static void
galley_sidebar_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidget *layout = GALLEY_SIDEBAR (widget)->layout;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    gtk_widget_measure (layout, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL, NULL);
  gtk_widget_measure (layout, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
galley_sidebar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GALLEY_SIDEBAR (widget)->layout, width, height, baseline, NULL);
}

static void
galley_sidebar_class_init (GalleySidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_sidebar_dispose;
  object_class->finalize = galley_sidebar_finalize;
  object_class->get_property = galley_sidebar_get_property;
  object_class->set_property = galley_sidebar_set_property;
  widget_class->get_request_mode = galley_sidebar_get_request_mode;
  widget_class->measure = galley_sidebar_measure;
  widget_class->size_allocate = galley_sidebar_size_allocate;
  install_properties (object_class);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "galley-sidebar");
}

static void
add_page (GalleySidebar *self, GalleyKind kind, GtkToggleButton *tab)
{
  GtkWidget *page = galley_sidebar_page_new (kind);

  self->tab[kind] = tab;
  self->page[kind] = GALLEY_SIDEBAR_PAGE (page);
  gtk_stack_add_named (self->stack, page, galley_kind_to_id (kind));
  g_signal_connect_object (
      page, "notify::selected", G_CALLBACK (on_page_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      page, "notify::count", G_CALLBACK (on_page_count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-all", G_CALLBACK (on_show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab),
                               GTK_ACCESSIBLE_STATE_SELECTED,
                               kind == self->kind,
                               -1);
}

static void
galley_sidebar_init (GalleySidebar *self)
{
  self->editable = TRUE;
  self->filter = galley_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (on_items_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (on_annotation_changed_cb),
                                  self);
  add_page (self, GALLEY_KIND_SOURCE, self->tab_source);
  add_page (self, GALLEY_KIND_QUOTE, self->tab_quote);
  add_page (self, GALLEY_KIND_OPINION, self->tab_opinion);
  add_page (self, GALLEY_KIND_NOTE, self->tab_note);
  _galley_sidebar_update_tabs (self);
}

GtkWidget *
galley_sidebar_new (void)
{
  return g_object_new (GALLEY_TYPE_SIDEBAR, NULL);
}

/**
 * galley_sidebar_get_review:
 *
 * Returns: (nullable) (transfer none)
 */
GalleyReview *
galley_sidebar_get_review (GalleySidebar *self)
{
  return self->review;
}

/**
 * galley_sidebar_set_review:
 * @review: (nullable): what to list; nothing of it is selected, and no filter is on
 */
void
galley_sidebar_set_review (GalleySidebar *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  if (self->review == review)
    return;

  galley_sidebar_set_selected (self, NULL);
  g_set_object (&self->review, review);
  g_signal_group_set_target (self->review_signals, review);
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    galley_sidebar_page_set_review (self->page[kind], review);
  galley_sidebar_set_filter (self, NULL);
  _galley_sidebar_update_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_sidebar_get_selected:
 *
 * Returns: (nullable) (transfer none): what is chosen
 */
GalleyAnnotation *
galley_sidebar_get_selected (GalleySidebar *self)
{
  return self->selected;
}

/* Quotes stand on two pages: the one that is open will do. */
static void
open_page_of (GalleySidebar *self, GalleyAnnotation *annotation)
{
  if (!galley_sidebar_page_has_row (self->page[self->kind], annotation))
    galley_sidebar_set_page (self, galley_annotation_get_kind (annotation));
}

/**
 * galley_sidebar_set_selected:
 * @annotation: (nullable): what to choose; its row is shown, on another page if need be
 */
void
galley_sidebar_set_selected (GalleySidebar *self, GalleyAnnotation *annotation)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  if (!g_set_object (&self->selected, annotation))
    return;

  if (annotation != NULL)
    open_page_of (self, annotation);
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    galley_sidebar_page_set_selected (self->page[kind], annotation);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

gboolean
galley_sidebar_get_editable (GalleySidebar *self)
{
  return self->editable;
}

/**
 * galley_sidebar_set_editable:
 * @editable: whether verdicts can be given
 */
void
galley_sidebar_set_editable (GalleySidebar *self, gboolean editable)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  if (self->editable == editable)
    return;

  self->editable = editable;
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    galley_sidebar_page_set_editable (self->page[kind], editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

gboolean
galley_sidebar_get_busy (GalleySidebar *self)
{
  return self->busy;
}

/**
 * galley_sidebar_set_busy:
 * @busy: whether the article is still being read, so that an empty list says nothing yet
 */
void
galley_sidebar_set_busy (GalleySidebar *self, gboolean busy)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  if (self->busy == busy)
    return;

  self->busy = busy;
  for (guint kind = 0; kind < GALLEY_N_KINDS; kind++)
    galley_sidebar_page_set_busy (self->page[kind], busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * galley_sidebar_get_page:
 *
 * Returns: the kind whose page is open
 */
GalleyKind
galley_sidebar_get_page (GalleySidebar *self)
{
  return self->kind;
}

void
galley_sidebar_set_page (GalleySidebar *self, GalleyKind kind)
{
  GalleyKind before = self->kind;

  g_return_if_fail (GALLEY_IS_SIDEBAR (self));
  g_return_if_fail ((guint) kind < GALLEY_N_KINDS);

  if (before == kind)
    return;

  self->kind = kind;
  galley_sidebar_page_set_filter (self->page[kind], self->filter);
  gtk_stack_set_visible_child_name (self->stack, galley_kind_to_id (kind));
  gtk_toggle_button_set_active (self->tab[kind], TRUE);
  update_tab (self, before);
  update_tab (self, kind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * galley_sidebar_focus_list:
 *
 * Gives the open page's list the keyboard.
 */
void
galley_sidebar_focus_list (GalleySidebar *self)
{
  g_return_if_fail (GALLEY_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (galley_sidebar_page_get_view (self->page[self->kind])));
}
