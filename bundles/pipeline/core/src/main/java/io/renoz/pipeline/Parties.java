package io.renoz.pipeline;

import io.renoz.customers.api.AddressBook;
import io.renoz.customers.api.ContactDirectory;
import io.renoz.customers.api.ContactSummary;
import io.renoz.customers.api.CreditPolicy;
import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.customers.api.PostalAddress;
import io.renoz.problem.Problem;
import io.renoz.users.api.UserDirectory;
import io.renoz.users.api.UserRef;
import io.renoz.users.api.UserStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who and where records of this module name: customers, their people and places, and who sees to it on our side. */
@Component(service = Parties.class)
public final class Parties {

    private final CustomerDirectory customers;
    private final ContactDirectory contacts;
    private final AddressBook addresses;
    private final CreditPolicy groups;
    private final UserDirectory users;

    @Activate
    public Parties(
            @Reference CustomerDirectory customers,
            @Reference ContactDirectory contacts,
            @Reference AddressBook addresses,
            @Reference CreditPolicy groups,
            @Reference UserDirectory users) {
        this.customers = customers;
        this.contacts = contacts;
        this.addresses = addresses;
        this.groups = groups;
        this.users = users;
    }

    public Optional<ContactSummary> contact(UUID id) {
        return contacts.find(id);
    }

    public Optional<PostalAddress> address(UUID id) {
        return addresses.find(id);
    }

    /** Reads the customers and the users that many records name, each kind in one go. */
    public Named named(Collection<UUID> customerIds, Stream<@Nullable UUID> userIds) {
        var wanted = new ArrayList<>(customerIds.stream().distinct().toList());
        var found = new HashMap<UUID, CustomerSummary>();
        for (int from = 0; from < wanted.size(); from += CustomerDirectory.MOST_IDS) {
            List<UUID> some = wanted.subList(from, Math.min(wanted.size(), from + CustomerDirectory.MOST_IDS));
            found.putAll(customers.findAll(some));
        }
        List<UUID> people = userIds.filter(Objects::nonNull).distinct().toList();
        return new Named(found, people.isEmpty() ? Map.of() : users.findAll(people));
    }

    /** What some records name, as far as it is there. */
    public final class Named {

        private final Map<UUID, CustomerSummary> customersById;
        private final Map<UUID, UserRef> usersById;
        private final Map<UUID, Optional<ContactSummary>> contactsById = new HashMap<>();

        private Named(Map<UUID, CustomerSummary> customersById, Map<UUID, UserRef> usersById) {
            this.customersById = customersById;
            this.usersById = usersById;
        }

        /**
         * The customer, or the one it was merged into.
         *
         * @throws Problem {@code validation-failed}
         */
        public CustomerSummary customer(UUID id) {
            CustomerSummary customer = customersById.get(id);
            if (customer == null) {
                throw Problem.invalid("customerId", "There is no such customer.");
            }
            return customer;
        }

        /**
         * Refuses a contact who belongs to none of the customer, the account above it and those below it.
         *
         * @throws Problem {@code validation-failed}
         */
        public void contact(CustomerSummary customer, @Nullable UUID id) {
            if (id != null) {
                ContactSummary contact = contactsById
                        .computeIfAbsent(id, contacts::find)
                        .orElseThrow(() -> Problem.invalid("contactId", "There is no such contact."));
                if (!related(customer.id(), contact.customerId())) {
                    throw Problem.invalid("contactId", "This contact belongs to another customer.");
                }
            }
        }

        private boolean related(UUID customer, UUID other) {
            return customer.equals(other)
                    || other.equals(groups.standing(customer).parentId())
                    || customer.equals(groups.standing(other).parentId());
        }

        /**
         * Refuses a contact who is not there, whoever's it is.
         *
         * @throws Problem {@code validation-failed}
         */
        public void anyContact(@Nullable UUID id) {
            if (id != null && contactsById.computeIfAbsent(id, contacts::find).isEmpty()) {
                throw Problem.invalid("contactId", "There is no such contact.");
            }
        }

        /**
         * Refuses an address that is not the customer's.
         *
         * @throws Problem {@code validation-failed} at the field
         */
        public void address(CustomerSummary customer, String field, @Nullable UUID id) {
            if (id != null && !found(field, id).customerId().equals(customer.id())) {
                throw Problem.invalid(field, "This address belongs to another customer.");
            }
        }

        /**
         * Refuses an address that is not there, whoever's it is.
         *
         * @throws Problem {@code validation-failed} at the field
         */
        public void anyAddress(String field, @Nullable UUID id) {
            if (id != null) {
                found(field, id);
            }
        }

        private PostalAddress found(String field, UUID id) {
            return addresses.find(id).orElseThrow(() -> Problem.invalid(field, "There is no such address."));
        }

        /**
         * Refuses who is no user, or has left.
         *
         * @throws Problem {@code validation-failed}
         */
        public void owner(@Nullable UUID id) {
            UserRef user = id == null ? null : usersById.get(id);
            if (id != null && (user == null || user.status() == UserStatus.DEACTIVATED)) {
                throw Problem.invalid("assignedTo", "There is no such user at work.");
            }
        }
    }
}
