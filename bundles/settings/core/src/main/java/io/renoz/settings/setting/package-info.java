/** Typed settings that modules declare and organizations override. */
@NullMarked
package io.renoz.settings.setting;

import org.jspecify.annotations.NullMarked;
