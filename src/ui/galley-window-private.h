/* galley-window-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/galley-queue.h"
#include "session/galley-note-store.h"
#include "ui/galley-article-view.h"
#include "ui/galley-banner.h"
#include "ui/galley-inspector.h"
#include "ui/galley-overview.h"
#include "ui/galley-recent-verdicts.h"
#include "ui/galley-sidebar.h"
#include "ui/galley-start-page.h"
#include "ui/galley-status-line.h"
#include "ui/galley-toast-overlay.h"
#include "ui/galley-voices-bar.h"
#include "ui/galley-window-title.h"
#include "ui/galley-window.h"

G_BEGIN_DECLS

struct _GalleyWindow
{
  GtkApplicationWindow parent_instance;

  GalleyWindowTitle *title;
  GtkWidget *paste_button;
  GtkWidget *overview_button;
  GtkWidget *find_button;
  GtkWidget *undo_box;
  GtkWidget *save_box;
  GtkMenuButton *save_button;
  GtkPopover *recent_popover;
  GalleyToastOverlay *toasts;
  GalleyBanner *error_banner;
  GtkWidget *retry_button;
  GtkMenuButton *error_encoding_button;
  GalleyBanner *busy_banner;
  GtkProgressBar *progress;
  GalleyBanner *read_only_banner;
  GalleyBanner *language_banner;
  GalleyBanner *beside_banner;
  GalleyBanner *encoding_banner;
  GtkMenuButton *encoding_button;
  GtkStack *pages;
  GalleyStartPage *start_page;
  GalleyVoicesBar *voices;
  GtkPaned *paned;
  GtkPaned *side;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *search_count;
  GalleyArticleView *article;
  GalleySidebar *sidebar;
  GalleyInspector *inspector;
  GalleyStatusLine *status;
  GalleyOverview *overview;
  GalleyRecentVerdicts *recent_verdicts;

  GSettings *settings;
  GalleySession *session;
  GalleyNoteStore *notes;
  GSignalGroup *session_signals;
  GSignalGroup *review_signals;
  GalleyAnnotation *selected;
  GalleyQueue *queue;
  GalleyAnnotation *rejected; /* the last one, as long as a reason may follow */
  gboolean lets_voice_go;     /* the lists were asked for something else than a voice */
  gboolean in_queue; /* the person goes through the list, and a verdict leads to the next */

  GCancellable *opening; /* of all files that are being opened */
  guint n_opening;
  GCancellable *analysing;
  guint busy_delay;
  guint nickname_delay;
  guint settled_tick;
  int settling_frames;
  GFile *failed;              /* what could not be opened, to try again */
  GFile *beside;              /* the review found beside the article */
  GalleyReview *carried_from; /* of another encoding, until what was decided in it is here */
  guint steps_before_reading; /* of undo: reading again makes some, the change that led to it one */
  guint steps_after_reading;
  const char *work_read; /* the type of work as which the article was read; interned */
  gboolean english_read; /* whether it was read as English */
  gboolean unfinished;   /* the article was not read to its end */
  gboolean starts_over;  /* another reader was chosen while one was reading */
  gboolean falls_back;   /* what the best reader has learnt cannot be used */
  gboolean saving;
  gboolean close_asked; /* while saving */
  gboolean closed;
  gboolean sidebar_placed;
  gboolean overview_shown; /* in place of the article */
  gboolean closing;        /* unsaved work was asked about */
};

/* galley-window.c */
void _galley_window_update (GalleyWindow *self);
void _galley_window_take_session (GalleyWindow *self, GalleySession *session);
void _galley_window_toast (GalleyWindow *self,
                           const char *title,
                           const char *button_label,
                           const char *action_name);
void _galley_window_show_error (GalleyWindow *self, const char *sentence);
void _galley_window_select (GalleyWindow *self, GalleyAnnotation *annotation, gboolean in_queue);
gboolean _galley_window_is_editable (GalleyWindow *self);

/* galley-window-actions.c */
void _galley_window_class_install_actions (GtkWidgetClass *widget_class);
void _galley_window_update_actions (GalleyWindow *self);
void _galley_window_update_selection_actions (GalleyWindow *self);

/* galley-window-edges.c */
void _galley_window_class_install_edge_actions (GtkWidgetClass *widget_class);
void _galley_window_update_edge_actions (GalleyWindow *self);
void _galley_window_ask_for_selection (GalleyWindow *self);

/* galley-window-sources.c */
void _galley_window_class_install_source_actions (GtkWidgetClass *widget_class);
void _galley_window_update_source_actions (GalleyWindow *self);
void _galley_window_watch_picking (GalleyWindow *self);
void _galley_window_ask_for_source (GalleyWindow *self);

/* galley-window-encoding.c */
void _galley_window_class_install_encoding_action (GtkWidgetClass *widget_class);
void _galley_window_update_encoding_action (GalleyWindow *self);
void _galley_window_show_encoding (GalleyWindow *self);
void _galley_window_add_encodings (GalleyWindow *self);

/* galley-window-reread.c */
void _galley_window_add_reread (GalleyWindow *self);
void _galley_window_note_steps (GalleyWindow *self);
void _galley_window_class_install_reread_action (GtkWidgetClass *widget_class);
void _galley_window_update_reread_action (GalleyWindow *self);
void _galley_window_show_language (GalleyWindow *self);
void _galley_window_note_read_as (GalleyWindow *self);
void _galley_window_tell_reread (GalleyWindow *self);
const GalleyReader *_galley_window_get_reader (GalleyWindow *self);
gboolean _galley_window_fall_back (GalleyWindow *self, const GError *error);

/* galley-window-find.c */
void _galley_window_class_bind_find (GtkWidgetClass *widget_class);
void _galley_window_add_find (GalleyWindow *self);

/* galley-window-keys.c */
void _galley_window_add_keys (GalleyWindow *self);

/* galley-window-lists.c */
void _galley_window_class_install_list_actions (GtkWidgetClass *widget_class);
void _galley_window_update_list_actions (GalleyWindow *self);

/* galley-window-notes.c */
void _galley_window_keep_notes (GalleyWindow *self, GalleyReview *review);

/* galley-window-nickname.c */
void _galley_window_class_install_sign_action (GtkWidgetClass *widget_class);
void _galley_window_add_nickname (GalleyWindow *self);
void _galley_window_use_nickname (GalleyWindow *self);

/* galley-window-open.c */
void _galley_window_class_install_open_actions (GtkWidgetClass *widget_class);
void _galley_window_update_open_actions (GalleyWindow *self);
void _galley_window_open (GalleyWindow *self, GFile *file, const char *charset, gboolean in_place);
void _galley_window_analyse (GalleyWindow *self);
void _galley_window_start (GalleyWindow *self);
void _galley_window_stop (GalleyWindow *self);
void _galley_window_watch_closing (GalleyWindow *self);

/* galley-window-overview.c */
void _galley_window_class_bind_overview (GtkWidgetClass *widget_class);
void _galley_window_show_overview (GalleyWindow *self, gboolean shown);

/* galley-window-review.c */
void _galley_window_class_install_review_actions (GtkWidgetClass *widget_class);
void _galley_window_add_queue (GalleyWindow *self);
void _galley_window_begin_queue (GalleyWindow *self, GalleyReview *review);
void _galley_window_remove_queue (GalleyWindow *self);
void _galley_window_update_review_actions (GalleyWindow *self);
void _galley_window_follow_queue (GalleyWindow *self);
void _galley_window_select_unreviewed (GalleyWindow *self);

/* galley-window-save.c */
void _galley_window_class_install_save_actions (GtkWidgetClass *widget_class);
void _galley_window_update_save_actions (GalleyWindow *self);
void _galley_window_add_exporters (GalleyWindow *self);
gboolean _galley_window_close_request (GtkWindow *window);

/* galley-window-view.c */
void _galley_window_add_view (GalleyWindow *self);

/* galley-window-dnd.c */
void _galley_window_add_drop_target (GalleyWindow *self);

G_END_DECLS
