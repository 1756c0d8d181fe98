package io.renoz.users.onboarding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** USR-24: the steps, in their order, for whom they are and the module they need. */
enum FirstStep {
    PROFILE_SETUP("Complete your profile", "", ""),
    PREFERENCES("Choose your preferences", "", ""),
    WELCOME_TOUR("Take the tour", "", ""),
    FIRST_CUSTOMER("Add your first customer", "sales", "customers"),
    FIRST_QUOTE("Write your first quote", "sales", "pipeline"),
    PIPELINE_INTRO("Get to know the pipeline", "sales", "pipeline"),
    WAREHOUSE_TOUR("Get to know the warehouse", "operations", "inventory"),
    INVENTORY_CHECK("Check your stock", "operations", "inventory"),
    ORDER_MANAGEMENT("Manage your orders", "operations", "orders"),
    INVITE_TEAM("Invite your team", "admin", ""),
    ORG_SETTINGS("Set up your organization", "admin", ""),
    PERMISSIONS_REVIEW("Review who may do what", "admin", "");

    private final String title;
    private final String role;
    private final String module;

    FirstStep(String title, String role, String module) {
        this.title = title;
        this.role = role;
        this.module = module;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it stands among all of them. */
    int place() {
        return List.of(values()).indexOf(this);
    }

    String title() {
        return title;
    }

    /** The module without which it makes no sense, if any. */
    Optional<String> module() {
        return Optional.of(module).filter(name -> !name.isEmpty());
    }

    /** Those for somebody with these roles. */
    static List<FirstStep> of(Collection<String> roles) {
        return Arrays.stream(values())
                .filter(step -> step.role.isEmpty() || roles.contains(step.role))
                .toList();
    }

    static Optional<FirstStep> find(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
