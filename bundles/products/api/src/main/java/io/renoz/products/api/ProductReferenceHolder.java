package io.renoz.products.api;

import io.renoz.module.Extension;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers for the rows of a module that name a product. Every module that stores product ids has one; it is asked whether the
 * module is on for the organization or not, since rows are kept while it is off.
 */
@Extension
@ConsumerType
public interface ProductReferenceHolder {

    /**
     * How many rows name the product; with any its type, serial numbers, stock tracking and fractions stay as they are.
     */
    int countReferences(UUID productId);
}
