/** Commands of the console, {@code renoz:*}. */
@Header(name = "Karaf-Commands", value = "io.renoz.platform.registry.shell")
@NullMarked
package io.renoz.platform.registry.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Header;
