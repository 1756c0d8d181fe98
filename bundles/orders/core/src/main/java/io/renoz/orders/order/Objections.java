package io.renoz.orders.order;

import io.renoz.orders.api.Objection;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ORD-08: everything that speaks against a confirmation, reported together. For one thread. */
final class Objections {

    private static final int CONFLICT = 409;

    private final List<Objection> all = new ArrayList<>();

    void add(Objection objection) {
        all.add(objection);
    }

    void addAll(List<Objection> some) {
        all.addAll(some);
    }

    /** What a check of another kind refuses, as an objection against the whole. */
    void add(Problem problem) {
        all.add(new Objection(problem.slug(), problem.detail(), null, problem.members()));
    }

    /** The same against a line. */
    void add(Problem problem, int lineNumber) {
        all.add(new Objection(problem.slug(), problem.detail(), lineNumber, problem.members()));
    }

    /**
     * Refuses if there is any: with the problem of the first, and all of them in the member {@code objections}.
     *
     * @throws Problem of the first objection's slug
     */
    void refuse(Order order) {
        if (all.isEmpty()) {
            return;
        }
        Objection first = all.get(0);
        Problem problem = of(first);
        for (Map.Entry<String, Object> member : first.members().entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        throw problem.with("objections", all.stream().map(Objections::told).toList())
                .with(all.stream()
                        .filter(one -> one.lineNumber() != null)
                        .map(one -> new FieldError(pointer(order, one), one.detail()))
                        .toList());
    }

    /** A module may have slugs of its own; those are conflicts with the order's state. */
    private static Problem of(Objection objection) {
        try {
            return Problem.of(objection.slug(), objection.detail());
        } catch (IllegalArgumentException unknown) {
            return new Problem(CONFLICT, objection.slug(), objection.detail());
        }
    }

    private static Map<String, Object> told(Objection objection) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", "urn:renoz:problem:" + objection.slug());
        told.put("detail", objection.detail());
        if (objection.lineNumber() != null) {
            told.put("lineNumber", objection.lineNumber());
        }
        told.putAll(objection.members());
        return told;
    }

    /** Where the line is in the order's view. */
    private static String pointer(Order order, Objection objection) {
        List<Integer> numbers =
                order.lines().stream().map(OrderLine::lineNumber).toList();
        return "/lines/" + numbers.indexOf(objection.lineNumber());
    }
}
