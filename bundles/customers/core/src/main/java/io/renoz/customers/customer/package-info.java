/** The customer, with the people and addresses that belong to it. */
@NullMarked
package io.renoz.customers.customer;

import org.jspecify.annotations.NullMarked;
