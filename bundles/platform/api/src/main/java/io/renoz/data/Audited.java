package io.renoz.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The platform writes an entry of the audit log for every insert, update and delete of the entity, in the same
 * transaction and from what really changed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Audited {

    /** Entity type, for people and programs: {@code customer}. Unique over all modules. */
    String type();

    /** Field that names the record in lists; none when empty. */
    String name() default "";

    /** Field with the id of, or the reference to, the record whose history shows this one too; none when empty. */
    String parent() default "";

    /** Entity type of the parent; {@code {entityType}} where the field of that name holds it. */
    String parentType() default "";

    /** Field with the id of the customer concerned; {@code id} when it is the record itself; none when empty. */
    String customer() default "";

    /** Whether entries are seen only by those who may see security events. */
    boolean security() default false;
}
