/* view.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times the article view on large and on hostile texts, and the sidebar with 10,000 quotes, each in
 * a window of its own. Prints milliseconds of CPU of the main thread, which other programs do not
 * disturb: opening, the longest that the main loop was kept from going round until all was quiet,
 * and a frame while scrolling. Judges nothing. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>
#include <time.h>

#include "lib/galley-test.h"
#include "ui/galley-article-view.h"
#include "ui/galley-sidebar.h"

#define MB            (1024 * 1024)
#define N_ANNOTATIONS 10000
#define N_SCROLLS     100

/* In each of the other texts. */
#define N_HOSTILE_ANNOTATIONS 1000

/* Nothing to do for so long: all is quiet. */
#define QUIET_MS     250
#define MOST_SECONDS 60

typedef struct
{
  const char *name;
  char *(*create) (void);
} Case;

static double left_poll;
static double longest;
static gboolean is_quiet;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gint
measure_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint n_ready;

  longest = MAX (longest, get_cpu_ms () - left_poll);
  n_ready = g_poll (fds, n_fds, timeout < 0 ? QUIET_MS : MIN (timeout, QUIET_MS));
  is_quiet = n_ready == 0 && (timeout < 0 || timeout >= QUIET_MS);
  left_poll = get_cpu_ms ();

  return n_ready;
}

static double
run_until_quiet (void)
{
  gint64 until = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  longest = 0;
  left_poll = get_cpu_ms ();
  is_quiet = FALSE;
  while (!is_quiet && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);

  return longest;
}

static char *
repeat (const char *text, gsize length)
{
  GString *string = g_string_sized_new (length + 64);

  while (string->len < length)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

#define SENTENCE "The mayor of the harbour town said on Monday that the bridge would open late. "
#define HEBREW   "ראש העיר אמר ביום שני שהגשר ייפתח באיחור של שבוע לפחות. "
#define ARABIC   "قال رئيس البلدية يوم الاثنين إن الجسر سيفتح متأخرا أسبوعا على الأقل. "

static char *
create_paragraphs (const char *sentence, gsize paragraph, gsize length)
{
  g_autofree char *one = repeat (sentence, paragraph);
  g_autofree char *line = g_strconcat (one, "\n", NULL);

  return repeat (line, length);
}

static char *
create_article (void)
{
  return create_paragraphs (SENTENCE, 400, MB);
}

static char *
create_large (void)
{
  return create_paragraphs (SENTENCE, 400, 10 * MB);
}

static char *
create_huge (void)
{
  return create_paragraphs (SENTENCE, 400, 50 * MB);
}

static char *
create_line (void)
{
  return repeat (SENTENCE, 300000);
}

static char *
create_letters (void)
{
  return g_strnfill (100000, 'a');
}

static char *
create_base64 (void)
{
  return repeat ("QUJD+REVG/R0hJ", 2 * MB);
}

static char *
create_pile (void)
{
  g_autofree char *marks = repeat ("\xcc\x81", 200000);

  return g_strconcat ("e", marks, NULL);
}

static char *
create_piles (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, i % 8 == 0 ? "letters\xcc\x81" : "letters\xcc\x81\xcc\x88");
  for (guint i = 0; text->len < 2 * MB; i++)
    g_string_append_c (text, 'x');

  return g_string_free (text, FALSE);
}

static char *
create_buried_pile (void)
{
  g_autofree char *letters = g_strnfill (MB, 'x');
  g_autofree char *marks = repeat ("\xcc\x81", 400000);

  return g_strconcat (letters, marks, letters, NULL);
}

static char *
create_zalgo (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 1500; i++)
    {
      g_string_append_c (text, 'a');
      for (guint j = 0; j < 32; j++)
        g_string_append (text, j % 2 == 0 ? "\xcc\x81" : "\xcd\x87");
    }

  return g_string_free (text, FALSE);
}

static char *
create_hebrew (void)
{
  return create_paragraphs (HEBREW, 9000, 200000);
}

static char *
create_arabic (void)
{
  return create_paragraphs (ARABIC, 9000, 200000);
}

static char *
create_cjk (void)
{
  return repeat ("桥梁将于星期一开放市长说", 300000);
}

static char *
create_tabs (void)
{
  return repeat ("a\t", 100000);
}

static char *
create_embeddings (void)
{
  return repeat ("\xe2\x80\xaa"
                 "a",
                 100000);
}

static char *
create_emoji (void)
{
  return repeat ("👩‍🚀👨‍👩‍👧‍👦", 200000);
}

/* Every kind in turn, some within others, evenly over the text. */
static GalleyReview *
create_review (const char *text, guint n_annotations)
{
  static const struct
  {
    GalleyKind kind;
    const char *type;
    guint length;
  } kinds[] = {
    { GALLEY_KIND_QUOTE, "mixed", 160 },
    { GALLEY_KIND_SOURCE, "person", 20 },
    { GALLEY_KIND_OPINION, "evaluation", 60 },
    { GALLEY_KIND_QUOTE, "direct", 90 },
  };
  GalleyReview *review = galley_test_review (text);
  GalleyArticle *article = galley_review_get_article (review);
  guint n_chars = galley_article_get_n_chars (article);
  guint step = n_annotations > 0 ? n_chars / n_annotations : 0;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_annotations; i++)
    {
      guint start = i * step;
      guint end = MIN (n_chars, start + kinds[i % G_N_ELEMENTS (kinds)].length);

      if (start >= end)
        continue;
      g_ptr_array_add (annotations,
                       galley_annotation_new_suggestion (
                           article,
                           kinds[i % G_N_ELEMENTS (kinds)].kind,
                           galley_details_new (kinds[i % G_N_ELEMENTS (kinds)].type,
                                               galley_spans_new_one (start, end)),
                           "perf",
                           "1"));
    }
  galley_review_load (review, annotations);

  return review;
}

/* Of what can be seen. */
static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *adjustment = find_adjustment (child);

      if (adjustment != NULL)
        return adjustment;
    }

  return NULL;
}

/* The longest and the mean of the frames while the whole text is scrolled by, a page a step. */
static void
scroll (GtkWidget *view, double *mean, double *most)
{
  GtkAdjustment *adjustment = find_adjustment (view);
  double before = get_cpu_ms ();

  *most = 0;
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      double start = get_cpu_ms ();

      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment)
                                    + 0.9 * gtk_adjustment_get_page_size (adjustment));
      gtk_test_widget_wait_for_draw (view);
      *most = MAX (*most, get_cpu_ms () - start);
    }
  *mean = (get_cpu_ms () - before) / N_SCROLLS;
}

/* @view: an article view or a sidebar, as its class has it */
static void
measure (const char *name, GtkWidget *view, int width, const char *text, guint n_annotations)
{
  g_autoptr (GalleyReview) review = create_review (text, n_annotations);
  GtkWidget *window = gtk_window_new ();
  double start;
  double opening;
  double stall;
  double mean;
  double most;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  run_until_quiet ();

  start = get_cpu_ms ();
  g_object_set (view, "review", review, NULL);
  opening = get_cpu_ms () - start;
  stall = run_until_quiet ();
  scroll (view, &mean, &most);
  g_print ("%-44s%10.0f%10.0f%10.1f%10.0f\n", name, opening, stall, mean, most);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
run (const char *name, const char *text, guint n_annotations)
{
  measure (name, galley_article_view_new (), 900, text, n_annotations);
}

/* Every other annotation is a quote. */
static void
run_sidebar (const char *name, const char *text, guint n_quotes)
{
  GtkWidget *sidebar = galley_sidebar_new ();

  galley_sidebar_set_page (GALLEY_SIDEBAR (sidebar), GALLEY_KIND_QUOTE);
  measure (name, sidebar, 400, text, 2 * n_quotes);
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { "1 MB of paragraphs", create_article },
    { "10 MB of paragraphs", create_large },
    { "50 MB of paragraphs", create_huge },
    { "one line of 300,000 characters", create_line },
    { "100,000 letters without a space", create_letters },
    { "2 MB of base64", create_base64 },
    { "one letter with 200,000 marks", create_pile },
    { "2 MB without a space, 375,000 marks", create_piles },
    { "2 MB without a space, 200,000 marks in it", create_buried_pile },
    { "1,500 letters with 32 marks each", create_zalgo },
    { "Hebrew, paragraphs of 5,000 characters", create_hebrew },
    { "Arabic, paragraphs of 5,000 characters", create_arabic },
    { "one line of 100,000 Chinese characters", create_cjk },
    { "50,000 tabs", create_tabs },
    { "25,000 open embeddings", create_embeddings },
    { "emoji, joined, without a space", create_emoji },
  };
  g_autofree char *article = create_article ();

  gtk_init ();
  g_main_context_set_poll_func (NULL, measure_poll);
  g_print ("%-44s%10s%10s%10s%10s\n", "CPU ms", "opening", "stall", "frame", "slowest");
  if (argc < 2)
    {
      run ("1 MB with 10,000 annotations", article, N_ANNOTATIONS);
      run_sidebar ("sidebar with 10,000 quotes", article, N_ANNOTATIONS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      if (argc > 1 && strstr (cases[i].name, argv[1]) == NULL)
        continue;
      text = cases[i].create ();
      run (cases[i].name, text, N_HOSTILE_ANNOTATIONS);
    }

  return 0;
}
