package org.chasqui.api.dialog360.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chasqui.platform.accounts.profile.ProfileChange;
import org.junit.jupiter.api.Test;

class ProfileEndpointsTest {
    @Test
    void theIndustriesOfTheOldHostAreMetas() {
        for (var name : List.of(
                "Automotive",
                "Beauty, Spa and Salon",
                "Clothing and Apparel",
                "Education",
                "Entertainment",
                "Event Planning and Service",
                "Finance and Banking",
                "Food and Grocery",
                "Public Service",
                "Hotel and Lodging",
                "Medical and Health",
                "Non-profit",
                "Professional Services",
                "Shopping and Retail",
                "Travel and Transportation",
                "Restaurant",
                "Other",
                "NONPROFIT")) {
            assertThat(ProfileChange.VERTICALS).as(name).contains(ProfileEndpoints.vertical(name));
        }
    }
}
