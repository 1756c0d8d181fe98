package io.renoz.customers.customer;

import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ConsentSource;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.NewConsent;
import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Searchable;
import io.renoz.data.Sensitive;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A person at a customer. What the audit log tells of changes leaves out how to reach them, so that erasing means it. */
@Entity
@Table(schema = "customers", name = "contacts")
@Audited(type = "contact", name = "lastName", parent = "customerId", parentType = "customer", customer = "customerId")
@Emits(
        type = "contact",
        on = {Emits.Kind.CREATED, Emits.Kind.UPDATED})
class Contact extends TenantRecord implements Ranked {

    UUID customerId;

    @Nullable
    String salutation;

    @Searchable
    String firstName;

    @Searchable
    String lastName;

    @Nullable
    String title;

    @Nullable
    String department;

    @Searchable
    @Sensitive
    @Nullable
    String email;

    @Searchable
    @Sensitive
    @Nullable
    String phone;

    @Searchable
    @Sensitive
    @Nullable
    String mobile;

    boolean isPrimary;
    boolean isBilling;
    boolean decisionMaker;
    boolean influencer;
    Boolean isActive = true;
    boolean emailOptIn;
    boolean smsOptIn;
    Boolean phoneOptIn = true;

    @Nullable
    Instant emailOptInAt;

    @Nullable
    Instant smsOptInAt;

    @Nullable
    String preferredLanguage;

    @Sensitive
    @Nullable
    LocalDate birthday;

    @Nullable
    Instant lastContactedAt;

    @Nullable
    Instant erasedAt;

    @Sensitive
    @Nullable
    String notes;

    /** What the row said when it was read; CUS-14: nobody has consented to anything but calls before they said so. */
    @Transient
    private Stored stored = new Stored(null, false, false, false, true);

    private record Stored(@Nullable UUID customerId, boolean first, boolean email, boolean sms, boolean phone) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Contact() {}

    @PostLoad
    void loaded() {
        stored = new Stored(customerId, isPrimary, emailOptIn, smsOptIn, phoneOptIn);
    }

    /** Who changes employers is a new contact there. */
    void stay() {
        if (!customerId.equals(stored.customerId)) {
            throw Problem.invalid("customerId", "A contact stays with its customer.");
        }
    }

    /**
     * CUS-13: proof of every choice that differs from what was stored, and the moment it was made.
     *
     * @throws Problem {@code already-erased} when an erased person would come back
     */
    List<Consent> recordChoices(Instant now, ConsentSource source) {
        requireStillErased();
        List<ConsentChannel> changed = Arrays.stream(ConsentChannel.values())
                .filter(channel -> optedIn(channel) != wasOptedIn(channel))
                .toList();
        return changed.stream()
                .map(channel -> choose(new NewConsent(channel, optedIn(channel), source, null, null), now))
                .toList();
    }

    /** Whether a choice says something new; for post there is no flag, so it always does. */
    boolean changes(NewConsent choice) {
        return choice.channel() == ConsentChannel.POST || optedIn(choice.channel()) != choice.optedIn();
    }

    /** CUS-13, CUS-14: takes a choice and its moment, and gives its proof. */
    Consent choose(NewConsent choice, Instant at) {
        boolean optedIn = choice.optedIn();
        if (optedIn && erasedAt != null) {
            throw erased();
        }
        switch (choice.channel()) {
            case EMAIL -> {
                emailOptIn = optedIn;
                emailOptInAt = at;
            }
            case SMS -> {
                smsOptIn = optedIn;
                smsOptInAt = at;
            }
            case PHONE -> phoneOptIn = optedIn;
            case POST -> {}
        }
        stored = new Stored(stored.customerId, stored.first, emailOptIn, smsOptIn, phoneOptIn);
        return new Consent(id(), choice, at);
    }

    boolean optedIn(ConsentChannel channel) {
        return switch (channel) {
            case EMAIL -> emailOptIn;
            case SMS -> smsOptIn;
            case PHONE -> phoneOptIn;
            case POST -> false;
        };
    }

    private boolean wasOptedIn(ConsentChannel channel) {
        return switch (channel) {
            case EMAIL -> stored.email;
            case SMS -> stored.sms;
            case PHONE -> stored.phone;
            case POST -> false;
        };
    }

    /** CUS-15: blanks the person and opts out of every channel; gives the proofs. */
    List<Consent> erase(Instant now) {
        if (erasedAt != null) {
            throw erased();
        }
        firstName = "Erased";
        lastName = id().toString().substring(0, 8);
        email = null;
        phone = null;
        mobile = null;
        birthday = null;
        notes = null;
        emailOptIn = false;
        smsOptIn = false;
        phoneOptIn = false;
        List<Consent> proofs = recordChoices(now, ConsentSource.ERASURE);
        erasedAt = now;
        return proofs;
    }

    private void requireStillErased() {
        boolean reachable = email != null || phone != null || mobile != null || birthday != null || notes != null;
        if (erasedAt != null && (reachable || emailOptIn || smsOptIn || phoneOptIn || !firstName.equals("Erased"))) {
            throw erased();
        }
    }

    private static Problem erased() {
        return Problem.of("already-erased", "The data of this person was erased on request.");
    }

    /** Raises the moment of last contact; it never goes back. */
    void contacted(Instant at) {
        if (lastContactedAt == null || at.isAfter(lastContactedAt)) {
            lastContactedAt = at;
        }
    }

    @Override
    public UUID customerId() {
        return customerId;
    }

    @Override
    public Object kind() {
        return Contact.class;
    }

    @Override
    public boolean first() {
        return isPrimary;
    }

    @Override
    public boolean wasFirst() {
        return stored.first;
    }

    @Override
    public void rank(boolean first) {
        isPrimary = first;
    }

    @Override
    public void moveTo(UUID customer) {
        customerId = customer;
    }

    ContactSummary summary() {
        return new ContactSummary(
                id(),
                customerId,
                firstName,
                lastName,
                email,
                phone,
                mobile,
                preferredLanguage,
                emailOptIn,
                smsOptIn,
                phoneOptIn,
                isActive,
                erasedAt != null);
    }
}
