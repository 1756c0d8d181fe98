package io.renoz.settings.organization;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NewOrganization;
import io.renoz.settings.api.OrganizationProvisioning;
import io.renoz.settings.api.OwnerProvisioning;
import io.renoz.settings.api.OwnerProvisioning.PreparedOwner;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes organizations and moves them through their life, each act in one transaction of the organization concerned. */
@Component(service = {OrganizationProvisioning.class, Provisioning.class})
public final class Provisioning implements OrganizationProvisioning {

    private final Transactions transactions;
    private final Tables tables;
    private final Partners partners;
    private final Lives lives;
    private final Beginnings beginnings;
    private final Clock clock;

    @Activate
    public Provisioning(
            @Reference Transactions transactions,
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Partners partners,
            @Reference Lives lives,
            @Reference Beginnings beginnings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = tables;
        this.partners = partners;
        this.lives = lives;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    @Override
    public UUID create(NewOrganization asked) {
        PreparedOwner owner = owners().prepare(asked.owner());
        UUID id = Ids.next();
        var organization = new Organization(id, asked.slug(), asked.name(), clock.instant());
        return transactions.run(caller().within(id), () -> {
            tables.add(organization);
            tables.flush();
            beginnings.provide(organization);
            owners().provide(owner);
            return id;
        });
    }

    private OwnerProvisioning owners() {
        return partners.deployed(OwnerProvisioning.class).stream()
                .findFirst()
                .map(Partners.Partner::service)
                .orElseThrow(() -> Problem.of("unavailable", "The module that has the users is not running."));
    }

    @Override
    public void activate(UUID organization) {
        within(organization, lives::makeActive);
    }

    @Override
    public void suspend(UUID organization, String reason) {
        within(organization, () -> lives.suspend(reason));
    }

    @Override
    public void reinstate(UUID organization) {
        within(organization, lives::reinstate);
    }

    @Override
    public void close(UUID organization, String confirmation) {
        within(organization, () -> {
            lives.confirm(confirmation);
            lives.close();
        });
    }

    /** Without asking for the slug: for staff of the host, who name the organization by its id. */
    void close(UUID organization) {
        within(organization, lives::close);
    }

    @Override
    public void reopen(UUID organization) {
        within(organization, lives::reopen);
    }

    private void within(UUID organization, Runnable act) {
        transactions.run(caller().within(organization), () -> {
            act.run();
            return organization;
        });
    }

    /** The operator who asks, or the platform itself. */
    private static Call caller() {
        return Call.find()
                .orElseGet(() ->
                        new Call(null, Actor.system("provisioning"), Set.of("*"), Request.none(Ids.next()), false));
    }
}
