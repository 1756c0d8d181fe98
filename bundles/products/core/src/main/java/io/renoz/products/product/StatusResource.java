package io.renoz.products.product;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.Texts;
import io.renoz.products.api.ProductStatus;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{id}/status} */
@Component
@Path("products/{id}/status")
public final class StatusResource implements Resource {

    /**
     * A move along the life cycle.
     *
     * @param reason needed to reinstate what was discontinued
     * @param replacedById successor of what is discontinued
     */
    public record Move(
            @NotNull ProductStatus status,
            @Nullable @Size(max = 500) String reason,
            @Nullable UUID replacedById) {
        public Move {
            reason = Texts.plain(reason);
        }
    }

    private final Tables tables;
    private final ProductRows rows;
    private final ProductRules rules;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public StatusResource(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference ProductRows rows,
            @Reference ProductRules rules,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    @POST
    @Summary("Activates, deactivates, discontinues or reinstates a product")
    @Answers({"invalid-transition", "validation-failed"})
    public ProductView move(@PathParam("id") UUID id, Move move) {
        Locks.products(tables, List.of(id));
        return rows.rows().change(id, product -> {
            ProductStatus before = product.status;
            product.become(move.status, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
            if (before == ProductStatus.DISCONTINUED && move.reason == null) {
                throw Problem.invalid("reason", "To reinstate a product needs a reason.");
            }
            if (move.replacedById != null) {
                succeed(product, move.replacedById);
            }
            if (product.active()) {
                rules.requireReady(product);
            }
            tell(product, before, move.reason);
        });
    }

    private void succeed(Product product, UUID successor) {
        if (product.status != ProductStatus.DISCONTINUED) {
            throw Problem.invalid("replacedById", "Only what is discontinued has a successor.");
        }
        if (successor.equals(product.id())
                || tables.find(Product.class, successor).isEmpty()) {
            throw Problem.invalid("replacedById", "There is no such other product.");
        }
        product.replacedById = successor;
    }

    private void tell(Product product, ProductStatus before, @Nullable String reason) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("from", Coded.of(before));
        payload.put("to", Coded.of(product.status));
        payload.put("sku", product.sku);
        if (reason != null) {
            payload.put("reason", reason);
        }
        if (product.replacedById != null) {
            payload.put("replacedById", product.replacedById);
        }
        events.publish(new DomainEvent("products.product.status-changed", "product", product.id(), payload));
    }
}
