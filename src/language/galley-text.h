/* galley-text.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyToken:
 * @start: first byte
 * @end: one past the last byte
 * @paragraph: which paragraph (a line of the text that is not blank) it stands in
 * @sentence: which sentence
 * @quotation: the innermost pair of quotation marks it stands in or belongs to, an index into
 *   #GalleyText.quotations, or -1
 * @tag: part of speech, a #GalleyTag; %GALLEY_TAG_NONE before galley_text_tag()
 * @flags: #GalleyTokenFlags
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 paragraph;
  guint32 sentence;
  gint32 quotation;
  guint16 tag;
  guint16 flags;
} GalleyToken;

typedef enum
{
  GALLEY_TOKEN_SPACE_BEFORE = 1 << 0, /* white space or the text's start stands before it */
  GALLEY_TOKEN_WORD = 1 << 1,         /* has a letter or digit */
  GALLEY_TOKEN_CAPITAL = 1 << 2,      /* begins with a capital letter */
  GALLEY_TOKEN_ALL_CAPS = 1 << 3,     /* two or more letters, all capitals */
  GALLEY_TOKEN_NUMBER = 1 << 4,       /* begins with a digit */
  GALLEY_TOKEN_OPENS_QUOTE = 1 << 5,  /* an opening quotation mark (paired or continued) */
  GALLEY_TOKEN_CLOSES_QUOTE = 1 << 6, /* a closing quotation mark */
  GALLEY_TOKEN_QUOTED = 1 << 7,       /* stands between quotation marks (outer marks do not) */
  GALLEY_TOKEN_SENTENCE_START = 1 << 8,
  GALLEY_TOKEN_PARAGRAPH_START = 1 << 9,
} GalleyTokenFlags;

/* A run of tokens; end is one past the last. Bytes are those of its first and last token. */
typedef struct
{
  guint32 first_token;
  guint32 end_token;
} GalleyTokenRun;

/**
 * GalleyQuotation:
 * @open_token: the opening mark
 * @close_token: the closing mark; where @closed is %FALSE the last token it may reach: the
 *   paragraph's last, or the one before the next opening mark of its sort
 * @parent: the pair around it, or -1
 * @continues: of a quotation over several paragraphs, the pair in the paragraph before, or -1
 * @closed: whether the closing mark is there
 * @single: whether its marks are single ones (‘’, '')
 *
 * A pair of quotation marks. A quotation over several paragraphs is one pair a paragraph, chained
 * by @continues.
 */
typedef struct
{
  guint32 open_token;
  guint32 close_token;
  gint32 parent;
  gint32 continues;
  gboolean closed;
  gboolean single;
} GalleyQuotation;

/**
 * GalleyText:
 * @text: valid UTF-8, LF, no NUL; borrowed
 * @length: bytes
 * @tokens: (element-type GalleyToken)
 * @paragraphs: (element-type GalleyTokenRun)
 * @sentences: (element-type GalleyTokenRun): never over a paragraph's end
 * @quotations: (element-type GalleyQuotation): in the order of their opening marks
 *
 * English text taken apart: byte-exact tokens, sentences, paragraphs and quotation marks. Every
 * byte that is not white space belongs to exactly one token.
 */
typedef struct
{
  const char *text;
  gsize length;
  GArray *tokens;
  GArray *paragraphs;
  GArray *sentences;
  GArray *quotations;
} GalleyText;

GalleyText *galley_text_new (const char *text, gsize length);
void galley_text_free (GalleyText *self);

static inline GalleyToken *
galley_text_token (const GalleyText *self, guint position)
{
  return &g_array_index (self->tokens, GalleyToken, position);
}

gboolean galley_text_token_is (const GalleyText *self, guint position, const char *literal);
gboolean galley_text_token_equals (const GalleyText *self, guint position, const char *word);
gboolean
galley_text_token_is_any (const GalleyText *self, guint position, const char *const *words);
char *galley_text_dup_folded (const GalleyText *self, guint position);
gsize galley_text_copy_folded (const GalleyText *self, guint position, char *buffer, gsize size);
guint galley_text_first_token_at_byte (const GalleyText *self, gsize byte);
const char *
galley_text_get_bytes (const GalleyText *self, guint first_token, guint end_token, gsize *length);
gboolean galley_text_is_blank (gunichar character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyText, galley_text_free)

G_END_DECLS
