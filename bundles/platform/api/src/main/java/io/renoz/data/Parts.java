package io.renoz.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The list holds the parts that live and die with this record: rows of another entity whose field {@link #value} has this
 * record's id. They are read when the list is first touched, written with the record, and deleted when they leave the list.
 *
 * <p>Declare the field {@code @Transient @Parts("orderId") List<OrderLine> lines = new ArrayList<>()}; the part itself keeps
 * a plain {@code UUID orderId}, so that it can stand in lists of its own without its parent being loaded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parts {

    /** Field of the part that holds the id of this record. */
    String value();
}
