package io.renoz.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is open to callers who have to do something first, such as to enrol a second factor: it is what they have to do,
 * or needed for it. See {@link io.renoz.security.Principal#obstacle}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WhileEnrolling {}
