package io.renoz.users.onboarding;

import static io.renoz.users.Refusals.assertRefused;
import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.users.Workbench;
import io.renoz.users.onboarding.OnboardingResource.View;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OnboardingIT {

    private final Workbench bench = new Workbench();
    private final OnboardingResource resource = new OnboardingResource(TABLES, bench.onboarding, bench.clock());

    private Page<View> stepsOf(UUID user) {
        return bench.as(user, null, () -> resource.list(ListQuery.first(50)));
    }

    @Test
    @DisplayName("USR-24: the owner's steps come with the owner; steps of modules that are off are left out")
    void beginWithTheUser() {
        assertThat(stepsOf(bench.owner).items())
                .extracting(View::stepKey)
                .containsExactly(
                        "profile_setup",
                        "preferences",
                        "welcome_tour",
                        "invite_team",
                        "org_settings",
                        "permissions_review");
        UUID anna = bench.member("anna@acme.example", "operations");
        bench.run(() -> bench.onboarding.begin(anna, List.of("operations")));
        assertThat(stepsOf(anna).items()).hasSize(5).noneMatch(step -> step.stepKey()
                .equals("order_management"));
        bench.turnOrdersOn();
        assertThat(stepsOf(anna).items()).hasSize(6);
    }

    @Test
    @DisplayName("USR-24: percent counts what was completed or dismissed, rounded half up")
    void countWhatIsDone() {
        bench.as(bench.owner, null, () -> resource.complete("preferences"));
        bench.as(bench.owner, null, () -> resource.dismiss("welcome_tour"));
        View again = bench.as(bench.owner, null, () -> resource.complete("preferences"));

        assertThat(again.completedAt()).isNotNull();
        assertThat(stepsOf(bench.owner).counts())
                .containsEntry("completed", 1L)
                .containsEntry("total", 6L)
                .containsEntry("percent", 33L);
        assertThat(OnboardingResource.percent(1, 8)).isEqualTo(13);
        assertThat(OnboardingResource.percent(0, 0)).isZero();
        assertRefused("unknown-step", () -> bench.as(bench.owner, null, () -> resource.complete("first_quote")));
        assertRefused("unknown-step", () -> bench.as(bench.owner, null, () -> resource.dismiss("nonsense")));
    }
}
