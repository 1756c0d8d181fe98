package com.example.pettycash.entry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.pettycash.api.Category;
import com.example.pettycash.entry.EntryResource.Input;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntryInputTest {

    @Test
    @DisplayName("PET-02: payments have a category, receipts have none")
    void hasACategoryWhenMoneyIsSpent() {
        assertThatCode(() -> input(EntryKind.PAYMENT, Category.TRAVEL)).doesNotThrowAnyException();
        assertThatCode(() -> input(EntryKind.RECEIPT, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> input(EntryKind.PAYMENT, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> input(EntryKind.RECEIPT, Category.TRAVEL)).isInstanceOf(Problem.class);
    }

    private static Input input(EntryKind kind, @Nullable Category category) {
        return new Input(UUID.randomUUID(), kind, BigDecimal.ONE, category, null, null);
    }
}
