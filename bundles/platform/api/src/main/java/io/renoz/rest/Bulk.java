package io.renoz.rest;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** A request to make many records at once. */
public record Bulk<I>(@NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull I> items) {}
