package io.renoz.platform.registry.switching;

import static io.renoz.platform.registry.Catalogue.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.module.ModuleDescriptor;
import io.renoz.platform.registry.Catalogue;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private final Resolver resolver = new Resolver(new Catalogue().all());

    private Problem refusal(Set<String> enabled, Set<String> on, Set<String> off) {
        return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> resolver.plan(enabled, on, off)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> problems(Problem problem) {
        return Objects.requireNonNull(
                (List<Map<String, Object>>) problem.members().get("problems"));
    }

    @Test
    void addsInTheOrderOfRequirementsAndRemovesInTheReverse() {
        var plan = resolver.plan(Set.of(), Set.of("warranty", "customers", "orders"), Set.of());

        assertThat(plan.added()).containsExactly("customers", "orders", "warranty");
        assertThat(resolver.plan(
                                Set.of("customers", "orders", "warranty"),
                                Set.of(),
                                Set.of("customers", "warranty", "orders"))
                        .remove())
                .containsExactly("warranty", "orders", "customers");
    }

    @Test
    @DisplayName("PLT-01: all unmet requirements are named at once, down to the last")
    void namesEveryUnmetRequirement() {
        Problem problem = refusal(Set.of(), Set.of("warranty"), Set.of());

        assertThat(problem.slug()).isEqualTo("unmet-dependency");
        assertThat(problems(problem))
                .extracting(p -> p.get("module"), p -> p.get("needs"), p -> p.get("have"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("warranty", "orders", "1.2.0"),
                        org.assertj.core.groups.Tuple.tuple("orders", "customers", "1.2.0"));
        assertThat(problem.detail()).contains("customers, orders");
    }

    @Test
    @DisplayName("PLT-02: what enabled modules require stays, and they are named")
    void refusesToRemoveWhatOthersRequire() {
        Problem problem = refusal(Set.of("customers", "orders", "warranty"), Set.of(), Set.of("customers"));

        assertThat(problem.slug()).isEqualTo("required-by");
        assertThat(problems(problem).get(0)).containsEntry("requiredBy", List.of("orders", "warranty"));
    }

    @Test
    @DisplayName("PLT-02: core modules cannot be turned off")
    void refusesToRemoveCoreModules() {
        assertThat(refusal(Set.of(), Set.of(), Set.of("settings")).slug()).isEqualTo("core-module");
        assertThat(refusal(Set.of(), Set.of(), Set.of("settings")).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("PLT-04: what is so already is an empty plan")
    void plansNothingForWhatIsSo() {
        assertThat(resolver.plan(Set.of("tools"), Set.of("tools", "settings"), Set.of("customers"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void saysWhatAnUnknownNameMayHaveMeant() {
        Problem problem = refusal(Set.of(), Set.of("custmers"), Set.of());

        assertThat(problem.slug()).isEqualTo("unknown-module");
        assertThat(problem.detail()).isEqualTo("There is no module custmers. Did you mean customers?");
    }

    @Test
    void letsGoOfAModuleThatIsNoLongerDeployed() {
        assertThat(resolver.plan(Set.of("vanished"), Set.of(), Set.of("vanished"))
                        .remove())
                .containsExactly("vanished");
    }

    @Test
    @DisplayName("PLT-06: order of input does not matter, and the same wish after the plan is an empty plan")
    void isAPureFunctionOfCatalogueSetAndWish() {
        var random = new Random(42);
        for (int round = 0; round < 500; round++) {
            var modules = catalogue(random);
            var names = modules.stream().map(ModuleDescriptor::name).toList();
            Set<String> enabled = consistent(modules, some(names, random));
            Set<String> on = some(names, random);
            Set<String> off = some(names, random);
            off.removeAll(on);

            Object first = outcome(modules, enabled, on, off);

            assertThat(outcome(modules, shuffled(enabled, random), shuffled(on, random), shuffled(off, random)))
                    .isEqualTo(first);
            if (first instanceof Plan plan) {
                var after = new TreeSet<>(enabled);
                after.addAll(plan.added());
                plan.remove().forEach(after::remove);
                assertThat(((Plan) outcome(modules, after, on, off)).isEmpty()).isTrue();
                assertThat(consistent(modules, after)).isEqualTo(after);
            }
        }
    }

    private static List<ModuleDescriptor> catalogue(Random random) {
        var modules = new ArrayList<ModuleDescriptor>();
        for (int i = 0; i < 8; i++) {
            var requires = IntStream.range(0, i)
                    .filter(j -> random.nextInt(4) == 0)
                    .mapToObj(j -> "m" + j)
                    .toArray(String[]::new);
            modules.add(module("m" + i, i == 0 ? "core" : "standard", requires));
        }
        return modules;
    }

    private static Set<String> some(Collection<String> names, Random random) {
        var some = new TreeSet<String>();
        names.stream().filter(name -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }

    /** Without those whose requirements are not all there, and without core modules. */
    private static Set<String> consistent(List<ModuleDescriptor> modules, Set<String> names) {
        var all = new TreeSet<String>();
        modules.stream()
                .filter(m -> !m.core() && names.contains(m.name()))
                .filter(m -> m.requires().stream().allMatch(r -> r.equals("m0") || all.contains(r)))
                .forEach(m -> all.add(m.name()));
        return all;
    }

    private static Set<String> shuffled(Set<String> names, Random random) {
        var list = new ArrayList<>(names);
        Collections.shuffle(list, random);
        return new LinkedHashSet<>(list);
    }

    private static Object outcome(
            List<ModuleDescriptor> modules, Set<String> enabled, Set<String> on, Set<String> off) {
        try {
            return new Resolver(modules).plan(enabled, on, off);
        } catch (Problem problem) {
            return problem.slug() + problem.members();
        }
    }
}
