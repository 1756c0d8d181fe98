package io.renoz.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Databases;
import io.renoz.kernel.ChainLink.LinkState;
import io.renoz.module.ModuleDescriptor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

class UnitsTest {

    private static final ModuleDescriptor CUSTOMERS =
            new ModuleDescriptor("customers", "1.0.0", "Customers", "standard", "Renoz", Set.of(), Set.of(), Map.of());

    @SuppressWarnings("unchecked")
    private static <T> T broken(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> 1;
                    case "equals" -> self == arguments[0];
                    default -> throw new IllegalStateException("no such column");
                });
    }

    @Test
    void forgetThatAMappingWasBrokenWhenItsModuleGoes(@TempDir Path folder) throws Exception {
        var framework = new InFramework(folder);
        var units = new Units(framework.bundle("platform.data"), InFramework.noTransactions(), broken(Databases.class));
        ServiceRegistration<EntityManagerFactory> factory = framework
                .module("customers")
                .registerService(
                        EntityManagerFactory.class,
                        broken(EntityManagerFactory.class),
                        FrameworkUtil.asDictionary(Map.of("osgi.unit.name", "customers")));
        assertThat(units.stateOf(CUSTOMERS)).extracting(LinkState::failed).isEqualTo(true);

        factory.unregister();

        assertThat(units.stateOf(CUSTOMERS)).extracting(LinkState::failed).isEqualTo(false);
        units.close();
        framework.close();
    }
}
