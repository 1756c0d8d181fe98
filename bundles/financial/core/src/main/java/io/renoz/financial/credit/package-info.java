/** Credit notes: what lowers a debt, from draft to the orders it settled. */
@NullMarked
package io.renoz.financial.credit;

import org.jspecify.annotations.NullMarked;
