/** The six rules of how code reads, and the code they are held against. */
@NullMarked
package io.renoz.rules;

import org.jspecify.annotations.NullMarked;
