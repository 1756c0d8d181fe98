package io.renoz.settings.organization;

import io.renoz.data.Databases;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.settings.api.NewOrganization;
import io.renoz.settings.api.NewOwner;
import io.renoz.settings.api.OrganizationStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/organizations}: all of them, for the host's staff. */
@Component
@OperatorPlane
@Path("organizations")
public final class OperatorOrganizationResource implements Reads<OperatorOrganizationResource.View> {

    /** What staff of the host see: nothing of the tenant's business. */
    public record View(
            UUID id,
            int version,
            String slug,
            String name,
            @Nullable String domain,
            String countryCode,
            String timezone,
            String locale,
            String currency,
            OrganizationStatus status,
            Plan plan,
            @Nullable Instant trialEndsAt,
            @Nullable Instant suspendedAt,
            @Nullable String suspendedReason,
            @Nullable Instant closedAt,
            @Nullable LocalDate purgeAfter,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /** An organization to be made. */
    public record Input(
            @NotBlank @Size(min = 3, max = 63) String slug,
            @NotBlank @Size(max = 255) String name,
            @NotNull @Valid Owner owner) {}

    /**
     * Its first user.
     *
     * @param password invited by mail when left out
     */
    public record Owner(
            @NotBlank @Size(max = 255) String email,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(min = 1, max = 128) String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return name + " <" + email + ">";
        }
    }

    /** Why. */
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    private final OperatorOrganizations organizations;
    private final Provisioning provisioning;

    @Activate
    public OperatorOrganizationResource(@Reference Databases databases, @Reference Provisioning provisioning) {
        organizations = new OperatorOrganizations(databases.platform());
        this.provisioning = provisioning;
    }

    @Override
    public Records<Void, View> records() {
        return organizations;
    }

    @POST
    @Answers({"duplicate-value", "weak-password"})
    @Summary(
            "Makes an organization with its owner, in one transaction; an owner without a password is invited by mail.")
    public Created<View> create(Input input) {
        Owner owner = input.owner();
        return new Created<>(organizations.get(provisioning.create(new NewOrganization(
                input.slug(), input.name(), new NewOwner(owner.email(), owner.name(), owner.password())))));
    }

    @POST
    @Path("{id}/activate")
    @Answers("invalid-transition")
    @Summary("A trial becomes a full organization.")
    public View activate(@PathParam("id") UUID id) {
        provisioning.activate(id);
        return organizations.get(id);
    }

    @POST
    @Path("{id}/suspend")
    @Answers("invalid-transition")
    @Summary("Stops all writes.")
    public View suspend(@PathParam("id") UUID id, Reason reason) {
        provisioning.suspend(id, reason.reason());
        return organizations.get(id);
    }

    @POST
    @Path("{id}/reinstate")
    @Answers("invalid-transition")
    @Summary("Ends a suspension.")
    public View reinstate(@PathParam("id") UUID id) {
        provisioning.reinstate(id);
        return organizations.get(id);
    }

    @POST
    @Path("{id}/close")
    @Answers("invalid-transition")
    @Summary("Closes the organization for its owner.")
    public View close(@PathParam("id") UUID id) {
        provisioning.close(id);
        return organizations.get(id);
    }

    @POST
    @Path("{id}/reopen")
    @Answers("invalid-transition")
    @Summary("Opens a closed organization again, before the day its data may be erased.")
    public View reopen(@PathParam("id") UUID id) {
        provisioning.reopen(id);
        return organizations.get(id);
    }
}
