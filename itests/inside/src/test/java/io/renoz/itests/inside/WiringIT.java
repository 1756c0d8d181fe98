package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Databases;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.EventPublisher;
import io.renoz.job.JobScheduler;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.EventSink;
import io.renoz.kernel.Faces;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.ModuleSets;
import io.renoz.kernel.ModuleStates;
import io.renoz.kernel.OperatorTokens;
import io.renoz.kernel.Routes;
import io.renoz.module.Extension;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.module.Partners;
import io.renoz.rest.Resource;
import io.renoz.security.Authenticator;
import io.renoz.security.TenantStatus;
import io.renoz.security.TokenCache;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** How the parts hang together once everything is up. */
public class WiringIT extends Inside {

    /** Each is implemented once: by a platform bundle, or by a core module through its face. */
    private static final List<Class<?>> OF_THE_PLATFORM = List.of(
            AuditSink.class,
            Clock.class,
            Databases.class,
            EventPublisher.class,
            EventSink.class,
            Faces.class,
            JobScheduler.class,
            Migrator.class,
            ModuleGate.class,
            ModuleSets.class,
            ModuleStates.class,
            Modules.class,
            OperatorTokens.class,
            Partners.class,
            Routes.class,
            TenantStatus.class,
            TokenCache.class,
            Transactions.class);

    private ServiceComponentRuntime components() {
        return platform().service(ServiceComponentRuntime.class);
    }

    @Test
    public void everyServiceOfThePlatformIsThereOnce() {
        for (Class<?> type : OF_THE_PLATFORM) {
            assertThat(platform().references(type, null)).as(type.getName()).hasSize(1);
        }
        assertThat(platform().references(Authenticator.class, null)).isNotEmpty();
    }

    @Test
    public void everyBundleOfOursRuns() {
        assertThat(platform().bundles()).hasSizeGreaterThan(10).allSatisfy(bundle -> assertThat(bundle.getState())
                .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    public void everyComponentIsSatisfied() {
        var seen = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        for (Bundle bundle : platform().bundles()) {
            Collection<ComponentDescriptionDTO> described = components().getComponentDescriptionDTOs(bundle);
            assertThat(described).as(bundle.getSymbolicName()).hasSize(declared(bundle));
            for (ComponentDescriptionDTO component : described) {
                seen.add(component.name);
                if (!satisfied(component)) {
                    waiting.add(component.name + " waits for " + missing(component));
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(waiting).isEmpty();
    }

    /** Number of component files a bundle says it has. */
    private static int declared(Bundle bundle) {
        String header = bundle.getHeaders().get("Service-Component");
        return header == null ? 0 : header.split(",").length;
    }

    private boolean satisfied(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> made = components().getComponentConfigurationDTOs(component);
        return !made.isEmpty()
                && made.stream()
                        .allMatch(one -> one.state == ComponentConfigurationDTO.ACTIVE
                                || one.state == ComponentConfigurationDTO.SATISFIED);
    }

    private String missing(ComponentDescriptionDTO component) {
        return components().getComponentConfigurationDTOs(component).stream()
                .flatMap(one -> Arrays.stream(one.unsatisfiedReferences))
                .map(reference -> reference.name + " " + reference.target)
                .toList()
                .toString();
    }

    @Test
    public void everyModuleHasEachLinkOfItsChainOnce() {
        for (ModuleDescriptor module : platform().modules()) {
            String name = module.name();
            Bundle bundle = platform().bundle("io.renoz." + name);
            assertThat(platform().references(DataSource.class, "(osgi.jndi.service.name=renoz/" + name + ")"))
                    .as("data source of %s", name)
                    .hasSize(1);
            assertThat(platform().references(EntityManagerFactory.class, "(osgi.unit.name=" + name + ")"))
                    .as("persistence unit of %s", name)
                    .hasSize(1)
                    .allMatch(unit -> unit.getBundle().equals(bundle));
            assertThat(platform().references(Tables.class, "(domain=" + name + ")"))
                    .as("tables of %s", name)
                    .hasSize(1);
            assertThat(platform().state(name).state()).isEqualTo("active");
            assertThat(Web.anonymous().get("/api/v1/" + name + "/no-such-collection"))
                    .as("door of %s", name)
                    .matches(answer -> answer.status() == 401 || answer.status() == 404);
        }
        assertThat(resources()).hasSizeGreaterThan(20);
    }

    private List<?> resources() {
        return platform().references(Resource.class, null);
    }

    @Test
    public void everyPublishedServiceIsSeenByItsFaceAlone() throws Exception {
        var seen = new ArrayList<String>();
        for (Bundle bundle : platform().bundles()) {
            for (ComponentDescriptionDTO component : components().getComponentDescriptionDTOs(bundle)) {
                for (String type : component.serviceInterfaces) {
                    if (type.matches("io\\.renoz\\.[a-z]+\\.api\\..*")) {
                        seen.add(type);
                        seenByItsFace(type);
                    }
                }
            }
        }

        assertThat(seen).contains("io.renoz.customers.api.CustomerDirectory", "io.renoz.users.api.UserDirectory");
    }

    private void seenByItsFace(String name) throws Exception {
        Class<?> type = Class.forName(name);
        int faces = type.isAnnotationPresent(Extension.class) ? 0 : 1;
        assertThat(platform().references(type, null)).as(name).hasSize(faces);
        if (faces > 0) {
            assertThat(Proxy.isProxyClass(platform().service(type).getClass())).isTrue();
        }
    }

    @Test
    public void noModuleIsWiredToTheCoreOfAnother() {
        List<Bundle> cores = platform().modules().stream()
                .map(module -> platform().bundle("io.renoz." + module.name()))
                .toList();

        assertThat(cores).allSatisfy(core -> {
            List<Bundle> leansOn =
                    packages(core).map(wire -> wire.getProvider().getBundle()).toList();
            assertThat(leansOn).isNotEmpty().doesNotContainAnyElementsOf(cores);
        });
    }

    private static Stream<BundleWire> packages(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream();
    }
}
