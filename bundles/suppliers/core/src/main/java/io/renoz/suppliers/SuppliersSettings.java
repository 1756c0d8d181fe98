package io.renoz.suppliers;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about buying. */
@Component
public final class SuppliersSettings implements SettingDeclarations {

    public static final String CATEGORY = "suppliers";
    public static final String ALLOW_SELF_APPROVAL = "approval.allow_self";
    public static final String OVER_RECEIPT_PERCENT = "receive.over_receipt_percent";
    public static final String DEFAULT_INSPECTION = "receive.default_inspection";
    public static final String AMENDMENT_APPROVAL_PERCENT = "amendment.approval_percent";
    public static final String PRICE_APPROVAL_PERCENT = "pricing.approval_percent";
    public static final String MATCH_TOLERANCE_PERCENT = "match.tolerance_percent";
    public static final String MATCH_TOLERANCE_AMOUNT = "match.tolerance_amount";
    public static final String MAX_COST_PERCENT = "cost.max_percent_of_goods";
    public static final String GRACE_DAYS = "score.grace_days";
    public static final String WARN_DAYS = "documents.warn_days";

    private static final String HUNDRED = "100.00";
    private static final String THOUSAND = "1000.00";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.flag(
                        CATEGORY,
                        ALLOW_SELF_APPROVAL,
                        "People may approve what they asked for themselves, as one-person organizations need",
                        false),
                percent(
                        OVER_RECEIPT_PERCENT,
                        "How much more than ordered may be accepted, in percent",
                        "0.00",
                        HUNDRED),
                SettingDeclaration.text(
                                CATEGORY, DEFAULT_INSPECTION, "How goods of new suppliers are inspected", "none")
                        .among("none", "sample", "full"),
                percent(
                        AMENDMENT_APPROVAL_PERCENT,
                        "Growth of an order's total that asks for full approval again, in percent",
                        "5.00",
                        THOUSAND),
                percent(
                        PRICE_APPROVAL_PERCENT,
                        "Change of a price that needs a decision, in percent",
                        "10.00",
                        THOUSAND),
                percent(MATCH_TOLERANCE_PERCENT, "Tolerance of supplier invoices, in percent", "2.00", HUNDRED),
                percent(
                        MATCH_TOLERANCE_AMOUNT,
                        "Tolerance of supplier invoices, as an amount",
                        "5.00",
                        "9999999999.99"),
                percent(
                        MAX_COST_PERCENT,
                        "Most that freight, duty and other costs may come to, in percent of the goods",
                        "50.00",
                        THOUSAND),
                SettingDeclaration.number(CATEGORY, GRACE_DAYS, "Days late still counted as on time", 1, 0, 60),
                SettingDeclaration.number(
                        CATEGORY, WARN_DAYS, "Days before the end of an agreement or document to warn", 30, 1, 365));
    }

    private static SettingDeclaration percent(String key, String label, String initial, String max) {
        return SettingDeclaration.decimal(CATEGORY, key, label, initial, "0", max);
    }
}
