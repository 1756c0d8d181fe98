package io.renoz.users;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records. */
@Component
public final class UsersEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";
    private static final Map<String, Object> USER = Map.of("name", "Ann Lee", "by", "Olga");
    private static final Map<String, Object> TOKEN = Map.of("name", "Accounting", "userId", ID);
    private static final Map<String, Object> NOTHING = Map.of();

    @Override
    public List<EventType> list() {
        return Stream.of(
                        Stream.of(
                                        "invited",
                                        "activated",
                                        "suspended",
                                        "reinstated",
                                        "deactivated",
                                        "reactivated",
                                        "anonymized")
                                .map(what -> new EventType("users.user." + what, "A user was " + what + ".", USER)),
                        Stream.of("sent", "accepted", "cancelled")
                                .map(what -> new EventType(
                                        "users.invitation." + what,
                                        "An invitation was " + what + ".",
                                        Map.of("name", "ann@acme.example"))),
                        Stream.of(
                                new EventType("users.user.roles-changed", "A user got other roles.", NOTHING),
                                new EventType(
                                        "users.organization.owner-changed",
                                        "The organization was handed to another owner.",
                                        Map.of("from", ID, "name", "Ann Lee")),
                                new EventType("users.group.members-changed", "A group got other members.", NOTHING),
                                new EventType("users.role.changed", "A role may do something else.", NOTHING),
                                new EventType("users.api-token.created", "An API token was made.", TOKEN),
                                new EventType("users.api-token.revoked", "An API token was revoked.", TOKEN),
                                new EventType("users.session.login", "Somebody signed in.", Map.of("sessionId", ID)),
                                new EventType("users.session.login-failed", "A sign-in failed.", NOTHING)))
                .flatMap(types -> types)
                .toList();
    }
}
