package io.renoz.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resource belongs to the host's staff: it stands below {@code /api/v1/operator}, takes operator tokens only, and every
 * act is written to {@code platform.operator_audit}. Like an {@link Anonymous} operation it has no organization of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OperatorPlane {}
