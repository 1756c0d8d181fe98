package io.renoz.financial;

import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.ContactSummary;
import io.renoz.mail.MailAddress;
import io.renoz.mail.MailAttachment;
import io.renoz.mail.MailMessage;
import io.renoz.mail.Mailer;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mail to customers about their money; only while the organization has communications on. */
@Component(service = Outgoing.class)
public final class Outgoing {

    private static final String COMMUNICATIONS = "communications";

    private final ModuleGate gate;
    private final ContactDirectory contacts;
    private final Attachments attachments;
    private final Mailer mailer;

    @Activate
    public Outgoing(
            @Reference ModuleGate gate,
            @Reference ContactDirectory contacts,
            @Reference Attachments attachments,
            @Reference Mailer mailer) {
        this.gate = gate;
        this.contacts = contacts;
        this.attachments = attachments;
        this.mailer = mailer;
    }

    /** Whether the organization writes to its customers at all. */
    public boolean isOn() {
        return gate.isEnabled(COMMUNICATIONS);
    }

    /**
     * Refuses unless the organization writes to its customers.
     *
     * @throws Problem {@code module-disabled}
     */
    public void require() {
        if (!isOn()) {
            throw Problem.of("module-disabled", "Mail to customers needs the module communications.")
                    .with("module", COMMUNICATIONS);
        }
    }

    /** Who gets papers and reminders of a customer: the billing contacts, else the primary one; each address once. */
    public List<MailAddress> recipients(UUID customer) {
        return contacts.billingOf(customer).stream()
                .filter(contact -> contact.email() != null && !contact.erased())
                .map(Outgoing::address)
                .distinct()
                .toList();
    }

    private static MailAddress address(ContactSummary contact) {
        return new MailAddress(String.valueOf(contact.email()), MailMessage.line(contact.name(), 100));
    }

    /**
     * The same, of whom there has to be one.
     *
     * @throws Problem {@code no-recipient}
     */
    public List<MailAddress> requireRecipients(UUID customer) {
        List<MailAddress> found = recipients(customer);
        if (found.isEmpty()) {
            throw Problem.of("no-recipient", "The customer has no contact with an e-mail address.");
        }
        return found;
    }

    /** Queues a mail to each of them, with a stored file where there is one. */
    public void send(List<MailAddress> to, String subject, String text, @Nullable UUID attachment) {
        List<MailAttachment> files = attachment == null ? List.of() : List.of(file(attachment));
        to.forEach(address -> mailer.send(new MailMessage(address, MailMessage.line(subject, 255), text, null, files)));
    }

    private MailAttachment file(UUID attachment) {
        AttachmentContent content = attachments.open(attachment);
        try (InputStream bytes = content.open()) {
            return new MailAttachment(
                    content.attachment().filename(), content.attachment().mimeType(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
