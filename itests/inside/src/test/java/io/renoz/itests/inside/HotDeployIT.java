package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevisions;
import org.osgi.framework.wiring.BundleWiring;

/** The bundle of customers, replaced in the running platform. */
public class HotDeployIT extends Inside {

    private static final String COLLECTION = "/api/v1/customers/customers";

    private Bundle customers() {
        return platform().bundle("io.renoz.customers");
    }

    @After
    public void customersRun() throws BundleException {
        customers().start();
        platform().awaitServing();
    }

    private void update() throws Exception {
        platform().update(customers());
    }

    /** Something of everything a module brings: JSON, validation, SQL, faces of others. */
    private static void use(Web admin, int number) {
        assertThat(admin.post(COLLECTION, "{\"name\": \"Number " + number + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(COLLECTION, "{\"name\": \"\"}").status()).isEqualTo(422);
        assertThat(admin.get(COLLECTION).status()).isEqualTo(200);
    }

    private WeakReference<ClassLoader> classes() {
        return new WeakReference<>(customers().adapt(BundleWiring.class).getClassLoader());
    }

    private static void awaitCollected(List<WeakReference<ClassLoader>> classes) {
        await().atMost(Platform.PATIENCE).until(() -> {
            System.gc();
            return classes.stream().allMatch(one -> one.get() == null);
        });
    }

    @Test
    public void itsRouteGoesAndComesBack() throws Exception {
        Web admin = Organization.with(platform(), "customers").admin();
        use(admin, 1);

        customers().stop(Bundle.STOP_TRANSIENT);
        assertThat(platform().state("customers").state()).isNotEqualTo("active");
        Web.Answer stopped = admin.get(COLLECTION);
        assertThat(stopped.status()).isEqualTo(503);
        assertThat(stopped.body().path("type").asText()).isEqualTo("urn:renoz:problem:module-suspended");
        assertThat(stopped.retryAfter()).isPresent();
        customers().start();
        platform().awaitServing();

        use(admin, 2);
    }

    @Test
    public void nothingOfTheOldOneIsLeft() throws Exception {
        Web admin = Organization.with(platform(), "customers").admin();
        use(admin, 1);
        WeakReference<ClassLoader> old = classes();
        int factory = System.identityHashCode(unit());

        update();
        use(admin, 2);

        assertThat(System.identityHashCode(unit())).isNotEqualTo(factory);
        assertThat(customers().adapt(BundleRevisions.class).getRevisions()).hasSize(1);
        awaitCollected(List.of(old));
    }

    private EntityManagerFactory unit() {
        return platform().service(EntityManagerFactory.class, "(osgi.unit.name=customers)");
    }

    @Test
    public void tenUpdatesLeaveNothingBehind() throws Exception {
        Web admin = Organization.with(platform(), "customers").admin();
        use(admin, 0);
        update();
        use(admin, 1);
        Belongings before = Belongings.of(platform());
        var old = new ArrayList<WeakReference<ClassLoader>>();

        for (int number = 2; number < 12; number++) {
            old.add(classes());
            update();
            use(admin, number);
        }

        awaitCollected(old);
        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(Belongings.of(platform())).isEqualTo(before));
    }
}
