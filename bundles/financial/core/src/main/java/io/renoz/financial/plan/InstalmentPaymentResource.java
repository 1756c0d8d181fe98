package io.renoz.financial.plan;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/payment-schedules/{parent}/payments}: which payments paid the instalment. */
@Component
@Path("payment-schedules/{parent}/payments")
public final class InstalmentPaymentResource implements PartLists<InstalmentPaymentResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID paymentScheduleId,
            UUID orderId,
            UUID orderPaymentId,
            BigDecimal amount)
            implements Versioned {}

    /** Nothing comes in this way. */
    public record Nothing() {}

    private final Rows<InstalmentPayment, Nothing, View> payments;

    @Activate
    public InstalmentPaymentResource(@Reference(target = "(domain=financial)") Tables tables) {
        payments = tables.of(InstalmentPayment.class)
                .filter("orderPaymentId")
                .sort("createdAt")
                .within("paymentScheduleId", Instalment.class)
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<InstalmentPayment, Nothing, View> records() {
        return payments;
    }
}
