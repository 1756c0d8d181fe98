package io.renoz.rest;

/**
 * Marks a component with {@code @Path} as a resource of its module when it has none of the verbs ({@link Lists},
 * {@link Gets}, {@link Creates}, {@link Updates}, {@link Deletes} mark it by themselves).
 */
public interface Resource {}
