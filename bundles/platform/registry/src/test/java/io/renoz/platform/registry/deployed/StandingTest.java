package io.renoz.platform.registry.deployed;

import static io.renoz.platform.registry.Catalogue.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.kernel.ChainLink;
import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.kernel.ModuleStates.ModuleState;
import io.renoz.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static ChainLink link(int order, Map<String, LinkState> states) {
        return new ChainLink() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public LinkState stateOf(ModuleDescriptor module) {
                return states.getOrDefault(module.name(), LinkState.stands());
            }
        };
    }

    private static List<ModuleState> states(List<ChainLink> links) {
        var modules =
                Requirements.of(List.of(module("customers", "standard"), module("orders", "standard", "customers")));
        return new Standing(links, module -> LinkState.stands()).of(modules);
    }

    @Test
    void isActiveWhenEveryLinkStands() {
        assertThat(states(List.of(link(30, Map.of()), link(10, Map.of()), link(20, Map.of()))))
                .extracting(ModuleState::state)
                .containsExactly("active", "active");
    }

    @Test
    void tellsTheFirstMissingLinkAndThatDependentsCannotRun() {
        var states = states(List.of(
                link(20, Map.of("customers", LinkState.waits("no unit"))),
                link(10, Map.of("customers", LinkState.broken("change set 3 failed"))),
                link(30, Map.of())));

        assertThat(states)
                .containsExactly(
                        new ModuleState("customers", "1.2.0", "failed", "change set 3 failed"),
                        new ModuleState(
                                "orders",
                                "1.2.0",
                                "failed",
                                "It requires customers, which has failed: change set 3 failed"));
    }

    @Test
    void isStartingWhileThePlatformItselfIs() {
        assertThat(states(List.of(link(10, Map.of()), link(30, Map.of()))))
                .extracting(ModuleState::state, ModuleState::reason)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "starting", "The platform's persistence units are not up yet."));
    }
}
