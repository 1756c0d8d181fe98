/** The plane of the host's staff: tokens, audit, modules of all nodes. */
@NullMarked
package io.renoz.platform.registry.operator;

import org.jspecify.annotations.NullMarked;
