/* galley-people.c
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/galley-people.h"

#include <string.h>

#include "base/galley-hash.h"
#include "language/galley-tagger.h"

#include "detect/galley-mention.h"
#include "detect/galley-names-private.h"
#include "detect/galley-words.h"

/* How many bearers of one surname, and how many holders of one office, are told apart. */
#define MAX_NAMESAKES 12

#define MAX_PARTICLES 3

typedef struct
{
  guint token;
  gint person;
} Holder;

struct _GalleyPeople
{
  GPtrArray *people;
  GHashTable *by_surname; /* folded word -> GArray of gint */
  GHashTable *by_given;   /* folded word -> GArray of gint */
  GHashTable *by_role;    /* folded noun -> GArray of Holder */
  GHashTable *by_noun;    /* folded word of bodies' names -> GArray of GalleyTokenRun */
  GHashTable *initials;   /* "FBI" -> "federal bureau of investigation" */
  GArray *openers;        /* gint for each sentence */
};

static void
person_free (gpointer data)
{
  GalleyPerson *person = data;

  g_free (person->name);
  g_free (person->given);
  g_free (person->surname);
  g_free (person->role);
  g_array_unref (person->mentions);
  g_free (person);
}

static void
remember (GHashTable *table, const char *word, gint person)
{
  GArray *list = g_hash_table_lookup (table, word);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (gint));
      g_hash_table_insert (table, g_strdup (word), list);
    }
  if (list->len < MAX_NAMESAKES)
    g_array_append_val (list, person);
}

static void
remember_role (GalleyPeople *self, const GalleyText *text, GalleyTokenRun role, gint person)
{
  Holder holder = { role.first_token, person };

  for (guint i = role.first_token; i < role.end_token; i++)
    {
      GalleyWord folded;
      const char *word;
      GArray *list;

      if (!galley_title_token (text, i) && !_galley_name_is_trade (text, i))
        continue;
      word = galley_noun_long_form (galley_word_fold (text, i, folded));
      list = g_hash_table_lookup (self->by_role, word);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Holder));
          g_hash_table_insert (self->by_role, g_strdup (word), list);
        }
      g_array_append_val (list, holder);
    }
}

/* Initials do not tell two names apart: Donald J. Trump is Donald Trump. */
static gint
find_full (const GalleyPeople *self, const char *given, const char *surname)
{
  GArray *list = g_hash_table_lookup (self->by_surname, surname);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      gint position = g_array_index (list, gint, i);

      if (strcmp (galley_people_get (self, (guint) position)->given, given) == 0)
        return position;
    }

  return -1;
}

static guint
surname_token (const GalleyText *text, GalleyTokenRun name)
{
  static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL };
  guint last = name.end_token - 1;

  if (last > name.first_token && galley_word_is_one_of (text, last, suffixes))
    last--;

  return last;
}

/* "Van der Berg" alone is a surname, not a given name and a surname. */
static gboolean
begins_with_particle (const GalleyText *text, GalleyTokenRun name)
{
  return galley_word_is_one_of (
      text,
      name.first_token,
      (const char *const[]){
          "al", "bin", "da", "de", "del", "di", "el", "la", "le", "van", "von", NULL });
}

static void
add_person (GalleyPeople *self, const GalleyText *text, GalleyTokenRun name)
{
  GalleyWord given, surname;
  gint position;

  galley_word_fold (text, name.first_token, given);
  galley_word_fold (text, surname_token (text, name), surname);
  position = find_full (self, given, surname);
  if (position < 0
      && !(begins_with_particle (text, name) && g_hash_table_contains (self->by_surname, surname)))
    {
      GalleyPerson *person = g_new0 (GalleyPerson, 1);

      person->name = galley_name_dup (text, name);
      person->given = g_strdup (given);
      person->surname = g_strdup (surname);
      person->mentions = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
      position = (gint) self->people->len;
      g_ptr_array_add (self->people, person);
      remember (self->by_surname, surname, position);
      remember (self->by_given, given, position);
    }
}

static void
note_role (GalleyPeople *self, const GalleyText *text, GalleyTokenRun name, gint position)
{
  GalleyPerson *person = g_ptr_array_index (self->people, (guint) position);
  const GalleyToken *token = galley_text_token (text, name.first_token);
  const GalleyTokenRun *sentence =
      &g_array_index (text->sentences, GalleyTokenRun, token->sentence);
  GalleyTokenRun role = galley_role_before (text, name, sentence->first_token);

  if (role.first_token >= role.end_token)
    role = galley_role_after (text, name, sentence->end_token);
  if (role.first_token >= role.end_token)
    return;
  if (person->role == NULL)
    person->role = galley_run_dup (text, role.first_token, role.end_token);
  remember_role (self, text, role, position);
}

/* A common word in capitals at the start of a sentence is no name, if its tag says so. */
static gboolean
begins_name (const GalleyText *text, guint position)
{
  const GalleyToken *token = galley_text_token (text, position);

  if (!galley_name_token (text, position))
    return FALSE;
  if ((token->flags & GALLEY_TOKEN_SENTENCE_START) == 0 || token->tag == GALLEY_TAG_NONE)
    return TRUE;

  return galley_tag_is_proper_noun (token->tag);
}

/* Whether the name that begins at @start goes on at @end, if need be over particles. */
static guint
next_end (const GalleyText *text, guint start, guint end, guint end_token)
{
  for (guint next = end + 1; next <= end_token && next <= end + MAX_PARTICLES + 1; next++)
    {
      if (galley_name_token (text, next - 1))
        return galley_name_before (text, start, next).first_token == start ? next : end;
    }

  return end;
}

static guint
end_of_name (const GalleyText *text, guint start, guint end_token)
{
  guint end = start + 1, next;

  while ((next = next_end (text, start, end, end_token)) > end)
    end = next;

  return end;
}

static void
remember_initials (GalleyPeople *self, const GalleyText *text, GalleyTokenRun name)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = name.first_token; i < name.end_token; i++)
    {
      GalleyWord word;

      if (galley_token_has (text, i, GALLEY_TOKEN_CAPITAL))
        g_string_append_c (initials, text->text[galley_text_token (text, i)->start]);
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, galley_word_fold (text, i, word));
    }
  if (initials->len >= 2 && !g_hash_table_contains (self->initials, initials->str))
    g_hash_table_insert (self->initials, g_strdup (initials->str), g_strdup (folded->str));
}

/* "the ministry" may be the Ministry of Works. */
static void
remember_body (GalleyPeople *self, const GalleyText *text, GalleyTokenRun name)
{
  for (guint i = name.first_token; i < name.end_token; i++)
    {
      GalleyWord word;
      const GalleyNoun *noun = galley_noun_find (galley_word_fold (text, i, word), NULL);
      GArray *list;

      if (noun == NULL || noun->noun_class != GALLEY_NOUN_CLASS_ORGANISATION)
        continue;
      list = g_hash_table_lookup (self->by_noun, noun->word);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (GalleyTokenRun));
          g_hash_table_insert (self->by_noun, g_strdup (noun->word), list);
        }
      g_array_append_val (list, name);
    }
}

typedef void (*NameFunc) (GalleyPeople *self,
                          const GalleyText *text,
                          GalleyTokenRun name,
                          GalleyTokenRun sentence);

static void
each_name (GalleyPeople *self, const GalleyText *text, const gboolean *wanted, NameFunc func)
{
  for (guint s = 0; s < text->sentences->len; s++)
    {
      GalleyTokenRun sentence = g_array_index (text->sentences, GalleyTokenRun, s);
      guint i = sentence.first_token;

      if (i >= sentence.end_token || !wanted[galley_text_token (text, i)->paragraph])
        continue;
      while (i < sentence.end_token)
        {
          GalleyTokenRun name;

          if (!begins_name (text, i))
            {
              i++;
              continue;
            }
          name = (GalleyTokenRun){ i, end_of_name (text, i, sentence.end_token) };
          func (self, text, name, sentence);
          i = MAX (i + 1, name.end_token);
        }
    }
}

static void
learn_name (GalleyPeople *self,
            const GalleyText *text,
            GalleyTokenRun name,
            GalleyTokenRun sentence)
{
  GalleyNameKind kind = galley_name_kind (text, name);
  gboolean definite =
      name.first_token > sentence.first_token && galley_word_is (text, name.first_token - 1, "the");

  if (kind == GALLEY_NAME_BODY || (definite && kind == GALLEY_NAME_PERSON))
    {
      if (name.end_token - name.first_token > 1)
        {
          remember_initials (self, text, name);
          remember_body (self, text, name);
        }
      return;
    }
  if (kind == GALLEY_NAME_PERSON)
    add_person (self, text, name);
}

static gboolean
opens_sentence (const GalleyText *text, GalleyTokenRun name, GalleyTokenRun sentence)
{
  GalleyTokenRun role = galley_role_before (text, name, sentence.first_token);
  guint start = role.first_token < role.end_token ? role.first_token : name.first_token;

  return start <= sentence.first_token + 1;
}

static void
note_mention (GalleyPeople *self,
              const GalleyText *text,
              GalleyTokenRun name,
              GalleyTokenRun sentence)
{
  gint position = galley_people_find (self, text, name);
  GalleyPerson *person;

  if (position < 0)
    return;
  person = g_ptr_array_index (self->people, (guint) position);
  g_array_append_val (person->mentions, name);
  if (!galley_token_has (text, name.first_token, GALLEY_TOKEN_QUOTED)
      && opens_sentence (text, name, sentence))
    {
      guint s = galley_text_token (text, name.first_token)->sentence;
      gint *opener = &g_array_index (self->openers, gint, s);

      if (*opener < 0)
        *opener = position;
    }
  note_role (self, text, name, position);
}

/**
 * galley_people_new:
 * @wanted: for each paragraph, whether it is the article's own text
 *
 * Reads the names of an article.
 *
 * Returns: (transfer full)
 */
GalleyPeople *
galley_people_new (const GalleyText *text, const gboolean *wanted)
{
  GalleyPeople *self = g_new0 (GalleyPeople, 1);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->by_surname =
      g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_given =
      g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_role =
      g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_noun =
      g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->initials = g_hash_table_new_full (galley_str_hash, g_str_equal, g_free, g_free);
  self->openers = g_array_sized_new (FALSE, FALSE, sizeof (gint), text->sentences->len);
  for (guint i = 0; i < text->sentences->len; i++)
    g_array_append_val (self->openers, (gint){ -1 });

  each_name (self, text, wanted, learn_name);
  each_name (self, text, wanted, note_mention);

  return self;
}

void
galley_people_free (GalleyPeople *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->by_surname);
  g_hash_table_unref (self->by_given);
  g_hash_table_unref (self->by_role);
  g_hash_table_unref (self->by_noun);
  g_hash_table_unref (self->initials);
  g_array_unref (self->openers);
  g_free (self);
}

guint
galley_people_get_n_people (const GalleyPeople *self)
{
  return self->people->len;
}

const GalleyPerson *
galley_people_get (const GalleyPeople *self, guint position)
{
  return g_ptr_array_index (self->people, position);
}

/* Of several bearers of a surname, the one named most often so far. */
static gint
most_mentioned (const GalleyPeople *self, GArray *list)
{
  gint best = -1;
  guint most = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      gint position = g_array_index (list, gint, i);
      guint n = galley_people_get (self, (guint) position)->mentions->len + 1;

      if (n > most)
        {
          best = position;
          most = n;
        }
    }

  return best;
}

/**
 * galley_people_find:
 * @name: a name, full or short, without titles
 *
 * Returns: whose name it is, as a position, or -1: nobody's that the text names in full
 */
gint
galley_people_find (const GalleyPeople *self, const GalleyText *text, GalleyTokenRun name)
{
  GalleyWord given, surname;
  gint found;

  if (name.first_token >= name.end_token)
    return -1;
  galley_word_fold (text, name.first_token, given);
  galley_word_fold (text, surname_token (text, name), surname);
  if (name.end_token - name.first_token > 1)
    {
      found = find_full (self, given, surname);
      if (found >= 0 || !begins_with_particle (text, name))
        return found;
    }

  found = most_mentioned (self, g_hash_table_lookup (self->by_surname, surname));
  if (found < 0)
    {
      GArray *namesakes = g_hash_table_lookup (self->by_given, given);

      if (namesakes != NULL && namesakes->len == 1)
        found = g_array_index (namesakes, gint, 0);
    }

  return found;
}

/**
 * galley_people_find_namesakes:
 * @name: a surname
 * @found: (array length=max_found) (out): the people who bear it, as positions
 *
 * Returns: how many
 */
guint
galley_people_find_namesakes (const GalleyPeople *self,
                              const GalleyText *text,
                              GalleyTokenRun name,
                              gint *found,
                              guint max_found)
{
  GalleyWord surname;
  GArray *list;
  guint n = 0;

  if (name.first_token >= name.end_token)
    return 0;
  list = g_hash_table_lookup (self->by_surname,
                              galley_word_fold (text, surname_token (text, name), surname));
  for (; list != NULL && n < list->len && n < max_found; n++)
    found[n] = g_array_index (list, gint, n);

  return n;
}

/**
 * galley_people_find_body:
 * @noun: "ministry"
 * @before_token: where it is used
 * @name: (out): the name of a body with that noun in it, which the text gave last before
 *
 * Returns: %TRUE if there is one
 */
gboolean
galley_people_find_body (const GalleyPeople *self,
                         const char *noun,
                         guint before_token,
                         GalleyTokenRun *name)
{
  GArray *list = g_hash_table_lookup (self->by_noun, noun);
  guint low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, GalleyTokenRun, middle).end_token <= before_token)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    *name = g_array_index (list, GalleyTokenRun, low - 1);

  return low > 0;
}

/**
 * galley_people_find_role:
 * @noun: a folded role noun: "president"
 * @before_token: where it is used
 *
 * Returns: whom the text last called so before @before_token, as a position, or -1
 */
gint
galley_people_find_role (const GalleyPeople *self, const char *noun, guint before_token)
{
  GArray *list = g_hash_table_lookup (self->by_role, galley_noun_long_form (noun));
  guint low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, Holder, middle).token < before_token)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (list, Holder, low - 1).person : -1;
}

/**
 * galley_people_get_opener:
 *
 * Returns: the person whose name the sentence begins with, or -1
 */
gint
galley_people_get_opener (const GalleyPeople *self, guint sentence)
{
  return g_array_index (self->openers, gint, sentence);
}

/**
 * galley_people_expand:
 * @initials: "FBI"
 *
 * Returns: (transfer none) (nullable): the folded name of the body that the text gives in full
 */
const char *
galley_people_expand (const GalleyPeople *self, const char *initials)
{
  return g_hash_table_lookup (self->initials, initials);
}
