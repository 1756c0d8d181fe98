package com.example.oldtill;

import com.example.oldtill.SaleResource.Input;
import com.example.oldtill.SaleResource.View;
import com.example.rates.api.Rates;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Creates;
import io.renoz.rest.Lists;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Positive;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/old-till/sales} */
@Component
@Path("sales")
public final class SaleResource implements Lists<View>, Creates<Input, View> {

    /** Money as it is taken. */
    public record Input(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Positive @Digits(integer = 8, fraction = 2) BigDecimal amount) {}

    /** Money as it was taken. */
    public record View(UUID id, int version, LocalDate day, String currency, BigDecimal amount, BigDecimal worth)
            implements Versioned {}

    private final Rows<Sale, Input, View> sales;
    private final Rates rates;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public SaleResource(
            @Reference(target = "(domain=old-till)") Tables tables,
            @Reference Rates rates,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.sales = tables.of(Sale.class).filter("currency", "day").sort("day").byName(Input.class, View.class);
        this.rates = rates;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Rows<Sale, Input, View> records() {
        return sales;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        return sales.createAll(inputs, (sale, input) -> value(sale));
    }

    private void value(Sale sale) {
        sale.day = organizations.current().today(clock);
        sale.valueAt(rates.rate(sale.currency).orElseThrow(() -> unknown(sale)));
    }

    private static Problem unknown(Sale sale) {
        return Problem.invalid("currency", "Nobody said what " + sale.currency + " is worth.");
    }
}
