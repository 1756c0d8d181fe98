package io.renoz.users.letter;

import io.renoz.mail.Mailer;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.users.reset.LinkToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** USR-21: the mails about accounts, with built-in texts; each goes with the transaction that writes it. */
@Component(service = Letters.class)
public final class Letters {

    private final Mailer mailer;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Letters(@Reference Mailer mailer, @Reference OrganizationDirectory organizations, @Reference Clock clock) {
        this.mailer = mailer;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** To whom a letter goes. */
    public record Reader(String email, String name) {}

    /** Where an invitation is accepted. */
    public String invitationLink(LinkToken token) {
        return mailer.link("accept-invitation#" + token.text());
    }

    /** Whether mails reach mailboxes; if not, admins are shown the links of invitations. */
    public boolean reachMailboxes() {
        return mailer.isConfigured();
    }

    /**
     * An offer to join.
     *
     * @param inviter empty when nobody of the organization invites
     */
    public record Offer(String inviter, String role, String personalMessage, Instant expires) {}

    /** Sends an offer to join. */
    public void invitation(Reader reader, Offer offer, LinkToken token) {
        String organization = organization();
        var paragraphs = new ArrayList<String>();
        paragraphs.add((offer.inviter().isEmpty() ? "You are invited" : offer.inviter() + " invites you") + " to join "
                + organization + " as " + offer.role() + ". Choose a password to begin:");
        if (!offer.personalMessage().isBlank()) {
            paragraphs.add(offer.personalMessage());
        }
        paragraphs.add("The link works once, for the next " + days(offer.expires())
                + ". If you do not know what this is about, do nothing.");
        send(reader, new Letter("Join " + organization, paragraphs, invitationLink(token)));
    }

    /** Sends the way to a new password to somebody who asked for it. */
    public void reset(Reader reader, LinkToken token) {
        send(
                reader,
                Letter.of(
                        "A new password for " + organization(),
                        mailer.link("reset-password#" + token.text()),
                        "Somebody, probably you, asked for a new password for " + reader.email() + " at "
                                + organization() + ". Choose one here:",
                        "The link works once, for the next hour. If it was not you, do nothing: your password stays."));
    }

    /** Sends the way to a new password to somebody who may come in again. */
    public void reactivated(Reader reader, LinkToken token) {
        send(
                reader,
                Letter.of(
                        "Your account at " + organization() + " is open again",
                        mailer.link("reset-password#" + token.text()),
                        "Your account at " + organization() + " is open again. Choose a new password to sign in:",
                        "The link works once, for the next day. After that, ask for a new password where you sign in."));
    }

    /** Asks whether the mailbox is really theirs. */
    public void verification(Reader reader, LinkToken token) {
        send(
                reader,
                Letter.of(
                        "Confirm your address for " + organization(),
                        mailer.link("verify-email#" + token.text()),
                        "Confirm that " + reader.email() + " is your address at " + organization() + ":",
                        "The link works once, for the next week. If you do not know what this is about, do nothing."));
    }

    /** Tells somebody what has changed about how they sign in. */
    public void changed(Reader reader, String what) {
        send(
                reader,
                Letter.of(
                        "Security of your account at " + organization(),
                        "",
                        what,
                        "If it was not you, ask for a new password at once and tell your administrator."));
    }

    private String days(Instant until) {
        long days = Math.max(1, Duration.between(clock.instant(), until).toDays());
        return days == 1 ? "day" : days + " days";
    }

    private String organization() {
        return organizations.current().name();
    }

    private void send(Reader reader, Letter letter) {
        mailer.send(letter.to(reader.email(), reader.name()));
    }
}
