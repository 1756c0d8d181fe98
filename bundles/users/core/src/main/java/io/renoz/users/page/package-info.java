/** The pages that links in mails lead to: the only ones the platform has for people, beside the documentation of the API. */
@NullMarked
package io.renoz.users.page;

import org.jspecify.annotations.NullMarked;
