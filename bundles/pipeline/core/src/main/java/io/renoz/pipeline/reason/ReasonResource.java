package io.renoz.pipeline.reason;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/win-loss-reasons} */
@Component
@Path("win-loss-reasons")
public final class ReasonResource implements Crud<ReasonResource.Input, ReasonResource.View> {

    /**
     * What a caller may set.
     *
     * @param isDefault taken when a quote is accepted without a reason; the one before it of its type gives way
     * @param requiresCompetitor whether who gives it has to name the competitor
     */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @NotNull WinLossReasonType type,
            @Nullable @Size(max = 500) String description,
            Boolean isActive,
            boolean isDefault,
            boolean requiresCompetitor,
            int sortOrder) {

        public Input {
            isActive = isActive == null || isActive;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            WinLossReasonType type,
            @Nullable String description,
            Boolean isActive,
            boolean isDefault,
            boolean requiresCompetitor,
            int sortOrder)
            implements Versioned {}

    private final Reasons reasons;
    private final Rows<WinLossReason, Input, View> rows;

    @Activate
    public ReasonResource(@Reference(target = "(domain=pipeline)") Tables tables, @Reference Reasons reasons) {
        this.reasons = reasons;
        this.rows = tables.of(WinLossReason.class)
                .filter("type", "isActive")
                .sort("sortOrder", "name")
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<WinLossReason, Input, View> records() {
        return rows;
    }

    @Override
    public List<View> add(List<Input> inputs) {
        var defaults = EnumSet.noneOf(WinLossReasonType.class);
        for (Input input : inputs) {
            if (input.isDefault && !defaults.add(input.type)) {
                throw Problem.invalid("isDefault", "One reason of a type is the default.");
            }
        }
        defaults.forEach(reasons::withoutDefault);
        return rows.createAll(inputs);
    }

    /** PIP-22: a reason that was given stays; it can be made inactive. */
    @Override
    @Answers("reference-in-use")
    public void delete(UUID id) {
        rows.delete(id);
    }

    @Override
    public View update(UUID id, Patch<Input> patch) {
        return rows.update(id, patch, (reason, input) -> {
            if (input.isDefault) {
                reasons.withoutDefault(input.type, id);
            }
        });
    }
}
