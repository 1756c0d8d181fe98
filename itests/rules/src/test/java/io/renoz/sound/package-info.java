/** A domain that keeps every rule. */
@Module(value = "sound", version = "1.0.0", title = "Sound", kind = "standard", vendor = "Renoz")
@NullMarked
package io.renoz.sound;

import io.renoz.module.Module;
import org.jspecify.annotations.NullMarked;
