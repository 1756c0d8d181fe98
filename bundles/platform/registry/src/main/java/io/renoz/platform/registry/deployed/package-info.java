/** Which modules this node has, and how they stand. */
@NullMarked
package io.renoz.platform.registry.deployed;

import org.jspecify.annotations.NullMarked;
