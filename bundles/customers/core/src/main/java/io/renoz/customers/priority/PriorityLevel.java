package io.renoz.customers.priority;

/** Who comes first when not all can. */
enum PriorityLevel {
    LOW,
    MEDIUM,
    HIGH,
    VIP
}
