package io.renoz.testing;

import io.renoz.data.Ids;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.persistence.EntityManagerFactory;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The persistence unit of a module, as its {@code META-INF/persistence.xml} declares it. */
record TestUnit(String name, URL root, DataSource source, Properties declared) implements PersistenceUnitInfo {

    static EntityManagerFactory open(TestModule module, DataSource source) throws Exception {
        URL root = root(module.base());
        var unit = new TestUnit(module.descriptor().name(), root, source, declared(module));
        Map<String, Object> properties = new HashMap<>(Map.of(
                "eclipselink.target-server",
                TestServer.class.getName(),
                "eclipselink.session-name",
                unit.name() + "-" + Ids.next())); // or a second one would work on the connections of the first
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, properties);
    }

    /** {@code jar:file:x.jar!/} is read by EclipseLink as {@code file:x.jar}. */
    private static URL root(URL base) throws IOException {
        String text = base.toString();
        return text.startsWith("jar:")
                ? java.net
                        .URI
                        .create(text.substring("jar:".length(), text.indexOf("!/")))
                        .toURL()
                : base;
    }

    private static Properties declared(TestModule module) throws Exception {
        var properties = new Properties();
        try (var in = module.open("META-INF/persistence.xml")) {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("property");
            for (int i = 0; i < nodes.getLength(); i++) {
                var property = (Element) nodes.item(i);
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return properties;
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.JTA;
    }

    @Override
    public DataSource getJtaDataSource() {
        return source;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public List<String> getManagedClassNames() {
        return Collections.emptyList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return false;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.UNSPECIFIED; // as in the distribution
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return declared;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.1";
    }

    @Override
    public ClassLoader getClassLoader() {
        return TestUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Nothing is woven, here as in the distribution.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new java.net.URLClassLoader(new URL[0], TestUnit.class.getClassLoader());
    }
}
