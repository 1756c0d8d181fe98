/** The conversation with a customer: calls, meetings, notes and what is planned. */
@NullMarked
package io.renoz.customers.activity;

import org.jspecify.annotations.NullMarked;
