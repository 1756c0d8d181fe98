package io.renoz.users.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final List<String> ALL = List.of(
            "customers.merge",
            "customers.read",
            "customers.write",
            "modules.manage",
            "orders.read",
            "settings.read",
            "settings.write",
            "users.manage_roles",
            "users.read");

    private static Set<String> limited(String... scopes) {
        return new Scopes(List.of(scopes)).limit(ALL);
    }

    @Test
    @DisplayName("USR-18: read allows permissions named read")
    void readsWithRead() {
        assertThat(limited("read")).containsExactly("customers.read", "orders.read", "settings.read", "users.read");
    }

    @Test
    @DisplayName("USR-18: write adds write and what modules have of their own")
    void writesWithWrite() {
        assertThat(limited("write"))
                .containsExactly(
                        "customers.merge",
                        "customers.read",
                        "customers.write",
                        "orders.read",
                        "settings.read",
                        "users.read");
    }

    @Test
    @DisplayName("USR-18: admin adds users and settings")
    void administersWithAdmin() {
        assertThat(limited("admin")).containsExactlyElementsOf(ALL);
    }

    @Test
    @DisplayName("USR-18: a named permission stands for itself, and never for more than the user has")
    void namesSinglePermissions() {
        assertThat(limited("customers.merge", "warranty.write")).containsExactly("customers.merge");
        assertThat(new Scopes(List.of("read", "customers.merge")).named()).containsExactly("customers.merge");
    }
}
