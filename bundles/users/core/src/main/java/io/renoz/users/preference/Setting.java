package io.renoz.users.preference;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import java.util.Set;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * One preference as its user sets it.
 *
 * @param category {@code appearance}, {@code dashboard}, {@code data_display}, {@code shortcuts}, {@code accessibility},
 *     {@code localization} or the name of a module
 * @param value any JSON of at most 10,000 characters
 */
record Setting(
        @NotBlank @Size(max = 50) String category,
        @NotBlank @Size(max = 100) String key,
        @NotNull Json value) {

    private static final int LONGEST = 10_000;
    private static final Set<String> MAIL_CHOICES = Set.of("\"off\"", "\"instant\"", "\"daily_digest\"");

    Setting {
        if (value != null && value.text().length() > LONGEST) {
            throw Problem.invalid("value", "A preference has at most " + LONGEST + " characters.");
        }
        if (value != null
                && Preferences.USERS.equals(category)
                && Preferences.MAILS.equals(key)
                && !MAIL_CHOICES.contains(value.text().strip())) {
            throw Problem.invalid("value", "Mails come off, instant or daily_digest.");
        }
    }
}
