package io.renoz.mail;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Sends mail (PLT-12). Thread-safe. */
@ProviderType
public interface Mailer {

    /**
     * Queues a mail in the current transaction, for the organization of the current call.
     *
     * <p>It is handed to the mail server after the commit and never inside a transaction; when the transaction rolls back there
     * is no mail. What the server does not take is tried again after 1, 5, 15 and 60 minutes; then it stays with the operator, who
     * may have it tried once more. Calling twice sends twice. Without a mail server nothing fails: the mail becomes a file on
     * the node, or nothing, as the operator chose.
     *
     * @return the number of the mail, as the operator sees it
     * @throws IllegalStateException when no transaction is open
     */
    UUID send(MailMessage message);

    /**
     * Whether there is a mail server, so that people can be told to look into their mailbox. It is false while mails only
     * become files.
     */
    boolean isConfigured();

    /**
     * A link for a mail.
     *
     * @param path below the address people reach the platform by, without a slash at its beginning; what is secret stands behind
     *     a {@code #}, so that it stays out of the logs of servers
     */
    String link(String path);
}
