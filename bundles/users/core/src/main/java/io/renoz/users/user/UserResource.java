package io.renoz.users.user;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import io.renoz.users.api.AssignmentHolder.AssignmentCount;
import io.renoz.users.reset.Verifications;
import io.renoz.users.user.UserResource.Input;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/users/users}. People are invited; only machine accounts are made here. */
@Component
@Path("users")
public final class UserResource implements Reads<UserView>, Creates<Input, UserView>, Updates<Input, UserView> {

    /** What an admin may set. */
    public record Input(
            @NotBlank @Size(max = 255) String email,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 100) String firstName,
            @Nullable @Size(max = 100) String lastName,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 100) String jobTitle,
            @Nullable @Size(max = 100) String department,
            @Nullable @Size(max = 1000) String bio,
            @Nullable UUID managerId,
            @Nullable @Size(max = 64) String timezone,
            @Nullable @Size(max = 20) String locale) {

        /** USR-01. */
        public Input {
            if (email != null && !email.isBlank()) {
                email = EmailAddress.checked("email", email);
            }
            Regional.check(timezone, locale);
        }
    }

    /** Why. */
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** Why, and who goes on with the work. */
    public record Leaving(
            @Nullable @Size(max = 500) String reason,
            @Nullable UUID successorId) {}

    /**
     * What became of the user and of the work.
     *
     * @param reassigned records that went to the successor
     * @param openAssignments what is still open in the user's name, by kind of record
     */
    public record Left(UserView user, int reassigned, List<AssignmentCount> openAssignments) {}

    /** Who owns the organization from now on, and proof that the present owner asks. */
    public record Transfer(
            @NotNull UUID userId, @NotBlank @Size(max = 128) String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Transfer to " + userId;
        }
    }

    private final Rows<User, Input, UserView> users;
    private final Tables tables;
    private final Leavings leavings;
    private final Ownership ownership;
    private final Verifications verifications;

    @Activate
    public UserResource(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference Leavings leavings,
            @Reference Ownership ownership,
            @Reference Verifications verifications) {
        this.tables = tables;
        this.leavings = leavings;
        this.ownership = ownership;
        this.verifications = verifications;
        users = tables.of(User.class)
                .filter("status", "type", "managerId")
                .filter(
                        "role",
                        String.class,
                        key -> "exists (select g from UserRole g, Role r"
                                + " where g.userId = e.id and r.id = g.roleId and r.key = :value)")
                .filter(
                        "groupId",
                        UUID.class,
                        group -> "exists (select m from GroupMember m where m.userId = e.id and m.groupId = :value)")
                .search("name", "email", "jobTitle", "phone")
                .sort("name", "email", "lastLoginAt", "createdAt")
                .byName(Input.class, UserView.class);
    }

    @Override
    public Rows<User, Input, UserView> records() {
        return users;
    }

    @Override
    public List<UserView> add(List<Input> inputs) {
        return users.createAll(inputs, (user, asked) -> {
            user.becomeService();
            checkManager(user);
        });
    }

    @Override
    public UserView update(UUID id, Patch<Input> patch) {
        String address = tables.find(User.class, id).map(User::email).orElse("");
        return users.update(id, patch, (user, asked) -> {
            checkManager(user);
            if (!user.email.equals(address)) {
                verifications.readdressed(user);
            }
        });
    }

    private void checkManager(User user) {
        UUID manager = user.managerId;
        if (manager != null
                && (manager.equals(user.id())
                        || tables.find(User.class, manager).isEmpty())) {
            throw Problem.invalid("managerId", "The manager is another user of the organization.");
        }
    }

    @POST
    @Path("{id}/suspend")
    @Answers({"is-owner", "is-self", "invalid-transition"})
    @Summary("Stops a user: sessions end, tokens stop, nothing is reassigned.")
    public UserView suspend(@PathParam("id") UUID id, Reason reason) {
        return users.change(id, user -> leavings.suspend(user, reason.reason()));
    }

    @POST
    @Path("{id}/reinstate")
    @Answers("invalid-transition")
    @Summary("Ends a suspension.")
    public UserView reinstate(@PathParam("id") UUID id) {
        return users.change(id, leavings::reinstate);
    }

    @POST
    @Path("{id}/deactivate")
    @Answers({"is-owner", "is-self", "invalid-transition"})
    @Summary("Ends a user's access, memberships and delegations; a successor gets the open work.")
    public Left deactivate(@PathParam("id") UUID id, Leaving leaving) {
        UserView view = users.change(id, user -> leavings.deactivate(user, leaving.reason()));
        int moved = leavings.reassign(id, leaving.successorId());
        return new Left(view, moved, leavings.open(id));
    }

    @POST
    @Path("{id}/unlock")
    @Summary("Lets a user who was locked out sign in again.")
    public UserView unlock(@PathParam("id") UUID id) {
        return users.change(id, leavings::unlock);
    }

    @POST
    @Path("transfer-ownership")
    @Answers({"not-owner", "invalid-target", "invalid-credentials", "too-many-attempts"})
    @Summary("The owner passes the ownership on.")
    public UserView transferOwnership(Transfer transfer) {
        ownership.transfer(transfer.userId(), transfer.password());
        return users.get(transfer.userId());
    }
}
