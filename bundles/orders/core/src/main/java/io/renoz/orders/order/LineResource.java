package io.renoz.orders.order;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.PickStatus;
import io.renoz.orders.api.TaxType;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/orders/orders/{id}/line-items}: the lines of one order, one by one.
 *
 * <p>ORD-06: a line has no version of its own; its tag is the order's, and a change of it raises the order's version.
 */
@Component
@Path("orders/{parent}/line-items")
public final class LineResource implements Resource {

    /**
     * What a caller sees of a line.
     *
     * @param version the order's
     */
    public record View(
            UUID id,
            int version,
            UUID orderId,
            Integer lineNumber,
            OrderLineType lineType,
            @Nullable UUID parentLineId,
            @Nullable UUID productId,
            @Nullable String sku,
            String description,
            BigDecimal quantity,
            @Nullable String unitOfMeasure,
            BigDecimal unitPrice,
            @Nullable String priceSource,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal discountAmount,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal,
            @Nullable BigDecimal unitCost,
            boolean isShippable,
            boolean isSerialized,
            @Nullable LocalDate requestedDate,
            @Nullable UUID locationId,
            PickStatus pickStatus,
            @Nullable Instant pickedAt,
            @Nullable UUID pickedBy,
            BigDecimal qtyReserved,
            BigDecimal qtyPicked,
            BigDecimal qtyShipped,
            BigDecimal qtyDelivered,
            BigDecimal qtyReturned,
            @Nullable String notes)
            implements Versioned {

        static View of(OrderLine line, int version) {
            return new View(
                    line.id(),
                    version,
                    line.orderId,
                    line.lineNumber,
                    line.lineType,
                    line.parentLineId,
                    line.productId,
                    line.sku,
                    line.description,
                    line.quantity,
                    line.unitOfMeasure,
                    line.unitPrice,
                    line.priceSource,
                    line.discountPercent,
                    line.discountAmount,
                    line.taxType,
                    line.taxRate,
                    line.lineSubtotal,
                    line.taxAmount,
                    line.lineTotal,
                    line.unitCost(),
                    line.isShippable,
                    line.isSerialized,
                    line.requestedDate,
                    line.locationId,
                    line.pickStatus,
                    line.pickedAt,
                    line.pickedBy,
                    line.qtyReserved,
                    line.qtyPicked,
                    line.qtyShipped,
                    line.qtyDelivered,
                    line.qtyReturned,
                    line.notes);
        }
    }

    private static final Pattern OF_LINE = Pattern.compile("/lines/(\\d+)(/.*)?");

    private final Tables tables;
    private final Rows<OrderLine, Void, View> lines;
    private final Revision revision;

    @Activate
    public LineResource(@Reference(target = "(domain=orders)") Tables tables, @Reference Revision revision) {
        this.tables = tables;
        this.revision = revision;
        this.lines = tables.of(OrderLine.class)
                .filter("productId", "pickStatus", "lineType")
                .sort("lineNumber")
                .within("orderId", Order.class)
                .viewed(View.class, this::view);
    }

    private View view(OrderLine line) {
        return View.of(line, tables.require(Order.class, line.orderId).version());
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", lines.offer());
    }

    @GET
    @Summary("Lines of an order.")
    public Page<View> list(@PathParam("parent") UUID parent, @Context ListQuery query) {
        return lines.within(parent).list(query);
    }

    @GET
    @Path("{id}")
    @Summary("One line of an order; its ETag is the order's.")
    public View get(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        return lines.within(parent).get(id);
    }

    @POST
    @Summary("Adds a line to a draft.")
    @Answers("invalid-state")
    public Created<View> create(@PathParam("parent") UUID parent, LineInput input) {
        return new Created<>(add(parent, List.of(input), line -> "").get(0));
    }

    @POST
    @Path("bulk")
    @Summary("Adds lines to a draft.")
    @Answers("invalid-state")
    public Page<View> createAll(@PathParam("parent") UUID parent, Bulk<LineInput> inputs) {
        return Page.of(inputs.made(items -> add(parent, items, line -> "/items/" + line)));
    }

    private List<View> add(UUID parent, List<LineInput> inputs, IntFunction<String> place) {
        var added = new ArrayList<OrderLine>();
        var places = new HashMap<Integer, String>();
        said(
                places,
                () -> revision.change(parent, false, order -> {
                    for (LineInput input : inputs) {
                        OrderLine line = OrderLine.of(order.id(), input);
                        places.put(order.lines.size(), place.apply(added.size()));
                        order.lines.add(line);
                        added.add(line);
                    }
                }));
        return added.stream().map(this::view).toList();
    }

    /** Does it; what it refuses of a line of the order is told of the place in the body where the caller said it. */
    private static void said(Map<Integer, String> places, Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            throw problem.with(problem.errors().stream()
                    .map(error -> new FieldError(said(places, error.pointer()), error.message()))
                    .toList());
        }
    }

    private static String said(Map<Integer, String> places, String pointer) {
        Matcher line = OF_LINE.matcher(pointer);
        String place = line.matches() ? places.get(Integer.valueOf(line.group(1))) : null;
        return place == null ? pointer : place + line.group(2);
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes a line of a draft, under the order's ETag.")
    @Answers("invalid-state")
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<LineInput> patch) {
        var changed = new ArrayList<OrderLine>();
        var places = new HashMap<Integer, String>();
        said(
                places,
                () -> revision.change(parent, true, order -> {
                    OrderLine line = line(order, id);
                    places.put(order.lines.indexOf(line), "");
                    LineInput before = line.input();
                    LineInput wanted = patch.onto(before);
                    line.apply(
                            Objects.equals(before.productId(), wanted.productId()) ? wanted : wanted.unnamed(before));
                    changed.add(line);
                }));
        return view(changed.get(0));
    }

    @DELETE
    @Path("{id}")
    @Summary("Takes a line out of a draft.")
    @Answers("invalid-state")
    public void delete(@PathParam("parent") UUID parent, @PathParam("id") UUID id) {
        revision.change(parent, false, order -> order.lines.remove(line(order, id)));
    }

    private static OrderLine line(Order order, UUID id) {
        return order.line(id).orElseThrow(() -> Problem.notFound("order line"));
    }
}
