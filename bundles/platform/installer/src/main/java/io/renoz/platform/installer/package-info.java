/**
 * Installs, replaces and removes modules that somebody puts into the folder {@code deploy} of {@code RENOZ_HOME}.
 *
 * <p>A module is <b>one file</b> there:
 *
 * <ul>
 *   <li>a {@code .jar}: the module's core bundle, when it publishes no services;
 *   <li>a {@code .zip} or {@code .kar}: the core bundle and the bundles of its published api, as jars in any folder of the
 *       archive; whatever else is in it is left alone. Any build can make one, for instance the assembly plugin of Maven with
 *       the format {@code zip}.
 * </ul>
 *
 * <p>Copy it under a name that begins with a dot or ends in {@code .tmp} or {@code .part}, then rename it; a file that still
 * grows is left alone as well. What is refused stays where it is, with the reason in {@code <name>.problem.txt} beside it,
 * and nothing of it is installed. Removing the file removes the module; its data stays in the database. A module that came with
 * the distribution can be replaced the same way, and stays as it was deployed last when the file goes.
 */
@NullMarked
package io.renoz.platform.installer;

import org.jspecify.annotations.NullMarked;
