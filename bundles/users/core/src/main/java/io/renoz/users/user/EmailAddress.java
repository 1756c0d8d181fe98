package io.renoz.users.user;

import io.renoz.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;

/** USR-01: addresses are kept in lower case. */
public final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{Cntrl}@\"(),:;<>\\[\\\\\\]]+@[^\\s\\p{Cntrl}@\"(),:;<>\\[\\\\\\].]+(\\.[^\\s\\p{Cntrl}@\"(),:;<>\\[\\\\\\].]+)*");

    private EmailAddress() {}

    /** As it is stored; of anything, also of what is no address. */
    public static String lower(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * As it is stored, if it is one.
     *
     * @throws Problem {@code validation-failed} when it is none
     */
    public static String checked(String field, String address) {
        String lower = lower(address);
        if (lower.length() > 255 || !SHAPE.matcher(lower).matches()) {
            throw Problem.invalid(field, "This is no e-mail address.");
        }
        return lower;
    }
}
