/** Who stands in for whom while somebody is away. */
@NullMarked
package io.renoz.users.delegation;

import org.jspecify.annotations.NullMarked;
