package io.renoz.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderClauseTest {

    @Test
    void readsClausesAsBndWritesThem() {
        var clauses = HeaderClause.parse("renoz.module;renoz.module=\"petty-cash\";version:Version=\"1.2\";"
                + "title=\"Petty cash, small; sums\",renoz.role;grants:List<String>=\"read,write\";renoz.role=sales");

        assertThat(clauses).hasSize(2);
        assertThat(clauses.get(0).attributes())
                .containsEntry("renoz.module", "petty-cash")
                .containsEntry("version", "1.2")
                .containsEntry("title", "Petty cash, small; sums");
        assertThat(clauses.get(1).attributes()).containsEntry("grants", "read,write");
    }

    @Test
    void keepsDirectivesApart() {
        var clause = HeaderClause.parse("renoz.module;filter:=\"(renoz.module=customers)\";effective:=renoz")
                .get(0);

        assertThat(clause.directives())
                .containsEntry("filter", "(renoz.module=customers)")
                .containsEntry("effective", "renoz");
        assertThat(clause.attributes()).isEmpty();
    }
}
