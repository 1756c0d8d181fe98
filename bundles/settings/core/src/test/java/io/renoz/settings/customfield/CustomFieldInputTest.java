package io.renoz.settings.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomFieldInputTest {

    private static Option option(String value, boolean initial) {
        return new Option(null, value, value, null, initial, true, 0);
    }

    private static void refused(String pointer, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().get(0).pointer())
                .isEqualTo(pointer));
    }

    @Test
    @DisplayName("SET-16: select and multiselect need options, other types have none")
    void hasOptionsWhereItIsChosenFrom() {
        refused("/options", () -> Inputs.field("x", CustomFieldType.SELECT));
        refused("/options", () -> Inputs.field("x", CustomFieldType.TEXT, option("a", false)));
        assertThat(Inputs.field("x", CustomFieldType.MULTISELECT, option("a", false))
                        .options())
                .hasSize(1);
    }

    @Test
    @DisplayName("SET-16: options differ, whatever the case, and a select begins with one at most")
    void hasOptionsThatDiffer() {
        refused(
                "/options/1/value",
                () -> Inputs.field("x", CustomFieldType.SELECT, option("a", false), option("A", false)));
        refused(
                "/options/1/isDefault",
                () -> Inputs.field("x", CustomFieldType.SELECT, option("a", true), option("b", true)));
        assertThat(Inputs.field("x", CustomFieldType.MULTISELECT, option("a", true), option("b", true))
                        .options())
                .hasSize(2);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller leaves out
    void fillsInWhatACallerLeavesOut() {
        var input = new CustomFieldInput(
                "customer",
                "x",
                "X",
                CustomFieldType.TEXT,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                null,
                null,
                null,
                null);

        assertThat(input.isActive()).isTrue();
        assertThat(input.gridWidth()).isEqualTo(6);
        assertThat(input.sortOrder()).isZero();
        assertThat(input.options()).isEqualTo(List.of());
    }
}
