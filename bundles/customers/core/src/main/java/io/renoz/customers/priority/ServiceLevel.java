package io.renoz.customers.priority;

/** How much service was sold. */
enum ServiceLevel {
    STANDARD,
    PREMIUM,
    PLATINUM
}
