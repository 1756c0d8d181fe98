/** Kinds of records, of whatever module. */
@NullMarked
package io.renoz.settings.entity;

import org.jspecify.annotations.NullMarked;
