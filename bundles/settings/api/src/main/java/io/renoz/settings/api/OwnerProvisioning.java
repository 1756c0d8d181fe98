package io.renoz.settings.api;

import io.renoz.module.Extension;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes the first user of a new organization; implemented by the module that has the users. */
@Extension
@ConsumerType
public interface OwnerProvisioning {

    /**
     * Checks what is asked and hashes the password. Takes a while and touches no table, so it is called before the
     * transaction.
     *
     * @throws io.renoz.problem.Problem {@code validation-failed}, {@code weak-password}
     */
    PreparedOwner prepare(NewOwner owner);

    /** Makes the built-in roles and the owner, inside the transaction that makes the organization; returns the owner's id. */
    UUID provide(PreparedOwner owner);

    /** An owner whose data are good; one without a password is invited by mail. */
    record PreparedOwner(
            String email, String name, @Nullable String passwordHash) {

        /** Without the hash, so that no log shows it. */
        @Override
        public String toString() {
            return name + " <" + email + ">";
        }
    }
}
