package io.renoz.suppliers.purchase.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovalRuleTest {

    private static final UUID SUPPLIER = Ids.next();

    private static ApprovalRule rule(String name, String min, @Nullable String max, int priority) {
        var rule = new ApprovalRule();
        rule.name = name;
        rule.minAmount = new BigDecimal(min);
        rule.maxAmount = max == null ? null : new BigDecimal(max);
        rule.priority = priority;
        return rule;
    }

    private static String chosen(String amount, ApprovalRule... rules) {
        return ApprovalRule.choose(List.of(rules), SUPPLIER, new BigDecimal(amount))
                .map(rule -> rule.name)
                .orElse("none");
    }

    @Test
    @DisplayName("SUP-05: the range of a rule includes both its ends")
    void includesBothEnds() {
        ApprovalRule rule = rule("middle", "100", "200", 0);

        assertThat(chosen("99.99", rule)).isEqualTo("none");
        assertThat(chosen("100", rule)).isEqualTo("middle");
        assertThat(chosen("200.00", rule)).isEqualTo("middle");
        assertThat(chosen("200.01", rule)).isEqualTo("none");
    }

    @Test
    @DisplayName("SUP-05: the supplier's own rule, then the lowest priority, then the highest beginning")
    void choosesTheClosest() {
        ApprovalRule own = rule("own", "0", null, 9);
        own.supplierId = SUPPLIER;
        ApprovalRule first = rule("first", "0", null, 1);
        ApprovalRule higher = rule("higher", "50", null, 1);
        ApprovalRule second = rule("second", "90", null, 2);

        assertThat(chosen("100", second, first, higher, own)).isEqualTo("own");
        assertThat(chosen("100", second, first, higher)).isEqualTo("higher");
        assertThat(chosen("40", second, first, higher)).isEqualTo("first");
    }

    @Test
    @DisplayName("SUP-05: rules that are off and rules of other suppliers are not asked")
    void leavesOutOthers() {
        ApprovalRule off = rule("off", "0", null, 0);
        off.isActive = false;
        ApprovalRule others = rule("others", "0", null, 0);
        others.supplierId = Ids.next();

        assertThat(chosen("1", off, others)).isEqualTo("none");
    }

    @Test
    @DisplayName("SUP-05: no rule asks for an admin; small amounts and rules that ask for nobody approve at once")
    void plansLevels() {
        ApprovalRule two = rule("two", "0", null, 0);
        two.levels = 2;
        two.autoApproveUnder = new BigDecimal("100");

        assertThat(Plan.of(null, BigDecimal.ONE).levels()).isEqualTo(1);
        assertThat(Plan.of(two, new BigDecimal("99.99")).atOnce()).isTrue();
        assertThat(Plan.of(two, new BigDecimal("100")).levels()).isEqualTo(2);
        two.requiresApproval = false;
        assertThat(Plan.of(two, new BigDecimal("100")).atOnce()).isTrue();
    }

    @Test
    @DisplayName("SUP-15: more levels are stricter, and so is the rule for greater amounts")
    void comparesPlans() {
        ApprovalRule small = rule("small", "0", "100", 0);
        ApprovalRule great = rule("great", "100", null, 0);
        Plan one = Plan.of(small, BigDecimal.ONE);
        Plan other = Plan.of(great, BigDecimal.ONE);

        assertThat(other.stricterThan(one)).isTrue();
        assertThat(one.stricterThan(other)).isFalse();
        assertThat(one.stricterThan(one)).isFalse();
        small.levels = 3;
        assertThat(Plan.of(small, BigDecimal.ONE).stricterThan(other)).isTrue();
    }
}
