/* test-linear-model.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/galley-error.h"
#include "language/galley-linear-model-private.h"
#include "language/galley-linear-model-writer.h"
#include "language/galley-linear-model.h"

#define N_LABELS 3
#define BITS     4

/* Two in one bucket, told apart by their highest bits; one whose weights are all too small. */
#define ONE         0x12300005u
#define SAME_BUCKET 0x45600005u
#define OTHER       0x0000000fu
#define NOTHING     0x78900002u
#define UNKNOWN     0x99900005u

typedef GBytes *(*MakeModel) (void);

static GBytes *
make_model (void)
{
  static const char *const labels[N_LABELS] = { "O", "B-cue", "I-cue" };
  static const float transitions[N_LABELS * N_LABELS] = { 0, 1, -2, 0.5f, 0, 3, 0, 0, 0 };
  static const float parameters[] = { 0.25f, -7 };
  static const guint32 features[] = { ONE, SAME_BUCKET, OTHER, NOTHING };
  static const float weights[G_N_ELEMENTS (features) * N_LABELS] = {
    0, 511, -300, 100, 0, 0, -511, 0, 0, 0, 0.4f, 1
  };
  GalleyLinearWeights learnt = {
    .version = "test-1",
    .labels = labels,
    .n_labels = N_LABELS,
    .bits = BITS,
    .features = features,
    .weights = weights,
    .n_features = G_N_ELEMENTS (features),
    .least = 2,
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = G_N_ELEMENTS (parameters),
  };

  return galley_linear_weights_to_bytes (&learnt);
}

static void
test_round_trip (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, &error);
  const guint32 features[] = { ONE, ONE, SAME_BUCKET, OTHER, NOTHING, UNKNOWN };
  gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpstr (galley_linear_model_get_version (model), ==, "test-1");
  g_assert_cmpuint (model->n_labels, ==, N_LABELS);
  g_assert_cmpstr (galley_linear_model_get_label (model, 1), ==, "B-cue");
  g_assert_cmpint (galley_linear_model_find_label (model, "I-cue"), ==, 2);
  g_assert_cmpint (galley_linear_model_find_label (model, "I-"), ==, -1);
  g_assert_cmpfloat (galley_linear_model_get_parameter (model, 0), ==, 0.25f);
  g_assert_cmpfloat (galley_linear_model_get_parameter (model, 1), ==, -7);
  g_assert_cmpint (galley_linear_model_get_transition (model, 0, 2), ==, -2);
  g_assert_cmpint (galley_linear_model_get_transition (model, 1, 2), ==, 3);
  galley_linear_model_add_all (model, features, G_N_ELEMENTS (features), scores);
  g_assert_cmpint (scores[0], ==, 100 - 511);
  g_assert_cmpint (scores[1], ==, 2 * 511);
  g_assert_cmpint (scores[2], ==, 2 * -300);
}

/* Two labels that know a feature of the model above, in its bucket, and one of their own. */
static GBytes *
make_other (void)
{
  static const char *const labels[] = { "O", "B-cue" };
  static const float transitions[] = { 4, 0, 0, 6 };
  static const float parameters[] = { 3 };
  static const guint32 features[] = { SAME_BUCKET, UNKNOWN };
  static const float weights[] = { 7, -511, 0, 9 };
  GalleyLinearWeights learnt = {
    .version = "test-2",
    .labels = labels,
    .n_labels = G_N_ELEMENTS (labels),
    .bits = BITS,
    .features = features,
    .weights = weights,
    .n_features = G_N_ELEMENTS (features),
    .transitions = transitions,
    .parameters = parameters,
    .n_parameters = G_N_ELEMENTS (parameters),
  };

  return galley_linear_weights_to_bytes (&learnt);
}

/* Both in one file of dense rows. */
static GBytes *
make_joined (void)
{
  g_autoptr (GBytes) first = make_model ();
  g_autoptr (GBytes) second = make_other ();
  g_autoptr (GalleyLinearModel) one = galley_linear_model_new (first, NULL);
  g_autoptr (GalleyLinearModel) two = galley_linear_model_new (second, NULL);

  return galley_linear_model_join (one, two);
}

/* Every feature says in the joined file what it said in each of the two, weights that take several
 * rows among them. */
static void
test_join (void)
{
  g_autoptr (GBytes) first = make_model ();
  g_autoptr (GBytes) second = make_other ();
  g_autoptr (GalleyLinearModel) one = galley_linear_model_new (first, NULL);
  g_autoptr (GalleyLinearModel) two = galley_linear_model_new (second, NULL);
  g_autoptr (GBytes) bytes = make_joined ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) both = galley_linear_model_new (bytes, &error);
  const guint32 features[] = { ONE, SAME_BUCKET, OTHER, NOTHING, UNKNOWN };

  g_assert_no_error (error);
  g_assert_cmpstr (galley_linear_model_get_version (both), ==, "test-2");
  g_assert_cmpuint (both->n_labels, ==, N_LABELS + 2);
  g_assert_cmpstr (galley_linear_model_get_label (both, 2), ==, "I-cue");
  g_assert_cmpstr (galley_linear_model_get_label (both, 4), ==, "B-cue");
  g_assert_cmpuint (both->n_parameters, ==, 1);
  g_assert_cmpfloat (galley_linear_model_get_parameter (both, 0), ==, 3);
  g_assert_cmpint (galley_linear_model_get_transition (both, 0, 2), ==, -2);
  g_assert_cmpint (galley_linear_model_get_transition (both, 4, 4), ==, 6);
  g_assert_cmpint (galley_linear_model_get_transition (both, 0, 4), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      gint32 apart[GALLEY_LINEAR_N_SCORES] = { 0 };
      gint32 joined[GALLEY_LINEAR_N_SCORES] = { 0 };

      galley_linear_model_add (one, features[i], apart);
      galley_linear_model_add (two, features[i], apart + N_LABELS);
      galley_linear_model_add (both, features[i], joined);
      g_assert_cmpmem (apart, sizeof apart, joined, sizeof joined);
    }
}

/* The largest weights of very many features do not run over. */
static void
test_many_features (void)
{
  g_autoptr (GBytes) bytes = make_joined ();
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, NULL);
  guint32 features[1000];
  gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    features[i] = ONE;
  galley_linear_model_add_all (model, features, G_N_ELEMENTS (features), scores);
  g_assert_cmpint (scores[1], ==, 1000 * 511);
  g_assert_cmpint (scores[2], ==, 1000 * -300);
  g_assert_cmpint (scores[3], ==, 0);
}

static void
assert_refused (gconstpointer data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyLinearModel) model = galley_linear_model_new (bytes, &error);

  g_assert_null (model);
  g_assert_error (error, GALLEY_ERROR, GALLEY_ERROR_MODEL);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_cut_short (gconstpointer make)
{
  g_autoptr (GBytes) bytes = ((MakeModel) make) ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size; length++)
    assert_refused (data, length);
}

static void
test_too_long (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  memcpy (longer, data, size);
  assert_refused (longer, size + 1);
}

/* Every bit of the file matters. */
static void
test_flipped (gconstpointer make)
{
  g_autoptr (GBytes) bytes = ((MakeModel) make) ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *damaged = g_memdup2 (data, size);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      damaged[bit / 8] ^= (guint8) (1u << bit % 8);
      assert_refused (damaged, size);
      damaged[bit / 8] ^= (guint8) (1u << bit % 8);
    }
}

static void
test_other_version (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *other = g_memdup2 (data, size);

  ((GalleyLinearHeader *) other)->start.format = GUINT32_TO_LE (GALLEY_LINEAR_FORMAT + 1);
  assert_refused (other, size);
}

/* A right checksum over numbers that cannot be: a file that was made to do harm. */
static void
test_forged (gconstpointer make)
{
  g_autoptr (GBytes) bytes = ((MakeModel) make) ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  static const guint32 extremes[] = { 0, 1, 63, 65, 0x7fffffff, 0x80000000, 0xffffffff };

  for (gsize place = GALLEY_LEARNT_CHECKED_FROM; place < size - 4; place += 4)
    for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
      {
        g_autofree guint8 *forged = g_memdup2 (data, size);
        g_autoptr (GBytes) file = NULL;
        g_autoptr (GalleyLinearModel) model = NULL;
        gint32 scores[GALLEY_LINEAR_N_SCORES] = { 0 };
        guint32 value = GUINT32_TO_LE (extremes[i]);

        memcpy (forged + place, &value, sizeof value);
        galley_learnt_file_seal (forged, size);
        file = g_bytes_new_take (g_steal_pointer (&forged), size);
        model = galley_linear_model_new (file, NULL);
        for (guint32 feature = 0; model != NULL && feature < 64; feature++)
          galley_linear_model_add (model, feature << 26 | feature, scores);
      }
}

static void
test_unaligned (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *shifted = g_malloc (size + 1);
  g_autoptr (GBytes) slice = NULL;
  g_autoptr (GalleyLinearModel) model = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (shifted + 1, data, size);
  slice = g_bytes_new_static (shifted + 1, size);
  model = galley_linear_model_new (slice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (model->n_labels, ==, N_LABELS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linear-model/round-trip", test_round_trip);
  g_test_add_func ("/linear-model/join", test_join);
  g_test_add_func ("/linear-model/many-features", test_many_features);
  g_test_add_data_func ("/linear-model/units/cut-short", make_model, test_cut_short);
  g_test_add_data_func ("/linear-model/rows/cut-short", make_joined, test_cut_short);
  g_test_add_func ("/linear-model/too-long", test_too_long);
  g_test_add_data_func ("/linear-model/units/flipped", make_model, test_flipped);
  g_test_add_data_func ("/linear-model/rows/flipped", make_joined, test_flipped);
  g_test_add_func ("/linear-model/other-version", test_other_version);
  g_test_add_data_func ("/linear-model/units/forged", make_model, test_forged);
  g_test_add_data_func ("/linear-model/rows/forged", make_joined, test_forged);
  g_test_add_func ("/linear-model/unaligned", test_unaligned);
  return g_test_run ();
}
