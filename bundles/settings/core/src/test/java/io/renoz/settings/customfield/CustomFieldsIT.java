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
import io.renoz.event.DomainEvent;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import io.renoz.settings.customfield.CustomFieldResource.Confirmation;
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
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomFieldsIT {

    private static final UUID SALES = UUID.randomUUID();
    private static final UUID FINANCE = UUID.randomUUID();
    private static final UUID ADMIN = UUID.randomUUID();
    private static final Map<UUID, Set<String>> ROLES =
            Map.of(SALES, Set.of("sales"), FINANCE, Set.of("finance"), ADMIN, Set.of("admin"));

    private final Organization acme = PLATFORM.organization();
    private final List<AuditEntry> audited = new ArrayList<>();
    private final Set<UUID> gone = new java.util.HashSet<>();
    private final Fields fields = new Fields(TABLES, new Users(), DATABASE);
    private final CustomFieldResource resource = new CustomFieldResource(TABLES, fields, new Types(), new Trail());
    private final CustomFieldValueResource values = new CustomFieldValueResource(fields, new Types());
    private final UUID customer = UUID.randomUUID();

    /** Knows roles alone. */
    private static final class Users implements Partners {

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
    private final class Types implements EntityTypes {

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

    private final class Trail implements AuditTrail {

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

    private View define(CustomFieldInput input) {
        return acme.call(() -> resource.create(input).body());
    }

    private static Option option(String value) {
        return new Option(null, value, value, null, false, true, 0);
    }

    private static Map<String, Json> of(String... namesAndValues) {
        var all = new HashMap<String, Json>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], new Json(namesAndValues[i + 1]));
        }
        return all;
    }

    private void apply(String... namesAndValues) {
        acme.run(() -> fields.apply("customer", customer, of(namesAndValues), false));
    }

    private Map<String, Json> read(Organization as) {
        return as.read(() -> fields.values("customer", List.of(customer))).getOrDefault(customer, Map.of());
    }

    /** Lays values over those that are there; without a value one is taken away. */
    private static Patch<CustomFieldValueResource.Input> patch(Map<String, Json> changes) {
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

    private CustomFieldValueResource.View update(Organization as, String... namesAndValues) {
        return as.call(() -> values.update("customer", customer, patch(of(namesAndValues))));
    }

    private static void assertRefused(String slug, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    @Test
    @DisplayName("SET-16: a field is for a registered type of record that takes custom fields")
    void isForKnownTypes() {
        CustomFieldInput field = Inputs.field("x", CustomFieldType.TEXT);

        assertRefused("unknown-entity-type", () -> define(Inputs.named(field, "unicorn", "x", CustomFieldType.TEXT)));
        assertRefused("validation-failed", () -> define(Inputs.named(field, "note", "x", CustomFieldType.TEXT)));
    }

    @Test
    @DisplayName("SET-16: an entity type has at most 50 active fields, inactive ones apart")
    void has50ActiveFields() {
        acme.run(() -> resource.add(IntStream.range(0, 50)
                .mapToObj(i -> Inputs.field("f" + i, CustomFieldType.TEXT))
                .toList()));

        assertRefused("custom-field-limit", () -> define(Inputs.field("more", CustomFieldType.TEXT)));
        View resting = define(Inputs.active(Inputs.field("resting", CustomFieldType.TEXT), false));
        assertRefused("custom-field-limit", () -> acme.ifMatch(1)
                .call(() -> resource.update(resting.id(), Patch.whole(Inputs.field("resting", CustomFieldType.TEXT)))));
        assertThat(acme.read(() -> fields.definitions("customer"))).hasSize(50);
    }

    @Test
    @DisplayName("SET-16: a name is unique per type, inactive fields included, and never changes")
    void keepsNamesUnique() {
        View field = define(Inputs.active(Inputs.field("size", CustomFieldType.TEXT), false));

        assertThatThrownBy(() -> define(Inputs.field("size", CustomFieldType.NUMBER)))
                .isNotNull();
        assertRefused("validation-failed", () -> acme.ifMatch(1)
                .call(() -> resource.update(field.id(), Patch.whole(Inputs.field("other", CustomFieldType.TEXT)))));
    }

    @Test
    @DisplayName("SET-16: the type of a field cannot change once values exist")
    void keepsItsType() {
        View field = define(Inputs.field("size", CustomFieldType.TEXT));
        View number = acme.ifMatch(1)
                .call(() -> resource.update(field.id(), Patch.whole(Inputs.field("size", CustomFieldType.NUMBER))));
        assertThat(number.fieldType()).isEqualTo(CustomFieldType.NUMBER);
        apply("size", "7");

        assertRefused("field-in-use", () -> acme.ifMatch(2)
                .call(() -> resource.update(field.id(), Patch.whole(Inputs.field("size", CustomFieldType.TEXT)))));
    }

    @Test
    @DisplayName("SET-16: an option in use can be deactivated but not removed or changed")
    void keepsOptionsInUse() {
        View field = define(Inputs.field("colours", CustomFieldType.MULTISELECT, option("red"), option("blue")));
        apply("colours", "[\"red\"]");
        UUID red = field.options().get(0).id();
        UUID blue = field.options().get(1).id();

        assertRefused("field-in-use", () -> reoption(field, option("green")));
        assertRefused("field-in-use", () -> reoption(field, named(red, "crimson", true)));
        View after = reoption(field, named(red, "red", false), named(blue, "navy", true));

        assertThat(after.options())
                .extracting(CustomFieldResource.Option::value)
                .containsExactly("red", "navy");
        assertRefused("invalid-custom-field-value", () -> apply("colours", "[\"red\",\"navy\"]"));
        assertThat(read(acme)).isEqualTo(of("colours", "[\"red\"]"));
    }

    private static Option named(UUID id, String value, boolean active) {
        return new Option(id, value, value, null, false, active, 0);
    }

    private View reoption(View field, Option... options) {
        return acme.ifMatch(1)
                .call(() -> resource.update(
                        field.id(), Patch.whole(Inputs.field("colours", CustomFieldType.MULTISELECT, options))));
    }

    @Test
    @DisplayName("SET-17: unknown names are refused, and all bad values at once")
    void refusesUnknownNamesAndBadValues() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        define(Inputs.field("born", CustomFieldType.DATE));

        assertRefused("unknown-custom-field", () -> apply("colour", "1"));
        assertThatThrownBy(() -> apply("size", "\"big\"", "born", "\"yesterday\""))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("invalid-custom-field-value");
                    assertThat(problem.errors())
                            .extracting(Problem.FieldError::pointer)
                            .containsExactlyInAnyOrder("/size", "/born");
                });
        assertThat(read(acme)).isEmpty();
    }

    @Test
    @DisplayName(
            "SET-17: a required field is given at creation and not cleared later; an old record may lack it until it is saved")
    void requires() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        apply("size", "1");
        define(Inputs.required("reason"));
        UUID fresh = UUID.randomUUID();

        assertRefused(
                "invalid-custom-field-value",
                () -> acme.run(() -> fields.apply("customer", fresh, of("size", "1"), true)));
        assertThat(read(acme)).isEqualTo(of("size", "1"));
        assertRefused("invalid-custom-field-value", () -> apply("size", "2"));
        apply("size", "2", "reason", "\"new\"");
        assertRefused("invalid-custom-field-value", () -> apply("reason", "null"));
        assertRefused("invalid-custom-field-value", () -> apply("reason", "\" \""));
        assertThat(read(acme)).isEqualTo(of("size", "2", "reason", "\"new\""));
    }

    @Test
    @DisplayName("SET-17: a new record begins with the initial values of fields that are not named")
    void fillsInInitialValues() {
        define(Inputs.initially("size", CustomFieldType.NUMBER, "3"));
        define(Inputs.initially("note", CustomFieldType.TEXT, "\"hello\""));
        define(Inputs.field(
                "colour", CustomFieldType.SELECT, new Option(null, "red", "Red", null, true, true, 0), option("blue")));
        assertRefused("validation-failed", () -> define(Inputs.initially("bad", CustomFieldType.DATE, "3")));

        acme.run(() -> fields.apply("customer", customer, of("note", "\"mine\""), true));

        assertThat(read(acme)).isEqualTo(of("size", "3", "note", "\"mine\"", "colour", "\"red\""));
    }

    @Test
    @DisplayName("SET-18: a field with values goes only when its name is typed again, and the log keeps what it was")
    void asksBeforeItPurges() {
        View field = define(Inputs.field("size", CustomFieldType.NUMBER));
        apply("size", "1");

        assertThatThrownBy(() -> acme.run(() -> resource.delete(field.id(), null, Optional.empty())))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("field-in-use");
                    assertThat(problem.members()).containsEntry("count", 1L);
                });
        assertRefused(
                "confirmation-mismatch",
                () -> acme.run(() -> resource.delete(field.id(), true, Optional.of(new Confirmation("sise")))));
        assertRefused(
                "confirmation-mismatch", () -> acme.run(() -> resource.delete(field.id(), true, Optional.empty())));
        acme.run(() -> resource.delete(field.id(), true, Optional.of(new Confirmation("size"))));

        assertThat(read(acme)).isEmpty();
        assertRefused("not-found", () -> acme.read(() -> resource.get(field.id())));
        assertThat(audited).hasSize(1);
        assertThat(audited.get(0).act().metadata()).containsEntry("count", 1L).containsEntry("name", "size");
    }

    @Test
    @DisplayName("SET-18: a field whose values were all cleared goes without a question")
    void deletesWhatNobodyUses() {
        View field = define(Inputs.field("colour", CustomFieldType.SELECT, option("red")));
        apply("colour", "\"red\"");
        apply("colour", "null");

        acme.run(() -> resource.delete(field.id(), null, Optional.empty()));

        assertRefused("not-found", () -> acme.read(() -> resource.get(field.id())));
        assertThat(PLATFORM.published().stream()
                        .filter(event -> event.aggregateId().equals(field.id()))
                        .map(DomainEvent::name))
                .containsExactly("settings.custom-field.created", "settings.custom-field.deleted");
    }

    @Test
    @DisplayName(
            "SET-18: who has none of the viewing roles does not see the value, who has none of the editing roles does not change it")
    void keepsRoles() {
        define(Inputs.guarded("margin", List.of("finance"), List.of()));
        define(Inputs.guarded("tier", List.of(), List.of("finance")));
        apply("margin", "\"high\"", "tier", "\"gold\"");
        Organization sales = acme.as(SALES, "customers.read", "customers.write");
        Organization finance = acme.as(FINANCE, "customers.read", "customers.write");

        assertThat(read(sales)).isEqualTo(of("tier", "\"gold\""));
        assertThat(read(finance)).hasSize(2);
        assertThat(read(acme.as(ADMIN))).hasSize(2);
        assertThat(sales.read(() -> fields.definitions("customer"))).hasSize(1);
        assertRefused(
                "forbidden", () -> sales.run(() -> fields.apply("customer", customer, of("tier", "\"x\""), false)));
        assertRefused(
                "unknown-custom-field",
                () -> sales.run(() -> fields.apply("customer", customer, of("margin", "\"x\""), false)));
        finance.run(() -> fields.apply("customer", customer, of("tier", "\"x\""), false));
        assertThat(read(finance)).containsEntry("tier", new Json("\"x\""));
    }

    @Test
    @DisplayName("SET-25: the values of a record are changed under their ETag; only what is named changes")
    void changesWhatIsNamed() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        define(Inputs.field("note", CustomFieldType.TEXT));

        assertRefused("precondition-required", () -> update(acme, "size", "1"));
        CustomFieldValueResource.View first = update(acme.ifMatch(0), "size", "1", "note", "\"a\"");
        assertThat(first.version()).isEqualTo(2);
        assertRefused("precondition-failed", () -> update(acme.ifMatch(0), "size", "2"));
        CustomFieldValueResource.View second = update(acme.ifMatch(2), "size", "2");
        CustomFieldValueResource.View third = update(acme.ifMatch(second.version()), "size", "null");

        assertThat(second.values()).isEqualTo(of("size", "2", "note", "\"a\""));
        assertThat(third.values()).isEqualTo(of("note", "\"a\""));
        assertThat(third.version()).isGreaterThan(second.version());
        assertThatThrownBy(() -> update(acme.ifMatch(third.version()), "size", "\"x\""))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/values/size"));
        assertThat(PLATFORM.audited().stream()
                        .filter(change -> customer.equals(change.parentId()))
                        .map(change -> change.parentType()))
                .hasSize(4)
                .containsOnly("customer");
    }

    @Test
    @DisplayName("SET-24: who may not read or change a record may not read or change its fields")
    void asksTheOwningModule() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        Organization reader = acme.as(SALES, "customers.read");

        assertThat(reader.read(() -> values.get("customer", customer)).values()).isEmpty();
        assertRefused("forbidden", () -> update(reader.ifMatch(0), "size", "1"));
        assertRefused("forbidden", () -> acme.as(SALES).read(() -> values.get("customer", customer)));
        assertRefused("not-found", () -> acme.read(() -> values.get("note", customer)));
        assertRefused("not-found", () -> acme.read(() -> values.get("unicorn", customer)));
        gone.add(customer);
        assertRefused("not-found", () -> acme.read(() -> values.get("customer", customer)));
    }

    @Test
    void findsRecordsByTheirValues() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        define(Inputs.field("note", CustomFieldType.TEXT));
        UUID other = UUID.randomUUID();
        apply("size", "1.50", "note", "\"Gold\"");
        acme.run(() -> fields.apply("customer", other, of("size", "1.5", "note", "\"Silver\""), false));

        assertThat(acme.read(() -> fields.matching("customer", of("size", "1.5"))))
                .containsOnly(customer, other);
        assertThat(acme.read(() -> fields.matching("customer", of("size", "1.5", "note", "\"GOLD\""))))
                .containsOnly(customer);
        assertThat(acme.read(() -> fields.matching("customer", of("note", "\"tin\""))))
                .isEmpty();
        assertRefused("unknown-custom-field", () -> acme.read(() -> fields.matching("customer", of("x", "1"))));
        assertRefused(
                "invalid-custom-field-value", () -> acme.read(() -> fields.matching("customer", of("size", "\"1\""))));
        assertThat(PLATFORM.organization().read(() -> fields.values("customer", List.of(customer))))
                .isEmpty();
    }

    @Test
    void readsManyRecordsInOneQueryAndForgetsThoseThatAreGone() {
        define(Inputs.field("size", CustomFieldType.NUMBER));
        apply("size", "1");
        List<UUID> many =
                IntStream.range(0, 100).mapToObj(i -> UUID.randomUUID()).toList();
        acme.run(() -> many.forEach(id -> fields.apply("customer", id, of("size", "2"), true)));

        long before = PLATFORM.statements();
        assertThat(acme.read(() -> fields.values("customer", many))).hasSize(100);
        assertThat(PLATFORM.statements() - before).isLessThanOrEqualTo(3);
        acme.run(() -> fields.removeAll("customer", customer));
        assertThat(read(acme)).isEmpty();
        assertThat(acme.read(() -> fields.values("customer", many))).hasSize(100);
    }
}
