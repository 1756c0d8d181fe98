package io.renoz.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper of trade, as quotes, invoices, packing slips, statements and purchase orders are: who it is between, facts such as
 * dates and numbers, tables of lines, totals, notes and terms. Whoever makes one says what stands on it; how it is laid out is
 * the same for all of them, and how it is coloured is the organization's.
 *
 * <p>Every text comes as people shall read it (see {@link io.renoz.format.Format}). What is null or blank is left out, so that
 * callers need not ask. The same content makes the same bytes. For one thread.
 *
 * <pre>{@code
 * var paper = BusinessDocument.titled("Invoice INV-2026-00001")
 *         .fact("Date", format.longDate(day))
 *         .party("Bill to", List.of("Acme Pty Ltd", "1 High St"))
 *         .table("", Column.text("Item"), Column.amount("Quantity"), Column.amount("Amount"))
 *         .row("Bolt", "2", "$2.40").detail("Serial numbers: A1, A2")
 *         .total("Tax", "$0.24").grandTotal("Total", "$2.64");
 * renderer.render(templates.find("invoice").document(paper, "", dated));
 * }</pre>
 */
public final class BusinessDocument {

    private static final String CONTENT = """
            {{#remarks}}<p class="muted">{{.}}</p>{{/remarks}}
            {{#headed}}<table class="plain"><tr>
            {{#parties}}<td><div class="label">{{heading}}</div>{{#lines}}<div>{{.}}</div>{{/lines}}</td>{{/parties}}
            {{#told}}<td><table class="facts">{{#facts}}<tr><td class="label">{{label}}</td><td>{{value}}</td></tr>{{/facts}}
            </table></td>{{/told}}
            </tr></table>{{/headed}}
            {{#tables}}{{#heading}}<h2>{{heading}}</h2>{{/heading}}
            <table class="lines"><thead><tr>{{#columns}}<th class="{{align}}">{{name}}</th>{{/columns}}</tr></thead><tbody>
            {{#rows}}<tr>{{#cells}}<td class="{{align}}" colspan="{{span}}">{{#strong}}<b>{{text}}</b>{{/strong}}
            {{^strong}}{{text}}{{/strong}}{{#details}}<div class="muted">{{.}}</div>{{/details}}</td>{{/cells}}</tr>{{/rows}}
            </tbody></table>{{/tables}}
            {{#summed}}<table class="totals">{{#totals}}<tr class="{{weight}}"><td class="amount">{{label}}</td>
            <td class="amount sum">{{value}}</td></tr>{{/totals}}</table>{{/summed}}
            {{#notes}}{{#heading}}<h2>{{heading}}</h2>{{/heading}}<p class="text">{{text}}</p>{{/notes}}
            {{#terms}}<p class="terms">{{terms}}</p>{{/terms}}
            """;

    /**
     * A column of a table.
     *
     * @param amount whether its cells stand to the right, as numbers do
     */
    public record Column(String name, boolean amount) {

        /** Words, to the left. */
        public static Column text(String name) {
            return new Column(name, false);
        }

        /** Numbers, to the right. */
        public static Column amount(String name) {
            return new Column(name, true);
        }

        String align() {
            return amount ? "amount" : "words";
        }
    }

    private final String title;
    private final List<String> remarks = new ArrayList<>();
    private final List<Map<String, Object>> parties = new ArrayList<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();
    private final List<Map<String, Object>> tables = new ArrayList<>();
    private final List<Map<String, Object>> totals = new ArrayList<>();
    private final List<Map<String, Object>> notes = new ArrayList<>();

    private List<Column> columns = List.of();
    private List<Map<String, Object>> rows = new ArrayList<>();
    private List<String> details = new ArrayList<>();
    private String terms = "";

    private BusinessDocument(String title) {
        this.title = title;
    }

    /** An empty one; the title, as {@code Invoice INV-2026-00001}, stands at its top. */
    public static BusinessDocument titled(String title) {
        return new BusinessDocument(title);
    }

    /** A sentence below the title: that it is a draft, what it replaces. */
    public BusinessDocument remark(@Nullable String sentence) {
        if (sentence != null && !sentence.isBlank()) {
            remarks.add(sentence);
        }
        return this;
    }

    /** Somebody it is for or from, with name and address line by line; nobody when all of them are blank. */
    public BusinessDocument party(String heading, List<? extends @Nullable String> lines) {
        List<String> told = told(lines);
        if (!told.isEmpty()) {
            parties.add(Map.of("heading", heading, "lines", told));
        }
        return this;
    }

    /** A date, number or name beside the parties. */
    public BusinessDocument fact(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Map.of("label", label, "value", value));
        }
        return this;
    }

    /** Begins a table, to which the rows that follow belong; {@code heading} above it may be empty. */
    public BusinessDocument table(String heading, Column... of) {
        columns = List.copyOf(Arrays.asList(of));
        rows = new ArrayList<>();
        tables.add(Map.of(
                "heading",
                heading,
                "columns",
                columns.stream()
                        .map(column -> Map.of("name", column.name(), "align", column.align()))
                        .toList(),
                "rows",
                rows));
        return this;
    }

    /** A row of the table, with one cell for each of its columns; cells may be empty. */
    public BusinessDocument row(@Nullable String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns.");
        }
        details = new ArrayList<>();
        var row = new ArrayList<Map<String, Object>>();
        boolean detailed = false;
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            boolean here = !detailed && !column.amount();
            String text = Objects.requireNonNullElse(cells[i], "");
            row.add(cell(text, column.align(), 1, here ? details : List.of(), false));
            detailed |= here;
        }
        rows.add(Map.of("cells", row));
        return this;
    }

    /** Small print in the first cell with words of the row before: a note, serial numbers. */
    public BusinessDocument detail(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            details.add(text);
        }
        return this;
    }

    /** A heading within the table, over all its columns. */
    public BusinessDocument section(String heading) {
        return across(heading, true);
    }

    /** A text within the table, over all its columns. */
    public BusinessDocument across(String text) {
        return across(text, false);
    }

    private BusinessDocument across(String text, boolean strong) {
        details = new ArrayList<>();
        rows.add(Map.of("cells", List.of(cell(text, "words", columns.size(), details, strong))));
        return this;
    }

    private static Map<String, Object> cell(String text, String align, int span, List<String> details, boolean strong) {
        return Map.of("text", text, "align", align, "span", span, "details", details, "strong", strong);
    }

    /** A line of the sum below the tables. */
    public BusinessDocument total(String label, String value) {
        totals.add(Map.of("label", label, "value", value, "weight", "part"));
        return this;
    }

    /** The line of the sum that counts. */
    public BusinessDocument grandTotal(String label, String value) {
        totals.add(Map.of("label", label, "value", value, "weight", "total"));
        return this;
    }

    /** A text below the totals, with its line breaks; {@code heading} may be empty. */
    public BusinessDocument note(String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            notes.add(Map.of("heading", heading, "text", text));
        }
        return this;
    }

    /** Terms that hold for this one, in place of those that the organization has set for its kind. */
    public BusinessDocument terms(@Nullable String text) {
        terms = text == null || text.isBlank() ? "" : text;
        return this;
    }

    /** What stands at its top. */
    public String title() {
        return title;
    }

    /**
     * For {@link PdfRenderer}.
     *
     * @param standardTerms where it has none of its own; may be empty
     * @param code what a code at its end says to telephones; none when empty
     * @param dated when it was made
     */
    public PdfDocument in(PdfLook look, Locale language, String standardTerms, String code, Instant dated) {
        Map<String, ?> data = Map.ofEntries(
                Map.entry("remarks", List.copyOf(remarks)),
                Map.entry("headed", !parties.isEmpty() || !facts.isEmpty()),
                Map.entry("parties", List.copyOf(parties)),
                Map.entry("told", !facts.isEmpty()),
                Map.entry("facts", List.copyOf(facts)),
                Map.entry("tables", List.copyOf(tables)),
                Map.entry("summed", !totals.isEmpty()),
                Map.entry("totals", List.copyOf(totals)),
                Map.entry("notes", List.copyOf(notes)),
                Map.entry("terms", terms.isEmpty() ? standardTerms : terms));
        return new PdfDocument(title, CONTENT, data, look, language, code, dated);
    }

    private static List<String> told(List<? extends @Nullable String> texts) {
        return texts.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
