package io.renoz.settings.document;

import io.renoz.settings.api.OrganizationProfile;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands on an organization's paper where it has written nothing of its own. */
final class Letterhead {

    private Letterhead() {}

    /** Name and postal address. */
    static String header(OrganizationProfile organization) {
        OrganizationProfile.Address at = organization.address();
        String place = joined(" ", at.city(), at.state(), at.postalCode());
        return joined("\n", organization.name(), at.line1(), at.line2(), place);
    }

    /** Legal name and tax number. */
    static String footer(OrganizationProfile organization) {
        String name = organization.legalName() == null ? organization.name() : organization.legalName();
        return joined(" · ", name, organization.taxNumber());
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }
}
