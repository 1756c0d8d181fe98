package io.renoz.data;

import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** Connections for the platform's own bundles; no domain needs it. Thread-safe. */
@ProviderType
public interface Databases {

    /** The owner's, for migrations: each call is a connection of its own. */
    DataSource owner();

    /**
     * The kernel's hand for what spans organizations: rights on schema {@code platform} and on the list of organizations,
     * and on no domain's table. Outside any request's transaction.
     */
    DataSource platform();

    /**
     * A module's: inside a transaction the one connection of the transaction, under the module's role and with the
     * organization set; outside one a connection that sees no tenant's row.
     */
    DataSource module(String module);

    /**
     * The transaction's connection under whatever role it has at the moment, without a round trip to change it: for what
     * every module's role may insert, the audit log and the outbox.
     */
    DataSource shared();

    /** Whether the database answers. */
    boolean healthy();
}
