package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract lets through what Meta describes or documents, and nothing else. */
class GraphContractIT {
    private final GraphContract contract = new GraphContract();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET|/1?fields=id,status,health_status",
                "GET|/1?fields=id,name,message_template_namespace",
                "GET|/1?fields=id,name,language,components",
                "GET|/1/phone_numbers?limit=100",
                "GET|/1/message_qrdls?limit=25",
                "POST|/1/smb_app_data|{'messaging_product':'whatsapp','sync_type':'history'}",
                "POST|/1/register|{'messaging_product':'whatsapp','pin':'000000'}",
                "DELETE|/1/block_users?messaging_product=whatsapp",
                "DELETE|/1/message_qrdls/ABCDEFGHIJKLMN",
                "GET|/debug_token?input_token=hidden",
            })
    void whatIsDescribedPasses(String call) {
        assertThat(faults(call)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET|/1/nothing_like_it",
                "DELETE|/1/register",
                "GET|/1?fields=id,made_up",
                // A field of a number and one of an account: no node has both.
                "GET|/1?fields=quality_rating,currency",
                "GET|/1/phone_numbers?limit=101",
                "GET|/1/message_qrdls?limit=100",
                "GET|/1/message_qrdls?colour=green",
                "POST|/1/smb_app_data|{'messaging_product':'whatsapp','sync_type':'all'}",
                "POST|/1/register|{'messaging_product':'whatsapp','pin':'1234'}",
                "POST|/1/register",
                "POST|/1/message_templates|{'name':'Order Ready','category':'UTILITY','language':'en','components':[{}]}",
                "GET|/debug_token",
            })
    void whatIsNotIsAFault(String call) {
        assertThat(faults(call)).isNotEmpty();
    }

    /** {@code METHOD|/path?name=value|body}. */
    private List<String> faults(String call) {
        var parts = call.split("\\|");
        var address = parts[1].split("\\?");
        var query = address.length == 1 ? "" : address[1].replaceFirst("(.*)=(.*)", "'$1':'$2'");
        var json = "{'method':'" + parts[0] + "','path':'" + address[0] + "','query':{" + query
                + "},'content_type':'application/json'" + (parts.length == 3 ? ",'body':" + parts[2] : "") + "}";
        try {
            return contract.faults(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException ours) {
            throw new IllegalArgumentException(json, ours);
        }
    }
}
