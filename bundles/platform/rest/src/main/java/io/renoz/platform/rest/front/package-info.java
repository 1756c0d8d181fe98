/** The front servlet: who comes, whose door, how long they may wait. */
@NullMarked
package io.renoz.platform.rest.front;

import org.jspecify.annotations.NullMarked;
