package io.renoz.settings.sequence;

import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.SequenceReset;
import io.renoz.settings.sequence.NumberSequenceResource.Input;
import io.renoz.settings.sequence.NumberSequenceResource.View;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/number-sequences}. SET-24: for admins, who alone have {@code settings.write}. */
@Component
@Path("number-sequences")
@Allow("settings.write")
public final class NumberSequenceResource implements Reads<View>, Updates<Input, View> {

    /** What an admin may change; later numbers look so. */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 20) String prefix,
            @NotBlank @Size(max = 100) String pattern,
            boolean gapless,
            @NotNull SequenceReset reset,
            @Min(1) long startValue) {}

    /** A sequence. */
    public record View(
            UUID id,
            int version,
            String key,
            String name,
            String prefix,
            String pattern,
            boolean gapless,
            SequenceReset reset,
            long startValue)
            implements Versioned {}

    /** How far it has come in a period. */
    public record CounterView(UUID id, int version, UUID numberSequenceId, String periodKey, long nextValue)
            implements Versioned {}

    /** Numbers that would come next. */
    public record Preview(List<String> numbers) {}

    private final Rows<NumberSequence, Input, View> sequences;
    private final Rows<Counter, Void, CounterView> counters;
    private final Tables tables;
    private final Sequences numbers;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public NumberSequenceResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Sequences numbers,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.numbers = numbers;
        this.organizations = organizations;
        this.clock = clock;
        sequences = tables.of(NumberSequence.class).filter("key").sort("key").byName(Input.class, View.class);
        counters = tables.of(Counter.class)
                .within("numberSequenceId", NumberSequence.class)
                .sort("periodKey")
                .viewed(CounterView.class, NumberSequenceResource::view);
    }

    private static CounterView view(Counter counter) {
        return new CounterView(
                counter.id(), counter.version(), counter.numberSequenceId, counter.periodKey, counter.nextValue);
    }

    @Override
    public Rows<NumberSequence, Input, View> records() {
        return sequences;
    }

    /** SET-19: the pattern has to work; numbers given already stay as they are. */
    @Override
    public View update(UUID id, Patch<Input> patch) {
        SequenceReset before = tables.require(NumberSequence.class, id).reset;
        return sequences.update(id, patch, (sequence, asked) -> {
            sequence.check();
            if (sequence.reset != before) {
                numbers.redivided(sequence);
            }
        });
    }

    @GET
    @Path("{id}/preview")
    @Summary("The next three numbers for a date, today unless said; none is taken.")
    public Preview preview(@PathParam("id") UUID id, @QueryParam("date") @Nullable String date) {
        return new Preview(
                numbers.preview(id, date == null ? organizations.current().today(clock) : parsed(date)));
    }

    private static LocalDate parsed(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw Problem.parameter("date", date + " is no date like 2026-07-31.");
        }
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", sequences.offer(), "counters", counters.offer());
    }

    @GET
    @Path("{id}/counters")
    @Summary("How far the sequence has come, by period.")
    public Page<CounterView> counters(@PathParam("id") UUID id, @Context ListQuery query) {
        return counters.within(id).list(query);
    }
}
