/** One transaction and one connection a call, the tables of every module, and the lasting faces of their services. */
@NullMarked
package io.renoz.platform.data;

import org.jspecify.annotations.NullMarked;
