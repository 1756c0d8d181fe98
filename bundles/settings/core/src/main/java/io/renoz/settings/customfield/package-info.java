/** Fields that the organization adds to records of any module, and their values. */
@NullMarked
package io.renoz.settings.customfield;

import org.jspecify.annotations.NullMarked;
