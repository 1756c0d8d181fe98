package io.renoz.pipeline;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about how it sells. */
@Component
public final class PipelineSettings implements SettingDeclarations {

    public static final String CATEGORY = "pipeline";
    public static final String VALIDITY_DAYS = "quote_validity_days";
    public static final String MAX_DISCOUNT = "max_discount_percent";
    public static final String MIN_MARGIN = "min_margin_percent";
    public static final String WIN_ON_ACCEPT = "win_on_accept";
    public static final String CONVERT_ON_ACCEPT = "convert_on_accept";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.number(CATEGORY, VALIDITY_DAYS, "Days for which a quote is valid", 30, 1, 3650),
                SettingDeclaration.number(
                        CATEGORY,
                        "quote_expiry_warning_days",
                        "Days before a quote ends on which its owner is told",
                        7,
                        0,
                        365),
                SettingDeclaration.decimal(
                        CATEGORY,
                        MAX_DISCOUNT,
                        "Discount in percent beyond which a quote needs approval",
                        "15.00",
                        "0",
                        "100"),
                SettingDeclaration.decimal(
                        CATEGORY,
                        MIN_MARGIN,
                        "Margin in percent below which a quote needs approval",
                        "10.00",
                        "-999.99",
                        "100"),
                SettingDeclaration.flag(CATEGORY, WIN_ON_ACCEPT, "An accepted quote wins its opportunity", true),
                SettingDeclaration.flag(CATEGORY, CONVERT_ON_ACCEPT, "An accepted quote becomes an order", false),
                SettingDeclaration.flag(CATEGORY, "online_acceptance", "Customers accept quotes by a link", false),
                SettingDeclaration.flag(CATEGORY, "sales_see_all", "Sales sees the opportunities of others", true));
    }
}
