package io.renoz.platform.registry.deployed;

import static io.renoz.platform.registry.Catalogue.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final List<ModuleDescriptor> MODULES = List.of(
            module("warranty", "standard", "orders"),
            module("orders", "standard", "customers", "products"),
            module("users", "core"),
            module("customers", "standard"),
            module("products", "standard"));

    private static List<String> names(Requirements requirements) {
        return requirements.order().stream().map(ModuleDescriptor::name).toList();
    }

    @Test
    void putsEachModuleAfterThoseItRequiresWhateverTheOrderOfTheBundles() {
        var shuffled = new ArrayList<>(MODULES);
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(shuffled, random);

            assertThat(names(Requirements.of(shuffled)))
                    .containsExactly("users", "customers", "products", "orders", "warranty");
        }
    }

    @Test
    void tellsTheCircleInWhichRequirementsLeadBack() {
        var requirements = Requirements.of(
                List.of(module("a", "standard", "b"), module("b", "standard", "a"), module("c", "standard", "b")));

        assertThat(requirements.broken().values()).anyMatch(reason -> reason.contains("a -> b -> a"));
        assertThat(requirements.broken()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void tellsWhatIsNotDeployedAndLeavesTheOthersAlone() {
        var requirements = Requirements.of(
                List.of(module("a", "standard", "missing"), module("b", "standard", "a"), module("c", "standard")));

        assertThat(requirements.broken())
                .containsEntry("a", "It requires missing, which is not deployed.")
                .containsEntry("b", "It requires a, which cannot run.");
        assertThat(names(requirements)).containsExactly("c", "a", "b");
    }
}
