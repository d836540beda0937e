/* galley-quote-state.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/galley-text.h"
#include "neural/galley-network.h"

G_BEGIN_DECLS

/* What the network is told of a token; the same when it learns and when it reads, and needed for
 * the first where the second is not built. */
static inline GalleyQuoteState
galley_quote_state_of (const GalleyToken *token)
{
  if ((token->flags & GALLEY_TOKEN_OPENS_QUOTE) != 0)
    return GALLEY_QUOTE_STATE_OPENS;
  if ((token->flags & GALLEY_TOKEN_CLOSES_QUOTE) != 0)
    return GALLEY_QUOTE_STATE_CLOSES;

  return (token->flags & GALLEY_TOKEN_QUOTED) != 0 ? GALLEY_QUOTE_STATE_INSIDE
                                                   : GALLEY_QUOTE_STATE_OUTSIDE;
}

G_END_DECLS
