package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

    @ParameterizedTest(name = "{0}, window {1}, {2} before, {3}")
    @CsvSource({
        "MARKETING,true,0,2026-09-30T23:59:59Z,true,regular",
        "AUTHENTICATION,true,0,2026-09-30T23:59:59Z,true,regular",
        "UTILITY,false,0,2026-09-30T23:59:59Z,true,regular",
        "UTILITY,true,0,2026-09-30T23:59:59Z,false,free_customer_service",
        "UTILITY,true,0,2026-10-01T00:00:00Z,true,regular",
        "SERVICE,true,5000,2026-09-30T23:59:59Z,false,free_customer_service",
        "SERVICE,true,999,2026-10-01T00:00:00Z,false,free_customer_service",
        "SERVICE,true,1000,2026-10-01T00:00:00Z,true,regular",
    })
    void pricesByCategoryWindowAndDate(
            Pricing.Category category, boolean open, int before, Instant at, boolean billable, String type) {
        Pricing pricing = Pricing.of(category, open, before, at.toEpochMilli());

        assertThat(pricing.billable()).isEqualTo(billable);
        assertThat(pricing.type().wire()).isEqualTo(type);
        assertThat(pricing.category()).isEqualTo(category);
    }
}
