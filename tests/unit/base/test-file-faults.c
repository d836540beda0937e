/* test-file-faults.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/galley-file-private.h"
#include "lib/galley-test.h"

/* Makes the first, second, … call of a save fail, or the process die there, until a save goes
 * through untouched; after each, the file must be the old one or the new one as a whole. */

#define OLD    "old "
#define NEW    "new!"
#define LENGTH 200000 /* bytes; more than one write when they are short */

typedef enum
{
  FAULT_ERROR,
  FAULT_SHORT, /* a write or read of some bytes only */
  FAULT_KILL_BEFORE,
  FAULT_KILL_AFTER,
} Fault;

static struct
{
  Fault fault;
  int code;
  guint calls_left; /* until the one at fault; it counts down */
  gboolean struck;
} plan;

static gboolean
is_due (void)
{
  gboolean due = plan.calls_left > 0 && --plan.calls_left == 0;

  plan.struck = plan.struck || due;
  if (due && plan.fault == FAULT_KILL_BEFORE)
    _exit (9);

  return due;
}

static void
after (gboolean due)
{
  if (due && plan.fault == FAULT_KILL_AFTER)
    _exit (9);
}

/* Makes a call, or the fault that is due. */
#define STRIKE(type, call)                                                                         \
  gboolean due = is_due ();                                                                        \
  type result;                                                                                     \
                                                                                                   \
  if (due && plan.fault == FAULT_ERROR)                                                            \
    {                                                                                              \
      errno = plan.code;                                                                           \
      return -1;                                                                                   \
    }                                                                                              \
  result = call;                                                                                   \
  after (due);                                                                                     \
  return result;

static int
fault_open (int folder, const char *name, int flags, mode_t mode)
{
  STRIKE (int, _galley_file_system_calls.open (folder, name, flags, mode))
}

static ssize_t
fault_write (int fd, const void *data, size_t length)
{
  STRIKE (ssize_t,
          _galley_file_system_calls.write (
              fd, data, due && plan.fault == FAULT_SHORT ? MAX (length / 3, 1) : length))
}

static int
fault_chmod (int fd, mode_t mode)
{
  STRIKE (int, _galley_file_system_calls.chmod (fd, mode))
}

static int
fault_chown (int fd, uid_t user, gid_t group)
{
  STRIKE (int, _galley_file_system_calls.chown (fd, user, group))
}

static int
fault_sync (int fd)
{
  STRIKE (int, _galley_file_system_calls.sync (fd))
}

static ssize_t
fault_read (int fd, void *data, size_t length, off_t offset)
{
  STRIKE (ssize_t,
          _galley_file_system_calls.read (
              fd, data, due && plan.fault == FAULT_SHORT ? MAX (length / 3, 1) : length, offset))
}

static int
fault_rename (int folder, const char *from, const char *to, gboolean replace)
{
  STRIKE (int, _galley_file_system_calls.rename (folder, from, to, replace))
}

static int
fault_unlink (int folder, const char *name)
{
  STRIKE (int, _galley_file_system_calls.unlink (folder, name))
}

static const GalleyFileCalls fault_calls = {
  .open = fault_open,
  .write = fault_write,
  .chmod = fault_chmod,
  .chown = fault_chown,
  .sync = fault_sync,
  .read = fault_read,
  .rename = fault_rename,
  .unlink = fault_unlink,
};

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *old_content;
  char *new_content;
  gboolean existing;
  gboolean stale; /* a killed save left something */
} Case;

static char *
make_content (const char *word)
{
  GString *content = g_string_new (NULL);

  while (content->len < LENGTH)
    g_string_append (content, word);

  return g_string_free (content, FALSE);
}

static void
prepare (Case *self)
{
  g_autofree char *stale = g_build_filename (self->folder, ".a.json.galley-0", NULL);

  g_unlink (self->path);
  if (self->existing)
    g_assert_true (g_file_set_contents (self->path, self->old_content, -1, NULL));
  if (self->stale)
    g_assert_true (g_file_set_contents (stale, "torn", -1, NULL));
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

/* Returns whether the new content is there. */
static gboolean
assert_whole (Case *self)
{
  g_autofree char *content = NULL;

  if (!g_file_get_contents (self->path, &content, NULL, NULL))
    {
      g_assert_false (self->existing);
      return FALSE;
    }
  if (strcmp (content, self->new_content) == 0)
    return TRUE;

  g_assert_true (self->existing);
  g_assert_cmpstr (content, ==, self->old_content);

  return FALSE;
}

static gboolean
save (Case *self, GError **error)
{
  return galley_file_save (self->file, self->new_content, LENGTH, NULL, NULL, error);
}

static void
assert_next_save_is_clean (Case *self)
{
  g_autoptr (GError) error = NULL;

  plan.calls_left = 0;
  save (self, &error);
  g_assert_no_error (error);
  g_assert_true (assert_whole (self));
  g_assert_cmpuint (count_entries (self->folder), ==, 1);
}

/* In this process: an error, or less than was asked for. Returns whether a call was left to fail.
 */
static gboolean
strike_with_error (Case *self, guint position)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  prepare (self);
  plan.calls_left = position;
  plan.struck = FALSE;
  saved = save (self, &error);
  plan.calls_left = 0;
  g_assert_true (saved == (error == NULL));
  if (saved)
    g_assert_true (assert_whole (self));
  else
    assert_whole (self);
  if (plan.fault == FAULT_SHORT)
    g_assert_true (saved);
  if (plan.struck)
    assert_next_save_is_clean (self);

  return plan.struck;
}

/* In a child: the process is gone. */
static gboolean
strike_with_death (Case *self, guint position)
{
  pid_t child;
  int status;

  prepare (self);
  plan.calls_left = position;
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      save (self, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  assert_whole (self);
  if (WEXITSTATUS (status) == 0)
    return FALSE;
  assert_next_save_is_clean (self);

  return TRUE;
}

static guint
strike_everywhere (Case *self, Fault fault, int code)
{
  guint position = 1;

  plan.fault = fault;
  plan.code = code;
  while (fault == FAULT_KILL_BEFORE || fault == FAULT_KILL_AFTER
             ? strike_with_death (self, position)
             : strike_with_error (self, position))
    position++;

  return position - 1;
}

static void
test_faults (void)
{
  static const int codes[] = { ENOSPC, EIO, EDQUOT, EROFS, EACCES, EINTR, ESTALE };
  Case self = { .folder = galley_test_dir () };
  guint n_faults = 0;

  self.path = g_build_filename (self.folder, "a.json", NULL);
  self.file = g_file_new_for_path (self.path);
  self.old_content = make_content (OLD);
  self.new_content = make_content (NEW);
  _galley_file_use_calls (&fault_calls);

  for (guint i = 0; i < 4; i++)
    {
      self.existing = i & 1;
      self.stale = i >> 1;
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        n_faults += strike_everywhere (&self, FAULT_ERROR, codes[j]);
      n_faults += strike_everywhere (&self, FAULT_SHORT, 0);
      n_faults += strike_everywhere (&self, FAULT_KILL_BEFORE, 0);
      n_faults += strike_everywhere (&self, FAULT_KILL_AFTER, 0);
    }
  _galley_file_use_calls (&_galley_file_system_calls);
  g_test_message ("%u faults, old or new content each time", n_faults);
  g_assert_cmpuint (n_faults, >, 300);

  galley_test_remove_dir (self.folder);
  g_object_unref (self.file);
  g_free (self.path);
  g_free (self.folder);
  g_free (self.old_content);
  g_free (self.new_content);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/file/faults", test_faults);

  return g_test_run ();
}
