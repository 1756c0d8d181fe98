package io.renoz.customers.api;

import org.jspecify.annotations.Nullable;

/**
 * A choice of a person about being written to or called.
 *
 * @param evidence name of the form, reference of the call or id of the message; at most 500 characters
 * @param ipAddress only for choices made by the person online
 */
public record NewConsent(
        ConsentChannel channel,
        boolean optedIn,
        ConsentSource source,
        @Nullable String evidence,
        @Nullable String ipAddress) {}
