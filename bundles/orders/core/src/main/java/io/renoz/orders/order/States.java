package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.orders.api.OrderStatus;
import io.renoz.problem.Problem;

/** What may be done with an order in which state. */
final class States {

    private States() {}

    /** Past draft and not cancelled. */
    static boolean open(OrderStatus status) {
        return status != OrderStatus.DRAFT && status != OrderStatus.CANCELLED;
    }

    static void require(OrderStatus status, OrderStatus to, OrderStatus... from) {
        for (OrderStatus one : from) {
            if (status == one) {
                return;
            }
        }
        throw Problem.transition("An order that is " + words(status) + " cannot become " + words(to) + ".")
                .with("from", Coded.of(status))
                .with("to", Coded.of(to));
    }

    static void requireOpen(OrderStatus status, String act) {
        if (!open(status)) {
            throw Problem.transition("An order that is " + words(status) + " is not " + act + ".")
                    .with("from", Coded.of(status));
        }
    }

    private static String words(OrderStatus status) {
        return Coded.of(status).replace('_', ' ');
    }
}
