package io.renoz.itests;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Tests of which a report says what they are about. */
final class Named {

    private Named() {}

    /** The same tests; none at all would prove nothing, so that fails. */
    static <T extends DynamicNode> Stream<T> some(Stream<T> tests) {
        List<T> all = tests.toList();
        if (all.isEmpty()) {
            throw new AssertionError("there is nothing to test");
        }
        return all.stream();
    }

    /** The same tests with what they are about before what they say of it. */
    static Stream<DynamicNode> after(Object subject, Stream<DynamicNode> tests) {
        return tests.map(test -> (DynamicTest) test)
                .map(test -> DynamicTest.dynamicTest(subject + " " + test.getDisplayName(), test.getExecutable()));
    }
}
