package io.renoz.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Request;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final UUID ANNA = UUID.randomUUID();

    private static Where seenWith(String... permissions) {
        var actor = new Actor(Actor.Kind.USER, ANNA, "Anna", null, null, null);
        var call = new Call(UUID.randomUUID(), actor, Set.of(permissions), Request.none(UUID.randomUUID()), true);
        return Visibility.to(call, Set.of("customers", "orders", "users"));
    }

    @Test
    @DisplayName("ACT-09: entries of modules that may be read, and one's own, without security events")
    void limitsToReadableModules() {
        Where seen = seenWith("customers.read", "warranty.read", "orders.write");

        assertThat(seen.sql())
                .isEqualTo("module = any(?) and (user_id = ? or (module = any(?) and sensitivity = 'normal'))");
        assertThat(seen.values())
                .containsExactly(
                        new String[] {"customers", "orders", "platform", "users"}, ANNA, new String[] {"customers"});
    }

    @Test
    @DisplayName("ACT-09: switches of modules are entries of the platform, for those who may read modules")
    void showsSwitchesOfModules() {
        assertThat(seenWith("modules.read").values()).endsWith((Object) new String[] {"platform"});
    }

    @Test
    @DisplayName("ACT-09: security events are for those with activities.security")
    void showsSecurityEventsWithThePermission() {
        assertThat(seenWith("users.read", "activities.security").sql()).doesNotContain("sensitivity");
    }

    @Test
    @DisplayName("ACT-08: a record's history has its parts, or not")
    void includesPartsOnRequest() {
        assertThat(History.of("order", ANNA, true).sql())
                .isEqualTo("entity_type = ? and entity_id = ? or (parent_type = ? and parent_id = ?)");
        assertThat(History.of("order", ANNA, false).sql()).isEqualTo("entity_type = ? and entity_id = ?");
    }
}
