package org.chasqui.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "5511955501234, BR", "14155550123, US", "16045550123, CA", "18095550123, DO", "18765550123, JM",
        "17875550123, PR", "79161234567, RU", "77011234567, KZ", "447400123456, GB", "393331234567, IT",
        "390669812345, VA", "2348012345678, NG", "351912345678, PT", "97450123456, QA", "212612345678, MA"
    })
    void aCallingCodeAndItsPrefixTellTheCountry(String digits, String country) {
        assertThat(Countries.of(digits)).isEqualTo(country);
    }

    @Test
    void aUserIdBeginsWithItsCountry() {
        assertThat(Countries.of("US.13491208655302741918")).isEqualTo("US");
    }

    @Test
    void aNumberThatNoPlanKnowsBelongsToTheLargestCountryOfItsCode() {
        assertThat(Countries.of("19995550123")).isEqualTo("US");
        assertThat(Countries.of("70001234567")).isEqualTo("RU");
    }

    /** What is looked for by its beginning is found. */
    @ParameterizedTest
    @CsvSource({
        "5511955501234, BR", "14155550123, US", "16045550123, CA", "18095550123, DO", "18765550123, JM",
        "79161234567, RU", "77011234567, KZ", "447400123456, GB", "390669812345, VA", "2348012345678, NG",
        "US.13491208655302741918, US"
    })
    void numbersOfACountryBeginWithOneOfItsPrefixes(String peer, String country) {
        assertThat(Countries.prefixes(country)).anyMatch(peer::startsWith);
    }

    @Test
    void anIslandIsNotLookedForInAllOfNorthAmerica() {
        assertThat(Countries.prefixes("JM")).containsExactly("JM.", "1658", "1876");
        assertThat(Countries.prefixes("US")).containsExactly("US.", "1");
    }

    @Test
    void whatIsNoNumberHasNoCountry() {
        assertThat(Countries.of("")).isEmpty();
        assertThat(Countries.of("someone")).isEmpty();
        assertThat(Countries.of("87012345678"))
                .as("satellites belong to no country")
                .isEmpty();
        assertThat(Countries.of("999123456789")).isEmpty();
    }
}
