/** Files in a folder, and what they really are. */
@NullMarked
package io.renoz.platform.blobs;

import org.jspecify.annotations.NullMarked;
