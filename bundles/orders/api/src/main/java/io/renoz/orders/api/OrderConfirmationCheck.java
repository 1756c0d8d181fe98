package io.renoz.orders.api;

import io.renoz.module.Extension;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Has a say in whether an order may be confirmed. Found among the services of any bundle; asked inside the confirmation, in its
 * transaction, while its module is enabled for the organization. Thread-safe.
 */
@Extension
@ConsumerType
public interface OrderConfirmationCheck {

    /** What speaks against confirming; nothing to consent. All objections of all checks are reported together. */
    List<Objection> check(OrderDraftView draft);
}
