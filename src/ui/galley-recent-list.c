/* galley-recent-list.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/galley-recent-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILES   5
#define APPLICATION "Galley"

struct _GalleyRecentList
{
  GtkWidget parent_instance;

  GtkListBox *list;

  guint n_files;
};

enum
{
  PROP_0,
  PROP_N_FILES,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (GalleyRecentList, galley_recent_list, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* The home folder as people write it. */
static char *
describe_folder (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (strncmp (name, home, length) == 0 && (name[length] == '/' || name[length] == '\0'))
    return g_strconcat ("~", name + length, NULL);

  return g_steal_pointer (&name);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

static GtkWidget *
new_row (GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autofree char *folder = describe_folder (uri);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), new_label (gtk_recent_info_get_display_name (info), NULL));
  gtk_box_append (GTK_BOX (box), new_label (folder, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_recent_info_get_display_name (info),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  folder,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);

  return row;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  GDateTime *time_a = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *time_b = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (time_b, time_a);
}

static void
on_row_activated_cb (GalleyRecentList *self, GtkListBoxRow *row)
{
  const char *uri = g_object_get_data (G_OBJECT (row), "uri");

  if (uri != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-uri", "s", uri);
}

static void
galley_recent_list_map (GtkWidget *widget)
{
  galley_recent_list_refresh (GALLEY_RECENT_LIST (widget));

  GTK_WIDGET_CLASS (galley_recent_list_parent_class)->map (widget);
}

static void
galley_recent_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_RECENT_LIST);

  G_OBJECT_CLASS (galley_recent_list_parent_class)->dispose (object);
}

static void
galley_recent_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_FILES:
      g_value_set_uint (value, GALLEY_RECENT_LIST (object)->n_files);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_recent_list_class_init (GalleyRecentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = galley_recent_list_dispose;
  object_class->get_property = galley_recent_list_get_property;
  widget_class->map = galley_recent_list_map;

  properties[PROP_N_FILES] =
      g_param_spec_uint ("n-files",
                         NULL,
                         NULL,
                         0,
                         G_MAXUINT,
                         0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/galley_app/Galley/ui/galley-recent-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyRecentList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
galley_recent_list_init (GalleyRecentList *self)
{
  GtkWidget *placeholder = gtk_label_new (_ ("No recent files"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (placeholder, "dim-label");
  gtk_widget_add_css_class (placeholder, "placeholder");
  gtk_list_box_set_placeholder (self->list, placeholder);
  g_signal_connect_object (gtk_recent_manager_get_default (),
                           "changed",
                           G_CALLBACK (galley_recent_list_refresh),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * galley_recent_list_new:
 *
 * Returns: a list, filled when it is first seen
 */
GtkWidget *
galley_recent_list_new (void)
{
  return g_object_new (GALLEY_TYPE_RECENT_LIST, NULL);
}

/**
 * galley_recent_list_get_n_files:
 *
 * Returns: how many files the list shows
 */
guint
galley_recent_list_get_n_files (GalleyRecentList *self)
{
  g_return_val_if_fail (GALLEY_IS_RECENT_LIST (self), 0);

  return self->n_files;
}

/**
 * galley_recent_list_refresh:
 *
 * Fills the list again, leaving out files that are gone.
 */
void
galley_recent_list_refresh (GalleyRecentList *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkListBoxRow *row;

  g_return_if_fail (GALLEY_IS_RECENT_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  self->n_files = 0;
  infos = g_list_sort (infos, compare_newest);
  for (GList *l = infos; l != NULL && self->n_files < MAX_FILES; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (!gtk_recent_info_has_application (info, APPLICATION) || !gtk_recent_info_exists (info))
        continue;
      gtk_list_box_append (self->list, new_row (info));
      self->n_files++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FILES]);
}

/**
 * galley_recent_list_remember:
 * @file: an article or an annotation file that was opened or saved
 *
 * Puts @file first among the recent files of every list.
 */
void
galley_recent_list_remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = g_str_has_suffix (uri, ".json") ? "application/vnd.galley+json" : "text/plain",
    .app_name = APPLICATION,
    .app_exec = "galley %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
