package io.renoz.platform.rest.sample;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import io.renoz.platform.rest.sample.GrantResource.GrantView;
import io.renoz.platform.rest.sample.GrantResource.Input;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Creates;
import io.renoz.rest.Gets;
import io.renoz.rest.Moved;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.rest.WhileEnrolling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;

/** {@code /api/v1/warranty/grants}: a resource that says all it can of its own. */
@Path("grants")
public final class GrantResource
        implements Creates<Input, GrantView>, Gets<GrantView>, Updates<Input, GrantView>, Resource {

    public static final UUID OLD = UUID.fromString("01980000-0000-7000-8000-0000000000aa");
    public static final UUID NEW = UUID.fromString("01980000-0000-7000-8000-0000000000bb");

    /** Makes an empty list of none, as many records do. */
    public record Input(
            @NotNull List<@NotNull @Size(max = 20) String> units,
            @NotEmpty List<String> reasons,
            String note) {
        public Input {
            units = units == null ? List.of() : List.copyOf(units);
            reasons = reasons == null ? List.of("none") : List.copyOf(reasons);
        }
    }

    public record GrantView(UUID id, int version, List<String> units, List<String> reasons, String note)
            implements Versioned {}

    private final MemoryRecords<Input, GrantView> records = new MemoryRecords<>(
            (id, version, in) -> new GrantView(id, version, in.units(), in.reasons(), in.note()),
            view -> new Input(view.units(), view.reasons(), view.note()));

    @Override
    public Records<Input, GrantView> records() {
        return records;
    }

    /** As somebody who repeats a request is answered. */
    @POST
    @Path("repeated")
    public Created<GrantView> repeated(Input input) {
        return Created.again(records.createAll(List.of(input)).get(0));
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of(
                "history",
                new Offer(
                        Map.of("kind", PolicyResource.Kind.class, "note", String.class, "unit", UUID.class),
                        List.of("unit"),
                        List.of(),
                        List.of("-at")));
    }

    @Override
    @Allow("warranty.decide")
    @Answers("duplicate")
    @Summary("Grants what was bought")
    public List<GrantView> add(List<Input> inputs) {
        int asked = inputs.stream().mapToInt(input -> input.units().size()).sum();
        if (asked > 5) {
            throw Problem.invalid("units", "Too many in all.");
        }
        var good = new ArrayList<Input>();
        for (Input input : inputs) {
            if ("refuse".equals(input.note())) {
                throw Problem.invalid("note", "That note is refused.");
            }
            good.add(input);
        }
        return records.createAll(good);
    }

    @GET
    @WhileEnrolling
    @Path("{id}/history")
    public Page<GrantView> history(@PathParam("id") UUID id, @Context ListQuery query) {
        if (id.equals(OLD)) {
            throw new Moved(OLD, NEW);
        }
        return Page.of(List.of());
    }

    @GET
    @Path("newest")
    public Page<GrantView> newest(@Context ListQuery query) {
        if (query.filters().isEmpty()) {
            throw new Moved(OLD, NEW);
        }
        return Page.of(List.of());
    }
}
