/** Checks, starts, watches and stops PostgreSQL and the platform: a plain program that runs before and outside Karaf. */
@NullMarked
package io.renoz.launcher;

import org.jspecify.annotations.NullMarked;
