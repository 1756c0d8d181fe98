package io.renoz.orders.directory;

import io.renoz.data.Tables;
import io.renoz.orders.order.Order;
import io.renoz.settings.api.MoneyHolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders have amounts in the organization's currency, which stays what it is once there is one. */
@Component
public final class Documents implements MoneyHolder {

    private final Tables tables;

    @Activate
    public Documents(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean holdsMoney() {
        return !tables.entities()
                .createQuery("select o from Order o", Order.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
