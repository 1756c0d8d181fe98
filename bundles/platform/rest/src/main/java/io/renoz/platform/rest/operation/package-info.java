/** What an application's resources offer, read from their classes once. */
@NullMarked
package io.renoz.platform.rest.operation;

import org.jspecify.annotations.NullMarked;
