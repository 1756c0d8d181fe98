/** A believable organization, made through the REST API alone. */
@NullMarked
package io.renoz.demo;

import org.jspecify.annotations.NullMarked;
