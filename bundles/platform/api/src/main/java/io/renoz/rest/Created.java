package io.renoz.rest;

import io.renoz.data.Versioned;

/** Tells the platform to answer 201 with a Location header. */
public record Created<V extends Versioned>(V body) {}
