/** What has to be told to the servlet container itself. */
@NullMarked
package io.renoz.platform.rest.container;

import org.jspecify.annotations.NullMarked;
