package io.renoz.platform.registry.shell;

import io.renoz.platform.registry.operator.Organizations;
import io.renoz.platform.registry.switching.SetDesk;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;

/** What the commands about one organization have in common. */
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
abstract class OrganizationCommand implements Action {

    @Reference
    Session session;

    @Reference
    Organizations organizations;

    @Reference
    SetDesk desk;

    UUID organization(String idOrSlug) {
        return organizations
                .find(idOrSlug)
                .map(Organizations.Organization::id)
                .orElseThrow(() -> new IllegalArgumentException("There is no organization " + idOrSlug + "."));
    }
}
