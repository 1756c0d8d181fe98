package io.renoz.products.attribute;

import io.renoz.data.Json;
import io.renoz.rest.Example;
import java.util.UUID;
import javax.validation.constraints.NotNull;

/**
 * The value of an attribute as callers give it.
 *
 * @param value text, number, true or false, or a date as text, after the attribute's type; of a choice its value or id, and of
 *     several choices a list of them
 */
public record Given(
        @NotNull UUID attributeId,
        @NotNull @Example("\"blue\"") Json value) {}
