package com.example.rates;

import com.example.rates.RateResource.Input;
import com.example.rates.RateResource.View;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Crud;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/rates/rates} */
@Component
@Path("rates")
public final class RateResource implements Crud<Input, View> {

    /** A rate as somebody says it. */
    public record Input(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull LocalDate since,
            @NotNull @Positive @Digits(integer = 10, fraction = 8) BigDecimal value) {}

    /** A rate as it is kept. */
    public record View(UUID id, int version, String currency, LocalDate since, BigDecimal value) implements Versioned {}

    private final Rows<DatedRate, Input, View> rates;

    @Activate
    public RateResource(@Reference(target = "(domain=rates)") Tables tables) {
        this.rates = tables.of(DatedRate.class)
                .filter("currency", "since")
                .sort("since", "currency")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<DatedRate, Input, View> records() {
        return rates;
    }
}
