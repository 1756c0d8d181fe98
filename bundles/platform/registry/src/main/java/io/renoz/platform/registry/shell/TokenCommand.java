package io.renoz.platform.registry.shell;

import io.renoz.platform.registry.operator.Audit;
import io.renoz.platform.registry.operator.Tokens;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;

/** What the commands about operator tokens have in common. */
@SuppressWarnings("NullAway.Init") // Karaf fills the fields
abstract class TokenCommand implements Action {

    @Reference
    Session session;

    @Reference
    Tokens tokens;

    @Reference
    Audit audit;
}
