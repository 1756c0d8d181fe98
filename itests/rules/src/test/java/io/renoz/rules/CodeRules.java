package io.renoz.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The rules, each as a test over whatever classes it is given. */
final class CodeRules {

    static final int MOST_LINES = 400;

    private static final String PACKAGE_INFO = ".package-info";
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";
    private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private CodeRules() {}

    /** Something a class may do wrong. */
    private static ArchRule each(String rule, BiConsumer<JavaClass, Complaints> check) {
        return classes().should(new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, what -> events.add(SimpleConditionEvent.violated(type, what)));
            }
        });
    }

    /** Where what is wrong is said. */
    @FunctionalInterface
    private interface Complaints {
        void say(String what);
    }

    /** Rule 1. The platform's packages are those that no module owns. */
    static ArchRule onlyApiPackagesAreExported(JavaClasses all) {
        return each("be exported from packages called api alone", (type, complaints) -> {
            boolean exported = type.isAnnotatedWith("org.osgi.annotation.bundle.Export");
            if (exported
                    && Code.domain(type, all).isPresent()
                    && !type.getPackageName().endsWith(".api")) {
                complaints.say(type.getPackageName() + " is exported");
            }
            if (exported && type.getPackageName().startsWith("io.renoz.platform.")) {
                complaints.say(type.getPackageName() + " is exported, although no domain may use it");
            }
        });
    }

    /** Rule 2. Of the platform a domain sees the published packages only. */
    static ArchRule onlyTheApiOfOthersIsUsed(JavaClasses all) {
        return each("use of other domains their api alone", (type, complaints) -> {
            String own = Code.domain(type, all).orElse("");
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass().getBaseComponentType();
                String theirs = Code.domain(other, all).orElse(own);
                boolean foreign = !theirs.equals(own) && !other.getPackageName().equals("io.renoz." + theirs + ".api");
                boolean kernel = !own.isEmpty() && other.getPackageName().startsWith("io.renoz.platform.");
                if (foreign || kernel) {
                    complaints.say(dependency.getDescription());
                }
            }
        });
    }

    /** Rule 3. */
    static ArchRule everyPackageIsNullMarked(JavaClasses all) {
        return each("be in a package that is @NullMarked", (type, complaints) -> {
            String info = type.getPackageName() + PACKAGE_INFO;
            if (!all.contain(info) || !all.get(info).isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                complaints.say(type.getPackageName() + " is not @NullMarked, see " + type.getSimpleName());
            }
        });
    }

    /**
     * Rule 4. The platform may refer to what comes and goes, which no constructor can take, and keep state of its own that is
     * volatile.
     */
    static ArchRule componentsAreMadeWhole(JavaClasses all) {
        return each("get references by the constructor and have final fields", (type, complaints) -> {
            if (type.isAnnotatedWith(COMPONENT)) {
                boolean domain = Code.domain(type, all).isPresent();
                type.getFields().stream()
                        .filter(field -> !isFinal(field) && (domain || !isVolatile(field)))
                        .forEach(field -> complaints.say(field.getFullName() + " is not final"));
                Stream.concat(type.getFields().stream(), type.getMethods().stream())
                        .filter(member -> member.isAnnotatedWith(REFERENCE))
                        .filter(member -> domain || !isDynamic(member))
                        .forEach(member -> complaints.say(
                                member.getFullName() + " is a reference and no parameter of the constructor"));
            }
        });
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean isVolatile(JavaField field) {
        return field.getModifiers().contains(JavaModifier.VOLATILE);
    }

    private static boolean isDynamic(JavaMember member) {
        Object policy = member.getAnnotationOfType(REFERENCE).get("policy").orElse("");
        return policy instanceof JavaEnumConstant constant && constant.name().equals("DYNAMIC");
    }

    /** Rule 5: the files that are longer, with their lines. */
    static List<String> tooLong(List<Path> sources) {
        return sources.stream()
                .filter(file -> lines(file) > MOST_LINES)
                .map(file -> file + " has " + lines(file) + " lines")
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rule 6, first half. An instant is the same everywhere; a date is not, so it takes the clock of the platform. */
    static ArchRule nothingSleepsPrintsOrReadsItsOwnCalendar() {
        return each("neither sleep nor print nor read a calendar of its own", (type, complaints) -> {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (forbidden(access)) {
                    complaints.say(access.getDescription());
                }
            }
        });
    }

    private static boolean forbidden(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
            case "java.lang.System" -> name.equals("out") || name.equals("err");
            case "java.util.Date" -> name.equals("<init>");
            case "java.time.Instant" -> false;
            default ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && !access.getDescription().contains("Clock");
        };
    }

    /** Rule 6, second half: money and all else that is counted exactly. */
    static ArchRule noDomainCountsInFloatingPoint(JavaClasses all) {
        return each("have no double or float in a domain", (type, complaints) -> {
            if (Code.domain(type, all).isPresent()) {
                type.getFields().stream()
                        .filter(field -> floating(field.getRawType()))
                        .forEach(field -> complaints.say(field.getFullName() + " is floating point"));
                type.getCodeUnits().stream()
                        .filter(unit -> floating(unit.getRawReturnType())
                                || unit.getRawParameterTypes().stream().anyMatch(CodeRules::floating))
                        .forEach(unit -> complaints.say(unit.getFullName() + " takes or gives floating point"));
            }
        });
    }

    private static boolean floating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }
}
