package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.graph.MetaFailed;
import org.junit.jupiter.api.Test;
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
                "phone_numbers{id",
                "owner_business_info.fields(id)",
                "phone_numbers{whatsapp_business_account . FIELDS (owner_business)}"
            })
    void nothingLeadsToWhatIsOthers(String fields) {
        assertThatThrownBy(() -> FieldSelection.check(fields, false)).isInstanceOf(MetaFailed.class);
    }

    @Test
    void aListOfFieldsIsCheckedAsATextIs() {
        var list = JsonNodeFactory.instance.arrayNode().add("id");
        assertThatCode(() -> FieldSelection.check(list, false)).doesNotThrowAnyException();

        list.add("owner_business{id}");
        assertThatThrownBy(() -> FieldSelection.check(list, false)).isInstanceOf(MetaFailed.class);
        var nested = JsonNodeFactory.instance.arrayNode();
        nested.addArray().add("owner_business{id}");
        assertThatThrownBy(() -> FieldSelection.check(nested, false)).isInstanceOf(MetaFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone_numbers",
                "template_analytics.start(1)",
                "flows",
                "id,phone_numbers{id}",
                "pricing_analytics.start(1)",
                "PHONE_NUMBERS"
            })
    void aKeyOfOneNumberSeesNoListOfAll(String fields) {
        assertThatThrownBy(() -> FieldSelection.check(fields, true)).isInstanceOf(MetaFailed.class);
    }
}
