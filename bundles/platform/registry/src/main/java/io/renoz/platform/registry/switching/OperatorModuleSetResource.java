package io.renoz.platform.registry.switching;

import io.renoz.data.Call;
import io.renoz.kernel.ModuleSets.Cause;
import io.renoz.module.ModuleGate;
import io.renoz.platform.registry.operator.Organizations;
import io.renoz.rest.Answers;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.rest.Tagged;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/organizations/{id}/module-set}: the set of an organization, set for it. */
@Component(service = Resource.class)
@OperatorPlane
@Path("organizations/{id}/module-set")
public final class OperatorModuleSetResource implements Resource {

    private final ModuleGate gate;
    private final ModuleSwitch sets;
    private final WantedSets wanted;
    private final Organizations organizations;

    @Activate
    public OperatorModuleSetResource(
            @Reference ModuleGate gate,
            @Reference ModuleSwitch sets,
            @Reference WantedSets wanted,
            @Reference Organizations organizations) {
        this.gate = gate;
        this.sets = sets;
        this.wanted = wanted;
        this.organizations = organizations;
    }

    @GET
    @Summary("The modules that the organization has on")
    public Tagged<SetView> get(@PathParam("id") UUID id) {
        SetView view = organizations.inside(Call.current(), id, true, () -> wanted.view(sets.current()));
        return new Tagged<>(view, gate.revision(id));
    }

    @PUT
    @Summary("Makes the set as given; an If-Match is heeded and not needed")
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
        "precondition-failed"
    })
    public Tagged<SetView> put(@PathParam("id") UUID id, SetInput input) {
        Call operator = Call.current();
        SetView view = organizations.inside(
                operator,
                id,
                false,
                () -> wanted.change(input, Cause.OPERATOR, operator.request().ifMatch()));
        return new Tagged<>(view, gate.revision(id));
    }
}
