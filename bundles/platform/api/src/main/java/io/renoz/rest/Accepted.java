package io.renoz.rest;

/** Tells the platform to answer 202 without a body: somebody sees to it, and nothing is said of what becomes of it. */
public enum Accepted {
    ACCEPTED
}
