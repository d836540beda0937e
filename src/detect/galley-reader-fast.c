/* galley-reader-fast.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-reader-fast.h"

#include "detect/galley-reader-decoder.h"
#include "galley-detect-resources.h"

#define TELL_STEP 256 /* paragraphs between two words on the progress */

#define MODEL_PATH "/io/github/galley_app/Galley/models/reader.galleylm"

static GalleyReaderModel *
load_model (GError **error)
{
  GalleyLinearModel *linear =
      galley_linear_model_new_from_resource (galley_detect_get_resource (), MODEL_PATH, error);

  return linear != NULL ? galley_reader_model_new (linear, error) : NULL;
}

static void
read_paragraph (const GalleyReaderModel *model,
                const GalleyText *text,
                guint paragraph,
                GalleyReaderDecoder *decoder,
                GArray *marks)
{
  GalleyTokenRun run = g_array_index (text->paragraphs, GalleyTokenRun, paragraph);

  for (guint first = run.first_token; first < run.end_token; first += decoder->sequence.n_words)
    {
      galley_reader_sequence_init (&decoder->sequence, text, paragraph, first);
      galley_reader_decode (model, decoder);
      galley_reader_append_marks (model, decoder, marks);
    }
}

static gpointer
load_once (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  GalleyReaderModel *model = load_model (&error);

  if (model == NULL)
    g_error ("The reader's model is unusable: %s", error->message);
  return model;
}

static const GalleyReaderModel *
get_model (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_once, NULL);
}

/**
 * galley_reader_fast_read:
 * @model: what to read with
 * @text: the text, tagged
 * @wanted: (nullable): for each paragraph, whether it is read
 * @progress: (nullable) (scope call): told how far along it is
 * @user_data: for @progress
 * @cancellable: (nullable)
 *
 * Returns: (transfer full): what the model marks in the text, or %NULL with an error where it is
 *   cancelled
 */
GalleyReading *
galley_reader_fast_read (const GalleyReaderModel *model,
                         const GalleyText *text,
                         const gboolean *wanted,
                         GalleyProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree GalleyReaderDecoder *decoder = g_new (GalleyReaderDecoder, 1);
  g_autoptr (GalleyReading) reading = galley_reading_new ();

  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      if (wanted != NULL && !wanted[i])
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      read_paragraph (model, text, i, decoder, reading->marks);
      if (progress != NULL && (i + 1) % TELL_STEP == 0)
        progress ((double) (i + 1) / text->paragraphs->len, user_data);
    }
  return g_steal_pointer (&reading);
}

static GalleyReading *
read_text (const GalleyText *text,
           const gboolean *wanted,
           GalleyProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  return galley_reader_fast_read (
      get_model (), text, wanted, progress, user_data, cancellable, error);
}

static gpointer
make_reader (gpointer unused)
{
  static GalleyReader reader = { .id = "fast", .read = read_text };

  reader.model = galley_linear_model_get_version (get_model ()->linear);
  return &reader;
}

/**
 * galley_reader_fast_get:
 *
 * The reader of linear models: two passes of a structured perceptron, the second in the light of
 * the first.
 *
 * Returns: (transfer none): the reader
 */
const GalleyReader *
galley_reader_fast_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_reader, NULL);
}
