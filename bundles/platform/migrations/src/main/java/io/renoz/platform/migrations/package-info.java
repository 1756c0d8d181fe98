/** Brings every module's schema up to its changelog, inspects it, and lets the module's DataSource appear only then. */
@NullMarked
package io.renoz.platform.migrations;

import org.jspecify.annotations.NullMarked;
