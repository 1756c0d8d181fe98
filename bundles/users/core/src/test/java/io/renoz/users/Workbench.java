package io.renoz.users;

import io.renoz.activities.api.AuditTrail;
import io.renoz.activities.log.Trail;
import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.data.Tables;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.module.Partners;
import io.renoz.security.TokenCache;
import io.renoz.settings.api.NewOrganization;
import io.renoz.settings.api.NewOwner;
import io.renoz.settings.api.OwnerProvisioning;
import io.renoz.settings.api.SettingDeclarations;
import io.renoz.settings.attachment.AttachmentStore;
import io.renoz.settings.calendar.Calendars;
import io.renoz.settings.document.Templates;
import io.renoz.settings.organization.Beginnings;
import io.renoz.settings.organization.Directory;
import io.renoz.settings.organization.Lives;
import io.renoz.settings.organization.Provisioning;
import io.renoz.settings.organization.Standing;
import io.renoz.settings.setting.Settings;
import io.renoz.testing.TestPlatform;
import io.renoz.users.api.AssignmentHolder;
import io.renoz.users.delegation.StandIns;
import io.renoz.users.group.Groups;
import io.renoz.users.invitation.Acceptances;
import io.renoz.users.invitation.Invitations;
import io.renoz.users.letter.Letters;
import io.renoz.users.mfa.BackupCodes;
import io.renoz.users.mfa.SecondFactors;
import io.renoz.users.onboarding.Onboarding;
import io.renoz.users.reset.ActionTokens;
import io.renoz.users.reset.NewPasswords;
import io.renoz.users.reset.Verifications;
import io.renoz.users.role.Access;
import io.renoz.users.role.Assignments;
import io.renoz.users.role.BuiltInRoles;
import io.renoz.users.role.Declared;
import io.renoz.users.signin.Attempts;
import io.renoz.users.signin.AuthResource;
import io.renoz.users.signin.Challenges;
import io.renoz.users.signin.Credential;
import io.renoz.users.signin.Endings;
import io.renoz.users.signin.Entry;
import io.renoz.users.signin.OwnCode;
import io.renoz.users.signin.OwnPassword;
import io.renoz.users.signin.PasswordHash;
import io.renoz.users.signin.SessionLists;
import io.renoz.users.signin.Sessions;
import io.renoz.users.signin.SignIn;
import io.renoz.users.signin.Telling;
import io.renoz.users.token.BearerTokens;
import io.renoz.users.user.Leavings;
import io.renoz.users.user.Owners;
import io.renoz.users.user.Ownership;
import io.renoz.users.user.User;
import io.renoz.users.user.UserLookup;
import io.renoz.users.user.UserResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An organization with its owner, and the components of the module around it. Time passes only when it is told to. */
public final class Workbench {

    public static final TestPlatform PLATFORM = TestPlatform.shared();
    public static final Tables TABLES = PLATFORM.tables("users");
    public static final String PASSWORD = "correct horse battery";
    public static final PasswordHash HASH = new PasswordHash();

    /** A module that can be on or off. */
    public static final ModuleDescriptor ORDERS = module(
            "orders",
            "standard",
            Map.of("sales", Set.of("orders.read", "orders.write"), "viewer", Set.of("orders.read")));

    private static final ModuleDescriptor USERS = module(
            "users",
            "core",
            Map.of(
                    "admin", Set.of("users.read", "users.write", "users.manage_roles", "users.manage_tokens"),
                    "sales", Set.of("users.directory", "users.tokens")));

    private static final List<ModuleDescriptor> MODULES = List.of(USERS, ORDERS);

    private static ModuleDescriptor module(String name, String kind, Map<String, Set<String>> roles) {
        return new ModuleDescriptor(name, "1.0.0", name, kind, "Renoz", Set.of(), Set.of(), roles);
    }

    private final Hands hands = new Hands();
    private boolean ordersOn;
    private final AtomicInteger moved = new AtomicInteger();

    public final String slug = "acme-" + UUID.randomUUID();
    public final AtomicInteger invalidations = new AtomicInteger();
    private final TokenCache cache = organization -> invalidations.incrementAndGet();
    private final Others others = new Others();
    public final Modules modules = new Everything();

    public final Declared declared = new Declared(modules, new Gate());
    public final Assignments assignments = new Assignments(TABLES, cache, PLATFORM.events());
    public final BuiltInRoles roles = new BuiltInRoles(TABLES, declared, cache);
    public final Groups groups = new Groups(TABLES, PLATFORM.events());
    public final StandIns standIns = new StandIns(TABLES, cache, hands);
    public final Onboarding onboarding = new Onboarding(TABLES, new Gate());
    public final Access access = new Access(TABLES, declared, assignments, standIns, hands);
    public final UserLookup directory = new UserLookup(TABLES, groups);
    public final Settings settings =
            new Settings(PLATFORM.tables("settings"), PLATFORM.events(), others, PLATFORM.secrets());
    public final AuditTrail audit = new Trail(PLATFORM.databases().module("activities"), modules);
    public final Telling telling = new Telling(audit, PLATFORM.events());
    public final Sessions sessions = new Sessions(TABLES, settings, cache, telling, hands);
    public final Entry entry = new Entry(TABLES, sessions, telling, hands);
    public final SessionLists sessionLists = new SessionLists(TABLES, sessions);
    private final Attempts attempts = new Attempts(TABLES, settings, hands);
    public final OwnPassword password =
            new OwnPassword(TABLES, PLATFORM.transactions(), HASH, settings, attempts, audit, hands);
    public final Directory organizations = new Directory(
            PLATFORM.tables("settings"),
            PLATFORM.transactions(),
            PLATFORM.databases().module("settings"));
    public final Mails mails = new Mails(PLATFORM.transactions());
    public final Letters letters = new Letters(mails, organizations, hands);
    public final ActionTokens actionTokens = new ActionTokens(TABLES, hands);
    public final BackupCodes backupCodes = new BackupCodes(TABLES, HASH, hands);
    public final SecondFactors factors =
            new SecondFactors(TABLES, backupCodes, PLATFORM.secrets(), organizations, hands);
    public final OwnCode ownCode = new OwnCode(TABLES, PLATFORM.transactions(), factors, attempts, hands);
    public final Challenges challenges =
            new Challenges(PLATFORM.transactions(), TABLES, actionTokens, factors, attempts, entry, telling, hands);
    public final Verifications verifications =
            new Verifications(PLATFORM.transactions(), TABLES, actionTokens, letters, hands);
    public final NewPasswords newPasswords = new NewPasswords(
            PLATFORM.transactions(), TABLES, actionTokens, HASH, settings, sessions, letters, audit, hands);
    public final Invitations invitations =
            new Invitations(TABLES, assignments, groups, onboarding, letters, settings, PLATFORM.events(), hands);
    public final Acceptances acceptances = new Acceptances(
            PLATFORM.transactions(),
            TABLES,
            organizations,
            assignments,
            settings,
            HASH,
            entry,
            PLATFORM.events(),
            hands);
    public final Endings endings = new Endings(TABLES, attempts, entry, factors, actionTokens, telling, hands);
    public final SignIn signIn =
            new SignIn(organizations, PLATFORM.transactions(), TABLES, HASH, attempts, endings, hands);
    public final AuthResource auth = new AuthResource(signIn, TABLES, sessions);
    public final BearerTokens tokens =
            new BearerTokens(PLATFORM.databases().module("users"), declared, settings, hands);
    private final Leavings leavings =
            new Leavings(TABLES, sessions, groups, standIns, others, PLATFORM.events(), hands);
    public final UserResource users = new UserResource(
            TABLES, leavings, new Ownership(TABLES, password, assignments, PLATFORM.events()), verifications);

    public final UUID organization;
    public final UUID owner;

    public Workbench() {
        this("Olga@acme.example", PASSWORD);
    }

    /** With another owner, who is invited when there is no password. */
    public Workbench(String email, @Nullable String password) {
        var standing = new Standing(PLATFORM.databases());
        var lives = new Lives(
                PLATFORM.tables("settings"), PLATFORM.transactions(), PLATFORM.events(), others, standing, hands);
        var calendars = new Calendars(PLATFORM.tables("settings"), organizations, PLATFORM.events());
        var files = new AttachmentStore(
                PLATFORM.tables("settings"), PLATFORM.blobs(), PLATFORM.contentTypes(), settings, PLATFORM.events());
        var beginnings = new Beginnings(calendars, new Templates(PLATFORM.tables("settings"), organizations, files));
        organization = new Provisioning(
                        PLATFORM.transactions(), PLATFORM.tables("settings"), others, lives, beginnings, hands)
                .create(new NewOrganization(slug, "Acme", new NewOwner(email, "Olga", password)));
        owner = system(() -> directory.owner().orElseThrow().id());
    }

    /** The clock of this bench. */
    public Clock clock() {
        return hands;
    }

    public void pass(Duration time) {
        hands.now = hands.now.plus(time);
    }

    public Tables tables() {
        return TABLES;
    }

    public TokenCache cache() {
        return cache;
    }

    public void turnOrdersOn() {
        boolean first = !ordersOn;
        ordersOn = true;
        run(() -> roles.enabled(ORDERS, first));
    }

    public void turnOrdersOff() {
        ordersOn = false;
    }

    /** How many records went to a successor. */
    public int moved() {
        return moved.get();
    }

    public <T extends @Nullable Object> T system(Callable<T> work) {
        return PLATFORM.transactions().run(Call.system(organization, "test"), work);
    }

    /** How often the log tells of something. */
    public long told(String event) {
        return system(() -> {
            try (Connection connection =
                            PLATFORM.databases().module("activities").getConnection();
                    PreparedStatement count = connection.prepareStatement(
                            "select count(*) from activities.activities where organization_id = ? and event = ?")) {
                count.setObject(1, organization);
                count.setString(2, event);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    public void run(Runnable work) {
        system(() -> {
            work.run();
            return 0;
        });
    }

    /** As a user with these permissions, on one's session if there is one. */
    public <T extends @Nullable Object> T as(
            UUID user, @Nullable UUID session, Callable<T> work, String... permissions) {
        return as(Optional.empty(), user, session, work, permissions);
    }

    /** The same with an If-Match. */
    public <T extends @Nullable Object> T as(
            Optional<Integer> version, UUID user, @Nullable UUID session, Callable<T> work, String... permissions) {
        var actor = new Actor(Actor.Kind.USER, user, "Tess", session, null, null);
        var request = new Request(
                Ids.next(), version.map(number -> "\"" + number + "\""), Optional.empty(), Optional.empty());
        return PLATFORM.transactions().run(new Call(organization, actor, Set.of(permissions), request, false), work);
    }

    /** Before anybody has signed in. */
    public <T extends @Nullable Object> T anonymous(Callable<T> work) {
        var call = new Call(null, Actor.system("anonymous"), Set.of(), Request.none(Ids.next()), false);
        try {
            return call.run(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An active member of staff who can sign in. */
    public UUID member(String email, String... roleKeys) {
        return system(() -> {
            User user = TABLES.add(User.staff(email, "Member " + email));
            TABLES.flush();
            TABLES.add(new Credential(user.id(), HASH.of(PASSWORD), hands.instant()));
            Stream.of(roleKeys).forEach(key -> TestRoles.give(TABLES, user.id(), key));
            return user.id();
        });
    }

    /** The modules that are there. */
    private static final class Everything implements Modules {

        @Override
        public Collection<ModuleDescriptor> all() {
            return MODULES;
        }

        @Override
        public Optional<ModuleDescriptor> find(String name) {
            return MODULES.stream().filter(module -> module.name().equals(name)).findFirst();
        }
    }

    private final class Gate implements ModuleGate {

        @Override
        public boolean isEnabled(String module) {
            return ordersOn || !module.equals("orders");
        }

        @Override
        public boolean isEnabled(UUID other, String module) {
            return isEnabled(module);
        }

        @Override
        public void require(String module) {}

        @Override
        public Set<String> enabled() {
            return ordersOn ? Set.of("users", "orders") : Set.of("users");
        }

        @Override
        public Stream<UUID> organizationsWith(String module) {
            return Stream.of(organization);
        }

        @Override
        public String revision(UUID other) {
            return "1";
        }
    }

    /** The extensions of other modules, and this module's own that settings asks for. */
    private final class Others implements Partners {

        @Override
        public <T> Optional<T> find(Class<T> service) {
            return Optional.empty();
        }

        @Override
        public <T> List<Partner<T>> enabled(Class<T> extension) {
            return deployed(extension);
        }

        @Override
        public <T> List<Partner<T>> deployed(Class<T> extension) {
            Map<Class<?>, Object> known = Map.of(
                    SettingDeclarations.class, new UserSettings(),
                    OwnerProvisioning.class,
                            new Owners(TABLES, roles, assignments, onboarding, invitations, verifications, HASH, hands),
                    AssignmentHolder.class, new Work());
            Object found = known.get(extension);
            return found == null ? List.of() : List.of(new Partner<>("users", extension.cast(found)));
        }

        @Override
        public Set<String> absent() {
            return Set.of();
        }
    }

    /** Three customers to care for. */
    private final class Work implements AssignmentHolder {

        @Override
        public List<AssignmentCount> openAssignments(UUID user) {
            return moved.get() > 0 ? List.of() : List.of(new AssignmentCount("customer", 3));
        }

        @Override
        public int reassign(UUID from, UUID to) {
            moved.addAndGet(3);
            return 3;
        }
    }
}
