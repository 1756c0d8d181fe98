package io.renoz.inventory.location;

public enum SecurityLevel {
    STANDARD,
    RESTRICTED,
    HIGH_SECURITY
}
