package io.renoz.platform.mail;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where mails go, as the environment says.
 *
 * @param smtp the mail server, if there is one
 * @param folder where mails become files while there is no server; empty when they are to become nothing
 * @param from the sender of all mails: an address, or {@code Name <address>}
 * @param home the address people reach the platform by, with a slash at its end
 */
record MailSettings(Optional<Smtp> smtp, Optional<Path> folder, String from, String home) {

    /**
     * A mail server.
     *
     * @param user empty for one that asks for none
     */
    record Smtp(String host, int port, Security security, String user, String password) {

        /** What a log line may show. */
        @Override
        public String toString() {
            return host + ":" + port + " (" + security.name().toLowerCase(java.util.Locale.ROOT) + ")";
        }
    }

    /** How the connection is kept from others; the certificate is checked in both ways that have one. */
    enum Security {
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    private static final String NOBODY = "Renoz <renoz@localhost>";

    static MailSettings of(Map<String, String> environment) {
        String host = value(environment, "RENOZ_SMTP_HOST", "");
        if (host.isEmpty()) {
            return new MailSettings(
                    Optional.empty(),
                    folder(environment),
                    value(environment, "RENOZ_MAIL_FROM", NOBODY),
                    home(environment));
        }
        Security security = security(value(environment, "RENOZ_SMTP_SECURITY", "starttls"));
        int port = port(value(environment, "RENOZ_SMTP_PORT", Integer.toString(security.port)));
        var smtp = new Smtp(
                host,
                port,
                security,
                value(environment, "RENOZ_SMTP_USER", ""),
                environment.getOrDefault("RENOZ_SMTP_PASSWORD", ""));
        String from = value(environment, "RENOZ_MAIL_FROM", "");
        if (from.isEmpty()) {
            throw new IllegalStateException(
                    "RENOZ_MAIL_FROM names the sender of mails; set it beside RENOZ_SMTP_HOST.");
        }
        return new MailSettings(Optional.of(smtp), Optional.empty(), from, home(environment));
    }

    private static String value(Map<String, String> environment, String variable, String otherwise) {
        String set = environment.getOrDefault(variable, "").strip();
        return set.isEmpty() ? otherwise : set;
    }

    private static String home(Map<String, String> environment) {
        String listening = value(environment, "RENOZ_HTTP_HOST", "127.0.0.1");
        String host = listening.equals("0.0.0.0") ? "127.0.0.1" : listening;
        String itself = "http://" + host + ":" + value(environment, "RENOZ_HTTP_PORT", "8080");
        return value(environment, "RENOZ_PUBLIC_URL", itself).replaceAll("/+$", "") + "/";
    }

    private static Optional<Path> folder(Map<String, String> environment) {
        String home = value(environment, "RENOZ_HOME", "");
        String mode = value(environment, "RENOZ_MAIL", "files");
        if (!mode.equals("files") && !mode.equals("off")) {
            throw new IllegalStateException("RENOZ_MAIL is files or off and not \"" + mode + "\".");
        }
        return home.isEmpty() || mode.equals("off") ? Optional.empty() : Optional.of(Path.of(home, "mail"));
    }

    private static Security security(String text) {
        for (Security one : Security.values()) {
            if (one.name().equalsIgnoreCase(text)) {
                return one;
            }
        }
        throw new IllegalStateException("RENOZ_SMTP_SECURITY is starttls, tls or none and not \"" + text + "\".");
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
            throw new IllegalStateException("RENOZ_SMTP_PORT is a port and not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
