package org.chasqui.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+5511955501234", "5511955501234", "+55 (11) 95550-1234", " +55.11.95550.1234 "})
    void readsOneNumberInManyForms(String text) {
        assertThat(PhoneNumber.parse(text).orElseThrow().e164()).isEqualTo("+5511955501234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "123",
                "hello",
                "+999123456789",
                "55119555012345678901",
                "+55119555o1234",
                "١٢٣٤٥٦٧٨٩٠"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @Test
    void showsOnlyItsLastDigits() {
        assertThat(PhoneNumber.parse("+5511955501234").orElseThrow()).hasToString("•••1234");
        assertThat(PhoneNumber.mask("12")).doesNotContain("1");
    }

    @Property
    void neverThrows(@ForAll String text) {
        PhoneNumber.parse(text).ifPresent(number -> assertThat(number.digits()).containsOnlyDigits());
    }
}
