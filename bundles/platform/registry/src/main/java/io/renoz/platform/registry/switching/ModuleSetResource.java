package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.Tagged;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/module-set}: all that an organization has on, as one thing, and every set it ever had. */
@Component(service = Resource.class)
@Path("module-set")
public final class ModuleSetResource implements Resource {

    private final ModuleGate gate;
    private final ModuleSwitch sets;
    private final WantedSets wanted;
    private final SetHistory history;

    @Activate
    public ModuleSetResource(
            @Reference ModuleGate gate,
            @Reference ModuleSwitch sets,
            @Reference WantedSets wanted,
            @Reference SetHistory history) {
        this.gate = gate;
        this.sets = sets;
        this.wanted = wanted;
        this.history = history;
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("revisions", SetHistory.REVISIONS.offer());
    }

    @GET
    @Allow("modules.read")
    @Summary("The enabled modules with the revision of the set")
    public Tagged<SetView> get() {
        return new Tagged<>(wanted.view(sets.current()), gate.revision(Call.tenant()));
    }

    @PUT
    @Allow("modules.manage")
    @Summary("Makes the set as given; what would go off has to be named in remove")
    @Answers({
        "unknown-module",
        "core-module",
        "required-by",
        "unmet-dependency",
        "version-conflict",
        "removal-not-named",
        "vetoed",
        "job-running",
        "module-suspended",
        "precondition-failed",
        "precondition-required"
    })
    public Tagged<SetView> put(SetInput input) {
        Optional<String> ifMatch = Call.current().request().ifMatch();
        if (ifMatch.isEmpty()) {
            throw Problem.of("precondition-required", "Say by If-Match which revision of the set you have seen.");
        }
        SetView view = wanted.change(input, Cause.ADMIN, ifMatch);
        return new Tagged<>(view, gate.revision(Call.tenant()));
    }

    @GET
    @Path("revisions")
    @Allow("modules.read")
    @Summary("Every set the organization ever had, the newest first")
    public Page<SetHistory.Revision> revisions(@Context ListQuery query) {
        return history.list(query);
    }
}
