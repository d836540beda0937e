/* test-link.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-link-features.h"
#include "detect/galley-link.h"
#include "detect/galley-words.h"

#include "unit/detect/galley-marked.h"

typedef struct
{
  const char *name;
  const char *marked;
  const char *linked; /* source<cue<content+content, attributions parted by " | " */
} Case;

static const Case cases[] = {
  { "source-cue-content", "{S:Ann Lee} {C:said} {K:it rained}.", "Ann Lee<said<it rained" },
  { "content-source-cue", "{K:It rained}, {S:Ann Lee} {C:said}.", "Ann Lee<said<It rained" },
  { "content-cue-source", "{K:“It rained,”} {C:said} {S:Ann Lee}.", "Ann Lee<said<“It rained,”" },
  { "according-to",
    "{C:According to} {S:the report}, {K:costs rose}. Nobody minded.",
    "the report<According to<costs rose" },
  { "according-to-last",
    "{K:Costs rose}, {C:according to} {S:the report}.",
    "the report<according to<Costs rose" },
  { "split-quote",
    "{K:“It rained,”} {S:he} {C:said}. {K:“It rained a lot.”}",
    "he<said<“It rained,”+“It rained a lot.”" },
  { "two-cues-one-source",
    "{S:Ann Lee} {C:said} {K:it rained} and {C:added} {K:that it was cold}.",
    "Ann Lee<said<it rained | Ann Lee<added<that it was cold" },
  { "two-in-one-sentence",
    "{S:Ann Lee} {C:said} {K:it rained}, but {S:Bo Kim} {C:denied} {K:it}.",
    "Ann Lee<said<it rained | Bo Kim<denied<it" },
  { "no-source", "The firm {C:was accused} {K:of fraud}.", "-<was accused<of fraud" },
  { "no-cue", "{K:“It rained all day.”}", "-<-<“It rained all day.”" },
  { "name-without-cue", "{S:Ann Lee} {K:“I like it.”}", "Ann Lee<-<“I like it.”" },
  { "name-after-dash", "{K:“I like it.”} — {S:Ann Lee}", "Ann Lee<-<“I like it.”" },
  { "signed",
    "{K:“I like it.”} {C:—} {S:Ann Lee}\n{K:“So do I.”} {C:—} {S:Bo Kim}\n{K:“I do not.”}",
    "Ann Lee<—<“I like it.” | Bo Kim<—<“So do I.” | -<-<“I do not.”" },
  { "labelled",
    "{S:LEE}{C::} {K:I like it.}\n{K:I always did.}\n{S:KIM}{C::} {K:So do I.}",
    "LEE<:<I like it.+I always did. | KIM<:<So do I." },
  { "exchange",
    "{K:“Did it rain?”} {S:Ann Lee} {C:asked}.\n\n{K:“All day,”} {S:Bo Kim} "
    "{C:replied}.\n\n{K:“And "
    "then?”} {S:she} {C:asked}.",
    "Ann Lee<asked<“Did it rain?” | Bo Kim<replied<“All day,” | she<asked<“And then?”" },
  { "participle-behind-an-object",
    "{S:Ann Lee} praised {S:Bo Kim} for his work, {C:saying} {K:it had saved the harvest}.",
    "Ann Lee<saying<it had saved the harvest" },
  { "missed-cue",
    "{S:Ann Lee} shook her head: {K:“It never rains here.”}\n\n{S:Bo Kim} {C:said} {K:it did}.",
    "Ann Lee<-<“It never rains here.” | Bo Kim<said<it did" },
  { "mention", "The crowd waved its {K:“No more rain”} banners.", "" },
  { "cue-without-content", "{S:Ann Lee} {C:spoke}.", "" },
  { "source-alone", "{S:Ann Lee} left.", "" },
  { "multi-paragraph",
    "{S:Ann Lee} {C:said}: {K:“It rained.}\n\n{K:“Then it snowed.”}",
    "Ann Lee<said<“It rained.+“Then it snowed.”" },
  { "multi-paragraph-before-another",
    "{S:Ann Lee} {C:said}: {K:“It rained.}\n\n{K:“Then it snowed.”}\n\n{S:Bo Kim} {C:said} {K:no}.",
    "Ann Lee<said<“It rained.+“Then it snowed.” | Bo Kim<said<no" },
  { "relative-pronoun",
    "Bo Kim, {S:who} {C:believes} {K:in rain}, smiled.",
    "who<believes<in rain" },
  { "participle-behind-a-relative-clause",
    "They waved at {S:Bo Kim}, {S:who} left early, {C:saying} {K:“I am ill.”}",
    "Bo Kim<saying<“I am ill.”" },
  { "topic-before-block",
    "In a book, {S:Torv} {C:described} {K:the winter of 1962}:\n\n{K:“It was cold. We burned the "
    "chairs.}\n\n{K:“Then it thawed.”}",
    "Torv<described<“It was cold. We burned the chairs.+“Then it thawed.”" },
  { "topic-with-a-verb",
    "{S:Torv} {C:said} {K:that it was cold}: {K:“We burned the chairs.”}",
    "Torv<said<that it was cold+“We burned the chairs.”" },
  { "utterance",
    "{S:Her husband} {C:shouted} {K:“That’s enough” from the public gallery}.",
    "Her husband<shouted<“That’s enough”" },
  { "utterance-goes-on",
    "{S:He} {C:said} {K:“It rains” was all he knew}.",
    "He<said<“It rains” was all he knew" },
  { "no-utterance",
    "{S:He} {C:promised} {K:“full support” for the plan}.",
    "He<promised<“full support” for the plan" },
  { "stray-part",
    "{S:The regime} {C:insists} {K:on the disputed land}, a stance that for many long years and in "
    "all of the capitals has slowed the peace {K:and risks further escalation}.",
    "The regime<insists<on the disputed land" },
  { "comment-behind-a-quotation",
    "{K:“It is huge,”} {S:Ann Lee} {C:said}, {K:a hint of pride in her voice}.",
    "Ann Lee<said<“It is huge,”" },
  { "more-behind-a-quotation",
    "{K:“It is bad luck,”} {S:he} {C:said}, {K:that it rained on both days}.",
    "he<said<“It is bad luck,”+that it rained on both days" },
  { "no-comment-behind-words",
    "{K:It was late}, {S:he} {C:said}, {K:and the boys trailed behind}.",
    "he<said<It was late+and the boys trailed behind" },
  { "part-behind-the-source",
    "{K:“It rained,”} {S:Ann Lee, who runs a small shop on the corner of the square,} {C:said}, "
    "{K:“and it was cold.”}",
    "Ann Lee, who runs a small shop on the corner of the square,<said<“It rained,”+“and it was "
    "cold.”" },
  { "nothing", "It rained.", "" },
};

static void
append_run (GString *string, const GalleyText *text, GalleyTokenRun run)
{
  g_autofree char *words = galley_run_dup (text, run.first_token, run.end_token);

  g_string_append (string, galley_run_is_empty (run) ? "-" : words);
}

static char *
describe (const GalleyText *text, GPtrArray *attributions)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < attributions->len; i++)
    {
      const GalleyAttribution *attribution = attributions->pdata[i];

      if (i > 0)
        g_string_append (string, " | ");
      append_run (string, text, attribution->source);
      g_string_append_c (string, '<');
      append_run (string, text, attribution->cue);
      for (guint j = 0; j < attribution->contents->len; j++)
        {
          g_string_append_c (string, j == 0 ? '<' : '+');
          append_run (string, text, g_array_index (attribution->contents, GalleyTokenRun, j));
        }
    }

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GalleyMarked) marked = galley_marked_new (one->marked);
  g_autoptr (GPtrArray) attributions = galley_marked_link (marked);
  g_autofree char *linked = describe (marked->text, attributions);

  g_assert_cmpstr (linked, ==, one->linked);
}

static void
test_probability (void)
{
  g_autoptr (GalleyMarked) marked = galley_marked_new ("{S:Ann Lee} {C:said} {K:it rained}.");
  g_autoptr (GPtrArray) attributions = NULL;

  g_array_index (marked->marks, GalleyMark, 1).probability = 0.6;
  attributions = galley_marked_link (marked);
  g_assert_cmpuint (attributions->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (((GalleyAttribution *) attributions->pdata[0])->probability,
                                  0.6,
                                  1e-9);
}

/* A thing behind a word that mostly reports nothing must be probable. */
static void
test_objects (void)
{
  static const struct
  {
    const char *marked;
    double probability;
    guint n;
  } objects[] = {
    { "{S:He} {C:hit} {K:Ukraine again}.", 0.2, 0 },
    { "{S:He} {C:hit} {K:Ukraine again}.", 0.8, 1 },
    { "{S:He} {C:hit} {K:“the liars”}.", 0.2, 1 },
    { "{S:He} {C:said} {K:nothing}.", 0.2, 1 },
    { "{S:He} {C:hit} {K:that they had gone}.", 0.2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (GalleyMarked) marked = galley_marked_new (objects[i].marked);
      g_autoptr (GPtrArray) attributions = NULL;

      g_array_index (marked->marks, GalleyMark, 1).probability = objects[i].probability;
      attributions = galley_marked_link (marked);
      g_assert_cmpuint (attributions->len, ==, objects[i].n);
    }
}

/* The mark at @from leans to the one at @to; to none if @to is negative. */
static void
add_lean (GalleyReading *reading, guint from, gint to)
{
  const GalleyMark *mark = &g_array_index (reading->marks, GalleyMark, from);
  GalleyLean lean = { mark->first_token, mark->end_token, GALLEY_LEAN_NONE, 1 };

  if (to >= 0)
    lean.target = g_array_index (reading->marks, GalleyMark, to).first_token;
  g_array_append_val (reading->leans, lean);
}

/* What a reader itself knows of what belongs together goes before order and distance, as far as it
 * is trusted. */
static void
test_leans (void)
{
  static const struct
  {
    const char *marked;
    guint from;
    gint to;
    const char *linked;
  } leaning[] = {
    { "{S:Ann Lee} {C:said} {K:it rained}, but {S:Bo Kim} {C:denied} {K:it}.",
      2,
      4,
      "Bo Kim<denied<it rained+it" },
    { "{S:Ann Lee} {C:said} {K:it rained}, but {S:Bo Kim} {C:denied} {K:it}.",
      4,
      0,
      "Ann Lee<said<it rained | Ann Lee<denied<it" },
    { "{S:Ann Lee} {C:said} {K:it rained}.", 1, -1, "-<said<it rained" },
    { "{S:Ann Lee} {C:said} {K:“It rained”}.", 2, -1, "Ann Lee<-<“It rained”" },
  };
  GalleyReaderTraits trusting = galley_reader_traits_fast;

  trusting.lean_to_cue = trusting.lean_to_source = 20;
  trusting.lean_alone = trusting.lean_nobody = 20;
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    {
      g_autoptr (GalleyMarked) marked = galley_marked_new (leaning[i].marked);
      g_autoptr (GArray) leans = g_array_new (FALSE, FALSE, sizeof (GalleyLean));
      GalleyReading reading = { .marks = marked->marks, .leans = leans };
      g_autoptr (GPtrArray) plain = galley_marked_link (marked);
      g_autoptr (GPtrArray) trusted = NULL;
      g_autoptr (GPtrArray) ignored = NULL;
      g_autofree char *before = describe (marked->text, plain);
      g_autofree char *after = NULL;
      g_autofree char *same = NULL;

      add_lean (&reading, leaning[i].from, leaning[i].to);
      trusted = galley_link_marks (marked->text, &reading, &trusting);
      ignored = galley_link_marks (marked->text, &reading, &galley_reader_traits_fast);
      after = describe (marked->text, trusted);
      same = describe (marked->text, ignored);
      g_assert_cmpstr (after, ==, leaning[i].linked);
      g_assert_cmpstr (same, ==, before);
    }
}

/* A table that does not fit the features would read beyond its end. */
static void
test_weights (void)
{
  g_assert_cmpuint (galley_link_n_source_features (), ==, galley_link_n_source_weights);
  g_assert_cmpuint (galley_link_n_content_features (), ==, galley_link_n_content_weights);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/link/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/link/probability", test_probability);
  g_test_add_func ("/link/objects", test_objects);
  g_test_add_func ("/link/leans", test_leans);
  g_test_add_func ("/link/weights", test_weights);

  return g_test_run ();
}
