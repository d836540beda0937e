/* galley-voices-bar.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-voices-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/galley-row-text.h"
#include "ui/galley-voice-pattern.h"
#include "ui/galley-voice-shares.h"

#define SWATCH_WIDTH  18
#define SWATCH_HEIGHT 10

/* Of a voice that speaks at all, so that it can be seen. */
#define LEAST_WIDTH 4
#define GAP         1

/* One voice's button. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *swatch;
  GtkWidget *figure;
} Part;

struct _GalleyVoicesBar
{
  GtkWidget parent_instance;

  GtkWidget *strip;
  GtkWidget *buttons;
  Part parts[GALLEY_N_VOICES];

  GalleyReview *review;
  GSignalGroup *review_signals;
  GalleyVoices *voices;
  gboolean pending;
  int voice;
  guint count_source;
};

enum
{
  SIGNAL_COUNTED,
  N_SIGNALS
};

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_VOICE,
  PROP_PENDING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyVoicesBar, galley_voices_bar, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
get_n_words (GalleyVoicesBar *self)
{
  return self->voices != NULL ? galley_voices_get_n_words (self->voices) : 0;
}

/* What a screen reader says, and the tooltip. */
static char *
describe (GalleyVoicesBar *self, GalleyVoice voice)
{
  const char *label = galley_voice_label (voice);

  if (self->pending || get_n_words (self) == 0)
    return g_strdup (label);

  /* translators: whose voice it is; how many of an article's words are in it; all its words */
  return g_strdup_printf (ngettext ("%1$s: %2$u of %3$u word, as marked so far",
                                    "%1$s: %2$u of %3$u words, as marked so far",
                                    get_n_words (self)),
                          label,
                          galley_voices_count (self->voices, voice),
                          get_n_words (self));
}

static void
show_part (GalleyVoicesBar *self, GalleyVoice voice, const char *figure)
{
  Part *part = &self->parts[voice];
  g_autofree char *sentence = describe (self, voice);

  gtk_label_set_label (GTK_LABEL (part->figure), figure);
  gtk_widget_set_tooltip_text (part->button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  -1);
  gtk_widget_queue_draw (part->swatch);
}

static void
show (GalleyVoicesBar *self)
{
  guint percent[GALLEY_N_VOICES] = { 0 };
  gboolean any = get_n_words (self) > 0;

  if (any)
    galley_voice_shares_to_percent (self->voices, percent);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      g_autofree char *figure =
          any && !self->pending
              ? galley_row_text_share (percent[voice], galley_voices_count (self->voices, voice))
              : g_strdup ("…");

      show_part (self, voice, figure);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  gtk_widget_queue_draw (self->strip);
}

static void
count (GalleyVoicesBar *self)
{
  g_clear_pointer (&self->voices, galley_voices_free);
  if (self->review != NULL)
    self->voices = galley_voices_new (self->review);
  show (self);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static gboolean
count_cb (gpointer user_data)
{
  GalleyVoicesBar *self = user_data;

  self->count_source = 0;
  count (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one go, after what the person sees first. */
static void
count_soon (GalleyVoicesBar *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_cb, self, NULL);
}

/* Where each voice stands in a strip of @width. */
static void
place (GalleyVoicesBar *self, int width, GdkRectangle areas[GALLEY_N_VOICES])
{
  int widths[GALLEY_N_VOICES];
  int x = 0;

  galley_voice_shares_to_widths (self->voices, width, LEAST_WIDTH, widths);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      areas[voice].x = x;
      areas[voice].width = widths[voice];
      x += widths[voice];
    }
  if (gtk_widget_get_direction (self->strip) == GTK_TEXT_DIR_RTL)
    for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
      areas[voice].x = width - areas[voice].x - areas[voice].width;
}

static gboolean
recedes (GalleyVoicesBar *self, GalleyVoice voice)
{
  return self->voice != GALLEY_VOICE_ALL && self->voice != (int) voice;
}

static void
draw_strip_cb (GtkDrawingArea *strip, cairo_t *cr, int width, int height, gpointer user_data)
{
  GalleyVoicesBar *self = user_data;
  const GalleyPalette *palette = galley_palette_get (galley_palette_choose_for (GTK_WIDGET (self)));
  GdkRectangle areas[GALLEY_N_VOICES] = { 0 };

  if (get_n_words (self) == 0 || self->pending)
    return;

  place (self, width, areas);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      GdkRectangle area = { areas[voice].x, 0, areas[voice].width, height };

      area.width -= GAP;
      galley_voice_pattern_draw (cr, palette, voice, recedes (self, voice), &area);
    }
}

static void
draw_swatch_cb (GtkDrawingArea *swatch, cairo_t *cr, int width, int height, gpointer user_data)
{
  GalleyVoicesBar *self = user_data;
  const GalleyPalette *palette = galley_palette_get (galley_palette_choose_for (GTK_WIDGET (self)));
  GdkRectangle area = { 0, (height - SWATCH_HEIGHT) / 2, width, SWATCH_HEIGHT };

  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    if (self->parts[voice].swatch == GTK_WIDGET (swatch))
      galley_voice_pattern_draw (cr, palette, voice, recedes (self, voice), &area);
}

static int
find_voice_at (GalleyVoicesBar *self, double x)
{
  GdkRectangle areas[GALLEY_N_VOICES] = { 0 };

  if (get_n_words (self) == 0 || self->pending)
    return GALLEY_VOICE_ALL;

  place (self, gtk_widget_get_width (self->strip), areas);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    if (x >= areas[voice].x && x < areas[voice].x + areas[voice].width)
      return (int) voice;

  return GALLEY_VOICE_ALL;
}

static void
on_strip_released_cb (GalleyVoicesBar *self, int n_press, double x, double y)
{
  int voice = find_voice_at (self, x);

  if (voice != GALLEY_VOICE_ALL)
    galley_voices_bar_set_voice (self, voice == self->voice ? GALLEY_VOICE_ALL : voice);
}

static gboolean
on_query_tooltip_cb (GalleyVoicesBar *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int voice = find_voice_at (self, x);
  g_autofree char *sentence = NULL;

  if (keyboard || voice == GALLEY_VOICE_ALL)
    return FALSE;

  sentence = describe (self, (GalleyVoice) voice);
  gtk_tooltip_set_text (tooltip, sentence);

  return TRUE;
}

static void
on_toggled_cb (GtkToggleButton *button, gpointer user_data)
{
  GalleyVoicesBar *self = user_data;

  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    {
      if (self->parts[voice].button != GTK_WIDGET (button))
        continue;
      if (gtk_toggle_button_get_active (button))
        galley_voices_bar_set_voice (self, (int) voice);
      else if (self->voice == (int) voice)
        galley_voices_bar_set_voice (self, GALLEY_VOICE_ALL);
    }
}

static GtkWidget *
new_swatch (GalleyVoicesBar *self)
{
  GtkWidget *swatch = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb, self, NULL);

  return swatch;
}

static void
add_part (GalleyVoicesBar *self, GalleyVoice voice)
{
  Part *part = &self->parts[voice];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *name = gtk_label_new (galley_voice_label (voice));

  part->swatch = new_swatch (self);
  part->figure = gtk_label_new (NULL);
  gtk_widget_add_css_class (part->figure, "figure");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), part->swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), part->figure);

  part->button = gtk_toggle_button_new ();
  gtk_button_set_has_frame (GTK_BUTTON (part->button), FALSE);
  gtk_button_set_child (GTK_BUTTON (part->button), box);
  gtk_widget_set_halign (part->button, GTK_ALIGN_START);
  g_signal_connect (part->button, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), part->button);
}

/* The patterns take their colours from the palette, whatever changes in the theme. */
static void
galley_voices_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GalleyVoicesBar *self = GALLEY_VOICES_BAR (widget);

  GTK_WIDGET_CLASS (galley_voices_bar_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (self->strip);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    gtk_widget_queue_draw (self->parts[voice].swatch);
}

static void
galley_voices_bar_dispose (GObject *object)
{
  GalleyVoicesBar *self = GALLEY_VOICES_BAR (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->review_signals);
  g_clear_pointer (&self->voices, galley_voices_free);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), GALLEY_TYPE_VOICES_BAR);

  G_OBJECT_CLASS (galley_voices_bar_parent_class)->dispose (object);
}

static void
galley_voices_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GalleyVoicesBar *self = GALLEY_VOICES_BAR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      g_value_set_object (value, self->review);
      break;
    case PROP_VOICE:
      g_value_set_int (value, self->voice);
      break;
    case PROP_PENDING:
      g_value_set_boolean (value, self->pending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_voices_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GalleyVoicesBar *self = GALLEY_VOICES_BAR (object);

  switch (prop_id)
    {
    case PROP_REVIEW:
      galley_voices_bar_set_review (self, g_value_get_object (value));
      break;
    case PROP_VOICE:
      galley_voices_bar_set_voice (self, g_value_get_int (value));
      break;
    case PROP_PENDING:
      galley_voices_bar_set_pending (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, GALLEY_TYPE_REVIEW, flags);
  properties[PROP_VOICE] = g_param_spec_int (
      "voice", NULL, NULL, GALLEY_VOICE_ALL, GALLEY_N_VOICES - 1, GALLEY_VOICE_ALL, flags);
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
galley_voices_bar_class_init (GalleyVoicesBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_voices_bar_dispose;
  object_class->get_property = galley_voices_bar_get_property;
  object_class->set_property = galley_voices_bar_set_property;
  widget_class->css_changed = galley_voices_bar_css_changed;
  install_properties (object_class);
  signals[SIGNAL_COUNTED] = g_signal_new (
      "counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "voices-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-voices-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyVoicesBar, strip);
  gtk_widget_class_bind_template_child (widget_class, GalleyVoicesBar, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_strip_released_cb);
}

static void
galley_voices_bar_init (GalleyVoicesBar *self)
{
  self->voice = GALLEY_VOICE_ALL;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->strip), draw_strip_cb, self, NULL);
  for (GalleyVoice voice = 0; voice < GALLEY_N_VOICES; voice++)
    add_part (self, voice);

  self->review_signals = g_signal_group_new (GALLEY_TYPE_REVIEW);
  g_signal_group_connect_swapped (self->review_signals,
                                  "items-changed",
                                  G_CALLBACK (count_soon),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "annotation-changed",
                                  G_CALLBACK (count_soon),
                                  self);
  g_signal_group_connect_swapped (self->review_signals,
                                  "metadata-changed",
                                  G_CALLBACK (count_soon),
                                  self);
  show (self);
}

GtkWidget *
galley_voices_bar_new (void)
{
  return g_object_new (GALLEY_TYPE_VOICES_BAR, NULL);
}

/**
 * galley_voices_bar_set_review:
 * @review: (nullable): whose words to count; the chosen voice is let go
 */
void
galley_voices_bar_set_review (GalleyVoicesBar *self, GalleyReview *review)
{
  g_return_if_fail (GALLEY_IS_VOICES_BAR (self));
  g_return_if_fail (review == NULL || GALLEY_IS_REVIEW (review));

  if (!g_set_object (&self->review, review))
    return;

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_signal_group_set_target (self->review_signals, review);
  galley_voices_bar_set_voice (self, GALLEY_VOICE_ALL);
  count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEW]);
}

/**
 * galley_voices_bar_set_pending:
 * @pending: whether marks are still being looked for: figures would be too low
 */
void
galley_voices_bar_set_pending (GalleyVoicesBar *self, gboolean pending)
{
  g_return_if_fail (GALLEY_IS_VOICES_BAR (self));

  pending = !!pending;
  if (self->pending == pending)
    return;

  self->pending = pending;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/**
 * galley_voices_bar_get_voice:
 *
 * Returns: the chosen #GalleyVoice, or %GALLEY_VOICE_ALL
 */
int
galley_voices_bar_get_voice (GalleyVoicesBar *self)
{
  g_return_val_if_fail (GALLEY_IS_VOICES_BAR (self), GALLEY_VOICE_ALL);

  return self->voice;
}

void
galley_voices_bar_set_voice (GalleyVoicesBar *self, int voice)
{
  g_return_if_fail (GALLEY_IS_VOICES_BAR (self));
  g_return_if_fail (voice >= GALLEY_VOICE_ALL && voice < GALLEY_N_VOICES);

  if (self->voice == voice)
    return;

  self->voice = voice;
  for (GalleyVoice i = 0; i < GALLEY_N_VOICES; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->parts[i].button), (int) i == voice);
      gtk_widget_queue_draw (self->parts[i].swatch);
    }
  gtk_widget_queue_draw (self->strip);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOICE]);
}

/**
 * galley_voices_bar_get_voices:
 *
 * Returns: (transfer none) (nullable): the words as they are shown
 */
const GalleyVoices *
galley_voices_bar_get_voices (GalleyVoicesBar *self)
{
  g_return_val_if_fail (GALLEY_IS_VOICES_BAR (self), NULL);

  return self->voices;
}
