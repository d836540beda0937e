/* ui-test.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/galley-application.h"

G_BEGIN_DECLS

/* Helpers of the tests of the window. Nothing sleeps: everything waits for what the main loop
 * brings and fails loudly where it never comes. */

#define ui_test_wait_for(condition)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    UiTestPatience patience_ = ui_test_patience_start ();                                          \
    while (!(condition))                                                                           \
      if (!ui_test_patience_iterate (&patience_))                                                  \
        g_error ("%s:%d: waited in vain for: %s", __FILE__, __LINE__, #condition);                 \
    ui_test_patience_end (&patience_);                                                             \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  guint source;
  gboolean *over;
} UiTestPatience;

UiTestPatience ui_test_patience_start (void);
gboolean ui_test_patience_iterate (UiTestPatience *self);
void ui_test_patience_end (UiTestPatience *self);

void ui_test_init (int *argc, char ***argv);
GalleyApplication *ui_test_application (void);
GalleyWindow *ui_test_window (void);
void ui_test_close (GalleyWindow *window);
guint ui_test_count_windows (void);

GFile *ui_test_write (const char *folder, const char *name, const char *text);
void ui_test_open (GalleyWindow *window, GFile *file);
void ui_test_open_text (GalleyWindow *window, const char *text);

GalleyAnnotation *ui_test_first_quote (GalleyWindow *window);

gboolean ui_test_enabled (GalleyWindow *window, const char *action);
void ui_test_run (GalleyWindow *window, const char *action);
void ui_test_run_with (GalleyWindow *window, const char *action, const char *parameter);
gboolean ui_test_press (GalleyWindow *window, const char *trigger);

GtkWidget *ui_test_find_dialog (GType type);
void ui_test_answer (int response);
GtkWidget *ui_test_find_child (GtkWidget *widget, GType type, guint position);

G_END_DECLS
