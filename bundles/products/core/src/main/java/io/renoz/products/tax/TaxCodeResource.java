package io.renoz.products.tax;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.Texts;
import io.renoz.products.api.TaxType;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/tax-codes}. A code that a product has cannot be deleted. */
@Component
@Path("tax-codes")
public final class TaxCodeResource implements Crud<TaxCodeResource.Input, TaxCodeResource.View> {

    /**
     * What a caller may set.
     *
     * @param rate percent; 0 for all but GST
     * @param nextRate an announced rate, which holds from {@code nextRateFrom} on
     */
    public record Input(
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 100) String name,
            TaxType taxType,

            @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal rate,

            @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal nextRate,

            @Nullable LocalDate nextRateFrom,
            boolean isDefault,
            Boolean isActive) {

        public Input {
            code = Texts.plain(code);
            taxType = taxType == null ? TaxType.GST : taxType;
            rate = rate == null ? new BigDecimal("0.00") : Texts.scaled(rate, 2);
            nextRate = Texts.scaled(nextRate, 2);
            isActive = isActive == null || isActive;
            if ((nextRate == null) != (nextRateFrom == null)) {
                throw Problem.invalid(
                        nextRate == null ? "nextRate" : "nextRateFrom", "A rate is announced with its day.");
            }
            untaxed(taxType, "rate", rate);
            untaxed(taxType, "nextRate", nextRate);
            if (isDefault && !isActive) {
                throw Problem.invalid("isActive", "The default code is active.");
            }
        }

        /** PRD-11: only GST has a rate. */
        private static void untaxed(TaxType type, String field, @Nullable BigDecimal rate) {
            if (type != TaxType.GST && rate != null && rate.signum() != 0) {
                throw Problem.invalid(field, "Only GST has a rate above 0.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String code,
            String name,
            TaxType taxType,
            BigDecimal rate,
            @Nullable BigDecimal nextRate,
            @Nullable LocalDate nextRateFrom,
            boolean isDefault,
            Boolean isActive)
            implements Versioned {}

    private final Tables tables;
    private final Rows<TaxCode, Input, View> codes;
    private final EventPublisher events;

    @Activate
    public TaxCodeResource(@Reference(target = "(domain=products)") Tables tables, @Reference EventPublisher events) {
        this.tables = tables;
        this.events = events;
        codes = tables.of(TaxCode.class)
                .filter("taxType", "isActive", "isDefault")
                .sort("code")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<TaxCode, Input, View> records() {
        return codes;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        Locks.hold(tables, TaxCodes.LOCK);
        return codes.createAll(inputs, (code, input) -> {
            if (code.isDefault) {
                stepDown();
            } else {
                code.isDefault = TaxCodes.defaultOf(tables).isEmpty();
            }
            if (code.isDefault && !code.isActive) {
                throw Problem.invalid("isActive", "The default code is active.");
            }
            tables.add(code); // the next one may have to step in
            events.publish(TaxCodeEvents.changed(code, "created"));
        });
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        Locks.hold(tables, TaxCodes.LOCK);
        return codes.update(id, patch, (code, input) -> {
            if (code.wasDefault() && !code.isDefault) {
                throw Problem.invalid("isDefault", "One code is the default; make another one that instead.");
            }
            if (code.isDefault && !code.wasDefault()) {
                code.isDefault = false; // not before the other one is no more
                stepDown();
                code.isDefault = true;
            }
            events.publish(TaxCodeEvents.changed(code, "updated"));
        });
    }

    /** PRD-10: the one that was the default is so no more. */
    private void stepDown() {
        TaxCodes.defaultOf(tables).ifPresent(code -> code.isDefault = false);
        tables.flush();
    }

    @Override
    @Answers({"reference-in-use", "invalid-state"})
    public void delete(UUID id) {
        Locks.hold(tables, TaxCodes.LOCK);
        TaxCode code = tables.require(TaxCode.class, id);
        if (code.isDefault && TaxCodes.count(tables) > 1) {
            throw Problem.of("invalid-state", "This code is the default; make another one that first.");
        }
        codes.delete(id);
        events.publish(TaxCodeEvents.changed(code, "deleted"));
    }
}
