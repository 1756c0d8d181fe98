package io.renoz.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MasterTest {

    private static final Pattern OPENED = Pattern.compile("call platform\\.open_module\\('([a-z0-9-]+)', '([^']*)'\\)");
    private static final Pattern INCLUDED = Pattern.compile(
            "path: \\.\\./bundles/([a-z0-9-]+)/core/src/main/resources/db,.*logicalFilePath: ([a-z0-9-]+)}");

    static List<Domain> domains() throws IOException {
        return Domain.all();
    }

    @Test
    void opensAndIncludesEveryDomainAfterThoseItRequires() throws IOException {
        String master = Files.readString(Domain.ROOT.resolve("liquibase/master.yaml"));
        List<String> opened = OPENED.matcher(master)
                .results()
                .map(m -> m.group(1) + " " + m.group(2))
                .toList();
        List<String> included = INCLUDED.matcher(master)
                .results()
                .map(m -> m.group(1) + " " + m.group(2))
                .toList();

        assertThat(opened)
                .containsExactlyElementsOf(domains().stream()
                        .map(domain ->
                                domain.module().name() + " " + domain.module().vendor())
                        .toList());
        assertThat(included)
                .containsExactlyElementsOf(domains().stream()
                        .map(domain ->
                                domain.module().name() + " " + domain.module().name())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("domains")
    void listsAllFilesInTheOrderOfTheirNames(Domain domain) throws IOException {
        assertThat(domain.listed()).containsExactlyElementsOf(domain.present());
    }

    @ParameterizedTest
    @MethodSource("domains")
    void numbersChangeSetsOncePerModuleAndNamesTheWayBack(Domain domain) throws IOException {
        List<Domain.ChangeSet> changes = domain.changeSets();

        assertThat(changes).isNotEmpty().doesNotHaveDuplicates().allSatisfy(change -> {
            assertThat(change.author()).isEqualTo(domain.module().name());
            assertThat(change.rollback()).as("%s has a rollback", change).isTrue();
        });
        assertThat(changes).extracting(Domain.ChangeSet::id).isSorted().doesNotHaveDuplicates();
    }
}
