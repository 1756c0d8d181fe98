package io.renoz.customers.customer;

import io.renoz.customers.api.ConsentChannel;
import io.renoz.customers.api.ConsentSource;
import io.renoz.customers.api.NewConsent;
import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Proof of a choice about consent. Never changed, never deleted. */
@Entity
@Table(schema = "customers", name = "contact_consents")
class Consent extends TenantRecord {

    UUID contactId;
    ConsentChannel channel;
    Boolean optedIn;
    ConsentSource source = ConsentSource.STAFF;
    Instant occurredAt;

    @Nullable
    String evidence;

    @Column(columnDefinition = "inet")
    @Nullable
    String ipAddress;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Consent() {}

    Consent(UUID contactId, NewConsent choice, Instant occurredAt) {
        this.contactId = contactId;
        this.channel = choice.channel();
        this.optedIn = choice.optedIn();
        this.source = choice.source();
        this.occurredAt = occurredAt;
        this.evidence = choice.evidence();
        this.ipAddress = choice.ipAddress();
    }
}
