package io.renoz.inventory.reservation;

import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.Permissions;
import io.renoz.inventory.Rights;
import io.renoz.inventory.api.DemandRef;
import io.renoz.inventory.api.LocationScope;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.inventory.api.ReserveCommand;
import io.renoz.inventory.api.ReserveLine;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Bulk;
import io.renoz.rest.Created;
import io.renoz.rest.Example;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/reservations}. Those made here are holds by hand; modules reserve for their own documents. */
@Component
@Path("reservations")
public final class ReservationResource implements Resource {

    private static final String HOLD = "inventory.hold";

    /**
     * A hold by hand.
     *
     * @param locationId any that sells when left out
     * @param demandType kind of demand, of this module; inventory.hold when left out
     * @param demandId what it is for; the hold itself when left out
     * @param demandLineId asked again with the same, the quantity changes
     * @param expiresAt after the organization's hours for holds when left out
     * @param allowPartial whether to hold what there is and wait for the rest
     */
    public record Input(
            @NotNull UUID productId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantity,

            @Nullable UUID locationId,
            @Nullable @Size(max = 60) @Example(HOLD) String demandType,
            @Nullable UUID demandId,
            @Nullable UUID demandLineId,
            @Nullable @Size(max = 50) String demandNumber,
            @Nullable @Min(0) Integer priority,
            @Nullable LocalDate neededBy,
            @Nullable Instant expiresAt,
            @Example("true") boolean allowPartial) {

        public Input {
            demandType = demandType == null ? HOLD : demandType;
            if (!demandType.startsWith("inventory.")) {
                throw Problem.invalid("demandType", "Other modules reserve for their documents themselves.");
            }
        }
    }

    /** How much of a balance is set aside. */
    public record Allocation(UUID inventoryId, BigDecimal quantity, BigDecimal quantityFulfilled) {}

    /** The row itself. */
    private record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            @Nullable UUID locationId,
            String demandType,
            UUID demandId,
            UUID demandLineId,
            @Nullable String demandNumber,
            BigDecimal quantity,
            BigDecimal quantityFulfilled,
            BigDecimal quantityReleased,
            ReservationStatus status,
            int priority,
            @Nullable LocalDate neededBy,
            @Nullable Instant expiresAt,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason)
            implements Versioned {

        View holding(List<Allocation> allocations) {
            return new View(
                    id,
                    version,
                    createdAt,
                    updatedAt,
                    productId,
                    locationId,
                    demandType,
                    demandId,
                    demandLineId,
                    demandNumber,
                    quantity,
                    quantityFulfilled,
                    quantityReleased,
                    status,
                    priority,
                    neededBy,
                    expiresAt,
                    releasedAt,
                    releaseReason,
                    allocations);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            @Nullable UUID locationId,
            String demandType,
            UUID demandId,
            UUID demandLineId,
            @Nullable String demandNumber,
            BigDecimal quantity,
            BigDecimal quantityFulfilled,
            BigDecimal quantityReleased,
            ReservationStatus status,
            int priority,
            @Nullable LocalDate neededBy,
            @Nullable Instant expiresAt,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason,
            List<Allocation> allocations)
            implements Versioned {}

    /** Why a reservation is given back. */
    public record Reason(@Nullable @Size(max = 200) String reason) {}

    /** Serials of the units that are chosen; ranges are understood. */
    public record Choice(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Size(max = 200) String> serialNumbers) {}

    /** What the rows are made of by others. */
    private record Nothing(UUID productId) {}

    private static final List<Problem.FieldError> SHORT =
            List.of(new Problem.FieldError("/productId", "There is not enough of it."));

    private final Tables tables;
    private final Reservations reservations;
    private final Claims claims;
    private final ChosenUnits chosen;
    private final SettingsReader settings;
    private final InventoryCalendar calendar;
    private final Rows<StockReservation, ?, Line> rows;

    @Activate
    public ReservationResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Reservations reservations,
            @Reference Claims claims,
            @Reference ChosenUnits chosen,
            @Reference SettingsReader settings,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.reservations = reservations;
        this.claims = claims;
        this.chosen = chosen;
        this.settings = settings;
        this.calendar = calendar;
        this.rows = tables.of(StockReservation.class)
                .filter("productId", "locationId", "demandType", "demandId", "demandLineId", "status", "neededBy")
                .filter("createdAt", "expiresAt", "priority")
                .sort("createdAt", "neededBy", "priority", "id")
                .byName(Nothing.class, Line.class);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", rows.offer());
    }

    @GET
    public Page<View> list(@Context ListQuery query) {
        Page<Line> page = rows.list(query);
        Map<UUID, List<Allocation>> held = held(page.items());
        return page.map(line -> line.holding(held.getOrDefault(line.id, List.of())));
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("id") UUID id) {
        return shown(rows.get(id));
    }

    private View shown(Line line) {
        return line.holding(held(List.of(line)).getOrDefault(line.id, List.of()));
    }

    /** What some reservations hold, in one query. */
    private Map<UUID, List<Allocation>> held(List<Line> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return tables.entities()
                .createQuery(
                        "select a from ReservationAllocation a where a.reservationId in :ids order by a.id",
                        ReservationAllocation.class)
                .setParameter("ids", lines.stream().map(Line::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        allocation -> allocation.reservationId,
                        Collectors.mapping(
                                allocation -> new Allocation(
                                        allocation.inventoryId, allocation.quantity, allocation.quantityFulfilled),
                                Collectors.toList())));
    }

    @POST
    @Allow(Allow.SIGNED_IN)
    @Answers({"insufficient-stock", "invalid-transition"})
    public Created<View> create(Input input) {
        try {
            return new Created<>(add(List.of(input)).get(0));
        } catch (Problem problem) {
            throw problem.slug().equals("insufficient-stock") ? problem.with(SHORT) : problem;
        }
    }

    @POST
    @Path("bulk")
    @Allow(Allow.SIGNED_IN)
    @Answers({"insufficient-stock", "invalid-transition"})
    public Page<View> createAll(Bulk<Input> inputs) {
        return Page.of(inputs.made(this::add));
    }

    private List<View> add(List<Input> inputs) {
        Rights.requireEither(Permissions.WRITE, Permissions.RESERVE);
        var ids = new ArrayList<UUID>();
        for (Input input : inputs) {
            ids.add(reserve(input).id());
        }
        tables.flush();
        return ids.stream().map(this::get).toList();
    }

    private Reservation reserve(Input input) {
        UUID demand = Objects.requireNonNullElseGet(input.demandId, Ids::next);
        UUID line = Objects.requireNonNullElse(input.demandLineId, demand);
        var command = new ReserveCommand(
                new DemandRef(Objects.requireNonNullElse(input.demandType, HOLD), demand),
                input.demandNumber,
                List.of(new ReserveLine(line, input.productId, input.quantity)),
                new LocationScope(input.locationId),
                input.allowPartial,
                Objects.requireNonNullElse(input.priority, ReserveCommand.USUAL_PRIORITY),
                input.neededBy,
                Objects.requireNonNullElseGet(input.expiresAt, this::usualEnd));
        try {
            return reservations.reserve(command).get(0);
        } catch (Problem problem) {
            throw unlisted(problem);
        }
    }

    private Instant usualEnd() {
        int hours = settings.getInt(InventorySettings.CATEGORY, InventorySettings.HOLD_HOURS);
        return calendar.now().plus(Duration.ofHours(hours));
    }

    /** A hold has no lines, so its fields are named without them. */
    private static Problem unlisted(Problem problem) {
        return problem.errors().isEmpty()
                ? problem
                : problem.with(problem.errors().stream()
                        .map(error ->
                                new Problem.FieldError(error.pointer().replaceFirst("^/lines/0", ""), error.message()))
                        .toList());
    }

    @POST
    @Path("{id}/release")
    @Allow(Allow.SIGNED_IN)
    @Summary("Gives back what has not left")
    @Answers("invalid-transition")
    public View release(@PathParam("id") UUID id, Reason reason) {
        Rights.requireEither(Permissions.WRITE, Permissions.RESERVE);
        return shown(rows.change(id, found -> {
            Holdings holdings = claims.byIds(List.of(id));
            String why = reason.reason == null || reason.reason.isBlank() ? "Released by hand" : reason.reason;
            claims.close(holdings.all(), holdings, ReservationStatus.RELEASED, why);
        }));
    }

    @POST
    @Path("{id}/allocate-serials")
    @Summary("Chooses the units for a reservation of a serialized product")
    @Answers({"serial-conflict", "invalid-transition"})
    public View allocate(@PathParam("id") UUID id, Choice choice) {
        return shown(rows.change(id, found -> {
            Holdings holdings = claims.byIds(List.of(id));
            StockReservation reservation = holdings.byId(id).orElse(found);
            reservation.requireOpen(ReservationStatus.ACTIVE);
            chosen.choose(reservation, holdings, choice.serialNumbers);
        }));
    }
}
