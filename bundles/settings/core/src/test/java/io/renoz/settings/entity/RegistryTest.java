package io.renoz.settings.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypeProvider;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RowSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final UUID ANN = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    /** A module with types; each has one record. */
    private record Provider(List<EntityType> list) implements EntityTypeProvider {

        static Provider of(String module, String... types) {
            return new Provider(List.of(types).stream()
                    .map(type -> EntityType.of(module, type, "A " + type, "/api/v1/" + module + "/" + type + "s/{id}"))
                    .toList());
        }

        @Override
        public Optional<EntityLabel> label(String type, UUID id) {
            return id.equals(ANN) ? Optional.of(EntityLabel.numbered("Ann", "C-1")) : Optional.empty();
        }
    }

    private final List<Partners.Partner<?>> providers = new ArrayList<>();
    private final List<Partners.Partner<?>> sources = new ArrayList<>();
    private final Registry registry = new Registry(new ByType(), new Kinds());

    private final class ByType implements Partners {

        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked") // the lists are by type
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return (List<Partner<T>>)
                    (extension == EntityTypeProvider.class
                            ? providers
                            : extension == ExportSource.class ? sources : List.of());
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            return enabled(extension);
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    }

    private static final class Kinds implements Modules {

        @Override
        public Collection<ModuleDescriptor> all() {
            return List.of();
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return Optional.of(new ModuleDescriptor(
                    name, "1", name, name.equals("acme") ? "extension" : "standard", "", Set.of(), Set.of(), Map.of()));
        }
    }

    private void register(String module, EntityTypeProvider provider) {
        providers.add(new Partners.Partner<>(module, provider));
    }

    private Optional<EntityLabel> described(String permission, String type, UUID id) throws Exception {
        return new Call(Ids.next(), Actor.system("test"), Set.of(permission), Request.none(Ids.next()), true)
                .run(() -> registry.describe(type, id));
    }

    @Test
    void listsWhatTheModulesThatAreOnHave() {
        register("orders", Provider.of("orders", "order"));
        register("customers", Provider.of("customers", "customer", "contact"));

        assertThat(registry.all()).extracting(EntityType::type).containsExactly("contact", "customer", "order");
    }

    @Test
    @DisplayName(
            "EntityTypes: a second registration of a type's name is refused; the core and standard modules come first")
    void refusesASecondRegistrationOfAName() {
        register("acme", Provider.of("acme", "customer", "gadget"));
        register("customers", Provider.of("customers", "customer"));

        assertThat(registry.require("customer").module()).isEqualTo("customers");
        assertThat(registry.all()).extracting(EntityType::type).containsExactly("gadget", "customer");
    }

    @Test
    void refusesTypesOfAnotherModule() {
        register("acme", Provider.of("customers", "customer"));

        assertThat(registry.all()).isEmpty();
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        Problem refusal = catchThrowableOfType(Problem.class, () -> registry.require("ghost"));

        assertThat(refusal.slug()).isEqualTo("unknown-entity-type");
        assertThat(registry.find("ghost")).isEmpty();
    }

    @Test
    @DisplayName(
            "EntityTypes: describe is empty without the record, without the module and without permission to read it")
    void describesOnlyWhatTheCallerMayRead() throws Exception {
        assertThat(described("customers.read", "customer", ANN)).isEmpty();

        register("customers", Provider.of("customers", "customer"));

        assertThat(described("customers.read", "customer", ANN))
                .contains(new EntityLabel("Ann", "C-1", "/api/v1/customers/customers/" + ANN));
        assertThat(described("customers.read", "customer", Ids.next())).isEmpty();
        assertThat(described("orders.read", "customer", ANN)).isEmpty();
    }

    @Test
    void saysWhatCanBeExported() {
        register("customers", Provider.of("customers", "customer", "contact"));
        sources.add(new Partners.Partner<>("customers", new Customers()));

        assertThat(registry.require("customer").takes(Capability.EXPORT)).isTrue();
        assertThat(registry.require("contact").takes(Capability.EXPORT)).isFalse();
        assertThat(registry.require("customer").takes(Capability.IMPORT)).isFalse();
    }

    private static final class Customers implements ExportSource {

        @Override
        public ExportDescription describe() {
            return ExportDescription.of("customer", List.of(ExportField.of("id")));
        }

        @Override
        public Optional<String> read(ExportQuery query, RowSink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
