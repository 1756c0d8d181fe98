package io.renoz.launcher;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The variables about mail, checked before anything starts; the platform reads them itself. */
final class MailVariables {

    private MailVariables() {}

    /** Refuses what the platform would stumble over. */
    static void check(Map<String, String> env) {
        if (value(env, "RENOZ_SMTP_HOST", "").isEmpty()) {
            oneOf(env, "RENOZ_MAIL", "files", Set.of("files", "off"));
            return;
        }
        oneOf(env, "RENOZ_SMTP_SECURITY", "starttls", Set.of("starttls", "tls", "none"));
        String port = value(env, "RENOZ_SMTP_PORT", "587");
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65535) {
            throw new Refusal("RENOZ_SMTP_PORT must be a port between 1 and 65535 and not '" + port + "'.");
        }
        if (!value(env, "RENOZ_MAIL_FROM", "").contains("@")) {
            throw new Refusal("RENOZ_MAIL_FROM must be the address that mails come from, beside RENOZ_SMTP_HOST.");
        }
    }

    private static void oneOf(Map<String, String> env, String variable, String otherwise, Set<String> values) {
        String value = value(env, variable, otherwise);
        if (!values.contains(value)) {
            throw new Refusal(variable + " must be one of " + String.join(", ", new TreeSet<>(values)) + " and not '"
                    + value + "'.");
        }
    }

    private static String value(Map<String, String> env, String variable, String otherwise) {
        String value = env.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
