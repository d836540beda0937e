/* galley-names-private.h
 *
 * Copyright 2026 the Galley authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/galley-mention.h"

G_BEGIN_DECLS

/* Words no name and no role begins or goes on with. */
gboolean _galley_name_is_stop_word (const GalleyText *text, guint position);

/* What people do, by the ending of the word (galley-names-trades.c) */
gboolean _galley_name_is_trade (const GalleyText *text, guint position);
gboolean _galley_name_is_trade_before_name (const GalleyText *text, guint position);
gboolean _galley_name_is_post_nominal (const GalleyText *text, guint position);

/* "Secretary of | State" */
gboolean _galley_name_is_portfolio (const GalleyText *text, guint position, guint first_token);

G_END_DECLS
