package io.renoz.settings.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Patch;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import io.renoz.settings.customfield.CustomFieldResource.View;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomFieldsIT extends CustomFieldsBench {

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
}
