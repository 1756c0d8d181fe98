/** Balances, the ledger behind them, and what they are worth. */
@NullMarked
package io.renoz.inventory.stock;

import org.jspecify.annotations.NullMarked;
