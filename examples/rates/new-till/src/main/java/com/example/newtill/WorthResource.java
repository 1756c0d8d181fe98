package com.example.newtill;

import com.example.rates.api.Rate;
import com.example.rates.api.Rates;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/new-till/worth} */
@Component
@Path("worth")
public final class WorthResource implements Resource {

    /** What an amount was worth on a day, by a rate that held since then. */
    public record Worth(BigDecimal amount, BigDecimal worth, LocalDate since) {}

    private final Rates rates;

    @Activate
    public WorthResource(@Reference Rates rates) {
        this.rates = rates;
    }

    @GET
    @Path("{currency}")
    @Summary("What an amount of another currency was worth on a day")
    @Answers("not-found")
    public Worth worth(
            @PathParam("currency") String currency,
            @QueryParam("amount") @Nullable BigDecimal amount,
            @QueryParam("day") @Nullable LocalDate day) {
        if (day == null) {
            throw Problem.parameter("day", "Which day is meant?");
        }
        BigDecimal asked = amount == null ? BigDecimal.ONE : amount;
        Rate rate = rates.rate(currency, day)
                .orElseThrow(() -> Problem.of("not-found", "Nobody said what " + currency + " was worth then."));
        return new Worth(asked, asked.multiply(rate.value()).setScale(2, RoundingMode.HALF_UP), rate.since());
    }
}
