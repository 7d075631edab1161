package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chasqui.api.conformance.Covers;
import org.chasqui.api.graph.MetaFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id,name,quality_rating",
                "health_status",
                "phone_numbers.limit(5){id,display_phone_number},name",
                "pricing_analytics.start(1700000000).end(1700086400).granularity(DAILY).dimensions(COUNTRY)",
                "owner_business_info"
            })
    void listsOfTheNodeItselfAreExpanded(String fields) {
        assertThatCode(() -> FieldSelection.check(fields, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @Covers("G0-12")
    @ValueSource(
            strings = {
                "owner_business{owned_whatsapp_business_accounts}",
                "phone_numbers{whatsapp_business_account{owner_business}}",
                "id, on_behalf_of_business_info {id}",
                "phone_numbers{id"
            })
    void nothingLeadsToWhatIsOthers(String fields) {
        assertThatThrownBy(() -> FieldSelection.check(fields, false)).isInstanceOf(MetaFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone_numbers", "id,phone_numbers{id}", "pricing_analytics.start(1)", "PHONE_NUMBERS"})
    void aKeyOfOneNumberSeesNoListOfAll(String fields) {
        assertThatThrownBy(() -> FieldSelection.check(fields, true)).isInstanceOf(MetaFailed.class);
    }
}
