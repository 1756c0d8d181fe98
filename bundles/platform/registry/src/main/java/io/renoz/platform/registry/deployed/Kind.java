package io.renoz.platform.registry.deployed;

/** The kinds of modules, as callers ask for them. */
public enum Kind {
    CORE,
    STANDARD,
    EXTENSION
}
