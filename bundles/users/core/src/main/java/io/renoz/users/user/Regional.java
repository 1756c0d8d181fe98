package io.renoz.users.user;

import io.renoz.problem.Problem;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's own zone and language, where they differ from the organization's. */
final class Regional {

    private Regional() {}

    static void check(@Nullable String timezone, @Nullable String locale) {
        if (timezone != null && !ZoneId.getAvailableZoneIds().contains(timezone)) {
            throw Problem.invalid("timezone", timezone + " is not an IANA time zone.");
        }
        if (locale != null) {
            try {
                new Locale.Builder().setLanguageTag(locale);
            } catch (IllformedLocaleException e) {
                throw Problem.invalid("locale", locale + " is not a BCP 47 language tag.");
            }
        }
    }
}
