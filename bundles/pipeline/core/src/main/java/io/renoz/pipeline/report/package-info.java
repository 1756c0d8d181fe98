/** Selling in figures. */
@NullMarked
package io.renoz.pipeline.report;

import org.jspecify.annotations.NullMarked;
