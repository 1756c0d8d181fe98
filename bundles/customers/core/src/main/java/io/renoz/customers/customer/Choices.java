package io.renoz.customers.customer;

import static java.util.Map.entry;

import io.renoz.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CUS-10: which account each field is taken from when several become one. */
final class Choices {

    private record Field<T>(Function<Customer, @Nullable T> from, BiConsumer<Customer, T> to) {

        void copy(Customer source, Customer target) {
            T value = from.apply(source);
            if (value != null) {
                to.accept(target, value);
            }
        }

        boolean empty(Customer customer) {
            return from.apply(customer) == null;
        }
    }

    private static final Map<String, Field<?>> FIELDS = Map.ofEntries(
            entry("name", new Field<>(c -> c.name, (c, v) -> c.name = v)),
            entry("legalName", new Field<>(c -> c.legalName, (c, v) -> c.legalName = v)),
            entry("email", new Field<>(c -> c.email, (c, v) -> c.email = v)),
            entry("phone", new Field<>(c -> c.phone, (c, v) -> c.phone = v)),
            entry("website", new Field<>(c -> c.website, (c, v) -> c.website = v)),
            entry("type", new Field<>(c -> c.type, (c, v) -> c.type = v)),
            entry("size", new Field<>(c -> c.size, (c, v) -> c.size = v)),
            entry("industry", new Field<>(c -> c.industry, (c, v) -> c.industry = v)),
            entry("taxId", new Field<>(c -> c.taxId, (c, v) -> c.taxId = v)),
            entry("registrationNumber", new Field<>(c -> c.registrationNumber, (c, v) -> c.registrationNumber = v)),
            entry("taxExempt", new Field<>(c -> c.taxExempt, (c, v) -> c.taxExempt = v)),
            entry("ownerId", new Field<>(c -> c.ownerId, (c, v) -> c.ownerId = v)),
            entry("leadSource", new Field<>(c -> c.leadSource, (c, v) -> c.leadSource = v)),
            entry("preferredLanguage", new Field<>(c -> c.preferredLanguage, (c, v) -> c.preferredLanguage = v)),
            entry("paymentTermsDays", new Field<>(c -> c.paymentTermsDays, (c, v) -> c.paymentTermsDays = v)),
            entry("creditLimit", new Field<>(c -> c.creditLimit, (c, v) -> c.creditLimit = v)),
            entry("notes", new Field<>(c -> c.notes, (c, v) -> c.notes = v)),
            entry("externalRef", new Field<>(c -> c.externalRef, (c, v) -> c.externalRef = v)),
            entry("metadata", new Field<>(c -> c.metadata, (c, v) -> c.metadata = v)));

    /** Empty means not limited and not agreed, which is no gap to be filled. */
    private static final Set<String> NEVER_FILLED = Set.of("paymentTermsDays", "creditLimit");

    private Choices() {}

    /**
     * Gives the survivor the fields that were asked for; then what it has none of, from the first that has it.
     *
     * @param asked id of the account by name of the field
     * @throws Problem {@code validation-failed} for an unknown field or an account that is not among them
     */
    static void apply(Customer survivor, List<Customer> others, Map<String, UUID> asked) {
        asked.forEach((name, account) -> {
            Field<?> field = FIELDS.get(name);
            if (field == null) {
                throw Problem.invalid("fields/" + name, "No such field can be chosen.");
            }
            if (!account.equals(survivor.id())) {
                field.copy(among(others, account, name), survivor);
            }
        });
        FIELDS.forEach((name, field) -> {
            if (!asked.containsKey(name) && !NEVER_FILLED.contains(name) && field.empty(survivor)) {
                others.stream()
                        .filter(other -> !field.empty(other))
                        .findFirst()
                        .ifPresent(other -> field.copy(other, survivor));
            }
        });
    }

    private static Customer among(List<Customer> others, UUID account, String name) {
        return others.stream()
                .filter(other -> other.id().equals(account))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("fields/" + name, "This account is not among those merged."));
    }
}
