package io.renoz.suppliers.supplier;

import io.renoz.data.Rows;
import io.renoz.problem.Problem;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import io.renoz.settings.api.SettingsReader;
import io.renoz.suppliers.Currencies;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.SuppliersSettings;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes suppliers in, whoever asks for it, and puts in order what a change leaves. */
@Component(service = Registration.class)
public final class Registration {

    private final Rows<Supplier, SupplierInput, SupplierView> suppliers;
    private final SupplierCodes codes;
    private final OrganizationDirectory organizations;
    private final SettingsReader settings;

    @Activate
    public Registration(
            @Reference SupplierRows suppliers,
            @Reference SupplierCodes codes,
            @Reference OrganizationDirectory organizations,
            @Reference SettingsReader settings) {
        this.suppliers = suppliers.rows();
        this.codes = codes;
        this.organizations = organizations;
        this.settings = settings;
    }

    /** All of them with their contacts and addresses, or none. */
    List<SupplierView> register(List<SupplierInput> inputs) {
        List<String> brought = inputs.stream()
                .map(SupplierInput::supplierCode)
                .filter(Objects::nonNull)
                .toList();
        codes.requireFree(brought);
        OrganizationProfile organization = organizations.current();
        InspectionRequirement inspection = usualInspection();
        Iterator<String> numbers =
                codes.next(inputs.size() - brought.size(), brought).iterator();
        return suppliers.createAll(inputs, (supplier, input) -> {
            supplier.supplierCode = supplier.supplierCode == null ? numbers.next() : supplier.supplierCode;
            complete(supplier, organization, inspection);
        });
    }

    /** What a change of a supplier, its lists of parts included, has to keep to. */
    void amend(Supplier supplier) {
        supplier.keepCode();
        complete(supplier, organizations.current(), usualInspection());
    }

    private static void complete(
            Supplier supplier, OrganizationProfile organization, InspectionRequirement inspection) {
        if (supplier.currency == null) {
            supplier.currency = organization.currency().getCurrencyCode();
        }
        requireCurrency(supplier.currency);
        if (supplier.inspectionRequirement == null) {
            supplier.inspectionRequirement = inspection;
        }
        supplier.addresses.forEach(address -> complete(address, organization));
    }

    static void requireCurrency(@Nullable String currency) {
        if (currency != null && !Currencies.known(currency)) {
            throw Problem.invalid("currency", "This is no ISO 4217 currency.");
        }
    }

    static void complete(SupplierAddress address, OrganizationProfile organization) {
        if (address.country == null) {
            address.country = organization.address().countryCode();
        }
    }

    private InspectionRequirement usualInspection() {
        String set = settings.getString(SuppliersSettings.CATEGORY, SuppliersSettings.DEFAULT_INSPECTION);
        return InspectionRequirement.valueOf(set.toUpperCase(Locale.ROOT));
    }
}
