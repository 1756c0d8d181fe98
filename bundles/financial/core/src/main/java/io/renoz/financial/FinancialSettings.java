package io.renoz.financial;

import io.renoz.settings.api.SettingDeclaration;
import io.renoz.settings.api.SettingDeclarations;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an organization can set about its money. */
@Component
public final class FinancialSettings implements SettingDeclarations {

    public static final String CATEGORY = "financial";
    public static final String APPROVAL_AMOUNT = "credit_note_approval_amount";
    public static final String SHARE_CREDIT = "share_credit_in_group";
    public static final String DUE_WINDOW = "due_window_days";
    public static final String DEFER_DEPOSITS = "defer_deposits";
    public static final String TAX_BASIS = "tax_basis";
    public static final String STATEMENT_DAY = "statement_day";
    public static final String RECOGNITION_DEFAULT = "recognition_default";

    @Override
    public List<SettingDeclaration> list() {
        return List.of(
                SettingDeclaration.decimal(
                        CATEGORY,
                        APPROVAL_AMOUNT,
                        "Credit notes above this amount need another user's approval",
                        "1000.00",
                        "0",
                        "9999999999.99"),
                SettingDeclaration.flag(
                        CATEGORY, SHARE_CREDIT, "Credit may settle orders of parent and child accounts", false),
                SettingDeclaration.number(
                        CATEGORY, DUE_WINDOW, "Days before its due date that an instalment is due", 7, 0, 365),
                SettingDeclaration.flag(
                        CATEGORY, DEFER_DEPOSITS, "Money taken before delivery is deferred by itself", false),
                SettingDeclaration.text(CATEGORY, TAX_BASIS, "Basis of the tax summary", "accrual")
                        .among("accrual", "cash"),
                SettingDeclaration.number(
                        CATEGORY,
                        STATEMENT_DAY,
                        "Day of the month on which statements are made; 0 for never",
                        1,
                        0,
                        28),
                SettingDeclaration.text(
                                CATEGORY,
                                RECOGNITION_DEFAULT,
                                "How revenue is recognized unless said otherwise",
                                "on_delivery")
                        .among("on_delivery", "milestone", "time_based"));
    }
}
