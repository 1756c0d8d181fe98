/** Access tokens of an OpenID provider, when one is configured. */
@NullMarked
package io.renoz.platform.oidc;

import org.jspecify.annotations.NullMarked;
