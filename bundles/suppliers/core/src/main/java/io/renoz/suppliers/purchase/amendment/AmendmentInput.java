package io.renoz.suppliers.purchase.amendment;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Example;
import io.renoz.suppliers.purchase.order.HeaderField;
import io.renoz.suppliers.purchase.order.OrderAmending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a caller wants changed of an order that was sent. */
public record AmendmentInput(
        @NotBlank @Size(max = 1000) String reason,
        @Nullable @Size(max = 2000) String notes,

        @Example(AmendmentInput.LINES) @NotNull @Size(min = 1, max = 200)
        List<@Valid @NotNull Line> lines) {

    private static final String LINES =
            "[{\"action\": \"add_line\", \"description\": \"Freight\", \"newQuantity\": 1, " + "\"newUnitPrice\": 25}]";

    public AmendmentInput {
        lines = lines == null ? List.of() : new ArrayList<>(lines);
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) != null) {
                lines.get(i).check("lines/" + i + "/", errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * A single change.
     *
     * @param purchaseOrderItemId the line, to change or remove one
     * @param productId of a new line; left out for goods that are no product of ours
     * @param newQuantity of a new line, or of one that changes
     * @param newUnitPrice of a new line, or of one that changes
     * @param headerField what changes of the order itself
     * @param newValue of that field
     */
    public record Line(
            @NotNull AmendmentAction action,
            @Nullable UUID purchaseOrderItemId,
            @Nullable UUID productId,
            @Nullable @Size(max = 500) String description,

            @Nullable @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal newQuantity,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal newUnitPrice,

            @Nullable LocalDate newExpectedDeliveryDate,
            @Nullable HeaderField headerField,
            @Nullable @Size(max = 500) String newValue) {

        private void check(String at, List<FieldError> errors) {
            if (action == null) {
                return;
            }
            switch (action) {
                case ADD_LINE -> {
                    need(newQuantity, at + "newQuantity", errors);
                    need(newUnitPrice, at + "newUnitPrice", errors);
                    if (productId == null) {
                        need(description, at + "description", errors);
                    }
                }
                case CHANGE_LINE -> {
                    need(purchaseOrderItemId, at + "purchaseOrderItemId", errors);
                    if (newQuantity == null && newUnitPrice == null) {
                        need(newExpectedDeliveryDate, at + "newQuantity", errors);
                    }
                }
                case REMOVE_LINE -> need(purchaseOrderItemId, at + "purchaseOrderItemId", errors);
                case CHANGE_HEADER -> {
                    need(headerField, at + "headerField", errors);
                    if (headerField != null) {
                        checkValue(headerField, at, errors);
                    }
                }
            }
        }

        private void checkValue(HeaderField field, String at, List<FieldError> errors) {
            try {
                OrderAmending.check(field, newValue, at + "newValue");
            } catch (Problem problem) {
                errors.addAll(problem.errors());
            }
        }

        private static void need(@Nullable Object value, String at, List<FieldError> errors) {
            if (value == null) {
                errors.add(new FieldError("/" + at, "This change needs it."));
            }
        }
    }
}
