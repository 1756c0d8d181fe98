package io.renoz.orders.directory;

import io.renoz.orders.api.NewOrder;
import io.renoz.orders.api.OrderIntake;
import io.renoz.orders.order.Digest;
import io.renoz.orders.order.Drafts;
import io.renoz.orders.order.NewDrafts;
import io.renoz.orders.order.Order;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders that other modules bring. */
@Component
public final class Intake implements OrderIntake {

    private final Drafts drafts;
    private final NewDrafts made;

    @Activate
    public Intake(@Reference Drafts drafts, @Reference NewDrafts made) {
        this.drafts = drafts;
        this.made = made;
    }

    @Override
    public UUID createDraft(NewOrder order, String clientRequestId) {
        String digest = Digest.of(order);
        return drafts.earlier(clientRequestId, digest).map(Order::id).orElseGet(() -> made.open(
                        order, one -> drafts.mark(one, clientRequestId, digest))
                .id());
    }
}
