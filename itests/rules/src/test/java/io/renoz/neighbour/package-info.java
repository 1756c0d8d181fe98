/** Another domain. */
@Module(value = "neighbour", version = "1.0.0", title = "Neighbour", kind = "standard", vendor = "Renoz")
@NullMarked
package io.renoz.neighbour;

import io.renoz.module.Module;
import org.jspecify.annotations.NullMarked;
