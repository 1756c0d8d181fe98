package io.renoz.platform.registry.switching;

import io.renoz.module.ModuleDescriptor;
import io.renoz.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that stands in the way of a change, for one answer. */
final class Obstacles {

    /** In the order in which they decide what the answer is. */
    private static final List<String> SLUGS =
            List.of("unknown-module", "core-module", "required-by", "unmet-dependency");

    private final List<Map<String, Object>> found = new ArrayList<>();

    void unknown(String module, List<String> near) {
        add("unknown-module", module).put("near", near);
    }

    void core(String module) {
        add("core-module", module);
    }

    void requiredBy(String module, List<String> dependents) {
        add("required-by", module).put("requiredBy", dependents);
    }

    /** {@code there} is null when the needed module is not deployed. */
    void unmet(String module, String needs, @Nullable ModuleDescriptor there, boolean leaving) {
        Map<String, Object> problem = add("unmet-dependency", module);
        problem.put("needs", needs);
        if (there == null) {
            problem.put("hint", "No module " + needs + " is deployed.");
        } else {
            problem.put("have", there.version());
            problem.put("hint", leaving ? "Do not turn " + needs + " off." : "Turn " + needs + " on as well.");
        }
    }

    private Map<String, Object> add(String slug, String module) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", slug);
        problem.put("module", module);
        found.add(problem);
        return problem;
    }

    void refuse() {
        for (String slug : SLUGS) {
            var first = found.stream().filter(p -> slug.equals(p.get("type"))).toList();
            if (!first.isEmpty()) {
                throw Problem.of(slug, sentence(slug, first)).with("problems", List.copyOf(found));
            }
        }
    }

    private static String sentence(String slug, List<Map<String, Object>> problems) {
        String modules = names(problems, "module");
        return switch (slug) {
            case "unknown-module" -> {
                var near = problems.stream()
                        .flatMap(problem -> strings(problem.get("near")).stream())
                        .distinct()
                        .toList();
                yield "There is no module " + modules + "."
                        + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?");
            }
            case "core-module" -> "Core modules are always on: " + modules + ".";
            case "required-by" ->
                problems.stream()
                        .map(problem -> problem.get("module") + " is required by "
                                + String.join(", ", strings(problem.get("requiredBy"))) + ".")
                        .collect(Collectors.joining(" "));
            default -> modules + " needs " + names(problems, "needs") + ", which would not be on.";
        };
    }

    private static String names(List<Map<String, Object>> problems, String member) {
        var names = new TreeSet<String>();
        problems.forEach(problem -> names.add(String.valueOf(problem.get(member))));
        return String.join(", ", names);
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
