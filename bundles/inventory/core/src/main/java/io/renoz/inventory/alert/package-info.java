/** What is watched, and what was noticed. */
@NullMarked
package io.renoz.inventory.alert;

import org.jspecify.annotations.NullMarked;
