package io.renoz.customers.customer;

import io.renoz.customers.Shop;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.junit.jupiter.api.Test;

class ScratchIT {
    @Test
    void scratch() {
        Shop shop = new Shop();
        shop.organization.run(() -> {
            var s = Shop.PLATFORM.tables("customers").entities().unwrap(JpaEntityManager.class).getServerSession();
            s.getDescriptors().values().forEach(d -> System.err.println("TAB " + d.getTableName() + " " + d.getTables().get(0).getQualifiedName()));
            System.err.println("ORD " + s.getCommitManager().getCommitOrder());
            System.err.println("ORD " + Shop.PLATFORM.tables("customers").entities().unwrap(JpaEntityManager.class).getUnitOfWork().getCommitManager().getCommitOrder());
        });
    }
}
