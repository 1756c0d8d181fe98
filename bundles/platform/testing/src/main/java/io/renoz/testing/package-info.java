/** Database tests of domains: the real PostgreSQL, the real changelogs, the real tables, no framework. */
@NullMarked
package io.renoz.testing;

import org.jspecify.annotations.NullMarked;
