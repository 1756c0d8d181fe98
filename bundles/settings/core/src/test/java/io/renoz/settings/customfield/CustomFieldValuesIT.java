package io.renoz.settings.customfield;

import static io.renoz.settings.Workbench.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Json;
import io.renoz.event.DomainEvent;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import io.renoz.settings.customfield.CustomFieldResource.Confirmation;
import io.renoz.settings.customfield.CustomFieldResource.View;
import io.renoz.testing.Organization;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values of custom fields. */
class CustomFieldValuesIT extends CustomFieldsBench {

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
