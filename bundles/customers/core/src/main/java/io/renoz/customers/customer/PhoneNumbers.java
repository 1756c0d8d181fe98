package io.renoz.customers.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes telephone numbers the international way (E.164), {@code +61298765432}, where they can be understood. Anything else,
 * numbers with extensions too, stays as it was typed.
 */
final class PhoneNumbers {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** The number in E.164, national ones as dialled in {@code country}, which is asked for those alone; null stays null. */
    static @Nullable String normal(@Nullable String typed, Supplier<String> country) {
        if (typed == null) {
            return null;
        }
        String number = typed.strip();
        try {
            PhoneNumber parsed = PLANS.parse(number, number.startsWith("+") ? null : country.get());
            boolean whole =
                    !parsed.hasExtension() && PLANS.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE;
            return whole ? PLANS.format(parsed, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException e) {
            return number;
        }
    }
}
