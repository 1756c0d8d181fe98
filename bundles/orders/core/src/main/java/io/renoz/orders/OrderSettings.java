package io.renoz.orders;

import io.renoz.data.Json;
import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its orders. */
@Component
public final class OrderSettings implements SettingDeclarations {

    public static final String CATEGORY = "orders";
    public static final String INVOICE_ON = "invoice_on";
    public static final String ALLOW_BACKORDER = "allow_backorder";
    public static final String AMENDMENT_FOUR_EYES = "amendment_four_eyes";
    public static final String TERMS = "terms";
    public static final String PERIOD_LOCK_DATE = "period_lock_date";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.text(CATEGORY, INVOICE_ON, "When the invoice is issued by itself", "confirm")
                        .among("confirm", "ship", "manual"),
                SettingDeclaration.flag(
                        CATEGORY, ALLOW_BACKORDER, "Confirm orders of which not everything is in stock", true),
                SettingDeclaration.flag(
                        CATEGORY, AMENDMENT_FOUR_EYES, "Amendments are approved by somebody else", true),
                SettingDeclaration.text(
                        CATEGORY, TERMS, "Terms of sale, copied into orders when they are confirmed", ""),
                SettingDeclaration.text(
                        CATEGORY, PERIOD_LOCK_DATE, "Day up to which nothing may be booked any more (ISO date)", ""));
    }

    @Override
    public Optional<String> fault(SettingDeclaration setting, Json value) {
        if (!setting.key().equals(PERIOD_LOCK_DATE)) {
            return Optional.empty();
        }
        try {
            day(value.text().replace("\"", ""));
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("This is an ISO date, as 2026-06-30, or empty.");
        }
    }

    static Optional<LocalDate> day(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
