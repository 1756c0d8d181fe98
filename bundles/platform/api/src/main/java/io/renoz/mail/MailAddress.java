package io.renoz.mail;

import io.renoz.problem.Problem;
import java.util.regex.Pattern;

/**
 * Whom a mail goes to.
 *
 * @param address one plain address without name, comment or list
 * @param name as people read it, in any script; empty when there is none
 */
public record MailAddress(String address, String name) {

    private static final int LONGEST = 320;
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:\"@]+@[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:\"@]+");

    /**
     * Checks both.
     *
     * @throws Problem {@code validation-failed} for what could end a header or name a second address
     */
    public MailAddress {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            throw Problem.invalid("to", "This is no e-mail address that can be written to.");
        }
        MailMessage.requireLine("to", name);
    }

    /** An address without a name. */
    public static MailAddress of(String address) {
        return new MailAddress(address, "");
    }
}
