/** A domain that breaks every rule. */
@Module(value = "broken", version = "1.0.0", title = "Broken", kind = "standard", vendor = "Renoz")
@NullMarked
package io.renoz.broken;

import io.renoz.module.Module;
import org.jspecify.annotations.NullMarked;
