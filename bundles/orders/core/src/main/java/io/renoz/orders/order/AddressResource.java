package io.renoz.orders.order;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.order.OrderInput.Place;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/v1/orders/orders/{id}/addresses}: where invoice and goods of one order go. Like lines they have no version of their
 * own.
 */
@Component
@Path("orders/{parent}/addresses")
public final class AddressResource implements Resource {

    /**
     * What a caller sees.
     *
     * @param version the order's
     */
    public record View(
            UUID id,
            int version,
            UUID orderId,
            OrderAddressType type,
            @Nullable UUID customerAddressId,
            String name,
            @Nullable String attention,
            String street1,
            @Nullable String street2,
            String city,
            @Nullable String state,
            String postcode,
            String country,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String contactEmail)
            implements Versioned {

        static View of(OrderAddress address, int version) {
            return new View(
                    address.id(),
                    version,
                    address.orderId,
                    address.type,
                    address.customerAddressId,
                    address.name,
                    address.attention,
                    address.street1,
                    address.street2,
                    address.city,
                    address.state,
                    address.postcode,
                    address.country,
                    address.contactName,
                    address.contactPhone,
                    address.contactEmail);
        }
    }

    private final Tables tables;
    private final Rows<OrderAddress, Void, View> addresses;
    private final Revision revision;

    @Activate
    public AddressResource(@Reference(target = "(domain=orders)") Tables tables, @Reference Revision revision) {
        this.tables = tables;
        this.revision = revision;
        this.addresses = tables.of(OrderAddress.class)
                .filter("type")
                .sort("type")
                .within("orderId", Order.class)
                .viewed(View.class, this::view);
    }

    private View view(OrderAddress address) {
        return View.of(address, tables.require(Order.class, address.orderId).version());
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", addresses.offer());
    }

    @GET
    @Summary("Addresses of an order.")
    public Page<View> list(@PathParam("parent") UUID parent, @Context ListQuery query) {
        return addresses.within(parent).list(query);
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes an address of a draft, under the order's ETag.")
    @Answers("invalid-state")
    public View update(@PathParam("parent") UUID parent, @PathParam("id") UUID id, Patch<Place> patch) {
        var changed = new ArrayList<OrderAddress>();
        revision.change(parent, true, order -> {
            OrderAddress address = order.addresses.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("order address"));
            Place wanted = patch.onto(address.place());
            if (wanted.type() != address.type) {
                throw Problem.invalid("type", "An address keeps its type.");
            }
            address.apply(wanted);
            changed.add(address);
        });
        return view(changed.get(0));
    }
}
