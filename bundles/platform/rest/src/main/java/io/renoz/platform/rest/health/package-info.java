/** Whether the node serves, and figures for those who watch it. */
@NullMarked
package io.renoz.platform.rest.health;

import org.jspecify.annotations.NullMarked;
