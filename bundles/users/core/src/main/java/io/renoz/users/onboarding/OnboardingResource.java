package io.renoz.users.onboarding;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.kernel.MemoryList;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/me/onboarding}: the caller's first steps. */
@Component
@Path("me/onboarding")
@Allow(Allow.SIGNED_IN)
public final class OnboardingResource implements Resource {

    private static final MemoryList<Step> LIST =
            MemoryList.by("sortOrder", step -> String.format(Locale.ROOT, "%05d", step.sortOrder));

    /** One step. */
    public record View(
            UUID id,
            int version,
            String stepKey,
            String stepName,
            int sortOrder,
            boolean isCompleted,
            @Nullable Instant completedAt,
            @Nullable Instant dismissedAt,
            @Nullable Json metadata)
            implements Versioned {

        static View of(Step step) {
            return new View(
                    step.id(),
                    step.version(),
                    step.stepKey,
                    step.stepName,
                    step.sortOrder,
                    step.isCompleted,
                    step.completedAt,
                    step.dismissedAt,
                    step.metadata);
        }
    }

    private final Rows<Step, Void, View> rows;
    private final Onboarding onboarding;
    private final Clock clock;

    @Activate
    public OnboardingResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Onboarding onboarding,
            @Reference Clock clock) {
        this.onboarding = onboarding;
        this.clock = clock;
        rows = tables.of(Step.class).sort("sortOrder").viewed(View.class, View::of);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", LIST.offer());
    }

    /** USR-24: what was put away counts as done. */
    @GET
    @Summary(
            "The caller's first steps; counts tells how many are completed, how many there are, and the percentage done.")
    public Page<View> list(@Context ListQuery query) {
        List<Step> steps = onboarding.of(me());
        long completed = steps.stream().filter(step -> step.isCompleted).count();
        long over = steps.stream().filter(Step::over).count();
        return LIST.read(steps, query)
                .map(View::of)
                .counting("completed", completed)
                .counting("total", steps.size())
                .counting("percent", percent(over, steps.size()));
    }

    static long percent(long over, long all) {
        return all == 0
                ? 0
                : BigDecimal.valueOf(over * 100)
                        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    @POST
    @Path("{step-key}/complete")
    @Answers("unknown-step")
    @Summary("Marks a step as done.")
    public View complete(@PathParam("step-key") String key) {
        return change(key, step -> step.complete(clock.instant()));
    }

    @POST
    @Path("{step-key}/dismiss")
    @Answers("unknown-step")
    @Summary("Puts a step away.")
    public View dismiss(@PathParam("step-key") String key) {
        return change(key, step -> step.dismiss(clock.instant()));
    }

    private View change(String key, Consumer<Step> act) {
        return rows.change(onboarding.require(me(), key).id(), act);
    }

    private static UUID me() {
        return Call.user().orElseThrow(() -> Problem.notFound("user"));
    }
}
