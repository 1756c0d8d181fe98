package io.renoz.users.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Who may do what. For the caller's own permissions, {@link io.renoz.data.Call} knows without a question. Thread-safe. */
@ProviderType
public interface AccessControl {

    /** Whether the caller has a permission, given in full ({@code orders.write}). */
    boolean has(String permission);

    /**
     * Refuses unless the caller has a permission.
     *
     * @throws io.renoz.problem.Problem {@code forbidden}
     */
    void require(String permission);

    /** What a user may do in the modules that are on, with what others lend; empty for one who is not active. */
    Set<String> effectivePermissions(UUID user);

    /** Active users with a permission of their own in a module that is on, by name; stand-ins are not among them. */
    List<UserRef> usersWith(String permission);
}
