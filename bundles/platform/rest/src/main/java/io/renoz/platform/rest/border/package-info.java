/** What lies between the platform and browsers: proxies in front of it, and pages of other origins. */
@NullMarked
package io.renoz.platform.rest.border;

import org.jspecify.annotations.NullMarked;
