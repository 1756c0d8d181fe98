package io.renoz.platform.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.transaction.Status;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/** A real framework with bundles that hold nothing but their manifest. */
final class InFramework {

    private final Framework framework;

    InFramework(Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of("org.osgi.framework.storage", cache.toString(), "felix.log.level", "0"));
        framework.start();
    }

    /** A started bundle that ships no module. */
    BundleContext bundle(String name) throws Exception {
        return started("Bundle-SymbolicName: " + name + "\n");
    }

    /** A started bundle that ships a module. */
    BundleContext module(String name) throws Exception {
        return started("Bundle-SymbolicName: " + name + "\nProvide-Capability: renoz.module;renoz.module=" + name
                + ";version:Version=\"1.0\"\n");
    }

    /** A started bundle that offers services of a module it is a part of. */
    BundleContext part(String name, String module) throws Exception {
        return started("Bundle-SymbolicName: " + name + "\nProvide-Capability: renoz.part;renoz.part=" + module + "\n");
    }

    private BundleContext started(String headers) throws Exception {
        var manifest = new Manifest(new ByteArrayInputStream(
                ("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + headers).getBytes(StandardCharsets.UTF_8)));
        var bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        Bundle bundle = framework
                .getBundleContext()
                .installBundle("test:" + headers.hashCode(), new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
        return bundle.getBundleContext();
    }

    /** A registry that knows of no transaction. */
    static TransactionSynchronizationRegistry noTransactions() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                InFramework.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getTransactionStatus")) {
                        return Status.STATUS_NO_TRANSACTION;
                    }
                    throw new IllegalStateException(method.getName());
                });
    }

    void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
