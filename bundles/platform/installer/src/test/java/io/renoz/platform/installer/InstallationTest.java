package io.renoz.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.kernel.Descriptors;
import io.renoz.kernel.Faces;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.Routes;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import io.renoz.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/** Real bundles in a real framework; the platform around it only says what it was asked. */
class InstallationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    private final List<String> acts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private Optional<RuntimeException> migration = Optional.empty();
    private Framework framework;
    private BundleContext context;
    private Installation installation;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("cache").toString(),
                        "felix.log.level", "0",
                        "org.osgi.framework.startlevel.beginning", "100"));
        framework.start();
        context = framework.getBundleContext();
        installation = new Installation(
                new io.renoz.platform.installer.Framework(context),
                new Found(),
                states(),
                (module, files) -> {
                    acts.add("migrate " + module.name() + " " + module.version());
                    migration.ifPresent(problem -> {
                        throw problem;
                    });
                    return true;
                },
                routes(),
                faces(),
                new CountDownLatch(1),
                Duration.ofMillis(200));
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private final class Found implements Modules {

        @Override
        public Collection<ModuleDescriptor> all() {
            return Arrays.stream(context.getBundles())
                    .flatMap(bundle -> Descriptors.of(bundle).stream())
                    .toList();
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return all().stream().filter(module -> module.name().equals(name)).findFirst();
        }
    }

    private ModuleStates states() {
        return new ModuleStates() {
            @Override
            public List<ModuleState> all() {
                return new Found()
                        .all().stream()
                                .map(m -> broken.contains(m.version())
                                        ? new ModuleState(m.name(), m.version(), "failed", "No unit.")
                                        : new ModuleState(m.name(), m.version(), "active", ""))
                                .toList();
            }

            @Override
            public boolean settled() {
                return true;
            }
        };
    }

    private Faces faces() {
        return new Faces() {
            @Override
            public void gone(String module) {
                acts.add("faces gone " + module);
            }

            @Override
            public void settled(String module) {
                acts.add("faces settled " + module);
            }
        };
    }

    private Routes routes() {
        return new Routes() {
            @Override
            public boolean hold(String module, Duration limit) {
                acts.add("hold " + module);
                return true;
            }

            @Override
            public void gone(String module) {
                acts.add("gone " + module);
            }
        };
    }

    private Path file(byte[]... jars) throws Exception {
        Path file = Files.createTempFile(folder, "module", ".zip");
        Jars.zip(file, jars);
        return file;
    }

    private static byte[] api(String content) {
        return Jars.bundle("com.example.api", Map.of("Export-Package", "com.example.shared;version=1.0"), content);
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private String apiContent() throws IOException {
        URL entry = Objects.requireNonNull(bundle("com.example.api").getEntry("com/example/shared/content.txt"));
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String version() {
        return new Found().find("petty-cash").orElseThrow().version();
    }

    @Test
    void installsCoreAndApiFromOneFileAfterMigrating() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));

        assertThat(bundle("com.example.petty-cash").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(bundle("com.example.petty-cash").getLocation()).startsWith("renoz:petty-cash/1.0/");
        assertThat(bundle("com.example.api").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(acts).containsExactly("migrate petty-cash 1.0");
        assertThat(installation.deployed()).containsExactly("petty-cash");
    }

    @Test
    void doesNothingForTheSameContentAgain() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));
        acts.clear();
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));

        assertThat(acts).isEmpty();
    }

    @Test
    void startsWhatADeadPlatformHadOnlyInstalled() throws Exception {
        context.installBundle("renoz:petty-cash/1.0/x", new ByteArrayInputStream(Jars.core("petty-cash", "1.0")));

        installation.deploy(file(Jars.core("petty-cash", "1.0")));

        assertThat(bundle("com.example.petty-cash").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(context.getBundles()).hasSize(2);
    }

    @Test
    void refusesAFileThatUnpacksToMoreThanTheMemory() throws Exception {
        byte[] bomb = Jars.bundle("com.example.bomb", Map.of(), "0".repeat((Allowance.MEGABYTES << 20) + 1));

        assertThat(refusal(Jars.core("petty-cash", "1.0"), bomb).slug()).isEqualTo("unreadable-file");
    }

    @Test
    void replacesInPlaceAndLeavesAnUnchangedApiAlone() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));
        long api = bundle("com.example.api").getLastModified();
        acts.clear();

        installation.deploy(file(Jars.core("petty-cash", "1.1"), api("a")));

        assertThat(acts).containsExactly("migrate petty-cash 1.1", "hold petty-cash", "faces settled petty-cash");
        assertThat(version()).startsWith("1.1");
        assertThat(bundle("com.example.api").getLastModified()).isEqualTo(api);
        assertThat(bundle("com.example.petty-cash").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void goesBackToTheOldBundleWhenTheNewOneDoesNotServe() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));
        broken.add("1.1.0");

        Problem problem = catchThrowableOfType(
                Problem.class, () -> installation.deploy(file(Jars.core("petty-cash", "1.1"), api("b"))));

        assertThat(problem.detail()).isEqualTo("It does not come up: No unit.");
        assertThat(version()).startsWith("1.0");
        assertThat(bundle("com.example.petty-cash").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(apiContent()).isEqualTo("a");
    }

    @Test
    void goesBackWhenTheNewOneDoesNotResolve() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0")));

        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> installation.deploy(file(Jars.core("petty-cash", "1.1", "Import-Package", "not.there"))));

        assertThat(problem.slug()).isEqualTo("resolution-failed");
        assertThat(problem.detail()).contains("not.there");
        assertThat(version()).startsWith("1.0");
        assertThat(bundle("com.example.petty-cash").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void touchesNothingWhenTheMigrationFails() throws Exception {
        migration = Optional.of(Problem.of("isolation-refused", "Table petty_cash.sums."));

        Problem problem =
                catchThrowableOfType(Problem.class, () -> installation.deploy(file(Jars.core("petty-cash", "1.0"))));

        assertThat(problem.slug()).isEqualTo("isolation-refused");
        assertThat(context.getBundles()).hasSize(1);
        assertThat(acts).containsExactly("migrate petty-cash 1.0");
    }

    @Test
    void leavesNothingOfANewModuleThatDoesNotServe() throws Exception {
        broken.add("1.0.0");

        assertThat(refusal(Jars.core("petty-cash", "1.0"), api("a")).detail()).contains("No unit.");

        assertThat(context.getBundles()).hasSize(1);
        assertThat(acts).endsWith("gone petty-cash", "faces gone petty-cash");
    }

    @Test
    void refusesAnApiWhoseChangeWouldRestartOthers() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));
        installation.deploy(file(Jars.core("user-of-it", "1.0", "Import-Package", "com.example.shared")));

        Problem problem = catchThrowableOfType(
                Problem.class, () -> installation.deploy(file(Jars.core("petty-cash", "1.1"), api("b"))));

        assertThat(problem.slug()).isEqualTo("refresh-too-wide");
        assertThat(problem.detail()).contains("com.example.user-of-it");
        assertThat(version()).startsWith("1.0");
    }

    @Test
    void replacesAnApiThatOnlyItsOwnModuleUses() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0", "Import-Package", "com.example.shared"), api("a")));
        installation.deploy(file(Jars.core("petty-cash", "1.1", "Import-Package", "com.example.shared"), api("b")));

        assertThat(version()).startsWith("1.1");
        assertThat(apiContent()).isEqualTo("b");
    }

    @Test
    void removesAModuleWithItsApiAndSaysSo() throws Exception {
        installation.deploy(file(Jars.core("petty-cash", "1.0"), api("a")));
        acts.clear();

        installation.remove("petty-cash");

        assertThat(acts).containsExactly("hold petty-cash", "gone petty-cash", "faces gone petty-cash");
        assertThat(context.getBundles()).hasSize(1);
    }

    @Test
    void leavesAModuleOfTheDistributionWhenItsFileGoes() throws Exception {
        context.installBundle(
                        "mvn:com.example/petty-cash/1.0", new ByteArrayInputStream(Jars.core("petty-cash", "1.0")))
                .start();
        installation.deploy(file(Jars.core("petty-cash", "1.1")));

        installation.remove("petty-cash");

        assertThat(version()).startsWith("1.1");
        assertThat(installation.deployed()).isEmpty();
    }

    @Test
    void refusesWhatIsNoModuleOrSomebodyElses() throws Exception {
        Path garbage = Files.writeString(folder.resolve("x.zip"), "garbage");
        assertThat(catchThrowableOfType(Problem.class, () -> installation.look(garbage))
                        .slug())
                .isEqualTo("unreadable-file");
        assertThat(refusal(api("a")).detail()).contains("holds 0");
        assertThat(refusal(Jars.core("Petty", "1.0")).slug()).isEqualTo("descriptor-invalid");
        assertThat(refusal(Jars.core("platform", "1.0")).detail()).contains("belongs to the platform");
        assertThat(refusal(Jars.core("module-x", "1.0")).slug()).isEqualTo("descriptor-invalid");
        assertThat(refusal(Jars.core(
                                "needy",
                                "1.0",
                                "Require-Capability",
                                "renoz.module;effective:=renoz;filter:=\"(renoz.module=customers)\""))
                        .slug())
                .isEqualTo("resolution-failed");
        context.installBundle(
                "x",
                new ByteArrayInputStream(Jars.bundle(
                        "com.other.petty",
                        Map.of(
                                "Provide-Capability",
                                "renoz.module;renoz.module=petty-cash;vendor=Other;version:Version=1.0"),
                        "")));
        assertThat(refusal(Jars.core("petty-cash", "1.0")).slug()).isEqualTo("schema-claimed");
        assertThat(acts).isEmpty();
    }

    private Problem refusal(byte[]... jars) throws Exception {
        Path file = file(jars);
        return catchThrowableOfType(Problem.class, () -> {
            installation.look(file);
            installation.deploy(file);
        });
    }
}
