package io.renoz.settings.customfield;

import static io.renoz.settings.Workbench.DATABASE;
import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.api.Changes;
import io.renoz.data.Json;
import io.renoz.data.Patch;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import io.renoz.settings.customfield.CustomFieldResource.View;
import io.renoz.testing.Organization;
import io.renoz.users.api.UserDirectory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Custom fields of an organization, with the records of a module that does not exist. */
abstract class CustomFieldsBench {

    static final UUID SALES = UUID.randomUUID();
    static final UUID FINANCE = UUID.randomUUID();
    static final UUID ADMIN = UUID.randomUUID();
    static final Map<UUID, Set<String>> ROLES =
            Map.of(SALES, Set.of("sales"), FINANCE, Set.of("finance"), ADMIN, Set.of("admin"));

    final Organization acme = PLATFORM.organization();
    final List<AuditEntry> audited = new ArrayList<>();
    final Set<UUID> gone = new java.util.HashSet<>();
    final Fields fields = new Fields(TABLES, new Users(), DATABASE);
    final CustomFieldResource resource = new CustomFieldResource(TABLES, fields, new Types(), new Trail());
    final CustomFieldValueResource values = new CustomFieldValueResource(fields, new Types());
    final UUID customer = UUID.randomUUID();

    /** Knows roles alone. */
    static final class Users implements Partners {

        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.of(service.cast(Proxy.newProxyInstance(
                    service.getClassLoader(),
                    new Class<?>[] {UserDirectory.class},
                    (proxy, method, arguments) -> ROLES.getOrDefault((UUID) arguments[0], Set.of()))));
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return List.of();
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return List.of();
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    }

    /** Customers take custom fields, notes do not. */
    final class Types implements EntityTypes {

        @Override
        public List<EntityType> all() {
            return List.of(
                    EntityType.of("customers", "customer", "Customer", null),
                    EntityType.of("customers", "note", "Note", null).with(EntityType.Capability.ATTACHMENTS));
        }

        @Override
        public Optional<EntityType> find(String type) {
            return all().stream().filter(known -> known.type().equals(type)).findFirst();
        }

        @Override
        public EntityType require(String type) {
            return find(type).orElseThrow(() -> Problem.of("unknown-entity-type", type));
        }

        @Override
        public Optional<EntityLabel> describe(String type, UUID id) {
            return gone.contains(id) ? Optional.empty() : Optional.of(EntityLabel.named("Acme"));
        }
    }

    final class Trail implements AuditTrail {

        @Override
        public void record(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public void recordBulk(AuditEntry summary, int count) {
            audited.add(summary);
        }

        @Override
        public Changes diff(
                Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Set<String> excluded) {
            return Changes.none();
        }
    }

    View define(CustomFieldInput input) {
        return acme.call(() -> resource.create(input).body());
    }

    static Option option(String value) {
        return new Option(null, value, value, null, false, true, 0);
    }

    static Map<String, Json> of(String... namesAndValues) {
        var all = new HashMap<String, Json>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], new Json(namesAndValues[i + 1]));
        }
        return all;
    }

    void apply(String... namesAndValues) {
        acme.run(() -> fields.apply("customer", customer, of(namesAndValues), false));
    }

    Map<String, Json> read(Organization as) {
        return as.read(() -> fields.values("customer", List.of(customer))).getOrDefault(customer, Map.of());
    }

    /** Lays values over those that are there; without a value one is taken away. */
    static Patch<CustomFieldValueResource.Input> patch(Map<String, Json> changes) {
        return new Patch<>() {
            @Override
            public CustomFieldValueResource.Input onto(CustomFieldValueResource.Input current) {
                var all = new HashMap<>(current.values());
                all.putAll(changes);
                all.entrySet()
                        .removeIf(entry -> changes.containsKey(entry.getKey()) && Content.isNull(entry.getValue()));
                return new CustomFieldValueResource.Input(all);
            }

            @Override
            public boolean mentions(String field) {
                return true;
            }
        };
    }

    CustomFieldValueResource.View update(Organization as, String... namesAndValues) {
        return as.call(() -> values.update("customer", customer, patch(of(namesAndValues))));
    }

    static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }
}
