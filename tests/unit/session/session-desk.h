/* session-desk.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-reading.h"
#include "session/galley-session.h"

G_BEGIN_DECLS

#define DESK_ARTICLE "The mayor, Bo Lind, said: “We have no choice.” This is a reckless betrayal.\n"

/* A desk: a session and a folder of its own, in which DESK_ARTICLE lies. */
typedef struct
{
  GalleySession *session;
  char *folder;
  GFile *article;
} Desk;

void desk_set_up (Desk *desk, gconstpointer data);
void desk_tear_down (Desk *desk, gconstpointer data);

#define DESK_ADD(path, function)                                                                   \
  g_test_add ("/session/session/" path, Desk, NULL, desk_set_up, function, desk_tear_down)

GFile *desk_make_file (Desk *desk, const char *name, const char *content);
char *desk_dup_content (GFile *file);

void desk_open (Desk *desk, GFile *file);
void desk_save (Desk *desk);
GalleyAnnotation *desk_review_something (Desk *desk);

/* What an asynchronous call came to. */
typedef struct
{
  gboolean done;
  gboolean ok;
  GError *error;
} DeskOutcome;

void desk_on_opened (GObject *source, GAsyncResult *result, gpointer user_data);
void desk_on_analysed (GObject *source, GAsyncResult *result, gpointer user_data);
void desk_on_saved (GObject *source, GAsyncResult *result, gpointer user_data);
void desk_wait_for (const DeskOutcome *outcome);
void desk_settle (Desk *desk);

void desk_count_notify (GObject *object, GParamSpec *pspec, gpointer user_data);

/* A reader that ends only when it is told to. */
extern const GalleyReader desk_endless_reader;

G_END_DECLS
