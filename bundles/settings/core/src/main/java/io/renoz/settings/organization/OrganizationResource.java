package io.renoz.settings.organization;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.MoneyHolder;
import io.renoz.settings.api.OrganizationStatus;
import io.renoz.settings.organization.Formats.DateFormat;
import io.renoz.settings.organization.Formats.NumberFormat;
import io.renoz.settings.organization.Formats.TimeFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/organization}: the caller's own. */
@Component
@Path("organization")
public final class OrganizationResource implements Resource {

    /** What a member sees. */
    public record View(
            UUID id,
            int version,
            String name,
            @Nullable String legalName,
            String slug,
            @Nullable String domain,
            @Nullable String taxNumber,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String addressLine1,
            @Nullable String addressLine2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            String countryCode,
            String timezone,
            String locale,
            String currency,
            DateFormat dateFormat,
            TimeFormat timeFormat,
            NumberFormat numberFormat,
            int fiscalYearStart,
            int weekStartDay,
            BigDecimal defaultTaxRate,
            int defaultPaymentTerms,
            @Nullable UUID logoAttachmentId,
            @Nullable String primaryColor,
            @Nullable String secondaryColor,
            OrganizationStatus status,
            Plan plan,
            @Nullable Instant trialEndsAt,
            @Nullable Instant suspendedAt,
            @Nullable String suspendedReason,
            @Nullable Instant closedAt,
            @Nullable LocalDate purgeAfter,
            @Nullable Instant onboardingDismissedAt)
            implements Versioned {}

    /** The slug, typed again, of an organization to be closed. */
    public record Confirmation(@NotBlank @Size(max = 63) String slug) {}

    private final Tables tables;
    private final Rows<Organization, Profile, View> organizations;
    private final Partners partners;
    private final Lives lives;

    @Activate
    public OrganizationResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Partners partners,
            @Reference Lives lives) {
        this.tables = tables;
        this.partners = partners;
        this.lives = lives;
        organizations = tables.of(Organization.class).sort("name").byName(Profile.class, View.class);
    }

    @GET
    @Allow(Allow.SIGNED_IN)
    @Summary("Profile of the caller's organization.")
    public View get() {
        return organizations.get(Call.tenant());
    }

    @PATCH
    @Answers("currency-in-use")
    @Summary("Changes the profile.")
    public View update(Patch<Profile> patch) {
        UUID id = Call.tenant();
        String currency = tables.require(Organization.class, id).currency;
        return organizations.update(id, patch, (organization, asked) -> {
            if (!organization.currency.equals(currency)) {
                refuseWhereMoneyExists(currency);
            }
        });
    }

    /** SET-11: amounts that exist would mean something else. */
    private void refuseWhereMoneyExists(String currency) {
        List<String> holders = partners.enabled(MoneyHolder.class).stream()
                .filter(partner -> partner.service().holdsMoney())
                .map(Partners.Partner::module)
                .toList();
        if (!holders.isEmpty()) {
            throw Problem.of(
                            "currency-in-use",
                            "There are documents in " + currency + " in " + String.join(", ", holders) + ".")
                    .with("modules", holders);
        }
    }

    @POST
    @Path("close")
    @Answers({"confirmation-mismatch", "not-owner", "invalid-transition"})
    @Summary("Closes the organization; its owner types the slug again.")
    public View close(Confirmation confirmation) {
        lives.closeByOwner(confirmation.slug());
        tables.flush();
        return organizations.get(Call.tenant());
    }
}
