package org.chasqui.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NumberVariantsTest {
    @Provide
    Arbitrary<String> numbers() {
        var any = Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(15);
        var brazil = digits(8).map(rest -> "5511" + rest);
        var brazilWithNine = digits(8).map(rest -> "55479" + rest);
        var argentina = digits(10).map(rest -> "54" + rest);
        var argentinaWithNine = digits(10).map(rest -> "549" + rest);
        var mexico = digits(10).map(rest -> "52" + rest);
        var mexicoWithOne = digits(10).map(rest -> "521" + rest);
        return Arbitraries.oneOf(any, brazil, brazilWithNine, argentina, argentinaWithNine, mexico, mexicoWithOne);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    @Property
    void theOtherOfTheOtherIsTheNumberItself(@ForAll("numbers") String digits) {
        NumberVariants.otherOf(digits)
                .ifPresent(other -> assertThat(NumberVariants.otherOf(other)).contains(digits));
    }

    @Property
    void theOtherIsAnotherOneOfTheSameCountryAndOneDigitLongerOrShorter(@ForAll("numbers") String digits) {
        NumberVariants.otherOf(digits).ifPresent(other -> {
            assertThat(other).isNotEqualTo(digits).startsWith(digits.substring(0, 2));
            assertThat(Math.abs(other.length() - digits.length())).isEqualTo(1);
            assertThat(other.substring(other.length() - 8)).isEqualTo(digits.substring(digits.length() - 8));
        });
    }

    @Property
    void beingTheSameLineGoesBothWays(@ForAll("numbers") String one, @ForAll("numbers") String two) {
        assertThat(NumberVariants.isSameLine(one, two)).isEqualTo(NumberVariants.isSameLine(two, one));
        assertThat(NumberVariants.isSameLine(one, one)).isTrue();
    }

    @Property
    void otherCountriesHaveNone(@ForAll("numbers") String digits) {
        if (!digits.startsWith("55") && !digits.startsWith("54") && !digits.startsWith("52")) {
            assertThat(NumberVariants.otherOf(digits)).isEmpty();
        }
    }

    @Test
    void theWellKnownOnes() {
        assertThat(NumberVariants.otherOf("5547991234567")).contains("554791234567");
        assertThat(NumberVariants.otherOf("554791234567")).contains("5547991234567");
        assertThat(NumberVariants.otherOf("5491123456789")).contains("541123456789");
        assertThat(NumberVariants.otherOf("5215512345678")).contains("525512345678");
    }

    @Test
    void aFixedLineInBrazilIsNobodysMobile() {
        assertThat(NumberVariants.otherOf("551133334444")).isEmpty();
        assertThat(NumberVariants.otherOf("5511933334444")).isEmpty();
    }

    @Test
    void aWaIdInTheOldFormIsANumber() {
        assertThat(PhoneNumber.parse("+5215512345678")).isPresent();
        assertThat(PhoneNumber.parse("+554791234567")).isPresent();
        assertThat(PhoneNumber.parse("+5491123456789")).isPresent();
    }
}
