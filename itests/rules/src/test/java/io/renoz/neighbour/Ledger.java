package io.renoz.neighbour;

/** Nobody else's business. */
public final class Ledger {}
