package io.renoz.settings.organization;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.problem.Problem;
import io.renoz.rest.Anonymous;
import io.renoz.rest.Download;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationRef;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.setting.Settings;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/public-profile}: what a sign-in page shows. */
@Component
@Path("public-profile")
public final class PublicProfileResource implements Resource {

    /**
     * What anyone may know.
     *
     * @param logo where its picture is, for whoever asks; null when it has none
     * @param settings values of the settings declared public, by {@code category.key}
     */
    public record View(
            String name,
            @Nullable UUID logoAttachmentId,
            @Nullable String logo,
            @Nullable String primaryColor,
            @Nullable String secondaryColor,
            String locale,
            Map<String, Json> settings) {}

    private static final String LOGO = "/api/v1/settings/public-profile/logo?slug=";

    private final OrganizationDirectory directory;
    private final Transactions transactions;
    private final Tables tables;
    private final Settings settings;
    private final Attachments attachments;

    @Activate
    public PublicProfileResource(
            @Reference OrganizationDirectory directory,
            @Reference Transactions transactions,
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Settings settings,
            @Reference Attachments attachments) {
        this.directory = directory;
        this.transactions = transactions;
        this.tables = tables;
        this.settings = settings;
        this.attachments = attachments;
    }

    @GET
    @Anonymous
    @Summary("What a sign-in page shows of the organization with that slug or host name.")
    public View get(@QueryParam("slug") @Nullable String slug, @QueryParam("host") @Nullable String host) {
        return reading(slug, host, this::profile);
    }

    /** SET-22: of all files the one that is there to be seen before anybody has signed in. */
    @GET
    @Path("logo")
    @Anonymous
    @Summary("The logo of the organization with that slug or host name.")
    public Download logo(@QueryParam("slug") @Nullable String slug, @QueryParam("host") @Nullable String host) {
        return reading(slug, host, this::picture);
    }

    private <T> T reading(@Nullable String slug, @Nullable String host, Callable<T> work) {
        String named = slug == null ? host : slug;
        if (named == null) {
            throw Problem.parameter("slug", "The slug or the host name of an organization is needed.");
        }
        OrganizationRef organization = directory
                .resolve(named)
                .filter(found -> found.status() != OrganizationStatus.CLOSED)
                .orElseThrow(() -> Problem.notFound("organization"));
        return transactions.run(Call.system(organization.id(), "public profile").reading(), work);
    }

    private Download picture() {
        UUID logo = tables.require(Organization.class, Call.tenant()).logoAttachmentId;
        if (logo == null) {
            throw Problem.notFound("logo");
        }
        return attachments.open(logo).download().shown();
    }

    /** SET-10: of the settings those that are declared public, and no others. */
    private View profile() {
        Organization organization = tables.require(Organization.class, Call.tenant());
        return new View(
                organization.name,
                organization.logoAttachmentId,
                organization.logoAttachmentId == null ? null : LOGO + organization.slug,
                organization.primaryColor,
                organization.secondaryColor,
                organization.locale,
                settings.open());
    }
}
