/* galley-window-reread.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-window-private.h"

#include <glib/gi18n-lib.h>

#include "base/galley-error.h"
#include "base/galley-str.h"
#include "session/galley-carry.h"

/* Reading an article again - by another reader, as another type of work, in another language or
 * encoding - keeps what the person decided and says what became of the rest. */

static const GalleyMetadata *
get_metadata (GalleyWindow *self)
{
  return galley_article_get_metadata (galley_review_get_article (galley_window_get_review (self)));
}

/* Of another language than English little is found, and none found must not read as none there. */
void
_galley_window_show_language (GalleyWindow *self)
{
  galley_banner_set_revealed (self->language_banner,
                              !galley_metadata_is_english (get_metadata (self)));
}

void
_galley_window_note_read_as (GalleyWindow *self)
{
  const GalleyMetadata *metadata = get_metadata (self);

  self->work_read = metadata->type_of_work;
  self->english_read = galley_metadata_is_english (metadata);
}

static guint
count_steps (GalleyWindow *self)
{
  GalleyReview *review = galley_window_get_review (self);

  return review != NULL ? galley_review_get_n_steps (review) : 0;
}

/* Before an article is read: a change of its details that leads to that is a step still open, and
 * not among them. */
void
_galley_window_note_steps (GalleyWindow *self)
{
  self->steps_before_reading = count_steps (self);
}

/* Takes back the reading together with what led to it. What a person did since then goes first. */
static void
undo_reading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  guint n_steps = count_steps (self);
  guint last = n_steps == self->steps_after_reading ? self->steps_before_reading : n_steps - 1;

  for (; n_steps > last; n_steps--)
    gtk_widget_activate_action (widget, "win.undo", NULL);
}

/* What kind of work it is decides what counts as an opinion, and the language what is looked for.
 * Undoing that takes back its marks, too, and reads nothing. */
static void
on_metadata_changed_cb (GalleyWindow *self)
{
  const GalleyMetadata *metadata = get_metadata (self);
  gboolean changed = metadata->type_of_work != self->work_read
                     || galley_metadata_is_english (metadata) != self->english_read;

  _galley_window_note_read_as (self);
  _galley_window_show_language (self);
  _galley_window_update_reread_action (self);
  if (changed && self->analysing == NULL && _galley_window_is_editable (self)
      && !galley_review_can_redo (galley_window_get_review (self)))
    _galley_window_analyse (self);
}

/* The language is guessed, or the file says it: both may be wrong. */
static void
read_as_english_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GalleyWindow *self = GALLEY_WINDOW (widget);
  GalleyMetadata *metadata = galley_metadata_copy (get_metadata (self));

  galley_set_str (&metadata->lang, "en");
  galley_review_set_metadata (galley_window_get_review (self), metadata);
}

void
_galley_window_class_install_reread_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class,
                                   "win.read-as-english",
                                   NULL,
                                   read_as_english_action);
  gtk_widget_class_install_action (widget_class, "win.undo-reading", NULL, undo_reading_action);
}

void
_galley_window_update_reread_action (GalleyWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "win.read-as-english",
                                 _galley_window_is_editable (self) && self->analysing == NULL
                                     && !galley_metadata_is_english (get_metadata (self)));
}

/* Who finds one reader slow need not wait for it to choose another. */
static void
on_reader_changed_cb (GalleyWindow *self)
{
  self->starts_over = self->analysing != NULL;
  if (self->starts_over)
    g_cancellable_cancel (self->analysing);
  else if (_galley_window_is_editable (self))
    _galley_window_analyse (self);
}

/* Returns: (nullable): the reader the person wants, %NULL for the best there is */
const GalleyReader *
_galley_window_get_reader (GalleyWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "reader");
  const GalleyReader *reader = galley_reader_find (id);

  return reader == NULL && self->falls_back ? galley_reader_find ("fast") : reader;
}

/* Where the best reader cannot read the fast one does, whose model is in the program itself. That
 * is said once, not for each article. Returns: %TRUE if the article is being read after all */
gboolean
_galley_window_fall_back (GalleyWindow *self, const GError *error)
{
  static gboolean told = FALSE;
  g_autofree char *sentence = NULL;

  /* A damaged model, or a library that cannot compute on this machine. */
  if (self->falls_back
      || (!g_error_matches (error, GALLEY_ERROR, GALLEY_ERROR_MODEL)
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED)))
    return FALSE;
  self->falls_back = TRUE;
  _galley_window_analyse (self);
  if (told)
    return TRUE;
  told = TRUE;
  /* translators: %s is why the best reader cannot, in a sentence */
  sentence = g_strdup_printf (_ ("%s The fast reader reads instead."), error->message);
  _galley_window_show_error (self, sentence);

  return TRUE;
}

static gboolean
is_renewed (const GalleyRenewal *renewal)
{
  return renewal->n_new + renewal->n_changed + renewal->n_gone + renewal->n_kept > 0;
}

static char *
describe_renewal (const GalleyRenewal *renewal)
{
  if (!is_renewed (renewal))
    return g_strdup (_ ("Read again: the marks are the same."));
  if (renewal->n_kept == 0)
    /* translators: numbers of marks */
    return g_strdup_printf (_ ("Read again: %u new, %u changed, %u gone. What you decided stays."),
                            renewal->n_new,
                            renewal->n_changed,
                            renewal->n_gone);

  /* translators: numbers of marks; the last are marks that a person has judged */
  return g_strdup_printf (_ ("Read again: %u new, %u changed, %u gone. What you decided stays, "
                             "also on %u no longer found."),
                          renewal->n_new,
                          renewal->n_changed,
                          renewal->n_gone,
                          renewal->n_kept);
}

static char *
describe_carrying (guint n_carried, guint n_lost)
{
  if (n_lost == 0)
    return g_strdup_printf (ngettext ("Read again; what you decided about %u mark is kept.",
                                      "Read again; what you decided about %u marks is kept.",
                                      n_carried),
                            n_carried);

  /* translators: numbers of marks */
  return g_strdup_printf (ngettext ("Read again; what you decided is kept for %1$u mark. For %2$u "
                                    "the place was not found in the new text.",
                                    "Read again; what you decided is kept for %1$u marks. For "
                                    "%2$u the place was not found in the new text.",
                                    n_carried),
                          n_carried,
                          n_lost);
}

/* After an analysis: brings over what was decided in another encoding, and says what changed. */
void
_galley_window_tell_reread (GalleyWindow *self)
{
  const GalleyRenewal *renewal = galley_session_get_renewal (self->session);
  g_autoptr (GalleyReview) before = g_steal_pointer (&self->carried_from);
  g_autofree char *title = NULL;
  guint n_carried = 0, n_lost = 0;

  if (before != NULL)
    {
      n_carried = galley_carry_over (before, galley_window_get_review (self), &n_lost);
      if (n_carried + n_lost == 0)
        return;
      title = describe_carrying (n_carried, n_lost);
      _galley_window_toast (self, title, NULL, NULL);
    }
  else if (renewal != NULL)
    {
      title = describe_renewal (renewal);
      self->steps_after_reading = count_steps (self);
      /* Reading again is one step; the change of details that led to it would be another. */
      if (is_renewed (renewal) || self->steps_after_reading > self->steps_before_reading + 1)
        _galley_window_toast (self, title, _ ("_Undo"), "win.undo-reading");
      else
        _galley_window_toast (self, title, NULL, NULL);
    }
}

void
_galley_window_add_reread (GalleyWindow *self)
{
  g_signal_connect_object (self->settings,
                           "changed::reader",
                           G_CALLBACK (on_reader_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->review_signals,
                                 "metadata-changed",
                                 G_CALLBACK (on_metadata_changed_cb),
                                 self,
                                 G_CONNECT_SWAPPED);
}
