/* test-json-hostile.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/galley-error.h"
#include "base/galley-limits.h"
#include "export/galley-json-writer.h"
#include "import/galley-importer.h"
#include "unit/import/review-fixture.h"

/* A sound file with one thing wrong: what stands for what, the error, and how its message begins.
 */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  int code;
  const char *message;
} Damage;

#define SOURCE_ITEM  "/first/items/3"
#define QUOTE_ITEM   "/first/items/0"
#define CHANGED_ITEM "/first/items/2"
#define OPINION_ITEM "/first/items/5"
#define MEANING      GALLEY_ERROR_MEANING
#define UNSUPPORTED  GALLEY_ERROR_UNSUPPORTED

static const Damage damages[] = {
  { "format-2",
    "galley:format\": 1",
    "galley:format\": 2",
    UNSUPPORTED,
    "/galley:format: a newer" },
  { "format-0", "galley:format\": 1", "galley:format\": 0", MEANING, "/galley:format: " },
  { "format-text", "galley:format\": 1", "galley:format\": \"1\"", MEANING, "/galley:format: " },
  { "format-fraction", "galley:format\": 1", "galley:format\": 1.0", MEANING, "/galley:format: " },
  { "format-huge",
    "galley:format\": 1",
    "galley:format\": 1e9",
    MEANING,
    "/galley:format: a whole number" },
  { "no-format", "galley:format", "gallery:format", UNSUPPORTED, "/: this is not" },
  { "no-context", "\"@context\"", "\"context\"", MEANING, "/: the member “@context”" },
  { "foreign-context", "anno.jsonld", "none.jsonld", MEANING, "/@context: " },
  { "collection-type", "AnnotationCollection", "Collection", MEANING, "/type: " },
  { "collection-id", "urn:uuid:00000000-0000-4000-8000-0000000000ff", "no id", MEANING, "/id: " },
  { "label-number",
    "\"label\": \"Bakers fear the night shift\"",
    "\"label\": 7",
    MEANING,
    "/label: a string" },
  { "total-wrong", "\"total\": 7", "\"total\": 8", MEANING, "/total: it says 8" },
  { "total-negative", "\"total\": 7", "\"total\": -7", MEANING, "/total: a whole number" },
  { "article-list",
    "\"galley:article\": {",
    "\"galley:article\": [], \"x\": {",
    MEANING,
    "/galley:article: an object" },
  { "no-text", "\"text\":", "\"texts\":", UNSUPPORTED, "/galley:article: the file was saved" },
  { "text-number", "\"text\": \"", "\"text\": 5, \"x\": \"", MEANING, "/galley:article/text: " },
  { "text-cr", "shift\\nBy", "shift\\r\\nBy", MEANING, "/galley:article/text: lines must" },
  { "digest", "\"sha256\": \"a", "\"sha256\": \"A", MEANING, "/galley:article/sha256: 64" },
  { "unit", "code point", "byte", MEANING, "/galley:article/unit: " },
  { "work", "\"analysis\"", "\"satire\"", UNSUPPORTED, "/galley:article/typeOfWork: " },
  { "block-type", "\"headline\"", "\"heading\"", UNSUPPORTED, "/galley:article/blocks/0/type: " },
  { "block-order",
    "\"start\": 28, \"end\": 39",
    "\"start\": 26, \"end\": 39",
    MEANING,
    "/galley:article/blocks/1: this part overlaps" },
  { "block-outside",
    "\"start\": 28, \"end\": 39",
    "\"start\": 28, \"end\": 3900",
    MEANING,
    "/galley:article/blocks/1: it ends at 3900" },
  { "first-list", "\"first\": {", "\"first\": [], \"x\": {", MEANING, "/first: an object" },
  { "first-elsewhere",
    "\"first\": {",
    "\"first\": \"http://example.org/1\", \"x\": {",
    MEANING,
    "/first: an object" },
  { "page-type", "AnnotationPage", "Page", MEANING, "/first/type: " },
  { "second-page",
    "\"startIndex\": 0",
    "\"startIndex\": 0, \"next\": \"http://example.org/2\"",
    UNSUPPORTED,
    "/first: all annotations" },
  { "item-null", "\"items\": [", "\"items\": [null, ", MEANING, "/first/items/0: an object" },
  { "item-type", "\"Annotation\"", "\"Remark\"", MEANING, QUOTE_ITEM "/type: " },
  { "item-id", "urn:uuid:4f8baceb-", "4f8baceb ", MEANING, QUOTE_ITEM "/id: " },
  { "same-id",
    "urn:uuid:00000000-0000-4000-8000-00000000000b",
    "urn:uuid:00000000-0000-4000-8000-00000000000a",
    MEANING,
    CHANGED_ITEM "/id: another" },
  { "motivation", "\"classifying\"", "\"linking\"", MEANING, QUOTE_ITEM "/motivation: " },
  { "creator-text",
    "\"creator\": {\"type\": \"Software\"",
    "\"creator\": \"me\", \"x\": {\"type\": \"Software\"",
    MEANING,
    QUOTE_ITEM "/creator: " },
  { "creator-type", "\"Software\"", "\"Horse\"", UNSUPPORTED, QUOTE_ITEM "/creator/type: " },
  { "unknown-kind",
    "\"galley:kind\": \"quote\"",
    "\"galley:kind\": \"joke\"",
    UNSUPPORTED,
    QUOTE_ITEM "/galley:kind: " },
  { "unknown-type",
    "\"galley:type\": \"mixed\"",
    "\"galley:type\": \"sung\"",
    UNSUPPORTED,
    QUOTE_ITEM "/galley:type: this version of Galley does not know “sung”" },
  { "no-type",
    "\"galley:type\": \"mixed\"",
    "\"x:type\": \"mixed\"",
    MEANING,
    QUOTE_ITEM ": the member “galley:type”" },
  { "note-type",
    "\"galley:kind\": \"note\"",
    "\"galley:kind\": \"note\", \"galley:type\": \"x\"",
    MEANING,
    "/first/items/4/galley:type: " },
  { "unknown-flag",
    "[\"altered\"]",
    "[\"altered\", \"sung\"]",
    UNSUPPORTED,
    QUOTE_ITEM "/galley:flags/1: " },
  { "flag-of-a-source", "[\"altered\"]", "[\"named\"]", UNSUPPORTED, QUOTE_ITEM "/galley:flags/0" },
  { "manner-list",
    "\"galley:manner\": \"speech\"",
    "\"galley:manner\": [\"speech\"]",
    MEANING,
    QUOTE_ITEM "/galley:manner: a string" },
  { "cue-outside",
    "\"galley:cue\": [{\"start\": 69, \"end\": 73}]",
    "\"galley:cue\": [{\"start\": 69, \"end\": 4294967295}]",
    MEANING,
    QUOTE_ITEM "/galley:cue/0: it ends at 4294967295" },
  { "cue-too-large",
    "\"galley:cue\": [{\"start\": 69, \"end\": 73}]",
    "\"galley:cue\": [{\"start\": 69, \"end\": 4294967296}]",
    MEANING,
    QUOTE_ITEM "/galley:cue/0/end: a whole number" },
  { "no-target",
    "\"target\": [",
    "\"target\": [], \"x\": [",
    MEANING,
    QUOTE_ITEM "/target: there" },
  { "target-text",
    "\"target\": [",
    "\"target\": \"urn:x:y\", \"x\": [",
    MEANING,
    QUOTE_ITEM "/target: a list" },
  { "target-source",
    "ni:///sha-256;o",
    "ni:///sha-256;x",
    MEANING,
    QUOTE_ITEM "/target/0/source: " },
  { "no-position",
    "TextPositionSelector",
    "XPathSelector",
    MEANING,
    QUOTE_ITEM "/target/0/selector: a Text" },
  { "selector-text",
    "\"selector\": [",
    "\"selector\": [\"all\", ",
    MEANING,
    QUOTE_ITEM "/target/0/selector/0: an object" },
  { "start-is-end",
    "\"start\": 41, \"end\": 53",
    "\"start\": 53, \"end\": 53",
    MEANING,
    QUOTE_ITEM "/target/0/selector/0: it ends before" },
  { "start-negative",
    "\"start\": 41, \"end\": 53",
    "\"start\": -1, \"end\": 53",
    MEANING,
    QUOTE_ITEM "/target/0/selector/0/start: a whole" },
  { "end-outside",
    "\"start\": 85, \"end\": 102",
    "\"start\": 85, \"end\": 1020",
    MEANING,
    QUOTE_ITEM "/target/1/selector/0: it ends at 1020, behind the end of the text at " },
  { "parts-overlap",
    "\"start\": 85, \"end\": 102},\n              {\"type\": \"TextQuoteSelector\"",
    "\"start\": 52, \"end\": 102},\n              {\"type\": \"x:TextQuoteSelector\"",
    MEANING,
    QUOTE_ITEM "/target/1: this part overlaps" },
  { "other-words",
    "\"exact\": \"“The ovens,”\"",
    "\"exact\": \"“The irons,”\"",
    MEANING,
    QUOTE_ITEM "/target/0/selector/1/exact: the article has other words" },
  { "other-prefix",
    "\"prefix\": \"ar the",
    "\"prefix\": \"er the",
    MEANING,
    QUOTE_ITEM "/target/0/selector/1/prefix: " },
  { "other-suffix",
    "\"suffix\": \" Mayor",
    "\"suffix\": \" Major",
    MEANING,
    QUOTE_ITEM "/target/0/selector/1/suffix: " },
  { "body-kind",
    "\"purpose\": \"classifying\", \"value\": \"quote\"",
    "\"purpose\": \"classifying\", \"value\": \"note\"",
    MEANING,
    QUOTE_ITEM "/body/0/value: “quote”" },
  { "body-number",
    "\"value\": \"Check the tape.\\nTwice.\"",
    "\"value\": 12",
    MEANING,
    QUOTE_ITEM "/body/2/value: a string" },
  { "strength-2",
    "\"galley:strength\": 0.93",
    "\"galley:strength\": 2",
    MEANING,
    QUOTE_ITEM "/galley:strength: a number" },
  { "strength-text",
    "\"galley:strength\": 0.93",
    "\"galley:strength\": \"high\"",
    MEANING,
    QUOTE_ITEM "/galley:strength: a number" },
  { "strength-exponent",
    "\"galley:strength\": 0.93",
    "\"galley:strength\": 1E+1",
    MEANING,
    QUOTE_ITEM "/galley:strength: a number from" },
  { "integer-too-large",
    "\"galley:strength\": 0.93",
    "\"x:n\": 9223372036854775808",
    GALLEY_ERROR_LIMIT,
    "line " },
  { "integer-too-small",
    "\"galley:strength\": 0.93",
    "\"x:n\": -9223372036854775809",
    GALLEY_ERROR_LIMIT,
    "line " },
  { "not-finite", "\"galley:strength\": 0.93", "\"x:n\": [-1e400]", GALLEY_ERROR_LIMIT, "line " },
  { "reason-args",
    "\"args\": [\"said\"",
    "\"args\": [4",
    MEANING,
    QUOTE_ITEM "/galley:reason/args/0: a string" },
  { "evidence-role",
    "\"role\": \"loaded-word\"",
    "\"role\": \"<b>\"",
    UNSUPPORTED,
    OPINION_ITEM "/galley:evidence/0: " },
  { "dangling-source",
    "\"galley:source\": \"urn:uuid:b",
    "\"galley:source\": \"urn:uuid:c",
    MEANING,
    QUOTE_ITEM "/galley:source: the file has no" },
  { "source-is-a-note",
    "\"galley:source\": \"urn:uuid:b584f42f-9f05-5344-8aad-0219ae34b570\"",
    "\"galley:source\": \"urn:uuid:00000000-0000-4000-8000-000000000001\"",
    MEANING,
    QUOTE_ITEM "/galley:source: the annotation of this id is no source" },
  { "verdict-on-nothing",
    "\"target\": \"urn:uuid:4f8baceb-",
    "\"target\": \"urn:uuid:5f8baceb-",
    MEANING,
    "/first/items/1/target: the file has no" },
  { "verdict-on-a-verdict",
    "\"target\": \"urn:uuid:4f8baceb-af88-504a-b201-a662be6b7c71\"",
    "\"target\": \"urn:uuid:00000000-0000-4000-8000-00000000000b\"",
    MEANING,
    "/first/items/1/target: the file has no" },
  { "verdict-of-a-program",
    "{\"type\": \"Person\", \"nickname\": \"Ana\"}",
    "{\"type\": \"Software\", \"name\": \"Ana\"}",
    MEANING,
    "/first/items/1/creator/type: " },
  { "verdict-unknown", "\"accepted\"", "\"adored\"", UNSUPPORTED, "/first/items/1/body/value: " },
  { "verdict-unreviewed",
    "\"accepted\"",
    "\"unreviewed\"",
    UNSUPPORTED,
    "/first/items/1/body/value: " },
  { "verdict-time",
    "2026-03-03T08:15:00Z",
    "2026-03-03T08:15:00",
    MEANING,
    "/first/items/1/created: " },
  { "note-time", "2026-03-03T08:20:00Z", "yesterday", MEANING, "/first/items/4/modified: " },
  { "changed-to-nothing",
    "\"galley:revision\"",
    "\"x:revision\"",
    MEANING,
    CHANGED_ITEM ": the member “galley:revision”" },
  { "revision-type",
    "\"galley:type\": \"direct\"",
    "\"galley:type\": \"person\"",
    UNSUPPORTED,
    CHANGED_ITEM "/galley:revision/galley:type: " },
  { "reject-reason",
    "\"not-an-opinion\"",
    "\"just-because\"",
    UNSUPPORTED,
    "/first/items/6/galley:rejectReason: " },
  { "name-number",
    "\"galley:name\": \"Åse Holm\"",
    "\"galley:name\": 1",
    MEANING,
    SOURCE_ITEM "/galley:name: a string" },
  { "ladder", "\"N0\"", "\"N9\"", UNSUPPORTED, SOURCE_ITEM "/galley:ladder: " },
  { "twice",
    "\"galley:format\": 1,",
    "\"galley:format\": 1, \"galley:format\": 1,",
    GALLEY_ERROR_SYNTAX,
    "line 7, column " },
  { "cut", "\"galley:format\": 1,", "\"galley:format\": 1,\0", GALLEY_ERROR_SYNTAX, "line 7, " },
};

static GString *
apply (const GString *file, const Damage *damage)
{
  const char *place = strstr (file->str, damage->from);
  GString *damaged = g_string_new (NULL);

  g_assert_nonnull (place);
  g_string_append_len (damaged, file->str, place - file->str);
  g_string_append (damaged, damage->to);
  if (strcmp (damage->name, "cut") != 0)
    g_string_append (damaged, place + strlen (damage->from));

  return damaged;
}

static GalleyReview *
read_string (const GString *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->str, file->len);
  gboolean text_matches;

  return galley_json_read (bytes, &text_matches, error);
}

static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  g_autoptr (GString) damaged = apply (file, damage);
  g_autoptr (GalleyReview) read = NULL;
  g_autoptr (GError) error = NULL;

  read = read_string (damaged, &error);
  g_assert_null (read);
  g_assert_error (error, GALLEY_ERROR, damage->code);
  if (!g_str_has_prefix (error->message, damage->message))
    g_error ("“%s” does not begin with “%s”", error->message, damage->message);
}

static void
assert_refused (const GString *file, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReview) review = read_string (file, &error);

  g_assert_null (review);
  g_assert_error (error, GALLEY_ERROR, code);
  if (!g_str_has_prefix (error->message, message))
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

/* A file whose page holds what @items says, and @total of it. */
static GString *
make_file (const char *items, guint total)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Nothing here.\n");
  GString *file = galley_json_write (review, FALSE);
  g_autofree char *count = g_strdup_printf ("\"total\": %u", total);

  g_string_replace (file, "\"total\": 0", count, 1);
  g_string_truncate (file, file->len - strlen ("\n}\n"));
  g_string_append (file,
                   ",\"first\":{\"id\":\"urn:x:p\",\"type\":\"AnnotationPage\",\"startIndex\":0,"
                   "\"items\":[");
  g_string_append (file, items);
  g_string_append (file, "]}}");

  return file;
}

static void
test_no_items (void)
{
  g_autoptr (GString) file = make_file ("", 0);

  assert_refused (file, GALLEY_ERROR_MEANING, "/first/items: a page without");
}

static void
append_note (GString *items, const char *id)
{
  g_autoptr (GalleyReview) review = galley_test_review ("Nothing here.\n");
  GalleyAnnotation *note;
  g_autoptr (GString) file = NULL;
  const char *first, *last;

  note = galley_review_add (review,
                            GALLEY_KIND_NOTE,
                            galley_details_new (NULL, galley_spans_new_one (0, 7)));
  file = galley_json_write_line (review, FALSE);
  g_string_replace (file, galley_annotation_get_id (note), id, 0);
  first = strstr (file->str, "\"items\":[") + strlen ("\"items\":[");
  last = strrchr (file->str, ']');
  if (items->len > 0)
    g_string_append_c (items, ',');
  g_string_append_len (items, first, last - first);
}

static void
test_too_many_items (void)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) file = NULL;

  append_note (note, "urn:x:ID");
  for (guint i = 0; i <= GALLEY_LIMIT_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("urn:x:%u", i);
      g_auto (GStrv) parts = g_strsplit (note->str, "urn:x:ID", 2);

      g_string_append_printf (items, "%s%s%s%s", i > 0 ? "," : "", parts[0], id, parts[1]);
    }
  file = make_file (items->str, GALLEY_LIMIT_ITEMS + 1);

  assert_refused (file, GALLEY_ERROR_LIMIT, "/first/items: there are more than 100,000");
}

/* Ids that g_str_hash() puts into one slot. */
static void
test_colliding_ids (void)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) file = NULL;
  g_autoptr (GalleyReview) review = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  guint count = 4096;

  append_note (note, "urn:x:ID");
  parts = g_strsplit (note->str, "urn:x:ID", 2);
  for (guint i = 0; i < count; i++)
    {
      g_string_append_printf (items, "%s%surn:x:", i > 0 ? "," : "", parts[0]);
      for (guint bit = 0; bit < 12; bit++)
        g_string_append (items, i & 1u << bit ? "aB" : "b!");
      g_string_append (items, parts[1]);
    }
  file = make_file (items->str, count);

  review = read_string (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (galley_review_get_n_annotations (review), ==, count);
}

static void
test_depth_bomb (void)
{
  g_autoptr (GString) bomb = g_string_new (NULL);
  g_autoptr (GString) file = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (bomb, '[');
  file = make_file (bomb->str, 1);

  assert_refused (file, GALLEY_ERROR_LIMIT, "line ");
}

static void
test_long_string (void)
{
  g_autofree char *filler = g_strnfill (GALLEY_LIMIT_STRING + 1, 'x');
  g_autofree char *item = g_strdup_printf ("{\"id\":\"%s\"}", filler);
  g_autoptr (GString) file = make_file (item, 1);

  assert_refused (file, GALLEY_ERROR_LIMIT, "line ");
}

static void
test_not_an_object (void)
{
  static const char *const texts[] = { "[]", "null", "7", "\"galley:format\"" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) file = g_string_new (texts[i]);

      assert_refused (file, GALLEY_ERROR_MEANING, "/: an object");
    }
}

static void
mutate (GString *file, GRand *rand)
{
  static const char bytes[] = "\"{}[],:\\0123456789-.eEutfn \n\x80\xff";
  guint n_edits = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n_edits && file->len > 0; i++)
    {
      gssize place = g_rand_int_range (rand, 0, (gint32) file->len);
      gssize length = MIN (g_rand_int_range (rand, 1, 40), (gssize) file->len - place);
      char byte = bytes[g_rand_int_range (rand, 0, sizeof bytes)];
      g_autofree char *copy = g_strndup (file->str + place, (gsize) length);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          file->str[place] = byte;
          break;
        case 1:
          g_string_insert_c (file, place, byte);
          break;
        case 2:
          g_string_erase (file, place, length);
          break;
        case 3:
          g_string_insert (file, g_rand_int_range (rand, 0, (gint32) file->len), copy);
          break;
        default:
          file->str[place] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
          break;
        }
    }
}

/* Whatever comes: an error, or a review that can be written and read again. */
static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  g_autoptr (GalleyReview) review = fixture_review ();
  g_autoptr (GString) file = galley_json_write (review, FALSE);
  guint n_read = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) mutated = g_string_new_len (file->str, (gssize) file->len);
      g_autoptr (GalleyReview) read = NULL;
      g_autoptr (GError) error = NULL;

      mutate (mutated, rand);
      read = read_string (mutated, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read != NULL)
        {
          g_autoptr (GString) again = galley_json_write (read, FALSE);
          g_autoptr (GBytes) bytes = g_bytes_new (again->str, again->len);
          g_autoptr (GError) problem = NULL;
          g_autoptr (GalleyReview) second = galley_json_read (bytes, NULL, &problem);

          g_assert_no_error (problem);
          n_read++;
        }
    }
  g_test_message ("%u of 4000 could still be read", n_read);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/import/json/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/import/json/hostile/no-items", test_no_items);
  g_test_add_func ("/import/json/hostile/too-many-items", test_too_many_items);
  g_test_add_func ("/import/json/hostile/colliding-ids", test_colliding_ids);
  g_test_add_func ("/import/json/hostile/depth-bomb", test_depth_bomb);
  g_test_add_func ("/import/json/hostile/long-string", test_long_string);
  g_test_add_func ("/import/json/hostile/not-an-object", test_not_an_object);
  g_test_add_func ("/import/json/hostile/mutations", test_mutations);

  return g_test_run ();
}
