/* galley-article-pointer.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-article-view-private.h"

/* A pointer that moved less than this between press and release did not drag. */
#define CLICK_SLOP 5

static GtkTextBuffer *
get_buffer (GalleyArticleView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (a->pdata[i] != b->pdata[i])
        return FALSE;
    }

  return TRUE;
}

/* Where several marks meet the shortest one wins; clicking there again takes the next. */
void
_galley_article_view_click (GalleyArticleView *self, double x, double y)
{
  GdkRectangle area;
  g_autoptr (GPtrArray) marks = galley_article_text_list_at (self->text, x, y, &area);

  if (marks == NULL)
    _galley_article_view_select (self, NULL);
  else if (is_same_list (marks, self->clicked))
    _galley_article_view_cycle (self, marks);
  else
    _galley_article_view_select (self, marks->pdata[0]);
  g_clear_pointer (&self->clicked, g_ptr_array_unref);
  self->clicked = g_steal_pointer (&marks);
}

/* The place in @self below which a popover points at the end of the selection. */
static gboolean
get_selection_place (GalleyArticleView *self, GdkRectangle *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter start;
  GtkTextIter end;
  double x;
  double y;

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;

  gtk_text_iter_backward_char (&end);
  gtk_text_view_get_iter_location (view, &end, place);
  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x, &place->y);
  gtk_widget_translate_coordinates (
      GTK_WIDGET (view), GTK_WIDGET (self), place->x, place->y, &x, &y);
  place->x = (int) x;
  place->y = (int) y;

  return place->y + place->height > 0 && place->y < gtk_widget_get_height (GTK_WIDGET (self));
}

static void
offer_to_mark (GalleyArticleView *self)
{
  GdkRectangle place;
  guint start;
  guint end;

  if (!self->editable_marks || !galley_article_view_get_selection (self, &start, &end)
      || !get_selection_place (self, &place))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->mark_popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->mark_popover));
}

static void
hide_offer (GalleyArticleView *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->mark_popover));
}

static void
on_has_selection_cb (GalleyArticleView *self)
{
  if (!gtk_text_buffer_get_has_selection (get_buffer (self)))
    hide_offer (self);
}

static GMenu *
create_verdict_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("_Accept"), "win.accept");
  g_menu_append (section, _ ("_Reject"), "win.reject");
  g_menu_append (section, _ ("_Clear Verdict"), "win.clear-verdict");
  g_menu_append (section, _ ("_Delete"), "win.delete");

  return section;
}

static GMenu *
create_mark_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Mark as _Source"), "win.mark('source')");
  g_menu_append (section, _ ("Mark as _Quote"), "win.mark('quote')");
  g_menu_append (section, _ ("Mark as _Opinion"), "win.mark('opinion')");
  g_menu_append (section, _ ("Add a _Note"), "win.mark('note')");
  g_menu_append (section, _ ("Mark All _Like This…"), "win.mark-alike");

  return section;
}

/* What can be corrected of the selected annotation right here. */
static GMenu *
create_correct_section (GalleyArticleView *self, gboolean any_text)
{
  GMenu *section = g_menu_new ();
  GalleyKind kind = galley_annotation_get_kind (self->selected);
  guint n_parts = galley_spans_length (galley_annotation_get_details (self->selected)->spans);
  gboolean is_source = kind == GALLEY_KIND_SOURCE;

  if (kind == GALLEY_KIND_QUOTE)
    g_menu_append (section, _ ("_Pick Its Source in the Text"), "win.pick-source");
  if (is_source)
    g_menu_append (section, _ ("_Merge into Another Source…"), "win.edit-merge");
  if (is_source && n_parts > 1)
    g_menu_append (section, _ ("Make This _Mention a Source"), "win.split-source");
  if (n_parts > 1)
    g_menu_append (section,
                   is_source ? _ ("Remove This _Mention") : _ ("Remove This _Part"),
                   "win.remove-part");
  if (!any_text)
    g_menu_append (section, _ ("Mark All _Like This…"), "win.mark-alike");

  return section;
}

static GMenu *
create_text_section (GalleyArticleView *self)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section,
                 galley_annotation_get_kind (self->selected) == GALLEY_KIND_SOURCE
                     ? _ ("Add as a _Mention")
                     : _ ("Add as a _Part"),
                 "win.add-part");

  return section;
}

/* Whether the verdicts of the menu are about what it is opened at: text that is selected elsewhere
 * has nothing to do with the selected annotation. */
static gboolean
concerns_selected (GalleyArticleView *self, gboolean any_text, guint start, guint end)
{
  if (self->selected == NULL)
    return FALSE;
  if (!any_text)
    return TRUE;

  return galley_spans_overlap (galley_annotation_get_details (self->selected)->spans, start, end);
}

static GMenuModel *
create_menu (GalleyArticleView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  guint start = 0;
  guint end = 0;
  gboolean any_text = galley_article_view_get_selection (self, &start, &end);

  if (self->editable_marks && any_text)
    {
      g_autoptr (GMenu) section = create_mark_section ();

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (self->editable_marks && any_text && self->selected != NULL)
    {
      g_autoptr (GMenu) section = create_text_section (self);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (concerns_selected (self, any_text, start, end))
    {
      g_autoptr (GMenu) section = create_verdict_section ();
      g_autoptr (GMenu) correct = create_correct_section (self, any_text);

      if (self->editable_marks)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (correct));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  g_menu_append (copy, _ ("C_opy"), "article.copy");
  g_menu_append (copy, _ ("Select _All"), "article.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));

  return G_MENU_MODEL (menu);
}

static void
open_menu (GalleyArticleView *self, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->review == NULL)
    return;

  hide_offer (self);
  model = create_menu (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* By key: below the caret, or as near to it as can be seen, since the text may have been scrolled
 * away from it. */
static void
on_menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyArticleView *self = GALLEY_ARTICLE_VIEW (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GdkRectangle place;
  double x;
  double y;

  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), widget, place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = CLAMP ((int) y, 0, MAX (0, gtk_widget_get_height (widget) - place.height));
  open_menu (self, &place);
}

static void
on_copy_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (GALLEY_ARTICLE_VIEW (widget)->text, "copy-clipboard");
}

static void
on_select_all_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (GALLEY_ARTICLE_VIEW (widget)->text, "select-all", TRUE);
}

void
_galley_article_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.menu", NULL, on_menu_action_cb);
  gtk_widget_class_install_action (widget_class, "article.copy", NULL, on_copy_action_cb);
  gtk_widget_class_install_action (widget_class,
                                   "article.select-all",
                                   NULL,
                                   on_select_all_action_cb);
}

/* The text view would open its own menu, with cut and paste in it. */
static gboolean
on_key_pressed_cb (GalleyArticleView *self, guint keyval, guint keycode, GdkModifierType state)
{
  hide_offer (self);
  if (keyval == GDK_KEY_Escape && _galley_article_view_drop_handle (self))
    return GDK_EVENT_STOP;
  if (_galley_article_view_pick_by_key (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "article.menu", NULL);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
get_event_place (GalleyArticleView *self, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->text));
  double native_x;
  double native_y;

  gdk_event_get_position (event, x, y);
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  gtk_widget_translate_coordinates (
      GTK_WIDGET (native), GTK_WIDGET (self->text), *x - native_x, *y - native_y, x, y);
}

/* A right click takes up what it points at, unless text is selected. */
static void
open_menu_at (GalleyArticleView *self, double x, double y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  double self_x;
  double self_y;

  if (!gtk_text_buffer_get_has_selection (get_buffer (self)))
    {
      g_autoptr (GPtrArray) marks = galley_article_text_list_at (self->text, x, y, &place);

      if (marks == NULL)
        _galley_article_view_select (self, NULL);
      else if (!g_ptr_array_find (marks, self->selected, NULL))
        _galley_article_view_select (self, marks->pdata[0]);
      /* Of a part or a mention, the menu is about the one that it was opened at. */
      _galley_article_view_put_caret (self, x, y);
    }
  gtk_widget_translate_coordinates (
      GTK_WIDGET (self->text), GTK_WIDGET (self), x, y, &self_x, &self_y);
  place = (GdkRectangle){ (int) self_x, (int) self_y, 1, 1 };
  open_menu (self, &place);
}

static gboolean
press (GalleyArticleView *self, GdkEvent *event)
{
  double x;
  double y;

  get_event_place (self, event, &x, &y);
  hide_offer (self);
  if (gdk_event_triggers_context_menu (event))
    {
      open_menu_at (self, x, y);
      return GDK_EVENT_STOP;
    }
  if (gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY)
    {
      if (_galley_article_view_press_handle (self, event, x, y))
        return GDK_EVENT_STOP;
      self->pressed = TRUE;
      self->caret_is_ours = TRUE;
      self->press_x = x;
      self->press_y = y;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
release (GalleyArticleView *self, GdkEvent *event)
{
  double x;
  double y;

  if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;

  get_event_place (self, event, &x, &y);
  if (self->picking)
    {
      self->pressed = FALSE;
      self->caret_is_ours = FALSE;
      _galley_article_view_pick (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (_galley_article_view_release_handle (self, x, y))
    return GDK_EVENT_STOP;
  if (!self->pressed)
    return GDK_EVENT_PROPAGATE;

  self->pressed = FALSE;
  self->caret_is_ours = FALSE;
  if (gtk_text_buffer_get_has_selection (get_buffer (self)))
    offer_to_mark (self);
  else if (ABS (x - self->press_x) < CLICK_SLOP && ABS (y - self->press_y) < CLICK_SLOP)
    _galley_article_view_click (self, x, y);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
move (GalleyArticleView *self, GdkEvent *event)
{
  double x;
  double y;

  get_event_place (self, event, &x, &y);

  return _galley_article_view_move_handle (self, event, x, y);
}

/* Looked at as raw events: the text view's own gestures claim the pointer for themselves. */
static gboolean
on_event_cb (GalleyArticleView *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      return press (self, event);
    case GDK_BUTTON_RELEASE:
      return release (self, event);
    case GDK_MOTION_NOTIFY:
      return move (self, event);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_scroll_cb (GalleyArticleView *self, double dx, double dy, GtkEventController *scrolling)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (scrolling);

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "win.zoom-in" : "win.zoom-out", NULL);

  return GDK_EVENT_STOP;
}

static void
watch_scrolling (GalleyArticleView *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkEventController *scrolling = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_event_controller_set_propagation_phase (scrolling, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scrolling, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scrolling);
  g_signal_connect_object (
      adjustment, "value-changed", G_CALLBACK (hide_offer), self, G_CONNECT_SWAPPED);
}

void
_galley_article_view_watch_pointer (GalleyArticleView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), events);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);

  _galley_article_view_watch_hover (self);
  g_signal_connect_object (get_buffer (self),
                           "notify::has-selection",
                           G_CALLBACK (on_has_selection_cb),
                           self,
                           G_CONNECT_SWAPPED);
  watch_scrolling (self);
}

void
_galley_article_view_present_popovers (GalleyArticleView *self)
{
  gtk_popover_present (GTK_POPOVER (self->mark_popover));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
