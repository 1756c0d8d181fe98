package io.renoz.itests.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerType;
import io.renoz.customers.api.NewCustomer;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.users.api.AssignmentHolder;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** A service of another module, held once and used while its module is stopped, replaced and started. */
public class LastingFaceIT extends Inside {

    private Bundle customers() {
        return platform().bundle("io.renoz.customers");
    }

    @After
    public void customersRun() throws BundleException {
        customers().start();
        platform().awaitServing();
    }

    private void stop() throws BundleException {
        customers().stop(Bundle.STOP_TRANSIENT);
    }

    private static UUID customer(Organization organization, CustomerDirectory directory) {
        var prospect = new NewCustomer(null, "Lasting Ltd", CustomerType.BUSINESS, null, null, null, null);
        return organization.call(() -> directory.create(prospect));
    }

    private static void assertProblem(ThrowingCallable work, String slug) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    @Test
    public void answersThatTheModuleIsUnavailableWhileItIsStoppedAndWorksAfterwards() throws Exception {
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        Organization organization = Organization.with(platform(), "customers");
        UUID id = customer(organization, directory);

        stop();
        assertProblem(() -> organization.call(() -> directory.find(id)), "unavailable");
        customers().update();
        platform().refresh(customers());
        customers().start();

        platform().awaitServing();
        assertThat(organization.call(() -> directory.find(id)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Lasting Ltd"));
        assertThat(platform().service(CustomerDirectory.class)).isSameAs(directory);
    }

    @Test
    public void letsACallWaitForTheNextProvider() throws Exception {
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        Organization organization = Organization.with(platform(), "customers");
        UUID id = customer(organization, directory);
        var caller = new CompletableFuture<Thread>();

        stop();
        var answer = CompletableFuture.supplyAsync(() -> {
            caller.complete(Thread.currentThread());
            return organization.call(() -> directory.find(id));
        });
        await().atMost(Platform.PATIENCE).until(() -> waitsInTheFace(caller.join()));
        customers().start();

        assertThat(answer.get(Platform.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPresent();
    }

    private static boolean waitsInTheFace(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().endsWith(".Face") && frame.getMethodName().equals("admit")) {
                return thread.getState() == Thread.State.TIMED_WAITING;
            }
        }
        return false;
    }

    @Test
    public void keepsAProviderUntilTheTransactionsInsideItHaveEnded() throws Exception {
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        Organization organization = Organization.with(platform(), "customers");
        UUID id = customer(organization, directory);
        var stopping = new CountDownLatch(1);
        var stopper = new Thread(() -> {
            stopping.countDown();
            try {
                stop();
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        });

        organization.call(() -> {
            assertThat(directory.find(id)).isPresent();
            stopper.start();
            stopping.await();
            await().atMost(Platform.PATIENCE).until(() -> customers().getState() == Bundle.STOPPING);
            assertThat(directory.find(id)).isPresent();
            return null;
        });

        stopper.join(Platform.PATIENCE.toMillis());
        assertThat(customers().getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    public void isClosedForAnOrganizationThatHasTheModuleOff() {
        CustomerDirectory directory = platform().service(CustomerDirectory.class);
        Organization without = Organization.with(platform());

        assertProblem(() -> without.call(() -> directory.find(UUID.randomUUID())), "module-not-enabled");
    }

    @Test
    public void ofAnOptionalPartnerIsThereWhereTheModuleIsOnAndOutlivesItsReplacement() throws Exception {
        Partners partners = platform().service(Partners.class);
        Organization with = Organization.with(platform(), "customers");
        Organization without = Organization.with(platform());

        assertThat(with.call(() -> partners.enabled(AssignmentHolder.class)))
                .isNotEmpty()
                .allMatch(partner -> partner.module().equals("customers"));
        assertThat(without.call(() -> partners.find(AssignmentHolder.class))).isEmpty();
        assertThat(without.call(() -> partners.deployed(AssignmentHolder.class)))
                .isNotEmpty();
        assertThat(partners.absent()).doesNotContain("customers");
        AssignmentHolder held =
                with.call(() -> partners.find(AssignmentHolder.class)).orElseThrow();

        stop();
        assertThat(partners.absent()).contains("customers");
        customers().start();
        platform().awaitServing();

        assertThat(partners.absent()).doesNotContain("customers");
        assertThat(with.call(() -> held.openAssignments(UUID.randomUUID()))).isEmpty();
    }
}
