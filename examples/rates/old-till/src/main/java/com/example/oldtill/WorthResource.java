package com.example.oldtill;

import com.example.rates.api.Rates;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/old-till/worth} */
@Component
@Path("worth")
public final class WorthResource implements Resource {

    /** What an amount is worth today. */
    public record Worth(BigDecimal amount, BigDecimal worth) {}

    private final Rates rates;

    @Activate
    public WorthResource(@Reference Rates rates) {
        this.rates = rates;
    }

    @GET
    @Path("{currency}")
    @Summary("What an amount of another currency is worth today")
    @Answers("not-found")
    public Worth worth(@PathParam("currency") String currency, @QueryParam("amount") @Nullable BigDecimal amount) {
        BigDecimal asked = amount == null ? BigDecimal.ONE : amount;
        BigDecimal rate = rates.rate(currency)
                .orElseThrow(() -> Problem.of("not-found", "Nobody said what " + currency + " is worth."));
        return new Worth(asked, asked.multiply(rate).setScale(2, RoundingMode.HALF_UP));
    }
}
