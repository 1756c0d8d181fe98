/** What an operator can do with modules by commands. */
@Header(name = "Karaf-Commands", value = "io.renoz.platform.installer.shell")
@NullMarked
package io.renoz.platform.installer.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Header;
