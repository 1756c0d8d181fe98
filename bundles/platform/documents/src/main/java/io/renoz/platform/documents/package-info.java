/** PDF of templates: the same bytes for the same data, and nothing from anywhere else. */
@NullMarked
package io.renoz.platform.documents;

import org.jspecify.annotations.NullMarked;
